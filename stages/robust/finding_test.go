package robust

import (
	"math"
	"slices"
	"strings"
	"testing"

	"xephang/stages/problem"
)

func TestSentences(t *testing.T) {
	f := Finding{Code: "redundant", Nodes: []int{3, 4, 1}, Values: []Value{decimal("r", 0.957), count("n", 51), chance("p", 0)}}
	w := Words{Number: func(lang string, x float64, d int) string {
		s := Words{}.number(lang, x, d)
		if lang == "vi" {
			s = strings.ReplaceAll(s, ".", ",")
		}
		return s
	}, Node: func(lang string, k int) string { return []string{"R", "A", "B", "X", "Y"}[k] }}
	got := f.Text(w)
	if got.VI != "X và Y gần như đo cùng một điều (tương quan 0,96, 51 đơn vị); cùng nằm trong A nên được tính hai lần." {
		t.Error(got.VI)
	}
	if got.EN != "X and Y nearly measure the same (correlation 0.96, 51 units); both are parts of A, so it counts twice." {
		t.Error(got.EN)
	}
	far := Finding{Code: "agreement", Units: []string{"HN"}, Values: []Value{count("n", 63), decimal("rho", 0.71), count("here", 2), count("there", 9)},
		Texts: map[string]problem.Text{"year": {VI: "2022"}, "index": {VI: "ICT Index"}, "far": {VI: " Lệch nhất là {unit}: thứ {here} ở đây, thứ {there} ở đó."}}}
	if got := far.Text(w).VI; got != "Năm 2022, thứ tự của 63 đơn vị chung có tương quan hạng 0,71 với ICT Index. Lệch nhất là HN: thứ 2 ở đây, thứ 9 ở đó." {
		t.Error(got)
	}
	many := Finding{Code: "withheld", Nodes: []int{0}, Units: numbered(8), Values: []Value{count("n", 8)}}
	if got := many.Text(w); !strings.Contains(got.VI, "U004 và 3 mục khác") || !strings.Contains(got.EN, "U004 and 3 more") {
		t.Error(got)
	}
	if s := w.value("vi", Value{X: 0.0004, As: PValue}) + w.value("vi", Value{X: 0.0312, As: PValue}) + w.value("vi", Value{X: 0.4211, Decimals: 1, As: Percent}); s != "< 0,001= 0,03142,1 %" {
		t.Error(s)
	}
}

// Every kind of finding has its words in both languages, with the same numbers bound, and a place in the catalogue.
func TestKindsSpeakBothLanguages(t *testing.T) {
	all := FindingKinds()
	if len(all) != len(aboutData)+len(aboutRelations)+len(aboutOutcome) || !slices.IsSortedFunc(all, func(a, b FindingKind) int { return strings.Compare(a.Code, b.Code) }) {
		t.Fatalf("%d kinds", len(all))
	}
	names := func(s string) (found []string) {
		for {
			_, rest, ok := strings.Cut(s, "{")
			if !ok {
				slices.Sort(found)
				return slices.Compact(found)
			}
			var name string
			name, s, _ = strings.Cut(rest, "}")
			found = append(found, name)
		}
	}
	for code, k := range kinds {
		if k.title.VI == "" || k.title.EN == "" || !slices.Equal(names(k.say.VI), names(k.say.EN)) {
			t.Errorf("%s: %v, %v", code, names(k.say.VI), names(k.say.EN))
		}
		if k.grade > Notice && (k.source.VI == "" || k.source.EN == "") {
			t.Errorf("%s has no source of its threshold", code)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if f := figure(x); f.OK() || f.Value != 0 || f.Why != Undetermined {
			t.Errorf("%v: %+v", x, f)
		}
	}
	if f := figure(-0.5); !f.OK() || f.Or(3) != -0.5 || (Figure{}).Or(3) != 3 || (Figure{}).OK() {
		t.Errorf("%+v", f)
	}
	for w := range Why(len(reasons)) {
		if text := w.Text(); w != Known && (text.VI == "" || text.EN == "") {
			t.Errorf("reason %d has no words", w)
		}
	}
}
