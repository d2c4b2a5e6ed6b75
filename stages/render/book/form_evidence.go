package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/render/view"
	"xephang/stages/target"
)

// openRows is how many documents a form has room for.
const openRows = 200

// evidence is what the filing names for a criterion.
func (b *formBook) evidence(node string) []form.Evidence {
	if b.f == nil {
		return nil
	}
	return b.f.Evidence[node]
}

// evidenceRows is how many rows the sheet of evidence has.
func (b *formBook) evidenceRows() int {
	n := 0
	for _, c := range b.asked {
		n += len(b.evidence(c.ID))
	}
	return max(openRows, n)
}

// nameAt is the position of the column with the name of the criterion, which no reader needs.
const nameAt = 2

// evidenceSheet writes the list of documents.
func (b *formBook) evidenceSheet() {
	sheet := form.SheetEvidence
	b.page(sheet, sheetPaper{across: true, wide: 1}, formHeads)
	last := formFirst + b.evidenceRows() - 1
	b.allow(sheet, validation{kind: "list", list: b.lists["criteria"], title: view.VI.Say("form.in.code"), says: view.VI.Say("form.say.code")}, "B"+num(formFirst)+":B"+num(last))
	b.allow(sheet, validation{kind: "date", low: "1", high: "73050", title: view.VI.Say("form.in.date"), says: view.VI.Say("form.say.date", "eg", sampleDate), gentle: true}, "F"+num(formFirst)+":F"+num(last))
	s := b.stream(sheet)
	if s == nil {
		return
	}
	widths := map[string]float64{form.EvCode: 15, form.EvNumber: 24, form.EvTitle: 62, form.EvDate: 14, form.EvLink: 52}
	var columns []formColumn
	for _, id := range form.EvidenceColumns() {
		columns = append(columns, formColumn{id, view.VI.In(form.Heading(id)), widths[id]})
		if id == form.EvCode {
			columns = append(columns, formColumn{"", view.VI.Say("form.ev.name"), 42})
		}
	}
	b.head(s, b.synthetic(b.say("form.t.evidence")), b.say("form.u.evidence"), columns, 3)
	row := formFirst
	for _, c := range b.asked {
		for _, e := range b.evidence(c.ID) {
			b.document(s, row, c.ID, titled("", c.PlanNode), e)
			row++
		}
	}
	for ; row <= last; row++ {
		b.document(s, row, "", "", form.Evidence{})
	}
	b.note(s.Flush())
}

// document writes one row of evidence.
func (b *formBook) document(s *excelize.StreamWriter, row int, code, name string, e form.Evidence) {
	date := formOpen
	date.format, date.centre, date.indent = "dd/mm/yyyy", true, 0
	var day any
	if e.Date != 0 {
		day = view.Serial(target.When{Date: e.Date})
	}
	at := "B" + num(row)
	auto := cell{formula: "IF(" + at + `="","",IFERROR(INDEX(` + b.lists["criterion names"] + ",MATCH(" + at + "," + b.lists["criteria"] + `,0)),""))`, value: name}
	tall := max(linesIn(e.Title, 60, false), linesIn(name, 40, false), linesIn(e.Link, 50, false), 1)
	b.note(s.SetRow("A"+num(row), []any{nil, b.value(code, formOpen), b.value(auto, formHow), b.value(e.Number, formOpen), b.value(e.Title, formOpen), b.value(day, date), b.value(e.Link, formOpen)},
		excelize.RowOpts{Height: 6 + 15*float64(tall)}))
}
