package forms

import (
	"math"
	"slices"
	"strings"
	"testing"

	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// lastYear gives made-up answers of the edition before.
func lastYear(m map[string]float64) func(string, string) (float64, bool) {
	return func(unit, answer string) (float64, bool) {
		v, ok := m[answer]
		return v, ok && unit == "P-HNO"
	}
}

func TestRelations(t *testing.T) {
	p := plan(t)
	f := readOne(t, p, whole().with("services_level4", put{answer: 130}))
	want := []string{"check-relation@" + cellOf(p, "a:services_level4", form.ColAnswer), "check-relation@" + cellOf(p, "a:services_total", form.ColAnswer)}
	if got := told(f); !sameSet(got, want) || !f.Answers["services_level4"].Faulty || !f.Answers["services_total"].Faulty || f.Answers["staff"].Faulty {
		t.Errorf("%v %+v", got, f.Answers)
	}
	if q := f.Problems[0]; q.Severity != problem.Fault || !strings.Contains(q.Expected.VI, "không nhiều hơn tổng") || !strings.Contains(q.What.VI, "services_total = 120") {
		t.Errorf("%+v", q)
	}
	for _, x := range []fill{whole().with("services_level4", put{answer: 120}), whole().with("services_level4", put{reason: "late"})} {
		if f := readOne(t, p, x); len(f.Problems) > 0 {
			t.Errorf("%v", f.Problems)
		}
	}
	f = readOne(t, plan(t, "check: level4,", "check: level4, severity: doubt,"), whole().with("services_level4", put{answer: 130}))
	if f.Answers["services_total"].Faulty || len(f.Problems) != 2 || f.Problems[0].Severity != problem.Doubt {
		t.Errorf("as a doubt: %v", f.Problems)
	}
	for op, holds := range map[string]bool{"<=": false, "<": false, ">=": true, ">": true, "=": false, "==": false} {
		f := readOne(t, plan(t, `services_level4 <= services_total`, `services_total `+op+` staff_it * 5`), whole())
		if (len(f.Problems) == 0) != holds {
			t.Errorf("120 %s 60: %v", op, f.Problems)
		}
	}
}

func TestSums(t *testing.T) {
	sums := func(text string) []string {
		p := plan(t, `that: "services_level4 <= services_total"`, text)
		return told(readOne(t, p, whole()))
	}
	if got := sums("sum: [services_level4, staff_it, meetings], is: services_total, within: 45"); len(got) > 0 { // 75, 120
		t.Error(got)
	}
	if got := sums("sum: [services_level4, staff_it, meetings], is: services_total, within: 44.9"); len(got) != 4 || !strings.HasPrefix(got[0], "check-sum@") {
		t.Error(got)
	}
}

func TestMovesAreListedBySize(t *testing.T) {
	p := plan(t)
	data := map[string][]byte{"a.xlsx": bytesOf(t, workbook(t, p, whole()))}
	for _, c := range []struct {
		level4, staff float64
		want          string // answers with their moves, largest first
	}{
		{60, 200, ""}, {41, 200, ""}, {40, 140, ""}, {39, 100, "staff tăng 100%, services_level4 tăng 53,8%"}, {0, 100, "services_level4 tăng từ 0, staff tăng 100%"}, {200, 100, "staff tăng 100%, services_level4 giảm 70%"},
	} {
		all, _ := readAll(t, p, lastYear(map[string]float64{"services_level4": c.level4, "staff": c.staff}), data)
		var got []string
		for _, q := range all[0].Problems {
			id := map[string]string{cellOf(p, "a:services_level4", form.ColAnswer): "services_level4", cellOf(p, "a:staff", form.ColAnswer): "staff"}[q.Place.Cell]
			got = append(got, id+" "+strings.TrimSpace(strings.Split(q.What.VI, " so với")[0]))
			if q.Code != "check-move" || q.Severity != problem.Doubt {
				t.Errorf("%+v", q)
			}
		}
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("%v %v: %s, want %s", c.level4, c.staff, g, c.want)
		}
		if len(values(all[0])) != len(wholeValues) {
			t.Error("a doubt takes answers away")
		}
	}
	all, _ := readAll(t, plan(t, "move: [services_level4, staff]", "move: [it_share]"), lastYear(map[string]float64{"staff": 200, "staff_it": 4}), data)
	if got := codesOf(all[0].Problems); !slices.Equal(got, []string{"form-layout-other"}) && !slices.Equal(got, []string{"check-move"}) {
		t.Errorf("a criterion: %v", got)
	}
}

// The test of feasibility against trying every k.
func TestFeasible(t *testing.T) {
	p := plan(t)
	d := newDesk(nil, "", "", p, reg(t), noLast)
	c := &d.checks[slices.IndexFunc(d.checks, func(c check) bool { return c.Kind == "feasible" })]
	for n := 1; n <= 60; n++ {
		can := map[float64]bool{}
		for k := range n + 1 {
			can[math.Round(1000*float64(k)/float64(n))] = true
		}
		for tenths := range 1001 {
			f := &form.Filing{Answers: map[string]form.Answer{"portal_rate": {Value: shift(float64(tenths), -3)}, "files_total": {Value: float64(n)}}}
			x := &paper{desk: d, filing: f}
			if got := len(x.feasible(c)) == 0; got != can[float64(tenths)] {
				if !half(tenths, n) { // a tie may be rounded either way
					t.Fatalf("%d tenths of a per cent of %d: %v", tenths, n, got)
				}
			}
		}
	}
	f := &form.Filing{Answers: map[string]form.Answer{"portal_rate": {Value: 1.0 / 3}, "files_total": {Value: 300}}}
	if x := (&paper{desk: d, filing: f}); len(x.feasible(c)) > 0 {
		t.Error("a share computed in full is feasible")
	}
	f.Answers["portal_rate"] = form.Answer{Value: 0.8537, Said: "85,37%"}
	f.Answers["files_total"] = form.Answer{Value: 12}
	x := &paper{desk: d, filing: f}
	if got := x.feasible(c); len(got) != 1 || !strings.Contains(f.Problems[0].What.VI, "85,37% không thể") || !strings.Contains(f.Problems[0].What.VI, "83,33% (10/12)") {
		t.Errorf("%v %v", got, f.Problems)
	}
}

// half tells that some k/n lies exactly between two tenths of a per cent.
func half(tenths, n int) bool {
	for k := range n + 1 {
		if d := 2000*k - (2*tenths-1)*n; d == 0 {
			return true
		}
		if d := 2000*k - (2*tenths+1)*n; d == 0 {
			return true
		}
	}
	return false
}

func TestEvidenceAboveAScore(t *testing.T) {
	p := plan(t)
	x := whole()
	x.evidence = x.evidence[1:2]
	f := readOne(t, p, x)
	want := []string{"evidence-missing@" + cellOf(p, "c:level4", form.ColSelf), "evidence-missing@" + cellOf(p, "a:own_points", form.ColSelf)}
	if got := told(f); !sameSet(got, want) || !f.Faulty["level4"] || !f.Faulty["own_points"] || f.Faulty["portal"] || f.Answers["own_points"].Faulty {
		t.Errorf("%v %v", got, f.Faulty)
	}
	x.self = map[string]any{"level4": 5, "portal": 5, "own_points": 0}
	if f := readOne(t, p, x.with("own_points", put{answer: 0})); len(f.Problems) > 0 {
		t.Errorf("not above: %v", f.Problems)
	}
	x.self = nil // what the answers earn
	if got := codesOf(readOne(t, p, x).Problems); !slices.Contains(got, "evidence-missing") {
		t.Errorf("earned: %v", got)
	}
}

func TestEvidenceRows(t *testing.T) {
	p := plan(t)
	x := whole()
	x.evidence = append(x.evidence, []any{"level4 – Tỷ lệ dịch vụ mức độ 4", "7/BC", "", "", ""}, []any{"Nhân lực", "8/BC", "", "", ""}, []any{"", "9/BC", "", "", ""},
		[]any{"staff_it", "10/BC", "", "26.8", ""}, []any{"online", "", "", "", "https://example.org"}, []any{"plan", nil, nil, nil, nil}, []any{"level4", "B¸o c¸o sè 12", "", "", ""})
	f := readOne(t, p, x)
	want := []string{"evidence-code@B6", "evidence-code@B7", "evidence-date@E8", "evidence-thin@C9", "form-legacy-text@C11"}
	if got := told(f); !sameSet(got, want) || len(f.Evidence["level4"]) != 3 || f.Evidence["level4"][2].Number != "Báo cáo số 12" || len(f.Evidence["it_share"]) != 1 || f.Evidence["it_share"][0].Date != 0 || len(f.Evidence["plan"]) != 0 {
		t.Errorf("%v %+v", got, f.Evidence)
	}
}

func TestSelfScores(t *testing.T) {
	p := plan(t)
	for _, c := range []struct {
		self any
		want float64
		code string
	}{{7, 7, ""}, {"7,5", 7.5, ""}, {"7,5 điểm", 7.5, ""}, {10.5, na, "self-score-outside"}, {-1, na, "self-score-outside"}, {"cao", na, "self-score-bad"}, {"1.234", 1.234, ""}, {"-", na, ""}, {true, na, "self-score-bad"}} {
		x := whole()
		x.self = map[string]any{"level4": c.self}
		f := readOne(t, p, x)
		s, ok := f.Self["level4"]
		if got := strings.Join(codesOf(f.Problems), " "); got != c.code || ok != (c.want == c.want) || ok && s.Points != c.want {
			t.Errorf("%v: %v %v %s", c.self, s, ok, got)
		}
	}
}

func TestSameAsLastYear(t *testing.T) {
	p := plan(t)
	data := map[string][]byte{"a.xlsx": bytesOf(t, workbook(t, p, whole()))}
	all, _ := readAll(t, p, lastYear(wholeValues), data)
	if got := codesOf(all[0].Problems); !slices.Equal(got, []string{"form-same-as-last"}) || all[0].Refused || all[0].Problems[0].Severity != problem.Doubt {
		t.Errorf("%v", all[0].Problems)
	}
	other := map[string]float64{"staff": 200, "staff_it": 12, "meetings": 4}
	all, _ = readAll(t, p, lastYear(other), data)
	if len(all[0].Problems) > 0 {
		t.Errorf("%v", all[0].Problems)
	}
	all, _ = readAll(t, p, lastYear(map[string]float64{"staff": 200, "staff_it": 12}), data)
	if len(all[0].Problems) > 0 {
		t.Errorf("two answers prove nothing: %v", all[0].Problems)
	}
}

func TestDates(t *testing.T) {
	d := &paper{desk: &desk{}, filing: &form.Filing{}}
	b := bookOf(t)
	d.book = b
	for _, c := range []struct {
		in   any
		want units.Date
		why  string
	}{
		{"10.7.2020", 20200710, ""}, {"07/03/2019", 20190307, ""}, {"7/3/2019", 20190307, ""}, {"07-03-2019", 20190307, ""}, {"2019-03-07", 20190307, ""}, {"2019/3/7", 20190307, ""},
		{"2020-07-10T08:30:00", 20200710, ""}, {"ngày 10 tháng 7 năm 2020", 20200710, ""}, {"Ngày 10 Tháng 07 năm 2020.", 20200710, ""}, {"10 thang 7 nam 2020", 20200710, ""}, {" 10 / 7 / 2020 ", 20200710, ""},
		{day10, 20200710, ""}, {44022, 20200710, ""}, {44022.5, 20200710, ""},
		{"26.8", 0, "year"}, {"26/8", 0, "year"}, {26.8, 0, "year"}, {"26/8/20", 0, "year"}, {"ngày 26 tháng 8", 0, "year"}, {"8/2020", 0, "day"}, {"tháng 8 năm 2020", 0, "day"}, {"2020", 0, "day"}, {2020, 0, "day"}, {"năm 2020", 0, "day"},
		{"31/2/2020", 0, "no such"}, {"7/25/2020", 0, "no such"}, {"0/1/2020", 0, "no such"}, {"10/7/1820", 0, "outside"}, {"hôm qua", 0, "not a date"}, {12345678, 0, "not a date"}, {-5, 0, "not a date"}, {true, 0, "not a date"},
	} {
		got, why := d.date(cell(c.in))
		if got != c.want || (why == nil) != (c.why == "") || why != nil && !strings.Contains(why.EN, c.why) {
			t.Errorf("%v: %v %v", c.in, got, why)
		}
	}
}
