package form

import (
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// reasonNames are the entries of the drop-down list that stands in place of an answer, and the two that a reader adds:
// a question left blank, and one whose answer is faulty.
var reasonNames = map[string]problem.Text{
	"not_applicable": {VI: "Không áp dụng", EN: "Not applicable"},
	"no_data":        {VI: "Chưa có số liệu", EN: "No data"},
	"refused":        {VI: "Từ chối cung cấp", EN: "Refused"},
	"late":           {VI: "Nộp muộn", EN: "Late"},
	"blank":          {VI: "Bỏ trống", EN: "Left blank"},
	"fault":          {VI: "Câu trả lời có lỗi", EN: "Faulty answer"},
}

// reasonWords are other ways in which people write the reasons of the list.
var reasonWords = map[string][]string{
	"not_applicable": {"không thuộc phạm vi", "không liên quan"},
	"no_data":        {"không có số liệu", "không có dữ liệu", "chưa có dữ liệu", "chưa thống kê"},
	"refused":        {"từ chối", "không cung cấp"},
	"late":           {"nộp sau", "gửi sau", "sẽ nộp muộn"},
}

// ReasonName names a reason as the drop-down list of a form shows it: the codes of index.Reasons, and "blank" and
// "fault" of a cell without a usable answer. Another code names itself.
func ReasonName(code string) problem.Text {
	if n, ok := reasonNames[code]; ok {
		return n
	}
	return problem.Text{VI: code, EN: code}
}

// ReasonOf finds the code of index.Reasons that a text stands for: its name in either language or another way of
// writing it, in any case, with or without marks, or the code itself. ok is false for every other text.
func ReasonOf(text string) (code string, ok bool) {
	code, ok = reasonCodes[units.SearchKey(text)]
	return code, ok
}

// reasonCodes are the reasons by what is said for them, without marks.
var reasonCodes = func() map[string]string {
	all := map[string]string{}
	for _, code := range index.Reasons {
		n := reasonNames[code]
		for _, w := range append([]string{code, n.VI, n.EN}, reasonWords[code]...) {
			all[units.SearchKey(w)] = code
		}
	}
	return all
}()
