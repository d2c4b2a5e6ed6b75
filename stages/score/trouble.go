package score

import "xephang/stages/problem"

func say(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// The ways in which an edition cannot be combined or weighted. {part}, {unit}, {count} … are filled in where found.
var (
	combineUnknown = problem.Declare(problem.Kind{Code: "combine-unknown",
		What:     say("cách tổng hợp không dùng được", "combination that cannot be used"),
		Expected: say("một trong: {names}, với tham số đúng", "one of: {names}, with its arguments"),
		Remedy:   say("sửa “combine” của nút {node}", "mend “combine” of node {node}"),
		When:     say("Tên hoặc tham số của cách tổng hợp một nút không có trong bảng.", "The name or the argument of a node's combination is not in the table.")})

	combineRefused = problem.Declare(problem.Kind{Code: "combine-no-value",
		What:     say("không tổng hợp được điểm của nút {node} cho {count} đơn vị", "no score of node {node} for {count} units"),
		Expected: say("{want}", "{wanted}"),
		Remedy:   say("chuẩn hoá về thang không chạm 0 (ví dụ minmax:1:100) hoặc chọn combine: mean", "normalise to a scale that cannot reach 0 (as minmax:1:100) or choose combine: mean"),
		When: say("Công thức tổng hợp không có giá trị: trung bình nhân gặp phần bằng 0 hoặc âm, tổng trọng số bằng 0, trung bình của Mazziotta–Pareto không dương.",
			"The formula has no value: a geometric mean meets a part at or below 0, weights sum to 0, a Mazziotta–Pareto mean is not above 0.")})

	kemenyMany = problem.Declare(problem.Kind{Code: "combine-kemeny-many",
		What:     say("quá nhiều đơn vị để xếp theo Kemeny", "too many units for Kemeny"),
		Expected: say("nhiều nhất {limit} đơn vị", "at most {limit} units"),
		Remedy:   say("dùng combine: copeland cho nút {node}", "use combine: copeland for node {node}"),
		When:     say("Kemeny tìm chính xác trên mọi thứ tự, số bước tăng gấp đôi theo mỗi đơn vị.", "Kemeny searches all orders exactly and doubles its steps with each unit.")})

	weightingUnknown = problem.Declare(problem.Kind{Code: "weighting-unknown",
		What:     say("cách đặt trọng số không có", "unknown weighting"),
		Expected: say("một trong: {names}", "one of: {names}"),
		Remedy:   say("sửa “weighting” của nút {node}", "mend “weighting” of node {node}"),
		When:     say("Tên cách đặt trọng số của một nút không có trong bảng.", "The name of a node's weighting is not in the table.")})

	weightsFew = problem.Declare(problem.Kind{Code: "weighting-few-units",
		What:     say("quá ít đơn vị đủ mọi phần để tính trọng số của nút {node}", "too few units with all parts to compute the weights of node {node}"),
		Expected: say("ít nhất {least} đơn vị", "at least {least} units"),
		Remedy:   say("điền phần thiếu (fill) hoặc dùng weighting: given", "fill the gaps (fill) or use weighting: given"),
		When:     say("Trọng số tính từ số liệu cần đủ số đơn vị có mọi phần của nút.", "Weights computed from data need enough units that have all parts of the node.")})

	weightsConstant = problem.Declare(problem.Kind{Code: "weighting-constant-part",
		What:     say("phần không phân biệt được đơn vị nào khi tính trọng số của nút {node}", "a part that is the same for all units, while weighing node {node}"),
		Expected: say("giá trị khác nhau giữa các đơn vị", "values that differ between units"),
		Remedy:   say("bỏ phần “{part}” khỏi nút hoặc dùng weighting: given", "take part “{part}” out of the node or use weighting: given"),
		When:     say("Trọng số tính từ số liệu không xác định với phần mà mọi đơn vị bằng nhau.", "Weights computed from data are undefined for a part on which all units are equal.")})

	weightsNegativeData = problem.Declare(problem.Kind{Code: "weighting-negative-values",
		What:     say("giá trị âm khi tính trọng số {method} của nút {node}", "negative values while weighing node {node} by {method}"),
		Expected: say("giá trị từ 0 trở lên, có giá trị lớn hơn 0", "values from 0 up, some above 0"),
		Remedy:   say("chuẩn hoá phần “{part}” về thang không âm (ví dụ minmax:0:100)", "normalise part “{part}” to a scale without negative values (as minmax:0:100)"),
		When:     say("Entropy và “lợi thế của nghi ngờ” chỉ có nghĩa với giá trị không âm.", "Entropy and the benefit of the doubt are defined for values that are not negative.")})

	weightsNegative = problem.Declare(problem.Kind{Code: "weighting-negative-weight", Severity: problem.Doubt,
		What:     say("trọng số âm ở nút {node}: “{part}”", "a negative weight at node {node}: “{part}”"),
		Expected: say("trọng số từ 0 trở lên", "weights from 0 up"),
		Remedy:   say("xem chiều của chỉ tiêu, hoặc dùng weighting: fa hay equal", "look at the indicator's direction, or use weighting: fa or equal"),
		When:     say("Thành phần chính thứ nhất có hệ số trái dấu: tăng chỉ tiêu này lại làm giảm điểm.", "The first principal component loads with the other sign: a rise of this indicator lowers the score.")})

	weightsUnsolved = problem.Declare(problem.Kind{Code: "weighting-unsolved",
		What:     say("không giải được trọng số {method} của nút {node}", "the weights of node {node} by {method} could not be solved"),
		Expected: say("các phần tương quan dương với tổng của chúng, không trùng nhau", "parts that correlate positively with their sum and do not repeat each other"),
		Remedy:   say("bỏ phần trùng lặp hoặc dùng weighting: given", "take out repeated parts or use weighting: given"),
		When:     say("Ma trận tương quan suy biến hoặc mọi tương quan với tổng đều không dương.", "The correlation matrix is singular or no part correlates positively with the sum.")})

	pairwiseWrong = problem.Declare(problem.Kind{Code: "weighting-pairwise",
		What:     say("ma trận so sánh cặp của nút {node} không hợp lệ", "the pairwise matrix of node {node} is not valid"),
		Expected: say("ma trận vuông {size}×{size}, số dương, a[j][i] = 1/a[i][j], đường chéo bằng 1", "a square {size}×{size} matrix of positive numbers with a[j][i] = 1/a[i][j] and 1 on the diagonal"),
		Remedy:   say("sửa “pairwise”, mỗi hàng và cột theo thứ tự các phần", "mend “pairwise”, a row and a column for each part in order"),
		When:     say("AHP cần một ma trận so sánh cặp thuận nghịch.", "AHP needs a reciprocal matrix of pairwise comparisons.")})

	pairwiseInconsistent = problem.Declare(problem.Kind{Code: "weighting-pairwise-inconsistent", Severity: problem.Doubt,
		What:     say("so sánh cặp của nút {node} không nhất quán, tỉ số nhất quán", "the pairwise comparisons of node {node} contradict each other, consistency ratio"),
		Expected: say("không quá 0.1", "at most 0.1"),
		Remedy:   say("hỏi lại chuyên gia về các cặp trái ngược", "ask the expert again about the pairs that contradict"),
		When:     say("Tỉ số nhất quán của Saaty vượt 0,1.", "Saaty's consistency ratio is above 0.1.")})

	weightingNeedsMean = problem.Declare(problem.Kind{Code: "weighting-needs-mean",
		What:     say("cách đặt trọng số {method} chỉ dùng với trung bình cộng", "weighting {method} goes with the arithmetic mean only"),
		Expected: say("combine: mean", "combine: mean"),
		Remedy:   say("đổi “combine” hoặc “weighting” của nút {node}", "change “combine” or “weighting” of node {node}"),
		When:     say("“Lợi thế của nghi ngờ” và tối ưu theo độ quan trọng dựa trên trung bình cộng có trọng số.", "The benefit of the doubt and the optimisation towards importance rest on the weighted arithmetic mean.")})

	weightsZero = problem.Declare(problem.Kind{Code: "weights-sum-zero",
		What:     say("tổng trọng số các phần của nút {node} không lớn hơn 0", "the weights of the parts of node {node} do not sum above 0"),
		Expected: say("tổng lớn hơn 0", "a sum above 0"),
		Remedy:   say("cho ít nhất một phần trọng số lớn hơn 0", "give at least one part a weight above 0"),
		When:     say("Không phần nào của nút có trọng số.", "No part of the node has any weight.")})

	rescaleConstant = problem.Declare(problem.Kind{Code: "score-rescale",
		What:     say("không đưa được điểm nút {node} về thang {method} cho {count} đơn vị", "the scores of node {node} could not be put on the scale {method} for {count} units"),
		Expected: say("điểm khác nhau giữa các đơn vị", "scores that differ between units"),
		Remedy:   say("bỏ “normalise” ở nút này", "take “normalise” off this node"),
		When:     say("Mọi đơn vị bằng điểm nhau, hoặc điểm tham chiếu không có.", "All units score alike, or the point of reference is missing.")})
)

// refusal is why a weighting could not be computed: its kind, what was found and the arguments of the kind's texts.
type refusal struct {
	kind  *problem.Kind
	found string
	part  int // which part, −1 none
	args  []string
}

func (r *refusal) Error() string { return r.kind.What.EN + " " + r.found }

func refuse(kind *problem.Kind, found string, part int, args ...string) *refusal {
	return &refusal{kind, found, part, args}
}
