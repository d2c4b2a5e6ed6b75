package view

import "slices"

// WhatIfPage lets a reader weigh the parts of an edition otherwise: sliders where a browser can walk the tree exactly as
// the engine does, and for everybody the outcomes of preset weights as the engine computed them.
type WhatIfPage struct {
	Edition  *Edition
	Title    string
	Lede     string
	Stamp    []string
	Siblings []Sibling
	Sure     string // address of the page of robustness
	Why      string // why there are no sliders; empty where there are
	Note     string // what of the tree the sliders leave out; empty where nothing
	Model    *WeightModel
	Buttons  []Option // presets: their key and name
	Filters  []Filter
	Result   *Table // by the published weights, until the script fills it anew
	Presets  *Table // what each preset changes
	Ranks    *Table // the first under each preset
	Chart    *Chart // how far the ranks move among the presets
}

// topPlaces is how many places count as "the first": readers ask whether those change hands.
const topPlaces = 5

// WhatIfHref is the address of an edition's page of weights, empty where it has none: nothing is ranked, or there is
// nothing to weigh.
func (r *Report) WhatIfHref(e *Edition) string {
	if !e.Computes() || e.Table.Ranking(0) == nil || len(e.Root().Children) < 2 {
		return ""
	}
	return "trong-so/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}

// WhatIf makes the page; the edition has one.
func (r *Report) WhatIf(l Lang, e *Edition) WhatIfPage {
	out := r.Input.Presets[e.Plan]
	p := WhatIfPage{Edition: e, Title: r.whatIfTitle(l, e, out), Lede: l.Say("whatif.lede"), Stamp: e.stamp(l), Sure: r.RobustHref(e), Filters: r.filters(l, e)}
	for _, o := range e.Board.Editions {
		if href := r.WhatIfHref(o); href != "" {
			p.Siblings = append(p.Siblings, Sibling{o.Edition.ID, href, o == e})
		}
	}
	if p.Why = e.notWeighable(l); p.Why == "" {
		p.Model = r.weightModel(l, e, out)
		p.Result = r.weighedTable(l, e, p.Model.rows)
		p.Buttons = append(p.Buttons, Option{"", l.Say("whatif.published")})
		for i, o := range out {
			p.Buttons = append(p.Buttons, Option{o.key(i), l.presetName(e, o.Preset)})
		}
		if p.Model.shallow {
			p.Note = l.Say("whatif.shallow")
		}
	}
	if len(out) > 0 {
		p.Presets, p.Ranks = r.presetTable(l, e, out), r.presetRanks(l, e, out)
		p.Chart = r.presetChart(l, e, out)
	}
	return p
}

// whatIfTitle says between which ranks the unit put forward stands, or how many units come first, under the published
// weights and the presets.
func (r *Report) whatIfTitle(l Lang, e *Edition, out []Outcome) string {
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID}
	if len(out) == 0 {
		return l.Say("whatif.title", args...)
	}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if place, _ := e.place(0, row); place > 0 {
			low, high := place, place
			for _, o := range out {
				if at := int(o.Place[row]); at > 0 {
					low, high = min(low, at), max(high, at)
				}
			}
			args = append(args, "unit", r.Name(l, e.Board.Focus), "low", l.Whole(low), "high", l.Whole(high))
			if low == high {
				return l.Say("whatif.title.still", args...)
			}
			return l.Say("whatif.title.focus", args...)
		}
	}
	first := map[int]bool{}
	for row := range e.Table.Units {
		if place, _ := e.place(0, row); place == 1 {
			first[row] = true
		}
		for _, o := range out {
			if o.Place[row] == 1 {
				first[row] = true
			}
		}
	}
	if len(first) == len(e.parts()) {
		return l.Say("whatif.title.same", args...)
	}
	return l.Say("whatif.title.first", append(args, "count", l.Units(e.Board.Units, len(first)))...)
}

// presetTable says what each preset changes.
func (r *Report) presetTable(l Lang, e *Edition, out []Outcome) *Table {
	t := &Table{ID: "bo-trong-so", Caption: l.Say("whatif.presets", "index", e.Board.Abbr(l), "edition", e.Edition.ID),
		Columns: []Column{{Label: l.Say("whatif.col.preset")}, {Label: l.Say("whatif.col.in")}, {Label: l.Say("whatif.col.out")},
			{Label: l.Say("whatif.col.moved"), Number: true}, {Label: l.Say("whatif.col.most"), Number: true}, {Label: l.Say("whatif.col.who")}}}
	focus, isFocus := e.Table.Row(e.Board.Focus)
	if isFocus = isFocus && e.Board.Focus != ""; isFocus {
		t.Columns = append(t.Columns, Column{Label: r.Name(l, e.Board.Focus), Number: true})
	}
	for _, o := range out {
		s := e.upset(o)
		who := Cell{Text: Missing, Tone: Quiet}
		if s.most > 0 {
			who = link(r.Name(l, e.Table.Units[s.row]), r.UnitHref(e.Table.Units[s.row]))
		}
		cells := []Cell{{Text: l.presetName(e, o.Preset), Small: " " + e.weighing(l, o.Preset), Head: true}, r.unitsCell(l, e, s.in), r.unitsCell(l, e, s.out), l.count(s.moved), l.count(s.most), who}
		if isFocus {
			cells = append(cells, l.movedTo(e, o, focus))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// weighing writes the shares of the root's parts under a preset.
func (e *Edition) weighing(l Lang, x Preset) (s string) {
	root, sum := e.Root(), 0.0
	weight := func(i int) float64 {
		c := root.Children[i]
		if w, ok := x.Weights[e.Nodes[c.Col].ID]; ok {
			return w
		}
		return weightOf(root, c)
	}
	if len(root.Children) > 8 {
		return ""
	}
	for i := range root.Children {
		sum += weight(i)
	}
	for i, c := range root.Children {
		if i > 0 {
			s += ", "
		}
		s += e.Brief(l, c.Col) + noBreak + l.Percent(Round(weight(i)/sum, 6), 1)
	}
	return s
}

// upset is what an outcome changes against the published weights.
type upset struct {
	in, out     []int // rows that come into the first places, and that leave them
	moved, most int   // units whose rank differs; by how many places at most
	row         int   // the first unit that moves so far
}

func (e *Edition) upset(o Outcome) (s upset) {
	for _, row := range e.order {
		now, _ := e.place(0, row)
		then := int(o.Place[row])
		if now == 0 || then == 0 {
			continue
		}
		switch was, is := now <= topPlaces, then <= topPlaces; {
		case is && !was:
			s.in = append(s.in, row)
		case was && !is:
			s.out = append(s.out, row)
		}
		if now != then {
			s.moved++
		}
		if far := max(now-then, then-now); far > s.most {
			s.most, s.row = far, row
		}
	}
	return s
}

// unitsCell lists units in a cell.
func (r *Report) unitsCell(l Lang, e *Edition, rows []int) Cell {
	if len(rows) == 0 {
		return Cell{Text: l.Say("whatif.nobody"), Tone: Quiet}
	}
	var names []string
	for _, row := range rows {
		names = append(names, r.Name(l, e.Table.Units[row]))
	}
	return Cell{Text: l.List(names)}
}

// movedTo is the cell of a rank under a preset, with its way from the published weights' one.
func (l Lang) movedTo(e *Edition, o Outcome, row int) Cell {
	c := l.rank(int(o.Place[row]), 0, true)
	if own, _ := e.place(0, row); own > 0 && o.Place[row] > 0 && int(o.Place[row]) != own {
		c.Small, c.Tone = " "+l.Change(own-int(o.Place[row])), ToneOf(own-int(o.Place[row]))
	}
	return c
}

// listedPlaces is how far down a preset's ranking its table goes.
const listedPlaces = 10

// presetRanks are the ranks under every preset of the units that stand at the top of one of them, and of the unit put
// forward.
func (r *Report) presetRanks(l Lang, e *Edition, out []Outcome) *Table {
	t := &Table{ID: "hang-theo-bo", Sortable: true, Caption: l.Say("whatif.ranks", "n", l.Whole(listedPlaces)),
		Columns: []Column{{Label: l.unitHead(e.Board.Units)}, {Label: l.Say("whatif.published"), Number: true}}}
	for _, o := range out {
		t.Columns = append(t.Columns, Column{Label: l.presetName(e, o.Preset), Number: true})
	}
	for _, row := range e.order {
		own, _ := e.place(0, row)
		focus := e.Table.Units[row] == e.Board.Focus
		top := slices.ContainsFunc(out, func(o Outcome) bool { return o.Place[row] > 0 && o.Place[row] <= listedPlaces })
		if !top && !focus && (own == 0 || own > listedPlaces) {
			continue
		}
		line := Row{Focus: focus, Cells: []Cell{r.unit(l, e.Table.Units[row]), l.rank(own, 0, true)}}
		for _, o := range out {
			line.Cells = append(line.Cells, l.movedTo(e, o, row))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// weighedTable lists the units as the published weights rank them; the script writes the ranks by the reader's weights
// into its cells.
func (r *Report) weighedTable(l Lang, e *Edition, rows []int) *Table {
	blocks := e.Table.Block != nil && len(e.Table.Blocks) > 1
	t := &Table{ID: "ket-qua", Sortable: true, Caption: l.Say("whatif.table", "index", e.Board.Abbr(l), "edition", e.Edition.ID),
		Columns: []Column{{Label: l.Say("whatif.col.rank"), Number: true}, {Label: l.unitHead(e.Board.Units)}, {Label: l.Say("whatif.col.score"), Number: true},
			{Label: l.Say("whatif.col.before"), Number: true}, {Label: l.Say("whatif.col.move")}}}
	if blocks {
		t.Columns = append(t.Columns, Column{Label: l.Say("whatif.col.block")})
	}
	keys := r.groupKeys(e)
	for _, row := range rows {
		code := e.Table.Units[row]
		s := e.Standing(0, row)
		cells := []Cell{l.rank(s.Place, 0, true), r.unit(l, code), l.num(s.Score, e.Scale.Decimals), l.rank(s.Place, 0, true), {Text: "=", Value: "0", Tone: Same}}
		if blocks {
			cells = append(cells, Cell{Text: e.blockName(l, row)})
		}
		t.Rows = append(t.Rows, Row{Focus: code == e.Board.Focus, Keys: keys(code), Cells: cells})
	}
	return t
}
