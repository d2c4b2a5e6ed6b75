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

// spreadOf sums up places: counts[place] → draws, [0] left out.
func spreadOf(counts []int64) Spread {
	n, sum := int64(0), int64(0)
	for place, c := range counts[1:] {
		n += c
		sum += int64(place+1) * c
	}
	if n == 0 {
		return noSpread
	}
	s := Spread{Mean: float64(sum) / float64(n), Draws: int(n)}
	s.Median, s.P05, s.P95 = placeAt(counts, n, 0.5), placeAt(counts, n, 0.05), placeAt(counts, n, 0.95)
	return s
}

// placeAt is a quantile of n places.
func placeAt(counts []int64, n int64, p float64) float64 {
	k, rest := position(n, p)
	low := nth(counts, k)
	if rest == 0 {
		return float64(low)
	}
	return float64(low) + float64(rest*float64(nth(counts, k+1)-low))
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

// nth is value k (from 0) of the places in order.
func nth(counts []int64, k int64) int {
	for place, c := range counts[1:] {
		if k -= c; k < 0 {
			return place + 1
		}
	}
	return len(counts) - 1
}

// selection is the memory in which quantiles of scores are found.
type selection struct {
	counts []int32
	picked []float64
}

const buckets = 1024

// spread sums up scores, which it shuffles. Their mean is taken in the order given.
func (s *selection) spread(x []float64) Spread {
	if len(x) == 0 {
		return noSpread
	}
	sum, low, high := 0.0, math.Inf(1), math.Inf(-1)
	for _, v := range x {
		sum += v
		low, high = min(low, v), max(high, v)
	}
	out := Spread{Mean: within(sum/float64(len(x)), low, high), Draws: len(x)}
	at := [3]*float64{&out.Median, &out.P05, &out.P95}
	perValue := float64(buckets-1) / (high - low)
	if len(x) < buckets || !(perValue < math.MaxFloat64) || !(high > low) || math.IsInf(high-low, 0) {
		slices.Sort(x)
		for j, p := range percentiles {
			k, rest := position(int64(len(x)), p)
			*at[j] = between(x, int(k), rest)
		}
		return out
	}
	s.deal(x, low, perValue)
	for j, p := range percentiles {
		k, rest := position(int64(len(x)), p)
		*at[j] = s.find(x, low, perValue, int(k), rest)
	}
	return out
}

func within(x, low, high float64) float64 { return min(max(x, low), high) }

// between goes from value k of a sorted list by a share of the way to the next.
func between(sorted []float64, k int, rest float64) float64 {
	if rest == 0 {
		return sorted[k]
	}
	return sorted[k] + float64(rest*(sorted[k+1]-sorted[k]))
}

// deal counts how many values lie in each of many equal stretches.
func (s *selection) deal(x []float64, low, perValue float64) {
	s.counts = grow(s.counts, buckets)
	clear(s.counts)
	for _, v := range x {
		s.counts[int((v-low)*perValue)]++
	}
}

// find picks the values of the stretches in which values k and k + 1 lie and sorts only those.
func (s *selection) find(x []float64, low, perValue float64, k int, rest float64) float64 {
	before, first, end := 0, 0, 0
	for before+int(s.counts[first]) <= k {
		before += int(s.counts[first])
		first++
	}
	reached := before + int(s.counts[first])
	for end = first + 1; reached < min(k+2, len(x)); end++ {
		reached += int(s.counts[end])
	}
	s.picked = s.picked[:0]
	for _, v := range x {
		if b := int((v - low) * perValue); b >= first && b < end {
			s.picked = append(s.picked, v)
		}
	}
	slices.Sort(s.picked)
	return between(s.picked, k-before, rest)
}
