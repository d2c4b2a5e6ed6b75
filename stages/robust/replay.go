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

	Uncertainty *index.Uncertainty // what was varied; nil for a design
	Converged   bool               // as in Result; false for a design

	parts []tallied
	ranks *ranks
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
	runs := &Runs{Units: t.Units}
	m.more(runs, d, ids)
	runs.Band = m.newBand(0, len(ids), runs.parts[0].(*sample).rows, runs.parts, runs.ranks)
	return runs, m.problems(&Result{Bands: []*Band{runs.Band}})
}

// Draw makes the draws that Run makes and keeps the root's one by one: as many as the options say or, where they say 0,
// until its bands have converged.
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
	runs := &Runs{Units: t.Units, Uncertainty: u}
	until, first := (&Result{Uncertainty: u}).limits(m, 1, o)
	for len(runs.IDs) < until && !(runs.Converged && o.Draws == 0) {
		var ids []string
		for k := len(runs.IDs); k < min(max(2*len(runs.IDs), first), until); k++ {
			ids = append(ids, strconv.Itoa(k+1))
		}
		m.more(runs, d, ids)
	}
	runs.Band = m.newBand(0, len(runs.IDs), runs.parts[0].(*sample).rows, runs.parts, runs.ranks)
	return runs, m.problems(&Result{Bands: []*Band{runs.Band}})
}

// refused says why an edition can't be run.
func refused(p *index.Plan, why problem.Text) problem.Problem {
	return problemOf(p, cantRun, p.Edition.Place, p.Edition.ID, "vi", strings.TrimSuffix(why.VI, "."), "en", strings.TrimSuffix(why.EN, "."))
}

// more makes further draws, keeps the root's results draw by draw, and sees whether its band has converged.
func (m *model) more(r *Runs, d draws, ids []string) {
	from, units := len(r.IDs), len(m.table.Units)
	s := m.root(d, from, from+len(ids))
	for draw := range ids {
		place := make([]int32, units)
		for row := range place {
			place[row] = int32(s.drawn[draw*units+row])
		}
		r.Place, r.Score = append(r.Place, place), append(r.Score, s.scores[draw*units:][:units:units])
	}
	s.drawn = nil
	r.IDs, r.parts = append(r.IDs, ids...), append(r.parts, s)
	before := r.ranks
	r.ranks = m.ranksOf(s.rows, r.parts)
	r.Converged = r.ranks.settled(before)
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
