package view

import (
	"os"
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// collected is the sample of collecting indices with a table in which every layer of every criterion is laid: unit A has
// all, unit B is withheld on level4, unit C has level4 and all of people left out.
func collected(t *testing.T, public string) (*index.Index, *cube.Cube) {
	t.Helper()
	src, err := os.ReadFile("../../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", []byte(strings.Replace(string(src), "public: {nodes: all, layers: [appraised]}", public, 1)), nil)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	c := &cube.Cube{Index: "mau"}
	for _, p := range ix.Plans {
		c.Tables = append(c.Tables, filledTable(p))
	}
	return ix, c
}

func filledTable(p *index.Plan) *cube.Table {
	t := cube.New(p.Edition.ID, []string{"A", "B", "C"}, p.IDs())
	place := cube.SheetColumn{File: "data/mau/2026/forms/a.xlsx", Sheet: "Trả lời", Column: 7, Rows: []int32{5, 5, 5}}
	level4, _ := p.Col("level4")
	people, _ := p.Col("people")
	for k := range p.Nodes {
		n := &p.Nodes[k]
		column := func(x float64) cube.Column {
			b, c := x/2, x/4
			if k == level4 || k == 0 || n.ID == "services" {
				b = nan
			}
			if k == level4 || k == people || n.Parent == people {
				c = nan
			}
			return cube.Seal([]float64{x, b, c})
		}
		for i, l := range []cube.Layer{cube.Score, cube.PublishedScore, cube.Normal, cube.Value, cube.Filled, cube.Treated, cube.Self, cube.Appraised, cube.Measured} {
			if n.Leaf() || i < 2 {
				t.Lay(l, k, column(float64(k+1)/float64(100+i)))
				t.SetOrigin(l, k, place)
			}
		}
		t.LayRanking(k, &cube.Ranking{Place: []int32{1, 2, 3}, Of: []int32{3}})
		t.Groups = append(t.Groups, cube.GroupRanking{Scheme: "region", Group: "x", Node: k})
		for _, code := range []string{"withheld", "filled:mean", "appraised", "self-counted", "reason:no_data"} {
			t.AddMark(k, 0, cube.Mark{Code: code})
		}
		if k == level4 {
			t.SetReason(k, 1, cube.Reason{Code: "no_data", Effect: "withhold"})
			t.SetReason(k, 2, cube.Reason{Code: "not_applicable", Effect: "exclude"})
		}
		if n.Parent == people {
			t.SetReason(k, 2, cube.Reason{Code: "not_applicable", Effect: "exclude"})
		}
	}
	for _, name := range []string{"services_total", "services_level4", "portal_rate", "staff", "population"} {
		t.LayGiven(cube.Given{Name: name, Column: cube.Seal([]float64{1, 2, 3}), Origin: place})
	}
	return t
}

// layersOf lists what a table holds of a node.
func layersOf(t *cube.Table, node string) string {
	k, ok := t.Col(node)
	if !ok {
		return "none"
	}
	var all []string
	for l := cube.Value; l <= cube.Measured; l++ {
		if t.Has(l, k) {
			s := l.String()
			if t.Origin(l, k) != nil {
				s += "+"
			}
			all = append(all, s)
		}
	}
	for _, m := range t.Marks(k, 0) {
		all = append(all, m.Code)
	}
	for row := 1; row < 3; row++ {
		if r, ok := t.Reason(k, row); ok {
			all = append(all, t.Units[row]+":"+r.Code+":"+r.Effect)
		}
	}
	return strings.Join(all, " ")
}

func TestPublicOf(t *testing.T) {
	const printed = "published_score+ "
	for _, c := range []struct{ public, level4, services, given string }{
		{"public: {nodes: combined}", "none", "value published_score+ filled treated normal score withheld B:undisclosed:withhold", ""},
		{"public: {nodes: all, layers: []}", printed + "normal score withheld B:undisclosed:withhold C:undisclosed:exclude", printed + "score withheld", ""},
		{"public: {nodes: all, layers: [appraised]}", printed + "normal score appraised+ measured+ withheld appraised B:undisclosed:withhold C:undisclosed:exclude", printed + "score withheld appraised", ""},
		{"public: {nodes: all, layers: [self, reason]}", printed + "normal score self+ withheld self-counted reason:no_data B:no_data:withhold C:not_applicable:exclude", printed + "score withheld self-counted reason:no_data", ""},
		{"public: {nodes: all, layers: [value]}", "value+ " + printed + "filled treated normal score withheld filled:mean B:undisclosed:withhold C:undisclosed:exclude",
			printed + "score withheld filled:mean", "portal_rate services_level4 services_total staff"},
		{"public: {nodes: [services, people, level4], layers: [value]}", "value+ " + printed + "filled treated normal score withheld filled:mean B:undisclosed:withhold C:undisclosed:exclude",
			"value published_score+ filled treated normal score withheld filled:mean B:undisclosed:withhold", "services_level4 services_total"},
	} {
		ix, whole := collected(t, c.public)
		open, cubes := PublicOf(ix, whole)
		if len(cubes.Tables) != 2 || len(open.Plans) != 2 {
			t.Fatalf("%s: %d tables", c.public, len(cubes.Tables))
		}
		table, p := cubes.Tables[1], open.Plans[1]
		if got := layersOf(table, "level4"); got != c.level4 {
			t.Errorf("%s: level4 has\n%s, want\n%s", c.public, got, c.level4)
		}
		if got := layersOf(table, "services"); got != c.services {
			t.Errorf("%s: services has\n%s, want\n%s", c.public, got, c.services)
		}
		if got := strings.Join(table.GivenNames(), " "); got != c.given {
			t.Errorf("%s: given %s, want %s", c.public, got, c.given)
		}
		if !slices.Equal(table.Nodes, p.IDs()) {
			t.Errorf("%s: the table has %v, the plan %v", c.public, table.Nodes, p.IDs())
		}
		for _, g := range table.Groups {
			if g.Node >= len(p.Nodes) {
				t.Errorf("%s: a ranking of groups of column %d", c.public, g.Node)
			}
		}
		if len(table.Groups) != len(p.Nodes) {
			t.Errorf("%s: %d rankings of groups for %d nodes", c.public, len(table.Groups), len(p.Nodes))
		}
		for k, n := range p.Nodes {
			old, _ := whole.Tables[1].Col(n.ID)
			if !table.At(cube.Score, k).Same(whole.Tables[1].At(cube.Score, old)) || table.Ranking(k) != whole.Tables[1].Ranking(old) {
				t.Errorf("%s: score or rank of %s is another", c.public, n.ID)
			}
		}
	}
}

func TestPublicOfKeepsWhatLeavesAPillarOut(t *testing.T) {
	ix, whole := collected(t, "public: {nodes: combined}")
	_, open := PublicOf(ix, whole)
	if got := layersOf(open.Tables[1], "people"); !strings.HasSuffix(got, "C:undisclosed:exclude") {
		t.Errorf("people has %s", got)
	}
	if whole.Tables[1].Given("staff") == nil || !whole.Tables[1].Has(cube.Value, 2) {
		t.Error("the whole table was changed")
	}
}

func TestPublicOfAnOpenIndexIsItself(t *testing.T) {
	ix, whole := collected(t, "")
	if open, c := PublicOf(ix, whole); open != ix || c != whole {
		t.Error("an index that hides nothing comes back changed")
	}
}

func TestPublicProblemsTellNoCells(t *testing.T) {
	ix, _ := collected(t, "public: {nodes: combined}")
	code := problem.Catalogue()[0].Code
	list := problem.List{{Code: code, Index: "mau", Edition: "2026", Unit: "A", Found: "987.654", What: problem.Text{VI: "tất cả bằng 987.654", EN: "all 987.654"}, Place: problem.Place{File: "index.yaml", Line: 3}},
		{Code: code, Index: "egdi", Edition: "2026", Found: "1.5", What: problem.Text{VI: "x", EN: "x"}}}
	got := PublicProblems(list, []*index.Index{ix})
	if strings.Contains(got[0].In("vi")+got[0].In("en"), "987") || got[0].Unit != "" || got[0].What.VI == "" || got[0].Place.Line != 3 {
		t.Errorf("%+v", got[0])
	}
	if got[1] != list[1] || list[0].Found == "" {
		t.Errorf("%+v", got[1])
	}
}

// The gap by hand: A gives itself 5 + 8 = 13 where the appraisers give 3 + 9 = 12; B 4 against 2.
func TestGaps(t *testing.T) {
	ix, _ := collected(t, "")
	p := ix.Plans[1]
	table := cube.New("2026", []string{"A", "B", "C"}, p.IDs())
	level4, _ := p.Col("level4")
	online, _ := p.Col("online")
	table.Lay(cube.Self, level4, cube.Seal([]float64{0.5, 0.4, 1}))
	table.Lay(cube.Score, level4, cube.Seal([]float64{0.3, 0.2, 1}))
	table.Lay(cube.Appraised, level4, cube.Seal([]float64{3, 2, nan}))
	table.Lay(cube.Self, online, cube.Seal([]float64{0.8, nan, nan}))
	table.Lay(cube.Score, online, cube.Seal([]float64{0.9, nan, nan}))
	table.Lay(cube.Appraised, online, cube.Seal([]float64{9, nan, nan}))
	grades := GradesOf(p, table, []form.Appraisal{{Unit: "A", Node: "level4", Points: 3, Verdict: "insufficient", Reason: "thiếu"}})
	if len(grades) != 4 || grades[0].Counts != "appraised" || grades[0].Verdict != "insufficient" || grades[0].Reason != "thiếu" || grades[3].Row != 2 || grades[3].Counts != "self" {
		t.Fatalf("%+v", grades)
	}
	g := GapsOf(grades)
	near := func(a, b float64) bool { return a-b < 1e-12 && b-a < 1e-12 }
	w := g.Whole
	if w.Compared != 3 || !near(w.Self, 17) || !near(w.Appraised, 14) || !near(w.Gap, 3) || w.Lowered != 2 || w.Raised != 1 || !near(w.Widest, 2) {
		t.Errorf("%+v", w)
	}
	if len(g.Units) != 2 || g.Units[0].At != 0 || !near(g.Units[0].Gap, 1) || !near(g.Units[1].Gap, 2) {
		t.Errorf("by unit %+v", g.Units)
	}
	if len(g.Criteria) != 2 || g.Criteria[0].At != level4 || !near(g.Criteria[0].Gap, 4) || !near(g.Criteria[1].Gap, -1) {
		t.Errorf("by criterion %+v", g.Criteria)
	}
	reg, _ := units.Parse(units.Files{})
	r := New(Input{Units: reg, Indices: []*index.Index{ix}, Cubes: []*cube.Cube{{Index: "mau", Tables: []*cube.Table{table}}}})
	e := r.Boards[0].Editions[0]
	byUnit, criteria := r.GapTables(VI, e)
	if len(byUnit.Rows) != 2 || byUnit.Rows[0].Cells[4].Text != "+2,00" || criteria.Rows[0].Cells[0].Text != "Tỷ lệ dịch vụ mức độ 4" {
		t.Errorf("%+v\n%+v", byUnit, criteria)
	}
	if s := r.GapMessage(EN, e); !strings.Contains(s, "17.00") || !strings.Contains(s, "+3.00") {
		t.Error(s)
	}
}
