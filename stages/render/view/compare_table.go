package view

import (
	"slices"
	"strconv"
)

// cell is a unit's score on the node, its rank beside it.
func (n *CompareNode) cell(l Lang, unit int) Cell {
	c := Cell{Text: l.dress(n.Scores[unit]), Value: n.Scores[unit]}
	switch place := n.Ranks[unit]; {
	case place > 0 && c.Value == "":
		return Cell{Text: l.Say("part.rank", "rank", l.Whole(place)), Tone: Quiet}
	case place > 0:
		c.Small = " (" + l.Whole(place) + ")"
	case c.Value == "":
		c.Tone = Quiet
	}
	return c
}

// gap is how far a unit stands above another on the node, NaN where one has no score; decimals are the longer one's.
func (n *CompareNode) gap(unit, from int) (gap float64, decimals int) {
	a, errA := strconv.ParseFloat(n.Scores[unit], 64)
	b, errB := strconv.ParseFloat(n.Scores[from], 64)
	if errA != nil || errB != nil {
		return nan, 0
	}
	return a - b, max(trailing(n.Scores[unit]), trailing(n.Scores[from]))
}

// trailing counts the decimals of a plain decimal as written.
func trailing(plain string) int {
	for i := range plain {
		if plain[i] == '.' {
			return len(plain) - i - 1
		}
	}
	return 0
}

// nodeTable sets units side by side: each node's score and rank, and how far each stands from the first.
func (m *CompareModel) nodeTable(l Lang, units []int) *Table {
	t := &Table{ID: "chenh-lech", Caption: l.Say("compare.table", "unit", m.Units[units[0]].Name), Columns: []Column{{Label: l.Say("compare.col.node")}}}
	for i, u := range units {
		t.Columns = append(t.Columns, Column{Label: m.Units[u].Name, Number: true})
		if i > 0 {
			t.Columns = append(t.Columns, Column{Label: l.Say("compare.col.gap", "unit", m.Units[units[0]].Name), Number: true})
		}
	}
	for k := range m.Nodes {
		n := &m.Nodes[k]
		head := Cell{Text: n.Brief, Head: true}
		if n.Name != "" {
			head.Small = " " + n.Name
		}
		line := Row{Indent: n.Depth, Cells: []Cell{head}}
		for i, u := range units {
			line.Cells = append(line.Cells, n.cell(l, u))
			if i > 0 {
				gap, decimals := n.gap(u, units[0])
				line.Cells = append(line.Cells, Cell{Text: l.Signed(gap, decimals), Value: Plain(gap, decimals), Tone: toneOfGap(Round(gap, decimals))})
			}
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

func toneOfGap(x float64) Tone {
	switch {
	case x > 0:
		return Up
	case x < 0:
		return Down
	case x == 0:
		return Same
	}
	return Quiet
}

// rankTable is the ranks of units over the editions, newest first; nil with fewer than two editions.
func (m *CompareModel) rankTable(l Lang, units []int) *Table {
	if m.Places == nil {
		return nil
	}
	t := &Table{ID: "hang-qua-cac-ky", Caption: l.Say("compare.ranks"), Columns: []Column{{Label: l.Say("col.edition")}}}
	for _, u := range units {
		t.Columns = append(t.Columns, Column{Label: m.Units[u].Name, Number: true})
	}
	for i, id := range slices.Backward(m.Editions) {
		line := Row{Focus: i == m.Here, Cells: []Cell{{Text: id, Head: true}}}
		for _, u := range units {
			line.Cells = append(line.Cells, l.rank(m.Places[u][i], 0, true))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// barTitle says on how many parts the first unit stands above the others.
func (m *CompareModel) barTitle(l Lang, units []int) string {
	best, of := 0, 0
	for k := range m.Nodes {
		n := &m.Nodes[k]
		if !n.Part {
			continue
		}
		all, above := true, true
		for _, u := range units[1:] {
			gap, _ := n.gap(u, units[0])
			all, above = all && gap == gap, above && gap < 0
		}
		if all {
			of++
			if above {
				best++
			}
		}
	}
	if of == 0 {
		return l.Say("compare.bars.plain")
	}
	return l.Say("compare.bars.t", "unit", m.Units[units[0]].Name, "n", l.Whole(best), "of", l.Whole(of))
}

// lineTitle says who of the units ranks best in this edition.
func (m *CompareModel) lineTitle(l Lang, units []int) string {
	place, names := 0, []string(nil)
	for _, u := range units {
		switch at := m.Places[u][m.Here]; {
		case at == 0:
		case place == 0 || at < place:
			place, names = at, []string{m.Units[u].Name}
		case at == place:
			names = append(names, m.Units[u].Name)
		}
	}
	if place == 0 {
		return l.Say("compare.lines.plain")
	}
	return l.Say("compare.lines.t", "units", l.List(names), "rank", l.Whole(place), "edition", m.Editions[m.Here])
}

// barGrid is the figures of the bars, a line a node and unit.
func (m *CompareModel) barGrid(l Lang, units []int) *Grid {
	g := &Grid{Columns: []string{l.Say("compare.col.node"), l.Say("col.unit"), l.Say("col.score"), l.Say("col.rank")}}
	for k := range m.Nodes {
		for _, u := range units {
			rank := ""
			if p := m.Nodes[k].Ranks[u]; p > 0 {
				rank = strconv.Itoa(p)
			}
			g.Rows = append(g.Rows, []string{m.Nodes[k].Brief, m.Units[u].Name, m.Nodes[k].Scores[u], rank})
		}
	}
	return g
}
