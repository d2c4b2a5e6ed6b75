package robust

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"xephang/stages/score"
)

// Components is the principal components of a group of nodes, over the units that have them all, standardised.
type Components struct {
	Why         Why // why there are none; Known where there are
	Units       int
	Eigenvalues []float64   // descending
	Share       []float64   // of the variance, by component
	Cumulative  []float64   // likewise, up to the component
	Loadings    [][]float64 // by component: the correlation of each part with it
	Kaiser      int         // components with an eigenvalue above 1 (Kaiser 1960)
	Rotated     [][]float64 // by kept factor: loadings after varimax; kept as score.FactorWeights has it
	Explained   []float64   // variance explained by each rotated factor
	KMO         Figure      // Kaiser, Meyer and Olkin's measure of sampling adequacy (Kaiser and Rice 1974)
	KMOParts    []Figure    // the same by part
	Bartlett    Sphericity
}

// Sphericity is Bartlett's test that the parts are not correlated at all (Bartlett 1950).
type Sphericity struct {
	ChiSquare, P Figure
	Freedom      int
}

// oneComponent is how far above 1 an eigenvalue must lie to count: two uncorrelated parts have 1 and 1.
const oneComponent = 1 + 1e-9

// components of a group.
func (g *ground) components(nodes []int) Components {
	columns, rows := g.complete(nodes)
	c := Components{Units: len(rows), Why: ready(columns)}
	if c.Why == Known {
		c.factor(columns)
	}
	c.adequacy(columns)
	return c
}

// ready tells why columns without gaps cannot be factored.
func ready(columns [][]float64) Why {
	switch {
	case len(columns) < 2:
		return OnePart
	case len(columns[0]) < LeastUnits:
		return FewUnits
	}
	for _, x := range columns {
		if newOrdered(x).why == Constant {
			return Constant
		}
	}
	return Known
}

// factor computes components and rotated factors.
func (c *Components) factor(columns [][]float64) {
	_, f, err := score.FactorWeights(columns)
	if err != nil {
		c.Why = Undetermined
		return
	}
	total := 0.0
	for k, e := range f.Eigenvalues {
		e = max(e, 0)
		share := e / float64(len(columns))
		total += share
		loading := make([]float64, len(columns))
		for i, v := range f.Vectors[k] {
			loading[i] = v * math.Sqrt(e)
		}
		c.Eigenvalues, c.Share = append(c.Eigenvalues, e), append(c.Share, share)
		c.Cumulative, c.Loadings = append(c.Cumulative, min(total, 1)), append(c.Loadings, loading)
		if e > oneComponent {
			c.Kaiser++
		}
	}
	c.Rotated, c.Explained = f.Rotated, f.Explained
}

// adequacy computes KMO and Bartlett's test from the correlation matrix.
func (c *Components) adequacy(columns [][]float64) {
	c.KMOParts = make([]Figure, len(columns))
	var chol mat.Cholesky
	why := c.Why
	if why == Known {
		r := score.Correlation(columns)
		if len(columns[0]) <= len(columns) || !chol.Factorize(r) || !(chol.Cond() < 1e12) {
			why = Singular
		} else {
			c.sphericity(chol.LogDet(), len(columns), len(columns[0]))
			c.kmo(r, &chol)
		}
	}
	if why != Known {
		c.Bartlett = Sphericity{ChiSquare: Figure{Why: why}, P: Figure{Why: why}}
		c.noKMO(why)
	}
}

func (c *Components) noKMO(why Why) {
	c.KMO.Why = why
	for i := range c.KMOParts {
		c.KMOParts[i].Why = why
	}
}

// sphericity: χ² = −(n − 1 − (2k+5)/6)·ln|R| with k(k−1)/2 degrees of freedom.
func (c *Components) sphericity(logDet float64, k, n int) {
	chi := max(-(float64(n-1)-float64(2*k+5)/6)*logDet, 0)
	c.Bartlett.Freedom = k * (k - 1) / 2
	c.Bartlett.ChiSquare = figure(chi)
	c.Bartlett.P = figure(distuv.ChiSquared{K: float64(c.Bartlett.Freedom)}.Survival(chi))
}

// kmo: Σr² / (Σr² + Σq²) over pairs of parts, q the partial correlation given all others, from the inverse of R. Two
// parts have no others: it is 1/2 whatever they are.
func (c *Components) kmo(r *mat.SymDense, chol *mat.Cholesky) {
	k := r.SymmetricDim()
	if k == 2 {
		c.noKMO(TwoParts)
		return
	}
	var inverse mat.SymDense
	if err := chol.InverseTo(&inverse); err != nil {
		c.noKMO(Singular)
		return
	}
	var full, partial float64
	for i := range k {
		var f, p float64
		for j := range k {
			if i != j {
				q := inverse.At(i, j) / math.Sqrt(inverse.At(i, i)*inverse.At(j, j))
				f += float64(r.At(i, j) * r.At(i, j))
				p += float64(q * q)
			}
		}
		c.KMOParts[i] = figure(f / (f + p))
		full, partial = full+f, partial+p
	}
	c.KMO = figure(full / (full + partial))
}
