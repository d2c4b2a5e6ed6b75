package robust

import "math/bits"

// Dominance tells which units are at least as good as another on every one of some nodes and better on one: their order
// holds whatever the weights (Pareto order; the share of such pairs says how much of a ranking the weights decide at all).
type Dominance struct {
	Nodes       []int  // compared on these: the root's parts, or all indicators
	Units       int    // that have all of them
	Share       Figure // of the pairs of these units in which one dominates the other
	Pairs       int    // in which one dominates
	Undominated []int32
	Over, Under []int32      // by row: how many units it dominates, how many dominate it; −1 where it is not compared
	Against     []Contradict // pairs whose scores stand the other way round, up to ten; they should not exist
	Contrary    int          // how many there are
}

// Contradict is a dominant unit with a lower score than one that it dominates.
type Contradict struct{ Better, Worse int32 }

const (
	mostCompared = 5000 // units: above, the pairs are too many for their worth
	mostShown    = 10
)

// dominance on some nodes; the root's scores are held against it.
func (g *ground) dominance(nodes []int) Dominance {
	columns, rows := g.complete(nodes)
	d := Dominance{Nodes: nodes, Units: len(rows), Over: nowhere(len(g.table.Units)), Under: nowhere(len(g.table.Units))}
	switch {
	case len(nodes) < 2:
		d.Share.Why = OnePart
	case len(rows) < LeastUnits:
		d.Share.Why = FewUnits
	case len(rows) > mostCompared:
		d.Share.Why = TooMany
	default:
		d.compare(g, across(columns), rows)
	}
	return d
}

func nowhere(rows int) []int32 {
	x := make([]int32, rows)
	for i := range x {
		x[i] = -1
	}
	return x
}

// across turns columns into one slice a unit.
func across(columns [][]float64) [][]float64 {
	all := make([][]float64, len(columns[0]))
	for i := range all {
		for _, c := range columns {
			all[i] = append(all[i], c[i])
		}
	}
	return all
}

func (d *Dominance) compare(g *ground, units [][]float64, rows []int32) {
	for _, row := range rows {
		d.Over[row], d.Under[row] = 0, 0
	}
	for i := range units {
		for j := range i {
			switch dominates(units[i], units[j]) {
			case 1:
				d.note(g, rows[i], rows[j])
			case -1:
				d.note(g, rows[j], rows[i])
			}
		}
	}
	for _, row := range rows {
		if d.Under[row] == 0 {
			d.Undominated = append(d.Undominated, row)
		}
	}
	n := len(rows)
	d.Share = figure(float64(d.Pairs) / float64(n*(n-1)/2))
}

// dominates is 1 where x dominates y, −1 the other way, 0 where neither does.
func dominates(x, y []float64) int {
	var better, worse uint
	for k, v := range x {
		if v > y[k] {
			better = 1
		} else if v < y[k] {
			worse = 1
		}
		if better&worse != 0 {
			return 0
		}
	}
	return bits.OnesCount(better) - bits.OnesCount(worse)
}

// slack is how much lower a dominant unit's score may come out by rounding alone, relative to the score.
const slack = 1e-9

func (d *Dominance) note(g *ground, better, worse int32) {
	d.Pairs++
	d.Over[better]++
	d.Under[worse]++
	if x := g.x[0]; x != nil && x[worse]-x[better] > slack*max(1, x[worse], -x[worse]) {
		if d.Contrary++; len(d.Against) < mostShown {
			d.Against = append(d.Against, Contradict{better, worse})
		}
	}
}
