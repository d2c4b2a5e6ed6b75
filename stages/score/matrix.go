package score

import (
	"math"
	"strconv"

	"gonum.org/v1/gonum/mat"
)

// complete copies the rows on which every column has a value; use, where given, tells which rows count.
func complete(columns [][]float64, use func(row int) bool) [][]float64 {
	kept := make([][]float64, len(columns))
	if len(columns) == 0 {
		return kept
	}
rows:
	for i := range columns[0] {
		if use != nil && !use(i) {
			continue
		}
		for _, c := range columns {
			if missing(c[i]) {
				continue rows
			}
		}
		for k, c := range columns {
			kept[k] = append(kept[k], c[i])
		}
	}
	return kept
}

// spread is the mean and the sample standard deviation (divisor n − 1) of a column without gaps.
func spread(x []float64) (mean, sd float64) {
	for _, v := range x {
		mean += v
	}
	mean /= float64(len(x))
	for _, v := range x {
		sd += float64((v - mean) * (v - mean))
	}
	return mean, math.Sqrt(sd / float64(len(x)-1))
}

// checked asks columns without gaps for at least least units and for values that differ.
func checked(columns [][]float64, least int) *refusal {
	if len(columns) == 0 || len(columns[0]) < least {
		n := 0
		if len(columns) > 0 {
			n = len(columns[0])
		}
		return refuse(weightsFew, strconv.Itoa(n), -1, "least", strconv.Itoa(least))
	}
	for k, c := range columns {
		if constant(c) {
			return refuse(weightsConstant, strconv.FormatFloat(c[0], 'g', -1, 64), k)
		}
	}
	return nil
}

func constant(x []float64) bool {
	for _, v := range x {
		if v != x[0] {
			return false
		}
	}
	return true
}

// Correlation is Pearson's correlation matrix of columns without gaps, n ≥ 2 units and no constant column.
func Correlation(columns [][]float64) *mat.SymDense {
	z := make([][]float64, len(columns))
	for k, c := range columns {
		mean, sd := spread(c)
		for _, v := range c {
			z[k] = append(z[k], (v-mean)/sd)
		}
	}
	r := mat.NewSymDense(len(columns), nil)
	for j := range z {
		r.SetSym(j, j, 1)
		for k := range j {
			dot := 0.0
			for i := range z[j] {
				dot += float64(z[j][i] * z[k][i])
			}
			r.SetSym(j, k, max(-1, min(1, dot/float64(len(z[j])-1))))
		}
	}
	return r
}
