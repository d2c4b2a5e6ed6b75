package index

import "xephang/stages/problem"

// The kinds of fault of what is declared: nodes, weights, methods, rules, classes, editions.
var (
	badID = problem.Declare(problem.Kind{
		Code:     "index-id",
		What:     problem.Text{VI: "mã không hợp lệ:", EN: "malformed id:"},
		Expected: problem.Text{VI: "chữ cái không dấu, chữ số, “_”, “-”, “.”, bắt đầu bằng chữ cái hoặc chữ số, tối đa 64 ký tự", EN: "unaccented letters, digits, “_”, “-”, “.”, beginning with a letter or digit, at most 64 characters"},
		Remedy:   problem.Text{VI: "đổi mã; tên đầy đủ viết ở “name”", EN: "change the id; the full name goes into “name”"},
		When:     problem.Text{VI: "Mã của nút, khối hay kỳ có dấu cách, dấu tiếng Việt hoặc ký tự lạ.", EN: "The id of a node, block or edition has spaces, accents or odd characters."},
	})
	twiceNode = problem.Declare(problem.Kind{
		Code:     "index-node-twice",
		What:     problem.Text{VI: "hai nút cùng mã", EN: "two nodes of one id"},
		Expected: problem.Text{VI: "mỗi mã một nút (nút đầu ở dòng {line})", EN: "one node to an id (the first on line {line})"},
		Remedy:   problem.Text{VI: "đổi mã của một trong hai nút", EN: "change the id of one of them"},
		When:     problem.Text{VI: "Một mã được dùng cho hai nút trong cùng một cây.", EN: "One id is used for two nodes of a tree."},
	})
	twiceName = problem.Declare(problem.Kind{
		Code: "index-name-twice", Severity: problem.Doubt,
		What:     problem.Text{VI: "hai nút cùng tên", EN: "two nodes of one name"},
		Expected: problem.Text{VI: "tên phân biệt được (nút kia: {other})", EN: "names that can be told apart (the other node: {other})"},
		Remedy:   problem.Text{VI: "đặt tên khác, hoặc trong bảng số liệu dùng mã nút làm tiêu đề cột", EN: "give another name, or head the column by the node's id in tables"},
		When:     problem.Text{VI: "Hai nút của một cây có cùng tên, tên tắt hoặc tên gọi khác.", EN: "Two nodes of a tree share a name, abbreviation or synonym."},
	})
	orphan = problem.Declare(problem.Kind{
		Code:     "index-orphan",
		What:     problem.Text{VI: "không có nút", EN: "no such node:"},
		Expected: problem.Text{VI: "{near_vi}", EN: "{near_en}"},
		Remedy:   problem.Text{VI: "sửa mã, hoặc khai báo nút đó trong cây của kỳ này", EN: "mend the id, or declare the node in the tree of this edition"},
		When:     problem.Text{VI: "Trọng số, miễn trừ, `of:`, phương án hay số liệu nêu một nút không có trong cây.", EN: "A weight, waiver, `of:`, scheme or fact names a node that is not in the tree."},
		Example:  "weights: {ohi: 0.33}; weights: {osi: 0,34} đọc thành osi: 0 và nút “34”",
	})
	unknownUnit = problem.Declare(problem.Kind{
		Code:     "index-unit-unknown",
		What:     problem.Text{VI: "không có đơn vị mang mã", EN: "no unit of the code"},
		Expected: problem.Text{VI: "một mã trong units.csv{near_vi}", EN: "a code of units.csv{near_en}"},
		Remedy:   problem.Text{VI: "sửa mã hoặc thêm đơn vị vào units.csv", EN: "mend the code or add the unit to units.csv"},
		When:     problem.Text{VI: "index.yaml nêu một mã đơn vị không có trong units.csv.", EN: "index.yaml names a unit code that units.csv does not have."},
	})
	expiredUnit = problem.Declare(problem.Kind{
		Code: "index-unit-expired", Severity: problem.Doubt,
		What:     problem.Text{VI: "đơn vị không tồn tại vào ngày của kỳ", EN: "the unit did not exist on the day of the edition:"},
		Expected: problem.Text{VI: "đơn vị có hiệu lực ngày {day}", EN: "a unit valid on {day}"},
		Remedy:   problem.Text{VI: "kiểm tra mã hoặc “as_of” của kỳ; nếu đúng như vậy thì để nguyên", EN: "check the code or the edition's “as_of”; if it is so, leave it"},
		When:     problem.Text{VI: "Một đơn vị được nêu đích danh nhưng units.csv cho là chưa có hoặc không còn vào ngày “as_of”.", EN: "A unit is named although units.csv says it did not exist on the “as_of” day."},
	})
	absentReference = problem.Declare(problem.Kind{
		Code:     "index-reference",
		What:     problem.Text{VI: "đơn vị tham chiếu không tham gia kỳ {edition}:", EN: "the reference unit does not take part in edition {edition}:"},
		Expected: problem.Text{VI: "một đơn vị của kỳ", EN: "a unit of the edition"},
		Remedy:   problem.Text{VI: "chọn đơn vị tham chiếu khác, hoặc phương pháp khác cho kỳ này", EN: "take another reference unit, or another method for this edition"},
		When:     problem.Text{VI: "`distance-to-reference` so với một đơn vị không có trong kỳ.", EN: "`distance-to-reference` compares with a unit that the edition does not have."},
	})
	unknownKind = problem.Declare(problem.Kind{
		Code:     "index-kind-unknown",
		What:     problem.Text{VI: "không có loại đơn vị", EN: "unknown kind of unit"},
		Expected: problem.Text{VI: "một trong: {list}", EN: "one of: {list}"},
		Remedy:   problem.Text{VI: "sửa theo cột “kind” của units.csv", EN: "follow the column “kind” of units.csv"},
		When:     problem.Text{VI: "`units:` hoặc `kinds:` nêu một loại không đơn vị nào mang.", EN: "`units:` or `kinds:` names a kind that no unit has."},
	})
	unknownScheme = problem.Declare(problem.Kind{
		Code:     "index-scheme-unknown",
		What:     problem.Text{VI: "không có cách chia nhóm", EN: "unknown scheme of groups"},
		Expected: problem.Text{VI: "một trong: {list}", EN: "one of: {list}"},
		Remedy:   problem.Text{VI: "sửa theo cột “groups” của units.csv, hoặc thêm cách chia nhóm đó", EN: "follow the column “groups” of units.csv, or add the scheme there"},
		When:     problem.Text{VI: "Xếp hạng hoặc bù khuyết theo một cách chia nhóm mà không đơn vị nào có.", EN: "Ranking or filling asks for a scheme of groups that no unit has."},
	})
	badWeight = problem.Declare(problem.Kind{
		Code:     "index-weight",
		What:     problem.Text{VI: "trọng số không hợp lệ:", EN: "invalid weight:"},
		Expected: problem.Text{VI: "một số hữu hạn từ 0 trở lên", EN: "a finite number from 0 up"},
		Remedy:   problem.Text{VI: "viết số, dấu thập phân là dấu chấm (0.34)", EN: "write a number, with a decimal point (0.34)"},
		When:     problem.Text{VI: "Trọng số không phải là số, âm, hoặc vô hạn.", EN: "A weight is no number, negative or infinite."},
		Example:  "weight: một phần ba",
	})
	zeroWeights = problem.Declare(problem.Kind{
		Code:     "index-weight-zero",
		What:     problem.Text{VI: "tổng trọng số các thành phần bằng 0 ở nút", EN: "the weights of the parts sum to zero at node"},
		Expected: problem.Text{VI: "ít nhất một thành phần có trọng số lớn hơn 0", EN: "at least one part with a weight above 0"},
		Remedy:   problem.Text{VI: "sửa trọng số; thành phần chỉ đo mà không chấm thì ghi “measured: true”", EN: "mend the weights; a part that is only measured takes “measured: true”"},
		When:     problem.Text{VI: "Mọi thành phần của một nút có trọng số 0, kể cả do kỳ khai báo lại.", EN: "All parts of a node weigh 0, perhaps because the edition restates them."},
	})
	badChoice = problem.Declare(problem.Kind{
		Code:     "index-choice",
		What:     problem.Text{VI: "giá trị không nằm trong danh mục:", EN: "not one of the known words:"},
		Expected: problem.Text{VI: "một trong: {list}", EN: "one of: {list}"},
		Remedy:   problem.Text{VI: "chọn một từ trong danh mục", EN: "take one of the words"},
		When:     problem.Text{VI: "Khoá chỉ nhận một số từ nhất định (ties, on, missing, compute, …).", EN: "The key takes certain words only (ties, on, missing, compute, …)."},
	})
	unknownMethod = problem.Declare(problem.Kind{
		Code:     "index-method-unknown",
		What:     problem.Text{VI: "không có phương pháp", EN: "unknown method"},
		Expected: problem.Text{VI: "{near_vi}một trong: {list}", EN: "{near_en}one of: {list}"},
		Remedy:   problem.Text{VI: "chọn một phương pháp trong danh mục", EN: "take one of the methods"},
		When:     problem.Text{VI: "Tên phương pháp bù khuyết, xử lý ngoại lai, chuẩn hoá, tổng hợp, sàng lọc hay trọng số không có trong danh mục.", EN: "A method of filling, treatment, scaling, aggregation, screening or weighting is not in the list."},
	})
	badArgument = problem.Declare(problem.Kind{
		Code:     "index-method-argument",
		What:     problem.Text{VI: "tham số của phương pháp không đúng:", EN: "wrong arguments of the method:"},
		Expected: problem.Text{VI: "{usage} ({vi})", EN: "{usage} ({en})"},
		Remedy:   problem.Text{VI: "sửa tham số; các tham số cách nhau bằng dấu hai chấm", EN: "mend the arguments; they are parted by colons"},
		When:     problem.Text{VI: "Phương pháp thiếu, thừa hoặc sai tham số.", EN: "A method has too few, too many or wrong arguments."},
		Example:  "minmax:0",
	})
	badNumber = problem.Declare(problem.Kind{
		Code:     "index-number",
		What:     problem.Text{VI: "số nằm ngoài phạm vi:", EN: "number out of bounds:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "sửa số", EN: "mend the number"},
		When:     problem.Text{VI: "Một số khai báo nằm ngoài giới hạn có nghĩa.", EN: "A declared number is outside the bounds that make sense."},
	})
	badClasses = problem.Declare(problem.Kind{
		Code:     "index-classes",
		What:     problem.Text{VI: "các mức xếp loại không liền mạch:", EN: "the classes do not join up:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "xếp từ mức cao xuống mức thấp; mức cuối bắt đầu từ đầu thang điểm", EN: "order them from the best down; the last begins where the scale begins"},
		When:     problem.Text{VI: "Ngưỡng không giảm dần, để hở một khoảng điểm, hoặc không điểm nào đạt được.", EN: "Thresholds do not descend, leave a gap, or cannot be reached."},
	})
	badRange = problem.Declare(problem.Kind{
		Code:     "index-range",
		What:     problem.Text{VI: "hai đầu bị đảo hoặc trùng nhau:", EN: "the ends are reversed or equal:"},
		Expected: problem.Text{VI: "[nhỏ, lớn]", EN: "[lower, upper]"},
		Remedy:   problem.Text{VI: "viết số nhỏ trước; chiều xấu–tốt khai báo bằng “direction”", EN: "write the smaller number first; which way is better is said by “direction”"},
		When:     problem.Text{VI: "range, goalposts, bounds hay scale có đầu dưới không nhỏ hơn đầu trên.", EN: "The lower end of a range, goalposts, bounds or scale is not below the upper."},
	})
	badTarget = problem.Declare(problem.Kind{
		Code:     "index-target",
		What:     problem.Text{VI: "mục tiêu không thể đạt:", EN: "the target cannot be reached:"},
		Expected: problem.Text{VI: "một số trong khoảng {range}, khác đầu xuất phát", EN: "a number within {range}, other than its starting end"},
		Remedy:   problem.Text{VI: "sửa “target” hoặc “range” (đơn vị đo tự nhiên của chỉ tiêu)", EN: "mend “target” or “range” (both in the indicator's natural unit)"},
		When:     problem.Text{VI: "Mục tiêu nằm ngoài khoảng giá trị của chỉ tiêu, hoặc ngay tại đầu xấu nhất.", EN: "The target lies outside the indicator's range, or at its worst end."},
	})
)
