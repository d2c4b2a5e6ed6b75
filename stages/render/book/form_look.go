package book

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/render/view"
)

// columnOf is the position of a column of the answers sheet, counted from 0; the key column stands first.
func columnOf(id string) int { return 1 + slices.Index(form.Columns(), id) }

// formColumn is a column of a sheet that is filled in; one without an id is for the eye alone.
type formColumn struct {
	id, head string
	width    float64
}

// keyWidth is that of the hidden column of keys.
const keyWidth = 4

// formWidths are the widths of the columns by id, in digits: an A4 page across holds them, a little shrunk.
var formWidths = map[string]float64{form.ColCode: 15, form.ColName: 38, form.ColHow: 46, form.ColPoints: 8, form.ColUnit: 11, form.ColLast: 12,
	form.ColAnswer: 16, form.ColReason: 17, form.ColSelf: 9.5, form.ColExplain: 30, form.ColCheck: 19}

// Looks of a form. What may be filled in is yellow and framed; the rest is quiet.
var (
	formCode    = look{border: true, wrap: true, size: 9, colour: quiet, indent: 1}
	formName    = look{border: true, wrap: true, bold: true, left: true}
	formAsk     = look{border: true, wrap: true, indent: 2}
	formHow     = look{border: true, wrap: true, size: 10, colour: quiet, left: true}
	formSmall   = look{border: true, wrap: true, centre: true, size: 10}
	formPoints  = look{border: true, centre: true}
	formScore   = look{border: true, centre: true, bold: true, format: decimals(2)}
	formCheckup = look{border: true, wrap: true, size: 10, indent: 1}
	formPlain   = look{border: true}
	formOpen    = look{box: true, open: true, wrap: true, fill: entry, format: "@", indent: 1}
	formTotal   = look{bold: true, wrap: true, fill: brand, colour: "FFFFFF"}
	formHead    = []look{
		{bold: true, wrap: true, fill: shade, border: true, size: 12},
		{bold: true, wrap: true, fill: pale, border: true},
		{bold: true, italic: true, wrap: true, border: true},
	}
)

// height of a row: that of its tallest text, and room for two lines where something is filled in.
func (b *formBook) height(row formRow) float64 {
	if row.depth > 0 {
		return 8 + 16*float64(linesIn(row.name, formWidths[form.ColName]-2, true))
	}
	size := func(s string, column string, points, inset float64, bold bool) float64 {
		return points * 1.3 * float64(linesIn(s, (formWidths[column]-inset)*11/points, bold))
	}
	inset := 3.0
	if row.c == nil { // its name is indented
		inset = 7
	}
	tall := max(size(row.name, form.ColName, 11, inset, row.c != nil), size(row.how, form.ColHow, 10, 3, false))
	if row.c != nil && b.f != nil {
		tall = max(tall, size(b.f.Explained[row.c.ID], form.ColExplain, 11, 5, false))
	}
	return min(max(tall+8, 31), 409)
}

// shade colours the checks: what is done, and what is not.
func (b *formBook) shade(sheet string) {
	if b.err != nil || len(b.rows) == 0 {
		return
	}
	c := letters(columnOf(form.ColCheck))
	done := text(view.VI.Say("form.check.done"))
	first := c + num(formFirst)
	b.note(b.file.SetConditionalFormat(sheet, first+":"+c+num(b.here()), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: first + "=" + done, Format: b.tint(rise)},
		{Type: "formula", Criteria: "AND(" + first + `<>"",` + first + "<>" + done + ")", Format: b.tint(fall)}}))
}
