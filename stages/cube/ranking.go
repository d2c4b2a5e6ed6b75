package cube

import (
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// Ranking is one node's ranks down the units, 1 = best, 0 = not ranked. Previous is the rank in the edition before where
// the two can be compared; change = Previous − Place, above 0 a rise. Low and High are the band (Low the better end,
// never worse than Place), nil until the stage robust has laid them.
type Ranking struct {
	Place    []int32
	Previous []int32
	Low      []int32
	High     []int32
	Of       []int32   // ranked units by block; one entry where there are no blocks
	Average  []float64 // set instead of Place's whole numbers only where ties share the average rank
}

// LayRanking seals the ranking of a node; laying twice panics.
func (t *Table) LayRanking(node int, r *Ranking) {
	if t.rankings[node] != nil {
		panic("cube: ranking of " + t.Nodes[node] + " laid twice")
	}
	t.rankings[node] = r
}

// Ranking of a node, or nil where none is computed.
func (t *Table) Ranking(node int) *Ranking { return t.rankings[node] }

// Rank of a unit on a node and the number of units ranked with it; 0, 0 where there is none.
func (t *Table) Rank(node, row int) (place, of int) {
	r := t.rankings[node]
	if r == nil || r.Place[row] == 0 {
		return 0, 0
	}
	return int(r.Place[row]), int(r.Of[t.BlockOf(row)])
}

// BlockOf is the index of a row's block, 0 where there are none.
func (t *Table) BlockOf(row int) int {
	if t.Block == nil {
		return 0
	}
	return int(t.Block[row])
}

// Tied counts, for every row, how many units share its place in its block (1 = alone, 0 = not ranked).
func (t *Table) Tied(node int) []int32 {
	r := t.rankings[node]
	if r == nil {
		return nil
	}
	last := int32(0)
	for _, p := range r.Place {
		last = max(last, p)
	}
	count := make([]int32, (int(last)+1)*max(len(t.Blocks), 1))
	at := func(row int, place int32) *int32 { return &count[t.BlockOf(row)*(int(last)+1)+int(place)] }
	for i, p := range r.Place {
		*at(i, p)++
	}
	tied := make([]int32, len(r.Place))
	for i, p := range r.Place {
		if p > 0 {
			tied[i] = *at(i, p)
		}
	}
	return tied
}

// GroupRanking ranks the members of one group (region, sub-region, association) on one node.
type GroupRanking struct {
	Scheme, Group string // "sub_region", "South-eastern Asia"
	Node          int
	Rows          []int32 // members that are ranked, by row
	Place         []int32 // their ranks, parallel to Rows
}

// Of is the number of units ranked in the group.
func (g GroupRanking) Of() int { return len(g.Rows) }

// Int32s seals whole numbers as an Arrow array, 0 = null, for writers of open data.
func Int32s(x []int32) *array.Int32 {
	b := array.NewInt32Builder(memory.NewGoAllocator())
	b.Reserve(len(x))
	for _, v := range x {
		if v == 0 {
			b.AppendNull()
		} else {
			b.Append(v)
		}
	}
	return b.NewInt32Array()
}
