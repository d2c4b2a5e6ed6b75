package view

import "xephang/stages/problem"

// GlossaryAddress is the page of terms.
const GlossaryAddress = "thuat-ngu.html"

// Term is one word of the field: what it is called in both languages, what it means here, which terms belong beside it.
type Term struct {
	ID    string // its anchor
	Name  problem.Text
	Means problem.Text
	See   []string
}

// TermGroup is the terms of one step from figure to verdict.
type TermGroup struct {
	ID    string
	Name  problem.Text
	Terms []Term
}

// Glossary lists the terms, from the figures that are read to what is said of the ranks.
func Glossary() []TermGroup { return glossary }

var termByID = func() map[string]Term {
	all := map[string]Term{}
	for _, g := range glossary {
		for _, t := range g.Terms {
			all[t.ID] = t
		}
	}
	return all
}()

// TermHref is where a term is explained.
func TermHref(id string) string { return GlossaryAddress + "#" + id }

// Terms are links to the explanations of some terms; an id that is no term is left out.
func Terms(l Lang, ids ...string) (links []Span) {
	for _, id := range ids {
		if t, ok := termByID[id]; ok {
			links = append(links, Span{Text: l.In(t.Name), Href: TermHref(id)})
		}
	}
	return links
}

// FoundTerms are the entries of the terms for the search.
func FoundTerms(l Lang) (all []Entry) {
	for _, g := range glossary {
		for _, t := range g.Terms {
			e := Entry{Name: l.In(t.Name), Href: TermHref(t.ID), Sort: l.Say("find.term")}
			e.also(t.Name.VI, t.Name.EN)
			all = append(all, e)
		}
	}
	return all
}
