package view

import (
	"slices"
	"strconv"

	"xephang/stages/cube"
)

// mostDots is how many units a dot chart names one by one; a longer ranking shows the focus unit's group, or its first.
const mostDots, firstDots = 70, 30

// dots draws a block's scores, sorted, the focus unit put forward; nil where fewer than two scores are known.
func (r *Report) dots(l Lang, e *Edition, p part, number int) *Chart {
	rows := slices.DeleteFunc(slices.Clone(p.rows), func(row int) bool { s := e.Standing(0, row); return s.Score != s.Score })
	focus, isFocus := e.Table.Row(e.Board.Focus)
	isFocus = isFocus && slices.Contains(rows, focus)
	group, count := "", l.Units(e.Board.Units, len(rows))
	if len(rows) > mostDots {
		if isFocus {
			group, rows = r.focusGroup(l, e, rows)
			count = group
		} else {
			rows = rows[:firstDots]
			count = l.Say("dots.topn") + " " + l.Units(e.Board.Units, firstDots)
		}
	}
	if len(rows) < 2 {
		return nil
	}
	c := &Chart{ID: "diem" + strconv.Itoa(number), Kind: Dots, Low: nan, High: nan, Head: l.unitHead(e.Board.Units),
		Source: l.from(e.Board), TableID: "bang-" + strconv.Itoa(number)}
	s := Series{Name: e.Board.Abbr(l), Tone: Other, Label: true, Focus: -1}
	for i, row := range rows {
		c.Keys, c.Categories = append(c.Keys, e.Table.Units[row]), append(c.Categories, r.Name(l, e.Table.Units[row]))
		at := e.Standing(0, row)
		s.Full = append(s.Full, at.Score)
		s.Values, c.Decimals = append(s.Values, Round(at.Score, at.Decimals)), max(c.Decimals, at.Decimals)
		if isFocus && row == focus {
			s.Focus = i
		}
	}
	sub := "dots.sub"
	if s.Low, s.High = e.ranges(rows); s.Low != nil {
		sub = "dots.sub.range"
	}
	c.Series = []Series{s}
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID, "count", count}
	c.Sub = l.Say(sub, args...)
	c.Title = r.dotsTitle(l, e, p, rows, s, group, args)
	last := len(rows) - 1
	c.Alt = l.Say("dots.alt", append(args, "first", c.Categories[0], "last", c.Categories[last],
		"high", l.Number(s.Values[0], c.Decimals), "low", l.Number(s.Values[last], c.Decimals))...)
	return c
}

// focusGroup keeps the rows of the smallest group of the focus unit that holds at least five.
func (r *Report) focusGroup(l Lang, e *Edition, rows []int) (string, []int) {
	u, _ := r.Units.Unit(e.Board.Focus)
	for _, scheme := range slices.Backward(e.Rank.Groups) {
		g := u.Group(scheme, e.AsOf)
		var in []int
		for _, row := range rows {
			if o, _ := r.Units.Unit(e.Table.Units[row]); g != "" && o.Group(scheme, e.AsOf) == g {
				in = append(in, row)
			}
		}
		if len(in) >= 5 {
			return l.In(r.Units.GroupName(scheme, g)), in
		}
	}
	return l.Units(e.Board.Units, firstDots), rows[:firstDots]
}

// dotsTitle says how many stand above the focus unit, or how far the first is from the last.
func (r *Report) dotsTitle(l Lang, e *Edition, p part, rows []int, s Series, group string, args []string) string {
	last := len(rows) - 1
	switch {
	case group != "" && s.Focus == 0:
		return l.Say("dots.none", "unit", r.Name(l, e.Board.Focus), "group", group)
	case group != "" && s.Focus > 0:
		above := 0
		for _, v := range s.Values {
			if v > s.Values[s.Focus] {
				above++
			}
		}
		return l.Say("dots.above", "above", l.Units(e.Board.Units, above), "group", group, "unit", r.Name(l, e.Board.Focus))
	case e.blockRanked(p) > len(rows):
		return l.Say("dots.known", append(args, "first", r.Name(l, e.Table.Units[rows[0]]), "high", l.Number(s.Values[0], e.Scale.Decimals))...)
	case len(rows) > 1:
		return l.Say("dots.gap", "first", r.Name(l, e.Table.Units[rows[0]]), "last", r.Name(l, e.Table.Units[rows[last]]),
			"gap", l.Number(Round(s.Values[0], e.Scale.Decimals)-Round(s.Values[last], e.Scale.Decimals), e.Scale.Decimals))
	}
	return l.Say("dots.one", args...)
}

// blockRanked is how many units the block ranks: as declared, or as far as their ranks are known.
func (e *Edition) blockRanked(p part) int {
	n := len(e.ranked(p.rows))
	if len(p.rows) > 0 {
		n = max(n, e.size(e.Table.BlockOf(p.rows[0])))
	}
	return n
}

// ranges gives each row's lowest and highest part, where every row has all its parts on the scale of the root.
func (e *Edition) ranges(rows []int) (low, high []float64) {
	parts := e.Root().Children
	if len(parts) < 2 || !e.Computes() {
		return nil, nil
	}
	for _, row := range rows {
		lo, hi := nan, nan
		for _, c := range parts {
			v := e.Table.At(cube.Score, c.Col).At(row)
			if !(v >= e.Scale.From && v <= e.Scale.To) {
				return nil, nil
			}
			if lo != lo || v < lo {
				lo = v
			}
			if hi != hi || v > hi {
				hi = v
			}
		}
		low, high = append(low, Round(lo, e.Scale.Decimals)), append(high, Round(hi, e.Scale.Decimals))
	}
	return low, high
}
