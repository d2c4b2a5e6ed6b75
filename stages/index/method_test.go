package index

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/problem"
)

// TestMethods: the grammar as the import command and index.yaml write it.
func TestMethods(t *testing.T) {
	good := map[Role]string{
		Screen: "none available:0.65 available:0.5:0.3 nonzero:0.1",
		Fill:   "none mean median group-mean:GDP_group group-median:region row-mean latest latest:5 linear constant",
		Treat: "none winsorise:5 winsorise:3:log winsorise:3:log-plus winsorise:3:box-cox:0.5 winsorise:5:force winsorise:5:log:skew=2.5:kurt=4 " +
			"log log-plus box-cox:-0.5",
		Normalise: "none minmax:0:100 minmax:-1:1 zscore:10:2 scaled:0:100:5 scaled:5:1:-2 rank rank:average borda percentile-rank percentile categorical " +
			"fraction-of-max fraction-of-min distance-to-max distance-to-min distance-to-reference:VNM distance-to-reference:VNM:cap distance-to-target " +
			"distance-to-target:cap goalposts goalposts:100 goalposts:100:open mean-band mean-band:0.1 ratio-to-mean distance-to-mean",
		Combine:   "mean geometric harmonic generalised:0.5 generalised:-1 median minimum points mpi mpi:- mpi:+ ampi ampi:- copeland outranking kemeny",
		Weighting: "given equal pca fa entropy critic ahp bod importance",
	}
	bad := map[Role]string{
		Screen: "available available:65 available:x all nonzero:0.1:0.2 none:1",
		Fill:   "group-mean group-mean: latest:0 latest:1.5 latest:2:3 linear:1 impute mean:2",
		Treat:  "winsorise winsorise:0 winsorise:x winsorise:5:box-cox winsorise:5:log:2 winsorise:5:sqrt box-cox log:2 winsorise:5:skew= winsorise:5:skew=-1",
		Normalise: "minmax minmax:0 minmax:100:0 minmax:0:0 minmax:0:100:5 minmax:0:inf minmax:0:NaN minmax:0:0x10 minmax:0,5:1 zscore:0 zscore:0:0 zscore:0:-1 " +
			"scaled:0:0:1 scaled:0:1:0 scaled:0:1 rank:1 distance-to-reference distance-to-target:x goalposts:0 goalposts:open mean-band:2 min-max:0:1",
		Combine:   "generalised generalised:0 generalised:x mean:1 mpi:x avg",
		Weighting: "given:1 weights fixed",
	}
	at := problem.Place{File: "f", Line: 3, Column: 7}
	for _, role := range Roles() {
		seen := map[string]bool{}
		for _, text := range strings.Fields(good[role]) {
			m, faults := ParseMethod(role, text, at)
			if len(faults) > 0 || m.String() != text || m.Place != at {
				t.Errorf("%s %s: read as %s, %v", role, text, m, faults)
			}
			seen[m.Name] = true
			words := m.Words(role)
			if words.VI == "" || words.EN == "" || strings.ContainsAny(words.VI+words.EN, "«»{}") || !strings.HasSuffix(words.VI, ".") {
				t.Errorf("%s %s is said as %q", role, text, words)
			}
		}
		for _, s := range methods[role] {
			if !seen[s.name] {
				t.Errorf("%s %s is not tested", role, s.name)
			}
		}
		if len(sentences[role]) != len(methods[role]) || len(Methods(role)) != len(methods[role]) {
			t.Errorf("%s: %d sentences for %d methods", role, len(sentences[role]), len(methods[role]))
		}
		for _, text := range append(strings.Fields(bad[role]), "", ":", "none of these") {
			m, faults := ParseMethod(role, text, at)
			if len(faults) != 1 || !m.IsZero() || faults[0].Place != at || faults[0].Found != text {
				t.Errorf("%s %q: read as %s, %v", role, text, m, faults)
				continue
			}
			complete(t, faults[0].In("vi"), faults[0].In("en"))
		}
	}
}

func TestMethodsUsage(t *testing.T) {
	want := "none, winsorise:MAX[:log|log-plus|box-cox[:LAMBDA]][:force][:skew=X][:kurt=X], log, log-plus, box-cox:LAMBDA"
	if got := strings.Join(Methods(Treat), ", "); got != want {
		t.Errorf("usage %s", got)
	}
}

func TestMethodValues(t *testing.T) {
	m, _ := ParseMethod(Combine, " arithmetic ", problem.Place{})
	if m.String() != "mean" {
		t.Errorf("arithmetic is %s", m)
	}
	m, _ = ParseMethod(Normalise, "goalposts:100:open", problem.Place{})
	if m.Number(0, 1) != 100 || m.Number(1, 7) != 7 || m.Number(5, 3) != 3 || !m.Has("open") || m.Has("cap") || m.Arg(9) != "" {
		t.Errorf("arguments of %s", m)
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"geometrc": "geometric", "GEOMETRIC": "geometric", "meen": "mean", "zzz": "", "": "", "geo": "geometric", "mainframe": ""} {
		if got := nearest(word, []string{"mean", "geometric", "median"}); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringN(0, 8, 12).Draw(t, "a"), rapid.StringN(0, 8, 12).Draw(t, "b")
		if d := distance(a, b); d != distance(b, a) || (d == 0) != (a == b) || d > max(len(a), len(b)) {
			t.Fatalf("distance of %q and %q is %d", a, b, d)
		}
	})
}

func FuzzParseMethod(f *testing.F) {
	for _, s := range []string{"winsorise:5:log", "minmax:0:100", "mean", ":::", "distance-to-reference:a:cap", "winsorise:1:box-cox:2:force:skew=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, role := range Roles() {
			m, faults := ParseMethod(role, s, problem.Place{})
			if m.IsZero() != (len(faults) > 0) {
				t.Fatalf("%s %q: %v %v", role, s, m, faults)
			}
			if again, faults := ParseMethod(role, m.String(), problem.Place{}); !m.IsZero() && (len(faults) > 0 || again.String() != m.String()) {
				t.Fatalf("%s %q: written as %q and not read back", role, s, m)
			}
		}
	})
}
