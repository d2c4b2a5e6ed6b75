package view

import "math"

// moveTable lists a block's units: ranks and scores of both editions and what changed, on the whole and part by part;
// columns that nothing fills are left out.
func (r *Report) moveTable(l Lang, e *Edition, p part) *Table {
	t := &Table{Sortable: true, Caption: l.Say("move.table", "index", e.Board.Abbr(l), "edition", e.Edition.ID, "before", e.beforeID()),
		Columns: []Column{{Label: l.Say("col.rank"), Number: true}, {Label: l.unitHead(e.Board.Units)}, {Label: l.Say("move.col.was", "edition", e.beforeID()), Number: true},
			{Label: l.Say("move.col.change"), Number: true}, {Label: l.Say("col.score"), Number: true}, {Label: l.Say("move.col.score"), Number: true}}}
	parts := e.sharedParts()
	for _, k := range parts {
		c := Column{Label: l.Say("move.col.part", "part", e.Brief(l, k)), Number: true}
		if full := l.In(e.Nodes[k].Name); full != e.Brief(l, k) {
			c.Abbr = full
		}
		t.Columns = append(t.Columns, c)
	}
	keys := r.groupKeys(e)
	filled := make([]bool, len(t.Columns))
	for _, row := range p.rows {
		code, s := e.Table.Units[row], e.Standing(0, row)
		was := Cell{Text: Missing, Tone: Quiet}
		if s.Comparable {
			was = l.count(s.Place + s.Change)
		}
		cells := []Cell{l.tiedRank(s), r.unit(l, code), was, l.change(s), l.score(e, s), l.scoreMove(e, 0, row)}
		for _, k := range parts {
			cells = append(cells, l.scoreMove(e, k, row))
		}
		for i, c := range cells {
			filled[i] = filled[i] || c.Text != Missing
		}
		t.Rows = append(t.Rows, Row{Focus: code == e.Board.Focus, Keys: keys(code), Cells: cells})
	}
	for i := len(filled) - 1; i >= 0; i-- {
		if !filled[i] {
			t.drop(i)
		}
	}
	return t
}

// sharedParts are the parts of the root that stand in both editions.
func (e *Edition) sharedParts() (cols []int) {
	for _, c := range e.Root().Children {
		if _, ok := e.before.Col(e.Nodes[c.Col].ID); ok {
			cols = append(cols, c.Col)
		}
	}
	return cols
}

// scoreMove is the cell of a score's change since the edition before, on one scale only and with the decimals that both
// editions print.
func (l Lang) scoreMove(e *Edition, node, row int) Cell {
	none := Cell{Text: Missing, Tone: Quiet}
	b := e.before
	old, in := b.Table.Row(e.Table.Units[row])
	col, ok := b.Col(e.Nodes[node].ID)
	if !in || !ok || e.Scale.From != b.Scale.From || e.Scale.To != b.Scale.To {
		return none
	}
	now, was := e.Standing(node, row), b.Standing(col, old)
	decimals := min(now.Decimals, was.Decimals)
	by := Round(now.Score, now.Decimals) - Round(was.Score, was.Decimals)
	if math.IsNaN(by) {
		return none
	}
	return Cell{Text: l.Signed(by, decimals), Value: Plain(by, decimals), Tone: toneOfGap(Round(by, decimals))}
}
