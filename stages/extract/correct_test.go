package extract

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/problem"
)

const correctionHead = "unit,node,was,becomes,reason,document,decided_by,date,status,case\n"

const tableOf2020 = "unit,svc,inf,l4,all_services,cap,population,yes,pct\n" +
	"P-HNO,0.9,10,45,100,5,1000,yes,50\n" +
	"P-HUE,0.8,20,30,100,6,2000,no,60\n" +
	"P-DNA,0.7,,20,100,7,3000,yes,70\n"

// corrected reads the table of 2020 with corrections.
func corrected(t testing.TB, rows ...string) (*Input, *cube.Table, problem.List) {
	t.Helper()
	in, ps := Tree(tree(map[string]string{"tst/2020.csv": tableOf2020, "tst/2020/corrections.csv": correctionHead + strings.Join(rows, "\n") + "\n"}), Options{})
	x := in.Input("tst")
	return x, x.Cube.Table("2020"), ps
}

// as is a figure as read.
func as(tb *cube.Table, name, unit string) float64 {
	row, _ := tb.Row(unit)
	return tb.Given(name).Column.At(row)
}

func at(tb *cube.Table, l cube.Layer, node, unit string) float64 {
	row, _ := tb.Row(unit)
	col, _ := tb.Col(node)
	return tb.At(l, col).At(row)
}

const decided = ",sót số liệu,12/QĐ,Hội đồng,"

func TestCorrectionIsAppliedBeforeDeriving(t *testing.T) {
	x, tb, ps := corrected(t, "P-HNO,l4,45,54"+decided+"2021-02-01,applied,KN-1", "Huế,Hạ tầng,20,\"25,5\""+decided+"1/2/2021,Đã áp dụng,")
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if got, want := row(tb, "P-HNO"), "all_services=100 cap:5 cap=5 inf:10 inf=10 l4=54 lvl:0.54 pct:50 pct=50 population=1000 svc:0.9 svc=0.9 yes:1 yes=1"; got != want {
		t.Errorf("Hà Nội:\n%s\nwant\n%s", got, want)
	}
	if got := row(tb, "P-HUE"); !strings.Contains(got, "inf:25.5 inf=25.5") {
		t.Errorf("Huế: %s", got)
	}
	lvl, _ := tb.Col("lvl")
	at, _ := tb.Row("P-HNO")
	s := tb.Origin(cube.Value, lvl).At(at)
	var places []string
	for _, p := range s.Places {
		places = append(places, p.String())
	}
	if want := []string{"data/tst/2020.csv [E2]", "data/tst/2020.csv [D2]", "data/tst/2020/corrections.csv [D2]"}; !slices.Equal(places, want) {
		t.Errorf("origin %q, want %q", places, want)
	}
	if m := tb.Marks(lvl, at); len(m) != 1 || m[0].Code != "corrected" || !strings.Contains(m[0].Note.VI, "12/QĐ") || !strings.Contains(m[0].Note.EN, "case KN-1") {
		t.Errorf("marks %+v", m)
	}
	if c := x.Corrections; len(c) != 2 || c[0].Node != "l4" || c[0].Was != "45" || c[0].Becomes != "54" || c[0].Date != 20210201 || c[0].Status != form.Applied ||
		c[1].Unit != "P-HUE" || c[1].Node != "inf" || c[1].Becomes != "25.5" || c[1].Date != 20210201 || c[1].Layer != form.LayerValue {
		t.Errorf("ledger %+v", c)
	}
}

func TestStaleCorrectionIsAFaultWithItsPlace(t *testing.T) {
	_, tb, ps := corrected(t, "P-HNO,l4,44,54"+decided+"2021-02-01,applied,", "P-HUE,inf,,25"+decided+"2021-02-01,applied,", "P-DNA,inf,3,4"+decided+"2021-02-01,applied,")
	if got, want := codes(ps), []string{"correction-stale C2", "correction-stale C3", "correction-stale C4"}; !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if got := ps[0].In("vi"); got != "data/tst/2020/corrections.csv:2 [C2]: giá trị cũ của điều chỉnh không còn khớp “44”; cần: 45 (như ở data/tst/2020.csv [D2]); cách sửa: xem số hiện có, "+
		"sửa cột was cho đúng nếu quyết định vẫn còn hiệu lực; nếu số gốc đã được sửa thì xoá dòng này [correction-stale]" {
		t.Error(got)
	}
	if row(tb, "P-HNO") == "" || as(tb, "l4", "P-HNO") != 45 {
		t.Error("a stale correction changed the figure")
	}
}

func TestCorrectionsOfOneCellFollowEachOther(t *testing.T) {
	late, early := "P-HNO,inf,11,12"+decided+"2021-03-01,applied,", "P-HNO,inf,10,11"+decided+"2021-02-01,applied,"
	if _, tb, ps := corrected(t, late, early); len(ps) > 0 || as(tb, "inf", "P-HNO") != 12 {
		t.Errorf("%v %v", as(tb, "inf", "P-HNO"), ps)
	}
	_, tb, ps := corrected(t, early, "P-HNO,inf,10,12"+decided+"2021-03-01,applied,")
	if got := codes(ps); !slices.Equal(got, []string{"correction-stale C3"}) || as(tb, "inf", "P-HNO") != 11 {
		t.Errorf("%q", got)
	} else if s := ps[0].In("en"); !strings.Contains(s, "11 (after the correction of 2021-02-01 at data/tst/2020/corrections.csv:2 [B2])") {
		t.Error(s)
	}
}

func TestOnlyAppliedCorrectionsChangeData(t *testing.T) {
	x, tb, ps := corrected(t, "P-HNO,inf,10,11"+decided+"2021-02-01,bác bỏ,KN-1", "P-HUE,inf,20,21,đang xét,,,,chờ xử lý,KN-2", "P-DNA,pct,71,72,đang xét,,,,pending,KN-3",
		"P-DNA,svc,9,0.6"+decided+"2021-02-01,rejected,KN-4")
	if as(tb, "inf", "P-HNO") != 10 || len(x.Corrections) != 4 || x.Corrections[3].Status != form.Pending {
		t.Errorf("%+v", x.Corrections)
	}
	if got := codes(ps); !slices.Equal(got, []string{"correction-stale C4"}) || ps.Faults() != 0 {
		t.Errorf("a stale correction that is pending is a doubt: %q", ps)
	}
}

func TestCorrectionFaultsAllInOneRun(t *testing.T) {
	for want, line := range map[string]string{
		"unit-unknown A2":        "P-XXX,inf,10,11" + decided + "2021-02-01,applied,",
		"unit-blank A2":          ",inf,10,11" + decided + "2021-02-01,applied,",
		"correction-node B2":     "P-HNO,infra,10,11" + decided + "2021-02-01,applied,",
		"correction-computed B2": "P-HNO,lvl,0.45,0.5" + decided + "2021-02-01,applied,",
		"correction-word I2":     "P-HNO,inf,10,11" + decided + "2021-02-01,đồng ý một phần,",
		"correction-date H2":     "P-HNO,inf,10,11" + decided + "31/2/2021,applied,",
		"correction-blank H2":    "P-HNO,inf,10,11" + decided + ",applied,",
		"correction-blank E2":    "P-HNO,inf,10,11,,12/QĐ,Hội đồng,2021-02-01,applied,",
		"correction-blank F2":    "P-HNO,inf,10,11,sót,,Hội đồng,2021-02-01,applied,",
		"correction-blank G2":    "P-HNO,inf,10,11,sót,12/QĐ,,2021-02-01,applied,",
		"correction-blank I2":    "P-HNO,inf,10,11" + decided + "2021-02-01,,",
		"correction-nothing D2":  "P-HNO,inf,10,10.0" + decided + "2021-02-01,applied,",
		"correction-value D2":    "P-HNO,svc,0.9,1.9" + decided + "2021-02-01,applied,",
		"number-bad D2":          "P-HNO,inf,10,mười một" + decided + "2021-02-01,applied,",
		"cell-error D2":          "P-HNO,inf,10,#REF!" + decided + "2021-02-01,applied,",
	} {
		x, tb, ps := corrected(t, line)
		if got := codes(ps); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
		if as(tb, "inf", "P-HNO") != 10 || len(x.Corrections) != 0 {
			t.Errorf("%s was applied", line)
		}
		for _, p := range ps {
			if p.Expected.IsZero() || p.Remedy.IsZero() || p.Index != "tst" || p.Edition != "2020" {
				t.Errorf("%+v", p)
			}
		}
	}
	_, _, ps := corrected(t, "P-XXX,inf,10,11"+decided+"2021-02-01,applied,", "P-HNO,lvl,0.45,0.5"+decided+"31/2/2021,xem,")
	if got, want := codes(ps), []string{"correction-computed B3", "correction-date H3", "correction-word I3", "unit-unknown A2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCorrectionsFile(t *testing.T) {
	files := func(name, data string) problem.List {
		_, ps := Tree(tree(map[string]string{"tst/2020.csv": tableOf2020, name: data}), Options{})
		return ps
	}
	line := "P-HNO,inf,10,11" + decided + "2021-02-01,applied,\n"
	for name, want := range map[string]string{"tst/corrections.csv": "correction-astray", "tst/2020/Corrections.csv": "", "corrections.csv": "file-unused", "tst/2018/corrections.csv": "edition-unknown"} {
		if got := strings.Join(codes(files(name, correctionHead+line)), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := codes(files("tst/2020/corrections.csv", "Bảng này\ntrống\n")); !slices.Equal(got, []string{"correction-header"}) {
		t.Errorf("%q", got)
	}
	if got := codes(files("tst/2020/corrections.csv", "unit,node,was,becomes,reason,status,weather\n")); !slices.Equal(got, []string{"column-unknown G1", "correction-column A1", "correction-column A1", "correction-column A1"}) {
		t.Errorf("%q", got)
	}
	// a workbook with a title above, Vietnamese heads, typed cells and a date
	book := xlsx(t, map[string][][]any{"Điều chỉnh": {{"Bảng điều chỉnh số liệu"}, {"Đơn vị", "Tiêu chí", "Giá trị cũ", "Giá trị mới", "Lý do", "Văn bản", "Người quyết định", "Ngày", "Trạng thái", "Số vụ việc"},
		{"Hà Nội", "Hạ tầng", 10, 11.5, "sót", "12/QĐ", "Hội đồng", "31.10.2020", "áp dụng", "KN-1"}}})
	in, ps := Tree(tree(map[string]string{"tst/2020.csv": tableOf2020, "tst/2020/corrections.xlsx": book}), Options{})
	if x := in.Input("tst"); len(ps) > 0 || as(x.Cube.Table("2020"), "inf", "P-HNO") != 11.5 || x.Corrections[0].Date != 20201031 || x.Corrections[0].Place.Cell != "B3" {
		t.Errorf("%v %+v", ps, in.Input("tst").Corrections)
	}
}

// TestPublishedFiguresCanBeCorrected: of an edition that is not computed, a correction changes what was printed.
func TestPublishedFiguresCanBeCorrected(t *testing.T) {
	in, ps := Tree(tree(map[string]string{"tst/2020.csv": tableOf2020, "tst/2019.csv": "unit,node,score\nP-HNO,tst,0.5\n",
		"tst/2019/corrections.csv": correctionHead + "P-HNO,tst,0.5,0.6" + decided + "2021-02-01,applied,\n"}), Options{})
	if v := at(in.Input("tst").Cube.Table("2019"), cube.PublishedScore, "tst", "P-HNO"); len(ps) > 0 || v != 0.6 {
		t.Errorf("%v %v", v, ps)
	}
}

// TestCorrectionsInAnyOrder: however the rows of a ledger of chains stand, as long as their days tell the order, the same
// figures come out, and undoing every chain gives the figures as they were.
func TestCorrectionsInAnyOrder(t *testing.T) {
	_, plain, _ := corrected(t)
	rapid.Check(t, func(rt *rapid.T) {
		now := map[string]int{"P-HNO,inf": 10, "P-HUE,inf": 20, "P-HNO,l4": 45, "P-HUE,l4": 30, "P-DNA,pct": 70}
		first := map[string]int{}
		var rows []string
		day := 1
		step := func(cell string, to int) {
			rows = append(rows, cell+","+itoa(now[cell])+","+itoa(to)+decided+"2021-"+pad(itoa(1+day/28))+"-"+pad(itoa(1+day%28))+",applied,")
			now[cell] = to
			day++
		}
		cells := rapid.SliceOfN(rapid.SampledFrom([]string{"P-HNO,inf", "P-HUE,inf", "P-HNO,l4", "P-HUE,l4", "P-DNA,pct"}), 1, 8).Draw(rt, "cells")
		for _, c := range cells {
			if _, met := first[c]; !met {
				first[c] = now[c]
			}
			step(c, (now[c]+rapid.IntRange(1, 40).Draw(rt, "by"))%100)
		}
		_, tb, ps := corrected(t, rapid.Permutation(rows).Draw(rt, "order")...)
		if len(ps) > 0 {
			rt.Fatalf("%q: %v", rows, ps)
		}
		for c, v := range now {
			unit, answer, _ := strings.Cut(c, ",")
			at, _ := tb.Row(unit)
			if got := tb.Given(answer).Column.At(at); got != float64(v) {
				rt.Fatalf("%s is %v, want %d", c, got, v)
			}
		}
		for _, c := range []string{"P-HNO,inf", "P-HUE,inf", "P-HNO,l4", "P-HUE,l4", "P-DNA,pct"} {
			if was, met := first[c]; met && was != now[c] {
				step(c, was)
			}
		}
		_, tb, ps = corrected(t, rows...)
		for _, u := range []string{"P-HNO", "P-HUE", "P-DNA"} {
			if len(ps) > 0 || row(tb, u) != row(plain, u) {
				rt.Fatalf("%q undone: %s, want %s %v", rows, row(tb, u), row(plain, u), ps)
			}
		}
	})
}
