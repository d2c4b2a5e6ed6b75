package rank

import (
	"math"
	"strconv"

	"xephang/stages/cube"
)

// CAGR is the compound annual growth rate between the first and the last value present, (last/first)^(1/years) − 1, as a
// fraction; 0 where the two are equal. NaN with fewer than two values, or where the sign changes; +Inf from 0 upward.
// years ascending, values parallel, NaN = missing.
func CAGR(years, values []float64) float64 {
	t, x := present(years, values)
	if len(x) < 2 {
		return nan
	}
	first, last := x[0], x[len(x)-1]
	if first == last {
		return 0
	}
	return math.Pow(last/first, 1/(t[len(t)-1]-t[0])) - 1
}

// PercentChange is the change a year in per cent of where the series starts: with three or more values present, the slope
// of the least-squares line over its value in the first of these years; with two, the difference a year over the first
// value. per is the number of years to tell it for (1: a year; 10: a decade). NaN with fewer than two values; infinite
// where the start is 0. It is COINr's prc_change.
func PercentChange(years, values []float64, per float64) float64 {
	t, x := present(years, values)
	if len(x) < 2 {
		return nan
	}
	slope, start := (x[len(x)-1]-x[0])/(t[len(t)-1]-t[0]), x[0]
	if len(x) > 2 {
		slope, start = line(t, x)
	}
	if slope == 0 {
		return 0
	}
	return slope / start * 100 * per
}

// line fits x = start + slope·(t − t₀) by least squares.
func line(t, x []float64) (slope, start float64) {
	n := float64(len(t))
	var meanT, meanX, cross, square float64
	for i := range t {
		meanT += t[i] / n
		meanX += x[i] / n
	}
	for i := range t {
		cross += float64((t[i] - meanT) * (x[i] - meanX))
		square += float64((t[i] - meanT) * (t[i] - meanT))
	}
	slope = cross / square
	return slope, meanX - float64(slope*(meanT-t[0]))
}

// present keeps the years that have a value.
func present(years, values []float64) (t, x []float64) {
	for i, v := range values {
		if v == v {
			t, x = append(t, years[i]), append(x, v)
		}
	}
	return t, x
}

// Progress of a score since a base edition.
type Progress struct {
	Points  float64 // now − base
	Percent float64 // of the base; NaN where that is 0
	Closed  float64 // share of the distance between the base and the goal that is covered; NaN where there was none
}

// Since measures progress from a base to now, with the goal (the scale's end, or a target) as the far end; NaN where
// either score is missing.
func Since(base, now, goal float64) Progress {
	p := Progress{Points: now - base, Percent: (now - base) / math.Abs(base) * 100, Closed: (now - base) / (goal - base)}
	if base == 0 {
		p.Percent = nan
	}
	if goal == base {
		p.Closed = nan
	}
	return p
}

// Series is a unit's figures of one node over the editions of a cube that lay the layer: years ascending as declared,
// NaN where the unit or the node is not in an edition. The year of an edition is the number that its id begins with;
// editions without one are left out.
func Series(c *cube.Cube, l cube.Layer, node, unit string) (years, values []float64) {
	for _, t := range c.Tables {
		year, ok := Year(t.Edition)
		if !ok {
			continue
		}
		v := nan
		if col, ok := t.Col(node); ok {
			if row, ok := t.Row(unit); ok {
				v = t.At(l, col).At(row)
			}
		}
		years, values = append(years, year), append(values, v)
	}
	return years, values
}

// Year reads the number that an edition's id begins with (2024, 2020-2021).
func Year(edition string) (float64, bool) {
	digits := 0
	for digits < len(edition) && edition[digits] >= '0' && edition[digits] <= '9' {
		digits++
	}
	y, err := strconv.ParseFloat(edition[:digits], 64)
	return y, err == nil
}
