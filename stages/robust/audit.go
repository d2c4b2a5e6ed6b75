package robust

import (
	"xephang/stages/cube"
	"xephang/stages/normalise"
	"xephang/stages/score"
)

// Audit is what a statistician of the JRC would look at in one edition of an index: a page and a sheet. Every figure is
// there or says why it is not. Reading order of the files: basis.go (what it is computed from), availability.go,
// indicator.go, correlate.go with kendall.go, significance.go and links.go, alpha.go, components.go, influence.go with
// spline.go, coverage.go, dominance.go, compare.go; then judge.go and verdict.go, which make sentences of them.
type Audit struct {
	Case         Case
	Basis        []Basis // by column of the plan
	Units        int     // that count: those that the edition does not leave unranked
	Availability Availability
	Indicators   []Indicator  // of which something was read, in the order of the plan
	Correlations Correlations // of all nodes that have scores
	Groups       []Parts      // combined nodes in the order of the plan
	Whole        *Parts       // the root over all its indicators; nil where they are its parts already
	Coverage     []Coverage   // of the nodes that we combine
	Dominance    []Dominance  // on the root's parts; on all indicators where these are others
	Comparisons  []Comparison // with other indices, by their ids
	Findings     []Finding    // the verdict: what to look at, the gravest first
}

// Parts examines what a node is made of.
type Parts struct {
	Node       int
	Parts      []int // its scored parts, or (Whole) all its indicators
	Alpha      Alpha
	Components Components
	Influences Influences // empty for Whole
	Weighing   *score.Weighing
}

// Examine audits one edition. others are the cases of the run, of any index, for comparisons between indices. It reads
// only; workers spread the correlations, and the result is the same for any number of them.
func Examine(c Case, others []Case, workers int) *Audit {
	g := newGround(c.Plan, c.Table)
	a := &Audit{Case: c, Basis: g.basis, Units: len(g.rows), Availability: g.available(),
		Indicators: g.indicators(c.Normalised), Correlations: g.correlate(workers), Coverage: g.coverage()}
	effective := score.Effective(c.Plan, c.Table)
	for k := range c.Plan.Nodes {
		if parts := scored(c.Plan, k); len(parts) > 0 {
			a.Groups = append(a.Groups, Parts{Node: k, Parts: parts, Alpha: g.alpha(parts, a.Correlations), Components: g.components(parts),
				Influences: g.influences(k, parts, effective, a.Correlations), Weighing: c.Scored.Of(k)})
		}
	}
	a.whole(g)
	a.Comparisons = compare(c, others)
	a.Findings = judge(a, g, effective)
	return a
}

// whole looks at the root's parts and, where these are combinations themselves, at all indicators together.
func (a *Audit) whole(g *ground) {
	if len(a.Case.Plan.Nodes) == 0 {
		return
	}
	parts := g.known(scored(a.Case.Plan, 0))
	if len(parts) > 0 {
		a.Dominance = append(a.Dominance, g.dominance(parts))
	}
	leaves := g.known(normalise.Indicators(a.Case.Plan, 0))
	if a.Case.Plan.Root().Level <= 2 || len(leaves) == 0 {
		return
	}
	a.Whole = &Parts{Node: 0, Parts: leaves, Alpha: g.alpha(leaves, a.Correlations), Components: g.components(leaves)}
	a.Dominance = append(a.Dominance, g.dominance(leaves))
}

// known keeps the nodes that have scores.
func (g *ground) known(nodes []int) (kept []int) {
	for _, k := range nodes {
		if g.x[k] != nil {
			kept = append(kept, k)
		}
	}
	return kept
}

// Of finds the group of a node, nil where nothing is combined into it.
func (a *Audit) Of(node int) *Parts {
	for i := range a.Groups {
		if a.Groups[i].Node == node {
			return &a.Groups[i]
		}
	}
	return nil
}

// computes tells whether the edition's scores are ours.
func (a *Audit) computes() bool {
	return len(a.Case.Plan.Nodes) > 0 && a.Case.Table.Has(cube.Score, 0)
}
