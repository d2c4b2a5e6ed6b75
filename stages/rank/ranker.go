package rank

import (
	"xephang/stages/cube"
	"xephang/stages/index"
)

// Ranker knows who of an edition is ranked with whom and on what: enough to rank any scores, again and again. robust
// does so draw by draw: Keys, then Scratch.Rank for each of Blocks.
type Ranker struct {
	Rule    Rule
	Blocks  [][]int32 // rows by block, in the order of the table's blocks; one entry where there are none
	plan    *index.Plan
	root    []bool // rows without a place on the root
	dropped []bool // rows without a place anywhere: a screen has dropped them
}

// NewRanker reads an edition: its rule of ties, blocks, unranked units (declared ones keep their places below the root).
func NewRanker(p *index.Plan, t *cube.Table) *Ranker {
	n := len(t.Units)
	r := &Ranker{plan: p, Rule: Rule{Ties: TiesOf(p.Rank.Ties), Units: t.Units}, root: make([]bool, n), dropped: make([]bool, n)}
	r.Blocks = make([][]int32, 1)
	if t.Block != nil {
		r.Blocks = make([][]int32, max(len(t.Blocks), 1))
	}
	for row := range t.Units {
		b := t.BlockOf(row)
		r.Blocks[b] = append(r.Blocks[b], int32(row))
	}
	for row := range t.Unranked {
		r.root[row], r.dropped[row] = true, true
	}
	for _, u := range p.Edition.Unranked {
		if row, ok := t.Row(u.Unit); ok {
			r.root[row], r.dropped[row] = true, false
		}
	}
	return r
}

// Keys writes what a node with these scores (by row; NaN = missing) is ranked on into dst, which may be scores: rounded
// to the decimals of publication, but for indicators and where the index ranks on full precision; NaN for a unit that
// has no place on the node. It allocates nothing.
func (r *Ranker) Keys(dst, scores []float64, node int) {
	if !r.plan.Nodes[node].Leaf() && r.plan.Rank.On != "full" {
		RoundInto(dst, scores, r.plan.Scale.Decimals)
	} else {
		copy(dst, scores)
	}
	out := r.dropped
	if node == 0 {
		out = r.root
	}
	for row, gone := range out {
		if gone {
			dst[row] = nan
		}
	}
}
