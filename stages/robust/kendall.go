package robust

import (
	"cmp"
	"math"
	"slices"
)

// comparer holds what comparing many pairs needs again and again: memory, and exact distributions by number of units. One
// for each worker.
type comparer struct {
	pairs, spare   []int32
	swaps, squares map[int][]float64 // cumulated, see significance.go
	x, y           []float64
}

func newComparer() *comparer {
	return &comparer{swaps: map[int][]float64{}, squares: map[int][]float64{}}
}

// tau is Kendall's tau-b = S / √((n₀−n₁)(n₀−n₂)), S the concordant pairs less the discordant ones, n₁ and n₂ the pairs
// tied in x and in y. Discordant pairs are counted as the exchanges of a merge sort of y in the order of x, in
// n·log n steps (Knight 1966, Journal of the American Statistical Association 61). Neither is constant.
func (c *comparer) tau(x, y *ordered) (tau, s float64) {
	n := len(x.order)
	c.pairs, c.spare = slices.Grow(c.pairs[:0], n)[:n], slices.Grow(c.spare[:0], n)[:n]
	for k, i := range x.order {
		c.pairs[k] = y.level[i]
	}
	both := 0.0
	for from := 0; from < n; {
		to := from + 1
		for to < n && x.level[x.order[to]] == x.level[x.order[from]] {
			to++
		}
		both += tiedPairs(c.pairs[from:to])
		from = to
	}
	swaps := float64(exchanges(c.pairs, c.spare))
	all := float64(n) * float64(n-1) / 2
	s = all - x.twos/2 - y.twos/2 + both - 2*swaps
	tau = s / (math.Sqrt(all-x.twos/2) * math.Sqrt(all-y.twos/2))
	return max(-1, min(1, tau)), s
}

// tiedPairs sorts a run of equal x by y and counts the pairs that are equal in both.
func tiedPairs(y []int32) (pairs float64) {
	if len(y) < 2 {
		return 0
	}
	slices.SortFunc(y, cmp.Compare[int32])
	for from := 0; from < len(y); {
		to := from + 1
		for to < len(y) && y[to] == y[from] {
			to++
		}
		pairs += float64(to-from) * float64(to-from-1) / 2
		from = to
	}
	return pairs
}

// exchanges sorts v and counts the pairs that stood the wrong way round.
func exchanges(v, spare []int32) (count int64) {
	if len(v) < 12 {
		for i := 1; i < len(v); i++ {
			x, j := v[i], i
			for ; j > 0 && v[j-1] > x; j-- {
				v[j] = v[j-1]
			}
			v[j] = x
			count += int64(i - j)
		}
		return count
	}
	half := len(v) / 2
	count = exchanges(v[:half], spare[:half]) + exchanges(v[half:], spare[half:])
	left := spare[:copy(spare, v[:half])]
	i, j, k := 0, half, 0
	for i < len(left) && j < len(v) {
		if v[j] < left[i] {
			v[k] = v[j]
			count += int64(len(left) - i)
			j++
		} else {
			v[k] = left[i]
			i++
		}
		k++
	}
	copy(v[k:], left[i:])
	return count
}
