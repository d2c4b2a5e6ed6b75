package view

import (
	"cmp"
	"slices"
	"strconv"
)

// MovementPage says who rose and who fell since the edition before.
type MovementPage struct {
	Edition  *Edition
	Title    string
	Lede     string
	Stamp    []string
	Siblings []Sibling
	Says     []string // what happened, each figure counted from the tables below
	Cards    []Card
	Filters  []Filter
	Sections []MovementSection
	Apart    *Table // units that cannot be compared, each with its reason; nil without any
}

// MovementSection is one block, or the whole edition.
type MovementSection struct {
	Title         string
	Says          string
	Slope         *Figure
	Lines         *Slope
	Risers, Falls *Table
	Table         *Table
}

// move is a unit that two editions rank in the same block.
type move struct {
	row, was, now int // row of this edition; its ranks
}

func (m move) by() int { return m.was - m.now }

// MovementHref is the address of an edition's movements, empty where none of its ranks can be compared.
func (r *Report) MovementHref(e *Edition) string {
	if e.before == nil || len(e.moves(e.order)) == 0 {
		return ""
	}
	return "bien-dong/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}

// moves lists the rows whose ranks can be compared, in the order given.
func (e *Edition) moves(rows []int) (all []move) {
	for _, row := range rows {
		if s := e.Standing(0, row); s.Comparable {
			all = append(all, move{row, s.Place + s.Change, s.Place})
		}
	}
	return all
}

// Movement makes the page; the edition has one.
func (r *Report) Movement(l Lang, e *Edition) MovementPage {
	all := e.moves(e.order)
	up, down, same := tally(all)
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID, "before", e.beforeID(), "up", l.Units(e.Board.Units, up), "down", l.Whole(down), "same", l.Whole(same), "of", l.Whole(len(all))}
	p := MovementPage{Edition: e, Title: l.Say("move.title", args...), Lede: l.Say("move.lede", args...), Stamp: e.stamp(l), Filters: r.filters(l, e)}
	switch {
	case len(all) < e.rankedWhole():
		p.Title = l.Say("move.title.known", append(args, "rises", l.Whole(up), "all", l.Units(e.Board.Units, len(all)))...)
	case down > up:
		p.Title = l.Say("move.title.down", append(args, "fallers", l.Units(e.Board.Units, down), "risers", l.Whole(up))...)
	}
	for _, o := range e.Board.Editions {
		if href := r.MovementHref(o); href != "" {
			p.Siblings = append(p.Siblings, Sibling{o.Edition.ID, href, o == e})
		}
	}
	p.Says = r.moveSays(l, e, args)
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		p.Cards = r.cards(l, e, row)
	}
	for i, part := range e.parts() {
		if moves := e.moves(part.rows); len(moves) > 0 {
			p.Sections = append(p.Sections, r.moveSection(l, e, part, moves, i+1))
		}
	}
	p.Apart = r.apart(l, e)
	return p
}

// rankedWhole is how many units the edition ranks: as declared, or as far as their ranks are known.
func (e *Edition) rankedWhole() (n int) {
	for _, p := range e.parts() {
		n += e.blockRanked(p)
	}
	return n
}

func tally(all []move) (up, down, same int) {
	for _, m := range all {
		switch {
		case m.by() > 0:
			up++
		case m.by() < 0:
			down++
		default:
			same++
		}
	}
	return up, down, same
}

// mostNamed is how many units a sentence names one by one.
const mostNamed = 3

// moveSays are the sentences about an edition's movements.
func (r *Report) moveSays(l Lang, e *Edition, args []string) (says []string) {
	says = append(says, l.Say("move.count", args...))
	if !e.Computes() {
		says = append(says, l.Say("move.printed"))
	}
	if s := e.changedScale(l); s != "" {
		says = append(says, s)
	}
	return says
}

// changedScale says that two editions print their scores on different scales or with other decimals.
func (e *Edition) changedScale(l Lang) string {
	a, b := e.Scale, e.before.Scale
	switch {
	case a.From != b.From || a.To != b.To:
		return l.Say("move.scale", "before", e.beforeID())
	case a.Decimals != b.Decimals:
		return l.Say("move.decimals", "before", e.beforeID(), "was", l.Whole(b.Decimals), "now", l.Whole(a.Decimals))
	}
	return ""
}

// extremes are the moves that go farthest up (sign 1) or down (−1): the greatest, and all that share it.
func extremes(all []move, sign int) (far int, who []move) {
	for _, m := range all {
		switch by := sign * m.by(); {
		case by <= 0:
		case by > far:
			far, who = by, []move{m}
		case by == far:
			who = append(who, m)
		}
	}
	return far, who
}

// called names the units of some moves, or counts them where they are many.
func (r *Report) called(l Lang, e *Edition, moves []move) string {
	if len(moves) > mostNamed {
		return l.Units(e.Board.Units, len(moves))
	}
	var names []string
	for _, m := range moves {
		names = append(names, r.Name(l, e.Table.Units[m.row]))
	}
	return l.List(names)
}

func (r *Report) moveSection(l Lang, e *Edition, part part, moves []move, number int) MovementSection {
	n := strconv.Itoa(number)
	s := MovementSection{Title: l.In(part.name), Table: r.moveTable(l, e, part)}
	s.Table.ID = "bien-dong-" + n
	s.Risers, s.Falls = r.farthest(l, e, moves, 1, "tang-"+n), r.farthest(l, e, moves, -1, "giam-"+n)
	s.Says = r.moveMessage(l, e, moves)
	if len(moves) > 1 {
		s.Lines = r.slope(l, e, moves)
		sub := "move.sub"
		if slices.ContainsFunc(s.Lines.Lines, func(x SlopeLine) bool { return x.Tone == Other || x.Tone == Same }) {
			sub = "move.sub.grey"
		}
		s.Slope = &Figure{ID: "doc-" + n, Title: s.Says, Sub: l.Say(sub, "index", e.Board.Abbr(l), "edition", e.Edition.ID, "before", e.beforeID(), "count", l.Units(e.Board.Units, len(s.Lines.rows))),
			Source: l.from(e.Board), TableID: s.Table.ID, Data: r.slopeGrid(l, e, s.Lines)}
	}
	return s
}

// moveMessage says who rose and who fell farthest.
func (r *Report) moveMessage(l Lang, e *Edition, moves []move) string {
	rise, risers := extremes(moves, 1)
	fall, fallers := extremes(moves, -1)
	args := []string{"risers", r.called(l, e, risers), "rise", l.Whole(rise), "fallers", r.called(l, e, fallers), "fall", l.Whole(fall)}
	switch {
	case rise > 0 && fall > 0:
		return l.Say("move.far", args...)
	case rise > 0:
		return l.Say("move.far.up", args...)
	case fall > 0:
		return l.Say("move.far.down", args...)
	}
	return l.Say("move.still")
}

// mostFar is how many risers and fallers a list holds.
const mostFar = 10

// farthest lists the units that rose (sign 1) or fell (−1) farthest; nil where nobody did.
func (r *Report) farthest(l Lang, e *Edition, moves []move, sign int, id string) *Table {
	key := "move.risers"
	if sign < 0 {
		key = "move.fallers"
	}
	t := &Table{ID: id, Caption: l.Say(key, "before", e.beforeID()), Columns: []Column{{Label: l.unitHead(e.Board.Units)}, {Label: l.Say("move.col.change"), Number: true}, {Label: l.Say("move.col.way"), Number: true}}}
	moves = slices.Clone(moves)
	slices.SortStableFunc(moves, func(a, b move) int { return cmp.Compare(sign*b.by(), sign*a.by()) })
	for _, m := range moves[:min(len(moves), mostFar)] {
		if sign*m.by() <= 0 {
			break
		}
		code := e.Table.Units[m.row]
		change := l.count(m.by())
		change.Text, change.Tone = l.Change(m.by()), ToneOf(m.by())
		t.Rows = append(t.Rows, Row{Focus: code == e.Board.Focus, Cells: []Cell{r.unit(l, code), change, {Text: l.Say("left.move", "from", l.Whole(m.was), "to", l.Whole(m.now)), Value: strconv.Itoa(m.now)}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}
