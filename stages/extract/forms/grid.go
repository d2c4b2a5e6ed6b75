package forms

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// searched is how many filled rows of a sheet are looked at for the head of a table, and most how many rows a form may
// have at all.
const (
	searched = 200
	most     = 20_000
	headings = 60 // rows among which a visible header is looked for
)

// grid is a sheet held in memory.
type grid struct {
	sheet *sheet.Sheet
	rows  []sheet.Row
	long  bool // rows beyond the most were not read

	computed problem.List // formulas that were worked out, or could not be
}

// compute works out the formulas without a stored result that stand in a column; others, such as those of the form's own
// column of checks, are nobody's answer.
func (g *grid) compute(column int) {
	if column == 0 {
		return
	}
	for i := range g.rows {
		for j := range g.rows[i].Cells {
			if c := &g.rows[i].Cells[j]; c.Column == column && c.Pending {
				var p problem.Problem
				*c, p = g.sheet.Compute(g.rows[i].Number, *c)
				g.computed.Add(p)
			}
		}
	}
}

// load reads a sheet. One in which no head of a table is found among the first rows is read no further.
func load(s *sheet.Sheet) *grid {
	g := &grid{sheet: s}
	s.Lazy = true
	headed := false
	for r := range s.Rows() {
		if len(g.rows) == searched && !headed {
			if headed = g.headed(); !headed {
				return g
			}
		}
		if len(g.rows) == most {
			g.long = true
			return g
		}
		g.rows = append(g.rows, sheet.Row{Number: r.Number, Line: r.Line, Hidden: r.Hidden, Cells: append([]sheet.Cell(nil), r.Cells...)})
	}
	return g
}

func (g *grid) headed() bool { return len(g.answers()) > 0 || len(g.evidence()) > 0 }

// place of a cell; in a CSV file with its line.
func (g *grid) place(r *sheet.Row, column int) problem.Place {
	p := g.sheet.Place(r.Number, column)
	p.Line = r.Line
	return p
}

// at is a place of the sheet that a row of it need not hold.
func (g *grid) at(row, column int) problem.Place { return g.sheet.Place(row, column) }

// words is a cell's text, composed and without blanks around it.
func words(c sheet.Cell) string {
	switch c.Kind {
	case sheet.Text:
		return strings.TrimFunc(norm.NFC.String(c.Text), blank)
	case sheet.Empty, sheet.Error:
		return ""
	}
	return c.String()
}

func blank(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\t' || r == '\n' || r == '\r' || r == '\u200b' || r == '\ufeff' || r == '\u202f' || r == '\u2009'
}

// said is a cell as a message quotes it.
func said(c sheet.Cell) string {
	if c.Kind == sheet.Number && c.Percent {
		return percent(c.Number)
	}
	s := []rune(c.String())
	if len(s) > 120 {
		s = append(s[:120:120], '…')
	}
	return string(s)
}

// number writes a number as Vietnamese readers do: 1234,5.
func number(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

// percent writes a share as a percentage: 0.853 is 85,3%.
func percent(v float64) string { return number(shift(v, 2)) + "%" }
