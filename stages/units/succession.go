package units

import (
	"slices"
	"strings"

	"xephang/stages/problem"
)

var successionColumns = []string{"predecessor", "successor", "date", "change", "whole", "basis", "source"}

// successions reads succession.csv: what became of units that are no more, or gave a part away.
func (p *parser) successions() {
	if len(p.files.Succession.Data) == 0 {
		return
	}
	read(p.files.Succession, successionColumns, []string{"predecessor", "successor", "date"}, &p.problems, func(r row) {
		s := Succession{Predecessor: r.get("predecessor"), Successor: r.get("successor"), Date: r.date("date"), Change: r.get("change"),
			Whole: wholeOf(r), Basis: r.get("basis"), Source: r.get("source"), Place: r.place("predecessor")}
		if p.heirs(r, s) {
			p.reg.after[s.Predecessor] = append(p.reg.after[s.Predecessor], s)
			p.reg.before[s.Successor] = append(p.reg.before[s.Successor], s)
		}
	})
	for _, lines := range []map[string][]Succession{p.reg.after, p.reg.before} {
		for code := range lines {
			slices.SortStableFunc(lines[code], byDate)
		}
	}
}

// heirs checks that both units are there and exist on either side of the date.
func (p *parser) heirs(r row, s Succession) bool {
	old, okOld := p.reg.Unit(s.Predecessor)
	heir, okHeir := p.reg.Unit(s.Successor)
	if !okOld {
		p.problems.Add(noHeir.At(r.place("predecessor"), s.Predecessor))
	}
	if !okHeir {
		p.problems.Add(noHeir.At(r.place("successor"), s.Successor))
	}
	switch {
	case !okOld || !okHeir:
		return false
	case s.Predecessor == s.Successor:
		p.problems.Add(selfHeir.At(r.place("successor"), s.Successor))
		return false
	}
	if !old.Valid(s.Date.before()) {
		p.oddDate(r.place("date"), s.Date, old)
	}
	if !heir.Valid(s.Date) {
		p.oddDate(r.place("date"), s.Date, heir)
	}
	return true
}

func (p *parser) oddDate(at problem.Place, d Date, u Unit) {
	p.problems.Add(oddHeir.At(at, d.String(), "code", u.Code, "dates", u.span()))
}

// wholeOf reads whether the whole unit went over; partly and unsure are no.
func wholeOf(r row) bool {
	switch w := strings.ToLower(r.get("whole")); w {
	case "yes", "true", "1", "whole":
		return true
	case "no", "false", "0", "", "part", "partly", "unsure":
		return false
	default:
		r.t.problems.Add(badWhole.At(r.place("whole"), w))
		return false
	}
}
