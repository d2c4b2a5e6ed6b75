package book

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"xephang/stages/extract"
	"xephang/stages/render/view"
)

// methodReport computes the indices of testdata/methods, which between them use every method of the grammar, on one
// table of figures with gaps, ties and an outlier in it.
func methodReport(t *testing.T, table string) *view.Report {
	t.Helper()
	units := "code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en\n"
	for i := 1; i <= 12; i++ {
		units += fmt.Sprintf("U%02d,province,Đơn vị %02d,,Unit %02d,,region:%s,,,,high,test,,\n", i, i, i, []string{"N", "S"}[i%2])
	}
	files := fstest.MapFS{"units.csv": {Data: []byte(units)},
		"groups.csv": {Data: []byte("scheme,group,name_vi,name_en\nregion,,Vùng,Region\nregion,N,Bắc,North\nregion,S,Nam,South\n")}}
	declared, err := filepath.Glob("testdata/methods/*.yaml")
	if err != nil || len(declared) == 0 {
		t.Fatal("no declarations", err)
	}
	for _, file := range declared {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		files[name+"/index.yaml"] = &fstest.MapFile{Data: b}
		files[name+"/2024.csv"] = &fstest.MapFile{Data: []byte(table)}
	}
	in, found := extract.Tree(files, extract.Options{})
	sound(t, found)
	return view.New(throughTheLine(t, in))
}

func methodTable(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("testdata/methods/table.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// changed are the cells that the mutation changes: an extreme, a middle, a gap filled, a gap made.
var changed = []struct{ unit, name, from, to string }{
	{"U03", "a", "99", "57.5"}, {"U05", "b", "40", "61"}, {"U04", "b", "", "33"}, {"U10", "x", "1750", ""}, {"U08", "c", "900", "37"}, {"U12", "y", "52", "39.5"},
}

// mutated changes the table.
func mutated(t *testing.T, table string) string {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(table), "\n")
	heads := strings.Split(rows[0], ",")
	for _, c := range changed {
		for i, row := range rows {
			cells := strings.Split(row, ",")
			if k := slices.Index(heads, c.name); cells[0] == c.unit {
				if cells[k] != c.from {
					t.Fatalf("%s of %s is %q", c.name, c.unit, cells[k])
				}
				cells[k] = c.to
				rows[i] = strings.Join(cells, ",")
			}
		}
	}
	return strings.Join(rows, "\n") + "\n"
}

// noFormula are the indices in which some step stands without a formula, by what the guide says of it.
var noFormula = map[string][]string{"found": {"fill", "weights", "score"}, "outliers": {"limits"}}

// frozen are the indices whose workbook cannot follow a change of inputs, because a figure in it was found by the program.
var frozen = []string{"found", "outliers"}

// TestEveryMethodRecalculates: the formulas of every method give back the engine's scores and ranks in LibreOffice; so
// they do after inputs were changed in the workbook, held against an engine run on the changed inputs; and the guide names
// every step that has no formula.
func TestEveryMethodRecalculates(t *testing.T) {
	table := methodTable(t)
	before, after := methodReport(t, table), methodReport(t, mutated(t, table))
	books := map[string][]byte{}
	for _, b := range before.Boards {
		book := audited(t, before, b.Editions[0])
		books[b.ID] = book
		if said := guideSays(t, book); !slices.Equal(said, noFormula[b.ID]) {
			t.Errorf("%s: the guide names %q as without formula, want %q", b.ID, said, noFormula[b.ID])
		}
		if !slices.Contains(frozen, b.ID) {
			books[b.ID+"-changed"] = edited(t, book)
		}
	}
	for name, f := range office(t, books) {
		id, isChanged := strings.CutSuffix(name, "-changed")
		t.Run(name, func(t *testing.T) {
			if agrees(t, f, before.Board(id).Editions[0], !isChanged); isChanged {
				agrees(t, f, after.Board(id).Editions[0], true)
			}
		})
	}
}

func audited(t *testing.T, r *view.Report, e *view.Edition) []byte {
	t.Helper()
	w, err := auditBook(r, e)
	if err != nil {
		t.Fatalf("%s: %v", e.Board.ID, err)
	}
	b, err := w.bytes()
	if err != nil {
		t.Fatalf("%s: %v", e.Board.ID, err)
	}
	return b
}

// edited changes the raw figures in a workbook.
func edited(t *testing.T, book []byte) []byte {
	t.Helper()
	f, sheet := reopened(t, book), view.VI.Say("audit.raw")
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changed {
		column := slices.Index(rows[idRow-1], c.name)
		row := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == c.unit })
		if column < 0 || row < 0 {
			continue // an index need not use every column, nor keep every unit
		}
		var value any
		if x := number([]string{c.to}, 0); x == x {
			value = x
		}
		if err := f.SetCellValue(sheet, ref(column, row+1), value); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// guideSays lists the kinds of steps that the guide gives as without a formula.
func guideSays(t *testing.T, book []byte) (kinds []string) {
	t.Helper()
	rows, err := reopened(t, book).GetRows(view.VI.Say("audit.guide"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"value", "fill", "treat", "normal", "across", "limits", "weights", "score", "long"} {
		said := view.VI.Say("audit.gap." + kind)
		if slices.ContainsFunc(rows, func(row []string) bool {
			return slices.ContainsFunc(row, func(s string) bool { return strings.HasSuffix(s, said) })
		}) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}
