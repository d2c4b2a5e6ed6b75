package reconcile

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"xephang/stages/cube"
)

// ranks compares the places of a node.
func (c *comparing) ranks(node int) {
	id := c.plan.Nodes[node].ID
	at, ok := c.old.Col(id)
	if !ok {
		return
	}
	old, new := places(c.old, at), places(c.new, node)
	for row, unit := range c.new.Units {
		before, ok := c.old.Row(unit)
		if !ok {
			continue
		}
		if was, is := old(before), new(row); differ(was, is) {
			c.add(Change{Cell: Cell{Layer: "rank", Unit: unit, Node: id}, Was: was, Is: is}, node, row)
		}
	}
}

// places gives the rank of a row, NaN where there is none; an average where ties share it.
func places(t *cube.Table, node int) func(row int) float64 {
	r := t.Ranking(node)
	return func(row int) float64 {
		switch {
		case r == nil || r.Place[row] == 0:
			return math.NaN()
		case r.Average != nil:
			return r.Average[row]
		}
		return float64(r.Place[row])
	}
}

// groups compares the ranks inside groups.
func (c *comparing) groups() {
	was, is := groupPlaces(c.old), groupPlaces(c.new)
	all := slices.Collect(maps.Keys(is))
	for s := range was {
		if _, there := is[s]; !there {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, seatOrder)
	for _, s := range all {
		row, ok := c.new.Row(s.unit)
		node, known := c.plan.Col(s.node)
		if a, b := place(was[s]), place(is[s]); ok && known && differ(a, b) {
			c.add(Change{Cell: Cell{Layer: "rank", Unit: s.unit, Node: s.node, Group: s.group}, Was: a, Is: b}, node, row)
		}
	}
}

// grouped is a unit's seat in a group's ranking on a node.
type grouped struct{ group, node, unit string }

func seatOrder(a, b grouped) int {
	return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.node, b.node), cmp.Compare(a.unit, b.unit))
}

func groupPlaces(t *cube.Table) map[grouped]int32 {
	all := map[grouped]int32{}
	for _, g := range t.Groups {
		for i, row := range g.Rows {
			all[grouped{g.Scheme + ":" + g.Group, t.Nodes[g.Node], t.Units[row]}] = g.Place[i]
		}
	}
	return all
}

func place(p int32) float64 {
	if p == 0 {
		return math.NaN()
	}
	return float64(p)
}

// overtaken gathers the causes of a change of rank: of the unit's own score, and of the scores of all that stood on the
// other side of it before, or level with it.
func (c *comparing) overtaken(node, row int) (causes []int) {
	causes = append(causes, c.scored[[2]int{node, row}]...)
	at, _ := c.old.Col(c.plan.Nodes[node].ID)
	before, _ := c.old.Row(c.new.Units[row])
	old, new := places(c.old, at), places(c.new, node)
	for other, unit := range c.new.Units {
		moved := c.scored[[2]int{node, other}]
		was, ok := c.old.Row(unit)
		if len(moved) == 0 || !ok || c.new.BlockOf(other) != c.new.BlockOf(row) {
			continue
		}
		if order(old(was), old(before)) != order(new(other), new(row)) {
			causes = append(causes, moved...)
		}
	}
	slices.Sort(causes)
	return slices.Compact(causes)
}

// order of two places: −1, 0, 1; a missing one stands behind all others.
func order(a, b float64) int {
	switch {
	case a == b || a != a && b != b:
		return 0
	case a < b || b != b:
		return 1
	}
	return -1
}
