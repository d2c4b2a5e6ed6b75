package robust

// sample is what became of one moving node in some draws. While they are made, results are written draw by draw; then
// places are turned to stand unit by unit, packed four draws to a word, so that two units are compared in all draws at a
// few operations a word.
type sample struct {
	node   int
	rows   []int32 // units that can have a place; unit k of the sample is rows[k] of the table
	units  int     // of the table
	draws  int
	words  int       // per unit of the sample
	drawn  []uint16  // places, units a draw; 0 where there is none
	scores []float64 // units a draw, NaN where there is none
	place  []uint64  // words a unit
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
	n := len(m.table.Units)
	s := &sample{node: node, draws: draws, units: n, words: (draws + inWord - 1) / inWord}
	for _, rows := range m.blocksOf(node) {
		s.rows = append(s.rows, rows...)
	}
	s.drawn, s.scores = make([]uint16, draws*n), make([]float64, draws*n)
	return s
}

// put keeps the results of a draw.
func (s *sample) put(draw int, place []int32, score []float64) {
	copy(s.scores[draw*s.units:][:s.units], score)
	drawn := s.drawn[draw*s.units:][:s.units]
	for row, p := range place[:len(drawn)] {
		drawn[row] = uint16(p)
	}
}

// near is how many units are turned at a time: their places in one draw lie side by side in memory.
const near = 32

// pack turns the places to stand unit by unit.
func (s *sample) pack(m *model) {
	s.place = make([]uint64, len(s.rows)*s.words)
	m.spread((len(s.rows)+near-1)/near, func(job int, _ *worker) {
		from := job * near
		rows := s.rows[from:min(from+near, len(s.rows))]
		for draw := 0; draw < s.draws; draw += inWord {
			at := from*s.words + draw/inWord
			for _, row := range rows {
				w := uint64(0)
				for i := range inWord {
					w |= s.placed(draw+i, row) << (16 * i)
				}
				s.place[at] = w
				at += s.words
			}
		}
	})
}

// placed is a place as it is packed.
func (s *sample) placed(draw int, row int32) uint64 {
	if draw >= s.draws {
		return last
	}
	if p := s.drawn[draw*s.units+int(row)]; p > 0 {
		return uint64(p)
	}
	return last
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

// eachPlace gives unit k's place in every draw, NaN where it has none.
func (s *sample) eachPlace(k int, do func(draw int, place float64)) {
	for draw := range s.draws {
		p := float64(s.place[k*s.words+draw/inWord] >> (16 * (draw % inWord)) & lane)
		if p == last {
			p = nan
		}
		do(draw, p)
	}
}

// values of unit k: its scores in the draws in which it has one are appended to dst.
func (s *sample) values(k int, dst []float64) []float64 {
	for at := int(s.rows[k]); at < len(s.scores); at += s.units {
		if x := s.scores[at]; !missing(x) {
			dst = append(dst, x)
		}
	}
	return dst
}
