package view

import (
	"math"
	"slices"
	"strconv"
)

// Histogram is how the scores of a node lie: how many units in each range of equal width. Positions are shares of the
// width, from 0 to 1.
type Histogram struct {
	Figure
	Alt    string
	Bins   []Bin
	Most   int // units in the fullest bin
	Ticks  []Tick
	Median float64 // position
	Own    float64 // position of the unit put forward, NaN without one
	Labels [2]string
	Rug    []float64 // position of every unit
}

// Bin is one range: from (included) to (excluded, but in the last), how many units lie in it.
type Bin struct {
	From, To float64
	Count    int
	Own      bool // the unit put forward lies in it
	Text     string
}

// Tick is a mark of the axis.
type Tick struct {
	At   float64
	Text string
}

// mostBins is how many ranges a histogram has at most; leastKnown how many scores it needs.
const mostBins, leastKnown = 14, 8

// histogram of the scores that some rows have on a node; nil where there are too few, or all are the same.
func (r *Report) histogram(l Lang, e *Edition, col int, rows []int) *Histogram {
	known, own, d := e.spreadOf(col, rows)
	if len(known) < leastKnown || known[0] == known[len(known)-1] {
		return nil
	}
	median := known[(len(known)-1)/2]
	if len(known)%2 == 0 {
		median = (median + known[len(known)/2]) / 2
	}
	low, step, n := ranges(known[0], known[len(known)-1])
	h := &Histogram{Own: nan}
	high := low + float64(step*float64(n))
	at := func(x float64) float64 { return min(max((x-low)/(high-low), 0), 1) }
	for i := range n {
		from := low + float64(step*float64(i))
		h.Bins = append(h.Bins, Bin{From: from, To: from + step})
	}
	of := func(x float64) int { return min(int(math.Floor((x-low)/step+1e-9)), n-1) }
	for _, x := range known {
		h.Bins[of(x)].Count++
		h.Rug = append(h.Rug, at(x))
	}
	if own == own {
		h.Own = at(own)
		h.Bins[of(own)].Own = true
	}
	h.Median = at(median)
	for _, b := range h.Bins {
		h.Most = max(h.Most, b.Count)
	}
	r.dressed(l, e, col, h, known, median, own, d, decimalsOf(Round(step, 9)))
	return h
}

// spreadOf are the scores of a node as they are shown, in order, that of the unit put forward, and their decimals.
func (e *Edition) spreadOf(col int, rows []int) (known []float64, own float64, decimals int) {
	own = nan
	for _, row := range rows {
		s := e.Standing(col, row)
		if s.Score != s.Score {
			continue
		}
		known, decimals = append(known, Round(s.Score, s.Decimals)), max(decimals, s.Decimals)
		if e.Table.Units[row] == e.Board.Focus && e.Board.Focus != "" {
			own = Round(s.Score, s.Decimals)
		}
	}
	slices.Sort(known)
	return known, own, decimals
}

// ranges cuts an interval into ranges whose bounds are round: where the first begins, how wide each is, how many.
func ranges(least, most float64) (low, step float64, n int) {
	magnitude := math.Pow(10, math.Floor(math.Log10((most-least)/mostBins)))
	for _, nice := range []float64{1, 2, 2.5, 5, 10, 20, 25, 50} {
		step = Round(float64(nice*magnitude), 12)
		first, last := math.Floor(least/step+1e-9), math.Floor(most/step-1e-9)
		if n = int(last-first) + 1; n <= mostBins {
			return Round(float64(first*step), 12), step, n
		}
	}
	return least, most - least, 1
}

// dressed gives a histogram its words, its axis and its table.
func (r *Report) dressed(l Lang, e *Edition, col int, h *Histogram, known []float64, median, own float64, d, wide int) {
	node := noded{plan: e.Plan, col: col}.name(l)
	units := l.Units(e.Board.Units, len(known))
	args := []string{"node", node, "index", e.Board.Abbr(l), "edition", e.Edition.ID, "count", units, "median", l.Number(median, d),
		"low", l.Number(known[0], d), "high", l.Number(known[len(known)-1], d)}
	h.ID, h.Source = "phan-bo", l.In(e.Board.Source)
	h.Title, h.Sub, h.Alt = l.Say("spread.title", args...), l.Say("spread.sub", args...), l.Say("spread.alt", args...)
	h.Labels[0] = l.Say("spread.median", args...)
	if own == own {
		h.Labels[1] = r.Name(l, e.Board.Focus) + " " + l.Number(own, d)
	}
	h.Table = &Table{ID: "phan-bo-bang", Caption: h.Sub, Columns: []Column{{Label: l.Say("spread.range")}, {Label: l.Say("col.count"), Number: true}, {Label: l.Say("spread.share"), Number: true}}}
	h.Data = &Grid{Columns: []string{l.Say("spread.from"), l.Say("spread.to"), l.Say("col.count"), l.Say("spread.share")}}
	for i := range h.Bins {
		b := &h.Bins[i]
		key := "spread.bin"
		if i == len(h.Bins)-1 {
			key = "spread.last"
		}
		b.Text = l.Say(key, "from", l.Number(b.From, wide), "to", l.Number(b.To, wide))
		share := float64(b.Count) / float64(len(known))
		h.Data.Rows = append(h.Data.Rows, []string{Full(Round(b.From, 12)), Full(Round(b.To, 12)), strconv.Itoa(b.Count), Full(share)})
		h.Table.Rows = append(h.Table.Rows, Row{Focus: b.Own, Cells: []Cell{{Text: b.Text, Head: true}, l.count(b.Count),
			{Text: l.Percent(Round(share, 3), 1), Value: Full(share)}}})
	}
	every := 1
	for len(h.Bins)/every > 5 {
		every++
	}
	for i := 0; i <= len(h.Bins); i += every {
		x := h.Bins[0].From
		if i > 0 {
			x = h.Bins[i-1].To
		}
		h.Ticks = append(h.Ticks, Tick{At: float64(i) / float64(len(h.Bins)), Text: l.Number(x, wide)})
	}
}

// Frame is the figure that a drawing stands in.
func (f *Figure) Frame() *Figure { return f }
