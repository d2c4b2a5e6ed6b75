package rank

import (
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// table reads a file of testdata (see testdata/SOURCES.md).
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
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func rowsOf(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

func places(x []float64, rule Rule) []int32 {
	dst := make([]int32, len(x))
	NewScratch().Rank(dst, x, rowsOf(len(x)), rule)
	return dst
}

func TestTies(t *testing.T) {
	x := []float64{5, nan, 7, 5, 3, 5}
	codes := strings.Fields("F E D C B A")
	for _, c := range []struct {
		ties string
		want []int32
	}{
		{"competition", []int32{2, 0, 1, 2, 5, 2}},
		{"dense", []int32{2, 0, 1, 2, 3, 2}},
		{"ordinal", []int32{4, 0, 1, 3, 5, 2}},
		{"average", []int32{2, 0, 1, 2, 5, 2}},
		{"", []int32{2, 0, 1, 2, 5, 2}},
	} {
		if got := places(x, Rule{TiesOf(c.ties), codes}); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.ties, got, c.want)
		}
	}
	average := make([]float64, len(x))
	NewScratch().Averages(average, places(x, Rule{}), rowsOf(len(x)))
	if average[0] != 3 || average[2] != 1 || average[4] != 5 || average[1] == average[1] {
		t.Error(average)
	}
}

func TestPlacesAgreeWithCOINr(t *testing.T) {
	vectors := table(t, "input.csv")
	for _, r := range table(t, "functions.csv") {
		var x []float64
		for _, v := range vectors {
			x = append(x, number(t, v[r["vector"]]))
		}
		want := int32(0)
		if r["value"] != "NA" {
			want = int32(number(t, r["value"]))
		}
		i := int(number(t, r["i"])) - 1
		if got := places(x, Rule{})[i]; got != want {
			t.Errorf("%s, value %d: place %d, want %d", r["vector"], i+1, got, want)
		}
	}
}

// drawn values: many ties, or spread over many sizes, so that both ways of sorting are taken.
func drawn(t *rapid.T) []float64 {
	n := rapid.IntRange(0, 300).Draw(t, "n")
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	kind := rapid.IntRange(0, 3).Draw(t, "kind")
	x := make([]float64, n)
	for i := range x {
		switch kind {
		case 0:
			x[i] = float64(rng.IntN(7))
		case 1:
			x[i] = rng.Float64()
		case 2:
			x[i] = rng.ExpFloat64() * 1e200 * rng.ExpFloat64() * rng.NormFloat64()
		case 3:
			x[i] = float64(rng.IntN(3)) * 1.7e308 * float64(rng.IntN(3)-1) / 2
		}
		if rng.IntN(12) == 0 {
			x[i] = nan
		}
	}
	return x
}

func TestCompetitionIsOneMoreThanTheBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawn(t)
		competition, dense := places(x, Rule{}), places(x, Rule{Ties: Dense})
		average := make([]float64, len(x))
		NewScratch().Averages(average, competition, rowsOf(len(x)))
		for i, v := range x {
			better, equal := int32(0), int32(0)
			values := map[float64]bool{}
			for _, w := range x {
				if w > v {
					better++
					values[w] = true
				}
				if w == v {
					equal++
				}
			}
			if v != v {
				better, values = -1, nil
			}
			if competition[i] != better+1 {
				t.Fatalf("place %d of %v: %d better", competition[i], v, better)
			}
			if v == v && (dense[i] != int32(len(values))+1 || average[i] != float64(better)+float64(equal+1)/2) {
				t.Fatalf("dense %d, average %v of %v", dense[i], average[i], v)
			}
		}
	})
}

func TestPlacesDoNotDependOnTheOrderOfUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawn(t)
		codes := make([]string, len(x))
		for i := range codes {
			codes[i] = strconv.Itoa(1000 + i)
		}
		perm := rand.New(rand.NewPCG(7, rapid.Uint64().Draw(t, "seed"))).Perm(len(x))
		y, moved := make([]float64, len(x)), make([]string, len(x))
		for i, j := range perm {
			y[i], moved[i] = x[j], codes[j]
		}
		for ties := Competition; ties <= Average; ties++ {
			a, b := places(x, Rule{ties, codes}), places(y, Rule{ties, moved})
			for i, j := range perm {
				if a[j] != b[i] {
					t.Fatalf("ties %d: place %d, turned %d", ties, a[j], b[i])
				}
			}
		}
	})
}

// Many units are sorted by digits and in parts; the places are those of plain sorting, however the values are spread.
func TestPlacesOfManyUnits(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	kinds := map[string]func() float64{
		"even":         rng.Float64,
		"tails":        func() float64 { return rng.NormFloat64() / rng.Float64() / rng.Float64() },
		"one far away": func() float64 { return rng.Float64() * max(1, 1e30*float64(1-rng.IntN(20000))) },
		"few values":   func() float64 { return float64(rng.IntN(5)) - 2 },
		"nearly equal": func() float64 { return 1 + float64(rng.IntN(1000))*0x1p-52 },
		"two heaps":    func() float64 { return float64(rng.IntN(2))*1e12 + rng.Float64() },
		"tiny":         func() float64 { return rng.NormFloat64() * 5e-320 },
		"all sizes":    func() float64 { return math.Ldexp(rng.NormFloat64(), rng.IntN(1800)-900) },
	}
	for name, draw := range kinds {
		for _, n := range []int{257, 5000, 70_000} {
			x := make([]float64, n)
			for i := range x {
				if x[i] = draw(); rng.IntN(30) == 0 {
					x[i] = nan
				}
			}
			sorted := slices.DeleteFunc(slices.Clone(x), func(v float64) bool { return v != v })
			slices.Sort(sorted)
			got := places(x, Rule{})
			for i, v := range x {
				want := int32(0)
				if v == v {
					want = int32(len(sorted)-sort.Search(len(sorted), func(k int) bool { return sorted[k] > v })) + 1
				}
				if got[i] != want {
					t.Fatalf("%s, %d units: place %d of %v, want %d", name, n, got[i], v, want)
				}
			}
		}
	}
}

func TestRankLeavesOtherRowsAlone(t *testing.T) {
	dst := []int32{9, 9, 9, 9}
	if of := NewScratch().Rank(dst, []float64{1, 2, 3, nan}, []int32{1, 3}, Rule{}); of != 1 || !slices.Equal(dst, []int32{9, 1, 9, 0}) {
		t.Error(dst, of)
	}
}

func TestRankAllocatesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	x, dst, rows := make([]float64, 2000), make([]int32, 2000), rowsOf(2000)
	for i := range x {
		x[i] = rng.Float64()
	}
	s := NewScratch()
	s.Rank(dst, x, rows, Rule{})
	s.Rank(dst, x, rows, Rule{})
	if n := testing.AllocsPerRun(5, func() { RoundInto(x, x, 6); s.Rank(dst, x, rows, Rule{}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkRank(b *testing.B) {
	for _, n := range []int{63, 193, 1000, 10_000, 1_000_000} {
		for _, kind := range []string{"even", "skewed", "ties"} {
			b.Run(fmt.Sprint(kind, n), func(b *testing.B) { benchmarkRank(b, n, kind) })
		}
	}
}

func benchmarkRank(b *testing.B, n int, kind string) {
	rng := rand.New(rand.NewPCG(1, 1))
	x, dst, rows := make([]float64, n), make([]int32, n), rowsOf(n)
	for i := range x {
		switch kind {
		case "even":
			x[i] = rng.Float64()
		case "skewed":
			x[i] = rng.ExpFloat64() * rng.ExpFloat64() * rng.ExpFloat64()
		case "ties":
			x[i] = float64(rng.IntN(50))
		}
	}
	s := NewScratch()
	for b.Loop() {
		s.Rank(dst, x, rows, Rule{})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/unit")
}

func BenchmarkRoundInto10000(b *testing.B) {
	x, dst := make([]float64, 10000), make([]float64, 10000)
	for i := range x {
		x[i] = float64(i) / 7
	}
	for b.Loop() {
		RoundInto(dst, x, 4)
	}
}
