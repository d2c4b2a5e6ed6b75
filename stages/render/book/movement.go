package book

import (
	"math"
	"slices"

	"xephang/stages/render/view"
)

// moves is the sheet of changes since the edition before.
func (b *ranking) moves() *grid {
	before := b.e.Before()
	if before == nil {
		return nil
	}
	id, digits := before.Edition.ID, b.digits(0)
	g := &grid{sheet: view.VI.Say("book.moves"), title: b.say("book.t.moves", "before", id), under: b.source(), holds: view.VI.Say("book.d.moves"), frozen: 1}
	g.columns = []column{
		{head: b.unitHead(), look: textLook, most: 44},
		{head: b.head("book.col.was", "edition", id), look: rankLook},
		{head: b.head("book.col.was", "edition", b.e.Edition.ID), look: rankLook},
		{head: b.head("book.col.up"), look: changeLook, sign: true},
		{head: b.head("book.col.wassc", "edition", id), look: scoreLook(digits)},
		{head: b.head("book.col.wassc", "edition", b.e.Edition.ID), look: scoreLook(digits)},
		{head: b.head("book.col.upsc"), look: signedLook(digits), sign: true},
		{head: b.head("book.col.block"), look: textLook, most: 44},
	}
	var rows []int
	for _, block := range b.e.Blocks() {
		for _, row := range block.Rows {
			s := b.e.Standing(0, row)
			if !s.Comparable {
				continue
			}
			was := b.scoreBefore(row)
			g.rows = append(g.rows, []any{b.name(row), s.Place + s.Change, s.Place, s.Change, was, rounded(s), gain(was, s), view.VI.In(block.Name)})
			rows = append(rows, row)
		}
	}
	g.strong = b.strong(rows)
	return g.without()
}

// scoreBefore is the published or computed score of the row's unit in the edition before, NaN where there is none.
func (b *ranking) scoreBefore(row int) any {
	before := b.e.Before()
	if was, ok := before.Table.Row(b.e.Table.Units[row]); ok {
		return rounded(before.Standing(0, was))
	}
	return math.NaN()
}

// gain is the change of score between figures as published.
func gain(was any, s view.Standing) any {
	return view.Round(rounded(s).(float64)-was.(float64), s.Decimals)
}

// without leaves out the columns that hold nothing.
func (g *grid) without() *grid {
	for i := len(g.columns) - 1; i > 0; i-- {
		if slices.ContainsFunc(g.rows, func(row []any) bool { return !empty(row[i]) }) {
			continue
		}
		g.columns = slices.Delete(g.columns, i, i+1)
		for k, row := range g.rows {
			g.rows[k] = slices.Delete(row, i, i+1)
		}
	}
	return g
}
