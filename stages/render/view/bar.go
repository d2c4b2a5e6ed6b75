package view

import (
	"math"
	"strings"

	"xephang/stages/target"
)

// Bar is a bullet: the newest value as a bar, earlier ones as thin ticks, the target as a thick one. Positions are
// per cents of the width, as texts; a rank's bar runs the other way round, so that longer is better.
type Bar struct {
	Value, Target string
	Before        []string
	Low, High     string // what the two ends are
	Alt           string // the same in words
}

// bar of a target that was observed; nil for a deed.
func (l Lang) bar(t *target.Target, a target.Assessment) *Bar {
	if t.Op.Deed() || math.IsNaN(t.Value) {
		return nil
	}
	top := t.Value
	for _, o := range t.Observations {
		top = max(top, o.Value)
	}
	percent := strings.HasPrefix(t.Unit.VI, "%")
	ranks := strings.HasPrefix(t.Unit.VI, "hạng")
	low, high := 0.0, top
	switch {
	case percent:
		high = max(100, top)
	case ranks:
		low, high = top+1, 1
	}
	if !(high != low) {
		return nil
	}
	at := func(v float64) string { return Plain(100*min(max((v-low)/(high-low), 0), 1), 2) }
	b := &Bar{Value: at(a.Last.Value), Target: at(t.Value), Low: l.In(quantity(low, t)), High: l.In(quantity(high, t)), Alt: l.In(a.Sentence(t))}
	for i := range t.Observations {
		if o := &t.Observations[i]; o.When.Date > 0 && o.When.Date < a.Last.When.Date {
			b.Before = append(b.Before, at(o.Value))
		}
	}
	return b
}
