package normalise

import "math"

var nan = math.NaN()

func missing(x float64) bool { return x != x }

// Moments describe the present values of a column. What too few values or a constant leave undefined is NaN: SD below 2
// values, Skew below 3, Kurt below 4, Skew and Kurt of a constant.
type Moments struct {
	N              int     // values present
	Min, Max, Mean float64 // NaN where N = 0
	SD             float64 // sample standard deviation, divisor N − 1
	Skew           float64 // bias-corrected (type 2 of Joanes and Gill 1998; Excel SKEW, SAS): √(n(n−1))/(n−2) · m3/m2^1.5
	Kurt           float64 // bias-corrected, in excess of 3 (type 2; Excel KURT): ((n+1)(m4/m2²−3)+6)(n−1)/((n−2)(n−3))
}

// Constant tells that all present values are the same number.
func (m Moments) Constant() bool { return m.N > 0 && m.Min == m.Max }

// Describe computes the moments of a column (NaN = missing) in two passes and no allocation. The sums of powers are
// taken about the plain mean and then shifted by the mean of the deviations, so that a large offset costs no digits.
func Describe(x []float64) Moments {
	m, _ := describe(x, extent(x))
	return m
}

// describe goes on from the extent of x, and gives the sums of powers too.
func describe(x []float64, m Moments) (Moments, powers) {
	switch {
	case m.N == 0:
		return m, powers{}
	case m.Min == m.Max:
		if m.Mean = m.Min; m.N > 1 {
			m.SD = 0
		}
		return m, powers{}
	}
	p := powers{about: m.Mean / float64(m.N), per: unitOf(m)}
	p.add(x)
	return p.moments(m), p
}

// powers sums the deviations from about, in units of 1/per, to the powers 1 to 4.
type powers struct{ about, per, s1, s2, s3, s4 float64 }

// unitOf keeps the fourth powers of very large or very small columns within the range of a float64; it is a power of 2.
func unitOf(m Moments) float64 {
	if r := m.Max - m.Min; r > 1e70 || r < 1e-70 {
		_, e := math.Frexp(r)
		return math.Ldexp(1, -max(e, -1020))
	}
	return 1
}

func (p *powers) add(x []float64) {
	about, per, s1, s2, s3, s4 := p.about, p.per, 0.0, 0.0, 0.0, 0.0
	for _, v := range x {
		d := (v - about) * per
		if missing(d) {
			continue
		}
		q := float64(d * d)
		s1 += d
		s2 += q
		s3 += float64(q * d)
		s4 += float64(q * q)
	}
	p.s1, p.s2, p.s3, p.s4 = p.s1+s1, p.s2+s2, p.s3+s3, p.s4+s4
}

// within is add with every value brought between low and high.
func (p *powers) within(x []float64, low, high float64) {
	about, per, s1, s2, s3, s4 := p.about, p.per, 0.0, 0.0, 0.0, 0.0
	for _, v := range x {
		if v > high {
			v = high
		}
		if v < low {
			v = low
		}
		d := (v - about) * per
		if missing(d) {
			continue
		}
		q := float64(d * d)
		s1 += d
		s2 += q
		s3 += float64(q * d)
		s4 += float64(q * q)
	}
	p.s1, p.s2, p.s3, p.s4 = s1, s2, s3, s4
}

// moments completes m, which has N, Min and Max, from the sums over all its values.
func (p powers) moments(m Moments) Moments {
	n := float64(m.N)
	d := p.s1 / n
	s2 := p.s2 - float64(n*d*d)
	s3 := p.s3 - float64(3*d*p.s2) + float64(2*n*d*d*d)
	s4 := p.s4 - float64(4*d*p.s3) + float64(6*d*d*p.s2) - float64(3*n*d*d*d*d)
	m.Mean, m.SD, m.Skew, m.Kurt = p.about+d/p.per, nan, nan, nan
	if m.N > 1 {
		m.SD = math.Sqrt(s2/(n-1)) / p.per
	}
	if m.N > 2 {
		m.Skew = math.Sqrt(n) * s3 / (s2 * math.Sqrt(s2)) * math.Sqrt(float64(n*(n-1))) / (n - 2)
	}
	if m.N > 3 {
		r := float64(n*s4) / float64(s2*s2)
		m.Kurt = (float64((n+1)*(r-3)) + 6) * (n - 1) / float64((n-2)*(n-3))
	}
	return m
}

// extent gives N, Min and Max, and in Mean the plain sum; the rest is NaN.
func extent(x []float64) Moments {
	n, low, high, sum := 0, math.Inf(1), math.Inf(-1), 0.0
	for _, v := range x {
		if missing(v) {
			continue
		}
		n++
		sum += v
		if v < low {
			low = v
		}
		if v > high {
			high = v
		}
	}
	if n == 0 {
		low, high, sum = nan, nan, nan
	}
	return Moments{N: n, Min: low, Max: high, Mean: sum, SD: nan, Skew: nan, Kurt: nan}
}

// Mean of the present values, corrected by the mean of the deviations from it; NaN where there are none.
func Mean(x []float64) float64 {
	m := extent(x)
	switch {
	case m.N == 0:
		return nan
	case m.Min == m.Max:
		return m.Min
	}
	mean, rest := m.Mean/float64(m.N), 0.0
	for _, v := range x {
		if d := v - mean; !missing(d) {
			rest += d
		}
	}
	return mean + rest/float64(m.N)
}

// Quantile of ascending values without gaps, type 7 of Hyndman and Fan (1996), as R and Excel's PERCENTILE have it:
// h = (n−1)p, linear between the values about h. NaN where there are none.
func Quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 || missing(p) {
		return nan
	}
	h := float64(float64(len(sorted)-1) * min(max(p, 0), 1))
	k := int(h)
	if k+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[k] + float64((h-float64(k))*(sorted[k+1]-sorted[k]))
}
