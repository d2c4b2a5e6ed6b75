package extract

import (
	"cmp"
	"math"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// correct applies the corrections of an edition to the figures that were read, in the order of their days, so that a
// second correction of a cell finds what the first made of it. One whose old value is not what stands there is a fault,
// and changes nothing. All corrections, whatever became of them, are handed on for the ledger that is published.
func (f *folder) correct(e *edition) {
	slices.SortStableFunc(e.decisions, func(a, b *decision) int {
		return cmp.Or(cmp.Compare(a.on(), b.on()), cmp.Compare(a.order, b.order))
	})
	before := map[string]*decision{} // the correction that was applied last, by cell
	for _, d := range e.decisions {
		if !d.usable {
			continue
		}
		f.input.Corrections = append(f.input.Corrections, d.Correction)
		cell := d.Unit + "\x00" + d.Node + "\x00" + d.Layer
		switch now := e.figureOf(d); {
		case d.Status == form.Rejected:
		case !d.was.same(now.value, now.reason):
			f.stale(e, d, now, before[cell])
		case d.Status == form.Applied:
			e.apply(d)
			before[cell] = d
		}
	}
}

// on is the day of a correction; one that is not decided comes after all others.
func (d *decision) on() units.Date {
	if d.Date == 0 {
		return math.MaxInt32
	}
	return d.Date
}

// standing is a figure as it stands before a correction.
type standing struct {
	value  float64
	reason string
	source cube.Source
}

// figureOf finds the figure that a correction is aimed at.
func (e *edition) figureOf(d *decision) standing {
	row, _ := e.table.Row(d.Unit)
	now := standing{value: nothing}
	if c := e.columns[d.target]; c != nil {
		now.value, now.source = c.values[row], c.origin.At(row)
	}
	if e.filed != nil && now.value != now.value {
		now.reason = e.filed.missing[lacking{d.target.name, row}]
	}
	if !slices.Contains(index.Reasons, now.reason) {
		now.reason = "" // left blank, or faulty: nothing was read
	}
	return now
}

// stale reports a correction whose old value is another than what stands there. Before it is applied that is a doubt.
func (f *folder) stale(e *edition, d *decision, now standing, last *decision) {
	is, vi, en := amount{value: now.value, reason: now.reason}.text(), "chưa có số nào được đọc cho ô này", "no figure was read for this cell"
	if is == "" {
		is = "–"
	}
	if len(now.source.Places) > 0 {
		at := now.source.Places[len(now.source.Places)-1].String()
		vi, en = "như ở "+at, "as at "+at
	}
	if last != nil {
		at := last.Place.String()
		vi, en = "sau điều chỉnh ngày "+last.Date.String()+" ở "+at, "after the correction of "+last.Date.String()+" at "+at
	}
	p := correctionStale.At(d.was.place, d.was.said, "now", is, "where_vi", vi, "where_en", en)
	p.Unit = d.Unit
	if d.Status == form.Pending {
		p.Severity = problem.Doubt
	}
	f.add(e.plan.Edition.ID, p)
}

// apply lays the new figure. Its origin names the cell that was read and the row that corrected it.
func (e *edition) apply(d *decision) {
	row, _ := e.table.Row(d.Unit)
	c := e.column(d.target, e.nodeOf(d))
	at := d.becomes.place
	at.Line = 0 // as the cube keeps the cells of tables
	source := join(c.origin.At(row), cube.Source{Places: []problem.Place{at}})
	if d.Document != "" {
		source.Cite = append(slices.Clip(source.Cite), d.Document)
	}
	if c.origin.extra == nil {
		c.origin.extra = cube.Cells{}
	}
	c.values[row], c.origin.extra[row] = d.becomes.value, source
	e.excuse(d, row)
	for i := range e.plan.Nodes {
		n := &e.plan.Nodes[i]
		if n.ID == d.Node || d.col.answer != "" && n.Leaf() && slices.Contains(n.Inputs(), d.Node) {
			e.table.AddMark(i, row, cube.Mark{Code: "corrected", Note: d.note()})
		}
	}
}

// excuse keeps the reason that stands in place of an answer, or takes it away.
func (e *edition) excuse(d *decision, row int) {
	if e.filed == nil || d.target.to != given {
		return
	}
	at := lacking{d.target.name, row}
	switch {
	case d.becomes.value == d.becomes.value:
		delete(e.filed.missing, at)
	case d.becomes.reason != "":
		e.filed.missing[at] = d.becomes.reason
	default:
		e.filed.missing[at] = "blank"
	}
}

// note says on whose decision a figure was corrected. It names no value: what is not public stays so.
func (d *decision) note() problem.Text {
	vi, en := "Điều chỉnh theo "+d.Document+" ("+d.DecidedBy+", "+d.Date.String()+")", "Corrected by "+d.Document+" ("+d.DecidedBy+", "+d.Date.String()+")"
	if d.Case != "" {
		vi, en = vi+", vụ việc "+d.Case, en+", case "+d.Case
	}
	return tx(vi+".", en+".")
}

// nodeOf is the indicator that a corrected figure belongs to, nil for an answer.
func (e *edition) nodeOf(d *decision) *index.PlanNode {
	if d.col.answer != "" {
		return nil
	}
	i, _ := e.plan.Col(d.Node)
	return &e.plan.Nodes[i]
}
