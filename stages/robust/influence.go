package robust

import (
	"math"

	"xephang/stages/score"
)

// Influence is what a part counts for: what its weight says, and what the data make of it.
type Influence struct {
	Node      int
	Weight    Figure // share of the weights in its group, as declared or as computed from the data
	Effective Figure // product of these shares from the root
	Linear    Figure // squared correlation with the group's node
	Effect    Figure // correlation ratio with the group's node, see MainEffect
	Share     Figure // Effect over the sum of the group's
	Root      Figure // correlation ratio with the root
	Wanted    Figure // share of the weights with which it would matter as Weight says, or come nearest to that; see Influences.Reverse
}

// Influences compares nominal weights with importance in one group.
type Influences struct {
	Parts     []Influence
	Reference int    // part with the greatest weight, the first of equals; −1 where there are no weights
	Deviation Figure // greatest |S_i/S_r − w_i/w_r| over the parts, r the reference (Paruolo and others 2013, d_m)
	At        int    // the part where that is; −1 where there is none
	// Reverse is the greatest |Wanted − Weight|: how far weights would have to move until every part matters as declared
	// (score.Importance, importance as the correlation's share). Unreachable where no weights of 0 or more do that.
	Reverse Figure
}

// reached is how exactly wanted importance must be met to count as met: Σ of squared differences of shares.
const reached = 1e-9

// influences of the parts of a combined node. effective is score.Effective.
func (g *ground) influences(node int, parts []int, effective []float64, links Correlations) Influences {
	all := Influences{Reference: -1, At: -1}
	weights, why := g.shares(node, parts)
	total, sound := 0.0, true
	for i, k := range parts {
		f := Influence{Node: k, Weight: since(why, weights[i]), Effective: figure(effective[k])}
		if !f.Effective.OK() {
			f.Effective.Why = NoWeights
		}
		f.Effect, f.Root = g.effect(k, node), g.effect(k, 0)
		r := links.At(k, node).Pearson.R
		f.Linear = since(r.Why, r.Value*r.Value)
		total, sound = total+f.Effect.Value, sound && f.Effect.OK()
		all.Parts = append(all.Parts, f)
	}
	for i := range all.Parts {
		f := &all.Parts[i]
		f.Share = Figure{Why: Undetermined}
		if f.Effect.OK() && sound && total > 0 {
			f.Share = figure(f.Effect.Value / total)
		} else if !f.Effect.OK() {
			f.Share.Why = f.Effect.Why
		}
	}
	all.deviate()
	all.reverse(g, node, parts, weights, why)
	return all
}

// effect is the correlation ratio of one node on another.
func (g *ground) effect(of, on int) Figure {
	if g.x[of] == nil || g.x[on] == nil {
		return Figure{Why: NoData}
	}
	return MainEffect(g.x[of], g.x[on])
}

// shares are the parts' shares of the weights.
func (g *ground) shares(node int, parts []int) ([]float64, Why) {
	w, n := g.table.Weights(node), &g.plan.Nodes[node]
	shares, total := make([]float64, len(parts)), 0.0
	for i, k := range parts {
		for c, child := range n.Children {
			switch {
			case child.Col != k:
			case w != nil:
				shares[i] = w[c]
			case n.Weighting.Name == "equal":
				shares[i] = 1
			case n.Weighting.Name == "" || n.Weighting.Name == "given":
				shares[i] = child.Weight
			default:
				return shares, NoWeights
			}
		}
		total += shares[i]
	}
	if !(math.Abs(total) > 0) || n.Combine.Name == "median" || n.Combine.Name == "minimum" {
		return shares, NoWeights
	}
	for i := range shares {
		shares[i] /= total
	}
	return shares, Known
}

// deviate finds the greatest difference between relative importance and relative weight.
func (all *Influences) deviate() {
	all.Deviation.Why = OnePart
	if len(all.Parts) < 2 {
		return
	}
	for i, f := range all.Parts {
		for _, x := range []Figure{f.Weight, f.Effect} {
			if !x.OK() {
				all.Deviation.Why = x.Why
				return
			}
		}
		if all.Reference < 0 || f.Weight.Value > all.Parts[all.Reference].Weight.Value {
			all.Reference = i
		}
	}
	r := all.Parts[all.Reference]
	if all.Deviation.Why = Undetermined; !(r.Effect.Value > 0 && r.Weight.Value > 0) {
		return
	}
	for i, f := range all.Parts {
		d := math.Abs(f.Effect.Value/r.Effect.Value - f.Weight.Value/r.Weight.Value)
		if all.At < 0 || d > all.Deviation.Value {
			all.Deviation, all.At = figure(d), i
		}
	}
}

// reverse finds the weights of a mean with which the parts would matter as the weights now say.
func (all *Influences) reverse(g *ground, node int, parts []int, weights []float64, why Why) {
	combine := g.plan.Nodes[node].Combine.Name
	columns, _ := g.complete(parts)
	switch r := ready(columns); {
	case combine != "" && combine != "mean" && combine != "points":
		all.Reverse.Why = NotAsked
	case why != Known:
		all.Reverse.Why = why
	case r != Known:
		all.Reverse.Why = r
	default:
		all.Reverse.Why = Unreachable
		for _, w := range weights {
			if w < 0 {
				return
			}
		}
		o, err := score.Importance(columns, weights)
		if err != nil {
			all.Reverse.Why = Undetermined
			return
		}
		all.wanted(o, weights)
		return
	}
	for i := range all.Parts {
		all.Parts[i].Wanted.Why = all.Reverse.Why
	}
}

// wanted enters the weights found.
func (all *Influences) wanted(o score.Optimum, weights []float64) {
	most := 0.0
	for i, w := range o.Weights {
		all.Parts[i].Wanted = figure(w)
		most = max(most, math.Abs(w-weights[i]))
	}
	if all.Reverse = figure(most); o.Objective > reached {
		all.Reverse = Figure{Why: Unreachable}
	}
}
