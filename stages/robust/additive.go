package robust

import (
	"math"
	"slices"

	"xephang/stages/score"
)

// sum is a weighted mean of parts that stand still, made ready for any weights: Σ w·f(x) / Σ w and back, for the
// arithmetic (also points), geometric and harmonic mean. What does not depend on the weights is kept: f(x) with 0 in the
// gaps, the gaps, the least and greatest part of every row, and the rows that have no score. A draw is then one
// multiply-add a cell. The arithmetic is that of the stage score to the last bit: parts in declared order, every
// operation rounded.
type sum struct {
	live      []int       // positions among the step's children of those that weigh something
	terms     [][]float64 // f(x), by live part
	gaps      [][]bool    // by live part: rows where it is missing; nil for a part without gaps
	gappy     []int32     // rows with a gap
	low, high []float64   // between which the result is kept
	none      []int32     // rows without a score
	back      func(float64) float64
}

// transforms by combination: f and its inverse; nil is the identity.
var transforms = map[string][2]func(float64) float64{
	"mean": {}, "arithmetic": {}, "points": {},
	"geometric": {math.Log, math.Exp},
	"harmonic":  {inverse, inverse},
}

func inverse(x float64) float64 { return 1 / x }

// newSum makes a step's parts ready; nil where its combination is no such mean. Which rows have no score is asked of the
// stage score itself, with the declared weights.
func (m *model) newSum(s step, columns [][]float64, w *worker) *sum {
	f, additive := transforms[s.Combine.Name]
	if !additive || s.Weighting == "bod" || slices.ContainsFunc(s.Weights, func(x float64) bool { return x < 0 }) {
		return nil
	}
	n := len(m.table.Units)
	t := &sum{back: f[1], low: make([]float64, n), high: make([]float64, n)}
	for i := range n {
		t.low[i], t.high[i] = math.Inf(1), math.Inf(-1)
	}
	for k, c := range s.Children {
		if s.Weights[k] > 0 {
			t.live = append(t.live, k)
			t.add(columns[c], func(row int) bool { return s.Gaps != nil && s.Gaps[k] == score.Zero && !s.Exempt.Spare(c, row) }, f[0], n)
		}
	}
	if f[0] != nil {
		t.unbound()
	}
	w.test = grow(w.test, n)
	s.Into(w.test, columns, nil, w.score, 1)
	for i, x := range w.test {
		if missing(x) {
			t.none = append(t.none, int32(i))
		} else if slices.ContainsFunc(t.gaps, func(g []bool) bool { return g != nil && g[i] }) {
			t.gappy = append(t.gappy, int32(i))
		}
	}
	return t
}

// add takes a part in; zero tells the gaps that count as 0.
func (t *sum) add(x []float64, zero func(row int) bool, f func(float64) float64, n int) {
	term := make([]float64, n)
	var gaps []bool
	for i := range n {
		v := nan
		if i < len(x) {
			v = x[i]
		}
		if missing(v) && zero(i) {
			v = 0
		}
		if missing(v) {
			if gaps == nil {
				gaps = make([]bool, n)
			}
			gaps[i] = true
			continue
		}
		t.low[i], t.high[i] = min(t.low[i], v), max(t.high[i], v)
		if term[i] = v; f != nil {
			term[i] = f(v)
		}
	}
	t.terms, t.gaps = append(t.terms, term), append(t.gaps, gaps)
}

// unbound lets go the rows that the stage score does not keep between their parts: those with a part below 0.
func (t *sum) unbound() {
	for i, low := range t.low {
		if low < 0 {
			t.low[i], t.high[i] = math.Inf(-1), math.Inf(1)
		}
	}
}

// fits tells whether the parts that weigh something are those that the sum was made of.
func (t *sum) fits(weights []float64) bool {
	at := 0
	for k, w := range weights {
		live := at < len(t.live) && t.live[at] == k
		if live {
			at++
		}
		if w < 0 || live != (w > 0) {
			return false
		}
	}
	return true
}

// tile is how many rows are done at a time: their running sums stay in the nearest cache.
const tile = 512

// into combines under given weights (by child of the step).
func (t *sum) into(dst, weights []float64) {
	whole := 0.0
	for _, k := range t.live {
		whole += weights[k]
	}
	for from := 0; from < len(dst); from += tile {
		part := dst[from:min(from+tile, len(dst))]
		t.add4(part, weights, from)
		t.close(part, whole, from)
	}
	for _, row := range t.gappy {
		dst[row] = t.one(int(row), weights)
	}
	for _, row := range t.none {
		dst[row] = nan
	}
}

// add4 writes Σ w·f(x) of some rows: four parts at once, one after the other within a row.
func (t *sum) add4(dst, weights []float64, from int) {
	clear(dst)
	n, k := len(dst), 0
	for ; k+4 <= len(t.live); k += 4 {
		a, b, c, d := t.terms[k][from:][:n], t.terms[k+1][from:][:n], t.terms[k+2][from:][:n], t.terms[k+3][from:][:n]
		wa, wb, wc, wd := weights[t.live[k]], weights[t.live[k+1]], weights[t.live[k+2]], weights[t.live[k+3]]
		for i, s := range dst {
			s += float64(wa * a[i])
			s += float64(wb * b[i])
			s += float64(wc * c[i])
			dst[i] = s + float64(wd*d[i])
		}
	}
	for ; k < len(t.live); k++ {
		a, wa := t.terms[k][from:][:n], weights[t.live[k]]
		for i, s := range dst {
			dst[i] = s + float64(wa*a[i])
		}
	}
}

// one is the result of a row with gaps.
func (t *sum) one(row int, weights []float64) float64 {
	total, weighed := 0.0, 0.0
	for k, at := range t.live {
		if t.gaps[k] == nil || !t.gaps[k][row] {
			total += float64(weights[at] * t.terms[k][row])
			weighed += weights[at]
		}
	}
	return t.result(total/weighed, row)
}

// close divides the sums of rows without gaps.
func (t *sum) close(dst []float64, whole float64, from int) {
	if t.back != nil {
		for i, s := range dst {
			dst[i] = t.result(s/whole, from+i)
		}
		return
	}
	low, high := t.low[from:][:len(dst)], t.high[from:][:len(dst)]
	for i, s := range dst {
		x := s / whole
		if x < low[i] {
			x = low[i]
		}
		if x > high[i] {
			x = high[i]
		}
		dst[i] = x
	}
}

// result goes back from the mean of f(x) and keeps it between the parts.
func (t *sum) result(x float64, row int) float64 {
	if t.back != nil {
		x = t.back(x)
	}
	switch {
	case x < t.low[row]:
		return t.low[row]
	case x > t.high[row]:
		return t.high[row]
	case x-x != 0:
		return nan
	}
	return x
}
