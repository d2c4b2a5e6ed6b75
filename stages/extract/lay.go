package extract

import (
	"cmp"
	"maps"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// lay puts the gathered columns into the tables of the cube and derives the values that are not read.
func (f *folder) lay() {
	for _, e := range f.order {
		f.correct(e)
		for _, t := range e.targets() {
			e.lay(e.columns[t])
		}
		f.derive(e)
		f.reasons(e)
		e.columns = nil
	}
}

// targets lists the columns in an order that does not depend on how they were met.
func (e *edition) targets() []target {
	return slices.SortedFunc(maps.Keys(e.columns), func(a, b target) int {
		return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.name, b.name))
	})
}

// lay seals one column into its layer. A column in which nothing was read is left out. An indicator without an
// expression or denominator shares its given column with the layer Value.
func (e *edition) lay(f *figures) {
	asked := f.to == given && e.filed != nil // a question that nobody answered has a column too: rules look for it
	if !asked && !slices.ContainsFunc(f.values, func(v float64) bool { return v == v }) {
		return
	}
	c, o := cube.Seal(f.values), f.origin.slim()
	layer := cube.Value
	switch f.to {
	case scored:
		layer = cube.PublishedScore
	case ranked:
		layer = cube.PublishedRank
	case appraised:
		layer = cube.Appraised
	case measured:
		layer = cube.Measured
	default:
		e.table.LayGiven(cube.Given{Name: f.name, Column: c, Origin: o})
		if f.node == nil || f.node.Value != "" || f.node.Per != "" {
			return
		}
	}
	e.table.Lay(layer, f.node.Col, c)
	e.table.SetOrigin(layer, f.node.Col, o)
}

// waive tells that a cell may lie outside its range, and marks it with the reason.
func (e *edition) waive(node string, row int) bool {
	reason, ok := e.waived[[2]string{e.table.Units[row], node}]
	if !ok {
		return false
	}
	col, _ := e.table.Col(node)
	for _, m := range e.table.Marks(col, row) {
		if m.Code == "waived" {
			return true
		}
	}
	e.table.AddMark(col, row, cube.Mark{Code: "waived", Note: reason})
	return true
}

// firstPlace is the first place of the first origin that has one.
func firstPlace(row int, origins ...cube.Origin) problem.Place {
	for _, o := range origins {
		if o == nil {
			continue
		}
		if s := o.At(row); len(s.Places) > 0 {
			return s.Places[0]
		}
	}
	return problem.Place{}
}
