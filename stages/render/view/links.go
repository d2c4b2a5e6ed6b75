package view

import (
	"math"
	"slices"
	"strconv"

	"xephang/stages/robust"
)

// test is the cell of a statistic with its stars: the more, the less likely it is chance.
func (x *examiner) test(t robust.Test) Cell {
	c := x.figure(t.R, 2)
	if t.R.OK() && t.P.OK() {
		c.Small = stars(t.P.Value)
	}
	return c
}

func stars(p float64) string {
	switch {
	case p < 0.001:
		return "***"
	case p < 0.01:
		return "**"
	case p < 0.05:
		return "*"
	}
	return ""
}

// widest is how many columns a matrix of correlations has at most; a group of more parts is held against its node and
// the root alone.
const widest = 14

// links are the correlations: a matrix for each group, and every node with its own group and the root, three ways.
func (x *examiner) links() (all []*Table) {
	known := x.a.Correlations.Nodes
	for i, g := range x.a.Groups {
		parts := slices.DeleteFunc(slices.Clone(g.Parts), func(k int) bool { return !slices.Contains(known, k) })
		if len(parts) < 2 || len(parts) > widest {
			continue
		}
		nodes := parts
		if slices.Contains(known, g.Node) {
			nodes = append(slices.Clone(parts), g.Node)
		}
		if g.Node != 0 && slices.Contains(known, 0) {
			nodes = append(nodes, 0)
		}
		all = append(all, x.matrix("ma-tran-"+strconv.Itoa(i+1), x.Say("exam.t.matrix", "node", x.e.Brief(x.Lang, g.Node)), parts, nodes))
	}
	return append(all, x.own())
}

// matrix is a table of Pearson correlations, shaded by sign and size.
func (x *examiner) matrix(id, caption string, rows, columns []int) *Table {
	t := &Table{ID: id, Caption: caption, Columns: []Column{words(x.Say("exam.col.node"))}}
	for _, k := range columns {
		c := figures(x.e.Brief(x.Lang, k))
		if full := x.In(x.e.Nodes[k].Name); full != c.Label {
			c.Abbr = full
		}
		t.Columns = append(t.Columns, c)
	}
	for _, k := range rows {
		line := Row{Cells: []Cell{x.node(k)}}
		for _, other := range columns {
			if other == k {
				line.Cells = append(line.Cells, Cell{Text: Missing, Tone: Quiet})
				continue
			}
			at := x.a.Correlations.At(k, other).Pearson
			c := x.test(at)
			if at.R.OK() {
				c.Tone = shade(at.R.Value)
			}
			line.Cells = append(line.Cells, c)
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// shade of a correlation: q above zero, m below it.
func shade(r float64) Tone {
	side := "q"
	if r < 0 {
		side = "m"
	}
	switch a := math.Abs(r); {
	case a >= 0.92:
		return Tone(side + "4")
	case a >= 0.7:
		return Tone(side + "3")
	case a >= 0.5:
		return Tone(side + "2")
	case a >= 0.3:
		return Tone(side + "1")
	}
	return Plainly
}

// own is every node with the node it belongs to, and with the root.
func (x *examiner) own() *Table {
	t := &Table{ID: "voi-nhom", Caption: x.Say("exam.t.own"), Columns: []Column{words(x.Say("exam.col.node")), words(x.Say("exam.col.with")), figures(x.Say("exam.col.units")),
		figures(x.Say("exam.col.pearson")), figures(x.Say("exam.col.p")), figures(x.Say("exam.col.spearman")), figures(x.Say("exam.col.kendall"))}}
	add := func(k, with int) {
		c := x.a.Correlations.At(k, with)
		if c.Pearson.R.Why == robust.NotAsked || c.Pearson.R.Why == robust.NoData {
			return
		}
		t.Rows = append(t.Rows, Row{Indent: min(x.e.depth(k), 3), Cells: []Cell{x.node(k), {Text: x.e.Brief(x.Lang, with)}, x.count(c.N), x.test(c.Pearson), x.chanceOf(c.Pearson.P), x.test(c.Spearman), x.test(c.Kendall)}})
	}
	for k := 1; k < len(x.e.Nodes); k++ {
		if up := x.e.Nodes[k].Parent; up >= 0 {
			if add(k, up); up != 0 {
				add(k, 0)
			}
		}
	}
	return t
}

// chanceOf is the cell of a p-value.
func (x *examiner) chanceOf(p robust.Figure) Cell {
	c := x.figure(p, 3)
	if p.OK() && p.Value < 0.001 {
		c.Text = "<" + noBreak + x.Number(0.001, 3)
	}
	return c
}

// influences hold the weight of every part against what it comes to matter.
func (x *examiner) influences() *Table {
	t := &Table{ID: "trong-so-thuc", Caption: x.Say("exam.t.influence"), Columns: []Column{words(x.Say("exam.col.node")), figures(x.Say("exam.col.nominal")), figures(x.Say("exam.col.importance")),
		figures(x.Say("exam.col.effective")), figures(x.Say("exam.col.linear")), figures(x.Say("exam.col.ratio")), figures(x.Say("exam.col.root")), figures(x.Say("exam.col.wanted"))}}
	for _, g := range x.a.Groups {
		if len(g.Influences.Parts) == 0 {
			continue
		}
		blank := Cell{Text: ""}
		t.Rows = append(t.Rows, Row{Indent: min(x.e.depth(g.Node), 2), Cells: []Cell{x.node(g.Node), blank, blank, blank, blank, blank, blank, blank}})
		for _, f := range g.Influences.Parts {
			share := x.percent(f.Share)
			if f.Weight.OK() && f.Share.OK() && f.Weight.Value > 0 && (f.Share.Value >= 2*f.Weight.Value || f.Share.Value <= f.Weight.Value/2) {
				share.Tone = Bad
			}
			t.Rows = append(t.Rows, Row{Indent: min(x.e.depth(g.Node), 2) + 1, Cells: []Cell{x.node(f.Node), x.percent(f.Weight), share, x.percent(f.Effective), x.figure(f.Linear, 2),
				x.figure(f.Effect, 2), x.figure(f.Root, 2), x.percent(f.Wanted)}})
		}
	}
	return t
}
