package foreign

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// toolBook lays out a workbook as the COIN Tool does, down rows further down than the original.
func toolBook(t testing.TB, down int, change func(set func(sheet, cell string, v any))) File {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Database"))
	if _, err := f.NewSheet("Framework"); err != nil {
		t.Fatal(err)
	}
	set := func(sheet, cell string, v any) { must(f.SetCellValue(sheet, cell, v)) }
	at := func(column, row int) string { s, _ := excelize.CoordinatesToCellName(column, row+down); return s }
	heads := [][]any{ // rows 7 to 16: weight, direction, lower and upper goalpost, Index, si., p., sp., name, code
		{1, 0.5, 1, 2}, {1, -1, 1, 1}, {0, "n/a", 0, 1}, {100, "n/a", 50, 9}, {"Index", "Index", "Index", "Index"},
		{"si.01", "si.01", "si.01", "si.01"}, {"p.01", "p.01", "p.02", "p.02"}, {"sp.01", "sp.01", "sp.02", "sp.03"},
		{"Băng rộng", "Giá cước", "Kỹ năng", "Dịch vụ"}, {"Ind.01", "Ind.02", "Ind.03", "Ind.04"}}
	labels := []string{"Weight", "Direction", "Min", "Max", "Index", "Sub-index", "Pillar", "Sub-pillar", "Indicator name", "Code"}
	for i, row := range heads {
		set("Database", at(4, 7+i), labels[i])
		for j, v := range row {
			set("Database", at(5+j, 7+i), v)
		}
		set("Database", at(9, 7+i), map[bool]any{true: "Ind.05", false: "--"}[i == 9]) // a column that nobody filled in
	}
	set("Database", at(2, 16), "Unit name")
	set("Database", at(3, 16), "Unit code")
	units := [][]any{{"Việt Nam", "VNM", 61.5, 3, "n/a", 4}, {"Áo", "AUT", 80, 1.135, 40, 8}, {"Lào", "LAO", nil, nil, nil, nil}, {"--", "--", nil, nil, nil, nil}}
	for i, row := range units {
		for j, v := range row {
			column := []int{2, 3, 5, 6, 7, 8}[j]
			if v != nil {
				set("Database", at(column, 17+i), v)
			}
		}
	}
	lines := [][]any{{"Code", "Level", "Weight", "", "Dimension/indicator", "Name"}, {"Index", 4, "n/a", "", "x", "Chỉ số thử"}, {"p.01", 2, 0.6, "", "x", "Hạ tầng"}, {"p.02", 2, 0.4, "", "x", "Con người"},
		{"p.03", 2, 1, "", "--", "--"}, {"sp.01", 1, 1, "", "x", "Mạng"}, {"sp.02", 1, 3, "", "x", "Học"}, {"sp.03", 1, 1, "", "x", "Dùng"}}
	for i, row := range lines {
		for j, v := range row {
			set("Framework", at(3+j, 4+i), v)
		}
	}
	if change != nil {
		change(set)
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return File{Name: "tool.xlsx", Data: b.Bytes()}
}

func TestCoinTool(t *testing.T) {
	for _, down := range []int{0, 3} {
		f, ps := CoinTool(toolBook(t, down, nil), Options{ID: "tool"})
		for _, p := range ps {
			t.Error(p)
		}
		ix, _ := parsed(t, f)
		p := ix.Plans[0]
		var tree []string
		for _, n := range p.Nodes {
			parent, weight := "", 0.0
			if n.Parent >= 0 {
				parent, weight = p.Nodes[n.Parent].ID, *n.Weight
			}
			tree = append(tree, fmt.Sprintf("%s %s %d %g %d %s", n.ID, n.Name.VI, n.Level, weight, n.Direction, parent))
		}
		want := []string{"Index Chỉ số thử 4 0 1 ", "p.01 Hạ tầng 3 0.6 1 Index", "sp.01 Mạng 2 1 1 p.01", "Ind.01 Băng rộng 1 1 1 sp.01", "Ind.02 Giá cước 1 0.5 -1 sp.01",
			"p.02 Con người 3 0.4 1 Index", "sp.02 Học 2 3 1 p.02", "Ind.03 Kỹ năng 1 1 1 sp.02", "sp.03 Dùng 2 1 1 p.02", "Ind.04 Dịch vụ 1 2 1 sp.03"}
		if diff := cmp.Diff(want, tree); diff != "" {
			t.Error(diff)
		}
		if want := "code,Ind.01,Ind.02,Ind.03,Ind.04\nAUT,80,1.1350,40,8\nLAO,,,,\nVNM,61.5,3,,4\n"; string(f["0.csv"]) != want {
			t.Errorf("table:\n%s", f["0.csv"])
		}
		if want := "code,kind,name,groups\nAUT,unit,Áo,\nLAO,unit,Lào,\nVNM,unit,Việt Nam,\n"; string(f["units.csv"]) != want || f["groups.csv"] != nil {
			t.Errorf("units:\n%s", f["units.csv"])
		}
		if n := nodeAt(t, p, "Ind.01"); *n.Goalposts != [2]float64{0, 100} {
			t.Errorf("goalposts %v", n.Goalposts)
		}
		if n := nodeAt(t, p, "Ind.02"); n.Goalposts != nil {
			t.Errorf("goalposts %v", n.Goalposts)
		}
	}
}

func TestCoinToolFaults(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(set func(sheet, cell string, v any))
		want   []string
	}{
		{"cells", func(set func(string, string, any)) {
			set("Database", "E7", -1)
			set("Database", "F8", 3)
			set("Database", "G9", 70)
			set("Database", "H17", "nhiều")
			set("Database", "C18", "VNM")
			set("Database", "E20", 5)
			set("Database", "C20", "")
		}, []string{"tool.xlsx [Database!C18] foreign-code-repeated VNM", "tool.xlsx [Database!C20] foreign-code-missing", "tool.xlsx [Database!E7] foreign-number -1",
			"tool.xlsx [Database!F8] foreign-number 3", "tool.xlsx [Database!G9] foreign-goalposts Ind.03", "tool.xlsx [Database!H17] foreign-number nhiều"}},
		{"levels", func(set func(string, string, any)) {
			set("Database", "F14", "")
			set("Database", "H14", "sp.02")
			set("Database", "H13", "p.01")
		}, []string{"tool.xlsx [Database!F14] cointool-level-missing", "tool.xlsx [Database!H13] cointool-parents sp.02"}},
		{"no codes", func(set func(string, string, any)) {
			for _, c := range []string{"E16", "F16", "G16", "H16", "I16"} {
				set("Database", c, "")
			}
		}, []string{"tool.xlsx [Database] cointool-block-missing"}},
		{"no index", func(set func(string, string, any)) { set("Database", "E11", "x") }, []string{"tool.xlsx [Database] cointool-block-missing"}},
		{"no framework", func(set func(string, string, any)) {
			for i := 4; i <= 12; i++ {
				set("Framework", fmt.Sprintf("C%d", i), "")
			}
		}, []string{"tool.xlsx [Framework] cointool-framework-missing"}},
		{"named and empty", func(set func(string, string, any)) { set("Database", "I15", "Chưa có") }, []string{"tool.xlsx [Database!I16] foreign-left-out Chưa có"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := CoinTool(toolBook(t, 0, c.change), Options{ID: "tool"})
			got := strings.Split(codesOf(ps), "\n")
			slices.Sort(c.want)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	for name, data := range map[string][]byte{"": nil, "text": []byte("no workbook"), "zip": []byte("PK\x03\x04 broken")} {
		if f, ps := CoinTool(File{Name: "x.xlsx", Data: data}, Options{ID: "x"}); f != nil || ps.Faults() == 0 {
			t.Errorf("%s: %v", name, ps)
		}
	}
}

// A pillar level that all indicators share falls away; a book with a single level is enough.
func TestCoinToolUnusedLevels(t *testing.T) {
	book := toolBook(t, 0, func(set func(string, string, any)) {
		for _, c := range []string{"E", "F", "G", "H"} {
			set("Database", c+"13", "p.01")
			set("Database", c+"14", "sp.01")
		}
	})
	f, ps := CoinTool(book, Options{ID: "tool"})
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	ix, _ := parsed(t, f)
	if ids := ix.Plans[0].IDs(); !slices.Equal(ids, []string{"Index", "Ind.01", "Ind.02", "Ind.03", "Ind.04"}) {
		t.Error(ids)
	}
}
