package view

import (
	"slices"

	"xephang/stages/units"
)

// Table is a plain table, ready to lay out: it stands alone, or beside the chart that draws the same figures.
type Table struct {
	ID       string
	Caption  string
	Columns  []Column
	Rows     []Row
	Sortable bool // by a click on a column's head
}

// Column is a head. Number columns are set right, in tabular figures.
type Column struct {
	Label  string
	Abbr   string // what the label stands for, where it is a short form
	Number bool
	Fixed  bool // cannot be sorted by
}

// Row is a line of cells; the cell at Head names the line.
type Row struct {
	Cells  []Cell
	Focus  bool   // the unit that the page puts forward
	Indent int    // depth in a tree
	Keys   string // groups that the row belongs to, for the filter: words parted by spaces
}

// Cell is one cell, its figures written out. Value is what a column is sorted by; empty sorts last.
type Cell struct {
	Text  string
	Value string
	Href  string
	Small string // said after the figure, smaller: of how many, "công bố"
	Tone  Tone
	Head  bool   // names its row
	ID    string // anchor, where something leads to this row
}

// Tone is how a cell or a mark stands out, never by colour alone.
type Tone string

// Tones of figures and of series.
const (
	Plainly Tone = ""
	Up      Tone = "up"
	Down    Tone = "down"
	Same    Tone = "same"
	Own     Tone = "own"   // the unit in question
	Other   Tone = "other" // those that it is seen among
	Best    Tone = "best"
	Middle  Tone = "middle" // median or mean
	Quiet   Tone = "quiet"  // a reason instead of a figure
	Remark  Tone = "remark" // running text in a table
	Short   Tone = "short"  // a word or two that stay on one line
	Path    Tone = "path"   // the name of a file
	Hash    Tone = "hash"
	Code    Tone = "code"
	Bad     Tone = "bad"
)

// drop takes columns out of a table that nothing fills, counted from 0 in its present form.
func (t *Table) drop(columns ...int) {
	for _, c := range slices.Backward(columns) {
		t.Columns = slices.Delete(t.Columns, c, c+1)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, c, c+1)
		}
	}
}

// num is a cell with a figure.
func (l Lang) num(x float64, decimals int) Cell {
	return Cell{Text: l.Number(x, decimals), Value: Plain(x, decimals)}
}

// count is a cell with a whole number.
func (l Lang) count(n int) Cell { return l.num(float64(n), 0) }

// score is the cell of a standing's score, marked where it is the publisher's in an edition that computes.
func (l Lang) score(e *Edition, s Standing) Cell {
	c := l.num(s.Score, s.Decimals)
	if s.Published && e.Computes() {
		c.Small = l.Say("mark.published")
	}
	return c
}

// rank is the cell of a place among of; short leaves out of how many.
func (l Lang) rank(place, of int, short bool) Cell {
	if place <= 0 {
		return Cell{Text: Missing}
	}
	c := l.count(place)
	if of > 0 && !short {
		c.Small = "/" + l.Whole(of)
	}
	return c
}

// change is the cell of a change of rank.
func (l Lang) change(s Standing) Cell {
	if !s.Comparable {
		return Cell{Text: Missing, Tone: Quiet}
	}
	c := l.count(s.Change)
	c.Text, c.Tone = l.Change(s.Change), ToneOf(s.Change)
	return c
}

// ToneOf a change: a rise, a fall or the same.
func ToneOf(change int) Tone {
	switch {
	case change > 0:
		return Up
	case change < 0:
		return Down
	}
	return Same
}

// link is a cell that leads somewhere.
func link(text, href string) Cell { return Cell{Text: text, Href: href} }

// unit is the head cell of a unit's row.
func (r *Report) unit(l Lang, code string) Cell {
	return Cell{Text: r.Name(l, code), Href: r.UnitHref(code), Head: true}
}

// Name of a unit; a code that the registry does not know stands for itself.
func (r *Report) Name(l Lang, code string) string {
	if u, ok := r.Units.Unit(code); ok {
		return l.In(u.Name)
	}
	return code
}

// UnitHref is the address of a unit's page, empty where it has none because nothing is known of it.
func (r *Report) UnitHref(code string) string {
	if _, ok := r.Units.Unit(code); !ok {
		return ""
	}
	return UnitAddress(code)
}

// group names a unit's group of a scheme on a day.
func (r *Report) group(l Lang, code, scheme string, at units.Date) string {
	u, _ := r.Units.Unit(code)
	if g := u.Group(scheme, at); g != "" {
		return l.In(r.Units.GroupName(scheme, g))
	}
	return ""
}
