package view

import (
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"xephang/stages/index"
	"xephang/stages/problem"
)

func problemText(s string) problem.Text { return problem.Text{VI: s, EN: s} }

func TestGlossaryIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range Glossary() {
		for _, x := range g.Terms {
			if seen[x.ID] || Slug(x.ID) != x.ID {
				t.Errorf("anchor %q is taken or unfit", x.ID)
			}
			seen[x.ID] = true
			for _, s := range []string{x.Name.VI, x.Name.EN, x.Means.VI, x.Means.EN} {
				if s == "" || !norm.NFC.IsNormalString(s) {
					t.Errorf("%s: %q", x.ID, s)
				}
			}
			if !strings.HasSuffix(x.Means.VI, ".") || !strings.HasSuffix(x.Means.EN, ".") {
				t.Errorf("%s: its explanation is no sentence", x.ID)
			}
			for _, s := range x.See {
				if _, ok := termByID[s]; !ok || s == x.ID {
					t.Errorf("%s leads to %q", x.ID, s)
				}
			}
		}
	}
	for _, id := range []string{"hang", "khoang-hang", "nhom", "chuan-hoa", "diem", "trong-so-hieu-dung", "cong-bo", "tai-lap"} {
		if !seen[id] {
			t.Errorf("no term %q", id)
		}
	}
	if got := Terms(VI, "hang", "no-such"); len(got) != 1 || got[0].Href != "thuat-ngu.html#hang" {
		t.Errorf("%+v", got)
	}
}

// Whatever the scores, the ranges are few, round and hold every score once.
func TestRangesHoldEveryScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		least := rapid.Float64Range(-1e6, 1e6).Draw(t, "least")
		wide := rapid.OneOf(rapid.Float64Range(1e-4, 10), rapid.Float64Range(10, 1e6)).Draw(t, "wide")
		most := least + wide
		low, step, n := ranges(least, most)
		slack := 1e-9 * (math.Abs(least) + math.Abs(most) + wide)
		if n < 1 || n > mostBins || !(step > 0) {
			t.Fatalf("%d ranges of %v", n, step)
		}
		if low > least+slack || low+float64(n)*step < most-slack {
			t.Fatalf("%v..%v is not within %v + %d × %v", least, most, low, n, step)
		}
		if least-low > step+slack || low+float64(n)*step-most > step+slack {
			t.Fatalf("an empty range at an end: %v..%v in %v + %d × %v", least, most, low, n, step)
		}
	})
}

func TestRoundRanges(t *testing.T) {
	for _, c := range []struct{ least, most, low, step float64 }{{0.02, 0.98, 0, 0.1}, {0, 1, 0, 0.1}, {41, 57, 40, 2}, {0.4689, 0.8002, 0.45, 0.05}, {-3, 3, -3, 0.5}} {
		if low, step, n := ranges(c.least, c.most); low != c.low || step != c.step || n > mostBins {
			t.Errorf("%v..%v: from %v by %v, %d of them; want from %v by %v", c.least, c.most, low, step, n, c.low, c.step)
		}
	}
}

func TestCatalogue(t *testing.T) {
	r := &Report{Input: Input{Kinds: []problem.Kind{
		{Code: "a-one", What: problem.Text{VI: "sai:", EN: "wrong:"}, Expected: problemText("{list}"), Remedy: problemText("sửa"), When: problemText("Khi sai.")},
		{Code: "b-two", Severity: problem.Doubt, What: problemText("ngờ"), Example: "x <b>"}},
		Problems: problem.List{{Code: "b-two", Severity: problem.Doubt, Place: problem.Place{File: "a.csv", Line: 2}}, {Code: "b-two", Severity: problem.Doubt}}}}
	p := r.Catalogue(VI)
	if p.Lede != "2 mã, trong đó 1 lỗi và 1 nghi vấn." || len(p.Table.Rows) != 2 || p.Table.Rows[0].Cells[2].Text != "Sai" {
		t.Errorf("%+v", p)
	}
	a, b := r.Kind(VI, 0), r.Kind(EN, 1)
	if !a.Slots || a.Here != "không gặp" || a.Before != nil || a.After.Href != "loi/b-two.html" || a.What != "Sai" || a.Expected != "…" {
		t.Errorf("%+v", a)
	}
	if b.Slots || b.Here != "2 times, first at a.csv:2" || b.After != nil || b.Severity != "doubt: published with its mark" {
		t.Errorf("%+v", b)
	}
	if r.KindAddress("b-two") != "loi/b-two.html" || r.KindAddress("c") != "" {
		t.Error("addresses of kinds")
	}
}

func TestProblemsAreCountedByCodeIndexEdition(t *testing.T) {
	r := &Report{Input: Input{Problems: problem.List{{Code: "b", Index: "y", Edition: "2"}, {Code: "b", Index: "x"}, {Code: "a", Severity: problem.Doubt}, {Code: "b", Index: "y", Edition: "2"}}}}
	var got []string
	for _, row := range r.countedProblems(VI).Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Text)
		}
		got = append(got, strings.Join(cells, "|"))
	}
	if want := []string{"a||nghi vấn|||1|", "b||lỗi|x||1|", "b||lỗi|y|2|2|"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if (&Report{}).countedProblems(VI) != nil {
		t.Error("a table of no problems")
	}
}

func TestCorrectionsAreListed(t *testing.T) {
	r := New(Input{Units: parsed(t, "code,kind,name_vi,name_en\nP-A,province,An <b>,An\n", ""),
		Corrections: []Correction{{Index: "dti", Edition: "2024", Unit: "P-A", Node: "aware", Was: 0.5, Becomes: math.NaN(), Reason: "tính sai", Document: "12/QĐ", DecidedBy: "Cục", Date: "2025-10-31", Status: "applied", Case: "7"}}})
	p := r.Quality(VI)
	var got []string
	for _, c := range p.Corrected.Rows[0].Cells {
		got = append(got, c.Text)
	}
	if want := "7|An <b>|dti|2024|aware|0,5|–|tính sai|12/QĐ|Cục|31/10/2025|áp dụng"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
	if p = New(Input{Units: parsed(t, "code,kind,name_vi\nA,country,A\n", "")}).Quality(EN); p.Corrected != nil || p.Heat != nil || p.Editions != nil || p.Say != "0 of 0 editions have a figure in every cell; 0 have less than half." {
		t.Errorf("an empty year: %+v", p)
	}
}

// A gap is never rounded away: 99.96 % is not shown as all.
func TestCoverageIsRoundedDown(t *testing.T) {
	for _, c := range []struct {
		coverage
		text string
		tone Tone
	}{{coverage{9996, 10000}, "99", "q3"}, {coverage{5, 5}, "100", "q4"}, {coverage{0, 7}, "0", ""}, {coverage{1, 700}, "<\u00a01", ""}, {coverage{1, 2}, "50", "q2"}, {coverage{}, Missing, Quiet}} {
		if got := VI.covered(c.coverage); got.Text != c.text || got.Tone != c.tone {
			t.Errorf("%+v: %+v", c.coverage, got)
		}
	}
}

// Ids that differ by a sign alone do not share a page.
func TestNodesHavePagesOfTheirOwn(t *testing.T) {
	plan := &index.Plan{Index: &index.Index{}, Edition: &index.Edition{ID: "1"}}
	for _, id := range []string{"a_b", "a-b", "A.b", "index"} {
		plan.Nodes = append(plan.Nodes, index.PlanNode{Node: &index.Node{ID: id}, Parent: -1})
	}
	b := &Board{Index: &index.Index{ID: "X", Plans: []*index.Plan{plan}}}
	var got []string
	for _, id := range b.NodeIDs() {
		got = append(got, NodeAddress(b, id))
	}
	if want := []string{"chi-so/x/a-b.html", "chi-so/x/a-b-2.html", "chi-so/x/a-b-3.html", "chi-so/x/x-index.html"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if NodeAddress(b, "other") != "" {
		t.Error("a page of a node that the index has not")
	}
}
