package robust

import "xephang/stages/problem"

// Findings about weights, gaps, the order of units and other indices.
var aboutOutcome = map[string]kind{
	"importance-over": {Look, problem.Text{VI: "Ảnh hưởng lớn hơn trọng số", EN: "Matters more than its weight"}, problem.Text{
		VI: "{node} có trọng số {weight} trong {group} nhưng chiếm {share} tầm quan trọng đo được (cố định nó thì phương sai của {group} giảm {effect}).",
		EN: "{node} has a weight of {weight} in {group}, but {share} of the measured importance (with it fixed, the variance of {group} falls by {effect})."}, paruolo},
	"importance-under": {Look, problem.Text{VI: "Ảnh hưởng nhỏ hơn trọng số", EN: "Matters less than its weight"}, problem.Text{
		VI: "{node} có trọng số {weight} trong {group} nhưng chỉ chiếm {share} tầm quan trọng đo được (cố định nó thì phương sai của {group} giảm {effect}).",
		EN: "{node} has a weight of {weight} in {group}, but only {share} of the measured importance (with it fixed, the variance of {group} falls by {effect})."}, paruolo},
	"weights-unreachable": {Notice, problem.Text{VI: "Trọng số không đạt được tầm quan trọng đã định", EN: "Weights cannot attain the importance declared"}, problem.Text{
		VI: "Không có bộ trọng số không âm nào làm cho các thành phần của {node} quan trọng đúng như đã khai báo: tương quan giữa chúng không cho phép.",
		EN: "No set of weights of 0 or more makes the parts of {node} matter as declared: the correlations among them do not allow it."},
		problem.Text{VI: "Paruolo, Saisana và Saltelli (2013); Becker và cộng sự (2017), Ecological Indicators 80", EN: "Paruolo, Saisana and Saltelli (2013); Becker and others (2017), Ecological Indicators 80"}},
	"weights-negative": {Grave, problem.Text{VI: "Trọng số âm", EN: "Negative weight"}, problem.Text{
		VI: "Trọng số tính từ số liệu của {node} trong {group} là {weight}: điểm cao hơn ở đây làm giảm điểm chung.",
		EN: "The weight of {node} in {group}, computed from the data, is {weight}: a higher score here lowers the whole."}, ours},
	"ahp-inconsistent": {Look, problem.Text{VI: "So sánh cặp không nhất quán", EN: "Inconsistent pairwise comparisons"}, problem.Text{
		VI: "Các so sánh cặp của {node} có tỷ số nhất quán {ratio}, trên 0,1.",
		EN: "The pairwise comparisons of {node} have a consistency ratio of {ratio}, above 0.1."}, saaty},
	"coverage-none": {Look, problem.Text{VI: "Chấm điểm dù thiếu thành phần", EN: "Scored with parts missing"}, problem.Text{
		VI: "{n} đơn vị có điểm {node} dù thiếu thành phần, ít nhất là {unit} chỉ có {least} số thành phần; chỉ số không đặt mức tối thiểu.",
		EN: "{n} units have a score on {node} with parts missing, {unit} with only {least} of them; the index sets no minimum."}, jrcPractice},
	"coverage-partial": {Notice, problem.Text{VI: "Chấm điểm dù thiếu thành phần", EN: "Scored with parts missing"}, problem.Text{
		VI: "{n} đơn vị có điểm {node} dù thiếu thành phần, ít nhất là {unit} có {least} số thành phần; mức tối thiểu của chỉ số là {declared}.",
		EN: "{n} units have a score on {node} with parts missing, {unit} with {least} of them; the minimum set by the index is {declared}."}, problem.Text{}},
	"gaps-zero": {Notice, problem.Text{VI: "Thiếu số liệu tính 0 điểm", EN: "Gaps score 0"}, problem.Text{
		VI: "Ở {node}, {n} đơn vị thiếu số liệu của ít nhất một thành phần và bị tính 0 điểm theo quy định của chỉ số.",
		EN: "On {node}, {n} units lack figures of at least one part and score 0 on it, as the index has it."}, problem.Text{}},
	"withheld": {Notice, problem.Text{VI: "Không có điểm vì thiếu thành phần", EN: "No score as parts are missing"}, problem.Text{
		VI: "{n} đơn vị không có điểm {node} vì thiếu thành phần: {units}.",
		EN: "{n} units have no score on {node} as parts are missing: {units}."}, problem.Text{}},
	"contradiction": {Grave, problem.Text{VI: "Thứ tự trái với mọi thành phần", EN: "Order against every part"}, problem.Text{
		VI: "{unit} không thua {unit2} ở thành phần nào và hơn ở ít nhất một thành phần, nhưng điểm chung lại thấp hơn; có {n} cặp như vậy.",
		EN: "{unit} is no worse than {unit2} on any part and better on at least one, yet scores lower in total; there are {n} such pairs."}, pareto},
	"dominance": {Notice, problem.Text{VI: "Thứ tự không phụ thuộc trọng số", EN: "Order that weights cannot change"}, problem.Text{
		VI: "{share} số cặp đơn vị có thứ tự không phụ thuộc trọng số của {parts} thành phần; {n} đơn vị không thua hẳn đơn vị nào.",
		EN: "{share} of the pairs of units stand in an order that the weights of the {parts} parts cannot change; {n} units are dominated by none."}, pareto},
	"agreement": {Notice, problem.Text{VI: "So với chỉ số khác", EN: "Against another index"}, problem.Text{
		VI: "Năm {year}, thứ tự của {n} đơn vị chung có tương quan hạng {rho} với {index}.{far}",
		EN: "In {year}, the order of the {n} common units has a rank correlation of {rho} with {index}.{far}"}, problem.Text{}},
	"disagreement": {Look, problem.Text{VI: "Khác với chỉ số khác", EN: "At odds with another index"}, problem.Text{
		VI: "Năm {year}, thứ tự của {n} đơn vị chung hầu như không liên quan đến {index} (tương quan hạng {rho}, p {p}).{far}",
		EN: "In {year}, the order of the {n} common units is hardly related to {index} (rank correlation {rho}, p {p}).{far}"}, ours},
}
