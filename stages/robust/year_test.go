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
	"xephang/stages/rank"
	"xephang/stages/robust"
	"xephang/stages/score"
)

// year is an index that has gone through the line up to its ranks.
type year struct {
	*extract.Input
}

// walk runs normalise, score and rank over an index.
func walk(t testing.TB, x *extract.Input) year {
	t.Helper()
	_, found := normalise.Run(x.Index.Plans, x.Cube, groups(x), 2)
	for k, p := range x.Index.Plans {
		_, more := score.Run(p, x.Cube.Tables[k], normalise.Rescale, 2)
		found.Add(more...)
		found.Add(rank.Run(p, x.Cube.Tables[k], nil, func(string, string) string { return "" }, 2)...)
	}
	for _, p := range found {
		if found.Faults() > 0 {
			t.Error(p.In("en"))
		}
	}
	return year{x}
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
	fsys := fstest.MapFS{}
	for name, src := range f {
		fsys[path.Join("asem", name)] = &fstest.MapFile{Data: src}
	}
	in, found := extract.Tree(fsys, extract.Options{})
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	return walk(t, in.Input("asem"))
}

// asem4 is the example with every stage at work.
func asem4(t testing.TB) year {
	return asem(t, foreign.Options{Impute: "group-mean:GDP_group", Treat: "winsorise:5:log", Normalise: "minmax:1:100", Combine: "arithmetic,geometric,arithmetic"})
}
