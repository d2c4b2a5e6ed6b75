package book

import (
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

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
	for i := range 6 {
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
