package view

import (
	"cmp"
	"math"
	"slices"
)

func sortByPlace(all []GapSum) {
	slices.SortFunc(all, func(a, b GapSum) int { return cmp.Compare(a.At, b.At) })
}

// Grades lists the public points of the edition's criteria; none where it gathers no forms.
func (r *Report) Grades(e *Edition) []Graded {
	if r.Private {
		whole := *e.Plan
		whole.Public = nil
		return GradesOf(&whole, e.Table, r.Appraisals[e.Plan])
	}
	return GradesOf(e.Plan, e.Table, r.Appraisals[e.Plan])
}

// GapTables are the gap self − appraised of an edition by unit and by criterion, the widest first; nil where there is
// nothing to compare.
func (r *Report) GapTables(l Lang, e *Edition) (units, criteria *Table) {
	g := GapsOf(r.Grades(e))
	if g.Whole.Compared == 0 {
		return nil, nil
	}
	units = l.gapTable("chenh-don-vi", l.Say("gap.units"), l.unitHead(e.Index.Units), g.Units, func(s GapSum) Cell { return r.unit(l, e.Table.Units[s.At]) })
	criteria = l.gapTable("chenh-tieu-chi", l.Say("gap.criteria"), l.Say("gap.criterion"), g.Criteria,
		func(s GapSum) Cell { return Cell{Text: l.In(e.Nodes[s.At].Name), Head: true} })
	return units, criteria
}

// gapTable is one table of sums.
func (l Lang) gapTable(id, caption, head string, sums []GapSum, name func(GapSum) Cell) *Table {
	t := &Table{ID: id, Caption: caption, Sortable: true, Columns: []Column{{Label: head}, {Label: l.Say("gap.compared"), Number: true},
		{Label: l.Say("gap.self"), Number: true}, {Label: l.Say("gap.appraised"), Number: true}, {Label: l.Say("gap.gap"), Number: true},
		{Label: l.Say("gap.lowered"), Number: true}, {Label: l.Say("gap.raised"), Number: true}}}
	sums = slices.Clone(sums)
	slices.SortStableFunc(sums, func(a, b GapSum) int { return cmp.Compare(math.Abs(b.Gap), math.Abs(a.Gap)) })
	for _, s := range sums {
		gap := l.num(s.Gap, 2)
		gap.Text = l.Signed(s.Gap, 2)
		t.Rows = append(t.Rows, Row{Cells: []Cell{name(s), l.count(s.Compared), l.num(s.Self, 2), l.num(s.Appraised, 2), gap, l.count(s.Lowered), l.count(s.Raised)}})
	}
	return t
}

// GapMessage says in a sentence how far apart self-scores and appraised scores are; empty where nothing is compared.
func (r *Report) GapMessage(l Lang, e *Edition) string {
	g := GapsOf(r.Grades(e)).Whole
	if g.Compared == 0 {
		return ""
	}
	return l.Say("gap.message", "n", l.Whole(g.Compared), "units", l.Whole(len(GapsOf(r.Grades(e)).Units)), "self", l.Number(g.Self, 2),
		"appraised", l.Number(g.Appraised, 2), "gap", l.Signed(g.Gap, 2), "lowered", l.Whole(g.Lowered), "raised", l.Whole(g.Raised))
}
