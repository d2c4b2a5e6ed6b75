package form

import (
	"math"

	"xephang/stages/index"
)

// Earns tells whether a unit can tell from its own answers how many points a criterion gives it. It cannot where the
// points depend on what other units answer: under the rule relative, and where a scale is laid over all units.
func (c Criterion) Earns() bool { return c.RuleOf() != nil && alone(c.RuleOf()) }

// Typed tells whether the unit is asked for the points themselves: the criterion has a maximum, and no rule.
func (c Criterion) Typed() bool { return c.RuleOf() == given && len(c.Asks) == 1 && c.Asks[0].Own }

// Earned is the self-score: the points that answers earn by the criterion's rule, NaN where a needed answer is missing
// (NaN), where the value is out of range, or where the criterion does not Earns. The rules are those of the stage
// normalise on one row (its docstrings give their sources); a test holds the two together.
func (c Criterion) Earned(answer func(id string) float64) float64 {
	r := c.RuleOf()
	if r == nil || !alone(r) {
		return nan
	}
	e := earner{c: c, answer: answer, less: c.Direction < 0, missing: c.Missing}
	if len(r.Of) > 0 {
		return e.points(r, nan, c.Points)
	}
	x := c.value(answer)
	if c.Range != nil && (x < c.Range[0] || x > c.Range[1]) {
		return nan
	}
	return e.points(r, x, c.Points)
}

var (
	given = &index.Rule{Kind: "given"}
	ratio = &index.Rule{Kind: "ratio"}
	nan   = math.NaN()
)

// RuleOf is the rule by which the criterion gives points: its own; given where its values are points, ratio where they are
// shares of the maximum as they stand; nil where it is scaled.
func (c Criterion) RuleOf() *index.Rule {
	scaled := c.Normalise.Name != "" && c.Normalise.Name != "none"
	switch {
	case c.Rule != nil:
		return c.Rule
	case c.Points <= 0 || scaled:
		return nil
	case c.Range != nil && c.Range[1] <= 1 && c.Points > 1:
		return ratio
	}
	return given
}

// alone tells that a rule looks at no other unit.
func alone(r *index.Rule) bool {
	if r == nil {
		return true
	}
	for _, a := range r.Of {
		if !alone(a.Rule) {
			return false
		}
	}
	return r.Kind != "relative"
}

// value of the criterion: its expression over answers, or its own answer; over its denominator.
func (c Criterion) value(answer func(string) float64) float64 {
	x := answer(c.ID)
	if c.Value != "" {
		x = c.over(c.Value, answer)
	}
	if c.Per != "" {
		scale := c.PerScale
		if scale == 0 {
			scale = 1
		}
		x /= answer(c.Per) / scale
	}
	if math.IsInf(x, 0) {
		return nan
	}
	return x
}

// over computes an expression over answers.
func (c Criterion) over(expression string, answer func(string) float64) float64 {
	f := c.formulas[expression]
	if f == nil {
		return nan
	}
	columns := make([][]float64, len(f.Names))
	for i, name := range f.Names {
		columns[i] = []float64{answer(name)}
	}
	return f.Over(columns, 1)[0]
}

// earner gives points to one unit.
type earner struct {
	c       Criterion
	answer  func(string) float64
	less    bool   // less is better
	missing string // what a missing part of a sum does
}

func (e earner) points(r *index.Rule, x, most float64) float64 {
	switch r.Kind {
	case "best_of":
		return e.best(r)
	case "sum_of":
		return e.sum(r, most)
	}
	if x != x {
		return nan
	}
	switch r.Kind {
	case "given":
		if e.less {
			return most - x
		}
		return x
	case "ratio":
		if e.less {
			x = 1 - x
		}
		return x * most
	case "threshold":
		return e.threshold(r, x) * most
	case "steps":
		points := 0.0
		for _, s := range r.Steps {
			if x >= s[0]-1e-12*math.Abs(s[0]) {
				points = s[1]
			}
		}
		return points
	case "yes_no":
		if x != 0 && x != 1 {
			return nan
		}
		if e.less {
			x = 1 - x
		}
		return x * most
	}
	return e.count(r, x, most)
}

func (e earner) threshold(r *index.Rule, x float64) float64 {
	y := x / r.Threshold
	switch {
	case !e.less:
		return min(max(y, 0), 1)
	case y <= 1:
		return 1
	}
	return 1 / y
}

func (e earner) count(r *index.Rule, x, most float64) float64 {
	limit := r.Cap
	if limit == 0 {
		limit = most
	}
	points := min(max(x*r.Each, 0), limit)
	if e.less {
		return max(most-points, 0)
	}
	return points
}

// part is one case of best_of or sum_of.
func (e earner) part(a index.Alternative) float64 {
	r := a.Rule
	if r == nil {
		r = ratio
	}
	x := nan
	if len(r.Of) == 0 {
		x = e.c.over(a.Value, e.answer)
	}
	return e.points(r, x, a.Points)
}

func (e earner) best(r *index.Rule) float64 {
	best := nan
	for _, a := range r.Of {
		if x := e.part(a); x == x && !(x <= best) {
			best = x
		}
	}
	return best
}

// sum adds the parts; a missing one counts by the rule for gaps.
func (e earner) sum(r *index.Rule, most float64) float64 {
	sum, there, all, gaps := 0.0, 0.0, 0.0, 0
	for _, a := range r.Of {
		all += a.Points
		if x := e.part(a); x == x {
			sum, there = sum+x, there+a.Points
		} else {
			gaps++
		}
	}
	switch {
	case gaps == len(r.Of) || gaps > 0 && e.missing == "withhold":
		return nan
	case gaps > 0 && e.missing != "zero":
		sum *= all / there
	}
	return min(sum, most)
}
