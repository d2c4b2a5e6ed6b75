package extract

import "xephang/stages/problem"

// What can be wrong with corrections.csv.
var (
	correctionAstray = problem.Declare(problem.Kind{Code: "correction-astray",
		What:     tx("tệp điều chỉnh không nằm trong thư mục của kỳ nào", "corrections that lie in no edition's folder"),
		Expected: tx("thư mục của kỳ, ví dụ {example}", "the folder of the edition, such as {example}"),
		Remedy:   tx("chuyển tệp vào thư mục của kỳ mà nó điều chỉnh", "move the file into the folder of the edition that it corrects"),
		When:     tx("corrections.csv đặt cạnh index.yaml hay trong data/ thì không biết là của kỳ nào, nên không được bỏ qua lặng lẽ.", "A corrections.csv beside index.yaml or in data/ belongs to no edition; it is not passed over in silence.")})
	correctionHeader = problem.Declare(problem.Kind{Code: "correction-header",
		What:     tx("không tìm thấy dòng tiêu đề của bảng điều chỉnh", "no header row of corrections found"),
		Expected: tx("một dòng có các cột: {columns}", "a row with the columns {columns}"),
		Remedy:   tx("đặt tên cột đúng như trên", "head the columns with these names"),
		When:     tx("Tệp corrections.csv không có dòng nào gồm các cột bắt buộc.", "No row of corrections.csv holds the columns that it needs.")})
	correctionColumn = problem.Declare(problem.Kind{Code: "correction-column",
		What:     tx("bảng điều chỉnh thiếu cột {column}", "the corrections lack the column {column}"),
		Expected: tx("đủ các cột: {columns}", "all columns: {columns}"),
		Remedy:   tx("thêm cột {column}", "add the column {column}"),
		When:     tx("Một cột bắt buộc của corrections.csv không có.", "A column that corrections.csv needs is not there.")})
	correctionBlank = problem.Declare(problem.Kind{Code: "correction-blank",
		What:     tx("điều chỉnh không ghi {what_vi}", "a correction without {what_en}"),
		Expected: tx("{what_vi} ở cột {column}", "{what_en} in the column {column}"),
		Remedy:   tx("điền ô này: điều chỉnh nào cũng được công bố kèm lý do, văn bản, người quyết định và ngày", "fill in the cell: every correction is published with its reason, document, decider and day"),
		When:     tx("Một dòng của corrections.csv thiếu lý do, văn bản, người quyết định, ngày hoặc trạng thái.", "A row of corrections.csv lacks its reason, document, decider, day or status.")})
	correctionWord = problem.Declare(problem.Kind{Code: "correction-word",
		What:     tx("từ lạ ở cột {column}", "an unknown word in the column {column}"),
		Expected: tx("một trong: {words}", "one of: {words}"),
		Remedy:   tx("sửa từ", "mend the word"),
		When:     tx("Trạng thái hoặc lớp số liệu của một điều chỉnh không nằm trong danh sách.", "A correction's status or layer is not in the list."),
		Example:  "đồng ý một phần"})
	correctionDate = problem.Declare(problem.Kind{Code: "correction-date",
		What:     tx("ngày quyết định không đọc được", "the day of the decision cannot be read"),
		Expected: tx("một ngày có thật: 2026-10-31 hoặc 31/10/2026", "a real day: 2026-10-31 or 31/10/2026"),
		Remedy:   tx("ghi đủ ngày, tháng, năm", "write day, month and year"),
		When:     tx("Ngày của một điều chỉnh thiếu năm hoặc không có thật.", "The day of a correction lacks its year or does not exist."),
		Example:  "31/2/2026"})
	correctionNode = problem.Declare(problem.Kind{Code: "correction-node",
		What:     tx("kỳ này không có tiêu chí hay câu trả lời ấy", "a node or answer that the edition does not have"),
		Expected: tx("một trong: {nodes}", "one of: {nodes}"),
		Remedy:   tx("sửa mã ở cột node", "mend the id in the column node"),
		When:     tx("corrections.csv nhắc đến một tiêu chí hay câu trả lời không khai báo.", "corrections.csv names a node or answer that is not declared.")})
	correctionComputed = problem.Declare(problem.Kind{Code: "correction-computed",
		What:     tx("số được tính ra, không sửa trực tiếp được", "a computed figure, which cannot be corrected itself"),
		Expected: tx("một số được đọc vào: {parts}", "a figure that is read: {parts}"),
		Remedy:   tx("điều chỉnh số gốc mà nó được tính từ đó", "correct the figure that it is computed from"),
		When:     tx("Điều chỉnh nhằm vào một điểm tổng hợp hoặc một tiêu chí có biểu thức.", "A correction is aimed at a combined score, or a criterion with an expression.")})
	correctionStale = problem.Declare(problem.Kind{Code: "correction-stale",
		What:     tx("giá trị cũ của điều chỉnh không còn khớp", "a correction whose old value no longer matches"),
		Expected: tx("{now} ({where_vi})", "{now} ({where_en})"),
		Remedy:   tx("xem số hiện có, sửa cột was cho đúng nếu quyết định vẫn còn hiệu lực; nếu số gốc đã được sửa thì xoá dòng này", "look at the figure as it is, mend the column was if the decision still stands; if the source was mended already, delete the row"),
		When:     tx("Ô was phải bằng số đang có trước khi sửa. Không bằng nghĩa là số gốc đã đổi sau khi quyết định, hoặc hai điều chỉnh của một ô không nối tiếp nhau.", "The cell was must equal the figure before the correction. If it does not, the source was changed after the decision, or two corrections of one cell do not follow each other."),
		Example:  "0,45"})
	correctionNothing = problem.Declare(problem.Kind{Code: "correction-nothing",
		What:     tx("điều chỉnh không đổi gì", "a correction that changes nothing"),
		Expected: tx("giá trị mới khác giá trị cũ", "a new value unlike the old one"),
		Remedy:   tx("sửa cột becomes, hoặc đặt trạng thái là bác bỏ", "mend the column becomes, or set the status to rejected"),
		When:     tx("Hai ô was và becomes của một điều chỉnh như nhau.", "The cells was and becomes of a correction are the same.")})
	correctionValue = problem.Declare(problem.Kind{Code: "correction-value",
		What:     tx("giá trị không hợp với {node}", "a value that does not suit {node}"),
		Expected: tx("{want_vi}", "{want_en}"),
		Remedy:   tx("sửa giá trị", "mend the value"),
		When:     tx("Giá trị mới không thuộc loại, khoảng hay danh sách lựa chọn khai báo cho câu trả lời hay tiêu chí.", "A new value is not of the type, range or choices that are declared for the answer or criterion.")})
)
