package extract

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"xephang/stages/problem"
	goal "xephang/stages/target"
	"xephang/stages/units"
)

// Ledger reads what is followed beside the indices: data/targets, data/tasks and data/series below root. A folder that
// is not there holds nothing. Every target has the observations of its series and its task; those of an index and of
// claims are added by reconcile. A root that cannot be opened holds nothing either: Data tells of it, once. prefix is how
// the data folder is called in messages; "data" where empty.
func Ledger(root, prefix string, reg *units.Registry) (*goal.Ledger, []File, problem.List) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return &goal.Ledger{}, nil, nil
	}
	defer dir.Close()
	return LedgerTree(dir.FS(), prefix, reg)
}

// LedgerTree is Ledger on any file system.
func LedgerTree(fsys fs.FS, prefix string, reg *units.Registry) (*goal.Ledger, []File, problem.List) {
	if prefix == "" {
		prefix = "data"
	}
	b := &bookkeeper{door: &door{fsys: fsys, prefix: prefix}, registry: reg, ledger: &goal.Ledger{}}
	b.series()
	b.tasks()
	b.targets()
	b.references()
	b.ledger.Link()
	slices.SortFunc(b.door.files, byName)
	return b.ledger, b.door.files, b.problems
}

// bookkeeper reads the tables of the ledger, one after the other.
type bookkeeper struct {
	door     *door
	registry *units.Registry
	ledger   *goal.Ledger
	problems problem.List
}

// targets reads data/targets: targets.csv and observations.csv (or .xlsx, .ods).
func (b *bookkeeper) targets() {
	seen := map[string]problem.Place{}
	b.table("targets", "targets", targetColumns, []string{"id", "op"}, func(r *record) {
		t := goal.Target{ID: r.id("id", seen), Origin: r.text("origin"), Scope: r.text("scope"), Indicator: r.text("indicator"),
			Op: goal.Op(r.one("op", opNames())), Value: r.number("target"), UpTo: r.number("up_to"), Unit: r.text("unit"), Deadline: r.when("deadline"), Metrics: r.list("metric", ";"),
			Differs: r.list("differs", ";"), Note: r.text("note"), Series: r.get("series"), SeriesScope: r.get("series_scope"), Task: r.get("task"),
			Cell:       goal.Cell{Index: r.get("index"), Node: r.get("node"), Measure: r.one("measure", goal.Measures), Group: r.get("group"), Base: r.get("base")},
			Confidence: r.get("confidence"), Sources: r.list("source", "|"), Place: r.at("id")}
		t.Set = r.when("set")
		t.ScopeUnit = r.unit("scope_unit", t.Set.Date)
		if t.Op != "" && !t.Op.Deed() && t.Value != t.Value {
			r.report(targetValueMissing, "target", string(t.Op))
		}
		if t.ID != "" {
			b.ledger.Targets = append(b.ledger.Targets, t)
		}
	})
	b.table("targets", "observations", observationColumns, []string{"target", "date", "value"}, func(r *record) {
		o := goal.Observation{When: r.when("date"), Value: r.number("value"), Qualifier: r.one("qualifier", qualifiers), From: goal.FromTable,
			Note: r.text("note"), Sources: r.list("source", "|"), Place: r.at("value")}
		i := slices.IndexFunc(b.ledger.Targets, func(t goal.Target) bool { return t.ID == r.get("target") })
		switch {
		case i < 0:
			r.report(ledgerUnknown, "target", r.get("target"), "table", "targets")
		case o.Value == o.Value && o.When.Date > 0:
			b.ledger.Targets[i].Observe(o)
		}
	})
}

// references checks the names by which one table calls another.
func (b *bookkeeper) references() {
	known := map[string]bool{}
	for _, t := range b.ledger.Targets {
		known[t.ID] = true
	}
	for _, t := range b.ledger.Targets {
		for _, other := range t.Differs {
			if !known[other] {
				b.problems.Add(ledgerUnknown.At(t.Place, other, "table", "targets"))
			}
		}
		if t.Series != "" && b.ledger.Find(t.Series) == nil {
			b.problems.Add(ledgerUnknown.At(t.Place, t.Series, "table", "series"))
		}
		if t.Task != "" && b.ledger.Task(t.Task) == nil {
			b.problems.Add(ledgerUnknown.At(t.Place, t.Task, "table", "tasks"))
		}
	}
}

func opNames() (names []string) {
	for _, o := range goal.Ops {
		names = append(names, string(o))
	}
	return names
}

// qualifiers that an observation may bear.
var qualifiers = []string{">", "<", "~", ">=", "<="}

// table reads data/<dir>/<stem> in any format of spreadsheet, row by row; one that is not there has no rows.
func (b *bookkeeper) table(dir, stem string, columns, needed []string, each func(*record)) {
	entries, err := fs.ReadDir(b.door.fsys, dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && kindOf(name) == tabular && strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), stem) {
			b.read(path.Join(dir, name), columns, needed, each)
		}
	}
}

func (b *bookkeeper) read(file string, columns, needed []string, each func(*record)) {
	book, ps, done := b.door.table(file)
	defer done()
	b.problems.Add(ps...)
	if book == nil || len(book.Sheets) == 0 {
		return
	}
	s := book.Sheets[0]
	var h *ledgerHead
	for row := range s.Rows() {
		if h == nil {
			h = b.heading(s, row, columns, needed)
			continue
		}
		if h.complete {
			each(&record{ledgerHead: h, row: row})
		}
	}
	b.problems.Add(s.Problems...)
}
