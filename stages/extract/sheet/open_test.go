package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func utf16(s string) string { return string(utf16le(s)) }

// Every file that is no readable spreadsheet is told by what is in it.
func TestWhatIsRefused(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	whole := workbookOf(t, func(f *excelize.File) { _ = f.SetCellValue("Sheet1", "A1", "Mã") })
	cases := []struct {
		name, data, code, found string
	}{
		{"a.xlsx", "", "file-empty", ""},
		{"a.csv", " \r\n\t", "file-empty", ""},
		{"a.csv", "\ufeff", "file-empty", ""},
		{"a.xlsx", ole + utf16("EncryptedPackage"), "file-locked", ""},
		{"a.xlsx", ole + strings.Repeat("x", sniffed) + utf16("EncryptionInfo"), "file-locked", ""},
		{"a.xlsx", ole + utf16("WordDocument"), "file-format", "Microsoft Office 97–2003"},
		{"a.xls", "<html><table><tr><td>1</td></tr></table></html>", "file-format", "HTML"},
		{"a.xls", "\ufeff \n<TABLE><tr>", "file-format", "HTML"},
		{"a.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "file-format", "XML"},
		{"a.xlsx", "%PDF-1.7 …", "file-format", "PDF"},
		{"a.xlsx", "\x1f\x8b\x08", "file-format", "gzip"},
		{"a.csv", "\x89PNG\r\n\x1a\n\x00", "file-format", "image"},
		{"a.csv", "a,b\n\x00\x01\x02\x03\x00,\n", "file-format", "binary"},
		{"a.xlsx", "PK\x03\x04", "file-damaged", ""},
		{"a.xlsx", string(whole[:len(whole)/2]), "file-damaged", ""},
		{"a.xlsx", string(whole[:len(whole)-1]), "file-damaged", ""},
		{"a.xlsb", string(zipOf(t, map[string]string{"_rels/.rels": `<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>`, "xl/workbook.bin": "x"})), "file-format", "Excel binary (.xlsb)"},
		{"a.xlsx", string(zipOf(t, map[string]string{"word/document.xml": "<a/>"})), "file-format", "Word"},
		{"a.ods", string(zipOf(t, map[string]string{"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"})), "file-format", "OpenDocument"},
		{"a.xlsx", string(zipOf(t, map[string]string{"a.txt": "x"})), "file-format", "zip"},
		{"a.ods", string(zipOf(t, map[string]string{"content.xml": "\x01\x02", "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<a><encryption-data/></a>"})), "file-locked", ""},
	}
	for _, c := range cases {
		b, ps := OpenBytes(c.name, []byte(c.data))
		if b != nil || len(ps) != 1 || ps[0].Code != c.code || ps[0].Found != c.found && c.found != "" {
			t.Errorf("%s %.40q: %v, want %s %q", c.name, c.data, ps, c.code, c.found)
			continue
		}
		if ps[0].Place.File != c.name || ps[0].Expected.VI == "" || ps[0].Expected.EN == "" || ps[0].Remedy.VI == "" || ps[0].Remedy.EN == "" {
			t.Errorf("%s: place, expected or remedy is missing: %+v", c.code, ps[0])
		}
		again, qs := Open(c.name, bytes.NewReader([]byte(c.data)))
		if again != nil || len(qs) != 1 || qs[0].Code != c.code {
			t.Errorf("%s %.40q as a stream: %v", c.name, c.data, qs)
		}
	}
}

// A renamed file is read as what it is, and told.
func TestRenamed(t *testing.T) {
	xlsx := workbookOf(t, func(f *excelize.File) { _ = f.SetCellValue("Sheet1", "A1", 1) })
	for name, data := range map[string]string{"a.csv": string(xlsx), "b.xls": string(xlsx), "c.xlsx": "a,b\n1,2\n", "d.xls": "a;b\n1;2\n", "e": "a,b\n", "f.xlsx": string(odsOf(t, `<table:table table:name="A"/>`))} {
		b, ps := OpenBytes(name, []byte(data))
		if b == nil || len(ps) != 1 || ps[0].Code != "file-extension" {
			t.Errorf("%s: %v", name, ps)
		}
	}
	for name, data := range map[string]string{"a.XLSX": string(xlsx), "a.xlsm": string(xlsx), "a.tsv": "a\tb\n", "a.txt": "a,b\n", "a.ods": string(odsOf(t, ""))} {
		if b, ps := OpenBytes(name, []byte(data)); b == nil || len(ps) != 0 {
			t.Errorf("%s: %v", name, ps)
		}
	}
}

// Wherever a workbook is cut, and whatever byte of it is turned, nothing is lost without a word and nothing panics.
func TestDamageIsNeverSilent(t *testing.T) {
	whole := workbookOf(t, func(f *excelize.File) {
		for i := range 40 {
			_ = f.SetSheetRow("Sheet1", "A"+strings.TrimSpace(string(rune('1'+i%9))), &[]any{"P-HNO", 0.5, true})
		}
	})
	want, codes := read("a.xlsx", whole)
	if len(codes) != 0 {
		t.Fatal(codes)
	}
	for n := range len(whole) {
		if got, codes := read("a.xlsx", whole[:n]); len(codes) == 0 {
			t.Fatalf("cut at %d of %d: no problem, read %q", n, len(whole), got)
		}
	}
	for i := 0; i < len(whole); i += 7 {
		turned := slices.Clone(whole)
		turned[i] ^= 0x55
		if got, codes := read("a.xlsx", turned); got != want && len(codes) == 0 && strings.HasPrefix(want, got) {
			t.Errorf("byte %d turned: rows are missing without a problem", i)
		}
	}
}

func TestSheetXMLCutInsideAWholeZip(t *testing.T) {
	sheet := `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`
	for n := range len(sheet) {
		if got, codes := read("a.xlsx", zipOf(t, parts(sheet[:n]))); !slices.Contains(codes, "file-damaged") {
			t.Errorf("cut at %d: %v, read %q", n, codes, got)
		}
	}
	if got, codes := read("a.xlsx", zipOf(t, parts(sheet))); got != "[S]\n1: 1n=1\n2: 1n=2\n" || len(codes) > 0 {
		t.Errorf("%q %v", got, codes)
	}
}

func TestBombs(t *testing.T) {
	blank := strings.Repeat(" ", maxSmall+1<<20)
	if _, codes := read("a.xlsx", rawSheet(t, blank)); !slices.Equal(codes, []string{"file-too-large"}) {
		t.Errorf("a sheet of %d MiB of blanks: %v", len(blank)>>20, codes)
	}
	p := parts("<worksheet/>")
	p["xl/media/a.bin"] = blank
	if _, codes := read("a.xlsx", zipOf(t, p)); !slices.Equal(codes, []string{"file-too-large"}) {
		t.Errorf("a blank part nobody reads: %v", codes)
	}
	deep := strings.Repeat("<a>", 100_000)
	if _, codes := read("a.xlsx", rawSheet(t, deep)); !slices.Equal(codes, []string{"file-damaged"}) {
		t.Errorf("deep nesting: %v", codes)
	}
	many := `<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>`
	if _, codes := read("a.ods", odsOf(t, many)); !slices.Equal(codes, []string{"file-too-large"}) {
		t.Errorf("17 thousand million cells: %v", codes)
	}
}

// What Excel users leave at the end of sheets costs nothing and says nothing.
func TestBlankRowsAndColumns(t *testing.T) {
	var rows strings.Builder
	rows.WriteString(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>`)
	for i := 2; i < 60_000; i++ {
		rows.WriteString(`<row r="` + formatNumber(float64(i)) + `" spans="1:1"/>`)
	}
	rows.WriteString(`<row r="1048576"><c r="A1048576" s="3"/><c r="XFD1048576"><v>2</v></c></row>`)
	got, codes := read("a.xlsx", rawSheet(t, rows.String()))
	if got != "[S]\n1: 1n=1\n1048576: 16384n=2\n" || len(codes) > 0 {
		t.Errorf("%q %v", got, codes)
	}
	ods := `<table:table table:name="A"><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		`<table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table>`
	if got, codes := read("a.ods", odsOf(t, ods)); got != "[A]\n1048576: 16384n=2\n" || len(codes) > 0 {
		t.Errorf("%q %v", got, codes)
	}
	csv := "a,b\n" + strings.Repeat("\n", 100_000) + "1,2" + strings.Repeat(",", 16_382) + "\n" + strings.Repeat(",\n", 1000)
	if got, codes := read("a.csv", []byte(csv)); got != "[]\n1: 1t=a 2t=b\n100002: 1t=1 2t=2\n" || len(codes) > 0 {
		t.Errorf("%.60q %v", got, codes)
	}
}

func TestBeyondWhatASheetHolds(t *testing.T) {
	for _, row := range []string{`<row r="1048577"/>`, `<row r="2"><c r="XFE2"><v>1</v></c></row>`, `<row r="999999999"/>`} {
		if _, codes := read("a.xlsx", rawSheet(t, row)); !slices.Equal(codes, []string{"sheet-too-large"}) {
			t.Errorf("%s: %v", row, codes)
		}
	}
	if _, codes := read("a.csv", []byte("a"+strings.Repeat(",1", 17_000))); !slices.Equal(codes, []string{"sheet-too-large"}) {
		t.Errorf("17,000 columns: %v", codes)
	}
}
