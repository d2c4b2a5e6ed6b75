package form

import (
	"slices"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Heading names a column by its id, as the visible header row of a form does. A reader that no longer finds the row of
// ids finds the columns by these words.
func Heading(column string) problem.Text { return headings[column] }

var headings = map[string]problem.Text{
	ColCode:    {VI: "Mã", EN: "Code"},
	ColName:    {VI: "Tiêu chí, câu hỏi", EN: "Criterion, question"},
	ColHow:     {VI: "Cách chấm", EN: "How it is scored"},
	ColPoints:  {VI: "Điểm tối đa", EN: "Maximum"},
	ColUnit:    {VI: "Đơn vị tính", EN: "Unit"},
	ColLast:    {VI: "Kỳ trước", EN: "Last edition"},
	ColAnswer:  {VI: "Trả lời", EN: "Answer"},
	ColReason:  {VI: "Lý do không trả lời", EN: "Reason for no answer"},
	ColSelf:    {VI: "Điểm tự chấm", EN: "Self-score"},
	ColExplain: {VI: "Giải trình", EN: "Explanation"},
	ColCheck:   {VI: "Kiểm tra", EN: "Check"},
	EvCode:     {VI: "Mã tiêu chí", EN: "Criterion code"},
	EvNumber:   {VI: "Số, ký hiệu văn bản", EN: "Document number"},
	EvTitle:    {VI: "Tên, trích yếu văn bản", EN: "Title"},
	EvDate:     {VI: "Ngày ban hành", EN: "Date"},
	EvLink:     {VI: "Đường dẫn", EN: "Link"},
}

// otherWords are what people head the columns with when they make the table anew.
var otherWords = map[string][]string{
	ColCode:    {"Mã số", "Mã câu hỏi", "Mã tiêu chí, câu trả lời"},
	ColName:    {"Tiêu chí", "Câu hỏi", "Nội dung", "Tên tiêu chí", "Chỉ tiêu", "Criterion", "Question"},
	ColPoints:  {"Điểm chuẩn", "Maximum points"},
	ColUnit:    {"ĐVT", "Đơn vị đo", "Unit of measure"},
	ColLast:    {"Năm trước", "Trả lời kỳ trước", "Số liệu kỳ trước", "Last answer"},
	ColAnswer:  {"Câu trả lời", "Giá trị", "Số liệu", "Kết quả", "Value"},
	ColReason:  {"Lý do", "Lý do không có số liệu", "Reason"},
	ColSelf:    {"Tự chấm", "Điểm tự đánh giá", "Tự đánh giá", "Self-assessed points"},
	ColExplain: {"Giải thích", "Thuyết minh", "Ghi chú"},
	EvNumber:   {"Số văn bản", "Số ký hiệu", "Số hiệu văn bản", "Number"},
	EvTitle:    {"Tên văn bản", "Trích yếu", "Tên tài liệu"},
	EvDate:     {"Ngày", "Ngày văn bản", "Ngày ký"},
	EvLink:     {"Liên kết", "Link", "URL"},
}

// Columns lists the columns of the answers sheet in the order in which a form shows them, EvidenceColumns those of the
// evidence sheet.
func Columns() []string {
	return []string{ColCode, ColName, ColHow, ColPoints, ColUnit, ColLast, ColAnswer, ColReason, ColSelf, ColExplain, ColCheck}
}

// EvidenceColumns lists the columns of the evidence sheet.
func EvidenceColumns() []string { return []string{EvCode, EvNumber, EvTitle, EvDate, EvLink} }

// ColumnOf finds the column among the ids that a visible header speaks of, in any case and with or without marks; empty
// where none does.
func ColumnOf(header string, among []string) string {
	for _, id := range headed[units.SearchKey(header)] {
		if slices.Contains(among, id) {
			return id
		}
	}
	return ""
}

// headed gives the columns that a header without marks may speak of.
var headed = func() map[string][]string {
	all := map[string][]string{}
	for _, id := range append(Columns(), EvidenceColumns()...) {
		for _, w := range append([]string{headings[id].VI, headings[id].EN}, otherWords[id]...) {
			if k := units.SearchKey(w); k != "" && !slices.Contains(all[k], id) {
				all[k] = append(all[k], id)
			}
		}
	}
	return all
}()
