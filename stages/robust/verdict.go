package robust

import (
	"strconv"

	"xephang/stages/problem"
)

// relations judges every node against its siblings, its own group, other groups and the root.
func (c *court) relations() {
	nodes := c.Case.Plan.Nodes
	for _, p := range c.Correlations.All() {
		if !p.Pearson.P.OK() || !c.scored(p.A) || !c.scored(p.B) || p.N < fewForShapes {
			continue
		}
		r, at := p.Pearson.R.Value, []int{p.A, p.B, nodes[p.A].Parent}
		values := []Value{decimal("r", r), chance("p", p.Pearson.P.Value), count("n", p.N)}
		together := nodes[p.A].Parent == nodes[p.B].Parent && nodes[p.A].Parent >= 0
		switch {
		case together && r > redundant:
			c.add("redundant", r, at, nil, values...)
		case together && r < opposed && p.Pearson.P.Value < significant:
			c.add("negative-siblings", -r, at, nil, values...)
		case r > redundant && nodes[p.A].Leaf() && nodes[p.B].Leaf():
			c.add("redundant-apart", r, at[:2], nil, values...)
		}
	}
	for k := range nodes {
		if up := nodes[k].Parent; up >= 0 && c.scored(k) {
			c.place(k, up)
		}
	}
}

// place judges a node in its group.
func (c *court) place(node, parent int) {
	own := c.Correlations.At(node, parent)
	if !own.Pearson.P.OK() || own.N < fewForShapes {
		return
	}
	r, p := own.Pearson.R.Value, own.Pearson.P.Value
	at, values := []int{node, parent, parent}, []Value{decimal("r", r), chance("p", p)}
	switch {
	case r < 0 && p < significant:
		c.add("negative-own", 0.5-r/2, at, nil, values...)
	case r < weak:
		c.add("weak-own", 1-r, at, nil, values...)
	}
	root := c.Correlations.At(node, 0)
	if parent != 0 && root.Pearson.P.OK() && r >= weak && root.Pearson.R.Value < weak {
		c.add("weak-root", weak-root.Pearson.R.Value, []int{node}, nil, decimal("r", root.Pearson.R.Value), chance("p", root.Pearson.P.Value))
	}
	best, other := r, -1
	for k := range c.Case.Plan.Nodes {
		n := &c.Case.Plan.Nodes[k]
		if k == parent || !c.scored(k) || n.Leaf() || n.Parent != c.Case.Plan.Nodes[parent].Parent || n.Parent < 0 {
			continue
		}
		if there := c.Correlations.At(node, k).Pearson.R; there.OK() && there.Value > best {
			best, other = there.Value, k
		}
	}
	if other >= 0 {
		c.add("misplaced", best-r, []int{node, other, parent}, nil, decimal("here", r), decimal("there", best))
	}
}

// consistency judges alpha and the components of every group.
func (c *court) consistency() {
	for _, g := range c.Groups {
		if g.Components.Units < fewForShapes {
			continue
		}
		if a := g.Alpha.Standardised; a.OK() && a.Value < leastAlpha {
			c.add("alpha-low", leastAlpha-a.Value, []int{g.Node}, nil, decimal("alpha", a.Value))
		}
		for _, part := range g.Alpha.Parts {
			if a := g.Alpha.Standardised; a.OK() && part.Without.OK() && part.Without.Value-a.Value >= alphaGain {
				c.add("alpha-without", part.Without.Value-a.Value, []int{g.Node, part.Node}, nil, decimal("alpha", a.Value), decimal("without", part.Without.Value))
			}
		}
		c.factors(g)
	}
}

func (c *court) factors(g Parts) {
	f, at := &g.Components, []int{g.Node}
	if f.Why != Known {
		return
	}
	if f.KMO.OK() && f.KMO.Value < leastKMO {
		c.add("kmo-low", leastKMO-f.KMO.Value, at, nil, decimal("kmo", f.KMO.Value))
	}
	if f.Bartlett.P.OK() && f.Bartlett.P.Value >= significant {
		c.add("unrelated", f.Bartlett.P.Value, at, nil, chance("p", f.Bartlett.P.Value))
	}
	if f.Bartlett.P.Why == Singular {
		c.add("singular", 0.1, at, nil)
		c.word("why", Singular.Text())
	}
	if f.Kaiser > 1 && len(g.Parts) > 2 {
		c.add("dimensions", 1-f.Share[0], at, nil, count("n", f.Kaiser), share("share", f.Share[0]))
	}
}

// importance judges weights against what the parts come to matter.
func (c *court) importance() {
	for _, g := range c.Groups {
		if g.Components.Units < fewForShapes {
			continue
		}
		for _, f := range g.Influences.Parts {
			if !f.Weight.OK() || !f.Share.OK() || f.Weight.Value <= 0 || len(g.Parts) < 2 {
				continue
			}
			at := []int{f.Node, g.Node, g.Node}
			values := []Value{share("weight", f.Weight.Value), share("share", f.Share.Value), share("effect", f.Effect.Value)}
			switch times := f.Share.Value / f.Weight.Value; {
			case times >= outOfStep:
				c.add("importance-over", 1-1/times, at, nil, values...)
			case times <= 1/outOfStep:
				c.add("importance-under", 1-times, at, nil, values...)
			}
		}
		if g.Influences.Reverse.Why == Unreachable {
			c.add("weights-unreachable", 0.5, []int{g.Node}, nil)
		}
	}
}

// weights judges those that were computed.
func (c *court) weights() {
	for _, g := range c.Groups {
		if g.Weighing == nil {
			continue
		}
		for i, w := range g.Weighing.Weights {
			if w < 0 && i < len(g.Weighing.Parts) {
				c.add("weights-negative", 1, []int{g.Weighing.Parts[i], g.Node, g.Node}, nil, decimal("weight", w))
			}
		}
		if k := g.Weighing.Consistency; k != nil && k.Ratio > inconsistent {
			c.add("ahp-inconsistent", k.Ratio, []int{g.Node}, nil, decimal("ratio", k.Ratio))
		}
	}
}

// coverage judges how gaps were dealt with.
func (c *court) coverage() {
	for _, v := range c.Coverage {
		at := []int{v.Node}
		if v.Partial > 0 {
			size := float64(v.Partial) / float64(v.Scored)
			units := c.units([]int32{int32(v.LeastRow)})
			values := []Value{count("n", v.Partial), share("least", v.Least.Value), share("declared", v.Declared)}
			switch {
			case v.Missing == "zero":
				c.add("gaps-zero", size, at, nil, values...)
			case v.Declared > 0:
				c.add("coverage-partial", size, at, units, values...)
			default:
				c.add("coverage-none", size, at, units, values...)
			}
		}
		if len(v.Withheld) > 0 {
			c.add("withheld", float64(len(v.Withheld))/float64(c.Units), at, c.units(v.Withheld), count("n", len(v.Withheld)))
		}
	}
}

// dominance judges the order of units.
func (c *court) dominance() {
	for _, d := range c.Dominance {
		if !d.Share.OK() {
			continue
		}
		if d.Units >= fewForShapes {
			c.add("dominance", d.Share.Value/2, nil, c.units(d.Undominated), share("share", d.Share.Value), count("parts", len(d.Nodes)), count("n", len(d.Undominated)))
		}
		if d.Contrary > 0 {
			c.add("contradiction", float64(d.Contrary)/float64(d.Pairs), nil, c.units([]int32{d.Against[0].Better, d.Against[0].Worse}), count("n", d.Contrary))
		}
	}
}

// comparisons judges the agreement with other indices.
func (c *court) comparisons() {
	for _, o := range c.Comparisons {
		if !o.Spearman.P.OK() || o.N < LeastUnits {
			continue
		}
		code := "agreement"
		if o.N >= fewForShapes && o.Spearman.R.Value < leastAgreement {
			code = "disagreement"
		}
		c.add(code, 1-max(o.Spearman.R.Value, 0), nil, nil, count("n", o.N), decimal("rho", o.Spearman.R.Value), chance("p", o.Spearman.P.Value))
		c.word("year", problem.Text{VI: strconv.Itoa(year(o.Other)), EN: strconv.Itoa(year(o.Other))})
		c.word("index", o.Other.Plan.Index.Name)
		c.word("far", problem.Text{})
		if o.Farthest != "" {
			f := &c.found[len(c.found)-1]
			f.Units = []string{o.Farthest}
			f.Values = append(f.Values, count("here", o.Here), count("there", o.There))
			c.word("far", problem.Text{VI: " Lệch nhất là {unit}: thứ {here} ở đây, thứ {there} ở đó.", EN: " {unit} differs most: {here} here, {there} there."})
		}
	}
}
