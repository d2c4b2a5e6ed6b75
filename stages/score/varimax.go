package score

import "math"

// varimax turns factors (one after another: the loading of each part) so that each loads high on few parts and low on
// the others: Kaiser's criterion with rows brought to length 1 (Kaiser 1958, Psychometrika 23), by turning two factors
// at a time through the best angle until nothing moves. Factors are changed in place; each is then turned to face up.
func varimax(factors [][]float64) {
	if len(factors) == 0 {
		return
	}
	length := make([]float64, len(factors[0]))
	for i := range length {
		for _, f := range factors {
			length[i] += float64(f[i] * f[i])
		}
		if length[i] = math.Sqrt(length[i]); length[i] == 0 {
			length[i] = 1
		}
		for _, f := range factors {
			f[i] /= length[i]
		}
	}
	for range 1000 {
		moved := 0.0
		for a := range factors {
			for b := a + 1; b < len(factors); b++ {
				moved = max(moved, math.Abs(turn(factors[a], factors[b])))
			}
		}
		if moved < 1e-12 {
			break
		}
	}
	for _, f := range factors {
		for i := range f {
			f[i] *= length[i]
		}
		facingUp(f)
	}
}

// turn rotates a pair of factors through the angle that makes their squared loadings differ most, and returns it.
func turn(x, y []float64) float64 {
	n := float64(len(x))
	var sumU, sumV, squares, products float64
	for i := range x {
		u, v := float64(x[i]*x[i])-float64(y[i]*y[i]), 2*x[i]*y[i]
		sumU += u
		sumV += v
		squares += float64(u*u) - float64(v*v)
		products += 2 * u * v
	}
	angle := math.Atan2(products-2*sumU*sumV/n, squares-(float64(sumU*sumU)-float64(sumV*sumV))/n) / 4
	sin, cos := math.Sincos(angle)
	for i := range x {
		x[i], y[i] = float64(cos*x[i])+float64(sin*y[i]), float64(cos*y[i])-float64(sin*x[i])
	}
	return angle
}
