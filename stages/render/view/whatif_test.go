package view

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// weighedPlan makes a plan of a root with weighed parts.
func weighedPlan(weights ...float64) *index.Plan {
	p := &index.Plan{Index: &index.Index{}, Edition: &index.Edition{}, Nodes: []index.PlanNode{{Node: &index.Node{ID: "goc"}, Parent: -1}}}
	for i, w := range weights {
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: string(rune('a' + i))}, Col: i + 1})
		p.Nodes[0].Children = append(p.Nodes[0].Children, index.Child{Col: i + 1, Weight: w})
	}
	return p
}

func TestPresetsOf(t *testing.T) {
	type weights = map[string]float64
	scheme := func(w weights) index.Scheme {
		return index.Scheme{Name: problem.Text{VI: "Bộ", EN: "Set"}, Weights: w}
	}
	three := weighedPlan(1, 1, 1)
	three.Index.Schemes = []index.Scheme{scheme(weights{"a": 2, "b": 1, "c": 1}), scheme(weights{"a": 5, "b": 5, "c": 5}), scheme(weights{"x": 9})}
	computed := weighedPlan(1, 2)
	computed.Nodes[0].Weighting.Name = "pca"
	published := weighedPlan(1, 2)
	published.Edition.Compute = "none"
	for _, c := range []struct {
		what string
		p    *index.Plan
		want []weights
	}{
		{"equal already; one half is the first scheme", three, []weights{{"a": 2, "b": 1, "c": 1}, {"a": 0.75, "b": 1.5, "c": 0.75}, {"a": 0.75, "b": 0.75, "c": 1.5}}},
		{"of two parts a half is equal", weighedPlan(1, 2), []weights{{"a": 1.5, "b": 1.5}}},
		{"one part that has all", weighedPlan(4, 0, 0), []weights{{"a": 1.333333, "b": 1.333333, "c": 1.333333}, {"a": 2, "b": 1, "c": 1}, {"a": 2, "b": 2, "c": 0}, {"a": 2, "b": 0, "c": 2}}},
		{"one part alone", weighedPlan(3), nil}, {"weights from the data", computed, nil}, {"published only", published, nil}, {"nothing", &index.Plan{Edition: &index.Edition{}}, nil},
	} {
		var got []weights
		for _, x := range PresetsOf(c.p) {
			got = append(got, x.Weights)
		}
		if !slices.EqualFunc(got, c.want, func(a, b weights) bool {
			for id, w := range b {
				if a[id] != w {
					return false
				}
			}
			return len(a) == len(b)
		}) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// Whatever the weights, a preset's shares are as its name says.
func TestPresetShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.SliceOfN(rapid.Float64Range(0.01, 1000), 3, 9).Draw(t, "weights")
		for _, x := range PresetsOf(weighedPlan(w...)) {
			sum := 0.0
			for _, v := range x.Weights {
				sum += v
			}
			for id, v := range x.Weights {
				share := v / sum
				if x.Kind == Equal && math.Abs(share-1/float64(len(w))) > 1e-3 || x.Kind == Half && int(id[0]-'a')+1 == x.Node && math.Abs(share-0.5) > 1e-3 {
					t.Fatalf("%s: %s has %v of %v", x.Kind, id, share, x.Weights)
				}
			}
		}
	})
}

func TestSliderScale(t *testing.T) {
	for _, c := range [][3]float64{{3, 3, 0.02}, {1, 1, 0.01}, {1000, 1000, 10}, {1.0000000000000002, 1, 0.01}, {0.03, 0.03, 0.0002}, {7, 7, 0.05}, {0, 1, 0.01}} {
		if most, step := sliderScale(c[0]); most != c[1] || step != c[2] {
			t.Errorf("sum %v: to %v by %v, want %v by %v", c[0], most, step, c[1], c[2])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		sum := rapid.Float64Range(1e-3, 1e6).Draw(t, "sum")
		if most, step := sliderScale(sum); most < sum*0.999999 || most > sum*1.03 || most/step < 99 || most/step > 260 {
			t.Fatalf("sum %v: to %v by %v", sum, most, step)
		}
	})
}

// Labels are moved apart by as little as keeps them legible, and stay in order.
func TestApartBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(rapid.Float64Range(44, 500), 1, 30).Draw(t, "heights")
		moved := apartBy(y, 18, 44)
		order := make([]int, len(y))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			if y[a] != y[b] {
				return int(math.Copysign(1, y[a]-y[b]))
			}
			return 0
		})
		for k, i := range order {
			if moved[i] < 44 || k > 0 && moved[i]-moved[order[k-1]] < 18-1e-6 {
				t.Fatalf("%v → %v", y, moved)
			}
		}
	})
	if got := apartBy([]float64{100, 200, 101}, 18, 44); got[0] != 91.5 || got[1] != 200 || got[2] != 109.5 {
		t.Errorf("%v", got)
	}
}

func TestTrailing(t *testing.T) {
	for in, want := range map[string]int{"": 0, "12": 0, "0.90": 2, "-1.5": 1} {
		if got := trailing(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}
