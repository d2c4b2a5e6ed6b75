package view

import (
	"math"
	"strings"
)

// goal is the place that pages measure the distance to: 50 of a long ranking, 10 of a shorter one; 0 where the unit
// stands there already or the ranking is short.
func goal(place, of int) int {
	for _, g := range []struct{ place, least int }{{50, 100}, {10, 30}} {
		if of >= g.least && place > g.place {
			return g.place
		}
	}
	return 0
}

// reach says how far the unit that the index puts forward is from the next goal, the others held constant: the score that
// the goal takes, and how much each main part alone would have to rise for it, where it can. Only for weighted means, whose
// gap in a part is the gap of the total over the part's share.
func (r *Report) reach(l Lang, a Appearance) string {
	e := a.Edition
	s := e.Standing(0, a.Row)
	place := goal(s.Place, s.Of)
	root := &e.Nodes[0]
	if place == 0 || !e.Computes() || e.Table.Units[a.Row] != e.Board.Focus || root.Combine.Name != "mean" && root.Combine.Name != "arithmetic" {
		return ""
	}
	need := math.Inf(1)
	for row := range e.Table.Units {
		if x := e.Standing(0, row); x.Place > 0 && x.Place <= place && e.Table.BlockOf(row) == e.Table.BlockOf(a.Row) {
			need = min(need, Round(x.Score, s.Decimals))
		}
	}
	gap := need - Round(s.Score, s.Decimals)
	if !(gap > 0) || math.IsInf(need, 1) {
		return ""
	}
	said := l.Say("reach.total", "place", l.Whole(place), "need", l.Number(need, s.Decimals), "gap", l.Number(gap, s.Decimals))
	var parts []string
	sum := 0.0
	for _, c := range root.Children {
		sum += c.Weight
	}
	for _, c := range root.Children {
		part := e.Standing(c.Col, a.Row)
		up := math.Ceil(gap*sum/c.Weight*math.Pow10(s.Decimals)) / math.Pow10(s.Decimals)
		if to := part.Score + up; c.Weight > 0 && to <= e.Scale.To {
			parts = append(parts, l.Say("reach.part", "part", e.Brief(l, c.Col), "up", l.Number(up, s.Decimals), "to", l.Number(to, s.Decimals)))
		}
	}
	if len(parts) > 0 {
		said += " " + l.Say("reach.parts", "parts", strings.Join(parts, "; "))
	}
	return said
}
