package normalise

// Gaps within one edition. Every function writes dst = x with its gaps filled and returns how many it filled; a gap that
// it can't fill stays NaN. dst and x have one cell a unit and may be the same slice. Nothing is allocated but what a
// Scratch still lacks. Formulas: OECD/JRC Handbook (2008), step 3; the conventions are those of COINr's i_* functions.

// Scratch is the memory that the column functions work in; one a goroutine, used again and again without allocation.
type Scratch struct {
	column, result []float64 // the column in hand, before and after its gaps are filled
	bent           []float64 // and after its outliers are treated
	sorted, group  []float64
	sums           []float64
	counts, at     []int32
	rows           []int32
	pool           []float64
	limits         Limits
	radix          sorter
	ends           ends
	touched        []int32 // rows that the last treatment has winsorised, ascending
}

// NewScratch makes an empty Scratch; it grows to the sizes that it meets.
func NewScratch() *Scratch { return &Scratch{} }

// grow gives buf n cells, whatever they hold.
func grow[T any](buf []T, n int) []T {
	if cap(buf) < n {
		return make([]T, n)
	}
	return buf[:n]
}

// FillWith puts one number into every gap; NaN fills none.
func FillWith(dst, x []float64, value float64) (filled int) {
	for i, v := range x {
		if missing(v) && !missing(value) {
			v = value
			filled++
		}
		dst[i] = v
	}
	return filled
}

// fillRows is FillWith where the rows of the gaps are known.
func fillRows(dst, x []float64, gaps []int32, value float64) {
	copy(dst, x)
	for _, row := range gaps {
		dst[row] = value
	}
}

// FillMean fills with the mean of the present values (i_mean).
func FillMean(dst, x []float64) int { return FillWith(dst, x, Mean(x)) }

// FillMedian fills with the median of the present values (i_median).
func FillMedian(dst, x []float64, s *Scratch) int {
	var m float64
	m, s.sorted = Median(x, s.sorted)
	return FillWith(dst, x, m)
}

// FillGroupMean fills with the mean of the unit's group (i_mean_grp). group numbers each unit's group from 0 to
// groups − 1, −1 = none: such a unit's gap stays, as does the gap of a group without any value.
func FillGroupMean(dst, x []float64, group []int32, groups int, s *Scratch) int {
	s.sums, s.counts = grow(s.sums, groups), grow(s.counts, groups)
	clear(s.sums)
	clear(s.counts)
	for i, v := range x {
		if g := group[i]; g >= 0 && !missing(v) {
			s.sums[g] += v
			s.counts[g]++
		}
	}
	s.sorted = grow(s.sorted, groups)
	for g, n := range s.counts {
		s.sums[g] /= float64(n) // 0/0 is NaN: nothing to fill with
		s.sorted[g] = 0
	}
	for i, v := range x { // the mean of the deviations corrects the mean, as in Describe
		if g := group[i]; g >= 0 && !missing(v) {
			s.sorted[g] += v - s.sums[g]
		}
	}
	for g, n := range s.counts {
		s.sums[g] += s.sorted[g] / float64(n)
	}
	return fillByGroup(dst, x, group, s.sums)
}

// FillGroupMedian fills with the median of the unit's group (i_median_grp); group as in FillGroupMean.
func FillGroupMedian(dst, x []float64, group []int32, groups int, s *Scratch) int {
	s.sums, s.counts, s.at = grow(s.sums, groups), grow(s.counts, groups), grow(s.at, groups)
	clear(s.counts)
	for i, v := range x {
		if g := group[i]; g >= 0 && !missing(v) {
			s.counts[g]++
		}
	}
	total := int32(0)
	for g, n := range s.counts {
		s.at[g] = total
		total += n
	}
	s.group = grow(s.group, int(total))
	for i, v := range x {
		if g := group[i]; g >= 0 && !missing(v) {
			s.group[s.at[g]] = v
			s.at[g]++
		}
	}
	for g, n := range s.counts {
		s.sums[g] = medianOf(s.group[s.at[g]-n : s.at[g]])
	}
	return fillByGroup(dst, x, group, s.sums)
}

func fillByGroup(dst, x []float64, group []int32, value []float64) (filled int) {
	for i, v := range x {
		if g := group[i]; missing(v) && g >= 0 && !missing(value[g]) {
			v = value[g]
			filled++
		}
		dst[i] = v
	}
	return filled
}

// Peer is another indicator of the same pillar, for filling by row: its column, its extremes and its direction.
type Peer struct {
	Column    []float64
	Min, Max  float64
	Direction int // +1 or −1
}

// share places a value of the peer between 0 (worst) and 1 (best); NaN for a gap and for a constant column.
func (p Peer) share(v float64) float64 {
	if p.Direction < 0 {
		return (p.Max - v) / (p.Max - p.Min)
	}
	return (v - p.Min) / (p.Max - p.Min)
}

// FillRow fills a unit's gap from the unit's own standing in the other indicators of the pillar: each by min–max with
// its direction on 0 to 1, their mean, mapped back to this indicator's range (COINr's Impute by row with normalise_first
// inside a framework group). self tells the indicator's own extremes and direction; where it has no value at all nothing
// can be mapped back.
func FillRow(dst, x []float64, self Peer, peers []Peer) (filled int) {
	for i, v := range x {
		if missing(v) && !missing(self.Min) {
			sum, n := 0.0, 0
			for _, p := range peers {
				if s := p.share(p.Column[i]); !missing(s) {
					sum += s
					n++
				}
			}
			if n > 0 {
				v = self.back(sum / float64(n))
				filled++
			}
		}
		dst[i] = v
	}
	return filled
}

// back maps a share between worst and best to natural units.
func (p Peer) back(share float64) float64 {
	reach := float64(share * (p.Max - p.Min))
	if p.Direction < 0 {
		return p.Max - reach
	}
	return p.Min + reach
}
