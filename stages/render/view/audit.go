package view

import (
	"slices"

	"xephang/stages/robust"
)

// AuditPage is what a statistician would look at in one edition of an index.
type AuditPage struct {
	Board    *Board
	Edition  *Edition
	Title    string
	Lede     string
	Stamp    []string
	Siblings []Sibling
	Findings []Finding
	Stars    string
	Sections []AuditSection
	Robust   string // address
}

// Finding is one sentence of the verdict.
type Finding struct {
	Grade, Title, Text, Source string
	Tone                       Tone
}

// AuditSection is one kind of test: what it asks, and its tables; Why stands where there is none.
type AuditSection struct {
	ID, Title, About string
	Tables           []*Table
	Says             []string
	Why              string
}

// Audit makes the page of an edition's audit; the edition has one.
func (r *Report) Audit(l Lang, e *Edition) AuditPage {
	a := r.Audits[e.Plan]
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID}
	p := AuditPage{Board: e.Board, Edition: e, Title: r.auditTitle(l, a, args), Lede: l.Say("exam.lede", "count", l.Units(e.Board.Units, a.Units)),
		Stamp: e.stamp(l), Findings: r.Findings(l, e), Robust: r.RobustHref(e),
		Stars: l.Say("exam.stars", "one", l.Number(0.05, 2), "two", l.Number(0.01, 2), "three", l.Number(0.001, 3))}
	for _, o := range e.Board.Editions {
		if href := r.AuditHref(o); href != "" {
			p.Siblings = append(p.Siblings, Sibling{o.Edition.ID, href, o == e})
		}
	}
	x := &examiner{Lang: l, report: r, e: e, a: a}
	for _, s := range []AuditSection{
		{ID: "du-so-lieu", Title: l.Say("exam.h.available"), About: l.Say("exam.a.available"), Tables: []*Table{x.available()}},
		{ID: "phan-bo", Title: l.Say("exam.h.shape"), About: l.Say("exam.a.shape"), Tables: x.shapes()},
		{ID: "tuong-quan", Title: l.Say("exam.h.links"), About: l.Say("exam.a.links") + " " + p.Stars, Tables: x.links()},
		{ID: "nhat-quan", Title: l.Say("exam.h.alpha"), About: l.Say("exam.a.alpha"), Tables: []*Table{x.alphas()}},
		{ID: "thanh-phan-chinh", Title: l.Say("exam.h.factors"), About: l.Say("exam.a.factors"), Tables: x.factors()},
		{ID: "anh-huong", Title: l.Say("exam.h.influence"), About: l.Say("exam.a.influence"), Tables: []*Table{x.influences()}},
		{ID: "thieu-thanh-phan", Title: l.Say("exam.h.coverage"), About: l.Say("exam.a.coverage"), Tables: []*Table{x.coverage()}},
		{ID: "troi-hon", Title: l.Say("exam.h.dominance"), About: l.Say("exam.a.dominance"), Tables: []*Table{x.dominance()}},
		{ID: "chi-so-khac", Title: l.Say("exam.h.compare"), About: l.Say("exam.a.compare"), Tables: []*Table{x.comparisons()}},
	} {
		s.Tables = slices.DeleteFunc(s.Tables, func(t *Table) bool { return t == nil || len(t.Rows) == 0 })
		if len(s.Tables) == 0 {
			s.Why = l.Say("exam.nothing")
		}
		p.Sections = append(p.Sections, s)
	}
	return p
}

func (r *Report) auditTitle(l Lang, a *robust.Audit, args []string) string {
	grave, look := 0, 0
	for _, f := range a.Findings {
		switch f.Grade {
		case robust.Grave:
			grave++
		case robust.Look:
			look++
		}
	}
	args = append(args, "grave", l.Whole(grave), "look", l.Whole(look), "n", l.Whole(grave+look))
	switch {
	case grave > 0:
		return l.Say("exam.title.grave", args...)
	case look > 0:
		return l.Say("exam.title.look", args...)
	}
	return l.Say("exam.title", args...)
}

// Findings are the verdict on an edition in sentences, the gravest first; none without an audit.
func (r *Report) Findings(l Lang, e *Edition) (all []Finding) {
	a := r.Audits[e.Plan]
	if a == nil {
		return nil
	}
	w := r.Words(e)
	for _, f := range a.Findings {
		x := Finding{Grade: l.In(f.Grade.Text()), Title: l.In(f.Title()), Text: l.In(f.Text(w)), Source: l.In(f.Source())}
		switch f.Grade {
		case robust.Grave:
			x.Tone = "grave"
		case robust.Look:
			x.Tone = "look"
		default:
			x.Tone = "notice"
		}
		all = append(all, x)
	}
	return all
}

// Words write what the sentences of an edition's audit bind.
func (r *Report) Words(e *Edition) robust.Words {
	return robust.Words{
		Number:  func(lang string, x float64, decimals int) string { return Lang(lang).Number(x, decimals) },
		Percent: func(lang string, share float64, decimals int) string { return Lang(lang).Percent(share, decimals) },
		Node:    func(lang string, node int) string { return e.Brief(Lang(lang), node) },
		Unit:    func(lang, code string) string { return r.Name(Lang(lang), code) },
	}
}

// examiner lays the figures of an audit out as tables in one language.
type examiner struct {
	Lang
	report *Report
	e      *Edition
	a      *robust.Audit
}

// figure is a cell of a figure, or of the reason why there is none.
func (x *examiner) figure(f robust.Figure, decimals int) Cell {
	if !f.OK() {
		return x.why(f.Why)
	}
	return x.num(f.Value, decimals)
}

// percent is the same of a share.
func (x *examiner) percent(f robust.Figure) Cell {
	if !f.OK() {
		return x.why(f.Why)
	}
	return Cell{Text: x.Percent(f.Value, 1), Value: Plain(f.Value, 6)}
}

// why is the cell of a reason; that a figure does not apply needs no words.
func (x *examiner) why(w robust.Why) Cell {
	if w == robust.NotAsked || w == robust.Known {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: x.In(w.Text()), Tone: Reason}
}

// Reason is a cell of words in a column of figures.
const Reason Tone = "quiet why"

// node is the head cell of a node, its short form first.
func (x *examiner) node(k int) Cell {
	c := Cell{Text: x.e.Brief(x.Lang, k), Head: true}
	if full := x.In(x.e.Nodes[k].Name); full != c.Text && full != "" {
		c.Small = " " + full
	}
	return c
}

// unit is a cell that leads to a unit; a row below 0 is none.
func (x *examiner) unit(row int) Cell {
	if row < 0 || row >= len(x.e.Table.Units) {
		return Cell{Text: Missing, Tone: Quiet}
	}
	code := x.e.Table.Units[row]
	return link(x.report.Name(x.Lang, code), x.report.UnitHref(code))
}

func words(label string) Column   { return Column{Label: label} }
func figures(label string) Column { return Column{Label: label, Number: true} }
