package reconcile

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/target"
	"xephang/stages/units"
)

// Observe adds to the ledger's targets what the indices and the texts observe: the figures of the cells that a target
// names, each standing until the next edition is out, and what claims say on the day of their document, where nothing
// else says it. Call it once, before statuses are told.
func Observe(in ClaimsInput) {
	b := newBench(in)
	for i := range b.in.Ledger.Targets {
		t := &b.in.Ledger.Targets[i]
		for _, m := range in.Indices {
			if m.Index.ID == t.Cell.Index {
				t.Observe(b.observed(t, m)...)
			}
		}
		t.Observe(b.told(t)...)
	}
}

// observed are the figures of a target's cell, edition by edition from the one before which it was set.
func (b *bench) observed(t *target.Target, m Measured) (all []target.Observation) {
	from := -1.0
	for _, p := range m.Index.Plans {
		s, ok := b.seat(m, p, t.Cell.Node, t.ScopeUnit)
		if !ok {
			continue
		}
		f, ok := b.measure(t, s)
		if !ok {
			continue
		}
		if t.Cell.Measure == "rise" {
			if p.Edition.ID == t.Cell.Base {
				from = f.value
			}
			if from < 0 || p.Edition.ID == t.Cell.Base {
				continue
			}
			f.value = from - f.value
		}
		day, grain := p.Edition.Released, target.Day
		if day == 0 {
			day, grain = p.AsOf, target.Year
		}
		if n := len(all); n > 0 {
			all[n-1].Until = day
		}
		all = append(all, target.Observation{When: target.When{Date: day, Grain: grain}, Value: f.value, From: target.FromIndex, Place: f.ev.Place,
			Sources: append([]string{m.Index.Publisher.In("vi") + ", " + strings.TrimSpace(m.Index.Short+" "+p.Edition.ID)}, f.ev.Cite...)})
	}
	return all
}

func (b *bench) measure(t *target.Target, s seat) (figure, bool) {
	if t.Cell.Measure == "score" {
		return s.printed()
	}
	if scheme, group, ok := strings.Cut(t.Cell.Group, ":"); ok {
		return b.inGroup(s, scheme, group)
	}
	if all := s.ranks(); len(all) > 0 {
		return all[0], true
	}
	return figure{}, false
}

// told is what claims say of a target's indicator on the day of their document, where that day is known and no table
// gives the same value in that year.
func (b *bench) told(t *target.Target) (all []target.Observation) {
	for i := range b.in.Claims {
		c := &b.in.Claims[i]
		day := b.day(c.Document)
		if day == 0 || c.Kind != claim.Percent && c.Kind != claim.Count || !aimedAt(c, t) || t.Cell.Index != "" || c.Year != 0 && c.Year != day.Year() {
			continue
		}
		if c.Kind == claim.Count && c.Value == t.Value {
			continue // "83 nhiệm vụ" names the whole that is to be done, not what has been done of it
		}
		if units.Key(c.Subject) != units.Key(t.Scope.VI) || slices.ContainsFunc(t.Observations, func(o target.Observation) bool {
			return near(o.Value, c.Value) && o.When.Date.Year() == day.Year()
		}) {
			continue
		}
		all = append(all, target.Observation{When: target.When{Date: day}, Value: c.Value, Qualifier: c.Qualifier, From: target.FromClaim,
			Sources: []string{c.Document + " [" + strconv.Itoa(c.Start) + "–" + strconv.Itoa(c.End) + "]"}})
	}
	return all
}
