package robust

import (
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Scheme is a preset set of weights side by side with the index's own.
type Scheme struct {
	Name  problem.Text
	Place []int32   // by row; 0 where there is none; nil where the edition has none of the scheme's nodes
	Score []float64 // by row, NaN where there is none
	Shift float64   // mean over the units of |rank under it − rank|: places
	Most  int       // the greatest shift of one unit
	Row   int       // that unit's row (the first of several)
	Lost  int       // ranked units that have no rank under it
}

// presets are draws that replace weights.
type presets struct {
	nodes   []int // whose weights some preset replaces
	weights [][]float64
}

func (d *presets) state(int) state { return 0 }

func (d *presets) weigh(draw int, _, weight []float64) {
	for k, node := range d.nodes {
		weight[node] = d.weights[draw][k]
	}
}

// schemes computes the root under every preset of the index, all else as declared.
func schemes(p *index.Plan, t *cube.Table, o Options) []Scheme {
	if p.Index == nil || len(p.Index.Schemes) == 0 {
		return nil
	}
	d, moved := presetsOf(p)
	m := newModel(p, t, assumed(&index.Uncertainty{}), moved, o)
	m.prepare([]state{0})
	all := make([]Scheme, len(p.Index.Schemes))
	m.spread(len(all), func(k int, w *worker) {
		s := &all[k]
		s.Name = p.Index.Schemes[k].Name
		if !m.moves[0] || !m.touches(p.Index.Schemes[k]) {
			return
		}
		m.draw(d, k, w)
		s.Score = append([]float64(nil), w.columns[0]...)
		s.Place = make([]int32, len(s.Score))
		m.rank(s.Place, s.Score, 0, w)
		s.Shift, s.Most, s.Row, s.Lost = compared(t.Ranking(0).Place, s.Place)
	})
	return all
}

func presetsOf(p *index.Plan) (d *presets, moved []bool) {
	d, moved = &presets{}, make([]bool, len(p.Nodes))
	for k := range p.Nodes {
		for _, s := range p.Index.Schemes {
			if _, ok := s.Weights[p.Nodes[k].ID]; ok && !moved[k] {
				d.nodes, moved[k] = append(d.nodes, k), true
			}
		}
	}
	for _, s := range p.Index.Schemes {
		weights := make([]float64, len(d.nodes))
		for k, node := range d.nodes {
			w, ok := s.Weights[p.Nodes[node].ID]
			if weights[k] = w; !ok {
				weights[k] = nan
			}
		}
		d.weights = append(d.weights, weights)
	}
	return d, moved
}

// touches tells whether a scheme weighs any node of the edition.
func (m *model) touches(s index.Scheme) bool {
	for id := range s.Weights {
		if _, ok := m.plan.Col(id); ok {
			return true
		}
	}
	return false
}
