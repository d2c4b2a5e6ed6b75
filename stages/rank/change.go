package rank

import "xephang/stages/cube"

// comparable finds each unit, by code, in the edition before: −1 where it was not there, or was ranked among others
// (another block, or blocks then and none now). nil where the editions are not compared at all.
func (r *run) comparable() []int32 {
	if r.plan.Previous == nil || r.before == nil {
		return nil
	}
	then := make([]int32, len(r.table.Units))
	for row, unit := range r.table.Units {
		then[row] = -1
		if old, ok := r.before.Row(unit); ok && blockID(r.table, row) == blockID(r.before, old) {
			then[row] = int32(old)
		}
	}
	return then
}

// blockID names a row's block, empty where there are none.
func blockID(t *cube.Table, row int) string {
	if t.Block == nil || len(t.Blocks) == 0 {
		return ""
	}
	return t.Blocks[t.Block[row]]
}

// previous puts the places of the edition before beside a node's own.
func (r *run) previous(node int, ranking *cube.Ranking) {
	if r.then == nil {
		return
	}
	col, ok := r.before.Col(r.table.Nodes[node])
	if !ok {
		return
	}
	old := r.before.Ranking(col)
	if old == nil {
		return
	}
	ranking.Previous = make([]int32, len(ranking.Place))
	for row, k := range r.then {
		if k >= 0 && ranking.Place[row] > 0 {
			ranking.Previous[row] = old.Place[k]
		}
	}
}
