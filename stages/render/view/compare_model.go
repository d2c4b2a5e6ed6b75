package view

import (
	"slices"
	"strconv"
)

// CompareModel is what the page's script needs to set any units side by side: figures as the tables write them.
type CompareModel struct {
	Units    []CompareUnit     `json:"units"` // in the order of the ranking
	Nodes    []CompareNode     `json:"nodes"` // the root first
	Editions []string          `json:"editions"`
	Breaks   []int             `json:"breaks,omitempty"` // editions that cannot be compared with the one before
	Places   [][]int           `json:"places,omitempty"` // by unit, by edition; 0 where there is none
	Here     int               `json:"here"`             // this edition
	First    []int             `json:"first"`            // units compared when nothing else is asked for
	Say      map[string]string `json:"say"`

	at map[int]int // unit of a row of the table
}

// CompareUnit is a unit by its key in addresses.
type CompareUnit struct {
	Key  string `json:"k"`
	Name string `json:"n"`
	Page bool   `json:"p,omitempty"` // it has a profile
}

// CompareNode is one node: scores as plain decimals (empty: none) and ranks (0: none) by unit.
type CompareNode struct {
	Brief  string   `json:"n"`
	Name   string   `json:"f,omitempty"` // in full, where Brief is short for it
	Depth  int      `json:"d"`
	Part   bool     `json:"part,omitempty"` // a part of the root
	Top    float64  `json:"top"`            // of the bars
	Scores []string `json:"s"`
	Ranks  []int    `json:"r"`
}

// mostCells is how many figures a page of comparisons holds; a deeper tree is cut at the level that still fits.
const mostCells = 5000

func (r *Report) compareModel(l Lang, e *Edition) *CompareModel {
	m := &CompareModel{at: map[int]int{}, Say: l.compareSays(e)}
	for i, row := range e.order {
		code := e.Table.Units[row]
		m.at[row] = i
		m.Units = append(m.Units, CompareUnit{Slug(code), r.Name(l, code), r.UnitHref(code) != ""})
	}
	for depth := 0; depth <= 8; depth++ {
		var cols []int
		for k := range e.Nodes {
			if e.depth(k) <= depth && (e.Nodes[k].Parent >= 0 || k == 0 || depth > 0) && e.known(k) > 0 {
				cols = append(cols, k)
			}
		}
		if depth > 1 && len(cols)*len(e.order) > mostCells {
			break
		}
		m.Nodes = nil
		for _, k := range cols {
			m.Nodes = append(m.Nodes, e.compareNode(l, k))
		}
	}
	m.history(e)
	return m
}

func (e *Edition) compareNode(l Lang, k int) CompareNode {
	n := CompareNode{Brief: e.Brief(l, k), Depth: e.depth(k), Part: e.Nodes[k].Parent == 0 && !e.Nodes[k].Measured}
	if e.Nodes[k].Parent < 0 && k > 0 {
		n.Depth = 1
	}
	if full := l.In(e.Nodes[k].Name); full != n.Brief {
		n.Name = full
	}
	if e.Scale.From == 0 {
		n.Top = e.Scale.To
	}
	for _, row := range e.order {
		s := e.Standing(k, row)
		n.Scores, n.Ranks = append(n.Scores, Plain(s.Score, s.Decimals)), append(n.Ranks, s.Place)
		if s.Score == s.Score {
			n.Top = max(n.Top, Round(s.Score, s.Decimals))
		}
	}
	return n
}

// history gathers the ranks of all units over the editions of the index.
func (m *CompareModel) history(e *Edition) {
	for i, o := range e.Board.Editions {
		m.Editions = append(m.Editions, o.Edition.ID)
		if o == e {
			m.Here = i
		}
		if i > 0 && o.before != e.Board.Editions[i-1] {
			m.Breaks = append(m.Breaks, i)
		}
	}
	if len(m.Editions) < 2 {
		return
	}
	for _, row := range e.order {
		var places []int
		for _, o := range e.Board.Editions {
			places = append(places, o.placeOf(e.Table.Units[row]))
		}
		m.Places = append(m.Places, places)
	}
}

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
