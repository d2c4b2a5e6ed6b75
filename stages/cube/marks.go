package cube

import (
	"cmp"
	"slices"

	"xephang/stages/problem"
)

// Mark is what a stage says about one cell: filled by a mean, cut as an outlier, withheld. Code is stable and goes into
// the open data (flag column); Note is for readers.
type Mark struct {
	Code string
	Note problem.Text
}

// nodeMarks are the marks of one node's cells: one by one, and in runs where many cells share a mark.
type nodeMarks struct {
	given int // marks given so far; the number of a mark is its order
	cells map[int][]numbered
	runs  []run
}

type numbered struct {
	Mark
	number int
}

// run is one mark over many rows: as a list, or as bits where that is smaller (four bytes a row against one bit a unit).
type run struct {
	numbered
	rows []int32
	bits []uint64
}

func (r run) has(row int) bool {
	if r.bits != nil {
		return r.bits[row>>6]&(1<<(row&63)) != 0
	}
	_, found := slices.BinarySearch(r.rows, int32(row))
	return found
}

// AddMark adds a mark to a cell of a node. Marks of different nodes may be added from different goroutines.
func (t *Table) AddMark(node, row int, m Mark) {
	of := &t.marks[node]
	if of.cells == nil {
		of.cells = map[int][]numbered{}
	}
	of.given++
	of.cells[row] = append(of.cells[row], numbered{m, of.given})
}

// MarkRows adds one mark to many cells of a node, rows ascending; it keeps rows. A million marked cells cost megabytes
// here where AddMark would need hundreds.
func (t *Table) MarkRows(node int, rows []int32, m Mark) {
	if len(rows) == 0 {
		return
	}
	of := &t.marks[node]
	of.given++
	r := run{numbered: numbered{m, of.given}, rows: rows}
	if len(rows) > len(t.Units)/32 {
		r.rows, r.bits = nil, make([]uint64, (len(t.Units)+63)/64)
		for _, i := range rows {
			r.bits[i>>6] |= 1 << (i & 63)
		}
	}
	of.runs = append(of.runs, r)
}

// MarkPresent adds one mark to every cell of a node that has a value in a column.
func (t *Table) MarkPresent(node int, c Column, m Mark) {
	present := c.Present()
	if present == 0 {
		return
	}
	all := make([]uint64, (len(t.Units)+63)/64)
	for i := range all {
		all[i] = ^uint64(0)
	}
	if present < c.Len() {
		for _, row := range c.Gaps(nil) {
			all[row>>6] &^= 1 << (row & 63)
		}
	}
	of := &t.marks[node]
	of.given++
	of.runs = append(of.runs, run{numbered: numbered{m, of.given}, bits: all})
}

// Marks of a cell, in the order in which they were given: the order of the stages.
func (t *Table) Marks(node, row int) []Mark {
	of := &t.marks[node]
	found := of.cells[row]
	for _, r := range of.runs {
		if r.has(row) {
			found = append(slices.Clip(found), r.numbered)
		}
	}
	if len(found) == 0 {
		return nil
	}
	slices.SortFunc(found, func(a, b numbered) int { return cmp.Compare(a.number, b.number) })
	marks := make([]Mark, len(found))
	for i, m := range found {
		marks[i] = m.Mark
	}
	return marks
}
