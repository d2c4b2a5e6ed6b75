package sheet

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"xephang/stages/problem"
)

// typed fills a sheet with one cell of every kind.
func typed(f *excelize.File) {
	set := func(cell string, v any) { _ = f.SetCellValue("Sheet1", cell, v) }
	style := func(cell string, s *excelize.Style) {
		id, _ := f.NewStyle(s)
		_ = f.SetCellStyle("Sheet1", cell, cell, id)
	}
	set("A1", "Thừa Thiên - Huế")
	set("B1", 0.4727)
	set("C1", true)
	set("D1", time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC))
	set("E1", 0.747)
	style("E1", &excelize.Style{NumFmt: 10})
	set("F1", 45322.5)
	custom := `[$-42A]dd/mm/yyyy "giờ" hh:mm`
	style("F1", &excelize.Style{CustomNumFmt: &custom})
	money := `#,##0.00 "đồng (d)"`
	set("G1", 12)
	style("G1", &excelize.Style{CustomNumFmt: &money})
	set("H1", "=1+1 as text")
	set("I1", "&<>\"' dòng\nhai")
	set("J1", -1.5e-7)
	set("K1", " ")
	_ = f.SetCellRichText("Sheet1", "L1", []excelize.RichTextRun{{Text: "Bộ "}, {Text: "Y tế", Font: &excelize.Font{Bold: true}}})
	_ = f.SetCellStr("Sheet1", "M1", "0,9039")
}

func TestTypedCells(t *testing.T) {
	want := "[Sheet1]\n1: 1t=Thừa Thiên - Huế 2n=0.4727 3b=TRUE 4d=2020-07-10 5n=0.747 6d=2024-01-31T12:00:00 7n=12 8t==1+1 as text " +
		"9t=&<>\"' dòng\nhai 10n=-1.5e-07 11t=  12t=Bộ Y tế 13t=0,9039\n"
	data := workbookOf(t, typed)
	if got, codes := read("a.xlsx", data); got != want || len(codes) > 0 {
		t.Errorf("got\n%s%v\nwant\n%s", got, codes, want)
	}
	b, _ := OpenBytes("a.xlsx", data)
	for r := range b.Sheets[0].Rows() {
		if c := r.At(5); !c.Percent || r.At(2).Percent || r.At(14).Kind != Empty || !r.At(11).Blank() || r.At(1).Blank() {
			t.Errorf("percent or blank are told wrong: %+v", c)
		}
	}
}

func TestRawCells(t *testing.T) {
	for row, want := range map[string]string{
		`<row><c><v>1</v></c><c t="b"><v>0</v></c></row><row><c><v> 2 </v></c></row>`:                             "[S]\n1: 1n=1 2b=FALSE\n2: 1n=2\n",
		`<row r="3"><c r="B3" t="inlineStr"><is><t>a</t><r><t xml:space="preserve"> b</t></r></is></c></row>`:     "[S]\n3: 2t=a b\n",
		`<row r="1"><c r="A1" t="inlineStr"><is><t>漢</t><rPh sb="0"><t>かん</t></rPh></is></c></row>`:               "[S]\n1: 1t=漢\n",
		`<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c></row>`:              "[S]\n1: 1e=#DIV/0! 2t=x\n",
		`<row r="1"><c r="A1" t="d"><v>2020-07-10</v></c><c r="B1" t="d"><v>hôm nay</v></c></row>`:                "[S]\n1: 1d=2020-07-10 2t=hôm nay\n",
		`<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>`:                                           "[S]\n1: 1n=1 2n=2\n",
		`<row r="1"><c r="A1"><v>0.47270000000000001</v></c><c r="B1"><v/></c><c r="C1" t="inlineStr"/></row>`:    "[S]\n1: 1n=0.4727\n",
		`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_x00zz_x0041</t></is></c></row>`:                      "[S]\n1: 1t=a\rb_x00zz_x0041\n",
		`<row r="1"><c r="A1"><v><![CDATA[5]]></v></c><c r="B1" t="str"><v>&#x1EC7;</v></c></row><!-- </row> -->`: "[S]\n1: 1n=5 2t=ệ\n",
	} {
		if got, codes := read("a.xlsx", rawSheet(t, row)); got != want || len(codes) > 0 {
			t.Errorf("%s:\ngot  %q %v\nwant %q", row, got, codes, want)
		}
	}
}

func TestDamagedCells(t *testing.T) {
	for row, want := range map[string]string{
		`<row r="1"><c r="A1"><v>abc</v></c></row>`:                                        "cell-damaged",
		`<row r="1"><c r="A1"><v>NaN</v></c></row>`:                                        "cell-damaged",
		`<row r="1"><c r="A1"><v>1e999</v></c></row>`:                                      "cell-damaged",
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`:                                    "cell-damaged",
		`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`:                                   "cell-damaged",
		`<row r="1"><c r="A1" t="zz"><v>1</v></c></row>`:                                   "cell-damaged",
		`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`:                    "cell-damaged",
		`<row r="1"><c r="A2"><v>1</v></c></row>`:                                          "file-damaged",
		`<row r="1"><c r="a1"><v>1</v></c></row>`:                                          "file-damaged",
		`<row r="1"><c r="ABCDE1"><v>1</v></c></row>`:                                      "file-damaged",
		`<row r="2"/><row r="1"/>`:                                                         "file-damaged",
		`<row r="x"/>`:                                                                     "file-damaged",
		`<row r="1"><c r="A1"><f>Sheet2!B1:&amp;</f></c></row>`:                            "cell-no-result",
		`<row r="1"><c r="A1"><f>A2</f></c></row><row r="2"><c r="A2"><f>A1</f></c></row>`: "cell-circular",
	} {
		got, codes := read("a.xlsx", rawSheet(t, row))
		if !slices.Contains(codes, want) {
			t.Errorf("%s: %v, want %s; read %q", row, codes, want, got)
		}
		if strings.Contains(got, "n=0") || strings.Contains(got, "-=") {
			t.Errorf("%s: a damaged cell is read as %q", row, got)
		}
	}
}

// A formula without a cached result is computed, or reported: never empty.
func TestFormulas(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		_ = f.SetSheetRow("Sheet1", "A1", &[]any{2, 3, "chữ"})
		for cell, formula := range map[string]string{"D1": "A1*B1", "E1": "A1/0", "F1": `C1&" x"`, "G1": "A1>B1", "H1": "NOSUCH(A1)", "I1": "I1+1"} {
			_ = f.SetCellFormula("Sheet1", cell, formula)
		}
	})
	got, codes := read("a.xlsx", data)
	for _, want := range []string{" 4n=6 ", " 5e=#DIV/0! ", " 6t=chữ x ", " 7b=FALSE "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	for _, want := range []string{"cell-computed", "cell-no-result", "cell-circular"} {
		if !slices.Contains(codes, want) {
			t.Errorf("no %s in %v", want, codes)
		}
	}
	if strings.Contains(got, " 8n") || strings.Contains(got, " 9n") {
		t.Errorf("a formula that cannot be computed is a number in %q", got)
	}
	cached := rawSheet(t, `<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>"a"</f><v>b</v></c></row>`)
	if got, codes := read("a.xlsx", cached); got != "[S]\n1: 1n=7 2t=b\n" || len(codes) > 0 {
		t.Errorf("cached results: %q %v", got, codes)
	}
	empty := rawSheet(t, `<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>1+2</f></c></row>`)
	if got, codes := read("a.xlsx", empty); got != "[S]\n1: 2e==1+2\n" || !slices.Equal(codes, []string{"cell-no-result"}) {
		t.Errorf("an empty result and none: %q %v", got, codes)
	}
	linked := rawSheet(t, `<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B1"><f>SUM(Table1[Col])</f><v>1</v></c></row>`)
	if got, codes := read("a.xlsx", linked); got != "[S]\n1: 1n=7 2n=1\n" || !slices.Equal(codes, []string{"external-link"}) {
		t.Errorf("links: %q %v", got, codes)
	}
}

// What is left pending is worked out when it is asked for.
func TestLazyFormulas(t *testing.T) {
	b, _ := OpenBytes("a.xlsx", workbookOf(t, func(f *excelize.File) {
		_ = f.SetSheetRow("Sheet1", "A1", &[]any{2, 3})
		_ = f.SetCellFormula("Sheet1", "C1", "A1*B1")
		_ = f.SetCellFormula("Sheet1", "D1", "NOSUCH(A1)")
	}))
	s := b.Sheets[0]
	s.Lazy = true
	for r := range s.Rows() {
		c, d := r.At(3), r.At(4)
		if c.Kind != Error || !c.Pending || c.Told || c.Text != "=A1*B1" || !d.Pending {
			t.Errorf("%+v %+v", c, d)
		}
		if c, p := s.Compute(r.Number, c); c.Kind != Number || c.Number != 6 || c.Pending || p.Code != "cell-computed" || p.Place.Cell != "C1" {
			t.Errorf("%+v %v", c, p)
		}
		if d, p := s.Compute(r.Number, d); d.Kind != Error || !d.Told || p.Code != "cell-no-result" || p.Found != "=NOSUCH(A1)" {
			t.Errorf("%+v %v", d, p)
		}
	}
	if len(s.Problems) > 0 {
		t.Error(s.Problems)
	}
}

// A defined name of an OpenDocument file, and a cell style with a font of TCVN3.
func TestOpenDocumentNamesAndFonts(t *testing.T) {
	content := `<office:document-content><office:automatic-styles><style:style style:name="ce1"><style:text-properties style:font-name=".VnTime"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell table:style-name="ce1" office:value-type="string"><text:p>Hµ Néi</text:p></table:table-cell></table:table-row></table:table>` +
		`<table:named-expressions><table:named-range table:name="xh_a_x" table:cell-range-address="$'Trả lời'.$C$5"/><table:named-range table:name="r" table:cell-range-address="$A.$A$1:.$B$2"/>` +
		`<table:named-expression table:name="xh_unit" table:expression="&quot;P-HNO&quot;"/></table:named-expressions></office:spreadsheet></office:body></office:document-content>`
	b, ps := OpenBytes("a.ods", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}))
	if got, codes := dump(b, ps); got != "[A]\n1: 1t=Hà Nội\n" || !slices.Equal(codes, []string{"cell-legacy-font"}) {
		t.Errorf("%q %v", got, codes)
	}
	if want := []Name{{Name: "xh_a_x", Refers: "'Trả lời'!$C$5"}, {Name: "r", Refers: "A!$A$1:$B$2"}, {Name: "xh_unit", Refers: `"P-HNO"`}}; !slices.Equal(b.Names, want) {
		t.Errorf("%+v", b.Names)
	}
}

// Runs of rich text have fonts of their own.
func TestFontsOfRuns(t *testing.T) {
	p := parts(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>Haø Noäi</t></r></is></c><c r="C1" t="s"><v>1</v></c></row></sheetData></worksheet>`)
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "<Relationships>", `<Relationships><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>`, 1)
	p["xl/sharedStrings.xml"] = `<sst><si><r><rPr><rFont val=".VnTime"/></rPr><t>Hµ </t></r><r><rPr><rFont val="Arial"/></rPr><t>và Huế</t></r></si><si><t>Hµ</t></si></sst>`
	if got, codes := read("a.xlsx", zipOf(t, p)); got != "[S]\n1: 1t=Hà và Huế 2t=Hà Nội 3t=Hµ\n" || !slices.Equal(codes, []string{"cell-legacy-font"}) {
		t.Errorf("%q %v", got, codes)
	}
}

func TestSheetsNamesAndWhatIsHidden(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		_, _ = f.NewSheet("Trả lời")
		_, _ = f.NewSheet("_meta")
		_ = f.SetSheetVisible("_meta", false)
		_ = f.SetSheetRow("Trả lời", "A1", &[]any{1, 2})
		_ = f.SetSheetRow("Trả lời", "A2", &[]any{3})
		_ = f.SetRowVisible("Trả lời", 2, false)
		_ = f.MergeCell("Trả lời", "B2", "C3")
		_ = f.SetDefinedName(&excelize.DefinedName{Name: "ma_don_vi", RefersTo: "'Trả lời'!$A$1"})
	})
	b, ps := OpenBytes("a.xlsx", data)
	if len(ps) > 0 || len(b.Sheets) != 3 || b.Sheet("_meta") == nil || !b.Sheet("_meta").Hidden || b.Sheet("Trả lời").Hidden || b.Sheet("x") != nil {
		t.Fatalf("%v %+v", ps, b)
	}
	if len(b.Names) != 1 || b.Names[0].Name != "ma_don_vi" || b.Names[0].Refers != "'Trả lời'!$A$1" {
		t.Errorf("names: %+v", b.Names)
	}
	var hidden []int
	s := b.Sheet("Trả lời")
	for range 2 { // a sheet can be walked again
		hidden = hidden[:0]
		for r := range s.Rows() {
			if r.Hidden {
				hidden = append(hidden, r.Number)
			}
		}
	}
	if !slices.Equal(hidden, []int{2}) || len(s.Merged) != 1 || s.Merged[0].String() != "B2:C3" {
		t.Errorf("hidden %v, merged %v", hidden, s.Merged)
	}
	if got := s.Place(14, 3).String(); got != "a.xlsx [Trả lời!C14]" {
		t.Error(got)
	}
	for range s.Rows() {
		break
	}
	if len(s.Problems) > 0 {
		t.Errorf("a walk that was stopped reports %v", s.Problems)
	}
}

func TestSystemOf1904(t *testing.T) {
	p := parts(`<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>42560</v></c></row></sheetData></worksheet>`)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "<Relationships>", `<Relationships><Relationship Id="rId2" Type="x/styles" Target="/xl/styles.xml"/>`, 1)
	p["xl/styles.xml"] = `<styleSheet><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>`
	b, ps := OpenBytes("a.xlsx", zipOf(t, p))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for r := range b.Sheets[0].Rows() {
		if c := r.At(1); c.Kind != Date || c.Text != "2020-07-10" || !c.Legacy {
			t.Errorf("%+v", c)
		}
	}
}

func TestDays(t *testing.T) {
	for v, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 36526: "2000-01-01", 43891: "2020-03-01", 45322.25: "2024-01-31T06:00:00", 2958465: "9999-12-31"} {
		if got, ok := day(v, 1900); got != want || !ok {
			t.Errorf("day %v = %s", v, got)
		}
	}
	for _, v := range []float64{-1, 60, 60.5, 2958466, 1e300} {
		if got, ok := day(v, 1900); ok {
			t.Errorf("day %v = %s", v, got)
		}
	}
	for d := 61; d < 80_000; d++ {
		var y, m, n int
		text, _ := day(float64(d), 1900)
		if _, _ = fmt.Sscanf(text, "%d-%d-%d", &y, &m, &n); serial(y, m, n) != float64(d) {
			t.Fatalf("day %d = %s, and back %v", d, text, serial(y, m, n))
		}
	}
}

func TestOnlyDateFormatsAreDates(t *testing.T) {
	for code, want := range map[string]bool{"dd/mm/yyyy": true, "[$-42A]d mmmm": true, "h:mm AM/PM": true, "[h]:mm": true, "General": false, "0.00": false, `#,##0 "ngày"`: false, `0\d`: false,
		"[Red]0.0": false, "0.0%": false, "@": false, `"y"0;dd`: false, "_(* #,##0_)": false, "[<100]0": false} {
		if got := isDateCode(code); got != want {
			t.Errorf("%q: %v", code, got)
		}
	}
}

const tables = `<table:table table:name="Số liệu"><office:forms/><table:table-column/><table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Mã</text:p></table:table-cell>` +
	`<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Điểm<text:s text:c="2"/>a</text:p><text:p>b<text:tab/>c</text:p><office:annotation><text:p>ghi chú</text:p></office:annotation></table:table-cell>` +
	`<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
	`<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="0.5"><text:p>0,5</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.747"/>` +
	`<table:table-cell office:value-type="date" office:date-value="2020-07-10T00:00:00"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/>` +
	`<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>` +
	`<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="currency" office:value="1.5"/></table:table-row></table:table><table:table table:name="B"/>`

func TestOpenDocument(t *testing.T) {
	b, ps := OpenBytes("a.ods", odsOf(t, tables))
	got, codes := dump(b, ps)
	want := "[Số liệu]\n1: 1t=Mã 2t=Điểm  a\nb\tc\n5: 1n=0.5 2n=0.747 3d=2020-07-10T00:00:00 4b=TRUE 5e=#DIV/0! 6n=7 7n=7\n6: 1n=1.5\n7: 1n=1.5\n[B]\n"
	if got != want || len(codes) > 0 {
		t.Errorf("got\n%s%v\nwant\n%s", got, codes, want)
	}
	if s := b.Sheets[0]; len(s.Merged) != 1 || s.Merged[0].String() != "B1:C1" {
		t.Errorf("merged %v", s.Merged)
	}
	content := `<office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style></office:automatic-styles><table:table table:name="A" table:style-name="ta1"/></office:document-content>`
	b, _ = OpenBytes("a.ods", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}))
	if !b.Sheets[0].Hidden {
		t.Error("a hidden sheet is not told")
	}
	for n := range len(content) - 1 {
		if got, codes := read("a.ods", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content[:n+1]})); len(codes) == 0 {
			t.Errorf("cut at %d: no problem, read %q", n, got)
		}
	}
}

// soffice converts a file with LibreOffice, or skips the test where there is none.
func soffice(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in."+from)
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "--headless", "--norestore", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), in).CombinedOutput()
	if err != nil {
		t.Skipf("LibreOffice does not run: %v %s", err, out)
	}
	b, err := os.ReadFile(filepath.Join(dir, "out", "in."+to))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What LibreOffice makes of a workbook reads as the workbook did.
func TestThroughLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("runs LibreOffice")
	}
	data := workbookOf(t, typed)
	want, _ := read("a.xlsx", data)
	want = strings.Replace(want, "3b=TRUE", "3n=1", 1) // LibreOffice 7 keeps a logical cell of excelize as a number
	for _, to := range []string{"ods", "xlsx", "xls"} {
		got, codes := read("a."+to, soffice(t, data, "xlsx", to))
		if got = strings.Replace(got, "3b=TRUE", "3n=1", 1); got != want {
			t.Errorf("%s: got\n%s%v\nwant\n%s", to, got, codes, want)
		}
		if expected := map[string][]string{"xls": {"file-converted"}}[to]; !slices.Equal(codes, expected) {
			t.Errorf("%s: problems %v", to, codes)
		}
	}
}

func TestXLSWithoutLibreOffice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	b, ps := OpenBytes("a.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 600)+utf16("Workbook")))
	if b != nil || len(ps) != 1 || ps[0].Code != "file-format" || !strings.Contains(ps[0].Remedy.VI, ".xlsx") || ps[0].Severity != problem.Fault {
		t.Errorf("%v", ps)
	}
}

func TestTallyCountsWhatItDoesNotList(t *testing.T) {
	var rows strings.Builder
	for i := range maxReports + 80 {
		fmt.Fprintf(&rows, `<row r="%d"><c t="zz"><v>1</v></c></row>`, i+1)
	}
	b, _ := OpenBytes("a.xlsx", rawSheet(t, rows.String()))
	for range b.Sheets[0].Rows() {
	}
	ps := b.Sheets[0].Problems
	if len(ps) != maxReports+1 || !strings.Contains(ps[maxReports].In("en"), "80 more") {
		t.Errorf("%d problems, the last %v", len(ps), ps[len(ps)-1])
	}
}
