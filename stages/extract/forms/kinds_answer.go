package forms

import "xephang/stages/problem"

// What can be wrong with one answer.
var (
	rowMissing = problem.Declare(problem.Kind{Code: "answer-row-missing",
		What:     tx("không tìm thấy dòng của câu hỏi {code} ({name_vi})", "the row of question {code} ({name_en}) is not there"),
		Expected: tx("một dòng cho mỗi câu hỏi của biểu mẫu", "a row for each question of the form"),
		Remedy:   tx("chép lại dòng này từ biểu mẫu đã nhận rồi điền", "copy the row from the form that was received and fill it in"),
		When:     tx("Dòng câu hỏi bị xoá khỏi trang trả lời.", "The question’s row was deleted from the sheet of answers.")})
	rowTorn = problem.Declare(problem.Kind{Code: "answer-row-disagrees",
		What:     tx("mã ẩn và mã hiện của dòng là hai câu hỏi khác nhau ({hidden} và {shown})", "the hidden and the visible code of the row are two questions ({hidden} and {shown})"),
		Expected: tx("dòng được di chuyển trọn vẹn", "rows moved as a whole"),
		Remedy:   tx("hoàn tác việc sắp xếp, hoặc điền lại vào biểu mẫu đã nhận", "undo the sorting, or fill in the form that was received"),
		When:     tx("Chỉ một phần các cột được sắp xếp hay dán, nên không rõ câu trả lời thuộc câu hỏi nào.", "Only some of the columns were sorted or pasted, so whose answer it is cannot be told.")})
	answerTwice = problem.Declare(problem.Kind{Code: "answer-twice",
		What:     tx("câu hỏi có hai câu trả lời khác nhau; chỗ kia: {other}", "the question has two different answers; the other: {other}"),
		Expected: tx("một câu trả lời", "one answer"),
		Remedy:   tx("xoá dòng, cột hoặc trang thừa", "delete the surplus row, column or sheet"),
		When:     tx("Dòng, cột hoặc trang trả lời bị nhân đôi rồi sửa khác nhau.", "A row, the column or the sheet of answers was doubled, and the copies altered.")})
	answerMerged = problem.Declare(problem.Kind{Code: "answer-merged",
		What:     tx("ô gộp {range}: không rõ giá trị thuộc câu hỏi nào", "merged cells {range}: whose value it is cannot be told"),
		Expected: tx("mỗi câu hỏi một ô trả lời riêng", "a cell of its own for each question"),
		Remedy:   tx("bỏ gộp ô (Trang đầu › Hợp nhất › Hủy hợp nhất) rồi điền từng ô", "unmerge the cells (Home › Merge › Unmerge) and fill in each"),
		When:     tx("Ô trả lời, lý do hoặc điểm của nhiều câu hỏi bị gộp.", "Cells for the answers, reasons or points of several questions are merged.")})
	answerStray = problem.Declare(problem.Kind{Code: "answer-stray", Severity: problem.Doubt,
		What:     tx("ô này không phải ô trả lời, số ghi ở đây không được dùng", "no answer is asked for here; what stands here is not used"),
		Expected: tx("câu trả lời ở các dòng câu hỏi bên dưới tiêu chí", "answers in the rows of the questions below the criterion"),
		Remedy:   tx("ghi vào dòng câu hỏi, hoặc xoá ô này", "write into the row of the question, or clear the cell"),
		When:     tx("Có số ở cột trả lời của một dòng chỉ để đọc.", "There is a figure in the answer column of a row that is only to be read.")})
	answerBlank = problem.Declare(problem.Kind{Code: "answer-blank",
		What:     tx("chưa trả lời và cũng không có lý do", "neither an answer nor a reason"),
		Expected: tx("{expected_vi}; hoặc một lý do trong danh sách", "{expected_en}; or a reason from the list"),
		Remedy:   tx("điền câu trả lời, hoặc chọn lý do ở cột bên cạnh (số 0 thì phải ghi 0)", "fill in the answer, or choose a reason beside it (enter 0 where it is 0)"),
		When:     tx("Ô trả lời trống hoặc chỉ có dấu gạch, và không chọn lý do.", "The answer is blank or a dash, and no reason is chosen.")})
	answerAndReason = problem.Declare(problem.Kind{Code: "answer-and-reason",
		What:     tx("vừa có câu trả lời vừa có lý do không trả lời ({reason})", "both an answer and a reason for none ({reason})"),
		Expected: tx("câu trả lời hoặc lý do, không phải cả hai", "an answer or a reason, not both"),
		Remedy:   tx("xoá một trong hai", "delete one of the two"),
		When:     tx("Ô trả lời có nội dung trong khi đã chọn lý do.", "The answer says something while a reason is chosen.")})
	reasonUnknown = problem.Declare(problem.Kind{Code: "reason-unknown",
		What:     tx("lý do không có trong danh sách", "a reason that is not in the list"),
		Expected: tx("một trong: {list_vi}", "one of: {list_en}"),
		Remedy:   tx("chọn trong danh sách thả xuống; lời giải thích ghi ở cột giải trình", "choose from the drop-down list; explain in the column of explanations"),
		When:     tx("Ô lý do có chữ không phải một lý do của biểu mẫu.", "The reason cell holds something that is none of the form’s reasons.")})
	reasonAside = problem.Declare(problem.Kind{Code: "reason-in-answer", Severity: problem.Doubt,
		What:     tx("lý do ghi ở ô trả lời, được hiểu là “{reason}”", "a reason in the answer cell, read as “{reason}”"),
		Expected: tx("lý do ở cột lý do", "reasons in the column of reasons"),
		Remedy:   tx("chuyển sang cột lý do", "move it to the column of reasons"),
		When:     tx("Ô trả lời ghi đúng một lý do trong danh sách.", "The answer cell holds one of the reasons of the list.")})
	answerWords = problem.Declare(problem.Kind{Code: "answer-words",
		What:     tx("số kèm chữ, không rõ nghĩa", "a number with words whose meaning is not certain"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("chỉ ghi số; lời giải thích ghi ở cột giải trình", "enter the number alone; explain in the column of explanations"),
		When:     tx("Ô số có chữ khác với đơn vị tính của câu hỏi (khoảng, triệu, ước…).", "A cell for a number holds words other than the question’s unit (about, million…)."),
		Example:  "khoảng 120"})
	answerNumber = problem.Declare(problem.Kind{Code: "answer-not-number",
		What:     tx("không đọc được thành số ({why_vi})", "cannot be read as a number ({why_en})"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("ghi lại số vào ô", "enter the number again"),
		When:     tx("Ô số có nội dung không phải số.", "A cell for a number holds something else."),
		Example:  "1.2.3.4"})
	answerTwoWays = problem.Declare(problem.Kind{Code: "answer-ambiguous",
		What:     tx("đọc được theo hai cách: {one} hoặc {two}", "can be read as {one} or as {two}"),
		Expected: tx("{expected_vi}, viết sao cho chỉ có một cách đọc", "{expected_en}, written so that there is one reading"),
		Remedy:   tx("ghi số không có dấu phân cách nghìn, ví dụ {sure}", "enter the number without marks between thousands, such as {sure}"),
		When:     tx("Dấu chấm hoặc phẩy có thể là dấu thập phân hay dấu nghìn.", "The dot or comma may be decimal or may part thousands."),
		Example:  "1.234"})
	answerReadSo = problem.Declare(problem.Kind{Code: "answer-read-so", Severity: problem.Doubt,
		What:     tx("được hiểu là {value}, vì cách đọc kia nằm ngoài khoảng cho phép", "read as {value}, since the other reading is out of range"),
		Expected: tx("số viết chỉ có một cách đọc", "a number with one reading"),
		Remedy:   tx("kiểm tra lại; ghi số không có dấu phân cách nghìn", "check it; write numbers without marks between thousands"),
		When:     tx("Số viết dạng văn bản có hai cách đọc, chỉ một cách hợp với khoảng giá trị.", "A number written as text has two readings, of which one is in range.")})
	answerDate = problem.Declare(problem.Kind{Code: "answer-date",
		What:     tx("ô là ngày tháng, không phải số", "a date where a number is needed"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("đặt định dạng ô là Số rồi ghi lại (Excel tự đổi 3/4 hay 26.8 thành ngày)", "format the cell as Number and enter it again (Excel turns 3/4 or 26.8 into a date)"),
		When:     tx("Excel đổi những gì giống ngày tháng thành ngày.", "Excel turns what looks like a date into one."),
		Example:  "3/4"})
	answerSign = problem.Declare(problem.Kind{Code: "answer-percent-sign",
		What:     tx("tỷ lệ phần trăm ở chỗ cần số", "a percentage where a plain number is needed"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("ghi số, không phải phần trăm; kiểm tra định dạng ô", "enter the number, not a percentage; check the cell’s format"),
		When:     tx("Ô số có dấu % hoặc định dạng phần trăm trong khi câu hỏi không tính bằng %.", "A cell has a % or a percentage format, and the question is not in per cent."),
		Example:  "85%"})
	percentTwoWays = problem.Declare(problem.Kind{Code: "answer-percent-ambiguous",
		What:     tx("tỷ lệ đọc được theo hai cách: {one} hoặc {two}", "a share that can be read as {one} or as {two}"),
		Expected: tx("tỷ lệ kèm dấu %, ví dụ {one}", "a share with the sign %, such as {one}"),
		Remedy:   tx("ghi kèm dấu %", "write it with the sign %"),
		When:     tx("Số trần ở ô phần trăm vừa có thể là phần trăm vừa có thể là tỷ lệ.", "A bare number in a percentage cell may be per cent or a share."),
		Example:  "1"})
	percentReadSo = problem.Declare(problem.Kind{Code: "answer-percent-read-so", Severity: problem.Doubt,
		What:     tx("ô không có dấu %, được hiểu là {value}", "there is no sign %; read as {value}"),
		Expected: tx("tỷ lệ kèm dấu %, ví dụ {value}", "a share with the sign %, such as {value}"),
		Remedy:   tx("kiểm tra lại; ghi kèm dấu %", "check it; write it with the sign %"),
		When:     tx("Tỷ lệ ghi dạng 0,5 trong ô không có định dạng phần trăm, hoặc ô hiện trên 100 %.", "A share is written as 0.5 in a cell without percentage format, or the cell shows more than 100 %."),
		Example:  "0,5"})
	notWhole = problem.Declare(problem.Kind{Code: "answer-not-whole",
		What:     tx("không phải số nguyên không âm", "no whole number from 0"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("ghi lại số đếm được", "enter what was counted"),
		When:     tx("Câu hỏi hỏi một số đếm mà câu trả lời có phần lẻ hoặc âm.", "The question asks for a count, and the answer has a fraction or is negative."),
		Example:  "12,5"})
	answerOutside = problem.Declare(problem.Kind{Code: "answer-outside",
		What:     tx("ngoài khoảng cho phép", "out of range"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("kiểm tra lại số và đơn vị tính", "check the number and its unit"),
		When:     tx("Câu trả lời nhỏ hơn hoặc lớn hơn khoảng mà câu hỏi cho phép.", "The answer lies below or above the question’s range.")})
	answerYesNo = problem.Declare(problem.Kind{Code: "answer-yes-no",
		What:     tx("không rõ là Có hay Không", "neither yes nor no"),
		Expected: tx("Có hoặc Không", "Có (yes) or Không (no)"),
		Remedy:   tx("chọn Có hoặc Không trong danh sách", "choose from the list"),
		When:     tx("Ô Có/Không có nội dung khác.", "A yes/no cell holds something else."),
		Example:  "đang làm"})
	answerChoice = problem.Declare(problem.Kind{Code: "answer-choice",
		What:     tx("không phải một lựa chọn của câu hỏi", "none of the question’s choices"),
		Expected: tx("một trong: {list_vi}", "one of: {list_en}"),
		Remedy:   tx("chọn trong danh sách thả xuống", "choose from the drop-down list"),
		When:     tx("Ô lựa chọn có nội dung không nằm trong danh sách.", "A choice cell holds something that is not in the list.")})
	choiceByNumber = problem.Declare(problem.Kind{Code: "answer-choice-number", Severity: problem.Doubt,
		What:     tx("số được hiểu là lựa chọn “{name_vi}”", "the number is read as the choice “{name_en}”"),
		Expected: tx("tên lựa chọn", "the name of a choice"),
		Remedy:   tx("kiểm tra lại; chọn trong danh sách thả xuống", "check it; choose from the drop-down list"),
		When:     tx("Ô lựa chọn ghi giá trị của lựa chọn thay vì tên.", "A choice cell holds the choice’s value in place of its name.")})
	answerError = problem.Declare(problem.Kind{Code: "answer-error",
		What:     tx("ô chứa giá trị lỗi", "a cell with an error value"),
		Expected: tx("{expected_vi}", "{expected_en}"),
		Remedy:   tx("sửa công thức, hoặc ghi thẳng giá trị", "mend the formula, or enter the value"),
		When:     tx("Công thức ở ô trả lời cho ra #REF!, #DIV/0!, #N/A…", "The formula in the answer gives #REF!, #DIV/0!, #N/A…"),
		Example:  "#REF!"})
)
