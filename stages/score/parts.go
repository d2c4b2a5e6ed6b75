package score

import (
	"math"
	"sync"
)

// block is how many units a local combination does at a time: its running sums stay in the nearest cache.
const block = 512

// Scratch is the memory that combinations work in; one a goroutine, used again and again without allocation.
type Scratch struct {
	sum, den, low, high [block]float64
	views               [][]float64 // columns of the rows in hand
	gaps                bool        // something is missing in the rows in hand
	filled              [][]float64 // copies with zeros, one a part
	pick                []weighted
	codes               [][]int64
	parity              []int64
	wins                []int32
	order               []int32
	parts               Parts
	empty               []float64 // missing throughout
	helpers             []*Scratch
}

// NewScratch makes an empty Scratch; it grows to the sizes that it meets.
func NewScratch() *Scratch { return &Scratch{} }

// Into combines the parts into dst (as long as the columns; must not overlap them): NaN where the gaps' rules or the
// coverage withhold the result, where nothing is present, or where the formula has no value (a geometric mean over 0).
// It allocates only while s grows. workers > 1 lets combinations that compare all units with each other use more cores.
func (c Combine) Into(dst []float64, p *Parts, s *Scratch, workers int) {
	if c.Local && workers > 1 && len(dst) >= 8*block {
		c.together(dst, p, s, workers)
		return
	}
	if !c.Local {
		in := rows{cols: s.fillAll(p, len(dst)), w: p.Weights, arg: c.Arg}
		c.whole(dst, in, s, workers)
		s.withhold(dst, p, 0)
		return
	}
	c.blocks(dst, p, s, 0, len(dst))
}

// blocks combines rows from … to, a block at a time.
func (c Combine) blocks(dst []float64, p *Parts, s *Scratch, from, to int) {
	s.views = grow(s.views, len(p.Columns))
	for ; from < to; from += block {
		end := min(from+block, to)
		in := rows{cols: s.fill(p, from, end), w: p.Weights, arg: c.Arg}
		c.local(dst[from:end], in, s)
		s.withhold(dst[from:end], p, from)
	}
}

// together shares the rows out among workers, whole blocks each, so that every row meets the same arithmetic.
func (c Combine) together(dst []float64, p *Parts, s *Scratch, workers int) {
	for len(s.helpers) < workers {
		s.helpers = append(s.helpers, NewScratch())
	}
	each := ((len(dst)+block-1)/block + workers - 1) / workers * block
	var wait sync.WaitGroup
	for k := range workers {
		if from := k * each; from < len(dst) {
			wait.Go(func() { c.blocks(dst, p, s.helpers[k], from, min(from+each, len(dst))) })
		}
	}
	wait.Wait()
}

// fillAll is fill over all rows.
func (s *Scratch) fillAll(p *Parts, rows int) [][]float64 {
	s.views = grow(s.views, len(p.Columns))
	return s.fill(p, 0, rows)
}

// fill views rows from … to of the parts; a part that counts as zero where missing is copied with zeros in its gaps.
func (s *Scratch) fill(p *Parts, from, to int) [][]float64 {
	s.gaps = false
	for k, col := range p.Columns {
		s.views[k] = col[from:to]
		if p.full || !gappy(s.views[k]) {
			continue
		}
		s.gaps = true
		if p.Gaps != nil && p.Gaps[k] == Zero {
			s.filled = grow(s.filled, len(p.Columns))
			s.filled[k] = zeroed(grow(s.filled[k], to-from), s.views[k])
			p.spared(s.filled[k], k, from)
			s.views[k] = s.filled[k]
		}
	}
	return s.views
}

func zeroed(dst, x []float64) []float64 {
	for i, v := range x {
		if missing(v) {
			v = 0
		}
		dst[i] = v
	}
	return dst
}

// withhold takes back what coverage or a withholding part forbids, and what is no finite number.
func (s *Scratch) withhold(dst []float64, p *Parts, from int) {
	least := leastParts(p.Coverage, len(p.Columns))
	rules := s.gaps && (least > 0 || p.Gaps != nil || p.exempt != nil)
	for i, x := range dst {
		if math.IsInf(x, 0) || rules && p.Withheld(from+i, least) {
			dst[i] = nan
		}
	}
}

// leastParts is the number of parts that a coverage asks for. A share that was meant to hit a whole number of parts
// (0.6 of 5) does, in spite of binary fractions.
func leastParts(coverage float64, parts int) int {
	return int(math.Ceil(float64(coverage*float64(parts)) - 1e-9))
}

// Withheld tells whether the rules for gaps take a row's result away: a withholding part is missing, or fewer than
// least parts are present. A part that counts as zero where missing is not present.
func (p *Parts) Withheld(row, least int) bool {
	present := 0
	for k, col := range p.Columns {
		switch {
		case !missing(col[row]):
			present++
		case p.exempt != nil && p.exempt.Settled(p.nodes[k], row):
			if p.exempt.Held(p.nodes[k], row) {
				return true
			}
		case p.Gaps != nil && p.Gaps[k] == Withhold:
			return true
		}
	}
	return present < least
}

// spared takes back the zeros of gaps that are left out.
func (p *Parts) spared(x []float64, part, from int) {
	if p.exempt == nil {
		return
	}
	for i := range x {
		if p.exempt.Spare(p.nodes[part], from+i) {
			x[i] = nan
		}
	}
}

// Present counts the parts of a row that are not missing.
func (p *Parts) Present(row int) (n int) {
	for _, col := range p.Columns {
		if !missing(col[row]) {
			n++
		}
	}
	return n
}

func gappy(x []float64) bool {
	for _, v := range x {
		if v != v {
			return true
		}
	}
	return false
}

// grow gives a slice of length n, the old one where it is long enough.
func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		y := make([]T, n)
		copy(y, x[:cap(x)])
		return y
	}
	return x[:n]
}
