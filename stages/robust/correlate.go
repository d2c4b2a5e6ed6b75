package robust

import (
	"math"
	"slices"
)

// Correlation is how two nodes go together over the units that have both.
type Correlation struct {
	A, B                       int // columns of the plan
	N                          int // units that have both
	Pearson, Spearman, Kendall Test
}

// ordered is a set of present values made ready for correlations: the deviations from the mean brought to length 1, the
// same of the average ranks, the competition ranks from below (0-based, equal values equal) and the order.
type ordered struct {
	why     Why
	z, zr   []float64
	rank    []float64 // average ranks, 1 = least
	level   []int32   // number of smaller values
	order   []int32   // positions, least first
	tied    bool
	twos    float64 // Σ t(t−1) over groups of t equal values
	threes  float64 // Σ t(t−1)(t−2)
	weights float64 // Σ t(t−1)(2t+5)
}

// newOrdered makes values without gaps ready.
func newOrdered(x []float64) *ordered {
	n := len(x)
	s := &ordered{why: Known, order: make([]int32, n), level: make([]int32, n), rank: make([]float64, n)}
	for i := range s.order {
		s.order[i] = int32(i)
	}
	slices.SortFunc(s.order, func(a, b int32) int {
		switch {
		case x[a] < x[b]:
			return -1
		case x[a] > x[b]:
			return 1
		}
		return int(a - b)
	})
	for from := 0; from < n; {
		to := from + 1
		for to < n && x[s.order[to]] == x[s.order[from]] {
			to++
		}
		s.group(from, to)
		from = to
	}
	switch {
	case n < LeastUnits:
		s.why = FewUnits
	case x[s.order[0]] == x[s.order[n-1]]:
		s.why = Constant
	default:
		s.z, s.zr = unitLength(x), unitLength(s.rank)
	}
	return s
}

// group notes the equal values from..to of the order.
func (s *ordered) group(from, to int) {
	for _, i := range s.order[from:to] {
		s.level[i], s.rank[i] = int32(from), float64(from+to+1)/2
	}
	if t := float64(to - from); t > 1 {
		s.tied = true
		s.twos += t * (t - 1)
		s.threes += t * (t - 1) * (t - 2)
		s.weights += t * (t - 1) * (2*t + 5)
	}
}

// unitLength gives the deviations from the mean, scaled so that the sum of their squares is 1. x is not constant.
func unitLength(x []float64) []float64 {
	top := 0.0
	for _, v := range x {
		top = max(top, math.Abs(v))
	}
	z := make([]float64, len(x))
	_, e := math.Frexp(top)
	for i, v := range x {
		z[i] = math.Ldexp(v, -e) // exact but for subnormals: nothing over- or underflows below
	}
	for range 2 { // the second pass takes out what rounding left in the first mean
		sum := 0.0
		for _, v := range z {
			sum += v
		}
		mean := sum / float64(len(z))
		for i := range z {
			z[i] -= mean
		}
	}
	top = 0
	for _, v := range z {
		top = max(top, math.Abs(v))
	}
	squares := 0.0
	for i := range z {
		z[i] /= top
		squares += float64(z[i] * z[i])
	}
	length := math.Sqrt(squares)
	for i := range z {
		z[i] /= length
	}
	return z
}

// correlated compares two sets of the same units. The p-values are those of R's cor.test (see significance.go).
func correlated(x, y *ordered, c *comparer) (n int, pearson, spearman, kendall Test) {
	n = len(x.level)
	why := x.why
	if why == Known {
		why = y.why
	}
	if why != Known {
		return n, untested(why), untested(why), untested(why)
	}
	r, rho, tied := product(x.z, y.z), product(x.zr, y.zr), x.tied || y.tied
	tau, s := c.tau(x, y)
	return n, Test{figure(r), figure(studentP(r, n))},
		Test{figure(rho), figure(c.spearmanP(rho, n, tied))},
		Test{figure(tau), figure(c.kendallP(s, n, x, y))}
}

// product is the correlation of two columns of length 1.
func product(x, y []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += float64(v * y[i])
	}
	return max(-1, min(1, sum))
}
