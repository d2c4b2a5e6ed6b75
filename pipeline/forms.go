package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/book"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

func formsFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.data, "data", "data", "thư mục đầu vào / folder of the inputs")
	f.StringVar(&o.out, "out", "handover", "thư mục của biểu mẫu, mỗi đơn vị một thư mục con / folder of the forms, a folder a unit")
	f.StringVar(&o.unit, "unit", "", "chỉ một đơn vị: mã hoặc tên / one unit alone: its code or name")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng / how many workers")
	f.StringVar(&o.lang, "lang", "", "vi, en; mặc định cả hai / problems in vi, en, or both")
}

// formName is the file of a form in the folder of its unit.
func formName(ix, edition string) string {
	return "bieu-mau_" + view.Slug(ix) + "_" + view.Slug(edition) + ".xlsx"
}

// forms writes the form of an edition for each of its units, or for one, with the answers of the edition before beside the
// questions, and lists what it wrote. What is wrong with the edition's own figures does not matter yet.
func forms(c console, o options, args []string) error {
	in, found := extract.Data(o.data, extract.Options{Only: args[:1]})
	x := in.Input(args[0])
	if x == nil || len(x.Index.Plans) == 0 {
		y := &year{options: o, problems: found}
		y.tell(c, false)
		return usageError{fmt.Errorf("forms: không có chỉ số / no such index %q", args[0])}
	}
	if err := before(c, o, found, args[1]); err != nil {
		return err
	}
	a := &answer{x}
	p, _ := a.edition(args[1])
	switch {
	case p == nil:
		return usageError{fmt.Errorf("forms: %s không có kỳ / has no edition %q; có / it has: %s", args[0], args[1], strings.Join(a.editions(), ", "))}
	case p.Form == nil:
		return usageError{fmt.Errorf("forms: %s %s không thu thập bằng biểu mẫu; cần khai báo “form:” trong index.yaml / gathers nothing by forms: index.yaml declares no “form:”", args[0], args[1])}
	}
	all, err := asked(x, p, o.unit)
	if err != nil {
		return err
	}
	return writeForms(c, o, x, p, all)
}

// before stops where the declaration, the units or an earlier edition have faults.
func before(c console, o options, found problem.List, edition string) error {
	y := &year{options: o}
	for _, p := range found {
		if p.Edition != edition {
			y.problems.Add(p)
		}
	}
	if y.problems.Faults() == 0 {
		return nil
	}
	y.problems.Sort()
	y.tell(c, false)
	return errFaults
}

// asked lists the units that get a form: those of the edition, or the one that is named.
func asked(x *extract.Input, p *index.Plan, name string) ([]units.Unit, error) {
	all := x.Index.UnitsOf(p, x.Registry)
	if name == "" {
		return all, nil
	}
	one, wrong := x.Registry.Resolve(name, p.AsOf, nil, problem.Place{})
	if u, ok := x.Registry.Unit(name); ok {
		one, wrong = u, nil
	}
	if wrong != nil {
		return nil, usageError{fmt.Errorf("forms: %s", wrong.In("vi"))}
	}
	for _, u := range all {
		if u.Code == one.Code {
			return []units.Unit{u}, nil
		}
	}
	return nil, usageError{fmt.Errorf("forms: %s không thuộc kỳ / is not in the edition %s", one.Code, p.Edition.ID)}
}

// writeForms writes the forms, several at a time, and lists them in the order of the units.
func writeForms(c console, o options, x *extract.Input, p *index.Plan, all []units.Unit) error {
	var g errgroup.Group
	g.SetLimit(max(o.jobs, 1))
	for _, u := range all {
		g.Go(func() error {
			b, err := book.Form(p, u, lastAnswers(x, p, u.Code))
			if err != nil {
				return fmt.Errorf("%s: %w", u.Code, err)
			}
			return deliver(filepath.Join(o.out, u.Code, formName(x.Index.ID, p.Edition.ID)), b)
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, u := range all {
		fmt.Fprintf(c.out, "%s  %s\n", filepath.ToSlash(filepath.Join(o.out, u.Code, formName(x.Index.ID, p.Edition.ID))), u.Name.In("vi"))
	}
	_, err := fmt.Fprintf(c.out, "%d biểu mẫu / forms: %s %s\n", len(all), x.Index.ID, p.Edition.ID)
	return err
}

// lastAnswers gives what a unit answered in the edition before.
func lastAnswers(x *extract.Input, p *index.Plan, unit string) book.Last {
	return func(id string) (float64, bool) {
		if p.Previous == nil {
			return 0, false
		}
		t := x.Cube.Table(p.Previous.Edition.ID)
		if t == nil {
			return 0, false
		}
		row, known := t.Row(unit)
		g := t.Given(id)
		if !known || g == nil {
			return 0, false
		}
		v := g.Column.At(row)
		return v, v == v
	}
}
