package view

import (
	"slices"

	"xephang/stages/cube"
)

// exempt are the cells whose gaps a reason settles, whatever the rule of their node: by node and row, withheld or left
// out. It is what the stage score reads from the reasons of an edition that is gathered by forms.
type exempt struct{ held, spare []map[int]bool }

func (e *Edition) exempt() *exempt {
	if e.Form == nil || !e.Table.Reasoned() {
		return nil
	}
	x := &exempt{make([]map[int]bool, len(e.Nodes)), make([]map[int]bool, len(e.Nodes))}
	for _, k := range e.Upward() {
		x.held[k], x.spare[k] = map[int]bool{}, map[int]bool{}
		for row := range e.Table.Units {
			if e.Nodes[k].Leaf() {
				x.leaf(e.Table, k, row)
				continue
			}
			held, spare := false, true
			for _, c := range e.Nodes[k].Children {
				held, spare = held || x.held[c.Col][row], spare && x.spare[c.Col][row]
			}
			x.held[k][row], x.spare[k][row] = held, spare && !held
		}
	}
	return x
}

// Settled tells, by node and row, who is withheld (an answer is missing there or below, and nothing stands in for it)
// and whose gaps are left out whatever their rule says. Both are false throughout in an edition without reasons.
func (e *Edition) Settled() (held, spare func(node, row int) bool) {
	x := e.exempt()
	if x == nil {
		no := func(int, int) bool { return false }
		return no, no
	}
	return func(node, row int) bool { return x.held[node][row] }, func(node, row int) bool { return x.spare[node][row] }
}

func (x *exempt) leaf(t *cube.Table, k, row int) {
	r, ok := t.Reason(k, row)
	if v := t.At(cube.Normal, k).At(row); !ok || v == v {
		return
	}
	x.held[k][row], x.spare[k][row] = r.Effect == "withhold", r.Effect == "exclude"
}

// mark notes the settled gaps of a node of the model.
func (x *exempt) mark(n *WeightNode, rows []int) {
	if x == nil {
		return
	}
	at := func(of map[int]bool) (all []int) {
		for i, row := range rows {
			if of[row] {
				all = append(all, i)
			}
		}
		return slices.Clip(all)
	}
	n.Held, n.Spare = at(x.held[n.col]), at(x.spare[n.col])
}
