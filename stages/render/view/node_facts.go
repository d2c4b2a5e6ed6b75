package view

import (
	"strings"

	"xephang/stages/robust"
)

// nodeFacts are what an indicator is measured in and what it counts for: as declared, and what the data make of it.
func (r *Report) nodeFacts(l Lang, b *Board, n noded) *Table {
	e := &Edition{Board: b, Plan: n.plan}
	node := n.plan.Nodes[n.col]
	t := &Table{ID: "thong-so", Caption: l.Say("node.facts.t", "node", n.name(l), "edition", n.plan.Edition.ID), Columns: []Column{{Label: l.Say("col.figure")}, {Label: l.Say("col.value")}}}
	add := func(key, value string) {
		if value != "" && value != Missing {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.Say(key), Head: true}, {Text: value}}})
		}
	}
	add("node.unit", l.In(node.Unit))
	if node.Range != nil {
		add("node.range", l.between(node.Range[0], node.Range[1]))
	}
	if !node.Measured {
		add("node.scale", l.between(n.plan.Scale.From, n.plan.Scale.To))
	}
	if node.Direction < 0 {
		add("node.direction", l.Say("node.less"))
	} else {
		add("node.direction", l.Say("node.more"))
	}
	if node.Points > 0 {
		add("method.col.pts", l.Exact(node.Points))
	}
	if node.Parent >= 0 {
		add("node.weight", l.weightIn(e, n.col))
		add("method.col.eff", share(l, e, n.col).Text)
	}
	if f, edition := r.influence(n); f != nil {
		add("node.nominal", l.weighed(f.Weight, edition))
		add("node.importance", l.weighed(f.Share, edition))
	}
	add("node.synonyms", strings.Join(node.Synonyms, ", "))
	return t
}

// between writes a range.
func (l Lang) between(low, high float64) string {
	return l.Say("node.between", "low", l.Exact(low), "high", l.Exact(high))
}

// weightIn is the declared weight of a node, with the sum of the weights beside it.
func (l Lang) weightIn(e *Edition, col int) string {
	own, sum := nan, 0.0
	parent := e.Nodes[e.Nodes[col].Parent]
	for _, c := range parent.Children {
		sum += c.Weight
		if c.Col == col {
			own = c.Weight
		}
	}
	if own != own || parent.Weighting.Name != "" && parent.Weighting.Name != "given" {
		return ""
	}
	return l.Say("node.weight.in", "weight", l.Exact(own), "sum", l.Exact(Round(sum, 9)), "node", noded{plan: e.Plan, col: parent.Col}.name(l))
}

// weighed writes a share of weights that an audit of an edition found; empty where it found none.
func (l Lang) weighed(x robust.Figure, edition string) string {
	if !x.OK() {
		return ""
	}
	return l.Say("node.at", "value", l.Percent(Round(x.Value, 3), 1), "edition", edition)
}

// influence is what the newest audit says of a node's part in its group, nil where none does.
func (r *Report) influence(n noded) (*robust.Influence, string) {
	id := n.plan.Nodes[n.col].ID
	for i := len(n.in) - 1; i >= 0; i-- {
		e := n.in[i]
		a := r.Audits[e.Plan]
		col, _ := e.Col(id)
		if a == nil || e.Nodes[col].Parent < 0 {
			continue
		}
		g := a.Of(e.Nodes[col].Parent)
		if g == nil {
			continue
		}
		for k := range g.Influences.Parts {
			if f := &g.Influences.Parts[k]; f.Node == col && f.Share.OK() {
				return f, e.Edition.ID
			}
		}
	}
	return nil, ""
}
