package site

import (
	"encoding/json"
	"html/template"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"xephang/stages/render/view"
)

// go-echarts serves as a typed builder of options only: its own renderers write options into inline scripts unescaped.
// Here the options are data in a script of type application/json, escaped by json.Marshal, and app.js draws them.
// Colours are CSS variables, which the SVG of a chart takes as they are: light, dark and print need no redrawing.

// embeddedChart is what app.js reads: the shape, which decides on formats and on small screens, and the option.
type embeddedChart struct {
	Kind     view.ChartKind `json:"kind"`
	Decimals int            `json:"decimals"`
	Focus    int            `json:"focus"` // category put forward, −1 none
	Option   any            `json:"option"`
}

// option builds a chart's embedded JSON.
func option(c *view.Chart) (template.JS, error) {
	var built map[string]any
	focus := -1
	switch c.Kind {
	case view.Dots:
		built, focus = dots(c), c.Series[0].Focus
	case view.Spans:
		built = spans(c)
	case view.Effects:
		built = effects(c)
	default:
		built = lines(c)
	}
	// A missing figure is null and makes a gap; json.Marshal refuses NaN, so none can slip through.
	j, err := json.Marshal(embeddedChart{c.Kind, c.Decimals, focus, built})
	return template.JS(j), err
}

// figure of a series, or the gap.
func figure(v float64) any {
	if v != v {
		return "-"
	}
	return v
}

func bound(v float64) any {
	if v != v {
		return nil
	}
	return v
}

// paint gives the colour of a tone, as a CSS variable of the style sheet.
func paint(t view.Tone) string {
	switch t {
	case view.Own:
		return "var(--accent)"
	case view.Best:
		return "var(--c2)"
	case view.Middle:
		return "var(--ink-2)"
	}
	return "var(--other)"
}

// common sets what all charts share: no motion, and a description for screen readers (app.js puts in the page's own,
// written from the figures). Shapes, widths and names tell series apart, so no patterns are laid over colours: none of
// these charts fills areas with a meaning.
func common() []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true)}),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Enabled: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "16", Top: "16", Bottom: "8", ContainLabel: opts.Bool(true)}),
	}
}

func labelled() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true)}
}

// dots draws units down and scores across, each dot over the range of its parts.
func dots(c *view.Chart) map[string]any {
	s := c.Series[0]
	bar := charts.NewBar()
	bar.SetGlobalOptions(common()...)
	bar.SetGlobalOptions(
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: bound(c.Low), Max: bound(c.High), Scale: opts.Bool(true), AxisLabel: labelled()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: c.Categories, AxisLabel: labelled()}))
	if s.Low != nil {
		rangeBars(bar, s)
	}
	dot := charts.NewScatter()
	var data []opts.ScatterData
	for i, v := range s.Values {
		d := opts.ScatterData{Name: c.Categories[i], Value: []any{figure(v), i}, SymbolSize: 10}
		if i == s.Focus {
			d.SymbolSize = 14
		}
		data = append(data, d)
	}
	dot.AddSeries(s.Name, data, charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--ink-3)"}), labels("right"))
	bar.Overlap(dot)
	bracketed(bar, c)
	// Scatter's own axis data would clear the bar's: the options are taken without Validate, which only copies it.
	return bar.JSON()
}

// rangeBars stacks an invisible bar up to the lowest part and a visible one up to the highest.
func rangeBars(bar *charts.Bar, s view.Series) {
	var base, span []opts.BarData
	for i := range s.Low {
		base, span = append(base, opts.BarData{Value: s.Low[i]}), append(span, opts.BarData{Value: view.Round(s.High[i]-s.Low[i], 9)})
	}
	stack := func(colour string) []charts.SeriesOpts {
		return []charts.SeriesOpts{charts.WithBarChartOpts(opts.BarChart{Stack: "range", BarWidth: "6"}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colour, BorderRadius: "3"})}
	}
	bar.AddSeries("", base, stack("transparent")...)
	bar.AddSeries("", span, stack("var(--range)")...)
}

func labels(position string) charts.SeriesOpts {
	return charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: position, Color: "var(--ink-2)"})
}

// lines draws editions across: scores up, or ranks down with the first place on top.
func lines(c *view.Chart) map[string]any {
	line := charts.NewLine()
	line.SetGlobalOptions(common()...)
	y := opts.YAxis{Type: "value", Scale: opts.Bool(true), Min: bound(c.Low), Max: bound(c.High), AxisLabel: labelled()}
	if c.Kind == view.Ranks {
		y.Inverse, y.MinInterval = opts.Bool(true), 1
	}
	line.SetGlobalOptions(charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: c.Categories, AxisLabel: labelled()}), charts.WithYAxisOpts(y))
	for _, s := range c.Series {
		var data []opts.LineData
		for _, v := range s.Values {
			data = append(data, opts.LineData{Value: figure(v)})
		}
		style := opts.LineStyle{Color: paint(s.Tone), Width: 1.5}
		size := 5
		if s.Tone == view.Own {
			style.Width, size = 3, 8
		}
		line.AddSeries(s.Name, data, charts.WithLineStyleOpts(style), charts.WithItemStyleOpts(opts.ItemStyle{Color: paint(s.Tone)}),
			charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: size, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(c.Joined)}))
	}
	return line.JSON()
}
