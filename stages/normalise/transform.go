package normalise

import "math"

// Transformation bends a column: dst = f(x) where x is not missing. m describes x. It returns false, and dst = x, where
// the formula is undefined for the column (a constant; too few values to know the side of the tail).
type Transformation func(dst, x []float64, m Moments, lambda float64) bool

// transformations by name. log, log-plus and box-cox are names of the index grammar; log-one and log-gii stand for
// replaying other programs' choices.
var transformations = map[string]Transformation{
	"log":      LogCT,
	"log-plus": LogCTPlus,
	"log-one":  LogOne,
	"log-gii":  LogGII,
	"box-cox":  BoxCox,
}

// LogCT is ln(x − min + 0.01(max − min)): COINr's log_CT, after the COIN Tool.
func LogCT(dst, x []float64, m Moments, _ float64) bool {
	offset := float64(0.01 * (m.Max - m.Min))
	return bend(dst, x, m.N > 1 && m.Min < m.Max, func(v float64) float64 { return math.Log(v - m.Min + offset) })
}

// LogCTPlus is LogCT for a tail on the right (skewness above 0), else its mirror −ln(max + 0.01(max − min) − x): COINr's
// log_CT_plus. It needs three values to know the skewness.
func LogCTPlus(dst, x []float64, m Moments, lambda float64) bool {
	if missing(m.Skew) || m.Skew > 0 {
		return !missing(m.Skew) && LogCT(dst, x, m, lambda) || bend(dst, x, false, nil)
	}
	top := m.Max + float64(0.01*(m.Max-m.Min))
	return bend(dst, x, true, func(v float64) float64 { return -math.Log(top - v) })
}

// LogOne is ln(x − min + 1), the COIN Tool's own (log_CT_orig in COINr).
func LogOne(dst, x []float64, m Moments, _ float64) bool {
	return bend(dst, x, m.N > 0, func(v float64) float64 { return math.Log(v - m.Min + 1) })
}

// LogGII is ln((max − 1)(x − min)/(max − min) + 1), the Global Innovation Index of 2020. It rises only where max > 1 and
// is refused elsewhere. (COINr's log_GII returns its input; this is the formula that it means.)
func LogGII(dst, x []float64, m Moments, _ float64) bool {
	per := (m.Max - 1) / (m.Max - m.Min)
	return bend(dst, x, m.Min < m.Max && m.Max > 1, func(v float64) float64 { return math.Log(float64(per*(v-m.Min)) + 1) })
}

// BoxCox is ((x − min + 1)^λ − 1)/λ, ln(x − min + 1) for λ = 0: Box and Cox (1964) after the COIN Tool's shift to 1, as
// COINr's boxcox with makepos.
func BoxCox(dst, x []float64, m Moments, lambda float64) bool {
	if lambda == 0 {
		return LogOne(dst, x, m, 0)
	}
	return bend(dst, x, m.N > 0, func(v float64) float64 { return (math.Pow(v-m.Min+1, lambda) - 1) / lambda })
}

// bend applies f to what is present; where ok is false the column stays as it is.
func bend(dst, x []float64, ok bool, f func(float64) float64) bool {
	if !ok {
		copy(dst, x)
		return false
	}
	for i, v := range x {
		if !missing(v) {
			v = f(v)
		}
		dst[i] = v
	}
	return true
}
