package normalise

import (
	"slices"
	"strconv"

	"xephang/stages/cube"
)

// treat bends the column that fill left in s.result; value is what lies beneath, filled what it became.
func (c column) treat(value, filled cube.Column, s *Scratch) cube.Column {
	m := c.node().Treat
	tr, err := NewTreater(m)
	if err != nil {
		c.line().found.Add(onNode(methodUnreadable, c.plan, c.node(), m.Place, m.String()))
	}
	if err != nil || tr.Idle() {
		return filled
	}
	s.column, s.result = s.result, s.column
	d := tr.Apply(s.result, s.column, s)
	c.line().treatment = &Treatment{Node: c.node().ID, Method: m.String(), Treated: d}
	lost := 0
	if d.Step != "" && d.Step != "winsorise" {
		lost = Finite(s.result, s.column)
		c.line().treatment.Lost = lost > 0
	}
	switch {
	case d.Undefined && d.Before.N > 0:
		c.line().found.Add(onNode(treatUndefined, c.plan, c.node(), m.Place, "", "method", m.String()))
	case lost > 0:
		c.line().found.Add(onNode(scaleInfinite, c.plan, c.node(), m.Place, m.String(), "count", strconv.Itoa(lost)))
	}
	c.markTreated(d, s)
	switch d.Step {
	case "":
		return filled
	case "winsorise":
		return c.patched(value, s)
	}
	return cube.Seal(slices.Clone(s.result))
}

// markTreated marks the points moved, or every point of a column that was transformed. s.column holds the column before.
func (c column) markTreated(d Treated, s *Scratch) {
	node, t := c.leaves[c.at], c.table
	switch d.Step {
	case "":
	case "winsorise":
		s.rows = Touched(s.rows, s.column, s.result)
		rows := slices.Clone(s.rows)
		c.line().treatment.Rows = rows
		high := slices.DeleteFunc(slices.Clone(rows), func(i int32) bool { return s.result[i] > s.column[i] })
		low := slices.DeleteFunc(slices.Clone(rows), func(i int32) bool { return s.result[i] < s.column[i] })
		t.MarkRows(node, high, markHigh)
		t.MarkRows(node, low, markLow)
	default:
		s.rows = s.rows[:0]
		for i, v := range s.result {
			if !missing(v) {
				s.rows = append(s.rows, int32(i))
			}
		}
		t.MarkRows(node, slices.Clone(s.rows), bentMark(d.Step))
	}
}
