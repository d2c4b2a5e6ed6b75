package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

func TestWide(t *testing.T) {
	tb, ps := one(t, "2020.xlsx", xlsx(t, map[string][][]any{"Số liệu": {
		{"Bảng số liệu năm 2020"}, {"TST, theo mã và tên"}, {},
		{"STT", "Mã", "Đơn vị", "svc", "Hạ tầng", "l4", "all_services", "cap", "population", "Có cổng", "Tỷ lệ", "TST (công bố)", "Hạng TST (công bố)", "Rank svc (published)", "Ghi chú", "Nguồn", "Độ tin cậy"},
		{1, "P-HNO", "Hà Nội", 0.5, 12, 30, 120, 8000, 8_000_000, "Có", "74,7%", 0.61, 2, "1/3", "ghi", "a | b", "high"},
		{2, "P-HUE", "TP. Huế", "0,25", "1.234,5", 0, 0, "n/a", 1_000_000, "không", 85.5, "0,7", "1"},
		{3, nil, "Đà Nẵng", 1.25, nil, 5, nil, 10, nil, true},
		{}, {"Ghi chú: số liệu tự báo cáo"},
	}, "Nguồn": {{"Nguồn và ghi chú"}, {"svc", "Dịch vụ"}, {"a", "b"}}}))
	if got, want := codes(ps), []string{"value-undefined G6"}; !slices.Equal(got, want) {
		t.Errorf("problems %v, want %v\n%v", got, want, ps)
	}
	for unit, want := range map[string]string{
		"P-HNO": "all_services=120 cap:1 cap=8000 inf:12 inf=12 l4=30 lvl:0.25 pct:74.7 pct=74.7 population=8e+06 svc#1 svc:0.5 svc=0.5 tst#2 tst~0.61 yes:1 yes=1",
		"P-HUE": "all_services=0 inf:1234.5 inf=1234.5 l4=0 pct:85.5 pct=85.5 population=1e+06 svc:0.25 svc=0.25 tst#1 tst~0.7 yes:0 yes=0",
		"P-DNA": "cap=10 l4=5 svc:1.25 svc=1.25 yes:1 yes=1",
		"P-HGI": "",
		"M-BTC": "no M-BTC",
	} {
		if got := row(tb, unit); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", unit, got, want)
		}
	}
	svc, _ := tb.Col("svc")
	hno, _ := tb.Row("P-HNO")
	s := tb.Origin(cube.Value, svc).At(hno)
	if len(s.Places) != 1 || s.Places[0].String() != "data/tst/2020.xlsx [Số liệu!D5]" || !slices.Equal(s.Cite, []string{"a", "b"}) || s.Confidence != "high" || s.Note.VI != "ghi" {
		t.Errorf("origin %+v", s)
	}
	lvl, _ := tb.Col("lvl")
	if s := tb.Origin(cube.Value, lvl).At(hno); len(s.Places) != 2 || s.Places[0].Cell != "G5" || s.Places[1].Cell != "F5" {
		t.Errorf("origin of a derived value %+v", s)
	}
	dna, _ := tb.Row("P-DNA")
	if m := tb.Marks(svc, dna); len(m) != 1 || m[0].Code != "waived" || m[0].Note.EN != "as printed" {
		t.Errorf("marks %+v", m)
	}
}

func TestLongAndPublishedOnly(t *testing.T) {
	in, ps := Tree(tree(map[string]string{
		"tst/2020.csv": "unit,svc\nP-HNO,0.5\n",
		"tst/2019.csv": "Đơn vị;Chỉ tiêu;score;rank;rank_of;confidence;ghi chú;note;source\n" +
			"Hà Nội;TST;0,5;2;63;medium;một;one;x | y\nHue;svc;;3;;;;;\nhà giang;Tổng hợp;n/a;-;;;;;\nĐà Nẵng;tst;01 (0,727);;;;;;\nDa Nang;inf;1.234,5;5/63;;;;;\n",
	}), Options{})
	if len(ps) > 0 {
		t.Error(ps)
	}
	tb := in.Input("tst").Cube.Table("2019")
	for unit, want := range map[string]string{"P-HNO": "tst#2 tst~0.5", "P-HUE": "svc#3", "P-HGI": "", "P-DNA": "inf#5 inf~1234.5 tst#1 tst~0.727"} {
		if got := row(tb, unit); got != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
	root, _ := tb.Col("tst")
	hno, _ := tb.Row("P-HNO")
	if s := tb.Origin(cube.PublishedScore, root).At(hno); s.Confidence != "medium" || s.Note != (problem.Text{VI: "một", EN: "one"}) || len(s.Cite) != 2 || s.Places[0].Cell != "C2" {
		t.Errorf("%+v", s)
	}
}

// Every fault of a table is reported at its cell, all of them in one run.
func TestFaultsOfTables(t *testing.T) {
	head := "unit,svc,inf,hạng\n"
	for _, c := range []struct{ name, data, want string }{
		{"2020.csv", "svc,inf\n0.1,2\n", "column-no-unit A1"},
		{"2020.csv", "unit,zz\nP-HNO,1\n", "table-missing"},
		{"2020.csv", "một bảng không có gì\n", "table-missing"},
		{"2020.xlsx", xlsx(t, map[string][][]any{"A": {}}), "table-empty"},
		{"2020.csv", "", "file-empty"},
		{"2020.csv", head + "P-HNO,0.5,1,\nHà Nội,0.5,1,\n", "unit-twice A3"},
		{"2020.csv", head + "Hà Nam,0.5,1,\n", "unit-unknown A2"},
		{"2020.csv", head + "M-BTC,0.5,1,\n", "unit-other-kind A2"},
		{"2020.csv", head + ",0.5,1,\n", "unit-blank A2"},
		{"2020.csv", "mã,tên,svc\nP-HNO,Huế,0.5\n", "unit-disagrees B2"},
		{"2020.csv", "unit,svc,Dịch vụ\nP-HNO,0.5,0.5\n", "column-twice C1"},
		{"2020.csv", "unit,svc,khác\nP-HNO,0.5,0.5\n", "column-unknown C1"},
		{"2020.csv", "unit,svc,\nP-HNO,0.5,0.5\n", "column-unheaded C2"},
		{"2020.csv", head + "P-HNO,1.5,1,\n", "value-outside B2"},
		{"2020.csv", head + "P-HNO,-0.1,1,\n", "value-outside B2"},
		{"2020.csv", head + "P-HNO,0.5,#REF!,\n", "cell-error C2"},
		{"2020.csv", head + "P-HNO,0.5,12 dịch vụ,\n", "number-bad C2"},
		{"2020.csv", head + "P-HNO,0.5,26/8/2020,\n", "number-bad C2"},
		{"2020.csv", head + "P-HNO,0.5,1,0\n", "rank-bad D2"},
		{"2020.csv", head + "P-HNO,0.5,1,1.5\n", "rank-bad D2"},
		{"2020.csv", head + "P-HNO,0.5,1,7/3\n", "rank-bad D2"},
		{"2020.csv", "unit,node,score,rank,rank_of\nP-HNO,svc,,9,5\n", "rank-bad D2"},
		{"2020.csv", "unit,node,score\nP-HNO,zz,1\n", "node-unknown B2"},
		{"2020.csv", "unit,node,score\nP-HNO,svc,0.5\nHà Nội,Dịch vụ,0.4\n", "cell-disagrees C3"},
		{"2020.csv", "unit,năm,svc\nP-HNO,2019,0.5\n", "edition-other B2"},
		{"2020.csv", "unit,năm,svc\nP-HNO,1999,0.5\n", "edition-unknown B2"},
		{"2020.csv", "unit;inf\nP-HNO;1.234\nP-HUE;0.5\nP-DNA;0,7\n", "number-ambiguous B2"},
		{"2020.tsv", "unit\tinf\nP-HNO\t1.234\n", "number-ambiguous B2"},
		{"2020.csv", "unit,inf\nP-HNO,1.234\nP-HUE,\"0,5\"\n", "number-ambiguous B2"},
		{"2020.xlsx", "<html><table>", "edition-empty? file-format"},
		{"2020.xls", xlsx(t, map[string][][]any{"A": {{"unit", "svc"}, {"P-HNO", 0.5}}}), "file-extension"},
		{"2020.xlsx", xlsx(t, map[string][][]any{"A": {{"unit", "svc"}, {"P-HNO", 0.5}}})[:900], "file-damaged"},
		{"2020.docx", "x", "edition-empty line 18,file-unused"},
		{"2021.csv", "unit,svc\nP-HNO,0.5\n", "edition-empty line 18,edition-unknown A1"},
		{"2021/a.csv", "unit,svc\nP-HNO,0.5\n", "edition-empty line 18,edition-unknown"},
	} {
		_, ps := one(t, c.name, c.data)
		got := strings.Join(codes(ps), ",")
		if got != strings.TrimPrefix(c.want, "edition-empty? ") {
			t.Errorf("%s %.60q: %s, want %s\n%v", c.name, c.data, got, c.want, ps)
		}
		for _, p := range ps {
			if p.Place.File == "" || p.What.VI == "" || p.What.EN == "" || p.Expected.IsZero() || p.Remedy.VI == "" || p.Remedy.EN == "" || strings.Contains(p.In("vi")+p.In("en"), "{") {
				t.Errorf("%s lacks something: %s", p.Code, p.In("en"))
			}
		}
	}
}

func TestAllFaultsInOneRun(t *testing.T) {
	_, ps := one(t, "2020.csv", "unit,svc,inf\nP-HNO,2,x\nP-HXX,0.5,1\nP-HUE,#N/A,1\nP-HUE,0.1,2\n")
	want := []string{"cell-error B4", "number-bad C2", "unit-twice A5", "unit-unknown A3", "value-outside B2"}
	if got := codes(ps); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, p := range ps {
		if p.Index != "tst" || p.Edition != "2020" {
			t.Errorf("%s belongs to %q %q", p.Code, p.Index, p.Edition)
		}
	}
}

// What is said to have been found is what stands in the cell: as it was typed where it is a text, else the number.
func TestFiguresAreShownAsFound(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"2020.csv", "unit;svc\nP-HNO;1,7\n", "value-outside 1,7"},
		{"2020.csv", "unit,svc\nP-HNO,1.70\n", "value-outside 1.70"},
		{"2020.csv", "unit;node;score\nP-HNO;svc;1,70\n", "value-outside 1,70"},
		{"2020.csv", "unit;svc\nP-HNO;2.000\nP-HUE;0,5\n", "value-outside 2.000"},
		{"2020.csv", "unit;node;score\nP-HNO;svc;0,5\nP-HNO;svc;0,40\n", "cell-disagrees 0,40"},
		{"2020.xlsx", xlsx(t, map[string][][]any{"A": {{"unit", "svc"}, {"P-HNO", 1.7}}}), "value-outside 1.7"},
		{"2020.xlsx", xlsx(t, map[string][][]any{"A": {{"unit", "svc"}, {"P-HNO", "1,7"}}}), "value-outside 1,7"},
	} {
		_, ps := one(t, c.name, c.data)
		if len(ps) != 1 || ps[0].Code+" "+ps[0].Found != c.want {
			t.Errorf("%s %.40q: %v, want %s", c.name, c.data, ps, c.want)
		}
	}
}

// Text cells of a Vietnamese workbook group by dots unless their column says otherwise.
func TestAmbiguousFigures(t *testing.T) {
	for _, c := range []struct {
		column []any
		want   string
	}{
		{[]any{"2.000"}, "2000"},
		{[]any{"2.000", "0,5"}, "2000"},
		{[]any{"2.000", "0.5"}, "2"},
		{[]any{"2.000", "0.5", "0,5"}, "number-ambiguous"},
		{[]any{"2.000", 12.5}, "2000"},
		{[]any{"2.000", "1.234.567"}, "2000"},
		{[]any{"2,000"}, "2"},
		{[]any{"2,000", "0.5"}, "2000"},
	} {
		rows := [][]any{{"unit", "inf"}}
		for i, v := range c.column {
			rows = append(rows, []any{[]string{"P-HNO", "P-HUE", "P-DNA"}[i], v})
		}
		tb, ps := one(t, "2020.xlsx", xlsx(t, map[string][][]any{"A": rows}))
		got := strings.Join(codes(ps), ",")
		if len(ps) == 0 {
			got = strings.TrimPrefix(strings.Fields(row(tb, "P-HNO"))[1], "inf=")
		}
		if strings.TrimSuffix(got, " B2") != c.want {
			t.Errorf("%v: %s, want %s", c.column, got, c.want)
		}
	}
}

// Two tables that agree join their sources, whichever comes first; blanks in one are filled from the other.
func TestTwoSources(t *testing.T) {
	in, ps := Tree(tree(map[string]string{
		"tst/2020/a.csv": "unit,svc,inf,nguồn\nP-HNO,0.5,,x\nP-HUE,0.25,3,y\n",
		"tst/2020/b.csv": "unit,node,score,rank,source\nP-HNO,svc,0.5,,z\nP-HNO,inf,7,,z\nP-DNA,inf,9,4,z\n",
	}), Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	tb := in.Input("tst").Cube.Table("2020")
	if got := row(tb, "P-HNO") + "|" + row(tb, "P-DNA"); got != "inf:7 inf=7 svc:0.5 svc=0.5|inf#4 inf:9 inf=9" {
		t.Error(got)
	}
	svc, _ := tb.Col("svc")
	inf, _ := tb.Col("inf")
	for node, want := range map[int]string{svc: "data/tst/2020/a.csv [B2]+data/tst/2020/b.csv [C2]: x z", inf: "data/tst/2020/b.csv [C3]: z"} {
		s := tb.Origin(cube.Value, node).At(0)
		for i, u := range tb.Units {
			if u == "P-HNO" {
				s = tb.Origin(cube.Value, node).At(i)
			}
		}
		var places []string
		for _, p := range s.Places {
			places = append(places, p.String())
		}
		if got := strings.Join(places, "+") + ": " + strings.Join(s.Cite, " "); got != want {
			t.Errorf("%s: %s, want %s", tb.Nodes[node], got, want)
		}
	}
}

func TestOneTableOfManyEditions(t *testing.T) {
	fsys := tree(map[string]string{"tst/panel.csv": "năm,mã,svc,TST (công bố)\n2019,P-HNO,0.5,0.6\n2020,P-HNO,0.7,0.8\n2020,P-HUE,0.1,\n2019,P-HUE,0.2,\n"})
	delete(fsys, "tst/2019.csv")
	in, ps := Tree(fsys, Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	c := in.Input("tst").Cube
	if got := row(c.Table("2019"), "P-HNO") + "|" + row(c.Table("2020"), "P-HNO") + "|" + row(c.Table("2020"), "P-HUE"); got != "svc~0.5 tst~0.6|svc:0.7 svc=0.7 tst~0.8|svc:0.1 svc=0.1" {
		t.Error(got)
	}
}

// A node that one edition lacks may have its column in a table of several; a figure under it there is a fault.
func TestNodesThatEditionsDoNotShare(t *testing.T) {
	yaml := strings.Replace(indexYAML, "  2019: {compute: none,", "  2019: {tree: {node: tst, name: {vi: T, en: T}, parts: [{node: svc, weight: 1, name: {vi: S, en: S}}]}, compute: none,", 1)
	fsys := tree(map[string]string{"tst/index.yaml": yaml, "tst/panel.csv": "year,unit,svc,inf\n2019,P-HNO,0.5,\n2019,P-HUE,0.5,7\n2020,P-HNO,0.5,7\n"})
	delete(fsys, "tst/2019.csv")
	in, ps := Tree(fsys, Options{})
	if got := codes(ps); !slices.Equal(got, []string{"node-unknown D3"}) || ps[0].Unit != "P-HUE" || ps[0].Edition != "2019" {
		t.Errorf("%v %v", got, ps)
	}
	if got := row(in.Input("tst").Cube.Table("2020"), "P-HNO"); got != "inf:7 inf=7 svc:0.5 svc=0.5" {
		t.Error(got)
	}
}

func TestSheetsBesideTheTable(t *testing.T) {
	table := [][]any{{"unit", "svc", "inf"}, {"P-HNO", 0.5, 1}}
	_, ps := one(t, "2020.xlsx", xlsx(t, map[string][][]any{"A": table, "B": {{"Năm", "svc", "inf"}, {2020, 0.5, 0.5}}}))
	if got := codes(ps); !slices.Equal(got, []string{"sheet-unread B1"}) || ps[0].Severity != problem.Doubt {
		t.Errorf("%v", ps)
	}
	_, ps = one(t, "2020.xlsx", xlsx(t, map[string][][]any{"A": table, "B": {{"unit", "cap", "population"}, {"Huế", 5, 1000}}}))
	if len(ps) > 0 {
		t.Errorf("two tables in one file: %v", ps)
	}
}

func TestWhatIsMissing(t *testing.T) {
	fsys := tree(map[string]string{"tst/2020.csv": "unit,svc\nP-HNO,0.5\n"})
	delete(fsys, "units.csv")
	if _, ps := Tree(fsys, Options{}); len(ps) == 0 || ps[0].Code != "file-unreadable" || ps[0].Place.File != "data/units.csv" {
		t.Errorf("%v", ps)
	}
	if _, ps := Tree(fstest.MapFS{"units.csv": {Data: []byte(unitsCSV)}}, Options{}); !slices.Equal(codes(ps), []string{"index-none"}) {
		t.Errorf("%v", ps)
	}
	if in, ps := Tree(tree(map[string]string{"tst/index.yaml": "name: ["}), Options{}); len(ps) != 1 || in.Input("tst") == nil {
		t.Errorf("an index.yaml that cannot be read: %v", ps)
	}
}

// Merged cells, hidden rows and a hidden sheet are told.
func TestTracesOfHands(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"Bảng", nil, nil}, {"Đơn vị", "svc", "inf"}, {"Hà Nội", 0.5, 1}, {"Huế", 0.25, 2}, {"Đà Nẵng", 0.1, 3}, {"Ghi chú chung"}} {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		_ = f.SetSheetRow("Sheet1", at, &row)
	}
	_ = f.MergeCell("Sheet1", "A1", "C1")
	_ = f.MergeCell("Sheet1", "B3", "B4")
	_ = f.MergeCell("Sheet1", "A6", "C6")
	_ = f.SetRowVisible("Sheet1", 4, false)
	b, _ := f.WriteToBuffer()
	_, ps := one(t, "2020.xlsx", b.String())
	if got, want := codes(ps), []string{"cell-merged B3", "rows-hidden A4"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFormulasInTables(t *testing.T) {
	f := excelize.NewFile()
	_ = f.SetSheetRow("Sheet1", "A1", &[]any{"unit", "svc", "inf"})
	for i, u := range []string{"P-HNO", "P-HUE", "P-DNA"} {
		_ = f.SetCellValue("Sheet1", fmt.Sprint("A", i+2), u)
	}
	for cell, formula := range map[string]string{"B2": "1/4", "B3": "1/0", "C2": "C2+1", "C3": "NOSUCH(1)", "C4": "B2*8"} {
		_ = f.SetCellFormula("Sheet1", cell, formula)
	}
	b, _ := f.WriteToBuffer()
	tb, ps := one(t, "2020.xlsx", b.String())
	want := []string{"cell-circular C2", "cell-computed", "cell-error B3", "cell-no-result C3"}
	if got := codes(ps); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := row(tb, "P-HNO") + "|" + row(tb, "P-HUE") + "|" + row(tb, "P-DNA"); got != "svc:0.25 svc=0.25||inf:2 inf=2" {
		t.Error(got)
	}
}

// An imported folder brings its own units.
func TestOwnUnits(t *testing.T) {
	fsys := tree(map[string]string{
		"imp/units.csv":  "code,name\nA,Alpha\nB,Beta\n",
		"imp/index.yaml": "name: {vi: Nhập, en: Imported}\nunits: [unit]\nscale: {from: 0, to: 100, decimals: 4}\ntree:\n  node: r\n  name: {vi: R, en: R}\n  parts:\n    - {node: x.1, weight: 1, name: {vi: X1, en: X1}}\n    - {node: x1, weight: 1, name: {vi: X2, en: X2}}\neditions:\n  0: {}\n",
		"imp/data.csv":   "unit,x.1,x1\nA,390.799991147468,4.097\nB,NA,-1e-7\n",
		"tst/2020.csv":   "unit,svc\nP-HNO,0.5\n",
	})
	in, ps := Tree(fsys, Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	tb := in.Input("imp").Cube.Table("0")
	if got := row(tb, "A") + "|" + row(tb, "B"); got != "x.1:390.799991147468 x.1=390.799991147468 x1:4.097 x1=4.097|x1:-1e-07 x1=-1e-07" {
		t.Error(got)
	}
	if in.Input("imp").Registry == in.Registry || in.Input("tst").Registry != in.Registry || len(in.Indices) != 2 {
		t.Error("registries are mixed")
	}
	var names []string
	for _, f := range in.Files {
		if len(f.SHA256) != 64 || f.Size != int64(len(fsys[strings.TrimPrefix(f.Name, "data/")].Data)) {
			t.Errorf("%+v", f)
		}
		names = append(names, f.Name)
	}
	if want := []string{"data/imp/data.csv", "data/imp/index.yaml", "data/imp/units.csv", "data/tst/2019.csv", "data/tst/2020.csv", "data/tst/index.yaml", "data/units.csv"}; !slices.Equal(names, want) {
		t.Errorf("files %v", names)
	}
	if in, _ := Tree(fsys, Options{Only: []string{"imp"}, Prefix: "d"}); len(in.Indices) != 1 || in.Files[0].Name != "d/imp/data.csv" {
		t.Error("-index or the prefix is not followed")
	}
	if _, ps := Tree(fsys, Options{Only: []string{"zz"}}); !slices.Equal(codes(ps), []string{"index-missing"}) {
		t.Error(ps)
	}
}

func TestFolders(t *testing.T) {
	fsys := tree(map[string]string{"tst/2020.csv": "unit,svc\nP-HNO,0.5\n", "SOURCES.md": "x", "targets/t.csv": "x", "odd/a.csv": "x", "stray.xlsx": "x", ".git/x": "x", "tst/~$2020.xlsx": "x", "tst/notes.txt": "x", "tst/2020/forms/a.xlsx": "x", "tst/2020/x/a.csv": "x"})
	_, ps := Tree(fsys, Options{})
	if got, want := codes(ps), []string{"file-unused", "folder-unused", "folder-unused"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, ps := Data(filepath.Join(t.TempDir(), "none"), Options{}); !slices.Equal(codes(ps), []string{"file-unreadable"}) {
		t.Errorf("a missing folder: %v", ps)
	}
	if l, files, ps := Ledger(filepath.Join(t.TempDir(), "none"), "data", noUnits()); l == nil || len(files)+len(ps) > 0 {
		t.Errorf("a missing folder is told twice: %v %v", files, ps)
	}
}

// A link that leaves the data folder is refused, whatever it leads to.
func TestLinksThatLeave(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, f := range tree(nil) {
		write("data/"+name, string(f.Data))
	}
	write("secret.csv", "unit,svc\nP-HNO,0.5\n")
	write("data/real.csv.bak", "unit,svc\nP-HNO,0.5\n")
	for link, to := range map[string]string{"data/tst/2020.csv": "../../secret.csv", "data/away": ".."} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	in, ps := Data(filepath.Join(dir, "data"), Options{})
	if got, want := codes(ps), []string{"file-unreadable", "file-unreadable"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v: %v", got, want, ps)
	}
	if got := row(in.Input("tst").Cube.Table("2020"), "P-HNO"); got != "" {
		t.Errorf("the file outside was read: %s", got)
	}
	_ = os.Remove(filepath.Join(dir, "data/tst/2020.csv"))
	_ = os.Symlink("../real.csv.bak", filepath.Join(dir, "data/tst/2020.csv"))
	in, _ = Data(filepath.Join(dir, "data"), Options{})
	if got := row(in.Input("tst").Cube.Table("2020"), "P-HNO"); got != "svc:0.5 svc=0.5" {
		t.Errorf("a link inside the folder: %q", got)
	}
}
