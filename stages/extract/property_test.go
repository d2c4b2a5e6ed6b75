package extract

import (
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// print writes down everything a table holds, with the sheet cells of its figures where asked.
func printed(t *cube.Table, units []string) string {
	var out strings.Builder
	for _, u := range units {
		out.WriteString(u + ": " + row(t, u) + "\n")
	}
	return out.String()
}

var provinces = []string{"P-DNA", "P-HGI", "P-HNO", "P-HUE"}

// names of each province that mean the same.
var called = map[string][]string{"P-DNA": {"P-DNA", "Đà Nẵng", "TP Đà Nẵng", "da nang"}, "P-HGI": {"Hà Giang", "Tỉnh Hà Giang", "HÀ GIANG"}, "P-HNO": {"P-HNO", "Hà Nội", "Hanoi", "thủ đô Hà Nội"},
	"P-HUE": {"Huế", "Thừa Thiên - Huế", "Thừa Thiên Huế", "TP. Huế"}}

var headed = map[string][]string{"svc": {"svc", "Dịch vụ", "SERVICES"}, "inf": {"inf", "Hạ tầng", "infrastructure"}, "l4": {"l4", "L4"}, "all_services": {"all_services"}, "TST": {"TST (công bố)", "tổng hợp (công bố)", "Overall (published)", "tst"},
	"rank": {"Hạng TST (công bố)", "Rank overall (published)", "Hạng", "tst_rank"}}

// ways of writing a figure with at most two decimals.
func written(v float64, rt *rapid.T) any {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	switch rapid.SampledFrom([]string{"number", "comma", "dot", "blanks"}).Draw(rt, "way") {
	case "comma":
		return strings.Replace(s, ".", ",", 1)
	case "dot":
		return s
	case "blanks":
		return " " + strings.Replace(s, ".", ",", 1) + "\u00a0"
	}
	return v
}

// Shuffled rows and columns, other names of units and nodes, other ways of writing, titles above, another kind of file:
// the same cube.
func TestTheSameMeaning(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := slices.Sorted(maps.Keys(headed))
		figures := map[string]map[string]float64{}
		for _, u := range provinces {
			figures[u] = map[string]float64{"svc": float64(rapid.IntRange(0, 100).Draw(rt, "svc")) / 100, "inf": float64(rapid.IntRange(0, 9999).Draw(rt, "inf")) / 100,
				"l4": float64(rapid.IntRange(0, 50).Draw(rt, "l4")), "all_services": 50, "TST": float64(rapid.IntRange(0, 99).Draw(rt, "tst")) / 100, "rank": float64(rapid.IntRange(1, 4).Draw(rt, "rank"))}
		}
		table := func(units, columns []string, plain bool) [][]any {
			rows := [][]any{{"Mã"}}
			for _, c := range columns {
				head := headed[c][0]
				if !plain {
					head = rapid.SampledFrom(headed[c]).Draw(rt, "header")
				}
				rows[0] = append(rows[0], head)
			}
			for _, u := range units {
				name := u
				if !plain {
					name = rapid.SampledFrom(called[u]).Draw(rt, "name")
				}
				cells := []any{name}
				for _, c := range columns {
					if plain {
						cells = append(cells, figures[u][c])
					} else {
						cells = append(cells, written(figures[u][c], rt))
					}
				}
				rows = append(rows, cells)
			}
			return rows
		}
		want, ps := one(t, "2020.xlsx", xlsx(t, map[string][][]any{"A": table(provinces, columns, true)}))
		if len(ps) > 0 {
			rt.Fatal(ps)
		}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		units := slices.Clone(provinces)
		r.Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
		r.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
		rows := table(units, columns, false)
		for range rapid.IntRange(0, 3).Draw(rt, "titles") {
			rows = append([][]any{{"Bảng tổng hợp số liệu"}}, rows...)
		}
		got, ps := one(t, "2020.xlsx", xlsx(t, map[string][][]any{"B": rows}))
		if len(ps) > 0 || printed(got, provinces) != printed(want, provinces) {
			rt.Fatalf("%v\n%v\ngot\n%swant\n%s", rows, ps, printed(got, provinces), printed(want, provinces))
		}
		got, ps = one(t, "2020.csv", asCSV(rows))
		if len(ps) > 0 || printed(got, provinces) != printed(want, provinces) {
			rt.Fatalf("as CSV\n%v\ngot\n%swant\n%s", ps, printed(got, provinces), printed(want, provinces))
		}
	})
}

func asCSV(rows [][]any) string {
	var out strings.Builder
	w := csv.NewWriter(&out)
	w.Comma = ';'
	for _, row := range rows {
		fields := make([]string, len(row))
		for i, v := range row {
			fields[i] = fmt.Sprint(v)
		}
		_ = w.Write(fields)
	}
	w.Flush()
	return out.String()
}

// What a machine writes comes back to the last bit, whatever the order of its rows.
func TestMachineTables(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(provinces).Draw(rt, "order")
		values := map[string]float64{}
		data := "unit,inf\n"
		for _, u := range order {
			values[u] = rapid.Float64().Filter(func(v float64) bool { return v-v == 0 }).Draw(rt, u)
			data += u + "," + strconv.FormatFloat(values[u], 'g', -1, 64) + "\n"
		}
		tb, ps := one(t, "2020.csv", data)
		if len(ps) > 0 {
			rt.Fatal(data, ps)
		}
		for u, v := range values {
			i, _ := tb.Row(u)
			if got := tb.Given("inf").Column.At(i); math.Float64bits(got) != math.Float64bits(v) {
				rt.Fatalf("%s: %v, want %v", u, got, v)
			}
		}
	})
}

// However the indices interleave, problems and files come in the same order.
func TestOrderOfProblems(t *testing.T) {
	files := map[string]string{}
	for i := range 8 {
		id := fmt.Sprintf("i%d", i)
		files[id+"/index.yaml"] = indexYAML
		files[id+"/2019.csv"] = "unit,svc\nxx,1\nP-HNO,2\n"
		files[id+"/2020.csv"] = "unit,svc\nyy,1\nP-HNO,2\n"
	}
	first := ""
	for range 5 {
		in, ps := Tree(tree(files), Options{})
		var out strings.Builder
		for _, p := range ps {
			out.WriteString(p.In("en") + "\n")
		}
		fmt.Fprint(&out, in.Files)
		if first == "" {
			first = out.String()
		}
		if out.String() != first {
			t.Fatalf("%s\nthen\n%s", first, out.String())
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add("unit,svc\nP-HNO,0.5\n")
	f.Add("Bảng 1\n\nĐơn vị;Chỉ tiêu;score;rank\nHà Nội;svc;0,5;1/3\n")
	f.Add("năm\tmã\tHạng TST (công bố)\n2019\tP-HUE\t01 (0,727)\n")
	f.Add("unit,unit,svc,svc,rank\n,,,,\n")
	f.Fuzz(func(t *testing.T, data string) {
		in, ps := Tree(tree(map[string]string{"tst/2020.csv": data}), Options{})
		for _, tb := range in.Input("tst").Cube.Tables {
			for _, name := range tb.GivenNames() {
				check(t, tb.Given(name).Column, tb.Given(name).Origin, data)
			}
			for i := range tb.Nodes {
				for _, l := range []cube.Layer{cube.PublishedScore, cube.PublishedRank} {
					if tb.Has(l, i) {
						check(t, tb.At(l, i), tb.Origin(l, i), data)
					}
				}
			}
		}
		for _, p := range ps {
			if p.Code == "" || p.Place.File == "" && p.Place.Line == 0 {
				t.Fatalf("%q: %+v", data, p)
			}
		}
	})
}

// check holds that every figure has a place and is finite.
func check(t *testing.T, c cube.Column, o cube.Origin, data string) {
	for i := range c.Len() {
		if v := c.At(i); v == v && (v-v != 0 || len(o.At(i).Places) == 0) {
			t.Fatalf("%q: %v from %+v", data, v, o.At(i))
		}
	}
}

func FuzzHeader(f *testing.F) {
	in, _ := Tree(tree(nil), Options{})
	ix := in.Input("tst").Index
	for _, s := range []string{"EGDI", "Hạng TST (công bố)", "svc_rank", "rank", "Mã", "Điểm Dịch vụ (công bố)", "(công bố)", "_rank", "hạng "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c := newFinder(ix, ix.Plans[1]).column(text)
		if c.role == figureRole && c.answer == "" {
			if _, ok := ix.Plans[1].Col(c.node); !ok {
				t.Fatalf("%q heads the unknown node %q", text, c.node)
			}
		}
	})
}

// The figures of this repository are read whole: no fault, and as many figures as their sources have.
func TestRepositoryData(t *testing.T) {
	in, ps := Data("../../data", Options{})
	for _, p := range ps {
		if p.Severity == problem.Fault {
			t.Error(p.In("en"))
		}
	}
	egdi := in.Input("egdi")
	if egdi == nil {
		t.Fatal("data/egdi is not there")
	}
	scores := map[string]int{"2003": 173, "2004": 178, "2005": 179, "2008": 182, "2010": 183, "2012": 190, "2014": 193, "2016": 193, "2018": 193, "2020": 193, "2022": 193, "2024": 193}
	for edition, want := range scores {
		tb := egdi.Cube.Table(edition)
		if got := tb.At(cube.PublishedScore, 0).Present(); got != want || tb.At(cube.PublishedRank, 0).Present() != want {
			t.Errorf("EGDI %s: %d published scores, want %d", edition, got, want)
		}
	}
	tb := egdi.Cube.Table("2020")
	if got, want := row(tb, "VNM"), "egdi#86 egdi~0.6667"; !strings.Contains(got, want) {
		t.Errorf("Viet Nam 2020: %s", got)
	}
	for _, f := range in.Files {
		if !strings.HasPrefix(f.Name, "data/") {
			t.Errorf("file %s", f.Name)
		}
	}
}
