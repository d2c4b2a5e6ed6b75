package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// sample is an index of one combination over k indicators, n units; every seventh value is missing.
func sample(n, k int) (*index.Index, []Edition) {
	ix := &index.Index{ID: "thu", Name: problem.Text{VI: "Chỉ số thử", EN: "Trial index"}}
	root := &index.Node{ID: "goc"}
	p := &index.Plan{Index: ix, Edition: &index.Edition{ID: "2024"}, Classes: index.Classes{List: []index.Class{{From: 0.5, Name: problem.Text{VI: "Cao"}}}}}
	p.Nodes = append(p.Nodes, index.PlanNode{Node: root, Parent: -1, Level: 2})
	for c := range k {
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: fmt.Sprintf("x%d", c+1)}, Col: c + 1, Level: 1})
		p.Nodes[0].Children = append(p.Nodes[0].Children, index.Child{Col: c + 1, Weight: 0.25})
	}
	codes := make([]string, n)
	for i := range codes {
		codes[i] = fmt.Sprintf("U%05d", i)
	}
	t := cube.New("2024", codes, p.IDs())
	for c := range p.Nodes {
		x, place := make([]float64, n), make([]int32, n)
		for i := range x {
			x[i], place[i] = float64((i*37+c*11)%1009)/1009, int32(i+1)
			if (i+c)%7 == 0 {
				x[i], place[i] = math.NaN(), 0
			}
		}
		s := cube.Seal(x)
		if c > 0 {
			t.Lay(cube.Value, c, s)
			t.Lay(cube.Normal, c, s)
			t.SetOrigin(cube.Value, c, cube.SheetColumn{File: "thu/2024.xlsx", Sheet: "S", Column: c, Rows: place})
		}
		t.Lay(cube.Score, c, s)
		t.LayRanking(c, &cube.Ranking{Place: place, Of: []int32{int32(n)}, Previous: place})
	}
	t.Class = make([]int8, n)
	t.AddMark(1, 3, cube.Mark{Code: "filled:median"})
	return ix, []Edition{{p, t}}
}

func writeAll(t testing.TB, tables []Table, workers int) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if _, err := Write(dir, tables, Package{Name: "xephang", Title: "xephang"}, workers); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, pattern := range []string{"*", "excel/*"} {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, n := range names {
			if b, err := os.ReadFile(n); err == nil {
				rel, _ := filepath.Rel(dir, n)
				files[rel] = b
			}
		}
	}
	return files
}

func TestSameBytesAtAnyWorkers(t *testing.T) {
	ix, editions := sample(3000, 60) // two row groups
	tables := []Table{CellTable(ix, editions, &units.Registry{}), GroupTable(ix, editions, nil), ProblemTable(nil)}
	one := writeAll(t, tables, 1)
	for _, workers := range []int{2, 5} {
		for name, b := range writeAll(t, tables, workers) {
			if !bytes.Equal(b, one[name]) {
				t.Errorf("%s differs at %d workers", name, workers)
			}
		}
	}
}

func TestCSVAndParquetHoldTheSameCells(t *testing.T) {
	ix, editions := sample(50, 3)
	files := writeAll(t, []Table{CellTable(ix, editions, &units.Registry{})}, 2)
	rows, err := csv.NewReader(bytes.NewReader(files["thu.csv"])).ReadAll()
	if err != nil || len(rows) != 1+50*4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if got := strings.Join(rows[0], ","); got != "index,edition,unit,unit_name,node,level,parent,weight,points,value,filled,treated,normal,score,rank,rank_of,tied,class,previous_rank,change,rank_low,rank_high,published_score,published_rank,flag,source" {
		t.Errorf("header %s", got)
	}
	if got := strings.Join(rows[1+50+3], ","); got != "thu,2024,U00003,U00003,x1,1,goc,0.25,,0.12091179385530228,,,0.12091179385530228,0.12091179385530228,4,50,false,,4,0,,,,,filled:median,thu/2024.xlsx [S!A4]" {
		t.Errorf("row %s", got)
	}
	f, err := parquet.OpenFile(bytes.NewReader(files["thu.parquet"]), int64(len(files["thu.parquet"])))
	if err != nil {
		t.Fatal(err)
	}
	at := 1
	for _, group := range f.RowGroups() {
		r := group.Rows()
		for buf := make([]parquet.Row, 16); ; {
			n, err := r.ReadRows(buf)
			for _, row := range buf[:n] {
				for c, v := range row {
					if got := parquetText(v); got != rows[at][c] {
						t.Fatalf("row %d %s: parquet %q, csv %q", at, rows[0][c], got, rows[at][c])
					}
				}
				at++
			}
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		r.Close()
	}
	if at != len(rows) {
		t.Errorf("parquet holds %d rows", at-1)
	}
}

func parquetText(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Double:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	}
	return v.String()
}

func TestExcelFlavour(t *testing.T) {
	table := oneSegment(Table{Name: "x", Fields: []Field{{Name: "a"}, {Name: "b", Kind: Number}}}, 5, []Cells{
		{Texts: []string{"=1+1", "Hà; Nội", "@x", "", "nói \"được\""}}, {Numbers: []float64{0.5, -2, math.NaN(), 1e-9, 1234567.25}}})
	files := writeAll(t, []Table{table}, 1)
	if got, want := string(files["excel/x.csv"]), "\ufeffa;b\r\n'=1+1;0,5\r\n\"Hà; Nội\";-2\r\n'@x;\r\n;1e-09\r\n\"nói \"\"được\"\"\";1234567,25\r\n"; got != want {
		t.Errorf("excel:\n%q\nwant\n%q", got, want)
	}
	if got, want := string(files["x.csv"]), "a,b\r\n=1+1,0.5\r\nHà; Nội,-2\r\n@x,\r\n,1e-09\r\n\"nói \"\"được\"\"\",1234567.25\r\n"; got != want {
		t.Errorf("machine:\n%q\nwant\n%q", got, want)
	}
}

func TestDataPackageNamesEveryFile(t *testing.T) {
	ix, editions := sample(10, 2)
	files := writeAll(t, []Table{CellTable(ix, editions, &units.Registry{}), ProblemTable(problem.List{{Code: "b"}, {Code: "a"}, {Code: "b"}})}, 2)
	var p struct {
		Resources []struct {
			Name, Path string
			Bytes      int
		}
	}
	if err := json.Unmarshal(files["datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Resources) != len(files)-1 {
		t.Errorf("%d resources, %d files", len(p.Resources), len(files)-1)
	}
	for _, r := range p.Resources {
		if len(files[r.Path]) != r.Bytes {
			t.Errorf("%s: %d bytes described, %d written", r.Path, r.Bytes, len(files[r.Path]))
		}
	}
	if got := string(files["problems.csv"]); got != "code,severity,index,edition,count,place\r\na,fault,,,1,\r\nb,fault,,,2,\r\n" {
		t.Errorf("problems %q", got)
	}
}

// BenchmarkWrite10k100 writes every layer of 10,000 units × 100 indicators, CSV and Parquet side by side.
func BenchmarkWrite10k100(b *testing.B) {
	ix, editions := sample(10_000, 110) // too long for Excel: two flavours
	tables := []Table{CellTable(ix, editions, &units.Registry{})}
	for b.Loop() {
		if _, err := Write(b.TempDir(), tables, Package{}, 2); err != nil {
			b.Fatal(err)
		}
	}
}
