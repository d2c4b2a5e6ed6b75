// Package text reads the texts of seeds/ — bulletins and press reports — and takes out of them every quantitative
// claim of the domain: who stands where, with which score, by how many places up or down, which share, which target.
//
// Read decodes whatever bytes it is handed (decode.go, frequent.go) and splits them into sentences (sentence.go). Claims
// cuts each sentence into tokens (token.go) and chunks: phrases of lexicon/*, names of units, figures, dates (chunk.go,
// name.go, generic.go, date.go, number.go); joins names to lists (list.go) and tells what part they play (role.go).
// The rules of rules/*.txt, small patterns over chunks each with its examples beside it, find the figures (rule.go,
// pattern.go, match.go, condition.go, figure.go). Then each figure gets its subject (subject.go, group.go, context.go;
// home.go: the body of which a whole text tells), what it
// measures (metric.go, title.go), its year (year.go), and whether it is a target (target.go).
//
// The pipeline opens the files and stands before it; reconcile checks the claims against the cube.
package text

import (
	"strings"

	"xephang/stages/problem"
)

// Document is a text as decoded. Offsets everywhere count its code points: a byte order mark counts one, CRLF counts one.
type Document struct {
	Name      string // file name, as in claims.csv
	Title     string // its headline, or its first sentence
	Encoding  string // utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
	Text      []rune
	Sentences []Sentence
}

// Sentence is a span [Start, End) of a document.
type Sentence struct {
	Start, End int
	Paragraph  int  // number of its line, from 0, empty lines not counted
	Form       Form // what it is in the layout
}

// Form is what a sentence is in the layout of its text.
type Form uint8

const (
	Prose   Form = iota
	Title        // the headline
	Heading      // a short line that ends with a colon or without a full stop: gives its scope to what follows
	Entry        // an entry of a list: "- …", "+ …", "1. …", "a) …"
	Aside        // bylines, sources, addresses: no claims are read in them
)

// Quote gives the code points [start, end) of the text; spans outside of it give what lies inside.
func (d *Document) Quote(start, end int) string {
	start, end = max(0, start), min(end, len(d.Text))
	if start >= end {
		return ""
	}
	return string(d.Text[start:end])
}

// Sentence is the text of the i-th sentence.
func (d *Document) Sentence(i int) string {
	return d.Quote(d.Sentences[i].Start, d.Sentences[i].End)
}

// Read decodes a text and splits it into sentences. It never fails: what is wrong is told in the problems, and a text
// that cannot be read at all comes back without sentences.
func Read(name string, b []byte) (*Document, problem.List) {
	d := &Document{Name: name, Encoding: "utf-8"}
	var found problem.List
	text, encoding, bad := decode(name, b)
	found.Add(bad...)
	if text == "" {
		return d, found
	}
	d.Encoding = encoding
	d.Text = []rune(newlines.Replace(text))
	found.Add(inspect(name, d.Text)...)
	d.Sentences = split(d.Text)
	d.Title = d.headline()
	return d, found
}

// newlines makes every line end one code point, as Python's text mode and most editors count.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// headline is the first sentence that is the title, else the first that says anything, at most 160 code points.
func (d *Document) headline() string {
	for i, s := range d.Sentences {
		if s.Form != Aside {
			r := []rune(strings.Join(strings.Fields(strings.TrimPrefix(d.Sentence(i), "\ufeff")), " "))
			if len(r) > 160 {
				return string(r[:159]) + "…"
			}
			return string(r)
		}
	}
	return ""
}
