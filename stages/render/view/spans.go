package view

import (
	"slices"
	"strconv"
)

// Shapes of charts on robustness.
const (
	Spans   ChartKind = "spans"   // units across in the order of their ranks, rank down: a band and a mark for each
	Effects ChartKind = "effects" // assumptions down, share across: by itself inside with interactions, with an interval
)

// spans draws every unit of a long ranking.
func (r *Report) spans(l Lang, e *Edition, rows []int, number int) *Chart {
	c := &Chart{ID: "khoang" + strconv.Itoa(number), Kind: Spans, Low: 1, High: nan, Head: l.unitHead(e.Board.Units), Source: l.from(e.Board), TableID: "khoang-" + strconv.Itoa(number)}
	s := Series{Name: l.Say("col.rank"), Tone: Own, Focus: -1}
	for i, row := range rows {
		s = e.span(s, row)
		c.Keys, c.Categories = append(c.Keys, e.Table.Units[row]), append(c.Categories, r.Name(l, e.Table.Units[row]))
		if e.Table.Units[row] == e.Board.Focus {
			s.Focus = i
		}
	}
	c.High = slices.Max(s.High)
	c.Series = []Series{s}
	args := r.bandArgs(l, e, rows)
	c.Title, c.Sub, c.Alt = l.Say("spans.t", args...), l.Say("spans.sub", args...), l.Say("spans.alt", args...)
	return c
}

// span adds a row's rank and band to a series.
func (e *Edition) span(s Series, row int) Series {
	low, high, _ := e.BandOf(0, row)
	place, _ := e.place(0, row)
	s.Values, s.Low, s.High = append(s.Values, float64(place)), append(s.Low, float64(low)), append(s.High, float64(high))
	return s
}

func (r *Report) bandArgs(l Lang, e *Edition, rows []int) []string {
	return []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID, "count", l.Units(e.Board.Units, len(rows)), "width", l.Whole(e.width(rows)),
		"low", l.Percent(0.05, 0), "high", l.Percent(0.95, 0), "first", r.Name(l, e.Table.Units[rows[0]]), "last", r.Name(l, e.Table.Units[rows[len(rows)-1]])}
}

// mostBands is how many units of a long ranking are drawn by name.
const mostBands = 31

// bandChart draws ranks over their bands, units by name, with brackets around those that cannot be told apart; nil where
// fewer than two rows have a band.
func (r *Report) bandChart(l Lang, e *Edition, rows []int, number int, table string) *Chart {
	if rows = e.bandRows(rows); len(rows) < 2 {
		return nil
	}
	if len(rows) > mostDots {
		rows = e.around(rows, mostBands)
	}
	c := &Chart{ID: "hangkhoang" + strconv.Itoa(number), Kind: Dots, Head: l.unitHead(e.Board.Units), Source: l.from(e.Board), TableID: table}
	s := Series{Name: l.Say("col.rank"), Tone: Other, Label: true, Focus: -1}
	for i, row := range rows {
		s = e.span(s, row)
		c.Keys, c.Categories = append(c.Keys, e.Table.Units[row]), append(c.Categories, r.Name(l, e.Table.Units[row]))
		if e.Table.Units[row] == e.Board.Focus {
			s.Focus = i
		}
	}
	c.Series = []Series{s}
	c.Low, c.High = slices.Min(s.Low), slices.Max(s.High)
	c.Low = max(c.Low-max(1, Round((c.High-c.Low)/12, 0)), 0)
	c.Brackets = brackets(r.runs(e), rows)
	args := r.bandArgs(l, e, rows)
	c.Title, c.Sub = r.bandTitle(l, e, rows, s.Focus, args), l.Say("bands.sub", args...)
	if len(c.Brackets) > 0 {
		c.Sub += l.Say("bands.brackets")
	}
	c.Alt = l.Say("bands.alt", args...)
	return c
}

// bandTitle is about the unit put forward, else about the first one.
func (r *Report) bandTitle(l Lang, e *Edition, rows []int, focus int, args []string) string {
	b := r.root(e)
	if b == nil {
		return l.Say("spans.t", args...)
	}
	at := max(focus, 0)
	n := len(r.Alike(e, rows[at]))
	args = append(args, "unit", r.Name(l, e.Table.Units[rows[at]]), "n", l.Units(e.Board.Units, n), "share", l.chance(first(b, rows[at], 1)).Text)
	switch {
	case focus >= 0 && n > 0:
		return l.Say("bands.t.like", args...)
	case focus >= 0:
		return l.Say("bands.t.alone", args...)
	case b.Place[rows[0]] == 1:
		return l.Say("bands.t.first", args...)
	}
	return l.Say("spans.t", args...)
}

// brackets are the runs of rows, by position, that cannot be told apart; a run that is cut off to one row is none.
func brackets(groups [][]int32, rows []int) (all [][2]int) {
	at := map[int32]int{}
	for i, row := range rows {
		at[int32(row)] = i
	}
	for _, g := range groups {
		from, to := -1, -1
		for _, row := range g {
			if i, ok := at[row]; ok {
				if from < 0 {
					from = i
				}
				to = i
			}
		}
		if to > from {
			all = append(all, [2]int{min(from, to), to})
		}
	}
	return all
}
