package reconcile

import (
	"cmp"
	"maps"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// Change is one figure that two publications give differently.
type Change struct {
	Cell
	Was, Is float64 // NaN: none; a rank is a whole number
	Effect  Effect
	Causes  []int // decisions that brought it about, as positions in the list that Changes was given
}

// Cell names a figure of a publication.
type Cell struct {
	Index, Edition, Unit string
	Node                 string // of an answer: its id
	Layer                string // see Layers
	Group                string // scheme:group, of a rank inside a group
}

// Layers are the figures that two publications are compared by, in the order of the list: as read (answers and
// denominators; an indicator's own figure is its value), what follows from them, the points that count, what was
// printed, and what comes out.
var Layers = []string{"given", "value", "appraised", "measured", "published_score", "published_rank", "score", "rank"}

// Effect tells how near a change stands to the decisions behind it.
type Effect string

const (
	Direct  Effect = "direct"   // the corrected figure itself, and what its own indicator makes of it
	Own     Effect = "own"      // other scores and ranks of the same unit
	KnockOn Effect = "knock-on" // by decisions on other units
)

// Decided is a decision to change a figure: of a unit, at an indicator or an answer. Without a node it changes nothing:
// an appeal that was rejected or is pending.
type Decided struct{ Index, Edition, Unit, Node string }

// Changes lists every figure that differs between two publications, by index, edition and unit in the order of the plan,
// with the decisions that it follows from. Only editions that both have are compared: their plans are taken to be alike.
// Intermediate layers are left out; what they change shows in a score.
func Changes(before, after []Measured, decisions []Decided) (all []Change) {
	for _, b := range after {
		i := slices.IndexFunc(before, func(a Measured) bool { return a.Index.ID == b.Index.ID })
		if i < 0 {
			continue
		}
		for _, p := range b.Index.Plans {
			old, new := before[i].Cube.Table(p.Edition.ID), b.Cube.Table(p.Edition.ID)
			if old == nil || new == nil {
				continue
			}
			c := comparing{plan: p, old: old, new: new, decisions: decisions}
			all = append(all, c.changes()...)
		}
	}
	return all
}

// comparing is one edition before and after.
type comparing struct {
	plan      *index.Plan
	old, new  *cube.Table
	decisions []Decided
	found     []Change
	scored    map[[2]int][]int // node, row of the new table → causes of the change of its score
}

func (c *comparing) changes() []Change {
	c.scored = map[[2]int][]int{}
	for _, name := range c.names() {
		c.column("given", name, -1, columnOf(c.old, name), columnOf(c.new, name))
	}
	for _, layer := range []cube.Layer{cube.Value, cube.Appraised, cube.Measured, cube.PublishedScore, cube.PublishedRank} {
		for i := range c.plan.Nodes {
			c.layer(layer, i)
		}
	}
	for _, i := range c.plan.Upward() {
		c.layer(cube.Score, i)
	}
	for i := range c.plan.Nodes {
		c.ranks(i)
	}
	c.groups()
	c.sort()
	return c.found
}

// names lists answers and denominators; an indicator that is read as it is shows in the layer value.
func (c *comparing) names() []string {
	seen := map[string]bool{}
	for _, name := range append(slices.Clone(c.old.GivenNames()), c.new.GivenNames()...) {
		if i, node := c.plan.Col(name); !node || c.plan.Nodes[i].Per != "" {
			seen[name] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func columnOf(t *cube.Table, name string) cube.Column {
	if g := t.Given(name); g != nil {
		return g.Column
	}
	return cube.Column{}
}

func (c *comparing) layer(l cube.Layer, node int) {
	if i, ok := c.old.Col(c.plan.Nodes[node].ID); ok {
		c.column(l.String(), c.plan.Nodes[node].ID, node, c.old.At(l, i), c.new.At(l, node))
	}
}

// column compares a column down the units of both tables.
func (c *comparing) column(layer, name string, node int, old, new cube.Column) {
	for row, unit := range c.new.Units {
		if at, ok := c.old.Row(unit); ok {
			if was, is := old.At(at), new.At(row); differ(was, is) {
				c.add(Change{Cell: Cell{Layer: layer, Unit: unit, Node: name}, Was: was, Is: is}, node, row)
			}
		}
	}
}

// differ tells two figures apart; a missing one equals a missing one.
func differ(a, b float64) bool { return a != b && (a == a || b == b) }

// add keeps a change with its causes.
func (c *comparing) add(x Change, node, row int) {
	x.Index, x.Edition = c.plan.Index.ID, c.plan.Edition.ID
	x.Causes = c.causes(x, node, row)
	x.Effect = c.effect(x)
	if x.Layer == "score" {
		c.scored[[2]int{node, row}] = x.Causes
	}
	c.found = append(c.found, x)
}

// sort puts changes in order: by unit, then node and layer.
func (c *comparing) sort() {
	node := func(id string) int {
		i, ok := c.plan.Col(id)
		if !ok {
			return -1
		}
		return i
	}
	row := func(unit string) int { i, _ := c.new.Row(unit); return i }
	slices.SortStableFunc(c.found, func(a, b Change) int {
		return cmp.Or(cmp.Compare(row(a.Unit), row(b.Unit)), cmp.Compare(node(a.Node), node(b.Node)), cmp.Compare(a.Node, b.Node),
			cmp.Compare(slices.Index(Layers, a.Layer), slices.Index(Layers, b.Layer)), cmp.Compare(a.Group, b.Group))
	})
}
