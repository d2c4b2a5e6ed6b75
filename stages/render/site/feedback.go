package site

import (
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"xephang/stages/render/view"
)

// feedback is the page of what changed since the draft, where the publication follows one.
func feedback(r *view.Report, l view.Lang, home crumb) []page {
	if r.Diff == nil {
		return nil
	}
	return []page{{lang: l, path: view.FeedbackAddress, layout: "feedback", nav: "nav.data", title: l.Say("diff.page"), crumbs: []crumb{home}, model: func(f *frame) any {
		p := r.Feedback(l)
		f.Description = p.Lede
		return p
	}}}
}

// WriteFeedback writes the page of what changed since the draft by itself, index.html and en.html, without the
// publication around it: nothing on it leads anywhere but to the other language.
func WriteFeedback(dir string, r *view.Report) error {
	layouts, err := parse()
	if err != nil {
		return err
	}
	css, err := embedded.ReadFile("assets/site.css")
	if err != nil {
		return err
	}
	_, plain, _ := bytes.Cut(css, []byte("/* tokens */"))
	for _, l := range view.Langs {
		p := r.Feedback(l)
		p.Book = ""
		for _, t := range tablesOf(p) {
			unlinked(t)
		}
		f := &frame{Lang: l, Title: p.Title, Style: template.CSS(plain), Body: p, OtherLang: view.EN, Other: "en.html"}
		name := "index.html"
		if l == view.EN {
			f.OtherLang, f.Other, name = view.VI, "index.html", "en.html"
		}
		var b bytes.Buffer
		if err := layouts["feedback"].ExecuteTemplate(&b, "alone", f); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func tablesOf(p view.FeedbackPage) []*view.Table {
	all := []*view.Table{p.Decisions}
	for _, s := range p.Changes {
		all = append(all, s.Table)
	}
	return all
}

// unlinked takes the links to other pages out of a table; those to places of the page itself stay.
func unlinked(t *view.Table) {
	for _, row := range t.Rows {
		for i := range row.Cells {
			if !strings.HasPrefix(row.Cells[i].Href, "#") {
				row.Cells[i].Href = ""
			}
		}
	}
}
