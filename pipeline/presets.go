package main

import (
	"math"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/render/view"
	"xephang/stages/robust"
)

// weighOtherwise walks an edition once with each preset set of weights, for the page on which readers try others. A
// preset that leaves somebody's rank unknown for want of anything to combine is left out.
func (y *year) weighOtherwise(x *extract.Input, p *index.Plan, t *cube.Table) []view.Outcome {
	presets := view.PresetsOf(p)
	if len(presets) == 0 || t.Ranking(0) == nil {
		return nil
	}
	runs, _ := robust.Replay(p, t, designOf(presets), robust.Options{Groups: groupsOf(x), Cube: x.Cube, Workers: y.jobs})
	if runs == nil {
		return nil
	}
	var all []view.Outcome
	for k, preset := range presets {
		if slices.ContainsFunc(runs.Place[k], func(place int32) bool { return place > 0 }) {
			all = append(all, view.Outcome{Preset: preset, Place: runs.Place[k], Score: runs.Score[k]})
		}
	}
	return all
}

// designOf puts presets into the columns of a design: a weight that a preset does not name is as declared.
func designOf(presets []view.Preset) (d robust.Design) {
	for _, preset := range presets {
		for id := range preset.Weights {
			if !slices.Contains(d.Nodes, id) {
				d.Nodes = append(d.Nodes, id)
			}
		}
	}
	slices.Sort(d.Nodes)
	for _, preset := range presets {
		drawn := robust.Drawn{}
		for _, id := range d.Nodes {
			w, ok := preset.Weights[id]
			if !ok {
				w = math.NaN()
			}
			drawn.Weights = append(drawn.Weights, w)
		}
		d.Draws = append(d.Draws, drawn)
	}
	return d
}
