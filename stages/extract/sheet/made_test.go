package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/problem"
)

// workbookOf makes an .xlsx with excelize.
func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zipOf packs parts as they are.
func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are those of the smallest workbook, with the given sheet.
func parts(sheet string) map[string]string {
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="` + rel + `"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	}
}

func rawSheet(t testing.TB, rows string) []byte {
	return zipOf(t, parts("<worksheet><sheetData>"+rows+"</sheetData></worksheet>"))
}

// odsOf packs the smallest OpenDocument spreadsheet around the tables.
func odsOf(t testing.TB, tables string) []byte {
	return zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"META-INF/manifest.xml": "<manifest:manifest/>",
		"content.xml":           `<office:document-content xmlns:office="o"><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`})
}

// dump writes the cells of a book, a line a row, and all its problems' codes.
func dump(b *Book, ps problem.List) (cells string, codes []string) {
	var out strings.Builder
	if b != nil {
		for _, s := range b.Sheets {
			fmt.Fprintf(&out, "[%s]\n", s.Name)
			for r := range s.Rows() {
				fmt.Fprintf(&out, "%d:", r.Number)
				for _, c := range r.Cells {
					fmt.Fprintf(&out, " %d%s=%s", c.Column, [...]string{"-", "n", "t", "b", "d", "e"}[c.Kind], c.String())
				}
				out.WriteString("\n")
			}
			ps = append(ps, s.Problems...)
		}
	}
	for _, p := range ps {
		codes = append(codes, p.Code)
	}
	return out.String(), codes
}

func read(name string, data []byte) (string, []string) {
	b, ps := OpenBytes(name, data)
	return dump(b, ps)
}
