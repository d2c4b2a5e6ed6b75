package site

import "xephang/stages/render/view"

// press are the page of all claims and a page for every document.
func press(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.press"), "bao-chi/index.html"}
	all = append(all, page{lang: l, path: list.Href, layout: "press", nav: "nav.press", title: l.Say("press.title"), crumbs: []crumb{home},
		model: func(f *frame) any {
			p := r.Press(l)
			f.Description = p.Lede + p.None
			return p
		}})
	for _, d := range r.Documents() {
		x := view.Text{File: d}
		all = append(all, page{lang: l, path: view.PressAddress(d), layout: "document", nav: "nav.press", title: l.Say("press.document", "file", x.Name()), here: x.Name(),
			crumbs: []crumb{home, list}, model: func(f *frame) any {
				p := r.Document(l, d)
				f.Description = p.Title + ". " + p.Lede
				return p
			}})
	}
	return all
}

// targets is the page of targets, tasks and series.
func targets(r *view.Report, l view.Lang, home crumb) page {
	return page{lang: l, path: "muc-tieu/index.html", layout: "targets", nav: "nav.targets", title: l.Say("target.title"), crumbs: []crumb{home}, model: func(f *frame) any {
		p := r.Targets(l)
		f.Description = p.Lede + p.None
		for _, s := range p.Charts {
			f.draws(s.Chart)
		}
		return p
	}}
}
