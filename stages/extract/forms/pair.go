package forms

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/form"
	"xephang/stages/problem"
)

// pair settles units of which there are several forms: those that say the same are one, those that differ are all refused.
// A refused form beside one that is used takes nothing from it.
func (d *desk) pair(papers []*paper) {
	of := map[string][]*paper{}
	for _, x := range papers {
		if x.filing.Unit != "" && !x.filing.Refused {
			of[x.filing.Unit] = append(of[x.filing.Unit], x)
		}
	}
	for _, x := range papers {
		all := of[x.filing.Unit]
		switch {
		case x.filing.Unit == "":
		case x.filing.Refused && len(all) > 0:
			x.filing.Answers = map[string]form.Answer{}
		case len(all) > 1 && !alike(all):
			d.both(x, all)
		case len(all) > 1 && x != all[0]:
			x.filing.Refused, x.filing.Answers = true, map[string]form.Answer{}
			x.report(sameTwice.At(problem.Place{File: x.filing.File}, path.Base(x.name), "others", path.Base(all[0].name)))
		}
	}
}

// both refuses one of several forms of a unit that differ.
func (d *desk) both(x *paper, all []*paper) {
	var others []string
	for _, y := range all {
		if y != x {
			others = append(others, path.Base(y.name))
		}
	}
	x.refuse(twoForms.At(problem.Place{File: x.filing.File}, path.Base(x.name), "unit", x.filing.Unit, "others", strings.Join(others, ", ")))
}

// alike tells that forms say the same: answers with their faults, reasons, explanations and evidence.
func alike(all []*paper) bool {
	first := form.Issued(all[0].filing)
	return !slices.ContainsFunc(all, func(x *paper) bool { return form.Issued(x.filing) != first })
}

// absent reports the units of the edition of which no form can be used.
func (d *desk) absent(papers []*paper) (ps problem.List) {
	sent := map[string]bool{}
	for _, x := range papers {
		sent[x.filing.Unit] = true
		if x.filing.Refused && len(x.filing.Answers) > 0 {
			x.blank()
		}
	}
	for _, u := range d.plan.Index.UnitsOf(d.plan, d.reg) {
		if !sent[u.Code] {
			p := d.about(noForm.At(d.place(""), u.Name.VI, "unit", u.Code))
			p.Unit = u.Code
			ps.Add(p)
		}
	}
	return ps
}
