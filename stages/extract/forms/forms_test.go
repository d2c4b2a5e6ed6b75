package forms

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
)

func values(f *form.Filing) map[string]float64 {
	m := map[string]float64{}
	for id, a := range f.Answers {
		if a.Value == a.Value {
			m[id] = a.Value
		}
	}
	return m
}

var wholeValues = map[string]float64{"services_total": 120, "services_level4": 60, "portal_rate": 0.853, "portal": 1, "plan_kind": 1, "meetings": 3, "staff": 200, "staff_it": 12, "relative": 7, "own_points": 6.5}

func TestAWholeForm(t *testing.T) {
	p := plan(t)
	f := readOne(t, p, whole())
	if d := cmp.Diff(wholeValues, values(f)); d != "" {
		t.Error(d)
	}
	if len(f.Problems) > 0 {
		t.Errorf("problems: %v", f.Problems)
	}
	if f.Unit != "P-HNO" || f.Index != "mau" || f.Edition != "2026" || f.Version != "2" || f.Refused || f.Format != "xlsx" || len(f.SHA256) != 64 || f.File != "data/mau/2026/forms/a.xlsx" {
		t.Errorf("%+v", f)
	}
	if a := f.Answers["portal_rate"]; a.Said != "85,3%" || a.Place.String() != "data/mau/2026/forms/a.xlsx [Trả lời!"+cellOf(p, "a:portal_rate", form.ColAnswer)+"]" {
		t.Errorf("%+v", a)
	}
	if f.Self["level4"].Points != 10 || f.Self["own_points"].Points != 6.5 || len(f.Self) != 3 || f.Explained["level4"] != "Số liệu đến 31/12" {
		t.Errorf("self %v, explained %v", f.Self, f.Explained)
	}
	e := f.Evidence["level4"]
	if len(e) != 1 || e[0].Number != "12/BC-UBND" || e[0].Date != 20260710 || e[0].Link != "https://example.org/a" || f.Evidence["own_points"][0].Date != 20260826 || f.Evidence["portal"][0].Date != 20260301 {
		t.Errorf("evidence %+v", f.Evidence)
	}
}

// What Excel users do to a form changes nothing.
func TestWhatMoves(t *testing.T) {
	p := plan(t)
	s := form.SheetAnswers
	cases := map[string]func(f *excelize.File){
		"sheet renamed":    func(f *excelize.File) { must(t, f.SetSheetName(s, "Sheet1")) },
		"sheets reordered": func(f *excelize.File) { must(t, f.MoveSheet(form.SheetEvidence, form.SheetCover)) },
		"a column before":  func(f *excelize.File) { must(t, f.InsertCols(s, "A", 2), f.SetCellValue(s, "A9", "ghi chú")) },
		"a column inside": func(f *excelize.File) {
			must(t, f.InsertCols(s, columnOf(form.ColAnswer), 1), f.SetCellValue(s, "H9", 99))
		},
		"rows inserted":              func(f *excelize.File) { must(t, f.InsertRows(s, 3, 4), f.InsertRows(s, 12, 2)) },
		"a row to the end":           func(f *excelize.File) { must(t, f.DuplicateRowTo(s, 9, 40), f.RemoveRow(s, 9)) },
		"the row of ids deleted":     func(f *excelize.File) { must(t, f.RemoveRow(s, 4)) },
		"the column of keys deleted": func(f *excelize.File) { must(t, f.RemoveCol(s, "A")) },
		"both deleted":               func(f *excelize.File) { must(t, f.RemoveRow(s, 4), f.RemoveCol(s, "A")) },
		"the id of answer lost":      func(f *excelize.File) { must(t, f.SetCellValue(s, columnOf(form.ColAnswer)+"4", nil)) },
		"meta deleted":               func(f *excelize.File) { must(t, f.DeleteSheet(form.SheetMeta)) },
		"codes deleted":              func(f *excelize.File) { must(t, f.RemoveCol(s, columnOf(form.ColCode))) },
		"a row doubled":              func(f *excelize.File) { must(t, f.DuplicateRow(s, 9)) },
		"the sheet doubled": func(f *excelize.File) {
			n, err := f.NewSheet("Trả lời (2)")
			from, _ := f.GetSheetIndex(s)
			must(t, err, f.CopySheet(from, n))
		},
		"heads only": func(f *excelize.File) {
			must(t, f.RemoveRow(s, 4), f.RemoveCol(s, "A"), f.SetCellValue(s, "A4", "MÃ SỐ"), f.SetCellValue(s, "G4", "Ket qua"), f.SetCellValue(s, "H4", "ly do"))
		},
	}
	for name, after := range cases {
		x := whole()
		x.after = after
		f := readOne(t, p, x)
		if d := cmp.Diff(wholeValues, values(f)); d != "" || f.Unit != "P-HNO" || f.Refused {
			t.Errorf("%s: unit %q, %s\n%v", name, f.Unit, d, f.Problems)
		}
		if len(f.Problems) > 0 {
			t.Errorf("%s: %v", name, f.Problems)
		}
	}
	x := whole() // keys, codes and the row of ids are all gone: defined names are left
	x.after = func(f *excelize.File) {
		must(t, f.SetCellValue(s, "A1", nil))
		for i := range rowsOf(p) {
			row := firstRow + i
			for _, c := range []string{"A", columnOf(form.ColCode)} {
				if key, _ := f.GetCellValue(s, "A"+num(row)); c == "A" && key == "a:services_total" || c != "A" && i == slices.Index(rowsOf(p), "a:services_total") {
					must(t, f.SetCellValue(s, c+num(row), nil))
				}
			}
		}
	}
	if f := readOne(t, p, x); f.Answers["services_total"].Value != 120 || len(f.Problems) > 0 {
		t.Errorf("by its defined name: %+v %v", f.Answers["services_total"], f.Problems)
	}
}

func num(n int) string { return number(float64(n)) }

// Rows that are torn apart, doubled with other answers or deleted give no answer, and say so.
func TestWhatIsTorn(t *testing.T) {
	p := plan(t)
	s := form.SheetAnswers
	code := func(key string) string { return cellOf(p, key, form.ColCode) }
	x := whole()
	x.after = func(f *excelize.File) { // two codes are swapped, as by sorting some of the columns
		must(t, f.SetCellValue(s, code("a:staff"), "staff_it"), f.SetCellValue(s, code("a:staff_it"), "staff"))
	}
	f := readOne(t, p, x)
	if !f.Answers["staff"].Faulty || !f.Answers["staff_it"].Faulty || f.Answers["staff"].Value == f.Answers["staff"].Value {
		t.Errorf("%+v", f.Answers)
	}
	if got := told(f); len(got) != 2 || got[0] != "answer-row-disagrees@"+cellOf(p, "a:staff", form.ColAnswer) {
		t.Error(got)
	}
	x.after = func(f *excelize.File) { // doubled, and the copy altered
		row := firstRow + slices.Index(rowsOf(p), "a:staff")
		must(t, f.DuplicateRow(s, row), f.SetCellValue(s, columnOf(form.ColAnswer)+num(row+1), 999))
	}
	f = readOne(t, p, x)
	if a := f.Answers["staff"]; !a.Faulty || len(told(f)) != 2 || !strings.HasPrefix(told(f)[0], "answer-twice@") {
		t.Errorf("%+v %v", a, told(f))
	}
	x.after = func(f *excelize.File) { // the column of answers is there twice; two answers of the copy are others
		must(t, f.SetCellValue(s, "N4", form.ColAnswer), f.SetCellValue(s, "N5", "Trả lời"), f.SetCellValue(s, "N"+num(firstRow+slices.Index(rowsOf(p), "a:staff")), 201),
			f.SetCellValue(s, "N"+num(firstRow+slices.Index(rowsOf(p), "a:meetings")), 3))
	}
	f = readOne(t, p, x)
	if a := f.Answers["staff"]; !a.Faulty || f.Answers["meetings"].Value != 3 || !slices.Equal(told(f), []string{"answer-twice@" + cellOf(p, "a:staff", form.ColAnswer)}) {
		t.Errorf("%+v %v", a, told(f))
	}
	x.after = func(f *excelize.File) { // deleted
		must(t, f.RemoveRow(s, firstRow+slices.Index(rowsOf(p), "a:staff")), f.DeleteDefinedName(&excelize.DefinedName{Name: form.DefinedAnswer("staff")}))
	}
	f = readOne(t, p, x)
	if a, ok := f.Answers["staff"]; !ok || a.Faulty || a.Value == a.Value || !slices.Equal(told(f), []string{"answer-row-missing@"}) {
		t.Errorf("%+v %v", a, told(f))
	}
}
