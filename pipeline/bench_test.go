// Figures of speed, and how far they are from the floor. Least of all turns on two cores of a Xeon at 2.5 GHz, a shared
// machine (November 2026); `make bench` measures them anew and prints the ratios:
//
//	                        wall      CPU      reading the matrix once   one multiply-add a cell
//	Build10k100             33 ms     62 ms    170 ×                     130 ×
//	Build1M100             5.3 s    10.4 s      91 ×                      84 ×
//	FloorRead/10k100       0.19 ms   0.37 ms
//	FloorMulAdd/10k100     0.36 ms   0.47 ms
//	FloorRead/1M100         58 ms    115 ms
//	FloorMulAdd/1M100       64 ms    124 ms
//
// The ratios are of CPU time. A cell costs 62 ns where it lies in the cache (10,000 units), 104 ns where it does not
// (1,000,000): 1.7 × a hundred times the small build. About half is filling, treating and scaling: the column is read some
// ten times (median, extremes and sum, powers, the ends, the logarithm and its moments, the scale), in an order that keeps
// every sum the same to the bit. A third is ranking all 111 nodes: two or three dealings by digits a node. The mean up the
// tree, the work that the floor of multiply-adds stands for, is under a tenth. Build10k100 allocates 21 MiB beyond its
// input, Build1M100 holds 2.8 × its input beyond it.
package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/units"
)

// largeIndex writes COINr tables of n units × m indicators in tens below one index, five cells in a hundred missing,
// and imports them; the index's folder is returned.
func largeIndex(b *testing.B, n, m int) string {
	b.Helper()
	dir, r := b.TempDir(), rand.New(rand.NewPCG(1, 2))
	var data, meta strings.Builder
	data.WriteString("uCode,uName")
	meta.WriteString("Level,iCode,iName,Direction,Weight,Parent,Type\n")
	for k := range m {
		fmt.Fprintf(&data, ",i%d", k)
		fmt.Fprintf(&meta, "1,i%d,Indicator %d,1,1,p%d,Indicator\n", k, k, k/10)
	}
	for k := range (m + 9) / 10 {
		fmt.Fprintf(&meta, "2,p%d,Pillar %d,1,1,all,Aggregate\n", k, k)
	}
	meta.WriteString("3,all,Index,1,1,NA,Aggregate\n")
	for u := range n {
		fmt.Fprintf(&data, "\nU%06d,Unit %d", u, u)
		for range m {
			if r.IntN(20) == 0 {
				data.WriteString(",NA")
			} else {
				fmt.Fprintf(&data, ",%v", r.ExpFloat64())
			}
		}
	}
	for name, text := range map[string]string{"idata.csv": data.String(), "imeta.csv": meta.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	code := run([]string{"import", "coinr", filepath.Join(dir, "idata.csv"), filepath.Join(dir, "imeta.csv"), filepath.Join(dir, "indices", "large"),
		"-impute", "median", "-treat", "winsorise:5:log", "-normalise", "minmax:0:100"}, nil, io.Discard, os.Stderr)
	if code != 0 {
		b.Fatalf("import: exit %d", code)
	}
	return filepath.Join(dir, "indices")
}

// BenchmarkFolderToData is an imported folder of 10,000 units × 100 indicators to a written out/data.
func BenchmarkFolderToData(b *testing.B) {
	dir := largeIndex(b, 10_000, 100)
	for b.Loop() {
		if code := run([]string{"report", "-quiet", "-only", "data", "-data", dir, "-seeds", "none", "-out", filepath.Join(b.TempDir(), "out")}, nil, io.Discard, os.Stderr); code != 0 {
			b.Fatalf("report: exit %d", code)
		}
	}
}

// BenchmarkReport is the whole publication of data/ and seeds/.
func BenchmarkReport(b *testing.B) {
	for b.Loop() {
		if code := run([]string{"report", "-quiet", "-data", "../data", "-seeds", "../seeds", "-out", filepath.Join(b.TempDir(), "out")}, nil, io.Discard, os.Stderr); code != 0 {
			b.Fatalf("report: exit %d", code)
		}
	}
}

// BenchmarkBuild10k100 is the build alone, in memory: fill, treat, normalise, combine over 3 levels, rank.
func BenchmarkBuild10k100(b *testing.B) {
	y := &year{options: options{data: largeIndex(b, 10_000, 100), seeds: "none", jobs: 2}}
	if _, err := y.extract(); err != nil || y.problems.Faults() > 0 {
		b.Fatal(err, y.problems)
	}
	built(b, func() *extract.Input { return unbuilt(y.in.Indices[0]) })
}

// BenchmarkBuild1M100 is the same for a million units, made in memory; it prints how much memory is held beyond the
// input, in multiples of the input.
func BenchmarkBuild1M100(b *testing.B) {
	if testing.Short() {
		b.Skip("800 MB of input")
	}
	x := million(b)
	built(b, func() *extract.Input { return unbuilt(x) })
}

// built times the stages from normalise to rank on a fresh table a turn.
func built(b *testing.B, input func() *extract.Input) {
	m := meter{b: b}
	b.ReportAllocs()
	held := uint64(0)
	for b.Loop() {
		b.StopTimer()
		y := &year{options: options{jobs: 2}, in: &extract.Inputs{Indices: []*extract.Input{input()}}}
		before := heap()
		b.StartTimer()
		m.begin()
		for _, stage := range []func(*year) (string, error){(*year).normalise, (*year).score, (*year).rank} {
			if _, err := stage(y); err != nil {
				b.Fatal(err)
			}
		}
		m.end()
		b.StopTimer()
		held = heap() - before
		runtime.KeepAlive(y)
		b.StartTimer()
	}
	m.report()
	t := input().Cube.Tables[0]
	b.ReportMetric(float64(held)/(1<<20), "MiB-held")
	b.ReportMetric(float64(held)/float64(8*len(t.Units)*100), "×input-held")
}

// heap is what is reachable now.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// unbuilt is an input as extract has left it: its values in a table without any other layer.
func unbuilt(x *extract.Input) *extract.Input {
	fresh := &cube.Cube{Index: x.Cube.Index}
	for k, t := range x.Cube.Tables {
		nodes := x.Index.Plans[k].IDs()
		n := cube.New(t.Edition, t.Units, nodes)
		for col := range nodes {
			if t.Has(cube.Value, col) {
				n.Lay(cube.Value, col, t.At(cube.Value, col))
			}
		}
		fresh.Tables = append(fresh.Tables, n)
	}
	return &extract.Input{Index: x.Index, Registry: x.Registry, Cube: fresh}
}

// million is an index of a million units and a hundred indicators, in memory.
func million(b *testing.B) *extract.Input {
	var src strings.Builder
	src.WriteString("name: {vi: Lớn, en: Large}\nunits: [country]\nscale: {from: 0, to: 100, decimals: 4}\nfill: median\ntreat: winsorise:5:log\nnormalise: minmax:0:100\ntree:\n  node: all\n  parts:\n")
	for k := range 100 {
		if k%10 == 0 {
			fmt.Fprintf(&src, "    - node: p%d\n      name: {vi: P, en: P}\n      parts:\n", k/10)
		}
		fmt.Fprintf(&src, "        - {node: i%d, name: {vi: I, en: I}}\n", k)
	}
	src.WriteString("editions:\n  2024: {}\n")
	ix, found := index.Parse("large/index.yaml", "large", []byte(src.String()), nil)
	if found.Faults() > 0 {
		b.Fatal(found)
	}
	codes := make([]string, 1_000_000)
	for i := range codes {
		codes[i] = fmt.Sprintf("U%07d", i)
	}
	p := ix.Plans[0]
	t, r := cube.New("2024", codes, p.IDs()), rand.New(rand.NewPCG(1, 2))
	for _, n := range p.Nodes {
		if !n.Leaf() {
			continue
		}
		x := make([]float64, len(codes))
		for i := range x {
			if x[i] = r.ExpFloat64(); r.IntN(20) == 0 {
				x[i] = nan
			}
		}
		t.Lay(cube.Value, n.Col, cube.Seal(x))
	}
	registry, _ := units.Parse(units.Files{})
	return &extract.Input{Index: ix, Registry: registry, Cube: &cube.Cube{Index: "large", Tables: []*cube.Table{t}}}
}
