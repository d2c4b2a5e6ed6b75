package foreign

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

func file(t testing.TB, name string) File {
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return File{Name: name, Data: data}
}

// parsed reads a folder as the pipeline will.
func parsed(t testing.TB, f Folder) (*index.Index, *units.Registry) {
	t.Helper()
	if f == nil {
		t.Fatal("no folder")
	}
	reg, ps := units.Parse(units.Files{Units: File{Name: "units.csv", Data: f["units.csv"]}, Groups: File{Name: "groups.csv", Data: f["groups.csv"]}})
	ix, more := index.Parse("index.yaml", "asem", f["index.yaml"], reg)
	for _, p := range append(ps, more...) {
		t.Error(p)
	}
	return ix, reg
}

func table(t testing.TB, data []byte) [][]string {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestASEM(t *testing.T) {
	idata, imeta := file(t, "asem_idata.csv"), file(t, "asem_imeta.csv")
	f, ps := CoinR(idata, imeta, Options{ID: "asem"})
	for _, p := range ps {
		t.Error(p)
	}
	ix, reg := parsed(t, f)
	plan := ix.Plans[0]
	levels := map[int]int{}
	for _, n := range plan.Nodes {
		levels[n.Level]++
	}
	if diff := cmp.Diff(map[int]int{1: 49, 2: 8, 3: 2, 4: 1}, levels); diff != "" || ix.Editions[0].ID != "0" || plan.Root().ID != "Index" {
		t.Errorf("levels, edition %s, root %s: %s", ix.Editions[0].ID, plan.Root().ID, diff)
	}
	meta := table(t, imeta.Data)
	for _, line := range meta[1:] {
		if line[9] != "Indicator" {
			continue
		}
		n := nodeAt(t, plan, line[1])
		direction, _ := strconv.Atoi(line[3])
		target, _ := strconv.ParseFloat(line[6], 64)
		if n.Name.EN != line[2] || n.Direction != direction || *n.Target != target || n.Per != strings.Replace(line[7], "NA", "", 1) || plan.Nodes[n.Parent].ID != line[8] {
			t.Errorf("%s: %+v", line[1], n.Node)
		}
	}
	if !slices.Equal(reg.Schemes(), []string{"GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"}) || reg.SchemeName("GDP_group").EN != "GDP group" {
		t.Errorf("schemes %v", reg.Schemes())
	}
	sameFigures(t, table(t, idata.Data), table(t, f["0.csv"]), reg)
}

func nodeAt(t testing.TB, p *index.Plan, id string) index.PlanNode {
	i, ok := p.Col(id)
	if !ok {
		t.Fatalf("no node %s", id)
	}
	return p.Nodes[i]
}

// sameFigures compares every cell of the table that was written with the one it came from.
func sameFigures(t *testing.T, from, to [][]string, reg *units.Registry) {
	t.Helper()
	in := map[string][]string{}
	for _, r := range from[1:] {
		in[r[1]] = r
		if u, ok := reg.Unit(r[1]); !ok || u.Name.VI != r[0] || u.Group("GDP_group", 0) != r[2] || u.Group("EurAsia_group", 0) != r[5] {
			t.Errorf("unit %s: %+v", r[1], u)
		}
	}
	if len(to) != len(from) || !slices.IsSortedFunc(to[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Errorf("%d rows of %d, or not by code", len(to), len(from))
	}
	compared := 0
	for _, r := range to[1:] {
		for i, cell := range r[1:] {
			was := in[r[0]][slices.Index(from[0], to[0][i+1])]
			x, err := strconv.ParseFloat(was, 64)
			y, err2 := strconv.ParseFloat(cell, 64)
			if (err != nil) != (cell == "") || err == nil && (err2 != nil || x != y) {
				t.Errorf("%s %s: %q was %q", r[0], to[0][i+1], cell, was)
			}
			compared++
		}
	}
	if compared != 51*(49+4) {
		t.Errorf("%d cells", compared)
	}
}

func TestSameBytes(t *testing.T) {
	a, _ := CoinR(file(t, "asem_idata.csv"), file(t, "asem_imeta.csv"), Options{ID: "asem"})
	b, _ := CoinR(file(t, "asem_idata.csv"), file(t, "asem_imeta.csv"), Options{ID: "asem"})
	if diff := cmp.Diff(a, b); diff != "" || len(a) != 4 {
		t.Error(diff)
	}
}

// Every option of the import command comes out in the plan.
func TestOptions(t *testing.T) {
	idata, imeta := file(t, "asem_idata.csv"), file(t, "asem_imeta.csv")
	for _, o := range []Options{
		{Impute: "mean"}, {Impute: "median"}, {Impute: "group-mean:Pop_group"}, {Impute: "group-median:EurAsia_group"}, {Impute: "row-mean"},
		{Impute: "latest"}, {Impute: "latest:3"}, {Impute: "linear"}, {Impute: "constant"}, {Impute: "none"},
		{Screen: "available:0.66"}, {Screen: "nonzero:0.5"}, {Screen: "none"},
		{Treat: "winsorise:5"}, {Treat: "winsorise:5:log"}, {Treat: "winsorise:3:log-plus"}, {Treat: "winsorise:3:box-cox:0.5"}, {Treat: "none"},
		{Normalise: "none"}, {Normalise: "minmax:1:10"}, {Normalise: "zscore:5:2"}, {Normalise: "scaled:0:50:10"}, {Normalise: "rank"}, {Normalise: "borda"},
		{Normalise: "percentile-rank"}, {Normalise: "fraction-of-max"}, {Normalise: "distance-to-max"}, {Normalise: "distance-to-reference:AUT"},
		{Normalise: "distance-to-reference:AUT:cap"}, {Normalise: "distance-to-target"}, {Normalise: "distance-to-target:cap"},
		{Combine: "arithmetic"}, {Combine: "harmonic", Normalise: "minmax:1:100"}, {Combine: "generalised:2"}, {Combine: "copeland"},
		{Combine: "geometric,arithmetic,harmonic", Normalise: "minmax:1:100"}, {Coverage: "0.66"}, {Denominate: "off"}, {Denominate: "on"}, {Edition: "2018"}, {Across: "editions"},
	} {
		o.ID = "asem"
		f, ps := CoinR(idata, imeta, o)
		if ps.Faults() > 0 {
			t.Errorf("%+v: %v", o, ps)
			continue
		}
		ix, _ := parsed(t, f)
		p := ix.Plans[0]
		leaf := nodeAt(t, p, "Flights")
		for _, c := range []struct{ what, want, got string }{
			{"fill", or(o.Impute, "none"), or(leaf.Fill.String(), "none")},
			{"screen", or(o.Screen, "none"), or(p.Screen.String(), "none")},
			{"treat", or(o.Treat, "none"), or(leaf.Treat.String(), "none")},
			{"normalise", or(o.Normalise, "minmax:0:100"), leaf.Normalise.String()},
			{"combine", strings.ReplaceAll(strings.Split(or(o.Combine, "arithmetic"), ",")[0], "arithmetic", "mean"), nodeAt(t, p, "Physical").Combine.String()},
			{"coverage", or(o.Coverage, "0"), fmt.Sprint(nodeAt(t, p, "Physical").Coverage)},
			{"denominate", map[bool]string{true: "Population", false: ""}[o.Denominate != "off"], leaf.Per},
			{"edition", or(o.Edition, "0"), p.Edition.ID}, {"across", o.Across, p.Across},
		} {
			if c.want != c.got {
				t.Errorf("%+v: %s is %q, want %q", o, c.what, c.got, c.want)
			}
		}
		if strings.Contains(o.Combine, ",") && (nodeAt(t, p, "Conn").Combine.String() != "mean" || p.Root().Combine.String() != "harmonic") {
			t.Errorf("combine by level: %s, %s", nodeAt(t, p, "Conn").Combine, p.Root().Combine)
		}
	}
}

func TestBadOptions(t *testing.T) {
	idata, imeta := file(t, "asem_idata.csv"), file(t, "asem_imeta.csv")
	for want, o := range map[string]Options{
		"-impute index-method-unknown":         {Impute: "median-of-all"},
		"-impute foreign-option":               {Impute: "group-mean:Continent"},
		"-coverage foreign-option":             {Coverage: "66"},
		"-denominate foreign-option":           {Denominate: "no"},
		"-edition foreign-option":              {Edition: "năm 2018"},
		"-combine foreign-option":              {Combine: "geometric,arithmetic", Normalise: "minmax:1:100"},
		"-across foreign-option":               {Across: "all"},
		"index.yaml index-unit-unknown":        {Normalise: "distance-to-reference:ZZZ"},
		"-normalise index-method-argument-bad": {Normalise: "minmax:10:1"},
	} {
		f, ps := CoinR(idata, imeta, o)
		at, code, _ := strings.Cut(want, " ")
		if f != nil || !slices.ContainsFunc(ps, func(p problem.Problem) bool {
			return p.Place.File == at && (p.Code == code || !strings.HasPrefix(p.Code, "foreign") && p.Severity == problem.Fault)
		}) {
			t.Errorf("%s: %v", want, ps)
		}
	}
}

const smallMeta = `"Level","iCode","iName","Direction","Weight","Unit","Target","Denominator","Parent","Type","ScaleFactor","goalpost_lower","goalpost_upper","goalpost_scale","goalpost_trunc2posts"
1,"a","Số a",1,0.5,"%",NA,"d","P","Indicator",1000,0,10,100,TRUE
1,"b","",-1,1,NA,3,NA,"P","Indicator",NA,1,5,10,FALSE
1,"m",NA,1,NA,NA,NA,NA,NA,"Indicator",NA,NA,NA,NA,NA
2,"P","Pillar",NA,1,NA,NA,NA,"I","Aggregate",NA,NA,NA,NA,NA
3,"I","Chỉ số",NA,NA,NA,NA,NA,NA,"Aggregate",NA,NA,NA,NA,NA
NA,"g","Nhóm",NA,NA,NA,NA,NA,NA,"Group",NA,NA,NA,NA,NA
NA,"d",NA,NA,NA,NA,NA,NA,NA,"Denominator",NA,NA,NA,NA,NA
NA,"o",NA,NA,NA,NA,NA,NA,NA,"Other",NA,NA,NA,NA,NA
`

func TestSmallPanel(t *testing.T) {
	data := `"","uCode","uName","Time","g","a","b","m","d","o"
"1","X","Xứ",2020,"High",1.135,2,NA,1e3,"note"
"2","NA","Namibia",2020,"Low",1e-5,NA,NA,2000,NA
"3","X","Xứ",2019,"Low",10.5,20,7,1000,NA
"4","X","Xứ",2021,"High",-1.25,20,7,1000,NA
"5","NA",NA,2021,"Low",NA,NA,NA,NA,NA
"6","Y",NA,2021,NA,3,NA,NA,NA,NA
`
	f, ps := CoinR(File{Name: "d.csv", Data: []byte(data)}, File{Name: "m.csv", Data: []byte(smallMeta)}, Options{ID: "x", Normalise: "goalposts"})
	if got := codesOf(ps); got != "m.csv:9:4 foreign-left-out o" {
		t.Errorf("problems: %s", got)
	}
	ix, reg := parsed(t, f)
	if want := "code,kind,name,groups\nNA,unit,Namibia,g:Low\nX,unit,Xứ,g:Low@..2019-12-31;g:High@2020-01-01..\nY,unit,Y,\n"; string(f["units.csv"]) != want {
		t.Errorf("units.csv:\n%s", f["units.csv"])
	}
	if want := "code,a,b,m,d\nNA,0.00001,,,2000\nX,1.1350,2,,1000\n"; string(f["2020.csv"]) != want {
		t.Errorf("2020.csv:\n%s", f["2020.csv"])
	}
	if want := "code,a,b,m,d\nNA,,,,\nX,-1.25,20,7,1000\nY,3,,,\n"; string(f["2021.csv"]) != want {
		t.Errorf("2021.csv:\n%s", f["2021.csv"])
	}
	var ids []string
	for _, p := range ix.Plans {
		ids = append(ids, p.Edition.ID+":"+strings.Join(p.Edition.Only, ","))
		if p.Across != "editions" {
			t.Errorf("%s: years of a panel are scaled together", p.Edition.ID)
		}
	}
	if diff := cmp.Diff([]string{"2019:X", "2020:NA,X", "2021:"}, ids); diff != "" {
		t.Error(diff)
	}
	a, b, m := nodeAt(t, ix.Plans[0], "a"), nodeAt(t, ix.Plans[0], "b"), nodeAt(t, ix.Plans[0], "m")
	if *a.Weight != 0.5 || a.Per != "d" || a.PerScale != 1000 || a.Normalise.String() != "goalposts:100" || *a.Goalposts != [2]float64{0, 10} || a.Unit.VI != "%" {
		t.Errorf("a: %+v", a.Node)
	}
	if b.Name.VI != "b" || b.Direction != -1 || *b.Target != 3 || b.Normalise.String() != "goalposts:10:open" {
		t.Errorf("b: %+v", b.Node)
	}
	if !m.Measured || !m.Beside {
		t.Errorf("m: %+v", m.Node)
	}
	x, _ := reg.Unit("X")
	if x.Group("g", ix.Plans[0].AsOf) != "Low" || x.Group("g", ix.Plans[1].AsOf) != "High" {
		t.Errorf("groups of X: %v", x.Groups)
	}
	f, ps = CoinR(File{Name: "d.csv", Data: []byte(data)}, File{Name: "m.csv", Data: []byte(smallMeta)}, Options{ID: "x", Edition: "2020"})
	if ps.Faults() > 0 || len(f) != 4 || f["2020.csv"] == nil {
		t.Errorf("one year: %v", ps)
	}
	if _, ps = CoinR(File{Name: "d.csv", Data: []byte(data)}, File{Name: "m.csv", Data: []byte(smallMeta)}, Options{ID: "x", Edition: "2000"}); ps.Faults() != 1 {
		t.Errorf("no such year: %v", ps)
	}
}

func codesOf(ps problem.List) string {
	var all []string
	for _, p := range ps {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Place, p.Code, p.Found)))
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// Every fault of both files is told in one run.
func TestCoinRFaults(t *testing.T) {
	small := "uCode,a\nX,1\nY,2\n"
	head := "Level,iCode,Direction,Weight,Denominator,Parent,Type,goalpost_lower,goalpost_upper\n"
	good := head + "1,a,1,1,NA,I,Indicator,NA,NA\n2,I,NA,NA,NA,NA,Aggregate,NA,NA\n"
	for _, c := range []struct{ name, data, meta, want string }{
		{"good", small, good, ""},
		{"empty", "", "", "d.csv foreign-rows-missing\nm.csv foreign-rows-missing"},
		{"columns", "code,a\nX,1\n", "iCode,iCode\na,b\n", "d.csv:1 foreign-column-missing\nm.csv:1 foreign-column-missing\nm.csv:1 foreign-column-missing\nm.csv:1 foreign-column-missing\nm.csv:1 foreign-column-missing\nm.csv:1 foreign-column-missing\nm.csv:1 foreign-column-repeated iCode"},
		{"encoding", "uCode,a\nX,1\n\xff,2\n", good, "d.csv foreign-encoding"},
		{"syntax", "uCode,a\nX,1\nY,\"2\"x\nZ,1,2\n", good, "d.csv:3:5 foreign-csv\nd.csv:4 foreign-row-width 3"},
		{"cells", "uCode,a,z\nX,một,1\n,2,1\nX,Inf,1\nY;Z,1,1\nW,0x10,1\n", good,
			"d.csv:1 [C1] foreign-left-out z\nd.csv:2:3 foreign-number một\nd.csv:3:1 foreign-code-missing\nd.csv:4:1 foreign-code-repeated X\nd.csv:5:1 foreign-unit-form Y;Z\nd.csv:6:3 foreign-number 0x10"},
		{"time", "uCode,Time,a\nX,2019,1\nX,soon,2\nX,2020,2\nX,2020,3\nX,NA,3\n", good, "d.csv:3:3 foreign-time soon\nd.csv:5:1 foreign-code-repeated X\nd.csv:6:3 foreign-time NA"},
		{"meta", small, head + "1,a,2,-1,GDP,I,Indicator,5,1\n1,b,1,1,NA,J,Indicator,NA,3\n1,c,1,NA,NA,I,Indicator,NA,NA\n1,chữ,1,1,NA,I,Indicator,NA,NA\n,,,,,,,,\n1,a,1,1,NA,I,Indicator,NA,NA\n1,e,x,1,NA,I,Sum,NA,NA\n0.5,f,1,1,NA,I,Indicator,NA,NA\n2,I,NA,NA,NA,NA,Aggregate,NA,NA\n",
			"m.csv:2:3 foreign-denominator-unknown GDP\nm.csv:2:5 foreign-number 2\nm.csv:2:7 foreign-number -1\nm.csv:2:26 foreign-goalposts a\nm.csv:3:3 foreign-data-missing b\nm.csv:3:3 foreign-parent-unknown J\nm.csv:3:24 foreign-goalposts b\n" +
				"m.csv:4:3 foreign-data-missing c\nm.csv:4:7 foreign-number NA\nm.csv:5:3 foreign-code-form chữ\nm.csv:6:2 foreign-code-missing\nm.csv:7:3 foreign-code-repeated a\nm.csv:8:14 foreign-type Sum\nm.csv:9:1 foreign-number 0.5\nm.csv:9:5 foreign-data-missing f"},
		{"tree", small, head + "1,a,1,1,NA,P,Indicator,NA,NA\n2,P,NA,1,NA,Q,Aggregate,NA,NA\n2,Q,NA,1,NA,I,Aggregate,NA,NA\n4,I,NA,NA,NA,NA,Aggregate,NA,NA\n4,J,NA,NA,NA,NA,Aggregate,NA,NA\n",
			"m.csv:3:3 foreign-parent-level P\nm.csv:4:3 foreign-level-skipped Q\nm.csv:6:3 foreign-childless J\nm.csv:6:3 foreign-root I, J"},
		{"cycle", small, head + "1,a,1,1,NA,P,Indicator,NA,NA\n2,P,NA,1,NA,P,Aggregate,NA,NA\n", "foreign-root\nm.csv:3:3 foreign-parent-level P"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, ps := CoinR(File{Name: "d.csv", Data: []byte(c.data)}, File{Name: "m.csv", Data: []byte(c.meta)}, Options{ID: "x"})
			want := strings.Split(c.want, "\n")
			slices.Sort(want)
			if diff := cmp.Diff(strings.Join(want, "\n"), codesOf(ps)); diff != "" {
				t.Error(diff)
			}
			if (f != nil) != (c.want == "") {
				t.Errorf("folder written: %v", f != nil)
			}
			for _, p := range ps {
				if strings.Contains(p.In("vi")+p.In("en"), "{") {
					t.Errorf("argument left open: %s", p)
				}
			}
		})
	}
}

func TestQuotedCellPlaces(t *testing.T) {
	f := (&project{}).readFrame(File{Name: "x.csv", Data: []byte("a,b,c\n\n\"một\ndòng\",\"NA\",NA\n1,\"ô, ô\",x\n")})
	if f.text(0, "b") != "NA" || f.text(0, "c") != "" || f.text(1, "b") != "ô, ô" {
		t.Errorf("%v", f.rows)
	}
	for _, c := range []struct {
		row    int
		column string
		want   string
	}{{0, "a", "x.csv:3:1"}, {0, "b", "x.csv:4:7"}, {0, "c", "x.csv:4:12"}, {1, "c", "x.csv:5:10"}} {
		if got := f.place(c.row, c.column).String(); got != c.want {
			t.Errorf("row %d, %s stands at %s, want %s", c.row, c.column, got, c.want)
		}
	}
}

// A number that is written reads back as the same double, also by rules that know thousands.
func TestDecimal(t *testing.T) {
	for x, want := range map[float64]string{1.135: "1.1350", 35.825: "35.8250", 0.5: "0.5", 1000: "1000", 0.125: "0.1250", 1e-13: "1e-13", 1e21: "1e+21", -2.5: "-2.5"} {
		if got := decimal(x); got != want {
			t.Errorf("decimal(%g) = %s, want %s", x, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.OneOf(rapid.Float64(), rapid.Map(rapid.IntRange(-2_000_000, 2_000_000), func(n int) float64 { return float64(n) / 1000 })).Draw(t, "x")
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return
		}
		s := decimal(x)
		if y, err := strconv.ParseFloat(s, 64); err != nil || y != x {
			t.Errorf("%g is written %s, reads %g", x, s, y)
		}
		if n := sheet.ParseNumber(s, sheet.Style{}); n.Is != sheet.Figure || n.Value != x {
			t.Errorf("%g is written %s, which a sheet reads as %+v", x, s, n)
		}
	})
}

func FuzzCoinR(f *testing.F) {
	f.Add("uCode,a\nX,1\n", smallMeta)
	f.Add("uCode,Time,a,b,m,d,g,o\nX,1,1,2,3,4,l,z\nX,2,1,2,3,4,h;@,z\n", smallMeta)
	f.Add("\"uCode\",\"a\"\n\"NA\",NA\n", "Level,iCode,Direction,Weight,Parent,Type\n1,a,1,1,I,Indicator\n2,I,,,,Aggregate\n")
	f.Fuzz(func(t *testing.T, data, meta string) {
		folder, ps := CoinR(File{Name: "d.csv", Data: []byte(data)}, File{Name: "m.csv", Data: []byte(meta)}, Options{ID: "x"})
		if (folder == nil) != (ps.Faults() > 0) {
			t.Errorf("folder %v with %v", folder != nil, ps)
		}
	})
}

// BenchmarkCoinR takes over 10,000 units with 100 indicators under 10 pillars.
func BenchmarkCoinR(b *testing.B) {
	var meta, data strings.Builder
	meta.WriteString("Level,iCode,Direction,Weight,Parent,Type\n3,I,NA,NA,NA,Aggregate\n")
	data.WriteString("uCode")
	for i := range 100 {
		fmt.Fprintf(&meta, "1,i%d,1,1,p%d,Indicator\n", i, i/10)
		fmt.Fprintf(&data, ",i%d", i)
		if i%10 == 0 {
			fmt.Fprintf(&meta, "2,p%d,NA,1,I,Aggregate\n", i/10)
		}
	}
	for u := range 10_000 {
		fmt.Fprintf(&data, "\nU%05d", u)
		for i := range 100 {
			fmt.Fprintf(&data, ",%.12f", math.Sin(float64(u*100+i)))
		}
	}
	d, m := File{Name: "d.csv", Data: []byte(data.String())}, File{Name: "m.csv", Data: []byte(meta.String())}
	for b.Loop() {
		if f, ps := CoinR(d, m, Options{ID: "x"}); f == nil {
			b.Fatal(ps)
		}
	}
}
