package site

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"xephang/stages/render/view"
)

// lane is how far apart brackets stand, as a share of the width of the figures.
const lane = 0.035

// bracketed adds a bracket to a dot chart for each run of units that cannot be told apart: a line down its side, in the
// first lane that is free there.
func bracketed(bar *charts.Bar, c *view.Chart) {
	if len(c.Brackets) == 0 {
		return
	}
	span := c.High - c.Low
	var ends []int // of the last bracket in each lane
	var data []opts.LineData
	for _, run := range c.Brackets {
		at := 0
		for at < len(ends) && ends[at] >= run[0] {
			at++
		}
		if at == len(ends) {
			ends = append(ends, 0)
		}
		ends[at] = run[1]
		x := view.Round(c.High+span*(0.2+lane*float64(at)), 3)
		tick := view.Round(x-span*0.012, 3)
		for _, p := range [][2]any{{tick, run[0]}, {x, run[0]}, {x, run[1]}, {tick, run[1]}, {"-", "-"}} {
			data = append(data, opts.LineData{Value: []any{p[0], p[1]}})
		}
	}
	line := charts.NewLine()
	line.AddSeries("", data, charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--ink-3)", Width: 1.5}), charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--ink-3)"}),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "none", ShowSymbol: opts.Bool(false), ConnectNulls: opts.Bool(false)}))
	bar.Overlap(line)
	x := &bar.XYAxis.XAxisList[0]
	x.Max = math.Ceil(c.High + span*(0.22+lane*float64(len(ends))))
	x.AxisLabel.ShowMaxLabel = opts.Bool(false) // no rank stands there
}

// spans draws units across in the order of their ranks: a bar from end to end of the band, a dot at the rank.
func spans(c *view.Chart) map[string]any {
	s := c.Series[0]
	bar := charts.NewBar()
	bar.SetGlobalOptions(common()...)
	hidden := &opts.AxisLabel{Show: opts.Bool(false)}
	bar.SetGlobalOptions(charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: c.Categories, AxisLabel: hidden}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Inverse: opts.Bool(true), Min: bound(c.Low), Max: bound(c.High), MinInterval: 1, AxisLabel: labelled()}))
	var base, span []opts.BarData
	for i := range s.Low {
		base, span = append(base, opts.BarData{Value: s.Low[i]}), append(span, opts.BarData{Value: s.High[i] - s.Low[i]})
	}
	for i, colour := range []string{"transparent", "var(--range)"} {
		bar.AddSeries("", [][]opts.BarData{base, span}[i], charts.WithBarChartOpts(opts.BarChart{Stack: "range", BarWidth: "70%"}), charts.WithItemStyleOpts(opts.ItemStyle{Color: colour}))
	}
	dot := charts.NewScatter()
	var data, own []opts.ScatterData
	for i, v := range s.Values {
		d := opts.ScatterData{Name: c.Categories[i], Value: []any{i, figure(v)}, SymbolSize: 4}
		if data = append(data, d); i == s.Focus {
			d.SymbolSize = 11
			own = append(own, d)
		}
	}
	dot.AddSeries(s.Name, data, charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--ink-2)"}))
	if own != nil {
		dot.AddSeries(s.Name, own, charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--accent)"}))
	}
	bar.Overlap(dot)
	return bar.JSON()
}

// effects draws assumptions down and their shares across: with interactions a wide light bar, by itself a narrow dark one
// over it, and the interval of the first as a thin line.
func effects(c *view.Chart) map[string]any {
	total, alone := c.Series[0], c.Series[1]
	bar := charts.NewBar()
	bar.SetGlobalOptions(common()...)
	bar.SetGlobalOptions(charts.WithLegendOpts(opts.Legend{Show: opts.Bool(true), Top: "0", Left: "0", SelectedMode: "false", Data: []string{total.Name, alone.Name}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "24", Top: "56", Bottom: "8", ContainLabel: opts.Bool(true)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, AxisLabel: labelled()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: c.Categories, AxisLabel: labelled()}))
	for i, s := range []view.Series{total, alone} {
		var data []opts.BarData
		for _, v := range s.Values {
			data = append(data, opts.BarData{Value: figure(v)})
		}
		bar.AddSeries(s.Name, data, charts.WithBarChartOpts(opts.BarChart{BarGap: "-75%", BarWidth: []string{"20", "10"}[i]}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: []string{"var(--other)", "var(--accent)"}[i]}))
	}
	var whiskers []opts.LineData
	for i := range total.Low {
		for _, v := range []any{figure(total.Low[i]), figure(total.High[i]), "-"} {
			whiskers = append(whiskers, opts.LineData{Value: []any{v, i}})
		}
	}
	line := charts.NewLine()
	line.AddSeries("", whiskers, charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--ink)", Width: 1.5}), charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--ink)"}),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "rect", SymbolSize: 5, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(false)}))
	bar.Overlap(line)
	return bar.JSON()
}
