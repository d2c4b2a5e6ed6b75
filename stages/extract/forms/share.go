package forms

import (
	"xephang/stages/extract/sheet"
)

// share reads a percentage as a share: 85 %, 85%, 85 and 0,85 are 0.85. A percentage format or sign settles what is
// meant; a bare number above 1 is per cent, one below 1 a share, with a doubt; a bare 1 is neither.
func (q *question) share(c sheet.Cell) (float64, bool) {
	if q.plain(c) {
		return nan, false
	}
	if c.Kind == sheet.Number {
		if c.Percent {
			return q.shown(c)
		}
		return q.bare(c, c.Number)
	}
	n := apart(words(c), q.Answer)
	if n.percent {
		r, ok := q.parsed(n, c, sheet.Style{})
		switch {
		case !ok:
			return nan, false
		case r.Is == sheet.Ambiguous:
			return q.shares(c, r.Value, r.Other)
		}
		return r.Value, true
	}
	r, ok := q.parsed(n, c, sheet.Style{})
	switch {
	case !ok:
		return nan, false
	case r.Is == sheet.Ambiguous: // 12.345: between 1 and 1000, so per cent either way
		return q.shares(c, shift(r.Value, -2), shift(r.Other, -2))
	}
	return q.bare(c, r.Value)
}

// shown reads a cell with a percentage format: what it shows is meant. Where that is out of range and a hundredth of it
// is not, a number in per cent was pasted into the cell.
func (q *question) shown(c sheet.Cell) (float64, bool) {
	v := c.Number
	if q.within(v) || v <= 1 {
		return v, true // a value out of range is told by who asked
	}
	if small := shift(v, -2); q.within(small) {
		q.say(percentReadSo, said(c), "value", percent(small))
		return small, true
	}
	return v, true
}

// within is in, with the limit 1 where the question declares no range.
func (q *question) within(v float64) bool {
	if q.Range == nil {
		return v >= 0 && v <= 1
	}
	return q.in(v)
}

// bare reads a number without sign or format of a percentage.
func (q *question) bare(c sheet.Cell, v float64) (float64, bool) {
	small := shift(v, -2)
	switch {
	case v == 0:
		return 0, true
	case v == 1, v > 1 && q.within(v) && q.within(small), v < 0 && q.within(v) && q.within(small):
		return q.fault(percentTwoWays, said(c), "one", percent(v), "two", percent(small))
	case v > 0 && v < 1:
		q.say(percentReadSo, said(c), "value", percent(v))
		return v, true
	case v > 1 && !q.within(v):
		return small, true
	}
	return v, true
}

// shares settles a text with two readings, both given as shares.
func (q *question) shares(c sheet.Cell, one, two float64) (float64, bool) {
	first, second := q.within(one), q.within(two)
	if first == second {
		return q.fault(percentTwoWays, said(c), "one", percent(one), "two", percent(two))
	}
	if second {
		one = two
	}
	q.say(percentReadSo, said(c), "value", percent(one))
	return one, true
}
