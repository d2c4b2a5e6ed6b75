package robust

// stand is what stands still in one state: the scores and places of every node under which no weight moves, and the sums
// that moving nodes over such nodes start from.
type stand struct {
	columns [][]float64 // by node; nil where it moves or has no scores
	place   [][]int32   // by node: of still nodes that are ranked
	sums    []*sum      // by step; nil where there is nothing to start from
}

// prepare computes what stands still in every state that draws will ask for, each once.
func (m *model) prepare(wanted []state) {
	var fresh []state
	var prepared []int
	seen := map[int]bool{}
	for _, s := range wanted {
		if m.still[s] != nil {
			continue
		}
		m.still[s] = &stand{}
		fresh = append(fresh, s)
		if p := m.a.prepared(s); !seen[p] {
			seen[p] = true
			prepared = append(prepared, p)
		}
	}
	m.spread(len(m.leaves), func(k int, w *worker) {
		if l := m.leaves[k]; l != nil {
			for _, p := range prepared {
				m.need(l, p, w.normalise)
				m.placeLeaf(l, p, w)
			}
		}
	})
	m.spread(len(fresh), func(k int, w *worker) { m.build(m.still[fresh[k]], fresh[k], w) })
}

// placeLeaf ranks an indicator in a prepared state; the places of one that no alternative touches are the declared ones.
func (m *model) placeLeaf(l *leaf, prepared int, w *worker) {
	if !m.ranked[l.node] || l.place[prepared] != nil {
		return
	}
	if x := l.normal[prepared]; x != nil {
		l.place[prepared] = make([]int32, len(m.table.Units))
		m.rank(l.place[prepared], m.shown(l.node, x), l.node, w)
	}
}

// build computes the still nodes of a state, upward.
func (m *model) build(st *stand, s state, w *worker) {
	_, _, _, mean := m.a.choices(s)
	st.columns, st.place = make([][]float64, len(m.plan.Nodes)), make([][]int32, len(m.plan.Nodes))
	for k, l := range m.leaves {
		if l != nil {
			st.columns[k], st.place[k] = l.normal[m.a.prepared(s)], l.place[m.a.prepared(s)]
		}
	}
	st.sums = make([]*sum, len(m.steps[mean]))
	for k, step := range m.steps[mean] {
		if !m.moves[step.Node] {
			dst := make([]float64, len(m.table.Units))
			m.combine(dst, &m.steps[mean][k], st.columns, nil, w)
			st.columns[step.Node] = dst
			if m.ranked[step.Node] {
				st.place[step.Node] = make([]int32, len(dst))
				m.rank(st.place[step.Node], dst, step.Node, w)
			}
		} else if m.rests(step) {
			st.sums[k] = m.newSum(step, st.columns, w)
		}
	}
}

// rests tells whether all parts of a moving node stand still.
func (m *model) rests(s step) bool {
	for _, c := range s.Children {
		if m.moves[c] {
			return false
		}
	}
	return true
}

// combine does one step: weights nil are the step's own.
func (m *model) combine(dst []float64, s *step, columns [][]float64, weights []float64, w *worker) {
	s.Into(dst, columns, weights, w.score, 1)
	m.settle(dst, s, w)
}

// settle takes the screened units out of a node's scores and puts them on the node's own scale.
func (m *model) settle(dst []float64, s *step, w *worker) {
	for _, d := range m.out {
		dst[d] = nan
	}
	if s.scaler != nil {
		m.rescale(dst, s, w)
	}
}
