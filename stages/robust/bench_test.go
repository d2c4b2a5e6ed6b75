package robust_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
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

// 3,321 units × 60 indicators in six pillars of two groups, every weight moved, nothing missing.
func BenchmarkLarge1000(b *testing.B) {
	var yaml strings.Builder
	yaml.WriteString(head + "normalise: minmax:1:100\nrank: {on: full}\ntree:\n  node: root\n  parts:\n")
	columns, order := map[string][]float64{}, []string{}
	random := rand.New(rand.NewPCG(1, 1))
	ability := column(3321, 0, random)
	for group := range 2 {
		fmt.Fprintf(&yaml, "    - node: g%d\n      name: {vi: G%d, en: G%d}\n      parts:\n", group, group, group)
		for pillar := range 3 {
			fmt.Fprintf(&yaml, "        - node: p%d%d\n          name: {vi: P%d%d, en: P%d%d}\n          parts:\n", group, pillar, group, pillar, group, pillar)
			for k := range 10 {
				id := fmt.Sprintf("x%d%d%d", group, pillar, k)
				fmt.Fprintf(&yaml, "            - {node: %s, name: {vi: %s, en: %s}}\n", id, id, id)
				x := column(3321, 0, random)
				for i := range x {
					x[i] = math.Round(1e4*(x[i]+ability[i])) / 1e4
				}
				columns[id], order = x, append(order, id)
			}
		}
	}
	yaml.WriteString("editions: {2024: }\n")
	x, found := try("large", folder(yaml.String(), 3321, map[string]map[string][]float64{"2024": columns}, order))
	if found.Faults() > 0 {
		b.Fatal(found)
	}
	y, _ := line(x)
	p, t := y.edition(b, "2024")
	o := y.options()
	o.Draws, o.Bare = 1000, true
	b.Run("every weight", func(b *testing.B) {
		defer cpuTime(b)()
		for b.Loop() {
			robust.Run(p, t, o)
		}
	})
	b.Run("means and every weight", func(b *testing.B) {
		o.Uncertainty, _ = robust.ParseUncertainty(p, "combine=mean|geometric;weights=25%", problem.Place{})
		defer cpuTime(b)()
		for b.Loop() {
			robust.Run(p, t, o)
		}
	})
	b.Run("draws alone", func(b *testing.B) {
		o.Uncertainty = nil
		defer cpuTime(b)()
		for b.Loop() {
			robust.Draw(p, t, o)
		}
	})
}
