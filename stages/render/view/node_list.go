package view

import (
	"strconv"
	"sync"

	"xephang/stages/index"
)

// NodesAddress is the page that lists the indicators of all indices.
const NodesAddress = "chi-so/index.html"

// nodeList is the nodes of an index over all its editions, made when first asked for.
type nodeList struct {
	once sync.Once
	all  []noded
	file map[string]string // by id
}

// noded is one node: as its newest plan has it, and the editions with a table that have it, oldest first.
type noded struct {
	plan *index.Plan
	col  int
	in   []*Edition
}

// nodes lists every node that an edition of the index has, those of the newest edition first, in reading order.
func (b *Board) nodes() []noded {
	b.list.once.Do(func() {
		b.list.file = map[string]string{}
		at, taken := map[string]int{}, map[string]bool{}
		for i := len(b.Plans) - 1; i >= 0; i-- {
			for col, n := range b.Plans[i].Nodes {
				if _, known := at[n.ID]; !known {
					at[n.ID] = len(b.list.all)
					b.list.all = append(b.list.all, noded{plan: b.Plans[i], col: col})
					b.list.file[n.ID] = free(Slug(n.ID), taken)
				}
			}
		}
		for _, e := range b.Editions {
			for _, n := range e.Nodes {
				x := &b.list.all[at[n.ID]]
				x.in = append(x.in, e)
			}
		}
	})
	return b.list.all
}

// free gives a file name that no node before it has: ids that differ by a sign alone get a number.
func free(name string, taken map[string]bool) string {
	got := name
	for i := 2; taken[got]; i++ {
		got = name + "-" + strconv.Itoa(i)
	}
	taken[got] = true
	return got
}

// NodeIDs lists the ids of the nodes that have a page.
func (b *Board) NodeIDs() (ids []string) {
	for _, n := range b.nodes() {
		ids = append(ids, n.plan.Nodes[n.col].ID)
	}
	return ids
}

// find gives a node by its id.
func (b *Board) find(id string) (noded, bool) {
	for _, n := range b.nodes() {
		if n.plan.Nodes[n.col].ID == id {
			return n, true
		}
	}
	return noded{}, false
}

// NodeAddress is the page of an indicator, empty where the index has no such node.
func NodeAddress(b *Board, id string) string {
	b.nodes()
	if b.list.file[id] == "" {
		return ""
	}
	return "chi-so/" + Slug(b.ID) + "/" + b.list.file[id] + ".html"
}

// Label is the short name of an index, its full one where another index is called the same.
func (r *Report) Label(l Lang, b *Board) string {
	for _, o := range r.Boards {
		if o != b && o.Abbr(l) == b.Abbr(l) {
			return l.In(b.Name)
		}
	}
	return b.Abbr(l)
}

// name of the node, its id where it has none.
func (n noded) name(l Lang) string {
	if name := l.In(n.plan.Nodes[n.col].Name); name != "" {
		return name
	}
	return n.plan.Nodes[n.col].ID
}

// NodeName names a node for titles.
func (b *Board) NodeName(l Lang, id string) string {
	if n, ok := b.find(id); ok {
		return n.name(l)
	}
	return id
}

// shown is the newest edition that has figures of the node: enough for a table of their own if any has so many. Nil where
// none has a figure.
func (n noded) shown() (*Edition, int) {
	for _, least := range []int{fewest, 1} {
		for i := len(n.in) - 1; i >= 0; i-- {
			e := n.in[i]
			col, _ := e.Col(n.plan.Nodes[n.col].ID)
			if len(e.having(col)) >= least {
				return e, col
			}
		}
	}
	return nil, 0
}

// having lists the rows that have a figure of a node, in the order of its ranking: by block, by place, by score from
// the best, by code.
func (e *Edition) having(col int) []int {
	rows := make([]int, 0, len(e.Table.Units))
	for row := range e.Table.Units {
		if e.Standing(col, row).Has() {
			rows = append(rows, row)
		}
	}
	e.sortBy(col, rows)
	return rows
}

// NodeTables list the nodes of every index as its newest edition has them, with how far their figures are known.
func (r *Report) NodeTables(l Lang) (all []*Table) {
	for _, b := range r.Boards {
		t := &Table{ID: Slug(b.ID), Caption: l.In(b.Name), Columns: []Column{{Label: l.Say("method.col.node")}, {Label: l.Say("method.col.code")}, {Label: l.Say("nodes.newest")}, {Label: l.Say("nodes.known"), Number: true}}}
		for _, n := range b.nodes() {
			node := n.plan.Nodes[n.col]
			newest, known := Cell{Text: Missing, Tone: Quiet}, Cell{Text: Missing, Tone: Quiet}
			if e, col := n.shown(); e != nil {
				newest, known = link(e.Edition.ID, e.Address()), l.count(len(e.having(col)))
			}
			t.Rows = append(t.Rows, Row{Indent: (&Edition{Board: b, Plan: n.plan}).depth(n.col), Cells: []Cell{{Text: n.name(l), Href: NodeAddress(b, node.ID), Head: true}, {Text: node.ID, Tone: Code}, newest, known}})
		}
		if len(t.Rows) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// Anchor of the index on the list of indicators.
func (b *Board) Anchor() string { return Slug(b.ID) }
