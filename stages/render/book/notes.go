package book

import (
	"strings"

	"xephang/stages/render/view"
)

// notes is the sheet that says how the edition was ranked, what is missing, and where its figures come from.
func (b *ranking) notes() {
	e, say := b.e, view.VI.Say
	p := &paper{sheet: b.sheet(say("book.notes")), widths: []float64{34, 84}}
	b.contents = append(b.contents, entryLine{p.sheet, say("book.d.notes")})
	p.add(dressed(b.say("book.t.notes"), titleLook))
	p.add(cell{value: say("book.back"), link: quoted(b.cover) + "A1", look: &backLook})
	p.section(say("book.h.about"))
	p.pair(view.VI.In(e.Board.Name), view.VI.In(e.Board.About))
	p.section(say("book.h.how"))
	for _, n := range b.page.Notes {
		p.pair("", n.Renamed(b.sheetOf).String())
	}
	p.pair("", b.say("book.decimals", "n", num(b.digits(0))))
	if recomputed(e) && !auditable(e) {
		p.pair("", say("book.unaudited", "n", view.VI.Whole(mostAudited)))
	}
	p.steps(view.VI, b.e)
	p.table(classes(view.VI, b.e))
	p.table(b.page.Unranked)
	p.table(b.page.Facts)
	p.sources(view.VI, b.page.Sources)
	b.write(p)
}

// steps is the method in sentences: of the total, then of every node.
func (p *paper) steps(l view.Lang, e *view.Edition) {
	p.section(l.Say("method.steps"))
	for n := range e.Nodes {
		var says []string
		if about := l.In(e.Nodes[n].About); about != "" {
			says = append(says, about)
		}
		for _, t := range e.Plan.Explain(n) {
			if s := l.In(t); s != "" {
				says = append(says, s)
			}
		}
		p.pair(l.In(e.Nodes[n].Name), strings.Join(says, " "))
	}
	if e.Computes() {
		for _, t := range e.Plan.ExplainRanking() {
			p.pair("", l.In(t))
		}
	}
}

// classes is the table of classes with their thresholds.
func classes(l view.Lang, e *view.Edition) *view.Table {
	if len(e.Classes.List) == 0 {
		return nil
	}
	t := &view.Table{Caption: l.Say("method.classes"), Columns: []view.Column{{Label: l.Say("col.class")}, {Label: l.Say("method.col.from")}}}
	for _, c := range e.Classes.List {
		from := ""
		if e.Classes.Method == "" {
			from = l.Exact(c.From)
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Cell{{Text: l.In(c.Name)}, {Text: from}}})
	}
	return t
}

// table sets a small table of words in two columns: the first cell, then the others joined.
func (p *paper) table(t *view.Table) {
	if t == nil || len(t.Rows) == 0 {
		return
	}
	p.section(t.Caption)
	second := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns[1:] {
		second = append(second, c.Label)
	}
	p.add(dressed(t.Columns[0].Label, capsLook), dressed(strings.Join(second, " · "), capsLook))
	for _, row := range t.Rows {
		var rest []string
		for _, c := range row.Cells[1:] {
			if text := strings.TrimSpace(c.Text + c.Small); text != "" {
				rest = append(rest, text)
			}
		}
		p.pair(row.Cells[0].Text, strings.Join(rest, " · "))
	}
}

// sources lists input files and publications.
func (p *paper) sources(l view.Lang, s view.Sources) {
	p.section(l.Say("rank.h.source"))
	p.pair(l.Say("mark.source"), s.Says)
	label := l.Say("rank.files")
	for _, f := range s.Files {
		p.add(dressed(label, labelLook), dressed(f, proseLook))
		label = ""
	}
	label = s.Head
	for _, c := range s.Cites {
		p.add(dressed(label, labelLook), cell{value: c.Text, link: c.Href, look: &proseLook})
		label = ""
	}
}

// mirror is the sheet in English: title, notes, method, and what the heads mean.
func (b *ranking) mirror() {
	e, say := b.e, view.EN.Say
	p := &paper{sheet: b.sheet(view.VI.Say("book.english")), widths: []float64{34, 84}}
	b.contents = append(b.contents, entryLine{p.sheet, view.VI.Say("book.d.english")})
	p.add(dressed(view.EN.In(e.Board.Name), titleLook))
	p.add(dressed(edition(view.EN, e)+". "+view.EN.In(e.Board.Publisher), underLook))
	p.add(cell{value: say("book.back"), link: quoted(b.cover) + "A1", look: &backLook})
	p.gap()
	p.add(dressed(b.english.Title, sized(messageLook, 12)))
	p.section(say("book.h.how"))
	for _, n := range b.english.Notes {
		p.pair("", n.Renamed(b.sheetOf).String())
	}
	p.pair("", say("book.decimals", "n", num(b.digits(0))))
	p.section(say("book.h.glossary"))
	p.add(dressed(say("book.col.vi"), capsLook), dressed(say("book.col.en"), capsLook))
	for _, t := range b.glossary {
		p.pair(t.vi, t.en)
	}
	p.steps(view.EN, e)
	p.table(classes(view.EN, e))
	p.table(b.english.Unranked)
	p.table(b.english.Facts)
	p.pair(say("mark.source"), b.english.Sources.Says)
	b.write(p)
}
