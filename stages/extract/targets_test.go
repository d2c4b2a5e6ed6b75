package extract

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	goal "xephang/stages/target"
	"xephang/stages/units"
)

// nationalUnits is the registry of the project's own data.
func nationalUnits(t testing.TB) *units.Registry {
	t.Helper()
	b, err := os.ReadFile("../../data/units.csv")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: b}})
	return r
}

// The project's own ledger: no problem at all, the totals of Resolution 17, and the status of every target that the
// sources let tell.
func TestLedgerOfTheProject(t *testing.T) {
	l, files, ps := Ledger("../../data", "", nationalUnits(t))
	for _, p := range ps {
		t.Error(p.In("en"))
	}
	if len(files) != 8 || len(l.Targets) != 28 || len(l.Tasks) != 30 || len(l.Series) != 47 {
		t.Errorf("%d files, %d targets, %d tasks, %d series", len(files), len(l.Targets), len(l.Tasks), len(l.Series))
	}
	want := map[string]goal.Status{"T01": goal.Reached, "T02": goal.Late, "T03": goal.Reached, "T04": goal.Reached, "T05": goal.Missed, "T06": goal.NotYet,
		"T10": goal.NoData, "T15": goal.NotYet, "T16": goal.NotYet, "T17": goal.NotYet, "T18": goal.Reached, "T19": goal.NoData, "T27": goal.Late, "T28": goal.Late}
	for i := range l.Targets {
		x := &l.Targets[i]
		a := goal.Assess(x, 20241231)
		t.Log(x.ID, a.Status, a.Sentence(x).VI)
		if w := want[x.ID]; w != "" && a.Status != w {
			t.Errorf("%s: %s, want %s: %s", x.ID, a.Status, w, a.Sentence(x).EN)
		}
		if strings.Contains(strings.Join(x.Sources, " ")+x.Note.EN+x.Confidence, "recalled") {
			t.Errorf("%s is recalled", x.ID)
		}
	}
	var done goal.Count
	for _, c := range l.Counts {
		if c.Resolution == "NQ 17/NQ-CP" && c.Done > 0 {
			done = c
		}
	}
	if done.Done != 62 || done.Total != 83 || done.UnderWay != 21 || done.Percent != 74.7 || done.When.String() != "2020-07-31" {
		t.Errorf("%+v", done)
	}
	n := l.Totals("NQ 17/NQ-CP", 20241231)
	if n[goal.TaskDone]+n[goal.TaskLate] != 18 || n[goal.TaskUnknown] != 4 {
		t.Errorf("%v", n)
	}
}

func TestLedgerProblems(t *testing.T) {
	fsys := fstest.MapFS{
		"targets/targets.csv": {Data: []byte("id,op,target,deadline,scope_unit,scope_vi,scope_en,differs,series,task,colour\n" +
			"A,>=,30,2020-12-31,P-HGI,x,x,Z,none,gone,\nA,<=,4,,,,,,,,\n,>=,1,,,,,,,,\nB,about,1,,,,,,,,\nC,>=,,,,,,,,,\nD,>=,nhiều,2020-02-31,Tỉnh Không Có,x,,,,,\n")},
		"targets/observations.csv": {Data: []byte("target,date,value,qualifier\nA,2020-13,1,\nQ,2020,1,\nA,2020,1,?\n")},
		"tasks/tasks.csv":          {Data: []byte("id,task_vi,owner_unit,deadline,set\nN1,Việc,M-BTTTT,2027,2026\nN2,Việc,Bộ Công an,2020,2019\n")},
		"tasks/events.csv":         {Data: []byte("task,date,status\nN2,2020-01-01,done\nN9,2020,done\nN2,2020,finished\n")},
		"tasks/counts.csv":         {Data: []byte("resolution,date,total,done,under_way,percent\nR,2020,83,62,22,74.7\nR,2020,83,62,21,80\nR,2020,x,-1,1.5,\n")},
		"series/names.csv":         {Data: []byte("series,name_vi,name_en\ns,Chuỗi,Series\n")},
		"series/series.csv":        {Data: []byte("series,date,value,of,unit_vi,unit_en\ns,2020,101,,%,%\ns,,1,,%,%\nt,2020,1,,%,%\ns,2020,93,92,bộ,ministries\ns,2020-08,83,,%,%\n")},
		"series/bands.csv":         {Data: []byte("from,to\n1,2\n")},
	}
	l, _, ps := LedgerTree(fsys, "", nationalUnits(t))
	var codes []string
	for _, p := range ps {
		codes = append(codes, p.Code)
		if p.Place.File == "" || p.What.VI == "" || p.What.EN == "" || p.Remedy.VI == "" {
			t.Errorf("%+v", p)
		}
	}
	slices.Sort(codes)
	want := "count-parts count-percent ledger-blank ledger-blank ledger-column-missing ledger-column-unknown ledger-date ledger-date ledger-id-twice " +
		"ledger-number ledger-number ledger-number ledger-number ledger-number ledger-one-language ledger-one-language ledger-one-language " +
		"ledger-reference ledger-reference ledger-reference ledger-reference ledger-reference ledger-reference ledger-word ledger-word ledger-word " +
		"target-value-missing target-value-missing unit-not-valid-at-date unit-unknown"
	if diff := cmp.Diff(strings.Fields(want), codes); diff != "" {
		t.Error(diff)
	}
	if len(l.Targets) != 4 || len(l.Tasks) != 2 || l.Tasks[1].OwnerUnit != "M-BCA" || l.Tasks[0].OwnerUnit != "" {
		t.Errorf("%d targets, %+v", len(l.Targets), l.Tasks)
	}
}

func TestLedgerMayBeAbsent(t *testing.T) {
	l, files, ps := LedgerTree(fstest.MapFS{}, "", nationalUnits(t))
	if len(l.Targets)+len(files)+len(ps) != 0 {
		t.Errorf("%v %v %v", l, files, ps)
	}
}

func FuzzLedger(f *testing.F) {
	f.Add("id,op,target,deadline\nA,>=,30,2020-12-31\n", "series,name_vi\ns,Chuỗi\n")
	f.Add("op,id\n>=,A\n\"", "series,name_vi\n,,,\n")
	reg := nationalUnits(f)
	f.Fuzz(func(t *testing.T, targets, names string) {
		l, _, _ := LedgerTree(fstest.MapFS{"targets/targets.csv": {Data: []byte(targets)}, "series/names.csv": {Data: []byte(names)}}, "", reg)
		for i := range l.Targets {
			x := &l.Targets[i]
			goal.Assess(x, 20201231).Sentence(x)
		}
	})
}
