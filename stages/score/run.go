package score

import (
	"iter"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Rescale puts a node's combined scores on the scale that the node declares for itself; normalise.Rescale is one. dst
// receives x rescaled; pool holds the node's scores of all editions where limits are taken together, nil for this
// edition's own.
type Rescale func(p *index.Plan, t *cube.Table, node int, dst, x, pool []float64) problem.List

// Report is what the stage computed besides the scores.
type Report struct {
	Weighings []Weighing // nodes whose weights were computed, in the order in which they were
}

// Of finds the weighing of a node, nil where its weights are declared.
func (r Report) Of(node int) *Weighing {
	for i := range r.Weighings {
		if r.Weighings[i].Node == node {
			return &r.Weighings[i]
		}
	}
	return nil
}

// Run lays Score over every node of one edition: an indicator's is its Normal (0 where it is missing and the index says
// missing: zero), a node's the combination of its parts, put on the node's own scale where it has one. What is only
// measured is scored too, so that it can be ranked and shown, but weighs nothing above it. Computed weights are laid on
// the table (cube.Table.Weights). An edition that computes nothing is left alone. workers < 2 is one core; the result is
// the same bytes for any number.
func Run(p *index.Plan, t *cube.Table, rescale Rescale, workers int) (Report, problem.List) {
	reports, found := RunAll([]*index.Plan{p}, []*cube.Table{t}, rescale, workers)
	return reports[0], found
}

// RunAll is Run over several editions level by level, so that a node's own scale can take its limits from all of them
// where the plan says across: editions. plans and tables are parallel.
func RunAll(plans []*index.Plan, tables []*cube.Table, rescale Rescale, workers int) ([]Report, problem.List) {
	var found problem.List
	runs, most := make([]*run, len(plans)), 0
	for i, p := range plans {
		runs[i] = &run{plan: p, table: tables[i], rescale: rescale, workers: workers, scratch: NewScratch()}
		if p.Edition.Compute == "none" || len(p.Nodes) == 0 {
			continue
		}
		tree, problems := NewTree(p)
		found.Add(problems...)
		runs[i].tree = tree
		runs[i].exempt = NewExempt(p, tables[i])
		tree.Exempt(runs[i].exempt)
		runs[i].leaves()
		for _, s := range tree.Steps {
			most = max(most, s.Level)
		}
	}
	for level := 2; level <= most; level++ {
		for _, r := range runs {
			found.Add(r.combine(level)...)
		}
		for _, r := range runs {
			found.Add(r.scaleUp(level, runs)...)
		}
		for _, r := range runs {
			r.lay(level)
		}
	}
	reports := make([]Report, len(runs))
	for i, r := range runs {
		reports[i] = r.report
	}
	return reports, found
}

// run is one edition under way.
type run struct {
	plan    *index.Plan
	table   *cube.Table
	tree    *Tree // nil: nothing to compute
	rescale Rescale
	workers int
	scratch *Scratch
	exempt  *Exempt     // what the reasons of single cells do; nil: nothing
	columns [][]float64 // by node: what goes upward
	scaled  [][]float64 // by node: the same on the node's own scale, until it is laid
	out     []bool      // rows that a screen has dropped: no scores at all
	report  Report
}

// leaves lays the indicators' scores.
func (r *run) leaves() {
	t := r.table
	r.columns, r.scaled = make([][]float64, len(r.plan.Nodes)), make([][]float64, len(r.plan.Nodes))
	r.out = dropped(r.plan, t)
	for k := range r.plan.Nodes {
		n := &r.plan.Nodes[k]
		if !n.Leaf() || !t.Has(cube.Normal, k) {
			continue
		}
		c := t.At(cube.Normal, k)
		if GapOf(n.Missing) == Zero && !n.Measured && r.plan.Edition.Compute != "scores" {
			c = r.zeros(k, c)
		}
		t.Lay(cube.Score, k, c)
	}
}

// zeros lets an indicator's gaps score 0, as the index says, and marks them.
func (r *run) zeros(node int, c cube.Column) cube.Column {
	var rows []int32
	for i, x := range c.Values() {
		if missing(x) && !r.out[i] && !r.exempt.Settled(node, i) {
			rows = append(rows, int32(i))
		}
	}
	r.table.MarkRows(node, rows, markZero)
	return c.Patched(rows, make([]float64, len(rows)))
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

// combine does the steps of a level.
func (r *run) combine(level int) (found problem.List) {
	for s := range r.steps(level) {
		found.Add(r.step(s)...)
	}
	return found
}

// steps are the combined nodes of a level.
func (r *run) steps(level int) iter.Seq[*Step] {
	return func(yield func(*Step) bool) {
		if r.tree == nil {
			return
		}
		for k := range r.tree.Steps {
			if s := &r.tree.Steps[k]; s.Level == level && !yield(s) {
				return
			}
		}
	}
}

// step weighs and combines one node.
func (r *run) step(s *Step) (found problem.List) {
	dst := make([]float64, len(r.table.Units))
	r.columns[s.Node] = dst
	defer r.gather(s)()
	if s.computed() {
		w, problems := r.weigh(s, dst)
		found.Add(problems...)
		if problems.Faults() > 0 {
			copy(dst, r.scratch.nothing(len(dst)))
			return found
		}
		r.report.Weighings = append(r.report.Weighings, w)
	}
	if s.Weighting != "bod" {
		p := s.parts(r.columns, nil, r.scratch, len(dst))
		p.full = r.full(s)
		s.Combine.Into(dst, p, r.scratch, r.workers)
	}
	for i, out := range r.out {
		if out {
			dst[i] = nan
		}
	}
	return append(found, r.marked(s, dst)...)
}

// gather puts the columns of a step's indicators in their places, and returns how to let go of them: where a column is
// patched it is a copy, and a million units by a hundred indicators should not be copied all at once.
func (r *run) gather(s *Step) (letGo func()) {
	var leaves []int
	for _, c := range s.Children {
		switch {
		case r.columns[c] != nil:
		case r.plan.Nodes[c].Leaf() && r.table.Has(cube.Normal, c):
			r.columns[c] = r.table.At(cube.Normal, c).Values()
			leaves = append(leaves, c)
		default:
			r.columns[c] = r.scratch.nothing(len(r.table.Units))
		}
	}
	return func() {
		for _, c := range leaves {
			r.columns[c] = nil
		}
	}
}

// full tells that no part of a step lacks a value.
func (r *run) full(s *Step) bool {
	for _, c := range s.Children {
		layer := cube.Score
		if r.plan.Nodes[c].Leaf() {
			layer = cube.Normal
		}
		if r.table.At(layer, c).Present() < len(r.table.Units) {
			return false
		}
	}
	return true
}

// weigh computes a node's weights from the units that are ranked, and lays them; the benefit of the doubt scores the
// node at once.
func (r *run) weigh(s *Step, dst []float64) (Weighing, problem.List) {
	ranked := func(row int) bool { _, out := r.table.Unranked[row]; return !out }
	w, found := r.tree.Weigh(s, r.columns, ranked)
	if found.Faults() > 0 {
		return w, found
	}
	s.Weights = w.Weights
	if s.Weighting != "bod" {
		r.table.LayWeights(s.Node, w.Weights)
		return w, found
	}
	d, err := s.doubtInto(dst, s.parts(r.columns, nil, r.scratch, len(dst)), r.scratch)
	if err != nil {
		found.Add(r.tree.refused(&r.plan.Nodes[s.Node], s, err))
	}
	w.Doubt, w.Weights, w.Units = &d, nil, len(dst)
	return w, found
}

// scaleUp puts the nodes of a level on the scales of their own, which may look at all editions as they were combined.
func (r *run) scaleUp(level int, all []*run) (found problem.List) {
	for s := range r.steps(level) {
		x := r.columns[s.Node]
		if s.Scaled && r.rescale != nil {
			dst := make([]float64, len(x))
			found.Add(r.rescale(r.plan, r.table, s.Node, dst, x, r.pool(s, all))...)
			for i, v := range dst {
				if !finite(v) {
					dst[i] = nan
				}
			}
			x = dst
		}
		r.scaled[s.Node] = x
	}
	return found
}

// pool joins a node's scores of all editions, nil where each edition stands by itself.
func (r *run) pool(s *Step, all []*run) (pool []float64) {
	if r.plan.Across != "editions" || len(all) < 2 {
		return nil
	}
	id := r.plan.Nodes[s.Node].ID
	for _, o := range all {
		if col, ok := o.plan.Col(id); ok && o.tree != nil && o.plan.Nodes[col].Level == s.Level {
			pool = append(pool, o.columns[col]...)
		}
	}
	return pool
}

// lay seals the scores of a level.
func (r *run) lay(level int) {
	for s := range r.steps(level) {
		r.columns[s.Node] = r.scaled[s.Node]
		r.table.Lay(cube.Score, s.Node, cube.Seal(r.columns[s.Node]))
	}
}
