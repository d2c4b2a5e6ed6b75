package main

import (
	"fmt"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/render/view"
	"xephang/stages/score"
)

// conceal makes what everybody may read of the indices, once they are ranked: robust, reconcile and render are given
// that and nothing else. What units alone receive is made of y.in.
func (y *year) conceal() {
	y.open = nil
	for _, x := range y.in.Indices {
		open := *x
		open.Index, open.Cube = view.PublicOf(x.Index, x.Cube)
		y.open = append(y.open, &open)
	}
}

// public visits every edition as everybody may read it, oldest first, index by index.
func (y *year) public(visit func(*extract.Input, *index.Plan, *cube.Table) error) error {
	return visitAll(y.open, visit)
}

// walkable is the edition that robust walks for a public one: the whole one where it has the same nodes, since other
// treatments start from values that may not be public (of which ranks tell nothing); else the public one itself, whose
// nodes the results name.
func (y *year) walkable(x *extract.Input, p *index.Plan, t *cube.Table) (*extract.Input, *index.Plan, *cube.Table) {
	whole := y.in.Input(x.Index.ID)
	for _, q := range whole.Index.Plans {
		if q.Edition.ID == p.Edition.ID && len(q.Nodes) == len(p.Nodes) {
			return whole, q, whole.Cube.Table(q.Edition.ID)
		}
	}
	return x, p, t
}

// treated is what normalise tells of an edition, as far as it is public.
func (y *year) treated(id string, p *index.Plan) (e normalise.EditionReport) {
	for _, r := range y.normalised[id].Editions {
		if r.Edition == p.Edition.ID {
			e = r
		}
	}
	if p.Public == nil {
		return e
	}
	hidden := func(node string) bool {
		_, ok := p.Col(node)
		return !ok || !p.PublicLayer("value")
	}
	e.Fillings = slices.DeleteFunc(slices.Clone(e.Fillings), func(f normalise.Filling) bool { return hidden(f.Node) })
	e.Treatments = slices.DeleteFunc(slices.Clone(e.Treatments), func(t normalise.Treatment) bool { return hidden(t.Node) })
	e.Scalings = slices.DeleteFunc(slices.Clone(e.Scalings), func(s normalise.Scaling) bool { return hidden(s.Node) })
	return e
}

// weighed is what score tells of an edition, in the columns of its public plan.
func (y *year) weighed(id string, p *index.Plan) (r score.Report) {
	whole := y.in.Input(id).Index
	for _, q := range whole.Plans {
		if q.Edition.ID != p.Edition.ID {
			continue
		}
		if len(q.Nodes) == len(p.Nodes) {
			return y.scored[q]
		}
		for _, w := range y.scored[q].Weighings {
			node, ok := p.Col(q.Nodes[w.Node].ID)
			if !ok || p.Nodes[node].Leaf() {
				continue
			}
			w.Node, w.Parts = node, slices.Clone(w.Parts)
			for k, part := range w.Parts {
				w.Parts[k], _ = p.Col(q.Nodes[part].ID)
			}
			r.Weighings = append(r.Weighings, w)
		}
	}
	return r
}

// inputs lists the files that were read; forms and points of editions that hide something are between the units and T.
func (y *year) inputs() (all []view.File) {
	hidden := map[string]bool{}
	for _, x := range y.in.Indices {
		for _, p := range x.Index.Plans {
			if p.Public != nil {
				hidden[fmt.Sprintf("/%s/%s/forms/", x.Index.ID, p.Edition.ID)] = true
				hidden[fmt.Sprintf("/%s/%s/appraisal.", x.Index.ID, p.Edition.ID)] = !p.PublicLayer("appraised")
				hidden[fmt.Sprintf("/%s/%s/measured.", x.Index.ID, p.Edition.ID)] = !p.PublicLayer("appraised")
			}
		}
	}
	for _, f := range append(append([]extract.File{}, y.in.Files...), y.textFiles...) {
		private := false
		for part, hides := range hidden {
			private = private || hides && strings.Contains(f.Name, part)
		}
		if !private {
			all = append(all, view.File{Path: f.Name, Size: f.Size, SHA256: f.SHA256})
		}
	}
	return all
}

// appraisals are the rows of the appraisers' tables by public plan.
func (y *year) appraisals() map[*index.Plan][]form.Appraisal {
	all := map[*index.Plan][]form.Appraisal{}
	_ = y.public(func(x *extract.Input, p *index.Plan, _ *cube.Table) error {
		if rows := x.Appraisals[p.Edition.ID]; len(rows) > 0 {
			all[p] = rows
		}
		return nil
	})
	return all
}

// openIndices are the indices as everybody may read them.
func (y *year) openIndices() (all []*index.Index) {
	for _, x := range y.open {
		all = append(all, x.Index)
	}
	return all
}

// barring counts the faults in forms that block publication (on_fault: block).
func (y *year) barring() (n int) {
	if y.in == nil {
		return 0
	}
	for _, x := range y.in.Indices {
		n += x.Barring()
	}
	return n
}

// tellForms sums up what was found in the forms of units, index by index: the problems themselves are for the units.
// They are printed too where all doubts are asked for, and where they block publication.
func (y *year) tellForms(c console, all bool) {
	if y.in == nil {
		return
	}
	for _, x := range y.in.Indices {
		for _, p := range x.Index.Plans {
			filings := x.Filings[p.Edition.ID]
			var found problem.List
			for _, q := range x.Private {
				if q.Edition == p.Edition.ID {
					found.Add(q)
				}
			}
			if len(filings)+len(found) == 0 {
				continue
			}
			for _, q := range found {
				if all || p.Form.OnFault == "block" && q.Severity == problem.Fault {
					y.tellOne(c, q)
				}
			}
			faults := found.Faults()
			fmt.Fprintf(c.err, "%s %s: %d biểu mẫu/forms, %d lỗi/faults, %d nghi vấn/doubts; chi tiết cho từng đơn vị ở / for each unit in handover/<unit>/\n",
				x.Index.ID, p.Edition.ID, len(filings), faults, len(found)-faults)
		}
	}
}
