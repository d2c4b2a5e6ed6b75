// Package form is the layout of a form, shared by who writes it and who reads it: which questions an edition asks, the
// names of sheets, columns, keys and defined names by which an answer is found again whatever its sender did to the file,
// and what came back. index and units stand before it; render/book writes forms, extract reads them, demo fills them in.
package form

import (
	"slices"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// Criterion is one indicator of an edition as a form asks for it.
type Criterion struct {
	*index.PlanNode
	Path  []*index.PlanNode // the nodes above it, from below the root to its parent
	Asks  []Ask             // what it needs, in the order of its expression; answers asked earlier have First false
	Value string            // the expression over the answers; empty where the only ask is the value itself

	formulas map[string]*index.Formula // compiled, by expression
}

// Ask is one answer that is asked for.
type Ask struct {
	index.Answer
	First bool   // the form's row for it stands here; otherwise it stands with an earlier criterion
	Own   bool   // the criterion itself is asked for: the answer's id is the node's
	Node  string // of the criterion with which its row stands
}

// Layout lists the criteria of a plan in reading order. Nodes that are combined, and those measured by others
// (counts: measured without an expression), ask for nothing.
func Layout(p *index.Plan) []Criterion {
	var all []Criterion
	where := map[string]string{} // answer → criterion with its row
	for i := range p.Nodes {
		n := &p.Nodes[i]
		if !n.Leaf() || n.Parent < 0 && i != 0 && len(n.Of) > 0 || p.CountsOf(n) == "measured" && n.Value == "" && n.Rule == nil {
			continue
		}
		c := Criterion{PlanNode: n, Path: path(p, n), Value: n.Value, formulas: formulas(n)}
		for _, id := range c.answersOf() {
			a, declared := p.Answer(id)
			if !declared {
				a = index.Answer{ID: id, Name: problem.Text{VI: id, EN: id}, Type: "number"}
				if id == n.ID {
					a = own(n)
				}
			}
			at, asked := where[id]
			if !asked {
				at, where[id] = n.ID, n.ID
			}
			c.Asks = append(c.Asks, Ask{Answer: a, First: !asked, Own: id == n.ID, Node: at})
		}
		all = append(all, c)
	}
	return all
}

// own is the question of a criterion that asks for itself: its type follows from its rule and range.
func own(n *index.PlanNode) index.Answer {
	a := index.Answer{ID: n.ID, Name: n.Name, Help: n.About, Unit: n.Unit, Type: "number", Range: n.Range}
	if n.Per != "" {
		a.Range = nil // the range is that of the quotient
	}
	switch {
	case n.Rule != nil && n.Rule.Kind == "yes_no":
		a.Type = "yes_no"
	case n.Rule != nil && n.Rule.Kind == "count":
		a.Type = "count"
	case n.Unit.VI == "%" && n.Range != nil && n.Range[1] <= 1:
		a.Type = "percent"
	case n.Rule == nil && n.Points > 0 && a.Range == nil:
		a.Range = &[2]float64{0, n.Points} // the points themselves
	}
	return a
}

func path(p *index.Plan, n *index.PlanNode) (up []*index.PlanNode) {
	for i := n.Parent; i > 0; i = p.Nodes[i].Parent {
		up = append(up, &p.Nodes[i])
	}
	slices.Reverse(up)
	return up
}

// answersOf lists the ids that a criterion needs: of its expression, its denominator and those of its rule's cases.
func (c Criterion) answersOf() (ids []string) {
	n := c.PlanNode
	add := func(expression string) {
		if f := c.formulas[expression]; f != nil { // otherwise Parse has reported it
			for _, name := range f.Names {
				if !slices.Contains(ids, name) {
					ids = append(ids, name)
				}
			}
		}
	}
	if n.Value != "" {
		add(n.Value)
	} else if n.Rule == nil || n.Rule.Kind != "best_of" && n.Rule.Kind != "sum_of" {
		ids = append(ids, n.ID)
	}
	for _, expression := range cases(n.Rule) {
		add(expression)
	}
	if n.Per != "" && !slices.Contains(ids, n.Per) {
		ids = append(ids, n.Per)
	}
	return ids
}

// Formula is an expression of the criterion's, compiled; nil for another one.
func (c Criterion) Formula(expression string) *index.Formula { return c.formulas[expression] }

// formulas parses the expressions of a criterion: of its value and of its rule's cases.
func formulas(n *index.PlanNode) map[string]*index.Formula {
	all := map[string]*index.Formula{}
	for _, expression := range append(cases(n.Rule), n.Value) {
		if f, err := index.ParseFormula(expression); err == nil && expression != "" {
			all[expression] = f
		}
	}
	return all
}

// cases lists the expressions of a compound rule, of rules inside rules too.
func cases(r *index.Rule) (all []string) {
	if r == nil {
		return nil
	}
	for _, a := range r.Of {
		if a.Value != "" {
			all = append(all, a.Value)
		}
		all = append(all, cases(a.Rule)...)
	}
	return all
}
