package robust

import "math/bits"

// sample is what became of one moving node in some draws, unit by unit. Places are packed four draws to a word, so that
// two units are compared in all draws at a few operations a word.
type sample struct {
	node   int
	rows   []int32 // units that can have a place; unit k of the sample is rows[k] of the table
	draws  int
	words  int       // per unit
	place  []uint64  // words a unit
	scores []float64 // draws a unit; NaN where it has none
}

const (
	last   = 0x7fff             // stands for no place: behind all others
	lanes  = 0x0001000100010001 // 1 in each of the four
	tops   = 0x8000800080008000
	lane   = 0xffff
	most   = last - 1 // units that can be ranked
	inWord = 4
)

func (m *model) newSample(node, draws int) *sample {
	s := &sample{node: node, draws: draws, words: (draws + inWord - 1) / inWord}
	for _, rows := range m.blocksOf(node) {
		s.rows = append(s.rows, rows...)
	}
	s.place = make([]uint64, len(s.rows)*s.words)
	s.scores = make([]float64, len(s.rows)*draws)
	return s
}

// take turns a block of draws; first is a multiple of blockDraws.
func (s *sample) take(b *drawn, first, count int) {
	for j := range count {
		scores := b.score[j]
		at := first + j
		for _, row := range s.rows {
			s.scores[at] = scores[row]
			at += s.draws
		}
	}
	for j := 0; j < count; j += inWord {
		at := first/inWord + j/inWord
		for _, row := range s.rows {
			w := uint64(0)
			for i := range inWord {
				p := uint64(last)
				if d := j + i; d < count && b.place[d][row] > 0 {
					p = uint64(b.place[d][row])
				}
				w |= p << (16 * i)
			}
			s.place[at] = w
			at += s.words
		}
	}
}

// tally adds the places of unit k to counts: [place] → draws, [0] those in which it has none.
func (s *sample) tally(k int, counts []int64) {
	rest := s.draws
	for _, w := range s.place[k*s.words:][:s.words] {
		for i := 0; i < inWord && rest > 0; i, rest = i+1, rest-1 {
			p := w & lane
			if w >>= 16; p == last {
				p = 0
			}
			counts[p]++
		}
	}
}

// above counts the draws in which unit a has a better place than unit b.
func (s *sample) above(a, b int) (n int64) {
	x, y := s.place[a*s.words:][:s.words], s.place[b*s.words:][:s.words]
	for i, w := range x {
		n += int64(bits.OnesCount64(((y[i] | tops) - w - lanes) & tops)) // b's place ≥ a's + 1 leaves the top bit
	}
	return n
}

// values of unit k: its scores in the draws in which it has one are appended to dst.
func (s *sample) values(k int, dst []float64) []float64 {
	for _, x := range s.scores[k*s.draws:][:s.draws] {
		if !missing(x) {
			dst = append(dst, x)
		}
	}
	return dst
}
