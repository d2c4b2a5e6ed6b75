package rank

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     float64
	}{
		{0.66675, 4, 0.6668}, {0.66665, 4, 0.6667}, {0.66664999, 4, 0.6666}, {0.521295, 5, 0.5213}, {0.301945, 5, 0.30195},
		{1.005, 2, 1.01}, {2.675, 2, 2.68}, {0.125, 2, 0.13}, {8.345, 2, 8.35}, {0.285, 2, 0.29}, {1.4999999999, 0, 1},
		{0.5, 0, 1}, {1.5, 0, 2}, {2.5, 0, 3}, {-0.5, 0, -1}, {-2.5, 0, -3}, {-0.0004, 3, 0}, {0.49999999999999, 0, 0},
		{(0.1 + 0.2) / 2, 2, 0.15}, {(0.6529 + 0.6694 + 0.6779) / 3, 4, 0.6667}, {0.1 + 0.7, 1, 0.8}, {4.35 * 100, 0, 435},
		{1234.5678, -2, 1200}, {1250, -2, 1300}, {-1250, -2, -1300}, {40, -2, 0}, {88.53, 15, 88.53}, {1e300, 2, 1e300},
		{1.0 / 3, 20, 1.0 / 3}, {0, 3, 0}, {90071992547409.92, 2, 90071992547409.92},
		{math.Inf(1), 2, math.Inf(1)}, {math.Inf(-1), -2, math.Inf(-1)},
	} {
		if got := Round(c.x, c.decimals); got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("Round(%v, %d) = %v, want %v", c.x, c.decimals, got, c.want)
		}
	}
	if !math.IsNaN(Round(nan, 2)) || !math.IsNaN(Round(nan, -1)) {
		t.Error("NaN")
	}
}

// paper rounds the decimal number that x prints as, half away from zero, exactly.
func paper(x float64, decimals int) float64 {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	s := r.FloatString(decimals) // halves away from zero
	f, _ := strconv.ParseFloat(s, 64)
	return f + 0 // −0 becomes 0
}

func TestRoundIsAsOnPaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.IntRange(0, 11).Draw(t, "digits")
		units := rapid.Int64Range(-1e12, 1e12).Draw(t, "units")
		decimals := rapid.IntRange(0, 9).Draw(t, "decimals")
		x := float64(units) / powers[digits]
		if math.Abs(x)*powers[decimals] > 1<<49 { // more digits than a float64 has
			t.Skip()
		}
		if got, want := Round(x, decimals), paper(x, decimals); got != want {
			t.Fatalf("Round(%v, %d) = %v, on paper %v", x, decimals, got, want)
		}
		for _, near := range []float64{math.Nextafter(x, math.Inf(1)), math.Nextafter(x, math.Inf(-1))} {
			if got, want := Round(near, decimals), paper(x, decimals); got != want { // a hair of noise does not matter
				t.Fatalf("Round(%v, %d) = %v, want %v", near, decimals, got, want)
			}
		}
	})
}

func TestRoundKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.IntRange(-3, 16).Draw(t, "decimals")
		x := rapid.Float64Range(-1e6, 1e6).Draw(t, "x")
		y := rapid.Float64Range(-1e6, 1e6).Draw(t, "y")
		a, b := Round(min(x, y), decimals), Round(max(x, y), decimals)
		if a > b || Round(a, decimals) != a || Round(-a, decimals) != -a {
			t.Fatalf("%v %v at %d decimals: %v %v", x, y, decimals, a, b)
		}
	})
}

func FuzzRound(f *testing.F) {
	for _, x := range []float64{0, 0.66675, -1.005, 1e15, 5e-324, math.MaxFloat64, math.Inf(1), nan} {
		f.Add(x, 4)
		f.Add(x, -2)
		f.Add(3.3599999999997126e+17, -2)
	}
	f.Fuzz(func(t *testing.T, x float64, decimals int) {
		r := Round(x, decimals)
		switch {
		case x != x || math.IsInf(x, 0):
			if !slices.Equal([]float64{r}, []float64{x}) && x == x {
				t.Fatalf("Round(%v, %d) = %v", x, decimals, r)
			}
		case r != r || math.IsInf(r, 0) && math.Abs(x) < math.MaxFloat64/10 || r == 0 && math.Signbit(r) && !math.Signbit(x):
			t.Fatalf("Round(%v, %d) = %v", x, decimals, r)
		case decimals > -15 && decimals < 16 && math.Abs(r-x) > 0.5001*math.Pow10(-decimals)+math.Abs(x)*1e-13:
			t.Fatalf("Round(%v, %d) = %v is far off", x, decimals, r)
		case Round(r, decimals) != r:
			t.Fatalf("Round(%v, %d) = %v, again %v", x, decimals, r, Round(r, decimals))
		}
	})
}
