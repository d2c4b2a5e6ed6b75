package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// validation is what may be typed into cells, and what is said beside them. Cells under the same rule share one.
type validation struct {
	kind, low, high, list string // whole, decimal, date, list
	title, says           string // beside the cell, and where it is refused
	gentle                bool   // what does not fit is asked about, not refused
}

// validations lays the rules of the answers sheet over its cells.
func (b *formBook) validations(sheet string) {
	cells := map[validation]string{}
	var order []validation
	add := func(v validation, at string) {
		if cells[v] == "" {
			order = append(order, v)
		} else {
			at = " " + at
		}
		cells[v] += at
	}
	for i, row := range b.rows {
		if row.ask != nil {
			add(b.allowed(row.ask.Answer), ref(columnOf(form.ColAnswer), formFirst+i))
			add(validation{kind: "list", list: b.lists["reasons"], title: view.VI.Say("form.in.reason"), says: view.VI.Say("form.say.reason")}, ref(columnOf(form.ColReason), formFirst+i))
		}
		if row.c != nil && b.byHand(row.c) {
			add(validation{kind: "decimal", low: "0", high: plain(row.c.Points), title: view.VI.Say("form.in.points"),
				says: view.VI.Say("form.say.points", "range", between(view.VI.Exact(0), view.VI.Exact(row.c.Points)))}, ref(columnOf(form.ColSelf), formFirst+i))
		}
	}
	for _, v := range order {
		b.allow(sheet, v, cells[v])
	}
}

// allowed is the rule of an answer.
func (b *formBook) allowed(a index.Answer) validation {
	low, high := b.limits(a)
	said := ""
	if a.Range != nil {
		said = between(view.VI.Answer(a, a.Range[0]), view.VI.Answer(a, a.Range[1]))
	}
	v := validation{kind: "decimal", low: low, high: high, title: view.VI.Say("form.in.number"), says: view.VI.Say("form.say.number", "range", said)}
	switch a.Type {
	case "count":
		if said == "" {
			said = view.VI.Say("form.least", "low", view.VI.Exact(0))
		}
		v.kind, v.title, v.says = "whole", view.VI.Say("form.in.count"), view.VI.Say("form.say.count", "range", said)
	case "percent":
		v.title, v.says = view.VI.Say("form.in.percent"), view.VI.Say("form.say.percent", "range", said, "eg", sampleShare)
	case "yes_no":
		v = validation{kind: "list", list: b.lists["yes_no"], title: view.VI.Say("form.in.yes"), says: view.VI.Say("form.say.yes")}
	case "choice":
		v = validation{kind: "list", list: b.lists[a.ID], title: view.VI.Say("form.in.choice"), says: view.VI.Say("form.say.choice")}
	}
	v.says += "\n" + view.VI.Say("form.say.none")
	return v
}

const sampleShare = "85,5%" // as it is typed
const sampleDate = "31/12/2026"

// widest is the limit of figures without a declared range: what a validation can say.
const widest = 1e15

// limits are the least and the greatest answer.
func (b *formBook) limits(a index.Answer) (low, high string) {
	lo, hi := -widest, widest
	if a.Type == "count" || a.Type == "percent" {
		lo = 0
	}
	if a.Range != nil {
		lo, hi = a.Range[0], a.Range[1]
	}
	return plain(lo), plain(hi)
}

// plain writes a figure for a validation.
func plain(x float64) string { return trimmed(figure(x)) }

func trimmed(s string) string {
	if len(s) > 2 && s[0] == '(' {
		return s[1 : len(s)-1]
	}
	return s
}

func between(low, high string) string { return view.VI.Say("form.between", "low", low, "high", high) }

// Longest texts that Excel takes in a validation.
const (
	longTitle = 32
	longSays  = 255
)

// allow lays one rule over cells.
func (b *formBook) allow(sheet string, v validation, cells string) {
	if b.err != nil {
		return
	}
	d := excelize.NewDataValidation(true)
	d.Sqref = cells
	title, says := view.Cut(v.title, longTitle), view.Cut(v.says, longSays)
	d.SetInput(title, says)
	style := excelize.DataValidationErrorStyleStop
	if v.gentle {
		style = excelize.DataValidationErrorStyleWarning
	}
	d.SetError(style, view.VI.Say("form.wrong"), says)
	switch v.kind {
	case "list":
		d.SetSqrefDropList(v.list)
	case "whole":
		b.note(d.SetRange(v.low, v.high, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
	case "date":
		b.note(d.SetRange(v.low, v.high, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	default:
		b.note(d.SetRange(v.low, v.high, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	}
	b.note(b.file.AddDataValidation(sheet, d))
}
