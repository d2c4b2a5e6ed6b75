package extract

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
	goal "xephang/stages/target"
	"xephang/stages/units"
)

// ledgerHead is the first row of a table of the ledger: which column is what.
type ledgerHead struct {
	keeper   *bookkeeper
	sheet    *sheet.Sheet
	columns  map[string]int
	machine  bool // figures are written as programs write them
	complete bool // every needed column is there
}

// heading reads the first row. A column that is missing is a fault, one that nobody knows a doubt.
func (b *bookkeeper) heading(s *sheet.Sheet, row *sheet.Row, columns, needed []string) *ledgerHead {
	h := &ledgerHead{keeper: b, sheet: s, columns: map[string]int{}, machine: s.Name == "", complete: true}
	for _, c := range row.Cells {
		name := strings.ToLower(strings.TrimSpace(c.String()))
		switch {
		case name == "":
		case !slices.Contains(columns, name):
			b.problems.Add(ledgerColumn.At(s.Place(row.Number, c.Column), c.String(), "columns", strings.Join(columns, ", ")))
		case h.columns[name] > 0:
			b.problems.Add(ledgerColumnTwice.At(s.Place(row.Number, c.Column), c.String()))
		default:
			h.columns[name] = c.Column
		}
	}
	for _, name := range needed {
		if h.columns[name] == 0 {
			h.complete = false
			b.problems.Add(ledgerColumnMissing.At(s.Place(row.Number, 1), "", "column", name))
		}
	}
	return h
}

// record is one row of a table of the ledger.
type record struct {
	*ledgerHead
	row *sheet.Row
}

// at is the place of a cell.
func (r *record) at(column string) problem.Place {
	return r.sheet.Place(r.row.Number, max(1, r.columns[column]))
}

func (r *record) report(k *problem.Kind, column, found string, args ...string) {
	r.keeper.problems.Add(k.At(r.at(column), found, args...))
}

func (r *record) cell(column string) sheet.Cell {
	if c := r.columns[column]; c > 0 {
		return r.row.At(c)
	}
	return sheet.Cell{}
}

// get is a cell as text; a date stands as 2020-10-31.
func (r *record) get(column string) string {
	c := r.cell(column)
	s := strings.TrimSpace(c.String())
	if c.Kind == sheet.Date {
		s, _, _ = strings.Cut(s, "T")
	}
	return s
}

// id is a cell that must be filled, once in the table.
func (r *record) id(column string, seen map[string]problem.Place) string {
	id := r.get(column)
	other, twice := seen[id]
	switch {
	case id == "":
		r.report(ledgerBlank, column, "", "column", column)
		return ""
	case twice:
		r.report(ledgerTwice, column, id, "other", other.String())
		return ""
	}
	seen[id] = r.at(column)
	return id
}

// text is a pair of columns, <column>_vi and <column>_en; where only the English is missing it is doubted.
func (r *record) text(column string) problem.Text {
	t := problem.Text{VI: r.get(column + "_vi"), EN: r.get(column + "_en")}
	if (t.VI == "") != (t.EN == "") {
		r.report(ledgerOneLanguage, column+"_vi", t.VI+t.EN, "column", column)
	}
	return t
}

// list parts a cell.
func (r *record) list(column, sep string) (all []string) {
	for _, s := range strings.Split(r.get(column), sep) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// number is a figure; NaN where the cell is blank or cannot be read for certain.
func (r *record) number(column string) float64 {
	c := r.cell(column)
	if c.Kind == sheet.Number {
		if c.Percent {
			return c.Number * 100
		}
		return c.Number
	}
	n := sheet.ParseNumber(r.get(column), sheet.Style{Machine: r.machine, Percent: true})
	switch n.Is {
	case sheet.Figure:
		return n.Value
	case sheet.Missing:
	default:
		r.report(ledgerNumber, column, r.get(column), "column", column)
	}
	return math.NaN()
}

// whole is a count; −1 where the cell is blank.
func (r *record) whole(column string) int {
	v := r.number(column)
	switch {
	case v != v:
		return -1
	case v < 0 || v != math.Trunc(v) || v > 1e9:
		r.report(ledgerNumber, column, r.get(column), "column", column)
		return -1
	}
	return int(v)
}

// when is a day, a month or a year.
func (r *record) when(column string) goal.When {
	w, err := goal.ParseWhen(r.get(column))
	if err != nil {
		r.report(ledgerDate, column, r.get(column))
	}
	return w
}

// one is a word of a list, or nothing.
func (r *record) one(column string, known []string) string {
	s := r.get(column)
	if s != "" && !slices.Contains(known, s) {
		r.report(ledgerWord, column, s, "words", strings.Join(known, ", "))
		return ""
	}
	return s
}

// unit is the code of a unit named by code or name, as it was on a day; empty where the cell is.
func (r *record) unit(column string, at units.Date) string {
	s := r.get(column)
	if s == "" {
		return ""
	}
	u, bad := r.keeper.registry.Resolve(s, at, nil, r.at(column))
	if bad != nil {
		r.keeper.problems.Add(*bad)
		return ""
	}
	return u.Code
}
