package robust

import (
	"math"
	"testing"
)

// ishigami is sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π)³.
//
// Source of its indices: Ishigami and Homma 1990; Saltelli et al., Global Sensitivity Analysis: the Primer (2008), § 4.
func ishigami(u [3]float64) float64 {
	x := [3]float64{}
	for k := range x {
		x[k] = math.Pi * (2*u[k] - 1)
	}
	return math.Sin(x[0]) + 7*math.Sin(x[1])*math.Sin(x[1]) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
}

// saltelli evaluates a function of three numbers at A, B and A with each from B.
func saltelli(f func([3]float64) float64, n int, seed uint64, random bool) []Effect {
	s := newSequence(6, seed, random)
	at := func(k, from int) (u [3]float64) {
		for i := range u {
			if u[i] = s.at(k, i); from == -1 || from == i {
				u[i] = s.at(k, i+3)
			}
		}
		return u
	}
	a, b, ab := make([]float64, n), make([]float64, n), [][]float64{make([]float64, n), make([]float64, n), make([]float64, n)}
	for k := range n {
		a[k], b[k] = f(at(k, 3)), f(at(k, -1))
		for i := range ab {
			ab[i][k] = f(at(k, i))
		}
	}
	return Estimates(a, b, ab, 400, seed)
}

func TestIshigami(t *testing.T) {
	v := 49./8 + 0.1*math.Pow(math.Pi, 4)/5 + 0.01*math.Pow(math.Pi, 8)/18 + 0.5
	v1, v2, v13 := 0.5*math.Pow(1+0.1*math.Pow(math.Pi, 4)/5, 2), 49./8, 0.01*math.Pow(math.Pi, 8)*(1./18-1./50)
	first, total := []float64{v1 / v, v2 / v, 0}, []float64{(v1 + v13) / v, v2 / v, v13 / v}
	const seeds = 60
	var covered [2][6]int
	for seed := range uint64(seeds) {
		for design, random := range []bool{false, true} {
			for k, e := range saltelli(ishigami, 512, seed, random) {
				if e.FirstLow <= first[k] && first[k] <= e.FirstHigh {
					covered[design][k]++
				}
				if e.TotalLow <= total[k] && total[k] <= e.TotalHigh {
					covered[design][3+k]++
				}
				if reach := []float64{0.1, 0.25}[design]; math.Abs(e.First-first[k]) > reach || math.Abs(e.Total-total[k]) > reach {
					t.Errorf("seed %d, random %v, x%d: %.4f and %.4f, want %.4f and %.4f", seed, random, k+1, e.First, e.Total, first[k], total[k])
				}
			}
		}
	}
	for k := range 6 { // the intervals are of 90 %; quasi-random points do better than the bootstrap knows
		if quasi, random := covered[0][k], covered[1][k]; quasi < seeds*95/100 || random < seeds*78/100 {
			t.Errorf("index %d lies within its interval for %d of %d seeds, %d with random numbers", k, quasi, seeds, random)
		}
	}
}

// Of a sum the first-order and the total indices are the shares of the variance; they do not change with its offset.
func TestEstimatesOfASum(t *testing.T) {
	for _, offset := range []float64{0, 1000} {
		for k, e := range saltelli(func(u [3]float64) float64 { return offset + u[0] + 2*u[1] + 3*u[2] }, 2048, 3, false) {
			want := float64((k+1)*(k+1)) / 14
			if math.Abs(e.First-want) > 0.01 || math.Abs(e.Total-want) > 0.01 || e.Nothing {
				t.Errorf("offset %v: %+v, want %.4f", offset, e, want)
			}
		}
	}
}

func TestEstimatesOfNothing(t *testing.T) {
	for _, e := range saltelli(func([3]float64) float64 { return 7 }, 16, 1, false) {
		if !e.Nothing || !missing(e.First) {
			t.Errorf("a constant: %+v", e)
		}
	}
	gap := func(u [3]float64) float64 {
		if u[0] < 0.2 {
			return nan
		}
		return u[0] + u[1]
	}
	for k, e := range saltelli(gap, 512, 1, false) {
		if missing(e.First) || k == 2 && (e.Total != 0 || e.TotalHigh != 0) {
			t.Errorf("gaps: %+v", e)
		}
	}
}
