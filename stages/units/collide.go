package units

// sharedNames reports names given by units.csv that mean two units on one day: such a name is ambiguous.
func (p *parser) sharedNames() {
	bearers := map[string][]int{}
	for i, u := range p.reg.units {
		seen := map[string]bool{}
		for _, as := range append([]string{u.Name.VI, u.Full, u.Name.EN}, u.Aliases...) {
			key := Key(as)
			if key == "" || seen[key] {
				continue
			}
			seen[key] = true
			for _, b := range bearers[key] {
				if other := p.reg.units[b]; meet(other.From, other.To, u.From, u.To) {
					p.problems.Add(sharedName.At(u.Place, as, "other", other.Code))
				}
			}
			bearers[key] = append(bearers[key], i)
		}
	}
}
