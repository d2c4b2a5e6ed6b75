package view

// Chart is a figure: what it says, what it shows and the figures themselves, rounded; the site dresses it.
type Chart struct {
	ID         string // a JavaScript identifier, and the anchor of the figure
	Kind       ChartKind
	Title      string // the message, at most 15 words
	Sub        string // measure, unit, units of analysis, year
	Alt        string // text alternative, written from the figures
	Categories []string
	Keys       []string // codes of the categories, for the figure's file; nil where they have none
	Head       string   // what the categories are, for the figure's file; empty: what the kind says
	Series     []Series
	Decimals   int
	Joined     bool    // a line runs on over the categories that have no figure
	Low, High  float64 // bounds of the axis of figures; NaN leaves the bound to the chart
	Source     string
	Table      *Table   // the same figures as a plain table; nil where the page's main table holds them
	TableID    string   // anchor of that main table
	Brackets   [][2]int // runs of categories, by position, joined at the edge of a dot chart: units that cannot be told apart
}

// ChartKind is a shape of chart.
type ChartKind string

// Shapes of charts.
const (
	Dots  ChartKind = "dots"  // units down, score across; a range behind the dot where given
	Lines ChartKind = "lines" // editions across, score up
	Ranks ChartKind = "ranks" // editions across, rank down: 1 on top
)

// Series is one set of figures over the categories, NaN where there is none.
type Series struct {
	Name   string
	Tone   Tone
	Values []float64
	Full   []float64 // the same unrounded, for the figure's file; nil: Values are all there is
	Low    []float64 // with High: the range behind each dot; nil without
	High   []float64
	Label  bool // the figures, or the name at the line's end, stand in the chart
	Focus  int  // category that is put forward among the dots, −1 none
}

// Any tells whether the chart has a figure to draw.
func (c *Chart) Any() bool {
	if c == nil {
		return false
	}
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v == v {
				return true
			}
		}
	}
	return false
}
