package view

// partsOf fills a unit's section with its parts among its peers: a table, and strips where the peers' scores are known.
func (r *Report) partsOf(l Lang, s *UnitSection, a Appearance, number int) {
	peers := r.Peers(l, a.Edition, a.Row)
	code := a.Table.Units[a.Row]
	name := r.Name(l, code)
	args := []string{"unit", name, "group", peers.Name, "index", a.Board.Abbr(l), "edition", a.Edition.Edition.ID, "n", l.Whole(len(peers.Rows))}
	t := &Table{ID: s.ID + "-thanh-phan", Caption: l.Say("parts.table", args...)}
	of, changed := 0, false
	for _, n := range a.below() {
		st, sp := a.Standing(n, a.Row), a.spread(n, peers.Rows)
		if !st.Has() {
			continue
		}
		line := r.partRow(l, a, n, st, sp)
		line.Indent = max(0, a.depth(n)-1)
		t.Rows = append(t.Rows, line)
		changed = changed || st.Comparable
		if sp.Who >= 0 && st.Score == st.Score {
			of++
		}
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
	s.Strips = r.strips(l, s, a, peers, number)
	s.Strong, s.Weak = r.strong(l, a, peers)
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
	cells := []Cell{{Text: name, Head: true, Href: NodeAddress(a.Board, a.Nodes[n].ID)}, a.way(l.score(a.Edition, st), n, a.Row), a.way(l.rank(st.Place, st.Of, false), n, a.Row), l.change(st)}
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
