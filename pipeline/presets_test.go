package main

import (
	"slices"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/rank"
	"xephang/stages/render/view"
	"xephang/stages/score"
)

// The outcome of a preset is what the stages make of a plan that declares its weights, to the last bit.
func TestPresetsAreTheEngines(t *testing.T) {
	y, outcomes := walked(t), 0
	_ = y.editions(func(x *extract.Input, p *index.Plan, tb *cube.Table) error {
		for _, o := range y.weighOtherwise(x, p, tb) {
			outcomes++
			then := declaring(p, tb, o.Preset)
			for row, place := range then.Ranking(0).Place {
				want, got := then.At(cube.Score, 0).At(row), o.Score[row]
				if place != o.Place[row] || want != got && (want == want || got == got) {
					t.Errorf("%s %s %s %v: rank %d, score %v; the stages give %d, %v", p.Index.ID, p.Edition.ID, tb.Units[row], o.Weights, o.Place[row], got, place, want)
				}
			}
		}
		return nil
	})
	if outcomes < 36 {
		t.Errorf("only %d outcomes of presets", outcomes)
	}
}

// declaring walks score and rank over a table whose plan declares a preset's weights.
func declaring(p *index.Plan, tb *cube.Table, preset view.Preset) *cube.Table {
	q := *p
	q.Nodes = slices.Clone(p.Nodes)
	for k := range q.Nodes {
		n := &q.Nodes[k]
		n.Children = slices.Clone(n.Children)
		for i, c := range n.Children {
			if w, ok := preset.Weights[q.Nodes[c.Col].ID]; ok {
				n.Children[i].Weight = w
			}
		}
	}
	again := cube.New(tb.Edition, tb.Units, tb.Nodes)
	again.Block, again.Blocks, again.Unranked = tb.Block, tb.Blocks, tb.Unranked
	for k := range q.Nodes {
		if tb.Has(cube.Normal, k) {
			again.Lay(cube.Normal, k, tb.At(cube.Normal, k))
		}
	}
	score.RunAll([]*index.Plan{&q}, []*cube.Table{again}, nil, 1)
	rank.Run(&q, again, nil, nil, 1)
	return again
}
