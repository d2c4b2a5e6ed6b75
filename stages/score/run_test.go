package score

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// branch declares a node of a plan made by hand.
type branch struct {
	id     string
	weight float64
	set    func(*index.PlanNode)
	parts  []branch
}

func leaf(id string, weight float64) branch { return branch{id: id, weight: weight} }

// plant lays a tree out as a plan.
func plant(root branch, beside ...branch) *index.Plan {
	p := &index.Plan{Index: &index.Index{ID: "x"}, Edition: &index.Edition{ID: "2020", Compute: "ranks"}, Scale: index.Scale{To: 100, Decimals: 2}}
	var walk func(b branch, parent int) int
	walk = func(b branch, parent int) int {
		col := len(p.Nodes)
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: b.id, Place: problem.Place{File: "index.yaml", Line: col + 1}}, Col: col, Parent: parent, Level: 1, Direction: 1})
		for _, c := range b.parts {
			k := walk(c, col)
			p.Nodes[col].Children = append(p.Nodes[col].Children, index.Child{Col: k, Weight: c.weight})
			p.Nodes[col].Level = max(p.Nodes[col].Level, p.Nodes[k].Level+1)
		}
		if b.set != nil {
			b.set(&p.Nodes[col])
		}
		return col
	}
	walk(root, -1)
	for _, b := range beside {
		walk(b, -1)
	}
	return p
}

// filled makes a plan's table with Normal over the nodes given; units are named A, B, C …
func filled(p *index.Plan, normal map[string][]float64) *cube.Table {
	var units []string
	for _, x := range normal {
		for i := len(units); i < len(x); i++ {
			units = append(units, string(rune('A'+i)))
		}
	}
	t := cube.New("2020", units, p.IDs())
	for id, x := range normal {
		k, _ := t.Col(id)
		t.Lay(cube.Normal, k, cube.Seal(slices.Clone(x)))
	}
	return t
}

func scores(t *cube.Table, id string) []float64 {
	k, _ := t.Col(id)
	return t.At(cube.Score, k).Values()
}

func want(t *testing.T, table *cube.Table, id string, x ...float64) {
	t.Helper()
	if diff := cmp.Diff(x, scores(table, id), cmpopts.EquateNaNs(), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("%s: %s", id, diff)
	}
}

func TestRunGoesUpTheTree(t *testing.T) {
	p := plant(branch{id: "root", parts: []branch{
		{id: "one", weight: 1, parts: []branch{leaf("a", 1), leaf("b", 3)}},
		{id: "two", weight: 2, set: func(n *index.PlanNode) { n.Combine = method("geometric") }, parts: []branch{leaf("c", 1), leaf("d", 1)}},
	}}, branch{id: "seen", set: func(n *index.PlanNode) { n.Measured, n.Beside = true, true }})
	ones, _ := p.Col("one")
	p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: "across"}, Col: len(p.Nodes), Parent: -1, Level: 3,
		Children: []index.Child{{Col: ones, Weight: 1}, {Col: ones + 1, Weight: 1}}})
	table := filled(p, map[string][]float64{"a": {0, 100}, "b": {100, 20}, "c": {4, 9}, "d": {16, 4}, "seen": {7, 8}})
	report, found := Run(p, table, nil, 2)
	if len(found) > 0 || len(report.Weighings) > 0 {
		t.Fatal(found, report)
	}
	want(t, table, "one", 75, 40)
	want(t, table, "two", 8, 6)
	want(t, table, "root", (75+2*8)/3., (40+2*6)/3.)
	want(t, table, "seen", 7, 8)
	want(t, table, "across", 37.5, 70) // one and a
	a, _ := table.Col("a")
	if !table.At(cube.Score, a).Same(table.At(cube.Normal, a)) {
		t.Error("an indicator's score is a copy of its normal")
	}
	eff := Effective(p, table)
	b, _ := p.Col("b")
	c, _ := p.Col("c")
	if eff[0] != 1 || !near(eff[b], 0.25, 1e-15) || !near(eff[c], 1./3, 1e-15) || !missing(eff[len(eff)-1]) {
		t.Error("effective weights", eff)
	}
}

func TestRunFollowsTheGapsRules(t *testing.T) {
	p := plant(branch{id: "root", parts: []branch{
		{id: "zero", weight: 1, set: func(n *index.PlanNode) { n.Missing = "zero" },
			parts: []branch{{id: "a", weight: 1, set: func(n *index.PlanNode) { n.Missing = "zero" }}, {id: "b", weight: 1, set: func(n *index.PlanNode) { n.Missing = "zero" }}}},
		{id: "held", weight: 1, parts: []branch{{id: "c", weight: 1, set: func(n *index.PlanNode) { n.Missing = "withhold" }}, leaf("d", 1)}},
	}})
	n := nan
	table := filled(p, map[string][]float64{"a": {10, n, n, n}, "b": {20, 20, n, n}, "c": {6, 6, n, n}, "d": {8, n, 8, n}})
	table.Unranked[3] = say("bị loại", "screened out")
	if _, found := Run(p, table, nil, 1); len(found) > 0 {
		t.Fatal(found)
	}
	want(t, table, "a", 10, 0, 0, n)
	want(t, table, "zero", 15, 10, 0, n)
	want(t, table, "held", 7, 6, n, n)
	want(t, table, "root", 11, 8, 0, n)
	for _, c := range []struct {
		node string
		row  int
		code string
	}{{"a", 1, "missing-zero"}, {"held", 1, "reweighted"}, {"held", 2, "withheld"}, {"root", 2, "reweighted"}, {"a", 3, ""}, {"root", 3, ""}, {"root", 0, ""}} {
		k, _ := table.Col(c.node)
		code := ""
		for _, m := range table.Marks(k, c.row) {
			code += m.Code
			if m.Note.VI == "" || m.Note.EN == "" {
				t.Errorf("%s says nothing", m.Code)
			}
		}
		if code != c.code {
			t.Errorf("%s row %d is marked %q, want %q", c.node, c.row, code, c.code)
		}
	}
}

func TestRunOfIncompleteEditions(t *testing.T) {
	make := func(compute string) (*index.Plan, *cube.Table) {
		p := plant(branch{id: "root", parts: []branch{leaf("a", 1), {id: "b", weight: 1, set: func(n *index.PlanNode) { n.Missing = "zero" }}}})
		p.Edition.Compute = compute
		return p, filled(p, map[string][]float64{"a": {1, 2}, "b": {3, nan}})
	}
	p, table := make("scores")
	if _, found := Run(p, table, nil, 1); len(found) > 0 {
		t.Fatal(found)
	}
	want(t, table, "root", 2, nan)
	want(t, table, "b", 3, nan)
	p, table = make("none")
	Run(p, table, nil, 1)
	if table.Has(cube.Score, 0) || table.Has(cube.Score, 1) {
		t.Error("a published edition was scored")
	}
}

func TestRunRefusesWhatHasNoValue(t *testing.T) {
	p := plant(branch{id: "root", parts: []branch{
		{id: "g", weight: 1, set: func(n *index.PlanNode) { n.Combine = method("geometric") }, parts: []branch{leaf("a", 1), leaf("b", 1)}},
		{id: "w", weight: 1, parts: []branch{leaf("c", 0), leaf("d", 0)}},
		{id: "u", weight: 1, set: func(n *index.PlanNode) { n.Combine = method("middling"); n.Weighting = method("loud") }, parts: []branch{leaf("e", 1)}},
		{id: "i", weight: 1, set: func(n *index.PlanNode) { n.Combine = method("median"); n.Weighting = method("bod") }, parts: []branch{leaf("f", 1)}},
	}})
	x := []float64{0, 5, 7}
	table := filled(p, map[string][]float64{"a": x, "b": x, "c": x, "d": x, "e": x, "f": x})
	_, found := Run(p, table, nil, 1)
	got := map[string]string{}
	for _, f := range found {
		got[f.Code] = f.Found
		if f.Place.Line == 0 || f.Index != "x" || f.Edition != "2020" {
			t.Errorf("%s has no place: %+v", f.Code, f)
		}
		for _, text := range []problem.Text{f.What, f.Expected, f.Remedy} {
			if strings.Contains(text.VI+text.EN, "{") || text.VI == "" || text.EN == "" {
				t.Errorf("%s: %q / %q", f.Code, text.VI, text.EN)
			}
		}
	}
	if got["combine-no-value"] == "" || got["weights-sum-zero"] != "0" || got["combine-unknown"] != "middling" || got["weighting-unknown"] != "loud" || got["weighting-needs-mean"] != "median" {
		t.Error(got)
	}
	want(t, table, "g", nan, 5, 7)
	want(t, table, "u", x...)
}

func TestRunRescalesANodeThatAsksForIt(t *testing.T) {
	made := func() *index.Plan {
		p := plant(branch{id: "root", parts: []branch{{id: "a", weight: 1, set: func(n *index.PlanNode) { n.Node.Normalise = method("minmax:0:1") }, parts: []branch{leaf("x", 1), leaf("y", 1)}}}})
		p.Across = "editions"
		return p
	}
	p, q := made(), made()
	rescale := func(p *index.Plan, t *cube.Table, node int, dst, x, pool []float64) problem.List {
		if p.Nodes[node].ID != "a" {
			return problem.List{{Code: "wrong node"}}
		}
		if pool == nil {
			pool = x
		}
		low, high := slices.Min(pool), slices.Max(pool)
		for i, v := range x {
			dst[i] = (v - low) / (high - low)
		}
		return nil
	}
	one := filled(p, map[string][]float64{"x": {0, 10}, "y": {0, 10}})
	two := filled(q, map[string][]float64{"x": {0, 40}, "y": {0, 40}})
	if _, found := RunAll([]*index.Plan{p, q}, []*cube.Table{one, two}, rescale, 1); len(found) > 0 {
		t.Fatal(found)
	}
	want(t, one, "a", 0, 0.25)
	want(t, one, "root", 0, 0.25)
	want(t, two, "root", 0, 1)
	alone := filled(p, map[string][]float64{"x": {0, 10}, "y": {0, 10}})
	Run(p, alone, rescale, 1)
	want(t, alone, "root", 0, 1)
}

// weighed runs one node over the TAI columns with a weighting.
func weighed(t *testing.T, set func(*index.PlanNode), cols [][]float64) (*cube.Table, Report, problem.List) {
	t.Helper()
	normal := map[string][]float64{}
	b := branch{id: "root", set: set}
	for k, id := range tai[:len(cols)] {
		b.parts = append(b.parts, leaf(id, 1))
		normal[id] = cols[k]
	}
	p := plant(b)
	table := filled(p, normal)
	report, found := Run(p, table, nil, 1)
	return table, report, found
}

func TestRunWeighsByData(t *testing.T) {
	cols := minmax(taiColumns(t))
	for _, name := range []string{"pca", "fa", "entropy", "critic", "importance"} {
		table, report, found := weighed(t, func(n *index.PlanNode) { n.Weighting = method(name) }, cols)
		w := report.Of(0)
		if found.Faults() > 0 || w == nil || w.Method != name || len(w.Weights) != 8 || w.Units != 23 || !slices.Equal(w.Weights, table.Weights(0)) {
			t.Fatal(name, found, w)
		}
		row := func(i int) (x []float64) {
			for _, c := range cols {
				x = append(x, c[i])
			}
			return x
		}
		for i, s := range scores(table, "root") {
			if s != find(t, "mean").Row(row(i), w.Weights) {
				t.Errorf("%s: row %d does not follow the weights", name, i)
			}
		}
		negative := slices.Min(w.Weights) < 0
		if doubted := slices.ContainsFunc(found, func(p problem.Problem) bool { return p.Code == "weighting-negative-weight" }); doubted != negative {
			t.Errorf("%s: %v, told %v", name, w.Weights, doubted)
		}
	}
}

func TestRunBenefitOfTheDoubt(t *testing.T) {
	table, report, found := weighed(t, func(n *index.PlanNode) {
		n.Weighting, n.Bounds = method("bod"), &[2]float64{0.10, 0.15}
	}, minmax(taiColumns(t)))
	w := report.Of(0)
	if len(found) > 0 || w == nil || w.Doubt == nil || w.Weights != nil || table.Weights(0) != nil {
		t.Fatal(found, w)
	}
	for i, s := range scores(table, "root") {
		if !near(s, w.Doubt.Scores[i]*100, 1e-12) {
			t.Error(i, s)
		}
	}
}

func TestRunTellsWhyWeightsFail(t *testing.T) {
	flat := [][]float64{{1, 2, 3}, {5, 5, 5}}
	minus := [][]float64{{1, 2, 3}, {-1, 5, 6}}
	for _, c := range []struct {
		weighting, code string
		cols            [][]float64
		set             func(*index.PlanNode)
	}{
		{"fa", "weighting-constant-part", flat, nil},
		{"pca", "weighting-few-units", [][]float64{{1, nan, 3}, {nan, 2, 3}}, nil},
		{"entropy", "weighting-negative-values", minus, nil},
		{"bod", "weighting-negative-values", minus, nil},
		{"ahp", "weighting-pairwise", flat, nil},
		{"ahp", "weighting-pairwise", flat, func(n *index.PlanNode) { n.Pairwise = [][]float64{{1, 2}, {2, 1}} }},
		{"importance", "weighting-unsolved", [][]float64{{1, 2, 3}, {3, 2, 1}}, nil},
	} {
		table, _, found := weighed(t, func(n *index.PlanNode) {
			n.Weighting = method(c.weighting)
			if c.set != nil {
				c.set(n)
			}
		}, c.cols)
		if len(found) != 1 || found[0].Code != c.code || strings.Contains(found[0].In("vi")+found[0].In("en"), "{") {
			t.Errorf("%s: %v, want %s", c.weighting, found, c.code)
		}
		if table.At(cube.Score, 0).Present() != 0 {
			t.Errorf("%s: scores without weights", c.weighting)
		}
	}
	_, _, found := weighed(t, func(n *index.PlanNode) {
		n.Weighting, n.Pairwise = method("ahp"), [][]float64{{1, 9, 1. / 9}, {1. / 9, 1, 9}, {9, 1. / 9, 1}}
	}, [][]float64{{1, 2}, {3, 4}, {5, 6}})
	if len(found) != 1 || found[0].Code != "weighting-pairwise-inconsistent" || found[0].Severity != problem.Doubt {
		t.Error(found)
	}
}

func TestFigure4OfTheHandbook(t *testing.T) { // goalpost scores of two countries, printed to two digits
	posts, raw := goalposts(t), table(t, "tai_raw_23.csv")
	for _, r := range table(t, "tai_figure4_goalpost_scores.csv") {
		i := slices.IndexFunc(raw, func(u map[string]string) bool { return u["uCode"] == r["uCode"] })
		var row []float64
		for k, c := range posts {
			row = append(row, c[i])
			if math.Abs(c[i]*100-number(t, r[tai[k]])) > 1.01 {
				t.Errorf("%s %s: %v, printed %s", r["uCode"], tai[k], c[i]*100, r[tai[k]])
			}
		}
		if got := find(t, "mean").Row(row, equal(8)) * 100; math.Abs(got-number(t, r["TAI"])) > 0.5 {
			t.Errorf("%s: %v, printed %s", r["uCode"], got, r["TAI"])
		}
	}
}

// big is 10,000 units × 100 indicators in ten pillars of two sub-indices.
func big(units int) (*index.Plan, map[string][]float64) {
	rng := rand.New(rand.NewPCG(3, 4))
	normal := map[string][]float64{}
	root := branch{id: "root"}
	for s := range 2 {
		sub := branch{id: "sub" + string(rune('0'+s)), weight: 1}
		for k := range 5 {
			pillar := branch{id: sub.id + string(rune('a'+k)), weight: 1 + float64(k)}
			for j := range 10 {
				id := pillar.id + string(rune('0'+j))
				pillar.parts = append(pillar.parts, leaf(id, 1+float64(j)/10))
				x := make([]float64, units)
				for i := range x {
					x[i] = rng.Float64() * 100
				}
				normal[id] = x
			}
			sub.parts = append(sub.parts, pillar)
		}
		root.parts = append(root.parts, sub)
	}
	return plant(root), normal
}

func TestRunIsTheSameOnAnyNumberOfCores(t *testing.T) {
	p, normal := big(9001)
	var first []float64
	for _, workers := range []int{1, 2, 3, 8} {
		table := filled(p, normal)
		if _, found := Run(p, table, nil, workers); len(found) > 0 {
			t.Fatal(found)
		}
		if got := scores(table, "root"); first == nil {
			first = got
		} else if !slices.Equal(first, got) {
			t.Fatalf("%d workers differ", workers)
		}
	}
}

func TestStepsAllocateNothing(t *testing.T) {
	p, normal := big(300)
	tree, _ := NewTree(p)
	columns := make([][]float64, len(p.Nodes))
	for k := range p.Nodes {
		columns[k] = make([]float64, 300)
		copy(columns[k], normal[p.Nodes[k].ID])
	}
	for _, name := range []string{"mean", "geometric", "harmonic", "generalised:2", "median", "minimum", "mpi", "ampi"} {
		s := NewScratch()
		walk := func() {
			for k := range tree.Steps {
				step := &tree.Steps[k]
				step.Into(columns[step.Node], columns, nil, s, 1)
			}
		}
		for k := range tree.Steps {
			tree.Steps[k].Combine = find(t, name)
		}
		walk()
		if n := testing.AllocsPerRun(5, walk); n > 0 {
			t.Errorf("%s: %v allocations a walk", name, n)
		}
	}
}

func BenchmarkRun10000x100(b *testing.B) {
	p, normal := big(10000)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		table := filled(p, normal)
		b.StartTimer()
		Run(p, table, nil, 2)
	}
}
