package reconcile

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
)

const twoBranches = `name: {vi: Thử, en: Trial}
units: [province]
scale: {from: 0, to: 1, decimals: 2}
tree:
  node: all
  name: {vi: Cả, en: All}
  parts:
    - {node: a, weight: 1, name: {vi: A, en: A}, value: "x / y"}
    - {node: b, weight: 1, name: {vi: B, en: B}}
editions:
  2024: {}
`

// made is an edition with answers x, y, an indicator a = x / y, an indicator b and their mean, ranked; by unit: x, y, b.
func made(t *testing.T, figures map[string][3]float64, groups bool) Measured {
	t.Helper()
	ix, ps := index.Parse("index.yaml", "thu", []byte(twoBranches), nil)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	p := ix.Plans[0]
	var units []string
	for u := range figures {
		units = append(units, u)
	}
	slices.Sort(units)
	tb := cube.New("2024", units, p.IDs())
	column := func(of func(f [3]float64) float64) cube.Column {
		x := make([]float64, len(units))
		for i, u := range units {
			x[i] = of(figures[u])
		}
		return cube.Seal(x)
	}
	ratio, mean := func(f [3]float64) float64 { return f[0] / f[1] }, func(f [3]float64) float64 { return (f[0]/f[1] + f[2]) / 2 }
	tb.LayGiven(cube.Given{Name: "x", Column: column(func(f [3]float64) float64 { return f[0] })})
	tb.LayGiven(cube.Given{Name: "y", Column: column(func(f [3]float64) float64 { return f[1] })})
	for id, of := range map[string]func([3]float64) float64{"all": mean, "a": ratio, "b": func(f [3]float64) float64 { return f[2] }} {
		col, _ := tb.Col(id)
		c := column(of)
		if id != "all" {
			tb.Lay(cube.Value, col, c)
		}
		tb.Lay(cube.Score, col, c)
		r := &cube.Ranking{Place: make([]int32, len(units)), Of: []int32{int32(len(units))}}
		for i := range units {
			for k := range units {
				if c.At(k) > c.At(i) {
					r.Place[i]++
				}
			}
			if r.Place[i]++; c.At(i) != c.At(i) {
				r.Place[i] = 0
			}
		}
		tb.LayRanking(col, r)
		if groups && id == "all" {
			tb.Groups = append(tb.Groups, cube.GroupRanking{Scheme: "region", Group: "Bắc", Node: col, Rows: []int32{0, 1}, Place: r.Place[:2]})
		}
	}
	return Measured{Index: ix, Cube: &cube.Cube{Index: "thu", Tables: []*cube.Table{tb}}}
}

// told writes changes down: unit node layer was→is effect [causes].
func told(all []Change) (lines []string) {
	for _, c := range all {
		layer := c.Layer
		if c.Group != "" {
			layer += " " + c.Group
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %v→%v %s %v", c.Unit, c.Node, layer, c.Was, c.Is, c.Effect, c.Causes))
	}
	return lines
}

func TestChangesAndTheirCauses(t *testing.T) {
	before := made(t, map[string][3]float64{"A": {4, 5, 0.8}, "B": {3, 5, 0.7}, "C": {1, 5, 0.9}, "D": {1, 10, 0.1}}, true)
	after := made(t, map[string][3]float64{"A": {4, 5, 0.8}, "B": {5, 5, 0.7}, "C": {1, 5, 0.9}, "D": {1, 10, 0.2}}, true)
	decisions := []Decided{{Index: "thu", Edition: "2024", Unit: "B", Node: "x"}, {Index: "thu", Edition: "2024", Unit: "D", Node: "b"}, {Index: "thu", Edition: "2024", Unit: "C", Node: ""}, {Index: "other", Edition: "2024", Unit: "A", Node: "x"}}
	got := told(Changes([]Measured{before}, []Measured{after}, decisions))
	want := []string{
		"A all rank 1→2 knock-on [0]", "A all rank region:Bắc 1→2 knock-on [0]", "A a rank 1→2 knock-on [0]",
		"B x given 3→5 direct [0]", "B all score 0.6499999999999999→0.85 own [0]", "B all rank 2→1 own [0]", "B all rank region:Bắc 2→1 own [0]",
		"B a value 0.6→1 direct [0]", "B a score 0.6→1 direct [0]", "B a rank 2→1 own [0]",
		"D all score 0.1→0.15000000000000002 own [1]", "D b value 0.1→0.2 direct [1]", "D b score 0.1→0.2 direct [1]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestUnchangedAndMissing(t *testing.T) {
	one := map[string][3]float64{"A": {4, 5, 0.8}, "B": {3, 5, math.NaN()}}
	if got := Changes([]Measured{made(t, one, false)}, []Measured{made(t, one, false)}, nil); len(got) > 0 {
		t.Errorf("%v", told(got))
	}
	got := told(Changes([]Measured{made(t, one, false)}, []Measured{made(t, map[string][3]float64{"A": {4, 5, 0.8}, "B": {3, 5, 0.9}}, false)}, []Decided{{"thu", "2024", "B", "b"}}))
	want := []string{"A b rank 1→2 knock-on [0]", "B all score NaN→0.75 own [0]", "B all rank NaN→2 own [0]", "B b value NaN→0.9 direct [0]", "B b score NaN→0.9 direct [0]", "B b rank NaN→1 own [0]"}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// a change without any decision is listed all the same, without a cause
	got = told(Changes([]Measured{made(t, map[string][3]float64{"A": {1, 5, 1}}, false)}, []Measured{made(t, map[string][3]float64{"A": {1, 5, 0}}, false)}, nil))
	if want := []string{"A all score 0.6→0.1 knock-on []", "A b value 1→0 knock-on []", "A b score 1→0 knock-on []"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestGroupThatDissolves: the rank of a unit in a group that is gone is a change too.
func TestGroupThatDissolves(t *testing.T) {
	figures := map[string][3]float64{"A": {4, 5, 0.8}, "B": {3, 5, 0.7}}
	got := told(Changes([]Measured{made(t, figures, true)}, []Measured{made(t, figures, false)}, nil))
	if want := []string{"A all rank region:Bắc 1→NaN knock-on []", "B all rank region:Bắc 2→NaN knock-on []"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
