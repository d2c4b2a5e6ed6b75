package site

import "xephang/stages/render/view"

// examinations are a page on how sure the ranks are for each edition with bands, and an audit for each edition that has
// been audited.
func examinations(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.indices"), "xep-hang/index.html"}
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			way := []crumb{home, list, {l.In(b.Name), b.Address()}, {l.Say("col.edition") + " " + e.Edition.ID, e.Address()}}
			args := []string{"index", l.In(b.Name), "edition", e.Edition.ID}
			if path := r.RobustHref(e); path != "" {
				all = append(all, page{lang: l, path: path, layout: "robust", nav: "nav.indices", title: l.Say("robust.of", args...), here: l.Say("robust.page"), crumbs: way,
					model: func(f *frame) any {
						p := r.Sure(l, e)
						f.Description = p.Title + ". " + p.Draws
						f.draws(p.Effects)
						for _, s := range p.Sections {
							f.draws(s.Whole, s.Chart)
						}
						return p
					}})
			}
			if path := r.AuditHref(e); path != "" {
				all = append(all, page{lang: l, path: path, layout: "audit", nav: "nav.indices", title: l.Say("exam.of", args...), here: l.Say("exam.page"), crumbs: way,
					model: func(f *frame) any {
						p := r.Audit(l, e)
						f.Description = p.Title + ". " + p.Lede
						return p
					}})
			}
		}
	}
	return all
}
