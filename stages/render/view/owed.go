package view

import (
	"slices"

	"xephang/stages/target"
)

// Owed is what one agency has still to do, at the day of the page.
type Owed struct {
	Unit    Span
	Says    string // "hoàn thành 2 trên 5 nhiệm vụ đã biết"
	Tasks   []Span // tasks that are not done
	Targets []Span // targets that are not reached
}

// owed is what every agency owes, agencies by name.
func (r *Report) owed(l Lang) (all []Owed) {
	for _, code := range r.owing(l) {
		all = append(all, r.owes(l, code))
	}
	return all
}

// owing lists the agencies that have a task or a target of their own, by name.
func (r *Report) owing(l Lang) []string {
	var codes []string
	for i := range r.ledger().Tasks {
		codes = append(codes, r.ledger().Tasks[i].OwnerUnit)
	}
	for i := range r.ledger().Targets {
		codes = append(codes, r.ledger().Targets[i].ScopeUnit)
	}
	codes = slices.DeleteFunc(codes, func(c string) bool { return c == "" })
	r.ByName(l, codes)
	return slices.Compact(codes)
}

func (r *Report) owes(l Lang, code string) Owed {
	o := Owed{Unit: Span{Text: r.Name(l, code), Href: r.UnitHref(code)}}
	tasks, targets, reached := 0, 0, 0
	for i := range r.ledger().Tasks {
		k := &r.ledger().Tasks[i]
		if k.OwnerUnit != code {
			continue
		}
		tasks++
		if s := k.At(r.today()).Status; s != target.TaskDone && s != target.TaskLate {
			o.Tasks = append(o.Tasks, Span{Text: l.In(k.Title) + " (" + l.In(s.Name()) + ")", Href: TasksAddress + "#" + taskID(k.ID)})
		}
	}
	for i := range r.ledger().Targets {
		t := &r.ledger().Targets[i]
		if t.ScopeUnit != code {
			continue
		}
		targets++
		if s := target.Assess(t, r.today()).Status; s == target.Reached || s == target.Late {
			reached++
		} else {
			o.Targets = append(o.Targets, Span{Text: l.In(t.Indicator) + " (" + l.In(s.Name()) + ")", Href: TargetsAddress + "#" + targetID(t.ID)})
		}
	}
	if tasks > 0 {
		o.Says = l.Say("owed.tasks", "done", l.Whole(tasks-len(o.Tasks)), "n", l.Whole(tasks))
	}
	if targets > 0 {
		o.Says = joined(o.Says, l.Say("owed.targets", "done", l.Whole(reached), "n", l.Whole(targets)))
	}
	return o
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// ownOwed is what a unit owes, nil where it has no task and no target of its own.
func (r *Report) ownOwed(l Lang, code string) *Owed {
	if o := r.owes(l, code); o.Says != "" {
		return &o
	}
	return nil
}
