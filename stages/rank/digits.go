package rank

import "slices"

// Many items are sorted by digits instead of comparisons: dealt out by 11 bits at a time, the lower digit first, each
// time keeping the order that they had. Only two digits are dealt; they leave few items out of place, which a last walk
// puts right. More items than the cache holds are parted by 8 bits first, so that each part stays within it.
const (
	digit = 11
	radix = 1 << digit
	few   = 256     // up to here comparing is as quick
	many  = 1 << 15 // from here on parting pays
	part  = 8       // bits by which many are parted
)

// sort puts items that agree in all bits from top upward in ascending order, or nearly; spare is as long. The result is
// in either of the two, and is returned.
func (s *Scratch) sort(items, spare []uint64, top uint) []uint64 {
	switch n := len(items); {
	case n <= few:
		slices.Sort(items)
	case n < many || top <= digit:
		s.deal(items, spare, top-min(top, 2*digit))
	default:
		s.split(items, spare, top-part)
		return spare
	}
	return items
}

// deal orders items by two digits from a bit upward.
func (s *Scratch) deal(items, spare []uint64, from uint) {
	clear(s.counts[:])
	low, high, from, over := &s.counts[0], &s.counts[1], from&63, (from+digit)&63
	for _, v := range items {
		low[v>>from&(radix-1)]++
		high[v>>over&(radix-1)]++
	}
	hand(spare, items, low, from)
	hand(items, spare, high, over)
}

// hand puts items into dst in order of a digit that was counted; equal digits keep their order.
func hand(dst, items []uint64, counts *[radix]int32, from uint) {
	at := int32(0)
	for k, n := range counts {
		counts[k] = at
		at += n
	}
	for _, v := range items {
		k := v >> (from & 63) & (radix - 1)
		to := counts[k]
		counts[k] = to + 1
		dst[to] = v
	}
}

// split parts items by the bits from … upward into spare and sorts each part there.
func (s *Scratch) split(items, spare []uint64, from uint) {
	var at, ends [1 << part]int32
	for _, v := range items {
		ends[v>>(from&63)&(1<<part-1)]++
	}
	for k, sum := 0, int32(0); k < len(ends); k++ {
		at[k] = sum
		sum += ends[k]
		ends[k] = sum
	}
	for _, v := range items {
		k := v >> (from & 63) & (1<<part - 1)
		to := at[k]
		at[k] = to + 1
		spare[to] = v
	}
	begin := int32(0)
	for _, end := range ends {
		if sorted := s.sort(spare[begin:end], items[begin:end], from); begin < end && &sorted[0] != &spare[begin] {
			copy(spare[begin:end], sorted)
		}
		begin = end
	}
}

// mend sorts what is almost in order by moving the few items that are not; where they prove to be many it compares.
func mend(items []uint64, low uint64) (shared bool) {
	moves, before := 0, uint64(0)
	for k, v := range items {
		if v >= before {
			shared = shared || v^before <= low && k > 0
			before = v
			continue
		}
		at := k
		for ; at > 0 && items[at-1] > v; at-- {
			items[at] = items[at-1]
			moves++
		}
		items[at] = v
		shared = shared || at > 0 && items[at-1]^v <= low || items[at+1]^v <= low
		if moves > 4*len(items) {
			slices.Sort(items)
			return true
		}
	}
	return shared
}
