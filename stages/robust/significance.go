package robust

import (
	"math"
	"math/bits"

	"gonum.org/v1/gonum/stat/distuv"
)

// Two-sided p-values of correlations, by the conventions of R's cor.test.

// studentP is that of a correlation r of n units by Student's t with n − 2 degrees of freedom:
// t² = (n−2)r²/(1−r²), and P(|T| > t) = I(1−r²; (n−2)/2, 1/2), the incomplete beta function.
func studentP(r float64, n int) float64 {
	if n < 3 {
		return math.NaN()
	}
	return distuv.Beta{Alpha: float64(n-2) / 2, Beta: 0.5}.CDF((1 - r) * (1 + r))
}

// normalP is the two-sided p-value of a standard normal z.
func normalP(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// spearmanP: without ties and to n = 1290 by the distribution of S = Σ(difference of ranks)² (exact to 9 units, then the
// Edgeworth series of Best and Roberts 1975, algorithm AS 89, Applied Statistics 24), else by Student's t.
func (c *comparer) spearmanP(rho float64, n int, tied bool) float64 {
	if tied || n >= 1290 {
		return studentP(rho, n)
	}
	cubes := float64(n) * (float64(n)*float64(n) - 1)
	s := math.Round(cubes * (1 - rho) / 6)
	if s > cubes/6 {
		s = math.Round(cubes/3) - s // the distribution is symmetric
	}
	if n > 9 {
		return min(2*edgeworth(s+1, n), 1)
	}
	below := c.squares[n]
	if below == nil {
		below = squareSums(n)
		c.squares[n] = below
	}
	return min(2*below[int(s)], 1)
}

// edgeworth is P(S < s) approximately, for n units; s midway between two values that S can take.
func edgeworth(s float64, n int) float64 {
	m := float64(n)
	b := 1 / m
	x := (6*s*b/(float64(m*m)-1) - 1) * math.Sqrt(m-1)
	y := x * x
	inner := 0.0072 - 0.0831*b + y*b*(0.0131-0.00046*y)
	inner = 0.0879 + 0.0151*b - y*inner
	inner = -0.0758 + b*(0.1033+0.3932*b) - y*b*inner
	u := x * b * (0.2274 + b*(0.2531+0.1745*b) + y*inner)
	return min(max(math.Erfc(-x/math.Sqrt2)/2-u/math.Exp(y/2), 0), 1)
}

// squareSums gives P(S ≤ s) for s from 0, over all permutations of n ≤ 9: positions are filled one after another, and
// the permutations counted by the set of ranks used and the sum so far.
func squareSums(n int) []float64 {
	most := (n*n*n - n) / 3
	count := make([][]float64, 1<<n)
	count[0] = make([]float64, most+1)
	count[0][0] = 1
	for set := 1; set < 1<<n; set++ {
		count[set] = make([]float64, most+1)
		place := bits.OnesCount(uint(set)) - 1
		for r := range n {
			if set&(1<<r) == 0 {
				continue
			}
			d := (place - r) * (place - r)
			for s, many := range count[set&^(1<<r)][:most+1-d] {
				count[set][s+d] += many
			}
		}
	}
	return cumulated(count[1<<n-1])
}

// cumulated turns counts into shares of the total up to each place.
func cumulated(count []float64) []float64 {
	total := 0.0
	for i, v := range count {
		total += v
		count[i] = total
	}
	for i := range count {
		count[i] /= total
	}
	return count
}

// kendallP: below 50 units without ties by the exact distribution of the number of exchanges, else normal with the
// correction for ties (Kendall 1970, Rank Correlation Methods, section 4; R's cor.test). s is concordant − discordant.
func (c *comparer) kendallP(s float64, n int, x, y *ordered) float64 {
	m := float64(n)
	if n < 50 && !x.tied && !y.tied {
		below := c.swaps[n]
		if below == nil {
			below = inversions(n)
			c.swaps[n] = below
		}
		return min(2*below[int((m*(m-1)/2-math.Abs(s))/2)], 1)
	}
	variance := (m*(m-1)*(2*m+5)-x.weights-y.weights)/18 + x.twos*y.twos/(2*m*(m-1)) + x.threes*y.threes/(9*m*(m-1)*(m-2))
	return normalP(s / math.Sqrt(variance))
}

// inversions gives P(at most k inversions) of a random permutation of n, k from 0 to n(n−1)/2: a permutation of n is
// one of n − 1 with the greatest put in, which makes 0 to n − 1 inversions more.
func inversions(n int) []float64 {
	share := make([]float64, n*(n-1)/2+1)
	next := make([]float64, len(share))
	share[0] = 1
	for k := 2; k <= n; k++ {
		sum := 0.0
		for i := range k*(k-1)/2 + 1 {
			sum += share[i]
			if i >= k {
				sum -= share[i-k]
			}
			next[i] = max(sum, 0) / float64(k)
		}
		share, next = next, share
		clear(next)
	}
	return cumulated(share)
}
