package robust

import (
	"sync"
	"sync/atomic"
)

// Correlations holds every pair of nodes that have scores, over the units that have both and count.
type Correlations struct {
	Nodes []int // columns of the plan, in its order
	pairs []Correlation
	at    []int // column of the plan → position among Nodes, −1
}

// At is the correlation of two nodes, in either order; a node with itself, or one without scores, is NotAsked or NoData.
func (c Correlations) At(a, b int) Correlation {
	none := Correlation{A: a, B: b}
	if a < 0 || b < 0 || a >= len(c.at) || b >= len(c.at) || c.at[a] < 0 || c.at[b] < 0 {
		none.Pearson, none.Spearman, none.Kendall = untested(NoData), untested(NoData), untested(NoData)
		return none
	}
	if i, j := max(c.at[a], c.at[b]), min(c.at[a], c.at[b]); i != j {
		p := c.pairs[i*(i-1)/2+j]
		p.A, p.B = a, b
		return p
	}
	return none
}

// All lists every pair once, the node that comes first in the plan as A.
func (c Correlations) All() []Correlation { return c.pairs }

// column is a node's values made ready: whole over the counted units, or with gaps.
type column struct {
	x     []float64 // over the counted units
	whole *ordered  // nil where there are gaps
}

// correlate compares every pair of nodes on so many workers; the result does not depend on how many.
func (g *ground) correlate(workers int) Correlations {
	c := Correlations{at: make([]int, len(g.x))}
	var columns []column
	for k, x := range g.x {
		if c.at[k] = -1; x == nil {
			continue
		}
		c.at[k] = len(c.Nodes)
		c.Nodes = append(c.Nodes, k)
		columns = append(columns, g.column(x))
	}
	c.pairs = make([]Correlation, len(c.Nodes)*(len(c.Nodes)-1)/2)
	var next atomic.Int64
	var done sync.WaitGroup
	for range max(min(workers, len(c.Nodes)), 1) {
		done.Go(func() {
			s := newComparer()
			for i := int(next.Add(1)); i < len(columns); i = int(next.Add(1)) {
				for j := range i {
					p := &c.pairs[i*(i-1)/2+j]
					*p = s.compare(&columns[j], &columns[i])
					p.A, p.B = c.Nodes[j], c.Nodes[i]
				}
			}
		})
	}
	done.Wait()
	return c
}

func (g *ground) column(x []float64) column {
	c := column{x: make([]float64, len(g.rows))}
	gaps := false
	for i, row := range g.rows {
		c.x[i] = x[row]
		gaps = gaps || absent(x[row])
	}
	if !gaps {
		c.whole = newOrdered(c.x)
	}
	return c
}

// compare correlates two columns over the units that have both.
func (s *comparer) compare(a, b *column) (c Correlation) {
	x, y := a.whole, b.whole
	if x == nil || y == nil {
		s.x, s.y = s.x[:0], s.y[:0]
		for i, v := range a.x {
			if !absent(v) && !absent(b.x[i]) {
				s.x, s.y = append(s.x, v), append(s.y, b.x[i])
			}
		}
		x, y = newOrdered(s.x), newOrdered(s.y)
	}
	c.N, c.Pearson, c.Spearman, c.Kendall = correlated(x, y, s)
	return c
}

// Correlate compares two columns of the same units, NaN = missing, over the rows that have both.
func Correlate(x, y []float64) Correlation {
	return newComparer().compare(&column{x: x}, &column{x: y})
}
