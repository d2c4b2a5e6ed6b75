package target

import (
	"math"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Status of a target at a date.
type Status string

const (
	Reached  Status = "reached"   // met at the deadline, or before it where the deadline is still to come
	Late     Status = "late"      // first seen to be met after the deadline
	OnCourse Status = "on-course" // not met; at the pace seen so far it will be by the deadline
	Behind   Status = "behind"    // not met, and at the pace seen so far it will not be
	NotYet   Status = "not-yet"   // not met; no deadline, or one observation only, so there is no pace to judge by
	Missed   Status = "missed"    // the deadline has passed and an observation on that day or after it is short of the target
	NoData   Status = "no-data"   // never observed, or not observed at the deadline
)

// Statuses lists all statuses, best first.
var Statuses = []Status{Reached, OnCourse, NotYet, Behind, Late, Missed, NoData}

var statusNames = map[Status]problem.Text{
	Reached:  {VI: "đạt", EN: "reached"},
	Late:     {VI: "đạt sau hạn", EN: "reached late"},
	OnCourse: {VI: "đúng tiến độ", EN: "on course"},
	Behind:   {VI: "chậm tiến độ", EN: "behind"},
	NotYet:   {VI: "chưa đạt", EN: "not yet reached"},
	Missed:   {VI: "không đạt", EN: "missed"},
	NoData:   {VI: "chưa có số liệu", EN: "no data"},
}

// Name is the status as readers see it.
func (s Status) Name() problem.Text { return statusNames[s] }

// Assessment is a target at a date.
type Assessment struct {
	Status Status
	AsOf   units.Date
	Last   *Observation // the newest observation up to AsOf, nil where there is none
	First  *Observation // the first that meets the target, nil where none does
	Gap    float64      // what the last observation is short of the target, in its unit; 0 where it is met; NaN
	Pace   float64      // change a month over the observations since the target was set; NaN where fewer than two days are observed
	Needed float64      // change a month from the last observation to the deadline; NaN without a deadline to come
}

// Assess tells where a target stands at a date. What was observed later is left out.
func Assess(t *Target, asOf units.Date) Assessment {
	seen := t.seen(asOf)
	a := Assessment{Status: NoData, AsOf: asOf, Gap: math.NaN(), Pace: math.NaN(), Needed: math.NaN()}
	if len(seen) == 0 {
		return a
	}
	a.Last = &seen[len(seen)-1]
	a.Gap = t.gap(*a.Last)
	for i := range seen {
		if t.met(seen[i]) == yes {
			a.First = &seen[i]
			break
		}
	}
	if !t.Op.Deed() {
		a.Pace = pace(since(seen, t.Set.Date))
	}
	if due := t.Deadline.Date; due > a.Last.When.Date && !t.Op.Deed() {
		a.Needed = (t.Value - a.Last.Value) / monthsBetween(a.Last.When.Date, due)
	}
	a.Status = t.status(seen, a)
	return a
}

func (t *Target) status(seen []Observation, a Assessment) Status {
	due := t.Deadline.Date
	if due == 0 || a.AsOf <= due {
		if t.met(*a.Last) == yes {
			return Reached
		}
		return t.underWay(a)
	}
	at := standing(seen, due)
	switch {
	case at != nil && t.met(*at) == yes:
		return Reached
	case a.First != nil:
		return Late
	case a.Last.When.Date >= due, at != nil && at.Until >= due:
		return Missed
	}
	return NoData
}

// underWay judges a target whose deadline is still to come by the pace seen so far.
func (t *Target) underWay(a Assessment) Status {
	due := t.Deadline.Date
	if due == 0 || math.IsNaN(a.Pace) {
		return NotYet
	}
	ahead := a.Last.Value + a.Pace*monthsBetween(a.Last.When.Date, due)
	if t.met(Observation{Value: ahead}) == yes {
		return OnCourse
	}
	return Behind
}

// seen are the dated observations up to a day.
func (t *Target) seen(asOf units.Date) (all []Observation) {
	for _, o := range t.Observations {
		if o.When.Date > 0 && o.When.Date <= asOf {
			all = append(all, o)
		}
	}
	return all
}

// standing is the newest observation up to a day.
func standing(seen []Observation, at units.Date) (last *Observation) {
	for i := range seen {
		if seen[i].When.Date <= at {
			last = &seen[i]
		}
	}
	return last
}

// since drops what was observed before the target was set, but for what stood on that day.
func since(seen []Observation, set units.Date) []Observation {
	from := 0
	for i := range seen {
		if seen[i].When.Date <= set {
			from = i
		}
	}
	return seen[from:]
}

// pace is the change a month from the first to the last observation.
func pace(seen []Observation) float64 {
	first, last := seen[0], seen[len(seen)-1]
	if first.When.Date == last.When.Date {
		return math.NaN()
	}
	return (last.Value - first.Value) / monthsBetween(first.When.Date, last.When.Date)
}

// answer is whether an observation meets a target; one with a qualifier may leave that open.
type answer uint8

const (
	no answer = iota
	yes
	open
)

// met tells whether an observation meets the target: of "below 10" against "at least 10" the answer is no, of "below
// 12" it is open.
func (t *Target) met(o Observation) answer {
	low, high := o.Value, o.Value
	switch o.Qualifier {
	case ">", ">=":
		high = math.Inf(1)
	case "<":
		high = math.Nextafter(o.Value, math.Inf(-1))
		low = math.Inf(-1)
	case "<=":
		low = math.Inf(-1)
	case "~":
		slip := 0.01 * math.Abs(o.Value)
		low, high = low-slip, high+slip
	}
	a, b := t.holds(low), t.holds(high)
	switch {
	case a && b:
		return yes
	case a || b:
		return open
	}
	return no
}

// holds compares an exact value with the target.
func (t *Target) holds(v float64) bool {
	switch t.Op {
	case AtLeast:
		return v >= t.Value
	case More:
		return v > t.Value
	case AtMost:
		return v <= t.Value
	case Less:
		return v < t.Value
	case Equal:
		return v == t.Value
	}
	return v == 1
}

// gap is what an observation is short of the target, never below 0; NaN for a deed and for a bound ("below 10").
func (t *Target) gap(o Observation) float64 {
	v := o.Value
	if t.met(o) != yes && o.Qualifier != "" && o.Qualifier != "~" {
		return math.NaN()
	}
	switch t.Op {
	case AtLeast, More:
		return max(0, exact(t.Value-v))
	case AtMost, Less:
		return max(0, exact(v-t.Value))
	case Equal:
		return math.Abs(exact(t.Value - v))
	}
	return math.NaN()
}

// exact takes the noise of binary fractions out of a difference of printed decimals: 90 − 88.53 is 1.47.
func exact(v float64) float64 { return math.Round(v*1e9) / 1e9 }
