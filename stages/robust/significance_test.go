package robust

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func closeTo(t *testing.T, what string, got Figure, want, tolerance float64) {
	t.Helper()
	if !got.OK() || math.Abs(got.Value-want) > tolerance*max(math.Abs(want), 1e-300) {
		t.Errorf("%s: %+v, want %v", what, got, want)
	}
}

// Reference figures: computed apart from this program by exact counting of permutations and 40-digit arithmetic, after
// the definitions in R's cor.test. The first sample is Hollander and Wolfe's (1973, p. 187) of tuna quality, for which R
// prints p = 0.1082, 0.0968 and 0.1194.
var correlationReference = []struct {
	name                        string
	x, y                        []float64
	r, rP, rho, rhoP, tau, tauP float64
}{
	{"tuna, exact", []float64{44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1}, []float64{2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8},
		0.57118155756382874, 0.10817305434949388, 0.6, 2 * 17563.0 / 362880, 4.0 / 9, 0.11943893298059964},
	{"ties", []float64{1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 9}, []float64{2, 1, 3, 3, 5, 4, 6, 6, 6, 9, 8, 10},
		0.95009262164043754, 2.2418314945960446e-6, 0.95551601423487544, 1.2729018698007774e-6, 54.0 / 62, 0.00015391547417265922},
	{"Edgeworth", []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, []float64{2, 1, 4, 3, 7, 5, 6, 12, 8, 11, 9, 10},
		0.87412587412587413, 0.00020071307332423199, 0.87412587412587413, 0.00030886079305358439, 0, -1},
	{"reversed", []float64{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, []float64{2, 1, 4, 3, 7, 5, 6, 12, 8, 11, 9, 10},
		-0.87412587412587413, 0.00020071307332423199, -0.87412587412587413, 0.00030886079305358439, 0, -1},
}

func TestCorrelationsAgainstReference(t *testing.T) {
	for _, c := range correlationReference {
		got := Correlate(c.x, c.y)
		closeTo(t, c.name+" r", got.Pearson.R, c.r, 1e-13)
		closeTo(t, c.name+" p of r", got.Pearson.P, c.rP, 1e-10)
		closeTo(t, c.name+" rho", got.Spearman.R, c.rho, 1e-13)
		closeTo(t, c.name+" p of rho", got.Spearman.P, c.rhoP, 1e-10)
		if c.tauP >= 0 {
			closeTo(t, c.name+" tau", got.Kendall.R, c.tau, 1e-13)
			closeTo(t, c.name+" p of tau", got.Kendall.P, c.tauP, 1e-10)
		}
	}
}

// How many permutations of n have a sum of squared differences of at most s: counted one by one, by another program.
func TestExactSpearman(t *testing.T) {
	factorial := 6.0
	for n, cases := range map[int][][2]int{4: {{0, 1}, {2, 4}, {4, 5}, {10, 13}}, 5: {{0, 1}, {2, 5}, {4, 8}, {10, 27}, {20, 63}},
		6: {{2, 6}, {4, 12}, {18, 128}, {36, 389}}, 7: {{4, 17}, {28, 672}, {56, 2612}}, 8: {{4, 23}, {42, 4358}, {84, 20628}},
		9: {{2, 9}, {4, 30}, {60, 32235}, {120, 184784}}} {
		factorial = 1
		for k := 2; k <= n; k++ {
			factorial *= float64(k)
		}
		below := squareSums(n)
		for _, c := range cases {
			if want := float64(c[1]) / factorial; math.Abs(below[c[0]]-want) > 1e-15 {
				t.Errorf("n %d, S ≤ %d: %v, want %v", n, c[0], below[c[0]], want)
			}
		}
	}
}

func TestExactKendall(t *testing.T) {
	sum, below := 0.0, inversions(7)
	for k, many := range []float64{1, 6, 20, 49, 98, 169, 259, 359, 455, 531, 573, 573, 531, 455, 359, 259, 169, 98, 49, 20, 6, 1} {
		if sum += many; math.Abs(below[k]-sum/5040) > 1e-15 {
			t.Errorf("at most %d inversions of 7: %v", k, below[k])
		}
	}
	below = inversions(49)
	for k, want := range map[int]float64{300: 1.078075537806185e-7, 450: 0.0086018869182855449, 588: 0.50341983557355358} {
		if math.Abs(below[k]-want) > 1e-12*want {
			t.Errorf("at most %d inversions of 49: %v, want %v", k, below[k], want)
		}
	}
}

// tauByPairs is Kendall's tau-b by its definition.
func tauByPairs(x, y []float64) float64 {
	s, nx, ny := 0.0, 0.0, 0.0
	sign := func(a, b float64) float64 {
		switch {
		case a > b:
			return 1
		case a < b:
			return -1
		}
		return 0
	}
	for i := range x {
		for j := range i {
			a, b := sign(x[i], x[j]), sign(y[i], y[j])
			s, nx, ny = s+a*b, nx+a*a, ny+b*b
		}
	}
	return s / math.Sqrt(nx*ny)
}

func TestCorrelationProperties(t *testing.T) {
	cell := rapid.OneOf(rapid.Float64Range(-1e9, 1e9), rapid.Map(rapid.IntRange(0, 3), func(k int) float64 { return float64(k) }), rapid.Just(math.NaN()))
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(cell, 0, 60).Draw(t, "x")
		y := rapid.SliceOfN(cell, len(x), len(x)).Draw(t, "y")
		c := Correlate(x, y)
		order := rand.New(rand.NewPCG(1, uint64(len(x)))).Perm(len(x))
		px, py, minus, down := make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x))
		var bx, by []float64
		for i, k := range order {
			px[i], py[i] = x[k], y[k]
		}
		for i := range x {
			minus[i], down[i] = -y[i], y[i]/1024
			if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
				bx, by = append(bx, x[i]), append(by, y[i])
			}
		}
		if c.N != len(bx) {
			t.Fatalf("%d units, want %d", c.N, len(bx))
		}
		for what, other := range map[string]Correlation{"shuffled": Correlate(px, py), "exchanged": Correlate(y, x), "scaled": Correlate(x, down), "without gaps": Correlate(bx, by)} {
			if !alike(c.Pearson, other.Pearson, 1) || !alike(c.Spearman, other.Spearman, 1) || !alike(c.Kendall, other.Kendall, 1) {
				t.Fatalf("%s: %+v, was %+v", what, other, c)
			}
		}
		if m := Correlate(x, minus); !alike(c.Pearson, m.Pearson, -1) || !alike(c.Spearman, m.Spearman, -1) || !alike(c.Kendall, m.Kendall, -1) {
			t.Fatalf("turned: %+v, was %+v", m, c)
		}
		if c.Kendall.R.OK() && math.Abs(c.Kendall.R.Value-tauByPairs(bx, by)) > 1e-12 {
			t.Fatalf("tau %v, by pairs %v", c.Kendall.R.Value, tauByPairs(bx, by))
		}
		for _, v := range []Test{c.Pearson, c.Spearman, c.Kendall} {
			if v.R.OK() && (math.Abs(v.R.Value) > 1 || v.P.Value < 0 || v.P.Value > 1) {
				t.Fatalf("%+v", v)
			}
		}
	})
}

// alike tells whether two tests agree, the statistic up to a sign.
func alike(a, b Test, sign float64) bool {
	return a.R.Why == b.R.Why && a.P.Why == b.P.Why && math.Abs(a.R.Value-sign*b.R.Value) < 1e-9 && math.Abs(a.P.Value-b.P.Value) < 1e-6
}

func TestExchangesCountEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Int32Range(0, 30), 0, 200).Draw(t, "v")
		want := int64(0)
		for i := range v {
			for j := range i {
				if v[j] > v[i] {
					want++
				}
			}
		}
		if got := exchanges(v, make([]int32, len(v))); got != want || !slices.IsSorted(v) {
			t.Fatalf("%d exchanges, want %d", got, want)
		}
	})
}
