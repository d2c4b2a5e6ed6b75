package robust

import (
	"sync"
	"sync/atomic"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/score"
)

// model is one edition made ready to be walked again and again under some assumptions.
type model struct {
	plan     *index.Plan
	table    *cube.Table
	a        assumptions
	workers  int
	sources  []source // by way of filling
	screened []bool   // rows that a screen keeps out: no scores at all
	out      []int32  // the same as a list
	steps    [][]step // by mean; parts before wholes
	moves    []bool   // nodes whose score changes with the weights drawn
	ranked   []bool   // nodes that have a ranking
	rule     rank.Rule
	exempt   *score.Exempt // what the reasons of single cells do; nil: nothing
	blocks   [2][][]int32  // rows to be ranked together: of the root, of other nodes

	found  problem.List
	leaves []*leaf // by node; nil for combined nodes
	still  map[state]*stand
	pool   []*worker
}

// step is a combined node under one combination.
type step struct {
	*score.Step
	scaler *normalise.Scaler // the node's own scale, nil where it has none
	limits *normalise.Limits // of that scale, fixed where they are taken over all editions
}

// newModel reads an edition that has been normalised, scored and ranked. moved are the nodes whose weights will differ
// from draw to draw.
func newModel(p *index.Plan, t *cube.Table, a assumptions, moved []bool, o Options) *model {
	m := &model{plan: p, table: t, a: a, workers: max(o.Workers, 1), still: map[state]*stand{}}
	if o.Groups == nil {
		o.Groups = func(*index.Plan, string, string) string { return "" }
	}
	m.found.Add(m.readSources(o)...)
	m.screened, m.exempt = dropped(p, t), score.NewExempt(p, t)
	for row, out := range m.screened {
		if out {
			m.out = append(m.out, int32(row))
		}
	}
	m.rule = rank.Rule{Ties: rank.TiesOf(p.Rank.Ties), Units: t.Units}
	m.blocks = [2][][]int32{m.rowsOf(t.Unranked), m.rowsOf(nil)}
	m.ranked, m.leaves = make([]bool, len(p.Nodes)), make([]*leaf, len(p.Nodes))
	for k := range p.Nodes {
		m.ranked[k] = t.Ranking(k) != nil
		if p.Nodes[k].Leaf() {
			m.leaves[k] = m.newLeaf(k)
		}
	}
	m.readSteps(o)
	m.moves = make([]bool, len(p.Nodes))
	for _, s := range m.steps[0] {
		for _, c := range s.Children {
			m.moves[s.Node] = m.moves[s.Node] || moved[c] || m.moves[c]
		}
	}
	return m
}

// dropped tells the rows that a screen keeps out: unranked, but not by the edition's declaration.
func dropped(p *index.Plan, t *cube.Table) []bool {
	out := make([]bool, len(t.Units))
	for row := range t.Unranked {
		out[row] = true
	}
	for _, u := range p.Edition.Unranked {
		if row, ok := t.Row(u.Unit); ok {
			out[row] = false
		}
	}
	return out
}

// rowsOf parts the rows into blocks, those left out and those that a screen dropped taken out.
func (m *model) rowsOf(out map[int]problem.Text) [][]int32 {
	blocks := make([][]int32, 1)
	if m.table.Block != nil {
		blocks = make([][]int32, max(len(m.table.Blocks), 1))
	}
	for row := range m.table.Units {
		if _, unranked := out[row]; !unranked && !m.screened[row] {
			b := m.table.BlockOf(row)
			blocks[b] = append(blocks[b], int32(row))
		}
	}
	return blocks
}

// blocksOf are the rows that are ranked together on a node.
func (m *model) blocksOf(node int) [][]int32 {
	if node == 0 {
		return m.blocks[0]
	}
	return m.blocks[1]
}

// readSteps copies the tree for every combination that is tried. Weights that the stage score found from the data stay
// as it found them.
func (m *model) readSteps(o Options) {
	for _, mean := range m.a.mean {
		tree, _ := score.NewTree(m.plan) // its problems have been reported by the stage itself
		tree.Exempt(m.exempt)
		var steps []step
		for k := range tree.Steps {
			s := &tree.Steps[k]
			n := &m.plan.Nodes[s.Node]
			if w := m.table.Weights(s.Node); w != nil {
				s.Weights = w
			}
			if c, err := score.Find(n.Combine.Under(mean)); err == nil && n.Varied(index.Combine) {
				s.Combine = c
			} else if err != nil {
				m.found.Add(m.problem(alternativeUnread, mean.Place, mean.String()))
			}
			steps = append(steps, m.ownScale(step{Step: s}, o))
		}
		m.steps = append(m.steps, steps)
	}
}

// ownScale reads the scale that a combined node declares for itself. Limits over all editions are taken from the scores
// as they were computed, for all draws.
func (m *model) ownScale(s step, o Options) step {
	if !s.Scaled {
		return s
	}
	n := &m.plan.Nodes[s.Node]
	scaler, err := normalise.NewScaler(n.Node.Normalise, 1, n.Target, n.Goalposts)
	if err != nil {
		return s // reported by the stage score
	}
	s.scaler = &scaler
	if m.plan.Across != "editions" {
		return s
	}
	var pool []float64
	for _, e := range m.editions(o.Cube) {
		if col, ok := e.plan.Col(n.ID); ok && e.plan.Nodes[col].Level == s.Level {
			pool = append(pool, combined(e, col)...)
		}
	}
	l := scaler.Measure(pool, normalise.NewScratch())
	s.limits = &l
	return s
}

// combined is a node's score in an edition before it was put on the node's own scale.
func combined(e edition, node int) []float64 {
	tree, _ := score.NewTree(e.plan)
	tree.Exempt(score.NewExempt(e.plan, e.table))
	columns := (&model{plan: e.plan, table: e.table}).base()
	dst := make([]float64, len(e.table.Units))
	for k := range tree.Steps {
		if s := &tree.Steps[k]; s.Node == node {
			if w := e.table.Weights(node); w != nil {
				s.Weights = w
			}
			s.Into(dst, columns, nil, score.NewScratch(), 1)
		}
	}
	for row, out := range dropped(e.plan, e.table) {
		if out {
			dst[row] = nan
		}
	}
	return dst
}

// spread does n pieces of work, numbered, on the workers, which keep their memory from one time to the next. One piece
// at a time is spread.
func (m *model) spread(n int, do func(k int, w *worker)) {
	var next atomic.Int64
	var done sync.WaitGroup
	count := min(m.workers, n)
	for len(m.pool) < count {
		m.pool = append(m.pool, m.newWorker())
	}
	for _, w := range m.pool[:count] {
		done.Go(func() {
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				do(k, w)
			}
		})
	}
	done.Wait()
}

// problem makes a problem of an alternative.
func (m *model) problem(k *problem.Kind, at problem.Place, found string, args ...string) problem.Problem {
	return problemOf(m.plan, k, at, found, args...)
}

func problemOf(p *index.Plan, k *problem.Kind, at problem.Place, found string, args ...string) problem.Problem {
	q := k.At(at, found, args...)
	if p.Index != nil {
		q.Index = p.Index.ID
	}
	q.Edition = p.Edition.ID
	return q
}
