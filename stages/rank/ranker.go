package rank

import (
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// Ranker knows who of an edition is ranked with whom and on what: enough to rank any scores, again and again. robust
// does so draw by draw: Keys, then Scratch.Rank for each of Blocks.
type Ranker struct {
	Rule    Rule
	Blocks  [][]int32 // rows by block, in the order of the table's blocks; one entry where there are none
	plan    *index.Plan
	root    []int32 // rows without a place on the root, ascending
	dropped []int32 // rows without a place anywhere: a screen has dropped them
}

// NewRanker reads an edition: its rule of ties, blocks, unranked units (declared ones keep their places below the root).
func NewRanker(p *index.Plan, t *cube.Table) *Ranker {
	r := &Ranker{plan: p, Rule: Rule{Ties: TiesOf(p.Rank.Ties), Units: t.Units}}
	r.Blocks = make([][]int32, 1)
	if t.Block != nil {
		r.Blocks = make([][]int32, max(len(t.Blocks), 1))
	}
	for row := range t.Units {
		b := t.BlockOf(row)
		r.Blocks[b] = append(r.Blocks[b], int32(row))
	}
	declared := map[int]bool{}
	for _, u := range p.Edition.Unranked {
		if row, ok := t.Row(u.Unit); ok {
			declared[row] = true
			r.root = append(r.root, int32(row))
		}
	}
	for row := range t.Unranked {
		if !declared[row] {
			r.root, r.dropped = append(r.root, int32(row)), append(r.dropped, int32(row))
		}
	}
	slices.Sort(r.root)
	slices.Sort(r.dropped)
	return r
}

// out are the rows that have no place on a node.
func (r *Ranker) out(node int) []int32 {
	if node == 0 {
		return r.root
	}
	return r.dropped
}

// rounded tells whether a node is ranked on the decimals of publication.
func (r *Ranker) rounded(node int) bool {
	return !r.plan.Nodes[node].Leaf() && r.plan.Rank.On != "full"
}

// Keys writes what a node with these scores (by row; NaN = missing) is ranked on into dst, which may be scores: rounded
// to the decimals of publication, but for indicators and where the index ranks on full precision; NaN for a unit that
// has no place on the node. It allocates nothing.
func (r *Ranker) Keys(dst, scores []float64, node int) {
	if r.rounded(node) {
		RoundInto(dst, scores, r.plan.Scale.Decimals)
	} else {
		copy(dst, scores)
	}
	for _, row := range r.out(node) {
		dst[row] = nan
	}
}
