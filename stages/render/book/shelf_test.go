package book

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
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

func opened2(t *testing.T, make func() (*workbook, error)) (*excelize.File, []byte) {
	t.Helper()
	w, err := make()
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.bytes()
	if err != nil {
		t.Fatal(err)
	}
	sealed(t, b)
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
		if h == head && headRow+row < len(rows)+0 && i < len(rows[headRow+row]) {
			return rows[headRow+row][i]
		}
	}
	return ""
}

func TestPressBook(t *testing.T) {
	r := told(t)
	f, b := opened2(t, func() (*workbook, error) { return pressBook(r) })
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
	_, again := opened2(t, func() (*workbook, error) { return pressBook(r) })
	if !bytes.Equal(b, again) {
		t.Error("the bytes differ from run to run")
	}
}

func TestGoalsBook(t *testing.T) {
	r := told(t)
	f, b := opened2(t, func() (*workbook, error) { return goalsBook(r) })
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

// TestEveryBook holds every workbook of the real data to what Excel asks of a package, and to the same bytes.
func TestEveryBook(t *testing.T) {
	for _, j := range jobs(told(t)) {
		w, err := j.make()
		if err != nil {
			t.Fatal(j.name, err)
		}
		b, err := w.bytes()
		if err != nil {
			t.Fatal(j.name, err)
		}
		t.Run(j.name, func(t *testing.T) { sealed(t, b) })
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

var (
	relation  = regexp.MustCompile(`<Relationship [^>]*>`)
	attribute = regexp.MustCompile(` (\w+)="([^"]*)"`)
	override  = regexp.MustCompile(`PartName="([^"]+)"`)
	tableHead = regexp.MustCompile(`<tableColumn id="\d+" name="([^"]*)"`)
	topLevel  = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "tableParts", "extLst"}
)

// sealed holds a package to what Excel asks for: every part is well-formed XML of a declared type, every relation leads
// to a part, the heads of a table differ, the parts of a sheet stand in their order, no two sheets bear one name.
func sealed(t *testing.T, book []byte) {
	t.Helper()
	parts := unzipped(t, book)
	for _, m := range override.FindAllSubmatch(parts[contentTypes], -1) {
		if parts[strings.TrimPrefix(string(m[1]), "/")] == nil {
			t.Errorf("a type is declared for %s, which is not there", m[1])
		}
	}
	for name, b := range parts {
		if err := wellFormed(b); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasSuffix(name, ".rels") {
			related(t, parts, name, b)
		}
		if strings.HasPrefix(name, "xl/tables/") {
			seen := map[string]bool{}
			for _, m := range tableHead.FindAllSubmatch(b, -1) {
				h := strings.ToLower(string(m[1]))
				if seen[h] || h == "" {
					t.Errorf("%s: head %q stands twice", name, h)
				}
				seen[h] = true
			}
		}
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			ordered(t, name, b)
		}
	}
}

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("not well-formed: %w", err)
		}
	}
}

func related(t *testing.T, parts map[string][]byte, name string, b []byte) {
	t.Helper()
	folder := path.Dir(path.Dir(name))
	for _, m := range relation.FindAll(b, -1) {
		at := map[string]string{}
		for _, a := range attribute.FindAllSubmatch(m, -1) {
			at[string(a[1])] = string(a[2])
		}
		if at["TargetMode"] == "External" {
			continue
		}
		to := strings.TrimPrefix(at["Target"], "/")
		if !strings.HasPrefix(at["Target"], "/") {
			to = path.Join(folder, to)
		}
		if parts[to] == nil {
			t.Errorf("%s leads to %s, which is not there", name, to)
		}
	}
}

func ordered(t *testing.T, name string, b []byte) {
	t.Helper()
	d, depth, last := xml.NewDecoder(bytes.NewReader(b)), 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			if depth == 1 {
				at := -1
				for i, n := range topLevel {
					if n == x.Name.Local {
						at = i
					}
				}
				if at < last {
					t.Errorf("%s: <%s> stands after <%s>", name, x.Name.Local, topLevel[last])
				}
				last = max(at, last)
			}
			depth++
		case xml.EndElement:
			depth--
		}
	}
}
