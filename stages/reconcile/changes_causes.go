package reconcile

import (
	"slices"

	"xephang/stages/index"
)

// causes finds the decisions behind a change. A figure that was read changes by the decisions on it; a score by those on
// the unit's own indicators below it, else by those on anybody's (a scale or a best value that moved), else by all of
// the edition, else by all of the index; a rank by whatever moved the scores that passed.
func (c *comparing) causes(x Change, node, row int) []int {
	if x.Layer == "rank" {
		if found := c.overtaken(node, row); len(found) > 0 {
			return found
		}
		return c.wider(node)
	}
	own := c.which(func(d Decided) bool { return d.Unit == x.Unit && c.concerns(d, x.Node, node) })
	if len(own) > 0 {
		return own
	}
	return c.wider(node)
}

// wider lists the decisions on anybody's indicators below a node, else all of the edition, else all of the index.
func (c *comparing) wider(node int) []int {
	found := c.which(func(d Decided) bool { return node >= 0 && c.below(node, d.Node) })
	if len(found) == 0 {
		found = c.which(func(Decided) bool { return true })
	}
	if len(found) > 0 {
		return found
	}
	for i, d := range c.decisions {
		if d.Index == c.plan.Index.ID && d.Node != "" {
			found = append(found, i)
		}
	}
	return found
}

// which lists decisions of the edition.
func (c *comparing) which(suits func(Decided) bool) (found []int) {
	for i, d := range c.decisions {
		if d.Index == c.plan.Index.ID && d.Edition == c.plan.Edition.ID && d.Node != "" && suits(d) {
			found = append(found, i)
		}
	}
	return found
}

// concerns tells that a figure follows from a decision of the same unit.
func (c *comparing) concerns(d Decided, name string, node int) bool {
	return d.Node == name || node >= 0 && c.below(node, d.Node)
}

// below tells that an indicator's figure, or an answer, goes into a node.
func (c *comparing) below(node int, name string) bool {
	n := &c.plan.Nodes[node]
	if n.ID == name || slices.Contains(n.Inputs(), name) {
		return true
	}
	return slices.ContainsFunc(n.Children, func(k index.Child) bool { return c.below(k.Col, name) })
}

// effect tells how near the change stands to the decisions behind it.
func (c *comparing) effect(x Change) Effect {
	near := KnockOn
	for _, k := range x.Causes {
		d := c.decisions[k]
		if d.Edition != x.Edition || d.Unit != x.Unit {
			continue
		}
		if near = Own; x.Layer == "rank" {
			return near
		}
		node, isNode := c.plan.Col(x.Node)
		if d.Node == x.Node || isNode && slices.Contains(c.plan.Nodes[node].Inputs(), d.Node) {
			return Direct
		}
	}
	return near
}
