package forms

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
)

var na = math.NaN()

// cell makes a cell as sheet hands it out.
func cell(v any) sheet.Cell {
	switch v := v.(type) {
	case string:
		return sheet.Cell{Column: 1, Kind: sheet.Text, Text: v}
	case float64:
		return sheet.Cell{Column: 1, Kind: sheet.Number, Number: v}
	case int:
		return sheet.Cell{Column: 1, Kind: sheet.Number, Number: float64(v)}
	case bool:
		return sheet.Cell{Column: 1, Kind: sheet.Bool, Number: map[bool]float64{true: 1}[v]}
	case shownAs:
		return sheet.Cell{Column: 1, Kind: sheet.Number, Number: float64(v), Percent: true}
	case sheet.Cell:
		return v
	}
	return sheet.Cell{Column: 1}
}

// shownAs is a number in a cell with a percentage format.
type shownAs float64

var day10 = sheet.Cell{Column: 1, Kind: sheet.Date, Number: 44022, Text: "2020-07-10"}

func take(t *testing.T, a index.Answer, c sheet.Cell) (form.Answer, []string) {
	t.Helper()
	d := &desk{plan: plan(t), reg: reg(t)}
	x := &paper{desk: d, found: map[string]*found{}, filing: &form.Filing{Answers: map[string]form.Answer{}}}
	g := &grid{sheet: &sheet.Sheet{File: "a.xlsx", Name: "S"}}
	tab := &table{grid: g, columns: map[string]int{form.ColAnswer: 1, form.ColReason: 2}}
	row := &sheet.Row{Number: 1}
	if c.Kind != sheet.Empty {
		row.Cells = []sheet.Cell{c}
	}
	x.takeAnswer(tab, row, form.Ask{Answer: a}, nil)
	f := x.found[a.ID]
	if f.empty {
		return f.answer, []string{"blank"}
	}
	var codes []string
	for _, p := range x.filing.Problems {
		if p.Place.Cell != "A1" || strings.Contains(p.In("vi"), "{") || strings.Contains(p.In("en"), "{") {
			t.Errorf("%v", p)
		}
		codes = append(codes, p.Code)
	}
	return f.answer, codes
}

func TestValues(t *testing.T) {
	unit := tx("dịch vụ", "services")
	count := index.Answer{ID: "q", Type: "count", Unit: unit, Range: &[2]float64{0, 5000}}
	free := index.Answer{ID: "q", Type: "number", Unit: tx("tỷ đồng", "billion dong")}
	near := index.Answer{ID: "q", Type: "number", Range: &[2]float64{0, 100}}
	pc := index.Answer{ID: "q", Type: "number", Unit: tx("%", "%")}
	share := index.Answer{ID: "q", Type: "percent", Range: &[2]float64{0, 1}}
	wide := index.Answer{ID: "q", Type: "percent", Range: &[2]float64{0, 3}}
	open := index.Answer{ID: "q", Type: "percent"}
	yn := index.Answer{ID: "q", Type: "yes_no"}
	pick := index.Answer{ID: "q", Type: "choice", Choices: []index.Choice{{Value: 0, Name: tx("Chưa có", "None")}, {Value: 0.5, Name: tx("Dự thảo", "Draft")}, {Value: 2, Name: tx("Đã ban hành", "Issued")}}}
	cases := []struct {
		a     index.Answer
		c     any
		want  float64 // NaN: none
		codes string  // of the problems; "blank" where the cell says nothing
	}{
		{count, 120, 120, ""}, {count, "120", 120, ""}, {count, " 120\u00a0", 120, ""}, {count, "'120", 120, ""}, {count, "1.234", 1234, ""}, {count, "1,234", 1234, ""},
		{count, "1 234", 1234, ""}, {count, "1\u00a0234", 1234, ""}, {count, "2.000", 2000, ""}, {count, "2,000", na, "answer-ambiguous"}, {count, "120 dịch vụ", 120, ""},
		{count, norm.NFD.String("120 dịch vụ"), 120, ""}, {count, "120 dich vu", 120, ""}, {count, "120 Services", 120, ""}, {count, "120 hồ sơ", na, "answer-words"},
		{count, "khoảng 120", na, "answer-words"}, {count, "2 nghìn", na, "answer-words"}, {count, "12 (5)", na, "answer-words"}, {count, "120 dịch vụ công", na, "answer-words"},
		{count, 12.5, na, "answer-not-whole"}, {count, "12,5", na, "answer-not-whole"}, {count, -3, na, "answer-not-whole"}, {count, "-3", na, "answer-not-whole"},
		{count, 119.99999999999999, 120, ""}, {count, "12,0", 12, ""}, {count, 6000, na, "answer-outside"}, {count, "6.000", na, "answer-outside"},
		{count, day10, na, "answer-date"}, {count, "3/4", na, "answer-date"}, {count, "10.7.2020", na, "answer-date"}, {count, true, na, "answer-not-number"},
		{count, "#REF!", na, "answer-error"}, {count, sheet.Cell{Column: 1, Kind: sheet.Error, Text: "#DIV/0!"}, na, "answer-error"}, {count, sheet.Cell{Column: 1, Kind: sheet.Error, Told: true}, na, ""},
		{count, shownAs(0.85), na, "answer-percent-sign"}, {count, "85%", na, "answer-percent-sign"}, {count, "1.2.3.4", na, "answer-not-number"}, {count, "120.", na, "answer-not-number"},
		{count, "abc", na, "answer-words"}, {count, "", na, "blank"}, {count, "  \u00a0", na, "blank"}, {count, "-", na, "blank"}, {count, "n/a", na, "blank"}, {count, "không có", na, "blank"},
		{count, nil, na, "blank"}, {count, 0, 0, ""}, {count, "0", 0, ""}, {count, "１２０", 120, ""}, {count, "1E+03", 1000, ""},
		{free, 12.5, 12.5, ""}, {free, "12,5", 12.5, ""}, {free, "12.5", 12.5, ""}, {free, "1.234,5", 1234.5, ""}, {free, "1,234.5", 1234.5, ""}, {free, "1.234", na, "answer-ambiguous"},
		{free, "1,234", na, "answer-ambiguous"}, {free, "12,5 tỷ đồng", 12.5, ""}, {free, "12,5 tỷ", na, "answer-words"}, {free, "−5", -5, ""}, {free, "0,903", 0.903, ""}, {free, "26/8", na, "answer-date"},
		{near, "1.234", 1.234, "answer-read-so"}, {near, "12.345", 12.345, "answer-read-so"}, {near, 101, na, "answer-outside"}, {near, "100,5", na, "answer-outside"},
		{pc, "85%", 85, ""}, {pc, shownAs(0.85), 85, ""}, {pc, 85, 85, ""}, {pc, "85 phần trăm", 85, ""},
		{share, "85 %", 0.85, ""}, {share, "85%", 0.85, ""}, {share, "85", 0.85, ""}, {share, 85, 0.85, ""}, {share, shownAs(85), 0.85, "answer-percent-read-so"},
		{share, "0,85", 0.85, "answer-percent-read-so"}, {share, 0.85, 0.85, "answer-percent-read-so"}, {share, shownAs(0.85), 0.85, ""}, {share, "0,5", 0.5, "answer-percent-read-so"},
		{share, 1, na, "answer-percent-ambiguous"}, {share, "1", na, "answer-percent-ambiguous"}, {share, "1,0", na, "answer-percent-ambiguous"}, {share, shownAs(1), 1, ""}, {share, "1%", 0.01, ""},
		{share, 100, 1, ""}, {share, "100%", 1, ""}, {share, 0, 0, ""}, {share, "85,3%", 0.853, ""}, {share, "85.3 %", 0.853, ""}, {share, "85,3", 0.853, ""}, {share, 85.3, 0.853, ""},
		{share, "0,85%", 0.0085, ""}, {share, "850‰", 0.85, ""}, {share, "85 phần trăm", 0.85, ""}, {share, "12.345", 0.12345, "answer-percent-read-so"}, {share, "12.345%", 0.12345, "answer-percent-read-so"},
		{share, 120, na, "answer-outside"}, {share, "120%", na, "answer-outside"}, {share, -5, na, "answer-outside"}, {share, "85% hồ sơ", na, "answer-words"}, {share, day10, na, "answer-date"},
		{share, "1,5", 0.015, ""}, {wide, 1.5, na, "answer-percent-ambiguous"}, {wide, "150%", 1.5, ""}, {wide, 85, 0.85, ""}, {wide, shownAs(1.5), 1.5, ""}, {open, 85, 0.85, ""}, {open, "120%", 1.2, ""}, {open, 120, 1.2, ""},
		{yn, "Có", 1, ""}, {yn, "có", 1, ""}, {yn, norm.NFD.String("Có"), 1, ""}, {yn, "CO", 1, ""}, {yn, "x", 1, ""}, {yn, "Yes", 1, ""}, {yn, 1, 1, ""}, {yn, true, 1, ""}, {yn, "☑", 1, ""}, {yn, "1", 1, ""},
		{yn, "Không", 0, ""}, {yn, "khong", 0, ""}, {yn, "No", 0, ""}, {yn, 0, 0, ""}, {yn, false, 0, ""}, {yn, "0", 0, ""}, {yn, "không có", 0, ""}, {yn, "☒", na, "answer-yes-no"}, {yn, "☐", na, "answer-yes-no"},
		{yn, "đang làm", na, "answer-yes-no"}, {yn, 2, na, "answer-yes-no"}, {yn, "-", na, "blank"}, {yn, "Kh«ng", 0, "form-legacy-text"}, {yn, "Cã", 1, "form-legacy-text"}, {yn, "Coù", 1, "form-legacy-text"},
		{pick, "Đã ban hành", 2, ""}, {pick, "ĐÃ BAN HÀNH ", 2, ""}, {pick, "da ban hanh", 2, ""}, {pick, "Draft", 0.5, ""}, {pick, "None", 0, ""}, {pick, 2, 2, "answer-choice-number"}, {pick, "0,5", 0.5, "answer-choice-number"},
		{pick, 3, na, "answer-choice"}, {pick, "sắp ban hành", na, "answer-choice"}, {pick, "§· ban hµnh", 2, "form-legacy-text"}, {pick, shownAs(0.5), na, "answer-choice"}, {pick, day10, na, "answer-choice"}, {pick, "", na, "blank"},
		{count, "Không áp dụng", na, "reason-in-answer"}, {count, "chưa có số liệu", na, "reason-in-answer"}, {yn, "Không áp dụng", na, "reason-in-answer"},
	}
	for _, c := range cases {
		got, codes := take(t, c.a, cell(c.c))
		if !same(got.Value, c.want) || strings.Join(codes, " ") != c.codes {
			t.Errorf("%s %v %#v: %v %v, want %v %s", c.a.Type, c.a.Range, c.c, got.Value, codes, c.want, c.codes)
		}
		if wrong := c.want != c.want && c.codes != "blank" && c.codes != "reason-in-answer"; got.Faulty != wrong {
			t.Errorf("%s %#v: faulty %v", c.a.Type, c.c, got.Faulty)
		}
	}
}

func same(a, b float64) bool { return a == b || a != a && b != b }

func TestNamesThatAgreeWithoutMarks(t *testing.T) {
	a := index.Answer{ID: "q", Type: "choice", Choices: []index.Choice{{Value: 1, Name: tx("Tự làm", "x")}, {Value: 2, Name: tx("Từ lâm", "y")}}}
	for text, want := range map[string]float64{"Tự làm": 1, "từ lâm": 2, "tu lam": na} {
		if got, _ := take(t, a, cell(text)); !same(got.Value, want) {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestValueOrReason(t *testing.T) {
	p := plan(t)
	at := func(id, column string) string { return cellOf(p, "a:"+id, column) }
	cases := []struct {
		put    put
		reason string
		value  float64
		told   string
	}{
		{put{}, "", na, "answer-blank@" + at("staff", form.ColAnswer)},
		{put{answer: "-"}, "", na, "answer-blank@" + at("staff", form.ColAnswer)},
		{put{reason: "Chưa có số liệu"}, "no_data", na, ""},
		{put{reason: norm.NFD.String("không áp dụng ")}, "not_applicable", na, ""},
		{put{reason: "late"}, "late", na, ""},
		{put{reason: "Refused"}, "refused", na, ""},
		{put{answer: "-", reason: "Nộp muộn"}, "late", na, ""},
		{put{reason: "Kh«ng ¸p dông"}, "not_applicable", na, "form-legacy-text@" + at("staff", form.ColReason)},
		{put{answer: 200, reason: "Nộp muộn"}, "", na, "answer-and-reason@" + at("staff", form.ColAnswer)},
		{put{answer: 0, reason: "Nộp muộn"}, "", na, "answer-and-reason@" + at("staff", form.ColAnswer)},
		{put{reason: "bận"}, "", na, "reason-unknown@" + at("staff", form.ColReason)},
		{put{reason: 3}, "", na, "reason-unknown@" + at("staff", form.ColReason)},
		{put{answer: 200, reason: "bận"}, "", na, "reason-unknown@" + at("staff", form.ColReason)},
		{put{answer: "Không áp dụng"}, "not_applicable", na, "reason-in-answer@" + at("staff", form.ColAnswer)},
		{put{answer: "Không áp dụng", reason: "Nộp muộn"}, "", na, "reason-in-answer@" + at("staff", form.ColAnswer) + " answer-and-reason@" + at("staff", form.ColAnswer)},
		{put{answer: 200, reason: "-"}, "", 200, ""},
	}
	for _, c := range cases {
		f := readOne(t, p, whole().with("staff", c.put))
		a := f.Answers["staff"]
		if got := told(f); !sameSet(got, strings.Fields(c.told)) || a.Reason != c.reason || !same(a.Value, c.value) {
			t.Errorf("%+v: %+v %v, want %s", c.put, a, got, c.told)
		}
		if blank := strings.HasPrefix(c.told, "answer-blank"); a.Faulty != (a.Reason == "" && a.Value != a.Value && !blank) {
			t.Errorf("%+v: faulty %v", c.put, a.Faulty)
		}
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// Formulas, errors, dates and merged cells of a real workbook.
func TestCellsOfWorkbooks(t *testing.T) {
	p := plan(t)
	s, at := form.SheetAnswers, func(id string) string { return cellOf(p, "a:"+id, form.ColAnswer) }
	formula := func(text string) func(f *excelize.File) {
		return func(f *excelize.File) {
			must(t, f.SetCellValue(s, at("staff"), nil), f.SetCellFormula(s, at("staff"), text))
		}
	}
	row := func(id string) int { return firstRow + slices.Index(rowsOf(p), "a:"+id) }
	answer := columnOf(form.ColAnswer)
	cases := []struct {
		name  string
		after func(f *excelize.File)
		value float64
		told  string
	}{
		{"a formula without a result is computed", formula(at("services_total") + "+80"), 200, "cell-computed@" + at("staff")},
		{"of another sheet", formula("SUM(Nháp!A1:A2)"), 30, "cell-computed@" + at("staff")},
		{"#REF!", formula("#REF!+1"), na, "cell-no-result@" + at("staff")},
		{"#DIV/0!", formula("1/0"), na, "answer-error@" + at("staff") + " cell-computed@" + at("staff")},
		{"circular", formula(at("staff") + "+1"), na, "cell-circular@" + at("staff")},
		{"an unknown function", formula("KHONGCO(1)"), na, "cell-no-result@" + at("staff")},
		{"a date", func(f *excelize.File) {
			code := "dd/mm/yyyy"
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			must(t, err, f.SetCellValue(s, at("staff"), 45750), f.SetCellStyle(s, at("staff"), at("staff"), style))
		}, na, "answer-date@" + at("staff")},
		{"merged downward", func(f *excelize.File) {
			must(t, f.MergeCell(s, at("staff"), fmt.Sprintf("%s%d", answer, row("staff_it"))))
		}, na, "answer-merged@" + at("staff") + " answer-merged@" + at("staff_it")},
		{"merged from the left", func(f *excelize.File) {
			must(t, f.MergeCell(s, columnOf(form.ColLast)+num(row("staff")), at("staff")))
		}, na, "answer-merged@" + at("staff")},
		{"merged to the right", func(f *excelize.File) {
			must(t, f.MergeCell(s, columnOf(form.ColExplain)+num(row("staff")), columnOf(form.ColCheck)+num(row("staff"))))
		}, 200, ""},
		{"hidden", func(f *excelize.File) { must(t, f.SetRowVisible(s, row("staff"), false)) }, 200, "form-rows-hidden@" + at("staff")},
		{"hidden sheet", func(f *excelize.File) { must(t, f.SetSheetVisible(s, false)) }, 200, "form-sheet-hidden@"},
		{"a figure beside the question", func(f *excelize.File) { must(t, f.SetCellValue(s, cellOf(p, "c:level4", form.ColAnswer), 0.5)) }, 200, "answer-stray@" + cellOf(p, "c:level4", form.ColAnswer)},
		{"a font of TCVN3", func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime"}})
			c := cellOf(p, "a:portal", form.ColAnswer)
			must(t, err, f.SetCellValue(s, c, "Cã"), f.SetCellStyle(s, c, c, style))
		}, 200, "cell-legacy-font@" + at("portal")},
		{"a note on the cell", func(f *excelize.File) {
			must(t, f.AddComment(s, excelize.Comment{Cell: at("staff"), Text: "ước tính 999"}))
		}, 200, ""},
	}
	for _, c := range cases {
		x := whole()
		x.after = func(f *excelize.File) {
			_, err := f.NewSheet("Nháp")
			must(t, err, f.SetSheetCol("Nháp", "A1", &[]any{10, 20}))
			c.after(f)
		}
		f := readOne(t, p, x)
		if got := told(f); !same(f.Answers["staff"].Value, c.value) || !sameSet(got, strings.Fields(c.told)) {
			t.Errorf("%s: %+v %v, want %v %s", c.name, f.Answers["staff"], got, c.value, c.told)
		}
		if f.Answers["portal"].Value != 1 {
			t.Errorf("%s: portal %+v", c.name, f.Answers["portal"])
		}
	}
}
