package book

import (
	"os"
	"sync"
	"testing"
	"time"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/score"
)

const dataFolder = "../../../data"

// throughTheLine runs the stages before render over read inputs, as the pipeline does, and fails on faults.
func throughTheLine(t testing.TB, in *extract.Inputs) view.Input {
	t.Helper()
	v := view.Input{Units: in.Registry, Version: "1.0"}
	for _, f := range in.Files {
		v.Inputs = append(v.Inputs, view.File{Path: f.Name, Size: f.Size, SHA256: f.SHA256})
	}
	for _, x := range in.Indices {
		v.Indices, v.Cubes = append(v.Indices, x.Index), append(v.Cubes, x.Cube)
		v.Reproductions = append(v.Reproductions, computed(t, x)...)
	}
	return v
}

// computed lays every layer of one index.
func computed(t testing.TB, x *extract.Input) (all []reconcile.Reproduction) {
	t.Helper()
	groups := func(p *index.Plan, unit, scheme string) string {
		u, _ := x.Registry.Unit(unit)
		return u.Group(scheme, p.AsOf)
	}
	_, found := normalise.Run(x.Index.Plans, x.Cube, groups, 2)
	sound(t, found)
	for i, p := range x.Index.Plans {
		table := x.Cube.Tables[i]
		_, found := score.Run(p, table, normalise.Rescale, 2)
		sound(t, found)
		var before *cube.Table
		if p.Previous != nil {
			before = x.Cube.Table(p.Previous.Edition.ID)
		}
		sound(t, rank.Run(p, table, before, func(unit, scheme string) string { return groups(p, unit, scheme) }, 2))
		all = append(all, reconcile.Published(p, table, 1e-4))
	}
	return all
}

func sound(t testing.TB, found problem.List) {
	t.Helper()
	for _, p := range found {
		if p.Severity == problem.Fault {
			t.Error(p.In("en"))
		}
	}
}

var realYear struct {
	sync.Once
	report *view.Report
}

// realReport is the report of the repository's own data, made once for all tests.
func realReport(t testing.TB) *view.Report {
	t.Helper()
	realYear.Do(func() {
		in, found := extract.Data(dataFolder, extract.Options{})
		sound(t, found)
		realYear.report = view.New(throughTheLine(t, in))
	})
	return realYear.report
}

// TestWriteSomewhere writes every workbook of the real data into the folder that BOOKS names, to be looked at.
func TestWriteSomewhere(t *testing.T) {
	dir := os.Getenv("BOOKS")
	if dir == "" {
		t.Skip("BOOKS names no folder")
	}
	r := realReport(t)
	start := time.Now()
	if err := Write(dir, r, 2); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(start))
}
