package view

import (
	"slices"
	"strings"
)

// gone is the category that stands in a chart between two editions that cannot be compared.
const gone = "≠"

// seen is one edition of a node's history: the spread of its scores, and what parts it from the edition before.
type seen struct {
	*Edition
	col    int
	rows   []int
	lowest float64
	Spread
	broken bool   // not comparable with the edition before in the list
	why    string // of the break, or what changed
}

// past walks the editions that have a figure of the node, oldest first.
func (n noded) past(l Lang) (all []seen) {
	id := n.plan.Nodes[n.col].ID
	for _, e := range n.in {
		col, _ := e.Col(id)
		rows := e.having(col)
		if len(rows) == 0 {
			continue
		}
		s := seen{Edition: e, col: col, rows: rows, Spread: e.spread(col, rows), lowest: nan}
		for _, row := range rows {
			if x := e.Standing(col, row).Score; x == x && (s.lowest != s.lowest || x < s.lowest) {
				s.lowest = x
			}
		}
		if len(all) > 0 {
			s.broken, s.why = parted(l, all[len(all)-1], s)
		}
		all = append(all, s)
	}
	return all
}

// parted tells whether an edition cannot be compared with the one before it in a node's history, and why, or what else
// changed.
func parted(l Lang, before, now seen) (bool, string) {
	if now.before == nil || now.before.Board != now.Board {
		why := l.In(now.Edition.Edition.Why)
		if why == "" {
			why = l.Say("node.break.declared")
		}
		return true, why
	}
	if _, has := now.before.Col(now.Nodes[now.col].ID); !has {
		return true, l.Say("node.break.absent", "edition", now.before.Edition.ID)
	}
	told := func(s seen) string {
		var all []string
		for _, t := range s.Explain(s.col) {
			all = append(all, l.In(t))
		}
		return strings.Join(all, "\n")
	}
	if told(before) != told(now) {
		return false, l.Say("node.break.rule")
	}
	return false, ""
}

// nodeEditions is the table of a node's history, newest first, breaks marked.
func (r *Report) nodeEditions(l Lang, n noded) *Table {
	past := n.past(l)
	t := &Table{ID: "qua-cac-ky", Caption: l.Say("node.history.t", "node", n.name(l)), Columns: []Column{{Label: l.Say("col.edition")}, {Label: l.Say("node.known"), Number: true},
		{Label: l.Say("node.lowest"), Number: true}, {Label: l.Say("parts.median.all"), Number: true}, {Label: l.Say("col.highest"), Number: true}, {Label: l.Say("parts.col.who")}}}
	focus := ""
	if len(past) > 0 {
		focus = past[0].Board.Focus
	}
	if focus != "" {
		t.Columns = append(t.Columns, Column{Label: r.Name(l, focus), Number: true})
	}
	t.Columns = append(t.Columns, Column{Label: l.Say("node.break")})
	for i, s := range slices.Backward(past) {
		d := s.decimals()
		who := Cell{Text: Missing, Tone: Quiet}
		if s.Who >= 0 {
			who = link(r.Name(l, s.Table.Units[s.Who]), r.UnitHref(s.Table.Units[s.Who]))
		}
		cells := []Cell{{Text: s.Edition.Edition.ID, Href: s.Address(), Head: true}, l.count(len(s.rows)), l.num(s.lowest, d), l.num(s.Median, d), l.num(s.Best, d), who}
		if s.Known < 3 {
			cells[2] = Cell{Text: Missing, Tone: Quiet}
		}
		if focus != "" {
			cells = append(cells, l.focusOn(s, focus))
		}
		t.Rows = append(t.Rows, Row{Cells: append(cells, breakCell(l, s, i))})
	}
	return t
}

func (s seen) decimals() int { return s.Standing(s.col, s.rows[0]).Decimals }

// focusOn is the score and the place of the unit put forward.
func (l Lang) focusOn(s seen, focus string) Cell {
	row, ok := s.Table.Row(focus)
	if !ok {
		return Cell{Text: Missing, Tone: Quiet}
	}
	st := s.Standing(s.col, row)
	c := l.num(st.Score, st.Decimals)
	if st.Place > 0 {
		c.Small = " (" + l.Rank(st.Place, st.Of) + ")"
	}
	return c
}

func breakCell(l Lang, s seen, i int) Cell {
	switch {
	case i == 0:
		return Cell{Text: l.Say("node.break.first"), Tone: Quiet}
	case s.broken:
		return Cell{Text: gone + " " + l.Say("node.break.no", "why", s.why), Tone: Remark}
	case s.why != "":
		return Cell{Text: s.why, Tone: Remark}
	}
	return Cell{Text: l.Say("node.break.none"), Tone: Quiet}
}

// nodeHistory draws the median of a node, and the unit put forward (else the highest), over the editions; a break leaves
// a gap. Nil with fewer than three editions whose scores are known.
func (r *Report) nodeHistory(l Lang, n noded) *Chart {
	past := slices.DeleteFunc(n.past(l), func(s seen) bool { return s.Median != s.Median })
	if len(past) < 3 {
		return nil
	}
	b := past[0].Board
	c := &Chart{ID: "lich-su", Kind: Lines, Low: nan, High: nan, Source: l.from(b), TableID: "qua-cac-ky"}
	median := Series{Name: l.Say("parts.median.all"), Tone: Middle, Label: true, Focus: -1}
	other := Series{Name: l.Say("col.highest"), Tone: Best, Label: true, Focus: -1}
	if b.Focus != "" {
		other.Name, other.Tone = r.Name(l, b.Focus), Own
	}
	run := 0 // where the last run of comparable editions begins
	var points []string
	for i, s := range past {
		if i > 0 && s.broken {
			c.Categories = append(c.Categories, gone)
			median.Values, other.Values = append(median.Values, nan), append(other.Values, nan)
			run = i
		}
		c.Decimals = max(c.Decimals, s.decimals())
		c.Categories = append(c.Categories, s.Edition.Edition.ID)
		median.Values = append(median.Values, Round(s.Median, s.decimals()))
		other.Values = append(other.Values, Round(s.beside(), s.decimals()))
		points = append(points, s.Edition.Edition.ID+": "+l.Number(s.Median, s.decimals()))
	}
	c.Series = []Series{median, other}
	c.Title, c.Sub = trended(l, n, past[run:]), l.Say("node.history.sub", "node", n.name(l), "index", b.Abbr(l), "other", other.Name)
	if slices.Contains(c.Categories, gone) {
		c.Sub += l.Say("node.history.gap", "gap", gone)
	}
	c.Alt = l.Say("node.history.alt", "node", n.name(l), "points", strings.Join(points, "; "))
	return c
}

// beside is the score that is drawn beside the median: of the unit put forward, else the highest.
func (s seen) beside() float64 {
	if s.Board.Focus == "" {
		return s.Best
	}
	if row, ok := s.Table.Row(s.Board.Focus); ok {
		return s.Standing(s.col, row).Score
	}
	return nan
}

// trended says how the median moved over a run of editions that can be compared.
func trended(l Lang, n noded, run []seen) string {
	first, last := run[0], run[len(run)-1]
	from, to := Round(first.Median, first.decimals()), Round(last.Median, last.decimals())
	args := []string{"first", first.Edition.Edition.ID, "last", last.Edition.Edition.ID, "from", l.Number(from, first.decimals()), "to", l.Number(to, last.decimals())}
	switch {
	case len(run) == 1:
		return l.Say("node.history.alone", args...)
	case to > from:
		return l.Say("node.history.up", args...)
	case to < from:
		return l.Say("node.history.down", args...)
	}
	return l.Say("node.history.same", args...)
}
