package site

import (
	"io/fs"

	"xephang/stages/render/view"
)

// ErrVendor is what a report stops with where the third-party files are missing.
var ErrVendor = errVendor

// Load is load on any file system.
func Load(from fs.FS) error {
	_, err := load(from)
	return err
}

// RenderBare renders with the real third-party files, or, in a clone that has none yet, with stand-ins, so that every
// check of the pages runs there too; real tells which.
func RenderBare(r *view.Report, sink Sink) (real bool, err error) {
	a, err := load(embedded)
	if real = err == nil; !real {
		css, _ := embedded.ReadFile("assets/site.css")
		app, _ := embedded.ReadFile("assets/app.js")
		a = &assets{css: "assets/site-0.css", app: "assets/app-0.js", icon: "assets/icon-0.svg", echarts: "assets/echarts-0.js",
			files: []asset{{"assets/site-0.css", css}, {"assets/app-0.js", app}, {"assets/icon-0.svg", nil}, {"assets/echarts-0.js", nil}}}
		_ = a.own(embedded)
	}
	return real, render(r, a, sink)
}
