// Package reconcile holds what others say against what the cube says: published figures, claims in texts and targets
// against computed cells, and one publication against another. It changes no number: published figures are compared
// with ours and never mixed into them. rank (and robust) stand before it, render after.
package reconcile

import (
	"math"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Reproduction compares one edition of an index with the figures its publisher printed.
type Reproduction struct {
	Index, Edition string
	Compute        string // as declared: ranks, scores, none
	Tolerance      float64
	Nodes          []Check // the nodes that have both a computed and a published figure
}

// Check compares one node down its units.
type Check struct {
	Node          string
	Scores        int     // units with a computed and a published score
	Within        int     // of these, |ours − published| ≤ tolerance
	Worst         float64 // largest |ours − published|
	Ranks         int     // units with a computed and a published rank
	Equal         int     // of these, equal
	FromPublished int     // published ranks that competition ranking of the published scores gives back
	PublishedBoth int     // units with both a published score and a published rank: the whole of FromPublished
	Differences   []Difference
}

// Difference is a unit whose score or rank is not given back, with the reason found.
type Difference struct {
	Unit                string
	Ours, Published     float64 // scores; NaN where there is none
	Rank, PublishedRank int     // 0 where there is none
	Score               bool    // the score differs by more than the tolerance
	Reason              Reason
	With                []string // the units whose order against this one is reversed
	Place               problem.Place
}

// Reason says why a published figure is not given back.
type Reason string

const (
	Misprint  Reason = "misprint"   // the published score is off the publisher's own formula
	Pushed    Reason = "pushed"     // moved by a misprinted unit that passes it
	TieBroken Reason = "tie-broken" // the publisher parted equal published scores by digits it did not print
	LastDigit Reason = "last-digit" // our score, built from printed parts, differs in the last printed digit
)

// slack keeps a difference of exactly the tolerance inside it against the noise of binary fractions.
const slack = 1e-12

// Published compares every node of an edition that has both computed and published figures.
func Published(p *index.Plan, t *cube.Table, tolerance float64) Reproduction {
	r := Reproduction{Index: p.Index.ID, Edition: p.Edition.ID, Compute: p.Edition.Compute, Tolerance: tolerance}
	for i := range p.Nodes {
		if p.Nodes[i].Leaf() || !t.Has(cube.Score, i) {
			continue // a leaf's figure is an input: comparing it with itself would prove nothing
		}
		if c := check(t, i, tolerance); c.Scores+c.Ranks > 0 {
			c.Node = p.Nodes[i].ID
			r.Nodes = append(r.Nodes, c)
		}
	}
	return r
}

func check(t *cube.Table, node int, tolerance float64) Check {
	n := comparison{t: t, node: node, tolerance: tolerance}
	var c Check
	for row := range t.Units {
		ours, published := t.At(cube.Score, node).At(row), t.At(cube.PublishedScore, node).At(row)
		if gap := math.Abs(ours - published); gap == gap {
			c.Scores++
			c.Worst = max(c.Worst, gap)
			if gap <= tolerance+slack {
				c.Within++
			} else {
				n.misprinted = append(n.misprinted, row)
			}
		}
	}
	for row := range t.Units {
		rank, _ := t.Rank(node, row)
		published := n.publishedRank(row)
		if rank > 0 && published > 0 {
			c.Ranks++
			if rank == published {
				c.Equal++
			}
		}
		if slices.Contains(n.misprinted, row) || rank > 0 && published > 0 && rank != published {
			c.Differences = append(c.Differences, n.difference(row))
		}
	}
	c.FromPublished, c.PublishedBoth = n.fromPublished()
	return c
}

// comparison is one node under comparison.
type comparison struct {
	t          *cube.Table
	node       int
	tolerance  float64
	misprinted []int
}

func (n comparison) publishedRank(row int) int {
	if v := n.t.At(cube.PublishedRank, n.node).At(row); v == v {
		return int(v)
	}
	return 0
}

// difference finds why a unit's figure is not given back: it looks at every unit whose order against this one is
// reversed between our ranks and the published ones.
func (n comparison) difference(row int) Difference {
	rank, _ := n.t.Rank(n.node, row)
	d := Difference{Unit: n.t.Units[row], Rank: rank, PublishedRank: n.publishedRank(row),
		Ours: n.t.At(cube.Score, n.node).At(row), Published: n.t.At(cube.PublishedScore, n.node).At(row),
		Score: slices.Contains(n.misprinted, row), Reason: LastDigit}
	if o := n.t.Origin(cube.PublishedScore, n.node); o != nil && len(o.At(row).Places) > 0 {
		d.Place = o.At(row).Places[0]
	}
	reversed := n.reversed(row, d.Rank, d.PublishedRank)
	for _, other := range reversed {
		d.With = append(d.With, n.t.Units[other])
	}
	switch {
	case d.Score:
		d.Reason = Misprint
	case slices.ContainsFunc(reversed, func(o int) bool { return slices.Contains(n.misprinted, o) }):
		d.Reason = Pushed
	case slices.ContainsFunc(reversed, func(o int) bool { return n.parted(row, o) }):
		d.Reason = TieBroken
	}
	return d
}

// reversed lists the rows ranked on the other side of (or level with) this one in exactly one of the two rankings.
func (n comparison) reversed(row, rank, published int) (rows []int) {
	if rank == 0 || published == 0 {
		return nil
	}
	for o := range n.t.Units {
		r, _ := n.t.Rank(n.node, o)
		p := n.publishedRank(o)
		if o != row && r > 0 && p > 0 && n.t.BlockOf(o) == n.t.BlockOf(row) && sign(r-rank) != sign(p-published) {
			rows = append(rows, o)
		}
	}
	return rows
}

// parted tells whether two units have equal published scores and different published ranks.
func (n comparison) parted(a, b int) bool {
	s := n.t.At(cube.PublishedScore, n.node)
	return s.At(a) == s.At(b) && n.publishedRank(a) != n.publishedRank(b)
}

// fromPublished counts the published ranks that competition ranking of the published scores gives back. Where only
// part of the units has a published score a rank can't be recounted, and the unit is left out.
func (n comparison) fromPublished() (equal, of int) {
	s := n.t.At(cube.PublishedScore, n.node)
	missing := make(map[int]bool) // blocks with a rank but no score somewhere
	for row := range n.t.Units {
		if n.publishedRank(row) > 0 && s.At(row) != s.At(row) {
			missing[n.t.BlockOf(row)] = true
		}
	}
	for row := range n.t.Units {
		if n.publishedRank(row) == 0 || missing[n.t.BlockOf(row)] {
			continue
		}
		of++
		above := 0
		for o := range n.t.Units {
			if n.publishedRank(o) > 0 && n.t.BlockOf(o) == n.t.BlockOf(row) && s.At(o) > s.At(row) {
				above++
			}
		}
		if above+1 == n.publishedRank(row) {
			equal++
		}
	}
	return equal, of
}

func sign(x int) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}
