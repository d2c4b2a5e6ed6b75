package robust

import "math"

// Alpha is how consistent the parts of a group are: Cronbach's alpha, 1951, Psychometrika 16.
type Alpha struct {
	Raw          Figure // k/(k−1) · (1 − Σ variances / Σ of all covariances), of the scores as they are, over pairs of units present (COINr's get_cronbach)
	Standardised Figure // the same of the correlations: every part counts the same (the Handbook's table 11)
	Parts        []AlphaPart
}

// AlphaPart tells how a part stands to the rest of its group, all standardised.
type AlphaPart struct {
	Node    int
	Rest    Figure // correlation with the sum of the other parts
	Without Figure // standardised alpha of the others alone
}

// alpha of a group of nodes. Covariances are pairwise complete.
func (g *ground) alpha(nodes []int, links Correlations) Alpha {
	a := Alpha{}
	for _, k := range nodes {
		a.Parts = append(a.Parts, AlphaPart{Node: k})
	}
	why := g.weigh(nodes, links)
	raw, r := g.covariances(nodes), make([][]float64, len(nodes))
	for i, p := range nodes {
		r[i] = make([]float64, len(nodes))
		for j, q := range nodes {
			r[i][j] = 1
			if i != j {
				r[i][j] = links.At(p, q).Pearson.R.Value
			}
		}
	}
	a.Raw, a.Standardised = since(why, consistency(raw, -1)), since(why, consistency(r, -1))
	for i := range a.Parts {
		p := &a.Parts[i]
		p.Rest = since(why, restOf(r, i))
		switch {
		case why != Known:
			p.Without.Why = why
		case len(nodes) < 3:
			p.Without.Why = TwoParts
		default:
			p.Without = figure(consistency(r, i))
		}
	}
	return a
}

// weigh tells why a group's statistics cannot be had; Known where they can.
func (g *ground) weigh(nodes []int, links Correlations) Why {
	if len(nodes) < 2 {
		return OnePart
	}
	for i, p := range nodes {
		for _, q := range nodes[:i] {
			if w := links.At(p, q).Pearson.R.Why; w != Known {
				return w
			}
		}
	}
	return Known
}

// consistency is alpha of a matrix of covariances; without leaves one part out, −1 none.
func consistency(c [][]float64, without int) float64 {
	own, all, k := 0.0, 0.0, 0.0
	for i := range c {
		if i == without {
			continue
		}
		k++
		own += c[i][i]
		for j, v := range c[i] {
			if j != without {
				all += v
			}
		}
	}
	return k / (k - 1) * (1 - own/all)
}

// restOf is the correlation of part i with the sum of the others, all standardised: Σ r_ij / √(Σ r_jk).
func restOf(r [][]float64, i int) float64 {
	with, others := 0.0, 0.0
	for j := range r {
		if j == i {
			continue
		}
		with += r[i][j]
		for k, v := range r[j] {
			if k != i {
				others += v
			}
		}
	}
	return max(-1, min(1, with/math.Sqrt(others)))
}

// covariances over the units that have both parts, divisor n − 1.
func (g *ground) covariances(nodes []int) [][]float64 {
	c := make([][]float64, len(nodes))
	for i := range nodes {
		c[i] = make([]float64, len(nodes))
		for j := range i + 1 {
			c[i][j] = g.covariance(g.x[nodes[i]], g.x[nodes[j]])
			c[j][i] = c[i][j]
		}
	}
	return c
}

func (g *ground) covariance(x, y []float64) float64 {
	if x == nil || y == nil {
		return nan
	}
	n, mx, my, sum := 0.0, 0.0, 0.0, 0.0
	for _, row := range g.rows {
		if !absent(x[row]) && !absent(y[row]) {
			n++
			mx += (x[row] - mx) / n
			my += (y[row] - my) / n
		}
	}
	for _, row := range g.rows {
		if !absent(x[row]) && !absent(y[row]) {
			sum += float64((x[row] - mx) * (y[row] - my))
		}
	}
	return sum / (n - 1)
}
