package forms

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

const registry = `code,kind,name_vi,full_name_vi,name_en,aliases
P-HNO,province,Hà Nội,Thành phố Hà Nội,Ha Noi,
P-CBA,province,Cao Bằng,Tỉnh Cao Bằng,Cao Bang,
P-DBI,province,Điện Biên,Tỉnh Điện Biên,Dien Bien,
P-LCH,province,Lai Châu,Tỉnh Lai Châu,Lai Chau,
P-HGI,province,Hà Giang,Tỉnh Hà Giang,Ha Giang,
M-BTC,ministry,Bộ Tài chính,Bộ Tài chính,Ministry of Finance,
`

func reg(t testing.TB) *units.Registry {
	t.Helper()
	r, ps := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(registry)}})
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	return r
}

// plan is edition 2026 of the sample index, altered where a test needs another.
func plan(t testing.TB, alter ...string) *index.Plan {
	t.Helper()
	src, err := os.ReadFile("../../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", []byte(strings.NewReplacer(alter...).Replace(string(src))), nil)
	for _, p := range ps {
		t.Fatal(p.In("en"))
	}
	return ix.Plans[1]
}

// put is what is written for one question; nil leaves a cell blank.
type put struct {
	answer, reason any
	style          string // number format of the answer cell
}

// fill is a form to be written: answers by id, self-scores by node, evidence rows, and what is done to it afterwards.
type fill struct {
	unit, name string // name of the file
	answers    map[string]put
	self       map[string]any
	explain    map[string]string
	evidence   [][]any
	meta       map[string]string
	after      func(f *excelize.File)
	noMeta     bool
}

// whole is a form in which everything is filled in rightly.
func whole() fill {
	return fill{unit: "P-HNO", answers: map[string]put{
		"services_total": {answer: 120}, "services_level4": {answer: 60}, "portal_rate": {answer: 0.853, style: "0.0%"}, "portal": {answer: "Có"}, "plan_kind": {answer: "Đã ban hành"},
		"meetings": {answer: 3}, "staff": {answer: 200}, "staff_it": {answer: 12}, "relative": {answer: 7}, "own_points": {answer: 6.5}},
		self:     map[string]any{"level4": 10, "portal": 5, "own_points": 6.5},
		explain:  map[string]string{"level4": "Số liệu đến 31/12"},
		evidence: [][]any{{"level4", "12/BC-UBND", "Báo cáo kết quả", "10/7/2026", "https://example.org/a"}, {"portal", "5/QĐ", "Quyết định", "2026-03-01", ""}, {"own_points", "1/TB", "Thông báo", "ngày 26 tháng 8 năm 2026", ""}}}
}

// with alters one answer.
func (f fill) with(id string, p put) fill {
	all := map[string]put{}
	for k, v := range f.answers {
		all[k] = v
	}
	all[id] = p
	f.answers = all
	return f
}

// rows lists the keys of the answers sheet in the order of the layout.
func rowsOf(p *index.Plan) (keys []string) {
	keys = append(keys, form.HeadingKey("total"), form.HeadingKey("services"))
	for _, c := range form.Layout(p) {
		own := len(c.Asks) == 1 && c.Asks[0].Own
		if !own {
			keys = append(keys, form.CriterionKey(c.ID))
		}
		for _, a := range c.Asks {
			if a.First {
				keys = append(keys, form.AnswerKey(a.ID))
			}
		}
	}
	return keys
}

// firstRow is where the rows of the answers sheet begin; column D holds the code, J the answer.
const firstRow = 6

// layoutColumns are the columns as the tests write them: two of the sender's own before.
func answerColumns() []string { return append([]string{form.KeyColumn}, form.Columns()...) }

func columnOf(id string) string {
	name, _ := excelize.ColumnNumberToName(slices.Index(answerColumns(), id) + 1)
	return name
}

// cellOf is where a question's column stands in the form as written.
func cellOf(p *index.Plan, key, column string) string {
	return fmt.Sprintf("%s%d", columnOf(column), firstRow+slices.Index(rowsOf(p), key))
}

func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// workbook writes a form by the contract.
func workbook(t testing.TB, p *index.Plan, x fill) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	must(t, f.SetSheetName("Sheet1", form.SheetCover))
	for _, s := range []string{form.SheetAnswers, form.SheetEvidence, form.SheetMeta} {
		_, err := f.NewSheet(s)
		must(t, err)
	}
	must(t, f.SetCellValue(form.SheetCover, "B3", "Biểu mẫu"), f.SetSheetVisible(form.SheetMeta, false))
	writeMeta(t, f, p, x)
	heads := make([]any, 0, 12)
	for _, id := range answerColumns() {
		heads = append(heads, form.Heading(id).VI)
	}
	ids := answerColumns()
	must(t, f.SetCellValue(form.SheetAnswers, "B1", "Trả lời"), f.SetSheetRow(form.SheetAnswers, "A4", &ids), f.SetSheetRow(form.SheetAnswers, "A5", &heads),
		f.SetRowVisible(form.SheetAnswers, 4, false), f.SetColVisible(form.SheetAnswers, "A", false))
	for i, key := range rowsOf(p) {
		writeRow(t, f, x, key, firstRow+i)
	}
	evidence := append([]string{form.KeyColumn}, form.EvidenceColumns()...)
	must(t, f.SetSheetRow(form.SheetEvidence, "A1", &evidence))
	for i, row := range x.evidence {
		must(t, f.SetSheetRow(form.SheetEvidence, fmt.Sprintf("B%d", i+2), &row))
	}
	if x.after != nil {
		x.after(f)
	}
	return f
}

func writeMeta(t testing.TB, f *excelize.File, p *index.Plan, x fill) {
	meta := map[string]string{form.MetaMagic: form.Magic, form.MetaIndex: p.Index.ID, form.MetaEdition: p.Edition.ID, form.MetaUnit: x.unit,
		form.MetaVersion: p.Form.Version, form.MetaLayout: form.Print(p), form.MetaIssued: form.Issued(&form.Filing{})}
	for k, v := range x.meta {
		meta[k] = v
	}
	for i, k := range form.MetaKeys() {
		if x.noMeta {
			continue
		}
		must(t, f.SetSheetRow(form.SheetMeta, fmt.Sprintf("A%d", i+1), &[]any{k, meta[k]}), f.SetDefinedName(&excelize.DefinedName{Name: "xh_" + k, RefersTo: `"` + meta[k] + `"`}))
	}
}

func writeRow(t testing.TB, f *excelize.File, x fill, key string, row int) {
	at := func(id string) string { return fmt.Sprintf("%s%d", columnOf(id), row) }
	id := key[2:]
	must(t, f.SetCellValue(form.SheetAnswers, at(form.KeyColumn), key), f.SetCellValue(form.SheetAnswers, at(form.ColCode), id))
	if key[0] == 'a' {
		a := x.answers[id]
		if a.answer != nil {
			must(t, f.SetCellValue(form.SheetAnswers, at(form.ColAnswer), a.answer))
		}
		if a.reason != nil {
			must(t, f.SetCellValue(form.SheetAnswers, at(form.ColReason), a.reason))
		}
		if a.style != "" {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &a.style})
			must(t, err, f.SetCellStyle(form.SheetAnswers, at(form.ColAnswer), at(form.ColAnswer), style))
		}
		must(t, f.SetDefinedName(&excelize.DefinedName{Name: form.DefinedAnswer(id), RefersTo: "'" + form.SheetAnswers + "'!$" + columnOf(form.ColAnswer) + fmt.Sprintf("$%d", row)}))
	}
	if v, ok := x.self[id]; ok {
		must(t, f.SetCellValue(form.SheetAnswers, at(form.ColSelf), v))
	}
	if v, ok := x.explain[id]; ok && key[0] == 'c' {
		must(t, f.SetCellValue(form.SheetAnswers, at(form.ColExplain), v))
	}
}

// bytesOf packs a workbook.
func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	must(t, err)
	return b.Bytes()
}

// noLast is a first edition.
func noLast(string, string) (float64, bool) { return 0, false }

// readAll reads forms given by name of file.
func readAll(t testing.TB, p *index.Plan, last func(string, string) (float64, bool), files map[string][]byte) ([]*form.Filing, problem.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys["mau/2026/forms/"+name] = &fstest.MapFile{Data: data}
	}
	return Read(fsys, "mau/2026/forms", "data", p, reg(t), last)
}

// readOne writes a form and reads it.
func readOne(t testing.TB, p *index.Plan, x fill) *form.Filing {
	t.Helper()
	name := x.name
	if name == "" {
		name = "a.xlsx"
	}
	all, _ := readAll(t, p, noLast, map[string][]byte{name: bytesOf(t, workbook(t, p, x))})
	if len(all) != 1 {
		t.Fatalf("%d filings", len(all))
	}
	return all[0]
}

// told lists the problems of a filing as code@cell, apart from the units that sent nothing.
func told(f *form.Filing) (all []string) {
	for _, p := range f.Problems {
		all = append(all, p.Code+"@"+p.Place.Cell)
	}
	return all
}

// bookOf is an open workbook with nothing in it.
func bookOf(t testing.TB) *sheet.Book {
	t.Helper()
	b, ps := sheet.OpenBytes("a.xlsx", bytesOf(t, excelize.NewFile()))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	return b
}
