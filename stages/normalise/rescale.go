package normalise

import (
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Rescale puts the combined scores of a node above the indicators on the scale that the node asks for itself (an
// index-wide `normalise` is meant for indicators, and the plan leaves it out here). score calls it through the pipeline, after it has combined the
// node and before it combines the node's parent. x holds the scores down the units, dst (as long, may be x) receives them
// rescaled; pool holds the node's scores in all editions end to end where their limits are taken together (across:
// editions), nil for this edition's own. A node without a scale of its own is copied. Direction is for indicators only.
func Rescale(p *index.Plan, t *cube.Table, node int, dst, x, pool []float64) problem.List {
	n := &p.Nodes[node]
	m := n.Normalise
	if m.IsZero() || m.Name == "none" {
		copy(dst, x)
		return nil
	}
	scaler, err := NewScaler(m, 1, n.Target, n.Goalposts)
	if err != nil {
		copy(dst, x)
		return problem.List{onNode(methodUnreadable, p, n, m.Place, m.String())}
	}
	if pool == nil {
		pool = x
	}
	s := NewScratch()
	limits := scaler.Measure(pool, s)
	s.column = append(s.column, x...) // x may be dst
	return put(p, t, node, &scaler, m, dst, s.column, &limits).found
}
