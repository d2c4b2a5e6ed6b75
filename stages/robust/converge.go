package robust

import (
	"math"
	"sync/atomic"
)

// ends are the ends of a node's bands after some draws, by unit of the sample.
type ends struct {
	p05, p95 []float64
	unsure   bool // for some unit the draws do not tell them well enough
}

// endsOf sums up the ends of a node's bands.
func (m *model) endsOf(rows []int32, parts []tallied, draws int) *ends {
	e := &ends{p05: make([]float64, len(rows)), p95: make([]float64, len(rows))}
	var unsure atomic.Bool
	m.spread((len(rows)+together-1)/together, func(job int, w *worker) {
		w.counts = grow(w.counts, len(m.table.Units)+1)
		for k := job * together; k < min((job+1)*together, len(rows)); k++ {
			clear(w.counts)
			for _, p := range parts {
				p.tally(k, w.counts)
			}
			n := int64(draws) - w.counts[0]
			if n == 0 {
				continue
			}
			e.p05[k], e.p95[k] = placeAt(w.counts, n, 0.05), placeAt(w.counts, n, 0.95)
			if uncertain(w.counts, n, 0.05, e.p05[k]) || uncertain(w.counts, n, 0.95, e.p95[k]) {
				unsure.Store(true)
			}
		}
	})
	e.unsure = unsure.Load()
	return e
}

// settled tells whether the bands stand: half as many draws had no end more than one place away, and no end is uncertain
// enough for one more doubling to be expected to move it so far.
func (e *ends) settled(before *ends) bool {
	if before == nil || e.unsure {
		return false
	}
	for k := range e.p05 {
		if math.Abs(e.p05[k]-before.p05[k]) > 1 || math.Abs(e.p95[k]-before.p95[k]) > 1 {
			return false
		}
	}
	return true
}

// uncertain tells whether a quantile of n places is known to within a place: the order statistics two and a half standard
// deviations of a binomial to either side of it (David and Nagaraja 2003, Order Statistics, § 7.1) lie no more than one
// place away.
func uncertain(counts []int64, n int64, p, x float64) bool {
	reach := 2.5 * math.Sqrt(p*(1-p)/float64(n))
	return x-placeAt(counts, n, max(p-reach, 0)) > 1 || placeAt(counts, n, min(p+reach, 1))-x > 1
}
