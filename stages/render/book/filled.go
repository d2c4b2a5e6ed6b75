package book

import (
	"slices"

	"xephang/stages/cube"
)

// filled is the sheet of values with their gaps filled: by a formula where the filling looks at this edition's column,
// by the figure that was found where it looks at other editions or other indicators.
func (a *audit) filled() {
	var nodes []int
	for n := range a.e.Nodes {
		p := &a.e.Nodes[n]
		if p.Leaf() && p.Fill.Name != "" && p.Fill.Name != "none" && a.t.Has(cube.Filled, n) {
			nodes = append(nodes, n)
		}
	}
	a.layer("fill", nodes, exactLook, a.fillFormula, func(n int) cube.Column { return a.t.At(cube.Filled, n) })
}

func (a *audit) fillFormula(n int) func(row int) string {
	before, m := a.latest(n), a.e.Nodes[n].Fill
	column := a.all(before, n)
	with := func(row int) string { return "" }
	switch m.Name {
	case "mean":
		with = func(int) string { return "AVERAGE(" + column + ")" }
	case "median":
		with = func(int) string { return "MEDIAN(" + column + ")" }
	case "group-mean":
		with = a.groupMean(m.Arg(0), before, n)
	default:
		a.missing(n, "fill", "fill")
		with = a.found(n)
	}
	return func(row int) string {
		x := before.cell(n, row)
		return "IF(ISNUMBER(" + x + ")," + x + ",IFERROR(" + with(row) + `,""))`
	}
}

// found is the figure that fills a gap, as it was found.
func (a *audit) found(n int) func(row int) string {
	filled := a.t.At(cube.Filled, n)
	return func(row int) string {
		if v := filled.At(a.rows[row]); v == v {
			return figure(v)
		}
		return `""`
	}
}

// groupMean averages the members of the row's group, which stands beside the raw figures.
func (a *audit) groupMean(scheme string, before area, n int) func(row int) string {
	at := 2 + len(a.inputs) + slices.Index(a.schemes, scheme)
	sheet, column := quoted(a.layers[0].sheet), a.all(before, n)
	span := sheet + "$" + letters(at) + "$" + num(firstRow) + ":$" + letters(at) + "$" + num(firstRow+len(a.rows)-1)
	return func(row int) string {
		own := sheet + ref(at, firstRow+row)
		return "IF(" + own + `="","",AVERAGEIF(` + span + "," + own + "," + column + "))"
	}
}

// treated is the sheet of values with outliers treated.
func (a *audit) treated() {
	var nodes []int
	for n := range a.e.Nodes {
		p := &a.e.Nodes[n]
		if p.Leaf() && p.Treat.Name != "" && p.Treat.Name != "none" && a.t.Has(cube.Treated, n) {
			nodes = append(nodes, n)
		}
	}
	a.tune()
	a.layer("treat", nodes, exactLook, a.treatFormula, func(n int) cube.Column { return a.t.At(cube.Treated, n) })
}

// treatFormula finds what the treatment came to: nothing, ends brought inwards (its limits stand on the sheet of
// parameters, where they can be changed), or a transformation by the column's own extremes.
func (a *audit) treatFormula(n int) func(row int) string {
	before, column := a.latest(n), a.all(a.latest(n), n)
	x, y := a.figures(cube.Filled, n), a.figures(cube.Treated, n)
	same := func(body func(x string) string) func(row int) string {
		return func(row int) string {
			at := before.cell(n, row)
			return "IF(ISNUMBER(" + at + "),IFERROR(" + body(at) + `,""),"")`
		}
	}
	low, high := extremes(y)
	switch {
	case clamped(x, y, low, high):
		if lowest, highest := extremes(x); lowest < low || highest > high {
			a.missing(n, "tuning", "limits")
		}
		return same(func(x string) string {
			return "MAX(" + a.tuned(n, lowLimit) + ",MIN(" + a.tuned(n, highLimit) + "," + x + "))"
		})
	default:
		for _, c := range transformations(a.e.Nodes[n].Treat, column) {
			if c.gives(x, y) {
				return same(c.formula)
			}
		}
	}
	return nil
}

// figures of a layer, by row of the sheet.
func (a *audit) figures(l cube.Layer, n int) []float64 {
	column, all := a.t.At(l, n), make([]float64, len(a.rows))
	for i, row := range a.rows {
		all[i] = column.At(row)
	}
	return all
}

// clamped tells whether y is x with its ends brought to low and high.
func clamped(x, y []float64, low, high float64) bool {
	for i := range x {
		if x[i] == x[i] && max(low, min(high, x[i])) != y[i] {
			return false
		}
	}
	return true
}

func extremes(x []float64) (low, high float64) {
	low, high = nan, nan
	for _, v := range x {
		if v == v {
			if low != low || v < low {
				low = v
			}
			if high != high || v > high {
				high = v
			}
		}
	}
	return low, high
}
