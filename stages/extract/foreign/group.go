package foreign

import (
	"slices"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// stay says that a unit was in a group in an edition.
type stay struct {
	edition int
	group   string
}

// plainGroup replaces the two signs that units.csv parts groups by.
func (p *project) plainGroup(f *frame, row int, column, group string) string {
	plain := strings.NewReplacer(";", ",", "@", " at ").Replace(group)
	if plain != group && !p.told[group] {
		p.told[group] = true
		p.problems.Add(groupSign.At(f.place(row, column), group))
	}
	return plain
}

// members writes every unit's groups; those that change from year to year with their dates.
func (p *project) members(groups map[string][]stay) {
	for i := range p.units {
		u := &p.units[i]
		for _, s := range p.schemes {
			stays := groups[u.code+"\x00"+s.code]
			slices.SortFunc(stays, func(a, b stay) int { return a.edition - b.edition })
			for _, m := range p.spans(u.code, stays) {
				u.groups = append(u.groups, s.code+":"+m)
			}
		}
	}
}

// spans joins a unit's stays in one scheme: "Low", or "Low@..2018-12-31", "High@2019-01-01.." where it moved.
func (p *project) spans(code string, stays []stay) []string {
	stays = slices.CompactFunc(stays, func(a, b stay) bool { return a.group == b.group })
	switch n := len(stays); {
	case n == 0:
		return nil
	case n == 1:
		return []string{stays[0].group}
	case !p.dated():
		p.problems.Add(groupMoved.At(problem.Place{File: p.source}, code))
		return []string{stays[n-1].group}
	}
	var list []string
	for i, s := range stays {
		from, to := "", ""
		if i > 0 {
			from = p.editions[s.edition].id + "-01-01"
		}
		if i+1 < len(stays) {
			to = p.editions[stays[i+1].edition-1].id + "-12-31"
		}
		list = append(list, s.group+"@"+from+".."+to)
	}
	return list
}

// dated tells whether the editions are years, so that groups can have dates.
func (p *project) dated() bool {
	for _, e := range p.editions {
		if d, err := units.ParseDate(e.id + "-01-01"); err != nil || d.Year() < 1900 {
			return false
		}
	}
	return true
}
