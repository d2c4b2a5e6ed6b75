package site

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"xephang/stages/render/view"
)

//go:embed pages/*.html
var pageFiles embed.FS

// layouts are the parsed layouts by name, each with the parts that all share.
type layouts map[string]*template.Template

// parts are the templates that others use.
var shared = []string{"pages/layout.html", "pages/figure.html", "pages/parts.html", "pages/claims.html", "pages/tiles.html"}

// parse reads the templates once for the whole site.
func parse() (layouts, error) {
	root, err := template.New("layout.html").Funcs(functions).ParseFS(pageFiles, shared...)
	if err != nil {
		return nil, err
	}
	entries, err := pageFiles.ReadDir("pages")
	if err != nil {
		return nil, err
	}
	all := layouts{}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".html")
		t, err := root.Clone()
		if err == nil {
			t, err = t.ParseFS(pageFiles, "pages/"+e.Name())
		}
		if err != nil {
			return nil, fmt.Errorf("site: layout %s: %w", name, err)
		}
		all[name] = t
	}
	return all, nil
}

// part is what a shared template is given: the frame and the thing itself.
type part struct {
	F *frame
	X any
}

var functions = template.FuncMap{
	"at":    func(f *frame, x any) part { return part{f, x} },
	"table": func(f *frame, t *view.Table) template.HTML { return table(f, t) },
	"option": func(c *view.Chart) (template.JS, error) {
		return option(c)
	},
	"height":    height,
	"tiles":     tiles,
	"histogram": histogram,
	"terms":     func(f *frame, ids ...string) part { return part{f, view.Terms(f.Lang, ids...)} },
	"glossed":   func(f *frame, ids []string) []view.Span { return view.Terms(f.Lang, ids...) },
	"json":      data,
	"slots":     func() []string { return []string{"1", "2", "3", "4"} },
	"framed":    func(f *frame, c *view.Chart) *view.Figure { return f.Lang.Figure(c) },
	"csv":       (*frame).csv,
	"folded":    folded,
	"trail":     trail,
	"strips":    strips,
}

// height of a chart in pixels: dots and shares need room for each line.
func height(c *view.Chart) int {
	switch c.Kind {
	case view.Dots:
		return 48 + 26*len(c.Categories)
	case view.Effects:
		return 90 + 34*len(c.Categories)
	case view.Ranks:
		return 280
	}
	return 380
}

// data writes a model as the content of a script of type application/json: json.Marshal escapes <, > and &.
func data(model any) (template.JS, error) {
	j, err := json.Marshal(model)
	return template.JS(j), err
}
