package robust

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
)

// Sure is the probability from which one unit is taken to stand above another.
const Sure = 0.95

// apart finds the groups of every block of rows.
func (b *Band) apart(blocks [][]int32, workers int) (groups [][]int32) {
	for _, rows := range blocks {
		order := slices.DeleteFunc(slices.Clone(rows), func(row int32) bool { return b.Place[row] == 0 })
		slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(b.Place[x], b.Place[y]) })
		first := make([]int, len(order)) // of the units before a unit, the first from which on all are like it
		var next atomic.Int64
		var done sync.WaitGroup
		for range workers {
			done.Go(func() {
				for k := int(next.Add(1)) - 1; k < len(order); k = int(next.Add(1)) - 1 {
					first[k] = k
					for first[k] > 0 && b.alike(order[first[k]-1], order[k]) {
						first[k]--
					}
				}
			})
		}
		done.Wait()
		groups = append(groups, runs(order, first)...)
	}
	return groups
}

// alike tells that neither of two units is surely above the other. Where one is in more draws than are left over, the
// other need not be counted.
func (b *Band) alike(x, y int32) bool {
	over := b.Above(int(x), int(y))
	return over < Sure && (over > 1-Sure || b.Above(int(y), int(x)) < Sure)
}

// runs joins neighbours: a run from i to j stands where every unit of it is like all those before it from i on.
func runs(order []int32, first []int) (groups [][]int32) {
	start := 0
	for k := range order {
		if first[k] > start { // the run that ended before k
			if k-start > 1 {
				groups = append(groups, order[start:k:k])
			}
			start = first[k]
		}
	}
	if len(order)-start > 1 {
		groups = append(groups, order[start:])
	}
	return groups
}

// Pair is two units that were compared, the one that ranks better first.
type Pair struct {
	Row, Other int
	Above      float64 // probability that Row has the better place
	Below      float64 // probability that Other has
}

// Pairs lists, for each unit in the order of the ranks, the units behind it with which it is compared: all of them up to
// 100 ranked units, above that those whose bands overlap with its own.
func (b *Band) Pairs() (pairs []Pair) {
	var order []int
	for row, place := range b.Place {
		if place > 0 {
			order = append(order, row)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.Place[x], b.Place[y]) })
	for i, row := range order {
		for _, other := range order[i+1:] {
			if b.block[row] == b.block[other] && (len(order) <= 100 || b.overlap(row, other)) {
				pairs = append(pairs, Pair{row, other, b.Above(row, other), b.Above(other, row)})
			}
		}
	}
	return pairs
}

func (b *Band) overlap(x, y int) bool { return b.Low[x] <= b.High[y] && b.Low[y] <= b.High[x] }

// Like lists the units that can't be told apart from a unit, in the order of the ranks.
func (b *Band) Like(row int) (rows []int) {
	for other, place := range b.Place {
		if other != row && place > 0 && b.Place[row] > 0 && b.block[row] == b.block[other] && b.alike(int32(row), int32(other)) {
			rows = append(rows, other)
		}
	}
	slices.SortStableFunc(rows, func(x, y int) int { return cmp.Compare(b.Place[x], b.Place[y]) })
	return rows
}
