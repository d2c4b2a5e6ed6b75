package robust_test

import (
	"os"
	"path"
	"testing"
	"testing/fstest"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/foreign"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/robust"
	"xephang/stages/score"
)

// year is an index that has gone through the line up to its ranks.
type year struct {
	*extract.Input
}

// walk runs normalise, score and rank over an index, which must be without fault.
func walk(t testing.TB, x *extract.Input) year {
	t.Helper()
	y, found := line(x)
	for _, p := range found {
		if p.Severity == problem.Fault {
			t.Error(p.In("en"))
		}
	}
	return y
}

// line is walk for an index that the stages may complain of.
func line(x *extract.Input) (year, problem.List) {
	_, found := normalise.Run(x.Index.Plans, x.Cube, groups(x), 2)
	_, more := score.RunAll(x.Index.Plans, x.Cube.Tables, normalise.Rescale, 2)
	found.Add(more...)
	for k, p := range x.Index.Plans {
		found.Add(rank.Run(p, x.Cube.Tables[k], nil, func(string, string) string { return "" }, 2)...)
	}
	return year{x}, found
}

func groups(x *extract.Input) normalise.Groups {
	return func(p *index.Plan, unit, scheme string) string {
		u, _ := x.Registry.Unit(unit)
		return u.Group(scheme, p.AsOf)
	}
}

func (y year) options() robust.Options {
	return robust.Options{Groups: groups(y.Input), Cube: y.Cube, Workers: 2}
}

// edition is a plan with its table.
func (y year) edition(t testing.TB, id string) (*index.Plan, *cube.Table) {
	t.Helper()
	for k, p := range y.Index.Plans {
		if p.Edition.ID == id {
			return p, y.Cube.Tables[k]
		}
	}
	t.Fatalf("no edition %s", id)
	return nil, nil
}

// data reads one index of data/.
func data(t testing.TB, id string) year {
	t.Helper()
	in, found := extract.Data("../../data", extract.Options{Only: []string{id}})
	if found.Faults() > 0 || in.Input(id) == nil {
		t.Fatal(found)
	}
	return walk(t, in.Input(id))
}

// asem imports COINr's example with some methods.
func asem(t testing.TB, o foreign.Options) year {
	t.Helper()
	return walk(t, asem0(t, o))
}

// asem0 is the example before the line.
func asem0(t testing.TB, o foreign.Options) *extract.Input {
	t.Helper()
	read := func(name string) foreign.File {
		src, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return foreign.File{Name: name, Data: src}
	}
	o.ID = "asem"
	f, found := foreign.CoinR(read("asem_idata.csv"), read("asem_imeta.csv"), o)
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	return read0(t, "asem", f)
}

// read0 reads the files of one index's folder, which must be sound.
func read0(t testing.TB, id string, files map[string][]byte) *extract.Input {
	t.Helper()
	x, found := try(id, files)
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	return x
}

func try(id string, files map[string][]byte) (*extract.Input, problem.List) {
	fsys := fstest.MapFS{}
	for name, src := range files {
		fsys[path.Join(id, name)] = &fstest.MapFile{Data: src}
	}
	in, found := extract.Tree(fsys, extract.Options{})
	return in.Input(id), found
}

// asem4 is the example with every stage at work.
func asem4(t testing.TB) year {
	return asem(t, foreign.Options{Impute: "group-mean:GDP_group", Treat: "winsorise:5:log", Normalise: "minmax:1:100", Combine: "arithmetic,geometric,arithmetic"})
}
