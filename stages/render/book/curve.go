package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// curve draws a stretch of rows of a grid as a line over time: days across, so that equal steps are equal spans of time.
type curve struct {
	title, alt  string
	first, last int // rows of the grid, from 0
	day, value  int // columns
	digits      int
}

const (
	curveWidth  = 640
	curveHeight = 300
	rowHeight   = 20 // pixels that a row of one line is about high
	columnWidth = 64 // of a column that nothing was said of
)

// curves puts the line charts to the right of their table, two beside each other, so that a printed page holds them.
func (w *workbook) curves(g *grid) {
	for i, c := range g.lines {
		w.curve(g, c, ref(len(g.columns)+1+i%2*(curveWidth/columnWidth+1), headRow+i/2*(curveHeight/rowHeight+1)))
	}
}

func (w *workbook) curve(g *grid, c curve, at string) {
	area := func(column int) string {
		l := letters(column)
		return quoted(g.sheet) + "$" + l + "$" + num(headRow+1+c.first) + ":$" + l + "$" + num(headRow+1+c.last)
	}
	small := excelize.Font{Family: font, Size: 9, Color: ink}
	w.charts++
	w.note(w.file.AddChart(g.sheet, at, &excelize.Chart{
		Type: excelize.Scatter,
		Series: []excelize.ChartSeries{{Name: quoted(g.sheet) + "$A$" + num(headRow+1+c.first), Categories: area(c.day), Values: area(c.value), Fill: solid(brand),
			Line:   excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(brand), Width: 2},
			Marker: excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: solid(brand)}, DataLabelPosition: excelize.ChartDataLabelsPositionAbove, DataLabel: excelize.ChartDataLabel{Font: small}}},
		Format:    excelize.GraphicOptions{AltText: c.alt, Name: c.title},
		Dimension: excelize.ChartDimension{Width: curveWidth, Height: curveHeight},
		Title:     chartTitle(view.Cut(c.title, 90)),
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{Font: small, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "mm/yyyy"}},
		YAxis:     excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: decimals(0)}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: decimals(c.digits)}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}
