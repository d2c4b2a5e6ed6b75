package book

import (
	"xephang/stages/render/view"
)

// ranking is the ranking workbook of one edition being made.
type ranking struct {
	*workbook
	r        *view.Report
	e        *view.Edition
	page     view.RankingPage
	english  view.RankingPage
	args     []string // {index} and {edition} of phrases
	cover    string
	contents []entryLine
	glossary []term
	sheetOf  map[string]string // which sheet holds what a page of the site does, by the page's address
}

// entryLine is a line of the contents on the cover.
type entryLine struct{ sheet, holds string }

// term is a head with its English meaning.
type term struct{ vi, en string }

// rankingBook makes xep-hang_<index>_<edition>.xlsx: cover, a sheet for each block, chart, groups, parts, movement,
// comparison with published figures, notes, English.
func rankingBook(r *view.Report, e *view.Edition) (*workbook, error) {
	b := &ranking{r: r, e: e, page: r.Ranking(view.VI, e), english: r.Ranking(view.EN, e),
		args: []string{"index", e.Board.Abbr(view.VI), "edition", e.Edition.ID}}
	b.workbook = newWorkbook(about{title: b.say("book.t.ranking"), subject: view.VI.In(e.Board.Name), author: view.VI.Say("site.name"), date: date(e)})
	b.cover = b.sheet(view.VI.Say("book.cover"))
	for _, g := range b.grids() {
		for _, g := range g.pieces(mostRows - headRow) {
			g.sheet, g.back = b.sheet(g.sheet), b.cover
			b.contents = append(b.contents, entryLine{g.sheet, g.holds})
			b.lay(g)
		}
	}
	b.sure()
	b.notes()
	b.mirror()
	b.front()
	return b.workbook, b.err
}

// grids are the sheets with a table, in their order; some may be empty.
func (b *ranking) grids() []*grid {
	grids := b.blocks()
	grids = append(grids, b.diagrams()...)
	return append(grids, b.groups(), b.within(), b.parts(), b.moves(), b.check())
}

// say fills a phrase; its own slots, then the edition's.
func (b *ranking) say(key string, args ...string) string {
	return view.VI.Say(key, append(args, b.args...)...)
}

// date of an edition for a document's properties: when it was released, else the day that fixes its names.
func date(e *view.Edition) string {
	if e.Edition.Released != 0 {
		return e.Edition.Released.String()
	}
	return e.AsOf.String()
}

// source is the line below a title.
func (b *ranking) source() string { return view.VI.Say("book.source", "source", b.page.Sources.Says) }

// head is a column's head, kept for the glossary with its English meaning.
func (b *ranking) head(key string, args ...string) string {
	all := append(args, b.args...)
	return b.term(term{view.VI.Say(key, all...), view.EN.Say(key, all...)})
}

// term enters a head into the glossary, once.
func (b *ranking) term(t term) string {
	for _, known := range b.glossary {
		if known == t {
			return t.vi
		}
	}
	b.glossary = append(b.glossary, t)
	return t.vi
}

// part is a node's name in heads, kept for the glossary in full.
func (b *ranking) part(node int) string {
	return b.term(term{b.e.Brief(view.VI, node), view.EN.In(b.e.Nodes[node].Name)})
}

func (b *ranking) unitHead() string {
	return b.term(term{view.VI.UnitHead(b.e.Board.Units), view.EN.UnitHead(b.e.Board.Units)})
}

func (b *ranking) name(row int) string { return b.r.Name(view.VI, b.e.Table.Units[row]) }

// strong marks the row of the unit that the index puts forward.
func (b *ranking) strong(rows []int) map[int]bool {
	all := map[int]bool{}
	for i, row := range rows {
		if b.e.Board.Focus != "" && b.e.Table.Units[row] == b.e.Board.Focus {
			all[i] = true
		}
	}
	return all
}
