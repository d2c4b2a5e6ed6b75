package main

import (
	"bytes"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	reading "xephang/stages/extract/forms"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/book"
	"xephang/stages/units"
)

// trip is a form on its way: written by book, handed out, read back by forms.
type trip struct {
	plan *index.Plan
	reg  *units.Registry
	unit units.Unit
}

func newTrip(t testing.TB) trip {
	t.Helper()
	src, err := os.ReadFile("../stages/form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", src, nil)
	reg, more := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte("code,kind,name_vi,full_name_vi,name_en\nP-HNO,province,Hà Nội,Thành phố Hà Nội,Ha Noi\n" +
		"P-CBA,province,Cao Bằng,Tỉnh Cao Bằng,Cao Bang\nP-DBI,province,Điện Biên,Tỉnh Điện Biên,Dien Bien\nP-LCH,province,Lai Châu,Tỉnh Lai Châu,Lai Chau\n")}})
	if ps.Faults()+more.Faults() > 0 {
		t.Fatal(ps, more)
	}
	u, _ := reg.Unit("P-HNO")
	return trip{ix.Plans[1], reg, u}
}

func (x trip) write(t testing.TB, f *form.Filing) []byte {
	t.Helper()
	b, err := book.Filled(x.plan, x.unit, nil, f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (x trip) read(name string, data []byte) *form.Filing {
	all, _ := reading.Read(fstest.MapFS{"forms/" + name: &fstest.MapFile{Data: data}}, "forms", "", x.plan, x.reg, func(string, string) (float64, bool) { return 0, false })
	return all[0]
}

// differs says how a form that was read differs from what was filled in; in nothing where it is the same.
func differs(meant, read *form.Filing) (all []string) {
	for _, id := range slices.Sorted(maps.Keys(meant.Answers)) {
		a, b := meant.Answers[id], read.Answers[id]
		if a.Reason != b.Reason || math.IsNaN(a.Value) != math.IsNaN(b.Value) || math.Abs(a.Value-b.Value) > 1e-12 {
			all = append(all, id+" is read as “"+b.Said+"”")
		}
	}
	if len(read.Answers) != len(meant.Answers) {
		all = append(all, "another number of answers")
	}
	for node, text := range meant.Explained {
		if read.Explained[node] != text {
			all = append(all, node+" is explained as “"+read.Explained[node]+"”")
		}
	}
	for node, list := range meant.Evidence {
		for i, e := range list {
			if i >= len(read.Evidence[node]) {
				all = append(all, node+" lost evidence")
			} else if g := read.Evidence[node][i]; g.Number != e.Number || g.Title != e.Title || g.Date != e.Date || g.Link != e.Link {
				all = append(all, node+" has other evidence")
			}
		}
	}
	return all
}

// filled draws a form that is filled in rightly.
func (x trip) filled(t *rapid.T) *form.Filing {
	f := &form.Filing{Unit: x.unit.Code, Answers: map[string]form.Answer{}, Explained: map[string]string{}, Evidence: map[string][]form.Evidence{}}
	for _, c := range form.Layout(x.plan) {
		f.Evidence[c.ID] = []form.Evidence{{Number: "12/BC-UBND", Title: "Báo cáo kết quả", Date: 20261215, Link: "https://example.org/12"}}
		if rapid.Bool().Draw(t, "explained") {
			f.Explained[c.ID] = rapid.SampledFrom([]string{"Theo báo cáo quý IV", "=SUM(1)", "- có nghị quyết", "@ xem phụ lục"}).Draw(t, "explanation")
		}
		for _, a := range c.Asks {
			if !a.First {
				continue
			}
			v := math.NaN()
			reason := ""
			switch k := rapid.IntRange(0, 4000).Draw(t, a.ID); {
			case k%7 == 0:
				reason = index.Reasons[k%len(index.Reasons)]
			case a.Type == "count":
				v = float64(k + 1)
			case a.Type == "percent":
				v = float64(k%1001) / 1000
			case a.Type == "yes_no":
				v = float64(k % 2)
			case a.Type == "choice":
				v = a.Choices[k%len(a.Choices)].Value
			case a.Range != nil:
				v = math.Round(a.Range[1]*float64(k)/4) / 1000
			default:
				v = float64(k) / 8
			}
			f.Answers[a.ID] = form.Answer{Value: v, Reason: reason}
		}
	}
	if a, b := f.Answers["services_level4"], f.Answers["services_total"]; a.Value > b.Value { // the declared condition
		f.Answers["services_level4"], f.Answers["services_total"] = b, a
	}
	return f
}

// knocks are what happens to a form between hand and hand.
var knocks = map[string]func(f *excelize.File) error{
	"nothing":          func(f *excelize.File) error { return nil },
	"sheets renamed":   func(f *excelize.File) error { return f.SetSheetName(form.SheetAnswers, "Sheet9") },
	"evidence renamed": func(f *excelize.File) error { return f.SetSheetName(form.SheetEvidence, "Minh chung (2)") },
	"cover deleted":    func(f *excelize.File) error { return f.DeleteSheet(form.SheetCover) },
	"lists deleted":    func(f *excelize.File) error { return f.DeleteSheet(form.SheetLists) },
	"meta deleted":     func(f *excelize.File) error { return f.DeleteSheet(form.SheetMeta) },
	"column inserted":  func(f *excelize.File) error { return f.InsertCols(form.SheetAnswers, "C", 1) },
	"rows inserted":    func(f *excelize.File) error { return f.InsertRows(form.SheetAnswers, 2, 3) },
	"keys deleted":     func(f *excelize.File) error { return f.RemoveCol(form.SheetAnswers, "A") },
	"sheets moved":     func(f *excelize.File) error { return f.MoveSheet(form.SheetMeta, form.SheetCover) },
	"guide deleted":    func(f *excelize.File) error { return f.DeleteSheet(form.SheetGuide) },
}

// TestFormsComeBack: what is filled into the form that book writes is what forms reads, whatever happened on the way.
func TestFormsComeBack(t *testing.T) {
	x := newTrip(t)
	rapid.Check(t, func(rt *rapid.T) {
		meant := x.filled(rt)
		data := x.write(t, meant)
		name := rapid.SampledFrom(slices.Sorted(maps.Keys(knocks))).Draw(rt, "knock")
		if name != "nothing" {
			data = knock(t, data, knocks[name])
		}
		got := x.read("a.xlsx", data)
		if bad := differs(meant, got); len(bad) > 0 || got.Refused || got.Unit != "P-HNO" || got.Problems.Faults() > 0 {
			rt.Fatalf("%s: unit %q, refused %v, %s\n%v", name, got.Unit, got.Refused, strings.Join(bad, "; "), got.Problems)
		}
		if name == "nothing" && len(got.Problems) > 0 {
			rt.Fatalf("a form that nothing happened to: %v", got.Problems)
		}
	})
	if f := x.read("a.xlsx", x.write(t, nil)); !f.Refused || len(f.Problems) != 1 || f.Problems[0].Code != "form-untouched" {
		t.Errorf("the blank form: %v", f.Problems)
	}
}

func knock(t testing.TB, data []byte, do func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err == nil {
		err = do(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFormsThroughLibreOffice: saved again by LibreOffice, in each of its formats, the form says what it said.
func TestFormsThroughLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("runs LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	x := newTrip(t)
	meant := rapid.Custom(x.filled).Example(7)
	dir := t.TempDir()
	in := filepath.Join(dir, "P-HNO.xlsx")
	if err := os.WriteFile(in, x.write(t, meant), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"ods", "xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,3"} {
		out := filepath.Join(dir, "out")
		said, err := exec.Command(office, "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", to, "--outdir", out, in).CombinedOutput()
		if err != nil {
			t.Skipf("LibreOffice does not run: %v %s", err, said)
		}
		ext, _, _ := strings.Cut(to, ":")
		name := "P-HNO." + ext
		from := filepath.Join(out, name)
		if ext == "csv" {
			from = filepath.Join(out, "P-HNO-"+form.SheetAnswers+".csv")
		}
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		got := x.read(name, data)
		want := *meant
		if ext == "csv" { // one sheet, as it is shown
			want.Evidence = nil
		}
		if bad := differs(&want, got); len(bad) > 0 || got.Unit != "P-HNO" || ext != "csv" && got.Problems.Faults() > 0 {
			t.Errorf("%s: unit %q, %s\n%v", to, got.Unit, strings.Join(bad, "; "), got.Problems)
		}
	}
}

// TestFormsFilledElsewhere: the blank form is filled in by another library, cell by cell as its names say, saved by
// LibreOffice, which works out the self-scores, and read: answers and points are those that were meant.
func TestFormsFilledElsewhere(t *testing.T) {
	if testing.Short() {
		t.Skip("runs LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	x := newTrip(t)
	typed := map[string]any{"services_total": 200, "services_level4": 50, "portal_rate": 0.855, "portal": "Có", "plan_kind": "Đã ban hành", "meetings": 3, "staff": 3300, "staff_it": 70, "relative": 12, "own_points": 7.5}
	meant := map[string]float64{"services_total": 200, "services_level4": 50, "portal_rate": 0.855, "portal": 1, "plan_kind": 1, "meetings": 3, "staff": 3300, "staff_it": 70, "relative": 12, "own_points": 7.5}
	data := knock(t, x.write(t, nil), func(f *excelize.File) error {
		for _, n := range f.GetDefinedName() {
			if id, ok := strings.CutPrefix(n.Name, form.DefinedAnswer("")); ok {
				sheet, cell, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
				if err := f.SetCellValue(strings.Trim(sheet, "'"), cell, typed[id]); err != nil {
					return err
				}
			}
		}
		return f.UpdateLinkedValue() // the stored results go, so that LibreOffice must work them out
	})
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(office, "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), in).CombinedOutput(); err != nil {
		t.Skipf("LibreOffice does not run: %v %s", err, said)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	got := x.read("a.xlsx", saved)
	for id, v := range meant {
		if a := got.Answers[id]; math.Abs(a.Value-v) > 1e-12 {
			t.Errorf("%s: %+v, want %v", id, a, v)
		}
	}
	scored := 0
	for _, c := range form.Layout(x.plan) {
		earned := c.Earned(func(id string) float64 { return meant[id] })
		s, ok := got.Self[c.ID]
		switch {
		case !c.Earns():
		case !ok:
			t.Errorf("%s has no self-score", c.ID)
		default:
			if scored++; math.Abs(s.Points-earned) > 1e-9 {
				t.Errorf("%s: %v points, want %v", c.ID, s.Points, earned)
			}
		}
	}
	for _, p := range got.Problems {
		if p.Severity == 0 && p.Code != "evidence-missing" {
			t.Error(p)
		}
	}
	if scored < 6 || got.Unit != "P-HNO" {
		t.Errorf("%d self-scores, unit %q", scored, got.Unit)
	}
}
