package rank

import (
	"math"
	"testing"

	"xephang/stages/cube"
)

func same(a, b float64) bool {
	return a == b || a != a && b != b || math.Abs(a-b) <= 1e-9*math.Abs(b)
}

func TestTrendsAgreeWithCOINr(t *testing.T) {
	input := table(t, "trends_input.csv")
	var years []float64
	for _, r := range input {
		years = append(years, number(t, r["x"]))
	}
	for _, r := range table(t, "trends.csv") {
		var x []float64
		for _, v := range input {
			x = append(x, number(t, v[r["series"]]))
		}
		for name, got := range map[string]float64{"CAGR": CAGR(years, x), "prc_change": PercentChange(years, x, 1), "prc_change_per10": PercentChange(years, x, 10)} {
			if want := number(t, r[name]); !same(got, want) {
				t.Errorf("%s of %s: %v, want %v", name, r["series"], got, want)
			}
		}
	}
}

func TestProgress(t *testing.T) {
	if p := Since(0.5, 0.6, 1); !same(p.Points, 0.6-0.5) || !same(p.Percent, 20) || !same(p.Closed, 0.2) {
		t.Error(p)
	}
	if p := Since(0, 1, 0); p.Points != 1 || p.Percent == p.Percent || p.Closed == p.Closed {
		t.Error(p)
	}
	if p := Since(nan, 1, 2); p.Points == p.Points {
		t.Error(p)
	}
}

func TestSeries(t *testing.T) {
	a, b, c := cube.New("2018", []string{"X", "Y"}, []string{"n"}), cube.New("2020-2021", []string{"Y"}, []string{"m", "n"}), cube.New("pilot", nil, nil)
	a.Lay(cube.Score, 0, cube.Seal([]float64{1, 2}))
	b.Lay(cube.Score, 1, cube.Seal([]float64{3}))
	all := &cube.Cube{Tables: []*cube.Table{a, b, c}}
	years, values := Series(all, cube.Score, "n", "Y")
	if len(years) != 2 || years[1] != 2020 || values[0] != 2 || values[1] != 3 {
		t.Error(years, values)
	}
	if _, values := Series(all, cube.Score, "n", "X"); values[0] != 1 || values[1] == values[1] {
		t.Error(values)
	}
}
