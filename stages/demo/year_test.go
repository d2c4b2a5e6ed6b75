package demo

import (
	"math"
	"slices"
	"testing"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/units"
)

func made(t *testing.T, id string, n int) *Year {
	t.Helper()
	src, err := frame.ReadFile("frame/" + id + "/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, _ := index.Parse("index.yaml", id, src, nil)
	var all []units.Unit
	for i := range n {
		all = append(all, units.Unit{Code: "P-" + string(rune('A'+i/26)) + string(rune('A'+i%26))})
	}
	return Make(ix.Plans[1], all, 7)
}

// TestAnswersKeepTheChecks: what a unit means to say breaks none of the checks that are faults, lies within its range, and
// earns points between zero and the maximum.
func TestAnswersKeepTheChecks(t *testing.T) {
	for id, n := range map[string]int{"dti-tinh-mo-phong": 34, "dti-bo-mo-phong": 17} {
		y := made(t, id, n)
		for _, f := range y.Filings {
			answer := func(id string) float64 { return f.Answers[id].Value }
			for _, c := range y.Plan.Checks {
				if c.Kind == "relation" && !(answer(c.Left) <= answer(c.Right)) {
					t.Errorf("%s %s: %s: %g > %g", id, f.Unit, c.ID, answer(c.Left), answer(c.Right))
				}
				if c.Kind == "feasible" {
					p, n := answer(c.Of[0]), answer(c.Is)
					if k := math.Round(p * n); math.Abs(round(k/n, int(c.Limit)+2)-p) > 1e-12 {
						t.Errorf("%s %s: no k with k/%g = %g", id, f.Unit, n, p)
					}
				}
			}
			for _, c := range form.Layout(y.Plan) {
				for _, q := range c.Asks {
					if v := answer(q.ID); !(v >= 0) || q.Range != nil && (v < q.Range[0] || v > q.Range[1]) {
						t.Errorf("%s %s: %s = %g", id, f.Unit, q.ID, v)
					}
				}
				if p := c.Earned(answer); c.Earns() && !(p >= 0 && p <= c.Points) {
					t.Errorf("%s %s: %s earns %g of %g", id, f.Unit, c.ID, p, c.Points)
				}
			}
		}
	}
}

// TestAYearIsTheSameForAnyOrderOfUnits: a unit's answers follow from the seed and its code alone.
func TestAYearIsTheSameForAnyOrderOfUnits(t *testing.T) {
	y := made(t, "dti-tinh-mo-phong", 34)
	turned := slices.Clone(y.Units)
	slices.Reverse(turned)
	again := Make(y.Plan, turned, 7)
	for i, f := range y.Filings {
		for id, a := range f.Answers {
			if b := again.Filings[33-i].Answers[id]; a.Value != b.Value {
				t.Fatalf("%s %s: %g, then %g", f.Unit, id, a.Value, b.Value)
			}
		}
	}
	if other := Make(y.Plan, y.Units, 8); other.Last["P-AA"]["pop"] == y.Last["P-AA"]["pop"] {
		t.Error("another seed gives the same year")
	}
}

// TestEverySlipComesUp among 34 provinces, each with one unit, and leaves units without any.
func TestEverySlipComesUp(t *testing.T) {
	y := made(t, "dti-tinh-mo-phong", 34)
	seen := map[string]int{}
	for _, s := range y.Slips {
		seen[s.Kind]++
	}
	for _, s := range All() {
		if seen[s.Kind] != 1 {
			t.Errorf("%s comes up %d times", s.Kind, seen[s.Kind])
		}
	}
	if len(y.Appeals) != 3 {
		t.Errorf("%d appeals", len(y.Appeals))
	}
}
