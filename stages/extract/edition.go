package extract

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// edition gathers the columns of one edition from all its tables.
type edition struct {
	plan    *index.Plan
	table   *cube.Table
	kinds   []string
	waived  map[[2]string]problem.Text // unit, node → reason
	columns map[target]*figures
	tables  int // that spoke of the edition

	decisions []*decision // corrections, in the order of the file

	filed *filed // what came back in forms; nil where none were gathered
}

// target is where a column of figures goes.
type target struct {
	to   destination
	name string // node, or answer
}

// destination parts the figures that scores are computed from and those that are only compared.
type destination uint8

const (
	given     destination = iota // as read: nodes, answers, denominators
	scored                       // published scores
	ranked                       // published ranks
	appraised                    // points given by the appraisers
	measured                     // points measured by others than the unit
)

// figures is a column in the making: values by row of the cube, NaN where nothing was read.
type figures struct {
	target
	values []float64
	origin origin
	style  sheet.Style
	node   *index.PlanNode // nil for an answer
	ranged bool            // node.Range holds for these values
}

// newEdition makes the empty table of a plan.
func newEdition(ix *index.Index, p *index.Plan, reg *units.Registry) *edition {
	e := &edition{plan: p, waived: map[[2]string]problem.Text{}, columns: map[target]*figures{}, kinds: p.Kinds()}
	all := ix.UnitsOf(p, reg)
	codes := make([]string, len(all))
	for i, u := range all {
		codes[i] = u.Code
	}
	for _, b := range p.Edition.Blocks {
		e.kinds = append(e.kinds[:len(e.kinds):len(e.kinds)], b.Kinds...)
	}
	for _, w := range p.Edition.Waive {
		e.waived[[2]string{w.Unit, w.Node}] = w.Reason
	}
	e.table = cube.New(p.Edition.ID, codes, p.IDs())
	for _, u := range p.Edition.Unranked {
		if row, ok := e.table.Row(u.Unit); ok {
			e.table.Unranked[row] = u.Reason
		}
	}
	if p.Rank.Within == "block" {
		e.block(all)
	}
	return e
}

// block parts the units of an edition that is ranked block by block. Units of no block share one without a name.
func (e *edition) block(all []units.Unit) {
	if len(e.plan.Edition.Blocks) == 0 || len(all) == 0 {
		return
	}
	for _, b := range e.plan.Edition.Blocks {
		e.table.Blocks = append(e.table.Blocks, b.ID)
	}
	e.table.Block = make([]int16, len(all))
	for row, u := range all {
		i := e.plan.BlockOf(u)
		if i < 0 {
			if i = len(e.plan.Edition.Blocks); len(e.table.Blocks) == i {
				e.table.Blocks = append(e.table.Blocks, "")
			}
		}
		e.table.Block[row] = int16(i)
	}
}

// of tells where the figures under a header go in this edition; false where the edition has no such node. A score is
// the node's own value where the node is an indicator of an edition that computes, and is not marked as published.
func (e *edition) of(c column) (*figures, bool) {
	if c.answer != "" {
		return e.column(target{given, c.answer}, nil), true
	}
	i, ok := e.plan.Col(c.node)
	if !ok {
		return nil, false
	}
	n := &e.plan.Nodes[i]
	switch {
	case c.rank:
		return e.column(target{ranked, n.ID}, n), true
	case c.published || !n.Leaf() || e.plan.Edition.Compute == "none":
		return e.column(target{scored, n.ID}, n), true
	}
	return e.column(target{given, n.ID}, n), true
}

// column finds or begins a column.
func (e *edition) column(t target, n *index.PlanNode) *figures {
	if f := e.columns[t]; f != nil {
		return f
	}
	f := &figures{target: t, node: n, values: make([]float64, len(e.table.Units))}
	for i := range f.values {
		f.values[i] = math.NaN()
	}
	f.style, f.ranged = styleOf(t, n)
	e.columns[t] = f
	return f
}

// styleOf is what the declaration of a node tells of how its figures are written. Its range is that of its own values:
// not of an expression's answers, nor of points.
func styleOf(t target, n *index.PlanNode) (s sheet.Style, ranged bool) {
	switch {
	case n == nil:
		s.YesNo = true
	case t.to == ranked || t.to == appraised || t.to == measured:
	default:
		s.Percent = hasPercent(n.Unit)
		s.YesNo = n.Rule != nil && n.Rule.Kind == "yes_no"
		ranged = n.Range != nil && n.Value == "" && n.Per == "" && (t.to == given || n.Rule == nil && n.Points == 0)
	}
	if ranged {
		s.Range = n.Range
	}
	return s, ranged
}
