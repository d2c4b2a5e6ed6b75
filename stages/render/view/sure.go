package view

import (
	"slices"
	"strconv"

	"xephang/stages/index"
	"xephang/stages/robust"
)

// RobustPage tells how sure the ranks of one edition are.
type RobustPage struct {
	Board     *Board
	Edition   *Edition
	Title     string
	Lede      string
	Stamp     []string
	Siblings  []Sibling
	Cards     []Card
	Varied    []string // what was varied, in sentences
	Draws     string   // how many draws, and whether the bands have converged
	Newest    Sentence // on an older edition: where the whole analysis is
	Sections  []SureSection
	Filters   []Filter
	Pairs     *Table // who stands above whom among neighbours
	Chances   *Table // the places of the unit put forward
	Effects   *Chart
	Shares    *Table
	NoEffects string
	LeftOut   *Table
	Schemes   *Table
	Presets   *Table
	Audit     string // address
}

// SureSection is one block, or the whole edition.
type SureSection struct {
	ID, Title    string
	Whole, Chart *Chart // all units of a long ranking; units by name
	Table        *Table
	Groups       string
}

// Sure makes the page of an edition's robustness; the edition has a band on its root. The newest edition is treated in
// full, an older one has its bands, its sensitivity and what each node does.
func (r *Report) Sure(l Lang, e *Edition) RobustPage {
	x := r.Robust[e.Plan]
	p := RobustPage{Board: e.Board, Edition: e, Title: r.sureTitle(l, e), Lede: l.Say("robust.lede"), Stamp: e.stamp(l),
		Varied: e.varied(l, x), Filters: r.filters(l, e), Audit: r.AuditHref(e)}
	settled, _ := l.settled(x)
	p.Draws = l.Say("robust.draws", "draws", l.Whole(x.Draws)) + " " + settled
	newest := r.newestSure(e.Board)
	full := newest == e
	if !full {
		p.Newest = l.Sentence("robust.newest", Slot{"edition", Span{Text: newest.Edition.ID, Href: r.RobustHref(newest)}})
	}
	for _, o := range e.Board.Editions {
		if href := r.RobustHref(o); href != "" {
			p.Siblings = append(p.Siblings, Sibling{o.Edition.ID, href, o == e})
		}
	}
	p.Cards = r.sureCards(l, e, x)
	for i, part := range e.parts() {
		if rows := e.bandRows(part.rows); len(rows) > 0 {
			p.Sections = append(p.Sections, r.sureSection(l, e, part, rows, i+1, full))
		}
	}
	if full {
		p.Pairs, p.Chances = r.pairs(l, e), r.chances(l, e)
	}
	r.sensitivity(l, e, x.Sensitivity, &p)
	p.LeftOut = r.leftOut(l, e, x.LeftOut)
	p.Schemes, p.Presets = r.schemes(l, e, x.Schemes)
	return p
}

// settled says whether the bands have converged, in a sentence and in short.
func (l Lang) settled(x *robust.Result) (says, short string) {
	if x.Converged {
		return l.Say("robust.converged"), l.Say("robust.converged.short")
	}
	return l.Say("robust.moving"), l.Say("robust.moving.short")
}

// newestSure is the newest edition with a page of robustness, or nil.
func (r *Report) newestSure(b *Board) *Edition {
	for _, e := range slices.Backward(b.Editions) {
		if r.root(e) != nil {
			return e
		}
	}
	return nil
}

// bandRows keeps the rows that have a band, in the order of the ranking.
func (e *Edition) bandRows(rows []int) (kept []int) {
	for _, row := range rows {
		if _, _, ok := e.BandOf(0, row); ok {
			kept = append(kept, row)
		}
	}
	return kept
}

// width is the median width of the bands of some rows, in places.
func (e *Edition) width(rows []int) int {
	var all []int
	for _, row := range rows {
		if low, high, ok := e.BandOf(0, row); ok {
			all = append(all, high-low)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func (r *Report) sureTitle(l Lang, e *Edition) string {
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if low, high, ok := e.BandOf(0, row); ok {
			place, _ := e.place(0, row)
			return l.Say("robust.title.focus", append(args, "unit", r.Name(l, e.Board.Focus), "rank", l.Whole(place), "band", l.Band(low, high))...)
		}
	}
	return l.Say("robust.title", args...)
}

// sureCards are the draws, the median width of a band, how many units stand clear of all others, and the unit put
// forward.
func (r *Report) sureCards(l Lang, e *Edition, x *robust.Result) (cards []Card) {
	rows, clear := e.bandRows(e.order), 0
	grouped := map[int32]bool{}
	for _, g := range r.runs(e) {
		for _, row := range g {
			grouped[row] = true
		}
	}
	for _, row := range rows {
		if !grouped[int32(row)] {
			clear++
		}
	}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if c, ok := r.bandCard(l, e, row); ok {
			c.Label, c.Href = l.Say("robust.card.own", "unit", r.Name(l, e.Board.Focus)), ""
			cards = append(cards, c)
		}
	}
	_, settled := l.settled(x)
	return append(cards,
		Card{Label: l.Say("robust.card.width"), Value: l.Whole(e.width(rows)), Small: l.Say("robust.places"), Note: l.Say("robust.card.width.note")},
		Card{Label: l.Say("robust.card.groups"), Value: l.Whole(len(r.runs(e))), Note: l.Say("robust.card.groups.note")},
		Card{Label: l.Say("robust.card.clear"), Value: l.Whole(clear), Small: "/ " + l.Whole(len(rows)), Note: l.Say("robust.card.clear.note", "share", l.Percent(robust.Sure, 0))},
		Card{Label: l.Say("robust.card.draws"), Value: l.Whole(x.Draws), Note: settled})
}

// varied says what was drawn anew each time.
func (e *Edition) varied(l Lang, x *robust.Result) (all []string) {
	u := x.Uncertainty
	if x.Assumed {
		all = append(all, l.Say("robust.assumed"))
	}
	for _, m := range u.Weights {
		all = append(all, l.Say("robust.weights", "share", l.Percent(m.Share, decimalsOf(m.Share*100)), "nodes", e.moved(l, m)))
	}
	for _, role := range []index.Role{index.Fill, index.Treat, index.Normalise, index.Combine} {
		if list := u.Alternatives(role); len(list) > 0 {
			all = append(all, l.Say("robust.alternatives", "role", l.roleOf(role), "list", l.alternatives(role, list)))
		}
	}
	return all
}

// moved names the nodes whose weights move, or counts them.
func (e *Edition) moved(l Lang, m index.Move) string {
	var names []string
	for k := range e.Nodes {
		if n := &e.Nodes[k]; m.Covers(n.Level) && e.Weighed(n) {
			names = append(names, e.Brief(l, k))
		}
	}
	if len(names) > 8 {
		return l.Say("robust.nodes", "n", l.Whole(len(names)))
	}
	return l.List(names)
}

// roleOf names what a role of methods does.
func (l Lang) roleOf(role index.Role) string {
	switch role {
	case index.Fill:
		return l.Say("robust.role.fill")
	case index.Treat:
		return l.Say("robust.role.treat")
	case index.Normalise:
		return l.Say("robust.role.normalise")
	}
	return l.Say("robust.role.combine")
}

// alternatives lists the methods that were drawn from.
func (l Lang) alternatives(role index.Role, list []index.Method) (s string) {
	for i, m := range list {
		if i > 0 {
			s += " "
		}
		s += "(" + strconv.Itoa(i+1) + ") "
		if m.IsZero() {
			s += l.Say("robust.declared")
		} else {
			s += l.In(m.Words(role))
		}
	}
	return s
}
