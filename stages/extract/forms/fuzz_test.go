package forms

import (
	"bytes"
	"math"
	"testing"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
)

// FuzzForm feeds whole files: nothing panics, and every answer that is read has a value that the question allows, or a
// reason, or a problem.
func FuzzForm(f *testing.F) {
	p := plan(f)
	pages := paperOf(p, "P-HNO", map[string]map[string]spell{"a:staff": {form.ColAnswer: said_("1.234")}, "a:portal": {form.ColReason: said_("Nộp muộn")}, "a:portal_rate": {form.ColAnswer: percent_(0.5)}})
	f.Add(asCSV(f, pages[1], ';', ""))
	f.Add(asCSV(f, pages[1], ',', "utf16"))
	f.Add(asODS(f, pages))
	f.Add(asXLSX(f, pages))
	f.Add([]byte("Mã;Trả lời;Lý do\nstaff;12;\nportal;Có;bận\nstaff;13\n"))
	f.Add([]byte("#,code,answer\na:staff,staff_it,5\n"))
	d := newDesk(nil, "forms", "data", p, reg(f), noLast)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<18 || bytes.HasPrefix(data, []byte("\xd0\xcf")) || len(data) > 1 && data[0] == 9 && data[1] < 9 {
			return // an old .xls would call LibreOffice
		}
		x := d.paper("a.xlsx")
		x.filing.Unit = "P-HNO"
		if !x.open(data) {
			return
		}
		x.identify()
		x.rest()
		for id, a := range x.filing.Answers {
			low, high := bounds(d.asks[id].Answer)
			switch {
			case a.Faulty && (a.Value == a.Value || a.Reason != ""):
				t.Errorf("%s is faulty and used: %+v", id, a)
			case a.Value == a.Value && (a.Value < low || a.Value > high || math.IsInf(a.Value, 0)):
				t.Errorf("%s is out of range: %+v", id, a)
			case a.Value == a.Value && a.Reason != "":
				t.Errorf("%s has a value and a reason: %+v", id, a)
			case a.Value != a.Value && a.Reason == "" && len(x.filing.Problems) == 0:
				t.Errorf("%s is gone without a word: %+v", id, a)
			}
		}
	})
}

// FuzzAnswer feeds the text of one cell to every type of question: what is read is in range and said to be faulty
// otherwise, and the same text composed otherwise gives the same.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{"120 dịch vụ", "85 %", "0,85", "1.234", "2,000", "Có", "Kh«ng", "Đã ban hành", "26.8", "#REF!", "−5", "１２０", "1e5", "12 (5)", "n/a", "Không áp dụng", "1'234", "%", "‰5", "1,2,3"} {
		f.Add(s)
	}
	p := plan(f)
	d := newDesk(nil, "", "", p, reg(f), noLast)
	f.Fuzz(func(t *testing.T, s string) {
		for _, id := range d.order {
			x := d.paper("a.xlsx")
			row := &sheet.Row{Number: 1, Cells: []sheet.Cell{{Column: 1, Kind: sheet.Text, Text: s}}}
			x.takeAnswer(&table{grid: &grid{sheet: &sheet.Sheet{}}, columns: map[string]int{form.ColAnswer: 1, form.ColReason: 2}}, row, d.asks[id], nil)
			a := x.found[id].answer
			low, high := bounds(d.asks[id].Answer)
			if a.Value == a.Value && (a.Faulty || a.Value < low || a.Value > high || d.asks[id].Type == "count" && a.Value != math.Trunc(a.Value)) {
				t.Errorf("%s %q: %+v", id, s, a)
			}
			if a.Value != a.Value && a.Reason == "" && !a.Faulty && !x.found[id].empty {
				t.Errorf("%s %q gives nothing and says nothing: %+v", id, s, a)
			}
		}
	})
}

// FuzzDate: a date that is read is one of the calendar, and written out it reads the same.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"26.8", "10.7.2020", "07/03/2019", "2020-07-10", "ngày 10 tháng 7 năm 2020", "31/2/2020", "1/1/1", "tháng 8/2020"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, why := written(s)
		if (d == 0) != (why != nil) {
			t.Fatalf("%q: %v %v", s, d, why)
		}
		if d == 0 {
			return
		}
		if again, _ := written(d.String()); again != d || d.Year() < 1945 || d.Year() > 2099 {
			t.Errorf("%q: %v, again %v", s, d, again)
		}
	})
}
