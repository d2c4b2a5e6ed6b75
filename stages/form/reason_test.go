package form

import (
	"math"
	"testing"

	"golang.org/x/text/unicode/norm"

	"xephang/stages/index"
	"xephang/stages/units"
)

func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	for _, code := range append([]string{"blank", "fault"}, index.Reasons...) {
		n := ReasonName(code)
		if n.VI == "" || n.EN == "" || n.VI == code || seen[n.VI] || seen[n.EN] {
			t.Errorf("%s is named %+v", code, n)
		}
		seen[n.VI], seen[n.EN] = true, true
	}
	for _, code := range index.Reasons {
		n := ReasonName(code)
		for _, text := range []string{code, n.VI, n.EN, " " + norm.NFD.String(n.VI) + "\u00a0", units.Plain(n.VI)} {
			if got, ok := ReasonOf(text); !ok || got != code {
				t.Errorf("%q is %q, want %s", text, got, code)
			}
		}
	}
	for _, text := range []string{"", " ", "khác", "blank", "Bỏ trống", "0", "không", "có"} {
		if got, ok := ReasonOf(text); ok {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

// No other way of writing may stand for two reasons, or for two columns.
func TestWordsMeanOneThing(t *testing.T) {
	seen := map[string]string{}
	for _, code := range index.Reasons {
		for _, w := range append([]string{ReasonName(code).VI, ReasonName(code).EN}, reasonWords[code]...) {
			if other := seen[units.SearchKey(w)]; other != "" && other != code {
				t.Errorf("%q is %s and %s", w, other, code)
			}
			seen[units.SearchKey(w)] = code
		}
	}
	for _, columns := range [][]string{Columns(), EvidenceColumns()} {
		for _, id := range columns {
			for _, w := range append([]string{Heading(id).VI, Heading(id).EN}, otherWords[id]...) {
				if got := ColumnOf(w, columns); got != id {
					t.Errorf("%q heads %s, want %s", w, got, id)
				}
			}
		}
	}
	if got := ColumnOf("tra loi", Columns()); got != ColAnswer {
		t.Errorf("without marks: %q", got)
	}
	if got := ColumnOf("Ngày", Columns()); got != "" {
		t.Errorf("a column of the other sheet: %q", got)
	}
}

func TestIssuedTellsWhatWasFilledIn(t *testing.T) {
	blank := Issued(&Filing{})
	if blank != Issued(&Filing{Answers: map[string]Answer{"a": {Value: math.NaN()}}, Self: map[string]Self{"c": {Points: 3}}, Explained: map[string]string{"c": ""}}) {
		t.Error("a blank answer counts")
	}
	one := Filing{Answers: map[string]Answer{"a": {Value: 0.1 + 0.2}}}
	if Issued(&one) == blank || Issued(&one) != Issued(&Filing{Answers: map[string]Answer{"a": {Value: 0.3, Said: "0,3"}}}) {
		t.Error("an answer does not count by its value")
	}
	for _, f := range []Filing{{Answers: map[string]Answer{"a": {Value: math.NaN(), Reason: "late"}}}, {Explained: map[string]string{"c": "x"}}, {Evidence: map[string][]Evidence{"c": {{Number: "1"}}}}} {
		if Issued(&f) == blank {
			t.Errorf("%+v is blank", f)
		}
	}
}
