package robust

import (
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/score"
)

// source is where indicators are read under one way of filling gaps: the edition itself, or a shadow of it in which the
// gaps were filled otherwise; with the other editions where limits are taken over all of them.
type source struct {
	edition
	pool []edition // all editions in order, this one among them, where the plan says across: editions; else nil
}

type edition struct {
	plan  *index.Plan
	table *cube.Table
}

// bent is an indicator's column after a treatment; its moments where the treatment took them (N = 0: it did not), from
// which the stage normalise takes its limits.
type bent struct {
	x       []float64 // NaN = missing; nil where the indicator has no column
	moments normalise.Moments
}

// treated bends an indicator's filled column of one edition by an alternative treatment.
func treated(e edition, node int, by index.Method, s *normalise.Scratch) (bent, error) {
	if !e.table.Has(cube.Filled, node) {
		return bent{}, nil
	}
	filled := e.table.At(cube.Filled, node).Values()
	treater, err := normalise.NewTreater(e.plan.Nodes[node].Treat.Under(by))
	if err != nil || treater.Idle() {
		return bent{x: filled}, err
	}
	dst := make([]float64, len(filled))
	d := treater.Apply(dst, filled, s)
	if normalise.Finite(dst, filled) > 0 {
		d.After = normalise.Moments{}
	}
	return bent{dst, d.After}, nil
}

// leaf computes the columns of one indicator under every prepared state that is wanted: each treatment once, each scale
// of it once. It is the unit of work, done by one worker.
type leaf struct {
	node    int
	normal  [][]float64 // by prepared state; nil where not yet wanted
	ready   []bool
	place   [][]int32 // by prepared state, where the indicator is ranked
	treated []bent    // by fill and treatment
	known   []bool
	found   problem.List
}

func (m *model) newLeaf(node int) *leaf {
	prepared := len(m.a.fill) * len(m.a.treat) * len(m.a.scale)
	ways := len(m.a.fill) * len(m.a.treat)
	return &leaf{node: node, normal: make([][]float64, prepared), ready: make([]bool, prepared), place: make([][]int32, prepared),
		treated: make([]bent, ways), known: make([]bool, ways)}
}

// need computes the column of a prepared state, once.
func (m *model) need(l *leaf, prepared int, s *normalise.Scratch) {
	if l.ready[prepared] {
		return
	}
	l.ready[prepared] = true
	fill, treat, scale, _ := m.a.choices(state(prepared * len(m.a.mean)))
	src, n := m.sources[fill], &m.plan.Nodes[l.node]
	if !n.Varied(index.Normalise) || m.a.treat[treat].IsZero() && m.a.scale[scale].IsZero() {
		if src.table.Has(cube.Normal, l.node) {
			l.normal[prepared] = src.table.At(cube.Normal, l.node).Values()
		}
		return
	}
	x, err := m.treatedBy(l, fill, treat, s)
	if x.x == nil || err != nil {
		return
	}
	l.normal[prepared] = m.counted(l.node, src, m.scaled(l, src, x, treat, scale, s))
}

// treatedBy is the indicator's treated column, once for each way of filling and treating.
func (m *model) treatedBy(l *leaf, fill, treat int, s *normalise.Scratch) (x bent, err error) {
	way := fill*len(m.a.treat) + treat
	if !l.known[way] {
		l.known[way] = true
		if l.treated[way], err = treated(m.sources[fill].edition, l.node, m.a.treat[treat], s); err != nil {
			l.found.Add(m.problem(alternativeUnread, m.a.treat[treat].Place, m.a.treat[treat].String()))
		}
	}
	return l.treated[way], err
}

// scaled puts a treated column on an alternative scale. Where the scale has no value for the column, the indicator is
// missing under it, and that is reported.
func (m *model) scaled(l *leaf, src source, b bent, treat, scale int, s *normalise.Scratch) []float64 {
	n := &src.plan.Nodes[l.node]
	method := n.Normalise.Under(m.a.scale[scale])
	scaler, err := normalise.NewScaler(method, n.Direction, n.Target, n.Goalposts)
	if err != nil {
		l.found.Add(m.problem(alternativeUnread, method.Place, method.String()))
		return nil
	}
	x := b.x
	if row, ok := src.table.Row(scaler.Unit); ok && scaler.Unit != "" {
		scaler.Reference = x[row]
	}
	if scaler.Idle() {
		return x
	}
	limits := m.limits(l, src, &scaler, b, treat, s)
	dst := make([]float64, len(x))
	why := scaler.Within(dst, x, &limits)
	if why == normalise.Behind {
		for i := range dst {
			dst[i] = nan
		}
	}
	normalise.Finite(dst, x)
	if (!why.Computed() || why == normalise.Behind) && why != normalise.Empty {
		l.found.Add(m.problem(alternativeUndefined, method.Place, method.String(), "node", n.ID))
	}
	return dst
}

// counted puts back, in an edition gathered by forms, the cells whose score is not what the unit's answer earns on the
// declared scale: points by others, and what a reason makes of a missing answer.
func (m *model) counted(node int, src source, x []float64) []float64 {
	if m.plan.Form == nil || x == nil || !src.table.Has(cube.Self, node) {
		return x
	}
	self, normal := src.table.At(cube.Self, node), src.table.At(cube.Normal, node)
	y := make([]float64, len(x))
	for i := range y {
		as := normal.At(i)
		_, reason := src.table.Reason(node, i)
		if y[i] = x[i]; reason || !missing(as) && as != self.At(i) {
			y[i] = as
		}
	}
	return y
}

// limits are taken from the indicator's own column, or from those of all editions end to end.
func (m *model) limits(l *leaf, src source, scaler *normalise.Scaler, b bent, treat int, s *normalise.Scratch) normalise.Limits {
	if len(src.pool) < 2 {
		return scaler.Measured(b.x, b.moments, s)
	}
	var pool []float64
	for _, e := range src.pool {
		col, ok := e.plan.Col(m.plan.Nodes[l.node].ID)
		switch {
		case e.table == src.table:
			pool = append(pool, b.x...)
		case ok && e.plan.Nodes[col].Leaf() && e.plan.Across == "editions":
			y, _ := treated(e, col, m.a.treat[treat], s)
			pool = append(pool, y.x...)
		}
	}
	return scaler.Measure(pool, s)
}

// shown is an indicator's column as the layer Score shows it and as it is ranked: gaps that count as zero are zero.
func (m *model) shown(node int, x []float64) []float64 {
	n := &m.plan.Nodes[node]
	if x == nil || !n.Leaf() || n.Measured || score.GapOf(n.Missing) != score.Zero || m.plan.Edition.Compute == "scores" {
		return x
	}
	y := make([]float64, len(x))
	for i, v := range x {
		if missing(v) && !m.screened[i] && !m.exempt.Settled(node, i) {
			v = 0
		}
		y[i] = v
	}
	return y
}
