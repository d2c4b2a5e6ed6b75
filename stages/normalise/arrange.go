package normalise

import (
	"slices"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// grouping numbers the groups of one scheme: row → group from 0, −1 = none.
type grouping struct {
	of    []int32
	count int
}

// arrange gets ready what columns need of each other before they are worked on side by side: groups of units, rows of
// the same unit in other editions, the extremes of a pillar's indicators.
func (r *run) arrange(workers int) (found problem.List) {
	for _, e := range r.editions {
		byRow := false
		for _, k := range e.leaves {
			switch m := e.plan.Nodes[k].Fill; m.Name {
			case "group-mean", "group-median":
				found.Add(r.group(e, m.Arg(0), m.Place)...)
			case "latest", "linear", "constant":
				found.Add(r.align(e, m.Place)...)
			case "row-mean":
				byRow = true
			}
		}
		if byRow {
			e.peers = make([]Peer, len(e.plan.Nodes))
			spread(workers, e.leaves, e.measure)
		}
	}
	return found
}

// group resolves a scheme once an edition.
func (r *run) group(e *edition, scheme string, at problem.Place) problem.List {
	if _, done := e.schemes[scheme]; done {
		return nil
	}
	g := grouping{of: make([]int32, len(e.table.Units))}
	numbers := map[string]int32{}
	for row, u := range e.table.Units {
		name := r.groups(e.plan, u, scheme)
		if g.of[row] = -1; name == "" {
			continue
		}
		number, known := numbers[name]
		if !known {
			number = int32(len(numbers))
			numbers[name] = number
		}
		g.of[row] = number
	}
	g.count = len(numbers)
	e.schemes[scheme] = g
	if g.count == 0 && len(g.of) > 0 {
		return problem.List{onPlan(fillScheme, e.plan, at, scheme)}
	}
	return nil
}

// align finds the rows of this edition's units in the other editions, once; editions whose id is no year are reported.
func (r *run) align(e *edition, at problem.Place) (found problem.List) {
	if len(e.rows) > 0 {
		return nil
	}
	for _, f := range r.editions {
		if !f.dated && !f.told {
			f.told = true
			found.Add(onPlan(fillYears, e.plan, at, f.plan.Edition.ID))
		}
		e.rows[f] = rowsIn(e.table, f.table)
	}
	return found
}

// rowsIn maps the rows of one table to those of another by unit code; nil where they are the same.
func rowsIn(here, there *cube.Table) []int32 {
	if slices.Equal(here.Units, there.Units) {
		return nil
	}
	rows := make([]int32, len(here.Units))
	for i, u := range here.Units {
		rows[i] = -1
		if k, ok := there.Row(u); ok {
			rows[i] = int32(k)
		}
	}
	return rows
}

// measure takes an indicator's extremes among the units kept, for filling by row.
func (e *edition) measure(node int, s *Scratch) {
	n := &e.plan.Nodes[node]
	if !e.table.Has(cube.Value, node) || n.Measured {
		e.peers[node] = Peer{Min: nan, Max: nan}
		return
	}
	x := e.table.At(cube.Value, node)
	m := extent(e.masked(x.Into(grow(s.column, x.Len()))))
	e.peers[node] = Peer{Column: x.Values(), Min: m.Min, Max: m.Max, Direction: n.Direction}
}

// masked takes the dropped units out of a column, in place.
func (e *edition) masked(x []float64) []float64 {
	for _, d := range e.dropped {
		x[d.Row] = nan
	}
	return x
}

// pillar lists an indicator's fellows under its parent, itself among them.
func (e *edition) pillar(node int) (peers []Peer) {
	parent := e.plan.Nodes[node].Parent
	if parent < 0 {
		return nil
	}
	for _, c := range e.plan.Nodes[parent].Children {
		if p := e.peers[c.Col]; p.Column != nil {
			peers = append(peers, p)
		}
	}
	return peers
}

// series is an indicator over the dated editions, as this one sees it.
func (r *run) series(c column) (s Series) {
	all := slices.DeleteFunc(slices.Clone(r.editions), func(f *edition) bool { return !f.dated })
	slices.SortStableFunc(all, func(a, b *edition) int { return a.year - b.year })
	for k, f := range all {
		var values []float64
		if node, ok := f.table.Col(c.node().ID); ok && f.table.Has(cube.Value, node) {
			values = f.table.At(cube.Value, node).Values()
		}
		s.Years, s.Columns, s.Rows = append(s.Years, f.year), append(s.Columns, values), append(s.Rows, c.rows[f])
		if f == c.edition {
			s.Self = k
		}
	}
	return s
}
