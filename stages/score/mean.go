package score

// mean is the weighted arithmetic mean of the parts present, Σ w·x / Σ w (Handbook, step 6, additive aggregation).
//
// Exactly: s = 0, v = 0; for each part in declared order with a weight other than 0 and a value, s += w·x and v += w,
// every operation rounded to a float64; the result is s / v, brought back between the least and the greatest of those
// values where rounding has carried it outside (with no negative weight). A browser that does the same,
// Math.min(high, Math.max(low, s / v)), finds the same number to the last bit.
//
// With combine: points the weights are the parts' maxima: Σ points won / Σ points to be won, as the Vietnamese indices
// count, a part's score being its points over its maximum.
func mean(dst []float64, in rows, s *Scratch) {
	n := len(dst)
	s.begin(n)
	den := 0.0
	for k, col := range in.cols {
		switch w := in.w[k]; {
		case w == 0:
		case s.gaps:
			s.addPresent(col[:n], w)
		default:
			s.addAll(col[:n], w)
			den += w
		}
	}
	if !s.gaps {
		for i := range dst {
			s.den[i] = den
		}
	}
	for i := range dst {
		dst[i] = s.sum[i] / s.den[i]
	}
	if !anyNegative(in.w) {
		for i, m := range dst {
			dst[i] = within(m, s.low[i], s.high[i])
		}
	}
}

// addAll adds a column without gaps to the running sums.
func (s *Scratch) addAll(col []float64, w float64) {
	sum, low, high := s.sum[:len(col)], s.low[:len(col)], s.high[:len(col)]
	for i, x := range col {
		sum[i] += float64(w * x)
		if x < low[i] {
			low[i] = x
		}
		if x > high[i] {
			high[i] = x
		}
	}
}

// addPresent adds what a column has.
func (s *Scratch) addPresent(col []float64, w float64) {
	sum, den, low, high := s.sum[:len(col)], s.den[:len(col)], s.low[:len(col)], s.high[:len(col)]
	for i, x := range col {
		if x == x {
			sum[i] += float64(w * x)
			den[i] += w
			low[i], high[i] = min(low[i], x), max(high[i], x)
		}
	}
}

// begin clears the running sums of n rows.
func (s *Scratch) begin(n int) {
	clear(s.sum[:n])
	clear(s.den[:n])
	for i := range n {
		s.low[i], s.high[i] = inf, -inf
	}
}

// within brings m between low and high; NaN stays NaN.
func within(m, low, high float64) float64 {
	if m < low {
		return low
	}
	if m > high {
		return high
	}
	return m
}

func anyNegative(w []float64) bool {
	for _, v := range w {
		if v < 0 {
			return true
		}
	}
	return false
}
