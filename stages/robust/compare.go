package robust

import (
	"math"
	"slices"
	"strconv"

	"xephang/stages/cube"
	"xephang/stages/normalise"
)

// Comparison holds this index against another one over the units that both score.
type Comparison struct {
	Index              string // id of the other index
	Own, Other         Case   // the newest edition of the same year, not later than the one audited
	OwnBasis, ItsBasis Basis
	Correlation               // of the roots; Pearson is RanksOnly where one of them published only ranks
	Farthest           string // unit whose places among the common units differ most, the first by code; empty where none do
	Here, There        int    // its places, 1 = best
}

// compare holds an edition against every other index among the cases; cases of the same index serve to find the newest
// year in which both were published. Indices that share no unit are left out.
func compare(own Case, all []Case) (found []Comparison) {
	id := indexOf(own)
	var mine []Case
	others := map[string][]Case{}
	for _, c := range all {
		switch other := indexOf(c); {
		case other != id:
			others[other] = append(others[other], c)
		case year(c) < year(own):
			mine = append(mine, c)
		}
	}
	mine = append(mine, own)
	slices.SortStableFunc(mine, func(a, b Case) int { return year(b) - year(a) })
	for _, other := range sortedKeys(others) {
		if c, ok := newest(mine, others[other]); ok {
			c.Index = other
			found = append(found, c)
		}
	}
	return found
}

func sortedKeys(m map[string][]Case) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func indexOf(c Case) string {
	if c.Plan.Index == nil {
		return ""
	}
	return c.Plan.Index.ID
}

// year is the edition's, by its id ("2022", "2022-2"), else by the date that fixes its units; 0 where neither tells.
func year(c Case) int {
	e := c.Plan.Edition
	if len(e.ID) >= 4 {
		if y, err := strconv.Atoi(e.ID[:4]); err == nil {
			return y
		}
	}
	return e.AsOf.Year()
}

// newest compares the newest pair of editions of one year that has common units.
func newest(mine, others []Case) (Comparison, bool) {
	for _, own := range mine {
		for _, other := range others {
			if y := year(own); y == 0 || year(other) != y {
				continue
			}
			if c := held(own, other); c.N > 0 {
				return c, true
			}
		}
	}
	return Comparison{}, false
}

// held compares two editions.
func held(own, other Case) Comparison {
	c := Comparison{Own: own, Other: other}
	var a, b map[string]float64
	c.OwnBasis, a = roots(own)
	c.ItsBasis, b = roots(other)
	var units []string
	for u := range a {
		if _, both := b[u]; both {
			units = append(units, u)
		}
	}
	slices.Sort(units)
	x, y := make([]float64, len(units)), make([]float64, len(units))
	for i, u := range units {
		x[i], y[i] = a[u], b[u]
	}
	c.Correlation = Correlate(x, y)
	if c.OwnBasis == FromPlacements || c.ItsBasis == FromPlacements {
		c.Pearson = untested(RanksOnly)
	}
	c.farthest(units, x, y)
	return c
}

// roots are the scores of an edition's ranked units: ours, else the published ones, else the published ranks turned.
func roots(c Case) (Basis, map[string]float64) {
	basis, x := chosen(c.Plan, c.Table, 0)
	if ranks := c.Table.At(cube.PublishedRank, 0); basis == NoBasis && ranks.Present() > 0 {
		basis, x = FromPlacements, ranks.Into(make([]float64, ranks.Len()))
		for i := range x {
			x[i] = -x[i]
		}
	}
	all := map[string]float64{}
	for row, v := range x {
		if _, out := c.Table.Unranked[row]; !out && !absent(v) {
			all[c.Table.Units[row]] = v
		}
	}
	return basis, all
}

// farthest finds the unit whose places differ most.
func (c *Comparison) farthest(units []string, x, y []float64) {
	sx, sy := normalise.Sorted(x, nil), normalise.Sorted(y, nil)
	most := 0.0
	for i, u := range units {
		here, there := place(sx, x[i]), place(sy, y[i])
		if d := math.Abs(float64(here - there)); d > most {
			most, c.Farthest, c.Here, c.There = d, u, here, there
		}
	}
}

// place is one more than the number of greater values.
func place(sorted []float64, v float64) int {
	k, _ := slices.BinarySearch(sorted, v)
	for k < len(sorted) && sorted[k] == v {
		k++
	}
	return len(sorted) - k + 1
}
