package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const unitsCSV = `code,kind,name_vi
P-A,province,Tỉnh A
P-B,province,Tỉnh B
`

// indexYAML is a good declaration; a fault is put into it by replacement.
const indexYAML = `name: {vi: Thử, en: Trial}
short: THU
publisher: {vi: Bộ Thử, en: Ministry of Trials}
units: [province]
scale: {from: 0, to: 1, decimals: 4}
tree:
  node: diem
  name: {vi: Điểm, en: Score}
  parts:
    - {node: a, weight: 1, range: [0, 1], name: {vi: Thành phần a, en: Part a}}
    - {node: b, weight: 1, range: [0, 1], name: {vi: Thành phần b, en: Part b}}
editions:
  2024: {}
`

const tableCSV = "unit,a,b\nP-A,0.9,0.7\nP-B,0.5,0.6\n"

// spoiled is one bad input: a change of the good declaration or table, and what the run must say of it.
type spoiled struct {
	id        string
	old, new  string // in index.yaml
	file      string // name of the table; 2024.csv where empty
	table     []byte
	says      []string // parts of the message: the place, and what was found
	withoutIt bool     // no table at all
}

// TestEveryFaultInOneRun spoils an index in every way that the issue on the house lists, runs report once, and wants
// each of them told with its place, in Vietnamese and English, exit code 1, and the publication as it was.
func TestEveryFaultInOneRun(t *testing.T) {
	all := []spoiled{
		{id: "orphan", old: "2024: {}", new: "2024: {weights: {khong_co: 2}}", says: []string{"orphan/index.yaml:13:", "khong_co"}},
		{id: "twice", old: "node: b,", new: "node: a,", says: []string{"twice/index.yaml:11:", "“a”"}},
		{id: "weight", old: "node: a, weight: 1", new: "node: a, weight: một", says: []string{"weight/index.yaml:10:", "“một”"}},
		{id: "rule", old: "node: a, weight: 1", new: "node: a, weight: 1, normalise: phep_la", says: []string{"rule/index.yaml:10:", "phep_la"}},
		{id: "cycle", old: "editions:", new: "beside:\n  - {node: x, of: [y], name: {vi: X, en: X}}\n  - {node: y, of: [x], name: {vi: Y, en: Y}}\neditions:", says: []string{"cycle/index.yaml:14:"}},
		{id: "no-unit-column", table: []byte("ten_la,a,b\nP-A,0.9,0.7\n"), says: []string{"no-unit-column/2024.csv"}},
		{id: "unknown-unit", table: []byte("unit,a,b\nTỉnh Á,0.9,0.7\nP-B,0.5,0.6\n"), says: []string{"unknown-unit/2024.csv:2", "“Tỉnh Á”"}},
		{id: "unit-twice", table: []byte("unit,a,b\nP-A,0.9,0.7\nTinh A,0.5,0.6\n"), says: []string{"unit-twice/2024.csv:3", "A2"}},
		{id: "column-twice", table: []byte("unit,a,b,a\nP-A,0.9,0.7,0.9\nP-B,0.5,0.6,0.5\n"), says: []string{"column-twice/2024.csv", "D1"}},
		{id: "range", table: []byte("unit,a,b\nP-A,1.9,0.7\nP-B,0.5,0.6\n"), says: []string{"range/2024.csv:2", "B2", "1.9"}},
		{id: "no-number", table: []byte("unit,a,b\nP-A,khá tốt,#REF!\nP-B,0.5,0.6\n"), says: []string{"no-number/2024.csv:2", "“khá tốt”", "#REF!"}},
		{id: "disagree", says: []string{"disagree/2024/hai.csv", "disagree/2024/mot.csv", "0.8"}},
		{id: "missing", withoutIt: true, says: []string{"missing/"}},
		{id: "empty", table: []byte{}, says: []string{"empty/2024.csv"}},
		{id: "truncated", file: "2024.xlsx", table: workbook(t)[:900], says: []string{"truncated/2024.xlsx"}},
		{id: "password", file: "2024.xlsx", table: locked(t), says: []string{"password/2024.xlsx"}},
		{id: "renamed", file: "2024.xlsx", table: []byte("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), says: []string{"renamed/2024.xlsx"}},
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if err := build(t, out, "", map[string]string{"index.html": "ấn phẩm cũ"}); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(dir, "data")
	put(t, []byte(unitsCSV), data, "units.csv")
	for _, s := range all {
		s.write(t, filepath.Join(data, s.id))
	}
	var told bytes.Buffer
	if code := run([]string{"report", "-data", data, "-seeds", "none", "-out", out, "-quiet"}, nil, io.Discard, &told); code != exitFaults {
		t.Errorf("exit %d, want %d", code, exitFaults)
	}
	for _, s := range all {
		lines := about(told.String(), "data/"+s.id+"/")
		if len(lines) == 0 || !strings.Contains(lines, "cách sửa:") || !strings.Contains(lines, "remedy:") {
			t.Errorf("%s: not told in two languages with a remedy:\n%s", s.id, lines)
		}
		for _, part := range s.says {
			if !strings.Contains(lines, part) {
				t.Errorf("%s: %q is not in\n%s", s.id, part, lines)
			}
		}
	}
	if got := read(t, out, "index.html"); got != "ấn phẩm cũ" {
		t.Error("the publication was touched")
	}
	if t.Failed() {
		t.Logf("all that was told:\n%s", told.String())
	}
}

// about picks the lines that name a place.
func about(told, place string) string {
	var lines []string
	for _, l := range strings.Split(told, "\n") {
		if strings.Contains(l, place) {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

func (s spoiled) write(t *testing.T, dir string) {
	yaml := strings.Replace(indexYAML, s.old, s.new, 1)
	put(t, []byte(yaml), dir, "index.yaml")
	switch {
	case s.withoutIt:
	case s.id == "disagree":
		put(t, []byte(tableCSV), dir, "2024", "mot.csv")
		put(t, []byte("unit,a,b\nP-A,0.8,0.7\nP-B,0.5,0.6\n"), dir, "2024", "hai.csv")
	case s.table == nil:
		put(t, []byte(tableCSV), dir, "2024.csv")
	case s.file == "":
		put(t, s.table, dir, "2024.csv")
	default:
		put(t, s.table, dir, s.file)
	}
}

func put(t *testing.T, b []byte, path ...string) {
	t.Helper()
	name := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

func workbook(t *testing.T, o ...excelize.Options) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"unit", "a", "b"}, {"P-A", 0.9, 0.7}, {"P-B", 0.5, 0.6}} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b, o...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func locked(t *testing.T) []byte { return workbook(t, excelize.Options{Password: "bí mật"}) }

// A data folder that is not there is told once in each language, whatever reads it.
func TestMissingFolderIsToldOnce(t *testing.T) {
	var told bytes.Buffer
	gone := filepath.Join(t.TempDir(), "không có")
	if code := run([]string{"check", "-data", gone, "-seeds", "none", "-quiet"}, nil, io.Discard, &told); code != exitFaults {
		t.Errorf("exit %d", code)
	}
	if n := strings.Count(told.String(), "[file-unreadable]"); n != 2 || strings.Count(told.String(), gone) != 2 {
		t.Errorf("told %d times, once in Vietnamese and once in English were wanted:\n%s", n, told.String())
	}
}
