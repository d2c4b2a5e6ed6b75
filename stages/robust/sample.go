package robust

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

// take turns a block of draws, some units at a time so that what is written stays near; first is a multiple of
// blockDraws.
func (s *sample) take(b *drawn, first, count int) {
	const near = 32
	for from := 0; from < len(s.rows); from += near {
		rows := s.rows[from:min(from+near, len(s.rows))]
		for j := range count {
			scores, at := b.score[j], from*s.draws+first+j
			for _, row := range rows {
				s.scores[at] = scores[row]
				at += s.draws
			}
		}
		for j := 0; j < count; j += inWord {
			s.pack(b, rows, j, count, from*s.words+(first+j)/inWord)
		}
	}
}

// pack writes the places of up to four draws from j on into the words of some units.
func (s *sample) pack(b *drawn, rows []int32, j, count, at int) {
	if j+inWord > count {
		for _, row := range rows {
			w := uint64(0)
			for i := range inWord {
				p := uint64(last)
				if j+i < count {
					p = placed(b.place[j+i][row])
				}
				w |= p << (16 * i)
			}
			s.place[at] = w
			at += s.words
		}
		return
	}
	p0, p1, p2, p3 := b.place[j], b.place[j+1], b.place[j+2], b.place[j+3]
	for _, row := range rows {
		s.place[at] = placed(p0[row]) | placed(p1[row])<<16 | placed(p2[row])<<32 | placed(p3[row])<<48
		at += s.words
	}
}

// placed is a place as it is packed.
func placed(p int32) uint64 {
	if p == 0 {
		return last
	}
	return uint64(p)
}

// tally adds the places of unit k to a census.
func (s *sample) tally(k int, c *census) {
	rest := s.draws
	for _, w := range s.place[k*s.words:][:s.words] {
		for i := 0; i < inWord && rest > 0; i, rest = i+1, rest-1 {
			c.places = append(c.places, uint16(w))
			w >>= 16
		}
	}
}

// above counts the draws in which unit a has a better place than unit b.
func (s *sample) above(a, b int) (n int64) {
	x, y := s.place[a*s.words:][:s.words], s.place[b*s.words:][:s.words]
	for len(x) > 0 {
		part, sum := min(len(x), lane), uint64(0)
		for i, w := range x[:part] {
			sum += ((y[i] | tops) - w - lanes) >> 15 & lanes // b's place ≥ a's + 1 leaves the top bit
		}
		n += int64(sum&lane + sum>>16&lane + sum>>32&lane + sum>>48)
		x, y = x[part:], y[part:]
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
