package units

import (
	"fmt"
	"slices"
	"strings"

	"xephang/stages/problem"
)

// m49 are the schemes that m49.csv gives to countries, from the widest.
var m49 = []string{"region", "sub_region", "intermediate_region"}

// groups reads groups.csv: a line without group names the scheme itself.
func (p *parser) groups() {
	p.declared = len(p.files.Groups.Data) > 0
	if !p.declared {
		return
	}
	read(p.files.Groups, []string{"scheme", "group", "name_vi", "name_en"}, []string{"scheme", "group"}, &p.problems, func(r row) {
		id, g := r.get("scheme"), r.get("group")
		name := problem.Text{VI: r.get("name_vi"), EN: r.get("name_en")}
		s := p.reg.scheme(id)
		twice := s != nil && (g == "" && !s.name.IsZero() || g != "" && s.group(g) != nil)
		if twice || id == "" {
			p.problems.Add(twiceGroup.At(r.place("group"), strings.Trim(id+":"+g, ":")))
			return
		}
		s = p.scheme(id)
		if g == "" {
			s.name = name
		} else {
			s.groups = append(s.groups, group{g, name})
		}
	})
}

// scheme finds or opens a scheme.
func (p *parser) scheme(id string) *scheme {
	if s := p.reg.scheme(id); s != nil {
		return s
	}
	p.reg.schemes = append(p.reg.schemes, scheme{id: id})
	return &p.reg.schemes[len(p.reg.schemes)-1]
}

// membershipsOf reads the cell "region:Tây Nguyên@..2025-06-30;asean:ASEAN".
func membershipsOf(r row) []Membership {
	var ms []Membership
	for _, s := range list(r.get("groups")) {
		m, err := membership(s)
		if err != nil {
			r.t.problems.Add(badGroup.At(r.place("groups"), s))
			continue
		}
		ms = append(ms, m)
	}
	return ms
}

func membership(s string) (m Membership, err error) {
	name, span, dated := strings.Cut(s, "@")
	scheme, group, ok := strings.Cut(name, ":")
	m.Scheme, m.Group = strings.TrimSpace(scheme), strings.TrimSpace(group)
	if !ok || m.Scheme == "" || m.Group == "" {
		return m, fmt.Errorf("group %q: want scheme:group", s)
	}
	if !dated {
		return m, nil
	}
	from, to, ok := strings.Cut(span, "..")
	if !ok {
		return m, fmt.Errorf("group %q: want @FROM..TO", s)
	}
	if m.From, err = ParseDate(strings.TrimSpace(from)); err != nil {
		return m, err
	}
	if m.To, err = ParseDate(strings.TrimSpace(to)); err != nil {
		return m, err
	}
	if m.From != 0 && m.To != 0 && m.To < m.From {
		return m, fmt.Errorf("group %q: dates reversed", s)
	}
	return m, nil
}

// regions gives countries their M49 regions, where units.csv itself gives none of that scheme.
func (p *parser) regions() {
	if len(p.files.M49.Data) == 0 {
		return
	}
	found := map[string]bool{}
	columns := append([]string{"iso3", "country"}, m49...)
	read(p.files.M49, columns, []string{"iso3", "region"}, &p.problems, func(r row) {
		i, ok := p.reg.byCode[r.get("iso3")]
		if !ok {
			return // M49 lists territories that nobody ranks
		}
		u := &p.reg.units[i]
		found[u.Code] = true
		for _, s := range m49 {
			if g := r.get(s); g != "" && u.Group(s, 0) == "" {
				u.Groups = append(u.Groups, Membership{Scheme: s, Group: g})
				p.where[u.Code+":"+s] = r.place(s)
			}
		}
	})
	for _, u := range p.reg.units {
		if u.Kind == "country" && !found[u.Code] {
			p.problems.Add(noRegion.At(problem.Place{File: p.files.M49.Name}, "", "code", u.Code))
		}
	}
}

// memberships checks every unit's groups against groups.csv, each unknown name once, and completes the schemes.
func (p *parser) memberships() {
	declared := len(p.reg.schemes)
	for i := range p.reg.schemes {
		p.reg.schemes[i].open = len(p.reg.schemes[i].groups) == 0
	}
	told := map[string]bool{}
	for _, u := range p.reg.units {
		for i, m := range u.Groups {
			p.overlap(u, m, u.Groups[:i])
			if key := m.Scheme + ":" + m.Group; !told[key] {
				told[key] = true
				p.known(u, m)
			}
		}
	}
	slices.SortStableFunc(p.reg.schemes[declared:], func(a, b scheme) int { return strings.Compare(a.id, b.id) })
}

// known reports a scheme or a group that groups.csv does not have; an open scheme takes every group that is used.
func (p *parser) known(u Unit, m Membership) {
	at, name := p.where[u.Code+":"+m.Scheme], m.Scheme+":"+m.Group
	s := p.reg.scheme(m.Scheme)
	if s == nil {
		if p.declared && !slices.Contains(m49, m.Scheme) {
			p.problems.Add(noScheme.At(at, name, "schemes", strings.Join(p.reg.Schemes(), ", ")))
		}
		s = p.scheme(m.Scheme)
		s.open = true
	}
	if s.group(m.Group) != nil {
		return
	}
	if !s.open {
		p.problems.Add(noGroup.At(at, name, "scheme", m.Scheme, "groups", strings.Join(p.reg.Groups(m.Scheme), "; ")))
		return
	}
	i, _ := slices.BinarySearchFunc(s.groups, m.Group, func(g group, id string) int { return strings.Compare(g.id, id) })
	s.groups = slices.Insert(s.groups, i, group{id: m.Group})
}

func (p *parser) overlap(u Unit, m Membership, before []Membership) {
	for _, o := range before {
		if o.Scheme == m.Scheme && meet(o.From, o.To, m.From, m.To) {
			p.problems.Add(twoGroups.At(p.where[u.Code+":"+m.Scheme], m.Scheme, "first", o.Group, "second", m.Group))
		}
	}
}

// meet tells whether two spans of days (0 = open) have a day in common.
func meet(from, to, from2, to2 Date) bool {
	return (to == 0 || from2 <= to) && (to2 == 0 || from <= to2)
}
