package site

import "xephang/stages/render/view"

// indicators are the list of all indicators and a page for each.
func indicators(r *view.Report, l view.Lang, home crumb) (all []page) {
	list := crumb{l.Say("nodes.title"), view.NodesAddress}
	all = append(all, page{lang: l, path: list.Href, layout: "nodes", nav: "nav.indices", title: list.Text, crumbs: []crumb{home},
		model: func(f *frame) any {
			f.Description = f.T("nodes.lede")
			return r.NodeTables(l)
		}})
	for _, b := range r.Boards {
		over := crumb{l.In(b.Name), b.Address()}
		for _, id := range b.NodeIDs() {
			all = append(all, page{lang: l, path: view.NodeAddress(b, id), layout: "node", nav: "nav.indices", title: b.NodeName(l, id), crumbs: []crumb{home, list, over},
				model: func(f *frame) any {
					p := r.Node(l, b, id)
					f.Title = p.Title + " · " + b.Abbr(l)
					f.Description = p.Title + ". " + p.Message
					f.draws(p.History)
					return p
				}})
		}
	}
	return all
}
