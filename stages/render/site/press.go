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

// targets are the pages of targets, of tasks and of series.
func targets(r *view.Report, l view.Lang, home crumb) []page {
	list := crumb{l.Say("nav.targets"), view.TargetsAddress}
	return []page{
		{lang: l, path: list.Href, layout: "targets", nav: "nav.targets", title: l.Say("target.title"), crumbs: []crumb{home}, model: func(f *frame) any {
			p := r.Targets(l)
			f.Description = p.Lede + p.None
			return p
		}},
		{lang: l, path: view.TasksAddress, layout: "tasks", nav: "nav.targets", title: l.Say("task.title"), crumbs: []crumb{home, list}, model: func(f *frame) any {
			p := r.Tasks(l)
			f.Description = p.Lede + p.None
			return p
		}},
		{lang: l, path: view.SeriesAddress, layout: "series", nav: "nav.targets", title: l.Say("series.title"), crumbs: []crumb{home, list}, model: func(f *frame) any {
			p := r.Observed(l)
			f.Description = p.Lede + p.None
			for _, s := range p.Charts {
				f.draws(s.Chart)
			}
			return p
		}},
	}
}
