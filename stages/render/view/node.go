package view

import (
	"cmp"
	"slices"
	"strings"
)

// NodePage is one indicator, or one combination of indicators, of an index.
type NodePage struct {
	Board      *Board
	Title      string
	About      string
	Stamp      []string
	Up         []Span // the nodes above it, the root first
	Message    string // who is best
	Older      string // said where the newest edition has no figure of it
	Facts      *Table // unit of measure, range, weights
	Rules      []string
	RuleHead   string
	Parts      *Table
	Spread     *Histogram
	Head       string // of the ranking
	Ranking    *Table
	RankingSub string
	Filters    []Filter
	Missing    *Table
	History    *Chart
	Editions   *Table
	Sources    *Sources
	Href       string // the ranking of the edition
}

// Node makes the page of an indicator; the index has it.
func (r *Report) Node(l Lang, b *Board, id string) NodePage {
	n, _ := b.find(id)
	node := n.plan.Nodes[n.col]
	p := NodePage{Board: b, Title: n.name(l), About: l.In(node.About), Up: n.above(l, b)}
	p.Stamp = []string{l.Say("node.of", "index", b.Abbr(l)), l.Say("unit.code", "code", node.ID), n.place(l)}
	p.RuleHead = l.Say("node.rule", "edition", n.plan.Edition.ID)
	p.Rules = n.rules(l)
	p.Facts = r.nodeFacts(l, b, n)
	p.Parts = n.parts(l, b)
	e, col := n.shown()
	if e == nil {
		p.Message = l.Say("node.none")
		return p
	}
	if newest := n.in[len(n.in)-1]; newest != e {
		p.Older = l.Say("node.older", "newest", newest.Edition.ID, "edition", e.Edition.ID)
		if at, ok := newest.Col(id); ok && len(newest.having(at)) > 0 {
			p.Older = l.Say("node.fewer", "newest", newest.Edition.ID, "count", l.Units(b.Units, len(newest.having(at))), "edition", e.Edition.ID)
		}
	}
	rows := e.having(col)
	p.Message = r.nodeMessage(l, e, col, rows)
	p.Spread = r.histogram(l, e, col, rows)
	p.Head = l.Say("node.ranking", "edition", e.Edition.ID)
	p.Ranking, p.RankingSub = r.nodeRanking(l, e, col, rows)
	p.Filters = r.filters(l, e)
	p.Missing = r.missing(l, e, col)
	p.Editions = r.nodeEditions(l, n)
	p.History = r.nodeHistory(l, n)
	p.Href = e.Address()
	s := r.sources(l, e)
	p.Sources = &s
	return p
}

// above are the nodes over it, the root first, as links.
func (n noded) above(l Lang, b *Board) (up []Span) {
	for at := n.plan.Nodes[n.col].Parent; at >= 0; at = n.plan.Nodes[at].Parent {
		x := noded{plan: n.plan, col: at}
		up = append(up, Span{Text: x.name(l), Href: NodeAddress(b, n.plan.Nodes[at].ID)})
	}
	slices.Reverse(up)
	return up
}

// place says what the node is in its tree.
func (n noded) place(l Lang) string {
	switch node := n.plan.Nodes[n.col]; {
	case n.col == 0:
		return l.Say("node.is.root")
	case node.Measured:
		return l.Say("method.measured")
	case node.Parent < 0:
		return l.Say("method.beside")
	case node.Leaf():
		return l.Say("node.is.leaf")
	}
	return l.Say("node.is.group")
}

// rules says how the node is computed, in the words of its declaration.
func (n noded) rules(l Lang) (says []string) {
	for _, t := range n.plan.Explain(n.col) {
		if s := l.In(t); s != "" {
			says = append(says, s)
		}
	}
	if n.col == 0 {
		for _, t := range n.plan.ExplainRanking() {
			if s := l.In(t); s != "" {
				says = append(says, s)
			}
		}
	}
	return says
}

// parts lists what the node is combined of, with weights.
func (n noded) parts(l Lang, b *Board) *Table {
	kids := n.plan.Nodes[n.col].Children
	if len(kids) == 0 {
		return nil
	}
	e := &Edition{Board: b, Plan: n.plan}
	t := &Table{ID: "gom", Caption: l.Say("node.parts.t", "node", n.name(l), "edition", n.plan.Edition.ID),
		Columns: []Column{{Label: l.Say("method.col.node")}, {Label: l.Say("method.col.w"), Number: true}, {Label: l.Say("method.col.eff"), Number: true}}}
	for _, k := range kids {
		x := noded{plan: n.plan, col: k.Col}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: x.name(l), Href: NodeAddress(b, n.plan.Nodes[k.Col].ID), Head: true},
			{Text: l.Exact(k.Weight), Value: Plain(k.Weight, 9)}, share(l, e, k.Col)}})
	}
	return t
}

// better orders scores of a node: the higher first, the lower first where less is better and the node is only measured.
func (e *Edition) better(col int, a, b float64) int {
	if n := e.Nodes[col]; n.Measured && n.Direction < 0 {
		a, b = b, a
	}
	return -cmp.Compare(a, b)
}

func (e *Edition) sortBy(col int, rows []int) {
	slices.SortStableFunc(rows, func(a, b int) int {
		x, y := e.Standing(col, a), e.Standing(col, b)
		if c := cmp.Or(cmp.Compare(e.Table.BlockOf(a), e.Table.BlockOf(b)), -cmp.Compare(min(x.Place, 1), min(y.Place, 1)), cmp.Compare(x.Place, y.Place)); c != 0 {
			return c
		}
		switch xs, ys := x.Score == x.Score, y.Score == y.Score; {
		case xs && ys:
			return cmp.Or(e.better(col, x.Score, y.Score), strings.Compare(e.Table.Units[a], e.Table.Units[b]))
		case xs != ys:
			return cmp.Compare(bit(ys), bit(xs))
		}
		return strings.Compare(e.Table.Units[a], e.Table.Units[b])
	})
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nodeMessage names who is best on a node, and where the unit put forward stands.
func (r *Report) nodeMessage(l Lang, e *Edition, col int, rows []int) string {
	best, who := nan, []int(nil)
	for _, row := range rows {
		s := e.Standing(col, row)
		if s.Score != s.Score {
			continue
		}
		x := Round(s.Score, s.Decimals)
		if c := e.better(col, x, best); best != best || c < 0 {
			best, who = x, nil
		}
		if x == best {
			who = append(who, row)
		}
	}
	var says []string
	args := []string{"edition", e.Edition.ID, "known", l.Units(e.Board.Units, len(rows))}
	if best == best {
		args = append(args, "score", l.Number(best, e.Standing(col, who[0]).Decimals))
		var names []string
		for _, row := range who {
			names = append(names, r.Name(l, e.Table.Units[row]))
		}
		if len(names) > 3 {
			says = append(says, l.Say("node.best.many", append(args, "units", l.Units(e.Board.Units, len(names)))...))
		} else {
			says = append(says, l.Say("node.best", append(args, "units", l.List(names))...))
		}
	} else {
		says = append(says, l.Say("node.ranks", args...))
	}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if s := e.Standing(col, row); s.Place > 0 {
			says = append(says, l.Say("node.focus", "unit", r.Name(l, e.Board.Focus), "rank", l.Rank(s.Place, s.Of), "score", l.Number(s.Score, s.Decimals)))
		}
	}
	return strings.Join(says, " ")
}
