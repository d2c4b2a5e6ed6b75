package score

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"xephang/stages/index"
)

// Combine is one way to make a node's score of its parts' scores.
type Combine struct {
	Name  string
	Arg   float64 // generalised: the power; mpi, ampi: the sign of the penalty (−1 takes away, +1 adds)
	Local bool    // a unit's result depends on its own parts alone, so rows may be done in any blocks
	local func(dst []float64, in rows, s *Scratch)
	whole func(dst []float64, in rows, s *Scratch, workers int)
}

// rows are the columns of a block of units, zeros filled in already; NaN = leave the part out.
type rows struct {
	cols [][]float64
	w    []float64
	arg  float64
}

// combination is a row of the table: how a name is read from index.yaml and which formula it stands for.
type combination struct {
	name string
	args func(args []string) (float64, error)
	Combine
}

// combinations is the table. A new one is a pure function on columns and a row here.
var combinations = []combination{
	{"mean", none, Combine{Local: true, local: mean}},
	{"arithmetic", none, Combine{Local: true, local: mean}},
	{"geometric", none, Combine{Local: true, local: geometric}},
	{"harmonic", none, Combine{Local: true, local: harmonic}},
	{"generalised", power, Combine{Local: true, local: generalised}},
	{"median", none, Combine{Local: true, local: median}},
	{"minimum", none, Combine{Local: true, local: minimum}},
	{"points", none, Combine{Local: true, local: mean}},
	{"mpi", penaltySign, Combine{Local: true, local: mazziottaPareto}},
	{"ampi", penaltySign, Combine{whole: adjustedMazziottaPareto}},
	{"copeland", none, Combine{whole: copeland}},
	{"outranking", none, Combine{whole: outranking}},
	{"kemeny", none, Combine{whole: kemeny}},
}

// Names lists the combinations that index.yaml may name, in the order of the table.
func Names() (names []string) {
	for _, c := range combinations {
		names = append(names, c.name)
	}
	return names
}

// Find looks a combination up by the method's name; a method that is not set is the mean. An unknown name or a wrong
// argument is an error.
func Find(m index.Method) (Combine, error) {
	if m.IsZero() {
		m.Name = "mean"
	}
	k := slices.IndexFunc(combinations, func(c combination) bool { return c.name == m.Name })
	if k < 0 {
		return Combine{}, fmt.Errorf("combination %q is none of %v", m.Name, Names())
	}
	arg, err := combinations[k].args(m.Args)
	if err != nil {
		return Combine{}, fmt.Errorf("combination %q: %w", m.Name, err)
	}
	c := combinations[k].Combine
	c.Name, c.Arg = m.Name, arg
	return c, nil
}

// Row combines one unit's parts: Column on a single row. values NaN = missing.
func (c Combine) Row(values, weights []float64) float64 {
	cols := make([][]float64, len(values))
	for k := range values {
		cols[k] = values[k : k+1]
	}
	var dst [1]float64
	c.Into(dst[:], &Parts{Columns: cols, Weights: weights}, NewScratch(), 1)
	return dst[0]
}

func none(args []string) (float64, error) {
	if len(args) > 0 {
		return 0, fmt.Errorf("takes no argument, has %q", args)
	}
	return 0, nil
}

func power(args []string) (float64, error) {
	if len(args) != 1 {
		return 0, fmt.Errorf("takes one argument, the power, as generalised:2; has %q", args)
	}
	p, err := strconv.ParseFloat(args[0], 64)
	if err != nil || math.IsNaN(p) || math.IsInf(p, 0) {
		return 0, fmt.Errorf("power %q is no finite number", args[0])
	}
	return p, nil
}

// penaltySign reads mpi, mpi:- (imbalance is taken away: the index measures something good) and mpi:+.
func penaltySign(args []string) (float64, error) {
	switch {
	case len(args) == 0 || len(args) == 1 && (args[0] == "-" || args[0] == "−"):
		return -1, nil
	case len(args) == 1 && args[0] == "+":
		return 1, nil
	}
	return 0, fmt.Errorf("takes - or +, has %q", args)
}
