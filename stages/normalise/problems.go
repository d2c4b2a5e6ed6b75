package normalise

import (
	"xephang/stages/index"
	"xephang/stages/problem"
)

// onPlan makes a problem about a plan as a whole; a place that is not known is the index's file.
func onPlan(k *problem.Kind, p *index.Plan, at problem.Place, found string, args ...string) problem.Problem {
	if at.File == "" {
		at.File = p.Index.File
	}
	q := k.At(at, found, args...)
	q.Index = p.Index.ID
	if p.Edition != nil {
		q.Edition = p.Edition.ID
	}
	return q
}

// onNode makes a problem about a node: at the method's own place, else at the node's.
func onNode(k *problem.Kind, p *index.Plan, n *index.PlanNode, at problem.Place, found string, args ...string) problem.Problem {
	if at == (problem.Place{}) {
		at = n.Place
	}
	edition := ""
	if p.Edition != nil {
		edition = p.Edition.ID
	}
	return onPlan(k, p, at, found, append(args, "node", n.ID, "edition", edition)...)
}

// What can be wrong with units and their selection.
var (
	screenUnreadable = problem.Declare(problem.Kind{
		Code:     "screen-unreadable",
		What:     problem.Text{VI: "không hiểu cách sàng lọc đơn vị", EN: "the screen can't be read"},
		Expected: problem.Text{VI: "none, available:TỶ_LỆ hoặc nonzero:TỶ_LỆ, tỷ lệ từ 0 đến 1", EN: "none, available:SHARE or nonzero:SHARE, a share from 0 to 1"},
		Remedy:   problem.Text{VI: "sửa khoá “screen” trong index.yaml", EN: "mend the key “screen” of index.yaml"},
		When:     problem.Text{VI: "Khi khoá “screen” nêu một phương pháp không có, hoặc ngưỡng không phải là số.", EN: "When the key “screen” names a method that does not exist, or its threshold is no number."},
		Example:  "screen: availble:0.66"})
	screenUnknownUnit = problem.Declare(problem.Kind{
		Code:     "screen-unit-unknown",
		What:     problem.Text{VI: "đơn vị được giữ lại hoặc loại ra không có trong kỳ này", EN: "a unit that is kept or dropped by name is not in this edition"},
		Expected: problem.Text{VI: "mã của một đơn vị có số liệu trong kỳ", EN: "the code of a unit of the edition"},
		Remedy:   problem.Text{VI: "sửa mã trong “keep” hoặc “drop”, hoặc bỏ dòng đó", EN: "mend the code in “keep” or “drop”, or remove the line"},
		When:     problem.Text{VI: "Khi “keep” hoặc “drop” nêu một mã mà bảng số liệu của kỳ không có.", EN: "When “keep” or “drop” names a code that the edition's table does not have."},
		Example:  "keep: [{unit: XYZ, reason: {vi: …}}]"})
	screenBoth = problem.Declare(problem.Kind{
		Code:     "screen-keep-and-drop",
		What:     problem.Text{VI: "đơn vị vừa được giữ lại vừa bị loại ra", EN: "a unit is both kept and dropped"},
		Expected: problem.Text{VI: "chỉ một trong hai: “keep” hoặc “drop”", EN: "one of “keep” and “drop” only"},
		Remedy:   problem.Text{VI: "bỏ đơn vị khỏi một trong hai danh sách", EN: "remove the unit from one of the two lists"},
		When:     problem.Text{VI: "Khi một mã đơn vị nằm trong cả “keep” và “drop” của cùng một kỳ.", EN: "When a code stands in both “keep” and “drop” of one edition."},
		Example:  "keep: [{unit: AUT}]\ndrop: [{unit: AUT}]"})
	unitEmpty = problem.Declare(problem.Kind{
		Code: "unit-empty", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: đơn vị không có số liệu nào", EN: "edition {edition}: units without any value"},
		Expected: problem.Text{VI: "ít nhất một chỉ tiêu có số liệu", EN: "a value for at least one indicator"},
		Remedy:   problem.Text{VI: "bổ sung số liệu, hoặc bỏ đơn vị khỏi kỳ bằng “drop” kèm lý do", EN: "add data, or take the unit out of the edition by “drop” with a reason"},
		When:     problem.Text{VI: "Khi mọi ô của một đơn vị đều trống sau khi bù khuyết; đơn vị không được tính điểm.", EN: "When all cells of a unit are empty after filling; the unit gets no score."},
		Example:  "XYZ, , , , ,"})
	unitSingle = problem.Declare(problem.Kind{
		Code: "unit-single", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition} chỉ có một đơn vị: thang đo so sánh các đơn vị với nhau không xác định", EN: "edition {edition} has one unit only: scales that compare units are undefined"},
		Expected: problem.Text{VI: "ít nhất hai đơn vị, hoặc thang không dựa vào số liệu (scaled, goalposts, none)", EN: "two units at least, or a scale that does not depend on the data (scaled, goalposts, none)"},
		Remedy:   problem.Text{VI: "bổ sung đơn vị, hoặc đổi “normalise”", EN: "add units, or change “normalise”"},
		When:     problem.Text{VI: "Khi sau sàng lọc chỉ còn một đơn vị; các điểm theo thang đó để trống.", EN: "When one unit is left after screening; the scores on such scales stay empty."},
		Example:  "normalise: minmax:0:100"})
)

// What can be wrong with the data of an indicator.
var (
	columnEmpty = problem.Declare(problem.Kind{
		Code: "column-empty", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: chỉ tiêu không có số liệu nào", EN: "edition {edition}: an indicator without any value"},
		Expected: problem.Text{VI: "số liệu của ít nhất một đơn vị", EN: "a value of at least one unit"},
		Remedy:   problem.Text{VI: "bổ sung số liệu, hoặc bỏ chỉ tiêu khỏi cây của kỳ này", EN: "add data, or leave the indicator out of this edition's tree"},
		When:     problem.Text{VI: "Khi cả cột của một chỉ tiêu trong cây đều trống; chỉ tiêu không tham gia tính điểm.", EN: "When the whole column of an indicator of the tree is empty; it takes no part in the scores."},
		Example:  "ma,osi\nVNM,\nTHA,"})
	treatUndefined = problem.Declare(problem.Kind{
		Code: "treat-undefined", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: phép biến đổi {method} không xác định cho chỉ tiêu này; số liệu giữ nguyên", EN: "edition {edition}: {method} is undefined for this indicator; its values stay as they are"},
		Expected: problem.Text{VI: "ít nhất ba giá trị, không phải tất cả bằng nhau", EN: "three values at least, not all equal"},
		Remedy:   problem.Text{VI: "đặt “treat: none” cho chỉ tiêu", EN: "set “treat: none” for the indicator"},
		When:     problem.Text{VI: "Khi phép lô-ga-rít hoặc Box–Cox được yêu cầu cho một cột không đổi hoặc quá ít giá trị.", EN: "When a logarithm or Box–Cox is asked for on a constant column or one with too few values."},
		Example:  "treat: log"})
	fillYears = problem.Declare(problem.Kind{
		Code:     "fill-years",
		What:     problem.Text{VI: "không thể bù khuyết theo thời gian: mã kỳ không phải là năm", EN: "gaps can't be filled over time: an edition's id is no year"},
		Expected: problem.Text{VI: "mã kỳ là số nguyên, như 2024", EN: "edition ids that are whole numbers, such as 2024"},
		Remedy:   problem.Text{VI: "đổi mã kỳ, hoặc dùng cách bù khuyết khác latest, linear, constant", EN: "change the id, or fill otherwise than by latest, linear, constant"},
		When:     problem.Text{VI: "Khi “fill” là latest, linear hoặc constant mà một mã kỳ không đọc được thành năm.", EN: "When “fill” is latest, linear or constant and an edition's id can't be read as a year."},
		Example:  "editions: {dot-1: {fill: latest}}"})
	fillScheme = problem.Declare(problem.Kind{
		Code:     "fill-scheme-unknown",
		What:     problem.Text{VI: "không đơn vị nào thuộc nhóm của cách chia này", EN: "no unit belongs to a group of this scheme"},
		Expected: problem.Text{VI: "tên một cách chia nhóm trong units.csv", EN: "the name of a scheme of groups in units.csv"},
		Remedy:   problem.Text{VI: "sửa tên trong group-mean hoặc group-median, hoặc khai báo nhóm của các đơn vị", EN: "mend the name in group-mean or group-median, or declare the units' groups"},
		When:     problem.Text{VI: "Khi bù khuyết theo nhóm nêu một cách chia mà không đơn vị nào của kỳ có nhóm.", EN: "When filling by group names a scheme in which no unit of the edition has a group."},
		Example:  "fill: group-mean:vung"})
	methodUnreadable = problem.Declare(problem.Kind{
		Code:     "method-unreadable",
		What:     problem.Text{VI: "không hiểu phương pháp của {node}", EN: "the method of {node} can't be read"},
		Expected: problem.Text{VI: "một phương pháp “fill”, “treat” hoặc “normalise” với đủ tham số", EN: "a method for “fill”, “treat” or “normalise” with its arguments"},
		Remedy:   problem.Text{VI: "sửa tên hoặc tham số theo trang phương pháp", EN: "mend its name or arguments as the method page has them"},
		When:     problem.Text{VI: "Khi tên phương pháp không có hoặc tham số không phải là số.", EN: "When a method's name does not exist or an argument is no number."},
		Example:  "normalise: minmax:thap:cao"})
)
