package rank

import "math"

var nan = math.NaN()

// powers of ten that a float64 holds exactly.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// noise is how far, relative to itself, a computed score may lie from the decimal number it stands for: some 128 units
// in the last place, more than the sums of a tree gather, less than any figure that was printed shows (14 digits).
const noise = 1.0 / (1 << 46)

// Round rounds to a number of decimals as on paper: a half goes away from zero (0.66675 → 0.6668, −0.5 → −1), also
// where the binary fraction of a decimal half lies a hair below it or arithmetic has carried it there. It is the one
// rule of the house: ranks are given on it and pages print by it. The result is the float64 nearest to the decimal
// number, never −0. decimals < 0 rounds to tens, hundreds …; beyond 15 decimals, or where x has no such digits, x comes
// back as it is, as do NaN and infinities.
func Round(x float64, decimals int) float64 {
	if decimals < 0 {
		return tens(x, -decimals)
	}
	if decimals >= len(powers) {
		return x
	}
	y := math.Abs(x) * powers[decimals]
	if !(y < 1<<50) {
		return x
	}
	whole := halfUp(y)
	if whole == 0 {
		return 0
	}
	return math.Copysign(whole/powers[decimals], x)
}

// halfUp is the whole number nearest to y ≥ 0, a half going up. What counts as a half never reaches far: not beyond a
// thousandth, however long the number.
func halfUp(y float64) float64 {
	whole := math.Floor(y)
	if y-whole >= 0.5-min(float64(y*noise), 1e-3) {
		whole++
	}
	return whole
}

func tens(x float64, zeros int) float64 {
	if zeros >= len(powers) || !(math.Abs(x) < 1<<53) {
		return x
	}
	whole := halfUp(math.Abs(x) / powers[zeros])
	if whole == 0 {
		return 0
	}
	return math.Copysign(whole*powers[zeros], x)
}

// RoundInto rounds a column, NaN staying NaN; dst may be x.
func RoundInto(dst, x []float64, decimals int) {
	for i, v := range x {
		dst[i] = Round(v, decimals)
	}
}
