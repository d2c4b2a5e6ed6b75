package forms

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/problem"
)

// settle makes the answers of the filing: those found in rows, else in the cell that a defined name still knows. What is
// blank or not there is reported.
func (x *paper) settle() {
	named := x.named()
	for _, id := range x.order {
		ask := x.asks[id]
		f := x.found[id]
		if f == nil {
			if spot, ok := named[form.DefinedAnswer(id)]; ok {
				x.byName(ask, spot, named[form.DefinedReason(id)])
				f = x.found[id]
			}
		}
		if f == nil {
			at := problem.Place{File: x.filing.File}
			x.report(rowMissing.At(at, id, "code", id, "name_vi", ask.Name.VI, "name_en", ask.Name.In("en")))
			x.filing.Answers[id] = form.Answer{Value: nan, Place: at}
			continue
		}
		if f.empty && !f.fault {
			q := &question{paper: x, Ask: ask, at: f.answer.Place}
			q.say(answerBlank, f.answer.Said)
		}
		x.filing.Answers[id] = f.answer
	}
}

// spot is a cell that a defined name knows.
type spot struct {
	grid        *grid
	row, column int
}

func (s spot) cell() (sheet.Cell, *sheet.Row) {
	if s.grid == nil {
		return sheet.Cell{}, nil
	}
	for i := range s.grid.rows {
		if r := &s.grid.rows[i]; r.Number == s.row {
			return r.At(s.column), r
		}
	}
	return sheet.Cell{}, nil
}

// named gives the cells of the workbook's defined names.
func (x *paper) named() map[string]spot {
	all := map[string]spot{}
	for _, n := range x.book.Names {
		if !strings.HasPrefix(n.Name, "xh_") {
			continue
		}
		name, row, column, ok := address(n.Refers)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(x.grids, func(g *grid) bool { return g.sheet.Name == name }); i >= 0 {
			all[n.Name] = spot{x.grids[i], row, column}
		}
	}
	return all
}

// byName reads an answer whose row lost its key and its code.
func (x *paper) byName(ask form.Ask, at, reasonAt spot) {
	c, _ := at.cell()
	why, _ := reasonAt.cell()
	q := &question{paper: x, Ask: ask, at: at.grid.at(at.row, at.column)}
	f := found{answer: form.Answer{Value: nan, Said: said(c), Place: q.at}}
	place := q.at
	if reasonAt.grid != nil {
		place = reasonAt.grid.at(reasonAt.row, reasonAt.column)
	}
	x.decide(q, c, why, place, &f)
	f.answer.Faulty = f.fault
	x.file(ask.ID, f, q.at)
}

// judge looks at the form as a whole, after its answers are read.
func (x *paper) judge() {
	if issued := x.meta[form.MetaIssued]; issued != "" && issued == form.Issued(x.filing) {
		x.filing.Problems = slices.DeleteFunc(x.filing.Problems, func(p problem.Problem) bool { return p.Code == answerBlank.Code })
		x.refuse(untouched.At(problem.Place{File: x.filing.File}, path.Base(x.name)))
		x.blank()
		x.filing.Answers = map[string]form.Answer{}
		return
	}
	moves := x.check()
	x.prove()
	x.stale()
	x.filing.Problems.Sort()
	x.filing.Problems.Add(moves...)
}

// stale doubts a form whose answers are all last edition's.
func (x *paper) stale() {
	same, n := true, 0
	for id, a := range x.filing.Answers {
		if a.Faulty || a.Value != a.Value {
			continue
		}
		before, ok := x.last(x.filing.Unit, id)
		if !ok || before != before {
			continue
		}
		n++
		same = same && near(a.Value, before)
	}
	if same && n >= 3 {
		x.report(sameAsLast.At(problem.Place{File: x.filing.File}, path.Base(x.name), "count", number(float64(n)), "edition", x.plan.Edition.ID))
	}
}
