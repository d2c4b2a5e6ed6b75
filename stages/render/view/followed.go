package view

import (
	"math"
	"strings"

	"xephang/stages/target"
	"xephang/stages/units"
)

// TargetRow is one target as a sheet lists it, its figures as numbers.
type TargetRow struct {
	Bullet
	Code            string
	Origin, Scope   string
	Unit            string
	Wanted          float64 // NaN for a deed
	Deadline, Seen  target.When
	Last            float64 // newest value, NaN where there is none, and for a deed
	Gap, Pace, Need float64 // in the target's unit; a month; NaN
	From            string  // table, series, …, in words
	Apart           []string
}

// Day is the day at which statuses are told: the one asked for, or that of the newest observation.
func (r *Report) Day() units.Date { return r.today() }

// Follows tells whether there is anything to follow.
func (r *Report) Follows() bool {
	k := r.ledger()
	return len(k.Targets)+len(k.Tasks)+len(k.Counts)+len(k.Series) > 0
}

// TargetRows lists every target, in the order of the table.
func (r *Report) TargetRows(l Lang) (all []TargetRow) {
	for i := range r.ledger().Targets {
		t := &r.ledger().Targets[i]
		a := target.Assess(t, r.today())
		x := TargetRow{Bullet: r.bullet(l, t), Code: t.ID, Origin: l.In(t.Origin), Scope: l.In(t.Scope), Unit: l.In(t.Unit), Wanted: t.Value,
			Deadline: t.Deadline, Last: nan, Gap: a.Gap, Pace: a.Pace, Need: a.Needed, Apart: t.Differs}
		if a.Last != nil {
			x.Seen = a.Last.When
			x.From = l.Say("filed.from." + a.Last.From)
			if !t.Op.Deed() {
				x.Last = a.Last.Value
			}
		}
		if t.Op.Deed() {
			x.Wanted, x.Gap = nan, nan
		}
		all = append(all, x)
	}
	return all
}

// TargetTally counts how the targets stand.
func (r *Report) TargetTally(l Lang) []Tallied { return r.targetTally(l) }

// TaskRow is one task as a sheet lists it.
type TaskRow struct {
	TaskLine
	Resolution string
	Due, Began target.When
	What       string // what happened last
}

// TaskRows lists every task that is known, in the order of the table.
func (r *Report) TaskRows(l Lang) (all []TaskRow) {
	for i := range r.ledger().Tasks {
		k := &r.ledger().Tasks[i]
		x := TaskRow{TaskLine: r.taskLine(l, k), Resolution: k.Resolution, Due: k.Deadline}
		if at := k.At(r.today()); at.Event != nil {
			x.Began, x.What = at.Since, l.In(at.Event.Detail)
		}
		all = append(all, x)
	}
	return all
}

// TaskCounts gives the newest printed count of every resolution in a sentence, and says what is missing from the table.
func (r *Report) TaskCounts(l Lang) (says, missing []string) {
	heads, missing := r.taskHeads(l)
	for _, h := range heads {
		says = append(says, h.Says)
	}
	return says, missing
}

// Debt is one thing that an agency has still to do; of an agency that has nothing left, only its summary.
type Debt struct {
	Agency, Summary string
	Kind            string // nhiệm vụ, mục tiêu; empty for nothing
	Code, Title     string
	Status          Pill
	Deadline        target.When
}

// Debts lists what every agency owes, agencies by name.
func (r *Report) Debts(l Lang) (all []Debt) {
	for _, code := range r.owing(l) {
		o := r.owes(l, code)
		sum := Debt{Agency: o.Unit.Text, Summary: o.Says}
		if len(o.Tasks)+len(o.Targets) == 0 {
			all = append(all, sum)
			continue
		}
		all = append(all, r.debtTasks(l, code, sum)...)
		all = append(all, r.debtTargets(l, code, sum)...)
	}
	return all
}

func (r *Report) debtTasks(l Lang, code string, d Debt) (all []Debt) {
	for i := range r.ledger().Tasks {
		k := &r.ledger().Tasks[i]
		s := k.At(r.today()).Status
		if k.OwnerUnit != code || s == target.TaskDone || s == target.TaskLate {
			continue
		}
		d.Kind, d.Code, d.Title, d.Status, d.Deadline = l.Say("filed.task"), k.ID, l.In(k.Title), l.taskPill(s), k.Deadline
		all = append(all, d)
	}
	return all
}

func (r *Report) debtTargets(l Lang, code string, d Debt) (all []Debt) {
	for i := range r.ledger().Targets {
		t := &r.ledger().Targets[i]
		s := target.Assess(t, r.today()).Status
		if t.ScopeUnit != code || s == target.Reached || s == target.Late {
			continue
		}
		d.Kind, d.Code, d.Title, d.Status, d.Deadline = l.Say("filed.target"), t.ID, l.In(t.Indicator), l.statusPill(s), t.Deadline
		all = append(all, d)
	}
	return all
}

// PointRow is one value of a series.
type PointRow struct {
	target.Point
	Series, Place, Unit, Hedge, Band, Note string
	Cites                                  []Cite
}

// Line is a series that has values enough for a chart, by date.
type Line struct {
	Title, Sub, Alt, Name string
	Decimals              int
	Points                []PointRow
}

// PointRows lists every value of every series, and Lines the series that are drawn.
func (r *Report) PointRows(l Lang) (all []PointRow) {
	for i := range r.ledger().Series {
		s := &r.ledger().Series[i]
		for _, p := range s.Points {
			all = append(all, l.pointRow(s, p))
		}
	}
	return all
}

func (l Lang) pointRow(s *target.Series, p target.Point) PointRow {
	x := PointRow{Point: p, Series: l.In(s.Name), Place: l.In(p.Scope), Unit: l.In(p.Unit), Hedge: strings.TrimSpace(l.hedge(p.Qualifier)), Note: l.In(p.Note), Cites: citations(p.Sources)}
	if b, ok := s.Band(p.Value); ok {
		x.Band = l.In(b.Name)
	}
	return x
}

// Lines are the series with values enough in one scope.
func (r *Report) Lines(l Lang) (all []Line) {
	for i := range r.ledger().Series {
		s := &r.ledger().Series[i]
		points := mainPoints(s)
		if len(points) < chartFrom {
			continue
		}
		c := r.seriesChart(l, s, points, len(all)+1)
		x := Line{Title: c.Title, Sub: c.Sub, Alt: c.Alt, Name: l.In(s.Name), Decimals: c.Decimals}
		for _, p := range points {
			x.Points = append(x.Points, l.pointRow(s, p))
		}
		all = append(all, x)
	}
	return all
}

// CountRow is one printed count of tasks; NaN where the source does not say.
type CountRow struct {
	Resolution, Scope, Note               string
	When                                  target.When
	Total, Done, Submitted, UnderWay, Due float64
	Share                                 float64 // done of all, 1 is all; NaN
	Cites                                 []Cite
}

// CountRows lists the printed counts of tasks.
func (r *Report) CountRows(l Lang) (all []CountRow) {
	count := func(n int) float64 {
		if n < 0 {
			return nan
		}
		return float64(n)
	}
	for _, c := range r.ledger().Counts {
		x := CountRow{Resolution: c.Resolution, Scope: l.In(c.Scope), Note: l.In(c.Note), When: c.When, Total: count(c.Total), Done: count(c.Done),
			Submitted: count(c.Submitted), UnderWay: count(c.UnderWay), Due: count(c.Overdue), Share: nan, Cites: citations(c.Sources)}
		if c.Total > 0 && c.Done >= 0 {
			x.Share = x.Done / x.Total
		}
		all = append(all, x)
	}
	return all
}

// Serial numbers a day as spreadsheets do: 1 is 1 January 1900, with the day that 1900 never had; NaN for no day.
func Serial(w target.When) float64 {
	y, m, d := w.Date.Year(), int(w.Date)/100%100, int(w.Date)%100
	if w.Date == 0 || m < 1 || m > 12 || y < 1901 {
		return math.NaN()
	}
	if m <= 2 {
		y, m = y-1, m+12
	}
	return float64(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1 - 693899)
}
