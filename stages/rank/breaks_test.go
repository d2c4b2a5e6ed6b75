package rank

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// deviation is the sum of squared deviations of ascending values from the means of their classes.
func deviation(sorted, from []float64) (sum float64) {
	for c := range from {
		var class []float64
		for _, v := range sorted {
			if v >= from[c] && (c == len(from)-1 || v < from[c+1]) {
				class = append(class, v)
			}
		}
		mean := 0.0
		for _, v := range class {
			mean += v / float64(len(class))
		}
		for _, v := range class {
			sum += (v - mean) * (v - mean)
		}
	}
	return sum
}

// Against every way of parting the values.
func TestNaturalBreaksAreTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(1, 9).Draw(t, "n"), rapid.IntRange(1, 4).Draw(t, "k")
		x := make([]float64, n)
		for i := range x {
			x[i] = float64(rapid.IntRange(0, 12).Draw(t, "x"))
		}
		slices.Sort(x)
		got := NaturalBreaks(x, k)
		if len(got) != k || !slices.IsSorted(got) || got[0] != x[0] {
			t.Fatalf("%v in %d: %v", x, k, got)
		}
		best := math.Inf(1)
		values := slices.Compact(slices.Clone(x))
		var walk func(from []float64, next int)
		walk = func(from []float64, next int) {
			best = min(best, deviation(x, from))
			if len(from) < k {
				for i := next; i < len(values); i++ {
					walk(append(from[:len(from):len(from)], values[i]), i+1)
				}
			}
		}
		walk([]float64{x[0]}, 1)
		if d := deviation(x, got); d > best+1e-9 {
			t.Fatalf("%v in %d: %v leaves %v, the best %v", x, k, got, d, best)
		}
	})
}

func TestThresholds(t *testing.T) {
	x := []float64{10, nan, 1, 2, 9, 11, 3}
	if got := Thresholds(x, rowsOf(7), "natural_breaks", 2); !slices.Equal(got, []float64{9, 1}) {
		t.Error("natural breaks", got)
	}
	if got := Thresholds(x, rowsOf(7), "quantiles", 2); !slices.Equal(got, []float64{6, 1}) {
		t.Error("quantiles", got)
	}
	if got := Thresholds(x, []int32{1}, "quantiles", 2); got != nil {
		t.Error("of nothing", got)
	}
	if got := Thresholds(x, []int32{0}, "natural_breaks", 3); !slices.Equal(got, []float64{10, 10, 10}) {
		t.Error("of one", got)
	}
}

func TestQuantiles(t *testing.T) { // type 7; figures of COINr's edge vectors
	for _, c := range []struct {
		x        []float64
		q05, q95 float64
	}{
		{[]float64{1, 2, 2, 3, 3, 5}, 1.25, 4.5}, {[]float64{2, 2, 3, 5, 7}, 2, 6.6}, {[]float64{-4, -2, 0, 1, 9}, -3.6, 7.4},
		{[]float64{1, 2}, 1.05, 1.95}, {[]float64{1}, 1, 1}, {[]float64{1, 2, 3, 4, 5, 1000}, 1.25, 751.25},
	} {
		if a, b := Quantile(c.x, 0.05), Quantile(c.x, 0.95); !same(a, c.q05) || !same(b, c.q95) {
			t.Errorf("%v: %v %v", c.x, a, b)
		}
	}
}

func BenchmarkNaturalBreaks10000(b *testing.B) {
	x := make([]float64, 10000)
	for i := range x {
		x[i] = math.Sqrt(float64(i))
	}
	for b.Loop() {
		NaturalBreaks(x, 5)
	}
}
