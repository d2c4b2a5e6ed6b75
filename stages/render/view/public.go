package view

import (
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// PublicOf is the one door between what was gathered from units and what everybody may read: an index and its cube with
// all that the index does not declare public cut out. Pages, workbooks, open data, and whatever compares or audits for
// them, are given this and nothing else. Scores and ranks of the nodes that are public stay, with their weights and
// bands; so do figures that a publisher printed. Where the index hides nothing it comes back as it is.
//
//   - A node that is not public is gone; a combined node above it becomes an indicator whose value is its own score.
//   - Of a public criterion without the layer "value" there is its score alone: no value, filled or treated cells, no
//     answers, no cells of files, no marks that would tell them.
//   - Self-scores, points by appraisers (with those measured) and reasons are there where their layers are public.
func PublicOf(ix *index.Index, c *cube.Cube) (*index.Index, *cube.Cube) {
	if !slices.ContainsFunc(ix.Plans, func(p *index.Plan) bool { return p.Public != nil }) {
		return ix, c
	}
	public, from := ix.Published()
	d := &cube.Cube{Index: c.Index}
	for k, p := range ix.Plans {
		t := c.Table(p.Edition.ID)
		switch {
		case t == nil:
		case p.Public == nil:
			d.Tables = append(d.Tables, t)
		case from == nil || from[k] == nil:
			d.Tables = append(d.Tables, newCut(p, public.Plans[k], nil, t).table())
		default:
			d.Tables = append(d.Tables, newCut(p, public.Plans[k], from[k], t).table())
		}
	}
	return public, d
}

// cut makes the public table of one edition.
type cut struct {
	was, now *index.Plan
	from     []int // column now → column before
	t, u     *cube.Table
}

func newCut(was, now *index.Plan, from []int, t *cube.Table) *cut {
	if from == nil {
		for i := range was.Nodes {
			from = append(from, i)
		}
	}
	return &cut{was: was, now: now, from: from, t: t, u: cube.New(t.Edition, t.Units, now.IDs())}
}

func (c *cut) table() *cube.Table {
	u, t := c.u, c.t
	u.Block, u.Blocks, u.Unranked, u.Class = t.Block, t.Blocks, t.Unranked, t.Class
	for now, was := range c.from {
		for _, l := range c.layers(was) {
			c.lay(l, l, now, was)
		}
		if c.was.Opaque(&c.was.Nodes[was]) {
			for _, l := range []cube.Layer{cube.Value, cube.Filled, cube.Treated, cube.Normal} {
				c.lay(l, cube.Score, now, was)
			}
		} else if w := t.Weights(was); w != nil {
			u.LayWeights(now, w)
		}
		if r := t.Ranking(was); r != nil {
			u.LayRanking(now, r)
		}
		for row := range t.Units {
			c.cell(now, was, row)
		}
	}
	c.groups()
	c.answers()
	return u
}

// layers of a node that are published.
func (c *cut) layers(was int) []cube.Layer {
	all := []cube.Layer{cube.PublishedScore, cube.PublishedRank, cube.Score}
	n := &c.was.Nodes[was]
	if !n.Leaf() {
		return all
	}
	all = append(all, cube.Normal)
	if c.was.PublicLayer("value") {
		all = append(all, cube.Value, cube.Filled, cube.Treated)
	}
	if c.was.PublicLayer("self") {
		all = append(all, cube.Self)
	}
	if c.was.PublicLayer("appraised") {
		all = append(all, cube.Appraised, cube.Measured)
	}
	return all
}

// lay puts a layer of the whole table into one of the public table, with where its cells were read.
func (c *cut) lay(as, l cube.Layer, now, was int) {
	if !c.t.Has(l, was) {
		return
	}
	c.u.Lay(as, now, c.t.At(l, was))
	if o := c.t.Origin(l, was); o != nil && as == l && slices.Contains(readLayers, l) {
		c.u.SetOrigin(as, now, o)
	}
}

// readLayers are those whose cells stand in a file.
var readLayers = []cube.Layer{cube.Value, cube.PublishedScore, cube.PublishedRank, cube.Self, cube.Appraised, cube.Measured}

// told are the marks that tell nothing but how scores were combined.
var told = []string{"withheld", "reweighted", "missing-zero", "screened", "corrected"}

// cell copies the marks of a cell and its reason as far as they are public.
func (c *cut) cell(now, was, row int) {
	for _, m := range c.t.Marks(was, row) {
		if slices.Contains(told, m.Code) || c.was.PublicLayer(layerOf(m.Code)) {
			c.u.AddMark(now, row, m)
		}
	}
	r, ok := c.t.Reason(was, row)
	if !c.was.Nodes[was].Leaf() {
		r, ok = c.above(was, row)
	}
	if ok && !c.was.PublicLayer("reason") {
		r.Code = cube.Undisclosed
	}
	if ok && (c.was.Nodes[was].Leaf() || c.was.Opaque(&c.was.Nodes[was])) {
		c.u.SetReason(now, row, r)
	}
}

// layerOf is the layer that a mark belongs to.
func layerOf(mark string) string {
	switch {
	case mark == "appraised" || mark == "measured":
		return "appraised"
	case mark == "self-counted":
		return "self"
	case strings.HasPrefix(mark, "reason:"):
		return "reason"
	}
	return "value"
}

// above is the effect of the reasons below a combined node on its own score, which is all that is left of them there.
func (c *cut) above(node, row int) (cube.Reason, bool) {
	n, left := &c.was.Nodes[node], true
	for _, child := range n.Children {
		r, ok := c.t.Reason(child.Col, row)
		if v := c.t.At(cube.Normal, child.Col).At(row); v == v {
			ok = false // points count all the same
		}
		if !c.was.Nodes[child.Col].Leaf() {
			r, ok = c.above(child.Col, row)
		}
		if ok && r.Effect == "withhold" {
			return cube.Reason{Code: cube.Undisclosed, Effect: "withhold"}, true
		}
		left = left && ok && r.Effect == "exclude"
	}
	return cube.Reason{Code: cube.Undisclosed, Effect: "exclude"}, left && len(n.Children) > 0
}

// groups keeps the rankings within groups of the nodes that are shown.
func (c *cut) groups() {
	for _, g := range c.t.Groups {
		if now := slices.Index(c.from, g.Node); now >= 0 {
			g.Node = now
			c.u.Groups = append(c.u.Groups, g)
		}
	}
}

// answers keeps the columns as read that public criteria are computed from.
func (c *cut) answers() {
	if !c.was.PublicLayer("value") {
		return
	}
	public := map[string]bool{}
	for _, x := range form.Layout(c.was) {
		if c.was.PublicNode(x.PlanNode) {
			for _, a := range x.Asks {
				public[a.ID] = true
			}
		}
	}
	for _, name := range c.t.GivenNames() {
		if public[name] {
			c.u.LayGiven(*c.t.Given(name))
		}
	}
}

// PublicProblems are the problems of a run as everybody may read them. Those of an edition that hides values are told by
// their kind alone: what was found in a cell, and bounds that were computed from cells, stay inside.
func PublicProblems(list problem.List, ixs []*index.Index) problem.List {
	hides := map[[2]string]bool{}
	for _, ix := range ixs {
		for _, p := range ix.Plans {
			if p.Public != nil && (len(p.Shown()) < len(p.Nodes) || !p.PublicLayer("value")) {
				hides[[2]string{ix.ID, p.Edition.ID}] = true
			}
		}
	}
	all := make(problem.List, 0, len(list))
	kinds := map[string]problem.Kind{}
	for _, k := range problem.Catalogue() {
		kinds[k.Code] = k
	}
	for _, p := range list {
		if hides[[2]string{p.Index, p.Edition}] {
			p.What, p.Found, p.Unit, p.Expected, p.Remedy = kinds[p.Code].When, "", "", problem.Text{}, problem.Text{}
		}
		all.Add(p)
	}
	return all
}
