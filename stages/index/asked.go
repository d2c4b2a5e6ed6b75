package index

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// method reads one method of a role.
func (r *reader) method(n *yaml.Node, role Role) Method {
	s := r.words(n)
	if s == "" {
		return Method{}
	}
	m, faults := ParseMethod(role, s, r.place(n))
	for _, p := range faults {
		p.Index, p.Edition = r.index, r.edition
		r.faults.Add(p)
	}
	r.named(m)
	return m
}

// named asks the registry for the scheme or the unit that a method names.
func (r *reader) named(m Method) {
	switch m.Name {
	case "group-mean", "group-median":
		r.schemeName(m.Arg(0), m.Place)
	case "distance-to-reference":
		r.unitCode(m.Arg(0), m.Place)
	}
}

// methods reads one method or a list of them.
func (r *reader) methods(n *yaml.Node, role Role) (all []Method) {
	if v := r.follow(n); v == nil || v.Kind != yaml.SequenceNode {
		if m := r.method(n, role); !m.IsZero() {
			all = append(all, m)
		}
		return all
	}
	r.list(n, func(item *yaml.Node) {
		if m := r.method(item, role); !m.IsZero() {
			all = append(all, m)
		}
	})
	return all
}

// schemeNames reads a list of schemes of groups.
func (r *reader) schemeNames(n *yaml.Node) []string {
	r.list(n, func(item *yaml.Node) {
		if v := r.follow(item); v != nil && v.Kind == yaml.ScalarNode {
			r.schemeName(v.Value, r.place(item))
		}
	})
	return r.set(n)
}

func (r *reader) schemeName(s string, at problem.Place) {
	if r.reg != nil && !slices.Contains(r.reg.Schemes(), s) {
		r.report(unknownScheme, at, s, "list", strings.Join(r.reg.Schemes(), ", "))
	}
}

// kinds reads a list of kinds of units.
func (r *reader) kinds(n *yaml.Node) []string {
	var known []string
	if r.reg != nil {
		for _, u := range r.reg.All() {
			known = append(known, u.Kind)
		}
		slices.Sort(known)
		known = slices.Compact(known)
	}
	r.list(n, func(item *yaml.Node) {
		if v := r.follow(item); v != nil && r.reg != nil && v.Kind == yaml.ScalarNode && !slices.Contains(known, v.Value) {
			r.report(unknownKind, r.place(item), v.Value, "list", strings.Join(known, ", "))
		}
	})
	return r.set(n)
}

// unit reads the code of a unit.
func (r *reader) unit(n *yaml.Node) string {
	code := r.words(n)
	if code != "" {
		r.unitCode(code, r.place(n))
	}
	return code
}

// unitCode reports a code that units.csv does not have; a unit of that name is offered.
func (r *reader) unitCode(code string, at problem.Place) {
	if r.reg == nil {
		return
	}
	if _, ok := r.reg.Unit(code); ok {
		return
	}
	vi, en := "", ""
	if u, _, ok := r.reg.Find(code, 0); ok {
		vi, en = "; có phải “"+u.Code+"” ("+u.Name.In("vi")+")?", "; perhaps “"+u.Code+"” ("+u.Name.In("en")+")?"
	}
	r.report(unknownUnit, at, code, "near_vi", vi, "near_en", en)
}

// unitCodes reads a list of codes and notes where each stands, under the owner.
func (r *reader) unitCodes(n *yaml.Node, owner any) []string {
	r.list(n, func(item *yaml.Node) {
		if item.Kind == yaml.ScalarNode {
			r.places[spot{owner, "unit " + item.Value}] = r.place(item)
			r.unitCode(item.Value, r.place(item))
		}
	})
	return r.set(n)
}

// alive doubts a unit that is named for a day on which it did not exist.
func (r *reader) alive(code string, day units.Date, at problem.Place) {
	if r.reg == nil || day == 0 {
		return
	}
	if u, ok := r.reg.Unit(code); ok && !u.Valid(day) {
		r.report(expiredUnit, at, code, "day", day.String())
	}
}
