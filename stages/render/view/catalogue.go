package view

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// KindsAddress is the catalogue of problems.
const KindsAddress = "loi/index.html"

// KindPage explains one kind of problem.
type KindPage struct {
	Code, Title, Severity string
	What, When            string
	Expected, Remedy      string
	Example               string
	Here                  string // how often this run met it
	Slots                 bool   // its texts have dots for what a case is about
	Before, After         *Span  // the kinds beside it in the catalogue
}

// KindsPage lists every kind of problem.
type KindsPage struct {
	Lede  string
	Table *Table
}

// KindAddress is the page of a kind of problem, empty where the catalogue has none of that code.
func (r *Report) KindAddress(code string) string {
	if !slices.ContainsFunc(r.Kinds, func(k problem.Kind) bool { return k.Code == code }) {
		return ""
	}
	return kindAddress(code)
}

func kindAddress(code string) string { return "loi/" + Slug(code) + ".html" }

// Catalogue lists every kind of problem that the program may tell of, by code.
func (r *Report) Catalogue(l Lang) KindsPage {
	faults := 0
	t := &Table{ID: "ma-loi", Sortable: true, Caption: l.Say("fault.t"), Columns: []Column{{Label: l.Say("quality.code")}, {Label: l.Say("quality.severity")}, {Label: l.Say("fault.what")}}}
	for _, k := range r.Kinds {
		faults += bit(k.Severity == problem.Fault)
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: k.Code, Href: kindAddress(k.Code), Head: true, ID: Slug(k.Code)}, {Text: l.severity(k.Severity), Tone: Short}, {Text: spoken(l, k.What)}}})
	}
	return KindsPage{Lede: l.Say("fault.count", "n", l.Whole(len(r.Kinds)), "faults", l.Whole(faults), "doubts", l.Whole(len(r.Kinds)-faults)), Table: t}
}

// named are the words in braces that stand for what a problem is about.
var named = regexp.MustCompile(`(\{[^}]*\} ?)+`)

// spoken is a text as the catalogue shows it: dots where the case is named, no colon that leads to what was found.
func spoken(l Lang, t problem.Text) string {
	s := named.ReplaceAllStringFunc(strings.TrimRight(strings.TrimSpace(l.In(t)), ":"), func(m string) string {
		return "…" + strings.Repeat(" ", len(m)-len(strings.TrimRight(m, " ")))
	})
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Kind makes the page of the kind at a position of the catalogue.
func (r *Report) Kind(l Lang, i int) KindPage {
	k := r.Kinds[i]
	p := KindPage{Code: k.Code, Title: l.Say("fault.of", "code", k.Code), Severity: l.Say("fault.blocks"), What: cmp.Or(spoken(l, k.What), k.Code), When: spoken(l, k.When),
		Expected: spoken(l, k.Expected), Remedy: spoken(l, k.Remedy), Example: k.Example, Here: l.Say("fault.never")}
	if k.Severity == problem.Doubt {
		p.Severity = l.Say("fault.marked")
	}
	p.Slots = named.MatchString(l.In(k.What) + l.In(k.Expected) + l.In(k.Remedy))
	n, first := 0, ""
	for _, x := range r.Problems {
		if x.Code == k.Code {
			if n++; n == 1 {
				first = x.Place.String()
			}
		}
	}
	if n > 0 {
		p.Here = l.Say("fault.now", "n", l.Whole(n), "place", first)
	}
	if i > 0 {
		p.Before = &Span{Text: r.Kinds[i-1].Code, Href: kindAddress(r.Kinds[i-1].Code)}
	}
	if i+1 < len(r.Kinds) {
		p.After = &Span{Text: r.Kinds[i+1].Code, Href: kindAddress(r.Kinds[i+1].Code)}
	}
	return p
}

// FoundKinds are the entries of the catalogue for the search.
func (r *Report) FoundKinds(l Lang) (all []Entry) {
	for _, k := range r.Kinds {
		all = append(all, Entry{Name: k.Code, Href: kindAddress(k.Code), Sort: l.Say("find.kind")})
	}
	return all
}

// day writes a date given as text, 2025-10-31; anything else stays as it stands.
func (l Lang) day(s string) string {
	if d, err := units.ParseDate(s); err == nil && d != 0 {
		return l.Date(d)
	}
	return s
}
