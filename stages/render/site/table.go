package site

import (
	"html/template"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// table lays out a table. It is written out by hand, not by a template, because tables are nine tenths of the site's
// bytes; every text goes through escape, and only constants are written without it.
func table(f *frame, t *view.Table) template.HTML {
	if t == nil || len(t.Rows) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<div class="scroll`)
	switch {
	case len(t.Columns) > wideFrom:
		b.WriteString(` wide`)
	case len(t.Columns) == 2:
		b.WriteString(` slim`)
	}
	b.WriteString(`" role="group" tabindex="0" aria-label="` + escape(f.T("mark.scroll")+": "+t.Caption) + `"><table`)
	if t.ID != "" {
		b.WriteString(` id="` + escape(t.ID) + `"`)
	}
	if t.Sortable {
		b.WriteString(` data-sort`)
	}
	b.WriteString(`><caption>` + escape(t.Caption) + "</caption>\n<thead><tr>")
	for _, c := range t.Columns {
		b.WriteString(`<th scope="col"`)
		if c.Number {
			b.WriteString(` class="num"`)
		}
		if c.Abbr != "" {
			b.WriteString(` abbr="` + escape(c.Abbr) + `"`)
		}
		b.WriteString(`>` + escape(c.Label) + `</th>`)
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, r := range t.Rows {
		row(&b, f, t, r)
	}
	b.WriteString("</tbody></table></div>")
	return template.HTML(b.String())
}

// wideFrom is how many columns fit a desk screen; a table with more scrolls sideways there too.
const wideFrom = 9

func row(b *strings.Builder, f *frame, t *view.Table, r view.Row) {
	b.WriteString(`<tr`)
	if r.Focus {
		b.WriteString(` class="me"`)
	}
	if r.Keys != "" {
		b.WriteString(` data-g="` + escape(r.Keys) + `"`)
	}
	b.WriteString(`>`)
	for i, c := range r.Cells {
		number := i < len(t.Columns) && t.Columns[i].Number
		cell(b, f, c, number, r.Indent)
	}
	b.WriteString("</tr>\n")
}

func cell(b *strings.Builder, f *frame, c view.Cell, number bool, indent int) {
	end := `</td>`
	if c.Head {
		b.WriteString(`<th scope="row"`)
		end = `</th>`
	} else {
		b.WriteString(`<td`)
	}
	if class := classes(c, number, indent); class != "" {
		b.WriteString(` class="` + escape(class) + `"`)
	}
	if c.ID != "" {
		b.WriteString(` id="` + escape(c.ID) + `"`)
	}
	if c.Value != "" && c.Value != c.Text {
		b.WriteString(` data-v="` + escape(c.Value) + `"`)
	}
	b.WriteString(`>`)
	if c.Href != "" {
		b.WriteString(`<a href="` + escape(f.Link(c.Href)) + `">` + escape(c.Text) + `</a>`)
	} else {
		b.WriteString(escape(c.Text))
	}
	if c.Small != "" {
		b.WriteString(`<small>` + escape(c.Small) + `</small>`)
	}
	b.WriteString(end)
}

func classes(c view.Cell, number bool, indent int) string {
	var class []string
	if number {
		class = append(class, "num")
	}
	if c.Tone != "" {
		class = append(class, string(c.Tone))
	}
	if c.Head && indent > 0 {
		class = append(class, "in"+strconv.Itoa(min(indent, 5)))
	}
	return strings.Join(class, " ")
}

var escape = template.HTMLEscapeString
