package view

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Figure is the frame that every chart and map stands in: the message above it, its source, its table and its figures
// as a file below it, and an anchor to link to. The site lays it around what is drawn.
type Figure struct {
	ID      string // the anchor: lower-case letters, digits and hyphens, its own on its page
	Title   string // the message, at most 15 words, true by construction
	Sub     string // measure, unit, units of analysis, year
	Source  string
	Table   *Table // of the same figures, in the frame; nil where the page's main table holds them
	TableID string // anchor of that main table
	Data    *Grid  // exactly what is drawn, at full precision; nil: what Table shows
}

// Grid is the content of a CSV file: plain texts, numbers with a decimal point, empty where there is none.
type Grid struct {
	Columns []string
	Rows    [][]string
}

// Full writes a number with all its digits, in the shortest form that reads back as the same number, as the open data
// do; empty for NaN and infinities.
func Full(x float64) string {
	if x != x || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// CSV writes the grid by RFC 4180, in UTF-8.
func (g *Grid) CSV() []byte {
	var b strings.Builder
	line := func(fields []string) {
		for i, f := range fields {
			if i > 0 {
				b.WriteByte(',')
			}
			if strings.ContainsAny(f, ",\"\r\n") {
				f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
			}
			b.WriteString(f)
		}
		b.WriteString("\r\n")
	}
	line(g.Columns)
	for _, r := range g.Rows {
		line(r)
	}
	return []byte(b.String())
}

// Grid is what the figure's file holds; nil where it has neither data nor a table.
func (f *Figure) Grid() *Grid {
	if f.Data == nil && f.Table != nil {
		return f.Table.grid()
	}
	return f.Data
}

// grid takes the figures of a table as they sort, and its words as they read.
func (t *Table) grid() *Grid {
	g := &Grid{}
	for _, c := range t.Columns {
		g.Columns = append(g.Columns, c.Label)
	}
	for _, r := range t.Rows {
		line := make([]string, len(t.Columns))
		for i := range min(len(r.Cells), len(line)) {
			switch c := r.Cells[i]; {
			case t.Columns[i].Number:
				line[i] = c.Value
			case c.Text != Missing:
				line[i] = strings.TrimSpace(c.Text + " " + c.Small)
			}
		}
		g.Rows = append(g.Rows, line)
	}
	return g
}

// Figure is the frame of a chart.
func (l Lang) Figure(c *Chart) *Figure {
	return &Figure{ID: c.ID, Title: c.Title, Sub: c.Sub, Source: c.Source, Table: c.Table, TableID: c.TableID, Data: l.chartGrid(c)}
}

// from is what stands as the source of an index's figures: as declared, else its publisher, else our own file.
func (l Lang) from(b *Board) string {
	return cmp.Or(l.In(b.Source), l.In(b.Publisher), b.File)
}

// heads name the column of categories by the kind of chart.
var heads = map[ChartKind]string{Dots: "col.unit", Spans: "col.unit", Lines: "col.edition", Ranks: "col.edition", Effects: "effects.col.factor"}

// chartGrid has a line for each category: its code where it has one, its name, and each series with its range.
func (l Lang) chartGrid(c *Chart) *Grid {
	g := &Grid{Rows: make([][]string, len(c.Categories))}
	column := func(head string, cell func(i int) string) {
		g.Columns = append(g.Columns, head)
		for i := range g.Rows {
			g.Rows[i] = append(g.Rows[i], cell(i))
		}
	}
	numbers := func(head string, x []float64) {
		if x != nil {
			column(head, func(i int) string { return Full(x[i]) })
		}
	}
	if c.Keys != nil {
		column(l.Say("figure.key"), func(i int) string { return c.Keys[i] })
	}
	head := c.Head
	if head == "" {
		head = l.Say(heads[c.Kind])
	}
	column(head, func(i int) string { return c.Categories[i] })
	for _, s := range c.Series {
		full := s.Full
		if full == nil {
			full = s.Values
		}
		numbers(s.Name, full)
		numbers(l.Say("figure.low", "name", s.Name), s.Low)
		numbers(l.Say("figure.high", "name", s.Name), s.High)
	}
	if c.Joined { // a line that runs on over the categories without a figure has nothing to say of those
		names := len(g.Columns) - len(c.Series)
		g.Rows = slices.DeleteFunc(g.Rows, func(row []string) bool {
			return !slices.ContainsFunc(row[names:], func(s string) bool { return s != "" })
		})
	}
	return g
}
