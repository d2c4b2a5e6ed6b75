package reconcile

import (
	"math"
	"slices"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// edition is a small table: our score and rank, the published score and rank, a unit a row.
func edition(rows ...[4]float64) (*index.Plan, *cube.Table) {
	units := make([]string, len(rows))
	var columns [4][]float64
	for i, r := range rows {
		units[i] = string(rune('A' + i))
		for k, v := range r {
			columns[k] = append(columns[k], v)
		}
	}
	t := cube.New("2020", units, []string{"root", "leaf"})
	place := make([]int32, len(rows))
	for i, v := range columns[1] {
		place[i] = int32(v)
	}
	t.Lay(cube.Score, 0, cube.Seal(columns[0]))
	t.Lay(cube.PublishedScore, 0, cube.Seal(columns[2]))
	t.Lay(cube.PublishedRank, 0, cube.Seal(columns[3]))
	t.LayRanking(0, &cube.Ranking{Place: place, Of: []int32{int32(len(rows))}})
	leaf := &index.Node{ID: "leaf"}
	p := &index.Plan{Index: &index.Index{ID: "x"}, Edition: &index.Edition{ID: "2020"}, Nodes: []index.PlanNode{
		{Node: &index.Node{ID: "root", Parts: []*index.Node{leaf}}, Children: []index.Child{{Col: 1, Weight: 1}}},
		{Node: leaf, Col: 1}}}
	return p, t
}

var nan = math.NaN()

func TestPublishedCounts(t *testing.T) {
	p, table := edition([4]float64{0.9, 1, 0.90005, 1}, [4]float64{0.8, 2, 0.8, 2}, [4]float64{nan, 0, 0.7, 3}, [4]float64{0.6, 3, nan, 0})
	c := Published(p, table, 0.0001).Nodes[0]
	if c.Scores != 2 || c.Within != 2 || c.Ranks != 2 || c.Equal != 2 || len(c.Differences) != 0 {
		t.Errorf("%+v", c)
	}
	if math.Abs(c.Worst-0.00005) > 1e-12 || c.FromPublished != 3 || c.PublishedBoth != 3 {
		t.Errorf("%+v", c)
	}
}

// The four reasons: B is misprinted and so pushes C; D and E are level and were parted; F and G change places on the
// last digit.
func TestReasons(t *testing.T) {
	p, table := edition(
		[4]float64{0.9, 1, 0.9, 1},
		[4]float64{0.8, 2, 0.7, 3},
		[4]float64{0.75, 3, 0.75, 2},
		[4]float64{0.6, 4, 0.6, 4},
		[4]float64{0.6, 4, 0.6, 5},
		[4]float64{0.50001, 6, 0.5000, 7},
		[4]float64{0.50000, 7, 0.5001, 6},
	)
	c := Published(p, table, 0.0001).Nodes[0]
	want := map[string]Reason{"B": Misprint, "C": Pushed, "E": TieBroken, "F": LastDigit, "G": LastDigit}
	if len(c.Differences) != len(want) {
		t.Errorf("%d differences, want %d: %+v", len(c.Differences), len(want), c.Differences)
	}
	for _, d := range c.Differences {
		if d.Reason != want[d.Unit] {
			t.Errorf("%s: %s, want %s", d.Unit, d.Reason, want[d.Unit])
		}
	}
	if i := slices.IndexFunc(c.Differences, func(d Difference) bool { return d.Unit == "C" }); !slices.Equal(c.Differences[i].With, []string{"B"}) {
		t.Errorf("C was passed by %v", c.Differences[i].With)
	}
}

func TestLeavesAreNotCompared(t *testing.T) {
	p, table := edition([4]float64{0.9, 1, 0.9, 1})
	table.Lay(cube.Score, 1, cube.Seal([]float64{0.5}))
	table.Lay(cube.PublishedScore, 1, cube.Seal([]float64{0.5}))
	if got := Published(p, table, 0.0001).Nodes; len(got) != 1 || got[0].Node != "root" {
		t.Errorf("%+v", got)
	}
}
