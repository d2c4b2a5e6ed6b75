package view

import (
	"slices"

	"xephang/stages/problem"
)

// apart lists who cannot be compared: new, left, or ranked among others, each with the reason.
func (r *Report) apart(l Lang, e *Edition) *Table {
	t := &Table{ID: "khong-so", Sortable: true, Caption: l.Say("move.apart", "before", e.beforeID()),
		Columns: []Column{{Label: l.unitHead(e.Board.Units)}, {Label: e.beforeID(), Number: true}, {Label: e.Edition.ID, Number: true}, {Label: l.Say("move.col.what")}, {Label: l.Say("col.reason")}}}
	b := e.before
	add := func(code string, was, now int, what string, why string) {
		t.Rows = append(t.Rows, Row{Focus: code == e.Board.Focus, Cells: []Cell{r.unit(l, code), l.rank(was, 0, true), l.rank(now, 0, true), {Text: what, Tone: Short}, {Text: why, Tone: Remark}}})
	}
	for _, row := range e.order {
		s := e.Standing(0, row)
		code := e.Table.Units[row]
		if s.Comparable {
			continue
		}
		was := b.placeOf(code)
		switch old, in := b.Table.Row(code); {
		case s.Place == 0 && was == 0:
			continue // ranked in neither
		case s.Place == 0:
			add(code, was, 0, l.Say("move.left"), reasonOr(l, s.Why, "move.why.now"))
		case was == 0 && in && !b.Table.Unranked[old].IsZero():
			add(code, 0, s.Place, l.Say("move.new"), l.In(b.Table.Unranked[old]))
		case was == 0:
			add(code, 0, s.Place, l.Say("move.new"), r.whyNew(l, e, code))
		default:
			add(code, was, s.Place, l.Say("move.other"), l.Say("move.why.block"))
		}
	}
	for _, old := range b.order {
		code := b.Table.Units[old]
		was, _ := b.place(0, old)
		row, in := e.Table.Row(code)
		if was == 0 || in && slices.Contains(e.order, row) {
			continue
		}
		why := r.whyLeft(l, e, code)
		if in && !e.Table.Unranked[row].IsZero() {
			why = l.In(e.Table.Unranked[row])
		}
		add(code, was, 0, l.Say("move.left"), why)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

func reasonOr(l Lang, why problem.Text, key string) string {
	if why.IsZero() {
		return l.Say(key)
	}
	return l.In(why)
}

// whyNew says why the edition before did not rank a unit.
func (r *Report) whyNew(l Lang, e *Edition, code string) string {
	if u, ok := r.Units.Unit(code); ok && u.From != 0 && e.before.AsOf != 0 && u.From > e.before.AsOf {
		return l.Say("move.why.born", "date", l.Date(u.From))
	}
	return l.Say("move.why.before", "before", e.beforeID())
}

// whyLeft says why an edition no longer ranks a unit.
func (r *Report) whyLeft(l Lang, e *Edition, code string) string {
	if u, ok := r.Units.Unit(code); ok && u.To != 0 && e.AsOf != 0 && u.To < e.AsOf {
		return l.Say("move.why.gone", "date", l.Date(u.To))
	}
	return l.Say("move.why.now")
}
