package book

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// scores is the sheet of every node's score: indicators as they come from the step before, the nodes above combined of
// them by the weights.
func (a *audit) scores() {
	var nodes []int
	for n := range a.e.Nodes {
		if a.t.Has(cube.Score, n) {
			nodes = append(nodes, n)
		}
	}
	a.combined(nodes)
	a.score = area{sheet: a.open("score"), at: map[int]int{}}
	for i, n := range nodes {
		a.score.at[n] = 2 + i
	}
	columns, makers := a.heading(), make([]func(int) string, len(nodes))
	for i, n := range nodes {
		p := &a.e.Nodes[n]
		c := matrixColumn{p.ID, a.e.Brief(view.VI, n), exactLook, figureWidth(a.e.Brief(view.VI, n), 9)}
		if c.look.bold = !p.Leaf(); len(p.ID) > 12 {
			c.width = max(c.width, textWidth(p.ID, false)*9/11+1)
		}
		if makers[i] = a.scoreFormula(n); makers[i] == nil {
			c.look = fixedLook
		}
		columns = append(columns, c)
		a.define("diem_"+identifier(p.ID), absolute(a.all(a.score, n)))
	}
	a.writeWeights()
	a.writeTuning(a.tunedColumn)
	a.writeCombined()
	a.spread(&matrix{sheet: a.score.sheet, title: a.say("audit.t.score"), under: a.say("audit.u.score"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			value := a.t.At(cube.Score, nodes[column-2]).At(a.rows[row])
			if makers[column-2] == nil {
				return value, ""
			}
			return value, makers[column-2](row)
		}})
}

// scoreFormula makes the formulas of a node's score.
func (a *audit) scoreFormula(n int) func(row int) string {
	p := &a.e.Nodes[n]
	switch {
	case p.Leaf():
		before, gap := a.latest(n), `""`
		if a.zeroes(p) {
			gap = "0"
		}
		return func(row int) string {
			x, gap := before.cell(n, row), gap
			if of := a.rows[row]; a.held(n, of) || a.spare(n, of) {
				gap = `""`
			}
			return "IF(ISNUMBER(" + x + ")," + x + "," + gap + ")"
		}
	case a.scaledUp(n):
		if _, ok := a.pre.at[n]; !ok {
			a.missing(n, "score", "score")
			return nil
		}
		return a.scaled(p, func(row int) string { return a.pre.cell(n, row) }, a.all(a.pre, n), "")
	}
	return a.combineFormula(n, a.score.near)
}

// zeroes tells the indicators whose gaps score 0.
func (a *audit) zeroes(p *index.PlanNode) bool {
	return p.Missing == "zero" && !p.Measured && a.e.Edition.Compute != "scores"
}

// scaledUp tells the combined nodes that are put on a scale of their own.
func (a *audit) scaledUp(n int) bool {
	p := &a.e.Nodes[n]
	return !p.Leaf() && p.Node.Normalise.Name != "" && p.Node.Normalise.Name != "none"
}

// combineFormula makes the formulas of a combined node over the cells that at gives; nil, with a word in the guide,
// where the combination has none in Excel or its formula would be too long.
func (a *audit) combineFormula(n int, at func(node, row int) string) func(row int) string {
	p := &a.e.Nodes[n]
	edges, body := a.partsOf(n), combination(p.Combine)
	if p.Combine.Name == "median" && evenly(edges) {
		body = medianOf
	}
	if body == nil || p.Weighting.Name == "bod" || len(edges) == 0 {
		a.missing(n, "score", "score")
		return nil
	}
	maker := func(row int) string {
		parts := make([]operand, len(edges))
		for i, e := range edges {
			parts[i] = operand{x: at(e.child, row), w: e.name, gap: a.gapAt(e.child, row)}
			if parts[i].seen = parts[i].x; a.e.Nodes[e.child].Leaf() && parts[i].gap == "zero" {
				parts[i].seen = a.latest(e.child).cell(e.child, row) // the score itself is 0 where nothing was there
			}
			parts[i].mean, parts[i].wide = e.cell+"H$"+num(e.row), e.cell+"I$"+num(e.row)
		}
		return conditions(parts, a.leastParts(p), body(parts))
	}
	if len(maker(len(a.rows)-1)) > mostChars {
		a.missing(n, "score", "long")
		return nil
	}
	return maker
}

func evenly(edges []edge) bool {
	return !slices.ContainsFunc(edges, func(e edge) bool { return e.weight != edges[0].weight })
}

func medianOf(parts []operand) string {
	var all []string
	for _, o := range parts {
		all = append(all, o.value())
	}
	return "MEDIAN(" + strings.Join(all, ",") + ")"
}

// gapAt is what a missing part does to the unit in a row of the sheet: what its reason says, else the rule of the part.
func (a *audit) gapAt(child, row int) string {
	switch of := a.rows[row]; {
	case a.held(child, of):
		return "withhold"
	case a.spare(child, of):
		return "exclude"
	}
	return a.gapOf(child)
}

// gapOf is what a missing part does.
func (a *audit) gapOf(child int) string {
	if a.e.Edition.Compute == "scores" {
		return "withhold"
	}
	return cmp.Or(a.e.Nodes[child].Missing, "exclude")
}

// leastParts is how many parts a coverage asks for; a share that was meant to hit a whole number does.
func (a *audit) leastParts(p *index.PlanNode) int {
	return max(1, int(math.Ceil(float64(p.Coverage*float64(len(p.Children)))-1e-9)))
}

// conditions withholds a combination where parts are missing that must be there, and where there is no number.
func conditions(parts []operand, least int, body string) string {
	var all, must []string
	zero := false
	for _, o := range parts {
		all = append(all, o.seen)
		zero = zero || o.gap == "zero"
		if o.gap == "withhold" {
			must = append(must, o.seen)
		}
	}
	if zero && least == 1 {
		least = 0 // a part that counts as zero is always there
	}
	var tests []string
	switch {
	case len(must) == len(all):
		tests = append(tests, "COUNT("+strings.Join(all, ",")+")<"+num(len(all)))
	case len(must) > 0:
		tests = append(tests, "COUNT("+strings.Join(must, ",")+")<"+num(len(must)))
	}
	if least > 0 && len(must) < len(all) {
		tests = append(tests, "COUNT("+strings.Join(all, ",")+")<"+num(least))
	}
	switch len(tests) {
	case 0:
		return "IFERROR(" + body + `,"")`
	case 1:
		return "IFERROR(IF(" + tests[0] + `,"",` + body + `),"")`
	}
	return "IFERROR(IF(OR(" + strings.Join(tests, ",") + `),"",` + body + `),"")`
}

// combined opens the sheet of combinations that go onto a scale of their own before they go up. Their figures are no
// layer of the cube: they are computed here, for weighted means.
func (a *audit) combined(nodes []int) {
	a.pre = area{at: map[int]int{}}
	for _, n := range nodes {
		if name := a.e.Nodes[n].Combine.Name; a.scaledUp(n) && slices.Contains([]string{"", "mean", "arithmetic", "points"}, name) && a.e.Nodes[n].Weighting.Name != "bod" {
			a.pre.at[n] = 2 + len(a.pre.at)
		}
	}
	if len(a.pre.at) > 0 {
		a.pre.sheet = a.open("combined")
	}
}

// writeCombined writes that sheet, over the scores of the parts.
func (a *audit) writeCombined() {
	if len(a.pre.at) == 0 {
		return
	}
	columns, nodes := a.heading(), make([]int, len(a.pre.at))
	for n, at := range a.pre.at {
		nodes[at-2] = n
	}
	makers, means := make([]func(int) string, len(nodes)), make([][]float64, len(nodes))
	for i, n := range nodes {
		columns = append(columns, matrixColumn{a.e.Nodes[n].ID, view.VI.In(a.e.Nodes[n].Name), exactLook, figureWidth(view.VI.In(a.e.Nodes[n].Name), 9)})
		makers[i], means[i] = a.combineFormula(n, a.score.cell), a.means(n)
	}
	a.spread(&matrix{sheet: a.pre.sheet, title: a.say("audit.t.combined"), under: a.say("audit.u.combined"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			if makers[column-2] == nil {
				return means[column-2][row], ""
			}
			return means[column-2][row], makers[column-2](row)
		}})
}

// means are the weighted means of a node's parts, by row of the sheet.
func (a *audit) means(n int) []float64 {
	edges, all := a.partsOf(n), make([]float64, len(a.rows))
	for i, row := range a.rows {
		sum, weight, there, withheld := 0.0, 0.0, 0, false
		for _, e := range edges {
			x := a.t.At(cube.Score, e.child).At(row)
			gap := a.gapAt(e.child, i)
			withheld = withheld || x != x && gap == "withhold"
			if x == x {
				there++
				sum += float64(e.weight * x)
			}
			if x == x || gap == "zero" {
				weight += e.weight
			}
		}
		if all[i] = sum / weight; withheld || there < a.leastParts(&a.e.Nodes[n]) {
			all[i] = nan
		}
	}
	return all
}

// tunedColumn is the column that a node's limits are taken from: its span, empty where they come from more than this
// edition, and its figures.
func (a *audit) tunedColumn(n int) (string, []float64) {
	if _, ok := a.pre.at[n]; ok {
		return a.all(a.pre, n), a.means(n)
	}
	if a.e.Across != "editions" {
		if _, ok := a.before[n].at[n]; !ok {
			return "", a.figures(cube.Treated, n)
		}
		return a.all(a.before[n], n), a.figures(cube.Treated, n)
	}
	var pool []float64
	for _, e := range a.e.Board.Editions {
		if col, ok := e.Col(a.e.Nodes[n].ID); ok && e.Table.Has(cube.Treated, col) {
			pool = append(pool, e.Table.At(cube.Treated, col).Values()...)
		}
	}
	return "", pool
}
