package extract

import (
	"xephang/stages/cube"
	"xephang/stages/problem"
)

// put lays a figure into a cell of the cube, beside what is there already.
func (r *reader) put(e *edition, f *figures, row int, v float64, rank int, at cellAt) {
	r.putSource(e, f, row, v, cube.Source{Places: []problem.Place{r.plain(at)}}, at)
	if rank > 0 {
		r.putRank(e, f, row, rank, cube.Source{Places: []problem.Place{r.plain(at)}}, at)
	}
}

// putRank lays the rank that stood with a score, or in a column of its own.
func (r *reader) putRank(e *edition, f *figures, row, rank int, s cube.Source, at cellAt) {
	r.putSource(e, e.column(target{ranked, f.name}, f.node), row, float64(rank), s, at)
}

// plain is the place of a cell as the cube keeps it.
func (r *reader) plain(at cellAt) problem.Place { return r.sheet.Place(at.row, at.column) }

// putSource lays a figure with its source; where the cell holds one already the two must agree.
func (r *reader) putSource(e *edition, f *figures, row int, v float64, s cube.Source, at cellAt) {
	if !r.inRange(e, f, row, v, at) {
		return
	}
	old := f.values[row]
	if f.origin.extra == nil {
		f.origin.extra = cube.Cells{}
	}
	switch {
	case old != old:
		f.values[row] = v
		f.origin.extra[row] = s
	case old == v:
		f.origin.extra[row] = join(f.origin.At(row), s)
	default:
		other := f.origin.At(row)
		where := ""
		if len(other.Places) > 0 {
			where = other.Places[0].String()
		}
		r.report(cellDisagrees, at, at.shown(v), "other", shortest(old), "place", where)
	}
}

// inRange checks a value against its node's range. Outside, a waiver keeps it and marks it; else it is reported.
func (r *reader) inRange(e *edition, f *figures, row int, v float64, at cellAt) bool {
	if !f.ranged || f.node.Range[0] <= v && v <= f.node.Range[1] {
		return true
	}
	if e.waive(f.node.ID, row) {
		return true
	}
	r.report(valueOutside, at, at.shown(v), "node", f.node.ID, "low", shortest(f.node.Range[0]), "high", shortest(f.node.Range[1]))
	return false
}
