package index

import (
	"slices"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// check holds a resolved plan against itself; a fault of a shared declaration is found again in every edition, and
// told once.
func (r *reader) check(p *Plan) {
	e := p.Edition
	r.edition = e.ID
	defer func() { r.edition = "" }()
	for _, id := range sortedKeys(e.Weights) {
		r.knows(id, p.IDs(), r.at(e, "weight of "+id, e.Place))
	}
	for _, w := range e.Waive {
		if w.Node != "" {
			r.knows(w.Node, p.IDs(), r.at(w.Place, "node", w.Place))
		}
	}
	r.checkFacts(p)
	r.edition = r.shared(e)
	r.joined(p.Classes, p.Scale, r.at(e, "classes", r.at(p.Index, "classes", e.Place)))
	r.checkBlocks(p)
	r.checkLevels(p)
	r.checkNames(p)
	r.checkReference(p)
	for i := range p.Nodes {
		r.checkPlanNode(p, &p.Nodes[i])
	}
	r.checkUncertainty(p)
	r.checkAnswers(p)
}

// shared is the edition to name in a problem of the tree: none where the tree is the index's.
func (r *reader) shared(e *Edition) string {
	if e.Tree != nil {
		return e.ID
	}
	return ""
}

func (r *reader) checkFacts(p *Plan) {
	e := p.Edition
	for i, f := range e.Facts {
		key := " of fact " + figure(float64(i))
		if f.Node != "" {
			r.knows(f.Node, p.IDs(), r.at(e, "node"+key, e.Place))
		}
		if f.Block != "" && !slices.ContainsFunc(e.Blocks, func(b Block) bool { return b.ID == f.Block }) {
			r.report(badChoice, r.at(e, "block"+key, e.Place), f.Block, "list", blockIDs(e))
		}
	}
}

func blockIDs(e *Edition) string {
	var ids []string
	for _, b := range e.Blocks {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, ", ")
}

// checkBlocks: what is ranked or compared within blocks needs blocks, where the edition computes.
func (r *reader) checkBlocks(p *Plan) {
	e := p.Edition
	if len(e.Blocks) > 0 || e.Compute == "none" {
		return
	}
	if p.Rank.Within == "block" {
		r.report(badRelative, e.Place, e.ID)
	}
	for _, n := range p.Nodes {
		if n.Rule.block() {
			r.report(badRelative, n.Rule.Place, n.ID)
		}
	}
}

// checkLevels: a list of methods has one for each level of the tree above the indicators.
func (r *reader) checkLevels(p *Plan) {
	list := p.Index.Combine
	if p.Edition.Combine != nil {
		list = p.Edition.Combine
	}
	if want := p.Root().Level - 1; len(list) > 1 && len(list) != want {
		r.report(badLevels, list[0].Place, figure(float64(len(list))), "count", figure(float64(want)))
	}
}

func (r *reader) checkPlanNode(p *Plan, n *PlanNode) {
	r.checkNormaliser(n)
	if n.Leaf() {
		return
	}
	sum := 0.0
	for _, c := range n.Children {
		sum += c.Weight
	}
	if sum == 0 && n.Weighting.Name == "given" {
		r.report(zeroWeights, r.at(n.Node, "parts", r.at(n.Node, "of", n.Place)), n.ID)
	}
	if n.Combine.Name == "points" {
		for _, c := range n.Children {
			if child := &p.Nodes[c.Col]; child.Points == 0 {
				r.say(badPoints, child.Place, child.ID, "“points”: điểm tối đa, vì nút “"+n.ID+"” cộng điểm", "“points”: the maximum, since node “"+n.ID+"” sums points")
			}
		}
	}
	if n.Weighting.Name == "ahp" && n.Pairwise == nil && !r.has(n.Node, "pairwise") {
		r.report(needs, r.either(n.Weighting, n), "ahp", "key", "pairwise", "node", n.ID)
	}
	if n.Weighting.Name == "importance" && n.Wanted == nil {
		r.report(needs, r.either(n.Weighting, n), "importance", "key", "wanted", "node", n.ID)
	}
	r.checkMean(p, n)
}

// checkNormaliser: goalposts and targets are there where the scale needs them.
func (r *reader) checkNormaliser(n *PlanNode) {
	if n.Measured || n.Rule != nil {
		return
	}
	switch {
	case n.Normalise.Name == "goalposts" && n.Goalposts == nil && !r.has(n.Node, "goalposts"):
		r.report(needs, r.either(n.Normalise, n), "goalposts", "key", "goalposts", "node", n.ID)
	case n.Normalise.Name == "distance-to-target" && n.Target == nil && !r.has(n.Node, "target"):
		r.report(needs, r.either(n.Normalise, n), "distance-to-target", "key", "target", "node", n.ID)
	}
}

// checkReference: the unit that scores are measured against is there in every edition.
func (r *reader) checkReference(p *Plan) {
	if r.reg == nil {
		return
	}
	var all []units.Unit
	for i := range p.Nodes {
		n := &p.Nodes[i]
		code := n.Normalise.Arg(0)
		if _, known := r.reg.Unit(code); n.Normalise.Name != "distance-to-reference" || !known {
			continue
		}
		if all == nil {
			all = p.Index.UnitsOf(p, r.reg)
		}
		if !slices.ContainsFunc(all, func(u units.Unit) bool { return u.Code == code }) {
			r.report(absentReference, r.either(n.Normalise, n), code, "edition", p.Edition.ID)
		}
	}
}

// either is where a method was asked for, else its node.
func (r *reader) either(m Method, n *PlanNode) problem.Place {
	if m.Place.Line > 0 {
		return m.Place
	}
	return n.Place
}

// previous links the plans: the edition before, or the one that the edition names, or none.
func (r *reader) previous(ix *Index) {
	var before []string
	for i, e := range ix.Editions {
		at := -1
		switch {
		case e.Previous == "":
			at = i - 1
		case e.Previous != "none":
			if at = slices.Index(before, e.Previous); at < 0 {
				r.edition = e.ID
				r.report(badPrevious, r.at(e, "previous", e.Place), e.Previous,
					"list_vi", or(strings.Join(before, ", "), "chưa có kỳ nào"), "list_en", or(strings.Join(before, ", "), "there is none"))
				r.edition = ""
			}
		}
		if at >= 0 && i < len(ix.Plans) {
			ix.Plans[i].Previous = ix.Plans[at]
		}
		before = append(before, e.ID)
	}
}

// checkSchemes: a preset weighs nodes of some edition's tree.
func (r *reader) checkSchemes(ix *Index) {
	var known []string
	for _, p := range ix.Plans {
		known = append(known, p.IDs()...)
	}
	if len(known) == 0 {
		return
	}
	for i, s := range ix.Schemes {
		for _, id := range sortedKeys(s.Weights) {
			r.knows(id, known, r.at(ix, "weight of "+id+" in scheme "+figure(float64(i)), problem.Place{File: r.file}))
		}
	}
}
