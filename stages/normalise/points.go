package normalise

import (
	"math"

	"xephang/stages/index"
)

// Points scores the criteria of one node by a point rule. Every rule gives a share of the maximum, points over maximum,
// from 0 to 1 (a plain ratio may leave that where its value does). Source of the rules: the annexes of QĐ 2342/QĐ-BTTTT
// and QĐ 922/QĐ-BTTTT as found in use; see index.Rule for their declaration.
type Points struct {
	Rule      *index.Rule
	Most      float64 // maximum of the criterion
	Direction int     // −1: less is better; turns every rule but steps, which tell their own order
	Missing   string  // what a missing part of a sum does: exclude (default), zero, withhold
	Block     []int16 // row → block, for relative rules within blocks; nil: all together
	Blocks    int
	Values    func(expression string) []float64 // column of an alternative's expression; nil where it can't be had
}

// Slip is what a rule could not score: how many rows, and the first of them.
type Slip struct{ Rows, First int }

func (s *Slip) note(row int) {
	if s.Rows++; s.Rows == 1 {
		s.First = row
	}
}

// Slips of a column: answers to a yes/no question that are neither 0 nor 1; rows of blocks in which the best value is
// 0, so that nobody earns a point (Idle), or in which no value is above 0 (NoBest).
type Slips struct{ NotYesNo, Idle, NoBest Slip }

// each rule by kind. best_of and sum_of stand apart: they have no value of their own.
var rules = map[string]func(p Points, dst, x []float64, s *Slips){
	"given":     Points.given,
	"ratio":     Points.ratio,
	"threshold": Points.threshold,
	"steps":     Points.steps,
	"yes_no":    Points.yesNo,
	"count":     Points.count,
	"relative":  Points.relative,
}

// given is the rule of a criterion that declares its points and neither rule nor scale: its values are points already.
var given = &index.Rule{Kind: "given"}

// ruleOf is the rule by which an indicator is scored in points, nil where it is scaled. A range within 0…1 tells that the
// values are shares of the maximum as they stand.
func ruleOf(n *index.PlanNode) *index.Rule {
	scaled := n.Normalise.Name != "" && n.Normalise.Name != "none"
	shares := n.Range != nil && n.Range[1] <= 1 && n.Points > 1
	if n.Rule == nil && n.Points > 0 && !scaled && !shares {
		return given
	}
	return n.Rule
}

// Compound tells that the rule scores expressions of its own instead of the node's value.
func Compound(r *index.Rule) bool { return r != nil && (r.Kind == "best_of" || r.Kind == "sum_of") }

// Share writes the share of the maximum that each unit earns into dst; x is the node's value (nil for a compound rule),
// as long as dst, NaN = missing. A missing value earns nothing here: it stays missing.
func (p Points) Share(dst, x []float64) (s Slips) {
	p.share(dst, x, &s)
	return s
}

func (p Points) share(dst, x []float64, s *Slips) {
	rule := rules[p.Rule.Kind]
	switch {
	case Compound(p.Rule):
		p.compound(dst, s)
	case rule == nil || x == nil:
		for i := range dst {
			dst[i] = nan
		}
	default:
		rule(p, dst, x, s)
	}
}

func (p Points) less() bool { return p.Direction < 0 }

// given: the value is points; where less is better, points taken from the maximum.
func (p Points) given(dst, x []float64, s *Slips) {
	for i, v := range x {
		dst[i] = v / p.Most
	}
	p.ratio(dst, dst, s)
}

// ratio: value × maximum; 1 − value where less is better.
func (p Points) ratio(dst, x []float64, _ *Slips) {
	for i, v := range x {
		if p.less() {
			v = 1 - v
		}
		dst[i] = v
	}
}

// threshold: min(value/threshold, 1) × maximum, not below 0; where less is better min(threshold/value, 1).
func (p Points) threshold(dst, x []float64, _ *Slips) {
	for i, v := range x {
		switch y := v / p.Rule.Threshold; {
		case missing(v):
			dst[i] = nan
		case !p.less():
			dst[i] = unit(y)
		case y <= 1:
			dst[i] = 1
		default:
			dst[i] = 1 / y
		}
	}
}

// unit cuts to 0…1.
func unit(y float64) float64 { return min(max(y, 0), 1) }

// steps: the points of the greatest step that the value reaches, 0 below the first. A value that misses a step only by
// the rounding of binary fractions (0.7 − 0.4 against 0.3) reaches it.
func (p Points) steps(dst, x []float64, _ *Slips) {
	most := p.Most
	for _, s := range p.Rule.Steps {
		if p.Most == 0 {
			most = max(most, s[1])
		}
	}
	for i, v := range x {
		points := 0.0
		for _, s := range p.Rule.Steps {
			if v >= s[0]-float64(1e-12*math.Abs(s[0])) {
				points = s[1]
			}
		}
		if dst[i] = points / most; missing(v) {
			dst[i] = nan
		}
	}
}

// yesNo: 1 earns the maximum, 0 nothing; where less is better the other way round.
func (p Points) yesNo(dst, x []float64, s *Slips) {
	for i, v := range x {
		switch {
		case v == 0 || v == 1:
			if p.less() {
				v = 1 - v
			}
		case !missing(v):
			s.NotYesNo.note(i)
			v = nan
		}
		dst[i] = v
	}
}

// count: min(value × each, cap) points; where less is better they are taken from the maximum.
func (p Points) count(dst, x []float64, _ *Slips) {
	limit := p.Rule.Cap
	if limit == 0 {
		limit = p.Most
	}
	for i, v := range x {
		if missing(v) {
			dst[i] = nan
			continue
		}
		points := min(max(float64(v*p.Rule.Each), 0), limit)
		if p.less() {
			points = max(p.Most-points, 0)
		}
		dst[i] = points / p.Most
	}
}

// relative: value / best value among all, or within the block, × maximum, in two passes; where less is better
// best/value. Negative values earn 0.
func (p Points) relative(dst, x []float64, s *Slips) {
	best := p.best(x)
	for i, v := range x {
		b := best[p.blockOf(i)]
		switch {
		case missing(v):
			dst[i] = nan
		case p.less() && v <= b && b >= 0:
			dst[i] = 1
		case p.less() && b >= 0:
			dst[i] = b / v
		case b > 0:
			dst[i] = unit(v / b)
		case b == 0 && !p.less():
			s.Idle.note(i)
			dst[i] = 0
		default:
			s.NoBest.note(i)
			dst[i] = nan
		}
	}
}

// best is each block's best value, NaN where it has none.
func (p Points) best(x []float64) []float64 {
	best := make([]float64, max(p.Blocks, 1))
	for k := range best {
		best[k] = nan
	}
	for i, v := range x {
		k := p.blockOf(i)
		if b := best[k]; !missing(v) && (missing(b) || p.less() && v < b || !p.less() && v > b) {
			best[k] = v
		}
	}
	return best
}

func (p Points) blockOf(row int) int {
	if p.Rule.Within != "block" || p.Block == nil {
		return 0
	}
	return int(p.Block[row])
}
