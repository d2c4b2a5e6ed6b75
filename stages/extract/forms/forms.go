// Package forms reads the forms that units send back: one file a unit, in whatever state Excel and its users left it. It
// finds the questions again by their keys wherever they were moved, takes values strictly by what they mean, and reports
// at its cell whatever has no certain meaning, so that no number is ever guessed. sheet stands before it and opens the
// files; extract stands after it and lays what was filed into the cube.
//
// It has a folder of its own, as sheet and text have: what people write into a form (reasons, choices, shares, dates in
// words, two files for one unit) is another subject than tables of figures, and extract is full enough with those.
package forms

import (
	"io/fs"
	"path"
	"runtime"

	"golang.org/x/sync/errgroup"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// desk is where the forms of one edition are read.
type desk struct {
	plan   *index.Plan
	reg    *units.Registry
	last   func(unit, answer string) (float64, bool)
	fsys   fs.FS
	dir    string // of the forms, below fsys
	prefix string // how fsys is called in names of files

	print    string // of the questions
	criteria []form.Criterion
	nodes    map[string]*form.Criterion // by id
	asks     map[string]form.Ask        // by the answer's id
	order    []string                   // ids of the answers as the form asks them
	units    map[string]units.Unit      // of the edition
	names    map[string]string          // SearchKey of a question or criterion → its key; "" where two share it
	checks   []check
}

func newDesk(fsys fs.FS, dir, prefix string, p *index.Plan, reg *units.Registry, last func(string, string) (float64, bool)) *desk {
	d := &desk{plan: p, reg: reg, last: last, fsys: fsys, dir: dir, prefix: prefix, print: form.Print(p), criteria: form.Layout(p),
		nodes: map[string]*form.Criterion{}, asks: map[string]form.Ask{}, units: map[string]units.Unit{}, names: map[string]string{}}
	for _, u := range p.Index.UnitsOf(p, reg) {
		d.units[u.Code] = u
	}
	for i := range d.criteria {
		c := &d.criteria[i]
		d.nodes[c.ID] = c
		own := false
		for _, a := range c.Asks {
			own = own || a.Own
			if a.First {
				d.asks[a.ID] = a
				d.order = append(d.order, a.ID)
				d.name(a.Name, form.AnswerKey(a.ID))
			}
		}
		if !own {
			d.name(c.Name, form.CriterionKey(c.ID))
		}
	}
	d.checks = d.checksOf(p)
	return d
}

// name enters a question's text, by which its row is found where neither key nor code is left.
func (d *desk) name(t problem.Text, key string) {
	for _, s := range []string{t.VI, t.EN} {
		k := units.SearchKey(s)
		if have, known := d.names[k]; known && have != key {
			key = ""
		}
		if k != "" {
			d.names[k] = key
		}
	}
}

// Read reads every file of a folder of forms: dir is its path below fsys, prefix how fsys is called in the names of
// problems. last gives last edition's answers. There is a Filing for each file that could be opened, by name of file;
// one that does not tell whose it is has no unit, one that cannot be used is Refused. What is found in a form is in its
// Problems; the list holds the rest: files that are no form, units that sent none. All of it bears the unit where that
// is known, and none of it is for the public. Files are read on all cores; the result does not depend on how many.
func Read(fsys fs.FS, dir, prefix string, p *index.Plan, reg *units.Registry, last func(unit, answer string) (float64, bool)) ([]*form.Filing, problem.List) {
	d := newDesk(fsys, dir, prefix, p, reg, last)
	names, ps := d.list()
	papers := make([]*paper, len(names))
	var g errgroup.Group
	g.SetLimit(max(2, runtime.GOMAXPROCS(0)))
	for i, name := range names {
		g.Go(func() error {
			papers[i] = d.read(name)
			return nil
		})
	}
	_ = g.Wait() // reading reports problems, never an error
	d.pair(papers)
	var all []*form.Filing
	for _, x := range papers {
		d.address(x.filing)
		all = append(all, x.filing)
	}
	ps.Add(d.absent(papers)...)
	return all, ps
}

// address writes index, edition and unit on every problem of a form.
func (d *desk) address(f *form.Filing) {
	for i := range f.Problems {
		p := &f.Problems[i]
		p.Index, p.Edition, p.Unit = d.plan.Index.ID, d.plan.Edition.ID, f.Unit
	}
}

// place is the folder of the forms, or a file in it, as problems call it.
func (d *desk) place(name string) problem.Place {
	return problem.Place{File: path.Join(d.prefix, d.dir, name)}
}
