package view

import (
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Block is a set of units ranked among themselves, as sheets are parted; one without a name where all are ranked together.
type Block struct {
	ID   string
	Name problem.Text
	Rows []int // in the order of the ranking
}

// Blocks lists the blocks of an edition that have a row to show.
func (e *Edition) Blocks() (all []Block) {
	for _, p := range e.parts() {
		if len(p.rows) > 0 {
			all = append(all, Block{p.id, p.name, p.rows})
		}
	}
	return all
}

// Before is the edition that changes are counted from, or nil.
func (e *Edition) Before() *Edition { return e.before }

// RowNotes gives what the input says of a row's published figure, without what is said once for nearly all rows.
func (e *Edition) RowNotes(l Lang) func(row int) string {
	shared := e.sharedNotes(l)
	return func(row int) string { return e.note(l, row, shared) }
}

// MainScheme is the smallest grouping that nearly all units of an edition have, empty without one.
func (r *Report) MainScheme(e *Edition) string { return r.mainScheme(e) }

// GroupOf names a unit's group of a scheme on a day; empty where it has none.
func (r *Report) GroupOf(l Lang, code, scheme string, at units.Date) string {
	return r.group(l, code, scheme, at)
}

// UnitHead names the column of units by the first kind that an index ranks.
func (l Lang) UnitHead(kinds []string) string { return l.unitHead(kinds) }
