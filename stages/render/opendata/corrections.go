package opendata

import (
	"xephang/stages/problem"
	"xephang/stages/render/view"
)

var correctionFields = []Field{
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"edition", Text, problem.Text{VI: "kỳ", EN: "edition"}},
	{"unit", Text, problem.Text{VI: "mã đơn vị", EN: "code of the unit"}},
	{"node", Text, problem.Text{VI: "mã tiêu chí hoặc câu trả lời", EN: "id of the node or answer"}},
	{"layer", Text, problem.Text{VI: "value: số khai; appraised: điểm thẩm định; measured: điểm đo lường", EN: "value: the figure as given; appraised, measured: points"}},
	{"was", Number, problem.Text{VI: "giá trị trước khi điều chỉnh; trống: không có số hoặc không công bố", EN: "value before; empty where there was none or it is not public"}},
	{"becomes", Number, problem.Text{VI: "giá trị sau khi điều chỉnh; trống: không có số hoặc không công bố", EN: "value after; empty where there is none or it is not public"}},
	{"reason", Unlike, problem.Text{VI: "lý do", EN: "reason"}},
	{"document", Unlike, problem.Text{VI: "văn bản", EN: "document"}},
	{"decided_by", Text, problem.Text{VI: "người quyết định", EN: "who decided"}},
	{"date", Text, problem.Text{VI: "ngày quyết định", EN: "day of the decision"}},
	{"status", Text, problem.Text{VI: "applied: áp dụng; rejected: bác; pending: đang chờ. Chỉ applied đổi số liệu.", EN: "applied, rejected or pending; only applied ones change data"}},
	{"case", Text, problem.Text{VI: "số vụ việc", EN: "number of the case"}},
	{"was_reason", Text, problem.Text{VI: "mã lý do không có số, trước khi điều chỉnh", EN: "code of the reason in place of a figure, before"}},
	{"becomes_reason", Text, problem.Text{VI: "mã lý do không có số, sau khi điều chỉnh", EN: "code of the reason in place of a figure, after"}},
	{"public", Flag, problem.Text{VI: "giá trị có được công bố không", EN: "whether the values are public"}},
}

// CorrectionTable is the ledger of corrections, a row each, in the order in which they were applied.
func CorrectionTable(all []view.Correction) Table {
	n := len(all)
	texts := textColumns(13, n)
	was, becomes, public := make([]float64, n), make([]float64, n), make([]int32, n)
	for i, c := range all {
		texts.row(i, c.Index, c.Edition, c.Unit, c.Node, c.Layer, c.Reason, c.Document, c.DecidedBy, c.Date, c.Status, c.Case, c.WasReason, c.BecomesReason)
		was[i], becomes[i] = c.Was, c.Becomes
		if !c.Closed {
			public[i] = 1
		}
	}
	cells := texts.cells()
	cells = append(cells[:5:5], append([]Cells{{Numbers: was}, {Numbers: becomes}}, cells[5:]...)...)
	title := problem.Text{VI: "Sổ điều chỉnh số liệu", EN: "Ledger of corrections"}
	return oneSegment(Table{Name: "corrections", Title: title, Fields: correctionFields}, n, append(cells, Cells{Wholes: public}))
}
