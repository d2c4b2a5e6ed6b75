package view

// Ways leads from an edition's ranking to what readers can do with it: weigh the parts otherwise, set units side by
// side, see who rose and fell.
func (r *Report) Ways(l Lang, e *Edition) (ways []Sibling) {
	if href := r.WhatIfHref(e); href != "" {
		ways = append(ways, Sibling{Label: l.Say("whatif.link"), Href: href})
	}
	if href := r.CompareHref(e); href != "" {
		ways = append(ways, Sibling{Label: l.Say("compare.link"), Href: href})
	}
	if href := r.MovementHref(e); href != "" {
		ways = append(ways, Sibling{Label: l.Say("move.link", "before", e.beforeID()), Href: href})
	}
	return ways
}

// compareWith leads from a unit's profile to its comparison with its neighbours in the ranking; empty without any.
func (r *Report) compareWith(l Lang, e *Edition, row int) Sibling {
	near := e.neighbours(row)
	if href := r.CompareHref(e); href != "" && len(near) > 0 {
		return Sibling{Label: l.Say("compare.with", "units", l.List(r.codesNames(l, e, near))), Href: href + CompareWith(e, append([]int{row}, near...))}
	}
	return Sibling{}
}
