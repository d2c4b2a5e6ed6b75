package normalise

import (
	"math"
	"slices"
)

// Long columns are sorted by digits instead of comparisons: a number's bits, turned so that they order as the number
// does, are dealt out by 11 bits at a time from the lowest (six passes, each in order). Below about a thousand values
// comparing is as fast.
const (
	digit  = 11
	digits = 6
	radix  = 1 << digit
	long   = 1024
)

// sorter is the memory of a sort by digits.
type sorter struct {
	keys, dealt []uint64
	counts      [digits][radix]int32
}

// order copies the present values into s.sorted in ascending order.
func (s *Scratch) order(x []float64) []float64 {
	s.sorted = present(x, s.sorted)
	if len(s.sorted) < long {
		slices.Sort(s.sorted)
	} else {
		s.radix.sort(s.sorted)
	}
	return s.sorted
}

func (r *sorter) sort(x []float64) {
	r.keys, r.dealt = grow(r.keys, len(x)), grow(r.dealt, len(x))
	clear(r.counts[:])
	for i, v := range x {
		k := key(v)
		r.keys[i] = k
		for d := range r.counts {
			r.counts[d][k>>(d*digit)&(radix-1)]++
		}
	}
	for d := range r.counts {
		if counts := &r.counts[d]; counts[r.keys[0]>>(d*digit)&(radix-1)] < int32(len(x)) { // else all share the digit
			r.deal(d*digit, counts)
		}
	}
	for i, k := range r.keys {
		x[i] = number64(k)
	}
}

// deal puts the keys in order of one digit, equal ones in the order in which they stand.
func (r *sorter) deal(shift int, counts *[radix]int32) {
	at := int32(0)
	for i, n := range counts {
		counts[i] = at
		at += n
	}
	for _, k := range r.keys {
		d := k >> shift & (radix - 1)
		r.dealt[counts[d]] = k
		counts[d]++
	}
	r.keys, r.dealt = r.dealt, r.keys
}

// key turns a number's bits into a whole number of the same order; number64 turns it back.
func key(v float64) uint64 {
	b := math.Float64bits(v)
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}

func number64(k uint64) float64 { return math.Float64frombits(k ^ (uint64(int64(^k)>>63) | 1<<63)) }
