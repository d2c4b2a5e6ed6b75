package view

import (
	"strconv"
	"strings"
)

// partsOf fills a unit's section with its parts against its peers' median and best: a table, and a chart where the
// peers' scores are known.
func (r *Report) partsOf(l Lang, s *UnitSection, a Appearance, number int) {
	peers := r.Peers(l, a.Edition, a.Row)
	code := a.Table.Units[a.Row]
	name := r.Name(l, code)
	args := []string{"unit", name, "group", peers.Name, "index", a.Board.Abbr(l), "edition", a.Edition.Edition.ID, "n", l.Whole(len(peers.Rows))}
	t := &Table{ID: s.ID + "-thanh-phan", Caption: l.Say("parts.table", args...)}
	c := &Chart{ID: "phan" + strconv.Itoa(number), Kind: Marks, Decimals: a.Scale.Decimals, Low: nan, High: nan,
		Source: l.In(a.Board.Source), TableID: t.ID, Sub: l.Say("parts.sub", args...)}
	own := Series{Name: name, Tone: Own, Focus: -1, Label: true}
	median := Series{Name: l.Say("parts.median"), Tone: Middle, Focus: -1}
	best := Series{Name: l.Say("parts.best"), Tone: Best, Focus: -1}
	var points []string
	above, of, changed := 0, 0, false
	for _, n := range a.Pillars() {
		st, sp := a.Standing(n, a.Row), a.spread(n, peers.Rows)
		if !st.Has() {
			continue
		}
		t.Rows = append(t.Rows, r.partRow(l, a, n, st, sp))
		changed = changed || st.Comparable
		if sp.Who < 0 || st.Score != st.Score {
			continue
		}
		if of++; st.Score > sp.Median {
			above++
		}
		c.Categories = append(c.Categories, a.Brief(l, n))
		own.Values, median.Values, best.Values = append(own.Values, Round(st.Score, st.Decimals)), append(median.Values, Round(sp.Median, st.Decimals)), append(best.Values, Round(sp.Best, st.Decimals))
		points = append(points, l.Say("parts.point", "part", a.Brief(l, n), "own", l.Number(st.Score, st.Decimals), "median", l.Number(sp.Median, st.Decimals)))
	}
	if len(t.Rows) == 0 {
		return
	}
	s.PartsHead, s.Parts = l.Say("parts.head", args...), t
	t.Columns = partHeads(l, a.beforeID())
	if of == 0 {
		s.PartsHead, s.NoPeers = l.Say("parts.plain", args...), l.Say("peers.few")
		t.drop(4, 5, 6, 7)
	}
	if !changed {
		t.drop(3)
	}
	if of == 0 {
		return
	}
	c.Title = l.Say("parts.above", append(args, "above", l.Whole(above), "of", l.Whole(of))...)
	c.Alt = l.Say("parts.alt", append(args, "points", strings.Join(points, "; "))...)
	c.Series = []Series{own, median, best}
	s.PartsChart = c
}

func partHeads(l Lang, before string) []Column {
	return []Column{{Label: l.Say("parts.col.part")}, {Label: l.Say("parts.col.own"), Number: true}, {Label: l.Say("col.rank"), Number: true},
		{Label: l.Say("col.change", "edition", before), Number: true}, {Label: l.Say("parts.col.median"), Number: true},
		{Label: l.Say("parts.col.best"), Number: true}, {Label: l.Say("parts.col.who")}, {Label: l.Say("parts.col.gap"), Number: true}}
}

// partRow is one part: own score, rank and its change, the peers' median and best, who is best and how far ahead.
func (r *Report) partRow(l Lang, a Appearance, n int, st Standing, sp Spread) Row {
	name := l.In(a.Nodes[n].Name)
	if b := a.Brief(l, n); b != name {
		name = b + " · " + name
	}
	cells := []Cell{{Text: name, Head: true}, l.score(a.Edition, st), l.rank(st.Place, st.Of, false), l.change(st)}
	who := Cell{Text: Missing, Tone: Quiet}
	gap := Cell{Text: Missing, Tone: Quiet}
	if sp.Who >= 0 {
		who = r.unit(l, a.Table.Units[sp.Who])
		who.Head = false
		if st.Score == st.Score {
			gap = l.num(Round(sp.Best, st.Decimals)-Round(st.Score, st.Decimals), st.Decimals)
		}
	}
	return Row{Cells: append(cells, l.num(sp.Median, st.Decimals), l.num(sp.Best, st.Decimals), who, gap)}
}
