package robust

import "xephang/stages/cube"

// Coverage is how a combined node deals with gaps among its parts.
type Coverage struct {
	Node     int
	Declared float64 // least share of the parts that must be present; 0: no rule
	Missing  string  // what a gap does: exclude, zero, withhold; "mixed" where the parts differ
	Scored   int     // units that have a score
	Partial  int     // of these, the ones in which a part is missing
	Withheld []int32 // rows that have some parts, but no score
	Least    Figure  // least share of the parts present among the scored units
	LeastRow int     // the first unit that has so few; −1 where there is none
}

// coverage of every combined node of an edition that computes scores.
func (g *ground) coverage() (all []Coverage) {
	for k := range g.plan.Nodes {
		n := &g.plan.Nodes[k]
		parts := scored(g.plan, k)
		if n.Leaf() || len(parts) == 0 || !g.table.Has(cube.Score, k) {
			continue
		}
		c := Coverage{Node: k, Declared: n.Coverage, Missing: g.missing(parts), LeastRow: -1, Least: Figure{Why: NoData}}
		for _, row := range g.rows {
			present := 0
			for _, p := range parts {
				if g.has(p, int(row)) {
					present++
				}
			}
			c.unit(int(row), present, len(parts), g.x[k] != nil && !absent(g.x[k][row]))
		}
		all = append(all, c)
	}
	return all
}

// has tells whether a part was there before an index that lets gaps count 0 wrote the 0.
func (g *ground) has(part, row int) bool {
	if g.plan.Nodes[part].Leaf() {
		return !absent(g.table.At(cube.Normal, part).At(row))
	}
	return !absent(g.table.At(cube.Score, part).At(row))
}

// missing is the rule of the parts' gaps.
func (g *ground) missing(parts []int) string {
	rule := ""
	for _, p := range parts {
		own := g.plan.Nodes[p].Missing
		if own == "" {
			own = "exclude"
		}
		if g.plan.Edition != nil && g.plan.Edition.Compute == "scores" {
			own = "withhold"
		}
		if rule != "" && rule != own {
			return "mixed"
		}
		rule = own
	}
	return rule
}

// unit counts one unit.
func (c *Coverage) unit(row, present, of int, has bool) {
	switch {
	case has:
		c.Scored++
		if present < of {
			c.Partial++
		}
		if share := float64(present) / float64(of); !c.Least.OK() || share < c.Least.Value {
			c.Least, c.LeastRow = figure(share), row
		}
	case present > 0:
		c.Withheld = append(c.Withheld, int32(row))
	}
}
