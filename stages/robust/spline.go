package robust

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// MainEffect is the correlation ratio of y on x, S = V(E(y|x)) / V(y), between 0 and 1: the share of the variance of y
// that would go if x were fixed (Paruolo, Saisana and Saltelli 2013, Journal of the Royal Statistical Society A 176,
// equation 5). Unlike a squared correlation it sees bends too. Rows without x or y are left out.
//
// They estimate E(y|x) by a local-linear regression with a bandwidth by cross-validation, n² steps for each bandwidth.
// Here it is a natural cubic spline of at most 10 knots at quantiles of x, with a penalty on its bending chosen by
// generalised cross-validation (Green and Silverman 1994, Nonparametric Regression and Generalized Linear Models,
// chapters 2 and 3; degrees of freedom counted 1.4 times, Kim and Gu 2004), in n steps for all penalties; both tend to
// the straight line, and S to the squared correlation, as they grow stiffer. Below 15 units it is the straight line.
func MainEffect(x, y []float64) Figure {
	var at [][2]float64
	for i, v := range x {
		if !absent(v) && !absent(y[i]) {
			at = append(at, [2]float64{v, y[i]})
		}
	}
	// Sorted, so that the order of units cannot change the last digit.
	slices.SortFunc(at, func(a, b [2]float64) int { return slices.Compare(a[:], b[:]) })
	xs, ys := make([]float64, len(at)), make([]float64, len(at))
	for i, p := range at {
		xs[i], ys[i] = p[0], p[1]
	}
	u, v := newOrdered(xs), newOrdered(ys)
	for _, o := range []*ordered{u, v} {
		if o.why != Known {
			return Figure{Why: o.why}
		}
	}
	r := product(u.z, v.z)
	low, high := xs[0], xs[len(xs)-1]
	for i := range xs {
		xs[i] = xs[i]/2/(high/2-low/2) - low/2/(high/2-low/2)
	}
	if knots := chosenKnots(xs); len(knots) > 2 {
		if s, ok := newSpline(knots).effect(xs, v.z); ok {
			return figure(s)
		}
	}
	return figure(r * r)
}

const (
	mostKnots     = 10
	unitsForAKnot = 5
	knotsApart    = 1e-3 // of the range of x: nearer ones would only spoil the arithmetic
)

// chosenKnots takes knots among the distinct values of ascending x between 0 and 1, both ends included.
func chosenKnots(x []float64) (knots []float64) {
	distinct := slices.Compact(slices.Clone(x))
	want := min(mostKnots, len(x)/unitsForAKnot, len(distinct))
	if want < 3 {
		return nil
	}
	for k := range want {
		t := distinct[k*(len(distinct)-1)/(want-1)]
		if len(knots) == 0 || t-knots[len(knots)-1] >= knotsApart {
			knots = append(knots, t)
		}
	}
	if last := distinct[len(distinct)-1]; knots[len(knots)-1] != last {
		knots[len(knots)-1] = last
	}
	return knots
}

// spline is a natural cubic spline told by its values at the knots.
type spline struct {
	knots []float64
	bend  *mat.Dense // values at the knots → second derivatives at the knots (0 at both ends)
	rough *mat.Dense // values → ∫ (second derivative)² as a quadratic form
}

// newSpline builds Green and Silverman's matrices: with Q and R of section 2.1.2, second derivatives are R⁻¹Qᵀ·values and
// the roughness is Q·R⁻¹·Qᵀ.
func newSpline(knots []float64) spline {
	k := len(knots)
	q, r := mat.NewDense(k, k-2, nil), mat.NewDense(k-2, k-2, nil)
	for j := range k - 2 {
		h0, h1 := knots[j+1]-knots[j], knots[j+2]-knots[j+1]
		q.Set(j, j, 1/h0)
		q.Set(j+1, j, -1/h0-1/h1)
		q.Set(j+2, j, 1/h1)
		r.Set(j, j, (h0+h1)/3)
		if j+1 < k-2 {
			r.Set(j, j+1, h1/6)
			r.Set(j+1, j, h1/6)
		}
	}
	inner := mat.NewDense(k-2, k, nil)
	if err := inner.Solve(r, q.T()); err != nil {
		return spline{}
	}
	s := spline{knots: knots, bend: mat.NewDense(k, k, nil), rough: mat.NewDense(k, k, nil)}
	s.rough.Mul(q, inner)
	for j := range k - 2 {
		s.bend.SetRow(j+1, inner.RawRowView(j))
	}
	return s
}

// row writes the weights of the knots' values in the spline's value at x, which lies at or after knot j.
func (s spline) row(dst []float64, x float64, j int) {
	a, b := x-s.knots[j], s.knots[j+1]-x
	h := s.knots[j+1] - s.knots[j]
	left, right := s.bend.RawRowView(j), s.bend.RawRowView(j+1)
	for i := range dst {
		dst[i] = -a * b / 6 * (float64((1+a/h)*right[i]) + float64((1+b/h)*left[i]))
	}
	dst[j] += b / h
	dst[j+1] += a / h
}

// effect fits y (mean 0, length 1) on ascending x with the penalty that generalised cross-validation likes best, and
// gives the fitted values' variance over that of y.
func (s spline) effect(x, y []float64) (float64, bool) {
	if s.bend == nil {
		return 0, false
	}
	k := len(s.knots)
	cross, moment, row := mat.NewSymDense(k, nil), make([]float64, k), make([]float64, k)
	j := 0
	for i, v := range x {
		for j < k-2 && v >= s.knots[j+1] {
			j++
		}
		s.row(row, v, j)
		for a, w := range row {
			moment[a] += float64(w * y[i])
			for b := a; b < k; b++ {
				cross.SetSym(a, b, cross.At(a, b)+float64(w*row[b]))
			}
		}
	}
	bends, z, ok := s.diagonal(cross, moment)
	if !ok {
		return 0, false
	}
	return bestEffect(bends, z, mat.Trace(cross)/mat.Trace(s.rough), len(x)), true
}

// diagonal turns the normal equations (X'X + λK)g = X'y into independent ones: the roughness of each direction, and y's
// coordinate along it.
func (s spline) diagonal(cross *mat.SymDense, moment []float64) (bends, z []float64, ok bool) {
	var chol mat.Cholesky
	if !chol.Factorize(cross) || !(chol.Cond() < 1e12) {
		return nil, nil, false
	}
	k := len(moment)
	var lower mat.TriDense
	chol.LTo(&lower)
	var half, whole, vectors mat.Dense
	if half.Solve(&lower, s.rough) != nil || whole.Solve(&lower, half.T()) != nil {
		return nil, nil, false
	}
	turned := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			turned.SetSym(i, j, (whole.At(i, j)+whole.At(j, i))/2)
		}
	}
	var eigen mat.EigenSym
	var scaled, coordinates mat.VecDense
	if !eigen.Factorize(turned, true) || scaled.SolveVec(&lower, mat.NewVecDense(k, moment)) != nil {
		return nil, nil, false
	}
	eigen.VectorsTo(&vectors)
	coordinates.MulVec(vectors.T(), &scaled)
	bends = eigen.Values(nil)
	bends[0], bends[1] = 0, 0 // straight lines do not bend; what stands there is rounding
	return bends, coordinates.RawVector().Data, true
}

// bestEffect tries penalties over 12 decades, and the straight line.
func bestEffect(bends, z []float64, unit float64, n int) float64 {
	best, effect := math.Inf(1), 0.0
	for step := -24; step <= 25; step++ {
		penalty := unit * math.Pow(10, float64(step)/4)
		freedom, fit, cross := 0.0, 0.0, 0.0
		for i, b := range bends {
			keep := 1 / (1 + float64(penalty*b))
			if step == 25 && i > 1 {
				keep = 0
			}
			freedom += keep
			fit += float64(keep * z[i] * keep * z[i])
			cross += float64(keep * z[i] * z[i])
		}
		rest := float64(n) - 1.4*freedom
		if gcv := max(1-2*cross+fit, 0) / float64(rest*rest); rest > 0 && gcv < best {
			best, effect = gcv, fit
		}
	}
	return max(0, min(1, effect))
}
