package view

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
)

// Graded is one criterion of one unit in points, as the unit, the appraisers and others see it, as far as it is public.
type Graded struct {
	Row, Node                 int
	Self, Appraised, Measured float64 // points, NaN where there are none
	Counts                    string  // whose points count: self, appraised, measured; empty where nobody's do
	Verdict, Reason           string  // of the appraisers
}

// Gap is self − appraised in points; above 0 the unit thinks better of itself. NaN where one of the two is not known.
func (g Graded) Gap() float64 { return g.Self - g.Appraised }

// GradesOf lists the criteria of a collecting edition that have points of at least one kind, by unit and criterion.
// appraisals are the rows of the appraisers' table, of which verdicts and reasons are shown where the points are.
func GradesOf(p *index.Plan, t *cube.Table, appraisals []form.Appraisal) (all []Graded) {
	if p.Form == nil {
		return nil
	}
	said := map[[2]string]form.Appraisal{}
	if p.PublicLayer("appraised") {
		for _, a := range appraisals {
			said[[2]string{a.Unit, a.Node}] = a
		}
	}
	for row, unit := range t.Units {
		for k := range p.Nodes {
			n := &p.Nodes[k]
			if !n.Leaf() {
				continue
			}
			a := said[[2]string{unit, n.ID}]
			g := Graded{Row: row, Node: k, Self: t.At(cube.Self, k).At(row) * maximum(n), Appraised: t.At(cube.Appraised, k).At(row),
				Measured: t.At(cube.Measured, k).At(row), Verdict: a.Verdict, Reason: a.Reason}
			if g.Self != g.Self && g.Appraised != g.Appraised && g.Measured != g.Measured {
				continue
			}
			g.Counts = counting(p, t, k, row)
			all = append(all, g)
		}
	}
	return all
}

func maximum(n *index.PlanNode) float64 {
	if n.Points > 0 {
		return n.Points
	}
	return 1
}

// counting tells whose points count in a cell: those that the index wants, or the unit's own in their stead.
func counting(p *index.Plan, t *cube.Table, node, row int) string {
	counts := p.CountsOf(&p.Nodes[node])
	if v := t.At(cube.Score, node).At(row); v != v {
		return ""
	}
	if layer, ok := map[string]cube.Layer{"appraised": cube.Appraised, "measured": cube.Measured}[counts]; ok {
		if v := t.At(layer, node).At(row); v != v {
			return "self"
		}
	}
	return counts
}

// GapSum sums up how far self-scores are from appraised ones, over the cells that have both.
type GapSum struct {
	At                   int     // row of a unit or column of a criterion; −1 of a whole edition
	Compared             int     // cells that have both
	Self, Appraised, Gap float64 // points together; Gap = Self − Appraised
	Lowered, Raised      int     // cells in which the appraisers gave less, or more
	Widest               float64 // the gap that is farthest from 0
	WidestRow, WidestCol int
}

// Gaps is the gap self − appraised of one edition.
type Gaps struct {
	Whole    GapSum
	Units    []GapSum // in the order of the table; units with nothing to compare are left out
	Criteria []GapSum // in the order of the plan; likewise
}

// GapsOf sums up grades. All sums are of points, in the order of units and criteria.
func GapsOf(grades []Graded) (g Gaps) {
	g.Whole.At = -1
	units, criteria := map[int]int{}, map[int]int{}
	for _, x := range grades {
		if d := x.Gap(); d != d {
			continue
		}
		g.Whole.add(x)
		entry(&g.Units, units, x.Row).add(x)
		entry(&g.Criteria, criteria, x.Node).add(x)
	}
	sortByPlace(g.Units)
	sortByPlace(g.Criteria)
	return g
}

func entry(all *[]GapSum, at map[int]int, key int) *GapSum {
	k, known := at[key]
	if !known {
		k, at[key] = len(*all), len(*all)
		*all = append(*all, GapSum{At: key})
	}
	return &(*all)[k]
}

func (s *GapSum) add(x Graded) {
	d := x.Gap()
	s.Compared++
	s.Self, s.Appraised, s.Gap = s.Self+x.Self, s.Appraised+x.Appraised, s.Gap+d
	switch {
	case d > 0:
		s.Lowered++
	case d < 0:
		s.Raised++
	}
	if s.Compared == 1 || math.Abs(d) > math.Abs(s.Widest) {
		s.Widest, s.WidestRow, s.WidestCol = d, x.Row, x.Node
	}
}
