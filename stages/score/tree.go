package score

import (
	"math"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Tree is a plan made ready to be combined again and again: robust walks it thousands of times.
type Tree struct {
	Plan  *index.Plan
	Steps []Step // in an order in which they can be done: parts before wholes
}

// Step is one combined node.
type Step struct {
	Node      int // column of the plan
	Level     int
	Children  []int // columns of its parts
	Combine   Combine
	Weighting string    // given, equal, pca, fa, entropy, critic, ahp, bod, importance
	Weights   []float64 // as declared, or all 1 where equal; Run puts the computed ones here
	Gaps      []Gap     // nil: all Exclude
	Coverage  float64
	Scaled    bool    // the node has a scale of its own, onto which its combination is put before it goes up
	Exempt    *Exempt // what single cells do beyond Gaps; nil: nothing
	bounds    *[2]float64
	top       float64 // of the index's scale, for the benefit of the doubt
}

// NewTree reads a plan. In an edition that computes scores only for the units that have all their parts
// (compute: scores) every part withholds. Methods that cannot be used are problems, and the mean takes their place.
func NewTree(p *index.Plan) (*Tree, problem.List) {
	t, found := &Tree{Plan: p}, problem.List{}
	for _, col := range p.Upward() {
		n := &p.Nodes[col]
		if n.Leaf() {
			continue
		}
		s := Step{Node: col, Level: n.Level, Coverage: n.Coverage, Weighting: n.Weighting.Name, bounds: n.Bounds, top: top(p.Scale)}
		var err error
		if s.Combine, err = Find(n.Combine); err != nil {
			found.Add(at(p, n, n.Combine.Place, combineUnknown, n.Combine.String(), "names", strings.Join(Names(), ", ")))
			s.Combine, _ = Find(index.Method{})
		}
		if s.Weighting == "" {
			s.Weighting = "given"
		}
		found.Add(s.declared(p, n)...)
		s.gaps(p)
		s.Scaled = n.Node.Normalise.Name != "" && n.Node.Normalise.Name != "none"
		t.Steps = append(t.Steps, s)
	}
	return t, found
}

// top is the best score of a scale, 1 where none is declared.
func top(s index.Scale) float64 {
	if s.To == 0 {
		return 1
	}
	return s.To
}

// declared takes the children with their weights, and holds the weighting against its table and the combination.
func (s *Step) declared(p *index.Plan, n *index.PlanNode) (found problem.List) {
	sum := 0.0
	for _, c := range n.Children {
		s.Children, s.Weights = append(s.Children, c.Col), append(s.Weights, c.Weight)
		sum += c.Weight
	}
	switch {
	case weighting(s.Weighting) == nil:
		found.Add(at(p, n, n.Weighting.Place, weightingUnknown, s.Weighting, "names", strings.Join(Weightings(), ", ")))
		s.Weighting = "given"
	case (s.Weighting == "bod" || s.Weighting == "importance") && s.Combine.Name != "mean" && s.Combine.Name != "arithmetic":
		found.Add(at(p, n, n.Weighting.Place, weightingNeedsMean, n.Combine.String(), "method", s.Weighting))
		s.Weighting = "given"
	case s.Weighting == "given" && !(sum > 0):
		found.Add(at(p, n, problem.Place{}, weightsZero, figure(sum)))
	case s.Weighting == "equal":
		for k := range s.Weights {
			s.Weights[k] = 1
		}
	}
	return found
}

// Exempt tells the steps what the reasons of single cells do.
func (t *Tree) Exempt(e *Exempt) {
	for k := range t.Steps {
		t.Steps[k].Exempt = e
	}
}

func (s *Step) gaps(p *index.Plan) {
	gaps, all := make([]Gap, len(s.Children)), Exclude
	for k, c := range s.Children {
		gaps[k] = GapOf(p.Nodes[c].Missing)
		if p.Edition != nil && p.Edition.Compute == "scores" {
			gaps[k] = Withhold
		}
		all = max(all, gaps[k])
	}
	if all != Exclude {
		s.Gaps = gaps
	}
}

// Into combines the step's children into dst. columns holds a column for every node of the plan (a child's must be
// there; NaN = missing, and so is a column of no length); weights nil means Step.Weights. It allocates only while
// the Scratch grows, but for the benefit of the doubt, which solves a program for each unit.
func (s *Step) Into(dst []float64, columns [][]float64, weights []float64, scratch *Scratch, workers int) {
	p := s.parts(columns, weights, scratch, len(dst))
	if s.Weighting == "bod" {
		_, _ = s.doubtInto(dst, p, scratch) // its faults are reported by Run, once
		return
	}
	s.Combine.Into(dst, p, scratch, workers)
}

// parts gathers the children's columns.
func (s *Step) parts(columns [][]float64, weights []float64, scratch *Scratch, rows int) *Parts {
	p := &scratch.parts
	p.Columns = grow(p.Columns, len(s.Children))
	for k, c := range s.Children {
		if p.Columns[k] = columns[c]; len(columns[c]) < rows {
			p.Columns[k] = scratch.nothing(rows)
		}
	}
	p.Weights, p.Gaps, p.Coverage, p.exempt, p.nodes, p.full = weights, s.Gaps, s.Coverage, s.Exempt, s.Children, false
	if weights == nil {
		p.Weights = s.Weights
	}
	return p
}

// nothing is a column on which everything is missing.
func (s *Scratch) nothing(rows int) []float64 {
	for len(s.empty) < rows {
		s.empty = append(s.empty, nan)
	}
	return s.empty[:rows]
}

// Effective is each node's weight in the root: the product of its shares of the weights on the way up, computed weights
// as they came out (they may be negative), NaN beside the tree, below a benefit of the doubt and for what is only
// measured. One value a node of the plan.
func Effective(p *index.Plan, t *cube.Table) []float64 {
	all := make([]float64, len(p.Nodes))
	for i := range all {
		all[i] = nan
	}
	var down func(node int, share float64)
	down = func(node int, share float64) {
		all[node] = share
		w := t.Weights(node)
		if w == nil {
			w = declaredWeights(&p.Nodes[node])
		}
		sum := 0.0
		for _, v := range w {
			sum += v
		}
		for k, c := range p.Nodes[node].Children {
			if w != nil && sum != 0 {
				down(c.Col, share*(w[k]/sum))
			}
		}
	}
	if len(all) > 0 {
		down(0, 1)
	}
	return all
}

// declaredWeights are those of given and equal weighting; nil where weights come from the data.
func declaredWeights(n *index.PlanNode) (w []float64) {
	for _, c := range n.Children {
		switch n.Weighting.Name {
		case "", "given":
			w = append(w, c.Weight)
		case "equal":
			w = append(w, 1)
		}
	}
	return w
}

// at makes a problem of a node: at the method's place where it has one, else at the node's.
func at(p *index.Plan, n *index.PlanNode, place problem.Place, k *problem.Kind, found string, args ...string) problem.Problem {
	if place.Line == 0 {
		place = n.Place
	}
	q := k.At(place, found, append(args, "node", n.ID)...)
	if p.Index != nil {
		q.Index = p.Index.ID
	}
	if p.Edition != nil {
		q.Edition = p.Edition.ID
	}
	return q
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !missing(x) }
