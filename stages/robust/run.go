package robust

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// How many draws are made where the number is not given: from firstDraws on they are doubled until the bands have
// converged, at most to mostDraws, and, but for fewDraws, to no more than mostCells places of units on nodes and an
// amount of work.
const (
	firstDraws = 1024
	mostDraws  = 16384
	fewDraws   = 64
	mostCells  = 1 << 24
	mostWork   = 4e9 // multiply-adds
)

// Run walks one edition that has been ranked, and lays Low and High beside its ranks. An edition without ranks comes
// back with the reason.
func Run(p *index.Plan, t *cube.Table, o Options) (Result, problem.List) {
	r := Result{Plan: p}
	if r.Why = whyNot(p, t); !r.Why.IsZero() {
		return r, nil
	}
	r.Uncertainty, r.Assumed = choose(p, o)
	if r.Uncertainty == nil {
		r.Why = whyNothing
		return r, nil
	}
	d := newDesign(p, r.Uncertainty)
	seq := newSequence(d.size, r.Uncertainty.Seed, r.Uncertainty.Design == "random")
	d.points = seq.at
	m := newModel(p, t, d.a, d.nodes(p), o)
	r.Comparable = len(d.a.scale)*len(d.a.mean) == 1
	r.bands(m, d, o)
	for _, b := range r.Bands {
		if b != nil {
			b.lay(t)
		}
	}
	if !o.Bare {
		r.beyond(m, d, o)
	}
	return r, m.problems(&r)
}

// whyNot tells why there can be no bands.
func whyNot(p *index.Plan, t *cube.Table) problem.Text {
	switch p.Edition.Compute {
	case "none":
		return whyPublished
	case "scores":
		return whyPartial
	}
	if len(p.Nodes) == 0 || t == nil || t.Ranking(0) == nil {
		return whyUnranked
	}
	ranked := int32(0)
	for _, n := range t.Ranking(0).Of {
		ranked = max(ranked, n)
	}
	switch {
	case ranked < 2:
		return whyFew
	case len(t.Units) > most:
		return whyMany
	}
	return problem.Text{}
}

func choose(p *index.Plan, o Options) (u *index.Uncertainty, assumed bool) {
	switch {
	case o.Uncertainty != nil:
		return o.Uncertainty, false
	case p.Uncertainty != nil:
		return p.Uncertainty, false
	}
	return Default(p), true
}

// bands makes the draws and sums them up, doubling their number until the bands have converged.
func (r *Result) bands(m *model, d draws, o Options) {
	moving := m.movingRanked()
	parts, spreads := make([][]tallied, len(moving)), make([]*ranks, len(moving))
	until, first := r.limits(m, len(moving), o)
	var still *ranks
	for r.Draws < until && !(r.Converged && o.Draws == 0) {
		from := r.Draws
		r.Draws = min(max(2*from, first), until)
		states, _ := statesOf(d, from, r.Draws)
		m.prepare(states)
		kept := m.walk(d, from, r.Draws, moving)
		r.Converged = m.stands(d, r.Draws, &still)
		for k := range moving {
			kept[k].drawn = nil
			parts[k] = append(parts[k], kept[k])
			before := spreads[k]
			spreads[k] = m.ranksOf(kept[k].rows, parts[k])
			r.Converged = spreads[k].settled(before) && r.Converged
		}
	}
	r.Bands = make([]*Band, len(m.plan.Nodes))
	for k, node := range moving {
		r.Bands[node] = m.newBand(node, r.Draws, parts[k][0].(*sample).rows, parts[k], spreads[k])
	}
	r.steady(m, d)
}

// stands tells whether the band of a root under which no weight moves has converged; the others follow it.
func (m *model) stands(d draws, made int, last **ranks) bool {
	if m.moves[0] {
		return true
	}
	states, count := statesOf(d, 0, made)
	s := m.newSteady(0, states, count)
	before := *last
	*last = m.ranksOf(s.rows, []tallied{s})
	return (*last).settled(before)
}

// limits are the greatest number of draws and the first step; a number that was asked for is made in two steps, so that
// its halves can be compared.
func (r *Result) limits(m *model, moving int, o Options) (until, first int) {
	if o.Draws > 0 {
		return o.Draws, (o.Draws + 1) / 2
	}
	until = mostDraws
	if r.Uncertainty.Draws > 0 {
		until = r.Uncertainty.Draws
	}
	cells := mostCells / max(len(m.table.Units)*max(moving, 1), 1)
	return max(min(until, cells, m.affordable()), fewDraws), firstDraws
}

// affordable is how many draws can be made at a reasonable price: combinations that compare every unit with every other,
// or solve a program for each, are dear.
func (m *model) affordable() int {
	n, cost := float64(len(m.table.Units)), 1.0
	for _, steps := range m.steps {
		for _, s := range steps {
			parts := float64(len(s.Children))
			switch {
			case !m.moves[s.Node]:
			case s.Weighting == "bod":
				cost += n * 100 * parts * parts
			case s.Combine.Name == "kemeny":
				cost += n * n * math.Exp2(min(n, 20))
			case s.Combine.Name == "copeland" || s.Combine.Name == "outranking":
				cost += n * n * parts
			default:
				cost += n * parts
			}
		}
	}
	return int(min(mostWork/cost, mostDraws))
}

// steady adds the bands of the nodes under which no weight moves.
func (r *Result) steady(m *model, d draws) {
	states, count := statesOf(d, 0, r.Draws)
	for node := range m.plan.Nodes {
		if m.ranked[node] && !m.moves[node] {
			s := m.newSteady(node, states, count)
			r.Bands[node] = m.newBand(node, r.Draws, s.rows, []tallied{s}, m.ranksOf(s.rows, []tallied{s}))
		}
	}
}

// movingRanked lists the nodes that are walked draw by draw.
func (m *model) movingRanked() (nodes []int) {
	for node := range m.plan.Nodes {
		if m.ranked[node] && m.moves[node] {
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// problems gathers what was found about the alternatives, each once.
func (m *model) problems(r *Result) problem.List {
	all := m.found
	for _, l := range m.leaves {
		if l != nil {
			all.Add(l.found...)
		}
	}
	all.Add(m.unscored(r.Root())...)
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(p problem.Problem) bool {
		key := p.In("en")
		again := seen[key]
		seen[key] = true
		return again
	})
}

// unscored names the ranked units that some draws leave without a score.
func (m *model) unscored(b *Band) problem.List {
	if b == nil {
		return nil
	}
	var names []string
	for row, place := range b.Place {
		if place > 0 && b.Rank[row].Draws < b.Draws {
			names = append(names, m.table.Units[row])
		}
	}
	if len(names) == 0 {
		return nil
	}
	count := strconv.Itoa(len(names))
	if len(names) > 12 {
		names = append(names[:12], "…")
	}
	return problem.List{m.problem(unscored, m.plan.Root().Place, strings.Join(names, ", "), "count", count)}
}
