package book

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"xephang/stages/extract"
	"xephang/stages/render/view"
)

// overlay is a file system with some files replaced.
type overlay struct {
	fs.FS
	changed map[string][]byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if b, ok := o.changed[name]; ok {
		return fstest.MapFS{name: {Data: b, ModTime: time.Unix(0, 0)}}.Open(name)
	}
	return o.FS.Open(name)
}

// yearWith computes one index of the real data with some of its files replaced.
func yearWith(t *testing.T, id string, changed map[string][]byte) *view.Report {
	t.Helper()
	in, found := extract.Tree(overlay{os.DirFS(dataFolder), changed}, extract.Options{Only: []string{id}})
	sound(t, found)
	return view.New(throughTheLine(t, in))
}

// TestMutationOfRealData changes Viet Nam's figures of 2022 and a weight in the audit workbook, recalculates it in LibreOffice
// and holds it against the engine run on input files with the same changes; and tries another scheme on the sheet of trials.
func TestMutationOfRealData(t *testing.T) {
	r := realReport(t)
	book := audited(t, r, r.Board("egdi").Edition("2022"))
	figures := audited(t, r, r.Board("egdi").Edition("2022"))
	figures = set(t, figures, "raw", "VNM", "osi", 0.9021)
	weights := setWeight(t, book, "ts_hci", 2.5)
	scheme := setCell(t, book, view.VI.Say("audit.whatif"), "C5", "Hạ tầng viễn thông tính gấp đôi")
	books := office(t, map[string][]byte{"figures": figures, "weights": weights, "scheme": scheme})

	changed := yearWith(t, "egdi", map[string][]byte{"egdi/2022.xlsx": inputWith(t, "egdi/2022.xlsx", "VNM", "OSI", 0.9021)})
	agrees(t, books["figures"], changed.Board("egdi").Edition("2022"), true)
	agrees(t, books["figures"], r.Board("egdi").Edition("2022"), false)

	declared, err := os.ReadFile(dataFolder + "/egdi/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	heavier := bytes.Replace(declared, []byte("    - node: hci\n      weight: 1\n"), []byte("    - node: hci\n      weight: 2.5\n"), 1)
	agrees(t, books["weights"], yearWith(t, "egdi", map[string][]byte{"egdi/index.yaml": heavier}).Board("egdi").Edition("2022"), true)

	double := bytes.Replace(declared, []byte("    - node: tii\n      weight: 1\n"), []byte("    - node: tii\n      weight: 2\n"), 1)
	if bytes.Equal(double, declared) || bytes.Equal(heavier, declared) {
		t.Fatal("index.yaml was not changed")
	}
	triedAgrees(t, books["scheme"], yearWith(t, "egdi", map[string][]byte{"egdi/index.yaml": double}).Board("egdi").Edition("2022"))
}

// triedAgrees holds the new ranks of the sheet of trials against an edition computed with those weights.
func triedAgrees(t *testing.T, f *excelize.File, e *view.Edition) {
	t.Helper()
	rows, err := f.GetRows(view.VI.Say("audit.whatif"))
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, line := range rows {
		if len(line) <= newRank {
			continue
		}
		row, ok := e.Table.Row(line[0])
		if !ok {
			continue
		}
		checked++
		if want, got := placeOf(e, 0, row), number(line, newRank); !near(got, want) {
			t.Errorf("%s: rank %v under the scheme, the engine has %v", line[0], got, want)
		}
	}
	if checked != 193 {
		t.Errorf("%d countries on the sheet of trials", checked)
	}
}

// set changes the cell of a unit in a column headed by an id.
func set(t *testing.T, book []byte, sheet, unit, id string, value float64) []byte {
	t.Helper()
	f, name := reopened(t, book), view.VI.Say("audit."+sheet)
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range rows {
		for k, head := range rows[idRow-1] {
			if len(line) > 0 && line[0] == unit && head == id {
				return setCell(t, book, name, ref(k, i+1), value)
			}
		}
	}
	t.Fatalf("%s has no cell of %s, %s", name, unit, id)
	return nil
}

func setWeight(t *testing.T, book []byte, name string, value float64) []byte {
	t.Helper()
	sheet := view.VI.Say("audit.weights")
	rows, err := reopened(t, book).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range rows {
		if len(line) > 6 && line[6] == name {
			return setCell(t, book, sheet, ref(4, i+1), value)
		}
	}
	t.Fatalf("no weight is called %s", name)
	return nil
}

func setCell(t *testing.T, book []byte, sheet, at string, value any) []byte {
	t.Helper()
	f := reopened(t, book)
	if err := f.SetCellValue(sheet, at, value); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inputWith changes a figure in an input spreadsheet.
func inputWith(t *testing.T, file, unit, head string, value float64) []byte {
	t.Helper()
	b, err := os.ReadFile(dataFolder + "/" + file)
	if err != nil {
		t.Fatal(err)
	}
	f := reopened(t, b)
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	column := -1
	for i, line := range rows {
		for k, s := range line {
			if strings.EqualFold(s, head) {
				column = k
			}
			if s == unit && column >= 0 {
				return setCell(t, b, sheet, ref(column, i+1), value)
			}
		}
	}
	t.Fatalf("%s has no %s of %s", file, head, unit)
	return nil
}
