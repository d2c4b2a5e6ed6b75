package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

const (
	mostBars  = 63 // bars that an A4 page can hold and be read
	leastBars = 3
	topBars   = 40 // where there are more units than fit
)

// diagrams are the sheets with a chart of scores and the table that it draws: one for each block that has scores enough.
func (b *ranking) diagrams() (grids []*grid) {
	for _, block := range b.e.Blocks() {
		if group, rows := b.chosen(block); len(rows) >= leastBars {
			grids = append(grids, b.diagram(block, group, rows))
		}
	}
	return grids
}

// chosen is what is drawn: the whole block where it fits on a page; else the smallest group of the unit that the index
// puts forward; else the first of the ranking.
func (b *ranking) chosen(block view.Block) (group string, rows []int) {
	for _, row := range block.Rows {
		if s := b.e.Standing(0, row); s.Score == s.Score && s.Place > 0 {
			rows = append(rows, row)
		}
	}
	if len(rows) <= mostBars {
		if name := view.VI.In(block.Name); name != "" {
			return name, rows
		}
		return view.VI.Units(b.e.Board.Units, len(rows)), rows
	}
	u, _ := b.r.Units.Unit(b.e.Board.Focus)
	for i := len(b.e.Rank.Groups) - 1; i >= 0; i-- {
		scheme := b.e.Rank.Groups[i]
		id := u.Group(scheme, b.e.AsOf)
		if in := b.members(scheme)[id]; id != "" && len(in) >= 5 && len(in) <= mostBars {
			return view.VI.In(b.r.Units.GroupName(scheme, id)), in
		}
	}
	return view.VI.Say("book.top", "n", num(topBars)), rows[:topBars]
}

// diagram is a sheet with the table and the bars beside it.
func (b *ranking) diagram(block view.Block, group string, rows []int) *grid {
	digits := b.digits(0)
	g := &grid{sheet: view.VI.Say("book.chart"), title: b.say("book.t.chart", "group", group), under: b.source(), holds: view.VI.Say("book.d.chart"), strong: b.strong(rows)}
	if name := view.VI.In(block.Name); name != "" {
		g.sheet += " " + name
	}
	g.columns = []column{{head: b.head("col.rank"), look: rankLook}, {head: b.unitHead(), look: textLook, most: 40}, {head: b.head("book.col.score"), look: scoreLook(digits)}}
	for _, row := range rows {
		s := b.e.Standing(0, row)
		g.rows = append(g.rows, []any{whole(s.Place), b.name(row), rounded(s)})
	}
	first, last := rows[0], rows[len(rows)-1]
	g.drawn = &bars{title: g.title, value: 2, label: 1, digits: digits, top: max(b.e.Scale.To, b.e.Standing(0, first).Score), focus: g.strong, alt: b.say("book.alt", "group", group,
		"first", b.name(first), "high", view.VI.Number(b.e.Standing(0, first).Score, digits), "last", b.name(last), "low", view.VI.Number(b.e.Standing(0, last).Score, digits))}
	return g
}

// bars draws a column of a grid against a column of names.
type bars struct {
	title, alt   string
	label, value int // columns
	against      int // column drawn beside the value, with a legend; 0: none
	digits       int
	top          float64      // of the axis
	focus        map[int]bool // rows that stand out: dark among grey, with a bold name in the table
}

// place puts the chart to the right of its table.
func (w *workbook) place(g *grid) {
	d := g.drawn
	area := func(column int) string {
		c := letters(column)
		return quoted(g.sheet) + "$" + c + "$" + num(headRow+1) + ":$" + c + "$" + num(headRow+len(g.rows))
	}
	zero, tight, same := 0.0, uint(35), false
	small := excelize.Font{Family: font, Size: 9, Color: ink}
	series := excelize.ChartSeries{Name: quoted(g.sheet) + "$" + letters(d.value) + "$" + num(headRow), Categories: area(d.label), Values: area(d.value),
		Fill: solid(grey), DataLabel: excelize.ChartDataLabel{Font: small}}
	if len(d.focus) == 0 {
		series.Fill = solid(brand)
	}
	all, legend := []excelize.ChartSeries{series}, "none"
	if d.against > 0 {
		all[0].Fill, legend = solid(brand), "bottom"
		all = append(all, excelize.ChartSeries{Name: quoted(g.sheet) + "$" + letters(d.against) + "$" + num(headRow), Categories: area(d.label), Values: area(d.against),
			Fill: solid(grey), DataLabel: excelize.ChartDataLabel{Font: small}})
	}
	w.charts++
	for i := range g.rows {
		if d.focus[i] {
			part := "xl/charts/chart" + num(w.charts) + ".xml"
			w.points[part] = append(w.points[part], i)
		}
	}
	w.note(w.file.AddChart(g.sheet, ref(len(g.columns)+1, headRow), &excelize.Chart{
		Type: excelize.Bar, Series: all, VaryColors: &same, GapWidth: &tight,
		Format:    excelize.GraphicOptions{AltText: d.alt, Name: d.title},
		Dimension: excelize.ChartDimension{Width: 640, Height: uint(max(320, 70+19*len(g.rows)))},
		Title:     chartTitle(d.title),
		Legend:    excelize.ChartLegend{Position: legend},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: small, TickLabelSkip: 1},
		YAxis:     excelize.ChartAxis{Minimum: &zero, Maximum: &d.top, Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: decimals(min(d.digits, 2))}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: decimals(d.digits)}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}

func chartTitle(s string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Family: font, Size: 12, Bold: true, Color: ink}}}}
}
