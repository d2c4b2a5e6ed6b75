package book

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// opened makes one workbook of the real data and opens it.
func openedBook(t *testing.T, name string) *excelize.File {
	t.Helper()
	for _, j := range jobs(realReport(t)) {
		if j.name == name {
			w, err := j.make()
			if err != nil {
				t.Fatal(err)
			}
			b, err := w.bytes()
			if err != nil {
				t.Fatal(err)
			}
			return reopened(t, b)
		}
	}
	t.Fatalf("no workbook is called %s", name)
	return nil
}

// line of a sheet that begins with a text, by the heads of the sheet.
func lineOf(t *testing.T, f *excelize.File, sheet, first string, column int) map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[headRow:] {
		if len(row) > column && row[column] == first {
			all := map[string]string{}
			for i, head := range rows[headRow-1] {
				if i < len(row) {
					all[head] = row[i]
				}
			}
			return all
		}
	}
	t.Fatalf("%s has no line of %q", sheet, first)
	return nil
}

// TestVietNamInTheBooks: the figures that everybody knows stand in the cells, as numbers.
func TestVietNamInTheBooks(t *testing.T) {
	f := openedBook(t, "xep-hang_egdi_2020.xlsx")
	for head, want := range map[string]string{"Hạng": "86", "Điểm EGDI": "0.6667", "Hạng trong tiểu khu vực": "6"} {
		if got := lineOf(t, f, "Xếp hạng", "Việt Nam", 1)[head]; got != want {
			t.Errorf("2020 %s: %q, want %q", head, got, want)
		}
	}
	if got := lineOf(t, f, "Biến động", "Việt Nam", 0)["Thay đổi hạng"]; got != "2" {
		t.Errorf("change %q", got)
	}
	kinds, _ := f.GetCellType("Xếp hạng", "A"+num(headRow+1))
	if kinds != excelize.CellTypeUnset && kinds != excelize.CellTypeNumber {
		t.Errorf("a rank is of kind %v", kinds)
	}
	years := openedBook(t, "egdi.xlsx")
	for id, want := range map[string]string{"2018": "88", "2020": "86", "2022": "86", "2024": "71"} {
		if got := lineOf(t, years, "Việt Nam", id, 0)["Hạng chung"]; got != want {
			t.Errorf("%s: rank %q, want %q", id, got, want)
		}
	}
}

// TestReproductionInTheBook: the sheet of the index over its editions adds up to what the reproduction counts.
func TestReproductionInTheBook(t *testing.T) {
	rows, err := openedBook(t, "egdi.xlsx").GetRows(view.VI.Say("years.check"))
	if err != nil {
		t.Fatal(err)
	}
	var scores, within, ranks, equal int
	for _, row := range rows[headRow:] {
		n := func(i int) int { x, _ := strconv.Atoi(row[i]); return x }
		scores, within, ranks, equal = scores+n(2), within+n(3), ranks+n(6), equal+n(7)
	}
	want := 0
	for _, p := range realReport(t).Reproductions {
		for _, c := range p.Nodes {
			if p.Index == "egdi" {
				want += c.Equal
			}
		}
	}
	if scores != 2243 || within != 2241 || ranks != 2243 || equal != want {
		t.Errorf("%d of %d scores, %d of %d ranks", within, scores, equal, ranks)
	}
}

// TestOpenDataRules: the rules for accessible spreadsheets hold on every sheet of the open data.
func TestOpenDataRules(t *testing.T) {
	for _, name := range []string{"du-lieu-mo_egdi.xlsx", "du-lieu-mo_dti-provinces.xlsx"} {
		f := openedBook(t, name)
		if list := f.GetSheetList(); !slices.Equal(list[:4], []string{"Bìa", "Mục lục", "Ghi chú", "Danh mục"}) {
			t.Errorf("sheets %q", list)
		}
		for _, sheet := range f.GetSheetList()[1:] {
			if panes, err := f.GetPanes(sheet); err != nil || panes.Freeze {
				t.Errorf("%s %s: frozen panes %v", name, sheet, err)
			}
			tables, err := f.GetTables(sheet)
			if err != nil || len(tables) != 1 || !strings.HasPrefix(tables[0].Range, "A"+num(headRow)+":") {
				t.Errorf("%s %s: tables %v %v", name, sheet, tables, err)
			}
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows[headRow-1:] {
				for k := range rows[headRow-1] {
					if k >= len(row) || row[k] == "" {
						t.Errorf("%s %s: %s is empty", name, sheet, ref(k, headRow+i))
					}
				}
			}
		}
	}
}
