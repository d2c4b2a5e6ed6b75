package book

import (
	"math"

	"xephang/stages/index"
)

var nan = math.NaN()

// transformed is one transformation of a column: as a formula of Excel and as a function, which tells whether it is the
// one that was applied. Formulas: stages/normalise, transform.go.
type transformed struct {
	formula func(x string) string
	value   func(v float64, low, high float64) float64
}

// gives tells whether the transformation makes y of x.
func (t transformed) gives(x, y []float64) bool {
	low, high := extremes(x)
	for i := range x {
		want := nan
		if x[i] == x[i] {
			want = t.value(x[i], low, high)
		}
		if math.Abs(want-y[i]) > 1e-9*max(1, math.Abs(want)) || (want == want) != (y[i] == y[i]) {
			return false
		}
	}
	return true
}

// transformations lists those that a treatment may come to, over a column of the sheet before.
func transformations(m index.Method, column string) []transformed {
	low, high := "MIN("+column+")", "MAX("+column+")"
	right := func(x string) string {
		return "LN(SUM(" + x + "-" + low + ",PRODUCT(0.01," + high + "-" + low + ")))"
	}
	left := func(x string) string {
		return "PRODUCT(-1,LN(SUM(" + high + "-" + x + ",PRODUCT(0.01," + high + "-" + low + "))))"
	}
	up := func(v, low, high float64) float64 { return math.Log(v - low + float64(0.01*(high-low))) }
	down := func(v, low, high float64) float64 { return -math.Log(high + float64(0.01*(high-low)) - v) }
	if m.Name == "log-plus" { // which side is chosen by the column's own skewness
		either := func(x string) string { return "IF(SKEW(" + column + ")>0," + right(x) + "," + left(x) + ")" }
		return []transformed{{either, up}, {either, down}}
	}
	all := []transformed{{right, up}, {left, down},
		{func(x string) string { return "LN(" + x + "-" + low + "+1)" }, func(v, low, _ float64) float64 { return math.Log(v - low + 1) }}}
	lambda := 0.0
	switch {
	case m.Name == "box-cox":
		lambda = m.Number(0, 0)
	case m.Arg(1) == "box-cox":
		lambda = m.Number(2, 0)
	}
	if lambda == 0 {
		return all
	}
	return append(all, transformed{func(x string) string {
		return "SUM(POWER(" + x + "-" + low + "+1," + figure(lambda) + "),-1)/" + figure(lambda)
	},
		func(v, low, _ float64) float64 { return (math.Pow(v-low+1, lambda) - 1) / lambda }})
}
