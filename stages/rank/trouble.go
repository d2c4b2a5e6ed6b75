package rank

import "xephang/stages/problem"

var (
	classGap = problem.Declare(problem.Kind{Code: "rank-class-gap",
		What:     problem.Text{VI: "điểm của {unit} không thuộc nhóm xếp loại nào", EN: "the score of {unit} falls into no class"},
		Expected: problem.Text{VI: "từ {lowest} trở lên, ngưỡng của nhóm thấp nhất", EN: "at least {lowest}, the threshold of the lowest class"},
		Remedy:   problem.Text{VI: "hạ “from” của nhóm cuối trong “classes” xuống điểm thấp nhất của thang", EN: "lower the last “from” of “classes” to the scale's lowest score"},
		When:     problem.Text{VI: "Một điểm nằm dưới ngưỡng của nhóm xếp loại thấp nhất.", EN: "A score lies below the threshold of the lowest class."},
		Example:  "classes: [{from: 0.75, …}, {from: 0.5, …}]"})

	classesFew = problem.Declare(problem.Kind{Code: "rank-classes-few", Severity: problem.Doubt,
		What:     problem.Text{VI: "không đủ điểm khác nhau để chia thành {count} nhóm; số ngưỡng khác nhau", EN: "too few different scores for {count} classes; different thresholds"},
		Expected: problem.Text{VI: "{count} ngưỡng khác nhau", EN: "{count} different thresholds"},
		Remedy:   problem.Text{VI: "bớt nhóm trong “classes”, hoặc dùng ngưỡng “from”", EN: "have fewer classes, or thresholds by “from”"},
		When:     problem.Text{VI: "Chia theo phân vị hoặc điểm gãy tự nhiên mà nhiều đơn vị bằng điểm, nên có nhóm trống.", EN: "Quantiles or natural breaks over many equal scores leave a class empty."},
		Example:  "classes: {method: quantiles, names: [A, B, C, D, E]}"})

	rankedSize = problem.Declare(problem.Kind{Code: "rank-size", Severity: problem.Doubt,
		What:     problem.Text{VI: "số đơn vị được xếp hạng{block_vi} khác số công bố", EN: "the number of ranked units{block_en} differs from the published one"},
		Expected: problem.Text{VI: "{size} đơn vị", EN: "{size} units"},
		Remedy:   problem.Text{VI: "kiểm tra đơn vị thiếu điểm, “unranked”, hoặc “size” của kỳ", EN: "look for units without a score, at “unranked”, or at the edition's “size”"},
		When:     problem.Text{VI: "Kỳ khai báo “size” mà số đơn vị có hạng không bằng.", EN: "The edition declares its “size” and another number of units has a rank."},
		Example:  "size: 193"})
)
