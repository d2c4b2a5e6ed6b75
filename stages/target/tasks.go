package target

import (
	"xephang/stages/problem"
	"xephang/stages/units"
)

// TaskStatus is where a task stands.
type TaskStatus string

const (
	TaskDone       TaskStatus = "done"
	TaskLate       TaskStatus = "done-late" // done after its deadline; told, never written in a table
	TaskMostlyDone TaskStatus = "mostly-done"
	TaskApproved   TaskStatus = "approved"
	TaskUnderWay   TaskStatus = "under-way"
	TaskBehind     TaskStatus = "behind"
	TaskOverdue    TaskStatus = "overdue"
	TaskUnknown    TaskStatus = "unknown"
)

// EventStatuses are those that a table of events may name.
var EventStatuses = []TaskStatus{TaskDone, TaskMostlyDone, TaskApproved, TaskUnderWay, TaskBehind, TaskOverdue}

var taskNames = map[TaskStatus]problem.Text{
	TaskDone:       {VI: "hoàn thành", EN: "done"},
	TaskLate:       {VI: "hoàn thành, trễ hạn", EN: "done late"},
	TaskMostlyDone: {VI: "cơ bản hoàn thành", EN: "mostly done"},
	TaskApproved:   {VI: "đã phê duyệt", EN: "approved"},
	TaskUnderWay:   {VI: "đang thực hiện", EN: "under way"},
	TaskBehind:     {VI: "chậm", EN: "behind"},
	TaskOverdue:    {VI: "quá hạn", EN: "overdue"},
	TaskUnknown:    {VI: "chưa có thông tin", EN: "not known"},
}

// Name is the status as readers see it.
func (s TaskStatus) Name() problem.Text { return taskNames[s] }

// Standing is a task at a date.
type Standing struct {
	Status TaskStatus
	Since  When   // the day of the event that says so
	Event  *Event // nil where nothing is known
}

// At tells where a task stands at a date: what the newest event up to then says, once done done, and overdue where it
// was not done on a day after its deadline. Undated events count from the beginning.
func (k *Task) At(asOf units.Date) Standing {
	s := Standing{Status: TaskUnknown}
	for i := range k.Events {
		e := &k.Events[i]
		if e.When.Date > asOf || s.Status == TaskDone || s.Status == TaskLate {
			continue
		}
		s = Standing{Status: e.Status, Since: e.When, Event: e}
		if due := k.Deadline.Date; due > 0 && e.When.Date > due {
			s.Status = afterDeadline(e.Status)
		}
	}
	return s
}

func afterDeadline(s TaskStatus) TaskStatus {
	if s == TaskDone {
		return TaskLate
	}
	return TaskOverdue
}

// Totals counts tasks by status at a date.
func (l *Ledger) Totals(resolution string, asOf units.Date) map[TaskStatus]int {
	n := map[TaskStatus]int{}
	for i := range l.Tasks {
		if l.Tasks[i].Resolution == resolution {
			n[l.Tasks[i].At(asOf).Status]++
		}
	}
	return n
}
