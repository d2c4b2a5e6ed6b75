package score

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var tai = []string{"patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university"}

func columns(t testing.TB, rows []map[string]string, names []string) (cols [][]float64) {
	for _, n := range names {
		cols = append(cols, column(t, rows, n))
	}
	return cols
}

func equal(n int) []float64 { return slices.Repeat([]float64{1}, n) }

func TestOutrankingOfTheHandbook(t *testing.T) { // tables 35, 36, 37
	five := table(t, "tai_table35_impact5.csv")
	support := Outranking(columns(t, five, tai), equal(8))
	want := table(t, "tai_table36_outranking.csv")
	at := map[string]int{}
	for i, r := range want {
		at[r["uCode"]] = i
		for j := range want {
			if w := number(t, r[want[j]["uCode"]]); !near(support[i][j], w, 1e-9) {
				t.Errorf("%s over %s: %v, want %v", r["uCode"], want[j]["uCode"], support[i][j], w)
			}
		}
	}
	best := math.Inf(-1)
	for _, r := range table(t, "tai_table37_kemeny.csv") {
		order := []int{at[r["r1"]], at[r["r2"]], at[r["r3"]], at[r["r4"]], at[r["r5"]]}
		got := Agreement(support, order)
		if !near(got, number(t, r["score"]), 1e-9) {
			t.Errorf("%v: %v", r, got)
		}
		best = max(best, got)
	}
	agreement, orders, place := Kemeny(support)
	if !near(agreement, best, 1e-9) || orders != 3 {
		t.Errorf("Kemeny: %v in %v orders, want %v in 3", agreement, orders, best)
	}
	for unit, mean := range map[string]float64{"SWE": 1. / 3, "USA": 1, "FIN": 5. / 3, "JPN": 3, "KOR": 4} {
		if !near(place[at[unit]], mean, 1e-9) {
			t.Errorf("mean place of %s: %v, want %v", unit, place[at[unit]], mean)
		}
	}
	dst := make([]float64, 5)
	find(t, "kemeny").Into(dst, &Parts{Columns: columns(t, five, tai), Weights: equal(8)}, NewScratch(), 1)
	for i := range dst {
		if !near(dst[i], 4-place[i], 1e-9) {
			t.Errorf("kemeny as a combination: %v, places %v", dst, place)
		}
	}
}

// profile is a table of votes: each row an order of alternatives, first to last, held by some indicators.
func profile(t *testing.T, number_, without string) (names []string, cols [][]float64, w []float64) {
	for _, r := range table(t, "condorcet_profiles.csv") {
		if r["table"] != number_ {
			continue
		}
		var order []string
		for _, k := range []string{"r1", "r2", "r3", "r4"} {
			if r[k] != "" && r[k] != without {
				order = append(order, r[k])
			}
		}
		if names == nil {
			names = slices.Sorted(slices.Values(order))
		}
		col := make([]float64, len(names))
		for p, name := range order {
			col[slices.Index(names, name)] = float64(len(order) - 1 - p)
		}
		cols, w = append(cols, col), append(w, number(t, r["indicators"]))
	}
	return names, cols, w
}

func TestVotingProfilesOfTheHandbook(t *testing.T) { // tables 25–34
	for _, r := range table(t, "condorcet_results.csv") {
		tab, drop, _ := strings.Cut(r["table"], " without ")
		names, cols, w := profile(t, tab, drop)
		total := 0.0
		for _, v := range w {
			total += v
		}
		support := Outranking(cols, w)
		letters := func(order []int) (s string) {
			for _, i := range order {
				s += names[i]
			}
			return s
		}
		switch what := r["what"]; {
		case what == "borda":
			for i, f := range strings.Fields(r["value"]) {
				var row []float64
				for _, c := range cols {
					row = append(row, c[i])
				}
				if got := fmt.Sprintf("%s=%.0f", names[i], find(t, "mean").Row(row, w)*total); got != f {
					t.Errorf("table %s: Borda %s, want %s", r["table"], got, f)
				}
			}
		case strings.HasPrefix(what, "outranking_row_"):
			i := slices.Index(names, strings.TrimPrefix(what, "outranking_row_"))
			for j, f := range strings.Fields(r["value"]) {
				if got := support[i][j] * total; !near(got, number(t, f), 1e-9) {
					t.Errorf("table %s: %s over %s is %v, want %s", tab, names[i], names[j], got, f)
				}
			}
		case what == "condorcet_ranking":
			dst := make([]float64, len(names))
			find(t, "copeland").Into(dst, &Parts{Columns: cols, Weights: w}, NewScratch(), 1)
			order := index0(len(names))
			slices.SortFunc(order, func(a, b int) int { return int(dst[b] - dst[a]) })
			if got := letters(order); got != strings.ReplaceAll(r["value"], " ", "") {
				t.Errorf("table %s: Copeland %s, want %s", tab, got, r["value"])
			}
		case what == "kemeny" && strings.Contains(r["value"], "="):
			best, first := 0.0, ""
			for _, f := range strings.Fields(r["value"]) {
				name, value, _ := strings.Cut(f, "=")
				var order []int
				for _, l := range name {
					order = append(order, slices.Index(names, string(l)))
				}
				got := Agreement(support, order) * total
				if !near(got, number(t, value), 1e-9) {
					t.Errorf("table %s: %s agrees %v, want %s", tab, name, got, value)
				}
				if got > best {
					best, first = got, name
				}
			}
			_, orders, place := Kemeny(support)
			if orders != 1 || place[slices.Index(names, first[:1])] != 0 {
				t.Errorf("table %s: Kemeny %v %v, want %s", tab, orders, place, first)
			}
		case what == "kemeny": // a cycle: three best orders, nobody ahead
			if _, orders, place := Kemeny(support); orders != 3 || !near(place[0], 1, 1e-12) || !near(place[1], 1, 1e-12) {
				t.Errorf("table %s: %v orders, places %v", tab, orders, place)
			}
		}
	}
}

// The reference's answer to this depends on the order of rows; ours compares A and B on what both have.
func TestCopelandWithGapsDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 7).Draw(t, "units"), rapid.IntRange(1, 5).Draw(t, "parts")
		cols := make([][]float64, m)
		for k := range cols {
			for range n {
				x := float64(rapid.IntRange(0, 4).Draw(t, "x"))
				if x == 4 {
					x = nan
				}
				cols[k] = append(cols[k], x)
			}
		}
		w := rapid.SliceOfN(rapid.SampledFrom([]float64{0.1, 0.2, 0.3, 1, 2}), m, m).Draw(t, "w")
		perm := rapid.Permutation(index0(n)).Draw(t, "order")
		turned := make([][]float64, m)
		for k := range cols {
			for _, j := range perm {
				turned[k] = append(turned[k], cols[k][j])
			}
		}
		for _, name := range []string{"copeland", "outranking", "kemeny", "ampi"} {
			c, _ := Find(method(name))
			a, b := make([]float64, n), make([]float64, n)
			c.Into(a, &Parts{Columns: cols, Weights: w}, NewScratch(), 1)
			c.Into(b, &Parts{Columns: turned, Weights: w}, NewScratch(), 2)
			for i, j := range perm {
				if !near(b[i], a[j], 1e-12) {
					t.Fatalf("%s: %v, turned %v by %v", name, a, b, perm)
				}
			}
			if name == "copeland" && !slices.Equal(nanAs(a, -99), nanAs(plainCopeland(cols, w, n), -99)) {
				t.Fatalf("copeland %v, plainly %v", a, plainCopeland(cols, w, n))
			}
		}
	})
}

func nanAs(x []float64, v float64) []float64 {
	y := slices.Clone(x)
	for i := range y {
		if missing(y[i]) {
			y[i] = v
		}
	}
	return y
}

// plainCopeland is the definition, in whole tenths so that ties are exact.
func plainCopeland(cols [][]float64, w []float64, n int) []float64 {
	score := make([]float64, n)
	for i := range score {
		any := false
		for k := range cols {
			any = any || !missing(cols[k][i])
		}
		if !any {
			score[i] = nan
			continue
		}
		for j := range n {
			margin := 0
			for k := range cols {
				if cols[k][i] > cols[k][j] {
					margin += int(math.Round(w[k] * 10))
				} else if cols[k][i] < cols[k][j] {
					margin -= int(math.Round(w[k] * 10))
				}
			}
			score[i] += float64(max(-1, min(1, margin)))
		}
	}
	return score
}

// Kemeny against a plain walk through all orders.
func TestKemenyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		support := make([][]float64, n)
		for i := range support {
			support[i] = make([]float64, n)
			for j := range n {
				if i != j {
					support[i][j] = float64(rapid.IntRange(0, 6).Draw(t, "s")) / 4
				}
			}
		}
		best, count, place := -1.0, 0.0, make([]float64, n)
		var walk func(order []int)
		walk = func(order []int) {
			if len(order) == n {
				a := Agreement(support, order)
				if a > best {
					best, count = a, 0
					clear(place)
				}
				if a == best {
					count++
					for p, i := range order {
						place[i] += float64(p)
					}
				}
				return
			}
			for i := range n {
				if !slices.Contains(order, i) {
					walk(append(order[:len(order):len(order)], i))
				}
			}
		}
		walk(nil)
		agreement, orders, mean := Kemeny(support)
		if !near(agreement, best, 1e-9) || orders != count {
			t.Fatalf("%v: %v in %v orders, want %v in %v", support, agreement, orders, best, count)
		}
		for i := range mean {
			if !near(mean[i], place[i]/count, 1e-9) {
				t.Fatalf("%v: mean places %v", support, mean)
			}
		}
	})
}

func TestKemenyRefusesMany(t *testing.T) {
	n := KemenyLimit + 1
	col := make([]float64, n)
	dst := make([]float64, n)
	for i := range col {
		col[i] = float64(i)
	}
	find(t, "kemeny").Into(dst, &Parts{Columns: [][]float64{col}, Weights: equal(1)}, NewScratch(), 1)
	if !missing(dst[0]) {
		t.Error("too many units were ranked")
	}
	dst = dst[:KemenyLimit]
	find(t, "kemeny").Into(dst, &Parts{Columns: [][]float64{col[:KemenyLimit]}, Weights: equal(1)}, NewScratch(), 1)
	if dst[KemenyLimit-1] != KemenyLimit-1 || dst[0] != 0 {
		t.Error(dst)
	}
}

func random(units, parts int) (cols [][]float64, w []float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range parts {
		c := make([]float64, units)
		for i := range c {
			c[i] = rng.Float64() * 100
		}
		cols, w = append(cols, c), append(w, 1+rng.Float64())
	}
	return cols, w
}

func BenchmarkCopeland1000x50(b *testing.B) {
	cols, w := random(1000, 50)
	dst := make([]float64, 1000)
	c, _ := Find(method("copeland"))
	s := NewScratch()
	for b.Loop() {
		c.Into(dst, &Parts{Columns: cols, Weights: w}, s, 2)
	}
}

func BenchmarkCombine10000x100(b *testing.B) {
	for _, name := range []string{"mean", "geometric", "harmonic", "generalised:2", "median", "minimum", "mpi", "ampi"} {
		b.Run(name, func(b *testing.B) {
			cols, w := random(10000, 100)
			dst := make([]float64, 10000)
			c, _ := Find(method(name))
			s, p := NewScratch(), &Parts{Columns: cols, Weights: w}
			c.Into(dst, p, s, 1)
			b.ReportAllocs()
			for b.Loop() {
				c.Into(dst, p, s, 1)
			}
		})
	}
}
