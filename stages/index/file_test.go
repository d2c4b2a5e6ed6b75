package index

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xephang/stages/problem"
)

// problemsOf parses and gives each problem as "line:column code".
func problemsOf(src []byte) (all []string) {
	_, problems := Parse("index.yaml", "x", src, nil)
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Column, p.Code))
	}
	return all
}

// TestFiles: what is no declaration at all, and YAML that cannot be read, is told with its place.
func TestFiles(t *testing.T) {
	good := string(wrap("tree: {node: r, parts: [{node: a, name: {vi: A, en: A}}]}\neditions: {2020: }\n"))
	for name, c := range map[string]struct {
		src  string
		want string
	}{
		"empty":             {"", "1:1 index-empty"},
		"comments only":     {"# nothing\n\n", "1:1 index-empty"},
		"null":              {"~\n", "1:1 index-empty"},
		"a zip":             {"PK\x03\x04\x14\x00\x06", "1:3 index-not-text"},
		"NUL on line 2":     {"name: x\nab\x00c", "2:3 index-not-text"},
		"Windows-1258":      {"name: {vi: B\xf4 X\xe2y d\xf9ng}", "1:13 index-not-text"},
		"escape character":  {"name: \x1b[31m", "1:7 index-not-text"},
		"a word":            {"xin chào\n", "1:1 index-type"},
		"a list":            {"- a\n- b\n", "1:1 index-type"},
		"two documents":     {good + "---\nname: x\n", "6:1 index-documents"},
		"BOM":               {"\ufeff" + good, ""},
		"CRLF":              {strings.ReplaceAll(good, "\n", "\r\n"), ""},
		"good":              {good, ""},
		"unclosed bracket":  {"name: {vi: A, en: B}\nunits: [country\nscale: {from: 0}\n", "2:1 index-yaml"},
		"unclosed quote":    {"name: {vi: \"A, en: B}\nunits: [country]\n", "3:1 index-yaml"},
		"tab":               {"name:\n  vi: A\n\ten: B\n", "3:2 index-yaml"},
		"bad indentation":   {"name:\n  vi: A\n en: B\nunits: [a]\n", "3:2 index-yaml"},
		"unknown anchor":    {"name: {vi: A, en: B}\nunits: *no\nscale: 3\n", "2:1 index-yaml"},
		"colon in a text":   {"name: {vi: A, en: B}\nabout: x: y\n", "2:1 index-yaml"},
		"second is broken":  {good + "---\nname: [\n", "8:1 index-yaml"},
		"unclosed at start": {"{", "1:1 index-yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(problemsOf([]byte(c.src)), ", "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAliases: anchors that are merely reused work; those that multiply are stopped early, with one problem.
func TestAliases(t *testing.T) {
	reuse := string(wrap("tree: {node: r, parts: [{node: a, name: {vi: A, en: A}}]}\neditions:\n  2020: &e {decimals: 3, missing: zero}\n  2021: *e\n  2022: {<<: *e, missing: withhold}\n  2023: {<<: [*e], decimals: 1}\n"))
	ix, problems := Parse("index.yaml", "x", []byte(reuse), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i, want := range []string{"3 zero", "3 zero", "3 withhold", "1 zero"} {
		if e := ix.Editions[i]; fmt.Sprint(e.Decimals, " ", e.Missing) != want {
			t.Errorf("%s: %d %s, want %s", e.ID, e.Decimals, e.Missing, want)
		}
	}

	var bomb bytes.Buffer
	bomb.WriteString("name: {vi: A, en: A}\ntree:\n  node: r\n  parts:\n    - &a0 {node: a, name: {vi: A, en: A}}\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&bomb, "    - &a%d {node: a%d, name: {vi: A, en: A}, parts: [*a%d, *a%d, *a%d, *a%d]}\n", i, i, i-1, i-1, i-1, i-1)
	}
	bomb.WriteString("editions: {2020: }\n" + strings.Repeat("# padding\n", 100_000))
	_, problems = Parse("index.yaml", "x", bomb.Bytes(), nil)
	if n := tally(problems, "index-alias"); n != 1 {
		t.Errorf("%d problems of kind index-alias, want 1", n)
	}

	wide := "name: &n [" + strings.Repeat("x, ", 1000) + "x]\nabout: [" + strings.Repeat("*n, ", 200_000) + "*n]\n"
	if _, problems = Parse("index.yaml", "x", []byte(wide), nil); problems.Faults() == 0 {
		t.Error("a wide file of aliases has no fault")
	}
	deep := "tree: " + strings.Repeat("{node: a, parts: [", 3000) + strings.Repeat("]}", 3000) + "\n"
	if _, problems = Parse("index.yaml", "x", []byte(deep), nil); problems.Faults() == 0 {
		t.Error("a deep file has no fault")
	}
}

func tally(problems problem.List, code string) (n int) {
	for _, p := range problems {
		if p.Code == code {
			n++
		}
	}
	return n
}

// TestAllAtOnce: one run shows the faults of every part of a file, sorted by place, in both languages, with the index.
func TestAllAtOnce(t *testing.T) {
	src, err := os.ReadFile("testdata/bad/editions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, problems := Parse("index.yaml", "x", src, registry(t))
	line := 0
	for _, p := range problems {
		if p.Place.Line < line || p.Place.Column < 1 || p.Place.File != "index.yaml" {
			t.Errorf("out of order or without a place: %s", p)
		}
		line = p.Place.Line
		if p.Index != "x" || p.What.VI == "" || p.What.EN == "" || p.Remedy.VI == "" || p.Remedy.EN == "" {
			t.Errorf("incomplete: %+v", p)
		}
	}
	again, _ := Parse("index.yaml", "x", src, registry(t))
	_, twice := Parse("index.yaml", "x", src, registry(t))
	if len(twice) != len(problems) || again == nil {
		t.Error("a second run finds other problems")
	}
}

func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/good/*.yaml", "testdata/bad/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte("tree: &a {<<: *a, parts: [*a]}"))
	f.Add([]byte("? {a: b}\n: c"))
	f.Add([]byte("editions: {2020: {blocks: [{units: [~]}]}}"))
	f.Fuzz(func(t *testing.T, src []byte) {
		ix, problems := Parse("index.yaml", "x", src, nil)
		if ix == nil {
			t.Fatal("no index")
		}
		for _, p := range problems {
			if p.Place.Line < 1 || p.In("vi") == "" {
				t.Errorf("a problem without a place: %+v", p)
			}
		}
		if problems.Faults() > 0 {
			return
		}
		for _, p := range ix.Plans {
			sound(t, p)
		}
	})
}
