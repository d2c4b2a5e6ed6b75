package index

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xephang/stages/problem"
)

func parseGood(t testing.TB, name string) *Index {
	t.Helper()
	src, err := os.ReadFile("testdata/good/" + name)
	if err != nil {
		t.Fatal(err)
	}
	ix, problems := Parse(name, strings.TrimSuffix(name, ".yaml"), src, nil)
	for _, p := range problems {
		t.Fatal(p.In("en"))
	}
	return ix
}

// sound holds a plan against what every plan promises.
func sound(t testing.TB, p *Plan) {
	t.Helper()
	leaves := 0.0
	for i, n := range p.Nodes {
		if n.Col != i || n.Parent >= i {
			t.Errorf("%s: node %s out of order", p.Edition.ID, n.ID)
		}
		if n.Leaf() != (n.Level == 1) {
			t.Errorf("%s: node %s has level %d and %d children", p.Edition.ID, n.ID, n.Level, len(n.Children))
		}
		if n.Leaf() && n.Effective == n.Effective {
			leaves += n.Effective
		}
		for _, text := range p.Explain(i) {
			if text.VI == "" || text.EN == "" || strings.ContainsAny(text.VI+text.EN, "«»{}") {
				t.Errorf("%s: node %s is explained by %q", p.Edition.ID, n.ID, text)
			}
		}
	}
	if math.Abs(leaves-1) > 1e-9 && given(p) {
		t.Errorf("%s: effective weights sum to %v", p.Edition.ID, leaves)
	}
	done := map[int]bool{}
	for _, i := range p.Upward() {
		for _, c := range p.Nodes[i].Children {
			if !done[c.Col] {
				t.Errorf("%s: %s comes before its part %s", p.Edition.ID, p.Nodes[i].ID, p.Nodes[c.Col].ID)
			}
		}
		done[i] = true
	}
}

func given(p *Plan) bool {
	return !slices.ContainsFunc(p.Nodes, func(n PlanNode) bool {
		return !n.Leaf() && n.Weighting.Name != "given" && n.Weighting.Name != "equal"
	})
}

// row is what a test says of a node of a plan.
type row struct {
	ID       string
	Parent   int
	Level    int
	Points   float64
	Combine  string
	Missing  string
	Children []Child
}

func rows(p *Plan) (all []row) {
	for _, n := range p.Nodes {
		all = append(all, row{n.ID, n.Parent, n.Level, n.Points, n.Combine.String(), n.Missing, n.Children})
	}
	return all
}

func TestPlanOfEGDI(t *testing.T) {
	ix := parseGood(t, "egdi.yaml")
	for _, p := range ix.Plans {
		sound(t, p)
	}
	p := ix.Plans[2]
	want := []row{
		{"egdi", -1, 2, 0, "mean", "exclude", []Child{{1, 0.34}, {2, 0.33}, {3, 0.33}}},
		{"osi", 0, 1, 0, "", "exclude", nil}, {"tii", 0, 1, 0, "", "exclude", nil}, {"hci", 0, 1, 0, "", "exclude", nil},
		{"epi", -1, 1, 0, "", "exclude", nil},
	}
	if d := cmp.Diff(want, rows(p)); d != "" {
		t.Error("2008: -want +got\n" + d)
	}
	if p.Nodes[1].Effective != 0.34 || !math.IsNaN(p.Nodes[4].Effective) {
		t.Errorf("effective weights %v, %v", p.Nodes[1].Effective, p.Nodes[4].Effective)
	}
	type edition struct {
		Decimals int
		Previous string
		AsOf     string
	}
	var got []edition
	for _, p := range ix.Plans {
		e := edition{p.Scale.Decimals, "", p.AsOf.String()}
		if p.Previous != nil {
			e.Previous = p.Previous.Edition.ID
		}
		if p.Edition.Decimals != p.Scale.Decimals {
			t.Errorf("%s: decimals %d and %d", p.Edition.ID, p.Edition.Decimals, p.Scale.Decimals)
		}
		got = append(got, e)
	}
	if d := cmp.Diff([]edition{{5, "", "2003-12-31"}, {5, "2003", "2005-12-31"}, {5, "2005", "2008-12-31"}, {5, "2008", "2010-12-31"},
		{4, "2005", "2018-12-31"}, {4, "", "2020-12-31"}}, got); d != "" {
		t.Error("-want +got\n" + d)
	}
	if c := p.Classes.ClassOf(0.5); c != 1 || p.Classes.List[c].Name.EN != "High" {
		t.Errorf("class of 0.5 is %d", c)
	}
	if r := p.Rank; r.Ties != "competition" || r.On != "published_decimals" || len(r.Groups) != 2 {
		t.Errorf("rank rule %+v", r)
	}
}

func TestPlanOfPoints(t *testing.T) {
	ix := parseGood(t, "dti.yaml")
	want := [][]row{{
		{"dti", -1, 3, 60, "points", "zero", []Child{{1, 30}, {5, 30}}},
		{"gov", 0, 2, 30, "points", "withhold", []Child{{2, 10}, {3, 20}}},
		{"level4", 1, 1, 10, "", "withhold", nil}, {"staff", 1, 1, 20, "", "exclude", nil}, {"noted", 1, 1, 0, "", "withhold", nil},
		{"plan", 0, 1, 30, "", "zero", nil},
		{"core", -1, 2, 40, "points", "zero", []Child{{2, 10}, {5, 30}}},
	}, {
		{"dti", -1, 2, 0, "mean", "withhold", []Child{{1, 2}, {2, 1}}},
		{"gov", 0, 1, 0, "", "withhold", nil}, {"society", 0, 1, 0, "", "withhold", nil},
	}}
	for i, p := range ix.Plans {
		sound(t, p)
		if d := cmp.Diff(want[i], rows(p)); d != "" {
			t.Errorf("%s: -want +got\n%s", p.Edition.ID, d)
		}
	}
	if got := ix.Plans[0].Inputs(); !slices.Equal(got, []string{"headcount", "plan_drafted", "plan_signed", "services_level4", "services_total"}) {
		t.Errorf("inputs %q", got)
	}
	if name := ix.Plans[1].Nodes[1].Name.VI; name != "Chính quyền số" {
		t.Errorf("an edition's node inherits the name %q", name)
	}
	if name := ix.Plans[1].Root().Name.EN; name != "Digital Transformation Index of ministries" {
		t.Errorf("the root inherits the name %q", name)
	}
	if e := ix.Editions[0]; e.Size["with"] != 17 || e.Size["without"] != 9 {
		t.Errorf("sizes %v", e.Size)
	}
}

// wrap completes a declaration of a tree and editions.
func wrap(body string) []byte {
	return []byte("name: {vi: Chỉ số, en: Index}\nunits: [ministry]\nscale: {from: 0, to: 100, decimals: 2}\n" + body)
}

func mustParse(t testing.TB, body string) *Index {
	t.Helper()
	ix, problems := Parse("index.yaml", "x", wrap(body), registry(t))
	for _, p := range problems {
		if p.Severity == problem.Fault {
			t.Fatal(p.In("en"))
		}
	}
	return ix
}

// TestPrecedence: the index's default, over it the node, over that the edition; in an edition's own tree the node last.
func TestPrecedence(t *testing.T) {
	ix := mustParse(t, `
fill: mean
normalise: minmax:0:100
combine: [median, minimum]
coverage: 0.5
missing: zero
weights: equal
screen: available:0.5
tree:
  node: r
  coverage: 0.25
  parts:
    - node: g
      name: {vi: G, en: G}
      combine: harmonic
      weighting: pca
      normalise: zscore:0:1
      missing: exclude
      parts:
        - {node: a, name: {vi: A, en: A}, fill: median, normalise: minmax:1:2, range: [1, 2]}
        - {node: b, name: {vi: B, en: B}, missing: withhold, normalise: rank}
    - {node: c, name: {vi: C, en: C}}
editions:
  1:
  2: {fill: none, combine: mean, coverage: 0.75, missing: withhold, weights: critic, screen: none, normalise: borda}
  3:
    fill: row-mean
    combine: minimum
    tree: {node: r, combine: mean, coverage: 0, parts: [{node: a, fill: none}, {node: c, missing: exclude}]}
`)
	type node struct{ Fill, Normalise, Combine, Weighting, Missing string }
	got := map[string]map[string]node{}
	for _, p := range ix.Plans {
		got[p.Edition.ID] = map[string]node{}
		for _, n := range p.Nodes {
			got[p.Edition.ID][n.ID] = node{n.Fill.String(), n.Normalise.String(), n.Combine.String(), n.Weighting.String(), n.Missing}
		}
	}
	want := map[string]map[string]node{
		"1": {"r": {"none", "none", "minimum", "equal", "zero"}, "g": {"none", "zscore:0:1", "harmonic", "pca", "exclude"},
			"a": {"median", "minmax:1:2", "", "", "exclude"}, "b": {"mean", "rank", "", "", "withhold"}, "c": {"mean", "minmax:0:100", "", "", "zero"}},
		"2": {"r": {"none", "none", "mean", "critic", "withhold"}, "g": {"none", "zscore:0:1", "mean", "critic", "withhold"},
			"a": {"none", "borda", "", "", "withhold"}, "b": {"none", "borda", "", "", "withhold"}, "c": {"none", "borda", "", "", "withhold"}},
		"3": {"r": {"none", "none", "mean", "equal", "zero"}, "a": {"none", "minmax:0:100", "", "", "zero"}, "c": {"row-mean", "minmax:0:100", "", "", "exclude"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error("-want +got\n" + d)
	}
	for i, c := range []float64{0.25, 0.75, 0} {
		if got := ix.Plans[i].Root().Coverage; got != c {
			t.Errorf("edition %d: coverage %v, want %v", i+1, got, c)
		}
	}
	if a, b := ix.Plans[0].Screen.String(), ix.Plans[1].Screen.String(); a != "available:0.5" || b != "none" {
		t.Errorf("screens %s, %s", a, b)
	}
}

func TestUnitsAndBlocks(t *testing.T) {
	ix := mustParse(t, `
tree: {node: r, parts: [{node: a, name: {vi: A, en: A}}]}
editions:
  2024: {as_of: 2024-12-31}
  2025: {as_of: 2025-03-01}
  2026: {as_of: 2026-03-01, units: [ministry, agency]}
  2027: {as_of: 2027-03-01, only: [VNM, M-A]}
  2028:
    as_of: 2028-03-01
    blocks:
      - {id: p, name: {vi: P, en: P}, kinds: [ministry]}
      - {id: q, name: {vi: Q, en: Q}, kinds: [agency], units: [M-B]}
`)
	reg := registry(t)
	want := []string{"M-A M-B M-UBDT", "M-B", "A-C M-B", "M-A VNM", "A-C M-B"}
	for i, p := range ix.Plans {
		var codes []string
		for _, u := range ix.UnitsOf(p, reg) {
			codes = append(codes, u.Code)
		}
		if got := strings.Join(codes, " "); got != want[i] {
			t.Errorf("%s: %s, want %s", p.Edition.ID, got, want[i])
		}
	}
	p := ix.Plans[4]
	for code, block := range map[string]int{"M-B": 1, "M-A": 0, "A-C": 1, "VNM": -1} {
		if u, _ := reg.Unit(code); p.BlockOf(u) != block {
			t.Errorf("%s is in block %d, want %d", code, p.BlockOf(u), block)
		}
	}
}

func TestNodeByName(t *testing.T) {
	ix := parseGood(t, "egdi.yaml")
	for name, want := range map[string]string{
		"osi": "osi", "OSI": "osi", "wmi": "osi", "dịch vụ  công TRỰC tuyến": "osi", "ONLINE SERVICES": "osi",
		"Chỉ số phát triển Chính phủ điện tử": "egdi", "Dịch vụ công trực tuyến": "osi", "egdi": "egdi", "Online-services": "osi",
		"dich vu cong": "", "": "", "Tham gia điện tử": "epi",
	} {
		if id, ok := ix.NodeByName(name); id != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", name, id, want)
		}
		if id, _ := ix.Plans[0].NodeByName(name); id != want {
			t.Errorf("2003: %q is %q, want %q", name, id, want)
		}
	}
}

// TestRandomTrees: plans of trees of any shape keep their promises.
func TestRandomTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		var grow func(depth int) string
		grow = func(depth int) string {
			next++
			id := "n" + figure(float64(next))
			s := "{node: " + id + ", name: {vi: " + id + ", en: " + id + "}, weight: " + figure(float64(rapid.IntRange(1, 9).Draw(t, "weight")))
			if depth > 0 {
				if n := rapid.IntRange(0, 3).Draw(t, "parts"); n > 0 {
					var parts []string
					for range n {
						parts = append(parts, grow(depth-1))
					}
					s += ", parts: [" + strings.Join(parts, ", ") + "]"
				}
			}
			return s + "}"
		}
		body := "tree: {node: r, parts: [" + grow(3) + ", " + grow(3) + "]}\nbeside: [{node: x, name: {vi: x, en: x}, of: [n1]}]\neditions: {2020: }\n"
		ix, problems := Parse("index.yaml", "x", wrap(body), nil)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkSound(t, ix.Plans[0])
	})
}

func checkSound(t *rapid.T, p *Plan) {
	sum := 0.0
	for i, n := range p.Nodes {
		level := 1
		for _, c := range n.Children {
			level = max(level, 1+p.Nodes[c.Col].Level)
		}
		if n.Level != level || n.Col != i {
			t.Fatalf("%s: level %d, want %d", n.ID, n.Level, level)
		}
		if n.Leaf() && n.Effective == n.Effective {
			sum += n.Effective
		}
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Fatalf("effective weights sum to %v", sum)
	}
}

// An edition of published figures alone that declares no weight has none: equal shares would be an invention.
func TestUnpublishedWeights(t *testing.T) {
	src := []byte(`name: {vi: Thử, en: Trial}
units: [province]
scale: {from: 0, to: 1, decimals: 4}
tree:
  node: root
  name: {vi: Gốc, en: Root}
  parts:
    - {node: a, name: {vi: A, en: A}}
    - {node: b, name: {vi: B, en: B}}
editions:
  2023: {}
  2024: {compute: none}
  2025: {compute: none, weights: {a: 2}}
`)
	ix, found := Parse("t/index.yaml", "t", src, nil)
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	for i, want := range []float64{1, math.NaN(), 2} {
		p := ix.Plans[i]
		got := p.Root().Children[0].Weight
		if got != want && !(got != got && want != want) {
			t.Errorf("%s: weight %v, want %v", p.Edition.ID, got, want)
		}
		if known := p.Nodes[1].Effective == p.Nodes[1].Effective; known != (want == want) {
			t.Errorf("%s: effective %v", p.Edition.ID, p.Nodes[1].Effective)
		}
	}
	if words := ix.Plans[1].Explain(0); !strings.Contains(words[1].VI, "chưa được công bố") {
		t.Errorf("%v", words)
	}
}
