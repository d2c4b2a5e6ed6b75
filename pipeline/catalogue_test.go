package main

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"xephang/stages/problem"
	"xephang/stages/render/view"
)

// Every problem that a room may tell of is explained in the published catalogue: what it is, when it occurs and how to
// mend it, in both languages; and no two of them would share a page.
func TestEveryKindOfProblemIsExplained(t *testing.T) {
	kinds := problem.Catalogue()
	if len(kinds) < 200 {
		t.Errorf("only %d kinds: does the pipeline still import every room?", len(kinds))
	}
	pages := map[string]string{}
	for _, k := range kinds {
		for what, text := range map[string]problem.Text{"What": k.What, "When": k.When, "Remedy": k.Remedy} {
			if text.VI == "" || text.EN == "" {
				t.Errorf("%s: %s is not said in both languages: %+v", k.Code, what, text)
			}
		}
		for _, text := range []problem.Text{k.What, k.When, k.Expected, k.Remedy} {
			if !norm.NFC.IsNormalString(text.VI) {
				t.Errorf("%s: %q is not composed", k.Code, text.VI)
			}
			if (text.VI == "") != (text.EN == "") {
				t.Errorf("%s: said in one language only: %+v", k.Code, text)
			}
		}
		page := view.Slug(k.Code)
		if other := pages[page]; other != "" {
			t.Errorf("%s and %s share a page", k.Code, other)
		}
		pages[page] = k.Code
	}
}
