package index

import (
	"math"
	"slices"
)

// combined lays what follows from the nodes below: children, levels, methods, points, weights, effective weights.
func (v *resolver) combined() {
	v.children()
	done := make([]int8, len(v.Nodes))
	for i := range v.Nodes {
		v.level(i, done, nil)
	}
	up := v.Upward()
	for _, i := range up {
		v.combination(i)
	}
	for _, i := range up {
		v.pointsOf(i)
	}
	for _, i := range up {
		v.weigh(i)
	}
	v.effective(0, 1)
}

// children finds the scored parts of every node, and the nodes that `of:` names.
func (v *resolver) children() {
	for i := range v.Nodes {
		if n := &v.Nodes[i]; n.Parent >= 0 && !n.Measured {
			up := &v.Nodes[n.Parent]
			up.Children = append(up.Children, Child{Col: i})
		}
	}
	for i := range v.Nodes {
		v.others(&v.Nodes[i])
	}
}

// others adds the nodes of `of:`.
func (v *resolver) others(n *PlanNode) {
	for _, id := range n.Of {
		if c, ok := v.Col(id); ok {
			n.Children = append(n.Children, Child{Col: c})
		} else {
			v.knows(id, v.IDs(), v.at(n.Node, "of "+id, n.Place))
		}
	}
	switch {
	case len(n.Of) > 0 && !n.Beside:
		v.say(misplacedKey, v.at(n.Node, "of", n.Place), "of", "chỉ dùng ở nút trong “beside”", "belongs to a node under “beside”")
	case len(n.Parts) > 0 && len(n.Children) == 0:
		v.say(wrongType, v.at(n.Node, "parts", n.Place), n.ID, "ít nhất một thành phần được chấm", "at least one part that is scored")
	}
}

// level is 1 for an indicator and 1 + the highest of the children above; a child that leads back is reported and cut.
func (v *resolver) level(i int, done []int8, path []string) int {
	n := &v.Nodes[i]
	if done[i] == 2 {
		return n.Level
	}
	done[i] = 1
	path = append(path, n.ID)
	keep := n.Children[:0]
	for _, c := range n.Children {
		if done[c.Col] == 1 {
			id := v.Nodes[c.Col].ID
			v.report(cycle, v.at(n.Node, "of "+id, n.Place), id, "path", pathFrom(path, id))
			continue
		}
		n.Level = max(n.Level, 1+v.level(c.Col, done, path))
		keep = append(keep, c)
	}
	n.Children = keep
	done[i] = 2
	return n.Level
}

// pathFrom writes the way from a node back to itself: a → b → a.
func pathFrom(path []string, id string) (s string) {
	for _, step := range path[max(slices.Index(path, id), 0):] {
		s += step + " → "
	}
	return s + id
}

// combination chooses how a combined node combines, weighs and covers its children.
func (v *resolver) combination(i int) {
	n := &v.Nodes[i]
	if n.Leaf() {
		return
	}
	d, e := &v.Index.Defaults, &v.Edition.Defaults
	n.Combine = method(Method{Name: "mean"}, v.choose(atLevel(d.Combine, n.Level), n.Node.Combine, atLevel(e.Combine, n.Level)))
	n.Weighting = method(Method{Name: "given"}, v.choose(d.Weighting, n.Node.Weighting, e.Weighting))
	shares := []*float64{d.Coverage, n.Node.Coverage, e.Coverage}
	if v.own {
		shares[1], shares[2] = shares[2], shares[1]
	}
	for _, s := range shares {
		restate(&n.Coverage, s)
	}
}

// atLevel takes a level's method from a list that begins above the indicators; one method serves all levels.
func atLevel(list []Method, level int) Method {
	if len(list) == 0 {
		return Method{}
	}
	return list[min(level-2, len(list)-1)]
}

// pointsOf: a node that combines points, and does not say its maximum, has that of its children together.
func (v *resolver) pointsOf(i int) {
	n := &v.Nodes[i]
	if n.Leaf() || n.Points > 0 || n.Combine.Name != "points" {
		return
	}
	for _, c := range n.Children {
		n.Points += v.Nodes[c.Col].Points
	}
}

// weigh gives a node's children their weights. The nodes of `of:` keep those that they have in the tree.
func (v *resolver) weigh(i int) {
	n := &v.Nodes[i]
	if v.unpublished(n) {
		n.Weighting = Method{Name: unpublished}
		for k := range n.Children {
			n.Children[k].Weight = math.NaN()
		}
		return
	}
	for k := range n.Children {
		c := &v.Nodes[n.Children[k].Col]
		combine := n.Combine
		if len(n.Of) > 0 && c.Parent >= 0 {
			combine = v.Nodes[c.Parent].Combine
		}
		n.Children[k].Weight = v.weightOf(c, combine)
	}
}

// unpublished names the weighting of a node whose publisher printed its results and not its weights.
const unpublished = "unpublished"

// unpublished tells that an edition of published figures alone declares no weight for any part of a node: equal weights
// would be an invention.
func (v *resolver) unpublished(n *PlanNode) bool {
	if v.Edition.Compute != "none" || n.Weighting.Name != "given" || len(n.Children) == 0 {
		return false
	}
	return !slices.ContainsFunc(n.Children, func(c Child) bool {
		part := &v.Nodes[c.Col]
		_, said := v.Edition.Weights[part.ID]
		return said || part.Node.Weight != nil || part.Points > 0
	})
}

// weightOf is what the edition says, else the node, else its points where points are combined, else 1.
func (v *resolver) weightOf(n *PlanNode, combine Method) float64 {
	if w, ok := v.Edition.Weights[n.ID]; ok {
		return w
	}
	if n.Node.Weight != nil {
		return *n.Node.Weight
	}
	if combine.Name == "points" && n.Points > 0 {
		return n.Points
	}
	return 1
}

// effective multiplies the shares downward from the root. Weights that are found from the data have none yet.
func (v *resolver) effective(i int, share float64) {
	n := &v.Nodes[i]
	n.Effective = share
	sum := 0.0
	for _, c := range n.Children {
		sum += c.Weight
	}
	for _, c := range n.Children {
		switch {
		case n.Weighting.Name == "equal":
			v.effective(c.Col, share/float64(len(n.Children)))
		case n.Weighting.Name == "given" && sum > 0:
			v.effective(c.Col, share*(c.Weight/sum))
		}
	}
}

// nameless reports nodes that have no name, not even from the index's tree.
func (v *resolver) nameless() {
	for _, n := range v.Nodes {
		if n.Name.IsZero() && !v.has(n.Node, "name") {
			v.report(required, n.Place, "name", "key", "name", "vi", "tên của nút “"+n.ID+"” {vi, en}", "en", "the name of node “"+n.ID+"” {vi, en}")
		}
	}
}
