package score

import (
	"xephang/stages/cube"
	"xephang/stages/index"
)

// Exempt is what the reasons of single cells do beyond the rule for gaps that their node declares, in an edition whose
// figures are gathered by forms: who is withheld, and whose gaps are left out whatever the rule. It depends on what is
// there and on nothing else, so one serves all the walks of robust.
type Exempt struct {
	held  [][]bool // by node, by row; nil where no row is: a missing answer withholds the node
	spare [][]bool // by node, by row: missing because all below it is left out
}

// NewExempt reads the reasons of an edition that has been normalised; nil where there are none.
func NewExempt(p *index.Plan, t *cube.Table) *Exempt {
	if p.Form == nil || !t.Reasoned() {
		return nil
	}
	e := &Exempt{held: make([][]bool, len(p.Nodes)), spare: make([][]bool, len(p.Nodes))}
	for _, k := range p.Upward() {
		for row := range t.Units {
			if p.Nodes[k].Leaf() {
				e.leaf(t, k, row)
			} else {
				e.above(&p.Nodes[k], row)
			}
		}
	}
	return e
}

// leaf reads the reason of a cell; where points count all the same it does nothing.
func (e *Exempt) leaf(t *cube.Table, node, row int) {
	r, ok := t.Reason(node, row)
	if !ok || !missing(t.At(cube.Normal, node).At(row)) {
		return
	}
	switch r.Effect {
	case "withhold":
		note(e.held, node, row, len(t.Units))
	case "exclude":
		note(e.spare, node, row, len(t.Units))
	}
}

// above: what is withheld below withholds the node; where all parts are left out, so is the node.
func (e *Exempt) above(n *index.PlanNode, row int) {
	held, spare := false, true
	rows := 0
	for _, c := range n.Children {
		held = held || is(e.held, c.Col, row)
		spare = spare && is(e.spare, c.Col, row)
		rows = max(rows, len(e.held[c.Col]), len(e.spare[c.Col]))
	}
	switch {
	case held:
		note(e.held, n.Col, row, rows)
	case spare:
		note(e.spare, n.Col, row, rows)
	}
}

func note(all [][]bool, node, row, rows int) {
	if all[node] == nil {
		all[node] = make([]bool, rows)
	}
	all[node][row] = true
}

func is(all [][]bool, node, row int) bool { return all[node] != nil && all[node][row] }

// Held tells that a unit has no score on a node, because an answer is withheld there or below.
func (e *Exempt) Held(node, row int) bool { return e != nil && is(e.held, node, row) }

// Spare tells that a unit's gap on a node is left out: no rule for gaps touches it.
func (e *Exempt) Spare(node, row int) bool { return e != nil && is(e.spare, node, row) }

// Settled tells that the reason of a cell has decided what its gap does.
func (e *Exempt) Settled(node, row int) bool { return e.Held(node, row) || e.Spare(node, row) }
