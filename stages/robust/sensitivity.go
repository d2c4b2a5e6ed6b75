package robust

import (
	"fmt"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Factor is an assumption whose share in the uncertainty of the ranks is told.
type Factor struct {
	Role       index.Role // fill, treat, normalise, combine; empty for weights
	Level      int        // of the nodes whose weights move together; 0 where it is one node's
	Node       int        // the node whose weight moves by itself; −1: of a role or a level
	dimensions []int
}

// Sensitivity tells which assumptions the ranks of the root depend on.
type Sensitivity struct {
	Why     problem.Text // why there is none; empty where there is
	Factors []Factor
	Base    int // points of the design; Runs = Base·(factors + 2)
	Runs    int
	Shift   []Effect // by factor: on the mean over the units of |rank − rank as computed|
	Mean    float64  // of that shift, over the points of A and B: places

	places *sample
	place  []int32
	at     []int32
	seed   uint64
}

// BasePoints is how many points a sensitivity analysis starts from where nothing else is said.
const BasePoints = 512

// resamples of the bootstrap.
const resamples = 300

// oneByOne is how many weights are told apart where nothing but weights of one level varies.
const oneByOne = 24

// AnalyseSensitivity runs the design of Saltelli over one edition: base points A and B and, for each factor, A with that
// factor from B. Numbers are Sobol' points in twice the dimensions (A the first half), or random ones.
func AnalyseSensitivity(p *index.Plan, t *cube.Table, o Options, base int) (*Sensitivity, problem.List) {
	if why := whyNot(p, t); !why.IsZero() {
		return &Sensitivity{Why: why}, nil
	}
	u, _ := choose(p, o)
	if u == nil {
		return &Sensitivity{Why: whyNothing}, nil
	}
	d := newDesign(p, u)
	m := newModel(p, t, d.a, d.nodes(p), o)
	s := m.sensitivity(u, d, base)
	return s, m.problems(&Result{})
}

func (m *model) sensitivity(u *index.Uncertainty, d *design, base int) *Sensitivity {
	s := &Sensitivity{Factors: d.factors(), Base: base, place: m.table.Ranking(0).Place, seed: u.Seed}
	if len(s.Factors) < 2 {
		s.Why = whyOneFactor
		return s
	}
	s.Runs = base * (len(s.Factors) + 2)
	seq := newSequence(2*d.size, u.Seed, u.Design == "random")
	x := &matrices{design: *d, base: base, owner: d.owners(s.Factors), seq: seq}
	x.points = x.at
	s.places = m.root(x, 0, s.Runs)
	s.places.drawn = nil
	s.at = make([]int32, len(m.table.Units))
	for row := range s.at {
		s.at[row] = -1
	}
	for k, row := range s.places.rows {
		s.at[row] = int32(k)
	}
	s.shift(m)
	return s
}

// spell writes the draws of a root under which no weight moves, draw by draw.
func (m *model) spell(d draws, from, to int) *sample {
	s := m.newSample(0, to-from)
	for draw := range s.draws {
		st := m.still[d.state(from+draw)]
		s.put(draw, st.place[0], st.columns[0])
	}
	s.pack(m)
	return s
}

// root makes the draws of the root alone.
func (m *model) root(d draws, from, to int) *sample {
	states, _ := statesOf(d, from, to)
	m.prepare(states)
	if m.moves[0] {
		return m.walk(d, from, to, []int{0})[0]
	}
	return m.spell(d, from, to)
}

// factors are the roles that vary, and the weights by level; where weights of one level are all that varies, each node's.
func (d *design) factors() (all []Factor) {
	for k, role := range []index.Role{index.Fill, index.Treat, index.Normalise, index.Combine} {
		if d.roles[k] >= 0 {
			all = append(all, Factor{Role: role, Node: -1, dimensions: []int{d.roles[k]}})
		}
	}
	levels := 0
	for k, w := range d.weights {
		if k == 0 || d.weights[k-1].level != w.level {
			levels++
		}
	}
	alone := len(all) == 0 && levels == 1 && len(d.weights) <= oneByOne
	for k, w := range d.weights {
		switch {
		case alone:
			all = append(all, Factor{Node: w.node, dimensions: []int{w.dimension}})
		case k == 0 || d.weights[k-1].level != w.level:
			all = append(all, Factor{Level: w.level, Node: -1, dimensions: []int{w.dimension}})
		default:
			f := &all[len(all)-1]
			f.dimensions = append(f.dimensions, w.dimension)
		}
	}
	return all
}

// owners tells the factor of every dimension.
func (d *design) owners(factors []Factor) []int {
	owner := make([]int, d.size)
	for k, f := range factors {
		for _, dimension := range f.dimensions {
			owner[dimension] = k
		}
	}
	return owner
}

// matrices are the runs of Saltelli's design: A, then B, then A with factor 0 from B, with factor 1, …
type matrices struct {
	design
	base  int
	owner []int // by dimension: its factor
	seq   *sequence
}

func (x *matrices) at(run, dimension int) float64 {
	point, matrix := run%x.base, run/x.base
	if matrix == 1 || matrix-2 == x.owner[dimension] {
		dimension += x.size // B is the second half of the dimensions
	}
	return x.seq.at(point, dimension)
}

// shift computes the effects on the mean shift of rank.
func (s *Sensitivity) shift(m *model) {
	y, n := make([]float64, s.Runs), 0.0
	for row, place := range s.place {
		if k := s.at[row]; place > 0 && k >= 0 {
			n++
			s.places.eachPlace(int(k), func(run int, p float64) {
				if d := p - float64(place); d < 0 {
					y[run] -= d
				} else if !missing(d) {
					y[run] += d
				}
			})
		}
	}
	for run := range y {
		y[run] /= n
	}
	s.Mean = average(y[:2*s.Base])
	s.Shift = s.effects(y, resamples)
}

// effects splits a response by run into the matrices.
func (s *Sensitivity) effects(y []float64, resamples int) []Effect {
	ab := make([][]float64, len(s.Factors))
	for k := range ab {
		ab[k] = y[(k+2)*s.Base:][:s.Base]
	}
	return Estimates(y[:s.Base], y[s.Base:][:s.Base], ab, resamples, s.seed)
}

// OfRank are the effects on one unit's rank; nil where it has none.
func (s *Sensitivity) OfRank(row int) []Effect {
	if s.places == nil || s.at[row] < 0 {
		return nil
	}
	y := make([]float64, s.Runs)
	s.places.eachPlace(int(s.at[row]), func(run int, p float64) { y[run] = p })
	return s.effects(y, resamples)
}

// OfScore are the effects on one unit's score; nil where it has none.
func (s *Sensitivity) OfScore(row int) []Effect {
	if s.places == nil || s.at[row] < 0 {
		return nil
	}
	y := make([]float64, s.Runs)
	for run := range y {
		y[run] = s.places.scores[run*s.places.units+row]
	}
	return s.effects(y, resamples)
}

// String names a factor in the words of the grammar.
func (f Factor) String() string {
	switch {
	case f.Role != "":
		return string(f.Role)
	case f.Node >= 0:
		return fmt.Sprintf("weight of node %d", f.Node)
	}
	return fmt.Sprintf("weights@%d", f.Level)
}
