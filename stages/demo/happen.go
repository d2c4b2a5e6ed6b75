package demo

import (
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/form"
)

// happenings are the slips that change a filled form, by kind.
var happenings = map[string]func(*paper, *Year, *form.Filing){
	"percent-text": func(b *paper, y *Year, f *form.Filing) {
		b.answer("lan", comma(text(round(f.Answers["lan"].Value*100, 1)))+" %")
	},
	"thousands-text": func(b *paper, y *Year, f *form.Filing) {
		b.answer("files_total", thousands(f.Answers["files_total"].Value))
	},
	"column-inserted": func(b *paper, y *Year, f *form.Filing) {
		name, err := excelize.ColumnNumberToName(b.columns[form.ColAnswer])
		b.note(err)
		b.note(b.UnprotectSheet(b.answers))
		b.note(b.InsertCols(b.answers, name, 1))
	},
	"sheet-renamed": func(b *paper, y *Year, f *form.Filing) {
		b.note(b.UnprotectWorkbook())
		b.note(b.SetSheetName(b.answers, "Bản của Sở"))
	},
	"decomposed": func(b *paper, y *Year, f *form.Filing) {
		for _, c := range form.Layout(y.Plan) {
			for _, q := range c.Asks {
				if s, words := say(q, f.Answers[q.ID].Value).(string); words && q.First {
					b.answer(q.ID, "\u00a0"+norm.NFD.String(s)+"\u00a0")
				}
			}
		}
	},
	"row-hidden": func(b *paper, y *Year, f *form.Filing) {
		b.note(b.UnprotectSheet(b.answers))
		b.note(b.SetRowVisible(b.answers, b.rows[form.AnswerKey("lan")], false))
	},
	"no-data":        func(b *paper, y *Year, f *form.Filing) { b.reason("infra_band", "no_data") },
	"refused":        func(b *paper, y *Year, f *form.Filing) { b.reason("infra_band", "refused") },
	"not-applicable": func(b *paper, y *Year, f *form.Filing) { b.reason("infra_band", "not_applicable") },
	"leap":           func(b *paper, y *Year, f *form.Filing) { b.answer("staff", 3*f.Answers["staff"].Value) },
	"legacy": func(b *paper, y *Year, f *form.Filing) {
		row := b.rows[form.AnswerKey("infra_band")]
		b.set(b.answers, form.ColExplain, row, "Sè liÖu cña Hµ Néi, H¶i Phßng")
		style, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime", Size: 12}})
		b.note(err)
		cell, err := excelize.CoordinatesToCellName(b.columns[form.ColExplain], row)
		b.note(err)
		b.note(b.SetCellStyle(b.answers, cell, cell, style))
	},
	"words": func(b *paper, y *Year, f *form.Filing) { b.answer("staff", "khoảng 1.200") },
	"part-above-whole": func(b *paper, y *Year, f *form.Filing) {
		b.answer("services_full", f.Answers["services_total"].Value+12)
	},
	"value-and-reason": func(b *paper, y *Year, f *form.Filing) {
		b.set(b.answers, form.ColReason, b.rows[form.AnswerKey("trained")], form.ReasonName("no_data").VI)
	},
	"blank": func(b *paper, y *Year, f *form.Filing) { b.answer("lan", nil) },
	"date": func(b *paper, y *Year, f *form.Filing) {
		style, err := b.NewStyle(&excelize.Style{NumFmt: 14})
		b.note(err)
		row := b.rows[form.AnswerKey("systems")]
		cell, err := excelize.CoordinatesToCellName(b.columns[form.ColAnswer], row)
		b.note(err)
		b.note(b.SetCellValue(b.answers, cell, 46115))
		b.note(b.SetCellStyle(b.answers, cell, cell, style))
	},
	"no-evidence": func(b *paper, y *Year, f *form.Filing) {
		for row := b.free - len(f.Evidence); row < b.free; row++ {
			for _, id := range []string{form.EvCode, form.EvNumber, form.EvTitle, form.EvDate, form.EvLink} {
				b.set(b.evidence, id, row, nil)
			}
		}
	},
	"date-without-year": func(b *paper, y *Year, f *form.Filing) { b.set(b.evidence, form.EvDate, b.free-1, "26.8") },
	"negative":          func(b *paper, y *Year, f *form.Filing) { b.answer("it_staff", -5) },
	"error": func(b *paper, y *Year, f *form.Filing) {
		cell, err := excelize.CoordinatesToCellName(b.columns[form.ColAnswer], b.rows[form.AnswerKey("systems")])
		b.note(err)
		b.note(b.SetCellFormula(b.answers, cell, "1/0"))
	},
	"last-year": func(b *paper, y *Year, f *form.Filing) {
		rows, err := b.GetRows(form.SheetMeta)
		b.note(err)
		for i, row := range rows {
			if len(row) > 1 && row[0] == form.MetaEdition {
				cell, err := excelize.CoordinatesToCellName(2, i+1)
				b.note(err)
				b.note(b.SetCellValue(form.SheetMeta, cell, Before))
			}
		}
		b.note(b.DeleteDefinedName(&excelize.DefinedName{Name: "xh_" + form.MetaEdition}))
		b.note(b.SetDefinedName(&excelize.DefinedName{Name: "xh_" + form.MetaEdition, RefersTo: `"` + Before + `"`}))
	},
}

// answer types into the cell of an answer.
func (b *paper) answer(id string, v any) {
	b.set(b.answers, form.ColAnswer, b.rows[form.AnswerKey(id)], v)
}

// reason leaves an answer empty and says why.
func (b *paper) reason(id, code string) {
	b.answer(id, nil)
	b.set(b.answers, form.ColReason, b.rows[form.AnswerKey(id)], form.ReasonName(code).VI)
}

func comma(s string) string { return strings.Replace(s, ".", ",", 1) }

// thousands writes 1234567 as 1.234.567.
func thousands(x float64) string {
	s := text(x)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// quoted writes a field of a CSV file.
func quoted(s string) string {
	if strings.ContainsAny(s, "\";\r\n") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
