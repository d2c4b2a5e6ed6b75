package rank

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Scratch is the memory that sorting works in; one a goroutine, used again and again without allocation.
type Scratch struct {
	items, spare []uint64
	counts       [2][radix]int32
	count        []int32
	column, keys []float64
}

// NewScratch makes an empty Scratch; it grows to the sizes that it meets.
func NewScratch() *Scratch { return &Scratch{} }

// list is rows in an order: each item holds a row in its low bits and above it how far the row's value lies below the
// greatest, in whole steps of a fine ruler. So one word carries both, and sorting the words sorts the rows.
type list struct {
	items []uint64
	rows  uint64 // the bits of a row
}

func (l list) row(k int) int32 { return int32(l.items[k] & l.rows) }

// near tells that two items are on the same step of the ruler.
func (l list) near(a, b uint64) bool { return a^b <= l.rows }

func (l list) part(from, to int) list { return list{l.items[from:to], l.rows} }

// ruler measures values from the greatest down, in steps fine enough that few different values share one.
type ruler struct {
	n         int // rows that have a value
	high, per float64
	shift     uint // of a step, over a row
	flat      bool // the values are one, or lie too far apart to be measured
}

// fine is the most bits of a step: fewer than a float64 has, so that a product rounded up stays within them.
const fine = 50

// span finds the extremes of the rows that have a value and makes their ruler.
func span(x []float64, rows []int32) (r ruler) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, row := range rows {
		v := x[row]
		if v < low {
			low = v
		}
		if v > high {
			high = v
		}
		if v == v {
			r.n++
		}
	}
	r.shift = max(64-fine, uint(bits.Len(uint(len(x)))))
	r.high, r.per = high, float64(uint64(1)<<(64-r.shift)-1)/(high-low)
	if r.flat = !(r.per > 0 && r.per < math.MaxFloat64); r.flat {
		r.high, r.per = 0, 0
	}
	return r
}

// descending sorts the rows that have a value by value from the greatest down, equal ones by row.
func (s *Scratch) descending(x []float64, rows []int32) list {
	r := span(x, rows)
	s.items, s.spare = grow(s.items, r.n), grow(s.spare, r.n)
	r.lay(s.items, x, rows)
	l := list{s.items, 1<<r.shift - 1}
	shared := r.flat
	if !r.flat {
		l.items = s.sort(s.items, s.spare, 64)
		shared = mend(l.items, l.rows)
	}
	if shared {
		l.settle(x)
	}
	return l
}

// lay writes the items, in the order of the rows.
func (r ruler) lay(items []uint64, x []float64, rows []int32) {
	n, shift := 0, r.shift&63
	for _, row := range rows {
		if v := x[row]; v == v {
			items[n] = uint64(int64((r.high-v)*r.per))<<shift | uint64(row)
			n++
		}
	}
}

// settle puts rows that share a step of the ruler in order.
func (l list) settle(x []float64) {
	for from := 0; from < len(l.items); {
		to := from + 1
		for to < len(l.items) && l.near(l.items[from], l.items[to]) {
			to++
		}
		if to > from+1 {
			l.part(from, to).compare(x)
		}
		from = to
	}
}

// compare sorts by the values themselves, unless all are equal.
func (l list) compare(x []float64) {
	first := x[l.row(0)]
	for k := range l.items {
		if x[l.row(k)] != first {
			slices.SortFunc(l.items, func(a, b uint64) int {
				return cmp.Or(cmp.Compare(x[b&l.rows], x[a&l.rows]), cmp.Compare(a, b))
			})
			return
		}
	}
}

// grow gives a slice of length n, the old one where it is long enough.
func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}
