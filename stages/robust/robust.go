// Package robust asks how much a rank depends on choices that could as well have been made otherwise. It walks fill →
// treat → normalise → score → rank many times with altered assumptions and lays a band around every rank that the stage
// rank has given; it tells which assumption moves the ranks most, what each node does to them, and which units cannot
// be told apart. rank stands before it; reconcile and render after.
//
// Reading order: assume.go (what varies), model.go (an edition made ready), columns.go and shadow.go (every distinct
// column, computed once), states.go and additive.go (nodes that stand still, sums that nodes that move start from),
// sequence.go and draws.go (the numbers of a draw), walk.go and place.go (a draw), sample.go, spread.go, steady.go,
// band.go, apart.go and converge.go (what is said of many); then sensitivity.go with estimate.go, leave.go, schemes.go,
// and replay.go with script.go and tables.go. The audit begins in audit.go.
package robust

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
)

// Options of a run.
type Options struct {
	Groups normalise.Groups // groups of units, for gaps filled by group
	Cube   *cube.Cube       // all editions, for limits over all of them and gaps filled from others; nil: this one only
	// Uncertainty to take instead of the index's; nil: what the plan declares, else Default.
	Uncertainty *index.Uncertainty
	// Draws is the exact number of draws; 0: until the bands have converged, at most the declared number.
	Draws   int
	Workers int // cores; below 1 is one. The result is the same bytes for any number
	// Bare leaves out what is not needed for bands: sensitivity, leaving out, schemes.
	Bare bool
}

// Result is what is known of one edition.
type Result struct {
	Plan        *index.Plan
	Why         problem.Text       // why there are no bands; empty where there are
	Uncertainty *index.Uncertainty // what was varied
	Assumed     bool               // the index declares nothing: Default was taken
	Draws       int
	Converged   bool    // doubling the draws moves no end of a band by more than one place
	Comparable  bool    // scores of different draws are on one scale, so that their spread means something
	Bands       []*Band // by node of the plan; nil where the node is not ranked
	Sensitivity *Sensitivity
	LeftOut     []LeftOut // one a node that can be left out
	Schemes     []Scheme  // the index's preset weights, in its order
}

// Band of the root; nil where there is none.
func (r Result) Root() *Band {
	if len(r.Bands) == 0 {
		return nil
	}
	return r.Bands[0]
}

var nan = math.NaN()

func missing(x float64) bool { return x != x }

// grow gives a slice of length n, the old one where it is long enough; what it holds is not kept.
func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}
