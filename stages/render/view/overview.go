package view

import "strings"

// IndexPage is the overview of one index: what it measures, its editions, who leads.
type IndexPage struct {
	Board     *Board
	Title     string
	About     string
	Publisher string
	Headline  Sentence // of the newest edition
	Newest    string
	Href      string // of the newest ranking
	Cards     []Card
	Chart     *Chart
	Editions  *Table
	Leaders   []Leaders
	Source    string
	Sure      string    // address of the newest page of robustness
	Audit     string    // address of the newest audit
	Ways      []Sibling // see Report.Ways, of the newest edition
}

// Index makes the overview of an index.
func (r *Report) Index(l Lang, b *Board) IndexPage {
	p := IndexPage{Board: b, Title: l.In(b.Name), About: l.In(b.About), Source: l.In(b.Source), Publisher: l.Say("index.publisher", "publisher", l.In(b.Publisher))}
	e := b.Latest()
	if e == nil {
		return p
	}
	p.Headline, p.Href, p.Newest = r.Headline(l, e), e.Address(), l.Say("index.newest", "edition", e.Edition.ID)
	p.Editions = r.editions(l, b)
	if sure := r.newestSure(b); sure != nil {
		p.Sure = r.RobustHref(sure)
	}
	p.Audit, p.Ways = r.AuditHref(e), r.Ways(l, e)
	p.Leaders = r.leaders(l, e)
	if row, ok := e.Table.Row(b.Focus); ok && b.Focus != "" {
		p.Cards = r.cards(l, e, row)
		p.Chart = r.trend(l, b)
	}
	if p.Chart == nil {
		p.Chart = r.leadersChart(l, b)
	}
	return p
}

// editions lists the editions of an index, newest first.
func (r *Report) editions(l Lang, b *Board) *Table {
	t := &Table{ID: "cac-ky", Caption: l.Say("index.table", "index", b.Abbr(l)),
		Columns: []Column{{Label: l.Say("col.edition")}, {Label: l.Say("col.ranked"), Number: true}, {Label: l.Say("col.first")}, {Label: l.Say("col.status")}}}
	if b.Focus != "" {
		t.Columns = append(t.Columns, Column{Label: r.Name(l, b.Focus), Number: true}, Column{Label: l.Say("history.change"), Number: true})
	}
	for i := len(b.Editions) - 1; i >= 0; i-- {
		e := b.Editions[i]
		cells := []Cell{{Text: e.Edition.ID, Href: e.Address(), Head: true}, l.count(len(e.ranked(e.order))), r.firsts(l, e), {Text: e.Status(l)}}
		if b.Focus != "" {
			cells = append(cells, r.focusCells(l, e)...)
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// firsts names the units at first place, of every block.
func (r *Report) firsts(l Lang, e *Edition) Cell {
	var names []string
	for _, row := range e.order {
		if p, _ := e.place(0, row); p == 1 {
			names = append(names, r.Name(l, e.Table.Units[row]))
		}
	}
	if len(names) == 0 {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: strings.Join(names, "; ")}
}

func (r *Report) focusCells(l Lang, e *Edition) []Cell {
	row, ok := e.Table.Row(e.Board.Focus)
	if !ok {
		return []Cell{{Text: Missing, Tone: Quiet}, {Text: Missing, Tone: Quiet}}
	}
	s := e.Standing(0, row)
	c := l.beside(l.rank(s.Place, s.Of, false), e, 0, row)
	if s.Place == 0 {
		c = l.score(e, s)
	}
	return []Cell{c, l.change(s)}
}

// leadersChart draws the ranks over the editions of the first five of the newest one; nil where fewer than three
// editions rank them.
func (r *Report) leadersChart(l Lang, b *Board) *Chart {
	e := b.Latest()
	parts := e.parts()
	top := e.ranked(parts[0].rows)
	top = top[:min(ends, len(top))]
	if len(b.Editions) < 3 || len(top) < 2 {
		return nil
	}
	c := &Chart{ID: "nhomdau", Kind: Ranks, Low: nan, High: nan, Source: l.from(b), Table: &Table{ID: "nhomdau-bang", Columns: []Column{{Label: l.unitHead(b.Units)}}}}
	for _, o := range b.Editions {
		c.Categories = append(c.Categories, o.Edition.ID)
		c.Table.Columns = append(c.Table.Columns, Column{Label: o.Edition.ID, Number: true})
	}
	var names []string
	for i, row := range top {
		code := e.Table.Units[row]
		s := Series{Name: r.Name(l, code), Tone: Other, Label: true, Focus: -1}
		if i == 0 {
			s.Tone = Own
		}
		line := Row{Cells: []Cell{r.unit(l, code)}, Focus: i == 0}
		for _, o := range b.Editions {
			place := o.placeOf(code)
			line.Cells = append(line.Cells, l.rank(place, 0, true))
			if s.Values = append(s.Values, nan); place > 0 {
				s.Values[len(s.Values)-1] = float64(place)
			}
		}
		names = append(names, s.Name)
		c.Series, c.Table.Rows = append(c.Series, s), append(c.Table.Rows, line)
	}
	args := []string{"index", b.Abbr(l), "edition", e.Edition.ID, "unit", names[0], "units", l.List(names)}
	c.Title, c.Sub, c.Alt = l.Say("index.leaders.t", args...), l.Say("index.leaders.sub", args...), l.Say("index.leaders.alt", args...)
	c.Table.Caption = c.Sub
	return c
}

func (e *Edition) placeOf(code string) int {
	row, ok := e.Table.Row(code)
	if !ok {
		return 0
	}
	p, _ := e.place(0, row)
	return p
}

// List makes the page of all rankings: a row for each index, its editions as links.
func (r *Report) List(l Lang) (cards []IndexCard, editions [][]Sibling) {
	for _, b := range r.Boards {
		cards = append(cards, r.Card(l, b))
		var all []Sibling
		for i := len(b.Editions) - 1; i >= 0; i-- {
			all = append(all, Sibling{Label: b.Editions[i].Edition.ID, Href: b.Editions[i].Address()})
		}
		editions = append(editions, all)
	}
	return cards, editions
}
