package normalise

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// column with gaps and ties, at least two different values.
func someColumn(t *rapid.T, least int) []float64 {
	number := rapid.OneOf(rapid.Float64Range(-1000, 1000), rapid.Map(rapid.IntRange(-3, 3), func(k int) float64 { return float64(k) }), rapid.Just(nan))
	x := rapid.SliceOfN(number, least, 80).Draw(t, "x")
	x[0], x[len(x)-1] = -1500, 1500.5
	return x
}

// Scales that only compare units do not see the unit of measure; the order of the rows never matters.
func TestScalesDoNotSeeUnitsOfMeasureNorOrder(t *testing.T) {
	for _, name := range []string{"minmax:0:100", "zscore:10:2", "rank", "rank:average", "borda", "percentile-rank", "distance-to-max", "percentile", "categorical"} {
		rapid.Check(t, func(t *rapid.T) {
			x := someColumn(t, 4)
			direction := rapid.SampledFrom([]int{1, -1}).Draw(t, "direction")
			scaler, _ := NewScaler(method(name), direction, nil, nil)
			a, b := make([]float64, len(x)), make([]float64, len(x))
			_, why := scaler.Apply(a, x, NewScratch())
			factor := rapid.SampledFrom([]float64{0.25, 2, 1024}).Draw(t, "factor") // exact in binary
			order := rand.New(rand.NewPCG(uint64(len(x)), 7)).Perm(len(x))
			y := make([]float64, len(x))
			for i, k := range order {
				y[i] = factor * x[k]
			}
			scaler.Apply(b, y, NewScratch())
			for i, k := range order {
				if why != Sound || !near(b[i], a[k], 1e-9) && math.Abs(b[i]-a[k]) > 1e-9 {
					t.Fatalf("%s: %v became %v (reason %d)", name, a[k], b[i], why)
				}
			}
		})
	}
}

// Every scale that keeps the order keeps it for both directions, and what is missing stays missing.
func TestScalesAreMonotoneInTheDirectionAndBounded(t *testing.T) {
	target, posts := 2000.0, [2]float64{-1600, 1600}
	away := -2000.0
	for name, bound := range map[string][2]float64{"minmax:5:10": {5, 10}, "zscore:0:1": {-20, 20}, "scaled:0:1:1": {-1501, 1501}, "rank": {1, 80},
		"borda": {0, 79}, "percentile-rank": {0, 1}, "distance-to-max": {0, 1}, "distance-to-target:cap": {0, 1}, "goalposts:100": {0, 100}, "mean-band:0.5": {-1, 1}, "none": {-1501, 1501}} {
		rapid.Check(t, func(t *rapid.T) {
			x := someColumn(t, 4)
			direction := rapid.SampledFrom([]int{1, -1}).Draw(t, "direction")
			toward := &target
			if direction < 0 {
				toward = &away
			}
			scaler, err := NewScaler(method(name), direction, toward, &posts)
			if err != nil {
				t.Fatal(err)
			}
			dst := make([]float64, len(x))
			_, why := scaler.Apply(dst, x, NewScratch())
			if why == ZeroBase {
				return
			}
			Finite(dst, x)
			for i := range x {
				if missing(dst[i]) != missing(x[i]) || !missing(dst[i]) && (dst[i] < bound[0]-1e-9 || dst[i] > bound[1]+1e-9) {
					t.Fatalf("%s: %v gives %v", name, x[i], dst[i])
				}
				for k := range x {
					if float64(direction)*(x[i]-x[k]) > 0 && dst[i] < dst[k]-1e-12 {
						t.Fatalf("%s turns round: %v → %v, %v → %v", name, x[i], dst[i], x[k], dst[k])
					}
				}
			}
		})
	}
}

// Filling changes gaps only, and stays within what it fills from.
func TestFillingChangesGapsOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := someColumn(t, 4)
		group := make([]int32, len(x))
		for i := range group {
			group[i] = int32(rapid.IntRange(-1, 2).Draw(t, "group"))
		}
		s, m := NewScratch(), Describe(x)
		for name, fill := range map[string]func(dst []float64) int{
			"mean": func(d []float64) int { return FillMean(d, x) }, "median": func(d []float64) int { return FillMedian(d, x, s) },
			"group mean":   func(d []float64) int { return FillGroupMean(d, x, group, 3, s) },
			"group median": func(d []float64) int { return FillGroupMedian(d, x, group, 3, s) },
			"row": func(d []float64) int {
				return FillRow(d, x, Peer{x, m.Min, m.Max, -1}, []Peer{{group2(group), -1, 2, 1}})
			},
		} {
			dst := make([]float64, len(x))
			filled := fill(dst)
			for i := range x {
				if !missing(x[i]) && dst[i] != x[i] {
					t.Fatalf("%s changed a value", name)
				}
				if missing(x[i]) && !missing(dst[i]) {
					filled--
					if dst[i] < m.Min-1e-9 || dst[i] > m.Max+1e-9 {
						t.Fatalf("%s filled %v outside %v…%v", name, dst[i], m.Min, m.Max)
					}
				}
			}
			if filled != 0 {
				t.Fatalf("%s: count is off by %d", name, filled)
			}
		}
	})
}

func group2(g []int32) []float64 {
	x := make([]float64, len(g))
	for i, v := range g {
		x[i] = float64(v)
	}
	return x
}

// The fast paths agree with the plain ones.
func TestMedianAndSearchAgreeWithSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		random := rand.New(rand.NewPCG(uint64(n), rapid.Uint64().Draw(t, "seed")))
		kinds := rapid.SampledFrom([]float64{2, 10, 1e6}).Draw(t, "kinds")
		x := make([]float64, n)
		for i := range x {
			x[i] = math.Floor(random.NormFloat64() * kinds)
			if random.IntN(9) == 0 {
				x[i] = nan
			}
		}
		sorted := Sorted(x, nil)
		if !slices.Equal(NewScratch().order(x), sorted) {
			t.Fatal("sorting by digits differs")
		}
		want := nan
		if k := len(sorted); k > 0 {
			want = (sorted[(k-1)/2] + sorted[k/2]) / 2
		}
		if got, _ := Median(x, nil); !near(got, want, 1e-15) {
			t.Fatalf("median %v, want %v", got, want)
		}
		for _, v := range []float64{-1, 0, 3, math.Floor(kinds)} {
			k, _ := slices.BinarySearch(sorted, v)
			if below(sorted, v) != float64(k) {
				t.Fatalf("below %v: %v, want %d", v, below(sorted, v), k)
			}
		}
	})
}

// A treatment passes, or has moved at least its limit, or ends in the transformation; it never moves more than the ends,
// keeps the order, and leaves gaps alone.
func TestTreatmentKeepsOrderAndGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := someColumn(t, 6)
		for i := range x {
			if rapid.IntRange(0, 9).Draw(t, "outlier") == 0 && !missing(x[i]) {
				x[i] *= 1e4
			}
		}
		tr, err := NewTreater(method(rapid.SampledFrom([]string{"winsorise:3", "winsorise:5:log", "winsorise:2:log-plus", "winsorise:4:box-cox:0.5", "log", "log-plus", "box-cox:2", "log-one"}).Draw(t, "method")))
		if err != nil {
			t.Fatal(err)
		}
		dst := make([]float64, len(x))
		d := tr.Apply(dst, x, NewScratch())
		if d.Step == "winsorise" && !d.Passed && d.High+d.Low < tr.Max && len(slices.Compact(Sorted(dst, nil))) > 2 {
			t.Fatalf("gave up early: %+v", d)
		}
		for i := range x {
			if missing(x[i]) != missing(dst[i]) {
				t.Fatalf("gap at %d: %v → %v", i, x[i], dst[i])
			}
			for k := range x {
				if x[i] < x[k] && dst[i] > dst[k]+1e-9*math.Abs(dst[k]) {
					t.Fatalf("%s turns round: %v → %v, %v → %v", d.Step, x[i], dst[i], x[k], dst[k])
				}
			}
		}
	})
}
