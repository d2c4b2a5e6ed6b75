package book

import (
	"cmp"
	"math"
	"slices"

	"xephang/stages/render/view"
)

// groups compares the groups of every scheme: how many are ranked, their mean, who is highest. A mean is given only
// where every ranked member has a score, so that it hides no gap.
func (b *ranking) groups() *grid {
	digits := b.digits(0)
	g := &grid{sheet: view.VI.Say("book.groups"), title: b.say("book.t.groups"), under: b.source(), holds: view.VI.Say("book.d.groups"), frozen: 2}
	g.columns = []column{
		{head: b.head("book.col.scheme"), look: textLook}, {head: b.head("book.col.group"), look: textLook, most: 44},
		{head: b.head("book.col.of"), look: rankLook}, {head: b.head("book.col.mean"), look: scoreLook(digits), bar: b.e.Scale.To},
		{head: b.head("book.col.best"), look: textLook, most: 44}, {head: b.head("book.col.bestsc"), look: scoreLook(digits)}, {head: b.head("book.col.overall"), look: rankLook},
	}
	for _, scheme := range b.e.Rank.Groups {
		members := b.members(scheme)
		var known []string
		for _, id := range b.r.Units.Groups(scheme) {
			if len(members[id]) > 0 {
				known = append(known, id)
			}
		}
		slices.SortStableFunc(known, func(p, q string) int { return -cmp.Compare(b.mean(members[p]), b.mean(members[q])) })
		for _, id := range known {
			best := members[id][0]
			s := b.e.Standing(0, best)
			g.rows = append(g.rows, []any{view.VI.In(b.r.Units.SchemeName(scheme)), view.VI.In(b.r.Units.GroupName(scheme, id)),
				len(members[id]), view.Round(b.mean(members[id]), digits), b.name(best), rounded(s), whole(s.Place)})
		}
	}
	return g.without()
}

// members lists the ranked rows of every group of a scheme, best first; with blocks ranked apart there is no common
// order, and no group is compared.
func (b *ranking) members(scheme string) map[string][]int {
	all := map[string][]int{}
	if len(b.e.Table.Blocks) > 1 {
		return all
	}
	for _, row := range b.e.Order() {
		u, _ := b.r.Units.Unit(b.e.Table.Units[row])
		if id := u.Group(scheme, b.e.AsOf); id != "" && b.e.Standing(0, row).Place > 0 {
			all[id] = append(all[id], row)
		}
	}
	return all
}

func (b *ranking) mean(rows []int) float64 {
	sum := 0.0
	for _, row := range rows {
		sum += b.e.Standing(0, row).Score
	}
	if len(rows) == 0 {
		return math.NaN()
	}
	return sum / float64(len(rows))
}

// within is the sheet of ranks inside groups, as the stage rank gave them.
func (b *ranking) within() *grid {
	digits := b.digits(0)
	g := &grid{sheet: view.VI.Say("book.within"), title: b.say("book.t.within"), under: b.source(), holds: view.VI.Say("book.d.within"), frozen: 1}
	g.columns = []column{
		{head: b.head("book.col.scheme"), look: textLook}, {head: b.head("book.col.group"), look: textLook, most: 40},
		{head: b.head("book.col.inside"), look: rankLook}, {head: b.head("book.col.of"), look: rankLook},
		{head: b.unitHead(), look: textLook, most: 40}, {head: b.head("book.col.score"), look: scoreLook(digits)}, {head: b.head("book.col.overall"), look: rankLook},
	}
	var rows []int
	for _, t := range b.e.Table.Groups {
		if t.Node != 0 {
			continue
		}
		order := make([]int, len(t.Rows))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(t.Place[p], t.Place[q]) })
		for _, i := range order {
			row := int(t.Rows[i])
			s := b.e.Standing(0, row)
			g.rows = append(g.rows, []any{view.VI.In(b.r.Units.SchemeName(t.Scheme)), view.VI.In(b.r.Units.GroupName(t.Scheme, t.Group)),
				int(t.Place[i]), t.Of(), b.name(row), rounded(s), whole(s.Place)})
			rows = append(rows, row)
		}
	}
	g.strong = b.strong(rows)
	return g
}
