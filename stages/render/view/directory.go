package view

import (
	"slices"
	"strings"
)

// UnitsPage lists every unit of a kind, with its newest rank.
type UnitsPage struct {
	Lede  string
	Lists []*Table
}

// kinds in the order of publication: at home first.
var kindOrder = []string{"province", "ministry", "agency", "country"}

// UnitList makes the page of all units.
func (r *Report) UnitList(l Lang) UnitsPage {
	p := UnitsPage{Lede: l.Say("units.lede", "count", l.Say("noun.unit", "n", l.Whole(len(r.Units.All()))))}
	kinds := slices.Clone(kindOrder)
	for _, u := range r.Units.All() {
		if !slices.Contains(kinds, u.Kind) {
			kinds = append(kinds, u.Kind)
		}
	}
	for _, kind := range kinds {
		if t := r.unitTable(l, kind); len(t.Rows) > 0 {
			p.Lists = append(p.Lists, t)
		}
	}
	return p
}

func (r *Report) unitTable(l Lang, kind string) *Table {
	t := &Table{ID: "loai-" + Slug(kind), Caption: l.Kind(kind, false), Sortable: true,
		Columns: []Column{{Label: l.unitHead([]string{kind})}, {Label: l.Say("units.valid")}, {Label: l.Say("units.newest")}, {Label: l.Say("units.in")}}}
	var codes []string
	for _, u := range r.Units.All() {
		if u.Kind == kind {
			codes = append(codes, u.Code)
		}
	}
	r.ByName(l, codes)
	for _, code := range codes {
		t.Rows = append(t.Rows, r.unitLine(l, code))
	}
	return t
}

func (r *Report) unitLine(l Lang, code string) Row {
	u, _ := r.Units.Unit(code)
	valid := Cell{}
	switch {
	case u.To != 0:
		valid = Cell{Text: l.Say("units.past", "date", l.Date(u.To)), Value: u.To.String(), Tone: Quiet}
	case u.From != 0 && u.Kind != "country":
		valid = Cell{Text: l.Say("units.since", "date", l.Date(u.From)), Value: u.From.String(), Tone: Quiet}
	}
	newest, edition := Cell{Text: l.Say("mark.nodata"), Tone: Quiet}, ""
	var in []string
	for _, a := range r.Where(code) {
		if name := a.Board.Abbr(l); len(in) == 0 || in[len(in)-1] != name {
			in = append(in, name)
		}
		if s := a.Standing(0, a.Row); s.Place > 0 && a.Edition.Edition.ID > edition {
			edition = a.Edition.Edition.ID
			newest = Cell{Text: l.Rank(s.Place, s.Of), Small: " " + a.Board.Abbr(l) + " " + edition, Value: Plain(float64(s.Place), 0)}
		}
	}
	return Row{Cells: []Cell{r.unit(l, code), valid, newest, {Text: strings.Join(in, ", ")}}}
}
