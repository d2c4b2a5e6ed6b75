package score

import (
	"math"
	"strconv"
)

// Entropy weighs a part by how much it tells units apart: with p = x / Σ x over the units and e = −Σ p·ln p / ln n, the
// weight is (1 − e) / Σ (1 − e). Columns without gaps, no negative value, none all zero; at least 2 units.
//
// Source: Shannon 1948; Hwang and Yoon, Multiple Attribute Decision Making (1981), entropy method.
func Entropy(columns [][]float64) ([]float64, error) {
	if r := checked(columns, 2); r != nil {
		return nil, r
	}
	w, total := make([]float64, len(columns)), 0.0
	for k, c := range columns {
		sum := 0.0
		for _, x := range c {
			if x < 0 {
				return nil, refuse(weightsNegativeData, strconv.FormatFloat(x, 'g', -1, 64), k, "method", "entropy")
			}
			sum += x
		}
		e := 0.0
		for _, x := range c {
			if p := x / sum; p > 0 {
				e -= float64(p * math.Log(p))
			}
		}
		w[k] = max(1-e/math.Log(float64(len(c))), 0)
		total += w[k]
	}
	return scaled(w, total)
}

// Critic weighs a part by its contrast and by how little the others repeat it: the standard deviation of the part
// brought to 0 … 1, times Σ (1 − r) over its correlations with all parts; scaled to sum to 1. Columns without gaps, at
// least 3 units.
//
// Source: Diakoulaki, Mavrotas and Papayannakis, "Determining objective weights in multiple criteria problems: the
// CRITIC method", Computers & Operations Research 22 (1995).
func Critic(columns [][]float64) ([]float64, error) {
	if r := checked(columns, 3); r != nil {
		return nil, r
	}
	cor := Correlation(columns)
	w, total := make([]float64, len(columns)), 0.0
	for k, c := range columns {
		low, high := c[0], c[0]
		for _, x := range c {
			low, high = min(low, x), max(high, x)
		}
		_, sd := spread(c)
		conflict := 0.0
		for j := range columns {
			conflict += 1 - cor.At(k, j)
		}
		w[k] = sd / (high - low) * conflict
		total += w[k]
	}
	return scaled(w, total)
}

// scaled divides weights by their sum.
func scaled(w []float64, total float64) ([]float64, error) {
	if !(total > 0) {
		return nil, refuse(weightsUnsolved, strconv.FormatFloat(total, 'g', -1, 64), -1)
	}
	for k := range w {
		w[k] /= total
	}
	return w, nil
}
