package robust

import (
	"cmp"
	"math"
	"slices"

	"xephang/stages/problem"
)

// court makes findings of an audit's figures.
type court struct {
	*Audit
	ground    *ground
	effective []float64
	found     []Finding
}

// judge makes the verdict: all findings, the gravest first, and among equals those that concern most of the index.
func judge(a *Audit, g *ground, effective []float64) []Finding {
	c := &court{Audit: a, ground: g, effective: effective}
	if len(a.Case.Plan.Nodes) == 0 {
		return nil
	}
	c.setting()
	c.gaps()
	c.shapes()
	if a.Units >= fewForShapes {
		c.relations()
		c.consistency()
		c.importance()
	}
	c.weights()
	c.coverage()
	c.dominance()
	c.comparisons()
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.Grade, a.Grade), cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Code, b.Code), slices.Compare(a.Nodes, b.Nodes))
	})
	if c.tested() && !slices.ContainsFunc(c.found, func(f Finding) bool { return f.Grade > Notice }) {
		c.found = append([]Finding{{Code: "sound"}}, c.found...)
	}
	return c.found
}

// tested tells whether anything could be: two nodes with scores of enough units.
func (c *court) tested() bool {
	return slices.ContainsFunc(c.Correlations.All(), func(p Correlation) bool { return p.Pearson.P.OK() && p.N >= fewForShapes })
}

// add enters a finding: size is how far off it is, 0 to 1; the share of the index that its first node has does the rest.
func (c *court) add(code string, size float64, nodes []int, units []string, values ...Value) {
	share := 1.0
	if len(nodes) > 0 {
		if share = math.Abs(c.effective[nodes[0]]); absent(share) {
			share = 1 / float64(len(c.Case.Plan.Nodes))
		}
	}
	c.found = append(c.found, Finding{Code: code, Grade: kinds[code].grade, Weight: min(share, 1) * max(0, min(size, 1)), Nodes: nodes, Units: units, Values: values})
}

// word binds a text into the finding added last.
func (c *court) word(name string, t problem.Text) {
	f := &c.found[len(c.found)-1]
	if f.Texts == nil {
		f.Texts = map[string]problem.Text{}
	}
	f.Texts[name] = t
}

func count(name string, n int) Value { return Value{Name: name, X: float64(n)} }

func share(name string, x float64) Value {
	return Value{Name: name, X: x, Decimals: 1, As: Percent}
}

func decimal(name string, x float64) Value { return Value{Name: name, X: x, Decimals: 2} }

func chance(name string, p float64) Value { return Value{Name: name, X: p, As: PValue} }

func (c *court) units(rows []int32) (codes []string) {
	for _, row := range rows {
		codes = append(codes, c.Case.Table.Units[row])
	}
	return codes
}

// setting says what the audit stands on.
func (c *court) setting() {
	if !c.computes() {
		c.add("published-only", 1, nil, nil)
	}
	if c.Units < fewForShapes {
		c.add("few-units", 1-float64(c.Units)/fewForShapes, nil, nil, count("n", c.Units))
	} else if !c.tested() {
		c.add("untested", 1, nil, nil, count("n", fewForShapes))
	}
	if n := len(c.Case.Table.Blocks); n > 1 && c.Case.Table.Block != nil {
		c.add("blocks", 0.5, nil, nil, count("n", n))
	}
}

// gaps judges availability.
func (c *court) gaps() {
	a := &c.Availability
	if len(a.Without) > 0 {
		c.add("no-data", 0.5, a.Without, nil, count("n", len(a.Without)))
	}
	c.scarce()
	var few []int32
	least := 1.0
	for _, row := range c.ground.rows {
		f := a.Units[row].Share
		if !f.OK() || f.Value >= leastAvailable || c.ground.x[0] == nil || absent(c.ground.x[0][row]) {
			continue
		}
		if few = append(few, row); f.Value < least {
			least = f.Value
			few[0], few[len(few)-1] = few[len(few)-1], few[0] // the one with the fewest is named first
		}
	}
	if len(few) > 0 && c.computes() {
		slices.Sort(few[1:])
		c.add("availability-unit", float64(len(few))/float64(c.Units), nil, c.units(few), count("n", len(few)), share("share", least), share("threshold", leastAvailable))
	}
}

// scarce names the indicators that few units have, the scarcest first.
func (c *court) scarce() {
	var low []int
	of := func(k int) Filled { return c.Availability.Indicators[k] }
	for _, d := range c.Indicators {
		if f := of(d.Node); c.scored(d.Node) && f.Share.OK() && f.Share.Value < leastAvailable {
			low = append(low, d.Node)
		}
	}
	if len(low) == 0 {
		return
	}
	slices.SortStableFunc(low, func(a, b int) int { return cmp.Compare(of(a).Present, of(b).Present) })
	code := "availability-indicator"
	if len(low) > 1 {
		code = "availability-indicators"
	}
	f := of(low[0])
	c.add(code, 1-f.Share.Value, low, nil, count("n", len(low)), count("present", f.Present), count("of", f.Of), share("share", f.Share.Value), share("threshold", leastAvailable))
}

// scored tells whether a node counts in the index: what stands beside it or is only measured is described, not judged.
func (c *court) scored(node int) bool {
	n := &c.Case.Plan.Nodes[node]
	return !n.Beside && !n.Measured
}

// shapes judges the distributions.
func (c *court) shapes() {
	for _, d := range c.Indicators {
		at := []int{d.Node}
		switch {
		case !c.scored(d.Node):
			continue
		case d.Before.N >= LeastUnits && d.Before.SD.OK() && d.Before.SD.Value == 0:
			c.add("constant", 1, at, nil, decimal("value", d.Before.Mean.Value))
			continue
		case d.Before.N < LeastUnits:
			continue
		case d.MostlyZero && d.Before.N == c.Units:
			c.add("mostly-zero", 1-d.NonZero.Share.Value, at, nil, count("n", d.NonZero.Present), count("of", c.Units))
		case d.FewValues && d.Before.N == c.Units:
			c.add("few-values", 1-d.Unique.Share.Value, at, nil, count("n", d.Unique.Present), count("of", c.Units))
		}
		if d.Before.N >= fewForShapes {
			c.outliers(d, at)
		}
	}
}

func (c *court) outliers(d Indicator, at []int) {
	if !d.Before.Outlying() {
		return
	}
	before := []Value{decimal("skew0", d.Before.Skew.Value), decimal("kurt0", d.Before.Excess.Value)}
	t := d.Treatment
	switch {
	case t == nil || d.After.N == 0 || t.Step == "" && d.After.Outlying():
		c.add("outlier-untreated", math.Abs(d.Before.Skew.Value)/10, at, c.units([]int32{int32(d.Farthest)}), decimal("skew", d.Before.Skew.Value), decimal("kurt", d.Before.Excess.Value), decimal("distance", math.Abs(d.Distance.Value)))
	case d.After.Outlying():
		c.add("outlier-remains", math.Abs(d.After.Skew.Value)/10, at, nil, append(before, decimal("skew", d.After.Skew.Value), decimal("kurt", d.After.Excess.Value))...)
	case d.After.Skew.OK() && d.After.Excess.OK():
		code := "transformed"
		if t.Step == "winsorise" {
			code = "outlier-treated"
		}
		c.add(code, 0.1, at, c.units(t.Rows), append(before, decimal("skew", d.After.Skew.Value), decimal("kurt", d.After.Excess.Value), count("moved", t.High+t.Low))...)
	}
}
