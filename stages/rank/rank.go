// Package rank orders: places overall, within blocks and within groups, for every node; classes of the root; the place
// in the edition before. score stands before it with a score for every node; reconcile compares its places with the
// published ones, robust puts bands around them, render shows them.
//
// Reading order: round.go (the one rule of rounding in the house), order.go with digits.go (sorting), places.go (ties), then groups.go,
// classes.go with breaks.go, change.go; trend.go looks at several years.
package rank

import (
	"sync"
	"sync/atomic"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Groups tells the group of a unit in a scheme of groups at the edition's date; empty where it has none.
type Groups func(unit, scheme string) string

// Run lays the rankings of one edition that computes ranks: for every node, overall or within blocks apart; for the
// root and its parts within each group of the schemes that the index names; and the classes of the root. before is the
// table of plan.Previous, already ranked, or nil. Higher scores are better.
//
// The root and the nodes above the indicators are ranked on the decimals of publication unless the index ranks on full
// precision; indicators on their value as given. A unit that the edition does not rank (unranked) has no place on the
// root, yet counts on every other node where it has a score: so the United Nations' component ranks come out. A unit
// that a screen dropped has no scores and no places at all.
func Run(p *index.Plan, t *cube.Table, before *cube.Table, groups Groups, workers int) problem.List {
	if p.Edition.Compute != "" && p.Edition.Compute != "ranks" || len(p.Nodes) == 0 {
		return nil
	}
	r := &run{Ranker: NewRanker(p, t), plan: p, table: t, before: before}
	r.groups = r.members(groups)
	r.then = r.comparable()
	rankings := make([]*cube.Ranking, len(p.Nodes))
	grouped := make([][]cube.GroupRanking, len(p.Nodes))
	spread(workers, len(p.Nodes), func(node int, s *Scratch) {
		rankings[node], grouped[node] = r.node(node, s)
	})
	for node, ranking := range rankings {
		if ranking != nil {
			t.LayRanking(node, ranking)
		}
		t.Groups = append(t.Groups, grouped[node]...)
	}
	found := r.classes()
	found.Add(r.sizes()...)
	return found
}

// run is one edition under way.
type run struct {
	*Ranker
	plan   *index.Plan
	table  *cube.Table
	before *cube.Table
	groups []group
	then   []int32 // row here → row in the edition before, −1 where the two cannot be compared
}

// keys are what a node is ranked on, to be read only: the scores themselves or numbers in the memory of s; nil where the
// node has no scores.
func (r *run) keys(node int, s *Scratch) []float64 {
	if !r.table.Has(cube.Score, node) {
		return nil
	}
	scores := r.table.At(cube.Score, node).View(&s.column)
	if !r.rounded(node) && len(r.out(node)) == 0 {
		return scores
	}
	s.keys = grow(s.keys, len(scores))
	r.Keys(s.keys, scores, node)
	return s.keys
}

// node ranks one node, overall and within its groups; nil where nobody has a place.
func (r *run) node(node int, s *Scratch) (*cube.Ranking, []cube.GroupRanking) {
	keys := r.keys(node, s)
	if keys == nil {
		return nil, nil
	}
	ranking := &cube.Ranking{Place: make([]int32, len(keys)), Of: make([]int32, len(r.Blocks))}
	ranked := int32(0)
	for b, rows := range r.Blocks {
		ranking.Of[b] = s.Rank(ranking.Place, keys, rows, r.Rule)
		ranked += ranking.Of[b]
	}
	if ranked == 0 {
		return nil, nil
	}
	if r.Rule.Ties == Average {
		ranking.Average = make([]float64, len(keys))
		for _, rows := range r.Blocks {
			s.Averages(ranking.Average, ranking.Place, rows)
		}
	}
	r.previous(node, ranking)
	if node != 0 && r.plan.Nodes[node].Parent != 0 {
		return ranking, nil
	}
	return ranking, r.within(node, keys, s)
}

// spread does n pieces of work on some workers, each with a Scratch of its own.
func spread(workers, n int, do func(k int, s *Scratch)) {
	var next atomic.Int64
	var done sync.WaitGroup
	for range max(min(workers, n), 1) {
		done.Go(func() {
			s := NewScratch()
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				do(k, s)
			}
		})
	}
	done.Wait()
}
