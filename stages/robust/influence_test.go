package robust

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
)

func TestMainEffectOfKnownFunctions(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	const n = 400
	x, noise := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], noise[i] = r.Float64()*2-1, r.NormFloat64()
	}
	make1 := func(f func(i int) float64) []float64 {
		y := make([]float64, n)
		for i := range y {
			y[i] = f(i)
		}
		return y
	}
	for _, c := range []struct {
		name      string
		y         []float64
		low, high float64
	}{
		{"a line", make1(func(i int) float64 { return 3 - 2*x[i] }), 1 - 1e-9, 1},
		{"a parabola, which no correlation sees", make1(func(i int) float64 { return x[i] * x[i] }), 0.999, 1},
		{"a wave", make1(func(i int) float64 { return math.Sin(math.Pi * x[i]) }), 0.999, 1},
		{"half signal (variances 1/3 and 1/3)", make1(func(i int) float64 { return x[i] + noise[i]/math.Sqrt(3) }), 0.4, 0.6},
		{"a bent half signal (variances 4/45 and 4/45)", make1(func(i int) float64 { return x[i]*x[i] + noise[i]*math.Sqrt(4./45) }), 0.4, 0.6},
		{"noise", noise, 0, 0.03},
	} {
		if s := MainEffect(x, c.y); !s.OK() || s.Value < c.low || s.Value > c.high {
			t.Errorf("%s: %+v, want %v to %v", c.name, s, c.low, c.high)
		}
	}
}

// Below 15 units the estimate is the straight line's: the squared correlation.
func TestMainEffectOfFewUnits(t *testing.T) {
	x, y := []float64{1, 2, 3, 4, 5, 9}, []float64{2, 1, 7, 3, 5, 4}
	r := Correlate(x, y).Pearson.R.Value
	closeTo(t, "S", MainEffect(x, y), r*r, 1e-12)
	if w := MainEffect(x[:3], y[:3]).Why; w != FewUnits {
		t.Error(w)
	}
	if w := MainEffect(x, []float64{1, 1, 1, 1, 1, 1}).Why; w != Constant {
		t.Error(w)
	}
}

func TestMainEffectProperties(t *testing.T) {
	cell := rapid.OneOf(rapid.Float64Range(-1e3, 1e3), rapid.Map(rapid.IntRange(0, 4), func(k int) float64 { return float64(k) }), rapid.Just(math.NaN()))
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(cell, 1, 80).Draw(t, "x")
		y := rapid.SliceOfN(cell, len(x), len(x)).Draw(t, "y")
		s := MainEffect(x, y)
		if s.OK() && (s.Value < 0 || s.Value > 1) || s.Why == Undetermined {
			t.Fatalf("%+v", s)
		}
		order := rand.New(rand.NewPCG(3, uint64(len(x)))).Perm(len(x))
		px, py := make([]float64, len(x)), make([]float64, len(x))
		for i, k := range order {
			px[i], py[i] = x[k], y[k]
		}
		if shuffled := MainEffect(px, py); shuffled != s {
			t.Fatalf("shuffled: %+v, was %+v", shuffled, s)
		}
	})
}

// Two parts of equal weight, one with three times the spread of the other: it matters nine times as much, and weights
// of 1 : 3 would even that out.
func TestWeightsAgainstImportance(t *testing.T) {
	x, y := make([]float64, 64), make([]float64, 64)
	for i := range x {
		x[i], y[i] = 3*float64(i%8), float64(i/8)
	}
	a := Examine(computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(64), map[string][]float64{"x": x, "y": y}), nil, 1)
	f := a.Of(0).Influences
	closeTo(t, "weight", f.Parts[0].Weight, 0.5, 1e-12)
	closeTo(t, "effect of the wide", f.Parts[0].Effect, 0.9, 0.01)
	closeTo(t, "effect of the narrow", f.Parts[1].Effect, 0.1, 0.1)
	closeTo(t, "deviation", f.Deviation, 8./9, 0.03)
	closeTo(t, "wanted weight of the wide", f.Parts[0].Wanted, 0.25, 1e-6)
	closeTo(t, "reverse", f.Reverse, 0.25, 1e-6)
	if all := codes(a); !slices.Contains(all, "importance-over") || !slices.Contains(all, "importance-under") {
		t.Error(all)
	}
}

func TestDominance(t *testing.T) {
	c := computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(5), map[string][]float64{
		"x": {5, 4, 3, 2, 1}, "y": {1, 4, 3, 3, math.NaN()}})
	d := Examine(c, nil, 1).Dominance[0]
	if d.Units != 4 || d.Pairs != 3 || d.Share.Value != 0.5 || d.Contrary != 0 || !slices.Equal(d.Undominated, []int32{0, 1}) {
		t.Errorf("%+v", d)
	}
	if !slices.Equal(d.Over, []int32{0, 2, 1, 0, -1}) || !slices.Equal(d.Under, []int32{0, 0, 1, 2, -1}) {
		t.Errorf("over %v under %v", d.Over, d.Under)
	}
}

// A published total that contradicts its own parts is found.
func TestContradiction(t *testing.T) {
	p := tree("a", "2024", "r", "x r 1", "y r 1")
	table := cube.New("2024", numbered(5), p.IDs())
	for k, x := range [][]float64{{4, 9, 3, 2, 1}, {5, 4, 3, 2, 1}, {5, 4, 3, 2, 1}} {
		table.Lay(cube.PublishedScore, k, cube.Seal(x))
	}
	a := Examine(Case{Plan: p, Table: table}, nil, 1)
	if d := a.Dominance[0]; d.Contrary != 1 || d.Against[0] != (Contradict{0, 1}) {
		t.Errorf("%+v", d)
	}
	if f := a.Findings[0]; f.Code != "contradiction" || !slices.Equal(f.Units, []string{"U000", "U001"}) {
		t.Errorf("%+v", f)
	}
}

func TestCoverage(t *testing.T) {
	nothing := math.NaN()
	p := tree("a", "2024", "r", "x r 1", "y r 1", "z r 1")
	p.Nodes[0].Coverage = 0.5
	c := computed(t, p, numbered(6), map[string][]float64{
		"x": {5, 4, 3, 2, nothing, 7}, "y": {1, nothing, 3, 3, nothing, 2}, "z": {1, 2, 3, 4, 5, 9}})
	v := Examine(c, nil, 1).Coverage[0]
	if v.Scored != 5 || v.Partial != 1 || !slices.Equal(v.Withheld, []int32{4}) || v.LeastRow != 1 || math.Abs(v.Least.Value-2./3) > 1e-12 {
		t.Errorf("%+v", v)
	}
}

func TestComparison(t *testing.T) {
	make2 := func(ix, year string, units []string, x []float64) Case {
		return computed(t, tree(ix, year, "r", "x r 1"), units, map[string][]float64{"x": x})
	}
	a22 := make2("a", "2022", numbered(6), []float64{1, 2, 3, 4, 5, 6})
	a23 := make2("a", "2023", numbered(6), []float64{1, 2, 3, 4, 6, 5})
	a24 := make2("a", "2024", numbered(6), []float64{6, 5, 4, 3, 2, 1})
	b21 := make2("b", "2021", numbered(5), []float64{1, 2, 3, 4, 5})
	b22 := make2("b", "2022", numbered(5), []float64{2, 1, 3, 4, 5})
	alone := make2("c", "2022", []string{"X1", "X2", "X3", "X4"}, []float64{1, 2, 3, 4})
	all := []Case{b22, a22, alone, a23, a24, b21}
	found := Examine(a23, all, 1).Comparisons
	if len(found) != 1 || found[0].Index != "b" || found[0].Own.Plan != a22.Plan || found[0].Other.Plan != b22.Plan || found[0].N != 5 {
		t.Fatalf("%+v", found)
	}
	closeTo(t, "rho", found[0].Spearman.R, 0.9, 1e-12)
	if found[0].Farthest != "U000" || found[0].Here != 5 || found[0].There != 4 {
		t.Errorf("%s %d %d", found[0].Farthest, found[0].Here, found[0].There)
	}
	ranks := tree("d", "2022", "r", "x r 1")
	ranks.Edition.Compute = "none"
	table := cube.New("2022", numbered(5), ranks.IDs())
	table.Lay(cube.PublishedRank, 0, cube.Seal([]float64{5, 4, 3, 2, 1}))
	c := Examine(a22, []Case{{Plan: ranks, Table: table}}, 1).Comparisons[0]
	if c.Pearson.R.Why != RanksOnly || c.Spearman.R.Value != 1 || c.ItsBasis != FromPlacements {
		t.Errorf("%+v", c)
	}
}
