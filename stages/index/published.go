package index

import (
	"math"
	"slices"
)

// Published is the index as its readers may see it: nodes that are not public are cut out of every plan. A combined node
// of which a part is cut becomes an indicator, whose value is its own score: what stands above it can still be computed
// from what is published. from gives, by plan, the column that every node had before (nil where the plan is whole).
// Where nothing is to be cut the index itself comes back, and from is nil.
func (ix *Index) Published() (public *Index, from [][]int) {
	if !slices.ContainsFunc(ix.Plans, func(p *Plan) bool { return len(p.Shown()) < len(p.Nodes) }) {
		return ix, nil
	}
	q := *ix
	q.Plans = nil
	of := map[*Plan]*Plan{}
	for _, p := range ix.Plans {
		shown := p.Shown()
		cut := *p
		cut.Index = &q
		if len(shown) < len(p.Nodes) {
			cut.prune(p, shown)
			from = append(from, shown)
		} else {
			from = append(from, nil)
		}
		cut.Previous = of[p.Previous]
		q.Plans, of[p] = append(q.Plans, &cut), &cut
	}
	q.Schemes = slices.DeleteFunc(slices.Clone(ix.Schemes), func(s Scheme) bool { return !q.weighs(s) })
	q.names = namesOf(&q)
	return &q, from
}

// weighs tells that a scheme gives weights to nodes that are parts of something in some plan, and to no others.
func (ix *Index) weighs(s Scheme) bool {
	for id := range s.Weights {
		if !slices.ContainsFunc(ix.Plans, func(p *Plan) bool {
			c, ok := p.Col(id)
			return ok && !p.Nodes[c].Beside
		}) {
			return false
		}
	}
	return true
}

// Shown lists the columns of the nodes that are published.
func (p *Plan) Shown() (all []int) {
	for i := range p.Nodes {
		if p.PublicNode(&p.Nodes[i]) {
			all = append(all, i)
		}
	}
	return all
}

// Opaque tells that some part of a combined node is not published.
func (p *Plan) Opaque(n *PlanNode) bool {
	return slices.ContainsFunc(n.Children, func(c Child) bool { return !p.PublicNode(&p.Nodes[c.Col]) })
}

// prune keeps the shown nodes of a whole plan.
func (p *Plan) prune(whole *Plan, shown []int) {
	at := make(map[int]int, len(shown)) // column before → column now
	for k, i := range shown {
		at[i] = k
	}
	p.Nodes, p.cols = nil, map[string]int{}
	for k, i := range shown {
		n := whole.Nodes[i]
		n.Col = k
		if up := n.Parent; up >= 0 {
			n.Parent = -1
			if now, kept := at[up]; kept && !whole.Opaque(&whole.Nodes[up]) {
				n.Parent = now
			} else {
				n.aside()
			}
		}
		if whole.Opaque(&n) {
			n.opaque()
		}
		n.Children = slices.Clone(n.Children)
		for c := range n.Children {
			n.Children[c].Col = at[n.Children[c].Col]
		}
		p.Nodes, p.cols[n.ID] = append(p.Nodes, n), k
	}
	p.relevel()
	if u := p.Uncertainty; u != nil {
		own := *u // what is varied below the cut can't be walked from above it
		own.Fill, own.Treat, own.Normalise = nil, nil, nil
		p.Uncertainty = &own
	}
	p.names = namesIn(p)
}

// aside lets a node stand beside the tree, as what it belongs to is not shown part by part.
func (n *PlanNode) aside() {
	own := *n.Node
	own.Beside = true
	n.Node, n.Effective = &own, math.NaN()
}

// opaque makes an indicator of a combined node: its score is its value.
func (n *PlanNode) opaque() {
	own := *n.Node
	own.Parts, own.Of, own.Combine, own.Coverage, own.Weighting, own.Pairwise, own.Wanted, own.Bounds = nil, nil, Method{}, nil, Method{}, nil, nil, nil
	own.Fill, own.Treat, own.Normalise, own.Value, own.Per, own.Direction, own.Range, own.Rule = Method{}, Method{}, Method{}, "", "", 1, nil, nil
	if n.Points > 0 {
		own.Rule = &Rule{Kind: "ratio", Place: own.Place}
	}
	none := Method{Name: "none"}
	n.Node, n.Children, n.Combine, n.Coverage, n.Weighting, n.Fill, n.Treat, n.Normalise, n.Direction = &own, nil, Method{}, 0, Method{}, none, none, none, 1
}

// relevel counts the levels anew: 1 for an indicator, 1 + the highest of its children for a combined node.
func (p *Plan) relevel() {
	var level func(i int) int
	level = func(i int) int {
		n := &p.Nodes[i]
		n.Level = 1
		for _, c := range n.Children {
			n.Level = max(n.Level, 1+level(c.Col))
		}
		return n.Level
	}
	for i := range p.Nodes {
		level(i)
	}
}
