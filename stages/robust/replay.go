package robust

import (
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Design is a table of draws to be replayed exactly: a way of treating outliers, a scale and a combination for the whole
// index (the zero Method: as declared), and weights of some nodes (NaN: as declared).
type Design struct {
	Draws []Drawn
	Nodes []string // whose weights stand in Drawn.Weights
}

// Drawn is one line of a design.
type Drawn struct {
	ID                        string // as written
	Fill                      index.Method
	Treat, Normalise, Combine index.Method
	Weights                   []float64 // by Design.Nodes
}

// Runs are the results of a design or of drawn assumptions, draw by draw: the root's scores and ranks.
type Runs struct {
	Units []string
	IDs   []string    // of the draws
	Score [][]float64 // by draw, by unit; NaN where there is none
	Place [][]int32   // by draw, by unit; 0 where there is none
	Band  *Band       // of the root, over the draws
}

// replayed are the draws of a design.
type replayed struct {
	states  []state
	nodes   []int
	weights [][]float64
}

func (d *replayed) state(draw int) state { return d.states[draw] }

func (d *replayed) weigh(draw int, _, weight []float64) {
	for k, node := range d.nodes {
		weight[node] = d.weights[draw][k]
	}
}

// Replay runs a design over one edition that has been ranked. Draws whose alternatives the data can't take, or whose
// weights leave nothing to combine, have no scores, and that is reported.
func Replay(p *index.Plan, t *cube.Table, design Design, o Options) (*Runs, problem.List) {
	if why := whyNot(p, t); !why.IsZero() && why != whyFew {
		return nil, problem.List{refused(p, why)}
	}
	d, a, moved := alternativesOf(p, design)
	m := newModel(p, t, a, moved, o)
	ids := make([]string, len(design.Draws))
	for k := range design.Draws {
		ids[k] = design.Draws[k].ID
	}
	runs := m.runs(d, ids)
	return runs, m.problems(&Result{Bands: []*Band{runs.Band}})
}

// Draw makes draws as Run does, exactly so many, and keeps them one by one.
func Draw(p *index.Plan, t *cube.Table, o Options) (*Runs, problem.List) {
	if why := whyNot(p, t); !why.IsZero() && why != whyFew {
		return nil, problem.List{refused(p, why)}
	}
	u, _ := choose(p, o)
	if u == nil {
		return nil, problem.List{refused(p, whyNothing)}
	}
	d := newDesign(p, u)
	d.points = newSequence(d.size, u.Seed, u.Design == "random").at
	m := newModel(p, t, d.a, d.nodes(p), o)
	draws := o.Draws
	if draws < 1 {
		draws = max(u.Draws, 1)
	}
	ids := make([]string, draws)
	for k := range ids {
		ids[k] = strconv.Itoa(k + 1)
	}
	runs := m.runs(d, ids)
	return runs, m.problems(&Result{Bands: []*Band{runs.Band}})
}

// refused says why an edition can't be run.
func refused(p *index.Plan, why problem.Text) problem.Problem {
	return problemOf(p, cantRun, p.Edition.Place, p.Edition.ID, "vi", strings.TrimSuffix(why.VI, "."), "en", strings.TrimSuffix(why.EN, "."))
}

// runs walks draws and keeps the root's results draw by draw.
func (m *model) runs(d draws, ids []string) *Runs {
	n, units := len(ids), len(m.table.Units)
	states, _ := statesOf(d, 0, n)
	m.prepare(states)
	r := &Runs{Units: m.table.Units, IDs: ids, Score: make([][]float64, n), Place: make([][]int32, n)}
	m.spread(n, func(k int, w *worker) {
		r.Score[k], r.Place[k] = make([]float64, units), make([]int32, units)
		m.draw(d, k, w)
		copy(r.Score[k], w.columns[0])
		m.rank(r.Place[k], w.columns[0], 0, w)
	})
	s := m.newSample(0, n)
	for first := 0; first < n; first += blockDraws {
		b, count := drawn{}, min(blockDraws, n-first)
		copy(b.place[:], r.Place[first:first+count])
		copy(b.score[:], r.Score[first:first+count])
		s.take(&b, first, count)
	}
	r.Band = m.newBand(0, n, s.rows, []tallied{s}, m.ranksOf(s.rows, []tallied{s}))
	return r
}

// alternativesOf gathers the different alternatives of a design, and the nodes whose weights it gives.
func alternativesOf(p *index.Plan, design Design) (*replayed, assumptions, []bool) {
	d, a, moved := &replayed{}, assumptions{}, make([]bool, len(p.Nodes))
	var at [][4]int
	for _, line := range design.Draws {
		at = append(at, [4]int{enter(&a.fill, line.Fill), enter(&a.treat, line.Treat), enter(&a.scale, line.Normalise), enter(&a.mean, line.Combine)})
		d.weights = append(d.weights, line.Weights)
	}
	for _, k := range at {
		d.states = append(d.states, a.state(k[0], k[1], k[2], k[3]))
	}
	for _, id := range design.Nodes {
		if node, ok := p.Col(id); ok {
			d.nodes, moved[node] = append(d.nodes, node), true
		}
	}
	return d, a, moved
}

// enter finds a method in a list, or adds it.
func enter(list *[]index.Method, m index.Method) int {
	for k, known := range *list {
		if known.String() == m.String() {
			return k
		}
	}
	*list = append(*list, m)
	return len(*list) - 1
}
