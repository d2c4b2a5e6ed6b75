package forms

import "xephang/stages/problem"

// What can be wrong with self-scores and evidence.
var (
	selfBad = problem.Declare(problem.Kind{Code: "self-score-bad",
		What:     tx("điểm tự chấm không đọc được", "a self-score that cannot be read"),
		Expected: tx("điểm từ 0 đến {most}, hoặc để trống", "points from 0 to {most}, or blank"),
		Remedy:   tx("ghi lại điểm bằng số", "enter the points as a number"),
		When:     tx("Ô điểm tự chấm có chữ, ngày tháng hoặc giá trị lỗi do tự gõ.", "The self-score was typed and holds words, a date or an error."),
		Example:  "10 điểm tối đa"})
	selfOutside = problem.Declare(problem.Kind{Code: "self-score-outside",
		What:     tx("điểm tự chấm ngoài khoảng cho phép", "a self-score out of range"),
		Expected: tx("từ 0 đến {most} điểm", "0 to {most} points"),
		Remedy:   tx("kiểm tra lại điểm; ô có công thức thì khôi phục công thức", "check the points; restore the formula where there was one"),
		When:     tx("Điểm tự chấm âm hoặc lớn hơn điểm tối đa của tiêu chí.", "The self-score is negative or above the criterion’s maximum.")})
	evidenceLacking = problem.Declare(problem.Kind{Code: "evidence-missing",
		What:     tx("tự chấm {points} điểm nhưng chưa kê minh chứng cho tiêu chí {code}", "the self-score is {points}, and no evidence is listed for criterion {code}"),
		Expected: tx("ít nhất một văn bản ở trang minh chứng khi tự chấm trên {above} điểm", "at least one document on the sheet of evidence above {above} points"),
		Remedy:   tx("thêm một dòng ở trang minh chứng: mã {code}, số văn bản, trích yếu, ngày", "add a row to the sheet of evidence: code {code}, number, title, date"),
		When:     tx("Tiêu chí yêu cầu minh chứng trên một mức điểm mà đơn vị không kê văn bản nào.", "The criterion requires evidence above a score, and none is listed.")})
	evidenceCode = problem.Declare(problem.Kind{Code: "evidence-code",
		What:     tx("minh chứng không rõ của tiêu chí nào", "evidence of which the criterion cannot be told"),
		Expected: tx("mã một tiêu chí của biểu mẫu, chọn trong danh sách", "the code of a criterion of the form, chosen from the list"),
		Remedy:   tx("chọn lại mã tiêu chí ở cột đầu của dòng", "choose the criterion’s code in the row’s first column"),
		When:     tx("Cột mã của dòng minh chứng trống hoặc ghi mã không có.", "The code of a row of evidence is blank or unknown.")})
	evidenceDate = problem.Declare(problem.Kind{Code: "evidence-date",
		What:     tx("ngày không đọc được ({why_vi})", "a date that cannot be read ({why_en})"),
		Expected: tx("ngày/tháng/năm đủ bốn chữ số năm, ví dụ 26/8/2020", "day/month/year with a year of four digits, such as 26/8/2020"),
		Remedy:   tx("ghi lại ngày đầy đủ; minh chứng vẫn được giữ", "write the whole date; the evidence is kept"),
		When:     tx("Ngày văn bản thiếu năm, thiếu ngày, hoặc không có trong lịch.", "The document’s date lacks its year or day, or is not in the calendar."),
		Example:  "26.8"})
	evidenceThin = problem.Declare(problem.Kind{Code: "evidence-thin", Severity: problem.Doubt,
		What:     tx("minh chứng thiếu số, ký hiệu và trích yếu", "evidence without number and title"),
		Expected: tx("số, ký hiệu hoặc trích yếu của văn bản", "the document’s number or title"),
		Remedy:   tx("bổ sung số, ký hiệu và trích yếu", "add its number and title"),
		When:     tx("Dòng minh chứng chỉ có ngày hoặc đường dẫn.", "A row of evidence holds only a date or a link.")})
)

// What the checks that an index declares find. The severity is the check's.
var (
	checkRelation = problem.Declare(problem.Kind{Code: "check-relation",
		What:     tx("câu trả lời không hợp với câu khác: {figures}", "the answer does not fit another: {figures}"),
		Expected: tx("{name_vi} ({rule})", "{name_en} ({rule})"),
		Remedy:   tx("kiểm tra lại các câu này, sửa câu sai", "check these answers and mend the wrong one"),
		When:     tx("Một quan hệ giữa các câu trả lời khai báo trong index.yaml không được thoả mãn.", "A relation between answers that index.yaml declares does not hold.")})
	checkSum = problem.Declare(problem.Kind{Code: "check-sum",
		What:     tx("các phần cộng lại là {sum}, không phải {total}", "the parts add up to {sum}, not to {total}"),
		Expected: tx("{name_vi} ({rule})", "{name_en} ({rule})"),
		Remedy:   tx("kiểm tra lại từng phần và tổng", "check the parts and the total"),
		When:     tx("Tổng các phần khác với câu trả lời về tổng.", "The parts do not add up to the answer for the total.")})
	checkMove = problem.Declare(problem.Kind{Code: "check-move", Severity: problem.Doubt,
		What:     tx("{way_vi} so với kỳ trước ({before} → {now})", "{way_en} since the last edition ({before} → {now})"),
		Expected: tx("{name_vi}: thay đổi không quá {limit}", "{name_en}: a move of {limit} at most"),
		Remedy:   tx("kiểm tra lại số và đơn vị tính; nếu đúng thì giải trình", "check the number and its unit; explain it if it is right"),
		When:     tx("Câu trả lời thay đổi so với kỳ trước nhiều hơn mức index.yaml coi là bình thường.", "The answer moved since the last edition by more than index.yaml takes for usual.")})
	checkFeasible = problem.Declare(problem.Kind{Code: "check-feasible", Severity: problem.Doubt,
		What:     tx("{percent} không thể là tỷ lệ của một số nguyên trên {n}; gần nhất: {near}", "{percent} cannot be the share of a whole number of {n}; nearest: {near}"),
		Expected: tx("{name_vi}", "{name_en}"),
		Remedy:   tx("kiểm tra lại tỷ lệ và tổng số", "check the share and the total"),
		When:     tx("Không có số nguyên k nào để k chia cho tổng số, làm tròn, cho ra tỷ lệ đã ghi (phép thử GRIM).", "There is no whole k of which k over the total rounds to the share given (the GRIM test)."),
		Example:  "85,37 % của/of 12"})
)
