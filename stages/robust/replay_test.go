package robust_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/foreign"
	"xephang/stages/index"
	"xephang/stages/robust"
)

// design parses a design, which must be sound.
func design(t testing.TB, p *index.Plan, lines ...string) robust.Design {
	t.Helper()
	d, found := robust.ParseDesign(p, "design.csv", []byte(strings.Join(lines, "\n")))
	for _, f := range found {
		t.Fatal(f.In("en"))
	}
	return d
}

// same holds a draw against the root of a table that went through the stages, to the last bit.
func same(t fails, what string, r *robust.Runs, draw int, table *cube.Table) {
	t.Helper()
	for row, unit := range table.Units {
		want, got := table.At(cube.Score, 0).At(row), r.Score[draw][row]
		if want != got && !(math.IsNaN(want) && math.IsNaN(got)) {
			t.Errorf("%s: %s has %v, the run %v", what, unit, got, want)
			return
		}
		if place, _ := table.Rank(0, row); place != int(r.Place[draw][row]) {
			t.Errorf("%s: %s has rank %d, the run %d", what, unit, r.Place[draw][row], place)
			return
		}
	}
}

// A line of a design that asks for other methods gives what the stages give where the index declares those methods.
func TestReplayEqualsTheRun(t *testing.T) {
	base := asem(t, foreign.Options{Treat: "winsorise:5:log", Normalise: "minmax:1:100", Combine: "arithmetic"})
	p, table := base.edition(t, "0")
	lines := []string{"draw,treat,normalise,combine,fill"}
	runs := []foreign.Options{{Treat: "winsorise:5:log", Normalise: "minmax:1:100", Combine: "arithmetic"}}
	lines = append(lines, "1,,,,")
	for _, treat := range []string{"", "winsorise:1:log", "winsorise:3:log-plus", "none", "log"} {
		for _, scale := range []string{"", "zscore:10:2", "rank", "percentile-rank", "distance-to-reference:AUT:cap", "fraction-of-max", "scaled:0:50:3", "none"} {
			for _, mean := range []string{"", "geometric", "copeland", "median"} {
				if mean == "geometric" && scale != "" && scale != "rank" && scale != "zscore:10:2" { // scales that reach 0
					continue
				}
				if len(treat)+len(scale) > 0 && (len(scale)+3*len(treat)+len(mean))%5 > 0 {
					lines = append(lines, strings.Join([]string{strconv.Itoa(len(lines) + 1), treat, scale, mean, ""}, ","))
					o := runs[0]
					for to, by := range map[*string]string{&o.Treat: treat, &o.Normalise: scale, &o.Combine: mean} {
						if by != "" {
							*to = by
						}
					}
					runs = append(runs, o)
				}
			}
		}
	}
	for _, fill := range []string{"mean", "group-median:GDP_group", "row-mean"} {
		lines = append(lines, "f"+fill+",winsorise:2:log,zscore:10:2,harmonic,"+fill)
		runs = append(runs, foreign.Options{Treat: "winsorise:2:log", Normalise: "zscore:10:2", Combine: "harmonic", Impute: fill})
	}
	r, found := robust.Replay(p, table, design(t, p, lines...), base.options())
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	for k, o := range runs {
		if k%3 != 0 && k < len(runs)-3 {
			continue // importing takes its time
		}
		other := table
		if k > 0 {
			y, _ := line(asem0(t, o))
			_, other = y.edition(t, "0")
		}
		same(t, lines[k+1], r, k, other)
	}
	t.Log(len(runs), "lines")
}

// So it does where limits are taken over all editions together and gaps are filled from other editions.
func TestReplayOverEditions(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tables := map[string]map[string][]float64{}
	for _, edition := range []string{"2022", "2023", "2024"} {
		tables[edition] = map[string][]float64{"a": column(20, 0.2, r), "b": column(20, 0.2, r), "c": column(20, 0, r)}
		tables[edition]["c"][int(r.Uint64()%20)] = 40
	}
	made := func(settings string) *extract.Input {
		return read0(t, "made", folder(head+settings+"across: editions\ntree: {node: r, parts: [{node: p, name: {vi: P, en: P}, parts: [{node: a, name: {vi: A, en: A}}, {node: b, name: {vi: B, en: B}, direction: -1}]}, {node: c, name: {vi: C, en: C}}]}\neditions: {2022: , 2023: , 2024: }\n",
			20, tables, []string{"a", "b", "c"}))
	}
	base := walk(t, made("normalise: minmax:1:100\n"))
	p, table := base.edition(t, "2023")
	lines := []string{"draw,fill,treat,normalise,combine", "1,,,,", "2,,,zscore:10:2,", "3,,winsorise:2:log,,harmonic", "4,latest,,rank,", "5,linear,winsorise:1,zscore:10:2,"}
	runs, found := robust.Replay(p, table, design(t, p, lines...), base.options())
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	for k, settings := range []string{"normalise: minmax:1:100\n", "normalise: zscore:10:2\n", "treat: winsorise:2:log\nnormalise: minmax:1:100\ncombine: harmonic\n", "fill: latest\nnormalise: rank\n", "fill: linear\ntreat: winsorise:1\nnormalise: zscore:10:2\n"} {
		y, _ := line(made(settings))
		_, other := y.edition(t, "2023")
		same(t, settings, runs, k, other)
	}
}
