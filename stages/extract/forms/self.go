package forms

import (
	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
)

// takeSelf reads the points that a unit gives itself. What a formula of the form cannot compute, mostly because an answer
// is faulty, is no fault of its own.
func (x *paper) takeSelf(t *table, r *sheet.Row, node string, joined map[int]sheet.Range) {
	c := t.cell(r, form.ColSelf)
	n := x.nodes[node]
	if n == nil || isBlank(c) || c.Formula && c.Kind != sheet.Number || c.Kind == sheet.Text && nothing(words(c)) {
		return
	}
	at := t.place(r, c.Column)
	if m, is := joined[c.Column]; is {
		x.report(answerMerged.At(at, said(c), "range", m.String()))
		return
	}
	q := &question{paper: x, at: at, Ask: form.Ask{Answer: index.Answer{Unit: points, Type: "number", Range: &[2]float64{0, max(n.Points, 0)}}}}
	v, ok := c.Number, c.Kind == sheet.Number && !c.Percent
	if c.Kind == sheet.Text {
		s := apart(words(c), q.Answer)
		p := sheet.ParseNumber(s.text, sheet.Style{Range: q.Range})
		v, ok = p.Value, p.Is == sheet.Figure && p.Rank == 0 && !s.words && !s.percent
	}
	switch {
	case !ok:
		x.report(selfBad.At(at, said(c), "most", number(n.Points)))
	case n.Points > 0 && (v < -1e-9 || v > n.Points+1e-9):
		x.report(selfOutside.At(at, said(c), "most", number(n.Points)))
	default:
		x.filing.Self[node] = form.Self{Points: v, Place: at}
	}
}

var points = tx("điểm", "points")

// selfPoints are the points of a criterion as the file shows them; where it shows none, those that the answers earn.
func (x *paper) selfPoints(c *form.Criterion) (float64, bool) {
	if s, ok := x.filing.Self[c.ID]; ok {
		return s.Points, true
	}
	v := c.Earned(func(id string) float64 {
		if a, ok := x.filing.Answers[id]; ok && !a.Faulty {
			return a.Value
		}
		return nan
	})
	return v, v == v
}
