package book

import (
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// ranks are the sheets of rounded scores and of ranks: a place is given on the published decimals, by RANK over the
// rounded column of the row's block.
func (a *audit) ranks() {
	var nodes []int
	for n := range a.e.Nodes {
		if a.t.Ranking(n) != nil {
			nodes = append(nodes, n)
		}
	}
	if !a.e.Computes() || len(nodes) == 0 {
		return
	}
	a.round(nodes)
	a.rank = area{sheet: a.open("rank"), at: map[int]int{}}
	columns := a.heading()
	for i, n := range nodes {
		a.rank.at[n] = 2 + i
		head := a.e.Brief(view.VI, n)
		columns = append(columns, matrixColumn{a.e.Nodes[n].ID, head, rankLook, figureWidth(head, 5)})
		a.define("hang_"+identifier(a.e.Nodes[n].ID), absolute(a.all(a.rank, n)))
	}
	classed := len(a.e.Classes.List) > 0 && a.e.Classes.Method == "" && a.t.Class != nil
	if classed {
		columns = append(columns, matrixColumn{head: view.VI.Say("col.class"), look: textLook, width: 16})
	}
	a.spread(&matrix{sheet: a.rank.sheet, title: a.say("audit.t.rank"), under: a.say("audit.u.rank"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			switch {
			case column < 2:
				return a.lead(row, column), ""
			case column-2 < len(nodes):
				return a.placeValue(nodes[column-2], row), a.placeFormula(nodes[column-2], row)
			}
			return a.className(row), a.classFormula(row)
		}})
}

// round is the sheet of rounded scores: of the root, without the units that are not ranked, and of every combined node
// unless the index ranks on full precision.
func (a *audit) round(nodes []int) {
	a.rounded = area{at: map[int]int{}}
	columns := a.heading()
	var own []int
	for _, n := range nodes {
		if n == 0 || !a.e.Nodes[n].Leaf() && a.e.Rank.On != "full" {
			a.rounded.at[n] = 2 + len(own)
			own = append(own, n)
			head := a.e.Brief(view.VI, n)
			columns = append(columns, matrixColumn{a.e.Nodes[n].ID, head, scoreLook(a.e.Scale.Decimals), figureWidth(head, 9)})
		}
	}
	a.rounded.sheet = a.open("round")
	a.spread(&matrix{sheet: a.rounded.sheet, title: a.say("audit.t.round", "n", num(a.e.Scale.Decimals)), under: a.say("audit.u.round"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			n := own[column-2]
			if n == 0 && a.unranked(a.rows[row]) {
				return view.VI.Say("audit.unranked"), ""
			}
			x := a.score.cell(n, row)
			if a.e.Nodes[n].Leaf() || a.e.Rank.On == "full" {
				return a.t.At(cube.Score, n).At(a.rows[row]), "IF(ISNUMBER(" + x + ")," + x + `,"")`
			}
			return a.published(n, row), "IF(ISNUMBER(" + x + "),ROUND(" + x + "," + num(a.e.Scale.Decimals) + `),"")`
		}})
}

// published is a score at the decimals of publication.
func (a *audit) published(n, row int) float64 {
	return view.Round(a.t.At(cube.Score, n).At(a.rows[row]), a.e.Scale.Decimals)
}

// ranked is where a node is ranked on: rounded scores, or the scores themselves.
func (a *audit) ranked(n int) area {
	if _, ok := a.rounded.at[n]; ok {
		return a.rounded
	}
	return a.score
}

func (a *audit) placeFormula(n, row int) string {
	on, s := a.ranked(n), a.spans[a.block[row]]
	x, column := on.cell(n, row), on.column(n, s.from, s.to)
	return placing(x, column, a.e.Rank.Ties, on.column(n, s.from, firstRow+row), firstRow+row > s.from)
}

// placing gives a cell's place in a column by a rule of ties. above is the column down to the cell itself: with ordinal
// ties the rows stand by code, and an equal unit further up comes first.
func placing(x, column, ties, above string, has bool) string {
	text := "RANK(" + x + "," + column + ",0)"
	switch ties {
	case "dense":
		text = "SUMPRODUCT(ISNUMBER(" + column + ")*(" + column + ">" + x + ")/COUNTIF(" + column + "," + column + "))+1"
	case "average":
		text = "SUM(" + text + ",COUNTIF(" + column + "," + x + ")/2,-0.5)"
	case "ordinal":
		if has {
			text = "SUM(" + text + ",COUNTIF(" + above + "," + x + "),-1)"
		}
	}
	return "IF(ISNUMBER(" + x + ")," + text + `,"")`
}

// placeValue is the engine's place.
func (a *audit) placeValue(n, row int) float64 {
	r := a.t.Ranking(n)
	if r == nil || r.Place[a.rows[row]] == 0 {
		return nan
	}
	if r.Average != nil {
		return r.Average[a.rows[row]]
	}
	return float64(r.Place[a.rows[row]])
}

// classFormula finds the class by the thresholds, best first.
func (a *audit) classFormula(row int) string {
	x, text := a.ranked(0).cell(0, row), `""`
	for _, c := range slices.Backward(a.e.Classes.List) {
		text = "IF(" + x + ">=" + figure(c.From) + `,"` + strings.ReplaceAll(view.VI.In(c.Name), `"`, `""`) + `",` + text + ")"
	}
	return "IF(ISNUMBER(" + x + ")," + text + `,"")`
}

func (a *audit) className(row int) string {
	if c := a.t.Class[a.rows[row]]; c >= 0 && int(c) < len(a.e.Classes.List) {
		return view.VI.In(a.e.Classes.List[c].Name)
	}
	return ""
}
