package foreign_test

import (
	"math"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/foreign"
)

// What is written is read back by extract without a word, and its cells are the numbers that came in, after denominators.
func TestFolderRuns(t *testing.T) {
	read := func(name string) foreign.File {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return foreign.File{Name: name, Data: data}
	}
	f, ps := foreign.CoinR(read("asem_idata.csv"), read("asem_imeta.csv"), foreign.Options{ID: "asem"})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	fsys := fstest.MapFS{}
	for name, data := range f {
		fsys[path.Join("asem", name)] = &fstest.MapFile{Data: data}
	}
	in, ps := extract.Tree(fsys, extract.Options{})
	for _, p := range ps {
		t.Error(p)
	}
	x := in.Input("asem")
	if x == nil {
		t.Fatal("no index")
	}
	table := x.Cube.Tables[0]
	if len(table.Units) != 51 || len(table.Nodes) != 60 || table.Edition != "0" {
		t.Errorf("%d units, %d nodes, edition %s", len(table.Units), len(table.Nodes), table.Edition)
	}
	for _, c := range []struct {
		unit, node string
		want       float64
	}{{"AUT", "LPI", 4.097985}, {"AUT", "Goods", 278.4264 / 390.799991147468}, {"AUT", "Bord", 35.0 / 83871}, {"AUS", "CostImpEx", 364}, {"BRN", "ConSpeed", math.NaN()}} {
		row, _ := table.Row(c.unit)
		col, _ := table.Col(c.node)
		if got := table.At(cube.Value, col).At(row); got != c.want && !(got != got && c.want != c.want) {
			t.Errorf("%s %s = %v, want %v", c.unit, c.node, got, c.want)
		}
	}
	if got := x.Index.Plans[0].Root().ID; got != "Index" {
		t.Error(got)
	}
}
