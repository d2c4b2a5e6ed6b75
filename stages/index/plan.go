package index

import (
	"cmp"
	"slices"

	"xephang/stages/units"
)

// Plan is one edition with every override and default resolved: what the edition says goes before what a node of the
// index's tree says, and that before what the index says for all nodes; in a tree of the edition's own the node goes
// first. fill, treat and normalise of the index or the edition are meant for indicators; a combined node is rescaled
// only where it says so itself. Nodes stand in reading order: the root first, each
// node before its parts, then the nodes beside the tree. Stages that go upward walk it by Upward: a node beside the
// tree stands after the nodes that it combines, so the last-to-first order would come to it too early.
type Plan struct {
	Index    *Index
	Edition  *Edition
	AsOf     units.Date
	Scale    Scale
	Rank     RankRule
	Classes  Classes
	Screen   Method     // available:SHARE, nonzero:SHARE, none
	Keep     []Unranked // units forced in against the screen, with the reason
	Drop     []Unranked // units forced out, with the reason
	Across   string     // "" each edition by itself, "editions": limits over all editions together
	Nodes    []PlanNode
	Previous *Plan // the edition to compare with, or nil

	Uncertainty *Uncertainty // what robust varies; nil where the index declares nothing
	Form        *Form        // how figures are gathered from the units; nil where they come in tables
	Answers     []Answer     // the questions that are declared
	Checks      []Check
	Public      *Public // nil: everything is published

	cols  map[string]int // by id; nil in a plan that was not made by Parse
	names names
}

// PlanNode is a node of a resolved plan.
type PlanNode struct {
	*Node
	Col                    int     // its own position in Plan.Nodes
	Parent                 int     // −1 for the root and for nodes beside the tree
	Level                  int     // 1 = indicator, a combined node 1 + the highest of its children
	Children               []Child // what is combined into it: its scored parts, or the nodes of `of:`
	Direction              int     // resolved: +1 or −1
	Points                 float64
	Combine                Method
	Coverage               float64
	Weighting              Method
	Fill, Treat, Normalise Method  // resolved from the node, then the index
	Missing                string  // zero, exclude, withhold
	Effective              float64 // product of the shares of the weights from the root; NaN beside the tree, for what is only measured, and under weights found from the data
}

// Leaf tells whether the node is an indicator: nothing is combined into it.
func (n PlanNode) Leaf() bool { return len(n.Children) == 0 }

// Child is a part of a node with its weight as declared (not normalised).
type Child struct {
	Col    int
	Weight float64
}

// Col finds a node by id.
func (p *Plan) Col(id string) (int, bool) {
	if p.cols != nil {
		c, ok := p.cols[id]
		return c, ok
	}
	for i := range p.Nodes {
		if p.Nodes[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// Upward lists the columns in an order in which they can be computed: every node after its children.
func (p *Plan) Upward() []int {
	order := make([]int, 0, len(p.Nodes))
	for i := range p.Nodes {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.Nodes[a].Level, p.Nodes[b].Level) })
	return order
}

// Root is the first node.
func (p *Plan) Root() *PlanNode { return &p.Nodes[0] }

// IDs lists the nodes' ids, in order: the columns of the edition's cube table.
func (p *Plan) IDs() []string {
	ids := make([]string, len(p.Nodes))
	for i := range p.Nodes {
		ids[i] = p.Nodes[i].ID
	}
	return ids
}

// ClassOf gives the index of the class of a score, −1 where the index has none or the score is missing.
func (c Classes) ClassOf(score float64) int {
	for i, k := range c.List {
		if score >= k.From {
			return i
		}
	}
	return -1
}
