package site

import (
	"bytes"
	"html/template"
	"io/fs"

	"xephang/stages/render/view"
)

// Team makes the team's page of the forms of an edition: one file that needs no other, and no script.
func Team(t view.TeamPage, l view.Lang) ([]byte, error) {
	layouts, err := parse()
	if err != nil {
		return nil, err
	}
	css, err := fs.ReadFile(embedded, "assets/site.css")
	if err != nil {
		return nil, err
	}
	_, plain, _ := bytes.Cut(css, []byte("/* tokens */")) // without the type, whose files stand elsewhere
	f := &frame{Lang: l, Title: t.Title, Style: template.CSS(plain), Body: t}
	var b bytes.Buffer
	err = layouts["team"].ExecuteTemplate(&b, "team.html", f)
	return b.Bytes(), err
}
