package extract

import (
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

func TestPointsOfOthersAreLaidWithTheirCells(t *testing.T) {
	in, ps := gathered{forms: map[string]map[string]any{"P-HNO": hanoi}, files: map[string]string{
		"mau/2026/appraisal.xlsx": xlsx(t, map[string][][]any{"Thẩm định": {{"Kết quả thẩm định năm 2026"}, {},
			{"Mã đơn vị", "Tiêu chí", "Điểm", "Kết luận", "Lý do", "Người thẩm định", "Ngày thẩm định"},
			{"Hà Nội", "level4", "4,5", "chưa đủ", "thiếu văn bản", "Tổ 1", "5/12/2026"},
			{"P-HNO", "Có cổng dịch vụ công", 5, "Chấp nhận", nil, "Tổ 1", "2026-12-05"}}}),
	}}.read(t)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	got := in.Appraisals["2026"]
	if len(got) != 2 || got[0].Unit != "P-HNO" || got[0].Points != 4.5 || got[0].Verdict != "insufficient" || got[0].Date.String() != "2026-12-05" ||
		got[0].Place.String() != "data/mau/2026/appraisal.xlsx [Thẩm định!C4]" || got[1].Node != "portal" || got[1].Verdict != "accepted" {
		t.Errorf("%+v", got)
	}
	if m := in.Measured["2026"]; len(m) != 4 || m[0].Source != "Khảo sát" || m[0].Points != 7 {
		t.Errorf("%+v", m)
	}
	table := in.Cube.Table("2026")
	hno, _ := table.Row("P-HNO")
	level4, _ := table.Col("level4")
	expert, _ := table.Col("expert")
	if v := table.At(cube.Appraised, level4).At(hno); v != 4.5 || table.Origin(cube.Appraised, level4).At(hno).Places[0].Cell != "C4" {
		t.Errorf("%v %+v", v, table.Origin(cube.Appraised, level4).At(hno))
	}
	if s := table.Origin(cube.Measured, expert).At(hno); s.Places[0].String() != "data/mau/2026/measured.csv:2 [C2]" || s.Cite[0] != "Khảo sát" {
		t.Errorf("%+v", s)
	}
	if !slices.ContainsFunc(in.Cube.Table("2026").GivenNames(), func(s string) bool { return s == "portal_rate" }) {
		t.Error("the answers are not among the given columns")
	}
	if s := table.Given("portal_rate").Origin.At(hno); len(s.Places) != 1 || s.Places[0].File != "data/mau/2026/forms/P-HNO.xlsx" || s.Places[0].Sheet != "Trả lời" {
		t.Errorf("an answer comes from %+v", s)
	}
	if s := table.Origin(cube.Value, level4).At(hno); len(s.Places) != 2 {
		t.Errorf("a value of two answers comes from %+v", s)
	}
}

func TestFaultsOfPointsAllInOneRun(t *testing.T) {
	_, ps := gathered{forms: map[string]map[string]any{"P-HNO": hanoi}, files: map[string]string{"mau/2026/appraisal.csv": strings.Join([]string{
		"unit,node,points,verdict,reason,by,date",
		"P-HNO,level4,10.5,accepted,,,",        // 2: above the maximum
		"P-HNO,online,-1,accepted,,,",          // 3: negative
		"P-XXX,online,1,accepted,,,",           // 4: no such unit
		"P-HNO,services,1,accepted,,,",         // 5: a combined node
		"P-HNO,nothing,1,accepted,,,",          // 6: no such node
		"P-HNO,online,1,tạm được,,,",           // 7: a strange verdict
		"P-HNO,online,1,,,,26.8",               // 8: no year
		"P-HNO,online,hai,,,,",                 // 9: words
		"P-HNO,online,,,,,",                    // 10: blank
		"P-HNO,portal,5,,,,",                   // 11: good
		"P-HNO,Có cổng dịch vụ công,4,,,,",     // 12: twice
		",portal,5,,,,",                        // 13: whose?
		"P-CBA,,5,,,,",                         // 14: what?
		"P-CBA,portal,5,không có,,,2026-02-30", // 15: no such day
	}, "\n")}}.read(t)
	want := []string{"appraisal-verdict D7", "points-blank B14", "points-blank C10", "points-date G15", "points-date G8", "points-node B5", "points-node B6",
		"points-outside C2", "points-outside C3", "points-twice B12", "unit-blank A13", "unit-unknown A4", "number-bad C9"}
	slices.Sort(want)
	faults := slices.DeleteFunc(ps, func(p problem.Problem) bool { return p.Severity == problem.Doubt })
	if got := codes(faults); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, p := range faults {
		if p.Index != "mau" || p.Edition != "2026" || p.Expected.VI == "" || p.Remedy.EN == "" || strings.Contains(p.In("vi")+p.In("en"), "{") {
			t.Errorf("%+v", p)
		}
	}
}

func TestPointsOutOfPlace(t *testing.T) {
	for _, c := range []struct {
		name, data, want string
		declare          []string
	}{
		{"mau/appraisal.csv", "unit,node,points\nP-HNO,portal,5\n", "points-astray", nil},
		{"mau/2026/appraisal.csv", "đơn vị,portal\nP-HNO,5\n", "points-header", nil},
		{"mau/2026/appraisal.csv", "đơn vị,điểm\nP-HNO,5\n", "points-column", nil},
		{"mau/2025/appraisal.csv", "unit,node,points\nP-HNO,portal,5%\n", "points-percent", nil},
		{"mau/2026/appraisal.csv", "unit,node,points\nP-HNO,portal,1 (4)\n", "number-bad", nil},
		{"mau/2026/appraisal.csv", "unit,node,points\nP-HNO,online,1\n", "points-no-maximum", []string{"rule: {ratio: true}, points: 10}", "normalise: minmax:0:1, weight: 10}"}},
	} {
		_, ps := gathered{declare: c.declare, forms: map[string]map[string]any{"P-HNO": hanoi}, files: map[string]string{c.name: c.data}}.read(t)
		if !slices.ContainsFunc(ps, func(p problem.Problem) bool { return p.Code == c.want && p.Severity == problem.Fault }) {
			t.Errorf("%s: %v, want %s", c.data, codes(ps), c.want)
		}
	}
}

// FuzzPoints: whatever stands in the table, it is read or reported, and no points leave 0 … maximum.
func FuzzPoints(f *testing.F) {
	f.Add("unit,node,points\nP-HNO,portal,5\n")
	f.Add("Mã;Mã tiêu chí;Điểm;Kết luận\nP-HNO;portal;4,5;đạt\n")
	f.Add("unit,node,points,date\nP-HNO,portal,1e308,26.8\nP-HNO,portal,NaN,\n")
	f.Fuzz(func(t *testing.T, data string) {
		in, _ := gathered{forms: map[string]map[string]any{"P-HNO": hanoi}, files: map[string]string{"mau/2026/appraisal.csv": data}}.read(&testing.T{})
		for _, a := range in.Appraisals["2026"] {
			p := in.Index.Plans[1]
			if k, ok := p.Col(a.Node); !ok || !(a.Points >= 0 && a.Points <= p.Nodes[k].Points) {
				t.Errorf("%+v", a)
			}
		}
	})
}

// What is found in a form is for the unit and the collector; an answer that a table contradicts is used neither way.
func TestFormsThatAreAtFault(t *testing.T) {
	in, ps := gathered{declare: []string{"counts: appraised", "counts: self"}, forms: map[string]map[string]any{"P-HNO": hanoi,
		"P-CBA": with(caobang, "services_total", 0., "services_level4", 0.), "P-DBI": with(caobang, "staff", 10., "staff_it", 20.), "P-LCH": with(caobang, "portal", 0.)},
		files: map[string]string{"mau/2026/bang.csv": "unit,portal\nP-HNO,0\nP-LCH,0\n"},
		found: problem.List{unitBlank.At(problem.Place{File: "data/mau/2026/forms/x.xlsx"}, "")}}.read(t)
	if ps.Faults() > 0 {
		t.Error(ps)
	}
	want := []string{"cell-disagrees Gportal", "unit-blank", "value-outside Gstaff", "value-undefined Gservices_level4"}
	if got := codes(in.Private); !slices.Equal(got, want) {
		t.Errorf("private %v, want %v", got, want)
	}
	for _, p := range in.Private {
		if p.Index != "mau" || p.Edition != "2026" || p.Unit == "" && p.Code != "unit-blank" {
			t.Errorf("%+v", p)
		}
	}
	table := in.Cube.Table("2026")
	for _, c := range []struct{ unit, node, code string }{{"P-HNO", "portal", cube.Faulty}, {"P-CBA", "level4", cube.Faulty}, {"P-DBI", "it_share", cube.Faulty}, {"P-LCH", "portal", ""}} {
		row, _ := table.Row(c.unit)
		k, _ := table.Col(c.node)
		if r, _ := table.Reason(k, row); r.Code != c.code || c.code != "" && r.Effect != "withhold" {
			t.Errorf("%s of %s: %+v, want %q", c.node, c.unit, r, c.code)
		}
	}
	lch, _ := table.Row("P-LCH")
	if s := table.Given("portal").Origin.At(lch); len(s.Places) != 2 {
		t.Errorf("a figure that form and table give alike comes from %+v", s)
	}
}
