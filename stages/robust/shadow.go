package robust

import (
	"maps"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
)

// panel are the ways of filling that look at other editions.
var panel = []string{"latest", "linear", "constant"}

// readSources makes a source of every alternative way of filling. Where gaps are filled otherwise than declared, a
// shadow of the edition (and of the others, where they have a say) is normalised from its values, by the stage itself.
func (m *model) readSources(o Options) (found problem.List) {
	all := m.editions(o.Cube)
	for _, by := range m.a.fill {
		if by.IsZero() {
			m.sources = append(m.sources, m.sourceOf(all))
			continue
		}
		with := []edition{{m.plan, m.table}}
		if m.plan.Across == "editions" || slices.Contains(panel, by.Name) {
			with = all
		}
		shadows, faults := shadow(with, by, o)
		found.Add(faults...)
		m.sources = append(m.sources, m.sourceOf(shadows))
	}
	return found
}

// editions lists the computed editions of the index, this one among them.
func (m *model) editions(c *cube.Cube) (all []edition) {
	if c == nil || m.plan.Index == nil || len(m.plan.Index.Plans) == 0 {
		return []edition{{m.plan, m.table}}
	}
	for _, p := range m.plan.Index.Plans {
		switch t := c.Table(p.Edition.ID); {
		case p == m.plan:
			all = append(all, edition{p, m.table})
		case t != nil && p.Edition.Compute != "none" && len(p.Nodes) > 0:
			all = append(all, edition{p, t})
		}
	}
	return all
}

// sourceOf finds this edition among all; they stay together only where limits are taken over all of them.
func (m *model) sourceOf(all []edition) (s source) {
	for _, e := range all {
		if e.plan.Edition.ID == m.plan.Edition.ID {
			s.edition = e
		}
	}
	if m.plan.Across == "editions" {
		s.pool = all
	}
	return s
}

// shadow copies editions with another way of filling and runs the stage normalise on them; values are shared.
func shadow(all []edition, by index.Method, o Options) ([]edition, problem.List) {
	c := &cube.Cube{}
	var plans []*index.Plan
	var shadows []edition
	for _, e := range all {
		p, t := refilled(e.plan, by), revalued(e.table)
		plans, shadows = append(plans, p), append(shadows, edition{p, t})
		c.Tables = append(c.Tables, t)
	}
	_, problems := normalise.Run(plans, c, o.Groups, o.Workers)
	return shadows, slices.DeleteFunc(problems, func(p problem.Problem) bool { return p.Severity != problem.Fault })
}

// refilled is a plan whose indicators' gaps are filled in another way.
func refilled(p *index.Plan, by index.Method) *index.Plan {
	q := *p
	q.Nodes = slices.Clone(p.Nodes)
	for i := range q.Nodes {
		if q.Nodes[i].Varied(index.Fill) {
			q.Nodes[i].Fill = by
		}
	}
	return &q
}

// revalued is a table with the values and answers of another, and nothing laid over them.
func revalued(t *cube.Table) *cube.Table {
	u := cube.New(t.Edition, t.Units, t.Nodes)
	u.Block, u.Blocks, u.Unranked = t.Block, t.Blocks, maps.Clone(t.Unranked)
	for node := range t.Nodes {
		for _, l := range []cube.Layer{cube.Value, cube.Appraised, cube.Measured} {
			if t.Has(l, node) {
				u.Lay(l, node, t.At(l, node))
			}
		}
		for row := range t.Units {
			if r, ok := t.Reason(node, row); ok {
				u.SetReason(node, row, r)
			}
		}
	}
	for _, name := range t.GivenNames() {
		u.LayGiven(*t.Given(name))
	}
	return u
}
