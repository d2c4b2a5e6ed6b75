package opendata

import (
	"cmp"
	"slices"

	"xephang/stages/problem"
)

var problemFields = []Field{
	{"code", Text, problem.Text{VI: "mã lỗi hoặc nghi vấn", EN: "code of the problem"}},
	{"severity", Text, problem.Text{VI: "fault: chặn công bố; doubt: công bố kèm dấu", EN: "fault blocks publication; doubt is published with its mark"}},
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"edition", Text, problem.Text{VI: "kỳ", EN: "edition"}},
	{"count", Whole, problem.Text{VI: "số lần gặp", EN: "how often"}},
	{"place", Text, problem.Text{VI: "nơi gặp đầu tiên", EN: "first place"}},
}

// ProblemTable is the table of doubts about public tables: counted by code, index and edition, with the first place.
func ProblemTable(list problem.List) Table {
	list = slices.Clone(list)
	list.Sort()
	slices.SortStableFunc(list, func(a, b problem.Problem) int {
		return cmp.Or(cmp.Compare(a.Index, b.Index), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Code, b.Code))
	})
	var code, severity, ix, edition, place []string
	var count []int32
	for i, p := range list {
		if i > 0 && list[i-1].Index == p.Index && list[i-1].Edition == p.Edition && list[i-1].Code == p.Code {
			count[len(count)-1]++
			continue
		}
		code, severity = append(code, p.Code), append(severity, p.Severity.String())
		ix, edition = append(ix, p.Index), append(edition, p.Edition)
		place, count = append(place, p.Place.String()), append(count, 1)
	}
	t := Table{Name: "problems", Title: problem.Text{VI: "Nghi vấn về số liệu đầu vào", EN: "Doubts about the inputs"}, Fields: problemFields}
	return oneSegment(t, len(code), []Cells{{Texts: code}, {Texts: severity}, {Texts: ix}, {Texts: edition}, {Wholes: count}, {Texts: place}})
}
