package view

import (
	"cmp"
	"slices"
)

// strongMost is how many strengths and how many weaknesses a profile names.
const strongMost = 3

// strength is a node and where the unit stands on it among its peers.
type strength struct{ node, place, of int }

// strong names the nodes on which the unit stands highest and lowest among its peers: strengths only in the upper half,
// weaknesses only in the lower one, each with its place, so that no node is both. Of a deep tree the indicators count, of
// a shallow one its parts.
func (r *Report) strong(l Lang, a Appearance, peers Peers) (strong, weak Sentence) {
	all := a.standings(peers.Rows)
	if len(all) < 2 {
		return nil, nil
	}
	slices.SortStableFunc(all, func(x, y strength) int {
		return cmp.Compare(float64((x.place-1)*(y.of-1)), float64((y.place-1)*(x.of-1)))
	})
	var high, low []strength
	for _, s := range all {
		switch {
		case 2*(s.place-1) < s.of-1 && len(high) < strongMost:
			high = append(high, s)
		case 2*(s.place-1) > s.of-1:
			low = append(low, s)
		}
	}
	slices.Reverse(low)
	return l.standing(a, "strong.high", peers, high), l.standing(a, "strong.low", peers, low[:min(len(low), strongMost)])
}

// standings are the unit's places among its peers: one more than the peers with a higher score, on published decimals.
func (a Appearance) standings(rows []int) (all []strength) {
	for _, n := range a.telling() {
		own := a.Standing(n, a.Row)
		if own.Score != own.Score {
			continue
		}
		s := strength{n, 1, 0}
		for _, row := range rows {
			if x := a.Standing(n, row); x.Score == x.Score {
				if s.of++; Round(x.Score, x.Decimals) > Round(own.Score, own.Decimals) {
					s.place++
				}
			}
		}
		if s.of >= 5 {
			all = append(all, s)
		}
	}
	return all
}

// telling are the indicators of the tree where there are enough of them, else the root's parts.
func (e *Edition) telling() (cols []int) {
	for i, n := range e.Nodes {
		if i > 0 && n.Leaf() && !n.Measured && n.Parent >= 0 {
			cols = append(cols, i)
		}
	}
	if len(cols) < 4 {
		return e.Pillars()
	}
	return cols
}

// standing lists nodes with the unit's places, each leading to its way.
func (l Lang) standing(a Appearance, key string, peers Peers, all []strength) Sentence {
	if len(all) == 0 {
		return nil
	}
	s := Sentence{{Text: l.Say(key, "group", peers.Name) + " "}}
	for i, x := range all {
		if i > 0 {
			s = append(s, Span{Text: "; "})
		}
		s = append(s, Span{Text: a.Brief(l, x.node), Href: a.TrailHref(x.node, a.Row)}, Span{Text: " (" + l.Rank(x.place, x.of) + ")"})
	}
	return append(s, Span{Text: "."})
}
