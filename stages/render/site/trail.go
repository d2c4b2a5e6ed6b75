package site

import (
	"html/template"
	"strings"

	"xephang/stages/render/view"
)

// trails are the pages on which every figure of a unit in an index is followed from its source cell to its rank.
func trails(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.indices"), "xep-hang/index.html"}
	for _, b := range r.Boards {
		over := crumb{l.In(b.Name), b.Address()}
		for _, t := range r.Trails(b) {
			way := []crumb{home, list, over}
			if href := r.UnitHref(t.Unit); href != "" {
				way = append(way, crumb{r.Name(l, t.Unit), href})
			}
			all = append(all, page{lang: l, path: t.Address, layout: "trail", nav: "nav.indices", title: r.TrailTitle(l, t), here: l.Say("trail.here"), crumbs: way,
				model: func(f *frame) any {
					p := r.Trail(l, t)
					f.Description = p.Title + ". " + p.Lede
					return p
				}})
		}
	}
	return all
}

// trail writes out the nodes of an edition by hand, as tables are: trails are many, and all alike.
func trail(f *frame, nodes []view.TrailNode) template.HTML {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(`<section class="way" id="` + escape(n.ID) + `"><h3>` + escape(n.Name) + "</h3><dl>\n")
		for _, s := range n.Steps {
			b.WriteString(`<dt>` + escape(s.Label) + `</dt><dd>`)
			step(&b, f, s)
			b.WriteString("</dd>\n")
		}
		b.WriteString("</dl></section>\n")
	}
	return template.HTML(b.String())
}

func step(b *strings.Builder, f *frame, s view.TrailStep) {
	switch {
	case s.Href != "":
		b.WriteString(`<a href="` + escape(f.Link(s.Href)) + `">` + escape(s.Text) + `</a>`)
	case s.Text != "":
		b.WriteString(`<b>` + escape(s.Text) + `</b>`)
	}
	if s.Note != "" {
		b.WriteString(` <span>` + escape(strings.TrimSpace(s.Note)) + `</span>`)
	}
	for _, c := range s.Cites {
		if c.Href != "" {
			b.WriteString(` <a href="` + escape(c.Href) + `" rel="noopener">` + escape(c.Text) + `</a>`)
		} else {
			b.WriteString(` <span>` + escape(c.Text) + `</span>`)
		}
	}
}
