package index

import "xephang/stages/problem"

// The kinds of fault that need two declarations to be seen: methods against scales, rules against points, editions.
var (
	zeroMean = problem.Declare(problem.Kind{
		Code:     "index-mean-zero",
		What:     problem.Text{VI: "trung bình này không dùng được với thang điểm có thể bằng 0 hoặc âm:", EN: "this mean cannot be taken over a scale that can reach zero or below:"},
		Expected: problem.Text{VI: "mọi thành phần lớn hơn 0 (thành phần “{part}” có thể xuống tới {low})", EN: "all parts above 0 (the part “{part}” can fall to {low})"},
		Remedy:   problem.Text{VI: "chuẩn hoá về 1..100 (“normalise: minmax:1:100”) hoặc chọn trung bình cộng (“combine: mean”)", EN: "normalise to 1..100 (“normalise: minmax:1:100”) or take the arithmetic mean (“combine: mean”)"},
		When:     problem.Text{VI: "Trung bình nhân hoặc điều hoà trên thang điểm chạm 0.", EN: "A geometric or harmonic mean over a scale that can reach zero."},
		Example:  "normalise: minmax:0:100 + combine: geometric",
	})
	needs = problem.Declare(problem.Kind{
		Code:     "index-method-needs",
		What:     problem.Text{VI: "phương pháp thiếu số liệu khai báo:", EN: "the method lacks a declaration it needs:"},
		Expected: problem.Text{VI: "khoá “{key}” ở nút “{node}”", EN: "the key “{key}” at node “{node}”"},
		Remedy:   problem.Text{VI: "thêm “{key}” cho nút đó hoặc chọn phương pháp khác", EN: "add “{key}” to the node or take another method"},
		When:     problem.Text{VI: "goalposts, distance-to-target, ahp hay importance được chọn mà nút không có khoá đi kèm.", EN: "goalposts, distance-to-target, ahp or importance is asked for where the node lacks the key that goes with it."},
	})
	badLevels = problem.Declare(problem.Kind{
		Code:     "index-combine-levels",
		What:     problem.Text{VI: "số phương pháp tổng hợp không khớp số cấp:", EN: "the number of combine methods does not fit the levels:"},
		Expected: problem.Text{VI: "một phương pháp, hoặc {count} (mỗi cấp trên cấp chỉ tiêu một phương pháp, từ dưới lên)", EN: "one method, or {count} (one for each level above the indicators, from the lowest)"},
		Remedy:   problem.Text{VI: "thêm hoặc bớt phương pháp trong danh sách", EN: "add methods to the list or remove some"},
		When:     problem.Text{VI: "`combine: [a, b, …]` dài hoặc ngắn hơn số cấp tổng hợp của cây.", EN: "`combine: [a, b, …]` is longer or shorter than the levels of the tree."},
	})
	badRule = problem.Declare(problem.Kind{
		Code:     "index-rule",
		What:     problem.Text{VI: "quy tắc chấm điểm không đúng:", EN: "wrong scoring rule:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "viết đúng một quy tắc, ví dụ “rule: {ratio: true}”", EN: "write exactly one rule, such as “rule: {ratio: true}”"},
		When:     problem.Text{VI: "Không có quy tắc nào, có nhiều quy tắc, hoặc tên quy tắc lạ.", EN: "There is no rule, more than one, or an unknown one."},
	})
	badSteps = problem.Declare(problem.Kind{
		Code:     "index-steps",
		What:     problem.Text{VI: "bảng bậc điểm không tăng dần:", EN: "the steps do not ascend:"},
		Expected: problem.Text{VI: "các cặp [ngưỡng, điểm] với ngưỡng tăng dần", EN: "pairs [threshold, points] with ascending thresholds"},
		Remedy:   problem.Text{VI: "xếp lại các bậc; mỗi ngưỡng một bậc", EN: "put the steps in order; one step to a threshold"},
		When:     problem.Text{VI: "Ngưỡng của bậc sau không lớn hơn ngưỡng của bậc trước.", EN: "A step's threshold is not above the one before."},
	})
	badPoints = problem.Declare(problem.Kind{
		Code:     "index-points",
		What:     problem.Text{VI: "điểm tối đa không hợp lý ở", EN: "the maximum of points does not fit at"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "sửa “points” của tiêu chí hoặc điểm trong quy tắc", EN: "mend the criterion's “points” or those inside its rule"},
		When:     problem.Text{VI: "Tiêu chí chấm điểm không có điểm tối đa, hoặc quy tắc cho điểm vượt mức tối đa.", EN: "A criterion scored in points has no maximum, or its rule gives more than the maximum."},
	})
	badRelative = problem.Declare(problem.Kind{
		Code:     "index-relative",
		What:     problem.Text{VI: "so với đơn vị tốt nhất của khối, nhưng kỳ không chia khối:", EN: "relative to the best of the block, but the edition has no blocks:"},
		Expected: problem.Text{VI: "“blocks” ở mọi kỳ có tính điểm", EN: "“blocks” in every edition that computes"},
		Remedy:   problem.Text{VI: "khai báo “blocks” cho kỳ, hoặc viết “relative: all”", EN: "declare “blocks” for the edition, or write “relative: all”"},
		When:     problem.Text{VI: "`relative: block` hoặc `within: block` trong khi kỳ không có khối.", EN: "`relative: block` or `within: block` while the edition has no blocks."},
	})
	badFormula = problem.Declare(problem.Kind{
		Code:     "index-expression",
		What:     problem.Text{VI: "biểu thức sai ({why_vi}):", EN: "malformed expression ({why_en}):"},
		Expected: problem.Text{VI: "phép tính trên tên các câu trả lời, ví dụ “a / b”; hàm dùng được: {list}", EN: "arithmetic on the names of answers, such as “a / b”; functions: {list}"},
		Remedy:   problem.Text{VI: "sửa biểu thức tại vị trí nêu trên", EN: "mend the expression at that position"},
		When:     problem.Text{VI: "`value:` không phải là một biểu thức tính được.", EN: "`value:` is no expression that can be computed."},
		Example:  "value: services_level4 / / services_total",
	})
	badMatrix = problem.Declare(problem.Kind{
		Code:     "index-pairwise",
		What:     problem.Text{VI: "ma trận so sánh cặp không đúng:", EN: "wrong matrix of pairwise comparisons:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "sửa ma trận: mỗi hàng, mỗi cột một thành phần, theo thứ tự của “parts”", EN: "mend the matrix: a row and a column to each part, in the order of “parts”"},
		When:     problem.Text{VI: "Ma trận AHP không vuông, không nghịch đảo hoặc có số không dương.", EN: "The AHP matrix is not square, not reciprocal or not positive."},
	})
	noEdition = problem.Declare(problem.Kind{
		Code:     "index-edition-none",
		What:     problem.Text{VI: "chỉ số không có kỳ nào", EN: "the index has no edition"},
		Expected: problem.Text{VI: "ít nhất một kỳ, ví dụ “editions: {2024: }”", EN: "at least one edition, such as “editions: {2024: }”"},
		Remedy:   problem.Text{VI: "thêm kỳ vào “editions”", EN: "add the edition to “editions”"},
		When:     problem.Text{VI: "`editions` thiếu hoặc trống.", EN: "`editions` is missing or empty."},
	})
	twiceEdition = problem.Declare(problem.Kind{
		Code:     "index-edition-twice",
		What:     problem.Text{VI: "kỳ khai báo hai lần:", EN: "edition declared twice:"},
		Expected: problem.Text{VI: "mỗi kỳ một lần (lần đầu ở dòng {line})", EN: "each edition once (first on line {line})"},
		Remedy:   problem.Text{VI: "gộp hai đoạn làm một", EN: "join the two into one"},
		When:     problem.Text{VI: "Hai đoạn trong `editions` mang cùng một mã.", EN: "Two entries of `editions` have the same id."},
	})
	badPrevious = problem.Declare(problem.Kind{
		Code:     "index-previous",
		What:     problem.Text{VI: "không so sánh được với kỳ", EN: "no edition to compare with:"},
		Expected: problem.Text{VI: "một kỳ trước kỳ này ({list_vi}) hoặc “none”", EN: "an edition before this one ({list_en}) or “none”"},
		Remedy:   problem.Text{VI: "sửa “previous”, hoặc xếp các kỳ từ cũ đến mới", EN: "mend “previous”, or order the editions from the oldest"},
		When:     problem.Text{VI: "`previous` nêu một kỳ không có, chính nó, hoặc một kỳ sau.", EN: "`previous` names an edition that does not exist, the edition itself, or a later one."},
	})
	badDate = problem.Declare(problem.Kind{
		Code:     "index-date",
		What:     problem.Text{VI: "ngày không hợp lệ:", EN: "invalid date:"},
		Expected: problem.Text{VI: "năm-tháng-ngày, ví dụ 2025-06-30", EN: "year-month-day, such as 2025-06-30"},
		Remedy:   problem.Text{VI: "viết lại ngày", EN: "write the date again"},
		When:     problem.Text{VI: "Ngày không viết theo năm-tháng-ngày hoặc không có trong lịch.", EN: "A date is not written year-month-day or is not in the calendar."},
	})
	badBlock = problem.Declare(problem.Kind{
		Code:     "index-block",
		What:     problem.Text{VI: "hai khối giao nhau:", EN: "two blocks overlap:"},
		Expected: problem.Text{VI: "mỗi đơn vị, mỗi loại đơn vị thuộc một khối (đã thuộc khối “{other}”)", EN: "each unit and each kind in one block (it is in block “{other}” already)"},
		Remedy:   problem.Text{VI: "bỏ ở một trong hai khối", EN: "remove it from one of the two"},
		When:     problem.Text{VI: "Một đơn vị hoặc một loại đơn vị được xếp vào hai khối, hoặc hai khối cùng mã.", EN: "A unit or kind stands in two blocks, or two blocks share an id."},
	})
	twiceItem = problem.Declare(problem.Kind{
		Code:     "index-item-twice",
		What:     problem.Text{VI: "viết hai lần trong danh sách:", EN: "twice in the list:"},
		Expected: problem.Text{VI: "mỗi mục một lần", EN: "each item once"},
		Remedy:   problem.Text{VI: "bỏ mục thừa", EN: "remove the surplus item"},
		When:     problem.Text{VI: "Một danh sách có hai mục giống nhau.", EN: "A list has two equal items."},
	})
)
