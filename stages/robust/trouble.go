package robust

import "xephang/stages/problem"

func say(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// What can be wrong with alternatives once they meet the data.
var (
	alternativeUnread = problem.Declare(problem.Kind{Code: "robust-alternative",
		What:     say("phương án không dùng được", "an alternative that can't be used"),
		Expected: say("một phương pháp với đủ tham số", "a method with its arguments"),
		Remedy:   say("sửa phương án trong “uncertainty”", "mend the alternative in “uncertainty”"),
		When:     say("Một phương án trong “uncertainty” không đọc được khi tính.", "An alternative in “uncertainty” can't be read when it is to be used."),
		Example:  "uncertainty: {treat: [none, winsorise]}"})

	alternativeUndefined = problem.Declare(problem.Kind{Code: "robust-alternative-undefined", Severity: problem.Doubt,
		What:     say("chỉ tiêu {node} không có giá trị theo phương án", "indicator {node} has no value under the alternative"),
		Expected: say("số liệu khác nhau giữa các đơn vị, mốc so sánh có thể đạt được", "values that differ between units, a point of reference that can be reached"),
		Remedy:   say("bỏ phương án này, hoặc bỏ chỉ tiêu không phân biệt đơn vị nào", "drop the alternative, or the indicator that tells no units apart"),
		When:     say("Chuẩn hoá theo một phương án không xác định với số liệu của chỉ tiêu (không đổi, mốc bằng 0…); chỉ tiêu đó bị bỏ ra trong các lần thử này.", "Scaling by an alternative is undefined for an indicator (constant, a base of 0 …); it is left out of those draws."),
		Example:  "uncertainty: {normalise: [minmax:0:100, zscore:0:1]}"})

	unscored = problem.Declare(problem.Kind{Code: "robust-unscored", Severity: problem.Doubt,
		What:     say("{count} đơn vị có hạng lại không có điểm trong một số lần thử:", "{count} ranked units have no score in some draws:"),
		Expected: say("phương án nào cũng cho điểm mọi đơn vị đang được xếp hạng", "alternatives that score every unit that is ranked"),
		Remedy:   say("bỏ phương án không dùng được với số liệu này (ví dụ trung bình nhân khi có thành phần bằng 0)", "drop the alternative that these data can't take (a geometric mean over a part at 0, say)"),
		When:     say("Trong một số lần thử, đơn vị có hạng không tính được điểm; khoảng hạng của đơn vị chỉ dựa trên các lần còn lại.", "In some draws a ranked unit can't be scored; its band rests on the other draws."),
		Example:  "uncertainty: {combine: [mean, geometric]}"})
)

// What can be wrong with a design that is to be replayed, or with asking for draws.
var (
	cantRun = problem.Declare(problem.Kind{Code: "robust-no-ranks",
		What:     say("kỳ này không có thứ hạng được tính để thử lại:", "the edition has no computed ranks to vary:"),
		Expected: say("{vi}", "{en}"),
		Remedy:   say("chọn một kỳ mà chỉ số tính thứ hạng", "choose an edition whose ranks are computed"),
		When:     say("Lệnh robust được gọi với một kỳ chỉ có số công bố, thiếu thành phần hoặc có một đơn vị.", "The verb robust is asked for an edition that is only published, lacks parts or has one unit."),
		Example:  "go run ./pipeline robust app-provinces -out DIR"})

	designHeader = problem.Declare(problem.Kind{Code: "robust-design-header",
		What:     say("tiêu đề cột của bảng phương án không dùng được:", "a heading of the design that can't be used:"),
		Expected: say("{vi}", "{en}"),
		Remedy:   say("sửa dòng tiêu đề", "mend the header line"),
		When:     say("Bảng phương án thiếu cột draw, có cột lạ, cột lặp lại hoặc nút không có trong kỳ.", "A design lacks the column draw, or has an unknown or repeated column or a node that the edition does not have."),
		Example:  "draw,treat,normalise,weight:Physikal"})

	designCell = problem.Declare(problem.Kind{Code: "robust-design-cell",
		What:     say("ô của bảng phương án không dùng được:", "a cell of the design that can't be used:"),
		Expected: say("{vi}", "{en}"),
		Remedy:   say("sửa ô, hoặc để trống để giữ như khai báo", "mend the cell, or leave it empty to keep what is declared"),
		When:     say("Số thứ tự lặp lại hay trống, trọng số không phải số từ 0 trở lên, dòng thừa hoặc thiếu ô.", "A draw's number is repeated or empty, a weight is no number from 0 up, a line has too many or too few cells."),
		Example:  "1,winsorise:3:log,zscore:10:2,geometric,một phần ba"})

	designEmpty = problem.Declare(problem.Kind{Code: "robust-design-empty",
		What:     say("bảng phương án không có dòng nào", "the design has no line"),
		Expected: say("ít nhất một lần thử", "one draw at least"),
		Remedy:   say("thêm các dòng: draw,treat,normalise,combine,weight:NÚT", "add lines: draw,treat,normalise,combine,weight:NODE"),
		When:     say("Tệp trống hoặc chỉ có tiêu đề.", "The file is empty or has a header only."),
		Example:  "draw,treat,normalise,combine"})
)

// Why there are no bands, or no sensitivity.
var (
	whyDear      = say("Bảng quá lớn, hoặc cách tổng hợp quá tốn, để phân tích độ nhạy.", "The table is too large, or its combination too dear, for an analysis of sensitivity.")
	whyOneFactor = say("Chỉ có một giả định thay đổi nên không có gì để so sánh.", "One assumption only is varied, so there is nothing to compare it with.")
	whyPublished = say("Thứ hạng chỉ lấy theo công bố, chỉ số không được tính lại nên không có khoảng dao động của hạng.", "The ranks are as published; the index is not recomputed, so there is no band around them.")
	whyPartial   = say("Thiếu thành phần nên chỉ tính điểm, không xếp hạng: không có khoảng dao động của hạng.", "Parts are missing, so scores are computed but nothing is ranked: there is no band.")
	whyUnranked  = say("Không đơn vị nào được xếp hạng ở kỳ này.", "No unit is ranked in this edition.")
	whyFew       = say("Chỉ có một đơn vị được xếp hạng: hạng không thể thay đổi.", "One unit only is ranked: its place can't change.")
	whyMany      = say("Quá nhiều đơn vị để thử lại nhiều lần (tối đa 32.766).", "Too many units for many draws (32,766 at most).")
	whyNothing   = say("Chỉ số không khai báo gì để thử, và không nút nào có từ hai thành phần mang trọng số cho trước.", "The index declares nothing to vary, and no node has two parts with given weights.")
)
