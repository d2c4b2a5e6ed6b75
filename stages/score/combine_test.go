package score

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/index"
)

// The figures in testdata: see testdata/SOURCES.md.
func table(t testing.TB, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range all[1:] {
		row := map[string]string{}
		for k, h := range all[0] {
			row[h] = r[k]
		}
		rows = append(rows, row)
	}
	return rows
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	if s == "NA" || s == "" {
		return nan
	}
	if a, b, ratio := strings.Cut(s, "/"); ratio {
		return number(t, a) / number(t, b)
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func column(t testing.TB, rows []map[string]string, name string) (x []float64) {
	t.Helper()
	for _, r := range rows {
		x = append(x, number(t, r[name]))
	}
	return x
}

func method(s string) index.Method {
	p := strings.Split(s, ":")
	return index.Method{Name: p[0], Args: p[1:]}
}

func find(t testing.TB, s string) Combine {
	t.Helper()
	c, err := Find(method(s))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func near(got, want, tolerance float64) bool {
	if math.IsNaN(want) || math.IsNaN(got) {
		return math.IsNaN(want) && math.IsNaN(got)
	}
	return math.Abs(got-want) <= tolerance*max(1, math.Abs(want))
}

func TestMeansAgreeWithCOINr(t *testing.T) {
	names := map[string]string{"a_amean": "mean", "a_gmean": "geometric", "a_hmean": "harmonic",
		"a_genmean_2": "generalised:2", "a_genmean_m1": "generalised:-1"}
	vectors := table(t, "aggregators_input.csv")
	weights := []float64{1, 2, 3, 4, 5, 6}
	for _, r := range table(t, "aggregators_w123456.csv") {
		want := number(t, r["value"])
		if r["vector"] == "gap" && strings.HasPrefix(r["f"], "a_genmean") { // the reference does not skip gaps here
			want = map[string]float64{"a_genmean_2": math.Sqrt((9 + 3*4 + 4*4 + 5*49 + 6*25) / 19.), "a_genmean_m1": 3.3057166528583264}[r["f"]]
		}
		got := find(t, names[r["f"]]).Row(column(t, vectors, r["vector"]), weights)
		if !near(got, want, 1e-9) {
			t.Errorf("%s of %s: %v, want %v", r["f"], r["vector"], got, want)
		}
	}
}

func TestOrderedMeans(t *testing.T) {
	for _, c := range []struct {
		method          string
		values, weights []float64
		want            float64
	}{
		{"median", []float64{4, 1, 3}, []float64{1, 1, 1}, 3},
		{"median", []float64{4, 1, 3, 2}, []float64{1, 1, 1, 1}, 2.5},
		{"median", []float64{4, 1, nan, 3, 2}, []float64{1, 1, 9, 1, 1}, 2.5},
		{"median", []float64{1, 2, 3}, []float64{0.1, 0.2, 0.3}, 2.5}, // half lies exactly on either side
		{"median", []float64{1, 2, 3}, []float64{1, 1, 3}, 3},
		{"median", []float64{nan, nan}, []float64{1, 1}, nan},
		{"median", []float64{5, 7}, []float64{0, 1}, 7},
		{"minimum", []float64{4, nan, 3}, []float64{1, 1, 1}, 3},
		{"minimum", []float64{4, 1}, []float64{1, 0}, 4},
		{"minimum", []float64{nan}, []float64{1}, nan},
		{"points", []float64{0.5, 1, 0}, []float64{20, 30, 50}, 0.4},
		{"generalised:200", []float64{1000, 10, 1}, []float64{1, 1, 1}, 1000 * math.Pow(1./3, 1./200)},
		{"generalised:-200", []float64{1000, 10, 1}, []float64{1, 1, 1}, math.Pow(1./3, -1./200)},
		{"generalised:0", []float64{1, 4}, []float64{1, 1}, 2},
		{"generalised:2", []float64{0, 0}, []float64{1, 1}, 0},
		{"mean", []float64{1, 2}, []float64{1, -1}, nan},
		{"mean", []float64{1, 2}, []float64{0, 0}, nan},
		{"mpi", []float64{110, 90}, []float64{1, 1}, 99},
		{"mpi:+", []float64{110, 90}, []float64{1, 1}, 101},
		{"mpi", []float64{-1, -2}, []float64{1, 1}, nan},
	} {
		if got := find(t, c.method).Row(c.values, c.weights); !near(got, c.want, 1e-12) {
			t.Errorf("%s %v %v: %v, want %v", c.method, c.values, c.weights, got, c.want)
		}
	}
}

func TestFindRefuses(t *testing.T) {
	for _, s := range []string{"middling", "generalised", "generalised:x", "generalised:Inf", "mean:2", "mpi:*", "median:1"} {
		if _, err := Find(method(s)); err == nil {
			t.Errorf("%s was taken", s)
		}
	}
	if c, err := Find(index.Method{}); err != nil || c.Name != "mean" {
		t.Errorf("no method: %v %v", c.Name, err)
	}
}

// The adjusted index by hand: three units, two parts; sup, inf and reference are the parts' own.
func TestAdjustedMazziottaPareto(t *testing.T) {
	cols := [][]float64{{0, 50, 100}, {10, 20, 60}}
	got := make([]float64, 3)
	find(t, "ampi").Into(got, &Parts{Columns: cols, Weights: []float64{1, 1}}, NewScratch(), 1)
	for i := range got {
		a := (cols[0][i]-0)/100*60 + 70
		b := (cols[1][i]-(30-25))/50*60 + 70
		m := (a + b) / 2
		v := (float64((a-m)*(a-m)) + float64((b-m)*(b-m))) / 2
		if want := m - v/m; !near(got[i], want, 1e-12) {
			t.Errorf("unit %d: %v, want %v", i, got[i], want)
		}
	}
}

func TestGapRules(t *testing.T) {
	cols := [][]float64{{1, nan, nan, nan}, {2, 2, nan, 2}, {6, 6, nan, nan}}
	for _, c := range []struct {
		name     string
		gaps     []Gap
		coverage float64
		want     []float64
	}{
		{"exclude", nil, 0, []float64{3, 4, nan, 2}},
		{"zero", []Gap{Zero, Zero, Zero}, 0, []float64{3, 8. / 3, 0, 2. / 3}},
		{"withhold the first", []Gap{Withhold, Exclude, Exclude}, 0, []float64{3, nan, nan, nan}},
		{"zero the first", []Gap{Zero, Exclude, Exclude}, 0, []float64{3, 8. / 3, 0, 1}},
		{"two thirds present", nil, 2. / 3, []float64{3, 4, nan, nan}},
		{"all present", nil, 1, []float64{3, nan, nan, nan}},
		{"zeros are not present", []Gap{Zero, Zero, Zero}, 0.5, []float64{3, 8. / 3, nan, nan}},
	} {
		got := make([]float64, 4)
		find(t, "mean").Into(got, &Parts{Columns: cols, Weights: []float64{1, 1, 1}, Gaps: c.gaps, Coverage: c.coverage}, NewScratch(), 1)
		for i := range got {
			if !near(got[i], c.want[i], 1e-15) {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
}

func TestCoverageOfWholeParts(t *testing.T) {
	for n := 1; n <= 60; n++ {
		for k := 0; k <= n; k++ {
			if got := leastParts(float64(k)/float64(n), n); got != k {
				t.Fatalf("%d of %d: %d", k, n, got)
			}
		}
	}
	if leastParts(0.61, 5) != 4 || leastParts(0, 5) != 0 {
		t.Error("coverage")
	}
}

// drawRow draws parts and weights of one unit.
func drawRow(t *rapid.T) (x, w []float64) {
	n := rapid.IntRange(1, 9).Draw(t, "n")
	x = rapid.SliceOfN(rapid.Float64Range(0.01, 100), n, n).Draw(t, "x")
	w = rapid.SliceOfN(rapid.Float64Range(0.01, 10), n, n).Draw(t, "w")
	return x, w
}

func TestMeansLieBetweenTheirParts(t *testing.T) {
	means := []string{"mean", "geometric", "harmonic", "generalised:3", "generalised:-2.5", "median", "minimum"}
	rapid.Check(t, func(t *rapid.T) {
		x, w := drawRow(t)
		alike := slices.Repeat(x[:1], len(x))
		for _, name := range means {
			c, _ := Find(method(name))
			if m := c.Row(x, w); !(m >= slices.Min(x) && m <= slices.Max(x)) {
				t.Fatalf("%s of %v is %v", name, x, m)
			}
			if m := c.Row(alike, w); m != x[0] {
				t.Fatalf("%s of equal parts %v is %v", name, x[0], m)
			}
		}
	})
}

func TestMeansScaleAndOrder(t *testing.T) {
	means := []string{"mean", "geometric", "harmonic", "generalised:3", "generalised:-2.5", "median", "minimum"}
	rapid.Check(t, func(t *rapid.T) {
		x, w := drawRow(t)
		factor := rapid.Float64Range(0.1, 50).Draw(t, "factor")
		perm := rapid.Permutation(index0(len(x))).Draw(t, "order")
		tenfold, turned, turnedW, heavier := make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x)), make([]float64, len(x))
		for i, j := range perm {
			tenfold[i], heavier[i] = x[i]*factor, w[i]*factor
			turned[i], turnedW[i] = x[j], w[j]
		}
		for _, name := range means {
			c, _ := Find(method(name))
			m := c.Row(x, w)
			if !near(c.Row(tenfold, w), m*factor, 1e-9) || !near(c.Row(x, heavier), m, 1e-9) || !near(c.Row(turned, turnedW), m, 1e-9) {
				t.Fatalf("%s of %v with %v", name, x, w)
			}
		}
	})
}

func TestMeanIsPlain(t *testing.T) { // what a browser computes, to the last bit
	rapid.Check(t, func(t *rapid.T) {
		x, w := drawRow(t)
		s, v := 0.0, 0.0
		for k := range x {
			p := w[k] * x[k]
			s, v = s+p, v+w[k]
		}
		want := math.Min(slices.Max(x), math.Max(slices.Min(x), s/v))
		c, _ := Find(method("mean"))
		if got := c.Row(x, w); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func index0(n int) []int {
	x := make([]int, n)
	for i := range x {
		x[i] = i
	}
	return x
}

// Rows do not touch each other, whatever the block they fall in.
func TestLocalMeansAcrossBlocks(t *testing.T) {
	n := 2*block + 17
	cols := make([][]float64, 3)
	for k := range cols {
		cols[k] = make([]float64, n)
		for i := range cols[k] {
			cols[k][i] = float64((i*7+k*13)%101) + 1
			if (i+k)%17 == 0 {
				cols[k][i] = nan
			}
		}
	}
	w := []float64{0.2, 0.3, 0.5}
	for _, name := range []string{"mean", "geometric", "harmonic", "generalised:2", "median", "minimum", "mpi"} {
		c := find(t, name)
		dst := make([]float64, n)
		c.Into(dst, &Parts{Columns: cols, Weights: w}, NewScratch(), 1)
		for i := range dst {
			if want := c.Row([]float64{cols[0][i], cols[1][i], cols[2][i]}, w); !(dst[i] == want) {
				t.Fatalf("%s row %d: %v, alone %v", name, i, dst[i], want)
			}
		}
	}
}
