package view

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// asked finds the keys of phrases in Go and in layouts.
var asked = regexp.MustCompile(`(?:Say|Sentence|say|T)[ (]*(?:l, )?"([a-z]+(?:\.[a-z]+)+)"|"((?:nav|front|rank|check|data|dots|head|unit|history|unit\.message|trend|index)\.[a-z.]+)"`)

// made are the beginnings of keys that are put together from an id.
var made = []string{"pack.reason.", "pack.verdict.", "kind.", "noun.", "col.", "trust.", "check.why.", "diff.layer.", "diff.status.", "diff.effect.", "diff.h.", "diff.n."}

func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, pattern := range []string{"*.go", "../site/*.go", "../site/pages/*.html", "../book/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if strings.HasPrefix(filepath.Base(f), "words_") || strings.HasSuffix(f, "_test.go") {
				continue
			}
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(b)
		}
	}
	return all.String()
}

func TestEveryPhraseAskedForExists(t *testing.T) {
	n := 0
	for _, m := range asked.FindAllStringSubmatch(sources(t), -1) {
		key := m[1] + m[2]
		if strings.HasSuffix(key, ".") || strings.HasSuffix(key, ".html") {
			continue // the beginning of a key, or a page
		}
		if _, ok := phrases[key]; !ok {
			t.Errorf("no phrase %q", key)
		}
		n++
	}
	if n < 150 {
		t.Errorf("only %d uses found: does the pattern still fit the code?", n)
	}
}

// inBooks are the phrases of workbooks, most of whose keys are put together from a sheet's name and a column's.
var inBooks = regexp.MustCompile(`^(book|audit|filed|open|form)\.`)

func TestEveryPhraseIsUsed(t *testing.T) {
	src := sources(t)
	for key := range phrases {
		used := strings.Contains(src, `"`+key+`"`) || inBooks.MatchString(key)
		for _, p := range made {
			used = used || strings.HasPrefix(key, p)
		}
		if !used {
			t.Errorf("phrase %q is nowhere used", key)
		}
	}
}

var slots = regexp.MustCompile(`\{[^}]*\}`)

// A phrase stands in both languages, with the same slots, composed, and without a figure of its own: every digit that a
// reader sees comes from the tables.
func TestPhrasesAreWhole(t *testing.T) {
	proper := regexp.MustCompile(`SHA-256|SHA256SUMS|RFC 4180|M49|JavaScript`)
	for key, p := range phrases {
		if strings.TrimSpace(p.VI) == "" || strings.TrimSpace(p.EN) == "" {
			t.Errorf("%s: %+v", key, p)
		}
		for _, s := range []string{p.VI, p.EN} {
			if !norm.NFC.IsNormalString(s) {
				t.Errorf("%s: %q is not composed", key, s)
			}
			if strings.ContainsFunc(proper.ReplaceAllString(slots.ReplaceAllString(s, ""), ""), unicode.IsDigit) {
				t.Errorf("%s: %q holds a figure", key, s)
			}
		}
		for _, s := range slots.FindAllString(p.VI, -1) {
			if !strings.Contains(p.EN, s) {
				t.Errorf("%s: slot %s is missing in English", key, s)
			}
		}
		for _, s := range slots.FindAllString(p.EN, -1) {
			if !strings.Contains(p.VI, s) {
				t.Errorf("%s: slot %s is missing in Vietnamese", key, s)
			}
		}
	}
}

func TestNoPhraseInTwoTables(t *testing.T) {
	n := 0
	for _, table := range tables {
		n += len(table)
	}
	if n != len(phrases) {
		t.Errorf("%d phrases in the tables, %d together: a key stands twice", n, len(phrases))
	}
}

func TestSentence(t *testing.T) {
	s := VI.Sentence("head.first", Slot{"unit", Span{Text: "{score}", Href: "don-vi/a.html"}}, Slot{"index", Span{Text: "EGDI"}},
		Slot{"edition", Span{Text: "2024"}}, Slot{"score", Span{Text: "0,9", Ref: "egdi/2024/A/egdi/score"}})
	if got, want := s.String(), "{score} đứng đầu EGDI kỳ 2024 với 0,9 điểm."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if len(s) != 8 || s[0].Href == "" || s[6].Ref == "" {
		t.Errorf("%+v", s)
	}
	if got := VI.Say("no.such"); got != "‹no.such›" {
		t.Errorf("unknown key gives %q", got)
	}
	if got := EN.Say("noun.country", "n", "{n}"); got != "{n} countries" {
		t.Errorf("%q", got)
	}
}

func TestListAndUnits(t *testing.T) {
	for _, c := range [][2]string{
		{VI.List(nil), ""}, {VI.List([]string{"A"}), "A"}, {VI.List([]string{"A", "B"}), "A và B"}, {EN.List([]string{"A", "B", "C"}), "A, B and C"},
		{VI.Units([]string{"province"}, 63), "63 tỉnh, thành phố"}, {VI.Units([]string{"ward"}, 2000), "2.000 đơn vị"}, {EN.Units(nil, 1), "1 bodies"},
		{VI.Kind("ministry", true), "Bộ, cơ quan ngang bộ"}, {VI.Kind("ward", false), "ward"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{"VNM": "vnm", "P-HNO": "p-hno", "Đắk Lắk": "dak-lak", "a__b  c": "a-b-c", "": "x-", "CON": "x-con",
		"index": "x-index", "2022 (63)": "2022-63", "…": "x-", "Ữ": "u", "nul.": "x-nul"} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"ngắn", 10, "ngắn"}, {"một câu dài hơn", 10, "một câu…"}, {"mộttừrấtdài", 5, "mộtt…"}} {
		if got := Cut(c.s, c.n); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.s, c.n, got, c.want)
		}
	}
}

func TestAsPrinted(t *testing.T) {
	for in, want := range map[string]string{"0.6783": "0,6783", "+0.05": "+0,05", "-1.5": "−1,5", "34": "34", "Phú Yên": "Phú Yên", "1.2.3": "1.2.3", "": "", "+": "+"} {
		if got := VI.asPrinted(in); got != want {
			t.Errorf("asPrinted(%q) = %q, want %q", in, got, want)
		}
	}
}
