package units

import (
	"cmp"
	"slices"
	"sync"

	"xephang/stages/problem"
)

// Registry is all units of units.csv with their groups and what became of them. It is never changed after Parse and
// may be asked from several goroutines.
type Registry struct {
	units  []Unit // sorted by code bytes
	byCode map[string]int

	schemes []scheme // as declared, then the others by name
	before  map[string][]Succession
	after   map[string][]Succession

	once  sync.Once
	names nameIndex
}

// scheme is a way of grouping units, with the names of its groups.
type scheme struct {
	id     string
	name   problem.Text
	groups []group
	open   bool // groups.csv lists none of its groups: any may be used
}

type group struct {
	id   string
	name problem.Text
}

// Unit finds a unit by its exact code.
func (r *Registry) Unit(code string) (Unit, bool) {
	i, ok := r.byCode[code]
	if !ok {
		return Unit{}, false
	}
	return r.units[i], true
}

// All lists every unit, of every kind and date, by code bytes. The slice is shared: do not write to it.
func (r *Registry) All() []Unit { return r.units }

// Of lists the units of the kinds that exist on the day, by code bytes. No kinds are all kinds, day 0 is any day.
func (r *Registry) Of(kinds []string, at Date) []Unit {
	var of []Unit
	for _, u := range r.units {
		if isOf(u, kinds) && u.Valid(at) {
			of = append(of, u)
		}
	}
	return of
}

func isOf(u Unit, kinds []string) bool { return len(kinds) == 0 || slices.Contains(kinds, u.Kind) }

// Schemes lists the ways of grouping: those of groups.csv in its order, then the others by name.
func (r *Registry) Schemes() []string {
	ids := make([]string, len(r.schemes))
	for i, s := range r.schemes {
		ids[i] = s.id
	}
	return ids
}

// SchemeName is a scheme's name for readers; a scheme without one is called by its id.
func (r *Registry) SchemeName(id string) problem.Text {
	if s := r.scheme(id); s != nil && !s.name.IsZero() {
		return s.name
	}
	return problem.Text{VI: id, EN: id}
}

// Groups lists the groups of a scheme: those of groups.csv in its order, then the others by name.
func (r *Registry) Groups(id string) []string {
	s := r.scheme(id)
	if s == nil {
		return nil
	}
	ids := make([]string, len(s.groups))
	for i, g := range s.groups {
		ids[i] = g.id
	}
	return ids
}

// GroupName is a group's name for readers; a group without one is called by its id.
func (r *Registry) GroupName(schemeID, groupID string) problem.Text {
	if s := r.scheme(schemeID); s != nil {
		if g := s.group(groupID); g != nil && !g.name.IsZero() {
			return g.name
		}
	}
	return problem.Text{VI: groupID, EN: groupID}
}

func (r *Registry) scheme(id string) *scheme {
	for i := range r.schemes {
		if r.schemes[i].id == id {
			return &r.schemes[i]
		}
	}
	return nil
}

func (s *scheme) group(id string) *group {
	for i := range s.groups {
		if s.groups[i].id == id {
			return &s.groups[i]
		}
	}
	return nil
}

// Predecessors are the lines of succession.csv that lead to the unit, by date and code.
func (r *Registry) Predecessors(code string) []Succession { return r.before[code] }

// Successors are the lines of succession.csv that lead away from the unit, by date and code.
func (r *Registry) Successors(code string) []Succession { return r.after[code] }

func byDate(a, b Succession) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Predecessor, b.Predecessor), cmp.Compare(a.Successor, b.Successor))
}
