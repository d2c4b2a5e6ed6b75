package rank

import (
	"math"
	"slices"
)

// Thresholds finds the lower ends of k classes, best first, from the values of some rows (NaN left out): by "quantiles"
// (type 7, as near as ties allow to classes of equal size) or "natural_breaks" (see NaturalBreaks). The last one is the
// least value. Fewer different values than classes repeat a threshold: the class above it stays empty. nil without values.
func Thresholds(x []float64, rows []int32, method string, k int) []float64 {
	var sorted []float64
	for _, row := range rows {
		if v := x[row]; v == v {
			sorted = append(sorted, v)
		}
	}
	if len(sorted) == 0 || k < 1 {
		return nil
	}
	slices.Sort(sorted)
	var from []float64
	if method == "natural_breaks" {
		from = NaturalBreaks(sorted, k)
	} else {
		for i := range k {
			from = append(from, Quantile(sorted, float64(i)/float64(k)))
		}
	}
	slices.Reverse(from)
	return from
}

// Quantile of ascending values by linear interpolation, type 7 of Hyndman and Fan 1996: what R and spreadsheets give.
func Quantile(sorted []float64, p float64) float64 {
	h := float64(p * float64(len(sorted)-1))
	low := int(math.Floor(h))
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + float64((h-float64(low))*(sorted[low+1]-sorted[low]))
}

// NaturalBreaks parts ascending values into k classes so that the squared deviations from the classes' means sum to the
// least, exactly (Fisher 1958, JASA 53; Jenks 1967), and returns the least value of each, ascending. Equal values stay
// together; where there are fewer different values than classes the lowest thresholds repeat. The best parting of the
// first values into c classes follows from those into c − 1, and its last break only moves upward with the values, so
// each class costs n·log n steps.
func NaturalBreaks(sorted []float64, k int) []float64 {
	b := newBreaks(sorted)
	n := len(b.value)
	parts := min(k, n)
	cost := make([]float64, n+1)
	for i := 1; i <= n; i++ {
		cost[i] = b.within(0, i)
	}
	cuts := make([][]int32, parts+1) // cuts[c][i]: where the last of c classes of the first i values begins
	for c := 2; c <= parts; c++ {
		next := make([]float64, n+1)
		cuts[c] = make([]int32, n+1)
		b.split(cost, next, cuts[c], c, n, c-1, n-1)
		cost = next
	}
	from := make([]float64, k)
	end := n
	for c := parts; c >= 1; c-- {
		begin := 0
		if c > 1 {
			begin = int(cuts[c][end])
		}
		from[k-parts+c-1] = b.value[begin]
		end = begin
	}
	for i := range k - parts {
		from[i] = b.value[0]
	}
	return from
}

// breaks holds the different values with running sums over all values up to each: count, sum and sum of squares about
// the overall mean, which keeps the squares small.
type breaks struct {
	value             []float64
	count, sum, power []float64
}

func newBreaks(sorted []float64) breaks {
	mean := 0.0
	for _, v := range sorted {
		mean += v / float64(len(sorted))
	}
	b := breaks{count: []float64{0}, sum: []float64{0}, power: []float64{0}}
	for i, v := range sorted {
		if i == 0 || v != sorted[i-1] {
			k := len(b.value)
			b.value = append(b.value, v)
			b.count, b.sum, b.power = append(b.count, b.count[k]), append(b.sum, b.sum[k]), append(b.power, b.power[k])
		}
		k, d := len(b.value), v-mean
		b.count[k]++
		b.sum[k] += d
		b.power[k] += float64(d * d)
	}
	return b
}

// within is the sum of squared deviations of the different values from … to−1 about their mean.
func (b breaks) within(from, to int) float64 {
	n, s := b.count[to]-b.count[from], b.sum[to]-b.sum[from]
	return max(b.power[to]-b.power[from]-float64(s*s)/n, 0)
}

// split finds the best last break for each end between first and last, known to lie between low and high: the middle
// end first, which halves the search for the others.
func (b breaks) split(cost, next []float64, cut []int32, first, last, low, high int) {
	if first > last {
		return
	}
	mid := (first + last) / 2
	best, at := math.Inf(1), low
	for begin := low; begin <= min(high, mid-1); begin++ {
		if v := cost[begin] + b.within(begin, mid); v < best {
			best, at = v, begin
		}
	}
	next[mid], cut[mid] = best, int32(at)
	b.split(cost, next, cut, first, mid-1, low, at)
	b.split(cost, next, cut, mid+1, last, at, high)
}
