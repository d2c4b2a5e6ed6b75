package robust

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/normalise"
)

// Shape is the distribution of a column; moments as normalise.Describe has them.
type Shape struct {
	N                                        int
	Min, Max, Mean, Median, SD, Skew, Excess Figure // Excess: kurtosis above that of the normal distribution
}

// Outlying tells that the shape fails the test of outliers: |skew| > 2 and kurtosis > 3.5.
func (s Shape) Outlying() bool {
	return s.Skew.OK() && s.Excess.OK() && math.Abs(s.Skew.Value) > normalise.SkewLimit && s.Excess.Value > normalise.KurtLimit
}

// Indicator is the statistics of one indicator over the units that count.
type Indicator struct {
	Node          int
	Before, After Shape                // as read; after filling and treatment (N = 0 where the edition computes nothing)
	NonZero       Filled               // values that are not 0, of those present
	Unique        Filled               // distinct values, of those present
	MostlyZero    bool                 // fewer than half of all units have a value other than 0
	FewValues     bool                 // fewer distinct values than half of all units
	Treatment     *normalise.Treatment // what the stage normalise did; nil where nothing was declared
	Farthest      int                  // row of the value farthest from the mean; −1 where the values are all the same
	Distance      Figure               // how many standard deviations away that is, with its sign
}

// share of all units below which zeros or repeated values are flagged (COINr's get_stats: t_zero, t_unq).
const halfOfUnits = 0.5

// indicators describes every indicator of which something was read, in the order of the plan.
func (g *ground) indicators(report normalise.EditionReport) (all []Indicator) {
	for k := range g.plan.Nodes {
		if x := g.raw(k); g.plan.Nodes[k].Leaf() && x != nil {
			all = append(all, g.indicator(k, x, report))
		}
	}
	return all
}

func (g *ground) indicator(node int, x []float64, report normalise.EditionReport) Indicator {
	values := g.counted(x)
	d := Indicator{Node: node, Before: shape(values)}
	if g.table.Has(cube.Treated, node) {
		d.After = shape(g.counted(g.table.At(cube.Treated, node).Values()))
	}
	for i := range report.Treatments {
		if report.Treatments[i].Node == g.plan.Nodes[node].ID {
			d.Treatment = &report.Treatments[i]
		}
	}
	d.spread(values, len(g.rows))
	d.farthest(g, x)
	return d
}

// spread counts zeros and distinct values. Shares are over the values present, the flags over all units, as COINr has it.
func (d *Indicator) spread(values []float64, units int) {
	nonZero, unique := 0, 0
	sorted := normalise.Sorted(values, nil)
	for i, v := range sorted {
		if v != 0 {
			nonZero++
		}
		if i == 0 || v != sorted[i-1] {
			unique++
		}
	}
	d.NonZero, d.Unique = filled(nonZero, len(values)), filled(unique, len(values))
	d.MostlyZero = len(values) > 0 && float64(nonZero) < halfOfUnits*float64(units)
	d.FewValues = len(values) > 0 && float64(unique) < halfOfUnits*float64(units)
}

// farthest finds the unit farthest from the mean, the first of equals.
func (d *Indicator) farthest(g *ground, x []float64) {
	d.Farthest = -1
	if d.Before.SD.Or(0) == 0 {
		d.Distance = Figure{Why: d.Before.SD.Why}
		if d.Before.SD.OK() {
			d.Distance.Why = Constant
		}
		return
	}
	for _, row := range g.rows {
		if absent(x[row]) {
			continue
		}
		if z := (x[row] - d.Before.Mean.Value) / d.Before.SD.Value; d.Farthest < 0 || math.Abs(z) > math.Abs(d.Distance.Value) {
			d.Farthest, d.Distance = int(row), figure(z)
		}
	}
}

// shape describes values without gaps.
func shape(values []float64) Shape {
	m := normalise.Describe(values)
	s := Shape{N: m.N, Min: figure(m.Min), Max: figure(m.Max), Mean: figure(m.Mean), SD: figure(m.SD), Skew: figure(m.Skew), Excess: figure(m.Kurt)}
	median, _ := normalise.Median(values, nil)
	s.Median = figure(median)
	for _, f := range []*Figure{&s.Min, &s.Max, &s.Mean, &s.Median, &s.SD, &s.Skew, &s.Excess} {
		switch {
		case f.OK():
		case m.N == 0:
			f.Why = NoData
		case m.Constant() && m.N >= LeastUnits:
			f.Why = Constant
		default:
			f.Why = FewUnits
		}
	}
	return s
}
