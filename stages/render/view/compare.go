package view

import (
	"slices"
	"strings"
)

// ComparePage sets two to four units of an edition side by side. A few comparisons stand ready; a script lets readers
// choose any others.
type ComparePage struct {
	Edition  *Edition
	Title    string
	Lede     string
	Stamp    []string
	Siblings []Sibling
	Model    *CompareModel
	Ready    []Sibling // comparisons to choose at once
	Bars     *Figure   // small multiples: a panel a node
	Lines    *Figure   // ranks over the editions; nil with fewer than two
	Nodes    *Table    // the difference table of the first comparison
	Ranks    *Table    // its ranks over the editions; nil with fewer than two
	Group    *Table    // the group of the unit put forward, part by part; nil without one
}

// mostCompared is how many units stand side by side at most.
const mostCompared = 4

// CompareHref is the address of an edition's comparisons, empty where fewer than two units have a figure of the root.
func (r *Report) CompareHref(e *Edition) string {
	if len(e.order) < 2 {
		return ""
	}
	return "so-sanh/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}

// Compare makes the page; the edition has one.
func (r *Report) Compare(l Lang, e *Edition) ComparePage {
	m := r.compareModel(l, e)
	rows := r.comparedFirst(e)
	p := ComparePage{Edition: e, Lede: l.Say("compare.lede"), Stamp: e.stamp(l), Model: m, Ready: r.ready(l, e, rows)}
	for _, o := range e.Board.Editions {
		if href := r.CompareHref(o); href != "" {
			p.Siblings = append(p.Siblings, Sibling{o.Edition.ID, href, o == e})
		}
	}
	for _, row := range rows {
		m.First = append(m.First, m.at[row])
	}
	p.Title = l.Say("compare.title", "units", l.List(r.codesNames(l, e, rows)), "index", e.Board.Abbr(l), "edition", e.Edition.ID)
	p.Nodes, p.Ranks = m.nodeTable(l, m.First), m.rankTable(l, m.First)
	source := l.from(e.Board)
	p.Bars = &Figure{ID: "thanh-phan", Title: m.barTitle(l, m.First), Sub: l.Say("compare.bars.sub", "index", e.Board.Abbr(l), "edition", e.Edition.ID), Source: source, TableID: p.Nodes.ID, Data: m.barGrid(l, m.First)}
	if p.Ranks != nil {
		p.Lines = &Figure{ID: "qua-cac-ky", Title: m.lineTitle(l, m.First), Sub: l.Say("compare.lines.sub", "index", e.Board.Abbr(l)), Source: source, TableID: p.Ranks.ID, Data: p.Ranks.grid()}
	}
	p.Group = r.comparedGroup(l, e, m)
	return p
}

// comparedFirst is the first comparison: the unit put forward and those next to it in rank, else the first three.
func (r *Report) comparedFirst(e *Edition) []int {
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" && slices.Contains(e.order, row) {
		return append([]int{row}, e.neighbours(row)...)
	}
	rows := e.parts()[0].rows
	if len(rows) < 2 {
		rows = e.order
	}
	return rows[:min(3, len(rows))]
}

// neighbours are the rows just above and just below a row in its block's ranking; at an end, two on one side.
func (e *Edition) neighbours(row int) []int {
	for _, p := range e.parts() {
		i := slices.Index(p.rows, row)
		if i < 0 {
			continue
		}
		from := max(0, min(i-1, len(p.rows)-3))
		near := slices.Clone(p.rows[from:min(from+3, len(p.rows))])
		return slices.DeleteFunc(near, func(k int) bool { return k == row })
	}
	return nil
}

// ready are comparisons that readers are likely to want.
func (r *Report) ready(l Lang, e *Edition, first []int) (all []Sibling) {
	add := func(rows []int) {
		if len(rows) < 2 {
			return
		}
		href := CompareWith(e, rows)
		if !slices.ContainsFunc(all, func(s Sibling) bool { return s.Href == href }) {
			all = append(all, Sibling{Label: l.List(r.codesNames(l, e, rows)), Href: href})
		}
	}
	add(first)
	if focus, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" && slices.Contains(e.order, focus) {
		for _, rows := range [][]int{r.Peers(l, e, focus).Rows, e.order} {
			rows = slices.DeleteFunc(slices.Clone(rows), func(k int) bool { return k == focus })
			add(append([]int{focus}, rows[:min(len(rows), mostCompared-1)]...))
		}
	}
	for _, p := range e.parts() {
		add(p.rows[:min(len(p.rows), mostCompared)])
	}
	return all
}

// CompareWith is the part of an address that names the units that are compared.
func CompareWith(e *Edition, rows []int) string {
	keys := make([]string, len(rows))
	for i, row := range rows {
		keys[i] = Slug(e.Table.Units[row])
	}
	return "#u=" + strings.Join(keys, ",")
}

func (r *Report) codesNames(l Lang, e *Edition, rows []int) (names []string) {
	for _, row := range rows {
		names = append(names, r.Name(l, e.Table.Units[row]))
	}
	return names
}

// mostGroup is how many units a group's table sets side by side.
const mostGroup = 24

// comparedGroup lists the peers of the unit put forward, part by part.
func (r *Report) comparedGroup(l Lang, e *Edition, m *CompareModel) *Table {
	focus, ok := e.Table.Row(e.Board.Focus)
	if !ok || e.Board.Focus == "" || !slices.Contains(e.order, focus) {
		return nil
	}
	peers := r.Peers(l, e, focus)
	if len(peers.Rows) > mostGroup || len(peers.Rows) < 3 {
		return nil
	}
	t := &Table{ID: "nhom", Sortable: true, Caption: l.Say("compare.group", "group", peers.Name, "index", e.Board.Abbr(l), "edition", e.Edition.ID), Columns: []Column{{Label: l.unitHead(e.Board.Units)}}}
	nodes := slices.DeleteFunc(slices.Clone(m.Nodes), func(n CompareNode) bool { return n.Depth > 1 })
	for _, n := range nodes {
		t.Columns = append(t.Columns, Column{Label: n.Brief, Abbr: n.Name, Number: true})
	}
	for _, row := range peers.Rows {
		line := Row{Focus: row == focus, Cells: []Cell{r.unit(l, e.Table.Units[row])}}
		for _, n := range nodes {
			line.Cells = append(line.Cells, n.cell(l, m.at[row]))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
