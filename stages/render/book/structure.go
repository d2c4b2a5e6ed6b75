package book

import (
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// structure is the sheet of nodes: where each stands, how it is made, in words of its declaration.
func (a *audit) structure() {
	heads := []matrixColumn{
		{head: view.VI.Say("method.col.code"), look: textLook, width: 16}, {head: view.VI.Say("method.col.node"), look: textLook, width: 40},
		{head: view.VI.Say("audit.level"), look: rankLook, width: 8}, {head: view.VI.Say("audit.parent"), look: textLook, width: 16},
		{head: view.VI.Say("method.col.eff"), look: look{border: true, format: "0.0%"}, width: 12},
		{head: view.VI.Say("audit.how"), look: wrapLook, width: 90},
	}
	a.spread(&matrix{sheet: a.open("structure"), title: a.say("audit.t.structure"), under: a.say("audit.u.structure"), back: a.cover,
		columns: heads, frozen: 2, rows: len(a.e.Nodes), height: func(row int) float64 { return 4 + 14*float64(linesIn(a.explained(row), 86, false)) },
		cell: func(row, column int) (any, string) {
			n := &a.e.Nodes[row]
			switch column {
			case 0:
				return n.ID, ""
			case 1:
				return strings.Repeat("   ", depth(a.e, row)) + view.VI.In(n.Name), ""
			case 2:
				return n.Level, ""
			case 3:
				if n.Parent >= 0 {
					return a.e.Nodes[n.Parent].ID, ""
				}
				return nil, ""
			case 4:
				return n.Effective, ""
			}
			return a.explained(row), ""
		}})
}

func depth(e *view.Edition, node int) (d int) {
	for p := e.Nodes[node].Parent; p >= 0; p = e.Nodes[p].Parent {
		d++
	}
	return d
}

// explained is how a node is computed, in sentences.
func (a *audit) explained(node int) string {
	var says []string
	for _, t := range a.e.Plan.Explain(node) {
		if s := view.VI.In(t); s != "" {
			says = append(says, s)
		}
	}
	return strings.Join(says, " ")
}

// edge is a part of a combined node with its weight.
type edge struct {
	parent, child int
	weight        float64
	name          string // that formulas call the weight by
	cell          string // 'Trọng số'!$, to which column and row are added
	row           int    // on the sheet of weights
	found         bool   // from the data, not declared
}

// weights is the sheet of weights, open to change, each under a name by its node's id.
func (a *audit) weights() {
	taken := map[string]bool{}
	for p := range a.e.Nodes {
		a.collect(p, taken)
	}
	sheet := a.open("weights")
	for i := range a.edges {
		a.edges[i].cell, a.edges[i].row = quoted(sheet)+"$", firstRow+i
		a.define(a.edges[i].name, quoted(sheet)+"$E$"+num(firstRow+i))
	}
	a.weightsAt = sheet
}

// writeWeights writes the sheet of weights; for the adjusted Mazziotta–Pareto index it holds the mean and the reach of
// every part as well.
func (a *audit) writeWeights() {
	heads := []matrixColumn{
		{head: view.VI.Say("audit.parent"), look: textLook, width: 18}, {head: view.VI.Say("method.col.node"), look: textLook, width: 36},
		{head: view.VI.Say("method.col.code"), look: textLook, width: 18}, {head: view.VI.Say("audit.part"), look: textLook, width: 36},
		{head: view.VI.Say("audit.weight"), look: openLook, width: 12}, {head: view.VI.Say("audit.share"), look: look{border: true, format: "0.00%"}, width: 12},
		{head: view.VI.Say("audit.name"), look: look{border: true, indent: 1, colour: quiet}, width: 26},
	}
	if slices.ContainsFunc(a.edges, a.adjusted) {
		heads = append(heads, matrixColumn{head: view.VI.Say("audit.average"), look: exactLook, width: 14}, matrixColumn{head: view.VI.Say("audit.reach"), look: exactLook, width: 14})
	}
	a.spread(&matrix{sheet: a.weightsAt, title: a.say("audit.t.weights"), under: a.say("audit.u.weights"), back: a.cover, columns: heads, frozen: 0, rows: len(a.edges),
		cell: func(row, column int) (any, string) { return a.weightCell(a.edges[row], row, column) }})
}

func (a *audit) weightCell(e edge, row, column int) (any, string) {
	switch column {
	case 0:
		return a.e.Nodes[e.parent].ID, ""
	case 1:
		return view.VI.In(a.e.Nodes[e.parent].Name), ""
	case 2:
		return a.e.Nodes[e.child].ID, ""
	case 3:
		return view.VI.In(a.e.Nodes[e.child].Name), ""
	case 4:
		return e.weight, ""
	case 6:
		return e.name, ""
	}
	if column > 6 {
		return a.reach(e, column == 7)
	}
	first, last, sum := row, row, 0.0
	for first > 0 && a.edges[first-1].parent == e.parent {
		first--
	}
	for last+1 < len(a.edges) && a.edges[last+1].parent == e.parent {
		last++
	}
	for _, o := range a.edges[first : last+1] {
		sum += o.weight
	}
	return e.weight / sum, "IFERROR(E" + num(firstRow+row) + "/SUM(E$" + num(firstRow+first) + ":E$" + num(firstRow+last) + "),\"\")"
}

// adjusted tells the parts of an adjusted Mazziotta–Pareto index.
func (a *audit) adjusted(e edge) bool { return a.e.Nodes[e.parent].Combine.Name == "ampi" }

// reach is the mean of a part's scores, or the reach between its extremes.
func (a *audit) reach(e edge, mean bool) (any, string) {
	if !a.adjusted(e) {
		return nil, ""
	}
	m, column := a.moments(e.child, a.figures(cube.Score, e.child)), absolute(a.all(a.score, e.child))
	if mean {
		return m[average], "AVERAGE(" + column + ")"
	}
	return m[greatest] - m[least], "MAX(" + column + ")-MIN(" + column + ")"
}

// collect takes the parts of a node: declared weights, 1 where they are equal, or those that were found from the data.
func (a *audit) collect(p int, taken map[string]bool) {
	n := &a.e.Nodes[p]
	if n.Leaf() || !a.t.Has(cube.Score, p) {
		return
	}
	found := a.t.Weights(p)
	for k, c := range n.Children {
		e := edge{parent: p, child: c.Col, weight: c.Weight, found: found != nil}
		switch {
		case found != nil:
			e.weight = found[k]
		case n.Weighting.Name == "equal":
			e.weight = 1
		}
		want := "ts_" + identifier(a.e.Nodes[c.Col].ID)
		if a.e.Nodes[c.Col].Parent != p {
			want = "ts_" + identifier(n.ID) + "__" + identifier(a.e.Nodes[c.Col].ID)
		}
		e.name = want
		for k := 2; taken[strings.ToLower(e.name)]; k++ {
			e.name = want + "_" + num(k)
		}
		taken[strings.ToLower(e.name)] = true
		a.edges = append(a.edges, e)
	}
	if found != nil {
		a.missing(p, "weights", "weights")
	}
}

// identifier makes a part of a name that Excel takes: ASCII letters, digits and low lines.
func identifier(id string) string { return strings.ReplaceAll(view.Slug(id), "-", "_") }

// parts lists the edges of a node.
func (a *audit) partsOf(node int) (all []edge) {
	for _, e := range a.edges {
		if e.parent == node {
			all = append(all, e)
		}
	}
	return all
}
