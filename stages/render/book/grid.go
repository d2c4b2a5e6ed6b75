package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// grid is a sheet with one table: a title, a line below it, the way back to the cover, then heads and rows.
type grid struct {
	sheet   string // name: as wanted, then as the workbook gave it
	holds   string // what it holds, for the contents
	title   string
	under   string // one line below the title; may be empty
	back    string // sheet that the third row leads to; empty without one
	columns []column
	rows    [][]any // string, int, float64 (NaN is an empty cell), cell or nil
	strong  map[int]bool
	frozen  int     // columns that stay in view
	drawn   *bars   // the chart to the right; nil without one
	lines   []curve // line charts to the right
	line    *line   // the chart below; nil without one
}

// column is a column of a grid.
type column struct {
	head string
	look look
	most float64 // widest, in digits; longer texts wrap or overflow. 0: 60
	bar  float64 // a bar behind the figures, as long as the column at this figure; 0: none
	sign bool    // rises and falls in two colours beside their marks
}

// cell is a value with a look or a link of its own, or a formula with the value that it has.
type cell struct {
	value   any
	look    *look
	link    string // sheet!cell in this workbook, or a web address
	formula string
}

const headRow = 4

// lay writes the grid: everything that stands beside the cells first, because a streamed sheet is closed by its rows.
func (w *workbook) lay(g *grid) {
	widths := g.widths()
	w.page(g.sheet, g.paper(widths), headRow)
	s := w.stream(g.sheet)
	if s == nil {
		return
	}
	w.note(s.SetPanes(&excelize.Panes{Freeze: true, XSplit: g.frozen, YSplit: headRow, TopLeftCell: ref(g.frozen, headRow+1), ActivePane: pane(g.frozen)}))
	for i, width := range widths {
		w.note(s.SetColWidth(i+1, i+1, width))
	}
	last := headRow + len(g.rows)
	w.marks(g, last)
	if g.drawn != nil {
		w.place(g)
	}
	if g.line != nil {
		w.trace(g)
	}
	w.curves(g)
	w.links(g)
	w.rows(s, g, widths)
	if len(g.rows) > 0 {
		w.tables++
		plain := false
		w.note(s.AddTable(&excelize.Table{Range: "A" + num(headRow) + ":" + ref(len(g.columns)-1, last), Name: tableName(w.tables), ShowRowStripes: &plain}))
	}
	w.note(s.Flush())
}

func pane(frozen int) string {
	if frozen > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// marks puts bars behind figures and colours beside the marks of rises and falls.
func (w *workbook) marks(g *grid, last int) {
	if len(g.rows) == 0 {
		return
	}
	for i, c := range g.columns {
		area := ref(i, headRow+1) + ":" + ref(i, last)
		if c.bar > 0 && len(g.rows) > 1 {
			w.note(w.file.SetConditionalFormat(g.sheet, area, []excelize.ConditionalFormatOptions{
				{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: view.Plain(c.bar, 9), BarColor: "#" + shade, BarSolid: true}}))
		}
		if c.sign {
			w.note(w.file.SetConditionalFormat(g.sheet, area, []excelize.ConditionalFormatOptions{
				{Type: "cell", Criteria: ">", Value: "0", Format: w.tint(rise)}, {Type: "cell", Criteria: "<", Value: "0", Format: w.tint(fall)}}))
		}
	}
}

func (w *workbook) links(g *grid) {
	if g.back != "" {
		w.link(g.sheet, "A3", quoted(g.back)+"A1")
	}
	for i, row := range g.rows {
		for k, v := range row {
			if c, ok := v.(cell); ok && c.link != "" {
				w.link(g.sheet, ref(k, headRow+1+i), c.link)
			}
		}
	}
}

func (w *workbook) rows(s *excelize.StreamWriter, g *grid, widths []float64) {
	set := func(row int, height float64, values ...any) {
		w.note(s.SetRow("A"+num(row), values, excelize.RowOpts{Height: height}))
	}
	set(1, 24, excelize.Cell{StyleID: w.style(titleLook), Value: g.title})
	set(2, 17, excelize.Cell{StyleID: w.style(underLook), Value: g.under})
	if g.back != "" {
		set(3, 17, excelize.Cell{StyleID: w.style(backLook), Value: view.VI.Say("book.back")})
	}
	names, top, tall := heads(g.columns), make([]any, len(g.columns)), 2
	for i, c := range g.columns {
		top[i] = excelize.Cell{StyleID: w.style(headLook), Value: names[i]}
		tall = max(tall, linesIn(c.head, widths[i]-filterButton, true))
	}
	set(headRow, 6+15*float64(tall), top...)
	line := make([]any, len(g.columns))
	for i, row := range g.rows {
		lines := 1
		for k := range g.columns {
			line[k] = nil
			if k < len(row) {
				l := g.columns[k].look
				l.bold = l.bold || g.strong[i]
				line[k] = w.value(row[k], l)
				if t, ok := row[k].(string); ok && l.wrap {
					lines = max(lines, linesIn(t, widths[k]-3, l.bold))
				}
			}
		}
		set(headRow+1+i, min(4+14*float64(lines), 409), line...)
	}
}
