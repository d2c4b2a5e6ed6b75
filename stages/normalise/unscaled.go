package normalise

import "xephang/stages/problem"

// What can be wrong with a scale or a rule on an indicator's data.
var (
	scaleConstant = problem.Declare(problem.Kind{
		Code: "scale-constant", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: mọi đơn vị có cùng một giá trị, thang {method} không xác định", EN: "edition {edition}: all units have the same value, the scale {method} is undefined"},
		Expected: problem.Text{VI: "ít nhất hai giá trị khác nhau", EN: "two different values at least"},
		Remedy:   problem.Text{VI: "bỏ chỉ tiêu khỏi kỳ, hoặc dùng thang không dựa vào khoảng biến thiên (goalposts, scaled, rank)", EN: "leave the indicator out, or use a scale that needs no range (goalposts, scaled, rank)"},
		When:     problem.Text{VI: "Khi một chỉ tiêu không phân biệt được các đơn vị; điểm của chỉ tiêu để trống và các chỉ tiêu khác gánh trọng số của nó.", EN: "When an indicator does not tell the units apart; its score stays empty and the other indicators bear its weight."},
		Example:  "1, 1, 1, 1"})
	scaleSingle = problem.Declare(problem.Kind{
		Code: "scale-single", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: chỉ một đơn vị có số liệu, thang {method} không xác định", EN: "edition {edition}: only one unit has a value, the scale {method} is undefined"},
		Expected: problem.Text{VI: "số liệu của ít nhất hai đơn vị", EN: "values of two units at least"},
		Remedy:   problem.Text{VI: "bổ sung số liệu, hoặc bỏ chỉ tiêu khỏi kỳ", EN: "add data, or leave the indicator out"},
		When:     problem.Text{VI: "Khi một chỉ tiêu chỉ có số liệu của một đơn vị; điểm để trống.", EN: "When an indicator has the value of one unit only; its score stays empty."},
		Example:  "1, , , "})
	scaleZeroBase = problem.Declare(problem.Kind{
		Code: "scale-zero-base", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: thang {method} phải chia cho 0", EN: "edition {edition}: the scale {method} divides by 0"},
		Expected: problem.Text{VI: "giá trị làm mẫu số (lớn nhất, nhỏ nhất hoặc trung bình) khác 0", EN: "a base (maximum, minimum or mean) other than 0"},
		Remedy:   problem.Text{VI: "dùng thang khác, như minmax", EN: "use another scale, such as minmax"},
		When:     problem.Text{VI: "Khi giá trị làm mẫu số của thang bằng 0; điểm để trống.", EN: "When the value that the scale divides by is 0; the scores stay empty."},
		Example:  "normalise: fraction-of-max"})
	scaleTurned = problem.Declare(problem.Kind{
		Code: "scale-turned", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: với thang {method}, đơn vị tốt hơn nhận điểm thấp hơn", EN: "edition {edition}: on the scale {method} the better unit gets the lower score"},
		Expected: problem.Text{VI: "giá trị dương và chiều +1 cho thang chia cho giá trị lớn nhất", EN: "positive values and direction +1 for a scale that divides by the maximum"},
		Remedy:   problem.Text{VI: "dùng minmax hoặc distance-to-max cho chỉ tiêu có chiều −1", EN: "use minmax or distance-to-max for an indicator of direction −1"},
		When:     problem.Text{VI: "Khi fraction-of-max gặp giá trị lớn nhất âm, nhất là sau khi đổi chiều chỉ tiêu “càng ít càng tốt”.", EN: "When fraction-of-max meets a negative maximum, above all after “less is better” has changed the sign."},
		Example:  "direction: -1\nnormalise: fraction-of-max"})
	scaleReferenceUnknown = problem.Declare(problem.Kind{
		Code:     "scale-reference-unknown",
		What:     problem.Text{VI: "đơn vị tham chiếu của thang không có trong kỳ {edition}", EN: "the scale's reference unit is not in edition {edition}"},
		Expected: problem.Text{VI: "mã của một đơn vị được tính điểm trong kỳ", EN: "the code of a unit that is scored in the edition"},
		Remedy:   problem.Text{VI: "sửa mã trong distance-to-reference", EN: "mend the code in distance-to-reference"},
		When:     problem.Text{VI: "Khi đơn vị tham chiếu không có trong bảng, hoặc đã bị sàng lọc.", EN: "When the reference unit is not in the table, or was screened out."},
		Example:  "normalise: distance-to-reference:XYZ"})
	scaleReferenceEmpty = problem.Declare(problem.Kind{
		Code: "scale-reference-empty", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: đơn vị tham chiếu {unit} không có số liệu, hoặc kém nhất, ở chỉ tiêu này", EN: "edition {edition}: the reference unit {unit} has no value, or the worst, for this indicator"},
		Expected: problem.Text{VI: "giá trị của đơn vị tham chiếu tốt hơn giá trị kém nhất", EN: "a value of the reference unit that is better than the worst"},
		Remedy:   problem.Text{VI: "chọn đơn vị tham chiếu khác, hoặc thang khác cho chỉ tiêu này", EN: "choose another reference unit, or another scale for this indicator"},
		When:     problem.Text{VI: "Khi không thể đo khoảng cách tới đơn vị tham chiếu; điểm của chỉ tiêu để trống.", EN: "When the distance to the reference unit can't be measured; the indicator's scores stay empty."},
		Example:  "normalise: distance-to-reference:AUT"})
	scaleTargetMissing = problem.Declare(problem.Kind{
		Code:     "scale-target-missing",
		What:     problem.Text{VI: "thang {method} cần đích hoặc hai mốc mà chỉ tiêu không khai báo", EN: "the scale {method} needs a target or goalposts that the indicator does not declare"},
		Expected: problem.Text{VI: "“target: SỐ” cho distance-to-target; “goalposts: [thấp, cao]” với hai số khác nhau cho goalposts", EN: "“target: NUMBER” for distance-to-target; “goalposts: [low, high]”, two different numbers, for goalposts"},
		Remedy:   problem.Text{VI: "khai báo tại chỉ tiêu, theo đơn vị đo tự nhiên", EN: "declare them at the indicator, in natural units"},
		When:     problem.Text{VI: "Khi chỉ tiêu dùng thang theo đích hoặc theo mốc mà thiếu đích, thiếu mốc, hoặc hai mốc trùng nhau.", EN: "When an indicator on such a scale lacks its target or goalposts, or the goalposts are equal."},
		Example:  "- {node: a, normalise: goalposts}"})
	scaleTargetUnreachable = problem.Declare(problem.Kind{
		Code:     "scale-target-unreachable",
		What:     problem.Text{VI: "kỳ {edition}: đích không tốt hơn giá trị kém nhất, điểm sẽ bị đảo chiều hoặc chia cho 0", EN: "edition {edition}: the target is no better than the worst value; scores would turn round or divide by 0"},
		Expected: problem.Text{VI: "đích tốt hơn {worst}", EN: "a target better than {worst}"},
		Remedy:   problem.Text{VI: "sửa “target” hoặc “direction” của chỉ tiêu", EN: "mend the indicator's “target” or “direction”"},
		When:     problem.Text{VI: "Khi mọi đơn vị đều đã ở phía bên kia của đích.", EN: "When every unit is already on the far side of the target."},
		Example:  "- {node: poverty, direction: -1, target: 90}"})
	scaleInfinite = problem.Declare(problem.Kind{
		Code: "scale-infinite", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: {count} giá trị vượt quá phạm vi tính toán", EN: "edition {edition}: {count} values are beyond the range of numbers"},
		Expected: problem.Text{VI: "giá trị hữu hạn, độ lớn dưới 1e300", EN: "finite values of a size below 1e300"},
		Remedy:   problem.Text{VI: "kiểm tra đơn vị đo của chỉ tiêu", EN: "check the indicator's unit of measure"},
		When:     problem.Text{VI: "Khi phép tính cho kết quả vô hạn; ô đó để trống.", EN: "When the arithmetic gives an infinity; the cell stays empty."},
		Example:  "1e308, -1e308"})
	pointsNotYesNo = problem.Declare(problem.Kind{
		Code:     "points-not-yes-no",
		What:     problem.Text{VI: "kỳ {edition}: câu trả lời có/không khác 0 và 1 (đơn vị {unit}, {count} trường hợp)", EN: "edition {edition}: answers to a yes/no question that are neither 0 nor 1 (unit {unit}, {count} cases)"},
		Expected: problem.Text{VI: "1 (có) hoặc 0 (không)", EN: "1 (yes) or 0 (no)"},
		Remedy:   problem.Text{VI: "sửa câu trả lời, hoặc dùng quy tắc ratio", EN: "mend the answer, or use the rule ratio"},
		When:     problem.Text{VI: "Khi quy tắc yes_no gặp một số khác 0 và 1.", EN: "When the rule yes_no meets a number other than 0 and 1."},
		Example:  "0.5"})
	pointsIdle = problem.Declare(problem.Kind{
		Code: "points-idle", Severity: problem.Doubt,
		What:     problem.Text{VI: "kỳ {edition}: đơn vị tốt nhất cũng chỉ bằng 0 hoặc âm, quy tắc relative không phân biệt được", EN: "edition {edition}: the best unit is at 0 or below, the rule relative tells nothing apart"},
		Expected: problem.Text{VI: "ít nhất một đơn vị có giá trị dương", EN: "a positive value of at least one unit"},
		Remedy:   problem.Text{VI: "kiểm tra số liệu của tiêu chí", EN: "check the criterion's data"},
		When:     problem.Text{VI: "Khi không đơn vị nào trong khối có giá trị dương: bằng 0 thì mọi đơn vị được 0 điểm, âm thì điểm để trống.", EN: "When no unit of a block has a positive value: at 0 all earn 0 points, below 0 the points stay empty."},
		Example:  "0, 0, 0"})
	pointsNoAnswer = problem.Declare(problem.Kind{
		Code:     "points-answer-unknown",
		What:     problem.Text{VI: "kỳ {edition}: biểu thức của quy tắc dùng câu trả lời không có trong bảng", EN: "edition {edition}: a rule's expression uses an answer that no table has"},
		Expected: problem.Text{VI: "tên một cột đã nhập hoặc mã một chỉ tiêu", EN: "the name of a column that was read, or of an indicator"},
		Remedy:   problem.Text{VI: "sửa tên trong biểu thức, hoặc thêm cột vào bảng", EN: "mend the name in the expression, or add the column"},
		When:     problem.Text{VI: "Khi một trường hợp của best_of hoặc sum_of tính từ câu trả lời mà kỳ này không có; trường hợp đó coi như trống.", EN: "When a case of best_of or sum_of is computed from an answer that the edition does not have; the case counts as missing."},
		Example:  "best_of: [{value: a/b, points: 5, rule: {ratio: true}}]"})
)
