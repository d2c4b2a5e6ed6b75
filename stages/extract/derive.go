package extract

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// derive lays the value of every indicator that is not simply read: value: an expression over the given columns (yes is
// 1, no is 0), per: divided by a denominator / per_scale. A missing answer makes the value missing. Where all answers are
// there and no finite number comes out, as of a division by zero, the value is missing with a doubt.
func (f *folder) derive(e *edition) {
	if e.plan.Edition.Compute == "none" {
		return
	}
	for i := range e.plan.Nodes {
		n := &e.plan.Nodes[i]
		if n.Leaf() && (n.Value != "" || n.Per != "") {
			f.deriveNode(e, n)
		}
	}
}

func (f *folder) deriveNode(e *edition, n *index.PlanNode) {
	names := []string{n.ID}
	var formula *index.Formula
	if n.Value != "" {
		var err error
		if formula, err = index.ParseFormula(n.Value); err != nil {
			return // Parse has reported it
		}
		names = formula.Names
	}
	columns, origins, ok := answersOf(e.table, names)
	if !ok {
		return
	}
	var values []float64
	if formula == nil {
		values = columns[0].Into(make([]float64, columns[0].Len()))
	} else {
		given := make([][]float64, len(columns))
		for i, c := range columns {
			given[i] = c.Values()
		}
		values = formula.Over(given, len(e.table.Units))
	}
	if n.Per != "" {
		per := e.table.Given(n.Per)
		if per == nil {
			return
		}
		divide(values, per.Column.Values(), n.PerScale)
		columns, origins = append(columns, per.Column), append(origins, per.Origin)
	}
	f.check(e, n, values, columns, origins)
	e.table.Lay(cube.Value, n.Col, cube.Seal(values))
	e.table.SetOrigin(cube.Value, n.Col, derived(origins))
}

// answersOf gives the given columns by name; a column that was not read at all is missing in every row, and where none
// was read there is nothing to derive.
func answersOf(t *cube.Table, names []string) (columns []cube.Column, origins []cube.Origin, ok bool) {
	var blank []float64
	for _, name := range names {
		if g := t.Given(name); g != nil {
			columns, origins, ok = append(columns, g.Column), append(origins, g.Origin), true
			continue
		}
		if blank == nil {
			blank = make([]float64, len(t.Units))
			for i := range blank {
				blank[i] = math.NaN()
			}
		}
		columns, origins = append(columns, cube.Seal(blank)), append(origins, cube.Cells{})
	}
	return columns, origins, ok
}

// divide makes each value x / (d / scale), as COINr's Denominate does; scale 0 is 1. No finite quotient is NaN.
func divide(values, per []float64, scale float64) {
	if scale == 0 {
		scale = 1
	}
	for i, d := range per {
		q := values[i] / float64(d/scale)
		if math.IsInf(q, 0) {
			q = math.NaN()
		}
		values[i] = q
	}
}

// check doubts values that could not be computed although all answers are there, and refuses those out of range.
func (f *folder) check(e *edition, n *index.PlanNode, values []float64, columns []cube.Column, origins []cube.Origin) {
	var tally sheet.Tally
	report := func(row int, p problem.Problem) {
		p.Unit = e.table.Units[row]
		if e.filed != nil && e.filed.rows[row] {
			f.private(e, p)
		} else if tally.More(p.Code) {
			f.add(e.plan.Edition.ID, p)
		}
	}
	for row, v := range values {
		switch {
		case v != v && complete(columns, row):
			report(row, noQuotient.At(firstPlace(row, origins...), e.table.Units[row], "node", n.ID, "formula", formulaOf(n)))
		case n.Range != nil && (v < n.Range[0] || v > n.Range[1]) && !e.waive(n.ID, row):
			values[row] = math.NaN()
			report(row, valueOutside.At(firstPlace(row, origins...), shortest(v), "node", n.ID, "low", shortest(n.Range[0]), "high", shortest(n.Range[1])))
		}
	}
	f.add(e.plan.Edition.ID, tally.Rest(problem.Place{File: f.input.Index.File})...)
}

func complete(columns []cube.Column, row int) bool {
	for _, c := range columns {
		if v := c.At(row); v != v {
			return false
		}
	}
	return true
}

func formulaOf(n *index.PlanNode) string {
	s := n.Value
	if s == "" {
		s = n.ID
	}
	if n.Per != "" {
		s = "(" + s + ") / " + n.Per
	}
	return s
}

// derived is the origin of a computed value: the cells of all that it was computed from.
type derived []cube.Origin

// At implements cube.Origin.
func (d derived) At(row int) (s cube.Source) {
	for i, o := range d {
		if i == 0 {
			s = o.At(row)
		} else {
			s = join(s, o.At(row))
		}
	}
	return s
}
