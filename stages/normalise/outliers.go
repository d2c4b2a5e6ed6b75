package normalise

import (
	"slices"
	"strconv"

	"xephang/stages/cube"
)

// treat bends the column that fill has left, with the cells x.
func (c column) treat(filled cube.Column, x []float64, s *Scratch) cube.Column {
	m := c.node().Treat
	tr, err := NewTreater(m)
	if err != nil {
		c.line().found.Add(onNode(methodUnreadable, c.plan, c.node(), m.Place, m.String()))
	}
	if err != nil || tr.Idle() {
		return filled
	}
	s.bent = grow(s.bent, len(x))
	d := tr.Apply(s.bent, x, s)
	c.line().treatment = &Treatment{Node: c.node().ID, Method: m.String(), Treated: d}
	if d.Undefined && d.Before.N > 0 {
		c.line().found.Add(onNode(treatUndefined, c.plan, c.node(), m.Place, "", "method", m.String()))
	}
	switch d.Step {
	case "":
		return filled
	case "winsorise":
		c.markMoved(d, s)
		return filled.Overlaid(s.touched, pick(s.bent, s.touched))
	}
	return c.transformed(d, x, s)
}

// transformed seals a column of which every cell has changed.
func (c column) transformed(d Treated, x []float64, s *Scratch) cube.Column {
	lost, gone := finite(s.bent, x)
	if c.line().treatment.Lost = lost > 0; lost > 0 {
		m := c.node().Treat
		c.line().found.Add(onNode(scaleInfinite, c.plan, c.node(), m.Place, m.String(), "count", strconv.Itoa(lost)))
	}
	bent := cube.SealChecked(slices.Clone(s.bent), gone)
	c.table.MarkPresent(c.leaves[c.at], bent, bentMark(d.Step))
	return bent
}

// markMoved marks the points that were winsorised: they stand at the new ends.
func (c column) markMoved(d Treated, s *Scratch) {
	rows := slices.Clone(s.touched)
	c.line().treatment.Rows = rows
	high := slices.DeleteFunc(slices.Clone(rows), func(i int32) bool { return s.bent[i] < d.After.Max })
	low := slices.DeleteFunc(slices.Clone(rows), func(i int32) bool { return s.bent[i] > d.After.Min })
	c.table.MarkRows(c.leaves[c.at], high, markHigh)
	c.table.MarkRows(c.leaves[c.at], low, markLow)
}
