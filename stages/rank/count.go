package rank

// crowd is the most values of a bucket that compete compares with each other; with more, sorting is quicker.
const crowd = 16

// compete writes competition places without sorting: values are dealt into as many buckets as there are values; a place
// is one more than the values of the buckets above and the greater ones in its own. A few straight walks over the
// column. false, with nothing written, where values crowd or cannot be dealt.
func (s *Scratch) compete(dst []int32, x []float64, rows []int32) (int32, bool) {
	b, worth := measure(x, rows)
	if !worth {
		return 0, false
	}
	s.starts, s.bucket, s.values = grow(s.starts, b.n+2), grow(s.bucket, len(rows)), grow(s.values, b.n)
	clear(s.starts)
	for i, row := range rows {
		k := int32(-1)
		if v := x[row]; v == v {
			k = b.of(v)
			s.starts[k+2]++
		}
		s.bucket[i] = k
	}
	most := int32(0)
	for k := 2; k < b.n+2; k++ {
		most = max(most, s.starts[k])
		s.starts[k] += s.starts[k-1]
	}
	if most > crowd {
		return 0, false
	}
	s.stand(dst, x, rows)
	return int32(b.n), true
}

// stand puts the values beside those of their bucket and counts.
func (s *Scratch) stand(dst []int32, x []float64, rows []int32) {
	for i, row := range rows {
		if k := s.bucket[i]; k >= 0 {
			at := s.starts[k+1]
			s.values[at] = x[row]
			s.starts[k+1] = at + 1
		}
	}
	for i, row := range rows {
		place := int32(0)
		if k := s.bucket[i]; k >= 0 {
			v, from := x[row], s.starts[k]
			place = from + 1
			for _, w := range s.values[from:s.starts[k+1]] {
				if w > v {
					place++
				}
			}
		}
		dst[row] = place
	}
}
