package robust

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/rank"
	"xephang/stages/score"
)

// bare is a model of a tree of one level, for the tests of its parts.
func bare(units, parts int) *model {
	p := &index.Plan{Index: &index.Index{}, Edition: &index.Edition{ID: "e"}, Nodes: []index.PlanNode{{Node: &index.Node{ID: "r"}, Parent: -1, Level: 2}}}
	for k := range parts {
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: string(rune('a' + k))}, Col: k + 1, Level: 1})
		p.Nodes[0].Children = append(p.Nodes[0].Children, index.Child{Col: k + 1, Weight: 1})
	}
	rows := make([]int32, units)
	for k := range rows {
		rows[k] = int32(k)
	}
	return &model{plan: p, table: cube.New("e", make([]string, units), p.IDs()), workers: 1, moves: make([]bool, parts+1), blocks: [2][][]int32{{rows}, {rows}}}
}

// A sum made ready gives what the stage score gives, to the last bit: any mean, weights, gaps, rules for gaps.
func TestSumIsTheMeanOfTheStageScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, parts := rapid.SampledFrom([]int{1, 7, 600, 1100}).Draw(t, "units"), rapid.IntRange(1, 11).Draw(t, "parts")
		m := bare(units, parts)
		name := rapid.SampledFrom([]string{"mean", "points", "geometric", "harmonic"}).Draw(t, "mean")
		c, err := score.Find(index.Method{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		s := step{Step: &score.Step{Combine: c, Weighting: "given", Coverage: rapid.SampledFrom([]float64{0, 0.5, 1}).Draw(t, "coverage")}}
		gaps := rapid.Bool().Draw(t, "gap rules")
		columns := make([][]float64, parts+1)
		low, missingShare := rapid.SampledFrom([]float64{-1, 0, 1}).Draw(t, "low"), rapid.SampledFrom([]float64{0, 0.02, 0.5}).Draw(t, "gaps")
		random := newSequence(parts, rapid.Uint64().Draw(t, "seed"), true)
		for k := range parts {
			s.Children, s.Weights = append(s.Children, k+1), append(s.Weights, rapid.SampledFrom([]float64{0, 1, 0.1, 2. / 3}).Draw(t, "w"))
			if gaps {
				s.Gaps = append(s.Gaps, score.Gap(rapid.IntRange(0, 2).Draw(t, "gap")))
			}
			x := make([]float64, units)
			for i := range x {
				if x[i] = low + 3*random.at(i, k); random.at(i+units, k) < missingShare {
					x[i] = nan
				}
				if random.at(i+2*units, k) < 0.05 {
					x[i] = math.Round(x[i])
				}
			}
			columns[k+1] = x
		}
		w := m.newWorker()
		sum := m.newSum(s, columns, w)
		for range 3 {
			weights := slices.Clone(s.Weights)
			for k := range weights {
				weights[k] *= rapid.SampledFrom([]float64{0.75, 1, 1.1234567}).Draw(t, "factor")
			}
			want, got := make([]float64, units), make([]float64, units)
			s.Into(want, columns, weights, w.score, 1)
			if !sum.fits(weights) {
				t.Fatal("the weights do not fit")
			}
			sum.into(got, weights)
			for i := range want {
				if want[i] != got[i] && !(missing(want[i]) && missing(got[i])) {
					t.Fatalf("%s, unit %d: %v, the stage has %v", name, i, got[i], want[i])
				}
			}
		}
		if other := slices.Clone(s.Weights); parts > 0 {
			if other[0] = 1 - math.Ceil(other[0]); sum.fits(other) {
				t.Error("a sum fits other parts than it was made of")
			}
		}
	})
}

// Places by insertion are those of the stage rank, from whatever order they start.
func TestPlacesAreThoseOfTheStageRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{1, 2, 30, 200, 700, 3000}).Draw(t, "units")
		m := bare(n, 1)
		m.plan.Scale.Decimals = rapid.IntRange(0, 6).Draw(t, "decimals")
		m.plan.Rank.On = rapid.SampledFrom([]string{"full", "published_decimals"}).Draw(t, "on")
		m.rule.Ties = rapid.SampledFrom([]rank.Ties{rank.Competition, rank.Dense}).Draw(t, "ties")
		random, w := newSequence(2, rapid.Uint64().Draw(t, "seed"), true), m.newWorker()
		x, skew := make([]float64, n), rapid.Bool().Draw(t, "skew")
		for draw := range 4 {
			for i := range x {
				u := random.at(draw*n+i, 0)
				switch {
				case u < 0.1:
					x[i] = nan
				case u < 0.11 && skew:
					x[i] = 1e12 * u
				case u < 0.4:
					x[i] = math.Round(random.at(draw*n+i, 1)*20) / 20
				case u < 0.5:
					x[i] = (math.Round(random.at(draw*n+i, 1)*1000) + 0.5) / 1000
				default:
					x[i] = x[i]*0.9 + 0.1*random.at(draw*n+i, 1)
				}
				if missing(x[i]) && u >= 0.1 {
					x[i] = u
				}
			}
			got, want, keys := make([]int32, n), make([]int32, n), x
			m.rank(got, x, 0, w)
			if m.plan.Rank.On != "full" {
				keys = make([]float64, n)
				rank.RoundInto(keys, x, m.plan.Scale.Decimals)
			}
			rank.NewScratch().Rank(want, keys, m.blocks[0][0], m.rule)
			if !slices.Equal(got, want) {
				t.Fatalf("draw %d: %v, the stage has %v", draw, got, want)
			}
		}
	})
}

func TestSampleCountsAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const units = 5
		draws := rapid.IntRange(1, 70).Draw(t, "draws")
		m := bare(units, 1)
		s := m.newSample(0, draws)
		places := make([][]int32, draws)
		for draw := range draws {
			places[draw] = rapid.SliceOfN(rapid.Int32Range(0, units), units, units).Draw(t, "places")
			score := make([]float64, units)
			for i := range units {
				if score[i] = float64(100*i + draw); places[draw][i] == 0 {
					score[i] = nan
				}
			}
			s.put(draw, places[draw], score)
		}
		s.pack(m)
		for i := range units {
			var c census
			take(i, []tallied{s}, &c)
			counts, want := make([]int64, units+1), make([]int64, units+1)
			counts[0] = c.none
			for k, n := range c.counts {
				counts[c.low+k] = n
			}
			var values []float64
			for d, p := range places {
				want[p[i]]++
				if p[i] > 0 {
					values = append(values, float64(100*i+d))
				}
			}
			if !slices.Equal(counts, want) || !slices.Equal(s.values(i, nil), values) {
				t.Fatalf("unit %d: %v %v, want %v %v", i, counts, s.values(i, nil), want, values)
			}
			for j := range units {
				n := int64(0)
				for _, p := range places {
					if p[i] > 0 && (p[i] < p[j] || p[j] == 0) {
						n++
					}
				}
				if got := s.above(i, j); got != n {
					t.Fatalf("%d above %d in %d draws, want %d", i, j, got, n)
				}
			}
		}
	})
}

func TestSpreadsAreOfType7(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{1, 2, 3, 20, 127, 128, 1000, 5001}).Draw(t, "n")
		random := newSequence(2, rapid.Uint64().Draw(t, "seed"), true)
		kind := rapid.IntRange(0, 3).Draw(t, "kind")
		x, c := make([]float64, n), census{}
		for k := range x {
			u := random.at(k, 0)
			x[k] = []float64{u, math.Floor(u * 40), 1e9 * math.Exp(30*u), 0.25}[kind]
			c.places = append(c.places, uint16(1+random.at(k, 1)*40))
		}
		sorted := slices.Sorted(slices.Values(x))
		naive := func(sorted []float64, p float64) float64 {
			h := float64(len(sorted)-1) * p
			k := int(h)
			return sorted[k] + (h-float64(k))*(sorted[min(k+1, len(sorted)-1)]-sorted[k])
		}
		close := func(got, want float64) bool { return math.Abs(got-want) <= 1e-12*math.Abs(want) }
		s := new(selection).spread(slices.Clone(x))
		if s.Draws != n || !close(s.Median, naive(sorted, 0.5)) || !close(s.P05, naive(sorted, 0.05)) || !close(s.P95, naive(sorted, 0.95)) {
			t.Fatalf("scores: %+v", s)
		}
		var places []float64
		for _, p := range c.places {
			places = append(places, float64(p))
		}
		slices.Sort(places)
		c.close()
		r := c.spread()
		if r.Draws != n || !close(r.Median, naive(places, 0.5)) || !close(r.P05, naive(places, 0.05)) || !close(r.P95, naive(places, 0.95)) || !close(r.Mean, average(places)) {
			t.Fatalf("places: %+v", r)
		}
	})
	if s := new(census).spread(); s.Draws != 0 || !missing(s.Median) {
		t.Error(s)
	}
}
