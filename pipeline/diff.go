package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"xephang/stages/problem"
	"xephang/stages/render/book"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

func diffFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.seeds, "seeds", "seeds", "thư mục văn bản, khi FINAL là thư mục dữ liệu / folder of the texts, where FINAL is a data folder")
	f.StringVar(&o.out, "out", "", "thư mục nhận trang và sổ đối chiếu / folder that receives the page and the workbook")
	f.StringVar(&o.index, "index", "", "như khi chạy report, khi FINAL là thư mục dữ liệu / as in report, where FINAL is a data folder")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng / how many workers")
	f.Func("as-of", "như khi chạy report, khi FINAL là thư mục dữ liệu / as in report, where FINAL is a data folder", func(s string) (err error) {
		o.asOf, err = units.ParseDate(s)
		return err
	})
	f.StringVar(&o.lang, "lang", "", "vi, en; danh sách bằng tiếng Việt nếu không nói / the list in vi or en")
}

// diff lists every change from a sealed draft to the publication after it, with the decision that each follows from, and
// proves the list whole: the decisions laid over the inputs of the draft give the data of the final to the byte.
func diff(c console, o options, args []string) error {
	d, err := openDraft(args[0])
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "xephang-diff-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	before, err := d.again(o, filepath.Join(scratch, "draft"))
	if err != nil {
		return said(c, o, before, err)
	}
	after, sums, err := final(o, d, args[1], filepath.Join(scratch, "final"))
	if err != nil {
		return said(c, o, after, err)
	}
	cmp, found := compared(d, before, after)
	if found.Faults() == 0 {
		if found, err = cmp.prove(after, sums, scratch, found); err != nil {
			return err
		}
	}
	r := reportOf(after, cmp)
	if err := printDiff(c, o, r, cmp, args); err != nil {
		return err
	}
	if after.problems = found; len(found) > 0 {
		after.problems.Sort()
		after.listProblems(c)
	}
	if found.Faults() > 0 {
		fmt.Fprintf(c.err, "%d thay đổi không theo quyết định nào: bản chính thức chưa được chứng minh / %d changes without a decision: the final is not proven\n", found.Faults(), found.Faults())
		return errFaults
	}
	if o.out != "" {
		if err := writeDiff(o.out, r); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(c.out, "\n✓ %s\n", language(o).Say("diff.proof"))
	return err
}

// said prints the problems of a run that had faults.
func said(c console, o options, y *year, err error) error {
	if y != nil && errors.Is(err, errFaults) {
		y.lang = o.lang
		y.listProblems(c)
	}
	return err
}

// listProblems prints all problems, doubts too.
func (y *year) listProblems(c console) {
	for _, p := range y.problems {
		mark := "✗"
		if p.Severity == problem.Doubt {
			mark = "?"
		}
		for i, lang := range languages(y.lang) {
			if i > 0 {
				mark = " "
			}
			fmt.Fprintf(c.err, "%s %s\n", mark, p.In(lang))
		}
	}
}

func language(o options) view.Lang {
	if o.lang == "en" {
		return view.EN
	}
	return view.VI
}

// final runs the publication after the draft: a sealed folder by its own inputs and flags, a data folder with the texts
// of -seeds and, where no flag says otherwise, the day and indices of the draft.
func final(o options, d *sealedDraft, folder, scratch string) (*year, map[string]string, error) {
	if isSealed(folder) {
		f, err := openDraft(folder)
		if err != nil {
			return nil, nil, err
		}
		y, err := f.again(o, scratch)
		sums := map[string]string{}
		for _, x := range f.Outputs {
			sums[x.Path] = x.SHA256
		}
		return y, sums, err
	}
	sealed, err := d.options(o)
	if err != nil {
		return nil, nil, err
	}
	o.data = folder
	if o.asOf == 0 {
		o.asOf = sealed.asOf
	}
	if o.index == "" {
		o.index = sealed.index
	}
	return dataOf(o, scratch)
}

// reportOf is the report that pages and sheets of the comparison are made from.
func reportOf(after *year, c *comparison) *view.Report {
	after.diff = c
	return view.New(after.shown())
}

// writeDiff writes the page and the workbook of a comparison into a folder of their own.
func writeDiff(dir string, r *view.Report) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	return errors.Join(site.WriteFeedback(dir, r), book.WriteDiff(dir, r))
}
