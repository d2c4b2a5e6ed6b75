package extract

import "xephang/stages/problem"

// What can be wrong with appraisal.* and measured.*.
var (
	pointsAstray = problem.Declare(problem.Kind{Code: "points-astray",
		What:     tx("bảng điểm thẩm định hoặc đo lường không nằm trong thư mục của kỳ nào", "appraised or measured points that lie in no edition's folder"),
		Expected: tx("thư mục của kỳ, ví dụ {example}", "the folder of the edition, such as {example}"),
		Remedy:   tx("chuyển tệp vào thư mục của kỳ được chấm", "move the file into the folder of the edition that it grades"),
		When:     tx("appraisal hoặc measured đặt cạnh index.yaml nên không biết là của kỳ nào.", "A table appraisal or measured stands beside index.yaml, so its edition is not known.")})
	pointsFormless = problem.Declare(problem.Kind{Code: "points-without-form",
		What:     tx("có bảng điểm nhưng kỳ {edition} không thu biểu mẫu", "there are points, and edition {edition} gathers no forms"),
		Expected: tx("“form:” trong index.yaml, nói điểm nào được tính (counts)", "“form:” in index.yaml, which says whose points count (counts)"),
		Remedy:   tx("khai báo “form:” cho kỳ, hoặc bỏ tệp", "declare “form:” for the edition, or take the file away"),
		When:     tx("Kỳ có appraisal hoặc measured mà index.yaml không khai báo “form:”.", "An edition has a table appraisal or measured and index.yaml declares no “form:”.")})
	pointsHeader = problem.Declare(problem.Kind{Code: "points-header",
		What:     tx("không tìm thấy dòng tiêu đề của bảng điểm", "no header row of points found"),
		Expected: tx("một dòng có các cột: {columns}", "a row with the columns {columns}"),
		Remedy:   tx("đặt tên cột đúng như trên", "head the columns with these names"),
		When:     tx("Bảng appraisal hoặc measured không có dòng tiêu đề nhận ra được.", "A table appraisal or measured has no header row that is recognised.")})
	pointsColumnMissing = problem.Declare(problem.Kind{Code: "points-column",
		What:     tx("bảng điểm thiếu cột {column}", "the points lack the column {column}"),
		Expected: tx("các cột: {columns}; ba cột đầu bắt buộc", "the columns {columns}; the first three must be there"),
		Remedy:   tx("thêm cột {column}", "add the column {column}"),
		When:     tx("Bảng appraisal hoặc measured thiếu cột đơn vị, tiêu chí hoặc điểm.", "A table appraisal or measured lacks its column of units, criteria or points.")})
	pointsBlank = problem.Declare(problem.Kind{Code: "points-blank",
		What:     tx("ô ở cột {column} trống", "the cell in the column {column} is blank"),
		Expected: tx("một giá trị ở mỗi dòng; tiêu chí chưa chấm thì không có dòng", "a value in every row; a criterion not yet graded has no row"),
		Remedy:   tx("điền ô hoặc xoá dòng", "fill the cell or delete the row"),
		When:     tx("Một dòng của bảng appraisal hoặc measured không có điểm hoặc không có tiêu chí.", "A row of a table appraisal or measured has no points or no criterion.")})
	pointsNode = problem.Declare(problem.Kind{Code: "points-node",
		What:     tx("kỳ này không có tiêu chí ấy", "a criterion that the edition does not have"),
		Expected: tx("một trong: {nodes}", "one of: {nodes}"),
		Remedy:   tx("sửa mã tiêu chí", "mend the criterion's id"),
		When:     tx("Bảng appraisal hoặc measured nhắc đến một tiêu chí không khai báo, hay một nút tổng hợp.", "A table appraisal or measured names a criterion that is not declared, or a combined node.")})
	pointsNoMaximum = problem.Declare(problem.Kind{Code: "points-no-maximum",
		What:     tx("tiêu chí không có điểm tối đa nên không chấm điểm được", "a criterion without a maximum, which cannot be graded in points"),
		Expected: tx("“points:” của tiêu chí trong index.yaml", "“points:” of the criterion in index.yaml"),
		Remedy:   tx("khai báo điểm tối đa, hoặc bỏ dòng", "declare the maximum, or delete the row"),
		When:     tx("Bảng appraisal hoặc measured cho điểm một tiêu chí không chấm theo điểm.", "A table appraisal or measured grades a criterion that is not scored in points.")})
	pointsOutside = problem.Declare(problem.Kind{Code: "points-outside",
		What:     tx("điểm ngoài khoảng của {node}", "points outside what {node} may get"),
		Expected: tx("từ 0 đến {most}", "from 0 to {most}"),
		Remedy:   tx("sửa điểm", "mend the points"),
		When:     tx("Điểm thẩm định hoặc đo lường âm, hoặc lớn hơn điểm tối đa của tiêu chí.", "Appraised or measured points are negative, or above the maximum of the criterion."),
		Example:  "12/10"})
	pointsPercent = problem.Declare(problem.Kind{Code: "points-percent",
		What:     tx("tỷ lệ phần trăm ở chỗ cần điểm", "a percentage where points are needed"),
		Expected: tx("số điểm, ví dụ 7,5", "points, such as 7.5"),
		Remedy:   tx("đặt định dạng ô là Số rồi nhập số điểm", "format the cell as Number and enter the points"),
		When:     tx("Ô điểm của bảng appraisal hoặc measured có định dạng phần trăm.", "A cell for points has the format of a percentage."),
		Example:  "75%"})
	pointsTwice = problem.Declare(problem.Kind{Code: "points-twice",
		What:     tx("một tiêu chí của một đơn vị được chấm hai lần", "a criterion of a unit graded twice"),
		Expected: tx("mỗi tiêu chí của mỗi đơn vị một dòng; dòng kia ở {other}", "one row for each criterion of each unit; the other is at {other}"),
		Remedy:   tx("xoá một trong hai dòng; điểm thay đổi sau khiếu nại thì ghi vào corrections.csv", "delete one of the two; points changed on appeal belong in corrections.csv"),
		When:     tx("Bảng appraisal hoặc measured có hai dòng cho cùng đơn vị và tiêu chí.", "A table appraisal or measured has two rows of one unit and criterion.")})
	pointsDate = problem.Declare(problem.Kind{Code: "points-date",
		What:     tx("ngày không đọc được", "a day that cannot be read"),
		Expected: tx("một ngày có thật: 2026-10-31 hoặc 31/10/2026", "a real day: 2026-10-31 or 31/10/2026"),
		Remedy:   tx("ghi đủ ngày, tháng, năm", "write day, month and year"),
		When:     tx("Ngày thẩm định hoặc đo lường thiếu năm hoặc không có thật.", "The day of an appraisal or measurement lacks its year or does not exist."),
		Example:  "26.8"})
	verdictUnknown = problem.Declare(problem.Kind{Code: "appraisal-verdict",
		What:     tx("kết luận về minh chứng không nằm trong danh sách", "a verdict on evidence that is not in the list"),
		Expected: tx("một trong: accepted (chấp nhận), insufficient (chưa đủ), none (không có)", "one of: accepted, insufficient, none"),
		Remedy:   tx("sửa kết luận, để nhận xét ở cột lý do", "mend the verdict, and keep remarks in the column reason"),
		When:     tx("Cột verdict của bảng appraisal có một từ lạ.", "The column verdict of a table appraisal holds an unknown word."),
		Example:  "tạm được"})
)
