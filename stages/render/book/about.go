package book

import (
	"strings"

	"xephang/stages/render/view"
)

// cover of the open data.
func (o *openData) cover(sheet string) {
	p := &paper{sheet: sheet, widths: []float64{92}}
	plain := look{wrap: true}
	p.add(dressed(o.say("open.title"), bareTitle))
	for _, text := range []string{view.VI.In(o.b.Name), o.say("open.about"), view.VI.In(o.b.About), view.VI.Say("index.publisher", "publisher", view.VI.In(o.b.Publisher)),
		view.VI.Say("book.source", "source", view.VI.In(o.b.Source)), view.VI.Say("open.licence"), view.VI.Say("open.access"), view.VI.Say("book.made", "version", o.r.Version)} {
		p.add(dressed(text, plain))
	}
	o.write(p)
}

// contents lists the sheets.
func (o *openData) contents(sheet string) {
	columns := []column{{head: view.VI.Say("book.col.sheet"), look: bareText}, {head: view.VI.Say("book.col.holds"), look: bareText, most: 90}, {head: view.VI.Say("open.col.rows"), look: bareRank}}
	rows := [][]any{}
	for _, s := range []string{"notes", "codes"} {
		name := view.VI.Say("open." + s)
		rows = append(rows, []any{cell{value: name, link: quoted(name) + "A1", look: &bareLink}, name, "[z]"})
	}
	for i, t := range o.tables {
		rows = append(rows, []any{cell{value: t.sheet, link: quoted(t.sheet) + "A1", look: &bareLink}, t.holds, o.counts[i]})
	}
	o.table(sheet, view.VI.Say("open.contents"), view.VI.Say("open.list"), columns, rows)
}

// notes says what the marks mean and what is to be known of every edition.
func (o *openData) notes(sheet string) {
	columns := []column{{head: view.VI.Say("open.col.n"), look: look{top: true, format: decimals(0)}}, {head: view.VI.Say("open.col.note"), look: bareWrap, most: 110}}
	texts := []string{view.VI.Say("open.x"), view.VI.Say("open.computed")}
	for i := len(o.b.Editions) - 1; i >= 0; i-- {
		e := o.b.Editions[i]
		if why := view.VI.In(e.Edition.Why); why != "" {
			texts = append(texts, edition(view.VI, e)+". "+why)
		}
	}
	rows := [][]any{}
	for i, t := range texts {
		rows = append(rows, []any{i + 1, t})
	}
	o.table(sheet, view.VI.Say("open.notes"), view.VI.Say("open.noted"), columns, rows)
}

// codebook explains the columns and the nodes, with the English names.
func (o *openData) codebook(sheet string) {
	columns := []column{{head: view.VI.Say("open.col.column"), look: bareText}, {head: view.VI.Say("open.col.meaning"), look: bareWrap, most: 70}, {head: view.VI.Say("open.col.english"), look: bareWrap, most: 60}}
	rows := [][]any{}
	for _, c := range o.codes {
		rows = append(rows, []any{c.brief, c.vi, c.en})
	}
	for _, key := range []string{"score", "pscore", "rank", "prank", "before"} {
		rows = append(rows, []any{upper(strings.TrimPrefix(view.VI.Say("open.col."+key, "part", ""), ": ")), view.VI.Say("open.m." + key), view.EN.Say("open.m." + key)})
	}
	o.table(sheet, view.VI.Say("open.codes"), view.VI.Say("open.coded"), columns, rows)
}

// upper begins a text with a capital.
func upper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
