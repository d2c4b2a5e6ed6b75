package view

import (
	"slices"
	"strconv"
)

// column is one column of a ranking table: its head and how a row fills it.
type column struct {
	label, abbr string
	number      bool
	figure      bool // its figures lead to their ways, node by node
	main        bool // they do so in a long table too
	node        int
	cell        func(row int, s Standing) Cell
}

// columns of an edition's ranking: rank, name, group and place in it, score, parts, change, class, note; those that
// would stay empty are left out.
func (r *Report) columns(l Lang, e *Edition) []column {
	cols := []column{
		{label: l.Say("col.rank"), number: true, figure: true, cell: func(_ int, s Standing) Cell { return l.tiedRank(s) }},
		{label: l.unitHead(e.Board.Units), cell: func(row int, _ Standing) Cell { return r.unit(l, e.Table.Units[row]) }},
		{label: l.Say("col.score"), number: true, figure: true, main: true, cell: func(_ int, s Standing) Cell { return l.score(e, s) }},
	}
	if e.Banded() {
		cols = slices.Insert(cols, 1, r.bandColumn(l, e))
	}
	cols = append(cols, e.partColumns(l)...)
	cols = append(cols, r.groupColumns(l, e)...)
	if e.anyRow(func(_ int, s Standing) bool { return s.Comparable }) {
		cols = append(cols, column{label: l.Say("col.change", "edition", e.beforeID()), number: true,
			cell: func(_ int, s Standing) Cell { return l.change(s) }})
	}
	if e.anyRow(func(_ int, s Standing) bool { return s.Class >= 0 }) {
		cols = append(cols, column{label: l.Say("col.class"), cell: func(_ int, s Standing) Cell { return e.classCell(l, s) }})
	}
	shared := e.sharedNotes(l)
	if e.anyRow(func(row int, _ Standing) bool { return e.note(l, row, shared) != "" }) {
		cols = append(cols, column{label: l.Say("col.note"), cell: func(row int, _ Standing) Cell { return Cell{Text: e.note(l, row, shared), Tone: Remark} }})
	}
	return cols
}

func (e *Edition) anyRow(has func(row int, s Standing) bool) bool {
	for _, row := range e.order {
		if has(row, e.Standing(0, row)) {
			return true
		}
	}
	return false
}

func (e *Edition) beforeID() string {
	if e.before == nil {
		return ""
	}
	return e.before.Edition.ID
}

// tiedRank is a place, with a mark where it is shared.
func (l Lang) tiedRank(s Standing) Cell {
	c := l.rank(s.Place, s.Of, true)
	if s.Tied > 1 {
		c.Small = "="
	}
	return c
}

// unitHead names the column of units by the first kind that the index ranks.
func (l Lang) unitHead(kinds []string) string {
	if len(kinds) > 0 && phrases["col."+kinds[0]].VI != "" {
		return l.Say("col." + kinds[0])
	}
	return l.Say("col.unit")
}

// partColumns are the root's parts, then the nodes beside the tree, that have figures enough for a column.
func (e *Edition) partColumns(l Lang) (cols []column) {
	for _, n := range e.Pillars() {
		c := column{label: e.Brief(l, n), number: true, figure: true, node: n, cell: func(row int, _ Standing) Cell { return e.partCell(l, n, row) }}
		if full := l.In(e.Nodes[n].Name); full != c.label {
			c.abbr = full
		}
		if known := e.known(n); known >= fewest || known > 0 && known*4 >= len(e.order) {
			cols = append(cols, c)
		}
	}
	return cols
}

// fewest figures make a column of their own; fewer stand on the profiles alone, unless they are a quarter of the rows.
const fewest = 5

// known counts the rows that have a figure of a node.
func (e *Edition) known(node int) (n int) {
	for _, row := range e.order {
		if e.Standing(node, row).Has() {
			n++
		}
	}
	return n
}

// Pillars are the columns of the root's parts and of the nodes beside the tree.
func (e *Edition) Pillars() (cols []int) {
	for _, n := range e.Nodes {
		if n.Parent == 0 || n.Parent < 0 && n.Col != 0 {
			cols = append(cols, n.Col)
		}
	}
	return cols
}

// partCell is a part's score; its rank stands beside it, or alone, where only that was published.
func (e *Edition) partCell(l Lang, node, row int) Cell {
	s := e.Standing(node, row)
	switch {
	case s.Score != s.Score && s.Place == 0:
		return Cell{Text: Missing, Tone: Quiet}
	case s.Score != s.Score:
		return Cell{Text: l.Say("part.rank", "rank", l.Whole(s.Place)), Tone: Quiet}
	}
	c := l.num(s.Score, s.Decimals)
	if s.Printed {
		c.Small = " (" + l.Whole(s.Place) + ")"
	}
	return c
}

// groupColumns show the smallest group that nearly all units have, with the place inside it.
func (r *Report) groupColumns(l Lang, e *Edition) []column {
	scheme := r.mainScheme(e)
	if scheme == "" {
		return nil
	}
	within := map[int]GroupPlace{}
	for _, row := range e.order {
		for _, g := range e.InGroups(0, row) {
			if g.Scheme == scheme {
				within[row] = g
			}
		}
	}
	c := column{label: l.In(r.Units.SchemeName(scheme)), cell: func(row int, _ Standing) Cell {
		g := Cell{Text: r.group(l, e.Table.Units[row], scheme, e.AsOf)}
		if at, ok := within[row]; ok {
			g.Small = " " + l.Rank(at.Place, at.Of)
		}
		return g
	}}
	if len(within) > 0 {
		c.label = l.Say("col.within", "scheme", c.label)
	}
	return []column{c}
}

// mainScheme is, among the index's schemes in which at least nine units of ten have a group, the one that parts them
// most finely.
func (r *Report) mainScheme(e *Edition) string {
	best, most := "", 1
	for _, scheme := range e.Rank.Groups {
		n, groups := 0, 0
		for _, g := range r.Units.Groups(scheme) {
			if m := len(e.members[scheme+":"+g]); m > 0 {
				n, groups = n+m, groups+1
			}
		}
		if n*10 >= len(e.order)*9 && groups > most {
			best, most = scheme, groups
		}
	}
	return best
}

func (e *Edition) classCell(l Lang, s Standing) Cell {
	if s.Class < 0 || s.Class >= len(e.Classes.List) {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: l.In(e.Classes.List[s.Class].Name), Value: strconv.Itoa(s.Class), Tone: Short}
}

// rankingTable is the table of one block.
func (r *Report) rankingTable(l Lang, e *Edition, cols []column, p part) *Table {
	t := &Table{Sortable: true, Caption: l.Say("rank.table", "index", e.Board.Abbr(l), "edition", e.Edition.ID)}
	if !p.name.IsZero() {
		t.Caption = l.Say("rank.table.of", "index", e.Board.Abbr(l), "edition", e.Edition.ID, "block", l.In(p.name))
	}
	for _, c := range cols {
		t.Columns = append(t.Columns, Column{Label: c.label, Abbr: c.abbr, Number: c.number})
	}
	leads := e.leading(cols, p.rows)
	keys := r.groupKeys(e)
	for _, row := range p.rows {
		code := e.Table.Units[row]
		line := Row{Focus: code == e.Board.Focus, Keys: keys(code), Cells: make([]Cell, len(cols))}
		s := e.Standing(0, row)
		for i, c := range cols {
			if line.Cells[i] = c.cell(row, s); leads[i] {
				line.Cells[i] = e.way(line.Cells[i], c.node, row)
			}
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// leadsMost is how many figures of one table lead to their ways; in a longer one only the main column does, from where
// the others are a glance away.
const leadsMost = 420

// leading tells of each column whether its figures lead to their ways.
func (e *Edition) leading(cols []column, rows []int) []bool {
	leads, n, main := make([]bool, len(cols)), 0, -1
	for i, c := range cols {
		if leads[i] = c.figure; c.figure {
			n += len(rows)
		}
		if c.main && e.anyRow(func(_ int, s Standing) bool { return s.Score == s.Score }) || c.figure && main < 0 {
			main = i
		}
	}
	for i := range leads {
		leads[i] = leads[i] && (n <= leadsMost || i == main)
	}
	return leads
}

// way has a figure lead to the page that follows it to its source.
func (e *Edition) way(c Cell, node, row int) Cell {
	if c.Text != Missing && c.Href == "" {
		c.Href = e.TrailHref(node, row)
	}
	return c
}
