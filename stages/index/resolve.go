package index

import (
	"math"

	"xephang/stages/problem"
)

// resolve makes the plan of every edition and holds the declarations against each other. What an edition says goes
// before what a node of the index's tree says, and that before what the index says for all; in a tree of the edition's
// own, the node goes first. Where a fault leaves an edition without a node, the index has no plans.
func (r *reader) resolve(ix *Index) {
	for _, e := range ix.Editions {
		r.edition = e.ID
		p := r.plan(ix, e)
		r.edition = ""
		if p != nil {
			r.check(p)
			ix.Plans = append(ix.Plans, p)
		}
	}
	if len(ix.Plans) < len(ix.Editions) {
		ix.Plans = nil
	}
	r.previous(ix)
	r.checkSchemes(ix)
	ix.names = namesOf(ix)
}

// resolver fills one plan.
type resolver struct {
	*reader
	*Plan
	own    bool // the tree is the edition's own
	levels []Method
}

func (r *reader) plan(ix *Index, e *Edition) *Plan {
	tree, beside := ix.Tree, ix.Beside
	if e.Tree != nil {
		tree, beside = e.Tree, nil
	}
	if e.Beside != nil {
		beside = e.Beside
	}
	if tree == nil || tree.ID == "" {
		return nil
	}
	r.inherit(ix, e)
	p := &Plan{Index: ix, Edition: e, AsOf: e.AsOf, Scale: ix.Scale, Rank: ix.Rank, Classes: ix.Classes, cols: map[string]int{}}
	restate(&p.Scale, e.Scale)
	restate(&p.Rank, e.Rank)
	restate(&p.Classes, e.Classes)
	p.Screen = method(Method{Name: "none"}, ix.Screen, e.Screen)
	p.Keep, p.Drop = listed(ix.Keep, e.Keep), listed(ix.Drop, e.Drop)
	if p.Uncertainty = ix.Uncertainty; e.Uncertainty != nil {
		p.Uncertainty = e.Uncertainty
	}
	if p.Form = ix.Form; e.Form != nil {
		p.Form = e.Form
	}
	if p.Answers = ix.Answers; e.Answers != nil {
		p.Answers = e.Answers
	}
	if p.Checks = ix.Checks; e.Checks != nil {
		p.Checks = e.Checks
	}
	if p.Public = ix.Public; e.Public != nil {
		p.Public = e.Public
	}
	if across := or(e.Across, ix.Across); across == "editions" {
		p.Across = across
	}
	v := &resolver{reader: r, Plan: p, own: e.Tree != nil, levels: ix.Combine}
	if e.Combine != nil {
		v.levels = e.Combine
	}
	v.walk(tree, -1, "")
	for _, n := range beside {
		v.walk(n, -1, "")
	}
	v.combined()
	v.nameless()
	p.names = namesIn(p)
	return p
}

func restate[T any](what *T, by *T) {
	if by != nil {
		*what = *by
	}
}

func listed(index, edition []Unranked) []Unranked {
	if edition != nil {
		return edition
	}
	return index
}

// method gives the last that says anything.
func method(all ...Method) (m Method) {
	for _, a := range all {
		if !a.IsZero() {
			m = a
		}
	}
	return m
}

// walk lays the nodes in reading order with what does not depend on the nodes below. missing is the nearest own word
// of the nodes above.
func (v *resolver) walk(n *Node, parent int, missing string) {
	if v.twice(n) {
		return
	}
	missing = or(n.Missing, missing)
	pn := PlanNode{Node: n, Col: len(v.Nodes), Parent: parent, Level: 1, Direction: n.Direction, Points: n.Points, Effective: math.NaN()}
	pn.Missing = or(v.word(v.Index.Missing, missing, v.Edition.Missing), "exclude")
	pn.Fill, pn.Treat, pn.Normalise = n.Fill, n.Treat, n.Normalise
	if len(n.Parts) == 0 && len(n.Of) == 0 {
		d, e := &v.Index.Defaults, &v.Edition.Defaults
		pn.Fill, pn.Treat, pn.Normalise = v.choose(d.Fill, n.Fill, e.Fill), v.choose(d.Treat, n.Treat, e.Treat), v.choose(d.Normalise, n.Normalise, e.Normalise)
	}
	none := Method{Name: "none"}
	pn.Fill, pn.Treat, pn.Normalise = method(none, pn.Fill), method(none, pn.Treat), method(none, pn.Normalise)
	v.cols[n.ID] = pn.Col
	v.Nodes = append(v.Nodes, pn)
	for _, part := range n.Parts {
		v.walk(part, pn.Col, missing)
	}
}

// choose orders what index, node and edition say.
func (v *resolver) choose(index, node, edition Method) Method {
	if v.own {
		return method(index, edition, node)
	}
	return method(index, node, edition)
}

func (v *resolver) word(index, node, edition string) string {
	if v.own {
		return or(node, or(edition, index))
	}
	return or(edition, or(node, index))
}

// twice reports a second node of an id; with what is below it, it is left out of the plan.
func (v *resolver) twice(n *Node) bool {
	if n.ID == "" {
		return true
	}
	c, again := v.Col(n.ID)
	if again {
		v.report(twiceNode, n.Place, n.ID, "line", figure(float64(v.Nodes[c].Place.Line)))
	}
	return again
}

// inherit gives the nodes of an edition's own tree the words of the index's nodes of the same id, and a root the words
// of the index, where they have none.
func (r *reader) inherit(ix *Index, e *Edition) {
	whole := &Node{Name: ix.Name, Short: ix.Short}
	known := map[string]*Node{}
	if ix.Tree != nil {
		ix.Tree.inherit(whole)
	}
	visit(ix.Tree, func(n *Node) { known[n.ID] = n })
	for _, b := range ix.Beside {
		visit(b, func(n *Node) { known[n.ID] = n })
	}
	visit(e.Tree, func(n *Node) { n.inherit(known[n.ID]) })
	for _, b := range e.Beside {
		visit(b, func(n *Node) { n.inherit(known[n.ID]) })
	}
	if e.Tree != nil {
		e.Tree.inherit(whole)
	}
}

func (n *Node) inherit(from *Node) {
	if from == nil {
		return
	}
	for _, t := range []struct{ to, from *problem.Text }{{&n.Name, &from.Name}, {&n.About, &from.About}, {&n.Unit, &from.Unit}} {
		if t.to.IsZero() {
			*t.to = *t.from
		}
	}
	n.Short = or(n.Short, from.Short)
	if n.Synonyms == nil {
		n.Synonyms = from.Synonyms
	}
}

// visit calls do for a node and all below it.
func visit(n *Node, do func(*Node)) {
	if n == nil {
		return
	}
	do(n)
	for _, p := range n.Parts {
		visit(p, do)
	}
}
