package opendata

import (
	"strings"
	"testing"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/target"
	"xephang/stages/units"
)

func TestClaimTable(t *testing.T) {
	c := claim.Claim{Document: "a.txt", Start: 3, End: 9, Quote: "hạng 3/63", Kind: claim.Rank, Subject: "Huế", Units: []string{"P-HUE"}, Metric: "DTI", Index: "dti-provinces", Node: "dti",
		Value: 3, Of: 63, Unit: "hạng", Year: 2024, Edition: "2024"}
	o := claim.Claim{Document: "a.txt", Start: 20, End: 30, Quote: "=SUM(1)", Kind: claim.Order, Members: []string{"Huế", "Đà Nẵng"}, Unit: "đầu", Deadline: 20251231, Qualifier: ">"}
	v := []reconcile.Verdict{{Is: claim.Off, Expected: "5/63", Evidence: []reconcile.Evidence{{Place: problem.Place{File: "data/x.xlsx", Sheet: "S", Cell: "C14"}, Index: "dti-provinces", Edition: "2024", Unit: "P-HUE", Node: "dti"},
		{Place: problem.Place{File: "data/y.csv", Cell: "A2"}}}}}
	table := ClaimTable([]claim.Claim{c, o}, v)
	files := writeAll(t, []Table{table}, 1)
	want := strings.Join(claim.Columns, ",") + "\r\n" +
		"a.txt,3,9,hạng 3/63,rank,Huế,P-HUE,DTI,dti-provinces,dti,3,63,hạng,2024,,,off,5/63,data/x.xlsx [S!C14] (dti-provinces 2024 P-HUE dti); data/y.csv [A2],2024,\r\n" +
		"a.txt,20,30,=SUM(1),order,,,,,,Huế; Đà Nẵng,,đầu,,>,2025-12-31,,,,,\r\n"
	if got := string(files["claims.csv"]); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(string(files["excel/claims.csv"]), "'=SUM(1)") {
		t.Error("a formula in the Excel flavour")
	}
	if len(ClaimTable(nil, nil).Segment(0).Cells) != len(claim.Columns) {
		t.Error("the empty table")
	}
}

func TestTargetTaskSeriesTables(t *testing.T) {
	when := func(s string) target.When {
		w, err := target.ParseWhen(s)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "u.csv", Data: []byte("code,kind,name_vi\nM-BCA,ministry,Bộ Công an\n")}})
	l := &target.Ledger{
		Targets: []target.Target{
			{ID: "T03", Scope: problem.Text{VI: "Cơ quan nhà nước"}, Indicator: problem.Text{VI: "Văn bản điện tử"}, Op: target.AtLeast, Value: 90, Unit: problem.Text{VI: "%"}, Deadline: when("2020-10"), Sources: []string{"a", "b"},
				Observations: []target.Observation{{When: when("2020-07-31"), Value: 88.53, Qualifier: "~", Sources: []string{"b", "c"}}}},
			{ID: "T20", ScopeUnit: "M-BCA", Op: target.By, Value: missing, Deadline: when("2020")}},
		Tasks: []target.Task{{ID: "N05", Title: problem.Text{VI: "Cơ sở dữ liệu"}, OwnerUnit: "M-BCA", Deadline: when("2020-12"), Events: []target.Event{{When: when("2021-07-01"), Status: target.TaskDone}}},
			{ID: "N17", Owner: problem.Text{VI: "Các bộ"}}},
		Series: []target.Series{{ID: "s", Points: []target.Point{{When: when("2020-12"), Value: 30.1, Unit: problem.Text{VI: "%"}, Scope: problem.Text{VI: "Cả nước"}, Qualifier: ">", Sources: []string{"x", "y"}}}}},
	}
	files := writeAll(t, []Table{TargetTable(l, 20200801), TaskTable(l, reg, 20211231), SeriesTable(l)}, 1)
	for name, want := range map[string]string{
		"targets.csv": "id,scope,scope_unit,indicator,op,target,unit,deadline,as_of,observed,qualifier,status,gap,source\r\n" +
			"T03,Cơ quan nhà nước,,Văn bản điện tử,>=,90,%,2020-10,2020-07-31,88.53,~,not-yet,1.47,a; b; c\r\nT20,,M-BCA,,by,,,2020,,,,no-data,,\r\n",
		"tasks.csv": "id,task,owner,owner_unit,partners,group,deadline,status,status_date,source\r\n" +
			"N05,Cơ sở dữ liệu,Bộ Công an,M-BCA,,,2020-12,done-late,2021-07-01,\r\nN17,,Các bộ,,,,,unknown,,\r\n",
		"series.csv": "series,date,value,unit,scope,qualifier,source\r\ns,2020-12,30.1,%,Cả nước,>,x; y\r\n",
	} {
		if got := string(files[name]); got != want {
			t.Errorf("%s\n%s\nwant\n%s", name, got, want)
		}
	}
}
