package form

import (
	"math"
	"testing"
)

// TestEarned: points of the sample index worked out by hand.
func TestEarned(t *testing.T) {
	none := math.NaN()
	for _, c := range []struct {
		node    string
		answers map[string]float64
		want    float64
	}{
		{"level4", map[string]float64{"services_level4": 480, "services_total": 1500}, 6}, // 32 %: from 30 % on
		{"level4", map[string]float64{"services_level4": 3, "services_total": 10}, 6},     // the step itself
		{"level4", map[string]float64{"services_level4": 20, "services_total": 10}, none}, // above the whole
		{"level4", map[string]float64{"services_level4": 1, "services_total": 0}, none},
		{"level4", map[string]float64{"services_total": 10}, none},
		{"online", map[string]float64{"portal_rate": 0.855}, 8.55},
		{"portal", map[string]float64{"portal": 1}, 5},
		{"portal", map[string]float64{"portal": 0}, 0},
		{"portal", map[string]float64{"portal": 2}, none},
		{"best", map[string]float64{"plan_kind": 0.5, "portal_rate": 0.4}, 2.5}, // 0.5 × 5 against 0.4 / 0.8 × 3
		{"best", map[string]float64{"portal_rate": 0.4}, 1.5},
		{"meetings", map[string]float64{"meetings": 3}, 15},
		{"meetings", map[string]float64{"meetings": 7}, 20},
		{"it_share", map[string]float64{"staff_it": 1, "staff": 100}, 2},
		{"it_share", map[string]float64{"staff_it": 9, "staff": 100}, 10},
		{"plan", map[string]float64{"plan_kind": 0.5, "staff_it": 8}, 6}, // 2 + 4
		{"plan", map[string]float64{"plan_kind": 0.5}, 5},                // 2 of 4, judged by the part that is there
		{"own_points", map[string]float64{"own_points": 7.5}, 7.5},
		{"relative", map[string]float64{"relative": 7}, none}, // looks at others
	} {
		found := false
		for _, k := range Layout(sample(t)) {
			if k.ID != c.node {
				continue
			}
			found = true
			got := k.Earned(func(id string) float64 {
				if x, ok := c.answers[id]; ok {
					return x
				}
				return none
			})
			if got != got && c.want == c.want || got == got && !(math.Abs(got-c.want) < 1e-12) {
				t.Errorf("%s of %v earns %v, want %v", c.node, c.answers, got, c.want)
			}
			if k.Earns() != (c.node != "relative") || k.Typed() != (c.node == "own_points") {
				t.Errorf("%s: earns %v, typed %v", c.node, k.Earns(), k.Typed())
			}
		}
		if !found {
			t.Errorf("no criterion %s", c.node)
		}
	}
	if a, b := DefinedAnswer("a-b.c_1"), DefinedExplain("x-y"); a != "xh_a_a.b.c_1" || b != "xh_g_x.y" {
		t.Errorf("names %s %s", a, b)
	}
}
