package foreign

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// grid is a sheet in memory, by row and column from 1.
type grid struct {
	sheet *sheet.Sheet
	rows  map[int]*sheet.Row
	last  int
}

// grid loads a sheet, told by name in any case.
func (p *project) grid(b *sheet.Book, name string) *grid {
	i := slices.IndexFunc(b.Sheets, func(s *sheet.Sheet) bool { return strings.EqualFold(strings.TrimSpace(s.Name), name) })
	if i < 0 {
		return nil
	}
	g := &grid{sheet: b.Sheets[i], rows: map[int]*sheet.Row{}}
	for r := range g.sheet.Rows() {
		g.rows[r.Number] = &sheet.Row{Number: r.Number, Cells: slices.Clone(r.Cells)}
		g.last = max(g.last, r.Number)
	}
	p.problems.Add(g.sheet.Problems...)
	return g
}

func (g *grid) cell(row, column int) sheet.Cell {
	if r := g.rows[row]; r != nil {
		return r.At(column)
	}
	return sheet.Cell{Column: column}
}

// text is a cell as text; what the form prints where nobody wrote ("--", "n/a", 0 of an empty reference) is empty.
func (g *grid) text(row, column int) string {
	s := strings.TrimSpace(g.cell(row, column).String())
	if s == "--" || s == "-" || s == "0" || strings.EqualFold(s, "n/a") {
		return ""
	}
	return s
}

func (g *grid) place(row, column int) problem.Place { return g.sheet.Place(row, column) }

// cellNumber reads a figure; blank and n/a are missing, anything else is reported.
func (p *project) cellNumber(g *grid, row, column int, vi, en string) float64 {
	c := g.cell(row, column)
	switch s := strings.TrimSpace(c.Text); {
	case c.Kind == sheet.Number || c.Kind == sheet.Bool:
		return c.Number
	case c.Blank() || strings.EqualFold(s, "n/a") || s == "NA" || s == "--" || s == "-":
		return math.NaN()
	case c.Kind == sheet.Text:
		if x, err := strconv.ParseFloat(s, 64); err == nil && x-x == 0 {
			return x
		}
	}
	p.problems.Add(badNumber.At(g.place(row, column), c.String(), "vi", vi, "en", en))
	return math.NaN()
}
