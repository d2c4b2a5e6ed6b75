package robust

import (
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/score"
)

// Case is one edition of an index with what the stages before have left.
type Case struct {
	Plan       *index.Plan
	Table      *cube.Table
	Normalised normalise.EditionReport // zero where the edition computes nothing
	Scored     score.Report
}

// Basis tells what the audit's figures of a node are computed from. Nothing is ever filled in for the audit itself.
type Basis uint8

const (
	NoBasis        Basis = iota // nothing is known of the node
	FromScores                  // our scores: normal values of indicators, combinations above
	FromPublished               // the publisher's scores, where we compute none
	FromValues                  // values as read, turned so that more is better
	FromPlacements              // the publisher's ranks, turned so that more is better
)

var bases = [...]problem.Text{
	NoBasis:        {VI: "không có số liệu", EN: "no figures"},
	FromScores:     {VI: "điểm đã tính", EN: "computed scores"},
	FromPublished:  {VI: "điểm đã công bố", EN: "published scores"},
	FromValues:     {VI: "giá trị gốc", EN: "values as read"},
	FromPlacements: {VI: "thứ hạng đã công bố", EN: "published ranks"},
}

// Text names the basis for readers.
func (b Basis) Text() problem.Text { return bases[b] }

// ground reads the columns of an edition that the audit stands on.
type ground struct {
	plan  *index.Plan
	table *cube.Table
	basis []Basis
	x     [][]float64 // by node: NaN where missing or where the unit does not count; nil where there is no basis
	rows  []int32     // units that count: those that the edition does not leave unranked
}

// newGround chooses a basis for every node. Published ranks serve comparisons between indices only: inside an index they
// would mix with scores.
func newGround(p *index.Plan, t *cube.Table) *ground {
	g := &ground{plan: p, table: t, basis: make([]Basis, len(p.Nodes)), x: make([][]float64, len(p.Nodes))}
	out := make([]bool, len(t.Units))
	for row := range t.Unranked {
		out[row] = true
	}
	for row := range t.Units {
		if !out[row] {
			g.rows = append(g.rows, int32(row))
		}
	}
	for k := range p.Nodes {
		if g.basis[k], g.x[k] = chosen(p, t, k); g.basis[k] == NoBasis {
			continue
		}
		for row, leave := range out {
			if leave {
				g.x[k][row] = nan
			}
		}
	}
	return g
}

// chosen copies a node's column of the first layer that has anything, and says which.
func chosen(p *index.Plan, t *cube.Table, node int) (Basis, []float64) {
	for _, b := range []struct {
		basis Basis
		layer cube.Layer
	}{{FromScores, cube.Score}, {FromPublished, cube.PublishedScore}, {FromValues, cube.Value}} {
		c := t.At(b.layer, node)
		if c.Present() == 0 || b.basis == FromValues && !p.Nodes[node].Leaf() {
			continue
		}
		x := c.Into(make([]float64, c.Len()))
		if b.basis == FromValues && p.Nodes[node].Direction < 0 {
			for i := range x {
				x[i] = -x[i]
			}
		}
		return b.basis, x
	}
	return NoBasis, nil
}

// raw is what was read of an indicator, in natural units: its value, else its published score, else its normal value
// (an indicator scored from several answers of its own has no other); nil where there is nothing.
func (g *ground) raw(node int) []float64 {
	for _, l := range []cube.Layer{cube.Value, cube.PublishedScore, cube.Normal} {
		if c := g.table.At(l, node); c.Present() > 0 {
			return c.Values()
		}
	}
	return nil
}

// counted keeps the cells of a column of the units that count, in order, gaps left out.
func (g *ground) counted(x []float64) []float64 {
	kept := make([]float64, 0, len(g.rows))
	for _, row := range g.rows {
		if x != nil && !absent(x[row]) {
			kept = append(kept, x[row])
		}
	}
	return kept
}

// complete copies the nodes' columns over the units that have all of them.
func (g *ground) complete(nodes []int) (columns [][]float64, rows []int32) {
	columns = make([][]float64, len(nodes))
rows:
	for _, row := range g.rows {
		for _, k := range nodes {
			if g.x[k] == nil || absent(g.x[k][row]) {
				continue rows
			}
		}
		rows = append(rows, row)
		for i, k := range nodes {
			columns[i] = append(columns[i], g.x[k][row])
		}
	}
	return columns, rows
}

// scored lists a node's parts that are scored: what is only measured is left out.
func scored(p *index.Plan, node int) (parts []int) {
	for _, c := range p.Nodes[node].Children {
		if !p.Nodes[c.Col].Measured {
			parts = append(parts, c.Col)
		}
	}
	return parts
}
