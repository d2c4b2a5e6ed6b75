package robust

import (
	"math"
	"slices"
)

// Spread is how a figure lies over the draws. Quantiles are of type 7 (Hyndman and Fan 1996).
type Spread struct {
	Mean, Median, P05, P95 float64 // NaN where there is no draw with the figure
	Draws                  int     // draws in which there is one
}

var noSpread = Spread{Mean: nan, Median: nan, P05: nan, P95: nan}

// percentiles that are kept.
var percentiles = [3]float64{0.5, 0.05, 0.95}

// census counts how often a unit has each place.
type census struct {
	places []uint16 // as they come; last where there is none
	counts []int64  // [place − low] → draws
	low    int
	n      int64 // draws with a place
	none   int64 // draws without
}

// open begins anew.
func (c *census) open() {
	c.places, c.counts, c.low, c.n, c.none = c.places[:0], c.counts[:0], 0, 0, 0
}

// close counts the places that have come.
func (c *census) close() {
	low, high := last, 0
	for _, p := range c.places {
		if p != last {
			low, high = min(low, int(p)), max(high, int(p))
		}
	}
	if high == 0 {
		c.none += int64(len(c.places))
		return
	}
	c.reach(low, high)
	for _, p := range c.places {
		if p == last {
			c.none++
		} else {
			c.counts[int(p)-low]++
		}
	}
	c.n += int64(len(c.places)) - c.none
}

// reach makes room for the places from low to high; nothing has been counted yet.
func (c *census) reach(low, high int) {
	c.low, c.counts = low, grow(c.counts, high-low+1)
	clear(c.counts)
}

// spread sums up the places.
func (c *census) spread() Spread {
	if c.n == 0 {
		return noSpread
	}
	sum := int64(0)
	for k, n := range c.counts {
		sum += int64(c.low+k) * n
	}
	return Spread{Mean: float64(sum) / float64(c.n), Draws: int(c.n), Median: c.quantile(0.5), P05: c.quantile(0.05), P95: c.quantile(0.95)}
}

// quantile of the places.
func (c *census) quantile(p float64) float64 {
	k, rest := position(c.n, p)
	low := c.nth(k)
	if rest == 0 {
		return float64(low)
	}
	return float64(low) + float64(rest*float64(c.nth(k+1)-low))
}

// position is where a quantile of n values lies: after value k (from 0), by this share of the way to the next.
func position(n int64, p float64) (k int64, rest float64) {
	h := float64(float64(n-1) * p)
	k = int64(h)
	if rest = h - float64(k); k >= n-1 {
		return n - 1, 0
	}
	return k, rest
}

// nth is place k (from 0) in order.
func (c *census) nth(k int64) int {
	for j, n := range c.counts {
		if k -= n; k < 0 {
			return c.low + j
		}
	}
	return c.low + len(c.counts) - 1
}

// selection is the memory in which quantiles of scores are found.
type selection struct {
	counts []int32  // [k] → values before stretch k; one more than there are stretches
	of     []uint16 // the stretch of every value
	wanted []bool   // by stretch
	picked []float64
}

// stretches is into how many equal stretches the range of so many values is cut.
func stretches(values int) int { return min(max(values/8, 16), 1024) }

// spread sums up scores; few of them it sorts. Their mean is taken in the order given. Of many only those are sorted
// that lie in the stretches in which the quantiles are.
func (s *selection) spread(x []float64) Spread {
	if len(x) == 0 {
		return noSpread
	}
	sum, low, high := extremes(x)
	out := Spread{Mean: within(sum/float64(len(x)), low, high), Draws: len(x)}
	perValue := float64(stretches(len(x))-1) / (high - low)
	few := len(x) < 128 || !(perValue < math.MaxFloat64) || !(high > low) || math.IsInf(high-low, 0)
	if few {
		slices.Sort(x)
		s.picked = x
	} else {
		s.deal(x, low, perValue)
		s.pick(x)
	}
	for j, to := range []*float64{&out.Median, &out.P05, &out.P95} {
		k, rest := position(int64(len(x)), percentiles[j])
		if !few {
			k = s.among(k)
		}
		*to = between(s.picked, int(k), rest)
	}
	if few {
		s.picked = nil // it is the caller's
	}
	return out
}

func extremes(x []float64) (sum, low, high float64) {
	low, high = x[0], x[0]
	for _, v := range x {
		sum += v
		if v < low {
			low = v
		}
		if v > high {
			high = v
		}
	}
	return sum, low, high
}

func within(x, low, high float64) float64 { return min(max(x, low), high) }

// between goes from value k of a sorted list by a share of the way to the next.
func between(sorted []float64, k int, rest float64) float64 {
	if rest == 0 {
		return sorted[k]
	}
	return sorted[k] + float64(rest*(sorted[k+1]-sorted[k]))
}

// deal notes the stretch of every value; counts[k] becomes how many values lie before stretch k.
func (s *selection) deal(x []float64, low, perValue float64) {
	s.of, s.counts = grow(s.of, len(x)), grow(s.counts, stretches(len(x))+1)
	clear(s.counts)
	for k, v := range x {
		b := uint16((v - low) * perValue)
		s.of[k] = b
		s.counts[b+1]++
	}
	for k := 1; k < len(s.counts); k++ {
		s.counts[k] += s.counts[k-1]
	}
}

// pick sorts the values of the stretches in which the quantiles lie, and of the one behind where that is needed.
func (s *selection) pick(x []float64) {
	s.wanted = grow(s.wanted, len(s.counts)-1)
	clear(s.wanted)
	for _, p := range percentiles {
		k, rest := position(int64(len(x)), p)
		if s.wanted[s.stretch(k)] = true; rest > 0 {
			s.wanted[s.stretch(k+1)] = true
		}
	}
	s.picked = s.picked[:0]
	for k, b := range s.of[:len(x)] {
		if s.wanted[b] {
			s.picked = append(s.picked, x[k])
		}
	}
	slices.Sort(s.picked)
}

// stretch is where value k lies.
func (s *selection) stretch(k int64) int {
	b, _ := slices.BinarySearch(s.counts, int32(k)+1)
	return b - 1
}

// among is the position of value k among those that were picked.
func (s *selection) among(k int64) int64 {
	for b := range s.stretch(k) {
		if !s.wanted[b] {
			k -= int64(s.counts[b+1] - s.counts[b])
		}
	}
	return k
}
