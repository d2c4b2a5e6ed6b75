package view

import (
	"slices"
	"strconv"

	"xephang/stages/reconcile"
)

// PressDocument is one document with its claims: in their place where it may be shown, else as quotes alone.
type PressDocument struct {
	Title, Lede string
	Note        string // said where only quotes are shown
	Tally       []Tallied
	Paragraphs  [][]MarkedSentence
	Claims      *ClaimTable
	Address     string // of the plain text with the position of every sentence; empty where there is none
}

// MarkedSentence is a sentence in which claims are marked.
type MarkedSentence []Stretch

// Stretch is a run of a sentence; Marks are the claims that it belongs to, none for plain words.
type Stretch struct {
	Text  string
	Tone  Tone
	Marks []ClaimMark
}

// ClaimMark leads from a place in the text to the claim's line below it.
type ClaimMark struct {
	ID     string // o12 where the claim begins, else empty
	Number string
	Href   string // #n12
	Says   string // "khớp"
}

// documents are the texts that were read, then those that only claims name; each once.
func (r *Report) documents() []string { return r.press }

func documentsOf(in Input) (all []string) {
	for _, t := range in.Texts {
		all = append(all, t.File)
	}
	for _, c := range in.Claims {
		if !slices.Contains(all, c.Document) {
			all = append(all, c.Document)
		}
	}
	return all
}

func (r *Report) textOf(document string) (Text, bool) {
	for _, t := range r.Texts {
		if t.File == document {
			return t, true
		}
	}
	return Text{}, false
}

// Shown tells whether a document may be shown in full; without leave only quotes of it are.
func (r *Report) Shown(file string) bool { return r.FullTexts != nil && r.FullTexts(file) }

// Documents lists the documents that have a page of claims.
func (r *Report) Documents() []string { return r.documents() }

// Document makes the page of a document and its claims.
func (r *Report) Document(l Lang, document string) PressDocument {
	var claims []int
	var verdicts []reconcile.Verdict
	for i := range r.Claims {
		if r.Claims[i].Document == document {
			claims, verdicts = append(claims, i), append(verdicts, r.verdict(i))
		}
	}
	name := baseName(document)
	p := PressDocument{Title: l.Say("press.document", "file", name), Tally: l.tally(verdicts), Lede: l.Say("press.document.none")}
	if len(claims) > 0 {
		p.Lede = l.Say("press.document.lede", "n", l.Whole(len(claims)))
		p.Claims = r.claimTable(l, claims, false)
		p.Claims.Caption = l.Say("press.document.table", "file", name)
		p.Claims.within(l, r.Shown(document))
	}
	text, ok := r.textOf(document)
	switch {
	case !ok || !r.Shown(document):
		p.Note = l.Say("press.quotes")
	default:
		p.Address = text.Address()
		p.Paragraphs = r.marked(l, text, claims)
	}
	return p
}

// within says the document's name no more on its own page: a line leads to its place in the text, if that is shown.
func (t *ClaimTable) within(l Lang, shown bool) {
	for i := range t.Lines {
		if d := &t.Lines[i].Document; shown {
			d.Text = l.Say("press.inplace")
		} else {
			*d = Span{}
		}
	}
}

// marked cuts every sentence at the edges of the claims in it.
func (r *Report) marked(l Lang, t Text, claims []int) (paragraphs [][]MarkedSentence) {
	begun := map[int]bool{}
	for i, s := range t.Sentences {
		if i == 0 || s.Paragraph != t.Sentences[i-1].Paragraph {
			paragraphs = append(paragraphs, nil)
		}
		last := len(paragraphs) - 1
		paragraphs[last] = append(paragraphs[last], r.stretches(l, s, claims, begun))
	}
	return paragraphs
}

// stretches of one sentence, in order. begun remembers the claims whose beginning has its anchor already.
func (r *Report) stretches(l Lang, s TextSentence, claims []int, begun map[int]bool) (all MarkedSentence) {
	runes := []rune(s.Text)
	within := func(at int) int { return min(max(at-s.Start, 0), len(runes)) }
	edges := []int{0, len(runes)}
	var here []int
	for _, i := range claims {
		if from, to := within(r.Claims[i].Start), within(r.Claims[i].End); from < to {
			here, edges = append(here, i), append(edges, from, to)
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	for k := 1; k < len(edges); k++ {
		from, to := edges[k-1], edges[k]
		x := Stretch{Text: string(runes[from:to])}
		for _, i := range here {
			if within(r.Claims[i].Start) <= from && to <= within(r.Claims[i].End) {
				x.mark(l, r, i, begun)
			}
		}
		all = append(all, x)
	}
	return all
}

// mark adds a claim to a stretch; the gravest verdict gives the tone.
func (x *Stretch) mark(l Lang, r *Report, i int, begun map[int]bool) {
	n, pill := strconv.Itoa(i+1), l.verdictPill(r.verdict(i).Is)
	m := ClaimMark{Number: n, Href: "#n" + n, Says: pill.Text}
	if !begun[i] {
		begun[i], m.ID = true, "o"+n
	}
	if x.Tone == "" || pill.Tone == Bad || x.Tone == Quiet {
		x.Tone = pill.Tone
	}
	x.Marks = append(x.Marks, m)
}

// pressDocuments is the table of documents with what became of their claims.
func (r *Report) pressDocuments(l Lang) *Table {
	t := &Table{ID: "cac-van-ban", Caption: l.Say("press.documents"), Columns: []Column{{Label: l.Say("press.col.document")}, {Label: l.Say("press.col.claims"), Number: true},
		{Label: l.Say("press.col.agree"), Number: true}, {Label: l.Say("press.col.off"), Number: true}, {Label: l.Say("press.col.rest"), Number: true}}}
	type counts struct{ all, agree, off int }
	count := map[string]*counts{}
	for i := range r.Claims {
		d := r.Claims[i].Document
		if count[d] == nil {
			count[d] = &counts{}
		}
		n, v := count[d], r.verdict(i).Is
		n.all++
		switch {
		case grave(v):
			n.off++
		case verdictPills[v].tone == Up:
			n.agree++
		}
	}
	for _, d := range r.documents() {
		n := count[d]
		if n == nil {
			n = &counts{}
		}
		off := l.count(n.off)
		if n.off > 0 {
			off.Tone = Bad
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: baseName(d), Href: PressAddress(d), Head: true}, l.count(n.all), l.count(n.agree), off, l.count(n.all - n.agree - n.off)}})
	}
	return t
}
