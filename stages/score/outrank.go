package score

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// copeland gives each unit the number of others that it outranks less the number that outrank it. A unit outranks
// another where the parts in which it is better weigh more than those in which it is worse; equal parts count half for
// either. A pair is compared on the parts that both have; with none in common, or with equal weight on both sides, it
// is a tie and counts 0. Missing where the unit has no part at all. The order of units does not matter.
//
// Source: Handbook, step 6, non-compensatory multi-criteria approach; Copeland 1951; Munda and Nardo 2009.
func copeland(dst []float64, in rows, s *Scratch, workers int) {
	n := len(dst)
	c := s.code(in, n)
	s.wins = grow(s.wins, n*max(workers, 1))
	wins := s.wins[:n*max(workers, 1)]
	clear(wins)
	shares(workers, n, func(worker, workers int) {
		own := wins[worker*n : (worker+1)*n]
		margin := make([]int64, n)
		for i := worker; i < n; i += workers {
			c.margins(margin, i, i+1)
			for j := i + 1; j < n; j++ {
				sign := c.sign(margin[j])
				own[i] += sign
				own[j] -= sign
			}
		}
	})
	for i := range dst {
		sum := int32(0)
		for k := i; k < len(wins); k += n {
			sum += wins[k]
		}
		dst[i] = c.orMissing(i, float64(sum))
	}
}

// outranking gives each unit the mean, over the others, of the share of weight on which it is better (ties half): the
// row sum of the outranking matrix over n − 1. A unit alone gets 1/2. Gaps as in copeland.
func outranking(dst []float64, in rows, s *Scratch, workers int) {
	c := s.code(in, len(dst))
	n := len(dst)
	others := 0
	for i := range n {
		if c.present[i] {
			others++
		}
	}
	shares(workers, n, func(worker, workers int) {
		margin, both := make([]int64, n), make([]int64, n)
		for i := worker; i < n; i += workers {
			c.margins(margin, i, 0)
			c.common(both, i)
			sum := 0.0
			for j := range n {
				if j != i && c.present[j] {
					sum += share(margin[j], both[j])
				}
			}
			dst[i] = c.orMissing(i, 0.5)
			if others > 1 {
				dst[i] = c.orMissing(i, sum/float64(others-1))
			}
		}
	})
}

// Outranking is the matrix of the shares of weight on which unit i (row) is better than unit j (column), ties half, over
// the parts that both have; 1/2 where they have none in common, 0 on the diagonal. n × n, row by row.
func Outranking(columns [][]float64, weights []float64) [][]float64 {
	n := 0
	if len(columns) > 0 {
		n = len(columns[0])
	}
	c := NewScratch().code(rows{cols: columns, w: weights}, n)
	matrix := make([][]float64, n)
	margin, both := make([]int64, n), make([]int64, n)
	for i := range matrix {
		matrix[i] = make([]float64, n)
		c.margins(margin, i, 0)
		c.common(both, i)
		for j := range n {
			if j != i {
				matrix[i][j] = share(margin[j], both[j])
			}
		}
	}
	return matrix
}

// share is the part of the weight on the better side, ties half.
func share(margin, both int64) float64 {
	if both <= 0 {
		return 0.5
	}
	return 0.5 + float64(margin)/float64(both)/2
}

// coded are columns as whole numbers, so that pairs compare without branches and sums do not depend on their order: a
// place in ascending order for each value (equal values alike), and each weight as its share in units of 2⁻⁴⁰.
type coded struct {
	cols    [][]int64
	gaps    [][]int64 // all ones where present; nil for a column without gaps
	w       []int64
	whole   int    // the first columns, those without gaps
	present []bool // rows with at least one part
}

const one = 1 << 40

// code makes the whole numbers. Weights at or below 0 are left out.
func (s *Scratch) code(in rows, n int) coded {
	total := 0.0
	for _, w := range in.w {
		total += max(w, 0)
	}
	c := coded{present: make([]bool, n)}
	for k, col := range in.cols {
		if in.w[k] <= 0 {
			continue
		}
		places, gaps := s.places(col[:n])
		for i, x := range col[:n] {
			c.present[i] = c.present[i] || !missing(x)
		}
		at := len(c.cols)
		if gaps == nil {
			at = c.whole
			c.whole++
		}
		c.cols, c.gaps = slices.Insert(c.cols, at, places), slices.Insert(c.gaps, at, gaps)
		c.w = slices.Insert(c.w, at, int64(math.Round(in.w[k]/total*one)))
	}
	return c
}

// places gives each value its place in ascending order, equal values the same, and the mask of what is present.
func (s *Scratch) places(col []float64) (places, gaps []int64) {
	order := grow(s.order, len(col))
	s.order = order
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(col[a], col[b]) })
	places = make([]int64, len(col))
	for k := 1; k < len(order); k++ {
		places[order[k]] = places[order[k-1]]
		if col[order[k]] != col[order[k-1]] {
			places[order[k]]++
		}
	}
	if !gappy(col) {
		return places, nil
	}
	gaps = make([]int64, len(col))
	for i, x := range col {
		if !missing(x) {
			gaps[i] = -1
		}
	}
	return places, gaps
}

// margins writes, for each unit j from first on, the weight on which i is better less the weight on which j is. Columns
// without gaps are taken two at a time, which halves the walks over the sums.
func (c coded) margins(margin []int64, i, first int) {
	sums := margin[first:]
	clear(sums)
	k := 0
	for ; k+1 < c.whole; k += 2 {
		w1, own1, w2, own2 := c.w[k], c.cols[k][i], c.w[k+1], c.cols[k+1][i]
		others1, others2 := c.cols[k][first:], c.cols[k+1][first:][:len(sums)]
		for j, o1 := range others1 {
			o2 := others2[j]
			sums[j] += w1&((o1-own1)>>63) - w1&((own1-o1)>>63) + w2&((o2-own2)>>63) - w2&((own2-o2)>>63)
		}
	}
	for ; k < len(c.cols); k++ {
		w, own, gaps := c.w[k], c.cols[k][i], c.gaps[k]
		for j, other := range c.cols[k][first:] {
			m := w&((other-own)>>63) - w&((own-other)>>63)
			if gaps != nil {
				m &= gaps[i] & gaps[first+j]
			}
			sums[j] += m
		}
	}
}

// common writes the weight of the parts that i and j both have.
func (c coded) common(both []int64, i int) {
	clear(both)
	for k, gaps := range c.gaps {
		for j := range both {
			if gaps == nil {
				both[j] += c.w[k]
			} else {
				both[j] += c.w[k] & gaps[i] & gaps[j]
			}
		}
	}
}

// sign is which side of a pair wins; a margin within the rounding of the weights is a tie.
func (c coded) sign(margin int64) int32 {
	slack := int64(len(c.w))
	switch {
	case margin > slack:
		return 1
	case margin < -slack:
		return -1
	}
	return 0
}

func (c coded) orMissing(i int, x float64) float64 {
	if !c.present[i] {
		return nan
	}
	return x
}

// shares runs f once for each worker and waits; worker k of n takes every n-th row, so long rows and short ones mix.
func shares(workers, n int, f func(worker, workers int)) {
	workers = max(min(workers, n/64), 1)
	if workers == 1 {
		f(0, 1)
		return
	}
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() { f(k, workers) })
	}
	wait.Wait()
}
