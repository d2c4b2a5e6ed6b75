package robust

import (
	"math"

	"xephang/stages/cube"
)

// LeftOut is what the ranks of the root would be without one node.
type LeftOut struct {
	Node  int
	Place []int32   // by row; 0 where there is none
	Score []float64 // by row, NaN where there is none
	Shift float64   // mean over the units of |rank without it − rank|: places
	Most  int       // the greatest shift of one unit
	Row   int       // that unit's row (the first of several)
	Lost  int       // ranked units that have no rank without it
	Alone bool      // the node is the only part of its parent, which goes with it
}

// leaveOut takes every node of the tree out in turn, at every level: its weight is shared among its siblings, a gap of
// it no longer matters, and what it alone made up goes with it. Nodes beside the tree are not in the total.
//
// The model is one in which everything is as declared.
func (m *model) leaveOut() []LeftOut {
	var nodes []int
	for k := 1; k < len(m.plan.Nodes); k++ {
		if n := &m.plan.Nodes[k]; n.Parent >= 0 && !n.Measured && m.under(k) && m.siblings(k) {
			nodes = append(nodes, k)
		}
	}
	all := make([]LeftOut, len(nodes))
	m.spread(len(nodes), func(k int, w *worker) { all[k] = m.without(nodes[k], w) })
	return all
}

// under tells whether a node leads up to the root.
func (m *model) under(node int) bool {
	for node > 0 {
		if m.plan.Nodes[node].Measured {
			return false
		}
		node = m.plan.Nodes[node].Parent
	}
	return node == 0
}

// siblings tells whether something is left of the total without the node.
func (m *model) siblings(node int) bool {
	for node > 0 {
		up := m.plan.Nodes[node].Parent
		if len(m.plan.Nodes[up].Children) > 1 {
			return true
		}
		node = up
	}
	return false
}

// without recomputes the nodes above one that is left out, in the state as computed.
func (m *model) without(node int, w *worker) LeftOut {
	l := LeftOut{Node: node, Alone: len(m.plan.Nodes[m.plan.Nodes[node].Parent].Children) == 1}
	columns := m.base()
	gone := map[int]bool{node: true}
	changed := map[int]bool{node: true}
	for k := range m.steps[0] {
		s, touched := m.steps[0][k], false
		for _, c := range s.Children {
			touched = touched || changed[c]
		}
		if !touched || m.plan.Nodes[s.Node].Beside {
			continue
		}
		changed[s.Node] = true
		if s = s.less(gone); len(s.Children) == 0 {
			gone[s.Node] = true
			continue
		}
		dst := make([]float64, len(m.table.Units))
		m.combine(dst, &s, columns, nil, w)
		columns[s.Node] = dst
	}
	l.Score = columns[0]
	l.Place = make([]int32, len(l.Score))
	m.rank(l.Place, l.Score, 0, w)
	l.Shift, l.Most, l.Row, l.Lost = compared(m.table.Ranking(0).Place, l.Place)
	return l
}

// base are the columns that go upward, as computed.
func (m *model) base() [][]float64 {
	columns := make([][]float64, len(m.plan.Nodes))
	for k := range columns {
		layer := cube.Score
		if m.plan.Nodes[k].Leaf() {
			layer = cube.Normal // where gaps that count as zero are still gaps
		}
		columns[k] = m.table.At(layer, k).Values()
	}
	return columns
}

// less is a step without some of its children.
func (s step) less(gone map[int]bool) step {
	t := *s.Step
	t.Children, t.Weights, t.Gaps = nil, nil, nil
	for k, c := range s.Children {
		if gone[c] {
			continue
		}
		t.Children, t.Weights = append(t.Children, c), append(t.Weights, s.Weights[k])
		if s.Gaps != nil {
			t.Gaps = append(t.Gaps, s.Gaps[k])
		}
	}
	return step{Step: &t, scaler: s.scaler, limits: s.limits}
}

// compared sums up how far places are from the ranks.
func compared(place, other []int32) (mean float64, most, row, lost int) {
	n := 0
	for k, p := range place {
		switch {
		case p == 0:
		case other[k] == 0:
			lost++
		default:
			shift := int(math.Abs(float64(other[k] - p)))
			if shift > most {
				most, row = shift, k
			}
			mean += float64(shift)
			n++
		}
	}
	return mean / float64(max(n, 1)), most, row, lost
}
