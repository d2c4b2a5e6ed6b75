package view

import "xephang/stages/problem"

// appraisedWords is self-scores against appraised ones.
var appraisedWords = map[string]problem.Text{
	"unit.withheld":       {VI: "Không có điểm chung và không được xếp hạng vì thiếu câu trả lời hoặc điểm ở {why}.", EN: "No overall score and no rank, as an answer or points are missing for {why}."},
	"unit.withheld.plain": {VI: "Không có điểm chung và không được xếp hạng vì thiếu câu trả lời mà chỉ số đòi hỏi.", EN: "No overall score and no rank, as answers that the index asks for are missing."},
	"unit.withheld.many":  {VI: "{n} tiêu chí", EN: "{n} criteria"},

	"gap.units":     {VI: "Chênh lệch tự đánh giá và thẩm định, theo đơn vị", EN: "Self-scores against appraised scores, by body"},
	"gap.criteria":  {VI: "Chênh lệch tự đánh giá và thẩm định, theo tiêu chí", EN: "Self-scores against appraised scores, by criterion"},
	"gap.criterion": {VI: "Tiêu chí", EN: "Criterion"},
	"gap.compared":  {VI: "Số điểm được so", EN: "Scores compared"},
	"gap.self":      {VI: "Tự đánh giá", EN: "Self"},
	"gap.appraised": {VI: "Thẩm định", EN: "Appraised"},
	"gap.gap":       {VI: "Chênh lệch", EN: "Gap"},
	"gap.lowered":   {VI: "Bị hạ", EN: "Lowered"},
	"gap.raised":    {VI: "Được nâng", EN: "Raised"},
	"gap.message": {VI: "Trên {n} điểm tiêu chí của {units} đơn vị có cả hai, tự đánh giá tổng cộng {self} điểm, thẩm định {appraised} điểm, chênh {gap}; {lowered} điểm bị hạ, {raised} điểm được nâng.",
		EN: "Over {n} scores of criteria of {units} bodies that have both, self-scores come to {self} points and appraised ones to {appraised}, a gap of {gap}; {lowered} were lowered and {raised} raised."},
}
