// Package target is the vocabulary of what is to be reached and of what is followed: targets with their deadline and
// observations, tasks with their owner and events, counts of tasks, series over time. It tells the status at a date
// that the caller gives, never the clock's. extract reads the ledger from data/targets, data/tasks and data/series,
// reconcile holds claims against it, render shows it.
package target

import (
	"cmp"
	"slices"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Op is how a value is compared with its target.
type Op string

const (
	AtLeast Op = ">="
	AtMost  Op = "<="
	More    Op = ">"
	Less    Op = "<"
	Equal   Op = "="
	By      Op = "by"    // a thing is done by the deadline: observations are 1 (done) or 0
	Start   Op = "start" // a thing begins by the deadline: likewise
)

// Ops lists the comparisons that a table may name.
var Ops = []Op{AtLeast, AtMost, More, Less, Equal, By, Start}

// Deed tells that the target is a thing to be done, not a value to be reached.
func (o Op) Deed() bool { return o == By || o == Start }

// Target is one thing to be reached, in one scope, by one deadline. Two deadlines or two scopes are two targets.
type Target struct {
	ID        string
	Origin    problem.Text // the resolution or meeting that set it
	Set       When         // the day on which it was set: names are those of that day
	Scope     problem.Text // who is to reach it
	ScopeUnit string       // code of the unit, where the scope is one
	Indicator problem.Text
	Op        Op
	Value     float64 // in Unit; NaN for a deed
	UpTo      float64 // where the source names a range, its far end; NaN
	Unit      problem.Text
	Deadline  When     // zero: none was given
	Metrics   []string // how claims in texts call the indicator
	Differs   []string // targets that look alike and are not the same: other scope, other deadline
	Note      problem.Text

	Series, SeriesScope string // the series that observes it, and the scope there (Vietnamese)
	Task                string // the task that observes a deed
	Cell                Cell   // the index that observes it

	Observations []Observation // by date
	Confidence   string
	Sources      []string
	Place        problem.Place
}

// Cell names the figures of an index that observe a target of Target.ScopeUnit.
type Cell struct {
	Index, Node string
	Measure     string // rank, score, rise (places gained since the edition Base)
	Group       string // scheme:name among which the rank counts; empty: all
	Base        string // edition from which a rise is counted
}

// Measures lists what Cell.Measure may say.
var Measures = []string{"rank", "score", "rise"}

// Where an observation comes from.
const (
	FromTable  = "table"  // data/targets
	FromSeries = "series" // data/series
	FromTask   = "task"   // data/tasks
	FromIndex  = "index"  // a cell of an index
	FromClaim  = "claim"  // a text says so; nothing else does
)

// Observation is one value of a target's indicator.
type Observation struct {
	When      When
	Until     units.Date // it stands until this day, where that is known (an edition, until the next); 0: on its day only
	Value     float64
	Qualifier string // > < ~ >= <=, as in claims
	From      string
	Note      problem.Text
	Sources   []string
	Place     problem.Place
}

// Task is one task of a resolution.
type Task struct {
	ID, Resolution string
	Set            When // the day on which it was given: the owner bears the name of that day
	Title          problem.Text
	Owner          problem.Text // where the owner is no single unit, or is not known: may be empty
	OwnerUnit      string
	Partners       string
	Group          problem.Text
	Deadline       When
	Events         []Event // by date; undated ones first
	Note           problem.Text
	Confidence     string // inferred: that it belongs to the resolution is not stated
	Sources        []string
	Place          problem.Place
}

// Event is what became of a task on a day.
type Event struct {
	When    When
	Status  TaskStatus
	Detail  problem.Text
	Sources []string
	Place   problem.Place
}

// Count is how many tasks of a resolution stood where on a day; −1 where the source does not say.
type Count struct {
	Resolution                                string
	Metrics                                   []string // how claims call these tasks
	When                                      When
	Scope                                     problem.Text
	Total, Done, Submitted, UnderWay, Overdue int
	Percent                                   float64 // of tasks done, as printed; NaN
	Note                                      problem.Text
	Sources                                   []string
	Place                                     problem.Place
}

// Series is one indicator over time, perhaps in several scopes.
type Series struct {
	ID      string
	Name    problem.Text
	Metrics []string // how claims call it
	Points  []Point  // by date
	Bands   []Band   // best first
	Place   problem.Place
}

// Point is one value of a series.
type Point struct {
	When      When
	Value     float64
	Of        float64 // out of how many; 0: not said
	Unit      problem.Text
	Scope     problem.Text
	ScopeUnit string
	Qualifier string
	Note      problem.Text
	Sources   []string
	Place     problem.Place
}

// Band is a stretch of values that has a name: From ≤ value < To; NaN is open.
type Band struct {
	From, To float64
	Name     problem.Text
}

// Band finds the band of a value, best first.
func (s *Series) Band(v float64) (Band, bool) {
	for _, b := range s.Bands {
		if !(v < b.From) && !(v >= b.To) {
			return b, true
		}
	}
	return Band{}, false
}

// Ledger is all that is followed.
type Ledger struct {
	Targets []Target
	Tasks   []Task
	Counts  []Count
	Series  []Series
}

// Find gives a series by id, or nil.
func (l *Ledger) Find(series string) *Series {
	for i := range l.Series {
		if l.Series[i].ID == series {
			return &l.Series[i]
		}
	}
	return nil
}

// Task gives a task by id, or nil.
func (l *Ledger) Task(id string) *Task {
	for i := range l.Tasks {
		if l.Tasks[i].ID == id {
			return &l.Tasks[i]
		}
	}
	return nil
}

// Link gives every target the observations that its series and its task hold.
func (l *Ledger) Link() {
	for i := range l.Targets {
		t := &l.Targets[i]
		if s := l.Find(t.Series); s != nil {
			t.Observe(s.observations(t.SeriesScope)...)
		}
		if k := l.Task(t.Task); k != nil {
			t.Observe(k.observations()...)
		}
	}
}

// Observe adds observations and keeps them by date.
func (t *Target) Observe(all ...Observation) {
	t.Observations = append(t.Observations, all...)
	slices.SortStableFunc(t.Observations, func(a, b Observation) int { return cmp.Compare(a.When.Date, b.When.Date) })
}

func (s *Series) observations(scope string) (all []Observation) {
	for _, p := range s.Points {
		if p.Scope.VI == scope {
			all = append(all, Observation{When: p.When, Value: p.Value, Qualifier: p.Qualifier, From: FromSeries, Note: p.Note, Sources: p.Sources, Place: p.Place})
		}
	}
	return all
}

// observations of a task: 1 from when it is done, 0 before.
func (k *Task) observations() (all []Observation) {
	for _, e := range k.Events {
		o := Observation{When: e.When, From: FromTask, Note: e.Detail, Sources: e.Sources, Place: e.Place}
		if e.Status == TaskDone {
			o.Value = 1
		}
		if e.When.Date > 0 {
			all = append(all, o)
		}
	}
	return all
}

// Newest is the day of the newest observation, event, count or point of all: the date at which statuses are told where
// the user names none.
func (l *Ledger) Newest() (last units.Date) {
	for _, t := range l.Targets {
		for _, o := range t.Observations {
			last = max(last, o.When.Date)
		}
	}
	for _, k := range l.Tasks {
		for _, e := range k.Events {
			last = max(last, e.When.Date)
		}
	}
	for _, c := range l.Counts {
		last = max(last, c.When.Date)
	}
	for _, s := range l.Series {
		for _, p := range s.Points {
			last = max(last, p.When.Date)
		}
	}
	return last
}
