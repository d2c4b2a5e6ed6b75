package view

import (
	"cmp"
	"slices"

	"xephang/stages/robust"
)

// sensitivity fills in what the ranks depend on: a figure and a table, or why there is none.
func (r *Report) sensitivity(l Lang, e *Edition, s *robust.Sensitivity, p *RobustPage) {
	switch {
	case s == nil:
		return
	case !s.Why.IsZero():
		p.NoEffects = l.In(s.Why)
		return
	case len(s.Shift) == 0 || s.Shift[0].Nothing:
		p.NoEffects = l.Say("effects.nothing")
		return
	}
	names := make([]string, len(s.Factors))
	for i, f := range s.Factors {
		names[i] = e.factor(l, f)
	}
	p.Shares = r.effectTable(l, e, s, names)
	p.Effects = effectChart(l, e, s, names)
}

// factor names an assumption.
func (e *Edition) factor(l Lang, f robust.Factor) string {
	switch {
	case f.Role != "":
		return l.roleOf(f.Role)
	case f.Node >= 0:
		return l.Say("effects.weight", "node", e.Brief(l, f.Node))
	}
	n, last := 0, 0
	for k := range e.Nodes {
		if x := &e.Nodes[k]; x.Level == f.Level && e.Weighed(x) {
			n, last = n+1, k
		}
	}
	if n == 1 {
		return l.Say("effects.weight", "node", e.Brief(l, last))
	}
	return l.Say("effects.level", "level", l.Whole(f.Level), "n", l.Whole(n))
}

// effectTable has a row for each assumption: shares of the variance of the mean shift, with intervals, and of the rank
// of the unit put forward.
func (r *Report) effectTable(l Lang, e *Edition, s *robust.Sensitivity, names []string) *Table {
	t := &Table{ID: "do-nhay", Caption: l.Say("effects.table", "shift", l.Number(s.Mean, 1), "runs", l.Whole(s.Runs)), Columns: []Column{{Label: l.Say("effects.col.factor")},
		{Label: l.Say("effects.col.first"), Number: true}, {Label: l.Say("effects.col.interval"), Number: true},
		{Label: l.Say("effects.col.total"), Number: true}, {Label: l.Say("effects.col.interval"), Number: true}}}
	var own []robust.Effect
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		own = s.OfRank(row)
	}
	if own != nil {
		args := []string{"unit", r.Name(l, e.Board.Focus)}
		t.Columns = append(t.Columns, Column{Label: l.Say("effects.col.own", args...), Number: true}, Column{Label: l.Say("effects.col.owntotal", args...), Number: true})
	}
	for i, x := range s.Shift {
		cells := []Cell{{Text: names[i], Head: true}, l.share(x.First, x.Nothing), l.interval(x.FirstLow, x.FirstHigh), l.share(x.Total, x.Nothing), l.interval(x.TotalLow, x.TotalHigh)}
		if own != nil {
			cells = append(cells, l.share(own[i].First, own[i].Nothing), l.share(own[i].Total, own[i].Nothing))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// share is the cell of a share of variance. An estimate may lie a little below nothing.
func (l Lang) share(x float64, nothing bool) Cell {
	if nothing || x != x {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: l.Percent(Round(x, 3), 1), Value: Plain(x, 6)}
}

// interval is the cell of an interval of shares.
func (l Lang) interval(low, high float64) Cell {
	if low != low || high != high {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: l.Say("effects.interval", "low", l.Percent(Round(low, 3), 1), "high", l.Percent(Round(high, 3), 1)), Value: Plain(low, 6), Tone: Quiet}
}

// effectChart draws the shares, the greatest first.
func effectChart(l Lang, e *Edition, s *robust.Sensitivity, names []string) *Chart {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.Shift[b].Total, s.Shift[a].Total) })
	c := &Chart{ID: "donhay", Kind: Effects, Decimals: 1, Low: 0, High: nan, Source: l.from(e.Board), TableID: "do-nhay"}
	alone, total := Series{Name: l.Say("effects.first"), Tone: Own, Focus: -1}, Series{Name: l.Say("effects.total"), Tone: Other, Focus: -1}
	for _, i := range order {
		x := s.Shift[i]
		percent := func(v float64) float64 { return Round(100*max(v, 0), 1) }
		c.Categories = append(c.Categories, names[i])
		alone.Full, total.Full = append(alone.Full, 100*x.First), append(total.Full, 100*x.Total)
		alone.Values, total.Values = append(alone.Values, percent(x.First)), append(total.Values, percent(x.Total))
		total.Low, total.High = append(total.Low, percent(x.TotalLow)), append(total.High, percent(x.TotalHigh))
	}
	c.Series = []Series{total, alone}
	args := []string{"factor", names[order[0]], "share", l.Percent(Round(s.Shift[order[0]].Total, 3), 0), "n", l.Whole(len(names))}
	c.Title, c.Sub, c.Alt = l.Say("effects.t", args...), l.Say("effects.sub", args...), l.Say("effects.alt", args...)
	return c
}

// mostLeft is how many nodes, and how many units, a table of alternatives lists.
const mostLeft = 30

// leftOut lists the nodes by how far the ranks move without them.
func (r *Report) leftOut(l Lang, e *Edition, all []robust.LeftOut) *Table {
	if len(all) == 0 {
		return nil
	}
	t := &Table{ID: "bo-tung-phan", Sortable: true, Caption: l.Say("left.table"), Columns: []Column{{Label: l.Say("left.col.node")}, {Label: l.Say("left.col.shift"), Number: true},
		{Label: l.Say("left.col.most"), Number: true}, {Label: l.Say("left.col.unit")}, {Label: l.Say("left.col.move")}}}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b robust.LeftOut) int { return cmp.Compare(b.Shift, a.Shift) })
	for _, x := range all[:min(len(all), mostLeft)] {
		name := Cell{Text: e.Brief(l, x.Node), Head: true}
		if full := l.In(e.Nodes[x.Node].Name); full != name.Text {
			name.Small = " " + full
		}
		t.Rows = append(t.Rows, Row{Cells: append([]Cell{name, l.num(x.Shift, 1), l.count(x.Most)}, r.moved(l, e, x.Place, x.Most, x.Row)...)})
	}
	return t
}

// moved names the unit that moves most and its two ranks.
func (r *Report) moved(l Lang, e *Edition, place []int32, most, row int) []Cell {
	if most == 0 {
		return []Cell{{Text: Missing, Tone: Quiet}, {Text: Missing, Tone: Quiet}}
	}
	own, _ := e.place(0, row)
	code := e.Table.Units[row]
	return []Cell{link(r.Name(l, code), r.UnitHref(code)), {Text: l.Say("left.move", "from", l.Whole(own), "to", l.Whole(int(place[row]))), Tone: Short}}
}

// schemes sets the preset weights side by side: how far each moves the ranks, and the ranks of the units that it moves
// most.
func (r *Report) schemes(l Lang, e *Edition, all []robust.Scheme) (sum, ranks *Table) {
	all = slices.DeleteFunc(slices.Clone(all), func(s robust.Scheme) bool { return s.Place == nil })
	if len(all) == 0 {
		return nil, nil
	}
	sum = &Table{ID: "bo-trong-so", Caption: l.Say("scheme.table"), Columns: []Column{{Label: l.Say("scheme.col.name")}, {Label: l.Say("left.col.shift"), Number: true},
		{Label: l.Say("left.col.most"), Number: true}, {Label: l.Say("left.col.unit")}, {Label: l.Say("left.col.move")}}}
	ranks = &Table{ID: "hang-theo-bo", Sortable: true, Columns: []Column{{Label: l.unitHead(e.Board.Units)}, {Label: l.Say("scheme.col.own"), Number: true}}}
	for _, s := range all {
		sum.Rows = append(sum.Rows, Row{Cells: append([]Cell{{Text: l.In(s.Name), Head: true}, l.num(s.Shift, 1), l.count(s.Most)}, r.moved(l, e, s.Place, s.Most, s.Row)...)})
		ranks.Columns = append(ranks.Columns, Column{Label: l.In(s.Name), Number: true})
	}
	rows := e.ranked(e.order)
	if len(rows) > mostLeft {
		slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(e.swing(all, b), e.swing(all, a)) })
		rows = rows[:mostLeft]
	}
	ranks.Caption = l.Say("scheme.ranks", "count", l.Units(e.Board.Units, len(rows)))
	for _, row := range rows {
		own, _ := e.place(0, row)
		line := Row{Focus: e.Table.Units[row] == e.Board.Focus, Cells: []Cell{r.unit(l, e.Table.Units[row]), l.rank(own, 0, true)}}
		for _, s := range all {
			c := l.rank(int(s.Place[row]), 0, true)
			if to := int(s.Place[row]); to > 0 && to != own {
				c.Small, c.Tone = " "+l.Change(own-to), ToneOf(own-to)
			}
			line.Cells = append(line.Cells, c)
		}
		ranks.Rows = append(ranks.Rows, line)
	}
	return sum, ranks
}

// swing is how far a row moves at most under the schemes.
func (e *Edition) swing(all []robust.Scheme, row int) (most int) {
	own, _ := e.place(0, row)
	for _, s := range all {
		if to := int(s.Place[row]); to > 0 {
			most = max(most, own-to, to-own)
		}
	}
	return most
}
