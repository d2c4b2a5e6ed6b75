package book

import (
	"math"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// trial is the sheet on which the weights of the root's parts can be tried: a scheme is chosen from a list, or weights
// are typed in; scores and ranks follow, beside the official ones.
type trial struct {
	*audit
	edges   []edge
	schemes []tried
	first   int // row of the first unit
	maker   func(row int) string
	body    func(parts []operand) string
}

// tried is a set of weights in the list.
type tried struct {
	name    string
	weights []float64
	open    bool
}

const (
	chosenCell = "$C$5"
	inUseRow   = 7
	schemeRow  = 8
)

// whatIf adds the sheet, where the root is combined by weights that a reader could choose.
func (a *audit) whatIf() {
	p := a.e.Root()
	t := &trial{audit: a, edges: a.partsOf(0), body: combination(p.Combine)}
	if len(t.edges) < 2 || t.body == nil || a.scaledUp(0) || p.Combine.Name == "minimum" || len(a.rows) == 0 {
		return
	}
	t.list()
	t.first = schemeRow + len(t.schemes) + 3
	t.write(a.open("whatif"))
}

// list gathers the schemes: the declared weights, those that the index offers, and the reader's own.
func (t *trial) list() {
	declared := make([]float64, len(t.edges))
	for i, e := range t.edges {
		declared[i] = e.weight
	}
	t.schemes = []tried{{view.VI.Say("audit.scheme.index"), declared, false}}
	for _, s := range t.e.Board.Schemes {
		weights := make([]float64, len(t.edges))
		known := 0
		for i, e := range t.edges {
			if w, ok := s.Weights[t.e.Nodes[e.child].ID]; ok {
				weights[i] = w
				known++
			}
		}
		if known == len(t.edges) {
			t.schemes = append(t.schemes, tried{view.VI.In(s.Name), weights, false})
		}
	}
	t.schemes = append(t.schemes, tried{view.VI.Say("audit.scheme.own"), declared, true})
}

// Columns of the sheet: rank, name, new score, new rank, official rank, change, then the parts.
const (
	newScore = 2 + iota
	newRank
	oldRank
	moved
	firstPart
)

func (t *trial) write(sheet string) {
	w := t.workbook
	w.page(sheet, sheetPaper{across: len(t.edges) > 4, wide: 1}, t.first-1)
	s := w.stream(sheet)
	if s == nil {
		return
	}
	w.note(s.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: t.first - 1, TopLeftCell: ref(2, t.first), ActivePane: "bottomRight"}))
	columns := t.columns()
	for i, c := range columns {
		w.note(s.SetColWidth(i+1, i+1, c.width))
	}
	t.choice(sheet)
	w.link(sheet, "A3", quoted(t.cover)+"A1")
	w.protect(sheet)
	area := ref(moved, t.first) + ":" + ref(moved, t.first+len(t.rows)-1)
	w.note(w.file.SetConditionalFormat(sheet, area, []excelize.ConditionalFormatOptions{
		{Type: "cell", Criteria: ">", Value: "0", Format: w.tint(rise)}, {Type: "cell", Criteria: "<", Value: "0", Format: w.tint(fall)}}))
	t.head(s)
	t.weightRows(s, columns)
	t.unitRows(s, columns)
	w.note(s.Flush())
}

// columns are the table's columns, with their widths.
func (t *trial) columns() []matrixColumn {
	all := t.heading()
	all[1].width = max(all[1].width, 30)
	official := "audit.official"
	if !t.e.Computes() {
		official = "book.col.prank"
	}
	for _, c := range []matrixColumn{{head: view.VI.Say("audit.newscore"), look: scoreLook(t.e.Scale.Decimals), width: 16}, {head: view.VI.Say("audit.newrank"), look: rankLook, width: 11},
		{head: view.VI.Say(official), look: rankLook, width: 13}, {head: view.VI.Say("book.col.up"), look: changeLook, width: 12}} {
		all = append(all, c)
	}
	for _, e := range t.edges {
		head := t.e.Brief(view.VI, e.child)
		all = append(all, matrixColumn{t.e.Nodes[e.child].ID, head, exactLook, figureWidth(head, 9)})
	}
	return all
}

// choice is the list of schemes in the chosen cell, and the numbers that the reader's own weights may be.
func (t *trial) choice(sheet string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref("C5")
	v.SetSqrefDropList("$B$" + num(schemeRow) + ":$B$" + num(schemeRow+len(t.schemes)-1))
	t.note(t.file.AddDataValidation(sheet, v))
	own := excelize.NewDataValidation(true)
	row := schemeRow + len(t.schemes) - 1
	own.SetSqref(ref(firstPart, row) + ":" + ref(firstPart+len(t.edges)-1, row))
	t.note(own.SetRange(0, 1e9, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	own.SetError(excelize.DataValidationErrorStyleStop, view.VI.Say("audit.number"), view.VI.Say("audit.weight.t"))
	t.note(t.file.AddDataValidation(sheet, own))
}

func (t *trial) set(s *excelize.StreamWriter, row int, height float64, values ...any) {
	t.note(s.SetRow("A"+num(row), values, excelize.RowOpts{Height: height}))
}

func (t *trial) head(s *excelize.StreamWriter) {
	w := t.workbook
	t.set(s, 1, 24, excelize.Cell{StyleID: w.style(titleLook), Value: t.say("audit.t.whatif")})
	t.set(s, 2, 17, excelize.Cell{StyleID: w.style(underLook), Value: t.say("audit.u.whatif")})
	t.set(s, 3, 17, excelize.Cell{StyleID: w.style(backLook), Value: view.VI.Say("book.back")})
	label := look{bold: true}
	chosen := look{bold: true, fill: entry, open: true}
	t.set(s, 5, 20, nil, excelize.Cell{StyleID: w.style(label), Value: view.VI.Say("audit.choose")}, excelize.Cell{StyleID: w.style(chosen), Value: t.schemes[0].name})
}

// weightRows are the weights in use, then every scheme of the list.
func (t *trial) weightRows(s *excelize.StreamWriter, columns []matrixColumn) {
	w := t.workbook
	heads, using := make([]any, len(columns)), make([]any, len(columns))
	for i := firstPart; i < len(columns); i++ {
		heads[i] = excelize.Cell{StyleID: w.style(headLook), Value: columns[i].head}
		last := schemeRow + len(t.schemes) - 1
		list := func(c int) string { return ref(c, schemeRow) + ":" + ref(c, last) }
		using[i] = excelize.Cell{StyleID: w.style(look{border: true, bold: true, format: "General"}), Value: tidy(t.schemes[0].weights[i-firstPart]),
			Formula: "IFERROR(INDEX(" + list(i) + ",MATCH(" + chosenCell + ",$B$" + num(schemeRow) + ":$B$" + num(last) + ",0)),0)"}
	}
	using[1] = excelize.Cell{StyleID: w.style(look{border: true, bold: true}), Value: view.VI.Say("audit.inuse")}
	t.set(s, 6, tallest(columns), heads...)
	t.set(s, inUseRow, 18, using...)
	for k, c := range t.schemes {
		line := make([]any, len(columns))
		line[1] = excelize.Cell{StyleID: w.style(textLook), Value: c.name}
		for i, x := range c.weights {
			l := figureLook
			if c.open {
				l = openLook
			}
			line[firstPart+i] = excelize.Cell{StyleID: w.style(l), Value: tidy(x)}
		}
		t.set(s, schemeRow+k, 17, line...)
	}
}

func (t *trial) unitRows(s *excelize.StreamWriter, columns []matrixColumn) {
	w := t.workbook
	heads, styles := make([]any, len(columns)), map[bool][]int{} // whether the unit is the one that the index puts forward
	for i, c := range columns {
		heads[i] = excelize.Cell{StyleID: w.style(headLook), Value: c.head}
		styles[false] = append(styles[false], w.style(c.look))
		c.look.bold = true
		styles[true] = append(styles[true], w.style(c.look))
	}
	t.set(s, t.first-1, tallest(columns), heads...)
	for row := range t.rows {
		line := make([]any, len(columns))
		for i := range columns {
			value, formula := t.cell(row, i)
			line[i] = plainCell(styles[t.t.Units[t.rows[row]] == t.e.Board.Focus][i], value, formula)
		}
		t.set(s, t.first+row, 17, line...)
	}
}

// cell is a cell of the table of units.
func (t *trial) cell(row, column int) (any, string) {
	at, of := t.first+row, t.rows[row]
	switch {
	case column < newScore:
		return t.lead(row, column), ""
	case column == newScore:
		return t.scoreNow(row), t.scoreText(row)
	case column == newRank:
		span := t.spans[t.block[row]]
		from, to := span.from-firstRow+t.first, span.to-firstRow+t.first
		x, list := ref(newScore, at), letters(newScore)+"$"+num(from)+":"+letters(newScore)+"$"+num(to)
		above := letters(newScore) + "$" + num(from) + ":" + x
		return t.placeNow(row), placing(x, list, t.e.Rank.Ties, above, at > from)
	case column == oldRank:
		return t.official(row), ""
	case column == moved:
		change := t.official(row) - t.placeNow(row)
		return change, "IF(COUNT(" + ref(oldRank, at) + "," + ref(newRank, at) + ")=2," + ref(oldRank, at) + "-" + ref(newRank, at) + `,"")`
	}
	e := t.edges[column-firstPart]
	x := t.score.cell(e.child, row)
	return t.t.At(cube.Score, e.child).At(of), "IF(ISNUMBER(" + x + ")," + x + `,"")`
}

// scoreText is the root's combination over the parts beside it and the weights in use, at the decimals of publication.
func (t *trial) scoreText(row int) string {
	if t.e.Computes() && t.unranked(t.rows[row]) {
		return ""
	}
	parts := make([]operand, len(t.edges))
	for i, e := range t.edges {
		x := "$" + letters(firstPart+i) + num(t.first+row)
		parts[i] = operand{x: x, seen: x, w: letters(firstPart+i) + "$" + num(inUseRow), gap: t.gapAt(e.child, row)}
	}
	text := t.body(parts)
	if t.e.Rank.On != "full" || !t.e.Computes() {
		text = "ROUND(" + text + "," + num(t.e.Scale.Decimals) + ")"
	}
	return conditions(parts, t.leastParts(t.e.Root()), text)
}

func (t *trial) scoreNow(row int) any {
	switch {
	case t.e.Computes() && t.unranked(t.rows[row]):
		return view.VI.Say("audit.unranked")
	case t.e.Rank.On == "full" && t.e.Computes():
		return t.t.At(cube.Score, 0).At(t.rows[row])
	}
	return t.published(0, row)
}

// placeNow is the place under the declared weights: the engine's, or among the units that have a score.
func (t *trial) placeNow(row int) float64 {
	if t.e.Computes() {
		return t.placeValue(0, row)
	}
	own, place := t.published(0, row), 1.0
	if own != own {
		return nan
	}
	for other := range t.rows {
		if t.block[other] == t.block[row] && t.published(0, other) > own {
			place++
		}
	}
	return place
}

// official is the place that the edition's ranking gives: ours, or the publisher's.
func (t *trial) official(row int) float64 {
	if t.e.Computes() {
		return t.placeValue(0, row)
	}
	if p := t.e.PrintedRank(0, t.rows[row]); p > 0 {
		return float64(p)
	}
	return math.NaN()
}
