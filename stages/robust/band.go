package robust

import (
	"math"
	"sync"

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
	Steady    bool     // no weight moves below the node: only alternatives can change it

	parts  []tallied
	at     []int32 // row → unit of the parts, −1 none
	block  []int32 // row → block
	groups func() [][]int32
}

// tallied is a set of draws of one node.
type tallied interface {
	tally(k int, c *census)
	above(a, b int) int64
}

// newBand sums up the draws of a node.
func (m *model) newBand(node, draws int, rows []int32, parts []tallied, ranks *ranks) *Band {
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
			b.Score[rows[k]] = b.scores(k, w)
			b.end(int(rows[k]), ranks.spread[k])
		}
	})
	blocks, workers := m.blocksOf(node), m.workers
	b.groups = sync.OnceValue(func() [][]int32 { return b.apart(blocks, workers) })
	for _, p := range parts {
		if s, ok := p.(*sample); ok {
			s.scores = nil // summed up; the places are kept for comparisons
		}
	}
	return b
}

// together is how many units are summed up at a time.
const together = 16

// end sets a unit's band.
func (b *Band) end(row int, s Spread) {
	b.Rank[row] = s
	if place := b.Place[row]; place > 0 && s.Draws > 0 {
		b.Low[row] = min(int32(math.Floor(s.P05)), place)
		b.High[row] = max(int32(math.Ceil(s.P95)), place)
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

// count takes a census of unit k of the parts.
func (b *Band) count(k int, c *census) { take(k, b.parts, c) }

func take(k int, parts []tallied, c *census) {
	c.open()
	for _, p := range parts {
		p.tally(k, c)
	}
	if len(c.places) > 0 {
		c.close()
	}
}

// Chances are the probabilities of a unit's places: chances[0] is that of the place first. Draws in which the unit has
// no place count as draws.
func (b *Band) Chances(row int) (first int, chances []float64) {
	var c census
	if b.at[row] >= 0 {
		b.count(int(b.at[row]), &c)
	}
	if c.n == 0 {
		return 0, nil
	}
	for _, n := range c.counts {
		chances = append(chances, float64(n)/float64(b.Draws))
	}
	return c.low, chances
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

// Groups are the units that can't be told apart: the longest runs in the order of the ranks, within a block, in which no
// unit is above another in 95 % of the draws or more. Each unit of a run is compared with every other one of it. Runs may
// overlap, as neighbours of neighbours do; a run of one is no group. Rows, best first. They are found when first asked
// for.
func (b *Band) Groups() [][]int32 { return b.groups() }

// lay puts the bands beside the ranks on the table.
func (b *Band) lay(t *cube.Table) {
	r := t.Ranking(b.Node)
	r.Low, r.High = b.Low, b.High
}
