package extract

import "xephang/stages/problem"

// What can be wrong with a row.
var (
	unitBlank = problem.Declare(problem.Kind{Code: "unit-blank",
		What:     tx("dòng có số liệu nhưng không có đơn vị", "a row with figures and no unit"),
		Expected: tx("mã hoặc tên đơn vị ở mỗi dòng", "a unit's code or name in every row"),
		Remedy:   tx("điền đơn vị hoặc xoá dòng", "fill in the unit or delete the row"),
		When:     tx("Ô đơn vị trống, thường do ô gộp hoặc dòng tổng.", "The unit cell is blank, mostly because of merged cells or a row of totals.")})
	unitTwice = problem.Declare(problem.Kind{Code: "unit-twice",
		What:     tx("đơn vị lặp lại", "a repeated unit"),
		Expected: tx("mỗi đơn vị một dòng; dòng kia là {other}", "one row for each unit; the other is {other}"),
		Remedy:   tx("xoá hoặc sửa một trong hai dòng", "delete or mend one of the two rows"),
		When:     tx("Hai dòng của một bảng là cùng một đơn vị, có thể dưới hai tên.", "Two rows of a table are the same unit, perhaps under two names.")})
	unitDisagrees = problem.Declare(problem.Kind{Code: "unit-disagrees",
		What:     tx("mã và tên là hai đơn vị khác nhau", "code and name are two different units"),
		Expected: tx("tên của {code} ({name})", "a name of {code} ({name})"),
		Remedy:   tx("sửa mã hoặc tên", "mend the code or the name"),
		When:     tx("Một dòng có cả mã và tên đơn vị nhưng chúng không khớp.", "A row has a unit's code and name, and they do not agree.")})
	unitOutside = problem.Declare(problem.Kind{Code: "unit-outside",
		What:     tx("đơn vị không thuộc kỳ này", "a unit that takes no part in this edition"),
		Expected: tx("một đơn vị trong danh sách của kỳ {edition}", "a unit of edition {edition}"),
		Remedy:   tx("xoá dòng hoặc thêm đơn vị vào index.yaml (only:, blocks:)", "delete the row or add the unit to index.yaml (only:, blocks:)"),
		When:     tx("Đơn vị có trong units.csv nhưng index.yaml không kể vào kỳ này.", "The unit is in units.csv, but index.yaml does not count it in this edition.")})
	cellDisagrees = problem.Declare(problem.Kind{Code: "cell-disagrees",
		What:     tx("hai nguồn cho cùng một số nói khác nhau", "two sources of one figure disagree"),
		Expected: tx("{other} như ở {place}", "{other} as at {place}"),
		Remedy:   tx("xem nguồn, sửa hoặc xoá số sai", "look at the sources, mend or delete the wrong figure"),
		When:     tx("Cùng đơn vị, chỉ tiêu và kỳ có hai giá trị khác nhau ở hai ô.", "Two cells give different values for the same unit, node and edition.")})
)

// What can be wrong with a figure.
var (
	numberBad = problem.Declare(problem.Kind{Code: "number-bad",
		What:     tx("không đọc được thành số ({why_vi})", "cannot be read as a number ({why_en})"),
		Expected: tx("một số, ví dụ 0,9039 hoặc 74,7%; ô trống hoặc n/a nếu không có", "a number such as 0.9039 or 74.7%; blank or n/a where there is none"),
		Remedy:   tx("nhập lại số vào ô, để chú thích ở cột ghi chú", "enter the number alone, and remarks in the note column"),
		When:     tx("Ô số có chữ, ngày tháng hoặc dấu phân cách sai chỗ.", "A cell for a number holds words, a date or misplaced marks."),
		Example:  "12 dịch vụ"})
	numberTwoWays = problem.Declare(problem.Kind{Code: "number-ambiguous",
		What:     tx("số đọc được theo hai cách: {one} hoặc {two}", "a number that can be read as {one} or as {two}"),
		Expected: tx("một cách viết không lẫn, ví dụ {sure}", "a way of writing that leaves no doubt, such as {sure}"),
		Remedy:   tx("nhập ô dưới dạng số (không phải văn bản), hoặc thống nhất dấu thập phân trong cột", "enter the cell as a number (not text), or use one decimal mark in the column"),
		When:     tx("Dấu chấm hoặc phẩy có thể là dấu thập phân hay dấu nghìn và không có gì trong cột cho biết.", "The dot or comma may be decimal or may part thousands, and nothing in the column tells."),
		Example:  "1.234"})
	cellError = problem.Declare(problem.Kind{Code: "cell-error",
		What:     tx("ô chứa giá trị lỗi", "a cell with an error value"),
		Expected: tx("một số, hoặc ô trống", "a number, or a blank cell"),
		Remedy:   tx("sửa công thức hoặc tham chiếu bị hỏng", "mend the formula or the broken reference"),
		When:     tx("Công thức của bảng tính cho ra #REF!, #DIV/0!, #N/A…", "A formula of the spreadsheet gives #REF!, #DIV/0!, #N/A…"),
		Example:  "#REF!"})
	cellDate = problem.Declare(problem.Kind{Code: "cell-date",
		What:     tx("ô kiểu ngày tháng ở chỗ cần số", "a date where a number is needed"),
		Expected: tx("một số", "a number"),
		Remedy:   tx("đặt định dạng ô là Số rồi nhập lại giá trị (Excel đã đổi số thành ngày)", "format the cell as Number and enter the value again (Excel turned it into a date)"),
		When:     tx("Excel tự đổi những gì giống ngày (1-2, 26.8) thành ngày tháng.", "Excel turns what looks like a date (1-2, 26.8) into one.")})
	cellBool = problem.Declare(problem.Kind{Code: "cell-bool",
		What:     tx("ô đúng/sai ở chỗ cần số", "a true/false cell where a number is needed"),
		Expected: tx("một số", "a number"),
		Remedy:   tx("nhập số vào ô", "enter a number"),
		When:     tx("Ô kiểu lô-gic nằm trong cột số.", "A logical cell stands in a column of numbers.")})
	rankBad = problem.Declare(problem.Kind{Code: "rank-bad",
		What:     tx("hạng không hợp lệ", "an invalid rank"),
		Expected: tx("số nguyên từ 1, ví dụ 12 hoặc 12/34", "a whole number from 1, such as 12 or 12/34"),
		Remedy:   tx("sửa hạng hoặc để trống", "mend the rank or leave it blank"),
		When:     tx("Ô hạng không phải số nguyên dương, hoặc lớn hơn số đơn vị được xếp.", "A rank is no positive whole number, or is above the number of units ranked.")})
	valueOutside = problem.Declare(problem.Kind{Code: "value-outside",
		What:     tx("giá trị ngoài khoảng cho phép của {node}", "a value outside the range of {node}"),
		Expected: tx("từ {low} đến {high}", "from {low} to {high}"),
		Remedy:   tx("sửa giá trị, hoặc ghi miễn trừ kèm lý do vào waive: của index.yaml", "mend the value, or waive it with a reason under waive: in index.yaml"),
		When:     tx("Giá trị nằm ngoài range: của chỉ tiêu mà không có miễn trừ.", "The value lies outside the node's range: and no waiver covers it.")})
	noQuotient = problem.Declare(problem.Kind{Code: "value-undefined", Severity: problem.Doubt,
		What:     tx("không tính được {node} từ các câu trả lời ({formula})", "{node} cannot be computed from the answers ({formula})"),
		Expected: tx("mẫu số khác 0", "a denominator other than 0"),
		Remedy:   tx("kiểm tra mẫu số; giá trị được coi là thiếu", "check the denominator; the value is taken as missing"),
		When:     tx("Biểu thức có phép chia cho 0 hoặc kết quả vô hạn dù đủ câu trả lời.", "The expression divides by 0 or gives no finite number although all answers are there.")})
)
