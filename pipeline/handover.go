package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xephang/stages/extract"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/book"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
)

// handoverDir is what single units alone receive: a folder a unit, beside the publication and never inside it.
func (o options) handoverDir() string {
	if o.handover != "" {
		return o.handover
	}
	return filepath.Join(filepath.Dir(filepath.Clean(o.out)), "handover")
}

// handOver gives every form with problems back to its unit, marked, and writes the team's page of each edition that is
// gathered by forms. It is done even where publication is refused; what an earlier run gave back and is mended by now is
// taken away.
func (y *year) handOver() (returned int, err error) {
	if y.in == nil {
		return 0, nil
	}
	for _, x := range y.in.Indices {
		for _, p := range x.Index.Plans {
			private := slices.ContainsFunc(x.Private, func(q problem.Problem) bool { return q.Edition == p.Edition.ID })
			if p.Form == nil || len(x.Filings[p.Edition.ID]) == 0 && !private {
				continue // its figures came in tables
			}
			n, err := y.giveBack(x, p)
			if returned += n; err != nil {
				return returned, err
			}
		}
	}
	return returned, nil
}

// giveBack is handOver for one edition.
func (y *year) giveBack(x *extract.Input, p *index.Plan) (returned int, err error) {
	name := view.Slug(x.Index.ID) + "_" + view.Slug(p.Edition.ID)
	bad := map[string]*form.Filing{}
	for _, f := range x.Filings[p.Edition.ID] {
		if f.Unit != "" && slices.ContainsFunc(f.Problems, ofConcern) {
			bad[f.Unit] = f
		}
	}
	t := x.Cube.Table(p.Edition.ID)
	for _, code := range t.Units {
		at := filepath.Join(y.handoverDir(), code, "can-sua_"+name+".xlsx")
		f := bad[code]
		if f == nil {
			if err := os.Remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return returned, err
			}
			continue
		}
		u, _ := x.Registry.Unit(code)
		sender, err := os.ReadFile(y.inputPath(f.File))
		if err != nil {
			return returned, err
		}
		b, err := book.Returned(sender, f, p, u)
		if err != nil {
			return returned, fmt.Errorf("%s: %w", f.File, err)
		}
		if err := deliver(at, b); err != nil {
			return returned, err
		}
		returned++
	}
	return returned, y.teamPage(x, p, t.Units, name)
}

// ofConcern tells what a unit gets its form back for: anything but a formula whose result its file did not carry, which
// was computed here.
func ofConcern(p problem.Problem) bool { return p.Code != "cell-computed" }

// teamPage writes the team's page of an edition.
func (y *year) teamPage(x *extract.Input, p *index.Plan, asked []string, name string) error {
	g := view.Gathered{Plan: p, Registry: x.Registry, Units: asked, Filings: x.Filings[p.Edition.ID]}
	g.Problems = slices.DeleteFunc(slices.Clone(x.Private), func(q problem.Problem) bool { return q.Edition != p.Edition.ID })
	g.Problems.Sort()
	b, err := site.Team(view.VI.Team(g), view.VI)
	if err != nil {
		return err
	}
	return deliver(filepath.Join(y.handoverDir(), "tinh-hinh-bieu-mau_"+name+".html"), b)
}

// inputPath is where a file of the data folder stands that problems name below "data".
func (y *year) inputPath(name string) string {
	return filepath.Join(y.data, filepath.FromSlash(strings.TrimPrefix(name, "data/")))
}

// deliver writes a file into a folder that may not be there, beside its place first: a reader never meets half a file.
func deliver(at string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
		return err
	}
	next := at + ".next"
	if err := os.WriteFile(next, b, 0o666); err != nil {
		return err
	}
	return os.Rename(next, at)
}
