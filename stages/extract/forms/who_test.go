package forms

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/problem"
)

// codesOf lists the codes of problems.
func codesOf(ps problem.List) (all []string) {
	for _, p := range ps {
		all = append(all, p.Code)
	}
	return all
}

func TestWhoseFormItIs(t *testing.T) {
	p := plan(t)
	cover := func(cells ...any) func(f *excelize.File) {
		return func(f *excelize.File) { must(t, f.SetSheetRow(form.SheetCover, "B5", &cells)) }
	}
	noMeta := func(x fill) fill { x.noMeta = true; return x }
	cases := []struct {
		name string
		x    fill
		unit string
		told string // codes; a refused form gives no answer
		used bool
	}{
		{"meta", whole(), "P-HNO", "", true},
		{"meta and cover agree", fill{unit: "P-HNO", after: cover("Đơn vị trả lời", "Thành phố Hà Nội")}, "P-HNO", "", true},
		{"meta and file agree", fill{unit: "P-HNO", name: "P-HNO.xlsx"}, "P-HNO", "", true},
		{"any other name of file", fill{unit: "P-HNO", name: "bieu mau nam 2026 (ban cuoi).xlsx"}, "P-HNO", "", true},
		{"cover of another", fill{unit: "P-HNO", after: cover("Đơn vị: Cao Bằng")}, "", "form-unit-disagrees", false},
		{"file of another", fill{unit: "P-HNO", name: "mau_2026_Cao Bằng.xlsx"}, "", "form-unit-disagrees", false},
		{"unknown code", fill{unit: "P-XXX"}, "", "form-unit-unknown", false},
		{"not of this edition", fill{unit: "P-HGI"}, "P-HGI", "form-unit-outside", false},
		{"of another kind", fill{unit: "M-BTC"}, "M-BTC", "form-unit-outside", false},
		{"cover alone", noMeta(fill{after: cover("Cơ quan:", "UBND tỉnh X", "")}), "", "form-unit-missing", false},
		{"cover alone, named", noMeta(fill{after: cover("Cơ quan", "tinh cao bang")}), "P-CBA", "form-unit-by-file", true},
		{"cover in TCVN3", noMeta(fill{after: cover("§¬n vÞ", "Cao B»ng")}), "P-CBA", "form-unit-by-file", true},
		{"file alone", noMeta(fill{name: "P-LCH.xlsx"}), "P-LCH", "form-unit-by-file", true},
		{"file alone, a part of it", noMeta(fill{name: "bieu-mau_2026_Lai Châu (sua).xlsx"}), "P-LCH", "form-unit-by-file", true},
		{"file names two", noMeta(fill{name: "Lai Châu_Cao Bằng.xlsx"}), "", "form-unit-missing", false},
		{"another index", fill{unit: "P-HNO", meta: map[string]string{form.MetaIndex: "khac"}}, "P-HNO", "form-index-other", false},
		{"another edition", fill{unit: "P-HNO", meta: map[string]string{form.MetaEdition: "2025"}}, "P-HNO", "form-edition-other", false},
		{"another version", fill{unit: "P-HNO", meta: map[string]string{form.MetaVersion: "1"}}, "P-HNO", "form-version-other", false},
		{"another tree", fill{unit: "P-HNO", meta: map[string]string{form.MetaLayout: "0123456789abcdef"}}, "P-HNO", "form-layout-other", false},
	}
	for _, c := range cases {
		filled := whole()
		c.x.answers, c.x.evidence, c.x.self = filled.answers, filled.evidence, filled.self
		f := readOne(t, p, c.x)
		if got := strings.Join(codesOf(f.Problems), " "); f.Unit != c.unit || got != c.told || f.Refused == c.used {
			t.Errorf("%s: unit %q, refused %v, %s", c.name, f.Unit, f.Refused, got)
		}
		if n := len(values(f)); c.used && n != len(wholeValues) || !c.used && n != 0 {
			t.Errorf("%s: %d answers", c.name, n)
		}
		for _, q := range f.Problems {
			if q.Unit != c.unit || q.Index != "mau" || q.Edition != "2026" || strings.Contains(q.In("vi")+q.In("en"), "{") {
				t.Errorf("%s: %+v", c.name, q)
			}
		}
	}
}

func TestSentBackUntouched(t *testing.T) {
	p := plan(t)
	f := readOne(t, p, fill{unit: "P-HNO"})
	if !slices.Equal(codesOf(f.Problems), []string{"form-untouched"}) || !f.Refused || len(f.Answers) > 0 {
		t.Errorf("%v %+v", codesOf(f.Problems), f.Answers)
	}
	f = readOne(t, p, fill{unit: "P-HNO", answers: map[string]put{"staff": {answer: 1}}})
	if f.Refused || len(codesOf(f.Problems)) != 9 {
		t.Errorf("one answer: %v", codesOf(f.Problems))
	}
}

func TestSeveralFilesOfAUnit(t *testing.T) {
	p := plan(t)
	hno := bytesOf(t, workbook(t, p, whole()))
	again := whole()
	again.after = func(f *excelize.File) { must(t, f.SetSheetName(form.SheetAnswers, "x")) }
	alike := bytesOf(t, workbook(t, p, again))
	other := bytesOf(t, workbook(t, p, whole().with("staff", put{answer: 201})))
	old := whole()
	old.meta = map[string]string{form.MetaEdition: "2025"}
	stale := bytesOf(t, workbook(t, p, old))

	all, ps := readAll(t, p, noLast, map[string][]byte{"a.xlsx": hno, "b.xlsx": alike})
	if len(all) != 2 || all[0].Refused || !all[1].Refused || len(all[1].Answers) > 0 || !slices.Equal(codesOf(all[1].Problems), []string{"form-twice-alike"}) || len(values(all[0])) != len(wholeValues) {
		t.Errorf("alike: %+v", all)
	}
	if got := codesOf(ps); len(got) != 3 || ps[0].Unit != "P-CBA" || ps[0].Code != "form-missing" || ps[0].Severity != problem.Doubt {
		t.Errorf("who sent nothing: %v", ps)
	}
	all, ps = readAll(t, p, noLast, map[string][]byte{"a.xlsx": hno, "b.xlsx": other})
	for i, f := range all {
		if !f.Refused || len(values(f)) > 0 || !f.Answers["staff"].Faulty || !slices.Equal(codesOf(f.Problems), []string{"form-twice"}) || !strings.Contains(f.Problems[0].What.VI+f.Problems[0].Expected.VI, []string{"b.xlsx", "a.xlsx"}[i]) {
			t.Errorf("differing: %+v", f)
		}
	}
	if len(ps) != 3 {
		t.Errorf("a unit with two forms has sent something: %v", ps)
	}
	all, _ = readAll(t, p, noLast, map[string][]byte{"a.xlsx": hno, "b.xlsx": stale})
	if all[0].Refused || len(values(all[0])) != len(wholeValues) || !all[1].Refused || len(all[1].Answers) > 0 {
		t.Errorf("last year's form beside this year's: %+v", all)
	}
	all, _ = readAll(t, p, noLast, map[string][]byte{"b.xlsx": stale})
	if !all[0].Refused || !all[0].Answers["staff"].Faulty || all[0].Unit != "P-HNO" {
		t.Errorf("last year's form alone: %+v", all[0])
	}
}

func TestFilesThatAreNoForm(t *testing.T) {
	p := plan(t)
	whole := bytesOf(t, workbook(t, p, whole()))
	book := excelize.NewFile()
	must(t, book.SetSheetRow("Sheet1", "A1", &[]any{"Tháng", "Doanh thu"}))
	long := excelize.NewFile()
	w, _ := long.NewStreamWriter("Sheet1")
	must(t, w.SetRow("A1", []any{"Mã", "Trả lời", "Lý do"}))
	for i := range most + 5 {
		must(t, w.SetRow("A"+num(i+2), []any{"staff", 1}))
	}
	must(t, w.Flush())
	cases := map[string]struct {
		data []byte
		code string
	}{
		"a.xlsx":     {bytesOf(t, book), "form-unit-missing"},
		"P-HNO.xlsx": {bytesOf(t, book), "form-unit-by-file form-unrecognised"},
		"P-CBA.xlsx": {bytesOf(t, long), "form-too-long"},
		"b.pdf":      {[]byte("%PDF-1.7"), "file-format"},
		"c.docx":     {[]byte("PK\x03\x04"), "file-damaged"},
		"d.xlsx":     {whole[:len(whole)/2], "file-damaged"},
		"e.xlsx":     {nil, "file-empty"},
		"f.xls":      {[]byte("<html><table><tr><td>1</td></tr></table></html>"), "file-format"},
		"g.xlsx":     {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00i\x00o\x00n\x00I\x00n\x00f\x00o\x00"), "file-locked"},
	}
	for name, c := range cases {
		all, _ := readAll(t, p, noLast, map[string][]byte{name: c.data})
		if len(all) != 1 || !all[0].Refused || strings.Join(codesOf(all[0].Problems), " ") != c.code || len(values(all[0])) > 0 {
			t.Errorf("%s: %v, want %s", name, all[0].Problems, c.code)
		}
	}
	all, ps := readAll(t, p, noLast, map[string][]byte{"~$a.xlsx": nil, ".DS_Store": nil, "Thumbs.db": nil, "sub/a.xlsx": whole})
	if len(all) != 0 || !slices.Contains(codesOf(ps), "form-unrecognised") {
		t.Errorf("%v %v", all, ps)
	}
}

// A sheet cut off inside a whole zip loses answers below: the form is refused.
func TestASheetThatStopsEarly(t *testing.T) {
	p := plan(t)
	whole := bytesOf(t, workbook(t, p, whole()))
	all, _ := readAll(t, p, noLast, map[string][]byte{"a.xlsx": cut(t, whole, "xl/worksheets/sheet2.xml")})
	if f := all[0]; !f.Refused || len(values(f)) > 0 || !slices.Contains(codesOf(f.Problems), "file-damaged") {
		t.Errorf("%v %v", f.Refused, f.Problems)
	}
}

// cut halves one part of a package.
func cut(t *testing.T, data []byte, part string) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		b, err := io.ReadAll(r)
		must(t, err)
		if f.Name == part {
			b = b[:len(b)/2]
		}
		to, err := w.Create(f.Name)
		must(t, err)
		_, err = to.Write(b)
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

// Links and paths that leave the data folder are not followed.
func TestLinksAreRefused(t *testing.T) {
	p := plan(t)
	dir, away := t.TempDir(), t.TempDir()
	data := bytesOf(t, workbook(t, p, whole()))
	must(t, os.MkdirAll(filepath.Join(dir, "mau/2026/forms"), 0o755), os.WriteFile(filepath.Join(away, "a.xlsx"), data, 0o600),
		os.Symlink(filepath.Join(away, "a.xlsx"), filepath.Join(dir, "mau/2026/forms/a.xlsx")))
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	all, ps := Read(root.FS(), "mau/2026/forms", "data", p, reg(t), noLast)
	if len(all) != 0 || ps[0].Code != "file-unreadable" || ps[0].Place.File != "data/mau/2026/forms/a.xlsx" || !strings.Contains(ps[0].What.EN, "symbolic link") {
		t.Errorf("%v %v", all, ps)
	}
	if _, ps := Read(root.FS(), "mau/2027/forms", "data", p, reg(t), noLast); len(ps) == 0 || ps[0].Code != "file-unreadable" {
		t.Errorf("a folder that is not there: %v", ps)
	}
	must(t, os.Remove(filepath.Join(dir, "mau/2026/forms/a.xlsx")), os.RemoveAll(filepath.Join(dir, "mau/2026/forms")), os.Symlink(away, filepath.Join(dir, "mau/2026/forms")))
	all, ps = Read(root.FS(), "mau/2026/forms", "data", p, reg(t), noLast)
	if len(all) != 0 || len(ps) == 0 || ps[0].Code != "file-unreadable" {
		t.Errorf("a folder that is a link: %v %v", all, ps)
	}
}
