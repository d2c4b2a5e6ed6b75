package extract

import (
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/form"
)

const appraisedHanoi = "unit,node,points,verdict,reason,by,date\nP-HNO,level4,4,insufficient,thiếu minh chứng,Tổ thẩm định,2026-12-01\n"

// filedWith reads the sample year with corrections: Hà Nội answered everything, Cao Bằng left reasons, a blank and a
// faulty answer, Điện Biên sent nothing.
func filedWith(t *testing.T, rows ...string) (*Input, []string) {
	t.Helper()
	g := gathered{forms: map[string]map[string]any{"P-HNO": hanoi, "P-CBA": with(caobang, "meetings", "no_data", "staff", nil, "portal_rate", "fault")},
		files: map[string]string{"mau/2026/appraisal.csv": appraisedHanoi, "mau/2026/corrections.csv": strings.TrimSuffix(correctionHead, "\n") + ",layer\n" + strings.Join(rows, "\n") + "\n"}}
	in, ps := g.read(t)
	var faults []string
	for _, p := range ps {
		if strings.HasPrefix(p.Code, "correction") {
			faults = append(faults, p.Code+" "+p.Place.Cell)
		}
	}
	return in, faults
}

const ruled = ",lý do,12/QĐ,Hội đồng,2027-04-10,applied,KN-1,"

func TestAnswersAndReasonsAreCorrected(t *testing.T) {
	in, faults := filedWith(t, "P-HNO,services_level4,70,100"+ruled, "P-CBA,Số cuộc họp,no_data,2"+ruled, "P-CBA,staff,,40"+ruled, "P-CBA,portal_rate,,65%"+ruled,
		"P-HNO,meetings,3,Nộp muộn"+ruled, "P-DBI,portal,,Có"+ruled, "P-HNO,plan_kind,Đã ban hành,Dự thảo"+ruled, "P-HNO,own_points,6,7"+ruled)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	tb := in.Cube.Table("2026")
	for name, want := range map[string]float64{"P-HNO services_level4": 100, "P-CBA meetings": 2, "P-CBA staff": 40, "P-CBA portal_rate": 0.65, "P-DBI portal": 1, "P-HNO plan_kind": 0.5, "P-HNO own_points": 7} {
		unit, answer, _ := strings.Cut(name, " ")
		if got := as(tb, answer, unit); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if v := at(tb, cube.Value, "level4", "P-HNO"); v != 0.5 {
		t.Errorf("level4 is %v", v)
	}
	for cell, want := range map[string]string{"P-CBA meetings": "", "P-CBA online": "", "P-HNO meetings": "late", "P-CBA it_share": "", "P-DBI portal": "", "P-DBI meetings": "blank"} {
		unit, node, _ := strings.Cut(cell, " ")
		row, _ := tb.Row(unit)
		col, _ := tb.Col(node)
		if r, _ := tb.Reason(col, row); r.Code != want {
			t.Errorf("%s: reason %q, want %q", cell, r.Code, want)
		}
	}
	var marked []string
	row, _ := tb.Row("P-HNO")
	for i, id := range tb.Nodes {
		for _, m := range tb.Marks(i, row) {
			if m.Code == "corrected" {
				marked = append(marked, id)
			}
		}
	}
	if want := []string{"level4", "best", "meetings", "plan", "own_points"}; !slices.Equal(marked, want) {
		t.Errorf("marked %q, want %q", marked, want)
	}
	col, _ := tb.Col("level4")
	var places []string
	for _, p := range tb.Origin(cube.Value, col).At(row).Places {
		places = append(places, p.String())
	}
	if !slices.Contains(places, "data/mau/2026/forms/P-HNO.xlsx [Trả lời!Gservices_level4]") || !slices.Contains(places, "data/mau/2026/corrections.csv [D2]") {
		t.Errorf("origin %q", places)
	}
	if c := in.Corrections[4]; c.Node != "meetings" || c.Was != "3" || c.Becomes != "late" {
		t.Errorf("%+v", c)
	}
}

func TestPointsOfOthersAreCorrected(t *testing.T) {
	in, faults := filedWith(t, "P-HNO,level4,4,6.5"+ruled+"thẩm định", "P-HNO,expert,7,8"+ruled+"measured")
	tb := in.Cube.Table("2026")
	if got := at(tb, cube.Appraised, "level4", "P-HNO"); len(faults) > 0 || got != 6.5 {
		t.Errorf("appraised %v %v", got, faults)
	}
	if got := at(tb, cube.Measured, "expert", "P-HNO"); got != 8 {
		t.Errorf("measured %v", got)
	}
	if in.Corrections[0].Layer != "appraised" || at(tb, cube.Value, "level4", "P-HNO") != 0.35 {
		t.Errorf("%+v", in.Corrections)
	}
}

func TestFaultsOfCorrectionsOfForms(t *testing.T) {
	for line, want := range map[string]string{
		"P-HNO,level4,5,6" + ruled + "appraised":             "correction-stale C2",
		"P-HNO,level4,4,11" + ruled + "appraised":            "correction-value D2",
		"P-HNO,total,4,11" + ruled + "appraised":             "correction-computed B2",
		"P-HNO,services_total,200,210" + ruled + "appraised": "correction-node B2",
		"P-HNO,level4,0.35,0.5" + ruled:                      "correction-computed B2",
		"P-HNO,best,5,4" + ruled:                             "correction-computed B2",
		"P-HNO,services_total,200,210.5" + ruled:             "correction-value D2",
		"P-HNO,services_total,200,6000" + ruled:              "correction-value D2",
		"P-HNO,plan_kind,1,0.7" + ruled:                      "correction-value D2",
		"P-HNO,portal,1,2" + ruled:                           "correction-value D2",
		"P-HNO,portal_rate,0.8,85" + ruled:                   "correction-value D2",
		"P-CBA,meetings,,2" + ruled:                          "correction-stale C2",
		"P-CBA,meetings,refused,2" + ruled:                   "correction-stale C2",
		"P-CBA,meetings,no_data,Chưa có số liệu" + ruled:     "correction-nothing D2",
		"P-HNO,meetings,3,4" + ruled + "self":                "correction-word K2",
	} {
		in, faults := filedWith(t, line)
		if !slices.Equal(faults, []string{want}) {
			t.Errorf("%s: %q, want %q", line, faults, want)
		}
		if tb := in.Cube.Table("2026"); as(tb, "services_total", "P-HNO") != 200 || at(tb, cube.Appraised, "level4", "P-HNO") != 4 {
			t.Errorf("%s was applied", line)
		}
	}
}

func FuzzCorrections(f *testing.F) {
	for _, s := range []string{"P-HNO,l4,45,54" + decided + "2021-02-01,applied,KN-1", "Huế,Hạ tầng,20,\"25,5\"" + decided + "1/2/2021,Đã áp dụng,", ",,,,,,,,,", "P-HNO,inf,\"1.234\",1e999" + decided + "9.9.2021,pending,"} {
		f.Add(correctionHead + s + "\n")
	}
	f.Add("đơn vị;tiêu chí;giá trị cũ;giá trị mới;lý do;văn bản;người quyết định;ngày;trạng thái\nHà Nội;inf;10;11,5;sót;12/QĐ;Hội đồng;31/10/2020;áp dụng\n")
	_, plain, _ := corrected(f)
	f.Fuzz(func(t *testing.T, ledger string) {
		in, ps := Tree(tree(map[string]string{"tst/2020.csv": tableOf2020, "tst/2020/corrections.csv": ledger}), Options{})
		x := in.Input("tst")
		applied := false
		for _, c := range x.Corrections {
			applied = applied || c.Status == form.Applied
		}
		for _, p := range ps {
			if p.Place.File == "" || p.Code == "" {
				t.Fatalf("a problem without its place: %+v", p)
			}
		}
		for _, u := range plain.Units {
			if !applied && row(x.Cube.Table("2020"), u) != row(plain, u) {
				t.Fatalf("nothing was applied and %s is %s", u, row(x.Cube.Table("2020"), u))
			}
		}
	})
}
