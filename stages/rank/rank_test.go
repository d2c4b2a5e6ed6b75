package rank

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// made is an edition of one root over one indicator, with the scores given to both.
func made(x []float64, set func(*index.Plan, *cube.Table)) (*index.Plan, *cube.Table) {
	p := &index.Plan{Index: &index.Index{ID: "x"}, Edition: &index.Edition{ID: "2020", Compute: "ranks"}, Scale: index.Scale{To: 10, Decimals: 1}}
	p.Nodes = []index.PlanNode{
		{Node: &index.Node{ID: "root", Place: problem.Place{File: "index.yaml", Line: 3}}, Parent: -1, Level: 2, Children: []index.Child{{Col: 1, Weight: 1}}},
		{Node: &index.Node{ID: "leaf"}, Col: 1, Level: 1}}
	codes := make([]string, len(x))
	for i := range codes {
		codes[i] = string(rune('A' + i))
	}
	t := cube.New("2020", codes, p.IDs())
	t.Lay(cube.Score, 0, cube.Seal(slices.Clone(x)))
	t.Lay(cube.Score, 1, cube.Seal(slices.Clone(x)))
	if set != nil {
		set(p, t)
	}
	return p, t
}

func TestNodesAreRankedOnPublishedDecimals(t *testing.T) {
	x := []float64{5.04, 5.01, 7.5, nan}
	p, table := made(x, nil)
	Run(p, table, nil, nil, 1)
	if r := table.Ranking(0); !slices.Equal(r.Place, []int32{2, 2, 1, 0}) || !slices.Equal(r.Of, []int32{3}) {
		t.Error("root", r)
	}
	if r := table.Ranking(1); !slices.Equal(r.Place, []int32{2, 3, 1, 0}) {
		t.Error("indicator", r)
	}
	p, table = made(x, func(p *index.Plan, _ *cube.Table) { p.Rank.On = "full" })
	Run(p, table, nil, nil, 1)
	if r := table.Ranking(0); !slices.Equal(r.Place, []int32{2, 3, 1, 0}) {
		t.Error("full precision", r)
	}
}

func TestUnrankedUnits(t *testing.T) {
	p, table := made([]float64{9, 8, 7}, func(p *index.Plan, t *cube.Table) {
		p.Edition.Unranked = []index.Unranked{{Unit: "A"}}
		t.Unranked[0] = problem.Text{VI: "ngoài xếp hạng"}
		t.Unranked[1] = problem.Text{VI: "bị sàng lọc"}
	})
	Run(p, table, nil, nil, 1)
	if r := table.Ranking(0); !slices.Equal(r.Place, []int32{0, 0, 1}) {
		t.Error("root", r.Place)
	}
	if r := table.Ranking(1); !slices.Equal(r.Place, []int32{1, 0, 2}) {
		t.Error("indicator", r.Place)
	}
}

func TestNothingIsRankedInIncompleteEditions(t *testing.T) {
	for _, compute := range []string{"scores", "none"} {
		p, table := made([]float64{1, 2}, func(p *index.Plan, _ *cube.Table) { p.Edition.Compute = compute })
		Run(p, table, nil, nil, 1)
		if table.Ranking(0) != nil || table.Class != nil {
			t.Error(compute)
		}
	}
	p, table := made([]float64{nan, nan}, nil)
	if found := Run(p, table, nil, nil, 1); len(found) > 0 || table.Ranking(0) != nil {
		t.Error("nobody has a score", found)
	}
}

func TestBlocksAreRankedApart(t *testing.T) {
	blocks := func(p *index.Plan, t *cube.Table) {
		t.Blocks, t.Block = []string{"big", "small"}, []int16{0, 1, 0, 1, 1}
		p.Rank.Groups = []string{"where"}
		p.Rank.Ties = "average"
		p.Edition.Blocks = []index.Block{{ID: "big", Size: 2}, {ID: "small", Size: 4}}
	}
	where := func(unit, scheme string) string {
		return map[string]string{"A": "north", "B": "north", "C": "north"}[unit]
	}
	p, table := made([]float64{5, 9, 6, 1, 1}, blocks)
	found := Run(p, table, nil, where, 2)
	r := table.Ranking(0)
	if !slices.Equal(r.Place, []int32{2, 1, 1, 2, 2}) || !slices.Equal(r.Of, []int32{2, 3}) || r.Average[3] != 2.5 || r.Average[0] != 2 {
		t.Error(r)
	}
	if len(table.Groups) != 4 || len(table.Groups[0].Rows) != 2 || table.Groups[1].Place[0] != 1 || table.Groups[1].Of() != 1 {
		t.Error(table.Groups)
	}
	if len(found) != 1 || found[0].Code != "rank-size" || !strings.Contains(found[0].In("vi"), "small") || strings.Contains(found[0].In("en"), "{") {
		t.Error(found)
	}
	q, next := made([]float64{5, 9, 6, 1, 1}, blocks)
	next.Block[0], q.Previous = 1, p
	Run(q, next, table, nil, 1)
	if r := next.Ranking(0); !slices.Equal(r.Previous, []int32{0, 1, 1, 2, 2}) {
		t.Error("a unit that changed its block is compared", r.Previous)
	}
}

func TestPreviousPlacesByCode(t *testing.T) {
	p, table := made([]float64{3, 2, 1}, nil)
	Run(p, table, nil, nil, 1)
	q, next := made([]float64{1, 2, 3, 4}, func(q *index.Plan, t *cube.Table) { q.Previous = p })
	next.Units[0], next.Units[2] = "C", "A"
	before, after := table, cube.New("2021", []string{"C", "B", "A", "D"}, []string{"root", "leaf"})
	after.Lay(cube.Score, 0, next.At(cube.Score, 0))
	Run(q, after, before, nil, 1)
	if r := after.Ranking(0); !slices.Equal(r.Place, []int32{4, 3, 2, 1}) || !slices.Equal(r.Previous, []int32{3, 2, 1, 0}) {
		t.Error(r)
	}
	q.Previous = nil
	again := cube.New("2021", after.Units, after.Nodes)
	again.Lay(cube.Score, 0, next.At(cube.Score, 0))
	Run(q, again, before, nil, 1)
	if again.Ranking(0).Previous != nil || again.Ranking(1) != nil {
		t.Error("compared with an edition that is not to be compared")
	}
}

func bands(method string, from ...float64) func(*index.Plan, *cube.Table) {
	return func(p *index.Plan, _ *cube.Table) {
		p.Classes.Method = method
		for _, f := range from {
			p.Classes.List = append(p.Classes.List, index.Class{From: f})
		}
	}
}

func TestClasses(t *testing.T) {
	x := []float64{7.46, 7.44, 5, 2, nan, 9}
	for _, c := range []struct {
		set  func(*index.Plan, *cube.Table)
		want []int8
		code string
	}{
		{bands("", 7.5, 5, 0), []int8{0, 1, 1, 2, -1, 0}, ""}, // 7.46 is published as 7.5
		{bands("", 7.5, 5), []int8{0, 1, 1, -1, -1, 0}, "rank-class-gap"},
		{bands("quantiles", 0, 0), []int8{0, 0, 1, 1, -1, 0}, ""},
		{bands("natural_breaks", 0, 0), []int8{0, 0, 1, 1, -1, 0}, ""},
		{bands("natural_breaks", 0, 0, 0, 0, 0, 0), []int8{1, 2, 3, 4, -1, 0}, "rank-classes-few"},
	} {
		p, table := made(x, c.set)
		found := Run(p, table, nil, nil, 1)
		if !slices.Equal(table.Class, c.want) {
			t.Errorf("%v: %v, want %v", p.Classes, table.Class, c.want)
		}
		code := ""
		for _, f := range found {
			code += f.Code
			if strings.Contains(f.In("vi")+f.In("en"), "{") || f.Place.Line == 0 {
				t.Error(f)
			}
		}
		if code != c.code {
			t.Errorf("%v: %v, want %s", p.Classes, found, c.code)
		}
	}
}

func BenchmarkRun10000x111(b *testing.B) { // every node of a tree of 100 indicators
	rng := rand.New(rand.NewPCG(1, 1))
	p := &index.Plan{Index: &index.Index{}, Edition: &index.Edition{}, Scale: index.Scale{Decimals: 4}}
	columns := make([]cube.Column, 111)
	for k := range columns {
		n := index.PlanNode{Node: &index.Node{ID: string(rune('a'+k/26)) + string(rune('a'+k%26))}, Col: k, Parent: 1, Level: 1}
		if k < 11 {
			n.Children = []index.Child{{}}
		}
		p.Nodes = append(p.Nodes, n)
		x := make([]float64, 10000)
		for i := range x {
			x[i] = rng.Float64() * 100
		}
		columns[k] = cube.Seal(x)
	}
	codes := make([]string, 10000)
	for i := range codes {
		codes[i] = string(rune(i))
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		t := cube.New("", codes, p.IDs())
		for k, c := range columns {
			t.Lay(cube.Score, k, c)
		}
		b.StartTimer()
		Run(p, t, nil, nil, 2)
	}
}
