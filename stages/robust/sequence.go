package robust

import "math/bits"

// sequence gives the numbers that draws are made of: for every draw a point in the unit cube, each coordinate strictly
// between 0 and 1. A coordinate is a pure function of seed, draw and dimension, so draws may be made in any order, on
// any number of cores.
//
// With the design sobol the first 64 dimensions are Sobol' points in natural order, shifted by a random pattern of bits
// for each dimension (a digital shift, which keeps their evenness; L'Ecuyer and Lemieux 2002), the others random.
type sequence struct {
	key   uint64 // of the seed
	v     [][32]uint32
	shift []uint32
}

// newSequence makes ready for so many dimensions; random leaves out Sobol's.
func newSequence(dimensions int, seed uint64, random bool) *sequence {
	s := &sequence{key: mix(seed)}
	if random {
		return s
	}
	for k := range min(dimensions, len(polynomials)+1) {
		s.v = append(s.v, directions(k))
		s.shift = append(s.shift, uint32(mix(^s.key^uint64(k+1))))
	}
	return s
}

// at is one coordinate of a draw.
func (s *sequence) at(draw, dimension int) float64 {
	if dimension >= len(s.v) {
		return (float64(mix(mix(s.key+uint64(draw))^uint64(dimension))>>12) + 0.5) / (1 << 52)
	}
	x, v := s.shift[dimension], &s.v[dimension]
	for rest := uint32(draw); rest != 0; rest &= rest - 1 {
		x ^= v[bits.TrailingZeros32(rest)]
	}
	return (float64(x) + 0.5) / (1 << 32)
}

// mix scatters the bits of a counter: the finaliser of SplitMix64 over its next state (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
