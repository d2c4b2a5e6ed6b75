package robust_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/problem"
	"xephang/stages/robust"
)

// folder makes the files of an index over units U0 … with a table for every edition: columns by node, NaN = blank.
func folder(yaml string, units int, tables map[string]map[string][]float64, order []string) map[string][]byte {
	var u strings.Builder
	u.WriteString("code,kind,name_vi,name_en\n")
	for i := range units {
		fmt.Fprintf(&u, "U%d,province,Tỉnh %d,Province %d\n", i, i, i)
	}
	files := map[string][]byte{"index.yaml": []byte(yaml), "units.csv": []byte(u.String())}
	for edition, columns := range tables {
		var b strings.Builder
		b.WriteString("code," + strings.Join(order, ",") + "\n")
		for i := range units {
			fmt.Fprintf(&b, "U%d", i)
			for _, id := range order {
				b.WriteString(",")
				if x := columns[id][i]; x == x {
					b.WriteString(strconv.FormatFloat(x, 'f', -1, 64))
				}
			}
			b.WriteString("\n")
		}
		files[edition+".csv"] = []byte(b.String())
	}
	return files
}

// draw makes columns of random numbers; a share of them is blank.
func column(units int, blank float64, r *rand.Rand) []float64 {
	x := make([]float64, units)
	for i := range x {
		if x[i] = math.Round(1e4*(1+r.Float64()))/1e4 + 0; r.Float64() < blank {
			x[i] = math.NaN()
		}
	}
	return x
}

const head = `name: {vi: Thử, en: Test}
units: [province]
scale: {from: 0, to: 100, decimals: 2}
`

// Whatever the index says of gaps, coverage, blocks, ties, limits over all editions and scales of its own for combined
// nodes, a draw in which all is as declared gives the ranks as computed.
func TestAnEmptyDesignIsTheRun(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		of := func(name string, all ...string) string { return rapid.SampledFrom(all).Draw(rt, name) }
		yaml := head + "normalise: " + of("scale", "minmax:1:100", "zscore:100:10", "rank") + "\nmissing: " + of("missing", "exclude", "zero", "withhold") +
			"\ncoverage: " + of("coverage", "0", "0.6") + "\ncombine: [" + of("low", "mean", "geometric", "mpi", "copeland") + ", " + of("high", "mean", "harmonic", "outranking") + "]" +
			"\nacross: " + of("across", "editions", "none") + "\ntreat: " + of("treat", "none", "winsorise:2:log") + "\nfill: " + of("fill", "none", "median") +
			"\nrank: {ties: " + of("ties", "competition", "dense", "average", "ordinal") + ", on: " + of("on", "full", "published_decimals") + of("within", "}", ", within: block}") +
			"\nweights: " + of("weights", "given", "equal", "pca") + `
tree:
  node: root
  parts:
    - {node: p, name: {vi: P, en: P}, weight: 2, normalise: "` + of("own", "none", "minmax:1:10") + `", parts: [{node: a, name: {vi: A, en: A}, weight: 3}, {node: b, name: {vi: B, en: B}}, {node: c, name: {vi: C, en: C}, direction: -1}]}
    - {node: q, name: {vi: Q, en: Q}, parts: [{node: d, name: {vi: D, en: D}}, {node: e, name: {vi: E, en: E}, weight: 0.5}]}
beside: [{node: s, name: {vi: S, en: S}, of: [a, d, q]}]
editions:
  2023: {blocks: [{id: x, name: {vi: X, en: X}, units: [U0, U1, U2, U3]}, {id: y, name: {vi: Y, en: Y}, kinds: [province]}]}
  2024: {blocks: [{id: x, name: {vi: X, en: X}, units: [U0, U1, U2, U3]}, {id: y, name: {vi: Y, en: Y}, kinds: [province]}], unranked: [{unit: U5, reason: {vi: x, en: x}}], drop: [{unit: U6, reason: {vi: x, en: x}}]}
`
		const units = 14
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		blank, tables := rapid.SampledFrom([]float64{0, 0.15}).Draw(rt, "blank"), map[string]map[string][]float64{"2023": {}, "2024": {}}
		for _, edition := range []string{"2023", "2024"} {
			for _, id := range []string{"a", "b", "c", "d", "e"} {
				tables[edition][id] = column(units, blank, r)
			}
		}
		x, refused := try("made", folder(yaml, units, tables, []string{"a", "b", "c", "d", "e"}))
		if refused.Faults() > 0 {
			rt.Skip("the index is refused")
		}
		y, found := line(x)
		if found.Faults() > 0 {
			rt.Skip("the stages refuse it")
		}
		p, table := y.edition(t, "2024")
		if table.Ranking(0) == nil || len(table.Units) < 2 {
			rt.Skip("nothing is ranked")
		}
		d := design(t, p, "draw,treat,normalise,weight:p,weight:d", "1,,,,", "2,"+p.Nodes[2].Treat.String()+",,2,1")
		runs, problems := robust.Replay(p, table, d, y.options())
		if problems.Faults() > 0 {
			rt.Fatal(problems)
		}
		same(rt, yaml, runs, 0, table)
		if strings.Contains(yaml, "weights: given") {
			same(rt, yaml, runs, 1, table)
		}
		o := y.options()
		o.Draws = 40
		result, problems := robust.Run(p, table, o)
		if problems.Faults() > 0 {
			rt.Fatal(problems)
		}
		sound(rt, result, table)
	})
}

// fails is what tests and the checks of rapid have in common.
type fails interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
	Fatal(...any)
}

// sound holds a result against what every result promises.
func sound(t fails, r robust.Result, table *cube.Table) {
	t.Helper()
	if !r.Why.IsZero() {
		return
	}
	for node := range table.Nodes {
		ranking, b := table.Ranking(node), r.Bands[node]
		if (ranking == nil) != (b == nil) {
			t.Fatalf("node %d: band %v, ranking %v", node, b, ranking)
		}
		if b == nil {
			continue
		}
		for row, place := range ranking.Place {
			low, high, s := ranking.Low[row], ranking.High[row], b.Rank[row]
			switch {
			case place == 0 && (low != 0 || high != 0):
				t.Fatalf("node %d row %d: a band %d–%d without a rank", node, row, low, high)
			case place > 0 && (low > place || high < place || low < 1):
				t.Fatalf("node %d row %d: the band %d–%d leaves out the rank %d", node, row, low, high, place)
			case s.Draws > 0 && !(s.P05 <= s.Median && s.Median <= s.P95 && s.Mean >= 1):
				t.Fatalf("node %d row %d: %+v", node, row, s)
			}
			if first, chances := b.Chances(row); place > 0 {
				sum := 0.0
				for _, c := range chances {
					sum += c
				}
				if math.Abs(sum-float64(s.Draws)/float64(r.Draws)) > 1e-9 || s.Draws > 0 && (first < 1 || chances[0] == 0 || chances[len(chances)-1] == 0) {
					t.Fatalf("node %d row %d: chances %v from %d", node, row, chances, first)
				}
			}
		}
		for _, pair := range b.Pairs() {
			if !(pair.Above >= 0 && pair.Below >= 0 && pair.Above+pair.Below <= 1+1e-12) {
				t.Fatalf("%+v", pair)
			}
		}
	}
	grouped(t, r.Root(), table)
}

// grouped: the groups are the longest runs, by trying all of them.
func grouped(t fails, b *robust.Band, table *cube.Table) {
	t.Helper()
	alike := func(x, y int32) bool {
		return b.Above(int(x), int(y)) < robust.Sure && b.Above(int(y), int(x)) < robust.Sure
	}
	got := map[string]bool{}
	for _, g := range b.Groups() {
		got[fmt.Sprint(g)] = true
		for i := range g {
			if i > 0 && b.Place[g[i]] < b.Place[g[i-1]] {
				t.Fatalf("the group %v is out of order", g)
			}
			for j := range i {
				if !alike(g[i], g[j]) {
					t.Fatalf("rows %d and %d of a group can be told apart", g[i], g[j])
				}
			}
		}
	}
	if len(got) != len(b.Groups()) {
		t.Fatal("a group is told twice")
	}
	for i := range b.Groups() {
		for j := range b.Groups() {
			if i != j && strings.Contains(fmt.Sprint(b.Groups()[i])+" ", strings.Trim(fmt.Sprint(b.Groups()[j]), "[]")+" ") {
				t.Fatalf("the group %v lies within %v", b.Groups()[j], b.Groups()[i])
			}
		}
	}
}

// tiny makes one index from YAML after its head and runs it.
func tiny(t *testing.T, yaml string, units int, columns map[string][]float64, order ...string) (robust.Result, *cube.Table, problem.List) {
	t.Helper()
	y, found := line(read0(t, "made", folder(head+yaml, units, map[string]map[string][]float64{"2024": columns}, order)))
	p, table := y.edition(t, "2024")
	r, more := robust.Run(p, table, y.options())
	return r, table, append(found, more...)
}

const two = "normalise: minmax:1:100\ntree: {node: r, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]}\n"

// An index that is too small, or in which nothing can move, is told in words; nothing is NaN where there is a rank.
func TestSmallAndStill(t *testing.T) {
	three, same := []float64{1, 2, 3}, []float64{5, 5, 5}
	none := "tree: {node: r, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]}\neditions: {2024: }\n"
	for name, c := range map[string]struct {
		yaml    string
		columns map[string][]float64
		order   []string
		why     string
	}{
		"one unit":          {none, map[string][]float64{"a": {1}, "b": {2}}, []string{"a", "b"}, "One unit only"},
		"three units":       {two + "editions: {2024: }\n", map[string][]float64{"a": three, "b": {3, 1, 2}}, []string{"a", "b"}, ""},
		"one child":         {"tree: {node: r, parts: [{node: a, name: {vi: A, en: A}}]}\neditions: {2024: }\n", map[string][]float64{"a": three}, []string{"a"}, "nothing to vary"},
		"one child, varied": {"normalise: minmax:1:100\ntree: {node: r, parts: [{node: a, name: {vi: A, en: A}}]}\nuncertainty: normalise=minmax:1:100|rank\neditions: {2024: }\n", map[string][]float64{"a": three}, []string{"a"}, ""},
		"ties everywhere":   {none, map[string][]float64{"a": same, "b": same}, []string{"a", "b"}, ""},
		"scores only":       {two + "editions: {2024: {compute: scores}}\n", map[string][]float64{"a": three, "b": three}, []string{"a", "b"}, "nothing is ranked"},
		"published only":    {two + "editions: {2024: {compute: none}}\n", map[string][]float64{"a": three, "b": three}, []string{"a", "b"}, "as published"},
	} {
		t.Run(name, func(t *testing.T) {
			r, table, found := tiny(t, c.yaml, len(c.columns["a"]), c.columns, c.order...)
			if found.Faults() > 0 {
				t.Fatal(found)
			}
			if c.why == "" != r.Why.IsZero() || !strings.Contains(r.Why.EN, c.why) || r.Why.IsZero() != (r.Why.VI == "") {
				t.Fatalf("why: %q", r.Why)
			}
			if sound(t, r, table); !r.Why.IsZero() {
				return
			}
			if b := r.Root(); name == "ties everywhere" && (!reflect.DeepEqual(b.Low, []int32{1, 1, 1}) || !reflect.DeepEqual(b.High, []int32{1, 1, 1}) || len(b.Groups()) != 1 || b.Above(0, 1) != 0) {
				t.Errorf("%+v", b)
			}
			if s := r.Sensitivity; s.Why.IsZero() {
				for _, e := range s.Shift {
					if e.Nothing != math.IsNaN(e.First) || math.IsNaN(e.First) != math.IsNaN(e.TotalHigh) {
						t.Errorf("%+v", e)
					}
				}
			}
		})
	}
}

// Combinations that compare all units, or solve a program for each, are walked too, as often as is reasonable.
func TestDearCombinations(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	columns := map[string][]float64{}
	for _, id := range []string{"a", "b", "c"} {
		columns[id] = column(9, 0, r)
	}
	tree := "normalise: minmax:1:100\ntree: {node: r, parts: [{node: p, name: {vi: P, en: P}, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}}]}, {node: c, name: {vi: C, en: C}}]}\neditions: {2024: }\n"
	for _, settings := range []string{"weights: bod\n", "combine: [mean, kemeny]\n", "combine: copeland\n", "combine: [ampi, outranking]\n", "combine: minimum\nuncertainty: normalise=minmax:1:100|rank\n", "weights: critic\nuncertainty: weights=20%\n"} {
		y := walk(t, read0(t, "made", folder(head+settings+tree, 9, map[string]map[string][]float64{"2024": columns}, []string{"a", "b", "c"})))
		p, table := y.edition(t, "2024")
		runs, found := robust.Replay(p, table, design(t, p, "draw,normalise", "1,"), y.options())
		if len(found) > 0 {
			t.Error(found)
		}
		same(t, settings, runs, 0, table)
		result, found := robust.Run(p, table, y.options())
		if len(found) > 0 || settings == "weights: bod\n" == result.Why.IsZero() {
			t.Errorf("%s: %q %v", settings, result.Why.EN, found)
		}
		sound(t, result, table)
		if result.Why.IsZero() && (result.Draws < 64 || len(result.LeftOut) == 0) {
			t.Errorf("%s: %d draws, %d nodes left out", settings, result.Draws, len(result.LeftOut))
		}
	}
}
