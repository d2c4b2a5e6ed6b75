package main

import (
	"fmt"
	"io"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
)

// printDiff writes the list of decisions and changes as text, all of them, public or not: it is for who decides.
func printDiff(c console, o options, r *view.Report, cmp *comparison, args []string) error {
	p := diffPrinter{Writer: c.out, l: language(o), r: r, all: cmp.whole()}
	fmt.Fprintf(p, "%s\n%s → %s\n%s\n", p.l.Say("diff.page"), args[0], args[1], p.l.Summary(p.all))
	p.decisions()
	rows := p.all.Rows()
	for _, e := range []reconcile.Effect{reconcile.Direct, reconcile.Own, reconcile.KnockOn} {
		p.changes(e, rows)
	}
	return nil
}

// whole is the comparison with everything that is not public.
func (c *comparison) whole() *view.Diff {
	open := *c
	open.indices = nil
	for _, ix := range c.indices {
		copied := *ix
		copied.Plans = nil
		for _, p := range ix.Plans {
			plan := *p
			plan.Public = nil
			copied.Plans = append(copied.Plans, &plan)
		}
		open.indices = append(open.indices, &copied)
	}
	return open.public()
}

type diffPrinter struct {
	io.Writer
	l   view.Lang
	r   *view.Report
	all *view.Diff
}

func (p diffPrinter) decisions() {
	if len(p.all.Decisions) == 0 {
		return
	}
	fmt.Fprintf(p, "\n%s\n", p.l.Say("diff.h.decisions"))
	for i, d := range p.all.Decisions {
		parts := []string{d.Case, p.unit(d.Unit), d.Index + " " + d.Edition, p.node(d.Name, d.Node), p.l.Amount(d, false) + " → " + p.l.Amount(d, true),
			p.l.StatusName(d.Status), d.Document, d.DecidedBy, d.Date, d.Reason}
		fmt.Fprintf(p, "  [%d] %s\n", i+1, joined(parts))
	}
}

// changes prints a line for each unit and node with changes of one effect.
func (p diffPrinter) changes(e reconcile.Effect, rows []view.DiffRow) {
	head := false
	for _, row := range rows {
		if row.Effect != e {
			continue
		}
		if !head {
			fmt.Fprintf(p, "\n%s\n", p.l.Say("diff.h."+string(e)))
			head = true
		}
		parts := []string{p.unit(row.Unit), row.Index + " " + row.Edition, p.node(row.Name, row.Node)}
		for _, f := range row.Figures {
			name := p.l.Say("diff.layer." + f.Layer)
			if f.Group != "" {
				name += " " + f.Group
			}
			parts = append(parts, name+" "+p.l.Step(f, p.decimals(row)))
		}
		if len(row.Causes) > 0 {
			parts = append(parts, "["+view.Numbers(row.Causes)+"]")
		}
		fmt.Fprintf(p, "  %s\n", joined(parts))
	}
}

func (p diffPrinter) unit(code string) string { return p.r.Name(p.l, code) + " (" + code + ")" }

func (p diffPrinter) node(name problem.Text, id string) string {
	if n := p.l.In(name); n != id {
		return n + " (" + id + ")"
	}
	return id
}

func (p diffPrinter) decimals(row view.DiffRow) int {
	if b := p.r.Board(row.Index); b != nil {
		if e := b.Edition(row.Edition); e != nil {
			return e.Scale.Decimals
		}
	}
	return 4
}

// joined joins what is not empty.
func joined(parts []string) string {
	var all []string
	for _, s := range parts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, " · ")
}
