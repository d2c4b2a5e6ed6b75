package view

import "slices"

// Peers are the units that one is seen among: the smallest group of the index's schemes with at least five members that
// have figures, else its block, else all.
type Peers struct {
	Name string
	Rows []int // with the unit itself
}

// Peers of a row in its edition.
func (r *Report) Peers(l Lang, e *Edition, row int) Peers {
	u, _ := r.Units.Unit(e.Table.Units[row])
	var peers Peers
	for _, scheme := range e.Rank.Groups {
		g := u.Group(scheme, e.AsOf)
		if rows := e.members[scheme+":"+g]; len(rows) >= 5 && (peers.Rows == nil || len(rows) < len(peers.Rows)) {
			peers = Peers{l.In(r.Units.GroupName(scheme, g)), rows}
		}
	}
	if peers.Rows != nil {
		return peers
	}
	for _, p := range e.parts() {
		if !p.name.IsZero() && slices.Contains(p.rows, row) {
			return Peers{l.Say("peers.block", "block", l.In(p.name)), p.rows}
		}
	}
	return Peers{l.Say("peers.all"), e.order}
}

// gather lists the rows of every group of the edition's schemes, once.
func (e *Edition) gather(r *Report) {
	e.members = map[string][]int{}
	for _, row := range e.order {
		u, _ := r.Units.Unit(e.Table.Units[row])
		for _, scheme := range e.Rank.Groups {
			if g := u.Group(scheme, e.AsOf); g != "" {
				e.members[scheme+":"+g] = append(e.members[scheme+":"+g], row)
			}
		}
	}
}

// Spread is the peers' median and best on one node.
type Spread struct {
	Median, Best float64 // NaN where fewer than three scores are known
	Who          int     // row of the best
	Known        int
}

// spread of the peers' scores on a node.
func (e *Edition) spread(node int, rows []int) Spread {
	s := Spread{Median: nan, Best: nan, Who: -1}
	var known []float64
	for _, row := range rows {
		at := e.Standing(node, row)
		if at.Score != at.Score {
			continue
		}
		known = append(known, at.Score)
		if s.Who < 0 || at.Score > s.Best {
			s.Best, s.Who = at.Score, row
		}
	}
	s.Known = len(known)
	if s.Known < 3 {
		return Spread{Median: nan, Best: nan, Who: -1, Known: s.Known}
	}
	slices.Sort(known)
	m := len(known) / 2
	if s.Median = known[m]; len(known)%2 == 0 {
		s.Median = (known[m-1] + known[m]) / 2
	}
	return s
}
