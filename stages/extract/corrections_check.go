package extract

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// check holds the new value against what is declared of the figure, and writes both values the one way in which they
// are published.
func (r *ruling) check(d *decision) {
	if d.usable && d.becomes.same(d.was.value, d.was.reason) {
		r.report(d, correctionNothing, becomesColumn, d.becomes.said)
	}
	if want := r.misfit(d); !want.IsZero() {
		r.report(d, correctionValue, becomesColumn, d.becomes.said, "node", d.Node, "want_vi", want.VI, "want_en", want.EN)
	}
	if d.usable {
		d.Was, d.Becomes = d.was.text(), d.becomes.text()
	}
}

// text writes an amount as it is published: a figure with a decimal point, the code of a reason, or nothing.
func (a amount) text() string {
	switch {
	case a.reason != "":
		return a.reason
	case a.value == a.value:
		return shortest(a.value)
	}
	return ""
}

// misfit tells what is wanted where the new value is not of the declared kind; nothing where it suits.
func (r *ruling) misfit(d *decision) problem.Text {
	v := d.becomes.value
	if v != v {
		return problem.Text{}
	}
	if i, ok := r.e.plan.Col(d.Node); ok && d.col.answer == "" {
		n := &r.e.plan.Nodes[i]
		switch {
		case d.Layer != form.LayerValue:
			return between(v, &[2]float64{0, n.Points}, d.Layer != form.LayerValue && n.Points > 0)
		case n.Rule != nil && n.Rule.Kind == "yes_no" && v != 0 && v != 1:
			return tx("Có hoặc Không", "Yes or No")
		}
		_, ranged := styleOf(d.target, n)
		return between(v, n.Range, ranged && !r.e.waive(n.ID, r.rowOf(d)))
	}
	return misfitAnswer(r.e.plan, d.Node, v)
}

func (r *ruling) rowOf(d *decision) int {
	row, _ := r.e.table.Row(d.Unit)
	return row
}

// misfitAnswer holds a figure against the declared type and range of an answer.
func misfitAnswer(p *index.Plan, id string, v float64) problem.Text {
	a, ok := p.Answer(id)
	if !ok {
		return problem.Text{}
	}
	switch {
	case a.Type == "count" && (v < 0 || v != math.Trunc(v)):
		return tx("số nguyên không âm", "a whole number from 0")
	case a.Type == "yes_no" && v != 0 && v != 1:
		return tx("Có hoặc Không", "Yes or No")
	case a.Type == "choice" && !slices.ContainsFunc(a.Choices, func(c index.Choice) bool { return c.Value == v }):
		var vi, en []string
		for _, c := range a.Choices {
			vi, en = append(vi, c.Name.VI), append(en, c.Name.EN)
		}
		return tx("một lựa chọn: "+strings.Join(vi, ", "), "one of the choices: "+strings.Join(en, ", "))
	}
	if a.Type == "percent" && a.Range == nil && v > 1 {
		return tx("một tỷ lệ, ví dụ 85% hoặc 0,85", "a share such as 85% or 0.85")
	}
	return between(v, a.Range, a.Range != nil)
}

func between(v float64, limits *[2]float64, holds bool) problem.Text {
	if !holds || limits[0] <= v && v <= limits[1] {
		return problem.Text{}
	}
	low, high := shortest(limits[0]), shortest(limits[1])
	return tx("từ "+low+" đến "+high, "from "+low+" to "+high)
}

// readable lists what a correction of a layer may name.
func (e *edition) readable(layer string) (names []string) {
	for i := range e.plan.Nodes {
		n := &e.plan.Nodes[i]
		if e.plan.Edition.Compute == "none" || n.Leaf() && (layer != form.LayerValue || n.Own()) {
			names = append(names, n.ID)
		}
	}
	if layer == form.LayerValue {
		names = append(names, e.plan.Inputs()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// below lists what a node is computed from: the answers of its expression, or the indicators below it.
func (e *edition) below(n *index.PlanNode) (names []string) {
	if !n.Leaf() {
		for _, c := range n.Children {
			names = append(names, e.plan.Nodes[c.Col].ID)
		}
		return names
	}
	return n.Inputs()
}
