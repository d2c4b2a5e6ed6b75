package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// report builds the whole publication (or the part that -only names) and exchanges it with the last one.
func report(c console, o options, _ []string) (err error) {
	if !slices.Contains([]string{"", "site", "books", "data"}, o.only) {
		return usageError{fmt.Errorf("report: -only %q: cần / wants site, books, data", o.only)}
	}
	d, err := beginDraft(o)
	if err != nil {
		return err
	}
	defer d.drop()
	p, err := openPublication(o.out, o.only)
	if err != nil {
		return err
	}
	defer p.close()
	y := &year{options: o, next: p.next, sums: map[string]string{}}
	if o.after != "" {
		y.compare = (*year).follow
	}
	bars := newProgress(c.err, o.quiet, len(line)+1)
	err = walk(y, bars, "render")
	y.tell(c, false)
	if _, lost := y.handOver(); err == nil {
		err = lost
	}
	if err == nil {
		_, err = y.handPacks()
	}
	if err != nil {
		return err
	}
	bars.begin("publish")
	if err := d.keep(y, p.next); err != nil {
		return err
	}
	p.sums = y.sums
	if err := p.commit(); err != nil {
		return err
	}
	if err := d.close(p.out); err != nil {
		return err
	}
	bars.end("publish", o.out)
	bars.finish(fmt.Sprintf("%d lỗi/faults, %d nghi vấn/doubts", y.problems.Faults(), len(y.problems)-y.problems.Faults()))
	return nil
}

// check validates the inputs through every stage but render: nothing is written.
func check(c console, o options, _ []string) error {
	y := &year{options: o}
	err := walk(y, newProgress(c.err, o.quiet, len(line)-1), "reconcile")
	y.tell(c, true)
	if err == nil {
		fmt.Fprintf(c.out, "đầu vào dùng được / the inputs are good: %d nghi vấn/doubts\n", len(y.problems))
	}
	return err
}

// tell prints the problems, in Vietnamese and English or in the one language asked for: faults always, doubts where
// they were asked for; a long list of doubts is on the site's page of data quality too.
func (y *year) tell(c console, doubts bool) {
	for _, p := range y.problems {
		if p.Severity == problem.Fault || doubts {
			y.tellOne(c, p)
		}
	}
	y.tellForms(c, doubts)
	if n := y.problems.Faults() + y.barring(); n > 0 {
		fmt.Fprintf(c.err, "%d lỗi trong đầu vào: không công bố gì, ấn phẩm cũ giữ nguyên / %d faults in the inputs: nothing was published, the last publication is untouched\n", n, n)
	}
}

// tellOne prints one problem.
func (y *year) tellOne(c console, p problem.Problem) {
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

func languages(lang string) []string {
	if lang == "" {
		return []string{"vi", "en"}
	}
	return []string{lang}
}

// indices lists the indices that -index names; none is all.
func (o options) indices() []string {
	return strings.FieldsFunc(o.index, func(r rune) bool { return r == ',' || r == ' ' })
}

// compute runs the line for a verb that answers a question and publishes nothing.
func compute(c console, o options) (*year, error) {
	o.noRobust = true
	y := &year{options: o}
	err := walk(y, newProgress(c.err, true, len(line)), "reconcile")
	if errors.Is(err, errFaults) {
		y.tell(c, false)
	}
	return y, err
}

// answer is one index as a verb asks of it.
type answer struct{ *extract.Input }

func (y *year) find(id string) *answer {
	if x := y.in.Input(id); x != nil {
		return &answer{x}
	}
	return nil
}

func (a *answer) edition(id string) (*index.Plan, *cube.Table) {
	for _, p := range a.Index.Plans {
		if p.Edition.ID == id {
			return p, a.Cube.Table(id)
		}
	}
	return nil, nil
}

func (a *answer) editions() (ids []string) {
	for _, p := range a.Index.Plans {
		ids = append(ids, p.Edition.ID)
	}
	return ids
}
