package normalise

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// one makes an edition with the given leaves under one pillar, each a column of values by unit U0, U1, ….
func one(id string, change func(n *index.PlanNode), columns ...[]float64) (*index.Plan, *cube.Table) {
	p := &index.Plan{Index: &index.Index{ID: "test", File: "test/index.yaml"}, Edition: &index.Edition{ID: id}}
	p.Nodes = []index.PlanNode{{Node: &index.Node{ID: "root"}, Parent: -1, Level: 3, Direction: 1}}
	pillar := add(p, 0, &index.Node{ID: "pillar"}, 2)
	for k := range columns {
		at := add(p, pillar, &index.Node{ID: fmt.Sprintf("x%d", k)}, 1)
		if change != nil {
			change(&p.Nodes[at])
		}
	}
	var units []string
	for i := range columns[0] {
		units = append(units, fmt.Sprintf("U%d", i))
	}
	t := cube.New(id, units, p.IDs())
	for k, x := range columns {
		if x != nil {
			t.Lay(cube.Value, 2+k, cube.Seal(slices.Clone(x)))
		}
	}
	return p, t
}

func scaledBy(text string) func(n *index.PlanNode) {
	return func(n *index.PlanNode) { n.Normalise = method(text) }
}

func noGroups(*index.Plan, string, string) string { return "" }

// normalised runs one edition and gives what was found, as code[edition unit].
func normalised(p *index.Plan, t *cube.Table) (Report, []string) {
	report, found := Run([]*index.Plan{p}, &cube.Cube{Index: "test", Tables: []*cube.Table{t}}, noGroups, 2)
	return report, codes(found)
}

func codes(found problem.List) (all []string) {
	for _, q := range found {
		all = append(all, q.Code)
	}
	return all
}

func TestScreenDropsKeepsAndForces(t *testing.T) {
	columns := [][]float64{{1, 2, nan, 0, 5}, {1, nan, nan, 0, 4}, {2, nan, 7, 0, 3}, {3, 4, nan, 1, 2}}
	p, table := one("2024", scaledBy("minmax:0:100"), columns...)
	p.Screen = method("available:0.6")
	p.Keep = []index.Unranked{{Unit: "U1", Reason: problem.Text{VI: "giữ", EN: "kept"}}}
	p.Drop = []index.Unranked{{Unit: "U4", Reason: problem.Text{VI: "loại", EN: "dropped"}}, {Unit: "U9"}, {Unit: "U1"}}
	report, found := normalised(p, table)
	if !slices.Equal(found, []string{"screen-unit-unknown", "screen-keep-and-drop"}) {
		t.Errorf("found %v", found)
	}
	if e := report.Editions[0]; e.Units != 3 || len(e.Dropped) != 2 || e.Dropped[0].Unit != "U2" || e.Dropped[1].Unit != "U4" {
		t.Errorf("dropped %+v", e.Dropped)
	}
	if why := table.Unranked[2]; why.EN != "has data for only 1 of 4 indicators, below the threshold of 60 %" || !strings.Contains(why.VI, "1/4") {
		t.Errorf("reason %+v", why)
	}
	k, _ := table.Col("x0")
	if got := table.At(cube.Normal, k).Values(); !same(got, []float64{50, 100, nan, 0, nan}) {
		t.Errorf("the dropped unit still counts: %v", got)
	}
	if v := table.At(cube.Value, k).At(4); v != 5 {
		t.Errorf("the value itself must stay: %v", v)
	}
	if m := table.Marks(0, 2); len(m) != 1 || m[0].Code != "screened" {
		t.Errorf("marks %v", m)
	}
}

// A unit that is dropped is no gap to fill, and no value to fill from.
func TestDroppedUnitsAreNotFilled(t *testing.T) {
	for _, fill := range []string{"mean", "median", "group-mean:any", "row-mean"} {
		p, table := one("2024", func(n *index.PlanNode) { n.Fill = method(fill) }, []float64{1, 3, nan, 500, nan}, []float64{1, 3, 2, 700, 9})
		for _, u := range []string{"U3", "U4"} {
			p.Drop = append(p.Drop, index.Unranked{Unit: u, Reason: problem.Text{VI: "x", EN: "x"}})
		}
		report, _ := Run([]*index.Plan{p}, &cube.Cube{Tables: []*cube.Table{table}}, func(*index.Plan, string, string) string { return "all" }, 2)
		if got := table.At(cube.Filled, 2).Values(); !same(got, []float64{1, 3, 2, nan, nan}) {
			t.Errorf("%s: %v", fill, got)
		}
		if f := report.Editions[0].Fillings; len(f) != 1 || f[0].Filled != 1 || f[0].Left != 0 || len(table.Marks(2, 4)) != 0 {
			t.Errorf("%s: %+v %v", fill, f, table.Marks(2, 4))
		}
	}
}

func TestScreenByZerosAndByPillar(t *testing.T) {
	columns := [][]float64{{1, 0, nan}, {0, 0, 1}, {2, 0, 1}, {3, 1, nan}}
	p, table := one("2024", nil, columns...)
	p.Screen = method("nonzero:0.5")
	if report, _ := normalised(p, table); len(report.Editions[0].Dropped) != 1 || report.Editions[0].Dropped[0].Unit != "U1" {
		t.Errorf("%+v", report.Editions[0].Dropped)
	}
	p, table = one("2024", nil, columns...)
	p.Screen = method("available:0.4:0.75")
	if report, _ := normalised(p, table); len(report.Editions[0].Dropped) != 1 || report.Editions[0].Dropped[0].Unit != "U2" {
		t.Errorf("inside the pillar: %+v", report.Editions[0].Dropped)
	}
	a := Available(p, table)
	if a[0].Of != 4 || a[0].Share(2) != 0.5 || a[2].Share(2) != 0 || a[0].NonZero(0) != 0.75 || !missing(a[2].NonZero(2)) {
		t.Errorf("availability %+v", a)
	}
}

// Gaps, treatment and scale each leave their own mark; what nothing changed is the same memory.
func TestLayersAndMarks(t *testing.T) {
	long := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 500, nan}
	plain := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22}
	p, table := one("2024", func(n *index.PlanNode) {
		n.Fill, n.Treat, n.Normalise = method("median"), method("winsorise:5:log"), method("none")
	}, long, plain)
	report, found := normalised(p, table)
	if len(found) > 0 {
		t.Errorf("found %v", found)
	}
	a, _ := table.Col("x0")
	b, _ := table.Col("x1")
	code := func(row int) (all []string) {
		for _, m := range table.Marks(a, row) {
			if all = append(all, m.Code); m.Note.VI == "" || m.Note.EN == "" {
				t.Errorf("mark %s says nothing", m.Code)
			}
		}
		return all
	}
	if !slices.Equal(code(21), []string{"filled:median"}) || !slices.Equal(code(20), []string{"winsorised-high"}) || code(3) != nil {
		t.Errorf("marks %v %v %v", code(21), code(20), code(3))
	}
	if v := table.At(cube.Filled, a).At(21); v != 11 {
		t.Errorf("filled with %v", v)
	}
	if v := table.At(cube.Treated, a).At(20); v != 20 || table.At(cube.Filled, a).At(20) != 500 || table.At(cube.Treated, a).At(21) != 11 {
		t.Errorf("winsorised to %v", v)
	}
	for _, l := range []cube.Layer{cube.Filled, cube.Treated, cube.Normal} {
		if !table.At(l, b).Same(table.At(cube.Value, b)) {
			t.Errorf("%s is a copy of what did not change", l)
		}
	}
	d := report.Editions[0].Treatments[0]
	if d.High != 1 || d.Low != 0 || !d.Failed || !d.Passed || d.Before.Skew < 2 || d.After.Skew > 2 || !slices.Equal(d.Rows, []int32{20}) {
		t.Errorf("treatment %+v", d)
	}
	if f := report.Editions[0].Fillings; len(f) != 1 || f[0] != (Filling{"x0", "median", 1, 0}) {
		t.Errorf("fillings %+v", f)
	}
}

// What can be wrong with the data is a problem with its place; the cells concerned are missing, never NaN as a number.
func TestBadColumnsAreProblems(t *testing.T) {
	target, worst := 1.0, 4.0
	for _, c := range []struct {
		name   string
		change func(n *index.PlanNode)
		x      []float64
		codes  []string
	}{
		{"constant", scaledBy("minmax:0:100"), []float64{3, 3, 3}, []string{"scale-constant"}},
		{"constant z-score", scaledBy("zscore:0:1"), []float64{0.1, 0.1, 0.1}, []string{"scale-constant"}},
		{"one value", scaledBy("percentile-rank"), []float64{3, nan, nan}, []string{"scale-single", "unit-empty"}},
		{"no value", scaledBy("minmax:0:100"), []float64{nan, nan, nan}, []string{"column-empty", "unit-empty"}},
		{"maximum 0", scaledBy("fraction-of-max"), []float64{-1, 0, -2}, []string{"scale-zero-base"}},
		{"turned", func(n *index.PlanNode) { n.Normalise, n.Direction = method("fraction-of-max"), -1 }, []float64{1, 2, 3}, []string{"scale-turned"}},
		{"no such reference", scaledBy("distance-to-reference:XYZ"), []float64{1, 2, 3}, []string{"scale-reference-unknown"}},
		{"reference without a value", scaledBy("distance-to-reference:U1:cap"), []float64{1, nan, 3}, []string{"scale-reference-empty", "unit-empty"}},
		{"the reference is the worst", scaledBy("distance-to-reference:U0"), []float64{1, 2, 3}, []string{"scale-reference-empty"}},
		{"no target", scaledBy("distance-to-target"), []float64{1, 2, 3}, []string{"scale-target-missing"}},
		{"target behind all", func(n *index.PlanNode) { n.Normalise, n.Target = method("distance-to-target"), &target }, []float64{2, 3, 4}, []string{"scale-target-unreachable"}},
		{"target at the worst, less is better", func(n *index.PlanNode) { n.Normalise, n.Direction, n.Target = method("distance-to-target"), -1, &worst }, []float64{2, 3, 4}, []string{"scale-target-unreachable"}},
		{"no goalposts", scaledBy("goalposts:1"), []float64{1, 2, 3}, []string{"scale-target-missing"}},
		{"equal goalposts", func(n *index.PlanNode) { n.Normalise, n.Goalposts = method("goalposts"), &[2]float64{2, 2} }, []float64{1, 2, 3}, []string{"scale-target-missing"}},
		{"beyond all range", scaledBy("minmax:0:100"), []float64{-math.MaxFloat64, 1, math.MaxFloat64}, []string{"scale-infinite"}},
		{"logarithm of a constant", func(n *index.PlanNode) { n.Treat = method("log") }, []float64{2, 2, 2}, []string{"treat-undefined"}},
		{"no such scale", scaledBy("maxmin"), []float64{1, 2, 3}, []string{"method-unreadable"}},
		{"no such treatment", func(n *index.PlanNode) { n.Treat = method("winsorise:many") }, []float64{1, 2, 3}, []string{"method-unreadable"}},
		{"no such filling", func(n *index.PlanNode) { n.Fill = method("guess") }, []float64{1, nan, 3}, []string{"method-unreadable", "unit-empty"}},
		{"no such groups", func(n *index.PlanNode) { n.Fill = method("group-mean:zone") }, []float64{1, nan, 3}, []string{"fill-scheme-unknown", "unit-empty"}},
		{"no answer", func(n *index.PlanNode) {
			n.Points, n.Rule = 5, &index.Rule{Kind: "best_of", Of: []index.Alternative{{Value: "a / b", Points: 5, Rule: &index.Rule{Kind: "ratio"}}}}
		}, []float64{1, 2, 3}, []string{"points-answer-unknown"}},
		{"neither yes nor no", func(n *index.PlanNode) { n.Points, n.Rule = 5, &index.Rule{Kind: "yes_no"} }, []float64{1, 0, 3}, []string{"points-not-yes-no"}},
		{"nobody has any", func(n *index.PlanNode) { n.Points, n.Rule = 5, &index.Rule{Kind: "relative"} }, []float64{0, 0, 0}, []string{"points-idle"}},
	} {
		p, table := one("2024", c.change, c.x)
		_, list := Run([]*index.Plan{p}, &cube.Cube{Tables: []*cube.Table{table}}, noGroups, 1)
		if got := codes(list); !slices.Equal(got, c.codes) {
			t.Errorf("%s: %v, want %v", c.name, got, c.codes)
		}
		for _, q := range list {
			if line := q.In("vi") + q.In("en"); strings.ContainsAny(line, "{}") || q.Place.File == "" || q.Index != "test" || q.Edition != "2024" {
				t.Errorf("%s: %s / %s (%+v)", c.name, q.In("vi"), q.In("en"), q)
			}
		}
		for _, v := range table.At(cube.Normal, 2).Values() {
			if math.IsInf(v, 0) {
				t.Errorf("%s: an infinite score", c.name)
			}
		}
	}
}

func TestOneUnitOnly(t *testing.T) {
	p, table := one("2024", scaledBy("minmax:0:100"), []float64{1}, []float64{2})
	if _, found := normalised(p, table); !slices.Equal(found, []string{"unit-single"}) {
		t.Errorf("found %v", found)
	}
}

func TestEmptyUnitsAreNamedOnce(t *testing.T) {
	p, table := one("2024", scaledBy("rank"), []float64{1, nan, 2, nan}, []float64{1, nan, nan, nan})
	table.Unranked[3] = problem.Text{VI: "không tham gia", EN: "does not take part"}
	_, list := Run([]*index.Plan{p}, &cube.Cube{Tables: []*cube.Table{table}}, noGroups, 1)
	if len(list) != 1 || list[0].Code != "unit-empty" || list[0].Found != "U1" {
		t.Errorf("%v", list)
	}
}

// Points without a rule are the values themselves; a range within 0…1 tells that they are shares.
func TestPointsWithoutARule(t *testing.T) {
	for want, span := range map[float64]*[2]float64{0.5: nil, 0.05: {0, 10}, 0.75: {0, 1}} {
		x := map[float64]float64{0.5: 5, 0.05: 0.5, 0.75: 0.75}[want]
		p, table := one("2024", func(n *index.PlanNode) { n.Points, n.Range = 10, span }, []float64{x, nan})
		if _, found := normalised(p, table); !same(table.At(cube.Normal, 2).Values(), []float64{want, nan}) {
			t.Errorf("%v: %v %v", want, table.At(cube.Normal, 2).Values(), found)
		}
	}
}

// A criterion that nobody answered has an empty Normal where gaps count as zero, so that score can say so.
func TestACriterionWithoutAColumn(t *testing.T) {
	p, table := one("2024", func(n *index.PlanNode) { n.Points, n.Rule = 10, &index.Rule{Kind: "ratio"} }, []float64{1, 0.5}, nil)
	p.Nodes[3].Missing = "zero"
	if _, found := normalised(p, table); !slices.Equal(found, []string{"column-empty"}) || !table.Has(cube.Normal, 3) || table.At(cube.Normal, 3).Present() != 0 {
		t.Errorf("%v %v", found, table.Has(cube.Normal, 3))
	}
}

func TestPublishedOnlyEditionsAreLeftAlone(t *testing.T) {
	p, table := one("2024", scaledBy("minmax:0:100"), []float64{1, 2})
	p.Edition.Compute = "none"
	if report, found := normalised(p, table); len(report.Editions) != 0 || len(found) != 0 || table.Has(cube.Normal, 2) {
		t.Errorf("%+v %v", report, found)
	}
}

// A criterion whose cases are expressions over answers, with a unit dropped: it counts in no comparison.
func TestPointsFromAnswers(t *testing.T) {
	p, table := one("2024", func(n *index.PlanNode) {
		n.Points, n.Rule = 50, &index.Rule{Kind: "sum_of", Of: []index.Alternative{
			{Value: "online / all", Points: 40, Rule: &index.Rule{Kind: "relative"}},
			{Value: "x0 + apps", Points: 10, Rule: &index.Rule{Kind: "count", Each: 2}}}}
	}, []float64{1, 0, 2, 1})
	for name, x := range map[string][]float64{"online": {10, 20, 30, 100}, "all": {40, 40, 40, 100}, "apps": {1, 0, 9, 9}} {
		table.LayGiven(cube.Given{Name: name, Column: cube.Seal(x)})
	}
	p.Drop = []index.Unranked{{Unit: "U3", Reason: problem.Text{VI: "x", EN: "x"}}}
	if _, found := normalised(p, table); len(found) != 0 {
		t.Fatalf("found %v", found)
	}
	want := []float64{(40.0/3 + 4) / 50, 80.0 / 3 / 50, 1, nan}
	if got := table.At(cube.Normal, 2).Values(); !same(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPanelFillsAndTheirMarks(t *testing.T) {
	values := map[string][]float64{"2018": {10, nan, 3}, "2020": {nan, nan, 4}, "2021": {40, 7, nan}, "2024": {nan, 8, nan}}
	for fill, want := range map[string]map[string]string{
		"latest":   {"2018": "10 - 3", "2020": "10@latest:2018 - 4", "2021": "40 7 4@latest:2020", "2024": "40@latest:2021 8 4@latest:2020"},
		"latest:2": {"2018": "10 - 3", "2020": "10@latest:2018 - 4", "2021": "40 7 4@latest:2020", "2024": "- 8 -"},
		"constant": {"2018": "10 7@constant:2021 3", "2020": "10@constant:2018 7@constant:2021 4", "2021": "40 7 4@constant:2020", "2024": "40@constant:2021 8 4@constant:2020"},
		"linear":   {"2018": "10 7@linear:2021 3", "2020": "30@linear:2018-2021 7@linear:2021 4", "2021": "40 7 4@linear:2020", "2024": "40@linear:2021 8 4@linear:2020"},
	} {
		var plans []*index.Plan
		c := &cube.Cube{}
		for _, id := range []string{"2018", "2020", "2021", "2024"} {
			p, table := one(id, func(n *index.PlanNode) { n.Fill = method(fill) }, values[id])
			plans, c.Tables = append(plans, p), append(c.Tables, table)
		}
		_, found := Run(plans, c, noGroups, 2)
		for _, q := range found {
			if q.Code != "unit-empty" {
				t.Errorf("%s: %v", fill, q)
			}
		}
		for id, line := range want {
			var got []string
			table := c.Table(id)
			for row := range table.Units {
				cell := "-"
				if v := table.At(cube.Filled, 2).At(row); !missing(v) {
					cell = fmt.Sprint(v)
				}
				for _, m := range table.Marks(2, row) {
					cell += "@" + strings.TrimPrefix(m.Code, "filled:")
				}
				got = append(got, cell)
			}
			if strings.Join(got, " ") != line {
				t.Errorf("%s %s: %s, want %s", fill, id, strings.Join(got, " "), line)
			}
		}
	}
}

// Units that come and go, an edition whose id is no year, an indicator that one edition lacks.
func TestPanelWithOtherUnits(t *testing.T) {
	p1, t1 := one("2020", nil, []float64{1, 2, 3})
	p2, t2 := one("2021", func(n *index.PlanNode) { n.Fill = method("latest") }, []float64{nan, nan}, nil)
	t2 = cube.New("2021", []string{"U2", "U9"}, p2.IDs())
	t2.Lay(cube.Value, 2, cube.Seal([]float64{nan, nan}))
	p3, t3 := one("draft", nil, []float64{1})
	_, found := Run([]*index.Plan{p1, p2, p3}, &cube.Cube{Tables: []*cube.Table{t1, t2, t3}}, noGroups, 1)
	if got := t2.At(cube.Filled, 2).Values(); !same(got, []float64{3, nan}) {
		t.Errorf("%v", got)
	}
	if got := codes(found); !slices.Equal(got, []string{"fill-years", "column-empty", "unit-empty"}) || found[0].Found != "draft" {
		t.Errorf("%v", got)
	}
}

// Limits over all editions: the scores of the editions stand on one ruler.
func TestLimitsOverAllEditions(t *testing.T) {
	p1, t1 := one("2020", scaledBy("minmax:0:100"), []float64{0, 5})
	p2, t2 := one("2021", scaledBy("minmax:0:100"), []float64{5, 10})
	p1.Across, p2.Across = "editions", "editions"
	Run([]*index.Plan{p1, p2}, &cube.Cube{Tables: []*cube.Table{t1, t2}}, noGroups, 2)
	if a, b := t1.At(cube.Normal, 2).Values(), t2.At(cube.Normal, 2).Values(); !same(a, []float64{0, 50}) || !same(b, []float64{50, 100}) {
		t.Errorf("%v %v", a, b)
	}
}

func TestRescaleOfANodeAbove(t *testing.T) {
	p, table := one("2024", nil, []float64{1, 2, 3})
	p.Nodes[1].Normalise = method("minmax:0:1")
	x := []float64{10, nan, 30}
	if found := Rescale(p, table, 1, x, x, nil); len(found) != 0 || !same(x, []float64{0, nan, 1}) {
		t.Errorf("%v %v", x, found)
	}
	x = []float64{10, nan, 30}
	if Rescale(p, table, 1, x, x, []float64{10, nan, 30, 50}); !same(x, []float64{0, nan, 0.5}) {
		t.Errorf("over all editions: %v", x)
	}
	x = []float64{10, 10, nan}
	if found := Rescale(p, table, 1, x, x, nil); len(found) != 1 || found[0].Code != "scale-constant" || !same(x, []float64{nan, nan, nan}) {
		t.Errorf("%v %v", x, found)
	}
	x = []float64{10, 20, 30}
	if found := Rescale(p, table, 0, x, x, nil); len(found) != 0 || !same(x, []float64{10, 20, 30}) {
		t.Errorf("a node without a scale: %v %v", x, found)
	}
}

// Whatever the number of workers, the bytes and the problems are the same.
func TestSameBytesAtAnyWorkerCount(t *testing.T) {
	p, columns, units := synthetic(501, 40, "row-mean", "winsorise:5:log", "zscore:0:1")
	rapid.Check(t, func(t *rapid.T) {
		fill := rapid.SampledFrom([]string{"none", "mean", "median", "group-median:last", "row-mean", "linear"}).Draw(t, "fill")
		scale := rapid.SampledFrom([]string{"minmax:0:1", "zscore:0:1", "percentile-rank", "distance-to-reference:U0000007"}).Draw(t, "scale")
		for k := 11; k < len(p.Nodes); k++ {
			p.Nodes[k].Fill, p.Nodes[k].Normalise = method(fill), method(scale)
		}
		var first []byte
		for _, workers := range []int{1, 2, 7} {
			c := fresh(p, columns, units)
			report, found := Run([]*index.Plan{p}, c, func(_ *index.Plan, u, _ string) string { return u[len(u)-1:] }, workers)
			var b bytes.Buffer
			for _, l := range []cube.Layer{cube.Filled, cube.Treated, cube.Normal} {
				for k := 11; k < len(p.Nodes); k++ {
					if err := binary.Write(&b, binary.LittleEndian, c.Tables[0].At(l, k).Values()); err != nil {
						t.Fatal(err)
					}
				}
			}
			fmt.Fprintf(&b, "%+v %v", report, found)
			if first == nil {
				first = b.Bytes()
			} else if !bytes.Equal(first, b.Bytes()) {
				t.Fatalf("%s %s: %d workers differ", fill, scale, workers)
			}
		}
	})
}
