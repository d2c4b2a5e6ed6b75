package robust

import (
	"math"
	"sync/atomic"
)

// ranks are the spreads of a node's ranks after some draws, by unit of the sample.
type ranks struct {
	spread []Spread
	unsure bool // for some unit the draws do not tell the ends of the band well enough
}

// ranksOf takes a census of every unit of a node.
func (m *model) ranksOf(rows []int32, parts []tallied) *ranks {
	r := &ranks{spread: make([]Spread, len(rows))}
	var unsure atomic.Bool
	m.spread((len(rows)+together-1)/together, func(job int, w *worker) {
		c := &w.census
		for k := job * together; k < min((job+1)*together, len(rows)); k++ {
			take(k, parts, c)
			r.spread[k] = c.spread()
			if c.n > 0 && (c.uncertain(0.05, r.spread[k].P05) || c.uncertain(0.95, r.spread[k].P95)) {
				unsure.Store(true)
			}
		}
	})
	r.unsure = unsure.Load()
	return r
}

// settled tells whether the bands stand: half as many draws had no end more than one place away, and no end is uncertain
// enough for one more doubling to be expected to move it so far.
func (r *ranks) settled(before *ranks) bool {
	if before == nil || r.unsure {
		return false
	}
	for k, s := range r.spread {
		if b := before.spread[k]; math.Abs(s.P05-b.P05) > 1 || math.Abs(s.P95-b.P95) > 1 {
			return false
		}
	}
	return true
}

// uncertain tells whether a quantile of the places is known to within a place: the order statistics two and a half
// standard deviations of a binomial to either side of it (David and Nagaraja 2003, Order Statistics, § 7.1) lie no more
// than one place away.
func (c *census) uncertain(p, x float64) bool {
	reach := 2.5 * math.Sqrt(p*(1-p)/float64(c.n))
	return x-c.quantile(max(p-reach, 0)) > 1 || c.quantile(min(p+reach, 1))-x > 1
}
