package score

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Optimum is the result of weighing towards wanted importance.
type Optimum struct {
	Weights   []float64 // ≥ 0, summing to 1
	Shares    []float64 // what each part came to matter: its correlation with the node over the sum of them
	Wanted    []float64 // what it should, summing to 1
	Objective float64   // Σ (share − wanted)², 0 where the wish is met
}

// Importance finds weights ≥ 0 of an arithmetic mean with which each part matters as much as wanted, importance being
// the part's correlation with the mean as a share of the sum of these correlations (as COINr's get_opt_weights
// measures it; Becker, Saisana, Paruolo and Vandecasteele 2017, Ecological Indicators 80). Columns without gaps.
//
// With u = weight × standard deviation and the correlation matrix R, the shares are R·u / 1ᵀR·u. They do not depend on
// the length of u; so the best u ≥ 0 is that of the convex program min |R·u − wanted|² under 1ᵀR·u = 1, and is found
// exactly by an active set rather than by a search that may stop anywhere.
func Importance(columns [][]float64, wanted []float64) (Optimum, error) {
	if r := checked(columns, 3); r != nil {
		return Optimum{}, r
	}
	total := 0.0
	for _, v := range wanted {
		total += v
	}
	o := Optimum{Wanted: make([]float64, len(wanted))}
	for k, v := range wanted {
		o.Wanted[k] = v / total
	}
	r := Correlation(columns)
	u, ok := nearest(r, o.Wanted)
	if !ok || !(total > 0) {
		return Optimum{}, refuse(weightsUnsolved, "", -1, "method", "importance")
	}
	sum := 0.0
	for k, c := range columns {
		_, sd := spread(c)
		o.Weights = append(o.Weights, u[k]/sd)
		sum += o.Weights[k]
	}
	o.Shares = shareOf(r, u)
	for k := range columns {
		o.Weights[k] /= sum
		d := o.Shares[k] - o.Wanted[k]
		o.Objective += float64(d * d)
	}
	return o, nil
}

// shareOf is R·u over the sum of its elements.
func shareOf(r *mat.SymDense, u []float64) []float64 {
	n, total := len(u), 0.0
	share := make([]float64, n)
	for i := range share {
		for j, v := range u {
			share[i] += float64(r.At(i, j) * v)
		}
		total += share[i]
	}
	for i := range share {
		share[i] /= total
	}
	return share
}

// nearest solves min |R·u − t|² under aᵀu = 1, a = R·1, u ≥ 0 by an active set: parts join where that lowers the
// objective most, and leave when a step would carry them below 0 (Lawson and Hanson 1974, chapter 23, with one equation).
func nearest(r *mat.SymDense, t []float64) ([]float64, bool) {
	n := len(t)
	var h mat.Dense
	h.Mul(r, r)
	var c mat.VecDense
	c.MulVec(r, mat.NewVecDense(n, t))
	a, start := make([]float64, n), 0
	for i := range a {
		for j := range n {
			a[i] += r.At(i, j)
		}
		if a[i] > a[start] {
			start = i
		}
	}
	if a[start] <= 1e-9 {
		return nil, false
	}
	u, in := make([]float64, n), make([]bool, n)
	u[start], in[start] = 1/a[start], true
	for range 10*n*n + 100 {
		z, lambda, ok := stationary(&h, &c, a, in)
		if !ok {
			return nil, false
		}
		if k, part := firstBelow(u, z, in); k >= 0 {
			step(u, z, part)
			u[k], in[k] = 0, false
			continue
		}
		copy(u, z)
		k := steepest(&h, &c, a, u, in, lambda)
		if k < 0 {
			return u, true
		}
		in[k] = true
	}
	return nil, false
}

// stationary is the minimum over the parts that are in, signs free, with the equation's multiplier.
func stationary(h *mat.Dense, c *mat.VecDense, a []float64, in []bool) (z []float64, lambda float64, ok bool) {
	var who []int
	for i, yes := range in {
		if yes {
			who = append(who, i)
		}
	}
	m := len(who)
	left, right := mat.NewDense(m+1, m+1, nil), mat.NewVecDense(m+1, nil)
	for x, i := range who {
		for y, j := range who {
			left.Set(x, y, h.At(i, j))
		}
		left.Set(x, m, a[i])
		left.Set(m, x, a[i])
		right.SetVec(x, c.AtVec(i))
	}
	right.SetVec(m, 1)
	var solved mat.VecDense
	if err := solved.SolveVec(left, right); err != nil {
		if _, poor := err.(mat.Condition); !poor || math.IsNaN(solved.AtVec(0)) {
			return nil, 0, false
		}
	}
	z = make([]float64, len(in))
	for x, i := range who {
		z[i] = solved.AtVec(x)
	}
	return z, solved.AtVec(m), true
}

// firstBelow finds the part that falls to 0 first on the way from u to z, and how far along that is.
func firstBelow(u, z []float64, in []bool) (first int, part float64) {
	first, part = -1, 1.0
	for i, yes := range in {
		if yes && z[i] < 0 {
			if p := u[i] / (u[i] - z[i]); first < 0 || p < part {
				first, part = i, p
			}
		}
	}
	return first, part
}

func step(u, z []float64, part float64) {
	for i := range u {
		u[i] = max(u[i]+float64(part*(z[i]-u[i])), 0)
	}
}

// steepest is the part outside whose joining lowers the objective most, −1 where none does.
func steepest(h *mat.Dense, c *mat.VecDense, a, u []float64, in []bool, lambda float64) (best int) {
	best = -1
	least := -1e-10
	for i, yes := range in {
		if yes {
			continue
		}
		slope := float64(lambda*a[i]) - c.AtVec(i)
		for j, v := range u {
			slope += float64(h.At(i, j) * v)
		}
		if slope < least {
			best, least = i, slope
		}
	}
	return best
}
