package view

import (
	"slices"
	"strconv"

	"xephang/stages/robust"
)

// sureSection is one block: its charts and its table of bands.
func (r *Report) sureSection(l Lang, e *Edition, p part, rows []int, number int, full bool) SureSection {
	s := SureSection{ID: "khoang-" + strconv.Itoa(number), Title: l.In(p.name)}
	if len(rows) > mostDots {
		s.Whole = r.spans(l, e, rows, number)
	}
	s.Chart = r.bandChart(l, e, rows, number, s.ID)
	s.Table = r.sureTable(l, e, rows, full)
	s.Table.ID = s.ID
	n, most := 0, 0
	for _, g := range r.runs(e) {
		if slices.Contains(rows, int(g[0])) {
			n, most = n+1, max(most, len(g))
		}
	}
	s.Groups = l.Say("robust.groups.none")
	if n > 0 {
		s.Groups = l.Say("robust.groups", "n", l.Whole(n), "most", l.Units(e.Board.Units, most), "share", l.Percent(robust.Sure, 0))
	}
	return s
}

// topOf is how many first places are asked for in a ranking of n.
func topOf(n int) int {
	switch {
	case n > 40:
		return 10
	case n > 9:
		return 3
	}
	return 1
}

// sureTable is a row for each unit: rank, band, mean and median of the rank, the chance of a place at the top, of standing
// above the next one, and whom it cannot be told apart from.
func (r *Report) sureTable(l Lang, e *Edition, rows []int, full bool) *Table {
	b, top := r.root(e), topOf(len(rows))
	t := &Table{Sortable: true, Caption: l.Say("robust.table", "index", e.Board.Abbr(l), "edition", e.Edition.ID),
		Columns: []Column{{Label: l.Say("col.rank"), Number: true}, {Label: l.Say("band.col"), Number: true}, {Label: l.unitHead(e.Board.Units)},
			{Label: l.Say("robust.col.mean"), Number: true}, {Label: l.Say("robust.col.median"), Number: true}}}
	if full {
		t.Columns = append(t.Columns, Column{Label: l.Say("robust.col.top", "n", l.Whole(top)), Number: true},
			Column{Label: l.Say("robust.col.next"), Number: true}, Column{Label: l.Say("robust.col.like")})
	}
	keys := r.groupKeys(e)
	for i, row := range rows {
		code, s := e.Table.Units[row], b.Rank[row]
		line := Row{Focus: code == e.Board.Focus, Keys: keys(code), Cells: []Cell{l.tiedRank(e.Standing(0, row)), l.band(e, 0, row), r.unit(l, code), l.num(s.Mean, 1), l.num(s.Median, 1)}}
		if full {
			next := nan
			if i+1 < len(rows) {
				next = b.Above(row, rows[i+1])
			}
			line.Cells = append(line.Cells, l.chance(first(b, row, top)), l.chance(next), Cell{Text: r.like(l, e, row), Tone: Quiet})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// first is the probability that a row is among the first n.
func first(b *robust.Band, row, n int) (sum float64) {
	from, chances := b.Chances(row)
	for i, c := range chances {
		if from+i <= n {
			sum += c
		}
	}
	return min(sum, 1)
}

// chance is the cell of a probability, in whole per cent; one that is neither 0 nor 1 never reads as either.
func (l Lang) chance(p float64) Cell {
	if p != p {
		return Cell{Text: Missing, Tone: Quiet}
	}
	c := Cell{Text: l.Percent(p, 0), Value: Plain(p, 4)}
	switch {
	case p > 0 && p < 0.005:
		c.Text = "<" + noBreak + l.Percent(0.01, 0)
	case p < 1 && p >= 0.995:
		c.Text = ">" + noBreak + l.Percent(0.99, 0)
	}
	return c
}

// mostPairs is how many neighbours are compared pair by pair in a table.
const mostPairs = 11

// around picks up to n rows around the unit put forward, or the first n.
func (e *Edition) around(rows []int, n int) []int {
	if len(rows) <= n {
		return rows
	}
	from := 0
	if focus, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if i := slices.Index(rows, focus); i >= 0 {
			from = min(max(i-n/2, 0), len(rows)-n)
		}
	}
	return rows[from : from+n]
}

// pairs is the table of who stands above whom among the neighbours of the unit put forward, or among the first.
func (r *Report) pairs(l Lang, e *Edition) *Table {
	b := r.root(e)
	rows := e.around(e.bandRows(e.parts()[0].rows), mostPairs)
	if len(rows) < 2 {
		return nil
	}
	t := &Table{ID: "tung-cap", Caption: l.Say("robust.pairs.t"), Columns: []Column{{Label: l.unitHead(e.Board.Units)}}}
	for _, row := range rows {
		place, _ := e.place(0, row)
		t.Columns = append(t.Columns, Column{Label: l.Say("part.rank", "rank", l.Whole(place)), Abbr: r.Name(l, e.Table.Units[row]), Number: true})
	}
	for _, row := range rows {
		code := e.Table.Units[row]
		place, _ := e.place(0, row)
		head := r.unit(l, code)
		head.Small = " " + l.Whole(place)
		line := Row{Focus: code == e.Board.Focus, Cells: []Cell{head}}
		for _, other := range rows {
			c := l.chance(b.Above(row, other))
			c.Tone = heat(b.Above(row, other))
			line.Cells = append(line.Cells, c)
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// heat is the shade of a probability: sure, likely, rather.
func heat(p float64) Tone {
	switch {
	case p >= robust.Sure:
		return "q3"
	case p >= 0.75:
		return "q2"
	case p > 0.5:
		return "q1"
	case p != p:
		return Quiet
	}
	return Plainly
}

// chances lists the places of the unit put forward with their probabilities.
func (r *Report) chances(l Lang, e *Edition) *Table {
	row, ok := e.Table.Row(e.Board.Focus)
	if !ok || e.Board.Focus == "" {
		return nil
	}
	from, chances := r.root(e).Chances(row)
	t := &Table{ID: "tung-hang", Caption: l.Say("robust.chances.t", "unit", r.Name(l, e.Board.Focus)),
		Columns: []Column{{Label: l.Say("col.rank")}, {Label: l.Say("robust.col.chance"), Number: true}}}
	own, _ := e.place(0, row)
	for i, p := range chances {
		if p > 0 {
			t.Rows = append(t.Rows, Row{Focus: from+i == own, Cells: []Cell{{Text: l.Whole(from + i), Head: true}, l.chance(p)}})
		}
	}
	return t
}
