package book

import (
	"cmp"
	"slices"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// audit is the workbook that recomputes one edition before the reader's eyes: raw figures, then a sheet for each step,
// every cell a formula over the sheet before it, with the engine's own result as the value that it carries. A unit has
// the same row on every sheet.
type audit struct {
	*workbook
	r         *view.Report
	e         *view.Edition
	t         *cube.Table
	args      []string
	cover     string
	contents  []entryLine
	rows      []int // row of the sheet, from 0 → row of the table
	spans     []span
	block     []int  // row of the sheet → index into spans
	weightsAt string // the sheet of weights
	inputs    []input
	edges     []edge
	schemes   []string                 // groups by which gaps are filled
	tunes     []int                    // nodes whose scale or treatment takes figures from the column or from their declaration
	tuning    string                   // the sheet with those figures
	gaps      []gap                    // what no formula gives
	layers    []area                   // from the raw figures on; a step that leaves a node alone has no column for it
	before    map[int]area             // where each indicator stood before it came on the index's scale
	held      func(node, row int) bool // by row of the table: withheld by an answer that is missing
	spare     func(node, row int) bool // by row of the table: left out, whatever the rule for gaps
	pre       area                     // combinations that go onto a scale of their own
	score     area
	rounded   area
	rank      area
}

// span is the rows of one block: from, to (inclusive), as the sheets number them.
type span struct {
	from, to int
	name     string
}

// area is where a step stands: a sheet, and the column of each node on it.
type area struct {
	sheet string
	at    map[int]int
}

// gap is a step of a node that is given as a value.
type gap struct{ node, step, why string }

// mostAudited is how many cells of the cube a workbook of formulas still serves: beyond, Excel recomputes for minutes.
const mostAudited = 500_000

// auditable tells whether an edition has something to recompute, and not more than Excel can bear.
func auditable(e *view.Edition) bool {
	return len(e.Nodes)*len(e.Table.Units) <= mostAudited && recomputed(e)
}

// recomputed tells whether an edition has scores of our own.
func recomputed(e *view.Edition) bool {
	return e.Edition.Compute != "none" && len(e.Nodes) > 1 && e.Table.Has(cube.Score, 0) && e.Table.At(cube.Score, 0).Present() > 0
}

// auditBook makes so-kiem-toan_<index>_<edition>.xlsx.
func auditBook(r *view.Report, e *view.Edition) (*workbook, error) {
	a := &audit{r: r, e: e, t: e.Table, args: []string{"index", e.Board.Abbr(view.VI), "edition", e.Edition.ID}}
	a.workbook = newWorkbook(about{title: a.say("audit.title"), subject: view.VI.In(e.Board.Name), author: view.VI.Say("site.name"), date: date(e)})
	a.held, a.spare = e.Settled()
	a.order()
	a.cover = a.sheet(view.VI.Say("audit.guide"))
	for _, step := range []func(){a.structure, a.weights, a.raw, a.derived, a.filled, a.treated, a.normal, a.scores, a.ranks, a.verify, a.whatIf, a.sources, a.guide} {
		step()
	}
	full := true
	if a.err == nil {
		a.note(a.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
	}
	return a.workbook, a.err
}

func (a *audit) say(key string, args ...string) string {
	return view.VI.Say(key, append(args, a.args...)...)
}

// open adds a sheet to the workbook and to its contents.
func (a *audit) open(key string) string {
	name := a.sheet(view.VI.Say("audit." + key))
	a.contents = append(a.contents, entryLine{name, view.VI.Say("audit.d." + key)})
	return name
}

// order chooses the rows: units with a figure that no screen has dropped, by block, best first; by code where equal
// units are parted by code, because then the order is part of the rule.
func (a *audit) order() {
	for row := range a.t.Units {
		if !a.dropped(row) && a.known(row) {
			a.rows = append(a.rows, row)
		}
	}
	place := func(row int) int {
		if p := a.e.Standing(0, row).Place; p > 0 && a.e.Rank.Ties != "ordinal" {
			return p
		}
		return len(a.t.Units)
	}
	slices.SortStableFunc(a.rows, func(p, q int) int {
		return cmp.Or(cmp.Compare(a.blockOf(p), a.blockOf(q)), cmp.Compare(place(p), place(q)), cmp.Compare(a.t.Units[p], a.t.Units[q]))
	})
	for i, row := range a.rows {
		if i == 0 || a.blockOf(row) != a.blockOf(a.rows[i-1]) {
			a.spans = append(a.spans, span{from: firstRow + i, name: a.blockName(row)})
		}
		a.spans[len(a.spans)-1].to = firstRow + i
		a.block = append(a.block, len(a.spans)-1)
	}
}

// blockOf is the block that a row is ranked in, 0 where all are ranked together.
func (a *audit) blockOf(row int) int {
	if a.t.Block == nil || len(a.t.Blocks) < 2 {
		return 0
	}
	return a.t.BlockOf(row)
}

func (a *audit) blockName(row int) string {
	if a.t.Block == nil || len(a.t.Blocks) < 2 {
		return ""
	}
	for _, b := range a.e.Edition.Blocks {
		if b.ID == a.t.Blocks[a.t.BlockOf(row)] {
			return view.VI.In(b.Name)
		}
	}
	return ""
}

// dropped tells the units that a screen has taken out.
func (a *audit) dropped(row int) bool {
	return slices.ContainsFunc(a.t.Marks(0, row), func(m cube.Mark) bool { return m.Code == "screened" })
}

// unranked tells the units that have no place on the root.
func (a *audit) unranked(row int) bool {
	_, out := a.t.Unranked[row]
	return out
}

// known tells whether any figure was read of a unit.
func (a *audit) known(row int) bool {
	for n := range a.e.Nodes {
		if v := a.t.At(cube.Value, n).At(row); v == v {
			return true
		}
		if v := a.t.At(cube.Score, n).At(row); v == v {
			return true
		}
	}
	return false
}

// cell is the reference of a node's cell from another sheet.
func (p area) cell(node, row int) string { return quoted(p.sheet) + p.near(node, row) }

// near is the same from the area's own sheet.
func (p area) near(node, row int) string { return ref(p.at[node], firstRow+row) }

// column is the reference of a node's whole column: 'Gốc'!D$6:D$70.
func (p area) column(node, from, to int) string {
	c := letters(p.at[node])
	return quoted(p.sheet) + c + "$" + num(from) + ":" + c + "$" + num(to)
}

// all is a node's column over all rows.
func (a *audit) all(p area, node int) string { return p.column(node, firstRow, firstRow+len(a.rows)-1) }

// latest is the area in which a node's column was last touched.
func (a *audit) latest(node int) area {
	for _, p := range slices.Backward(a.layers) {
		if _, ok := p.at[node]; ok {
			return p
		}
	}
	return area{}
}

// heading are the columns that lead every sheet of units.
func (a *audit) heading() []matrixColumn {
	name := 18.0
	for _, row := range a.rows {
		name = max(name, textWidth(a.r.Name(view.VI, a.t.Units[row]), false)+3)
	}
	code := 8.0
	for _, row := range a.rows {
		code = max(code, textWidth(a.t.Units[row], false)+2)
	}
	return []matrixColumn{{head: view.VI.Say("book.col.code"), look: textLook, width: code},
		{head: view.VI.UnitHead(a.e.Board.Units), look: textLook, width: min(name, 46)}}
}

// lead gives the first cells of a row.
func (a *audit) lead(row, column int) any {
	code := a.t.Units[a.rows[row]]
	if column == 0 {
		return code
	}
	return a.r.Name(view.VI, code)
}

// missing notes that a step of a node is given as a value.
func (a *audit) missing(node int, step, why string) {
	g := gap{view.VI.In(a.e.Nodes[node].Name), view.VI.Say("audit." + step), view.VI.Say("audit.gap." + why)}
	told := func(h gap) bool { return h == g || why == step && h.node == g.node && h.step == g.step }
	if !slices.ContainsFunc(a.gaps, told) {
		a.gaps = append(a.gaps, g)
	}
}
