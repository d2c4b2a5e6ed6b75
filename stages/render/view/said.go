package view

import "xephang/stages/reconcile"

// SaidSection is what texts said of a unit, and what it owes.
type SaidSection struct {
	Lede   string
	Claims *ClaimTable
}

// saidMost is how many claims a profile lists; the page of all claims has the others.
const saidMost = 40

// saidOf lists the claims about every unit.
func saidOf(in Input) map[string][]int {
	all := map[string][]int{}
	for _, s := range reconcile.ByUnit(in.Claims, in.Verdicts) {
		all[s.Unit] = s.Claims
	}
	return all
}

// Said makes the section of a profile, nil where no text speaks of the unit.
func (r *Report) Said(l Lang, unit string) *SaidSection {
	claims := r.said[unit]
	if len(claims) == 0 {
		return nil
	}
	s := &SaidSection{Lede: l.Say("said.lede", "unit", r.Name(l, unit), "n", l.Whole(len(claims)))}
	if len(claims) > saidMost {
		claims = claims[:saidMost]
		s.Lede += " " + l.Say("said.cut", "n", l.Whole(saidMost))
	}
	s.Claims = r.claimTable(l, claims, false)
	s.Claims.Caption = l.Say("said.table", "unit", r.Name(l, unit))
	return s
}
