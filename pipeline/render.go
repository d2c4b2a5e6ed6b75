package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/text"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/book"
	"xephang/stages/render/opendata"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
)

// render writes the parts that were asked for. The site comes last: its data page lists the other files.
func (y *year) render() (string, error) {
	if y.compare != nil {
		if err := y.compare(y); err != nil {
			return "", err
		}
	}
	r := view.New(y.shown())
	for _, part := range []struct {
		name  string
		write func(*view.Report) error
	}{{"data", y.openData}, {"books", y.books}, {"site", y.site}} {
		if y.only == "" || y.only == part.name {
			if err := part.write(r); err != nil {
				return "", fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	files, size, err := measure(y.next)
	return fmt.Sprintf("%d tệp/files, %.1f MB", files, float64(size)/1e6), err
}

// shown is all that the publication is made of.
func (y *year) shown() view.Input {
	in := view.Input{Units: y.in.Registry, Problems: view.PublicProblems(y.problems, y.openIndices()), Reproductions: y.reproductions, Robust: y.robusts, Audits: y.audits, Presets: y.presets,
		Claims: y.claims, Verdicts: y.verdicts, Ledger: y.ledger, AsOf: y.today, FullTexts: y.mayShow, Kinds: problem.Catalogue(), Version: release, Base: y.home}
	for _, x := range y.open {
		in.Indices, in.Cubes = append(in.Indices, x.Index), append(in.Cubes, x.Cube)
	}
	for _, d := range y.texts {
		in.Texts = append(in.Texts, shownText(d))
	}
	in.Inputs, in.Appraisals = y.inputs(), y.appraisals()
	for _, x := range y.in.Indices {
		in.Corrections = append(in.Corrections, view.CorrectionsOf(x.Index, x.Corrections)...)
	}
	if y.diff != nil {
		in.Diff = y.diff.public()
	}
	return in
}

// mayShow tells whether a document may be shown in full.
func (y *year) mayShow(file string) bool {
	return slices.ContainsFunc(y.full, func(pattern string) bool {
		ok, _ := path.Match(pattern, path.Base(file))
		return ok
	})
}

func shownText(d *text.Document) view.Text {
	t := view.Text{File: d.Name}
	for _, s := range d.Sentences {
		t.Sentences = append(t.Sentences, view.TextSentence{Start: s.Start, End: s.End, Paragraph: s.Paragraph, Text: d.Quote(s.Start, s.End)})
	}
	return t
}

func (y *year) openData(r *view.Report) error {
	var tables []opendata.Table
	for _, x := range y.open {
		var editions []opendata.Edition
		_ = y.public(func(of *extract.Input, p *index.Plan, t *cube.Table) error {
			if of == x {
				editions = append(editions, opendata.Edition{Plan: p, Table: t})
			}
			return nil
		})
		tables = append(tables, opendata.CellTable(x.Index, editions, x.Registry), opendata.GroupTable(x.Index, editions, x.Registry))
		if graded, ok := opendata.AppraisedTable(x.Index, editions, func(e opendata.Edition) []view.Graded {
			return view.GradesOf(e.Plan, e.Table, r.Appraisals[e.Plan])
		}); ok {
			tables = append(tables, graded)
		}
	}
	tables = append(tables, opendata.ClaimTable(y.claims, y.verdicts), opendata.TargetTable(y.ledger, y.today),
		opendata.TaskTable(y.ledger, y.in.Registry, y.today), opendata.SeriesTable(y.ledger), opendata.ProblemTable(view.PublicProblems(y.problems, y.openIndices())),
		opendata.CorrectionTable(r.Corrections))
	sums, err := opendata.Write(filepath.Join(y.next, "data"), tables, opendata.Package{Name: "xephang", Title: "xephang: điểm và hạng cơ quan công / scores and ranks of public bodies",
		Description: "Mỗi dòng một ô: đơn vị × nút × kỳ, mọi lớp từ ô nguồn đến hạng. / A row a cell: unit × node × edition, every layer from source cell to rank."}, y.jobs)
	for name, sum := range sums {
		y.sums["data/"+name] = sum
	}
	return err
}

func (y *year) books(r *view.Report) error {
	return book.Write(filepath.Join(y.next, "books"), r, y.jobs)
}

func (y *year) site(r *view.Report) error {
	for _, part := range []string{"data", "books"} {
		if err := y.list(part, r); err != nil {
			return err
		}
	}
	return site.Write(y.next, r)
}

// list tells the site's data page of the files already written below a part.
func (y *year) list(part string, r *view.Report) error {
	err := filepath.WalkDir(filepath.Join(y.next, part), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(y.next, path)
		name := filepath.ToSlash(rel)
		if y.sums[name] == "" {
			if y.sums[name], err = hashFile(path); err != nil {
				return err
			}
		}
		info, err := d.Info()
		if err == nil {
			r.Outputs = append(r.Outputs, view.File{Path: name, Size: info.Size(), SHA256: y.sums[name]})
		}
		return err
	})
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// measure counts the files below dir and their bytes.
func measure(dir string) (files int, size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		files++
		size += info.Size()
		return err
	})
	return files, size, err
}

// release names the program in the publication. It is written here and not taken from the build, so that a build from
// another folder or state of the checkout publishes the same bytes.
const release = "1.0"
