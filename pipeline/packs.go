package main

import (
	"maps"
	"slices"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/book"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// handPacks writes the result packs that hold more than everybody may read, into the folder of each unit: of the units
// of indices that keep something private. What is public stands in the packs of the publication.
func (y *year) handPacks() (written int, err error) {
	var all []units.Unit
	seen := map[string]bool{}
	for _, x := range y.in.Indices {
		for _, p := range x.Index.Plans {
			t := x.Cube.Table(p.Edition.ID)
			if p.Public == nil || t == nil {
				continue
			}
			for _, code := range t.Units {
				if u, ok := y.in.Registry.Unit(code); ok && !seen[code] && u.Kind != "country" {
					seen[code], all = true, append(all, u)
				}
			}
		}
	}
	if len(all) == 0 {
		return 0, nil
	}
	slices.SortFunc(all, units.ByCode)
	return len(all), book.Packs(y.handoverDir(), view.New(y.whole()), all, y.filings(), y.jobs)
}

// whole is all that units alone may see of what the publication is made of.
func (y *year) whole() view.Input {
	in := y.shown()
	in.Private, in.Indices, in.Cubes = true, nil, nil
	in.Robust, in.Appraisals = maps.Clone(in.Robust), map[*index.Plan][]form.Appraisal{}
	for k, x := range y.in.Indices {
		in.Indices, in.Cubes = append(in.Indices, x.Index), append(in.Cubes, x.Cube)
		for _, p := range x.Index.Plans {
			in.Appraisals[p] = x.Appraisals[p.Edition.ID]
			for _, open := range y.open[k].Index.Plans {
				if open.Edition.ID == p.Edition.ID && len(open.Nodes) == len(p.Nodes) && in.Robust[open] != nil {
					in.Robust[p] = in.Robust[open]
				}
			}
		}
	}
	return in
}

// filings are the forms with what was found in them, by unit and plan.
func (y *year) filings() map[string]map[*index.Plan]*form.Filing {
	all := map[string]map[*index.Plan]*form.Filing{}
	for _, x := range y.in.Indices {
		for _, p := range x.Index.Plans {
			for _, f := range x.Filings[p.Edition.ID] {
				if all[f.Unit] == nil {
					all[f.Unit] = map[*index.Plan]*form.Filing{}
				}
				of := *f
				of.Problems = slices.DeleteFunc(slices.Clone(f.Problems), func(q problem.Problem) bool { return q.Severity == problem.Doubt })
				all[f.Unit][p] = &of
			}
		}
	}
	return all
}
