package robust

import (
	"math"

	"xephang/stages/rank"
)

// queue is a set of rows in the order of their scores in the last draw. Draws differ little from each other, so putting
// them in order again from there takes few moves.
type queue struct {
	rows []int32
	x    []float64

	spare  []int32
	y      []float64
	keys   [2][]uint32
	counts [2][256]int32
}

// nearby is up to how many rows are ordered that way; more are first dealt out anew. Where it still takes more than so
// many moves a row, the stage rank sorts.
const (
	nearby   = 640
	movesRow = 24
)

// rank writes a node's places by the plan's rule: of the decimals of publication above the indicators, unless the index
// ranks on full precision. 0 = no place.
func (m *model) rank(place []int32, x []float64, node int, w *worker) {
	decimals := -1
	if !m.plan.Nodes[node].Leaf() && m.plan.Rank.On != "full" {
		decimals = m.plan.Scale.Decimals
	}
	var keys []float64
	for b, rows := range m.blocksOf(node) {
		if m.rule.Ties == rank.Competition && w.queues(m, node)[b].rank(place, x, decimals) {
			continue
		}
		if keys == nil {
			keys = w.rounded(x, decimals)
		}
		w.rank.Rank(place, keys, rows, m.rule)
	}
}

// rounded are the scores on the decimals of publication; −1 is full precision.
func (w *worker) rounded(x []float64, decimals int) []float64 {
	if decimals < 0 {
		return x
	}
	w.keys = grow(w.keys, len(x))
	rank.RoundInto(w.keys, x, decimals)
	return w.keys
}

// queues are a node's blocks as this goroutine last left them.
func (w *worker) queues(m *model, node int) []queue {
	if w.queue[node] == nil {
		for _, rows := range m.blocksOf(node) {
			w.queue[node] = append(w.queue[node], queue{rows: append([]int32(nil), rows...), x: make([]float64, len(rows))})
		}
	}
	return w.queue[node]
}

// rank writes competition places; false where the order is too far from the last one. Rounding keeps the order, so it
// is asked for neighbours only that lie close enough to be the same number on the decimals.
func (q *queue) rank(place []int32, x []float64, decimals int) bool {
	for k, row := range q.rows {
		if q.x[k] = x[row]; missing(q.x[k]) {
			q.x[k] = math.Inf(-1)
		}
	}
	if len(q.rows) > nearby {
		q.deal()
	}
	if !q.sort() {
		return false
	}
	reach := 0.0
	if decimals >= 0 {
		reach = 1.01 * math.Pow10(-decimals)
	}
	at := int32(0)
	for k, row := range q.rows {
		v := q.x[k]
		if k == 0 || q.x[k-1] != v && !(q.x[k-1]-v < reach && rank.Round(q.x[k-1], decimals) == rank.Round(v, decimals)) {
			at = int32(k + 1)
		}
		if place[row] = at; math.IsInf(v, -1) {
			place[row] = 0
		}
	}
	return true
}

// sort puts the greatest first, by insertion.
func (q *queue) sort() bool {
	rows, x, moves := q.rows, q.x[:len(q.rows)], movesRow*len(q.rows)
	for i := 1; i < len(x); i++ {
		v := x[i]
		if v <= x[i-1] {
			continue
		}
		row, k := rows[i], i
		for ; k > 0 && x[k-1] < v; k-- {
			x[k], rows[k] = x[k-1], rows[k-1]
		}
		x[k], rows[k] = v, row
		if moves -= i - k; moves < 0 {
			return false
		}
	}
	return true
}

// deal puts the rows in order by 16 bits of where they lie between the extremes, in two passes of a radix sort. What is
// left for sort are rows that share those bits.
func (q *queue) deal() {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range q.x {
		if v < low && !math.IsInf(v, -1) {
			low = v
		}
		if v > high {
			high = v
		}
	}
	per := float64(1<<16-2) / (high - low)
	if !(high > low) || !(per < math.MaxFloat64) {
		return
	}
	n := len(q.x)
	q.spare, q.y, q.keys[0], q.keys[1] = grow(q.spare, n), grow(q.y, n), grow(q.keys[0], n), grow(q.keys[1], n)
	clear(q.counts[0][:])
	clear(q.counts[1][:])
	for k, v := range q.x {
		at := uint32(1<<16 - 1) // no value: behind all others
		if v >= low {
			at = uint32((high - v) * per)
		}
		q.counts[0][at&0xff]++
		q.counts[1][at>>8]++
		q.keys[0][k] = at<<16 | uint32(k)
	}
	q.radix()
	for k, key := range q.keys[0] {
		q.spare[k], q.y[k] = q.rows[key&lane], q.x[key&lane]
	}
	q.rows, q.spare, q.x, q.y = q.spare, q.rows, q.y, q.x
}

// radix sorts keys[0] by its upper 16 bits, which have been counted byte by byte.
func (q *queue) radix() {
	for pass := range q.counts {
		counts, from := &q.counts[pass], int32(0)
		for b, c := range counts {
			counts[b], from = from, from+c
		}
		for _, key := range q.keys[pass] {
			b := key >> (16 + 8*pass) & 0xff
			q.keys[1-pass][counts[b]] = key
			counts[b]++
		}
	}
}
