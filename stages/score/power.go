package score

import "math"

// geometric is exp(Σ w·ln x / Σ w) over the parts present (Handbook, step 6, geometric aggregation): a weak part cannot
// be made up for in full by a strong one. A part at or below 0 leaves no value.
func geometric(dst []float64, in rows, s *Scratch) {
	s.sums(in, len(dst), func(x float64) float64 {
		if x <= 0 {
			return nan
		}
		return math.Log(x)
	})
	s.close(dst, in, math.Exp)
}

// harmonic is Σ w / Σ (w / x) over the parts present; a part at 0 leaves no value. Negative parts are taken, as COINr
// takes them; the result then need not lie between the parts.
func harmonic(dst []float64, in rows, s *Scratch) {
	s.sums(in, len(dst), func(x float64) float64 {
		if x == 0 {
			return nan
		}
		return 1 / x
	})
	s.close(dst, in, func(m float64) float64 { return 1 / m })
}

// generalised is the power mean (Σ w·xᵖ / Σ w)^(1/p) over the parts present: p = 1 the arithmetic, 0 the geometric, −1
// the harmonic mean (Hardy, Littlewood and Pólya, Inequalities, §2.2). With p ≤ 0 parts must be above 0; with p > 0 a
// negative part leaves a value only where its power has one. Parts are measured against the row's greatest (p > 0) or
// least (p < 0), so that a high power neither overflows nor vanishes.
func generalised(dst []float64, in rows, s *Scratch) {
	p := in.arg
	if p == 0 {
		geometric(dst, in, s)
		return
	}
	s.sums(in, len(dst), func(x float64) float64 { return x })
	clear(s.sum[:len(dst)])
	for k, col := range in.cols {
		if in.w[k] == 0 {
			continue
		}
		for i, x := range col[:len(dst)] {
			if x == x {
				s.sum[i] += float64(in.w[k] * powerOf(x, s.scale(i, p), p))
			}
		}
	}
	for i := range dst {
		dst[i] = s.scale(i, p) * math.Pow(s.sum[i]/s.den[i], 1/p)
	}
	s.bound(dst, in)
}

// scale is what the parts of row i are measured against.
func (s *Scratch) scale(i int, p float64) float64 {
	if p < 0 {
		return s.low[i]
	}
	return max(math.Abs(s.low[i]), math.Abs(s.high[i]))
}

func powerOf(x, scale, p float64) float64 {
	switch {
	case p < 0 && x <= 0:
		return nan
	case scale == 0:
		return 0
	}
	return math.Pow(x/scale, p)
}

// sums adds w·f(x) and w over the parts present, in declared order, and keeps the least and greatest value; a part
// where f has no value spoils its row.
func (s *Scratch) sums(in rows, n int, f func(float64) float64) {
	s.begin(n)
	for k, col := range in.cols {
		w := in.w[k]
		if w == 0 {
			continue
		}
		for i, x := range col[:n] {
			if x != x {
				continue
			}
			s.sum[i] += float64(w * f(x))
			s.den[i] += w
			s.low[i], s.high[i] = min(s.low[i], x), max(s.high[i], x)
		}
	}
}

// close turns the sums into the mean: back(Σ w·f(x) / Σ w).
func (s *Scratch) close(dst []float64, in rows, back func(float64) float64) {
	for i := range dst {
		dst[i] = back(s.sum[i] / s.den[i])
	}
	s.bound(dst, in)
}

// bound keeps a mean between its parts, where none of them and no weight is below 0.
func (s *Scratch) bound(dst []float64, in rows) {
	if anyNegative(in.w) {
		return
	}
	for i, m := range dst {
		if s.low[i] >= 0 {
			dst[i] = within(m, s.low[i], s.high[i])
		}
	}
}
