package score

import "slices"

// weighted is a value with its weight.
type weighted struct{ x, w float64 }

// median is the weighted median of the parts present: the value at which half of the weight is reached from below,
// and the middle between two values where exactly half lies on either side; with equal weights the ordinary median
// (Edgeworth 1888, "On a new method of reducing observations relating to several quantities"). Parts of weight 0 or
// less do not count.
func median(dst []float64, in rows, s *Scratch) {
	for i := range dst {
		s.pick = s.pick[:0]
		total := 0.0
		for k, col := range in.cols {
			if x, w := col[i], in.w[k]; !missing(x) && w > 0 {
				s.pick = append(s.pick, weighted{x, w})
				total += w
			}
		}
		slices.SortFunc(s.pick, byValue)
		dst[i] = half(s.pick, total/2)
	}
}

func byValue(a, b weighted) int {
	switch {
	case a.x < b.x:
		return -1
	case a.x > b.x:
		return 1
	}
	return 0
}

// half walks up the sorted values until the weight below passes half; a hair's breadth counts as exactly half, so that
// three tenths and seven tenths of binary fractions part as they do on paper.
func half(sorted []weighted, half float64) float64 {
	below := 0.0
	for k, v := range sorted {
		below += v.w
		if k+1 < len(sorted) && below > half*(1-1e-12) && below < half*(1+1e-12) {
			return within(v.x+(sorted[k+1].x-v.x)/2, v.x, sorted[k+1].x)
		}
		if below >= half {
			return v.x
		}
	}
	return nan
}

// minimum is the least of the parts present whose weight is above 0: no part makes up for another.
func minimum(dst []float64, in rows, s *Scratch) {
	for i := range dst {
		dst[i] = nan
	}
	for k, col := range in.cols {
		if in.w[k] <= 0 {
			continue
		}
		for i, x := range col[:len(dst)] {
			if x < dst[i] || missing(dst[i]) {
				dst[i] = x
			}
		}
	}
}
