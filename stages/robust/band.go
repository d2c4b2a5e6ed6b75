package robust

import (
	"math"

	"xephang/stages/cube"
)

// Band is what the draws say of one ranked node. Slices by row have an entry for every unit of the table.
type Band struct {
	Node      int
	Draws     int
	Place     []int32  // by row: the rank as computed, 0 where there is none
	Rank      []Spread // by row: of the rank
	Score     []Spread // by row: of the score; see Result.Comparable
	Low, High []int32  // by row: the ends of the band as whole places, never inside the rank itself; 0 where there is none
	Groups    [][]int32
	Steady    bool // no weight moves below the node: only alternatives can change it

	parts []tallied
	at    []int32 // row → unit of the parts, −1 none
	block []int32 // row → block
}

// tallied is a set of draws of one node.
type tallied interface {
	tally(k int, counts []int64)
	above(a, b int) int64
}

// newBand sums up the draws of a node.
func (m *model) newBand(node, draws int, rows []int32, parts []tallied) *Band {
	n := len(m.table.Units)
	b := &Band{Node: node, Draws: draws, Place: m.table.Ranking(node).Place, Rank: make([]Spread, n), Score: make([]Spread, n),
		Low: make([]int32, n), High: make([]int32, n), Steady: !m.moves[node], parts: parts, at: make([]int32, n), block: make([]int32, n)}
	for row := range n {
		b.at[row], b.Rank[row], b.Score[row], b.block[row] = -1, noSpread, noSpread, int32(m.table.BlockOf(row))
	}
	for k, row := range rows {
		b.at[row] = int32(k)
	}
	m.spread((len(rows)+together-1)/together, func(job int, w *worker) {
		for k := job * together; k < min((job+1)*together, len(rows)); k++ {
			b.sumUp(k, int(rows[k]), w)
		}
	})
	for _, p := range parts {
		if s, ok := p.(*sample); ok {
			s.scores = nil // summed up; the places are kept for comparisons
		}
	}
	return b
}

// together is how many units are summed up at a time.
const together = 16

// sumUp is one unit's spread and band.
func (b *Band) sumUp(k, row int, w *worker) {
	w.counts = grow(w.counts, len(b.Place)+1)
	b.count(k, w.counts)
	b.Rank[row], b.Score[row] = spreadOf(w.counts), b.scores(k, w)
	if place := b.Place[row]; place > 0 && b.Rank[row].Draws > 0 {
		b.Low[row] = min(int32(math.Floor(b.Rank[row].P05)), place)
		b.High[row] = max(int32(math.Ceil(b.Rank[row].P95)), place)
	}
}

// scores is the spread of a unit's scores.
func (b *Band) scores(k int, w *worker) Spread {
	w.values = w.values[:0]
	for _, p := range b.parts {
		switch p := p.(type) {
		case *steady:
			return p.spread(k, w)
		case *sample:
			w.values = p.values(k, w.values)
		}
	}
	return w.middle.spread(w.values)
}

// count writes how often unit k of the parts has each place.
func (b *Band) count(k int, counts []int64) {
	clear(counts)
	for _, p := range b.parts {
		p.tally(k, counts)
	}
}

// Chances are the probabilities of a unit's places: chances[0] is that of the place first. Draws in which the unit has
// no place count as draws.
func (b *Band) Chances(row int) (first int, chances []float64) {
	if b.at[row] < 0 {
		return 0, nil
	}
	counts := make([]int64, len(b.Place)+1)
	b.count(int(b.at[row]), counts)
	for place, c := range counts[1:] {
		if c > 0 && first == 0 {
			first = place + 1
		}
		if c > 0 {
			for len(chances) <= place+1-first {
				chances = append(chances, 0)
			}
			chances[place+1-first] = float64(c) / float64(b.Draws)
		}
	}
	return first, chances
}

// Above is the probability that a unit has a better place than another of its block; sharing a place is not above. NaN
// where the two are not ranked together.
func (b *Band) Above(row, other int) float64 {
	if b.at[row] < 0 || b.at[other] < 0 || row == other || b.block[row] != b.block[other] {
		return nan
	}
	n := int64(0)
	for _, p := range b.parts {
		n += p.above(int(b.at[row]), int(b.at[other]))
	}
	return float64(n) / float64(b.Draws)
}

// lay puts the bands beside the ranks on the table.
func (b *Band) lay(t *cube.Table) {
	r := t.Ranking(b.Node)
	r.Low, r.High = b.Low, b.High
}
