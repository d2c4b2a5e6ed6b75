package rank

import (
	"slices"

	"xephang/stages/cube"
)

// group is the members of one group of a scheme; where units are ranked in blocks, those of one block.
type group struct {
	scheme, name string
	rows         []int32
}

// members finds the groups of every scheme that the index ranks within: schemes in the index's order, groups by name,
// blocks in the edition's order.
func (r *run) members(of Groups) (all []group) {
	if of == nil {
		return nil
	}
	for _, scheme := range r.plan.Rank.Groups {
		for _, rows := range r.Blocks {
			byName := map[string][]int32{}
			for _, row := range rows {
				if g := of(r.table.Units[row], scheme); g != "" {
					byName[g] = append(byName[g], row)
				}
			}
			for name, rows := range byName {
				all = append(all, group{scheme, name, rows})
			}
		}
	}
	order := r.plan.Rank.Groups
	slices.SortFunc(all, func(a, b group) int {
		if d := slices.Index(order, a.scheme) - slices.Index(order, b.scheme); d != 0 {
			return d
		}
		if a.name != b.name {
			if a.name < b.name {
				return -1
			}
			return 1
		}
		return r.table.BlockOf(int(a.rows[0])) - r.table.BlockOf(int(b.rows[0]))
	})
	return all
}

// within ranks a node inside every group; a group in which nobody has a place is left out.
func (r *run) within(node int, keys []float64, s *Scratch) (all []cube.GroupRanking) {
	place := make([]int32, len(keys))
	for _, g := range r.groups {
		of := s.Rank(place, keys, g.rows, r.Rule)
		if of == 0 {
			continue
		}
		in := cube.GroupRanking{Scheme: g.scheme, Group: g.name, Node: node,
			Rows: make([]int32, 0, of), Place: make([]int32, 0, of)}
		for _, row := range g.rows {
			if place[row] > 0 {
				in.Rows, in.Place = append(in.Rows, row), append(in.Place, place[row])
			}
		}
		all = append(all, in)
	}
	return all
}
