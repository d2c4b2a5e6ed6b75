package opendata

import (
	"math"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/target"
	"xephang/stages/units"
)

// missing is the number of a cell that holds none.
var missing = math.NaN()

var targetFields = []Field{
	{"id", Text, problem.Text{VI: "mã mục tiêu", EN: "id of the target"}},
	{"scope", Text, problem.Text{VI: "phạm vi", EN: "who is to reach it"}},
	{"scope_unit", Text, problem.Text{VI: "mã đơn vị, nếu phạm vi là một đơn vị", EN: "code of the unit, where it is one"}},
	{"indicator", Unlike, problem.Text{VI: "chỉ tiêu", EN: "indicator"}},
	{"op", Text, problem.Text{VI: "phép so sánh; by: hoàn thành, start: bắt đầu", EN: "comparison; by: a thing to be done, start: to begin"}},
	{"target", Number, problem.Text{VI: "giá trị cần đạt", EN: "value to be reached"}},
	{"unit", Text, problem.Text{VI: "đơn vị đo", EN: "unit of measure"}},
	{"deadline", Text, problem.Text{VI: "thời hạn: ngày, tháng hoặc năm", EN: "deadline: a day, month or year"}},
	{"as_of", Text, problem.Text{VI: "thời điểm của số quan sát", EN: "time of the observation"}},
	{"observed", Number, problem.Text{VI: "số quan sát mới nhất; với việc phải làm: 1 đã xong, 0 chưa", EN: "newest observation; of a thing to be done: 1 done, 0 not"}},
	{"qualifier", Text, problem.Text{VI: "dấu của số quan sát: > hơn, < dưới, ~ khoảng", EN: "sign of the observation: > < ~"}},
	{"status", Text, problem.Text{VI: "reached đạt, late đạt sau hạn, on-course đúng tiến độ, behind chậm, not-yet chưa đạt, missed không đạt, no-data chưa có số liệu",
		EN: "reached, late, on-course, behind, not-yet, missed, no-data"}},
	{"gap", Number, problem.Text{VI: "còn thiếu, theo đơn vị đo", EN: "what is missing, in the unit"}},
	{"source", Unlike, problem.Text{VI: "nguồn của mục tiêu và của số quan sát", EN: "sources of the target and of the observation"}},
}

// TargetTable is the table of targets with their status at a date.
func TargetTable(l *target.Ledger, asOf units.Date) Table {
	n := len(l.Targets)
	texts := textColumns(11, n)
	value, observed, gap := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range l.Targets {
		t := &l.Targets[i]
		a := target.Assess(t, asOf)
		value[i], observed[i], gap[i] = t.Value, missing, a.Gap
		sources := t.Sources
		texts.row(i, t.ID, t.Scope.VI, t.ScopeUnit, t.Indicator.VI, string(t.Op), t.Unit.VI, t.Deadline.String(), "", "", string(a.Status))
		if a.Last != nil {
			observed[i] = a.Last.Value
			texts[7][i], texts[8][i] = a.Last.When.String(), a.Last.Qualifier
			sources = union(sources, a.Last.Sources)
		}
		texts[10][i] = strings.Join(sources, "; ")
	}
	title := problem.Text{VI: "Mục tiêu và trạng thái tại " + asOf.String(), EN: "Targets and their status on " + asOf.String()}
	cells := []Cells{{Texts: texts[0]}, {Texts: texts[1]}, {Texts: texts[2]}, {Texts: texts[3]}, {Texts: texts[4]}, {Numbers: value}, {Texts: texts[5]},
		{Texts: texts[6]}, {Texts: texts[7]}, {Numbers: observed}, {Texts: texts[8]}, {Texts: texts[9]}, {Numbers: gap}, {Texts: texts[10]}}
	return oneSegment(Table{Name: "targets", Title: title, Fields: targetFields}, n, cells)
}

var taskFields = []Field{
	{"id", Text, problem.Text{VI: "mã nhiệm vụ", EN: "id of the task"}},
	{"task", Unlike, problem.Text{VI: "nhiệm vụ", EN: "task"}},
	{"owner", Text, problem.Text{VI: "cơ quan chủ trì; trống: nguồn không nêu", EN: "owner; empty: the sources don't say"}},
	{"owner_unit", Text, problem.Text{VI: "mã cơ quan chủ trì", EN: "code of the owner"}},
	{"partners", Text, problem.Text{VI: "cơ quan phối hợp", EN: "partners"}},
	{"group", Text, problem.Text{VI: "nhóm nhiệm vụ", EN: "group of tasks"}},
	{"deadline", Text, problem.Text{VI: "thời hạn: ngày, tháng hoặc năm", EN: "deadline: a day, month or year"}},
	{"status", Text, problem.Text{VI: "done hoàn thành, done-late trễ hạn, mostly-done cơ bản hoàn thành, approved đã duyệt, under-way đang thực hiện, behind chậm, overdue quá hạn, unknown chưa rõ",
		EN: "done, done-late, mostly-done, approved, under-way, behind, overdue, unknown"}},
	{"status_date", Text, problem.Text{VI: "thời điểm của thông tin về trạng thái", EN: "time of what is known of the status"}},
	{"source", Unlike, problem.Text{VI: "nguồn", EN: "sources"}},
}

// TaskTable is the table of tasks with their status at a date.
func TaskTable(l *target.Ledger, reg *units.Registry, asOf units.Date) Table {
	n := len(l.Tasks)
	texts := textColumns(len(taskFields), n)
	for i := range l.Tasks {
		k := &l.Tasks[i]
		s := k.At(asOf)
		owner, sources := k.Owner.VI, k.Sources
		if u, ok := reg.Unit(k.OwnerUnit); ok {
			owner = u.Name.VI
		}
		if s.Event != nil {
			sources = union(sources, s.Event.Sources)
		}
		texts.row(i, k.ID, k.Title.VI, owner, k.OwnerUnit, k.Partners, k.Group.VI, k.Deadline.String(), string(s.Status), s.Since.String(), strings.Join(sources, "; "))
	}
	title := problem.Text{VI: "Nhiệm vụ và trạng thái tại " + asOf.String(), EN: "Tasks and their status on " + asOf.String()}
	return oneSegment(Table{Name: "tasks", Title: title, Fields: taskFields}, n, texts.cells())
}

var seriesFields = []Field{
	{"series", Text, problem.Text{VI: "mã chuỗi số liệu", EN: "id of the series"}},
	{"date", Text, problem.Text{VI: "ngày, tháng hoặc năm", EN: "a day, month or year"}},
	{"value", Number, problem.Text{VI: "giá trị", EN: "value"}},
	{"unit", Text, problem.Text{VI: "đơn vị đo", EN: "unit of measure"}},
	{"scope", Text, problem.Text{VI: "phạm vi", EN: "scope"}},
	{"qualifier", Text, problem.Text{VI: "> hơn, < dưới, ~ khoảng", EN: "> more than, < less than, ~ about"}},
	{"source", Unlike, problem.Text{VI: "nguồn", EN: "sources"}},
}

// SeriesTable is the table of all points of all series.
func SeriesTable(l *target.Ledger) Table {
	var points []target.Point
	var ids []string
	for i := range l.Series {
		for _, p := range l.Series[i].Points {
			points, ids = append(points, p), append(ids, l.Series[i].ID)
		}
	}
	n := len(points)
	texts, value := textColumns(6, n), make([]float64, n)
	for i, p := range points {
		value[i] = p.Value
		texts.row(i, ids[i], p.When.String(), p.Unit.VI, p.Scope.VI, p.Qualifier, strings.Join(p.Sources, "; "))
	}
	cells := []Cells{{Texts: texts[0]}, {Texts: texts[1]}, {Numbers: value}, {Texts: texts[2]}, {Texts: texts[3]}, {Texts: texts[4]}, {Texts: texts[5]}}
	title := problem.Text{VI: "Chuỗi số liệu theo thời gian", EN: "Series over time"}
	return oneSegment(Table{Name: "series", Title: title, Fields: seriesFields}, n, cells)
}

// columns of texts, by field and row.
type columns [][]string

func textColumns(fields, rows int) columns {
	c := make(columns, fields)
	for i := range c {
		c[i] = make([]string, rows)
	}
	return c
}

// row fills the first fields of a row.
func (c columns) row(i int, texts ...string) {
	for k, t := range texts {
		c[k][i] = t
	}
}

func (c columns) cells() (all []Cells) {
	for _, texts := range c {
		all = append(all, Cells{Texts: texts})
	}
	return all
}

// union joins two lists of sources, each source once.
func union(a, b []string) []string {
	all := append([]string{}, a...)
	for _, s := range b {
		known := false
		for _, o := range all {
			known = known || o == s
		}
		if !known {
			all = append(all, s)
		}
	}
	return all
}
