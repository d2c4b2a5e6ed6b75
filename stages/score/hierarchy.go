package score

import (
	"fmt"
	"math"
	"strconv"
)

// Consistency tells how far the answers of a pairwise matrix agree among themselves.
type Consistency struct {
	Lambda float64 // the greatest eigenvalue; the size of the matrix where answers agree fully
	Index  float64 // (λ − n) / (n − 1)
	Ratio  float64 // Index over that of random answers; above 0.1 the answers contradict each other; 0 for n < 3
}

// randomIndex is the mean consistency index of random matrices by size (Saaty 1980, The Analytic Hierarchy Process);
// beyond 15 the last is used.
var randomIndex = []float64{0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59}

// AHP weighs parts by a reciprocal matrix of pairwise comparisons (a[i][j] = how many times part i matters as part j):
// the eigenvector of the greatest eigenvalue, scaled to sum to 1. Reciprocal values may differ by 1 %, for matrices
// typed with few digits.
//
// Source: Saaty 1980; Handbook, step 6, analytic hierarchy process, table 20.
func AHP(a [][]float64) ([]float64, Consistency, error) {
	n := len(a)
	if found := faultOfPairs(a); found != "" {
		return nil, Consistency{}, refuse(pairwiseWrong, found, -1, "size", strconv.Itoa(n))
	}
	w, lambda := make([]float64, n), 0.0
	for i := range w {
		w[i] = 1 / float64(n)
	}
	next := make([]float64, n)
	for range 10_000 { // the power method; a positive matrix has one greatest eigenvalue (Perron)
		total := 0.0
		for i := range next {
			next[i] = 0
			for j, v := range w {
				next[i] += float64(a[i][j] * v)
			}
			total += next[i]
		}
		moved := 0.0
		for i := range next {
			moved = max(moved, math.Abs(next[i]/total-w[i]))
			w[i] = next[i] / total
		}
		lambda = total
		if moved < 1e-15 {
			break
		}
	}
	c := Consistency{Lambda: lambda}
	if n > 2 {
		c.Index = (lambda - float64(n)) / float64(n-1)
		c.Ratio = c.Index / randomIndex[min(n, len(randomIndex)-1)]
	}
	return w, c, nil
}

// faultOfPairs names what keeps a matrix from being one of pairwise comparisons, empty where nothing does.
func faultOfPairs(a [][]float64) string {
	for i, row := range a {
		if len(row) != len(a) {
			return fmt.Sprintf("%d × %d", len(a), len(row))
		}
		for j, v := range row {
			switch {
			case !(v > 0) || math.IsInf(v, 0):
				return fmt.Sprintf("[%d][%d] = %v", i+1, j+1, v)
			case i == j && v != 1:
				return fmt.Sprintf("[%d][%d] = %v", i+1, j+1, v)
			case j < i && math.Abs(v*a[j][i]-1) > 0.01:
				return fmt.Sprintf("[%d][%d] = %v, [%d][%d] = %v", i+1, j+1, v, j+1, i+1, a[j][i])
			}
		}
	}
	if len(a) == 0 {
		return "0 × 0"
	}
	return ""
}
