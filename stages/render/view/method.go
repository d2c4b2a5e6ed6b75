package view

import (
	"strconv"
	"strings"
)

// MethodPage explains one index from its declaration.
type MethodPage struct {
	Board     *Board
	Title     string
	About     string
	Publisher string
	Source    string
	File      string
	Steps     []string // sentences on how it is computed
	TreeHead  string
	Tree      *Table
	Classes   *Table
	Editions  *Table
	Example   *Example // nil where nothing is computed
}

// Method makes the method page of an index, from its newest plan.
func (r *Report) Method(l Lang, b *Board) MethodPage {
	p := MethodPage{Board: b, Title: l.Say("method.of", "index", l.In(b.Name)), About: l.In(b.About), Source: l.In(b.Source),
		Publisher: l.Say("index.publisher", "publisher", l.In(b.Publisher)), File: l.Say("method.file", "file", b.File)}
	if len(b.Plans) == 0 {
		return p
	}
	plan := b.Plans[len(b.Plans)-1]
	e := &Edition{Board: b, Plan: plan}
	p.Steps = steps(l, plan)
	p.TreeHead = l.Say("method.tree", "edition", plan.Edition.ID)
	p.Tree, p.Classes, p.Editions = tree(l, e), classes(l, e), planTable(l, b)
	p.Example = r.example(l, b)
	return p
}

// tree lists the nodes in reading order, indented by depth.
func tree(l Lang, e *Edition) *Table {
	t := &Table{ID: "cay", Caption: l.Say("method.tree.t", "index", e.Board.Abbr(l), "edition", e.Edition.ID),
		Columns: []Column{{Label: l.Say("method.col.node")}, {Label: l.Say("method.col.code")}, {Label: l.Say("method.col.w"), Number: true}, {Label: l.Say("method.col.eff"), Number: true}}}
	points := false
	for _, n := range e.Nodes {
		points = points || n.Points > 0
	}
	if points {
		t.Columns = append(t.Columns, Column{Label: l.Say("method.col.pts"), Number: true})
	}
	t.Columns = append(t.Columns, Column{Label: l.Say("method.col.about")})
	for i := range e.Nodes {
		t.Rows = append(t.Rows, treeRow(l, e, i, points))
	}
	return t
}

func treeRow(l Lang, e *Edition, i int, points bool) Row {
	n := e.Nodes[i]
	row := Row{Indent: e.depth(i), Cells: []Cell{{Text: l.In(n.Name), Small: remark(l, e, i), Head: true, Href: NodeAddress(e.Board, n.ID)}, {Text: n.ID, Tone: Code}, weight(l, e, i), share(l, e, i)}}
	if points {
		c := Cell{Text: Missing, Tone: Quiet}
		if n.Points > 0 {
			c = Cell{Text: l.Exact(n.Points), Value: Plain(n.Points, 9)}
		}
		row.Cells = append(row.Cells, c)
	}
	row.Cells = append(row.Cells, Cell{Text: explained(l, e.Plan, i), Tone: Remark})
	return row
}

func remark(l Lang, e *Edition, i int) string {
	n := e.Nodes[i]
	var says []string
	if n.Parent < 0 && i > 0 {
		says = append(says, l.Say("method.beside"))
	}
	if n.Measured {
		says = append(says, l.Say("method.measured"))
	}
	if n.Direction < 0 {
		says = append(says, l.Say("method.less"))
	}
	if len(says) == 0 {
		return ""
	}
	return " (" + strings.Join(says, "; ") + ")"
}

func (e *Edition) depth(i int) (d int) {
	for p := e.Nodes[i].Parent; p >= 0; p = e.Nodes[p].Parent {
		d++
	}
	return d
}

// weight is the weight as declared at the parent.
func weight(l Lang, e *Edition, i int) Cell {
	if p := e.Nodes[i].Parent; p >= 0 {
		for _, c := range e.Nodes[p].Children {
			if c.Col == i {
				return Cell{Text: l.Exact(c.Weight), Value: Plain(c.Weight, 9)}
			}
		}
	}
	return Cell{Text: Missing, Tone: Quiet}
}

// share is the part of the total that a node makes up.
func share(l Lang, e *Edition, i int) Cell {
	v := e.Nodes[i].Effective
	if v != v || e.Nodes[i].Parent < 0 && i > 0 {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: l.Percent(v, 1), Value: Plain(v, 9)}
}

func classes(l Lang, e *Edition) *Table {
	if len(e.Classes.List) == 0 {
		return nil
	}
	t := &Table{ID: "nhom-diem", Caption: l.Say("method.classes.t", "index", e.Board.Abbr(l)), Columns: []Column{{Label: l.Say("col.class")}}}
	if e.Classes.Method == "" {
		t.Columns = append(t.Columns, Column{Label: l.Say("method.col.from"), Number: true})
	}
	for _, c := range e.Classes.List {
		cells := []Cell{{Text: l.In(c.Name), Head: true}}
		if e.Classes.Method == "" {
			cells = append(cells, Cell{Text: l.Exact(c.From), Value: Plain(c.From, 9)})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// planTable lists the editions with what sets them apart, newest first.
func planTable(l Lang, b *Board) *Table {
	t := &Table{ID: "cac-ky", Caption: l.Say("method.eds.t", "index", b.Abbr(l)), Columns: []Column{{Label: l.Say("col.edition")}, {Label: l.Say("col.status")},
		{Label: l.Say("method.col.dec"), Number: true}, {Label: l.Say("method.col.wts")}, {Label: l.Say("method.col.prev")}, {Label: l.Say("method.col.why")}}}
	for i := len(b.Plans) - 1; i >= 0; i-- {
		p := b.Plans[i]
		e := &Edition{Board: b, Plan: p}
		id := Cell{Text: p.Edition.ID, Head: true}
		if b.Edition(p.Edition.ID) != nil {
			id.Href = e.Address()
		}
		prev := Cell{Text: Missing, Tone: Quiet}
		if p.Previous != nil {
			prev = Cell{Text: p.Previous.Edition.ID}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{id, {Text: e.computes(l)}, {Text: strconv.Itoa(p.Scale.Decimals)}, {Text: weights(l, e)}, prev, {Text: e.worth(l), Tone: Remark}}})
	}
	return t
}

func (e *Edition) computes(l Lang) string {
	switch e.Edition.Compute {
	case "none":
		return l.Say("method.compute.n")
	case "scores":
		return l.Say("method.compute.s")
	}
	return l.Say("method.compute.r")
}

func (e *Edition) worth(l Lang) string {
	name, why := l.In(e.Edition.Name), l.In(e.Edition.Why)
	if name != "" && why != "" {
		return name + ". " + why
	}
	return name + why
}

// weights writes the declared weights of the root's parts, or says that they are equal.
func weights(l Lang, e *Edition) string {
	if len(e.Nodes) == 0 {
		return ""
	}
	kids := e.Root().Children
	equal := true
	var list []string
	for _, c := range kids {
		equal = equal && c.Weight == kids[0].Weight
		list = append(list, e.Brief(l, c.Col)+" "+l.Exact(c.Weight))
	}
	if equal && len(kids) > 1 {
		return l.Say("method.equal")
	}
	return strings.Join(list, "; ")
}
