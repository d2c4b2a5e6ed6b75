package view

import (
	"slices"
	"strconv"
	"strings"
)

// history is the table of all editions that know of the unit, newest first; a column that no edition fills is left out.
func (r *Report) history(l Lang, b *Board, on []Appearance) *Table {
	t := &Table{ID: Slug(b.ID) + "-cac-ky", Caption: l.Say("history.table", "unit", r.Name(l, on[0].Table.Units[on[0].Row]), "index", b.Abbr(l))}
	t.Columns = []Column{{Label: l.Say("col.edition")}, {Label: l.Say("col.rank"), Number: true}, {Label: l.Say("col.score"), Number: true},
		{Label: l.Say("history.change"), Number: true}, {Label: l.Say("col.class")}}
	filled := make([]bool, len(t.Columns))
	for _, a := range slices.Backward(on) {
		s := a.Standing(0, a.Row)
		for i, has := range []bool{true, s.Place > 0, s.Score == s.Score, s.Comparable, s.Class >= 0} {
			filled[i] = filled[i] || has
		}
		t.Rows = append(t.Rows, Row{Cells: l.historyCells(a)})
	}
	for i, has := range slices.Backward(filled) {
		if !has {
			t.drop(i)
		}
	}
	return t
}

func (l Lang) historyCells(a Appearance) []Cell {
	s := a.Standing(0, a.Row)
	rank := l.rank(s.Place, s.Of, false)
	if s.Printed {
		rank.Small += " " + l.Say("history.published")
	}
	rank = a.way(l.beside(rank, a.Edition, 0, a.Row), 0, a.Row)
	return []Cell{{Text: a.Edition.Edition.ID, Href: a.Edition.Address(), Head: true}, rank, a.way(l.score(a.Edition, s), 0, a.Row), l.change(s), a.classCell(l, s)}
}

// historyChart draws the ranks over the editions of the index; nil with fewer than three.
func (r *Report) historyChart(l Lang, b *Board, on []Appearance, code string, number int) *Chart {
	c := &Chart{ID: "hang" + strconv.Itoa(number), Kind: Ranks, Low: nan, High: nan, Source: l.from(b), TableID: Slug(b.ID) + "-cac-ky"}
	own := Series{Name: l.Say("history.rank"), Tone: Own, Label: true, Focus: -1}
	var from, to Standing
	var first, last string
	var points []string
	for _, e := range b.Editions {
		place := nan
		if row, ok := e.Table.Row(code); ok {
			if s := e.Standing(0, row); s.Place > 0 {
				place = float64(s.Place)
				if to, last = s, e.Edition.ID; first == "" {
					from, first = s, last
				}
				points = append(points, last+": "+l.Whole(s.Place))
			}
		}
		c.Categories, own.Values = append(c.Categories, e.Edition.ID), append(own.Values, place)
	}
	if len(points) < 3 {
		return nil
	}
	key := "history.same"
	if to.Place < from.Place {
		key = "history.up"
	} else if to.Place > from.Place {
		key = "history.down"
	}
	unit := r.Name(l, code)
	c.Series = []Series{own}
	c.Title = l.Say(key, "from", l.Whole(from.Place), "to", l.Whole(to.Place), "first", first, "last", last)
	c.Sub = l.Say("history.sub", "index", b.Abbr(l), "unit", unit)
	c.Alt = l.Say("history.alt", "index", b.Abbr(l), "unit", unit, "points", strings.Join(points, "; "))
	return c
}
