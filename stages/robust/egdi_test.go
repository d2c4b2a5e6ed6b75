package robust_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/robust"
)

// With EGDI 2018's weights moved by ±25 % Viet Nam's rank 88 becomes 87–92 and the median country's band is 5 to 6 places.
func TestVietNam2018(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2018")
	r, found := robust.Run(p, table, y.options())
	if len(found) > 0 || !r.Why.IsZero() || !r.Assumed || r.Uncertainty.String() != "weights=25%@1" || !r.Converged || !r.Comparable {
		t.Fatalf("%v %q assumed %v %s converged %v", found, r.Why, r.Assumed, r.Uncertainty, r.Converged)
	}
	b := r.Root()
	row, _ := table.Row("VNM")
	ranking := table.Ranking(0)
	if ranking.Place[row] != 88 || ranking.Low[row] != 87 || ranking.High[row] != 92 {
		t.Errorf("Viet Nam: rank %d, band %d–%d", ranking.Place[row], ranking.Low[row], ranking.High[row])
	}
	var widths []float64
	for i, place := range b.Place {
		if place > 0 {
			widths = append(widths, b.Rank[i].P95-b.Rank[i].P05)
		}
	}
	slices.Sort(widths)
	if median := widths[len(widths)/2]; len(widths) != 193 || median < 5 || median > 6 {
		t.Errorf("%d bands, the median is %v places wide", len(widths), median)
	}
	if like := b.Like(row); len(like) < 3 || slices.Contains(like, row) {
		t.Errorf("Viet Nam is like %d countries", len(like))
	}
	sound(t, r, table)
	for _, part := range []string{"osi", "tii", "hci"} {
		col, _ := table.Col(part)
		if c := r.Bands[col]; !c.Steady || !slices.Equal(c.Low, c.Place) || !slices.Equal(c.High, c.Place) || c.Rank[row].Mean != float64(c.Place[row]) {
			t.Errorf("%s: an indicator's rank moves although nothing below it does", part)
		}
	}
}

// What is left when a component goes is the mean of the others, and the presets are the means they say.
func TestLeavingOutAndSchemes(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2018")
	r, _ := robust.Run(p, table, y.options())
	at := func(id string, row int) float64 { col, _ := table.Col(id); return table.At(cube.Normal, col).At(row) }
	if len(r.LeftOut) != 3 || len(r.Schemes) != 3 {
		t.Fatalf("%d nodes left out, %d schemes", len(r.LeftOut), len(r.Schemes))
	}
	for row := range table.Units {
		if want := (at("tii", row) + at("hci", row)) / 2; math.Abs(r.LeftOut[0].Score[row]-want) > 1e-15 {
			t.Fatalf("without OSI %s has %v, want %v", table.Units[row], r.LeftOut[0].Score[row], want)
		}
		if want := (at("osi", row) + at("tii", row) + 2*at("hci", row)) / 4; math.Abs(r.Schemes[2].Score[row]-want) > 1e-15 {
			t.Fatalf("HCI counted twice: %s has %v, want %v", table.Units[row], r.Schemes[2].Score[row], want)
		}
	}
	for _, l := range r.LeftOut {
		most, sum := 0, 0
		for row, place := range table.Ranking(0).Place {
			d := int(l.Place[row] - place)
			sum += max(d, -d)
			most = max(most, d, -d)
		}
		if l.Most != most || math.Abs(l.Shift-float64(sum)/193) > 1e-12 || l.Lost != 0 || l.Place[l.Row]-table.Ranking(0).Place[l.Row] != int32(most) && table.Ranking(0).Place[l.Row]-l.Place[l.Row] != int32(most) {
			t.Errorf("without %s: %+v", p.Nodes[l.Node].ID, l)
		}
	}
}

// Which weight matters: three factors, each within 0 and 1 but for the noise of the estimate, the totals above the firsts.
func TestSensitivityOfEGDI(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2020")
	r, _ := robust.Run(p, table, y.options())
	s := r.Sensitivity
	if len(s.Factors) != 3 || s.Runs != 5*s.Base || s.Factors[0].Node != 1 || !(s.Mean > 0.5 && s.Mean < 5) {
		t.Fatalf("%+v", s.Factors)
	}
	row, _ := table.Row("VNM")
	for name, effects := range map[string][]robust.Effect{"shift": s.Shift, "rank": s.OfRank(row), "score": s.OfScore(row)} {
		for k, e := range effects {
			if e.Nothing || e.First < -0.1 || e.Total > 1.2 || e.Total < e.First-0.1 || !(e.FirstLow <= e.First && e.First <= e.FirstHigh && e.TotalLow <= e.Total && e.Total <= e.TotalHigh) {
				t.Errorf("%s, factor %s: %+v", name, s.Factors[k], e)
			}
		}
	}
	sum := 0.0
	for _, e := range s.OfScore(row) {
		sum += e.First
	}
	if math.Abs(sum-1) > 0.05 { // a mean of weights is all but a sum
		t.Errorf("the first-order effects on Viet Nam's score sum to %v", sum)
	}
}

// The draws, and all that is said of them, are the same at one worker and at many; with another seed they are not.
func TestAnyNumberOfWorkers(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2024")
	run := func(workers int, seed uint64) robust.Result {
		o := y.options()
		o.Workers, o.Draws, o.Uncertainty = workers, 500, robust.Default(p)
		o.Uncertainty.Seed = seed
		r, _ := robust.Run(p, table, o)
		return r
	}
	one := run(1, 0)
	for workers := 2; workers <= 5; workers += 3 {
		other := run(workers, 0)
		if !reflect.DeepEqual(one.Root().Rank, other.Root().Rank) || !reflect.DeepEqual(one.Root().Groups(), other.Root().Groups()) || !reflect.DeepEqual(fmt.Sprintf("%v", one.Root().Score), fmt.Sprintf("%v", other.Root().Score)) ||
			!reflect.DeepEqual(one.LeftOut, other.LeftOut) || !reflect.DeepEqual(one.Schemes, other.Schemes) || !reflect.DeepEqual(one.Sensitivity.Shift, other.Sensitivity.Shift) {
			t.Errorf("%d workers find something else", workers)
		}
	}
	if reflect.DeepEqual(one.Root().Score, run(1, 1).Root().Score) {
		t.Error("the seed has no say")
	}
}

// Where the bands are said to have converged, twice the draws move no end by more than one place.
func TestConverged(t *testing.T) {
	y := data(t, "egdi")
	for k, p := range y.Index.Plans {
		table := y.Cube.Tables[k]
		o := y.options()
		o.Bare = true
		r, _ := robust.Run(p, table, o)
		o.Draws = 2 * r.Draws
		if r.Draws > 9000 {
			continue // not to make the tests long
		}
		twice, _ := robust.Run(p, table, o)
		for row := range table.Units {
			a, b := r.Root(), twice.Root()
			if d, e := a.Low[row]-b.Low[row], a.High[row]-b.High[row]; r.Converged && (d > 1 || d < -1 || e > 1 || e < -1) {
				t.Errorf("%s %s: %d–%d after %d draws, %d–%d after twice as many", p.Edition.ID, table.Units[row], a.Low[row], a.High[row], r.Draws, b.Low[row], b.High[row])
			}
		}
	}
}

// Random draws come to the same bands as quasi-random ones, to a place or so.
func TestRandomDesign(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2018")
	o := y.options()
	o.Bare, o.Draws = true, 4096
	quasi, _ := robust.Run(p, table, o)
	o.Uncertainty = &index.Uncertainty{Weights: []index.Move{{Share: 0.25}}, Design: "random", Seed: 5}
	random, _ := robust.Run(p, table, o)
	for row, place := range table.Ranking(0).Place {
		a, b := quasi.Root().Rank[row], random.Root().Rank[row]
		if place > 0 && (math.Abs(a.P05-b.P05) > 2 || math.Abs(a.P95-b.P95) > 2 || math.Abs(a.Mean-b.Mean) > 0.5) {
			t.Errorf("%s: %+v, random %+v", table.Units[row], a, b)
		}
	}
}
