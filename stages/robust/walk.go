package robust

import (
	"xephang/stages/normalise"
	"xephang/stages/rank"
	"xephang/stages/score"
)

// draws are the runs of a model that are wanted, numbered; a draw may be asked for in any order, from any goroutine.
type draws interface {
	state(draw int) state
	// weigh writes, for every node whose weight the draws move, the factor of its declared weight or the weight itself
	// (NaN: as declared times the factor). Other nodes are left alone.
	weigh(draw int, factor, weight []float64)
}

// worker is the memory of one goroutine, used again and again without allocation.
type worker struct {
	normalise *normalise.Scratch
	score     *score.Scratch
	rank      *rank.Scratch
	keys      []float64
	test      []float64
	factor    []float64   // by node
	weight    []float64   // by node
	weights   []float64   // of the step in hand
	columns   [][]float64 // by node: of the draw in hand
	own       [][]float64 // by node: where moving nodes are written
	queue     [][]queue   // by node, by block of units
	place     []int32     // of the node in hand
	census    census
	values    []float64 // scores of one unit
	repeated  []repeated
	middle    selection
}

func (m *model) newWorker() *worker {
	nodes := len(m.plan.Nodes)
	w := &worker{normalise: normalise.NewScratch(), score: score.NewScratch(), rank: rank.NewScratch(),
		factor: make([]float64, nodes), weight: make([]float64, nodes), columns: make([][]float64, nodes), own: make([][]float64, nodes), queue: make([][]queue, nodes), place: make([]int32, len(m.table.Units))}
	for k := range nodes {
		w.factor[k], w.weight[k] = 1, nan
		if m.moves[k] {
			w.own[k] = make([]float64, len(m.table.Units))
		}
	}
	return w
}

// walk does the draws from … to and keeps the results of some moving nodes, in samples of their own.
func (m *model) walk(d draws, from, to int, nodes []int) []*sample {
	kept := make([]*sample, len(nodes))
	for k, node := range nodes {
		kept[k] = m.newSample(node, to-from)
	}
	m.spread((to-from+together-1)/together, func(job int, w *worker) {
		for draw := job * together; draw < min((job+1)*together, to-from); draw++ {
			m.draw(d, from+draw, w)
			for k, node := range nodes {
				clear(w.place)
				m.rank(w.place, w.columns[node], node, w)
				kept[k].put(draw, w.place, w.columns[node])
			}
		}
	})
	for _, s := range kept {
		s.pack(m)
	}
	return kept
}

// draw computes every moving node of a draw into w.columns, where the still ones are put as well.
func (m *model) draw(d draws, draw int, w *worker) {
	s := d.state(draw)
	d.weigh(draw, w.factor, w.weight)
	st := m.still[s]
	copy(w.columns, st.columns)
	_, _, _, mean := m.a.choices(s)
	for k := range m.steps[mean] {
		step := &m.steps[mean][k]
		if !m.moves[step.Node] {
			continue
		}
		dst, weights := w.own[step.Node], w.weighed(step)
		if t := st.sums[k]; t != nil && t.fits(weights) {
			t.into(dst, weights)
			m.settle(dst, step, w)
		} else {
			m.combine(dst, step, w.columns, weights, w)
		}
		w.columns[step.Node] = dst
	}
}

// weighed are the weights of a step's children in the draw in hand.
func (w *worker) weighed(s *step) []float64 {
	w.weights = grow(w.weights, len(s.Children))
	for k, c := range s.Children {
		if w.weights[k] = float64(s.Weights[k] * w.factor[c]); !missing(w.weight[c]) {
			w.weights[k] = w.weight[c]
		}
	}
	return w.weights
}

// rescale puts a node's scores on the scale of its own, in place.
func (m *model) rescale(x []float64, s *step, w *worker) {
	scaler, limits := *s.scaler, s.limits
	if row, ok := m.table.Row(scaler.Unit); ok && scaler.Unit != "" {
		scaler.Reference = x[row]
	}
	own := normalise.Limits{}
	if limits == nil {
		own = scaler.Measure(x, w.normalise)
		limits = &own
	}
	if scaler.Within(x, x, limits) == normalise.Behind {
		for i := range x {
			x[i] = nan
		}
	}
	normalise.Finite(x, x)
}
