package book

import (
	"math"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/render/view"
)

// answerSheet writes the sheet of answers.
func (b *formBook) answerSheet() {
	sheet := form.SheetAnswers
	b.page(sheet, sheetPaper{across: true, wide: 1}, formHeads)
	b.shade(sheet)
	b.validations(sheet)
	s := b.stream(sheet)
	if s == nil {
		return
	}
	var columns []formColumn
	for _, id := range form.Columns() {
		columns = append(columns, formColumn{id, view.VI.In(form.Heading(id)), formWidths[id]})
	}
	b.head(s, b.synthetic(b.say("form.t.answers")), b.say("form.u.answers"), columns, 3)
	for i, row := range b.rows {
		b.note(s.SetRow("A"+num(formFirst+i), b.line(row, formFirst+i), excelize.RowOpts{Height: b.height(row)}))
	}
	b.note(s.Flush())
}

// synthetic leads a title with the mark of made-up figures.
func (b *formBook) synthetic(title string) string {
	if b.p.Index.Synthetic {
		return view.VI.Say("form.synthetic") + " · " + title
	}
	return title
}

// head writes what stands above the rows of a sheet that is filled in: title, who, the way back, ids, heads. frozen
// columns stay in view.
func (b *formBook) head(s *excelize.StreamWriter, title, under string, columns []formColumn, frozen int) {
	b.note(s.SetPanes(&excelize.Panes{Freeze: true, XSplit: frozen, YSplit: formHeads, TopLeftCell: ref(frozen, formFirst), ActivePane: "bottomRight"}))
	b.note(s.SetColWidth(1, 1, keyWidth))
	b.note(s.SetColVisible(1, 1, false))
	ids, heads := []any{b.value(form.KeyColumn, look{})}, []any{nil}
	for i, c := range columns {
		b.note(s.SetColWidth(i+2, i+2, c.width))
		ids, heads = append(ids, b.value(c.id, look{})), append(heads, b.value(c.head, headLook))
	}
	set := func(row int, o excelize.RowOpts, values ...any) { b.note(s.SetRow("A"+num(row), values, o)) }
	set(1, excelize.RowOpts{Height: 26}, nil, b.value(title, titleLook))
	set(2, excelize.RowOpts{Height: 18}, nil, b.value(under, underLook))
	b.link(s.Sheet, "B3", quoted(form.SheetCover)+"A1")
	set(3, excelize.RowOpts{Height: 17}, nil, b.value(view.VI.Say("book.back"), backLook))
	set(formIDs, excelize.RowOpts{Height: 12, Hidden: true}, ids...)
	set(formHeads, excelize.RowOpts{Height: 36}, heads...)
}

// line is one row of the answers sheet.
func (b *formBook) line(row formRow, at int) []any {
	line := make([]any, 1+len(form.Columns()))
	put := func(id string, v any, l look) { line[columnOf(id)] = b.value(v, l) }
	line[0] = b.value(row.key, look{})
	if row.depth > 0 {
		b.heading(row, put)
		return line
	}
	name := formName
	if row.c == nil {
		name = formAsk
	}
	for _, id := range form.Columns() {
		put(id, nil, formPlain)
	}
	put(form.ColCode, codeOf(row), formCode)
	put(form.ColName, row.name, name)
	put(form.ColHow, row.how, formHow)
	hand := false
	if row.c != nil {
		hand = b.scoreCells(row.c, put)
	}
	if row.ask != nil {
		b.answerCells(row.ask, put)
	}
	put(form.ColCheck, b.check(row, at, hand), formCheckup)
	return line
}

// codeOf is the visible code of a row.
func codeOf(row formRow) string {
	if row.ask != nil {
		return row.ask.ID
	}
	return row.c.ID
}

// heading writes a heading of the tree with the points under it.
func (b *formBook) heading(row formRow, put func(string, any, look)) {
	l := formHead[min(row.depth, len(formHead))-1]
	if row.total {
		l = formTotal
	}
	for _, id := range form.Columns() {
		put(id, nil, l)
	}
	put(form.ColName, row.name, l)
	if len(row.parts) == 0 {
		return
	}
	most, sum := l, l
	most.centre = true
	sum.centre, sum.format = true, decimals(2)
	formula, value := b.subtotal(row)
	put(form.ColPoints, row.most, most)
	put(form.ColSelf, cell{formula: formula, value: value}, sum)
}

// subtotal adds up the self-scores right under a heading.
func (b *formBook) subtotal(row formRow) (formula string, value float64) {
	for i, k := range row.parts {
		if i > 0 {
			formula += ","
		}
		formula += ref(columnOf(form.ColSelf), formFirst+k)
		if part := b.rows[k]; part.depth > 0 {
			_, v := b.subtotal(part)
			value += v
		} else if x := b.self(part.c); x == x {
			value += x
		}
	}
	return "SUM(" + formula + ")", value
}

// self is a criterion's self-score, by its formula or by hand; NaN where there is none.
func (b *formBook) self(c *form.Criterion) float64 {
	if b.earned(c) != "" {
		return b.points(c)
	}
	return b.own(c)
}

// scoreCells writes maximum, self-score and explanation of a criterion; hand tells that the self-score is typed.
func (b *formBook) scoreCells(c *form.Criterion, put func(string, any, look)) (hand bool) {
	if c.Points > 0 {
		put(form.ColPoints, c.Points, formPoints)
	}
	put(form.ColUnit, view.VI.In(c.Unit), formSmall)
	if b.f != nil {
		put(form.ColExplain, b.f.Explained[c.ID], formOpen)
	} else {
		put(form.ColExplain, nil, formOpen)
	}
	switch formula := b.earned(c); {
	case formula != "":
		put(form.ColSelf, scored(formula, b.points(c)), formScore)
	case b.byHand(c):
		open := formOpen
		open.format, open.centre, open.indent = decimals(2), true, 0
		put(form.ColSelf, b.own(c), open)
		return true
	}
	return false
}

// byHand tells that the unit enters its own points: it could tell them, and no formula does.
func (b *formBook) byHand(c *form.Criterion) bool {
	return c.Earns() && !c.Measured && c.Points > 0 && b.earned(c) == ""
}

// scored is a formula with the figure that it has, or with an empty text.
func scored(formula string, x float64) cell {
	if math.IsNaN(x) {
		return cell{formula: formula, value: ""}
	}
	return cell{formula: formula, value: x}
}

// answerCells writes unit, last answer, answer and reason.
func (b *formBook) answerCells(a *form.Ask, put func(string, any, look)) {
	put(form.ColUnit, unitOf(a), formSmall)
	before := look{border: true, centre: true, colour: quiet, wrap: true, size: 10}
	open := formOpen
	open.centre, open.indent = true, 0
	open.format = formatOf(a.Type)
	if x, ok := b.last(a.ID); ok {
		before.format = open.format
		put(form.ColLast, b.shown(a, x), before)
	}
	given := b.answer(a.ID)
	switch {
	case given.Faulty:
		put(form.ColAnswer, given.Said, open)
	case given.Value == given.Value:
		put(form.ColAnswer, b.shown(a, given.Value), open)
	default:
		put(form.ColAnswer, nil, open)
	}
	reason := formOpen
	reason.size = 10
	if given.Reason != "" {
		put(form.ColReason, view.VI.In(form.ReasonName(given.Reason)), reason)
	} else {
		put(form.ColReason, nil, reason)
	}
}

func unitOf(a *form.Ask) string {
	if u := view.VI.In(a.Unit); u != "" || a.Type != "percent" {
		return u
	}
	return "%"
}

// formatOf is how an answer of a type is shown.
func formatOf(kind string) string {
	switch kind {
	case "count":
		return decimals(0)
	case "percent":
		return "0.0%"
	case "number":
		return ""
	}
	return "@"
}

// shown is an answer as it is typed: a figure, or the words of a list.
func (b *formBook) shown(a *form.Ask, x float64) any {
	if b.typed(*a) {
		return x
	}
	return view.VI.Answer(a.Answer, x)
}
