package target

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xephang/stages/problem"
	"xephang/stages/units"
)

func when(t testing.TB, s string) When {
	t.Helper()
	w, err := ParseWhen(s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func seen(t testing.TB, date string, v float64, q string) Observation {
	return Observation{When: when(t, date), Value: v, Qualifier: q}
}

func TestParseWhen(t *testing.T) {
	for in, want := range map[string]string{"2020-10-31": "2020-10-31 ngày 31/10/2020", "2020-10": "2020-10-31 tháng 10/2020", "2020": "2020-12-31 năm 2020",
		"2020-02": "2020-02-29 tháng 2/2020", "2100-02": "2100-02-28 tháng 2/2100", "2019-04": "2019-04-30 tháng 4/2019", "": " "} {
		w := when(t, in)
		if got := w.Date.String() + " " + w.Text().VI; got != want {
			t.Errorf("%q: %s", in, got)
		}
		if w.String() != in {
			t.Errorf("%q comes back as %q", in, w.String())
		}
	}
	for _, bad := range []string{"2020-13", "2020-02-30", "20", "tháng 10", "0000", "2020-1", "31/10/2020"} {
		if w, err := ParseWhen(bad); err == nil {
			t.Errorf("%q was read as %v", bad, w)
		}
	}
	if en := when(t, "2020-10").Text().EN; en != "October 2020" {
		t.Error(en)
	}
}

func TestDaysAgreeWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := time.Date(rapid.IntRange(1900, 2300).Draw(t, "y"), time.Month(rapid.IntRange(1, 12).Draw(t, "m")), rapid.IntRange(1, 31).Draw(t, "d"), 0, 0, 0, 0, time.UTC)
		n := rapid.IntRange(-5000, 5000).Draw(t, "n")
		e := d.AddDate(0, 0, n)
		date := func(x time.Time) units.Date { return units.Date(x.Year()*10000 + int(x.Month())*100 + x.Day()) }
		if got := days(date(e)) - days(date(d)); got != n {
			t.Errorf("%v + %d: %d", d, n, got)
		}
	})
}

func TestStatus(t *testing.T) {
	pct := problem.Text{VI: "%", EN: "%"}
	share := func(deadline string, all ...Observation) Target {
		return Target{Op: AtLeast, Value: 30, Unit: pct, Deadline: when(t, deadline), Observations: all}
	}
	o := func(date string, v float64, q ...string) Observation {
		s := ""
		if len(q) > 0 {
			s = q[0]
		}
		return seen(t, date, v, s)
	}
	stands := o("2020-07-10", 2)
	stands.Until = 20220901
	for name, c := range map[string]struct {
		t    Target
		asOf units.Date
		want Status
	}{
		"never observed":               {share("2020-12-31"), 20201231, NoData},
		"only later":                   {share("2020-12-31", o("2020-10-01", 31)), 20200901, NoData},
		"met before":                   {share("2020-12-31", o("2020-10-01", 31)), 20201101, Reached},
		"met on the day":               {share("2020-12-31", o("2020-12-31", 30)), 20210101, Reached},
		"met, then short again":        {share("2020-12-31", o("2020-10-01", 31), o("2021-03-01", 28)), 20210401, Reached},
		"late":                         {share("2020-10", o("2020-07-31", 28), o("2020-12", 40)), 20201231, Late},
		"missed":                       {share("2020-12-31", o("2020-10-01", 11), o("2021-01-05", 15)), 20210201, Missed},
		"stands until after":           {share("2020-12-31", stands), 20210201, Missed},
		"not seen at the deadline":     {share("2020-12-31", o("2020-10-01", 11)), 20210201, NoData},
		"one observation":              {share("2020-12-31", o("2020-10-01", 11)), 20201101, NotYet},
		"no deadline":                  {share("", o("2020-10-01", 11), o("2020-11-01", 12)), 20201201, NotYet},
		"no deadline, met":             {share("", o("2020-10-01", 30)), 20201201, Reached},
		"on course":                    {share("2020-12-31", o("2020-06-30", 15), o("2020-09-30", 24)), 20201001, OnCourse},
		"behind":                       {share("2020-12-31", o("2020-06-30", 15), o("2020-09-30", 16)), 20201001, Behind},
		"above as far as it says":      {share("2020-12-31", o("2020-09-30", 30, ">")), 20201001, Reached},
		"below a bound is not met":     {share("2020-12-31", o("2020-09-30", 30, "<")), 20201001, NotYet},
		"nearly is not met":            {share("2020-12-31", o("2020-09-30", 30, "~")), 20201001, NotYet},
		"well above, roughly, is met":  {share("2020-12-31", o("2020-09-30", 40, "~")), 20201001, Reached},
		"rank reached":                 {Target{Op: AtMost, Value: 4, Observations: []Observation{o("2020", 4)}}, 20201231, Reached},
		"rank not reached":             {Target{Op: AtMost, Value: 4, Observations: []Observation{o("2020", 6)}}, 20201231, NotYet},
		"deed done in time":            {Target{Op: By, Deadline: when(t, "2020"), Observations: []Observation{o("2020-03-01", 0), o("2020-04-01", 1)}}, 20210101, Reached},
		"deed done late":               {Target{Op: By, Deadline: when(t, "2019"), Observations: []Observation{o("2019-12-09", 0), o("2020-04-08", 1)}}, 20210101, Late},
		"deed not done after the date": {Target{Op: By, Deadline: when(t, "2019"), Observations: []Observation{o("2020-04-08", 0)}}, 20210101, Missed},
		"deed to come":                 {Target{Op: By, Deadline: when(t, "2025"), Observations: []Observation{o("2020-04-08", 0), o("2021-04-08", 0)}}, 20210601, NotYet},
	} {
		if a := Assess(&c.t, c.asOf); a.Status != c.want {
			t.Errorf("%s: %s, want %s (%s)", name, a.Status, c.want, a.Sentence(&c.t).VI)
		}
	}
}

// A target that asks more is never in a better state, and what comes after the date never matters.
func TestStatusProperties(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var all []Observation
		for range rapid.IntRange(1, 5).Draw(r, "n") {
			all = append(all, Observation{When: When{Date: units.Date(20200000 + rapid.IntRange(1, 12).Draw(r, "m")*100 + rapid.IntRange(1, 28).Draw(r, "d"))}, Value: float64(rapid.IntRange(0, 100).Draw(r, "v"))})
		}
		a := Target{Op: AtLeast, Value: float64(rapid.IntRange(1, 100).Draw(r, "goal")), Deadline: When{Date: 20200630}}
		a.Observe(all...)
		asOf := units.Date(20200000 + rapid.IntRange(1, 12).Draw(r, "month")*100 + 15)
		b := a
		b.Value++
		x, y := Assess(&a, asOf), Assess(&b, asOf)
		if (x.Status == NoData) != (y.Status == NoData) && x.Status != Reached && x.Status != Late {
			r.Errorf("%s against %s", x.Status, y.Status)
		}
		if y.Status == Reached && x.Status != Reached {
			r.Errorf("the higher goal is reached and the lower is %s", x.Status)
		}
		if y.Gap < x.Gap {
			r.Errorf("gap %v above %v", x.Gap, y.Gap)
		}
		c := a
		c.Observations = a.seen(asOf)
		if z := Assess(&c, asOf); z.Status != x.Status {
			r.Errorf("what comes later turns %s into %s", z.Status, x.Status)
		}
	})
}

func TestSentences(t *testing.T) {
	pct := problem.Text{VI: "%", EN: "%"}
	doc := Target{Op: AtLeast, Value: 90, Unit: pct, Observations: []Observation{seen(t, "2019-12-31", 86.5, ""), seen(t, "2020-07-31", 88.53, "")}}
	rank := Target{Op: AtMost, Value: 4, Unit: problem.Text{VI: "hạng trong ASEAN", EN: "rank in ASEAN"}, Deadline: when(t, "2025-12-31"), Observations: []Observation{seen(t, "2020", 6, "")}}
	services := Target{Op: AtLeast, Value: 2000, Unit: problem.Text{VI: "dịch vụ", EN: "services"}, Deadline: when(t, "2020-10"), Observations: []Observation{seen(t, "2020-07", 1000, "~"), seen(t, "2020-08", 1100, "")}}
	for _, c := range []struct {
		t    *Target
		asOf units.Date
		want problem.Text
	}{
		{&doc, 20200801, problem.Text{VI: "Chưa đạt: 88,53\u00a0% (ngày 31/7/2020), còn thiếu 1,47\u00a0điểm %, đến nay 0,29\u00a0điểm % mỗi tháng; mục tiêu ít nhất 90\u00a0%.",
			EN: "Not yet reached: 88.53% (31 July 2020), short by 1.47\u00a0points, so far 0.29\u00a0points a month; target at least 90%."}},
		{&rank, 20201231, problem.Text{VI: "Chưa đạt: hạng 6 trong ASEAN (năm 2020), còn thiếu 2\u00a0bậc, cần −0,03\u00a0bậc mỗi tháng; mục tiêu hạng 4 trong ASEAN trở lên đến ngày 31/12/2025.",
			EN: "Not yet reached: rank 6 in ASEAN (2020), short by 2\u00a0places, needed −0.03\u00a0places a month; target rank 4 in ASEAN or better by 31 December 2025."}},
		{&services, 20200901, problem.Text{VI: "Chậm tiến độ: 1.100\u00a0dịch vụ (tháng 8/2020), còn thiếu 900\u00a0dịch vụ, đến nay 98,19\u00a0dịch vụ mỗi tháng, cần 449,08\u00a0dịch vụ mỗi tháng; mục tiêu ít nhất 2.000\u00a0dịch vụ đến hết tháng 10/2020.",
			EN: "Behind: 1,100\u00a0services (August 2020), short by 900\u00a0services, so far 98.19\u00a0services a month, needed 449.08\u00a0services a month; target at least 2,000\u00a0services by the end of October 2020."}},
		{&Target{Op: By, Deadline: when(t, "2020")}, 20200101, problem.Text{VI: "Chưa có số liệu; mục tiêu hoàn thành đến hết năm 2020.", EN: "No data; target to be done by the end of 2020."}},
	} {
		a := Assess(c.t, c.asOf)
		if diff := cmp.Diff(c.want, a.Sentence(c.t)); diff != "" {
			t.Error(diff)
		}
	}
	for _, s := range Statuses {
		if n := s.Name(); n.VI == "" || n.EN == "" {
			t.Errorf("%s has no name", s)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		vi, en   string
	}{{0.6667, -1, "0,6667", "0.6667"}, {1234567.5, -1, "1.234.567,5", "1,234,567.5"}, {-22, -1, "−22", "−22"}, {0.286, 2, "0,29", "0.29"}, {999, 0, "999", "999"}, {1000, 0, "1.000", "1,000"}} {
		if vi, en := Number(c.v, c.decimals, "vi"), Number(c.v, c.decimals, "en"); vi != c.vi || en != c.en {
			t.Errorf("%v: %s %s", c.v, vi, en)
		}
	}
}

func TestTaskStands(t *testing.T) {
	k := Task{Deadline: when(t, "2019-09"), Events: []Event{{When: when(t, "2019-06-24"), Status: TaskUnderWay}, {When: when(t, "2019-12-09"), Status: TaskUnderWay},
		{When: when(t, "2022-09-05"), Status: TaskDone}, {When: when(t, "2023-01-01"), Status: TaskUnderWay}}}
	for asOf, want := range map[units.Date]TaskStatus{20190101: TaskUnknown, 20190701: TaskUnderWay, 20191101: TaskUnderWay, 20191231: TaskOverdue, 20220904: TaskOverdue, 20220905: TaskLate, 20240101: TaskLate} {
		if got := k.At(asOf); got.Status != want {
			t.Errorf("%s: %s, want %s", asOf, got.Status, want)
		}
	}
	undated := Task{Events: []Event{{Status: TaskDone}}}
	if got := undated.At(20200101); got.Status != TaskDone || got.Since.String() != "" {
		t.Errorf("%+v", got)
	}
	l := Ledger{Tasks: []Task{k, undated, {}}}
	if diff := cmp.Diff(map[TaskStatus]int{TaskOverdue: 1, TaskDone: 1, TaskUnknown: 1}, l.Totals("", 20200101)); diff != "" {
		t.Error(diff)
	}
	for _, s := range append(EventStatuses, TaskLate, TaskUnknown) {
		if n := s.Name(); n.VI == "" || n.EN == "" {
			t.Errorf("%s has no name", s)
		}
	}
}

func TestLink(t *testing.T) {
	l := Ledger{
		Targets: []Target{{ID: "a", Op: AtLeast, Value: 30, Series: "s", SeriesScope: "Cả nước"}, {ID: "b", Op: By, Task: "k"}, {ID: "c"}},
		Tasks:   []Task{{ID: "k", Events: []Event{{Status: TaskDone}, {When: when(t, "2021"), Status: TaskDone}, {When: when(t, "2020"), Status: TaskUnderWay}}}},
		Series: []Series{{ID: "s", Points: []Point{{When: when(t, "2020-12"), Value: 30.1, Scope: problem.Text{VI: "Cả nước"}}, {When: when(t, "2019"), Value: 10.76, Scope: problem.Text{VI: "Cả nước"}},
			{When: when(t, "2020-08"), Value: 100, Scope: problem.Text{VI: "Bộ Y tế"}}}, Bands: []Band{{From: 30, To: math.NaN()}, {From: math.NaN(), To: 30}}}},
	}
	l.Link()
	var got []float64
	for _, x := range l.Targets {
		for _, o := range x.Observations {
			got = append(got, o.Value)
		}
	}
	if diff := cmp.Diff([]float64{10.76, 30.1, 0, 1}, got); diff != "" {
		t.Error(diff)
	}
	if l.Newest() != 20211231 {
		t.Error(l.Newest())
	}
	for v, want := range map[float64]float64{30: 30, 31: 30} {
		if b, ok := l.Series[0].Band(v); !ok || b.From != want {
			t.Errorf("%v: %v", v, b)
		}
	}
	if b, ok := l.Series[0].Band(29.9); !ok || b.To != 30 {
		t.Errorf("%v", b)
	}
}
