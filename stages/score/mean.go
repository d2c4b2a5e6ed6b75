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
	if s.gaps {
		meanOfPresent(dst, in, s)
		return
	}
	sum, den := s.sum[:len(dst)], 0.0
	clear(sum)
	first, cols, w := -1, in.cols, in.w
	for k := 0; k < len(cols); k++ {
		if w[k] == 0 {
			continue
		}
		if first < 0 {
			first = k
		}
		if den += w[k]; k+1 < len(cols) && w[k+1] != 0 {
			addTwo(sum, cols[k], cols[k+1], w[k], w[k+1])
			k++
			den += w[k]
			continue
		}
		addOne(sum, cols[k], w[k])
	}
	for i := range dst {
		dst[i] = sum[i] / den
	}
	if first >= 0 && !anyNegative(w) {
		bring(dst, in, first)
	}
}

// addOne adds a column to the running sums.
func addOne(sum, x []float64, w float64) {
	x = x[:len(sum)]
	for i, v := range sum {
		sum[i] = v + float64(w*x[i])
	}
}

// addTwo adds one column and then another.
func addTwo(sum, x, y []float64, w, u float64) {
	x, y = x[:len(sum)], y[:len(sum)]
	for i, v := range sum {
		v += float64(w * x[i])
		sum[i] = v + float64(u*y[i])
	}
}

// bring puts the means back between the least and the greatest of the parts. Most lie above one part and below another,
// which are soon found; first is a part that counts.
func bring(dst []float64, in rows, first int) {
	from := in.cols[first][:len(dst)]
	for i, m := range dst {
		low, high := from[i], from[i]
		for k := first + 1; k < len(in.cols) && !(low <= m && m <= high); k++ {
			if in.w[k] != 0 {
				x := in.cols[k][i]
				low, high = min(low, x), max(high, x)
			}
		}
		dst[i] = within(m, low, high)
	}
}

// meanOfPresent leaves out what is missing, row by row.
func meanOfPresent(dst []float64, in rows, s *Scratch) {
	s.begin(len(dst))
	for k, col := range in.cols {
		if in.w[k] != 0 {
			s.addPresent(col[:len(dst)], in.w[k])
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
