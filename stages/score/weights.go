package score

import (
	"errors"
	"strconv"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// Weighing is what a weighting that looks at the data (or at an expert's matrix) came to, for the audit and the pages.
type Weighing struct {
	Node        int
	Method      string
	Parts       []int     // columns of the parts
	Units       int       // units that it was computed from
	Weights     []float64 // one a part; nil for the benefit of the doubt
	Factors     *Factors
	Consistency *Consistency
	Optimum     *Optimum
	Doubt       *Doubt // by row of the table
}

// study is what a weighting is given: the parts' columns without gaps, and the node's declaration.
type study struct {
	columns  [][]float64
	node     *index.PlanNode
	children []string // ids of the parts
	declared []float64
}

// weightings is the table. given, equal and bod compute nothing beforehand.
var weightings = []struct {
	name    string
	compute func(study, *Weighing) error
}{
	{"given", asDeclared},
	{"equal", asDeclared},
	{"pca", func(s study, w *Weighing) (err error) {
		w.Factors = &Factors{}
		w.Weights, *w.Factors, err = pcaWeights(s.columns)
		return err
	}},
	{"fa", func(s study, w *Weighing) (err error) {
		w.Factors = &Factors{}
		w.Weights, *w.Factors, err = FactorWeights(s.columns)
		return err
	}},
	{"entropy", func(s study, w *Weighing) (err error) { w.Weights, err = Entropy(s.columns); return err }},
	{"critic", func(s study, w *Weighing) (err error) { w.Weights, err = Critic(s.columns); return err }},
	{"ahp", func(s study, w *Weighing) (err error) {
		w.Consistency = &Consistency{}
		if len(s.node.Pairwise) != len(s.children) {
			n := strconv.Itoa(len(s.children))
			return refuse(pairwiseWrong, strconv.Itoa(len(s.node.Pairwise)), -1, "size", n)
		}
		w.Weights, *w.Consistency, err = AHP(s.node.Pairwise)
		return err
	}},
	{"bod", asDeclared},
	{"importance", func(s study, w *Weighing) error {
		o, err := Importance(s.columns, s.wanted())
		w.Optimum, w.Weights = &o, o.Weights
		return err
	}},
}

// Weightings lists the weightings that index.yaml may name.
func Weightings() (names []string) {
	for _, w := range weightings {
		names = append(names, w.name)
	}
	return names
}

func weighting(name string) func(study, *Weighing) error {
	for _, w := range weightings {
		if w.name == name {
			return w.compute
		}
	}
	return nil
}

func asDeclared(s study, w *Weighing) error { w.Weights = s.declared; return nil }

// wanted is the importance that the node asks for by part; where it names none, the declared weights.
func (s study) wanted() []float64 {
	if len(s.node.Wanted) == 0 {
		return s.declared
	}
	wanted := make([]float64, len(s.children))
	for k, id := range s.children {
		wanted[k] = s.node.Wanted[id]
	}
	return wanted
}

// Weigh computes a step's weights from its children's columns (as in Step.Into); use tells which rows count (nil: all),
// and of those the ones that have every part are taken. Weightings that compute nothing give the weights they have.
func (t *Tree) Weigh(s *Step, columns [][]float64, use func(row int) bool) (Weighing, problem.List) {
	n := &t.Plan.Nodes[s.Node]
	w := Weighing{Node: s.Node, Method: s.Weighting, Parts: s.Children}
	st := study{node: n, declared: s.Weights}
	var all [][]float64
	for _, c := range s.Children {
		all, st.children = append(all, columns[c]), append(st.children, t.Plan.Nodes[c].ID)
	}
	if s.computed() && s.Weighting != "ahp" && s.Weighting != "bod" {
		st.columns = complete(all, use)
		w.Units = len(st.columns[0])
	}
	if err := weighting(s.Weighting)(st, &w); err != nil {
		return w, problem.List{t.refused(n, s, err)}
	}
	return w, t.doubts(n, st, w)
}

// computed tells the weightings that are more than a declaration.
func (s *Step) computed() bool { return s.Weighting != "given" && s.Weighting != "equal" }

// refused makes a problem of why a weighting could not be computed.
func (t *Tree) refused(n *index.PlanNode, s *Step, err error) problem.Problem {
	r := &refusal{kind: weightsUnsolved, part: -1}
	errors.As(err, &r)
	args := append([]string{"method", s.Weighting}, r.args...)
	found := r.found
	if r.part >= 0 {
		id := t.Plan.Nodes[s.Children[r.part]].ID
		args, found = append(args, "part", id), id+": "+found
	}
	return at(t.Plan, n, n.Weighting.Place, r.kind, found, args...)
}

// doubts are the marks of weights that were computed but should be looked at.
func (t *Tree) doubts(n *index.PlanNode, s study, w Weighing) (found problem.List) {
	for k, v := range w.Weights {
		if v < 0 {
			found.Add(at(t.Plan, n, n.Weighting.Place, weightsNegative, figure(v), "part", s.children[k]))
		}
	}
	if w.Consistency != nil && w.Consistency.Ratio > 0.1 {
		found.Add(at(t.Plan, n, n.Weighting.Place, pairwiseInconsistent, figure(w.Consistency.Ratio)))
	}
	return found
}

// figure writes a number in four significant digits.
func figure(x float64) string { return strconv.FormatFloat(x, 'g', 4, 64) }

// doubtInto scores each unit by the benefit of the doubt, put on the index's scale; the gaps' rules and the coverage
// hold. Values that the method cannot take leave everything missing and come as the error.
func (s *Step) doubtInto(dst []float64, p *Parts, scratch *Scratch) (Doubt, error) {
	d, err := BenefitOfDoubt(scratch.fillAll(p, len(dst)), s.bounds)
	for i := range dst {
		dst[i] = nan
		if err == nil {
			dst[i] = d.Scores[i] * s.top
		}
	}
	scratch.withhold(dst, p, 0)
	return d, err
}
