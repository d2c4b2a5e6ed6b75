// Package problem says what is wrong with an input: a stable code, how grave it is, the place, what was found,
// what was expected and how to mend it, in Vietnamese and English. It is the ground floor: every room may import
// it and it imports none. Bad rows are collected as problems and reading goes on, so one run shows them all.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Text is a sentence or a name in the two languages of the publication.
type Text struct{ VI, EN string }

// In gives the text in "vi" or "en"; a language that is missing falls back to the other.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" || t.VI == "" {
		return t.EN
	}
	return t.VI
}

// IsZero tells that neither language says anything.
func (t Text) IsZero() bool { return t.VI == "" && t.EN == "" }

// Severity parts what blocks publication from what is published with its mark.
type Severity uint8

const (
	Fault Severity = iota // blocks publication (or, in a collecting edition, withholds the cell)
	Doubt                 // is published with its mark
)

func (s Severity) String() string {
	if s == Doubt {
		return "doubt"
	}
	return "fault"
}

// Place is where in the inputs: a cell of a sheet or a line and column of a text, both counted from 1.
type Place struct {
	File, Sheet, Cell string
	Line, Column      int
}

// String prints file, sheet and cell, or file:line:column, leaving out what is not known.
func (p Place) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	switch {
	case p.Sheet != "" && p.Cell != "":
		fmt.Fprintf(&b, " [%s!%s]", p.Sheet, p.Cell)
	case p.Sheet != "":
		fmt.Fprintf(&b, " [%s]", p.Sheet)
	case p.Cell != "":
		fmt.Fprintf(&b, " [%s]", p.Cell)
	}
	return b.String()
}

// Problem is one finding. The texts are filled in already; Found is quoted as it stood in the input.
type Problem struct {
	Code                   string
	Severity               Severity
	Place                  Place
	Found                  string
	What, Expected, Remedy Text
	Index, Edition, Unit   string
}

// Error makes a Problem usable as an error; it prints the Vietnamese line.
func (p Problem) Error() string { return p.In("vi") }

// In prints the problem as one line: place: what "found"; expected; remedy [code].
func (p Problem) In(lang string) string {
	want, do := "cần", "cách sửa"
	if lang == "en" {
		want, do = "expected", "remedy"
	}
	var b strings.Builder
	if at := p.Place.String(); at != "" {
		b.WriteString(at + ": ")
	}
	b.WriteString(p.What.In(lang))
	if p.Found != "" {
		fmt.Fprintf(&b, " “%s”", p.Found)
	}
	if e := p.Expected.In(lang); e != "" {
		fmt.Fprintf(&b, "; %s: %s", want, e)
	}
	if r := p.Remedy.In(lang); r != "" {
		fmt.Fprintf(&b, "; %s: %s", do, r)
	}
	fmt.Fprintf(&b, " [%s]", p.Code)
	return b.String()
}

// List is the problems of a run, in the order found until Sort is called.
type List []Problem

// Add appends problems.
func (l *List) Add(ps ...Problem) { *l = append(*l, ps...) }

// Faults counts the problems that block publication.
func (l List) Faults() (n int) {
	for _, p := range l {
		if p.Severity == Fault {
			n++
		}
	}
	return n
}

// Sort orders by file, sheet, line, column, cell, code and found, so that any order of finding prints the same.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Sheet, b.Place.Sheet),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(len(a.Place.Cell), len(b.Place.Cell)), cmp.Compare(a.Place.Cell, b.Place.Cell),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Found, b.Found))
	})
}
