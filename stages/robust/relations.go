package robust

import "xephang/stages/problem"

// Findings about how nodes go together.
var aboutRelations = map[string]kind{
	"redundant": {Look, problem.Text{VI: "Hai thành phần gần như trùng nhau", EN: "Two parts nearly the same"}, problem.Text{
		VI: "{node} và {other} gần như đo cùng một điều (tương quan {r}, {n} đơn vị); cùng nằm trong {group} nên được tính hai lần.",
		EN: "{node} and {other} nearly measure the same (correlation {r}, {n} units); both are parts of {group}, so it counts twice."},
		problem.Text{VI: "tương quan trên 0,92: " + jrcPractice.VI, EN: "correlation above 0.92: " + jrcPractice.EN}},
	"redundant-apart": {Notice, problem.Text{VI: "Chỉ tiêu trùng nhau ở hai nhóm", EN: "Indicators nearly the same in two groups"}, problem.Text{
		VI: "{node} và {other} thuộc hai nhóm khác nhau nhưng gần như đo cùng một điều (tương quan {r}, {n} đơn vị).",
		EN: "{node} and {other} stand in different groups, but nearly measure the same (correlation {r}, {n} units)."},
		problem.Text{VI: "tương quan trên 0,92: " + jrcPractice.VI, EN: "correlation above 0.92: " + jrcPractice.EN}},
	"negative-siblings": {Look, problem.Text{VI: "Hai thành phần đi ngược nhau", EN: "Two parts against each other"}, problem.Text{
		VI: "{node} và {other} đi ngược nhau (tương quan {r}, p {p}) dù cùng nằm trong {group}: điểm của chúng bù trừ cho nhau.",
		EN: "{node} and {other} go against each other (correlation {r}, p {p}) although both are parts of {group}: their scores cancel out."},
		problem.Text{VI: "tương quan dưới −0,3 với p < 0,05: " + jrcPractice.VI, EN: "correlation below −0.3 with p < 0.05: " + jrcPractice.EN}},
	"negative-own": {Grave, problem.Text{VI: "Ngược chiều với nhóm của mình", EN: "Against its own group"}, problem.Text{
		VI: "{node} tương quan âm với {group} mà nó thuộc về ({r}, p {p}): đơn vị có điểm cao ở đây thường có điểm thấp ở {group}. Cần xem lại chiều hoặc vị trí của nó.",
		EN: "{node} is negatively correlated with {group}, which it is part of ({r}, p {p}): units that score high here tend to score low on {group}. Its direction or its place should be reviewed."},
		problem.Text{VI: "tương quan âm với p < 0,05: " + jrcPractice.VI, EN: "negative correlation with p < 0.05: " + jrcPractice.EN}},
	"weak-own": {Look, problem.Text{VI: "Ít liên quan đến nhóm của mình", EN: "Hardly related to its own group"}, problem.Text{
		VI: "{node} hầu như không liên quan đến {group} mà nó thuộc về (tương quan {r}, p {p}): đổi thứ hạng ở đây hầu như không đổi kết quả.",
		EN: "{node} is hardly related to {group}, which it is part of (correlation {r}, p {p}): the ranking here hardly shows in the result."},
		problem.Text{VI: "tương quan dưới 0,3: " + jrcPractice.VI, EN: "correlation below 0.3: " + jrcPractice.EN}},
	"weak-root": {Notice, problem.Text{VI: "Ít liên quan đến chỉ số chung", EN: "Hardly related to the index"}, problem.Text{
		VI: "{node} hầu như không liên quan đến chỉ số chung (tương quan {r}, p {p}).",
		EN: "{node} is hardly related to the whole index (correlation {r}, p {p})."},
		problem.Text{VI: "tương quan dưới 0,3: " + jrcPractice.VI, EN: "correlation below 0.3: " + jrcPractice.EN}},
	"misplaced": {Look, problem.Text{VI: "Gần nhóm khác hơn nhóm của mình", EN: "Closer to another group than to its own"}, problem.Text{
		VI: "{node} tương quan với {other} ({there}) chặt hơn với nhóm {group} của mình ({here}).",
		EN: "{node} is more closely correlated with {other} ({there}) than with its own group {group} ({here})."}, jrcPractice},
	"alpha-low": {Look, problem.Text{VI: "Các thành phần không nhất quán", EN: "Parts not consistent"}, problem.Text{
		VI: "Hệ số Cronbach alpha của {node} là {alpha}, dưới 0,7: các thành phần của nó không nhất quán với nhau.",
		EN: "Cronbach's alpha of {node} is {alpha}, below 0.7: its parts are not consistent with each other."}, nunnally},
	"alpha-without": {Notice, problem.Text{VI: "Nhất quán hơn nếu bỏ một thành phần", EN: "More consistent without a part"}, problem.Text{
		VI: "Nếu bỏ {other}, hệ số Cronbach alpha của {node} tăng từ {alpha} lên {without}.",
		EN: "Without {other}, Cronbach's alpha of {node} rises from {alpha} to {without}."},
		problem.Text{VI: "tăng từ 0,05: quy ước của bản kiểm toán này", EN: "a rise of 0.05: a convention of this audit"}},
	"kmo-low": {Notice, problem.Text{VI: "Số liệu ít phù hợp để phân tích nhân tố", EN: "Figures little suited to factor analysis"}, problem.Text{
		VI: "Độ đo KMO của {node} là {kmo}, dưới 0,6: các thành phần có ít điểm chung để gộp thành một nhân tố.",
		EN: "The KMO measure of {node} is {kmo}, below 0.6: its parts share too little to make up a factor."},
		problem.Text{VI: "KMO từ 0,6: Kaiser và Rice (1974), theo " + handbook4.VI, EN: "KMO of 0.6 and above: Kaiser and Rice (1974), after " + handbook4.EN}},
	"unrelated": {Notice, problem.Text{VI: "Các thành phần không liên quan nhau", EN: "Parts not related"}, problem.Text{
		VI: "Phép kiểm Bartlett không bác bỏ được rằng các thành phần của {node} không tương quan với nhau (p {p}).",
		EN: "Bartlett's test does not rule out that the parts of {node} are not correlated at all (p {p})."},
		problem.Text{VI: "p từ 0,05: " + handbook4.VI, EN: "p of 0.05 and above: " + handbook4.EN}},
	"dimensions": {Look, problem.Text{VI: "Nhóm đo nhiều hơn một chiều", EN: "Group of more than one dimension"}, problem.Text{
		VI: "{node} có {n} thành phần chính với trị riêng trên 1; thành phần đầu chỉ giải thích {share} phương sai: nhóm này đo nhiều hơn một chiều.",
		EN: "{node} has {n} principal components with an eigenvalue above 1; the first explains only {share} of the variance: the group measures more than one thing."},
		problem.Text{VI: "trị riêng trên 1: Kaiser (1960), theo " + handbook4.VI, EN: "eigenvalues above 1: Kaiser (1960), after " + handbook4.EN}},
	"singular": {Notice, problem.Text{VI: "Ma trận tương quan suy biến", EN: "Singular correlation matrix"}, problem.Text{
		VI: "Không tính được KMO và phép kiểm Bartlett của {node}: {why}.",
		EN: "KMO and Bartlett's test of {node} cannot be computed: {why}."}, problem.Text{}},
}
