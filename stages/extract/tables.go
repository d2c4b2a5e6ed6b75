package extract

import (
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// searched is how many filled rows of a sheet are looked at for a header.
const searched = 100

// tableFile reads the tables of one file.
type tableFile struct {
	f      *folder
	book   *sheet.Book
	only   *edition
	found  int          // sheets with a header row
	filled int          // sheets with anything in them
	damage int          // problems that sheets reported themselves
	near   problem.List // sheets that head several figures and lack the unit column
}

// sheet looks for a header row and reads the rows below it. A sheet without one holds notes and is left alone, unless
// it is the only one, or heads several figures and lacks the unit column.
func (t *tableFile) sheet(s *sheet.Sheet) {
	var plan *index.Plan
	id := ""
	if t.only != nil {
		plan, id = t.only.plan, t.only.plan.Edition.ID
	}
	f := newFinder(t.f.input.Index, plan)
	var r *reader
	rows, best := 0, 0
	var near problem.List
	for row := range s.Rows() {
		if r != nil {
			r.row(row)
			continue
		}
		if rows++; rows > searched {
			break
		}
		h, ok := f.read(row)
		switch {
		case ok:
			r = t.reader(s, f, h)
		case len(h.units) == 0 && h.nodes() > max(best, 1):
			best = h.nodes()
			near = problem.List{noUnitColumn.At(problem.Place{File: s.File, Sheet: s.Name, Line: row.Line, Cell: s.Place(row.Number, h.figures[0]).Cell}, h.text())}
		}
	}
	if rows > 0 {
		t.filled++
	}
	t.damage += s.Problems.Faults()
	t.f.add(id, s.Problems...)
	if r != nil {
		t.found++
		r.finish()
		return
	}
	t.near = append(t.near, near...)
}

// reader begins a table.
func (t *tableFile) reader(s *sheet.Sheet, f *finder, h *header) *reader {
	r := &reader{f: t.f, book: t.book, sheet: s, only: t.only, finder: f, head: h, machine: t.book.Comma == ',',
		slots: map[*edition]*slots{}, bare: map[int]bool{}, nodes: map[string]nodeTarget{}}
	for range h.columns {
		r.tastes = append(r.tastes, &taste{})
	}
	for _, p := range h.check(s) {
		t.f.add(r.edition(), p)
	}
	if t.only == nil && h.edition == 0 {
		t.f.add("", editionUnknown.At(s.Place(h.row, 1), s.File, "editions", t.f.known()))
	}
	return r
}

// text is the header as a message quotes it.
func (h *header) text() string {
	var all []string
	for _, c := range h.columns {
		if c.text != "" && len(all) < 6 {
			all = append(all, c.text)
		}
	}
	return strings.Join(all, " | ")
}

// finish reports a file in which no table was found.
func (t *tableFile) finish() {
	id := ""
	var nodes []string
	if t.only != nil {
		id, nodes = t.only.plan.Edition.ID, t.only.table.Nodes
	} else if len(t.f.order) > 0 {
		nodes = t.f.order[len(t.f.order)-1].table.Nodes
	}
	at := problem.Place{File: t.book.File}
	switch {
	case len(t.near) > 0 && t.found > 0:
		for _, p := range t.near {
			t.f.add(id, sheetUnread.At(p.Place, p.Found))
		}
	case len(t.near) > 0:
		t.f.add(id, t.near...)
	case t.found > 0 || t.damage > 0:
	case t.filled == 0:
		t.f.add(id, tableEmpty.At(at, ""))
	default:
		t.f.add(id, tableMissing.At(at, "", "nodes", strings.Join(nodes[:min(len(nodes), 12)], ", ")))
	}
}
