package view

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// combined is how a node's score comes of its parts: the formula with its numbers where these give the score, else the
// rule in words alone.
func (w *way) combined(n *index.PlanNode) []TrailStep {
	score := w.at(cube.Score, n.Col)
	if score != score {
		return nil
	}
	step := TrailStep{Label: w.Say("trail.combined"), Note: w.In(n.Combine.Words(index.Combine))}
	if n.Weighting.Name != "" && n.Weighting.Name != "given" {
		step.Note += " " + w.In(n.Weighting.Words(index.Weighting))
	}
	before := score
	if own := w.ownScale(n); own {
		step.Note += " " + w.In(n.Node.Normalise.Words(index.Normalise))
		before = math.NaN() // what was combined is not kept, only what came on the scale
	}
	text, result := w.sum(n)
	switch {
	case text == "" || result != result:
		return []TrailStep{step}
	case before == before && !near(result, before):
		return []TrailStep{step} // numbers that do not give the result would explain nothing
	}
	step.Text = text + " = " + w.Exact(result)
	return []TrailStep{step}
}

// ownScale tells whether a combined node is put on a scale of its own.
func (w *way) ownScale(n *index.PlanNode) bool {
	name := n.Node.Normalise.Name
	return name != "" && name != "none"
}

// near tells whether two numbers are the same but for the order of arithmetic.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

// weights of a node's parts, as they were used; nil where every unit has its own.
func (w *way) weights(n *index.PlanNode) []float64 {
	if x := w.e.Table.Weights(n.Col); x != nil {
		return x
	}
	if n.Weighting.Name != "" && n.Weighting.Name != "given" && n.Weighting.Name != "equal" {
		return nil
	}
	all := make([]float64, len(n.Children))
	for k, c := range n.Children {
		if all[k] = c.Weight; n.Weighting.Name == "equal" {
			all[k] = 1
		}
	}
	return all
}

// part is a part's score as it is combined: 0 where a gap counts so.
func (w *way) part(up *index.PlanNode, col int) float64 {
	v := w.at(cube.Score, col)
	if v != v && w.e.Nodes[col].Missing == "zero" && w.e.Edition.Compute != "scores" {
		return 0
	}
	return v
}

// termsMost is how many parts a formula writes out; those of more parts stand with their weights at each part.
const termsMost = 16

// sum writes a node's formula with its numbers and computes it in the order in which it is read.
func (w *way) sum(n *index.PlanNode) (text string, result float64) {
	weights := w.weights(n)
	if weights == nil {
		return "", math.NaN()
	}
	var x, ws []float64
	for k, c := range n.Children {
		if v := w.part(n, c.Col); v == v && weights[k] != 0 {
			x, ws = append(x, v), append(ws, weights[k])
		}
	}
	if len(x) == 0 {
		return "", math.NaN()
	}
	f, ok := formulas[or(n.Combine.Name, "mean")]
	if !ok {
		return "", math.NaN()
	}
	return f(w.Lang, x, ws, n.Combine)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// formulas write a combination of scores x with weights w, and compute it; those of whole rankings are no formula of one
// unit's numbers.
var formulas = map[string]func(l Lang, x, w []float64, m index.Method) (string, float64){
	"mean": meanWords, "arithmetic": meanWords, "points": meanWords,
	"geometric": func(l Lang, x, w []float64, _ index.Method) (string, float64) {
		s, total := 0.0, sumOf(w)
		for k := range x {
			s += float64(w[k] * math.Log(x[k]))
		}
		return "(" + l.terms(x, w, " × ", func(x, w string) string { return x + "^" + w }) + ")^(1 / " + l.Exact(total) + ")", math.Exp(s / total)
	},
	"harmonic": func(l Lang, x, w []float64, _ index.Method) (string, float64) {
		s, total := 0.0, sumOf(w)
		for k := range x {
			s += w[k] / x[k]
		}
		return l.Exact(total) + " / (" + l.terms(x, w, " + ", func(x, w string) string { return w + " / " + x }) + ")", total / s
	},
	"generalised": func(l Lang, x, w []float64, m index.Method) (string, float64) {
		p, s, total := m.Number(0, 1), 0.0, sumOf(w)
		if p == 0 {
			return "", math.NaN()
		}
		for k := range x {
			s += float64(w[k] * math.Pow(x[k], p))
		}
		power := func(x, w string) string { return w + " × " + x + "^" + l.Exact(p) }
		return "((" + l.terms(x, w, " + ", power) + ") / " + l.Exact(total) + ")^(1 / " + l.Exact(p) + ")", math.Pow(s/total, 1/p)
	},
	"minimum": func(l Lang, x, w []float64, _ index.Method) (string, float64) {
		return "min(" + l.terms(x, w, "; ", func(x, _ string) string { return x }) + ")", slices.Min(x)
	},
	"mpi": func(l Lang, x, w []float64, m index.Method) (string, float64) {
		mean, total, square, sign, mark := 0.0, sumOf(w), 0.0, -1.0, " − "
		for k := range x {
			mean += float64(w[k]*x[k]) / total
		}
		for k := range x {
			square += float64(w[k]*(x[k]-mean)*(x[k]-mean)) / total
		}
		if m.Arg(0) == "+" {
			sign, mark = 1, " + "
		}
		return l.Exact(mean) + mark + l.Exact(square) + " / " + l.Exact(mean), mean + float64(sign*square/mean)
	},
}

// meanWords is the weighted arithmetic mean; equal weights of 1 are left out of the sum.
func meanWords(l Lang, x, w []float64, _ index.Method) (string, float64) {
	s, total, same := 0.0, sumOf(w), true
	for k := range x {
		s += float64(w[k] * x[k])
		same = same && w[k] == 1
	}
	term := func(x, w string) string { return w + " × " + x }
	if same {
		term = func(x, _ string) string { return x }
	}
	return "(" + l.terms(x, w, " + ", term) + ") / " + l.Exact(total), s / total
}

func sumOf(x []float64) (s float64) {
	for _, v := range x {
		s += v
	}
	return s
}

// terms joins a term for each part; of many parts only the number of them is said.
func (l Lang) terms(x, w []float64, join string, term func(x, w string) string) string {
	if len(x) > termsMost {
		return l.Say("trail.terms", "n", l.Whole(len(x)))
	}
	all := make([]string, len(x))
	for k := range x {
		value := l.Exact(x[k])
		if x[k] < 0 {
			value = "(" + value + ")"
		}
		all[k] = term(value, l.Exact(w[k]))
	}
	return strings.Join(all, join)
}
