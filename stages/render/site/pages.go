package site

import (
	"strconv"

	"xephang/stages/render/view"
)

// pages lists every page of the site in both languages. A new kind of page is a layout and a row here.
func pages(r *view.Report) (all []page) {
	for _, l := range view.Langs {
		home := crumb{l.Say("nav.home"), "index.html"}
		all = append(all, front(r, l))
		all = append(all, rankings(r, l, home)...)
		all = append(all, indicators(r, l, home)...)
		all = append(all, examinations(r, l, home)...)
		all = append(all, explorations(r, l, home)...)
		all = append(all, profiles(r, l, home)...)
		all = append(all, trails(r, l, home)...)
		all = append(all, methods(r, l, home)...)
		all = append(all, documents(r, l, home)...)
		all = append(all, press(r, l, home)...)
		all = append(all, targets(r, l, home)...)
		all = append(all, references(r, l, home)...)
		all = append(all, feedback(r, l, home)...)
		all = append(all, plain(r, l, home)...)
		all = append(all, search(r, l, home, all))
	}
	return all
}

func front(r *view.Report, l view.Lang) page {
	return page{lang: l, path: "index.html", layout: "front", title: l.Say("site.tagline"), model: func(f *frame) any {
		p := r.Front(l)
		f.Description = p.Title.String()
		f.draws(p.Trend)
		return p
	}}
}

// rankings are the list of indices, an overview of each, and a page for each edition.
func rankings(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.indices"), "xep-hang/index.html"}
	all = append(all, page{lang: l, path: list.Href, layout: "list", nav: "nav.indices", title: l.Say("list.title"), crumbs: []crumb{home},
		model: func(f *frame) any {
			f.Description = f.T("list.lede")
			cards, editions := r.List(l)
			return struct {
				Cards    []view.IndexCard
				Editions [][]view.Sibling
			}{cards, editions}
		}})
	for _, b := range r.Boards {
		over := crumb{l.In(b.Name), b.Address()}
		all = append(all, page{lang: l, path: b.Address(), layout: "index", nav: "nav.indices", title: l.In(b.Name), crumbs: []crumb{home, list},
			model: func(f *frame) any {
				p := r.Index(l, b)
				f.Description = p.Headline.String()
				f.draws(p.Chart)
				return p
			}})
		for _, e := range b.Editions {
			all = append(all, page{lang: l, path: e.Address(), layout: "ranking", nav: "nav.indices", title: over.Text + " " + e.Edition.ID, here: l.Say("col.edition") + " " + e.Edition.ID, crumbs: []crumb{home, list, over},
				model: func(f *frame) any {
					p := r.Ranking(l, e)
					f.Description = p.Title + ". " + p.Lede
					f.describes(r.Dataset(l, e))
					for _, s := range p.Sections {
						f.draws(s.Chart, s.Bands)
					}
					return p
				}})
		}
	}
	return all
}

// profiles are the list of units and a page for each.
func profiles(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.units"), "don-vi/index.html"}
	all = append(all, page{lang: l, path: list.Href, layout: "units", nav: "nav.units", title: l.Say("units.title"), crumbs: []crumb{home},
		model: func(f *frame) any {
			p := r.UnitList(l)
			f.Description = p.Lede
			return p
		}})
	for _, u := range r.Units.All() {
		all = append(all, page{lang: l, path: view.UnitAddress(u.Code), layout: "unit", nav: "nav.units", title: l.In(u.Name), crumbs: []crumb{home, list},
			model: func(f *frame) any {
				p := r.Unit(l, u)
				f.Description = p.Lede + p.None
				for _, s := range p.Sections {
					f.draws(s.History)
				}
				return p
			}})
	}
	return all
}

func methods(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.method"), "phuong-phap/index.html"}
	all = append(all, page{lang: l, path: list.Href, layout: "methods", nav: "nav.method", title: l.Say("method.title"), crumbs: []crumb{home},
		model: func(f *frame) any {
			f.Description = f.T("method.lede")
			return r.Boards
		}})
	for _, b := range r.Boards {
		all = append(all, page{lang: l, path: b.Method(), layout: "method", nav: "nav.method", title: l.Say("method.of", "index", l.In(b.Name)), crumbs: []crumb{home, list},
			model: func(f *frame) any {
				p := r.Method(l, b)
				f.Description = p.About
				return p
			}})
	}
	return all
}

func documents(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nav.texts"), "van-ban/index.html"}
	all = append(all, page{lang: l, path: list.Href, layout: "texts", nav: "nav.texts", title: l.Say("texts.title"), crumbs: []crumb{home},
		model: func(f *frame) any {
			t, lede := r.TextList(l)
			f.Description = lede
			return struct {
				Table *view.Table
				Lede  string
			}{t, lede}
		}})
	for _, x := range r.Texts {
		all = append(all, page{lang: l, path: x.Address(), layout: "text", nav: "nav.texts", title: l.Say("text.title", "file", x.Name()), crumbs: []crumb{home, list},
			model: func(f *frame) any {
				p := r.Text(l, x)
				f.Description = p.Title + ": " + l.Say("texts.col.count") + " " + strconv.Itoa(len(x.Sentences))
				return p
			}})
	}
	return all
}

// plain are the pages that stand once: reproduction, data, about, accessibility, and the page for a lost way.
func plain(r *view.Report, l view.Lang, home crumb) []page {
	way := []crumb{home}
	return []page{
		{lang: l, path: "doi-chieu/index.html", layout: "check", nav: "nav.check", title: l.Say("check.title"), crumbs: way, model: func(f *frame) any {
			f.Description = f.T("check.lede")
			return r.Check(l)
		}},
		{lang: l, path: "du-lieu/index.html", layout: "data", nav: "nav.data", title: l.Say("data.title"), crumbs: way, model: func(f *frame) any {
			f.Description = f.T("data.lede")
			f.describes(r.AllData(l))
			return r.Data(l)
		}},
		{lang: l, path: "gioi-thieu.html", layout: "about", title: l.Say("about.title"), crumbs: way, model: func(f *frame) any {
			f.Description = f.T("about.what")
			return r.Boards
		}},
		{lang: l, path: "tro-nang.html", layout: "access", title: l.Say("access.title"), crumbs: way, model: func(f *frame) any {
			f.Description = f.T("access.aim")
			return nil
		}},
		{lang: l, path: "404.html", layout: "lost", title: l.Say("lost.title"), model: func(f *frame) any {
			f.Description = f.T("lost.text")
			return nil
		}},
	}
}
