package robust

import (
	"math"
	"testing"
)

func TestDirectionNumbers(t *testing.T) {
	for k, p := range polynomials {
		for i, m := range p.first {
			if m%2 == 0 || m >= 1<<(i+1) {
				t.Errorf("dimension %d: number %d is %d", k+2, i+1, m)
			}
		}
		if len(p.first) > 1 && p.inner >= 1<<(len(p.first)-1) {
			t.Errorf("dimension %d: polynomial %d of degree %d", k+2, p.inner, len(p.first))
		}
	}
	// the recurrence by hand: dimension 3 has x² + x + 1 and m = 1, 3, so m₃ = 2·3 ⊕ 4·1 ⊕ 1 and m₄ = 2·m₃ ⊕ 4·3 ⊕ 3
	v := directions(2)
	for k, want := range []uint32{1, 3, 2*3 ^ 4*1 ^ 1, 2*3 ^ 4*3 ^ 3} {
		if got := v[k] >> (31 - k); got != want {
			t.Errorf("dimension 3: number %d is %d, want %d", k+1, got, want)
		}
	}
}

// Each coordinate of the first 2ᵏ points lies once in every stretch of length 2⁻ᵏ, shifted or not; the first two
// dimensions together fill every elementary box.
func TestPointsAreEven(t *testing.T) {
	const k = 10
	s := newSequence(64, 7, false)
	for dimension := range 64 {
		var seen [1 << k]bool
		for draw := range 1 << k {
			at := int(s.at(draw, dimension) * (1 << k))
			if seen[at] {
				t.Fatalf("dimension %d: two points in stretch %d", dimension, at)
			}
			seen[at] = true
		}
	}
	for i := 0; i <= k; i++ {
		seen := map[[2]int]bool{}
		for draw := range 1 << k {
			seen[[2]int{int(s.at(draw, 0) * float64(int(1)<<i)), int(s.at(draw, 1) * float64(int(1)<<(k-i)))}] = true
		}
		if len(seen) != 1<<k {
			t.Errorf("boxes 2^-%d × 2^-%d: %d of %d are filled", i, k-i, len(seen), 1<<k)
		}
	}
}

// Without the shift these are the points that Joe and Kuo print for their first dimensions.
func TestFirstPoints(t *testing.T) {
	s := newSequence(5, 0, false)
	clear(s.shift)
	for draw, want := range [][]float64{ // in natural order: 0, 1, 2 (their third), 3 (their second but one), …
		{0, 0, 0, 0, 0}, {0.5, 0.5, 0.5, 0.5, 0.5}, {0.25, 0.75, 0.75, 0.75, 0.25}, {0.75, 0.25, 0.25, 0.25, 0.75},
	} {
		for k, x := range want {
			if got := s.at(draw, k); math.Abs(got-x) > 1e-9 {
				t.Errorf("point %d, dimension %d: %v, want %v", draw, k+1, got, x)
			}
		}
	}
}

func TestRandomNumbers(t *testing.T) {
	s := newSequence(3, 1, true)
	sum, square, product := 0.0, 0.0, 0.0
	const n = 100_000
	for draw := range n {
		x, y := s.at(draw, 0), s.at(draw, 1)
		if !(x > 0 && x < 1) {
			t.Fatal(x)
		}
		sum, square, product = sum+x, square+x*x, product+(x-0.5)*(y-0.5)
	}
	if math.Abs(sum/n-0.5) > 0.004 || math.Abs(square/n-1./3) > 0.004 || math.Abs(product/n) > 0.002 {
		t.Errorf("mean %v, second moment %v, covariance of two dimensions %v", sum/n, square/n, product/n)
	}
	if newSequence(3, 2, true).at(5, 1) == s.at(5, 1) || newSequence(3, 1, true).at(5, 1) != s.at(5, 1) {
		t.Error("the seed has no say, or the numbers can't be made again")
	}
	if a, b := newSequence(3, 1, false), newSequence(3, 2, false); a.at(5, 1) == b.at(5, 1) || a.at(5, 70) == b.at(5, 70) || a.at(5, 70) == a.at(6, 70) {
		t.Error("the seed does not shift the points, or dimensions beyond the table repeat")
	}
}
