package index

import (
	"slices"

	"xephang/stages/units"
)

// UnitsOf lists the units of an edition, by code: those that it names (`only`), else those of its blocks, else those
// of its kinds that exist on its day. Units named by code take part even if units.csv says that they did not exist on
// that day (Parse doubts them); codes that are not in units.csv (a fault of the index) are left out.
func (ix *Index) UnitsOf(p *Plan, reg *units.Registry) []units.Unit {
	e := p.Edition
	var all []units.Unit
	switch {
	case reg == nil:
	case len(e.Only) > 0:
		all = named(e.Only, reg)
	case len(e.Blocks) > 0:
		for _, b := range e.Blocks {
			all = append(all, named(b.Units, reg)...)
			if len(b.Kinds) > 0 {
				all = append(all, reg.Of(b.Kinds, p.AsOf)...)
			}
		}
	case len(p.Kinds()) > 0:
		all = slices.Clone(reg.Of(p.Kinds(), p.AsOf))
	}
	slices.SortFunc(all, units.ByCode)
	return slices.CompactFunc(all, func(a, b units.Unit) bool { return a.Code == b.Code })
}

// Kinds are the kinds of units of the edition: its own, else the index's.
func (p *Plan) Kinds() []string {
	if len(p.Edition.Kinds) > 0 {
		return p.Edition.Kinds
	}
	return p.Index.Units
}

// BlockOf is the position of a unit's block among the edition's blocks: the one that lists its code, else the one that
// lists its kind; −1 where it is in none.
func (p *Plan) BlockOf(u units.Unit) int {
	of := func(in func(Block) bool) int { return slices.IndexFunc(p.Edition.Blocks, in) }
	if i := of(func(b Block) bool { return slices.Contains(b.Units, u.Code) }); i >= 0 {
		return i
	}
	return of(func(b Block) bool { return slices.Contains(b.Kinds, u.Kind) })
}

func named(codes []string, reg *units.Registry) (all []units.Unit) {
	for _, c := range codes {
		if u, ok := reg.Unit(c); ok {
			all = append(all, u)
		}
	}
	return all
}

// Inputs lists the given columns that the edition's indicators are computed from, sorted: the answers in expressions and
// the denominators; an indicator without an expression has its own column.
func (p *Plan) Inputs() []string {
	seen := map[string]bool{}
	for _, n := range p.Nodes {
		if n.Per != "" {
			seen[n.Per] = true
		}
		answers(n.Value, seen)
		n.Rule.answers(seen)
	}
	return sortedKeys(seen)
}

func (rule *Rule) answers(seen map[string]bool) {
	if rule == nil {
		return
	}
	for _, a := range rule.Of {
		answers(a.Value, seen)
		a.Rule.answers(seen)
	}
}

func answers(expression string, seen map[string]bool) {
	if expression == "" {
		return
	}
	if f, err := ParseFormula(expression); err == nil {
		for _, name := range f.Names {
			seen[name] = true
		}
	}
}
