package book

import (
	"bytes"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/sync/errgroup"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// formPlan is the newest edition of the small collecting index.
func formPlan(t testing.TB) *index.Plan {
	t.Helper()
	src, err := os.ReadFile("../../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", src, nil)
	sound(t, ps)
	return ix.Plans[len(ix.Plans)-1]
}

var hanoi = units.Unit{Code: "P-HNO", Kind: "province", Name: problem.Text{VI: "Hà Nội", EN: "Ha Noi"}, Full: "Thành phố Hà Nội"}

// lastYear is what the unit answered before.
func lastYear(id string) (float64, bool) {
	x, ok := map[string]float64{"services_total": 1800, "services_level4": 1200, "portal_rate": 0.783, "portal": 1, "plan_kind": 0.5, "staff": 3211}[id]
	return x, ok
}

// filing is a form that was filled in, with something of everything.
func filing() *form.Filing {
	value := func(x float64) form.Answer { return form.Answer{Value: x} }
	none := math.NaN()
	return &form.Filing{Unit: "P-HNO", Format: "xlsx",
		Answers: map[string]form.Answer{"services_total": value(2000), "services_level4": value(700), "portal_rate": value(0.855), "portal": value(1),
			"plan_kind": value(0.5), "meetings": {Value: none, Reason: "no_data"}, "staff": value(3300), "staff_it": value(70), "relative": value(12), "own_points": value(7.5)},
		Explained: map[string]string{"level4": "=theo báo cáo quý", "portal": "- Cổng mở từ tháng 6"},
		Evidence:  map[string][]form.Evidence{"level4": {{Number: "12/BC-UBND", Title: "Báo cáo kết quả cung cấp dịch vụ công trực tuyến năm 2026", Date: 20261215, Link: "https://example.org/bc12.pdf"}}},
	}
}

func TestFormIsSound(t *testing.T) {
	p := formPlan(t)
	for name, f := range map[string]*form.Filing{"empty": nil, "filled": filing()} {
		b, err := Filled(p, hanoi, lastYear, f)
		if err != nil {
			t.Fatal(err)
		}
		lint(t, name, b)
		if dir := os.Getenv("FORMS"); dir != "" {
			if err := os.WriteFile(dir+"/"+name+".xlsx", b, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// largePlan asks a hundred criteria of every kind of rule.
func largePlan(t testing.TB) *index.Plan {
	t.Helper()
	src, err := os.ReadFile("testdata/forms/rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(src), "    - node: plain\n")
	plain, tail, _ := strings.Cut("    - node: plain\n"+rest, "    - node: compound\n")
	var all strings.Builder
	all.WriteString(plain)
	for i := range 5 {
		all.WriteString(regexp.MustCompile(`node: (\w+)`).ReplaceAllString(plain, "node: ${1}_"+num(i)))
	}
	ix, ps := index.Parse("large.yaml", "lon", []byte(head+all.String()+"    - node: compound\n"+tail), nil)
	sound(t, ps)
	return ix.Plans[0]
}

// BenchmarkForms63x100 writes the forms of 63 units by over 100 criteria on two cores.
func BenchmarkForms63x100(b *testing.B) {
	p := largePlan(b)
	b.ReportMetric(float64(len(form.Layout(p))), "criteria")
	for b.Loop() {
		var g errgroup.Group
		g.SetLimit(2)
		for i := range 63 {
			g.Go(func() error {
				u := hanoi
				u.Code = "P-" + num(i)
				_, err := Form(p, u, lastYear)
				return err
			})
		}
		if err := g.Wait(); err != nil {
			b.Fatal(err)
		}
	}
}

func opening(t *testing.T, f *form.Filing) (*excelize.File, *formBook) {
	t.Helper()
	p := formPlan(t)
	b, err := Filled(p, hanoi, lastYear, f)
	if err != nil {
		t.Fatal(err)
	}
	return reopened(t, b), newForm(p, hanoi, lastYear, f)
}

// TestFormRulesOfInput: every answer takes what its type says, lists come from the hidden sheet, and every rule says in
// words what to type.
func TestFormRulesOfInput(t *testing.T) {
	x, b := opening(t, nil)
	rules, err := x.GetDataValidations(form.SheetAnswers)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]*excelize.DataValidation{}
	for _, v := range rules {
		for _, cell := range strings.Fields(v.Sqref) {
			at[cell] = v
		}
		if v.Prompt == nil || v.Error == nil || !v.ShowErrorMessage || *v.ErrorStyle != "stop" || len([]rune(*v.Prompt)) > 255 {
			t.Errorf("%s says nothing: %+v", v.Sqref, v)
		}
	}
	for id, want := range map[string][3]string{
		"services_total": {"whole", "1", "5000"}, "staff": {"whole", "0", "1E+15"}, "portal_rate": {"decimal", "0", "1"}, "relative": {"decimal", "0", "1000"},
		"own_points": {"decimal", "0", "10"}, "portal": {"list", form.SheetLists + "!$A$2:$A$3", ""}, "plan_kind": {"list", "", ""}, "meetings": {"whole", "0", "1E+15"},
	} {
		v := at[b.at(form.ColAnswer, id)]
		if v == nil || v.Type != want[0] || want[1] != "" && v.Formula1 != want[1] || v.Formula2 != want[2] {
			t.Errorf("%s takes %+v, want %v", id, v, want)
		}
		if r := at[b.at(form.ColReason, id)]; r == nil || r.Type != "list" {
			t.Errorf("the reason of %s takes %+v", id, r)
		}
	}
	for id, want := range map[string]string{"plan_kind": "Chưa có,Dự thảo,Đã ban hành", "portal": "Có,Không"} {
		if got := entries(t, x, at[b.at(form.ColAnswer, id)].Formula1); got != want {
			t.Errorf("%s is chosen from %s", id, got)
		}
	}
	if got := entries(t, x, at[b.at(form.ColReason, "portal")].Formula1); got != "Không áp dụng,Chưa có số liệu,Từ chối cung cấp,Nộp muộn" {
		t.Errorf("reasons are chosen from %s", got)
	}
	evidence, _ := x.GetDataValidations(form.SheetEvidence)
	if len(evidence) != 2 || entries(t, x, evidence[0].Formula1) != "level4,online,portal,best,meetings,it_share,relative,plan,own_points" || evidence[1].Type != "date" || *evidence[1].ErrorStyle != "warning" {
		t.Errorf("evidence takes %+v", evidence)
	}
}

// entries reads the cells that a list is chosen from.
func entries(t *testing.T, x *excelize.File, area string) string {
	t.Helper()
	sheet, span, _ := strings.Cut(area, "!")
	from, to, _ := strings.Cut(strings.ReplaceAll(span, "$", ""), ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for row := first; row <= last; row++ {
		s, _ := x.GetCellValue(strings.Trim(sheet, "'"), ref(column-1, row))
		all = append(all, s)
	}
	return strings.Join(all, ",")
}

// TestFormIsLocked: only what is asked may be written, no password is needed to look behind, and what tells the form is
// hidden, not lost.
func TestFormIsLocked(t *testing.T) {
	x, b := opening(t, nil)
	for _, sheet := range x.GetSheetList() {
		p, err := x.GetSheetProtection(sheet)
		if err != nil || p.Password != "" || p.InsertRows || p.DeleteRows || p.InsertColumns || p.DeleteColumns || !p.SelectUnlockedCells {
			t.Errorf("%s is protected as %+v (%v)", sheet, p, err)
		}
		if want := !strings.HasPrefix(sheet, "_"); visible(x, sheet) != want {
			t.Errorf("%s: hidden or shown otherwise", sheet)
		}
	}
	book := string(unzipped(t, bytesOf(t, b))["xl/workbook.xml"])
	if !strings.Contains(book, `<workbookProtection lockStructure="1"`) && !strings.Contains(book, `<workbookProtection lockStructure="true"`) {
		t.Error("the order of sheets is not locked")
	}
	open := func(cell string) bool {
		id, _ := x.GetCellStyle(form.SheetAnswers, cell)
		s, _ := x.GetStyle(id)
		return s.Protection != nil && !s.Protection.Locked
	}
	for _, row := range b.rows {
		if row.ask != nil && (!open(b.at(form.ColAnswer, row.ask.ID)) || !open(b.at(form.ColReason, row.ask.ID)) || open(b.at(form.ColCode, row.ask.ID)) || open(b.at(form.ColLast, row.ask.ID))) {
			t.Errorf("%s is open or locked where it should not be", row.ask.ID)
		}
		if row.c != nil && (!open(ref(columnOf(form.ColExplain), b.scores[row.c.ID])) || open(ref(columnOf(form.ColSelf), b.scores[row.c.ID])) || open(ref(columnOf(form.ColHow), b.scores[row.c.ID]))) {
			t.Errorf("%s is open or locked where it should not be", row.c.ID)
		}
	}
	if hidden, _ := x.GetRowVisible(form.SheetAnswers, formIDs); hidden {
		t.Error("the row of ids is shown")
	}
	if shown, _ := x.GetColVisible(form.SheetAnswers, "A"); shown {
		t.Error("the column of keys is shown")
	}
}

func bytesOf(t *testing.T, b *formBook) []byte {
	t.Helper()
	book, err := Form(b.p, b.u, b.last)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// TestFormIsFoundAgain: ids, keys, names and constants are those of the contract.
func TestFormIsFoundAgain(t *testing.T) {
	x, b := opening(t, nil)
	names := map[string]string{}
	for _, n := range x.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	for _, c := range form.Layout(b.p) {
		for _, a := range c.Asks {
			key, _ := x.GetCellValue(form.SheetAnswers, ref(0, b.answers[a.ID]))
			code, _ := x.GetCellValue(form.SheetAnswers, b.at(form.ColCode, a.ID))
			if key != form.AnswerKey(a.ID) || code != a.ID {
				t.Errorf("%s stands on a row with key %q, code %q", a.ID, key, code)
			}
			if got, want := names[form.DefinedAnswer(a.ID)], "'Trả lời'!$H$"+num(b.answers[a.ID]); got != want {
				t.Errorf("%s is named %s, want %s", a.ID, got, want)
			}
			if names[form.DefinedReason(a.ID)] == "" {
				t.Errorf("the reason of %s has no name", a.ID)
			}
		}
		if names[form.DefinedSelf(c.ID)] == "" || names[form.DefinedExplain(c.ID)] == "" {
			t.Errorf("%s has no names", c.ID)
		}
	}
	for i, id := range form.Columns() {
		if got, _ := x.GetCellValue(form.SheetAnswers, ref(1+i, formIDs)); got != id {
			t.Errorf("column %d has the id %q, want %q", i, got, id)
		}
	}
	for i, k := range form.MetaKeys() {
		key, _ := x.GetCellValue(form.SheetMeta, ref(0, 1+i))
		value, _ := x.GetCellValue(form.SheetMeta, ref(1, 1+i))
		if key != k || value != b.meta()[k] || names["xh_"+k] != `"`+value+`"` {
			t.Errorf("%s: %q %q, name %s", k, key, value, names["xh_"+k])
		}
	}
}

// TestFormTextStaysText: what begins like a formula is none, and the same form is the same bytes.
func TestFormTextStaysText(t *testing.T) {
	x, b := opening(t, filing())
	for _, c := range []struct{ node, want string }{{"level4", "=theo báo cáo quý"}, {"portal", "- Cổng mở từ tháng 6"}} {
		at := ref(columnOf(form.ColExplain), b.scores[c.node])
		got, _ := x.GetCellValue(form.SheetAnswers, at)
		if f, _ := x.GetCellFormula(form.SheetAnswers, at); got != c.want || f != "" {
			t.Errorf("%s: %q, formula %q", c.node, got, f)
		}
	}
	if one, two := bytesOf(t, b), bytesOf(t, b); !bytes.Equal(one, two) {
		t.Error("the bytes differ from run to run")
	}
	if _, err := Form(rulesPlan(t), hanoi, nil); err != nil {
		t.Error(err)
	}
	p := *formPlan(t)
	p.Form = nil
	if _, err := Form(&p, hanoi, nil); err == nil {
		t.Error("a form of an edition that gathers none")
	}
}
