package normalise

import "math"

// ends is a column whose ends are being moved inwards. A move changes a few values at one end, and the sums of powers
// follow by their differences; the column itself is read again only where the differences leave in doubt what the test
// says, and at the end: so that every moment that is kept is summed down the column.
type ends struct {
	x         []float64
	high, low tail
	last      *tail // on which the last move was
	m         Moments
	sums      powers // of the deviations, in the column as it stands
	peak      powers // the greatest sums since the column was last read: they carry its rounding
	skewSlip  float64
	kurtSlip  float64 // by how much m may be off; 0: m was summed down the column
}

// tail is the different values at one end of a column, from the end inwards, each with the number of points that are at
// it. The values of the low end are held with their sign turned.
type tail struct {
	sign   float64
	values []float64
	counts []int
	at     int // the points beyond values[at] have been moved to it
	moved  int // how many they are
}

// brief is the length up to which a column is simply read again after every move.
const brief = 256

// begin takes up a column with its moments; at most most points will be moved at either end before the last move.
func (e *ends) begin(x []float64, m Moments, sums powers, most int) {
	e.x, e.m, e.sums, e.peak, e.last = x, m, sums, sums, nil
	e.skewSlip, e.kurtSlip = 0, 0
	e.high.begin(1, most+1)
	e.low.begin(-1, most+1)
}

func (t *tail) begin(sign float64, most int) {
	if cap(t.values) <= most {
		t.values, t.counts = make([]float64, 0, most+1), make([]int, 0, most+1)
	}
	t.sign, t.at, t.moved, t.values, t.counts = sign, 0, 0, t.values[:0], t.counts[:0]
}

// value is what stands at the end now.
func (t *tail) value() float64 { return t.values[t.at] * t.sign }

// read finds as many different values as begin has made room for.
func (t *tail) read(x []float64) {
	most, limit := cap(t.values)-1, math.Inf(-1)
	for _, v := range x {
		if v *= t.sign; v >= limit {
			if t.note(v); len(t.values) == most {
				limit = t.values[most-1]
			}
		}
	}
}

// note counts a value, in its place among those found; one too many falls off.
func (t *tail) note(v float64) {
	most, k := cap(t.values)-1, len(t.values)
	for k > 0 && t.values[k-1] < v {
		k--
	}
	if k > 0 && t.values[k-1] == v {
		t.counts[k-1]++
		return
	}
	t.values, t.counts = append(t.values, 0), append(t.counts, 0)
	copy(t.values[k+1:], t.values[k:])
	copy(t.counts[k+1:], t.counts[k:])
	t.values[k], t.counts[k] = v, 1
	n := min(len(t.values), most)
	t.values, t.counts = t.values[:n], t.counts[:n]
}

// move sets the points at one end to the next value inwards; false where that would leave a constant.
func (e *ends) move(low bool) bool {
	t := &e.high
	if low {
		t = &e.low
	}
	if len(t.values) == 0 {
		t.read(e.x)
	}
	if t.at+1 >= len(t.values) {
		return false
	}
	from, to := t.value(), t.values[t.at+1]*t.sign
	if to <= e.m.Min || to >= e.m.Max {
		return false // two values only
	}
	t.moved += t.counts[t.at]
	t.at++
	if e.last = t; low {
		e.m.Min = to
	} else {
		e.m.Max = to
	}
	e.follow(from, to, float64(t.moved))
	return true
}

// follow changes the sums by n points that went from one value to another.
func (e *ends) follow(from, to, n float64) {
	a, b := (from-e.sums.about)*e.sums.per, (to-e.sums.about)*e.sums.per
	e.sums.s1 += n * (b - a)
	e.sums.s2 += n * (b*b - a*a)
	e.sums.s3 += n * (b*b*b - a*a*a)
	e.sums.s4 += n * (b*b*b*b - a*a*a*a)
	e.peak.s2, e.peak.s4 = max(e.peak.s2, e.sums.s2), max(e.peak.s4, e.sums.s4)
	e.m = e.sums.moments(e.m)
	e.slip()
}

// slip bounds how far the skewness and kurtosis may be from those summed down the column: 64 roundings a value of sums
// that were as great as the peaks, carried through the formulas.
func (e *ends) slip() {
	n := float64(e.m.N)
	d := e.sums.s1 / n
	s2 := e.sums.s2 - n*d*d
	e.skewSlip, e.kurtSlip = math.Inf(1), math.Inf(1)
	if e.m.N < brief || !(s2 > e.peak.s2*0x1p-24) {
		return
	}
	unit := 64 * n * 0x1p-52
	off1, off2 := unit*math.Sqrt(n*e.peak.s2), unit*e.peak.s2
	off3, off4 := unit*math.Sqrt(e.peak.s2*e.peak.s4), unit*e.peak.s4
	off2 += 2 * math.Abs(d) * off1
	off3 += 3*math.Abs(d)*off2 + 3*off1*e.peak.s2/n
	off4 += 4*math.Abs(d)*off3 + 4*off1*math.Sqrt(e.peak.s2*e.peak.s4)/n
	share := off2 / s2
	e.skewSlip = 4 * (math.Sqrt(n)*off3/(s2*math.Sqrt(s2)) + 2*math.Abs(e.m.Skew)*share)
	e.kurtSlip = 4 * (n*off4/(s2*s2) + 2*math.Abs(e.m.Kurt+3)*share)
}

// sure tells that the test and the side of the long tail come out the same whichever way m slips.
func (e *ends) sure(t Treater) bool {
	skew, kurt := math.Abs(e.m.Skew), e.m.Kurt
	skewIn, skewOut := skew < t.Skew-e.skewSlip, skew > t.Skew+e.skewSlip
	kurtIn, kurtOut := kurt < t.Kurt-e.kurtSlip, kurt > t.Kurt+e.kurtSlip
	passes, fails := skewIn || kurtIn, skewOut && kurtOut
	return e.exact() || (passes && !t.Force || (fails || t.Force) && skew > e.skewSlip)
}

// exact tells that m was summed down the column.
func (e *ends) exact() bool { return e.skewSlip == 0 && e.kurtSlip == 0 }

// settle sums the moments down the column as it stands.
func (e *ends) settle() {
	if e.exact() {
		return
	}
	to := e.last.value()
	e.m.Mean = e.rest() + float64(float64(e.last.moved)*to)
	p := powers{about: e.m.Mean / float64(e.m.N), per: unitOf(e.m)}
	p.within(e.x, e.m.Min, e.m.Max)
	e.m, e.sums, e.peak = p.moments(e.m), p, p
	e.skewSlip, e.kurtSlip = 0, 0
}

// rest sums what the last move has not touched, up or down to it.
func (e *ends) rest() (sum float64) {
	from := e.last.values[e.last.at-1] * e.last.sign
	if e.last == &e.low {
		for _, v := range e.x {
			if v > from {
				sum += min(v, e.m.Max)
			}
		}
		return sum
	}
	for _, v := range e.x {
		if v < from {
			sum += max(v, e.m.Min)
		}
	}
	return sum
}

// write gives the column as it stands, and adds the rows that were moved.
func (e *ends) write(dst []float64, rows []int32) []int32 {
	low, high := e.m.Min, e.m.Max
	for i, v := range e.x {
		switch {
		case v > high:
			v = high
			rows = append(rows, int32(i))
		case v < low:
			v = low
			rows = append(rows, int32(i))
		}
		dst[i] = v
	}
	return rows
}
