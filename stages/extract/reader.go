package extract

import (
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// reader reads one table: a sheet with a header row.
type reader struct {
	f       *folder
	book    *sheet.Book
	sheet   *sheet.Sheet
	only    *edition // the edition of the file; nil where a column says it
	finder  *finder
	head    *header
	machine bool // figures are written by a program: CSV parted by commas
	tastes  []*taste
	hidden  int
	first   cellAt // the first hidden row
	last    int    // row read last
	tally   sheet.Tally

	unit    string // code of the row being read
	says    string // last text of the edition column
	said    *edition
	slots   map[*edition]*slots
	current *slots // of the edition of the row before
	bare    map[int]bool
	nodes   map[string]nodeTarget
}

// slots are the columns of a wide table as one edition takes them.
type slots struct {
	e       *edition
	rows    []int32 // row of the sheet by row of the cube, 0 = not there
	remarks map[int]remark
	columns []slot // by column of the sheet
}

// slot is one column of figures of a wide table.
type slot struct {
	f    *figures
	own  bool // this table is the column's base: its cells are laid without asking
	rank bool
}

func (r *reader) place(at cellAt) problem.Place {
	p := r.sheet.Place(at.row, at.column)
	p.Line = at.line
	return p
}

func (r *reader) report(k *problem.Kind, at cellAt, found string, args ...string) {
	if r.tally.More(k.Code) {
		p := k.At(r.place(at), found, args...)
		p.Unit = r.unit
		r.f.add(r.edition(), p)
	}
}

// edition names the edition of the row being read, for problems.
func (r *reader) edition() string {
	switch {
	case r.only != nil:
		return r.only.plan.Edition.ID
	case r.said != nil:
		return r.said.plan.Edition.ID
	}
	return ""
}

// row reads a row below the header.
func (r *reader) row(row *sheet.Row) {
	at := cellAt{row: row.Number, line: row.Line, column: r.head.units[0]}
	r.unit = ""
	if blankRow(row) || r.footnote(row) {
		return
	}
	r.last = row.Number
	if row.Hidden {
		if r.hidden++; r.hidden == 1 {
			r.first = at
		}
	}
	e := r.editionOf(row)
	if e == nil {
		return
	}
	e.tables++
	unit, ok := r.unitOf(row, e, at)
	if !ok {
		return
	}
	r.unit = e.table.Units[unit]
	if r.head.long() {
		r.longRow(row, e, unit, at)
	} else {
		r.wideRow(row, e, unit, at)
	}
}

func blankRow(row *sheet.Row) bool {
	for i := range row.Cells {
		if !row.Cells[i].Blank() {
			return false
		}
	}
	return true
}

// footnote tells a line of words under or between the figures: a single cell of text which is no unit.
func (r *reader) footnote(row *sheet.Row) bool {
	filled, words := 0, false
	for i := range row.Cells {
		if c := &row.Cells[i]; !c.Blank() {
			if filled++; filled > 1 {
				return false
			}
			words = c.Kind == sheet.Text
		}
	}
	return words
}

// editionOf tells the edition of a row: that of the file, or the one its edition column names.
func (r *reader) editionOf(row *sheet.Row) *edition {
	if r.head.edition == 0 {
		return r.only
	}
	c := row.At(r.head.edition)
	says := strings.TrimSpace(c.String())
	if says == "" && r.only != nil {
		return r.only
	}
	at := cellAt{row: row.Number, line: row.Line, column: r.head.edition}
	if says != r.says || r.said == nil {
		r.says, r.said = says, r.f.editions[says]
		if r.said == nil {
			r.report(editionUnknown, at, says, "editions", r.f.known())
			return nil
		}
	}
	if r.only != nil && r.said != r.only {
		r.report(editionOther, at, says, "edition", r.only.plan.Edition.ID)
		return nil
	}
	return r.said
}

// unitOf finds the row of the cube. Every unit column that is filled must name the same unit.
func (r *reader) unitOf(row *sheet.Row, e *edition, at cellAt) (unit int, ok bool) {
	unit = -1
	for _, i := range r.head.units {
		c := row.At(i)
		name := strings.TrimSpace(c.String())
		if c.Blank() {
			continue
		}
		at.column = i
		if unit < 0 {
			if unit = r.resolve(name, e, at); unit < 0 {
				return 0, false
			}
		} else if code := e.table.Units[unit]; code != name && !r.names(name, code, e) {
			u, _ := r.f.input.Registry.Unit(code)
			r.report(unitDisagrees, at, name, "code", code, "name", u.Name.In("vi"))
			return 0, false
		}
	}
	if unit < 0 {
		r.report(unitBlank, at, "")
		return 0, false
	}
	return unit, true
}

// resolve finds a unit by whatever names it, −1 where a problem was reported.
func (r *reader) resolve(name string, e *edition, at cellAt) int {
	if i, ok := e.table.Row(name); ok {
		return i
	}
	u, bad := r.f.input.Registry.Resolve(name, e.plan.AsOf, e.kinds, r.place(at))
	if bad != nil {
		was, as, by := r.old(name, e)
		if by == nil {
			if r.tally.More(bad.Code) {
				r.f.add(e.plan.Edition.ID, *bad)
			}
			return -1
		}
		u = was
		r.report(textConverted, at, name, "encoding", by.Label, "text", as)
	}
	i, ok := e.table.Row(u.Code)
	if !ok {
		r.report(unitOutside, at, name, "edition", e.plan.Edition.ID)
		return -1
	}
	return i
}

// names tells whether a name is one of a unit's.
func (r *reader) names(name, code string, e *edition) bool {
	u, ok := r.f.input.Registry.Match(name, e.plan.AsOf, e.kinds...)
	if !ok {
		u, ok = r.f.input.Registry.Match(name, units.Date(0), e.kinds...)
	}
	if !ok {
		was, _, by := r.old(name, e)
		u, ok = was, by != nil
	}
	return ok && u.Code == code
}

// remark gathers what the row says of its figures.
func (r *reader) remark(row *sheet.Row) (m remark) {
	get := func(column int) string {
		if column == 0 {
			return ""
		}
		c := row.At(column)
		return strings.TrimSpace(c.String())
	}
	m.cite, m.trust = cites(get(r.head.source)), get(r.head.trust)
	m.note = problem.Text{VI: get(r.head.noteVI), EN: get(r.head.noteEN)}
	return m
}

// finish reports what a table shows only at its end.
func (r *reader) finish() {
	r.unit = ""
	r.settle()
	if r.hidden > 0 {
		r.report(rowsHidden, r.first, "", "count", strconv.Itoa(r.hidden))
	}
	if r.sheet.Hidden {
		r.report(sheetHidden, cellAt{}, r.sheet.Name)
	}
	for _, m := range r.sheet.Merged {
		if m.Row > r.head.row && m.Row <= r.last && r.reads(m) {
			r.report(cellMerged, cellAt{row: m.Row, column: m.Column}, m.String())
		}
	}
	r.f.problems.Add(r.tally.Rest(r.sheet.Place(0, 0))...)
}

// reads tells that a merged range covers several cells of which one belongs to a column that is read.
func (r *reader) reads(m sheet.Range) bool {
	read := 0
	for i := m.Column; i <= m.ToColumn && i < len(r.head.columns); i++ {
		if role := r.head.columns[i].role; role != unknownRole && role != orderRole {
			read++
		}
	}
	return read > 1 || read == 1 && m.ToRow > m.Row
}
