package book

import (
	"bytes"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/render/view"
)

var tooMany = problem.Declare(problem.Kind{Code: "test-range", What: problem.Text{VI: "số ngoài khoảng cho phép", EN: "out of range"},
	Expected: problem.Text{VI: "từ 1 đến 5.000", EN: "1 to 5,000"}, Remedy: problem.Text{VI: "kiểm tra lại và gõ số đúng", EN: "look again and type the right figure"}, Example: "1250"})

var leap = problem.Declare(problem.Kind{Code: "test-leap", Severity: problem.Doubt, What: problem.Text{VI: "thay đổi lớn so với kỳ trước", EN: "a large move"},
	Expected: problem.Text{VI: "thay đổi dưới 50 %", EN: "less than 50%"}, Remedy: problem.Text{VI: "xác nhận ở cột giải trình", EN: "confirm in the explanations"}})

// sent is a form as a unit sent it: filled in, with a note of its own, a sheet of its own, and two faulty cells.
func sent(t *testing.T) (file []byte, f *form.Filing) {
	t.Helper()
	f = filing()
	book, err := Filled(formPlan(t), hanoi, lastYear, f)
	if err != nil {
		t.Fatal(err)
	}
	x := reopened(t, book)
	b := newForm(formPlan(t), hanoi, lastYear, f)
	set := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	total, level4 := b.at(form.ColAnswer, "services_total"), b.at(form.ColAnswer, "services_level4")
	set(x.SetCellValue(form.SheetAnswers, total, "khoảng 9 nghìn"))
	set(x.AddComment(form.SheetAnswers, excelize.Comment{Author: "Sở", Cell: total, Text: "hỏi lại phòng CNTT"}))
	set(x.AddComment(form.SheetAnswers, excelize.Comment{Author: "Sở", Cell: "C7", Text: "của riêng chúng tôi"}))
	_, err = x.NewSheet("Ghi chú của Sở")
	set(err)
	set(x.SetCellValue("Ghi chú của Sở", "B2", "=không phải công thức"))
	set(x.SetCellFormula("Ghi chú của Sở", "B3", "1+1"))
	var out bytes.Buffer
	set(x.Write(&out))
	f.File = "handover/P-HNO/bieu-mau.xlsx"
	place := func(cell string) problem.Place {
		return problem.Place{File: f.File, Sheet: form.SheetAnswers, Cell: cell}
	}
	f.Answers["services_total"] = form.Answer{Value: math.NaN(), Faulty: true, Said: "khoảng 9 nghìn", Place: place(total)}
	f.Answers["services_level4"] = form.Answer{Value: 700, Place: place(level4)}
	f.Problems = problem.List{tooMany.At(place(total), "khoảng 9 nghìn"), leap.At(place(total), "9000"), leap.At(place(level4), "700"),
		tooMany.At(problem.Place{File: f.File, Sheet: "Không có"}, "=1+1"), tooMany.At(problem.Place{File: f.File}, "@cả tệp")}
	return out.Bytes(), f
}

// TestReturnedKeepsWhatWasSent: every cell, formula, comment, name, rule and part of the sender's file is there still; the
// faulty cells are marked and as open or locked as they were.
func TestReturnedKeepsWhatWasSent(t *testing.T) {
	file, f := sent(t)
	p := formPlan(t)
	b, err := Returned(file, f, p, hanoi)
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "returned", b)
	was, is := reopened(t, file), reopened(t, b)
	if got := is.GetSheetList(); got[0] != "Cần sửa" || !slices.Equal(got[1:], was.GetSheetList()) {
		t.Errorf("sheets %v", got)
	}
	same(t, was, is)
	for name, part := range unzipped(t, b) {
		if n := strings.Count(string(part), "tabSelected"); strings.HasPrefix(name, "xl/worksheets/sheet") && (n == 1) != strings.Contains(string(part), "loi/#") {
			t.Errorf("%s is chosen %d times", name, n)
		}
	}
	total := f.Problems[0].Place.Cell
	for _, cell := range []string{total, f.Problems[2].Place.Cell} {
		marked, err := is.GetCellStyle(form.SheetAnswers, cell)
		if err != nil {
			t.Fatal(err)
		}
		s, err := is.GetStyle(marked)
		if err != nil {
			t.Fatal(err)
		}
		before, _ := was.GetCellStyle(form.SheetAnswers, cell)
		o, _ := was.GetStyle(before)
		if len(s.Fill.Color) == 0 || slices.Equal(s.Fill.Color, o.Fill.Color) || s.Border[0].Style == o.Border[0].Style {
			t.Errorf("%s is not marked: %+v", cell, s.Fill)
		}
		if s.Protection == nil || s.Protection.Locked || *s.CustomNumFmt != *o.CustomNumFmt || s.Alignment.Horizontal != o.Alignment.Horizontal {
			t.Errorf("%s: the mark took more than fill and border", cell)
		}
	}
	comments, err := is.GetComments(form.SheetAnswers)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, c := range comments {
		if said[c.Cell] != "" {
			t.Errorf("two comments on %s", c.Cell)
		}
		said[c.Cell] = wording(c)
	}
	for _, want := range []string{"Lỗi: số ngoài khoảng cho phép [test-range]", "Đã ghi: khoảng 9 nghìn", "Cần: từ 1 đến 5.000", "Ví dụ: 1250", "Cách sửa: kiểm tra lại", "Nghi vấn: thay đổi lớn", "Sở: hỏi lại phòng CNTT"} {
		if !strings.Contains(said[total], want) {
			t.Errorf("the comment lacks %q: %q", want, said[total])
		}
	}
	if said["C7"] != "của riêng chúng tôi" {
		t.Errorf("the sender's own comment: %q", said["C7"])
	}
	list := everything(t, is, "Cần sửa")
	for _, want := range []string{"Thành phố Hà Nội", "3 lỗi, 2 điểm nghi vấn", "Đã dùng 8 trên 10 câu trả lời; 1 câu có lý do không trả lời; 1 câu có lỗi, chưa dùng; 0 câu còn trống", "loi/#test-range", "=1+1", "@cả tệp", "bieu-mau.xlsx"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q\n%s", want, list)
		}
	}
	if ok, to, _ := is.GetCellHyperLink("Cần sửa", "B"+num(listHead+1)); !ok || to != "'Trả lời'!"+total {
		t.Errorf("the first problem leads to %q", to)
	}
	if again, err := Returned(file, f, p, hanoi); err != nil || !bytes.Equal(b, again) {
		t.Errorf("the bytes differ from run to run (%v)", err)
	}
}

// keep lints a file of ours, and writes it where FORMS says, to be looked at.
func keep(t *testing.T, name string, b []byte) {
	t.Helper()
	if dir := os.Getenv("FORMS"); dir != "" {
		if err := os.WriteFile(dir+"/"+name+".xlsx", b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// same holds all that stands in the sheets of one file against another: cells, formulas, rules, names, locks.
func same(t *testing.T, was, is *excelize.File) {
	t.Helper()
	for _, sheet := range was.GetSheetList() {
		if a, b := everything(t, was, sheet), everything(t, is, sheet); a != b {
			t.Errorf("%s was\n%s\nand is\n%s", sheet, a, b)
		}
		rows, _ := was.GetRows(sheet)
		for r := range rows {
			for c := range rows[r] {
				a, _ := was.GetCellFormula(sheet, ref(c, r+1))
				b, _ := is.GetCellFormula(sheet, ref(c, r+1))
				if a != b {
					t.Errorf("%s!%s: %q became %q", sheet, ref(c, r+1), a, b)
				}
			}
		}
		a, _ := was.GetDataValidations(sheet)
		b, _ := is.GetDataValidations(sheet)
		if len(a) != len(b) {
			t.Errorf("%s had %d rules of input, has %d", sheet, len(a), len(b))
		}
		p, _ := was.GetSheetProtection(sheet)
		q, _ := is.GetSheetProtection(sheet)
		if p != q {
			t.Errorf("%s: protection %+v, was %+v", sheet, q, p)
		}
		if v, _ := was.GetSheetVisible(sheet); v != visible(is, sheet) {
			t.Errorf("%s: hidden or shown otherwise", sheet)
		}
	}
	names := map[string]string{}
	for _, n := range is.GetDefinedName() {
		names[n.Scope+"/"+n.Name] = n.RefersTo
	}
	for _, n := range was.GetDefinedName() {
		if names[n.Scope+"/"+n.Name] != n.RefersTo {
			t.Errorf("name %s of %s: %q, was %q", n.Name, n.Scope, names[n.Scope+"/"+n.Name], n.RefersTo)
		}
	}
}

func visible(f *excelize.File, sheet string) bool { v, _ := f.GetSheetVisible(sheet); return v }

// TestReturnedIsSound: a form of ours that goes back passes the linter, also on its second way back, when the first marks
// are gone from what was mended.
func TestReturnedIsSound(t *testing.T) {
	p, f := formPlan(t), filing()
	file, err := Filled(p, hanoi, lastYear, f)
	if err != nil {
		t.Fatal(err)
	}
	b := newForm(p, hanoi, lastYear, f)
	at := func(id string) problem.Place {
		return problem.Place{Sheet: form.SheetAnswers, Cell: b.at(form.ColAnswer, id)}
	}
	f.Problems = problem.List{tooMany.At(at("staff"), "3300"), leap.At(at("meetings"), "")}
	once, err := Returned(file, f, p, hanoi)
	if err != nil {
		t.Fatal(err)
	}
	lint(t, "once", once)
	f.Problems = problem.List{leap.At(at("meetings"), "")}
	twice, err := Returned(once, f, p, hanoi)
	if err != nil {
		t.Fatal(err)
	}
	lint(t, "twice", twice)
	x := reopened(t, twice)
	if got := x.GetSheetList(); got[0] != "Cần sửa" || len(got) != 7 {
		t.Errorf("sheets %v", got)
	}
	comments, _ := x.GetComments(form.SheetAnswers)
	if len(comments) != 1 || comments[0].Cell != at("meetings").Cell {
		t.Errorf("comments left: %+v", comments)
	}
	fill := func(x *excelize.File, cell string) string {
		id, _ := x.GetCellStyle(form.SheetAnswers, cell)
		s, _ := x.GetStyle(id)
		return strings.Join(s.Fill.Color, "")
	}
	first := reopened(t, file)
	if got, want := fill(x, at("staff").Cell), fill(first, at("staff").Cell); got != want {
		t.Errorf("the mended cell has the fill %s, not %s", got, want)
	}
	if got := fill(x, at("meetings").Cell); got != doubtFill {
		t.Errorf("the doubtful cell has the fill %s", got)
	}
}

// TestReturnedAnew: of what is no .xlsx the form is made anew with the answers read, and the problems stand at their cells.
func TestReturnedAnew(t *testing.T) {
	p := formPlan(t)
	for name, c := range map[string]struct {
		file   []byte
		format string
	}{"csv": {[]byte("Mã;Trả lời\n"), "csv"}, "broken": {[]byte("PK\x03\x04 nothing"), "xlsx"}} {
		f := filing()
		f.File, f.Format = "x/ha-noi.csv", c.format
		at := problem.Place{File: f.File, Cell: "C7"}
		f.Answers["staff"] = form.Answer{Value: math.NaN(), Faulty: true, Said: "=ba nghìn", Place: at}
		at.Cell = "C9"
		f.Answers["meetings"] = form.Answer{Value: math.NaN(), Place: at}
		beside := at
		beside.Cell = "D9"
		f.Problems = problem.List{tooMany.At(f.Answers["staff"].Place, "=ba nghìn"), leap.At(beside, ""), leap.At(problem.Place{File: f.File}, "cả tệp")}
		back, err := Returned(c.file, f, p, hanoi)
		if err != nil {
			t.Fatal(err)
		}
		lint(t, name, back)
		x := reopened(t, back)
		b := newForm(p, hanoi, nil, f)
		if got, _ := x.GetCellValue(form.SheetAnswers, b.at(form.ColAnswer, "staff")); got != "=ba nghìn" {
			t.Errorf("%s: the faulty answer stands as %q", name, got)
		}
		if got, _ := x.GetCellValue(form.SheetAnswers, b.at(form.ColAnswer, "staff_it")); got != "70" {
			t.Errorf("%s: an answer stands as %q", name, got)
		}
		for i, id := range []string{"staff", "meetings"} {
			if ok, to, _ := x.GetCellHyperLink("Cần sửa", "B"+num(listHead+1+i)); !ok || to != "'Trả lời'!"+b.at(form.ColAnswer, id) {
				t.Errorf("%s: problem %d leads to %q", name, i, to)
			}
		}
		if !strings.Contains(everything(t, x, "Cần sửa"), "không phải dạng .xlsx") {
			t.Errorf("%s: the list does not say that the form was made anew", name)
		}
		if got, _ := x.GetCellValue(form.SheetMeta, "B7"); got != form.Issued(f) {
			t.Errorf("%s: issued %s", name, got)
		}
	}
}

// TestReturnedThroughOffice: a file that LibreOffice has saved, comments and all, goes back marked too.
func TestReturnedThroughOffice(t *testing.T) {
	p := formPlan(t)
	file, f := sent(t)
	saved := office(t, map[string][]byte{"sent": file})["sent"]
	var b bytes.Buffer
	if err := saved.Write(&b); err != nil {
		t.Fatal(err)
	}
	back, err := Returned(b.Bytes(), f, p, hanoi)
	if err != nil {
		t.Fatal(err)
	}
	x := reopened(t, back)
	if strings.Contains(everything(t, x, "Cần sửa"), "không phải dạng .xlsx") {
		t.Error("the sender's file was not used")
	}
	comments, _ := x.GetComments(form.SheetAnswers)
	if len(comments) != 3 {
		t.Errorf("%d comments", len(comments))
	}
	opened := office(t, map[string][]byte{"back": back})["back"]
	if got := everything(t, opened, "Cần sửa"); !strings.Contains(got, view.VI.Say("form.back.title")) {
		t.Errorf("LibreOffice shows %q", got)
	}
}

// TestEveryFormulaHasItsResult: also where that is an empty text, in a form and on its way back.
func TestEveryFormulaHasItsResult(t *testing.T) {
	p, f := formPlan(t), filing()
	book, err := Filled(p, hanoi, lastYear, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.Problems = problem.List{tooMany.At(problem.Place{Sheet: form.SheetAnswers, Cell: "H9"}, "x")}
	back, err := Returned(book, f, p, hanoi)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"form": book, "back": back} {
		formulas := 0
		for part, text := range unzipped(t, b) {
			if strings.HasPrefix(part, "xl/worksheets/") {
				formulas += strings.Count(string(text), "<f>")
				if n := strings.Count(string(text), "</f></c>"); n > 0 {
					t.Errorf("%s: %d formulas without a result in %s", name, n, part)
				}
			}
		}
		if formulas < 200 {
			t.Errorf("%s: only %d formulas", name, formulas)
		}
	}
}
