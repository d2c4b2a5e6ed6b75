package index

import (
	"slices"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// names finds nodes by what they are called. Each map gives the node's id, "" where two nodes share the name.
type names struct {
	ids     map[string]bool
	folded  map[string]string // units.Fold of id, short, name, synonyms
	letters map[string]string // units.Key of the same: spaces, dashes and points left out
}

func newNames() names {
	return names{ids: map[string]bool{}, folded: map[string]string{}, letters: map[string]string{}}
}

// add enters the names of a node; an id of its own is not lost to another node's synonym.
func (n *names) add(node *Node) {
	n.ids[node.ID] = true
	for _, s := range node.calls() {
		enter(n.folded, units.Fold(s), node.ID)
		enter(n.letters, units.Key(s), node.ID)
	}
}

// calls lists how a node is called.
func (n *Node) calls() []string {
	return slices.DeleteFunc(append([]string{n.ID, n.Short, n.Name.VI, n.Name.EN}, n.Synonyms...), func(s string) bool { return s == "" })
}

func enter(m map[string]string, name, id string) {
	switch have, known := m[name]; {
	case name == "":
	case !known:
		m[name] = id
	case have != id:
		m[name] = ""
	}
}

// find gives the node of a name: its exact id, else the name in any case and spelling of tones and dashes, else its
// letters alone. A name that two nodes share finds none.
func (n names) find(name string) (string, bool) {
	if n.ids[name] {
		return name, true
	}
	if id, known := n.folded[units.Fold(name)]; known {
		return id, id != ""
	}
	id := n.letters[units.Key(name)]
	return id, id != ""
}

func namesOf(ix *Index) names {
	all := newNames()
	for _, p := range ix.Plans {
		for _, n := range p.Nodes {
			all.add(n.Node)
		}
	}
	return all
}

func namesIn(p *Plan) names {
	all := newNames()
	for _, n := range p.Nodes {
		all.add(n.Node)
	}
	return all
}

// NodeByName finds a node of any edition by its id, name in either language, abbreviation or synonym.
func (ix *Index) NodeByName(name string) (id string, ok bool) { return ix.names.find(name) }

// NodeByName finds a node of this edition by its id, name in either language, abbreviation or synonym.
func (p *Plan) NodeByName(name string) (id string, ok bool) { return p.names.find(name) }

// checkNames doubts names that two nodes of a plan share.
func (r *reader) checkNames(p *Plan) {
	first := map[string]*PlanNode{}
	for i := range p.Nodes {
		n := &p.Nodes[i]
		for _, s := range n.calls() {
			key := units.Fold(s)
			other, known := first[key]
			if !known {
				first[key] = n
			} else if other.ID != n.ID && s != n.ID {
				r.report(twiceName, r.nameAt(n), s, "other", other.ID)
			}
		}
	}
}

func (r *reader) nameAt(n *PlanNode) problem.Place { return r.at(n.Node, "name", n.Place) }
