package extract

import (
	"strconv"

	"xephang/stages/problem"
)

func itoa(n int) string { return strconv.Itoa(n) }

// What can be wrong with the tables of targets, tasks and series.
var (
	ledgerColumn = problem.Declare(problem.Kind{Code: "ledger-column-unknown", Severity: problem.Doubt,
		What:     tx("cột không nhận ra, không được đọc", "an unknown column, which is not read"),
		Expected: tx("một trong: {columns}", "one of: {columns}"),
		Remedy:   tx("sửa tên cột hoặc xoá cột", "mend the column's name or delete it"),
		When:     tx("Bảng mục tiêu, nhiệm vụ hay chuỗi số liệu có cột lạ.", "A table of targets, tasks or series has a strange column.")})
	ledgerColumnTwice = problem.Declare(problem.Kind{Code: "ledger-column-twice",
		What:     tx("cột lặp lại", "a repeated column"),
		Expected: tx("mỗi cột một lần", "every column once"),
		Remedy:   tx("xoá một trong hai cột", "delete one of the two"),
		When:     tx("Hai cột của bảng mục tiêu, nhiệm vụ hay chuỗi số liệu cùng tên.", "Two columns of a table of targets, tasks or series have one name.")})
	ledgerColumnMissing = problem.Declare(problem.Kind{Code: "ledger-column-missing",
		What:     tx("thiếu cột {column}", "the column {column} is missing"),
		Expected: tx("cột {column} ở dòng đầu", "a column {column} in the first row"),
		Remedy:   tx("thêm cột {column}", "add the column {column}"),
		When:     tx("Bảng mục tiêu, nhiệm vụ hay chuỗi số liệu thiếu một cột bắt buộc.", "A table of targets, tasks or series lacks a column that it needs.")})
	ledgerBlank = problem.Declare(problem.Kind{Code: "ledger-blank",
		What:     tx("ô {column} trống", "the cell of {column} is blank"),
		Expected: tx("một giá trị ở cột {column}", "a value in the column {column}"),
		Remedy:   tx("điền ô hoặc xoá dòng", "fill the cell or delete the row"),
		When:     tx("Một dòng thiếu mã hoặc ngày.", "A row lacks its id or date.")})
	ledgerTwice = problem.Declare(problem.Kind{Code: "ledger-id-twice",
		What:     tx("mã lặp lại", "a repeated id"),
		Expected: tx("mỗi mã một dòng; dòng kia ở {other}", "one row for each id; the other is {other}"),
		Remedy:   tx("đổi mã hoặc xoá một dòng", "change the id or delete a row"),
		When:     tx("Hai mục tiêu, nhiệm vụ hay chuỗi cùng một mã.", "Two targets, tasks or series have one id.")})
	ledgerUnknown = problem.Declare(problem.Kind{Code: "ledger-reference",
		What:     tx("mã không có trong bảng {table}", "an id that the table {table} does not have"),
		Expected: tx("một mã của bảng {table}", "an id of the table {table}"),
		Remedy:   tx("sửa mã hoặc thêm dòng vào bảng {table}", "mend the id or add a row to the table {table}"),
		When:     tx("Một bảng nhắc đến mục tiêu, nhiệm vụ hay chuỗi không tồn tại.", "A table names a target, task or series that does not exist.")})
	ledgerOneLanguage = problem.Declare(problem.Kind{Code: "ledger-one-language", Severity: problem.Doubt,
		What:     tx("{column} chỉ có một ngôn ngữ", "{column} is there in one language only"),
		Expected: tx("{column}_vi và {column}_en cùng có hoặc cùng trống", "{column}_vi and {column}_en, both or neither"),
		Remedy:   tx("viết thêm ngôn ngữ còn thiếu", "write the language that is missing"),
		When:     tx("Văn bản sẽ lên trang thiếu tiếng Việt hoặc tiếng Anh.", "A text that reaches a page lacks Vietnamese or English.")})
	ledgerNumber = problem.Declare(problem.Kind{Code: "ledger-number",
		What:     tx("giá trị ở cột {column} không dùng được", "the value in the column {column} cannot be used"),
		Expected: tx("một con số hợp lý, dấu chấm thập phân; tỷ lệ từ 0 đến 100", "a sensible number with a decimal point; a share from 0 to 100"),
		Remedy:   tx("sửa con số", "mend the number"),
		When:     tx("Một giá trị của bảng mục tiêu, nhiệm vụ hay chuỗi không phải số hoặc ngoài khoảng có thể.", "A value of the tables of targets, tasks or series is no number or lies outside of what is possible.")})
	ledgerDate = problem.Declare(problem.Kind{Code: "ledger-date",
		What:     tx("ngày viết sai", "a malformed date"),
		Expected: tx("ngày có thật: 2020-10-31, tháng 2020-10 hoặc năm 2020", "a real day 2020-10-31, a month 2020-10 or a year 2020"),
		Remedy:   tx("sửa ngày", "mend the date"),
		When:     tx("Thời hạn hay ngày của một số liệu không đọc được.", "A deadline or the date of a figure cannot be read.")})
	ledgerWord = problem.Declare(problem.Kind{Code: "ledger-word",
		What:     tx("từ không nằm trong danh sách", "a word that is not in the list"),
		Expected: tx("một trong: {words}", "one of: {words}"),
		Remedy:   tx("sửa từ", "mend the word"),
		When:     tx("Phép so sánh, trạng thái hay dấu hiệu viết khác danh sách cho phép.", "A comparison, status or sign is not one of those allowed.")})
	targetValueMissing = problem.Declare(problem.Kind{Code: "target-value-missing",
		What:     tx("mục tiêu không có giá trị cần đạt", "a target without the value to be reached"),
		Expected: tx("một con số ở cột target", "a number in the column target"),
		Remedy:   tx("điền giá trị, hoặc đặt op là by hay start", "fill in the value, or let op be by or start"),
		When:     tx("Mục tiêu so sánh một giá trị nhưng ô target trống.", "A target compares a value and its cell is blank.")})
	countParts = problem.Declare(problem.Kind{Code: "count-parts",
		What:     tx("các phần cộng lại được {parts}, vượt tổng số", "the parts add up to {parts}, more than the whole"),
		Expected: tx("hoàn thành + đã trình + đang thực hiện không quá tổng số", "done + submitted + under way at most the total"),
		Remedy:   tx("kiểm tra lại nguồn", "look at the source again"),
		When:     tx("Số nhiệm vụ theo trạng thái không khớp tổng số.", "Tasks by status do not fit their total.")})
	countPercent = problem.Declare(problem.Kind{Code: "count-percent", Severity: problem.Doubt,
		What:     tx("tỷ lệ không khớp {done}/{total}", "the percentage does not fit {done} of {total}"),
		Expected: tx("{done}/{total} tính theo phần trăm", "{done} of {total} in per cent"),
		Remedy:   tx("kiểm tra lại nguồn", "look at the source again"),
		When:     tx("Tỷ lệ in trong nguồn khác phép chia hai số của nó.", "A printed percentage differs from the quotient of its two numbers.")})
)
