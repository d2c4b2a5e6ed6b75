package normalise

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// synthetic makes an edition of units × leaves in ten pillars: one value in twenty missing, one column in four with a
// long tail.
func synthetic(units, leaves int, fill, treat, scale string) (*index.Plan, [][]float64, []string) {
	p := &index.Plan{Index: &index.Index{ID: "bench"}, Edition: &index.Edition{ID: "2024"}}
	p.Nodes = []index.PlanNode{{Node: &index.Node{ID: "index"}, Parent: -1, Level: 3, Direction: 1}}
	for g := range 10 {
		add(p, 0, &index.Node{ID: fmt.Sprintf("g%d", g)}, 2)
	}
	random := rand.New(rand.NewPCG(1, 2))
	columns := make([][]float64, leaves)
	for k := range leaves {
		at := add(p, 1+k%10, &index.Node{ID: fmt.Sprintf("x%d", k)}, 1)
		n := &p.Nodes[at]
		n.Fill, n.Treat, n.Normalise = method(fill), method(treat), method(scale)
		if n.Direction = 1; k%5 == 0 {
			n.Direction = -1
		}
		x := make([]float64, units)
		for i := range x {
			x[i] = random.NormFloat64()
			if k%4 == 0 {
				x[i] = math.Exp(2 * x[i])
			}
			if random.IntN(20) == 0 {
				x[i] = nan
			}
		}
		columns[k] = x
	}
	codes := make([]string, units)
	for i := range codes {
		codes[i] = fmt.Sprintf("U%07d", i)
	}
	return p, columns, codes
}

// fresh lays the values into a new table: what extract leaves.
func fresh(p *index.Plan, columns [][]float64, codes []string) *cube.Cube {
	t := cube.New("2024", codes, p.IDs())
	for k, x := range columns {
		t.Lay(cube.Value, 11+k, cube.Seal(x))
	}
	return &cube.Cube{Index: "bench", Tables: []*cube.Table{t}}
}

func benchmark(b *testing.B, units, leaves int, fill, treat, scale string) {
	p, columns, codes := synthetic(units, leaves, fill, treat, scale)
	groups := func(_ *index.Plan, unit, _ string) string { return unit[len(unit)-1:] }
	var held uint64
	for b.Loop() {
		b.StopTimer()
		c := fresh(p, columns, codes)
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		b.StartTimer()
		Run([]*index.Plan{p}, c, groups, 0)
		b.StopTimer()
		runtime.GC()
		runtime.ReadMemStats(&after)
		held = after.HeapAlloc - before.HeapAlloc
		runtime.KeepAlive(c)
		b.StartTimer()
	}
	input := float64(units) * float64(leaves) * 8
	b.ReportMetric(float64(held)/(1<<20), "MiB-held")
	b.ReportMetric(float64(held)/input, "×input")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(units*leaves), "ns/cell")
}

func BenchmarkNormalise10k100(b *testing.B) {
	benchmark(b, 10_000, 100, "median", "winsorise:5:log", "minmax:0:100")
}
func BenchmarkNormalise10k100Groups(b *testing.B) {
	benchmark(b, 10_000, 100, "group-mean:last", "winsorise:5:log", "zscore:0:1")
}
func BenchmarkNormalise10k100Ranks(b *testing.B) {
	benchmark(b, 10_000, 100, "row-mean", "none", "percentile-rank")
}
func BenchmarkNormalise1M100(b *testing.B) {
	if testing.Short() {
		b.Skip("needs 3 GiB")
	}
	benchmark(b, 1_000_000, 100, "median", "winsorise:5:log", "minmax:0:100")
}

// The low-level form that robust calls: one column, no allocation.
func BenchmarkTreatAndScaleColumn(b *testing.B) {
	_, columns, _ := synthetic(51, 1, "none", "none", "none")
	tr, _ := NewTreater(method("winsorise:5:log"))
	scaler, _ := NewScaler(method("minmax:0:100"), 1, nil, nil)
	dst, s := make([]float64, 51), NewScratch()
	b.ReportAllocs()
	for b.Loop() {
		tr.Apply(dst, columns[0], s)
		scaler.Apply(dst, dst, s)
	}
}

// The floor: reading the matrix once.
func BenchmarkFloorRead10k100(b *testing.B) {
	_, columns, _ := synthetic(10_000, 100, "none", "none", "none")
	sum := 0.0
	for b.Loop() {
		for _, x := range columns {
			for _, v := range x {
				if !missing(v) {
					sum += v
				}
			}
		}
	}
	runtime.KeepAlive(sum)
}
