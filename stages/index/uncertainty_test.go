package index

import (
	"strings"
	"testing"

	"xephang/stages/problem"
)

// TestUncertaintyInBothForms: the mapping of index.yaml and the one line mean the same.
func TestUncertaintyInBothForms(t *testing.T) {
	const line = "treat=winsorise:1:log|winsorise:2:log|winsorise:3:log;normalise=minmax:1:100|zscore:10:2;combine=mean|geometric;weights=25%@1,2;draws=500;seed=7;design=random"
	tree := "tree:\n  node: r\n  parts:\n    - {node: p, name: {vi: P, en: P}, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]}\n    - {node: c, name: {vi: C, en: C}}\neditions: {2020: }\n"
	forms := map[string]string{
		"a mapping": "uncertainty:\n  treat: [winsorise:1..3:log]\n  normalise: minmax:1:100 | zscore:10:2\n  combine: [arithmetic, geometric]\n" +
			"  weights: {share: 25%, levels: [1, 2]}\n  draws: 500\n  seed: 7\n  design: random\n",
		"one line":  "uncertainty: 'treat = winsorise:1..3:log; normalise=minmax:1:100|zscore:10:2;combine=arithmetic|geometric;weights=0.25@1,2;draws=500;seed=7;design=random;'\n",
		"both ways": "uncertainty:\n  treat: winsorise:1..3:log\n  normalise: [minmax:1:100, zscore:10:2]\n  combine: mean|geometric\n  weights: 25%@1,2\n  draws: 500\n  seed: 7\n  design: random\n",
	}
	for name, form := range forms {
		ix, problems := Parse("index.yaml", "x", wrap("normalise: minmax:1:100\n"+form+tree), nil)
		for _, p := range problems {
			t.Errorf("%s: %s", name, p.In("en"))
		}
		if got := ix.Plans[0].Uncertainty.String(); got != line {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestUncertaintyOfAnEdition: an edition restates it as a whole.
func TestUncertaintyOfAnEdition(t *testing.T) {
	ix, problems := Parse("index.yaml", "x", wrap("uncertainty: weights=25%\ntree: {node: r, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]}\n"+
		"editions:\n  2020:\n  2021: {uncertainty: combine=declared|median}\n  2022: {compute: none, uncertainty: weights=5%@7}\n"), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i, want := range []string{"weights=25%", "combine=declared|median", "weights=5%@7"} {
		if got := ix.Plans[i].Uncertainty.String(); got != want {
			t.Errorf("%s: %s, want %s", ix.Editions[i].ID, got, want)
		}
	}
}

// TestWhatIsVaried: points are not rescaled, what is measured is not varied at all, the benefit of the doubt keeps its mean.
func TestWhatIsVaried(t *testing.T) {
	ix, problems := Parse("index.yaml", "x", wrap("tree:\n  node: r\n  parts:\n    - {node: a, name: {vi: A, en: A}}\n    - {node: b, name: {vi: B, en: B}, points: 5, rule: {ratio: true}}\n"+
		"    - {node: c, name: {vi: C, en: C}, measured: true}\n    - {node: d, name: {vi: D, en: D}, weighting: bod, parts: [{node: e, name: {vi: E, en: E}}, {node: f, name: {vi: F, en: F}}]}\neditions: {2020: }\n"), nil)
	if problems.Faults() > 0 {
		t.Fatal(problems)
	}
	p := ix.Plans[0]
	want := map[string]string{"r": "combine", "a": "fill treat normalise weight", "b": "fill weight", "c": "", "d": "weight", "e": "fill treat normalise", "f": "fill treat normalise"}
	for i := range p.Nodes {
		n, got := &p.Nodes[i], []string{}
		for _, role := range varied {
			if n.Varied(role) {
				got = append(got, string(role))
			}
		}
		if p.Weighed(n) {
			got = append(got, "weight")
		}
		if strings.Join(got, " ") != want[n.ID] {
			t.Errorf("%s: %v, want %s", n.ID, got, want[n.ID])
		}
	}
}

func FuzzParseUncertainty(f *testing.F) {
	for _, s := range []string{"", "weights=25%@2,3|10%@1", "treat=winsorise:1..5:log;normalise=minmax:1:100|zscore:10:2", "combine=declared|geometric;draws=100;seed=1;design=sobol",
		"treat=winsorise:0..999999999:log", "treat=winsorise:1..900:box-cox:1..900", ";;=;|", "fill=group-mean:region|none"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, problems := ParseUncertainty(s, problem.Place{})
		if len(problems) > 0 {
			return
		}
		again, problems := ParseUncertainty(u.String(), problem.Place{})
		if len(problems) > 0 || again.String() != u.String() {
			t.Errorf("%q reads as %q, which reads as %q: %v", s, u, again, problems)
		}
	})
}
