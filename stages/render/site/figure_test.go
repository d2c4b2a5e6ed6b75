package site_test

import (
	"encoding/csv"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"xephang/stages/render/view"
)

// titleMost is how many words the message of a figure has at most; in Vietnamese a word is mostly two syllables.
var titleMost = map[string]int{"en": 15, "vi": 22}

// Every figure has its message, measure, source, table, file and anchor.
func TestFiguresAreFramed(t *testing.T) {
	files, docs, figures := pagesOf(t), documents(t), 0
	for name, d := range docs {
		for _, fig := range d.all("figure") {
			figures++
			id, _ := attr(fig, "id")
			at := name + "#" + id
			title, sub, from := classed(fig, "msg"), classed(fig, "sub"), classed(fig, "from")
			if id == "" || title == "" || sub == "" || from == "" {
				t.Errorf("%s: title %q, measure %q, source %q", at, title, sub, from)
			}
			lang, _ := attr(d.all("html")[0], "lang")
			if n := len(strings.Fields(nameless(title))); n > titleMost[lang] {
				t.Errorf("%s: %d words: %q", at, n, title)
			}
			tables, anchors, sheets := 0, 0, 0
			for n := range fig.Descendants() {
				href, _ := attr(n, "href")
				switch {
				case n.Type != html.ElementNode:
				case n.Data == "table":
					tables++
				case href == "#"+id:
					anchors++
				case strings.HasPrefix(href, "#"):
					if x := byID(d, href[1:]); x != nil && x.Data == "table" {
						tables++
					}
				case strings.HasSuffix(href, ".csv"):
					sheets++
					sheet(t, at, files[path.Join(path.Dir(name), href)])
				}
			}
			if tables == 0 || anchors != 1 || sheets != 1 {
				t.Errorf("%s: %d tables, %d anchors, %d files", at, tables, anchors, sheets)
			}
		}
	}
	if figures < 40 {
		t.Errorf("only %d figures", figures)
	}
}

// nameless is a title without the names of units, which may be of any length.
func nameless(title string) string {
	var names []string
	for _, u := range current.Units.All() {
		for _, l := range view.Langs {
			names = append(names, l.In(u.Name))
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // "Thua Thien Hue" before "Hue"
	for _, n := range names {
		title = strings.ReplaceAll(title, n, "·")
	}
	return title
}

// sheet checks the file of a figure: UTF-8, lines of one length, numbers with a decimal point and no other dress.
func sheet(t *testing.T, at string, data []byte) {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(lines) < 2 || !utf8.Valid(data) || !strings.HasSuffix(string(data), "\r\n") {
		t.Errorf("%s: file of %d lines: %v", at, len(lines), err)
		return
	}
	numbers := 0
	for _, line := range lines[1:] {
		for _, cell := range line {
			if _, err := strconv.ParseFloat(cell, 64); err == nil {
				numbers++
			}
			if strings.ContainsAny(cell, "▲▼−") {
				t.Errorf("%s: dressed figure %q", at, cell)
			}
		}
	}
	if numbers == 0 || slices.Contains(lines[0], "") {
		t.Errorf("%s: %d numbers under %q", at, numbers, lines[0])
	}
}

// The file of a figure holds the figures in full where the page rounds them.
func TestFiguresOfFilesAreWhole(t *testing.T) {
	lines, err := csv.NewReader(strings.NewReader(string(pagesOf(t)["xep-hang/egdi/2022.diem1.csv"]))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	e := current.Board("egdi").Edition("2022")
	if len(lines) < 5 || lines[0][0] != "Mã" {
		t.Fatalf("%q", lines)
	}
	for _, line := range lines[1:] {
		row, ok := e.Table.Row(line[0])
		if got, err := strconv.ParseFloat(line[2], 64); !ok || err != nil || got != e.Standing(0, row).Score {
			t.Errorf("%q: the table holds %v", line, e.Standing(0, row).Score)
		}
	}
}

// classed gives the text of the first element of a class.
func classed(root *html.Node, class string) string {
	for n := range root.Descendants() {
		if c, ok := attr(n, "class"); ok && slices.Contains(strings.Fields(c), class) {
			return strings.TrimSpace(text(n))
		}
	}
	return ""
}
