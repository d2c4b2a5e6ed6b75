package view

import (
	"slices"
	"strings"
)

// namedReasons is how many criteria a sentence names before it counts them.
const namedReasons = 3

// WhyWithheld says why a unit of a collecting edition has no score and no rank: which criteria lack what, as far as the
// reasons are public, else that parts are missing. Empty where the unit has a score, or nothing was withheld.
func (r *Report) WhyWithheld(l Lang, e *Edition, row int) string {
	held, _ := e.Settled()
	if e.Form == nil || !held(0, row) {
		return ""
	}
	names, order := map[string][]string{}, []string{}
	for k := range e.Nodes {
		if !e.Nodes[k].Leaf() || !held(k, row) || !e.inTree(k) {
			continue
		}
		for _, m := range e.Table.Marks(k, row) {
			if why := l.In(m.Note); strings.HasPrefix(m.Code, "reason:") && why != "" {
				if !slices.Contains(order, why) {
					order = append(order, why)
				}
				names[why] = append(names[why], e.Brief(l, k))
			}
		}
	}
	var all []string
	for _, why := range order {
		of := l.Say("unit.withheld.many", "n", l.Whole(len(names[why])))
		if len(names[why]) <= namedReasons {
			of = l.List(names[why])
		}
		all = append(all, of+" ("+why+")")
	}
	if len(all) == 0 {
		return l.Say("unit.withheld.plain")
	}
	return l.Say("unit.withheld", "why", strings.Join(all, "; "))
}
