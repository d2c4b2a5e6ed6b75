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
	dir := largeIndex(b, 10_000, 100)
	for b.Loop() {
		b.StopTimer()
		y := &year{options: options{data: dir, seeds: "none", jobs: 2}}
		if _, err := y.extract(); err != nil || y.problems.Faults() > 0 {
			b.Fatal(err, y.problems)
		}
		runtime.GC()
		b.StartTimer()
		for _, stage := range []func(*year) (string, error){(*year).normalise, (*year).score, (*year).rank} {
			if _, err := stage(y); err != nil {
				b.Fatal(err)
			}
		}
	}
}
