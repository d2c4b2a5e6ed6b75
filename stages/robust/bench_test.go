package robust_test

import (
	"testing"

	"xephang/stages/cube"
	"xephang/stages/extract/foreign"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/robust"
)

// 10,000 draws of every edition of data/ that is ranked: EGDI's twelve are all there are.
func BenchmarkData10000(b *testing.B) {
	y := data(b, "egdi")
	o := y.options()
	o.Draws, o.Bare = 10000, true
	defer cpuTime(b)()
	for b.Loop() {
		for k, p := range y.Index.Plans {
			robust.Run(p, y.Cube.Tables[k], o)
		}
	}
}

func asemBench(b *testing.B, uncertainty string) (*index.Plan, *cube.Table, robust.Options) {
	y := asem(b, foreign.Options{Treat: "winsorise:5:log", Normalise: "minmax:1:100"})
	p, t := y.Index.Plans[0], y.Cube.Tables[0]
	o := y.options()
	u, found := robust.ParseUncertainty(p, uncertainty, problem.Place{})
	if len(found) > 0 {
		b.Fatal(found)
	}
	o.Uncertainty, o.Bare = u, true
	return p, t, o
}

// COINr: 134 s.
func BenchmarkASEM1000(b *testing.B) {
	p, t, o := asemBench(b, "treat=winsorise:1..5:log;normalise=minmax:1:100|minmax:10:60;combine=arithmetic|geometric;weights=25%@2,3")
	o.Draws = 1000
	defer cpuTime(b)()
	for b.Loop() {
		robust.Run(p, t, o)
	}
}

// The same with every weight moved, those of the 49 indicators too.
func BenchmarkASEM1000AllWeights(b *testing.B) {
	p, t, o := asemBench(b, "treat=winsorise:1..5:log;normalise=minmax:1:100|minmax:10:60;combine=arithmetic|geometric;weights=25%")
	o.Draws = 1000
	defer cpuTime(b)()
	for b.Loop() {
		robust.Run(p, t, o)
	}
}

// COINr: 379 s. Three factors: treatment, scale, weights.
func BenchmarkASEMSobol2500(b *testing.B) {
	p, t, o := asemBench(b, "treat=winsorise:1..5:log;normalise=minmax:1:100|zscore:10:2;weights=25%@2")
	defer cpuTime(b)()
	for b.Loop() {
		s, _ := robust.AnalyseSensitivity(p, t, o, 500)
		if s.Runs != 2500 {
			b.Fatal(s.Runs)
		}
	}
}
