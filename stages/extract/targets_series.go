package extract

import (
	"cmp"
	"slices"

	"xephang/stages/problem"
	goal "xephang/stages/target"
)

// The columns of the ledger's tables.
var (
	targetColumns = []string{"id", "set", "origin_vi", "origin_en", "scope_vi", "scope_en", "scope_unit", "indicator_vi", "indicator_en", "op", "target", "up_to", "unit_vi", "unit_en",
		"deadline", "metric", "series", "series_scope", "task", "index", "node", "measure", "group", "base", "differs", "confidence", "note_vi", "note_en", "source"}
	observationColumns = []string{"target", "date", "value", "qualifier", "confidence", "note_vi", "note_en", "source"}
	taskColumns        = []string{"id", "resolution", "set", "task_vi", "task_en", "owner_vi", "owner_en", "owner_unit", "partners", "group_vi", "group_en", "deadline", "confidence", "note_vi", "note_en", "source"}
	eventColumns       = []string{"task", "date", "status", "detail_vi", "detail_en", "source"}
	countColumns       = []string{"resolution", "metric", "date", "scope_vi", "scope_en", "total", "done", "submitted", "under_way", "overdue", "percent", "note_vi", "note_en", "source"}
	nameColumns        = []string{"series", "name_vi", "name_en", "metric"}
	bandColumns        = []string{"series", "from", "to", "name_vi", "name_en"}
	pointColumns       = []string{"series", "date", "value", "of", "unit_vi", "unit_en", "scope_vi", "scope_en", "scope_unit", "qualifier", "note_vi", "note_en", "source"}
)

// series reads data/series: names.csv, bands.csv and series.csv.
func (b *bookkeeper) series() {
	seen := map[string]problem.Place{}
	b.table("series", "names", nameColumns, []string{"series", "name_vi"}, func(r *record) {
		if id := r.id("series", seen); id != "" {
			b.ledger.Series = append(b.ledger.Series, goal.Series{ID: id, Name: r.text("name"), Metrics: r.list("metric", ";"), Place: r.at("series")})
		}
	})
	find := func(r *record) *goal.Series {
		s := b.ledger.Find(r.get("series"))
		if s == nil {
			r.report(ledgerUnknown, "series", r.get("series"), "table", "names")
		}
		return s
	}
	b.table("series", "bands", bandColumns, []string{"series"}, func(r *record) {
		if s := find(r); s != nil {
			s.Bands = append(s.Bands, goal.Band{From: r.number("from"), To: r.number("to"), Name: r.text("name")})
		}
	})
	b.table("series", "series", pointColumns, []string{"series", "date", "value"}, func(r *record) {
		s := find(r)
		p := r.point()
		switch {
		case s == nil || p.Value != p.Value:
		case p.When.Date == 0:
			if r.get("date") == "" {
				r.report(ledgerBlank, "date", "", "column", "date")
			}
		default:
			s.Points = append(s.Points, p)
		}
	})
	for i := range b.ledger.Series {
		slices.SortStableFunc(b.ledger.Series[i].Points, func(x, y goal.Point) int { return cmp.Compare(x.When.Date, y.When.Date) })
	}
}

// point reads one value of a series. A share beyond what it is a share of is impossible.
func (r *record) point() goal.Point {
	p := goal.Point{When: r.when("date"), Value: r.number("value"), Of: max(0, float64(r.whole("of"))), Unit: r.text("unit"), Scope: r.text("scope"),
		Qualifier: r.one("qualifier", qualifiers), Note: r.text("note"), Sources: r.list("source", "|"), Place: r.at("value")}
	p.ScopeUnit = r.unit("scope_unit", p.When.Date)
	if whole := max(p.Of, 100); p.Unit.VI == "%" && (p.Value > 100 || p.Value < 0) || p.Of > 0 && p.Unit.VI != "%" && p.Value > whole {
		r.report(ledgerNumber, "value", r.get("value"), "column", "value")
	}
	return p
}

// tasks reads data/tasks: tasks.csv, events.csv and counts.csv.
func (b *bookkeeper) tasks() {
	seen := map[string]problem.Place{}
	b.table("tasks", "tasks", taskColumns, []string{"id", "task_vi"}, func(r *record) {
		k := goal.Task{ID: r.id("id", seen), Resolution: r.get("resolution"), Title: r.text("task"), Owner: r.text("owner"), Partners: r.get("partners"),
			Group: r.text("group"), Deadline: r.when("deadline"), Note: r.text("note"), Confidence: r.get("confidence"), Sources: r.list("source", "|"), Place: r.at("id")}
		k.Set = r.when("set")
		k.OwnerUnit = r.unit("owner_unit", k.Set.Date)
		if k.ID != "" {
			b.ledger.Tasks = append(b.ledger.Tasks, k)
		}
	})
	var known []string
	for _, s := range goal.EventStatuses {
		known = append(known, string(s))
	}
	b.table("tasks", "events", eventColumns, []string{"task", "status"}, func(r *record) {
		e := goal.Event{When: r.when("date"), Status: goal.TaskStatus(r.one("status", known)), Detail: r.text("detail"), Sources: r.list("source", "|"), Place: r.at("status")}
		k := b.ledger.Task(r.get("task"))
		switch {
		case k == nil:
			r.report(ledgerUnknown, "task", r.get("task"), "table", "tasks")
		case e.Status != "":
			k.Events = append(k.Events, e)
		}
	})
	for i := range b.ledger.Tasks {
		slices.SortStableFunc(b.ledger.Tasks[i].Events, func(x, y goal.Event) int { return cmp.Compare(x.When.Date, y.When.Date) })
	}
	b.table("tasks", "counts", countColumns, []string{"resolution", "date", "total"}, func(r *record) { b.count(r) })
}

// count reads one count of tasks; parts that exceed the whole are a fault.
func (b *bookkeeper) count(r *record) {
	c := goal.Count{Resolution: r.get("resolution"), Metrics: r.list("metric", ";"), When: r.when("date"), Scope: r.text("scope"),
		Total: r.whole("total"), Done: r.whole("done"), Submitted: r.whole("submitted"), UnderWay: r.whole("under_way"), Overdue: r.whole("overdue"),
		Percent: r.number("percent"), Note: r.text("note"), Sources: r.list("source", "|"), Place: r.at("total")}
	if parts := max(0, c.Done) + max(0, c.Submitted) + max(0, c.UnderWay); c.Total >= 0 && parts > c.Total {
		r.report(countParts, "total", r.get("total"), "parts", itoa(parts))
	}
	if p := 100 * float64(c.Done) / float64(c.Total); c.Total > 0 && c.Done >= 0 && c.Percent == c.Percent && (c.Percent-p > 0.1 || p-c.Percent > 0.1) {
		r.report(countPercent, "percent", r.get("percent"), "done", itoa(c.Done), "total", itoa(c.Total))
	}
	b.ledger.Counts = append(b.ledger.Counts, c)
}
