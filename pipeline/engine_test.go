package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/extract"
)

// small is an index of nine units with four indicators in two pillars, a geometric mean among them; a fault is put into
// it by replacement.
const small = `name: {vi: Thử, en: Trial}
units: [province]
scale: {from: 0, to: 100, decimals: 4}
normalise: minmax:1:100
tree:
  node: all
  name: {vi: Tất cả, en: All}
  parts:
    - node: p
      name: {vi: P, en: P}
      combine: geometric
      parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]
    - node: q
      name: {vi: Q, en: Q}
      parts: [{node: c, name: {vi: C, en: C}}, {node: d, name: {vi: D, en: D}}]
editions:
  2024: {}
`

const smallCSV = "unit,a,b,c,d\nP-1,1,9,5,2\nP-2,2,8,4,2\nP-3,3,7,6,3\nP-4,4,6,1,9\nP-5,5,5,2,8\n"

// unitsOf declares n provinces.
func unitsOf(n int) string {
	s := "code,kind,name_vi\n"
	for i := range n {
		s += fmt.Sprintf("P-%d,province,Tỉnh %d\n", i+1, i+1)
	}
	return s
}

// TestBadInputIsRefusedOrPublishedWithItsDoubt goes through what the engine may be given that cannot be computed: it is
// refused when the index is read where that can be known, else it is a problem with its place; and no published cell is
// anything but a number or empty.
func TestBadInputIsRefusedOrPublishedWithItsDoubt(t *testing.T) {
	change := func(old, new string) [2]string { return [2]string{old, new} }
	none := change("", "")
	for _, c := range []struct {
		what, code string
		refused    bool
		yaml       [2]string
		table      string
	}{
		{"a constant column", "scale-constant", false, none, "unit,a,b,c,d\nP-1,1,9,5,2\nP-2,2,8,5,3\nP-3,3,7,5,4\n"},
		{"a column without any value", "column-empty", false, none, "unit,a,b,c,d\nP-1,1,9,,2\nP-2,2,8,,3\nP-3,3,7,,4\n"},
		{"a unit without any value", "unit-empty", false, none, "unit,a,b,c,d\nP-1,1,9,5,2\nP-2,2,8,4,3\nP-3,,,,\n"},
		{"one unit only", "unit-single", false, none, "unit,a,b,c,d\nP-1,1,9,5,2\n"},
		{"a scale that reaches 0 under a geometric mean", "index-mean-zero", true, change("minmax:1:100", "minmax:0:100"), smallCSV},
		{"zeros under a geometric mean", "combine-no-value", true, change("normalise: minmax:1:100", "normalise: none"), strings.Replace(smallCSV, "P-1,1,", "P-1,0,", 1)},
		{"a target that cannot be reached", "scale-target-unreachable", true, change("{node: c,", "{node: c, target: 0, normalise: distance-to-target,"), smallCSV},
		{"weights that sum to 0", "index-weight-zero", true, change("parts: [{node: c, name: {vi: C, en: C}}, {node: d,", "parts: [{node: c, weight: 0, name: {vi: C, en: C}}, {node: d, weight: 0,"), smallCSV},
		{"a reference unit that nobody knows", "index-unit-unknown", true, change("{node: c,", "{node: c, normalise: distance-to-reference:P-99,"), smallCSV},
		{"a reference unit without a value", "scale-reference-empty", false, change("{node: c,", "{node: c, normalise: distance-to-reference:P-9,"), smallCSV},
		{"an infinite value", "number-bad", true, none, strings.Replace(smallCSV, "P-1,1,", "P-1,Inf,", 1)},
		{"a value beyond all numbers", "number-bad", true, none, strings.Replace(smallCSV, "P-1,1,", "P-1,1e999,", 1)},
		{"values too far apart for a difference", "scale-infinite", false, none, strings.NewReplacer("P-1,1,", "P-1,-1.7e308,", "P-2,2,", "P-2,1.7e308,").Replace(smallCSV)},
	} {
		dir := t.TempDir()
		known := 9
		if c.code == "unit-single" {
			known = 1
		}
		put(t, []byte(unitsOf(known)), dir, "data", "units.csv")
		put(t, []byte(strings.Replace(small, c.yaml[0], c.yaml[1], 1)), dir, "data", "thu", "index.yaml")
		put(t, []byte(c.table), dir, "data", "thu", "2024.csv")
		var told bytes.Buffer
		code := run([]string{"report", "-quiet", "-only", "data", "-data", filepath.Join(dir, "data"), "-seeds", "none", "-out", filepath.Join(dir, "out")}, nil, io.Discard, &told)
		if c.refused {
			if _, err := os.Stat(filepath.Join(dir, "out", "data")); code != exitFaults || !strings.Contains(told.String(), "["+c.code+"]") || err == nil {
				t.Errorf("%s: exit %d, %q was wanted, nothing published (%v):\n%s", c.what, code, c.code, err, &told)
			}
			if !strings.Contains(told.String(), "thu/") {
				t.Errorf("%s: no place:\n%s", c.what, &told)
			}
			continue
		}
		if code != 0 {
			t.Errorf("%s: exit %d\n%s", c.what, code, &told)
			continue
		}
		data := filepath.Join(dir, "out", "data")
		if doubts := string(published(t, data, "problems.csv")); !strings.Contains(doubts, c.code+",") {
			t.Errorf("%s: %q is not among the problems:\n%s", c.what, c.code, doubts)
		}
		onlyNumbers(t, c.what, published(t, data, "thu.csv"))
	}
}

func published(t *testing.T, path ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// onlyNumbers wants no published figure that is no number.
func onlyNumbers(t *testing.T, what string, table []byte) {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%s: %d rows, %v", what, len(all), err)
	}
	for _, row := range all[1:] {
		for _, cell := range row {
			if low := strings.ToLower(strings.TrimLeft(cell, "+-")); slices.Contains([]string{"nan", "inf", "infinity", "∞"}, low) {
				t.Errorf("%s: %q published in %q", what, cell, row)
			}
		}
	}
}

// ways are methods of each kind that see neither the unit of measure nor the order of the units.
var ways = struct{ fill, treat, normalise, combine []string }{
	[]string{"none", "mean", "median", "row-mean"},
	[]string{"none", "winsorise:3", "winsorise:5:log", "winsorise:2:log-plus", "log"},
	[]string{"minmax:1:100", "zscore:50:5", "rank", "borda", "percentile-rank", "distance-to-max"},
	[]string{"mean", "median", "minimum", "generalised:2"},
}

// made is an index of 4 pillars × 3 indicators with its units and values, drawn at random.
type made struct {
	yaml   string
	units  int
	values [][]float64 // by indicator; NaN = missing
	down   []bool      // less is better
}

func someIndex(t *rapid.T) made {
	one := func(what string, of []string) string { return rapid.SampledFrom(of).Draw(t, what) }
	m := made{units: rapid.IntRange(4, 40).Draw(t, "units")}
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	var src strings.Builder
	fmt.Fprintf(&src, "name: {vi: Thử, en: Trial}\nunits: [province]\nscale: {from: 0, to: 100, decimals: 4}\nfill: %s\ntreat: %s\nnormalise: %s\ncombine: %s\ntree:\n  node: all\n  name: {vi: T, en: T}\n  parts:\n",
		one("fill", ways.fill), one("treat", ways.treat), one("normalise", ways.normalise), one("combine", ways.combine))
	for p := range 4 {
		fmt.Fprintf(&src, "    - node: p%d\n      name: {vi: P, en: P}\n      parts:\n", p)
		for k := 3 * p; k < 3*p+3; k++ {
			m.down = append(m.down, random.IntN(3) == 0)
			direction := map[bool]int{true: -1, false: 1}[m.down[k]]
			fmt.Fprintf(&src, "        - {node: x%d, weight: %d, direction: %d, name: {vi: X%d, en: X%d}}\n", k, 1+random.IntN(3), direction, k, k)
			x := make([]float64, m.units)
			for i := range x {
				if x[i] = random.NormFloat64(); k%3 == 0 {
					x[i] = math.Exp(2 * x[i])
				}
				if random.IntN(10) == 0 {
					x[i] = nan
				}
			}
			m.values = append(m.values, x)
		}
	}
	m.yaml = src.String() + "editions:\n  2024: {}\n"
	return m
}

// table writes the values, units in the order of rows, each indicator times its factor.
func (m made) table(rows []int, factor []float64) string {
	var s strings.Builder
	s.WriteString("unit")
	for k := range m.values {
		fmt.Fprintf(&s, ",x%d", k)
	}
	for _, i := range rows {
		fmt.Fprintf(&s, "\nP-%d", i+1)
		for k, x := range m.values {
			if s.WriteString(","); x[i] == x[i] {
				fmt.Fprint(&s, x[i]*factor[k])
			}
		}
	}
	return s.String() + "\n"
}

// computed walks the engine over an index in memory.
func computed(t interface{ Fatal(...any) }, yaml, units, table string, jobs int) *cube.Table {
	files := fstest.MapFS{"units.csv": {Data: []byte(units)}, "thu/index.yaml": {Data: []byte(yaml)}, "thu/2024.csv": {Data: []byte(table)}}
	in, found := extract.Tree(files, extract.Options{})
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	y := &year{options: options{jobs: jobs}, in: in}
	for _, stage := range []func(*year) (string, error){(*year).normalise, (*year).score, (*year).rank} {
		if _, err := stage(y); err != nil {
			t.Fatal(err)
		}
	}
	return in.Input("thu").Cube.Table("2024")
}

func inOrder(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// Neither the order in which units and rows are written nor the unit of measure of an indicator moves a score or a rank.
func TestScoresSeeNeitherOrderNorUnitsOfMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someIndex(t)
		plain := slices.Repeat([]float64{1}, len(m.values))
		a := computed(t, m.yaml, unitsOf(m.units), m.table(inOrder(m.units), plain), 1)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "turn"), 2))
		factor := slices.Clone(plain)
		if rapid.Bool().Draw(t, "measured otherwise") {
			for k := range factor {
				factor[k] = math.Ldexp(1, random.IntN(21)-10)
			}
		}
		lines := strings.SplitAfter(unitsOf(m.units), "\n")
		random.Shuffle(m.units, func(i, j int) { lines[i+1], lines[j+1] = lines[j+1], lines[i+1] })
		b := computed(t, m.yaml, strings.Join(lines, ""), m.table(random.Perm(m.units), factor), 2)
		for node := range a.Nodes {
			for row, unit := range a.Units {
				other, _ := b.Row(unit)
				x, y := a.At(cube.Score, node).At(row), b.At(cube.Score, node).At(other)
				p, _ := a.Rank(node, row)
				q, _ := b.Rank(node, other)
				if (x != x) != (y != y) || math.Abs(x-y) > 1e-9*max(math.Abs(x), 1) || p != q {
					t.Fatalf("%s of %s: %v, place %d; turned %v, place %d\n%s", a.Nodes[node], unit, x, p, y, q, m.yaml)
				}
			}
		}
	})
}

// A node lies between the least and the greatest of its parts, whichever mean makes it.
func TestNodesLieBetweenTheirParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someIndex(t)
		m.yaml = strings.Replace(m.yaml, "normalise: ", "normalise: minmax:1:100 # ", 1)
		m.yaml = strings.Replace(m.yaml, "combine: ", "combine: "+rapid.SampledFrom([]string{"mean", "geometric", "harmonic", "median", "minimum", "generalised:3", "generalised:-2"}).Draw(t, "mean")+" # ", 1)
		c := computed(t, m.yaml, unitsOf(m.units), m.table(inOrder(m.units), slices.Repeat([]float64{1}, len(m.values))), 2)
		for node, id := range c.Nodes {
			var parts []string
			switch {
			case id == "all":
				parts = []string{"p0", "p1", "p2", "p3"}
			case id[0] == 'p':
				first := 3 * int(id[1]-'0')
				parts = []string{fmt.Sprint("x", first), fmt.Sprint("x", first+1), fmt.Sprint("x", first+2)}
			}
			for row := range c.Units {
				low, high := math.Inf(1), math.Inf(-1)
				for _, p := range parts {
					col, _ := c.Col(p)
					if v := c.At(cube.Score, col).At(row); v == v {
						low, high = min(low, v), max(high, v)
					}
				}
				if v := c.At(cube.Score, node).At(row); v == v && parts != nil && (v < low || v > high) {
					t.Fatalf("%s of %s is %v, its parts %v … %v\n%s", id, c.Units[row], v, low, high, m.yaml)
				}
			}
		}
	})
}

// Every layer has the same bits on one core, on two and on more, at a size at which columns and blocks of rows are shared
// out.
func TestEngineIsTheSameOnAnyNumberOfCores(t *testing.T) {
	const n = 6000
	random := rand.New(rand.NewPCG(3, 4))
	var table strings.Builder
	table.WriteString("unit,a,b,c,d")
	for i := range n {
		fmt.Fprintf(&table, "\nP-%d", i+1)
		for range 4 {
			if table.WriteString(","); random.IntN(20) > 0 {
				fmt.Fprint(&table, random.ExpFloat64())
			}
		}
	}
	for _, way := range []string{"fill: median\ntreat: winsorise:5:log\nnormalise: minmax:1:100", "treat: winsorise:8\nnormalise: zscore:500:9", "fill: row-mean\nnormalise: rank"} {
		yaml := strings.Replace(small, "normalise: minmax:1:100", way, 1)
		one := computed(t, yaml, unitsOf(n), table.String(), 1)
		for _, jobs := range []int{2, 5} {
			other := computed(t, yaml, unitsOf(n), table.String(), jobs)
			for layer := cube.Value; layer <= cube.Score; layer++ {
				for node := range one.Nodes {
					a, b := one.At(layer, node).Values(), other.At(layer, node).Values()
					if !slices.EqualFunc(a, b, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) || x != x && y != y }) {
						t.Errorf("%s of %s differs on %d cores\n%s", layer, one.Nodes[node], jobs, way)
					}
				}
			}
			for node := range one.Nodes {
				if !slices.Equal(one.Ranking(node).Place, other.Ranking(node).Place) {
					t.Errorf("ranks of %s differ on %d cores\n%s", one.Nodes[node], jobs, way)
				}
			}
		}
	}
}
