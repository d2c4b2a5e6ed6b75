package book

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/robust"
	"xephang/stages/target"
	"xephang/stages/units"
)

// told is the real report with claims that are made to be awkward, a ledger, and the bands and audit of two editions.
func told(t testing.TB) *view.Report {
	t.Helper()
	in := realReport(t).Input
	vi := func(s string) problem.Text { return problem.Text{VI: s, EN: s} }
	in.Claims = []claim.Claim{
		{Document: "seeds/a.txt", Quote: "=HYPERLINK(\"x\")", Kind: claim.Rank, Subject: "Việt Nam", Units: []string{"VNM"}, Metric: "EGDI", Index: "egdi", Node: "egdi", Edition: "2020", Value: 80, Of: 193, Year: 2020},
		{Document: "seeds/a.txt", Quote: "+5 bậc", Kind: claim.Delta, Value: 5, Unit: "bậc"},
		{Document: "seeds/b.txt", Quote: "@ai đó – " + strings.Repeat("dài ", 2000), Kind: claim.Order, Members: []string{"A", "-B"}},
	}
	in.Verdicts = []reconcile.Verdict{
		{Claim: 0, Is: claim.Off, Expected: "86/193", Why: vi("Bảng ghi 86."), Evidence: []reconcile.Evidence{
			{Index: "egdi", Edition: "2020", Unit: "VNM", Node: "egdi", What: "rank", Value: "86", Place: problem.Place{File: "data/egdi/2020.xlsx", Cell: "H192"}, Cite: []string{"https://example.org/" + strings.Repeat("a", 3000), "=1+1"}},
			{What: "units", Value: "63"}}},
		{Claim: 1, Is: claim.Unchecked, Why: vi("Không có gì để đối chiếu.")},
		{Claim: 2, Is: claim.Match, Why: vi("-đúng")},
	}
	in.Ledger = ledger(vi)
	in.Robust, in.Audits = map[*index.Plan]*robust.Result{}, map[*index.Plan]*robust.Audit{}
	for i, x := range in.Indices {
		p := x.Plans[len(x.Plans)-1]
		if x.ID != "egdi" && x.ID != "dti-ministries" {
			continue
		}
		table := in.Cubes[i].Table(p.Edition.ID)
		result, found := robust.Run(p, table, robust.Options{Cube: in.Cubes[i], Workers: 2})
		sound(t, found)
		in.Robust[p] = &result
		if result.Why.IsZero() {
			in.Audits[p] = robust.Examine(robust.Case{Plan: p, Table: table}, nil, 2)
		}
	}
	return view.New(in)
}

func ledger(vi func(string) problem.Text) *target.Ledger {
	when := func(s string) target.When {
		w, _ := target.ParseWhen(s)
		return w
	}
	l := &target.Ledger{
		Targets: []target.Target{
			{ID: "T1", Origin: vi("NQ"), Set: when("2019-03-07"), Scope: vi("Bộ Công an"), ScopeUnit: "M-BCA", Indicator: vi("=Tỷ lệ"), Op: target.AtLeast, Value: 30, UpTo: math.NaN(), Unit: vi("%"), Deadline: when("2020-12"), Series: "s", SeriesScope: "Cả nước", Differs: []string{"T2"}},
			{ID: "T2", Origin: vi("NQ"), Set: when("2019"), Scope: vi("Cả nước"), Indicator: vi("Việc"), Op: target.By, Value: math.NaN(), UpTo: math.NaN(), Task: "N1"}},
		Tasks:  []target.Task{{ID: "N1", Resolution: "NQ 17/NQ-CP", Title: vi("-Nghị định"), OwnerUnit: "M-BCA", Deadline: when("2019-12"), Sources: []string{"@nguồn"}}},
		Counts: []target.Count{{Resolution: "NQ 17/NQ-CP", When: when("2020-07-31"), Total: 83, Done: 62, Submitted: -1, UnderWay: 21, Overdue: -1, Percent: 74.7}},
		Series: []target.Series{{ID: "s", Name: vi("Tỷ lệ")}},
	}
	for i, d := range []string{"2018-12-31", "2019-12-31", "2020-03-19", "2020-12"} {
		l.Series[0].Points = append(l.Series[0].Points, target.Point{When: when(d), Value: float64(5 * (i + 1)), Unit: vi("%"), Scope: vi("Cả nước")})
	}
	l.Link()
	return l
}

func shelved(t *testing.T, make func() (*workbook, error)) (*excelize.File, []byte) {
	t.Helper()
	w, err := make()
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.bytes()
	if err != nil {
		t.Fatal(err)
	}
	lint(t, "made", b)
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, b
}

// at reads the cell of a row under a head.
func at(t *testing.T, f *excelize.File, sheet, head string, row int) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[headRow-1] {
		if h == head && headRow+row < len(rows) && i < len(rows[headRow+row]) {
			return rows[headRow+row][i]
		}
	}
	return ""
}

func TestPressBook(t *testing.T) {
	r := told(t)
	f, b := shelved(t, func() (*workbook, error) { return pressBook(r) })
	for _, c := range []struct {
		sheet, head string
		row         int
		want        string
	}{
		{"Nhận định", "Trích nguyên văn", 0, `=HYPERLINK("x")`}, {"Nhận định", "Giá trị", 0, "80"}, {"Nhận định", "Trên tổng số", 0, "193"},
		{"Nhận định", "Số của bảng", 0, "86"}, {"Nhận định", "Chênh lệch", 0, "-6"}, {"Nhận định", "Trích nguyên văn", 1, "+5 bậc"}, {"Nhận định", "Giá trị", 2, ""},
		{"Chứng cứ", "Số liệu", 0, "86"}, {"Chứng cứ", "Nguồn khác", 0, "=1+1"}, {"Chứng cứ", "Loại số liệu", 1, "danh mục đơn vị"},
		{"Không kiểm được", "Trích nguyên văn", 0, "+5 bậc"}, {"Không kiểm được", "Vì sao", 0, "Không có gì để đối chiếu."},
	} {
		if got := at(t, f, c.sheet, c.head, c.row); got != c.want {
			t.Errorf("%s, %s, row %d: %q, want %q", c.sheet, c.head, c.row, got, c.want)
		}
	}
	if ok, to, _ := f.GetCellHyperLink("Nhận định", "S5"); !ok || to != "'Chứng cứ'!A5" {
		t.Errorf("evidence of the first claim leads to %q", to)
	}
	if ok, to, _ := f.GetCellHyperLink("Chứng cứ", "A6"); !ok || to != "'Nhận định'!A5" {
		t.Errorf("the second evidence leads back to %q", to)
	}
	_, again := shelved(t, func() (*workbook, error) { return pressBook(r) })
	if !bytes.Equal(b, again) {
		t.Error("the bytes differ from run to run")
	}
}

func TestGoalsBook(t *testing.T) {
	r := told(t)
	f, b := shelved(t, func() (*workbook, error) { return goalsBook(r) })
	for _, c := range []struct {
		sheet, head string
		row         int
		want        string
	}{
		{"Mục tiêu", "Mục tiêu", 0, "=Tỷ lệ"}, {"Mục tiêu", "Thời hạn", 0, "44196"}, {"Mục tiêu", "Giá trị mới nhất", 0, "20"}, {"Mục tiêu", "Còn thiếu", 0, "10"}, {"Mục tiêu", "Không gộp với", 0, "T2"},
		{"Mục tiêu", "Mức cần đạt", 1, ""}, {"Nhiệm vụ", "Nhiệm vụ", 0, "-Nghị định"}, {"Nhiệm vụ", "Nguồn công bố", 0, "@nguồn"},
		{"Số nhiệm vụ", "Tổng số", 0, "83"}, {"Số nhiệm vụ", "Hoàn thành", 0, "62"}, {"Số nhiệm vụ", "Tỷ lệ hoàn thành", 0, "0.746988"}, {"Số nhiệm vụ", "Đã trình", 0, ""},
		{"Theo cơ quan", "Mã", 0, "N1"}, {"Theo cơ quan", "Mã", 1, "T1"}, {"Chuỗi số liệu", "Thời điểm", 0, "43465"}, {"Biểu đồ", "Giá trị", 3, "20"},
	} {
		if got := at(t, f, c.sheet, c.head, c.row); got != c.want {
			t.Errorf("%s, %s, row %d: %q, want %q", c.sheet, c.head, c.row, got, c.want)
		}
	}
	if ok, to, _ := f.GetCellHyperLink("Theo cơ quan", "C6"); !ok || to != "'Mục tiêu'!A5" {
		t.Errorf("the debt leads to %q", to)
	}
	if !bytes.Contains(unzipped(t, b)["xl/charts/chart1.xml"], []byte("scatterChart")) {
		t.Error("no line chart")
	}
}

// TestSureSheets: an edition with bands shows them beside its ranks and has the sheets on them; one of published figures
// has neither, and its notes say why.
func TestSureSheets(t *testing.T) {
	r := told(t)
	e := r.Board("egdi").Latest()
	f, b := shelved(t, func() (*workbook, error) { return rankingBook(r, e) })
	for i, row := range e.Order() {
		low, high, _ := e.BandOf(0, row)
		place := e.Standing(0, row).Place
		if low < 1 || low > place || high < place {
			t.Fatalf("rank %d outside its band %d–%d", place, low, high)
		}
		for _, sheet := range []string{"Xếp hạng", "Độ tin cậy"} {
			for head, want := range map[string]int{"Hạng": place, "Khoảng hạng, từ": low, "Khoảng hạng, đến": high} {
				if got := at(t, f, sheet, head, i); got != num(want) {
					t.Fatalf("%s, %s, row %d: %s, want %d", sheet, head, i, got, want)
				}
			}
		}
		if i == 9 {
			break // reading a sheet takes its time
		}
	}
	exam := everything(t, f, "Kiểm định")
	for _, x := range r.Findings(view.VI, e) {
		if !strings.Contains(exam, x.Text) || !strings.Contains(exam, x.Source) {
			t.Errorf("the audit leaves out %q", x.Text)
		}
	}
	choices := everything(t, f, "Độ nhạy")
	for _, want := range []string{"Đã thử thay đổi những gì", "8.192 lần", "Trọng số của OSI", "Nếu bỏ từng phần"} {
		if !strings.Contains(choices, want) {
			t.Errorf("the sheet on choices leaves out %q", want)
		}
	}
	if notes := everything(t, f, "Ghi chú & nguồn"); !strings.Contains(notes, "ở trang Độ tin cậy") {
		t.Error("the notes do not lead to the bands")
	}
	if _, again := shelved(t, func() (*workbook, error) { return rankingBook(r, e) }); !bytes.Equal(b, again) {
		t.Error("the bytes differ from run to run")
	}
	printed := r.Board("dti-ministries").Latest()
	f, _ = shelved(t, func() (*workbook, error) { return rankingBook(r, printed) })
	for _, sheet := range f.GetSheetList() {
		if strings.HasPrefix(sheet, "Độ") || sheet == "Kiểm định" {
			t.Errorf("published figures have a sheet %s", sheet)
		}
	}
	if why := r.NoBand(view.VI, printed); why == "" || !strings.Contains(everything(t, f, "Ghi chú & nguồn"), why) {
		t.Errorf("the notes do not say %q", why)
	}
}

// everything is the text of a sheet.
func everything(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

func TestTyped(t *testing.T) {
	for _, c := range []struct {
		cell   view.Cell
		value  any
		format string
	}{
		{view.Cell{Text: "0,73", Value: "0.73", Small: "***"}, 0.73, `0.00"***"`},
		{view.Cell{Text: "17,4\u00a0%", Value: "0.174123"}, 0.174123, "0.0%"},
		{view.Cell{Text: "100\u00a0%", Value: "1"}, 1.0, "0%"},
		{view.Cell{Text: "1.234", Value: "1234"}, 1234.0, "#,##0"},
		{view.Cell{Text: "−0,5", Value: "-0.5"}, -0.5, "0.0"},
		{view.Cell{Text: "<\u00a00,001", Value: "0.000"}, "<\u00a00,001", ""},
		{view.Cell{Text: "–"}, nil, ""},
		{view.Cell{Text: "chỉ có một đơn vị", Tone: view.Reason}, "chỉ có một đơn vị", ""},
	} {
		got := typed(c.cell, true, false, 0).(cell)
		if got.value != c.value || got.look.format != c.format {
			t.Errorf("%q becomes %v as %q", c.cell.Text, got.value, got.look.format)
		}
	}
}

func TestSerial(t *testing.T) {
	for d, want := range map[units.Date]float64{19010101: 367, 20201231: 44196, 20200229: 43890, 20000301: 36586} {
		if got := view.Serial(target.When{Date: d}); got != want {
			t.Errorf("%d is %v, want %v", d, got, want)
		}
	}
	if n := view.Serial(target.When{}); n == n {
		t.Error(n)
	}
}

func unzipped(t *testing.T, b []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, p := range r.File {
		in, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[p.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return all
}
