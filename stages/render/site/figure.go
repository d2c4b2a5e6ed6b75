package site

import (
	"path"
	"strings"

	"xephang/stages/render/view"
)

// Script is the way to assets/<name>.js, for a page that fetches it only when it is asked for.
func (f *frame) Script(name string) string { return f.Base + f.script[name] }

// csv writes a figure's own file beside its page and gives the link to it; empty where the figure holds no table.
func (f *frame) csv(fig *view.Figure) string {
	g := fig.Grid()
	if g == nil {
		return ""
	}
	name := strings.TrimSuffix(f.file, ".html") + "." + view.Slug(fig.ID) + ".csv"
	f.beside = append(f.beside, asset{name, g.CSV()})
	return path.Base(name)
}

// long is how many rows a figure's own table has before it is folded away, one click from the figure.
const long = 16

// folded tells whether a figure's own table is folded away.
func folded(t *view.Table) bool { return t != nil && len(t.Rows) > long }
