package rank

import (
	"math"
	"slices"
)

// Scratch is the memory that sorting works in; one a goroutine, used again and again without allocation.
type Scratch struct {
	pairs, spare []pair
	starts       []int32
	bucket       []int32
	values       []float64
	count        []int32
	keys         []float64
}

// pair is a value with its row; sorting moves both, so that a comparison touches one place in memory.
type pair struct {
	x   float64
	row int32
}

// NewScratch makes an empty Scratch; it grows to the sizes that it meets.
func NewScratch() *Scratch { return &Scratch{} }

// buckets says how values are dealt into n buckets from the greatest down, by where they lie between the extremes.
type buckets struct {
	n                   int
	low, high, perValue float64
}

// measure finds the extremes of the rows that have a value; false where the values cannot be dealt or are not worth it.
func measure(x []float64, rows []int32) (b buckets, worth bool) {
	b.low, b.high = math.Inf(1), math.Inf(-1)
	for _, row := range rows {
		if v := x[row]; v == v {
			b.n++
			if v < b.low {
				b.low = v
			}
			if v > b.high {
				b.high = v
			}
		}
	}
	b.perValue = float64(b.n-1) / (b.high - b.low)
	return b, b.n >= 64 && b.high > b.low && !math.IsInf(b.high-b.low, 0) && b.perValue < math.MaxFloat64
}

func (b buckets) of(v float64) int32 { return min(int32((b.high-v)*b.perValue), int32(b.n-1)) }

// descending sorts the rows that have a value by value from the greatest down, equal ones by row: by buckets, and by
// comparison inside each, so that evenly spread values and many equal ones are both quick.
func (s *Scratch) descending(x []float64, rows []int32) []pair {
	s.pairs = s.pairs[:0]
	for _, row := range rows {
		if v := x[row]; v == v {
			s.pairs = append(s.pairs, pair{v, row})
		}
	}
	b, worth := measure(x, rows)
	if !worth {
		slices.SortFunc(s.pairs, greaterFirst)
		return s.pairs
	}
	s.starts, s.spare = grow(s.starts, b.n+2), grow(s.spare, b.n)
	clear(s.starts)
	for _, p := range s.pairs {
		s.starts[b.of(p.x)+2]++
	}
	for k := 2; k < b.n+2; k++ {
		s.starts[k] += s.starts[k-1]
	}
	for _, p := range s.pairs {
		k := b.of(p.x) + 1
		s.spare[s.starts[k]] = p
		s.starts[k]++
	}
	s.pairs, s.spare = s.spare[:b.n], s.pairs[:0]
	for k, from := range s.starts[:b.n] {
		if to := s.starts[k+1]; to > from+1 {
			slices.SortFunc(s.pairs[from:to], greaterFirst)
		}
	}
	return s.pairs
}

func greaterFirst(a, b pair) int {
	switch {
	case a.x > b.x:
		return -1
	case a.x < b.x:
		return 1
	}
	return int(a.row - b.row)
}

// grow gives a slice of length n, the old one where it is long enough.
func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}
