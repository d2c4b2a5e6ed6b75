package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// listSheet is the hidden sheet with the entries of the lists: answers to yes/no questions, reasons, criteria, and the
// entries of every choice beside the figure that each stands for.
func (b *formBook) listSheet() {
	var columns [][]any
	area := func(name string, head string, entries []any) {
		columns = append(columns, append([]any{head}, entries...))
		c := letters(len(columns) - 1)
		b.lists[name] = form.SheetLists + "!$" + c + "$2:$" + c + "$" + num(1+max(len(entries), 1))
	}
	area("yes_no", "yes_no", []any{view.VI.Say("form.yes"), view.VI.Say("form.no")})
	var names, codes []any
	for _, code := range index.Reasons {
		names, codes = append(names, view.VI.In(form.ReasonName(code))), append(codes, code)
	}
	area("reasons", "reason", names)
	area("reason codes", "reason_code", codes)
	names, codes = nil, nil
	for _, c := range b.asked {
		codes, names = append(codes, c.ID), append(names, titled("", c.PlanNode))
	}
	area("criteria", "criterion", codes)
	area("criterion names", "criterion_name", names)
	for _, row := range b.rows {
		if row.ask != nil && row.ask.Type == "choice" {
			names, codes = nil, nil
			for _, c := range row.ask.Choices {
				names, codes = append(names, view.VI.In(c.Name)), append(codes, c.Value)
			}
			area(row.ask.ID, row.ask.ID, names)
			area("values "+row.ask.ID, row.ask.ID+"_value", codes)
		}
	}
	b.lists["evidence"] = quoted(form.SheetEvidence) + "$B$" + num(formFirst) + ":$B$" + num(formFirst+b.evidenceRows()-1)
	b.across(form.SheetLists, columns)
}

// across writes columns side by side.
func (b *formBook) across(sheet string, columns [][]any) {
	s := b.stream(sheet)
	if s == nil {
		return
	}
	tall := 0
	for i, c := range columns {
		tall = max(tall, len(c))
		b.note(s.SetColWidth(i+1, i+1, 24))
	}
	for row := range tall {
		line := make([]any, len(columns))
		for i, c := range columns {
			if row < len(c) {
				line[i] = b.value(c[row], look{})
			}
		}
		b.note(s.SetRow("A"+num(row+1), line))
	}
	b.note(s.Flush())
}

// meta is what the form is, by key.
func (b *formBook) meta() map[string]string {
	return map[string]string{form.MetaMagic: form.Magic, form.MetaIndex: b.p.Index.ID, form.MetaEdition: b.p.Edition.ID, form.MetaUnit: b.u.Code,
		form.MetaVersion: b.p.Form.Version, form.MetaLayout: form.Print(b.p), form.MetaIssued: form.Issued(b.before)}
}

// metaSheet is the hidden sheet that says what the form is.
func (b *formBook) metaSheet() {
	meta := b.meta()
	var keys, values []any
	for _, k := range form.MetaKeys() {
		keys, values = append(keys, k), append(values, meta[k])
	}
	b.across(form.SheetMeta, [][]any{keys, values})
}

// names gives every cell that is filled in a name, and the form's own facts as constants.
func (b *formBook) names() {
	meta := b.meta()
	for _, k := range form.MetaKeys() {
		b.name("xh_"+k, text(meta[k]))
	}
	for i, row := range b.rows {
		cell := func(column string) string {
			return quoted(form.SheetAnswers) + "$" + letters(columnOf(column)) + "$" + num(formFirst+i)
		}
		if row.ask != nil {
			b.name(form.DefinedAnswer(row.ask.ID), cell(form.ColAnswer))
			b.name(form.DefinedReason(row.ask.ID), cell(form.ColReason))
		}
		if row.c != nil {
			b.name(form.DefinedSelf(row.c.ID), cell(form.ColSelf))
			b.name(form.DefinedExplain(row.c.ID), cell(form.ColExplain))
		}
	}
}

func (b *formBook) name(name, refers string) {
	b.note(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers}))
}

// lock protects every sheet and the order of sheets, without a password: it keeps from accidents, not from intent.
// Rows and columns may be made wider.
func (b *formBook) lock() {
	for _, sheet := range b.sheets {
		if b.err == nil {
			b.note(b.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}))
		}
	}
	if b.err == nil {
		b.note(b.file.ProtectWorkbook(&excelize.WorkbookProtectionOptions{LockStructure: true}))
	}
}
