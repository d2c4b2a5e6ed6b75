package text

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/units"
)

// registry is the one of data/units.csv.
var registry = sync.OnceValue(func() *units.Registry {
	b, err := os.ReadFile("../../../data/units.csv")
	if err != nil {
		panic(err)
	}
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: b}})
	return reg
})

// indices are those of data/, parsed.
var indices = sync.OnceValue(func() (all []*index.Index) {
	paths, _ := filepath.Glob("../../../data/*/index.yaml")
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		x, _ := index.Parse(path, filepath.Base(filepath.Dir(path)), b, registry())
		all = append(all, x)
	}
	return all
})

// plain knows the units only, full the indices of data/ too.
var (
	plain = sync.OnceValue(func() *Reader { return NewReader(registry(), nil) })
	full  = sync.OnceValue(func() *Reader { return NewReader(registry(), indices()) })
)

// line writes a claim as the suites do: kind | subject | value | of … | qualifier | unit | group | year.
func line(c claim.Claim) []string {
	parts := []string{string(c.Kind), c.Subject, c.ValueText()}
	if c.Of > 0 {
		parts = append(parts, "of "+strconv.FormatFloat(c.Of, 'f', -1, 64))
	}
	for _, s := range []string{c.Qualifier, c.Unit, c.Group, c.Metric, c.Deadline.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if c.Year > 0 {
		parts = append(parts, strconv.Itoa(c.Year))
	}
	return parts
}

// agrees tells whether an expected line names the claim: kind, subject and value equal, everything further among its parts.
func agrees(want string, c claim.Claim) bool {
	have := line(c)
	parts := strings.Split(want, "|")
	for i, w := range parts {
		w = strings.TrimSpace(w)
		if i < 3 && (i >= len(have) || have[i] != w) {
			return false
		}
		found := false
		for _, h := range have {
			found = found || h == w
		}
		if !found {
			return false
		}
	}
	return true
}

// check reads a text and compares its claims with the expected lines, in any order; a "? " before a line makes it optional.
func check(t *testing.T, where, text string, want []string) {
	t.Helper()
	doc, _ := Read("a.txt", []byte(text))
	got := plain().Claims(doc, Options{})
	used := make([]bool, len(got))
	var missing []string
next:
	for _, w := range want {
		w, optional := strings.CutPrefix(w, "? ")
		for i, c := range got {
			if !used[i] && agrees(w, c) {
				used[i] = true
				continue next
			}
		}
		if !optional {
			missing = append(missing, "missing  "+w)
		}
	}
	for i, c := range got {
		if c.Quote != doc.Quote(c.Start, c.End) || c.Quote == "" {
			t.Errorf("%s: quote %q is not the text at %d–%d", where, c.Quote, c.Start, c.End)
		}
		if !used[i] {
			missing = append(missing, fmt.Sprintf("too many %s   «%s»", strings.Join(line(c), " | "), c.Quote))
		}
	}
	if len(missing) > 0 {
		t.Errorf("%s: %s\n\t%s", where, text, strings.Join(missing, "\n\t"))
	}
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			if len(r.examples) == 0 {
				t.Error("no example stands beside the rule")
			}
			for _, e := range r.examples {
				check(t, fmt.Sprintf("line %d", e.line), strings.ReplaceAll(e.text, "⏎", "\n"), e.claims)
			}
		})
	}
}

// TestSuite reads testdata/suite/*.txt: a text, then its claims, each behind "> "; blank lines part the cases.
func TestSuite(t *testing.T) {
	paths, _ := filepath.Glob("testdata/suite/*.txt")
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i, block := range strings.Split(string(b), "\n\n") {
			var text, want []string
			for l := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
				switch w, isClaim := strings.CutPrefix(l, "> "); {
				case strings.HasPrefix(l, "#"):
				case isClaim:
					want = append(want, w)
				default:
					text = append(text, l)
				}
			}
			if len(text) > 0 {
				n++
				t.Run(fmt.Sprintf("%s/%d", filepath.Base(path), i), func(t *testing.T) { check(t, path, strings.Join(text, "\n"), want) })
			}
		}
		t.Logf("%s: %d cases", path, n)
	}
}

// TestMeasure writes the claims of the texts in $XEPHANG_TEXTS to $XEPHANG_CLAIMS, for a scorer outside.
func TestMeasure(t *testing.T) {
	from, to := os.Getenv("XEPHANG_TEXTS"), os.Getenv("XEPHANG_CLAIMS")
	if from == "" || to == "" {
		t.Skip("XEPHANG_TEXTS and XEPHANG_CLAIMS name a folder of texts and a file to write")
	}
	paths, _ := filepath.Glob(filepath.Join(from, "*.txt"))
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(f)
	w.Write(claim.Columns)
	for _, path := range paths {
		b, _ := os.ReadFile(path)
		doc, _ := Read(filepath.Base(path), b)
		for _, c := range full().Claims(doc, Options{}) {
			w.Write(c.Row("", "", ""))
		}
	}
	w.Flush()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
