package book

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// office recalculates workbooks in LibreOffice: every cached value is taken away first, because LibreOffice trusts what
// it finds. Without LibreOffice the test is left out, but not in CI.
func office(t *testing.T, books map[string][]byte) map[string]*excelize.File {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
		}
		t.Skip("LibreOffice is not installed: formulas are not recalculated")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://" + t.TempDir(),
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	for name, b := range books {
		file := filepath.Join(in, name+".xlsx")
		if err := os.WriteFile(file, stripped(t, b), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	all := map[string]*excelize.File{}
	for name := range books {
		f, err := excelize.OpenFile(filepath.Join(out, name+".xlsx"), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		all[name] = f
	}
	return all
}

var cached = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// stripped takes every value away that stands beside a formula.
func stripped(t *testing.T, book []byte) []byte {
	t.Helper()
	return rewritten(t, book, func(name string, b []byte) []byte {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			return cached.ReplaceAll(b, []byte("$1"))
		}
		return b
	})
}

// rewritten passes every part of a package through a function.
func rewritten(t *testing.T, book []byte, change func(name string, b []byte) []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		p, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write(change(f.Name, b)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// agrees holds every score and rank of a recalculated audit workbook against an edition as the engine computed it, to
// 1e-9 of its size. With want false it must differ somewhere: the mutation was seen.
func agrees(t *testing.T, f *excelize.File, e *view.Edition, want bool) {
	t.Helper()
	scores, off := compared(t, f, e, "score", func(node, row int) float64 { return e.Table.At(cube.Score, node).At(row) })
	ranks := 0
	if e.Computes() {
		var more []string
		ranks, more = compared(t, f, e, "rank", func(node, row int) float64 { return placeOf(e, node, row) })
		off = append(off, more...)
	}
	switch {
	case scores == 0:
		t.Error("nothing was compared")
	case want && len(off) > 0:
		t.Errorf("%d of %d scores and ranks are off:\n%s", len(off), scores+ranks, strings.Join(off[:min(len(off), 12)], "\n"))
	case !want && len(off) == 0:
		t.Error("changed inputs move nothing")
	}
	t.Logf("%s %s: %d scores and %d ranks recalculated, %d differ", e.Board.ID, e.Edition.ID, scores, ranks, len(off))
}

func placeOf(e *view.Edition, node, row int) float64 {
	if r := e.Table.Ranking(node); r.Average != nil {
		return r.Average[row]
	}
	if place, _ := e.Table.Rank(node, row); place > 0 {
		return float64(place)
	}
	return math.NaN()
}

// compared walks a sheet of nodes across and units down; off tells the cells that are not as wanted.
func compared(t *testing.T, f *excelize.File, e *view.Edition, key string, want func(node, row int) float64) (cells int, off []string) {
	t.Helper()
	rows, err := f.GetRows(view.VI.Say("audit." + key))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range rows[firstRow-1:] {
		row, ok := e.Table.Row(line[0])
		if !ok {
			t.Fatalf("%s: no unit %q", key, line[0])
		}
		for column := 2; column < len(rows[idRow-1]); column++ {
			node, ok := e.Col(rows[idRow-1][column])
			if !ok {
				continue
			}
			cells++
			if want, got := want(node, row), number(line, column); !near(got, want) {
				off = append(off, fmt.Sprintf("%s of %s, %s: %v, the engine has %v", key, line[0], rows[idRow-1][column], got, want))
			}
		}
	}
	return cells, off
}

// number reads a cell, NaN where it holds none.
func number(line []string, column int) float64 {
	if column >= len(line) {
		return math.NaN()
	}
	x, err := strconv.ParseFloat(line[column], 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

func near(got, want float64) bool {
	if want != want || got != got {
		return want != want && got != got
	}
	return math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))
}

// TestAuditRecalculates: LibreOffice gives back every score and rank of the audit workbooks of the real data: of all of
// them in CI, elsewhere of the first and last editions of every index and of those with weights of their own.
func TestAuditRecalculates(t *testing.T) {
	r := realReport(t)
	books, editions := map[string][]byte{}, map[string]*view.Edition{}
	for _, b := range r.Boards {
		for i, e := range b.Editions {
			sample := i == 0 || i == len(b.Editions)-1 || e.Edition.Weights != nil || e.Edition.Compute == "scores"
			if auditable(e) && (sample || os.Getenv("CI") == "true") {
				name := e.Board.ID + "_" + e.Edition.ID
				books[name], editions[name] = audited(t, r, e), e
			}
		}
	}
	for name, f := range office(t, books) {
		agrees(t, f, editions[name], true)
		verdict, err := f.GetCellValue(view.VI.Say("audit.check"), "F"+num(firstRow))
		if err != nil || verdict != "1" {
			t.Errorf("%s: the sheet of checks says %q %v", name, verdict, err)
		}
	}
}

// reopened reads a workbook as excelize does.
func reopened(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}
