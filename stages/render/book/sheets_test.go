package book

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"xephang/stages/extract"
	"xephang/stages/render/view"
)

// TestSheetName: any text becomes a name that Excel takes, unlike the others, cut between words where it has any.
func TestSheetName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		taken := map[string]bool{}
		for range rapid.IntRange(1, 5).Draw(t, "sheets") {
			want := rapid.OneOf(rapid.String(), rapid.StringMatching(`(Khối|A/B|'đơn vị'|\[x\]|History|bộ:|\*|🙂| ){0,20}`)).Draw(t, "want")
			name := sheetName(want, func(n string) bool { return taken[strings.ToLower(n)] })
			if n := len(utf16.Encode([]rune(name))); n == 0 || n > longest || strings.ContainsAny(name, `:\/?*[]`) || strings.Trim(name, "'") != name ||
				taken[strings.ToLower(name)] || strings.EqualFold(name, "history") {
				t.Fatalf("%q becomes %q, %d long", want, name, n)
			}
			taken[strings.ToLower(name)] = true
		}
	})
	for want, name := range map[string]string{
		"Bộ, cơ quan không cung cấp dịch vụ công": "Bộ, cơ quan không cung cấp dịch",
		"Tỉnh/Thành phố: [63]":                    "Tỉnh Thành phố 63", "'": "–", "Lịch sử": "Lịch sử", "history": "history 2",
		strings.Repeat("a", 40): strings.Repeat("a", 31),
	} {
		if got := sheetName(want, func(string) bool { return false }); got != name {
			t.Errorf("%q becomes %q, want %q", want, got, name)
		}
	}
}

// TestHeadsDiffer: heads are unlike each other, capitals or not.
func TestHeadsDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var columns []column
		for _, head := range rapid.SliceOf(rapid.SampledFrom([]string{"Điểm", "ĐIỂM", "", "Điểm 2", "Hạng"})).Draw(t, "heads") {
			columns = append(columns, column{head: head})
		}
		seen := map[string]bool{}
		for _, h := range heads(columns) {
			if seen[strings.ToLower(h)] || h == "" {
				t.Fatalf("%q twice", h)
			}
			seen[strings.ToLower(h)] = true
		}
	})
}

// TestSameBytes: the same report gives the same bytes, whatever the number of workers.
func TestSameBytes(t *testing.T) {
	r := realReport(t)
	sums := map[string][32]byte{}
	for _, workers := range []int{1, 2, 5} {
		dir := t.TempDir()
		if err := Write(dir, r, workers); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
		if err != nil || len(files) != len(jobs(r)) {
			t.Fatalf("%d files of %d workbooks, %v", len(files), len(jobs(r)), err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			sum, name := sha256.Sum256(b), filepath.Base(f)
			if was, known := sums[name]; known && was != sum {
				t.Errorf("%s differs with %d workers", name, workers)
			}
			sums[name] = sum
		}
	}
}

// TestEvilWords: names that look like formulas stay text, names of blocks that Excel forbids are mended, and every workbook of them
// is sound.
func TestEvilWords(t *testing.T) {
	evil := []string{"=1+1", "+84", "-5", "@SUM(A1)", "<b>&amp;", "'x'", "\"y\"", "Đơn vị & co", "=HYPERLINK(\"http://x\")", strings.Repeat("dài ", 40), "K", "L"}
	units := "code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en\n"
	table := "unit,a,b\n"
	for i, name := range evil {
		units += "U" + num(i) + ",province,\"" + strings.ReplaceAll(name, `"`, `""`) + "\",,,,,,,,high,=nguồn,,\n"
		table += "U" + num(i) + "," + num(i*7%13) + "," + num(i) + "\n"
	}
	declared := `name: {vi: "=Chỉ số <x> & 'y'", en: "@Index"}
short: "A&B/C"
publisher: {vi: "+Bộ", en: Test}
units: [province]
scale: {from: 0, to: 100, decimals: 2}
rank: {ties: competition, on: published_decimals, within: block}
normalise: minmax:0:100
tree:
  node: total
  name: {vi: "=Tổng", en: Total}
  parts:
    - {node: a, weight: 1, name: {vi: "-A: [1]", en: A}}
    - {node: b, weight: 1, name: {vi: "-A: [1]", en: A}}
editions:
  2024:
    as_of: 2024-12-31
    why: {vi: "=WHY()", en: "=WHY()"}
    blocks:
      - {id: p, name: {vi: "Khối: 'một' / [x]? *cuối", en: One}, units: [U0, U1, U2, U3, U4, U5]}
      - {id: q, name: {vi: "Khối: 'một' / [x]? *cuối cùng của danh sách", en: Two}, units: [U6, U7, U8, U9, U10, U11]}
`
	in, found := extract.Tree(fstest.MapFS{"units.csv": {Data: []byte(units)}, "evil/index.yaml": {Data: []byte(declared)}, "evil/2024.csv": {Data: []byte(table)}}, extract.Options{})
	sound(t, found)
	r := view.New(throughTheLine(t, in))
	for _, j := range jobs(r) {
		w, err := j.make()
		if err != nil {
			t.Fatalf("%s: %v", j.name, err)
		}
		b, err := w.bytes()
		if err != nil {
			t.Fatalf("%s: %v", j.name, err)
		}
		lint(t, j.name, b)
		if f := reopened(t, b); !strings.HasPrefix(j.name, "so-kiem-toan") {
			for _, sheet := range f.GetSheetList() {
				rows, _ := f.GetRows(sheet)
				for i, row := range rows {
					for k := range row {
						if formula, _ := f.GetCellFormula(sheet, ref(k, i+1)); formula != "" {
							t.Errorf("%s %s!%s is the formula %q", j.name, sheet, ref(k, i+1), formula)
						}
					}
				}
			}
		}
		if !strings.Contains(j.name, "evil") && !strings.HasPrefix(j.name, "ket-qua_u") {
			t.Error(j.name)
		}
	}
}

// TestPieces: a grid that is too long for a sheet is parted, and nothing is lost.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &grid{strong: map[int]bool{}, drawn: &bars{}}
		n, most := rapid.IntRange(0, 60).Draw(t, "rows"), rapid.IntRange(1, 20).Draw(t, "most")
		for i := range n {
			g.rows = append(g.rows, []any{i})
			g.strong[i] = i%7 == 0
		}
		at := 0
		for k, p := range g.pieces(most) {
			if len(p.rows) > most || len(p.rows) == 0 || (p.drawn != nil) != (k == 0) {
				t.Fatalf("piece %d has %d rows", k, len(p.rows))
			}
			for i, row := range p.rows {
				if row[0] != at || p.strong[i] != (at%7 == 0) {
					t.Fatalf("row %d of piece %d is %v", i, k, row)
				}
				at++
			}
		}
		if at != n {
			t.Fatalf("%d of %d rows", at, n)
		}
	})
}

// TestLinesAndWidths: a text needs no less than one line, no more than one for each character, and fewer in a wider column.
func TestLinesAndWidths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`([a-zA-Zăâêôơưđ ]|Ệ|ộ){0,80}`).Draw(t, "s")
		narrow, wide := linesIn(s, 10, false), linesIn(s, 30, false)
		if narrow < 1 || wide < 1 || wide > narrow || narrow > 2+len([]rune(s)) {
			t.Fatalf("%q: %d lines in 10, %d in 30", s, narrow, wide)
		}
	})
	if a, b := textWidth("Bất đồng", false), textWidth("Bat dong", false); a != b {
		t.Errorf("marks change the width: %v, %v", a, b)
	}
	if textWidth("iiii", false) >= textWidth("MMMM", false) || textWidth("abc", true) <= textWidth("abc", false) {
		t.Error("letters have no widths of their own")
	}
}
