package view

import (
	"math"
	"slices"
	"strings"
)

var nan = math.NaN()

// trend draws, where there are at least two editions and three members, the focus unit among the association it belongs to: the scheme "asean", or else the smallest group that
// the index ranks in.
func (r *Report) trend(l Lang, b *Board) *Chart {
	last := b.Latest()
	group, codes := r.association(l, last)
	if len(b.Editions) < 2 || len(codes) < 3 {
		return nil
	}
	r.ByName(l, codes)
	c := &Chart{ID: "trend", Kind: Lines, Low: nan, High: nan, Source: l.from(b)}
	for _, e := range b.Editions {
		c.Categories = append(c.Categories, e.Edition.ID)
		if row, ok := e.Table.Row(b.Focus); ok {
			c.Decimals = max(c.Decimals, e.Standing(0, row).Decimals)
		}
	}
	for _, code := range codes {
		s := Series{Name: r.Name(l, code), Tone: Other, Label: true, Focus: -1}
		s.Values, s.Full = scores(b, code)
		if code == b.Focus {
			s.Tone = Own
		}
		c.Series = append(c.Series, s)
	}
	first := b.Editions[0].Edition.ID
	c.Title = r.trendTitle(l, b)
	c.Sub = l.Say("trend.sub", "index", b.Abbr(l), "unit", r.Name(l, b.Focus), "group", group, "n", l.Whole(len(codes)), "first", first, "last", last.Edition.ID)
	c.Alt = l.Say("trend.alt", "index", b.Abbr(l), "unit", r.Name(l, b.Focus), "points", r.points(l, b), "group", group)
	c.Table = r.trendTable(l, b, codes)
	return c
}

// association names the focus unit's peers for the trend and lists them with it, as they are in the newest edition: the
// scheme "asean", or else the smallest group that the index ranks in.
func (r *Report) association(l Lang, e *Edition) (string, []string) {
	u, _ := r.Units.Unit(e.Board.Focus)
	schemes := append(slices.Clone(e.Rank.Groups), "asean")
	for _, scheme := range slices.Backward(schemes) {
		if g := u.Group(scheme, e.AsOf); g != "" {
			return l.In(r.Units.GroupName(scheme, g)), r.members(e, scheme, g)
		}
	}
	return "", nil
}

func (r *Report) members(e *Edition, scheme, group string) (codes []string) {
	for _, row := range e.order {
		if u, _ := r.Units.Unit(e.Table.Units[row]); u.Group(scheme, e.AsOf) == group {
			codes = append(codes, u.Code)
		}
	}
	return codes
}

// scores of a unit over the editions of an index, rounded as they are shown and in full; NaN where it has none.
func scores(b *Board, code string) (shown, full []float64) {
	for _, e := range b.Editions {
		s := Standing{Score: nan}
		if row, ok := e.Table.Row(code); ok {
			s = e.Standing(0, row)
		}
		shown, full = append(shown, Round(s.Score, s.Decimals)), append(full, s.Score)
	}
	return shown, full
}

// trendTitle compares the first and the last rank of the focus unit.
func (r *Report) trendTitle(l Lang, b *Board) string {
	var from, to Standing
	var first, last string
	for _, e := range b.Editions {
		row, ok := e.Table.Row(b.Focus)
		if s := (Standing{}); ok {
			if s = e.Standing(0, row); s.Place == 0 {
				continue
			}
			if to, last = s, e.Edition.ID; first == "" {
				from, first = s, last
			}
		}
	}
	key := "trend.same"
	switch {
	case first == last:
		return l.Say("trend.plain", "unit", r.Name(l, b.Focus), "index", b.Abbr(l))
	case to.Place < from.Place:
		key = "trend.up"
	case to.Place > from.Place:
		key = "trend.down"
	}
	return l.Say(key, "unit", r.Name(l, b.Focus), "from", l.Whole(from.Place), "to", l.Whole(to.Place), "first", first, "last", last)
}

// points lists edition and score of the focus unit, for a text alternative.
func (r *Report) points(l Lang, b *Board) string {
	var list []string
	shown, _ := scores(b, b.Focus)
	for i, v := range shown {
		if v == v {
			list = append(list, b.Editions[i].Edition.ID+": "+l.Number(v, b.Editions[i].Scale.Decimals))
		}
	}
	return strings.Join(list, "; ")
}

func (r *Report) trendTable(l Lang, b *Board, codes []string) *Table {
	t := &Table{ID: "trend-table", Caption: l.Say("trend.table", "index", b.Abbr(l)), Columns: []Column{{Label: l.Say("col.unit")}}}
	for _, e := range b.Editions {
		t.Columns = append(t.Columns, Column{Label: e.Edition.ID, Number: true})
	}
	for _, code := range codes {
		row := Row{Cells: []Cell{r.unit(l, code)}, Focus: code == b.Focus}
		for _, e := range b.Editions {
			row.Cells = append(row.Cells, l.trendCell(e, code))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (l Lang) trendCell(e *Edition, code string) Cell {
	row, ok := e.Table.Row(code)
	if !ok {
		return Cell{Text: Missing, Tone: Quiet}
	}
	s := e.Standing(0, row)
	c := l.num(s.Score, s.Decimals)
	if s.Place > 0 {
		c.Small = " (" + l.Whole(s.Place) + ")"
	}
	return c
}

// Abbr is the short form of an index, or its name.
func (b *Board) Abbr(l Lang) string {
	if b.Short != "" {
		return b.Short
	}
	return l.In(b.Name)
}
