package view

import (
	"math"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/rank"
	"xephang/stages/score"
	"xephang/stages/units"
)

// small is an index of two pillars over five units, with a gap, put through the stages themselves.
func small(t *testing.T, settings, leaf, node string) (*Report, *Edition) {
	t.Helper()
	list := "code,kind,name_vi,name_en\nA,province,An,An\nB,province,Bình,Binh\nC,province,Cao,Cao\nD,province,Định,Dinh\nE,province,Én,En\n"
	reg, bad := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(list)}})
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	src := `
name: {vi: Thử, en: Trial}
short: THU
publisher: {vi: Ai, en: Who}
source: {vi: Đâu, en: Where}
units: [province]
scale: {from: 0, to: 100, decimals: 4}
rank: {ties: competition, on: full}
` + settings + `
tree:
  node: total
  name: {vi: Tổng, en: Total}
` + node + `
  parts:
    - node: p
      name: {vi: P, en: P}
      weight: 2
      parts:
        - {node: p1, weight: 1, name: {vi: P1, en: P1}` + leaf + `}
        - {node: p2, weight: 3, name: {vi: P2, en: P2}, direction: -1` + leaf + `}
    - {node: q, weight: 1, name: {vi: Q, en: Q}` + leaf + `}
editions:
  2024: {as_of: 2024-12-31}
`
	ix, bad := index.Parse("index.yaml", "thu", []byte(src), reg)
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	p := ix.Plans[0]
	tb := cube.New("2024", []string{"A", "B", "C", "D", "E"}, p.IDs())
	for id, x := range map[string][]float64{"p1": {1, 2.5, 4, 7, 9.25}, "p2": {30, 12, 14, 25, 60}, "q": {0.3, math.NaN(), 0.5, 0.9, 0.75}} {
		col, _ := tb.Col(id)
		tb.Lay(cube.Value, col, cube.Seal(x))
		tb.SetOrigin(cube.Value, col, cube.SheetColumn{File: "data/thu/2024.csv", Column: col, Rows: []int32{2, 3, 4, 5, 6}})
	}
	c := &cube.Cube{Index: "thu", Tables: []*cube.Table{tb}}
	if _, bad = normalise.Run(ix.Plans, c, func(*index.Plan, string, string) string { return "" }, 1); bad.Faults() > 0 {
		t.Fatal(bad)
	}
	if _, bad = score.RunAll(ix.Plans, c.Tables, normalise.Rescale, 1); bad.Faults() > 0 {
		t.Fatal(bad)
	}
	rank.Run(p, tb, nil, func(string, string) string { return "" }, 1)
	r := New(Input{Units: reg, Indices: []*index.Index{ix}, Cubes: []*cube.Cube{c}})
	return r, r.Boards[0].Editions[0]
}

// Whatever the scale and the mean, every formula that a way writes out gives the number that it says, and where the
// engine has a formula of one unit's numbers it is written out.
func TestFormulasGiveTheirResults(t *testing.T) {
	const silent = 0
	for _, c := range []struct {
		name, settings, leaf, node string
		least                      int // formulas written out, of all units
	}{
		{"mean", "normalise: minmax:0:100", "", "", 23},
		{"geometric", "normalise: minmax:1:100", "", "  combine: geometric", 23},
		{"harmonic", "normalise: minmax:1:100", "", "  combine: harmonic", 23},
		{"power", "normalise: minmax:1:100", "", "  combine: generalised:2", 23},
		{"minimum", "normalise: minmax:1:100", "", "  combine: minimum", 23},
		{"penalty", "normalise: minmax:1:100", "", "  combine: mpi", 23},
		{"equal", "normalise: minmax:0:1\nweights: equal", "", "", 23},
		{"by data", "normalise: minmax:0:1\nweights: entropy", "", "", 23},
		{"scaled", "normalise: scaled:0:50:100", "", "", 23},
		{"share", "normalise: fraction-of-max", "", "", 10},
		{"best", "normalise: distance-to-max", "", "", 23},
		{"goalposts", "normalise: goalposts:100", ", goalposts: [0, 20]", "", 23},
		{"target", "normalise: distance-to-target:cap", ", target: 15", "", 15},
		{"filled", "fill: median\nnormalise: minmax:0:100", "", "", 25},
		{"zero", "missing: zero\nnormalise: minmax:0:100", "", "", 23},
		{"all units", "normalise: minmax:0:100", "", "  combine: copeland", silent},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, e := small(t, c.settings, c.leaf, c.node)
			written := 0
			for _, x := range r.Trails(e.Board) {
				for _, l := range Langs {
					for _, n := range r.Trail(l, x).Editions[0].Nodes {
						for _, s := range n.Steps {
							if s.Label == l.Say("trail.combined") || s.Label == l.Say("trail.normal") {
								written += proved(t, l, s.Text)
							}
						}
					}
				}
			}
			if written < 2*c.least {
				t.Errorf("%d formulas are written out, want %d", written/2, c.least)
			}
		})
	}
}

// proved computes a formula as it stands on the page and holds it against its result.
func proved(t *testing.T, l Lang, text string) int {
	t.Helper()
	formula, result, ok := strings.Cut(text, " = ")
	if !ok {
		return 0
	}
	marks := strings.NewReplacer(".", "", ",", ".", ";", ",", "−", "-", "×", "*")
	if l == EN {
		marks = strings.NewReplacer(",", "", ";", ",", "−", "-", "×", "*")
	}
	value := func(s string) float64 {
		f, err := index.ParseFormula(marks.Replace(s))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		return f.Over(nil, 1)[0]
	}
	if got, want := value(formula), value(result); !(math.Abs(got-want) <= 1e-8*max(1, math.Abs(want))) {
		t.Errorf("%s gives %v", text, got)
	}
	return 1
}

// A way names the source, what was filled, and what each part weighs.
func TestWayNamesEveryStep(t *testing.T) {
	r, e := small(t, "fill: median\nnormalise: minmax:0:100", "", "")
	var page strings.Builder
	for _, x := range r.Trails(e.Board) {
		if x.Unit != "B" {
			continue
		}
		if x.Address != "vet/thu/b.html" {
			t.Errorf("address %q", x.Address)
		}
		for _, n := range r.Trail(EN, x).Editions[0].Nodes {
			page.WriteString("\n# " + n.ID + "\n")
			for _, s := range n.Steps {
				page.WriteString(s.Label + ": " + s.Text + " | " + s.Note + "\n")
			}
		}
	}
	for _, want := range []string{"# k2024.p1", "Source cell: data/thu/2024.csv [B3]", "Value: 2.5 |", "Gap filled: 0.625 | A gap takes the median", "Weight: 3 / 4 = 75.00%", "Lower is better", "Rank: "} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("no %q in %s", want, page.String())
		}
	}
}

// A long index is spread over pages whose addresses do not move when an edition is added.
func TestTrailsKeepTheirAddresses(t *testing.T) {
	b := &Board{Index: &index.Index{ID: "Dài"}}
	add := func(id string, nodes int) {
		b.Editions = append(b.Editions, &Edition{Board: b, Plan: &index.Plan{Edition: &index.Edition{ID: id}, Nodes: make([]index.PlanNode, nodes)}})
		for i := range nodes {
			b.Editions[len(b.Editions)-1].Nodes[i].Node = &index.Node{ID: "n"}
		}
		for _, e := range b.Editions {
			e.anchors = nil
		}
		b.number()
	}
	add("2020", 100)
	add("2021", 100)
	was := b.trailAddress("VNM", b.Editions[1].page(50))
	add("2022", 100)
	if now := b.trailAddress("VNM", b.Editions[1].page(50)); now != was || was != "vet/dai/vnm.2.html" {
		t.Errorf("%q became %q", was, now)
	}
	seen := map[string]bool{}
	for _, e := range b.Editions {
		for _, a := range e.anchors {
			if seen[a] {
				t.Errorf("anchor %q twice", a)
			}
			seen[a] = true
		}
	}
}
