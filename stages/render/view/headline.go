package view

import "strings"

// Headline says what happened in an edition: where the focus unit stands, or who leads. Every figure in it is bound.
func (r *Report) Headline(l Lang, e *Edition) Sentence {
	slots := []Slot{
		{"index", Span{Text: l.In(e.Board.Name), Href: e.Board.Address()}},
		{"edition", Span{Text: e.Edition.ID, Href: e.Address()}},
	}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" && e.Standing(0, row).Has() {
		return r.focusHeadline(l, e, row, slots)
	}
	return r.leaderHeadline(l, e, slots)
}

func (r *Report) focusHeadline(l Lang, e *Edition, row int, slots []Slot) Sentence {
	s := e.Standing(0, row)
	slots = append(slots, r.unitSlot(l, "unit", e, row),
		Slot{"rank", Span{Text: l.Rank(s.Place, s.Of), Ref: e.ref(row, 0, "rank"), Href: e.TrailHref(0, row)}},
		Slot{"score", Span{Text: l.Number(s.Score, s.Decimals), Ref: e.ref(row, 0, "score"), Href: e.TrailHref(0, row)}})
	if e.before != nil {
		slots = append(slots, Slot{"before", Span{Text: e.before.Edition.ID, Href: e.before.Address()}})
	}
	switch {
	case s.Place == 0:
		return r.scoreHeadline(l, e, row, slots)
	case !s.Comparable:
		return l.Sentence("head.focus", slots...)
	case s.Change == 0:
		return l.Sentence("head.focus.same", slots...)
	}
	key, size := "head.focus.up", s.Change
	if s.Change < 0 {
		key, size = "head.focus.down", -s.Change
	}
	return l.Sentence(key, append(slots, Slot{"change", Span{Text: l.Whole(size), Ref: e.ref(row, 0, "change"), Href: e.TrailHref(0, row)}})...)
}

// scoreHeadline tells of a unit that has a score and no rank (the nation), with its score in the edition before.
func (r *Report) scoreHeadline(l Lang, e *Edition, row int, slots []Slot) Sentence {
	if b := e.before; b != nil {
		if was, ok := b.Table.Row(e.Table.Units[row]); ok {
			if s := b.Standing(0, was); s.Score == s.Score {
				return l.Sentence("head.focus.since", append(slots,
					Slot{"was", Span{Text: l.Number(s.Score, s.Decimals), Ref: b.ref(was, 0, "score"), Href: b.TrailHref(0, was)}})...)
			}
		}
	}
	return l.Sentence("head.focus.norank", slots...)
}

func (r *Report) leaderHeadline(l Lang, e *Edition, slots []Slot) Sentence {
	var first []int
	for _, row := range e.Order() {
		if e.Standing(0, row).Place == 1 && e.Table.BlockOf(row) == e.Table.BlockOf(e.Order()[0]) {
			first = append(first, row)
		}
	}
	if len(first) == 0 {
		return l.Sentence("head.some", append(slots, Slot{"count", Span{Text: l.Units(e.Board.Units, len(e.Order())), Ref: e.Board.ID + "/" + e.Edition.ID + "/count"}})...)
	}
	slots = append(slots, r.unitSlot(l, "unit", e, first[0]))
	s := e.Standing(0, first[0])
	switch {
	case len(first) > 1:
		return r.tiedHeadline(l, e, first, slots)
	case len(e.Table.Blocks) > 1:
		return l.Sentence("head.block", append(slots, Slot{"block", Span{Text: l.In(e.parts()[e.Table.BlockOf(first[0])].name)}})...)
	case s.Score == s.Score:
		return l.Sentence("head.first", append(slots, Slot{"score", Span{Text: l.Number(s.Score, s.Decimals), Ref: e.ref(first[0], 0, "score"), Href: e.TrailHref(0, first[0])}})...)
	}
	return l.Sentence("head.first.noscore", slots...)
}

func (r *Report) tiedHeadline(l Lang, e *Edition, first []int, slots []Slot) Sentence {
	names := make([]string, len(first))
	for i, row := range first {
		names[i] = r.Name(l, e.Table.Units[row])
	}
	return l.Sentence("head.tied", append(slots, Slot{"units", Span{Text: l.List(names)}})...)
}

// List joins names: "A, B và C".
func (l Lang) List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], l.Say("head.comma")) + l.Say("head.and") + names[last]
}

// Units counts units of an index's kinds: "63 tỉnh, thành phố".
func (l Lang) Units(kinds []string, n int) string {
	key := "noun.unit"
	if len(kinds) > 0 && phrases["noun."+kinds[0]].VI != "" {
		key = "noun." + kinds[0]
	}
	return l.Say(key, "n", l.Whole(n))
}

func (r *Report) unitSlot(l Lang, name string, e *Edition, row int) Slot {
	code := e.Table.Units[row]
	return Slot{name, Span{Text: r.Name(l, code), Href: r.UnitHref(code)}}
}

// ref names a figure: index/edition/unit/node/layer.
func (e *Edition) ref(row, node int, layer string) string {
	return strings.Join([]string{e.Board.ID, e.Edition.ID, e.Table.Units[row], e.Nodes[node].ID, layer}, "/")
}
