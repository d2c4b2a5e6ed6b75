// Package score combines up the tree: normalise has put every indicator on one scale before it, rank orders what it
// leaves. A node's score is made of its parts' scores by a mean (or another combination) chosen by name in the index,
// with weights that are given or computed from the data; every combination and every weighting is a small pure
// function on columns plus a row in its table. Gaps follow the index's declared rule and are never guessed here.
//
// Reading order: combine.go (the table of combinations), parts.go (gaps, coverage, blocks of rows), then one file a
// family of formulas; weights.go (the table of weightings) and its files; tree.go and run.go walk an edition.
package score

import (
	"math"
)

// Gap is what a missing part does to the node above it.
type Gap uint8

const (
	Exclude  Gap = iota // the weights of the parts that are present are scaled up to the whole
	Zero                // the part counts 0 with its full weight
	Withhold            // the node above is missing too
)

// GapOf reads index.yaml's missing: exclude, zero, withhold; anything else is exclude.
func GapOf(name string) Gap {
	switch name {
	case "zero":
		return Zero
	case "withhold":
		return Withhold
	}
	return Exclude
}

// Parts are the columns that one node combines.
type Parts struct {
	Columns  [][]float64 // one a part, units down, NaN = missing; all as long as the result
	Weights  []float64   // one a part; only their proportions count
	Gaps     []Gap       // one a part; nil: all Exclude
	Coverage float64     // least share of the parts that must be present, 0 to 1; weights do not matter to it

	exempt *Exempt // what single cells do beyond Gaps; nil: nothing
	nodes  []int   // the parts' nodes, for exempt
	full   bool    // nothing is missing, as the caller knows
}

var nan, inf = math.NaN(), math.Inf(1)

func missing(x float64) bool { return x != x }
