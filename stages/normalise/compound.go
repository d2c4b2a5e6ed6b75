package normalise

import "xephang/stages/index"

// compound scores best_of (the most points that any of the cases gives) and sum_of (the points of all parts together,
// at most the maximum). Each case is a rule over an expression of its own.
func (p Points) compound(dst []float64, s *Slips) {
	of := p.Rule.Of
	shares := make([][]float64, len(of))
	for k := range of {
		shares[k] = p.part(of[k], len(dst), s)
	}
	for i := range dst {
		if p.Rule.Kind == "best_of" {
			dst[i] = bestOf(of, shares, i, p.most())
		} else {
			dst[i] = p.sumOf(shares, i)
		}
	}
}

// part scores one case: shares of its own maximum.
func (p Points) part(a index.Alternative, rows int, s *Slips) []float64 {
	q, dst := p, make([]float64, rows)
	if q.Rule, q.Most = a.Rule, a.Points; q.Rule == nil {
		q.Rule = &index.Rule{Kind: "ratio"}
	}
	var x []float64
	if !Compound(q.Rule) {
		x = p.Values(a.Value)
	}
	q.share(dst, x, s)
	return dst
}

// most is the maximum; where none is declared, what the cases can give.
func (p Points) most() float64 {
	if p.Most > 0 {
		return p.Most
	}
	most, sum := 0.0, 0.0
	for _, a := range p.Rule.Of {
		most = max(most, a.Points)
		sum += a.Points
	}
	if p.Rule.Kind == "sum_of" {
		return sum
	}
	return most
}

func bestOf(of []index.Alternative, shares [][]float64, row int, most float64) float64 {
	best := nan
	for k, a := range of {
		if points := float64(shares[k][row] * a.Points); !missing(points) && (missing(best) || points > best) {
			best = points
		}
	}
	return best / most
}

// sumOf adds the parts. A part that is missing counts by the node's rule for gaps: zero counts 0, withhold takes the
// whole away, exclude judges by the parts present (their points over their maxima). All missing is missing.
func (p Points) sumOf(shares [][]float64, row int) float64 {
	sum, there, all, gaps := 0.0, 0.0, 0.0, 0
	for k, a := range p.Rule.Of {
		all += a.Points
		if v := shares[k][row]; missing(v) {
			gaps++
		} else {
			sum += float64(v * a.Points)
			there += a.Points
		}
	}
	switch {
	case gaps == len(shares) || gaps > 0 && p.Missing == "withhold":
		return nan
	case gaps > 0 && p.Missing != "zero":
		sum = sum / there * all
	}
	return min(sum/p.most(), 1)
}
