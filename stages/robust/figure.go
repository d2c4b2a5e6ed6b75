package robust

import "math"

// Figure is a number of the audit, or the reason why there is none. The zero Figure is not asked for. Value is finite
// where Why is Known, and 0 elsewhere: no NaN leaves this room unmarked.
type Figure struct {
	Value float64
	Why   Why
}

// OK tells that there is a value.
func (f Figure) OK() bool { return f.Why == Known }

// Or gives the value, or another where there is none.
func (f Figure) Or(other float64) float64 {
	if f.OK() {
		return f.Value
	}
	return other
}

// figure makes a figure of a computed number; what is not finite is Undetermined.
func figure(x float64) Figure {
	if x-x != 0 {
		return Figure{Why: Undetermined}
	}
	return Figure{x, Known}
}

// since makes a figure of a computed number unless there is a reason why not.
func since(why Why, x float64) Figure {
	if why != Known {
		return Figure{Why: why}
	}
	return figure(x)
}

// Test is a statistic with its two-sided p-value.
type Test struct{ R, P Figure }

func untested(why Why) Test { return Test{Figure{Why: why}, Figure{Why: why}} }

// absent tells a missing cell of a column.
func absent(x float64) bool { return math.IsNaN(x) }
