package view

import (
	"slices"
	"strconv"
	"strings"
)

// Strips show a unit among its peers, a strip for each node: every peer a light tick, the median a tall one, the unit a
// dark dot with its figures beside it. All strips share one scale, but for those of figures in units of their own.
type Strips struct {
	Figure    *Figure
	Alt       string
	Rows      []Strip
	Low, High string // ends of the shared scale
}

// Strip is one node. Positions are per cents of the width, ticks thousandths.
type Strip struct {
	Name, Full  string
	Depth       int
	Ticks       []int
	Own, Median string
	Label       string
	Right       bool // the label stands to the left of the dot, which is near the right end
	Middle      bool
}

// stripsMost is how many nodes one profile draws and lists; of more nodes, the upper levels.
const stripsMost = 60

// below are the nodes that a profile shows beside the root: all, or the upper levels of a large tree.
func (e *Edition) below() []int {
	for depth := e.deepest(); depth > 1; depth-- {
		var cols []int
		for i := range e.Nodes {
			if i > 0 && e.depth(i) <= depth {
				cols = append(cols, i)
			}
		}
		if len(cols) <= stripsMost {
			return cols
		}
	}
	return e.Pillars()
}

func (e *Edition) deepest() (d int) {
	for i := range e.Nodes {
		d = max(d, e.depth(i))
	}
	return d
}

// strips draws the nodes on which the unit and at least three peers have scores; nil with none.
func (r *Report) strips(l Lang, s *UnitSection, a Appearance, peers Peers, number int) *Strips {
	var cols []int
	above := 0
	for _, n := range a.below() {
		if sp, own := a.spread(n, peers.Rows), a.Standing(n, a.Row); sp.Who >= 0 && own.Score == own.Score {
			if cols = append(cols, n); own.Score > sp.Median {
				above++
			}
		}
	}
	if len(cols) == 0 {
		return nil
	}
	args := []string{"unit", r.Name(l, a.Table.Units[a.Row]), "group", peers.Name, "index", a.Board.Abbr(l), "edition", a.Edition.Edition.ID,
		"n", l.Whole(len(peers.Rows)), "above", l.Whole(above), "of", l.Whole(len(cols))}
	low, high := a.reach(cols, peers.Rows)
	c := &Strips{Low: l.Number(low, a.Scale.Decimals), High: l.Number(high, a.Scale.Decimals)}
	var points []string
	for _, n := range cols {
		from, to := low, high
		if !a.shared(n) {
			from, to = a.reach([]int{n}, peers.Rows)
		}
		st, sp := a.Standing(n, a.Row), a.spread(n, peers.Rows)
		c.Rows = append(c.Rows, l.strip(a, n, st, sp, from, to, peers.Rows))
		points = append(points, l.Say("parts.point", "part", a.Brief(l, n), "own", l.Number(st.Score, st.Decimals), "median", l.Number(sp.Median, st.Decimals)))
	}
	c.Alt = l.Say("parts.alt", append(args, "points", strings.Join(points, "; "))...)
	c.Figure = &Figure{ID: "phan" + strconv.Itoa(number), Title: l.Say("parts.above", args...), Sub: l.Say("strips.sub", args...),
		Source: l.from(a.Board), TableID: s.ID + "-thanh-phan", Data: r.stripGrid(l, a, cols, peers.Rows)}
	return c
}

// shared tells whether a node's scores are on the scale of the index.
func (e *Edition) shared(n int) bool { return !e.Nodes[n].Measured || e.Scale.From <= 0 && e.fits(n) }

// fits tells whether all figures of a measured node lie on the scale of the index.
func (e *Edition) fits(n int) bool {
	for row := range e.Table.Units {
		if v := e.Standing(n, row).Score; v < e.Scale.From || v > e.Scale.To {
			return false
		}
	}
	return true
}

// reach is the range of the scores of the nodes that share a scale, or of a single node, over the rows.
func (e *Edition) reach(cols, rows []int) (low, high float64) {
	low, high = nan, nan
	for _, n := range cols {
		if len(cols) > 1 && !e.shared(n) {
			continue
		}
		for _, row := range rows {
			v := e.Standing(n, row).Score
			if v != v {
				continue
			}
			v = Round(v, e.Standing(n, row).Decimals)
			if !(low <= v) {
				low = v
			}
			if !(high >= v) {
				high = v
			}
		}
	}
	return low, high
}

// strip places one node's figures between from and to.
func (l Lang) strip(a Appearance, n int, st Standing, sp Spread, from, to float64, rows []int) Strip {
	at := func(v float64) float64 {
		if !(to > from) {
			return 0.5
		}
		return min(max((v-from)/(to-from), 0), 1)
	}
	s := Strip{Name: a.Brief(l, n), Full: l.In(a.Nodes[n].Name), Depth: max(0, a.depth(n)-1)}
	if s.Full != s.Name && s.Full != "" {
		s.Name += " · " + s.Full
	}
	for _, row := range rows {
		if v := a.Standing(n, row).Score; v == v && row != a.Row {
			s.Ticks = append(s.Ticks, int(Round(at(v)*1000, 0)))
		}
	}
	slices.Sort(s.Ticks)
	s.Ticks = slices.Compact(s.Ticks)
	own := at(st.Score)
	s.Own, s.Median = Plain(1+own*98, 1), Plain(1+at(sp.Median)*98, 1) // a margin, so that no dot is cut at an end
	s.Right, s.Middle = own > 0.7, own >= 0.3 && own <= 0.7
	s.Label = l.Number(st.Score, st.Decimals)
	if st.Place > 0 {
		s.Label += " · " + l.Say("strips.rank", "rank", l.Rank(st.Place, st.Of))
	}
	if !a.shared(n) {
		s.Label += " · " + l.Say("strips.own", "low", l.Number(from, st.Decimals), "high", l.Number(to, st.Decimals))
	}
	return s
}

// stripGrid holds the figures of the strips: a line a node, a column a peer.
func (r *Report) stripGrid(l Lang, a Appearance, cols, rows []int) *Grid {
	g := &Grid{Columns: []string{l.Say("figure.key"), l.Say("parts.col.part"), l.Say("col.rank"), l.Say("parts.median")}}
	for _, row := range rows {
		g.Columns = append(g.Columns, r.Name(l, a.Table.Units[row]))
	}
	for _, n := range cols {
		rank := ""
		if st := a.Standing(n, a.Row); st.Place > 0 {
			rank = strconv.Itoa(st.Place)
		}
		line := []string{a.Nodes[n].ID, l.In(a.Nodes[n].Name), rank, Full(a.spread(n, rows).Median)}
		for _, row := range rows {
			line = append(line, Full(a.Standing(n, row).Score))
		}
		g.Rows = append(g.Rows, line)
	}
	return g
}
