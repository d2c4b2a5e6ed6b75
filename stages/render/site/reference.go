package site

import "xephang/stages/render/view"

// references are the pages that others lead to: the glossary, the quality of the data, the catalogue of problems.
func references(r *view.Report, l view.Lang, home crumb) []page {
	list := crumb{l.Say("fault.title"), view.KindsAddress}
	quality := crumb{l.Say("quality.title"), view.QualityAddress}
	all := []page{
		{lang: l, path: view.GlossaryAddress, layout: "glossary", title: l.Say("terms.title"), crumbs: []crumb{home}, model: func(f *frame) any {
			f.Description = f.T("terms.lede")
			return view.Glossary()
		}},
		{lang: l, path: quality.Href, layout: "quality", nav: "nav.data", title: quality.Text, crumbs: []crumb{home}, model: func(f *frame) any {
			f.Description = f.T("quality.lede")
			return r.Quality(l)
		}},
		{lang: l, path: list.Href, layout: "kinds", nav: "nav.data", title: list.Text, crumbs: []crumb{home, quality}, model: func(f *frame) any {
			f.Description = f.T("fault.lede")
			return r.Catalogue(l)
		}},
	}
	for i, k := range r.Kinds {
		all = append(all, page{lang: l, path: r.KindAddress(k.Code), layout: "kind", nav: "nav.data", title: l.Say("fault.of", "code", k.Code), here: k.Code, crumbs: []crumb{home, quality, list},
			model: func(f *frame) any {
				p := r.Kind(l, i)
				f.Description = p.What
				return p
			}})
	}
	return all
}
