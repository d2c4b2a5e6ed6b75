package view

import (
	"slices"

	"xephang/stages/units"
)

// UnitPage is the profile of one unit.
type UnitPage struct {
	Unit     units.Unit
	Title    string
	Lede     string
	Stamp    []string // kind, groups, code, validity
	Before   []Kin    // what it was formed from
	After    []Kin    // what became of it
	Sections []UnitSection
	None     string       // said where nothing is known
	Pack     string       // its workbook, from the root of the publication; empty where none was written
	Said     *SaidSection // what texts said of it, nil where none does
	Owed     *Owed        // tasks and targets of its own, nil without any
}

// Kin is a predecessor or a successor.
type Kin struct{ Name, Href, When, Partly, Basis string }

// UnitSection is one index on a unit's profile.
type UnitSection struct {
	ID, Title          string
	Message            string
	Band               string // how sure the rank is
	Reach              string // how far the next goal is
	Status             string
	Href, Method       string
	Trail              string  // to the ways of its figures
	Compare            Sibling // with its neighbours in the ranking
	Cards              []Card
	PartsHead, NoPeers string
	Parts              *Table
	Strips             *Strips
	Strong, Weak       Sentence // where it stands highest and lowest among its peers
	History            *Chart
	Editions           *Table
}

// Unit makes a profile.
func (r *Report) Unit(l Lang, u units.Unit) UnitPage {
	name := l.In(u.Name)
	p := UnitPage{Unit: u, Title: name, Stamp: r.unitStamp(l, u)}
	where := r.Where(u.Code)
	for _, b := range r.Boards {
		var on []Appearance
		for _, a := range where {
			if a.Board == b {
				on = append(on, a)
			}
		}
		if len(on) > 0 {
			p.Sections = append(p.Sections, r.unitSection(l, b, on, len(p.Sections)+1))
		}
	}
	for _, s := range r.Units.Predecessors(u.Code) {
		p.Before = append(p.Before, r.kin(l, s, s.Predecessor))
	}
	for _, s := range r.Units.Successors(u.Code) {
		p.After = append(p.After, r.kin(l, s, s.Successor))
	}
	p.lede(l, name)
	p.Pack = r.packHref(u.Code)
	p.Said, p.Owed = r.Said(l, u.Code), r.ownOwed(l, u.Code)
	return p
}

func (p *UnitPage) lede(l Lang, name string) {
	full := p.Unit.Full
	if l == EN || full == "" {
		full = name
	}
	switch len(p.Sections) {
	case 0:
		p.None = l.Say("unit.none", "unit", name)
	case 1:
		p.Lede = l.Say("unit.lede.one", "full", full)
	default:
		p.Lede = l.Say("unit.lede", "full", full, "n", l.Whole(len(p.Sections)))
	}
}

func (r *Report) kin(l Lang, s units.Succession, code string) Kin {
	k := Kin{Name: r.Name(l, code), Href: r.UnitHref(code), When: l.Say("unit.on", "date", l.Date(s.Date)), Basis: s.Basis}
	if !s.Whole {
		k.Partly = l.Say("unit.partly")
	}
	return k
}

func (r *Report) unitStamp(l Lang, u units.Unit) []string {
	var stamp []string
	typed := false // a group of the scheme "type" ("tỉnh") says more than the kind does
	for _, m := range u.Groups {
		if m.To == 0 || u.To != 0 && m.To >= u.To {
			typed = typed || m.Scheme == "type"
			stamp = append(stamp, l.In(r.Units.GroupName(m.Scheme, m.Group)))
		}
	}
	if !typed {
		stamp = slices.Insert(stamp, 0, l.Kind(u.Kind, true))
	}
	stamp = append(stamp, l.Say("unit.code", "code", u.Code))
	if u.From != 0 && u.Kind != "country" {
		stamp = append(stamp, l.Say("unit.from", "date", l.Date(u.From)))
	}
	if u.To != 0 {
		stamp = append(stamp, l.Say("unit.until", "date", l.Date(u.To)))
	}
	return stamp
}

// Kind names a kind of units: one of them, or all; a kind without a phrase stands for itself.
func (l Lang) Kind(kind string, one bool) string {
	key := "kind." + kind
	if one {
		key = "kind.one." + kind
	}
	if _, ok := phrases[key]; ok {
		return l.Say(key)
	}
	return kind
}

// unitSection tells of one index: the newest edition in full, the others in a table.
func (r *Report) unitSection(l Lang, b *Board, on []Appearance, number int) UnitSection {
	a := on[len(on)-1]
	code := a.Table.Units[a.Row]
	s := UnitSection{ID: Slug(b.ID), Title: l.Say("unit.newest", "index", l.In(b.Name), "edition", a.Edition.Edition.ID),
		Href: a.Edition.Address(), Method: b.Method(), Trail: a.ways(), Status: a.Status(l), Cards: r.cards(l, a.Edition, a.Row)}
	s.Message = r.unitMessage(l, a)
	s.Compare = r.compareWith(l, a.Edition, a.Row)
	s.Band = r.BandSentence(l, a.Edition, a.Row) + r.NoBand(l, a.Edition)
	s.Reach = r.reach(l, a)
	r.partsOf(l, &s, a, number)
	s.Editions = r.history(l, b, on)
	s.History = r.historyChart(l, b, on, code, number)
	return s
}

func (r *Report) unitMessage(l Lang, a Appearance) string {
	st := a.Standing(0, a.Row)
	args := []string{"unit", r.Name(l, a.Table.Units[a.Row]), "edition", a.Edition.Edition.ID, "rank", l.Rank(st.Place, st.Of),
		"score", l.Number(st.Score, st.Decimals), "before", a.beforeID(), "change", l.ChangeWords(st.Change)}
	key := "unit.message.rank"
	switch {
	case st.Place == 0 && st.Score == st.Score:
		key = "unit.message.score"
	case st.Place == 0:
		key = "unit.message.parts"
	case st.Comparable:
		key = "unit.message.change"
	}
	m := l.Say(key, args...)
	if st.Printed || st.Published {
		m += " " + l.Say("unit.message.printed")
	}
	for _, why := range []string{l.In(st.Why), r.WhyWithheld(l, a.Edition, a.Row)} {
		if why != "" {
			m += " " + why
		}
	}
	return m
}
