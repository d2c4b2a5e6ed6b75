package book

import (
	"slices"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// verify adds three sheets: what the program computed, how far every formula is from it, and the sum of that by node.
// After an input is changed they show what the change moves.
func (a *audit) verify() {
	var nodes []int
	for n := range a.e.Nodes {
		if _, ok := a.score.at[n]; ok {
			nodes = append(nodes, n)
		}
	}
	ranked := a.ranksOf(nodes)
	summary, gaps, engine := a.open("check"), a.open("gaps"), a.open("engine")
	columns := a.heading()
	for _, n := range nodes {
		head := a.e.Brief(view.VI, n)
		columns = append(columns, matrixColumn{a.e.Nodes[n].ID, head, exactLook, figureWidth(head, 9)})
	}
	for _, n := range ranked {
		head := view.VI.Say("book.col.prankof", "part", a.e.Brief(view.VI, n))
		columns = append(columns, matrixColumn{a.e.Nodes[n].ID, head, rankLook, figureWidth(head, 6)})
	}
	at := func(column int) (of area, n int, value func(row int) float64) {
		if k := column - 2; k < len(nodes) {
			return a.score, nodes[k], func(row int) float64 { return a.t.At(cube.Score, nodes[k]).At(a.rows[row]) }
		}
		n = ranked[column-2-len(nodes)]
		return a.rank, n, func(row int) float64 { return a.placeValue(n, row) }
	}
	a.compared(engine, "engine", columns, func(row, column int) (any, string) {
		_, _, value := at(column)
		return value(row), ""
	})
	apart := slices.Clone(columns)
	for i := range apart[2:] {
		apart[2+i].look = tinyLook
	}
	a.compared(gaps, "gaps", apart, func(row, column int) (any, string) {
		of, n, _ := at(column)
		f, e := of.cell(n, row), quoted(engine)+ref(column, firstRow+row)
		return 0.0, "IF(COUNT(" + f + "," + e + ")=2,ABS(" + f + "-" + e + "),IF(COUNT(" + f + "," + e + ")=0,0,1))"
	})
	a.summary(summary, gaps, apart[2:], len(nodes))
}

// compared writes one of the sheets of the comparison.
func (a *audit) compared(sheet, key string, columns []matrixColumn, cell func(row, column int) (any, string)) {
	a.spread(&matrix{sheet: sheet, title: a.say("audit.t." + key), under: a.say("audit.u." + key), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			return cell(row, column)
		}})
}

func (a *audit) ranksOf(nodes []int) (all []int) {
	for _, n := range nodes {
		if _, ok := a.rank.at[n]; ok {
			all = append(all, n)
		}
	}
	return all
}

const tolerance = "1E-09"

// summary is a row for each column of differences, and one for all of them.
func (a *audit) summary(sheet, gaps string, columns []matrixColumn, scores int) {
	from, to := num(firstRow), num(firstRow+len(a.rows)-1)
	heads := []matrixColumn{{head: view.VI.Say("audit.checked"), look: textLook, width: 44}, {head: view.VI.Say("method.col.code"), look: textLook, width: 22},
		{head: view.VI.Say("audit.cells"), look: wholeLook, width: 14}, {head: view.VI.Say("audit.wrong"), look: wholeLook, width: 16},
		{head: view.VI.Say("audit.worst"), look: tinyLook, width: 16}, {head: view.VI.Say("audit.verdict"), look: verdictLook(), width: 14}}
	last := num(firstRow + len(columns))
	a.spread(&matrix{sheet: sheet, title: a.say("audit.t.check"), under: a.say("audit.u.check"), back: a.cover, columns: heads, frozen: 0, rows: 1 + len(columns),
		cell: func(row, column int) (any, string) {
			at := num(firstRow + row)
			verdict := "IF(D" + at + "=0,1,0)"
			if row == 0 {
				below := func(c string) string { return c + num(firstRow+1) + ":" + c + last }
				return []any{view.VI.Say("audit.all"), "", len(columns) * len(a.rows), 0, 0.0, 1}[column],
					[]string{"", "", "SUM(" + below("C") + ")", "SUM(" + below("D") + ")", "MAX(" + below("E") + ")", verdict}[column]
			}
			c := letters(1 + row)
			span := quoted(gaps) + c + "$" + from + ":" + c + "$" + to
			kind := view.VI.Say("col.score") + ": " + columns[row-1].head
			if row > scores {
				kind = columns[row-1].head
			}
			return []any{kind, columns[row-1].id, len(a.rows), 0, 0.0, 1}[column],
				[]string{"", "", "COUNT(" + span + ")", "COUNTIF(" + span + `,">` + tolerance + `")`, "MAX(" + span + ")", verdict}[column]
		}})
}

// verdictLook shows 1 as "Đúng" and 0 as "Lệch".
func verdictLook() look {
	return look{border: true, bold: true, centre: true, format: `[=1]"` + view.VI.Say("audit.right") + `";[=0]"` + view.VI.Say("audit.off") + `";General`}
}
