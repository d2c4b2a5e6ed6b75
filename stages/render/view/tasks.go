package view

import (
	"cmp"
	"slices"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/target"
	"xephang/stages/units"
)

// quantity is a value with its target's unit, in both languages.
func quantity(v float64, t *target.Target) problem.Text {
	return problem.Text{VI: target.Quantity(v, t.Unit, "vi"), EN: target.Quantity(v, t.Unit, "en")}
}

// TasksPage is the tasks that are known, the counts of all, and what every agency owes.
type TasksPage struct {
	Lede, None, Caption string
	Heads               []TaskCount
	Missing             []string // how many tasks of a resolution are listed, and how many are not found
	Filters             []Filter
	Lines               []TaskLine
	Counts              *Table
	Owed                []Owed
}

// TaskCount is the newest printed count of a resolution, with its bar.
type TaskCount struct {
	Says, Share string // share done, in per cent of the width
	Alt         string
	Sources     []Cite
}

// TaskLine is one task.
type TaskLine struct {
	ID, Number string
	Title      string
	Group      string
	Owner      Span
	Partners   string
	Deadline   string
	Pill       Pill
	Since      string // "tháng 4/2020: NĐ 45/2020/NĐ-CP"
	Note       string
	Sources    []Cite
	Keys       string
}

var taskPills = map[target.TaskStatus]struct {
	mark string
	tone Tone
}{
	target.TaskDone: {"✓", Up}, target.TaskMostlyDone: {"✓", Up}, target.TaskLate: {"◷", Bad}, target.TaskApproved: {"…", Quiet},
	target.TaskUnderWay: {"…", Quiet}, target.TaskBehind: {"↘", Bad}, target.TaskOverdue: {"✗", Bad}, target.TaskUnknown: {"?", Quiet},
}

func (l Lang) taskPill(s target.TaskStatus) Pill {
	return Pill{Mark: taskPills[s].mark, Text: l.In(s.Name()), Tone: taskPills[s].tone}
}

// Tasks makes the page of tasks.
func (r *Report) Tasks(l Lang) TasksPage {
	k := r.ledger()
	if len(k.Tasks)+len(k.Counts) == 0 {
		return TasksPage{None: l.Say("task.none")}
	}
	p := TasksPage{Lede: l.Say("task.lede", "date", l.Date(r.today())), Caption: l.Say("task.table"), Counts: r.countTable(l), Filters: r.taskFilters(l), Owed: r.owed(l)}
	p.Heads, p.Missing = r.taskHeads(l)
	for i := range k.Tasks {
		p.Lines = append(p.Lines, r.taskLine(l, &k.Tasks[i]))
	}
	return p
}

// taskHeads gives the newest count of every resolution that has tasks in the table, and says how many are not in it.
func (r *Report) taskHeads(l Lang) (heads []TaskCount, missing []string) {
	k := r.ledger()
	for _, resolution := range r.resolutions() {
		known := 0
		for i := range k.Tasks {
			if k.Tasks[i].Resolution == resolution {
				known++
			}
		}
		c := newestCount(k, resolution, r.today())
		if c == nil {
			continue
		}
		heads = append(heads, l.taskCount(c))
		if known < c.Total {
			missing = append(missing, l.Say("task.missing", "n", l.Whole(known), "total", l.Whole(c.Total), "rest", l.Whole(c.Total-known), "resolution", resolution))
		}
	}
	return heads, missing
}

// resolutions that have tasks, as the table names them.
func (r *Report) resolutions() (all []string) {
	for i := range r.ledger().Tasks {
		if x := r.ledger().Tasks[i].Resolution; !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}

// newestCount is the last count of a resolution up to the day of the page that says how many are done.
func newestCount(k *target.Ledger, resolution string, today units.Date) (last *target.Count) {
	for i := range k.Counts {
		c := &k.Counts[i]
		if c.Resolution == resolution && c.Done >= 0 && c.Total > 0 && c.When.Date <= today && (last == nil || c.When.Date >= last.When.Date) {
			last = c
		}
	}
	return last
}

func (l Lang) taskCount(c *target.Count) TaskCount {
	share := float64(c.Done) / float64(c.Total)
	says := l.Say("task.count", "resolution", c.Resolution, "done", l.Whole(c.Done), "total", l.Whole(c.Total), "share", l.Percent(share, 1), "when", l.In(c.When.Text()))
	if c.UnderWay >= 0 {
		says += " " + l.Say("task.count.way", "n", l.Whole(c.UnderWay))
	}
	return TaskCount{Says: says, Share: Plain(share*100, 2), Alt: says, Sources: citations(c.Sources)}
}

func (r *Report) taskLine(l Lang, k *target.Task) TaskLine {
	at := k.At(r.today())
	line := TaskLine{ID: taskID(k.ID), Number: k.ID, Title: l.In(k.Title), Group: l.In(k.Group), Owner: r.taskOwner(l, k), Partners: k.Partners,
		Deadline: l.In(k.Deadline.Text()), Pill: l.taskPill(at.Status), Note: l.In(k.Note), Keys: "s-" + string(at.Status) + " " + r.ownerKey(k)}
	if line.Deadline == "" {
		line.Deadline = l.Say("task.nodeadline")
	}
	sources := k.Sources
	if at.Event != nil {
		says := []string{l.In(at.Since.Text()), l.In(at.Event.Detail)}
		line.Since = strings.Join(slices.DeleteFunc(says, func(s string) bool { return s == "" }), ": ")
		sources = append(slices.Clone(at.Event.Sources), sources...)
	}
	if k.Confidence == "inferred" {
		line.Note = strings.TrimSpace(l.Say("task.inferred") + " " + line.Note)
	}
	line.Sources = citations(compact(sources))
	return line
}

// compact keeps the first of equal texts.
func compact(list []string) (all []string) {
	for _, s := range list {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// taskOwner is who is to do a task; the sources do not always say.
func (r *Report) taskOwner(l Lang, k *target.Task) Span {
	switch {
	case k.OwnerUnit != "":
		return Span{Text: r.Name(l, k.OwnerUnit), Href: r.UnitHref(k.OwnerUnit)}
	case !k.Owner.IsZero():
		return Span{Text: l.In(k.Owner)}
	}
	return Span{Text: l.Say("task.noowner")}
}

func (r *Report) ownerKey(k *target.Task) string {
	switch {
	case k.OwnerUnit != "":
		return "u-" + Slug(k.OwnerUnit)
	case !k.Owner.IsZero():
		return "o-" + Slug(k.Owner.VI)
	}
	return "o-"
}

func (r *Report) taskFilters(l Lang) []Filter {
	status := Filter{ID: "tinh-trang", Label: l.Say("task.col.status")}
	owner := Filter{ID: "co-quan", Label: l.Say("task.col.owner")}
	for _, s := range []target.TaskStatus{target.TaskDone, target.TaskLate, target.TaskMostlyDone, target.TaskApproved, target.TaskUnderWay, target.TaskBehind, target.TaskOverdue, target.TaskUnknown} {
		for i := range r.ledger().Tasks {
			if r.ledger().Tasks[i].At(r.today()).Status == s {
				status.Options = append(status.Options, Option{"s-" + string(s), l.In(s.Name())})
				break
			}
		}
	}
	for i := range r.ledger().Tasks {
		k := &r.ledger().Tasks[i]
		if o := (Option{r.ownerKey(k), r.taskOwner(l, k).Text}); !slices.Contains(owner.Options, o) {
			owner.Options = append(owner.Options, o)
		}
	}
	slices.SortStableFunc(owner.Options, func(a, b Option) int { return cmp.Compare(Slug(a.Label), Slug(b.Label)) })
	return slices.DeleteFunc([]Filter{status, owner}, func(f Filter) bool { return len(f.Options) < 2 })
}

// countTable lists every printed count as its source has it.
func (r *Report) countTable(l Lang) *Table {
	t := &Table{ID: "so-nhiem-vu", Caption: l.Say("task.counts"), Columns: []Column{{Label: l.Say("task.col.resolution")}, {Label: l.Say("task.col.scope")}, {Label: l.Say("series.col.when")},
		{Label: l.Say("task.col.total"), Number: true}, {Label: l.Say("task.col.done"), Number: true}, {Label: l.Say("task.col.submitted"), Number: true},
		{Label: l.Say("task.col.way"), Number: true}, {Label: l.Say("col.source")}}}
	number := func(n int) Cell {
		if n < 0 {
			return Cell{Text: Missing, Tone: Quiet}
		}
		return l.count(n)
	}
	for _, c := range r.ledger().Counts {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: c.Resolution, Head: true}, {Text: l.In(c.Scope)}, {Text: l.In(c.When.Text()), Value: c.When.Date.String()},
			number(c.Total), number(c.Done), number(c.Submitted), number(c.UnderWay), sourceCell(c.Sources)}})
	}
	return t
}

// sourceCell names the first source of a row; how many more there are stands behind it.
func sourceCell(sources []string) Cell {
	if len(sources) == 0 {
		return Cell{Text: Missing, Tone: Quiet}
	}
	c := citation(sources[0])
	cell := Cell{Text: Cut(shortAddress(c.Text), 60), Href: c.Href, Tone: Remark}
	if len(sources) > 1 {
		cell.Small = " +" + Plain(float64(len(sources)-1), 0)
	}
	return cell
}

// shortAddress is a web address without its scheme and path, any other citation as it is.
func shortAddress(s string) string {
	_, rest, ok := strings.Cut(s, "://")
	if !ok {
		return s
	}
	host, _, _ := strings.Cut(rest, "/")
	return host
}
