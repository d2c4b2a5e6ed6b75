package normalise

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// prepare lays Filled and Treated over one indicator: the value's own column where nothing changes, patches over it
// where few cells do.
func (r *run) prepare(c column, s *Scratch) {
	n, t, node := c.node(), c.table, c.leaves[c.at]
	if !t.Has(cube.Value, node) && (Compound(n.Rule) || !c.panel()) {
		return
	}
	value := t.At(cube.Value, node)
	if value.Len() == 0 {
		value = cube.Seal(blank(len(t.Units)))
	}
	if c.out == nil && idle(n.Fill) && idle(n.Treat) {
		t.Lay(cube.Filled, node, value)
		t.Lay(cube.Treated, node, value)
		return
	}
	filled, x := r.fill(c, value, s)
	t.Lay(cube.Filled, node, filled)
	t.Lay(cube.Treated, node, c.treat(filled, x, s))
}

func idle(m index.Method) bool { return m.IsZero() || m.Name == "none" }

// panel tells that the indicator's gaps are filled from other editions.
func (c column) panel() bool {
	return slices.Contains([]string{"latest", "linear", "constant"}, c.node().Fill.Name)
}

func blank(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = nan
	}
	return x
}

// fill gives the column without its gaps, and its cells (to be read only); the rows of the gaps stay in s.rows.
func (r *run) fill(c column, value cube.Column, s *Scratch) (cube.Column, []float64) {
	m, x := c.node().Fill, value.View(&s.column)
	s.rows = value.Gaps(s.rows)
	if len(c.dropped) > 0 {
		s.column = grow(s.column, value.Len())
		if x = c.masked(value.Into(s.column)); len(s.rows) > 0 {
			s.rows = gaps(x, s.rows[:0])
		}
	}
	s.rows = c.unfilled(s.rows)
	if idle(m) || len(s.rows) == 0 {
		return c.patchGaps(value, x, s), x
	}
	s.result = grow(s.result, value.Len())
	if err := r.fillBy(m, c, x, s); err != nil {
		copy(s.result, x)
		c.line().found.Add(onNode(methodUnreadable, c.plan, c.node(), m.Place, m.String()))
	}
	c.unfill(s.result, value)
	c.masked(s.result)
	return c.patchGaps(value, s.result, s), s.result
}

// gaps lists the rows without a value.
func gaps(x []float64, rows []int32) []int32 {
	for i, v := range x {
		if missing(v) {
			rows = append(rows, int32(i))
		}
	}
	return rows
}

// patchGaps lays the gaps that were filled, and the units that were dropped, over the value; filled is what came of it.
func (c column) patchGaps(value cube.Column, filled []float64, s *Scratch) cube.Column {
	rows := make([]int32, 0, len(s.rows)+len(c.dropped))
	for _, row := range s.rows {
		if !missing(filled[row]) {
			rows = append(rows, row)
		}
	}
	if len(c.dropped) > 0 {
		for _, d := range c.dropped {
			if !missing(value.At(d.Row)) {
				rows = append(rows, int32(d.Row))
			}
		}
		slices.Sort(rows)
	}
	return value.Patched(rows, pick(filled, rows))
}

// pick takes the values of some rows.
func pick(x []float64, rows []int32) []float64 {
	vals := make([]float64, len(rows))
	for k, row := range rows {
		vals[k] = x[row]
	}
	return vals
}

// fillBy fills x into s.result by a method's name and marks the cells.
func (r *run) fillBy(m index.Method, c column, x []float64, s *Scratch) error {
	dst, g := s.result, c.schemes[m.Arg(0)]
	switch m.Name {
	case "mean":
		fillRows(dst, x, s.rows, Mean(x))
	case "median":
		var middle float64
		middle, s.sorted = Median(x, s.sorted)
		fillRows(dst, x, s.rows, middle)
	case "group-mean":
		FillGroupMean(dst, x, g.of, g.count, s)
	case "group-median":
		FillGroupMedian(dst, x, g.of, g.count, s)
	case "row-mean":
		FillRow(dst, x, c.peers[c.leaves[c.at]], c.pillar(c.leaves[c.at]))
	case "latest", "linear", "constant":
		limit, err := 0, error(nil)
		if m.Arg(0) != "" {
			limit, err = strconv.Atoi(m.Arg(0))
		}
		r.fillPanel(m.Name, limit, c, x, s)
		return err
	default:
		return fmt.Errorf("no filling %q", m.Name)
	}
	c.markFilled(m, dst, s)
	return nil
}

// markFilled marks every gap that was filled, and counts.
func (c column) markFilled(m index.Method, dst []float64, s *Scratch) {
	rows, left := make([]int32, 0, len(s.rows)), 0
	for _, row := range s.rows {
		switch {
		case c.out != nil && c.out[row]:
		case missing(dst[row]):
			left++
		default:
			rows = append(rows, row)
		}
	}
	c.line().filling = &Filling{Node: c.node().ID, Method: m.String(), Filled: len(rows), Left: left}
	c.table.MarkRows(c.leaves[c.at], rows, cube.Mark{Code: "filled:" + m.String(), Note: fillNote(m)})
}

// fillPanel fills from other editions and marks each cell with the years used.
func (r *run) fillPanel(name string, limit int, c column, x []float64, s *Scratch) {
	find := map[string]func(Series, int) (float64, Donor){
		"latest": func(s Series, row int) (float64, Donor) { return s.Latest(row, limit) },
		"linear": Series.Linear, "constant": Series.Constant}[name]
	series, marks, left, filled := r.series(c), map[Donor][]int32{}, 0, 0
	copy(s.result, x)
	for _, row := range s.rows {
		if !c.dated || c.out != nil && c.out[row] {
			continue
		}
		v, from := find(series, int(row))
		if s.result[row] = v; missing(v) {
			left++
			continue
		}
		filled++
		marks[from] = append(marks[from], row)
	}
	donors := make([]Donor, 0, len(marks))
	for d := range marks {
		donors = append(donors, d)
	}
	slices.SortFunc(donors, func(a, b Donor) int { return cmp.Or(a.From-b.From, a.To-b.To) })
	for _, d := range donors {
		c.table.MarkRows(c.leaves[c.at], marks[d], panelMark(name, d))
	}
	c.line().filling = &Filling{Node: c.node().ID, Method: c.node().Fill.String(), Filled: filled, Left: left}
}
