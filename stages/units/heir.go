package units

import "slices"

// Heirs are what a unit is on a day: itself while it exists, else the units that took it over, or that it was made of,
// along succession.csv in as many steps as it takes. A part that was given away makes no heir where the whole unit has
// one. A unit without heirs on that day is its own.
func (r *Registry) Heirs(code string, at Date) []Unit {
	u, ok := r.Unit(code)
	if !ok {
		return nil
	}
	var heirs []Unit
	seen := map[string]bool{}
	r.walk(u, at, u.From > at, seen, &heirs)
	if len(heirs) == 0 {
		return []Unit{u}
	}
	slices.SortFunc(heirs, ByCode)
	return heirs
}

// walk goes from unit to unit, back or forth in time, and collects those that exist on the day.
func (r *Registry) walk(u Unit, at Date, back bool, seen map[string]bool, heirs *[]Unit) {
	if seen[u.Code] {
		return
	}
	seen[u.Code] = true
	if u.Valid(at) {
		*heirs = append(*heirs, u)
		return
	}
	lines, end := r.after[u.Code], func(s Succession) string { return s.Successor }
	if back {
		lines, end = r.before[u.Code], func(s Succession) string { return s.Predecessor }
	}
	whole := slices.ContainsFunc(lines, func(s Succession) bool { return s.Whole })
	for _, s := range lines {
		if s.Whole == whole {
			next, _ := r.Unit(end(s))
			r.walk(next, at, back, seen, heirs)
		}
	}
}
