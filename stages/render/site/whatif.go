package site

import "xephang/stages/render/view"

// explorations are the pages on which readers try things: other weights for each edition that is ranked.
func explorations(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.indices"), "xep-hang/index.html"}
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			way := []crumb{home, list, {l.In(b.Name), b.Address()}, {l.Say("col.edition") + " " + e.Edition.ID, e.Address()}}
			args := []string{"index", l.In(b.Name), "edition", e.Edition.ID}
			if path := r.WhatIfHref(e); path != "" {
				all = append(all, page{lang: l, path: path, layout: "whatif", nav: "nav.indices", title: l.Say("whatif.of", args...), here: l.Say("whatif.page"), crumbs: way,
					model: func(f *frame) any {
						p := r.WhatIf(l, e)
						f.Description = p.Title + ". " + p.Lede
						f.draws(p.Chart)
						if p.Model != nil {
							f.Use("whatif")
						}
						return p
					}})
			}
			if path := r.CompareHref(e); path != "" {
				all = append(all, page{lang: l, path: path, layout: "compare", nav: "nav.indices", title: l.Say("compare.of", args...), here: l.Say("compare.page"), crumbs: way,
					model: func(f *frame) any {
						p := r.Compare(l, e)
						f.Description = p.Title + ". " + p.Lede
						f.Use("compare")
						return p
					}})
			}
			if path := r.MovementHref(e); path != "" {
				all = append(all, page{lang: l, path: path, layout: "movement", nav: "nav.indices", title: l.Say("move.of", args...), here: l.Say("move.page"), crumbs: way,
					model: func(f *frame) any {
						p := r.Movement(l, e)
						f.Description = p.Title + ". " + p.Lede
						return p
					}})
			}
		}
	}
	return all
}
