package view

import (
	"strconv"

	"xephang/stages/robust"
)

// groups are the combined nodes of the tree, and the root over all its indicators where that is another thing.
func (x *examiner) groups() []robust.Parts {
	all := append([]robust.Parts{}, x.a.Groups...)
	if x.a.Whole != nil {
		all = append(all, *x.a.Whole)
	}
	return all
}

// group names a set of parts: its node, or the root over all indicators.
func (x *examiner) group(g robust.Parts, whole bool) Cell {
	if whole {
		return Cell{Text: x.Say("exam.whole", "n", x.Whole(len(g.Parts))), Head: true}
	}
	return x.node(g.Node)
}

func (x *examiner) whole(i int) bool { return i >= len(x.a.Groups) }

// alphas is Cronbach's alpha of every group, and what each part does to it.
func (x *examiner) alphas() *Table {
	t := &Table{ID: "alpha", Caption: x.Say("exam.t.alpha"), Columns: []Column{words(x.Say("exam.col.node")), figures(x.Say("exam.col.alpha")), figures(x.Say("exam.col.raw")),
		figures(x.Say("exam.col.rest")), figures(x.Say("exam.col.without"))}}
	blank := Cell{Text: ""}
	for i, g := range x.groups() {
		if len(g.Parts) < 2 {
			continue
		}
		a := x.figure(g.Alpha.Standardised, 2)
		if g.Alpha.Standardised.OK() && g.Alpha.Standardised.Value < 0.7 {
			a.Tone = Bad
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{x.group(g, x.whole(i)), a, x.figure(g.Alpha.Raw, 2), blank, blank}})
		for _, p := range g.Alpha.Parts {
			t.Rows = append(t.Rows, Row{Indent: 1, Cells: []Cell{x.node(p.Node), blank, blank, x.figure(p.Rest, 2), x.figure(p.Without, 2)}})
		}
	}
	return t
}

// mostComponents is how many components a table shows.
const mostComponents = 6

// factors are the principal components: a summary of every group, then eigenvalues and loadings of those that have them.
func (x *examiner) factors() []*Table {
	sum := &Table{ID: "kmo", Caption: x.Say("exam.t.kmo"), Columns: []Column{words(x.Say("exam.col.node")), figures(x.Say("exam.col.units")), figures(x.Say("exam.col.kaiser")),
		figures(x.Say("exam.col.firstshare")), figures(x.Say("exam.col.kmo")), figures(x.Say("exam.col.chi")), figures(x.Say("exam.col.df")), figures(x.Say("exam.col.p"))}}
	all := []*Table{sum}
	for i, g := range x.groups() {
		c := g.Components
		if len(g.Parts) < 2 {
			continue
		}
		line := Row{Cells: []Cell{x.group(g, x.whole(i)), x.count(c.Units)}}
		if c.Why != robust.Known {
			none := Cell{Text: Missing, Tone: Quiet}
			sum.Rows = append(sum.Rows, Row{Cells: append(line.Cells, x.why(c.Why), none, none, none, none, none)})
			continue
		}
		sum.Rows = append(sum.Rows, Row{Cells: append(line.Cells, x.count(c.Kaiser), x.percent(robust.Figure{Value: c.Share[0], Why: robust.Known}), x.figure(c.KMO, 2),
			x.figure(c.Bartlett.ChiSquare, 1), x.count(c.Bartlett.Freedom), x.chanceOf(c.Bartlett.P))})
		all = append(all, x.loadings(g, i))
	}
	return all
}

// loadings is a table of one group: a row for the eigenvalues, the shares and each part; a column for each component and
// for each rotated factor where more than one is kept.
func (x *examiner) loadings(g robust.Parts, i int) *Table {
	c := g.Components
	shown := min(len(c.Eigenvalues), len(c.Loadings), mostComponents)
	t := &Table{ID: "tai-" + strconv.Itoa(i+1), Caption: x.Say("exam.t.loadings", "node", x.group(g, x.whole(i)).Text), Columns: []Column{words(x.Say("exam.col.node"))}}
	eigen, share, sum := Row{Cells: []Cell{{Text: x.Say("exam.eigen"), Head: true}}}, Row{Cells: []Cell{{Text: x.Say("exam.explained"), Head: true}}}, Row{Cells: []Cell{{Text: x.Say("exam.cumulative"), Head: true}}}
	known := func(v float64) Cell { return Cell{Text: x.Percent(v, 1), Value: Plain(v, 6)} }
	for k := range shown {
		t.Columns = append(t.Columns, figures(x.Say("exam.component", "n", x.Whole(k+1))))
		eigen.Cells, share.Cells, sum.Cells = append(eigen.Cells, x.num(c.Eigenvalues[k], 2)), append(share.Cells, known(c.Share[k])), append(sum.Cells, known(c.Cumulative[k]))
	}
	rotated := c.Rotated
	if len(rotated) < 2 {
		rotated = nil
	}
	rotated = rotated[:min(len(rotated), mostComponents)]
	for k := range rotated {
		t.Columns = append(t.Columns, figures(x.Say("exam.rotated", "n", x.Whole(k+1))))
		eigen.Cells, share.Cells, sum.Cells = append(eigen.Cells, x.num(c.Explained[k], 2)), append(share.Cells, Cell{}), append(sum.Cells, Cell{})
	}
	t.Rows = append(t.Rows, eigen, share, sum)
	for p, node := range g.Parts {
		line := Row{Cells: []Cell{x.node(node)}}
		for k := range shown {
			line.Cells = append(line.Cells, x.loading(c.Loadings[k][p]))
		}
		for k := range rotated {
			line.Cells = append(line.Cells, x.loading(rotated[k][p]))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

func (x *examiner) loading(v float64) Cell {
	c := x.num(v, 2)
	if v == v {
		c.Tone = shade(v)
	}
	return c
}
