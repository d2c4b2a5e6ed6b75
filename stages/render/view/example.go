package view

import (
	"slices"
	"strings"

	"xephang/stages/cube"
)

// Example is one number of an index followed from its cell to its rank: an indicator, then the total.
type Example struct {
	Title string
	Nodes []TrailNode
}

// example takes the unit that the index puts forward, else the first of the ranking, in the newest edition that is
// computed; nil where none is.
func (r *Report) example(l Lang, b *Board) *Example {
	for _, e := range slices.Backward(b.Editions) {
		if !e.Computes() || len(e.Order()) == 0 || !e.Table.Has(cube.Score, 0) {
			continue
		}
		row, ok := e.Table.Row(b.Focus)
		if !ok || !e.Standing(0, row).Has() {
			row = e.Order()[0]
		}
		w := way{Report: r, Lang: l, e: e, row: row}
		x := &Example{Title: l.Say("method.example", "unit", r.Name(l, e.Table.Units[row]), "edition", e.Edition.ID)}
		for col := range e.Nodes {
			if n := &e.Nodes[col]; n.Leaf() && !n.Measured && n.Parent >= 0 && e.Standing(col, row).Has() {
				x.Nodes = append(x.Nodes, w.node(col))
				break
			}
		}
		x.Nodes = append(x.Nodes, w.node(0))
		x.settle(e, row)
		return x
	}
	return nil
}

// settle gives the nodes names of their own on the page and has their links lead to the trail, where all nodes stand.
func (x *Example) settle(e *Edition, row int) {
	for i := range x.Nodes {
		x.Nodes[i].ID = "vi-du-" + x.Nodes[i].ID
		for k := range x.Nodes[i].Steps {
			s := &x.Nodes[i].Steps[k]
			anchor, here := strings.CutPrefix(s.Href, "#")
			if col := slices.Index(e.anchors, anchor); here && col >= 0 {
				s.Href = e.TrailHref(col, row)
			} else if here {
				s.Href = ""
			}
		}
	}
}
