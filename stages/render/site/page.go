package site

import (
	"bytes"
	"cmp"
	"html/template"
	"slices"
	"strings"

	"xephang/stages/render/view"
)

// page is one page to be made: where it stands, which layout it takes, and how its model is made when its turn comes.
type page struct {
	lang   view.Lang
	path   string // below the root of its language
	layout string // of pages/<layout>.html
	title  string
	here   string // its step of the breadcrumbs; empty: the title
	nav    string // the entry of the navigation that it belongs to
	crumbs []crumb
	model  func(f *frame) any // may set the frame's title, description and charts
}

// crumb is a step of the way from the front page.
type crumb struct{ Text, Href string }

// file is the page's path below the publication: Vietnamese at its root, English in en/.
func (p page) file() string {
	if p.lang == view.EN {
		return "en/" + p.path
	}
	return p.path
}

// frame is what a layout is filled with: the page's own model and everything around it.
type frame struct {
	Lang        view.Lang
	Title       string
	Description string
	Crumbs      []crumb
	Here        string
	Nav         []navItem
	Root, Base  string // ways from this page to the root of its language and of the publication
	Other       string // this page in the other language
	OtherLang   view.Lang
	CSS, App    string
	Icon        string
	Find        string // the search index of the language
	ECharts     string // set where the page has a chart
	Style       template.CSS
	Version     string
	Synthetic   bool // figures of the site are made up
	Body        any

	Dataset template.JS       // what the page holds, as linked data; empty without figures
	base    string            // see view.Input
	card    string            // picture for social sites, below the publication
	lost    bool              // the page for a lost way
	file    string            // of the page, below the publication
	script  map[string]string // see assets
	Scripts []string          // that this page runs beside app.js
	beside  []asset           // files of its figures
}

type navItem struct {
	Text, Href string
	Here       bool
}

// T gives a phrase in the page's language.
func (f *frame) T(key string, args ...string) string { return f.Lang.Say(key, args...) }

// Link turns an address from the root of the language (or, with a slash before it, of the publication) into one relative
// to this page; a web address stays.
func (f *frame) Link(href string) string {
	switch {
	case href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(href, "https://") || strings.HasPrefix(href, "http://"):
		return href
	case strings.HasPrefix(href, "/"):
		return f.Base + href[1:]
	}
	return f.Root + href
}

// sections of the navigation.
var sections = []struct{ key, href string }{
	{"nav.indices", "xep-hang/index.html"}, {"nav.units", "don-vi/index.html"}, {"nav.method", "phuong-phap/index.html"},
	{"nav.press", "bao-chi/index.html"}, {"nav.targets", "muc-tieu/index.html"}, {"nav.check", "doi-chieu/index.html"}, {"nav.texts", "van-ban/index.html"}, {"nav.data", "du-lieu/index.html"},
}

// newFrame puts the frame around a page.
func newFrame(p page, a *assets) *frame {
	f := &frame{Lang: p.lang, Title: p.title, Crumbs: p.crumbs, Here: cmp.Or(p.here, p.title), OtherLang: view.EN, file: p.file(), script: a.script, base: a.base, card: a.card, lost: p.layout == "lost"}
	f.Root = strings.Repeat("../", strings.Count(p.path, "/"))
	f.Base, f.Other = f.Root, "en/"+p.path
	if p.lang == view.EN {
		f.Base, f.Other, f.OtherLang = "../"+f.Root, p.path, view.VI
	}
	f.Other = f.Base + f.Other
	if p.layout != "lost" { // which may be served at any depth and has no scripts
		f.Find = f.Base + a.find[p.lang]
		f.Use("search")
	}
	f.CSS, f.App, f.Icon = f.Base+a.css, f.Base+a.app, f.Base+a.icon
	for _, s := range sections {
		f.Nav = append(f.Nav, navItem{f.T(s.key), f.Root + s.href, s.key == p.nav})
	}
	return f
}

// render makes the bytes of a page, and the files that stand beside it.
func (p page) render(l layouts, a *assets) (html []byte, beside []asset, err error) {
	f := newFrame(p, a)
	if p.layout == "lost" {
		f.Style = template.CSS(a.inline)
	}
	f.Synthetic = a.synthetic
	f.Body = p.model(f)
	f.Description = cmp.Or(strings.TrimSpace(f.Description), f.Title)
	if f.ECharts != "" {
		f.ECharts = f.Base + a.echarts
	}
	var b bytes.Buffer
	if err := l[p.layout].ExecuteTemplate(&b, "layout.html", f); err != nil {
		return nil, nil, err
	}
	return b.Bytes(), f.beside, nil
}

// draws says that the page shows these charts, so that it asks for the library.
func (f *frame) draws(charts ...*view.Chart) {
	for _, c := range charts {
		if c.Any() {
			f.ECharts = "asked"
		}
	}
}

// Use has the page run assets/<name>.js, after the library of charts and app.js.
func (f *frame) Use(name string) {
	if src := f.Base + f.script[name]; !slices.Contains(f.Scripts, src) {
		f.Scripts = append(f.Scripts, src)
	}
}
