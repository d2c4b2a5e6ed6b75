package book

import (
	"github.com/xuri/excelize/v2"
)

// line draws a column of ranks over the editions, the best on top.
type line struct {
	title, alt   string
	label, value int
}

// trace puts a line chart below its table.
func (w *workbook) trace(g *grid) {
	d := g.line
	area := func(column int) string {
		c := letters(column)
		return quoted(g.sheet) + "$" + c + "$" + num(headRow+1) + ":$" + c + "$" + num(headRow+len(g.rows))
	}
	least := 1.0
	small := excelize.Font{Family: font, Size: 9, Color: ink}
	w.charts++
	w.note(w.file.AddChart(g.sheet, ref(0, headRow+len(g.rows)+2), &excelize.Chart{
		Type: excelize.Line, Series: []excelize.ChartSeries{{Name: quoted(g.sheet) + "$" + letters(d.value) + "$" + num(headRow), Categories: area(d.label), Values: area(d.value),
			Line: excelize.LineOptions{Width: 2.25, Fill: solid(brand)}, Fill: solid(brand), Marker: excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: solid(brand)}, DataLabel: excelize.ChartDataLabel{Font: small}, DataLabelPosition: excelize.ChartDataLabelsPositionAbove}},
		Format:    excelize.GraphicOptions{AltText: d.alt, Name: d.title},
		Dimension: excelize.ChartDimension{Width: 860, Height: 320}, Title: chartTitle(d.title), Legend: excelize.ChartLegend{Position: "none"},
		XAxis: excelize.ChartAxis{Font: small, TickLabelPosition: excelize.ChartTickLabelHigh}, YAxis: excelize.ChartAxis{ReverseOrder: true, Minimum: &least, Font: small, MajorGridLines: true},
		PlotArea: excelize.ChartPlotArea{ShowVal: true}, Border: excelize.LineOptions{Type: excelize.LineNone}, ShowBlanksAs: "gap",
	}))
}
