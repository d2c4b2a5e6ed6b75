package book

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"xephang/stages/demo"
	"xephang/stages/extract"
	"xephang/stages/render/view"
)

// syntheticFolder is the data folder of the synthetic year with the edition that comes in a table, everything public; the
// answers of a unit may be replaced.
func syntheticFolder(t *testing.T, unit, answer string, x float64) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"units.csv", "m49.csv", "groups.csv", "succession.csv"} {
		b, err := os.ReadFile(dataFolder + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: b}
	}
	ids := []string{"dti-tinh-mo-phong", "dti-bo-mo-phong"}
	for _, id := range ids {
		b, err := fs.ReadFile(demo.Frame(), id+"/index.yaml")
		if err != nil {
			t.Fatal(err)
		}
		from, _, _ := bytes.Cut(b, []byte("\n  2026: "))
		fsys[id+"/index.yaml"] = &fstest.MapFile{Data: bytes.Replace(append(from, '\n'), []byte("public: {nodes: all, layers: [self, appraised]}\n"), nil, 1)}
	}
	in, _ := extract.Tree(fsys, extract.Options{})
	for _, id := range ids {
		i := in.Input(id)
		p := i.Index.Plans[0]
		y := demo.Make(p, i.Index.UnitsOf(p, i.Registry), 5)
		if y.Last[unit] != nil {
			y.Last[unit][answer] = x
		}
		fsys[id+"/2025/so-lieu.csv"] = &fstest.MapFile{Data: y.LastTable()}
		fsys[id+"/2025/measured.csv"] = &fstest.MapFile{Data: y.MeasuredTable(demo.Before)}
	}
	return fsys
}

// TestThreeEnginesOnTheSyntheticYear: a whole tree of points, with every kind of rule: ours, excelize's and LibreOffice's
// figures agree in every cell; and after a change of one answer LibreOffice comes to what the engine makes of that change.
func TestThreeEnginesOnTheSyntheticYear(t *testing.T) {
	report := func(fsys fs.FS) *view.Report {
		in, found := extract.Tree(fsys, extract.Options{})
		sound(t, found)
		return view.New(throughTheLine(t, in))
	}
	const unit, answer, changed = "P-HNO", "files_online", 12345
	r := report(syntheticFolder(t, "", "", 0))
	books, editions := map[string][]byte{}, map[string]*view.Edition{}
	for _, b := range r.Boards {
		e := b.Editions[0]
		book := audited(t, r, e)
		books[b.ID], editions[b.ID] = book, e
		calculates(t, book, e)
		if strings.Contains(b.ID, "tinh") {
			books["changed"], editions["changed"] = set(t, book, "raw", unit, answer, changed), report(syntheticFolder(t, unit, answer, changed)).Board(b.ID).Editions[0]
		}
	}
	for name, f := range office(t, books) {
		agrees(t, f, editions[name], true)
		if name == "changed" {
			agrees(t, f, r.Board("dti-tinh-mo-phong").Editions[0], false)
		}
	}
}
