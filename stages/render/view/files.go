package view

import (
	"slices"
	"strings"

	"xephang/stages/problem"
)

// DataPage lists every file with its size and hash.
type DataPage struct {
	Outputs  []*Table // books, open data, CSV for Excel
	Inputs   *Table
	Problems *Table
	Doubts   string
	Cites    []string // how to cite the newest edition of each index
}

// Data makes the page of files.
func (r *Report) Data(l Lang) DataPage {
	p := DataPage{Inputs: r.fileTable(l, "dau-vao", l.Say("data.in"), r.Inputs, false)}
	for _, g := range []struct{ id, key, prefix string }{{"so-excel", "data.books", "books/"}, {"csv-excel", "data.excel", "data/excel/"}, {"du-lieu-mo", "data.open", ""}} {
		var in []File
		for _, f := range r.Outputs {
			if g.prefix != "" && strings.HasPrefix(f.Path, g.prefix) || g.prefix == "" && !strings.HasPrefix(f.Path, "books/") && !strings.HasPrefix(f.Path, "data/excel/") {
				in = append(in, f)
			}
		}
		if len(in) > 0 {
			p.Outputs = append(p.Outputs, r.fileTable(l, g.id, l.Say(g.key), in, true))
		}
	}
	for _, b := range r.Boards {
		if e := b.Latest(); e != nil {
			p.Cites = append(p.Cites, l.Say("data.cite.t", "index", l.In(b.Name), "edition", e.Edition.ID, "publisher", l.In(b.Publisher)))
		}
	}
	p.Problems = r.problemTable(l)
	p.Doubts = l.Say("data.problem.no")
	if p.Problems != nil {
		p.Doubts = l.Say("data.problems.t", "n", l.Whole(len(r.Problems)))
	}
	return p
}

// fileTable lists files; published ones are links, from the root of the publication.
func (r *Report) fileTable(l Lang, id, caption string, files []File, published bool) *Table {
	t := &Table{ID: id, Caption: caption, Columns: []Column{{Label: l.Say("data.col.file")}, {Label: l.Say("data.col.size"), Number: true}, {Label: l.Say("data.col.hash")}}}
	what := slices.ContainsFunc(files, func(f File) bool { return !f.What.IsZero() })
	if what {
		t.Columns = slices.Insert(t.Columns, 1, Column{Label: l.Say("data.col.what")})
	}
	for _, f := range files {
		name := Cell{Text: f.Path, Head: true, Tone: Path}
		if published {
			name.Href = "/" + f.Path
		}
		cells := []Cell{name, {Text: l.Bytes(f.Size), Value: Plain(float64(f.Size), 0)}, {Text: f.SHA256, Tone: Hash}}
		if what {
			cells = slices.Insert(cells, 1, Cell{Text: l.In(f.What)})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// problemTable gathers the problems of the run by kind: what, how often, one example. It names no unit's form.
func (r *Report) problemTable(l Lang) *Table {
	t := &Table{ID: "luu-y", Caption: l.Say("data.problems"), Columns: []Column{{Label: l.Say("data.col.problem")}, {Label: l.Say("data.col.count"), Number: true}, {Label: l.Say("data.col.example")}}}
	first, count := map[string]problem.Problem{}, map[string]int{}
	var codes []string
	for _, p := range r.Problems {
		if count[p.Code]++; count[p.Code] == 1 {
			first[p.Code], codes = p, append(codes, p.Code)
		}
	}
	if slices.Sort(codes); len(codes) == 0 {
		return nil
	}
	for _, c := range codes {
		p := first[c]
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.In(p.What), Small: " [" + c + "]", Head: true}, l.count(count[c]), {Text: p.Place.String(), Tone: Quiet}}})
	}
	return t
}
