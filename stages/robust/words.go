package robust

import "xephang/stages/problem"

// Why tells why a figure is not there; Known that it is.
type Why uint8

const (
	NotAsked     Why = iota // nothing to compute here: the zero Figure
	Known                   // the value holds
	FewUnits                // fewer than LeastUnits units have all that the figure needs
	OnePart                 // the group has one part (or none)
	TwoParts                // the figure says nothing of two parts
	Constant                // every unit has the same value
	Singular                // the parts determine each other, or there are no more units than parts
	NoData                  // nothing was read or published
	NoWeights               // every unit has weights of its own, or the combination has none
	TooMany                 // too many units for a comparison of every pair
	RanksOnly               // only ranks are published, no scores
	Unreachable             // no weights of 0 or more meet what is asked
	Undetermined            // the arithmetic gave no number
)

// LeastUnits is the least number of units for a statistic of the audit.
const LeastUnits = 4

var reasons = [...]problem.Text{
	NotAsked:     {VI: "không áp dụng", EN: "does not apply"},
	Known:        {},
	FewUnits:     {VI: "quá ít đơn vị (cần ít nhất 4 đơn vị có đủ số liệu)", EN: "too few units (at least 4 with all figures are needed)"},
	OnePart:      {VI: "nhóm chỉ có một thành phần", EN: "the group has only one part"},
	TwoParts:     {VI: "nhóm chỉ có hai thành phần, cần ít nhất ba", EN: "the group has only two parts, three are needed"},
	Constant:     {VI: "mọi đơn vị có cùng một giá trị", EN: "all units have the same value"},
	Singular:     {VI: "ma trận tương quan suy biến: các thành phần quyết định lẫn nhau, hoặc số đơn vị không nhiều hơn số thành phần", EN: "the correlation matrix is singular: the parts determine each other, or there are no more units than parts"},
	NoData:       {VI: "không có số liệu", EN: "no figures"},
	NoWeights:    {VI: "không có trọng số chung cho mọi đơn vị", EN: "there are no weights common to all units"},
	TooMany:      {VI: "quá nhiều đơn vị để so sánh từng cặp", EN: "too many units to compare every pair"},
	RanksOnly:    {VI: "chỉ công bố thứ hạng, không công bố điểm", EN: "only ranks are published, not scores"},
	Unreachable:  {VI: "không có bộ trọng số không âm nào đạt được", EN: "no set of weights of 0 or more attains it"},
	Undetermined: {VI: "phép tính không cho kết quả xác định", EN: "the computation gives no definite result"},
}

// Text says it in words, to stand where the figure would; empty for Known.
func (w Why) Text() problem.Text { return reasons[w] }
