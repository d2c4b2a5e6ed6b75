package normalise

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/index"
)

func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return near(x, y, 1e-12) })
}

// Rules as annexes of QĐ 2342 and QĐ 922 have them: criteria, maxima and steps as found.
func TestPointRules(t *testing.T) {
	meetings := &index.Rule{Kind: "steps", Steps: [][2]float64{{1, 5}, {2, 10}, {3, 15}, {4, 20}}}
	for _, c := range []struct {
		name      string
		rule      *index.Rule
		most      float64
		direction int
		x, want   []float64
	}{
		{"rate × maximum", &index.Rule{Kind: "ratio"}, 20, 1, []float64{0, 0.35, 1, nan}, []float64{0, 0.35, 1, nan}},
		{"rate, less is better", &index.Rule{Kind: "ratio"}, 20, -1, []float64{0, 0.25, nan}, []float64{1, 0.75, nan}},
		{"rate against 80 %", &index.Rule{Kind: "threshold", Threshold: 0.8}, 10, 1, []float64{0.4, 0.8, 0.9, -1, nan}, []float64{0.5, 1, 1, 0, nan}},
		{"at most 2 days", &index.Rule{Kind: "threshold", Threshold: 2}, 10, -1, []float64{0, 2, 4, nan}, []float64{1, 1, 0.5, nan}},
		{"four meetings 20, three 15, two 10, one 5", meetings, 20, 1, []float64{0, 1, 2, 3, 4, 7, nan}, []float64{0, 0.25, 0.5, 0.75, 1, 1, nan}},
		{"a step missed by binary rounding only", &index.Rule{Kind: "steps", Steps: [][2]float64{{0, 0}, {0.3, 6}}}, 6, 1, []float64{0.7 - 0.4, 0.2999}, []float64{1, 0}},
		{"yes or no", &index.Rule{Kind: "yes_no"}, 35, 1, []float64{1, 0, nan}, []float64{1, 0, nan}},
		{"no is good", &index.Rule{Kind: "yes_no"}, 35, -1, []float64{1, 0}, []float64{0, 1}},
		{"one point an application, at most five", &index.Rule{Kind: "count", Each: 1, Cap: 5}, 5, 1, []float64{0, 3, 9, -2, nan}, []float64{0, 0.6, 1, 0, nan}},
		{"two points each up to the maximum", &index.Rule{Kind: "count", Each: 2}, 10, 1, []float64{2, 8}, []float64{0.4, 1}},
		{"two points off for each incident", &index.Rule{Kind: "count", Each: 2}, 10, -1, []float64{0, 2, 8}, []float64{1, 0.6, 0}},
		{"points as appraised", given, 40, 1, []float64{30, 0, nan}, []float64{0.75, 0, nan}},
		{"value / largest value", &index.Rule{Kind: "relative"}, 40, 1, []float64{5, 10, nan, -3}, []float64{0.5, 1, nan, 0}},
		{"smallest value / value", &index.Rule{Kind: "relative"}, 40, -1, []float64{4, 2, 8}, []float64{0.5, 1, 0.25}},
		{"smallest value is 0", &index.Rule{Kind: "relative"}, 40, -1, []float64{4, 0}, []float64{0, 1}},
	} {
		dst := make([]float64, len(c.x))
		p := Points{Rule: c.rule, Most: c.most, Direction: c.direction}
		if s := p.Share(dst, c.x); !same(dst, c.want) || s != (Slips{}) {
			t.Errorf("%s: %v, want %v (%+v)", c.name, dst, c.want, s)
		}
	}
}

func TestPointRulesSayWhatTheyCannotScore(t *testing.T) {
	dst := make([]float64, 3)
	yes := Points{Rule: &index.Rule{Kind: "yes_no"}, Most: 1, Direction: 1}
	if s := yes.Share(dst, []float64{1, 0.5, 2}); s.NotYesNo != (Slip{2, 1}) || !same(dst, []float64{1, nan, nan}) {
		t.Errorf("%v %+v", dst, s)
	}
	best := Points{Rule: &index.Rule{Kind: "relative"}, Most: 1, Direction: 1}
	if s := best.Share(dst, []float64{0, 0, nan}); s.Idle.Rows != 2 || !same(dst, []float64{0, 0, nan}) {
		t.Errorf("%v %+v", dst, s)
	}
	if s := best.Share(dst, []float64{-1, -2, nan}); s.NoBest.Rows != 2 || !same(dst, []float64{nan, nan, nan}) {
		t.Errorf("%v %+v", dst, s)
	}
}

func TestRelativeWithinTheBlock(t *testing.T) {
	p := Points{Rule: &index.Rule{Kind: "relative", Within: "block"}, Most: 10, Direction: 1, Block: []int16{0, 1, 0, 1}, Blocks: 2}
	dst := make([]float64, 4)
	if p.Share(dst, []float64{2, 50, 4, 100}); !same(dst, []float64{0.5, 0.5, 1, 1}) {
		t.Errorf("%v", dst)
	}
	p.Rule = &index.Rule{Kind: "relative"}
	if p.Share(dst, []float64{2, 50, 4, 100}); !same(dst, []float64{0.02, 0.5, 0.04, 1}) {
		t.Errorf("%v", dst)
	}
}

// A wide-area network as QĐ 2342 scores it: 45 × rate of connected units + 1 point an application, at most 5.
func TestSumOfPartsAndBestOfCases(t *testing.T) {
	answers := map[string][]float64{"rate": {1, 0.5, nan, nan}, "apps": {9, 2, 3, nan}, "dc": {1, 0, 1, nan}, "room": {0, 1, 1, nan}}
	values := func(name string) []float64 { return answers[name] }
	network := &index.Rule{Kind: "sum_of", Of: []index.Alternative{
		{Value: "rate", Points: 45, Rule: &index.Rule{Kind: "ratio"}},
		{Value: "apps", Points: 5, Rule: &index.Rule{Kind: "count", Each: 1, Cap: 5}}}}
	for missing, want := range map[string][]float64{
		"zero": {1, 0.49, 0.06, nan}, "withhold": {1, 0.49, nan, nan}, "exclude": {1, 0.49, 0.6, nan}} {
		dst := make([]float64, 4)
		if (Points{Rule: network, Most: 50, Direction: 1, Missing: missing, Values: values}).Share(dst, nil); !same(dst, want) {
			t.Errorf("%s: %v, want %v", missing, dst, want)
		}
	}
	centre := &index.Rule{Kind: "best_of", Of: []index.Alternative{
		{Value: "dc", Points: 35, Rule: &index.Rule{Kind: "yes_no"}},
		{Value: "room", Points: 20, Rule: &index.Rule{Kind: "yes_no"}},
		{Value: "nowhere", Points: 35, Rule: &index.Rule{Kind: "yes_no"}}}}
	dst := make([]float64, 4)
	if (Points{Rule: centre, Most: 35, Direction: 1, Values: values}).Share(dst, nil); !same(dst, []float64{1, 20.0 / 35, 1, nan}) {
		t.Errorf("best of: %v", dst)
	}
	nested := &index.Rule{Kind: "sum_of", Of: []index.Alternative{{Points: 35, Rule: centre}, {Points: 50, Rule: network}}}
	if (Points{Rule: nested, Most: 85, Direction: 1, Missing: "zero", Values: values}).Share(dst, nil); !near(dst[1], (20+24.5)/85, 1e-12) {
		t.Errorf("nested: %v", dst)
	}
}

// Every rule gives a share between 0 and 1 for values in the rule's domain, and never less for a better value.
func TestPointRulesAreMonotoneAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{"ratio", "threshold", "steps", "count", "relative"}).Draw(t, "kind")
		direction := rapid.SampledFrom([]int{1, -1}).Draw(t, "direction")
		rule := &index.Rule{Kind: kind, Threshold: rapid.Float64Range(0.01, 1).Draw(t, "threshold"), Each: rapid.Float64Range(0.1, 9).Draw(t, "each"),
			Steps: [][2]float64{{0.1, 1}, {0.4, 5}, {0.8, 7}}}
		x := rapid.SliceOfN(rapid.Float64Range(0, 1), 2, 30).Draw(t, "x")
		slices.Sort(x)
		dst := make([]float64, len(x))
		(Points{Rule: rule, Most: 7, Direction: direction}).Share(dst, x)
		if kind == "steps" {
			direction = 1
		}
		for i, v := range dst {
			if missing(v) || v < 0 || v > 1 || math.IsInf(v, 0) {
				t.Fatalf("%s of %v: %v", kind, x[i], v)
			}
			if i > 0 && float64(direction)*(v-dst[i-1]) < -1e-15 {
				t.Fatalf("%s turns round between %v and %v: %v", kind, x[i-1], x[i], dst)
			}
		}
	})
}
