package reconcile

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/claim"
	"xephang/stages/target"
	"xephang/stages/units"
)

// Every percentage that a count gives passes, at any number of decimals; and a percentage that is off by more than the
// step between two counts and the rounding never hides.
func TestGranular(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		d := rapid.IntRange(0, 4).Draw(t, "decimals")
		p := math.Round(100*float64(k)/float64(n)*math.Pow10(d)) / math.Pow10(d)
		if !granular(p, float64(n), d) {
			t.Errorf("%d of %d is %v", k, n, p)
		}
	})
	for _, c := range []struct {
		p, n     float64
		decimals int
		want     bool
	}{{74.7, 83, 1, true}, {74.8, 83, 1, false}, {25.3, 83, 1, true}, {75, 83, 0, true}, {82.61, 92, 2, true}, {82.62, 92, 2, false}, {100, 3, 0, true}, {101, 3, 0, false}, {33.3, 3, 1, true}, {33.4, 3, 1, false}} {
		if got := granular(c.p, c.n, c.decimals); got != c.want {
			t.Errorf("%v of %v: %v", c.p, c.n, got)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		quote string
		value float64
		want  int
	}{{"0,90 điểm", 0.9, 2}, {"0.589", 0.589, 3}, {"đạt 74,7%", 74.7, 1}, {"74%", 74, 0}, {"(0,9039 điểm)", 0.9039, 4}, {"ba phần tư", 0.75, 2}, {"1.234,50", 1234.5, 2}, {"giảm 0,10", -0.1, 2}} {
		if got := decimals(&claim.Claim{Quote: c.quote, Value: c.value}); got != c.want {
			t.Errorf("%q: %d", c.quote, got)
		}
	}
}

func text(doc string, kind claim.Kind, v, of float64, unit, quote string) claim.Claim {
	return claim.Claim{Document: doc, Kind: kind, Value: v, Of: of, Unit: unit, Quote: quote, Metric: "Nhiệm vụ", Subject: "Các bộ", Year: 2020}
}

func done(v float64, quote string) claim.Claim {
	c := text("a", claim.Percent, v, 0, "%", quote)
	c.Metric = "Nhiệm vụ đã hoàn thành"
	return c
}

func verdicts(t testing.TB, claims ...claim.Claim) []Verdict {
	t.Helper()
	reg, _ := units.Parse(units.Files{})
	l := &target.Ledger{Counts: []target.Count{{Resolution: "NQ", Metrics: []string{"Nhiệm vụ", "Nhiệm vụ đã hoàn thành"}, When: target.When{Date: 20200731}, Total: 83, Done: 62, UnderWay: 21, Submitted: -1, Overdue: -1, Percent: 74.7, Sources: []string{"https://example.vn"}}}}
	return Claims(ClaimsInput{Claims: claims, Units: reg, Ledger: l})
}

func is(all []Verdict) (list []claim.Verdict) {
	for _, v := range all {
		list = append(list, v.Is)
	}
	return list
}

func TestTasksAndArithmetic(t *testing.T) {
	for name, c := range map[string]struct {
		claims []claim.Claim
		want   []claim.Verdict
	}{
		"62/83, 74,7 %, 21, 25,3 %": {[]claim.Claim{text("a", claim.Ratio, 62, 83, "nhiệm vụ", "62/83"), text("a", claim.Percent, 74.7, 0, "%", "74,7%"), text("a", claim.Count, 21, 0, "nhiệm vụ", "21"), text("a", claim.Percent, 25.3, 0, "%", "25,3%")},
			[]claim.Verdict{claim.Match, claim.Rounded, claim.Match, claim.Rounded}},
		"no count of 83 gives 74,9 %": {[]claim.Claim{text("a", claim.Ratio, 62, 83, "nhiệm vụ", "62/83"), text("a", claim.Percent, 74.9, 0, "%", "74,9%")}, []claim.Verdict{claim.Match, claim.Impossible}},
		"under another name":          {[]claim.Claim{text("a", claim.Ratio, 62, 83, "nhiệm vụ", "62/83"), done(74.9, "74,9%")}, []claim.Verdict{claim.Match, claim.Impossible}},
		"parts exceed the whole":      {[]claim.Claim{text("a", claim.Ratio, 62, 83, "nhiệm vụ", "62/83"), text("a", claim.Count, 22, 0, "nhiệm vụ", "22")}, []claim.Verdict{claim.Match, claim.Impossible}},
		"another whole":               {[]claim.Claim{text("a", claim.Ratio, 63, 83, "nhiệm vụ", "63/83")}, []claim.Verdict{claim.Off}},
		"more than all":               {[]claim.Claim{text("a", claim.Ratio, 84, 83, "nhiệm vụ", "84/83")}, []claim.Verdict{claim.Impossible}},
		"with its own whole":          {[]claim.Claim{text("a", claim.Percent, 33.4, 3, "%", "33,4%")}, []claim.Verdict{claim.Impossible}},
		"rank behind the last":        {[]claim.Claim{{Kind: claim.Rank, Value: 64, Of: 63}, {Kind: claim.Rank, Value: 0}, {Kind: claim.Score, Value: 101, Of: 100}}, []claim.Verdict{claim.Impossible, claim.Impossible, claim.Impossible}},
	} {
		got := verdicts(t, c.claims...)
		if !slices.Equal(is(got), c.want) {
			t.Errorf("%s: %v", name, is(got))
		}
		for _, v := range got {
			if v.Why.VI == "" || v.Why.EN == "" {
				t.Errorf("%s: no reason: %+v", name, v)
			}
		}
	}
}

func TestTextsAgainstEachOther(t *testing.T) {
	score := func(doc string, v float64, q string) claim.Claim {
		return claim.Claim{Document: doc, Kind: claim.Score, Subject: "Huế", Units: []string{"P-HUE"}, Index: "papi", Node: "papi", Metric: "PAPI", Year: 2023, Value: v, Qualifier: q, Unit: "điểm"}
	}
	for name, c := range map[string]struct {
		claims []claim.Claim
		want   []claim.Verdict
	}{
		"two values":        {[]claim.Claim{score("a", 45.1, ""), score("b", 46.2, "")}, []claim.Verdict{claim.Conflict, claim.Conflict}},
		"rounded":           {[]claim.Claim{score("a", 45.1, ""), score("b", 45.08, "")}, []claim.Verdict{claim.Unchecked, claim.Unchecked}},
		"a bound that fits": {[]claim.Claim{score("a", 45, ">"), score("b", 45.08, "")}, []claim.Verdict{claim.Unchecked, claim.Unchecked}},
		"a bound broken":    {[]claim.Claim{score("a", 46, ">"), score("b", 45.08, "")}, []claim.Verdict{claim.Conflict, claim.Conflict}},
		"in one text":       {[]claim.Claim{score("a", 45.1, ""), score("a", 46.2, "")}, []claim.Verdict{claim.Unchecked, claim.Unchecked}},
		"both told there":   {[]claim.Claim{score("a", 45.1, ""), score("b", 46.2, ""), score("b", 45.1, "")}, []claim.Verdict{claim.Unchecked, claim.Conflict, claim.Unchecked}},
	} {
		if got := is(verdicts(t, c.claims...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Verdicts don't depend on the order of the claims, and compatibility has no direction.
func TestVerdictProperties(t *testing.T) {
	qualifiers := []string{"", ">", "<", "~", ">=", "<="}
	rapid.Check(t, func(r *rapid.T) {
		var claims []claim.Claim
		for i := range rapid.IntRange(1, 7).Draw(r, "n") {
			kind := rapid.SampledFrom([]claim.Kind{claim.Ratio, claim.Percent, claim.Count}).Draw(r, "kind")
			c := text(rapid.SampledFrom([]string{"a", "b"}).Draw(r, "doc"), kind, float64(rapid.IntRange(0, 83).Draw(r, "v")), 0, "nhiệm vụ", "")
			if kind == claim.Ratio {
				c.Of = 83
			}
			c.Start, c.Qualifier = 10*i, rapid.SampledFrom(qualifiers).Draw(r, "q")
			claims = append(claims, c)
		}
		forward := is(verdicts(t, claims...))
		slices.Reverse(claims)
		backward := is(verdicts(t, claims...))
		slices.Reverse(backward)
		if !slices.Equal(forward, backward) {
			r.Errorf("%v and %v", forward, backward)
		}
		for i := range claims {
			for j := range claims {
				if compatible(&claims[i], &claims[j]) != compatible(&claims[j], &claims[i]) {
					r.Errorf("%+v and %+v", claims[i], claims[j])
				}
			}
		}
	})
}

func TestLinks(t *testing.T) {
	claims := []claim.Claim{{Units: []string{"B", "A"}}, {Codes: []string{"A", ""}}, {}}
	v := []Verdict{{}, {}, {Claim: 2, Evidence: []Evidence{{Index: "x", Edition: "2020", Unit: "C", Node: "n"}}}}
	got := ByUnit(claims, v)
	want := []Said{{"A", []int{0, 1}}, {"B", []int{0}}, {"C", []int{2}}}
	if !slices.EqualFunc(got, want, func(a, b Said) bool { return a.Unit == b.Unit && slices.Equal(a.Claims, b.Claims) }) {
		t.Errorf("%v", got)
	}
	if at := At(v, "x", "2020", "C", "n"); !slices.Equal(at, []int{2}) {
		t.Errorf("%v", at)
	}
	if cites("seeds/2020-08-abc.txt", "2020-08-ab") || !cites("(000_d47c49240ba1356a; x)", "000_d47c49240ba1356a") || cites("a", "a") {
		t.Error("names of texts")
	}
}
