package site

import (
	"encoding/json"
	"maps"
	"slices"

	"xephang/stages/render/view"
)

// indexed is the search index of one language as assets/search.js reads it: sorts are what things are called, entries
// are [name, address, sort, note, other names], the last two left out where they are empty.
type indexed struct {
	Sorts   []string `json:"sorts"`
	Entries [][]any  `json:"entries"`
}

// elsewhere are the layouts whose pages are found as units, indicators or problems, or that nobody looks for.
var elsewhere = map[string]bool{"unit": true, "node": true, "trail": true, "kind": true, "lost": true, "search": true}

// foundPages are the entries of the other pages of a language, in the order of the site.
func foundPages(l view.Lang, all []page) (entries []view.Entry) {
	for _, p := range all {
		if p.lang == l && !elsewhere[p.layout] {
			entries = append(entries, view.Entry{Name: p.title, Href: p.path, Sort: l.Say("find.page")})
		}
	}
	return entries
}

// index makes the script that holds everything that can be found in a language. It is a script and not a data file,
// because a page opened from a folder may not fetch one.
func index(r *view.Report, l view.Lang, all []page) ([]byte, error) {
	x, at := indexed{Sorts: []string{}, Entries: [][]any{}}, map[string]int{}
	for _, e := range slices.Concat(r.FoundUnits(l), r.FoundNodes(l), foundPages(l, all), view.FoundTerms(l), r.FoundKinds(l)) {
		if _, known := at[e.Sort]; !known {
			at[e.Sort] = len(x.Sorts)
			x.Sorts = append(x.Sorts, e.Sort)
		}
		entry := []any{e.Name, e.Href, at[e.Sort]}
		if e.Note != "" || len(e.Also) > 0 {
			entry = append(entry, e.Note)
		}
		if len(e.Also) > 0 {
			entry = append(entry, e.Also)
		}
		x.Entries = append(x.Entries, entry)
	}
	j, err := json.Marshal(x)
	return slices.Concat([]byte("const xephangIndex="), j, []byte(";\n")), err
}

// searchable adds the search index of every language to the files of the site.
func (a *assets) searchable(r *view.Report, all []page) (*assets, error) {
	more := *a
	more.files, more.find = slices.Clone(a.files), map[view.Lang]string{}
	maps.Copy(more.find, a.find)
	for _, l := range view.Langs {
		data, err := index(r, l, all)
		if err != nil {
			return nil, err
		}
		more.find[l] = hashed("tim-"+string(l), ".js", data)
		more.files = append(more.files, asset{more.find[l], data})
	}
	return &more, nil
}

// search is the page of the search: the box, and everything in alphabetical order for readers without scripts.
func search(r *view.Report, l view.Lang, home crumb, all []page) page {
	return page{lang: l, path: view.SearchAddress, layout: "search", title: l.Say("find.title"), crumbs: []crumb{home}, model: func(f *frame) any {
		f.Description = f.T("find.lede")
		type list struct {
			ID, Title string
			Letters   []view.Letter
		}
		return []list{{"cac-don-vi", l.Say("find.units"), l.Alphabet(r.FoundUnits(l))}, {"cac-chi-tieu", l.Say("find.nodes"), l.Alphabet(r.FoundNodes(l))},
			{"cac-trang", l.Say("find.pages"), l.Alphabet(foundPages(l, all))}}
	}}
}
