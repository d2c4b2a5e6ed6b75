package forms

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/problem"
)

// paper is one file being read.
type paper struct {
	*desk
	filing *form.Filing
	name   string // of the file, in its folder
	book   *sheet.Book
	grids  []*grid
	meta   map[string]string
	by     string // how the unit was told, "meta" where the form itself says it

	found map[string]*found // answers by id
}

func (x *paper) report(p problem.Problem) { x.filing.Problems.Add(p) }

// refuse reports why a form as a whole is not used.
func (x *paper) refuse(p problem.Problem) {
	x.report(p)
	x.filing.Refused = true
}

// read reads one file: what it is, whose it is, what it says.
func (d *desk) read(name string) *paper {
	x := d.paper(name)
	data, err := d.bytes(name)
	if err != nil {
		x.refuse(sheet.Unreadable(x.filing.File, err))
		return x
	}
	x.filing.SHA256 = sum(data)
	if !x.open(data) {
		return x
	}
	x.identify()
	x.rest()
	return x
}

// paper is a file of which nothing is read yet.
func (d *desk) paper(name string) *paper {
	return &paper{desk: d, name: name, found: map[string]*found{}, filing: &form.Filing{File: d.place(name).File, Answers: map[string]form.Answer{},
		Self: map[string]form.Self{}, Explained: map[string]string{}, Evidence: map[string][]form.Evidence{}, Faulty: map[string]bool{}}}
}

// rest reads what the form says, after it is known whose it is.
func (x *paper) rest() {
	tables := x.tables()
	if len(tables) == 0 && !x.filing.Refused {
		x.refuse(notForm.At(problem.Place{File: x.filing.File}, path.Base(x.name)))
	}
	if x.filing.Refused {
		x.blank()
		return
	}
	for _, t := range tables {
		x.take(t)
	}
	x.settle()
	x.takeEvidence()
	x.judge()
}

// open opens the file and holds its sheets; false where it is no spreadsheet or is damaged.
func (x *paper) open(data []byte) bool {
	b, ps := sheet.OpenBytes(x.filing.File, data)
	for _, p := range ps {
		x.report(p)
	}
	if b == nil {
		x.filing.Refused = true
		return false
	}
	x.book, x.filing.Format = b, string(b.Format)
	for _, s := range b.Sheets {
		g := load(s)
		x.grids = append(x.grids, g)
		if g.long {
			x.refuse(tooLong.At(problem.Place{File: x.filing.File, Sheet: s.Name}, "", "limit", number(most)))
		}
		for _, p := range s.Problems {
			if p.Place.Cell == "" && p.Severity == problem.Fault || slices.Contains(ruinous, p.Code) {
				x.refuse(p)
			}
		}
	}
	return !x.filing.Refused
}

// ruinous are the codes of a sheet that stops before its end: answers below are lost.
var ruinous = []string{"file-damaged", "file-too-large", "sheet-too-large", "file-text", "file-unreadable", "csv-quote"}

// tables finds the tables of answers; those that the row of ids tells go before those that only the headings tell.
func (x *paper) tables() (all []*table) {
	for _, g := range x.grids {
		for _, t := range g.answers() {
			x.keyed(t)
			all = append(all, t)
		}
	}
	marked := slices.ContainsFunc(all, func(t *table) bool { return t.marked })
	return slices.DeleteFunc(all, func(t *table) bool {
		return marked && !t.marked || !slices.ContainsFunc(t.rows, func(r sheet.Row) bool { k, _ := x.keyOf(t, &r); return k.id != "" })
	})
}

// concerns keeps the problems that a sheet reported itself and that touch what is read: those without a cell, and those
// of the given columns.
func (x *paper) concerns(t *table, columns []int) {
	for _, c := range columns {
		t.compute(c)
	}
	for _, p := range append(t.sheet.Problems, t.computed...) {
		if slices.Contains(ruinous, p.Code) {
			continue // told, and the form refused
		}
		if _, column, ok := cellAt(p.Place.Cell); p.Place.Cell == "" || p.Code == "cell-legacy-font" || ok && slices.Contains(columns, column) {
			x.report(p)
		}
	}
}

// cellAt reads B7 as row 7, column 2.
func cellAt(cell string) (row, column int, ok bool) {
	i := 0
	for i < len(cell) && cell[i] >= 'A' && cell[i] <= 'Z' && i < 4 {
		column = column*26 + int(cell[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(cell[i:])
	return row, column, err == nil && row > 0 && column > 0
}

// address of a defined name: 'Trả lời'!$C$5 is the sheet, row and column; ok is false for a range or a constant.
func address(refers string) (name string, row, column int, ok bool) {
	i := strings.LastIndex(refers, "!")
	if i < 0 {
		return "", 0, 0, false
	}
	name = strings.ReplaceAll(strings.Trim(strings.TrimPrefix(refers[:i], "="), "'"), "''", "'")
	row, column, ok = cellAt(strings.ReplaceAll(refers[i+1:], "$", ""))
	return name, row, column, ok
}

// blank makes every answer of a refused form faulty: the unit sent something, and nothing of it counts.
func (x *paper) blank() {
	x.filing.Self, x.filing.Explained = map[string]form.Self{}, map[string]string{}
	x.filing.Evidence, x.filing.Faulty = map[string][]form.Evidence{}, map[string]bool{}
	for _, id := range x.order {
		x.filing.Answers[id] = form.Answer{Value: nan, Faulty: true, Place: problem.Place{File: x.filing.File}}
	}
}
