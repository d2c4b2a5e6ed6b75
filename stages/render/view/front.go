package view

import "slices"

// FrontPage says what happened.
type FrontPage struct {
	Title     Sentence   // the first headline
	Headlines []Sentence // the others
	Trend     *Chart     // the focus unit among its association over the editions
	Cards     []IndexCard
	Leaders   []Leaders
	Maps      []*TileMap // the provinces of before July 2025, and those since
	Users     []UserLink
}

// IndexCard leads to an index.
type IndexCard struct {
	Name, About, Href  string
	Editions           string // "12 kỳ, mới nhất 2024"
	Newest, NewestHref string
	Status             string
}

// Leaders is the top and the bottom of one ranking.
type Leaders struct {
	Title, Href string
	Status      string
	Top, Bottom *Table // Bottom nil where not every ranked unit is known
}

// UserLink says for whom a part of the site is.
type UserLink struct{ Who, What, Href string }

// Front makes the front page.
func (r *Report) Front(l Lang) FrontPage {
	var p FrontPage
	for _, b := range r.Boards {
		e := b.Latest()
		if e == nil {
			continue
		}
		if h := r.Headline(l, e); p.Title == nil {
			p.Title = h
		} else {
			p.Headlines = append(p.Headlines, h)
		}
		p.Cards = append(p.Cards, r.Card(l, b))
		if p.Trend == nil && b.Focus != "" {
			p.Trend = r.trend(l, b)
		}
		if b.Focus == "" && r.newest(e) {
			p.Leaders = append(p.Leaders, r.leaders(l, e)...)
		}
	}
	if p.Title == nil {
		p.Title = Sentence{{Text: l.Say("front.none")}}
	}
	p.Maps = r.Maps(l)
	p.Users = []UserLink{
		{l.Say("front.user.head"), l.Say("front.user.head.t"), "xep-hang/index.html"},
		{l.Say("front.user.officer"), l.Say("front.user.officer.t"), "don-vi/index.html"},
		{l.Say("front.user.press"), l.Say("front.user.press.t"), "doi-chieu/index.html"},
		{l.Say("front.user.expert"), l.Say("front.user.expert.t"), "du-lieu/index.html"},
	}
	return p
}

// newest tells whether no index of the same kind of units has a newer edition.
func (r *Report) newest(e *Edition) bool {
	for _, b := range r.Boards {
		if o := b.Latest(); o != nil && b.Focus == "" && b.kind() == e.Board.kind() && o.Edition.ID > e.Edition.ID {
			return false
		}
	}
	return true
}

// Card of an index.
func (r *Report) Card(l Lang, b *Board) IndexCard {
	c := IndexCard{Name: l.In(b.Name), About: l.In(b.About), Href: b.Address()}
	e := b.Latest()
	if e == nil {
		return c
	}
	c.Newest, c.NewestHref, c.Status = e.Edition.ID, e.Address(), e.Status(l)
	if c.Editions = l.Say("front.editions", "n", l.Whole(len(b.Editions)), "edition", e.Edition.ID); len(b.Editions) == 1 {
		c.Editions = l.Say("front.edition", "edition", e.Edition.ID)
	}
	return c
}

// Status says whether an edition's ranks are ours or the publisher's.
func (e *Edition) Status(l Lang) string {
	if e.Computes() {
		return l.Say("mark.computed")
	}
	return l.Say("mark.asprinted")
}

const ends = 5 // rows of a top and of a bottom

// leaders makes the top and bottom tables of an edition, one pair for each block.
func (r *Report) leaders(l Lang, e *Edition) (all []Leaders) {
	for _, part := range e.parts() {
		ranked := e.ranked(part.rows)
		if len(ranked) < 2 {
			continue
		}
		x := Leaders{Title: l.In(e.Board.Name) + " " + e.Edition.ID, Href: e.Address(), Status: e.Status(l)}
		if !part.name.IsZero() {
			x.Title += " · " + l.In(part.name)
		}
		n := min(ends, len(ranked))
		x.Top = r.shortTable(l, e, ranked[:n], l.Say("front.first"))
		if _, of := e.place(0, ranked[0]); of == len(ranked) && len(ranked) >= 2*ends {
			x.Bottom = r.shortTable(l, e, ranked[len(ranked)-ends:], l.Say("front.last"))
		}
		all = append(all, x)
	}
	return all
}

// shortTable shows rank, name and score of a few rows.
func (r *Report) shortTable(l Lang, e *Edition, rows []int, caption string) *Table {
	t := &Table{Caption: caption, Columns: []Column{{Label: l.Say("col.rank"), Number: true}, {Label: l.unitHead(e.Board.Units)}}}
	scored := e.anyRow(func(row int, s Standing) bool { return slices.Contains(rows, row) && s.Score == s.Score })
	if scored {
		t.Columns = append(t.Columns, Column{Label: l.Say("col.score"), Number: true})
	}
	for _, row := range rows {
		s := e.Standing(0, row)
		cells := []Cell{l.rank(s.Place, s.Of, true), r.unit(l, e.Table.Units[row])}
		if scored {
			cells = append(cells, l.score(e, s))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}
