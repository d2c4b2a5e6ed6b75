package view

import (
	"cmp"
	"slices"
	"strings"

	"xephang/stages/cube"
)

// nodeRanking is the table of an edition by one node: place, unit, value, score, change, group, what is to be known of
// the figure; columns that would stay empty are left out. The second text says how the rows are ordered.
func (r *Report) nodeRanking(l Lang, e *Edition, col int, rows []int) (*Table, string) {
	t := &Table{ID: "bang-1", Sortable: true, Caption: l.Say("node.ranking.t", "node", noded{plan: e.Plan, col: col}.name(l), "edition", e.Edition.ID)}
	cols := r.nodeColumns(l, e, col, rows)
	for _, c := range cols {
		t.Columns = append(t.Columns, Column{Label: c.label, Abbr: c.abbr, Number: c.number})
	}
	leads, keys := e.leading(cols, rows), r.groupKeys(e)
	for _, row := range rows {
		code := e.Table.Units[row]
		line := Row{Focus: code == e.Board.Focus, Keys: keys(code), Cells: make([]Cell, len(cols))}
		s := e.Standing(col, row)
		for i, c := range cols {
			if line.Cells[i] = c.cell(row, s); leads[i] {
				line.Cells[i] = e.way(line.Cells[i], col, row)
			}
		}
		t.Rows = append(t.Rows, line)
	}
	switch {
	case !e.anyOf(col, rows, func(_ int, s Standing) bool { return s.Place > 0 }):
		return t, l.Say("node.unplaced")
	case e.Computes():
		return t, l.Say("mark.computed")
	}
	return t, l.Say("mark.asprinted")
}

func (e *Edition) anyOf(col int, rows []int, has func(row int, s Standing) bool) bool {
	return slices.ContainsFunc(rows, func(row int) bool { return has(row, e.Standing(col, row)) })
}

func (r *Report) nodeColumns(l Lang, e *Edition, col int, rows []int) (cols []column) {
	add := func(asked bool, c column) {
		if asked {
			cols = append(cols, c)
		}
	}
	any := func(has func(row int, s Standing) bool) bool { return e.anyOf(col, rows, has) }
	add(any(func(_ int, s Standing) bool { return s.Place > 0 }), column{label: l.Say("col.rank"), number: true, figure: true, node: col, cell: func(_ int, s Standing) Cell { return l.rank(s.Place, s.Of, true) }})
	add(true, column{label: l.unitHead(e.Board.Units), cell: func(row int, _ Standing) Cell { return r.unit(l, e.Table.Units[row]) }})
	add(len(e.Table.Blocks) > 1, column{label: l.Say("node.block"), cell: func(row int, _ Standing) Cell { return Cell{Text: e.blockName(l, row)} }})
	values := e.Table.At(cube.Value, col)
	add(any(func(row int, s Standing) bool { v := values.At(row); return v == v && v != s.Score }),
		column{label: l.Say("col.value"), number: true, cell: func(row int, _ Standing) Cell { return l.exact(values.At(row)) }})
	add(any(func(_ int, s Standing) bool { return s.Score == s.Score }), column{label: l.Say("col.score"), number: true, figure: true, main: true, node: col, cell: func(_ int, s Standing) Cell { return l.score(e, s) }})
	add(any(func(row int, _ Standing) bool { _, _, ok := e.BandOf(col, row); return ok }), column{label: l.Say("band.col"), number: true, cell: func(row int, _ Standing) Cell { return l.band(e, col, row) }})
	add(any(func(_ int, s Standing) bool { return s.Comparable }), column{label: l.Say("col.change", "edition", e.beforeID()), number: true, cell: func(_ int, s Standing) Cell { return l.change(s) }})
	if scheme := r.mainScheme(e); scheme != "" {
		add(true, column{label: l.In(r.Units.SchemeName(scheme)), cell: func(row int, _ Standing) Cell { return Cell{Text: r.group(l, e.Table.Units[row], scheme, e.AsOf)} }})
	}
	notes := e.nodeNotes(l, col, rows)
	add(len(notes) > 0, column{label: l.Say("col.note"), cell: func(row int, _ Standing) Cell { return Cell{Text: notes[row], Tone: Remark} }})
	return cols
}

// exact is a cell with all the digits of a value as it was read.
func (l Lang) exact(x float64) Cell {
	if x != x {
		return Cell{Text: Missing, Tone: Quiet}
	}
	return Cell{Text: l.Exact(x), Value: Full(x)}
}

func (e *Edition) blockName(l Lang, row int) string {
	id := e.blockID(row)
	for _, b := range e.Edition.Blocks {
		if b.ID == id {
			return l.In(b.Name)
		}
	}
	return id
}

// nodeNotes are what stages and sources say of the rows' figures of a node, without what most rows share.
func (e *Edition) nodeNotes(l Lang, col int, rows []int) map[int]string {
	all, count := map[int][]string{}, map[string]int{}
	for _, row := range rows {
		all[row] = e.cellNotes(l, col, row)
		for _, n := range all[row] {
			count[n]++
		}
	}
	notes := map[int]string{}
	for row, list := range all {
		list = slices.DeleteFunc(list, func(n string) bool { return len(rows) > 3 && count[n]*4 >= len(rows)*3 })
		if len(list) > 0 {
			notes[row] = strings.Join(list, "; ")
		}
	}
	return notes
}

// cellNotes are the marks of one cell and what its source says of it.
func (e *Edition) cellNotes(l Lang, col, row int) (notes []string) {
	add := func(n string) {
		if n != "" && !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	for _, m := range e.Table.Marks(col, row) {
		add(l.In(m.Note))
	}
	for _, layer := range []cube.Layer{cube.Value, cube.PublishedRank, cube.PublishedScore} {
		if o := e.Table.Origin(layer, col); o != nil {
			s := o.At(row)
			add(l.trust(s.Confidence))
			add(l.In(s.Note))
		}
	}
	return notes
}

// missing gathers the units of an edition that have no figure of a node by the reason why, the commonest first.
func (r *Report) missing(l Lang, e *Edition, col int) *Table {
	codes, reasons := map[string][]string{}, []string(nil)
	for row, code := range e.Table.Units {
		if e.Standing(col, row).Has() {
			continue
		}
		why := e.whyMissing(l, col, row)
		if len(codes[why]) == 0 {
			reasons = append(reasons, why)
		}
		codes[why] = append(codes[why], code)
	}
	if len(reasons) == 0 {
		return nil
	}
	slices.SortStableFunc(reasons, func(a, b string) int {
		return cmp.Or(-cmp.Compare(len(codes[a]), len(codes[b])), strings.Compare(a, b))
	})
	t := &Table{ID: "thieu", Caption: l.Say("node.missing.t", "edition", e.Edition.ID),
		Columns: []Column{{Label: l.Say("col.reason")}, {Label: l.Say("col.count"), Number: true}, {Label: l.unitHead(e.Board.Units)}}}
	for _, why := range reasons {
		var names []string
		r.ByName(l, codes[why])
		for _, c := range codes[why] {
			names = append(names, r.Name(l, c))
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: why, Head: true}, l.count(len(names)), {Text: strings.Join(names, "; "), Tone: Remark}}})
	}
	return t
}

// whyMissing says why a unit has no figure of a node: what a stage or the source noted, why it is not ranked, or that
// no figure was found.
func (e *Edition) whyMissing(l Lang, col, row int) string {
	if notes := e.cellNotes(l, col, row); len(notes) > 0 {
		return strings.Join(notes, "; ")
	}
	if why := l.In(e.Table.Unranked[row]); why != "" {
		return why
	}
	if e.Edition.Compute == "none" || !e.Nodes[col].Leaf() && !e.Computes() {
		return l.Say("node.missing.published")
	}
	return l.Say("node.missing.read")
}
