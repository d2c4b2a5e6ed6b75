package index

import (
	"math"
	"strings"
)

// checkMean refuses a mean that zero or less would spoil, where the scales of the parts are known to reach it.
func (r *reader) checkMean(p *Plan, n *PlanNode) {
	if !positiveOnly(n.Combine) || n.Combine.Name == "" {
		return
	}
	for _, c := range n.Children {
		child := &p.Nodes[c.Col]
		if low := p.least(child); low <= 0 {
			r.report(zeroMean, r.either(n.Combine, n), n.Combine.String(), "part", child.ID, "low", minus(low))
			return
		}
	}
}

// minus writes a number, −∞ where there is no least one.
func minus(low float64) string { return strings.Replace(figure(low), "-Inf", "−∞", 1) }

// positiveOnly tells the means that need every part above zero.
func positiveOnly(m Method) bool {
	return m.Name == "geometric" || m.Name == "harmonic" || m.Name == "generalised" && m.Number(0, 1) < 0
}

// least is the smallest score that a node's declared scale lets it reach; NaN where only the data can tell.
func (p *Plan) least(n *PlanNode) float64 {
	x := p.leastBefore(n)
	if n.Rule != nil || n.Points > 0 && n.Leaf() && n.Normalise.Name == "none" && n.Range == nil {
		return 0 // points over their maximum
	}
	switch n.Normalise.Name {
	case "none":
		return x
	case "minmax":
		return n.Normalise.Number(0, 0)
	case "rank":
		return 1
	case "zscore": // three deviations above zero, only the data can tell whether a value lies so far out
		if n.Normalise.Number(0, 0) < 3*n.Normalise.Number(1, 1) {
			return math.Inf(-1)
		}
	case "scaled":
		a, b, f := n.Normalise.Number(0, 0), n.Normalise.Number(1, 1), n.Normalise.Number(2, 1)
		if (f > 0) == (b > a) {
			return (x - a) / (b - a) * f
		}
	case "fraction-of-max":
		if x <= 0 && n.Direction > 0 {
			return 0
		}
	case "borda", "percentile-rank", "categorical", "distance-to-max", "distance-to-min", "distance-to-reference", "distance-to-target", "goalposts":
		return 0
	case "mean-band", "distance-to-mean":
		return -1
	}
	return math.NaN()
}

// leastBefore is the smallest value before a node's own scale: the lower end of an indicator's range (its upper end
// with the sign turned, where less is better), or the combination of the smallest scores of the parts.
func (p *Plan) leastBefore(n *PlanNode) float64 {
	switch {
	case n.Leaf() && n.Range == nil:
		return math.NaN()
	case n.Leaf() && n.Direction < 0:
		return -n.Range[1]
	case n.Leaf():
		return n.Range[0]
	}
	low, high := math.Inf(1), math.Inf(-1)
	sum, weights := 0.0, 0.0
	for _, c := range n.Children {
		x := p.least(&p.Nodes[c.Col])
		low = math.Min(low, x)
		if c.Weight > 0 {
			sum += float64(c.Weight * x)
			weights += c.Weight
			high = math.Max(high, x)
		}
	}
	switch n.Combine.Name {
	case "mean", "geometric", "harmonic", "generalised":
		if low > 0 {
			return low // a mean lies between its parts
		}
		return meanOf(n, sum/weights, high)
	case "median", "minimum":
		return low
	case "points", "copeland", "outranking", "kemeny":
		return 0
	}
	return math.NaN()
}

// meanOf is the least mean of parts of which some can reach zero or less; high is the greatest of their least scores.
// A mean that needs positive parts is refused itself, and tells nothing more.
func meanOf(n *PlanNode, mean, high float64) float64 {
	switch {
	case positiveOnly(n.Combine):
		return math.NaN()
	case n.Combine.Name == "mean" && n.Weighting.Name == "given":
		return mean
	case high <= 0:
		return high
	}
	return math.NaN()
}
