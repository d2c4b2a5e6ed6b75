package forms

import "xephang/stages/problem"

// tx pairs the two languages of a message.
func tx(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// What can be wrong with a form as a whole.
var (
	notForm = problem.Declare(problem.Kind{Code: "form-unrecognised",
		What:     tx("không phải biểu mẫu của kỳ này: không tìm thấy cột trả lời", "no form of this edition: there is no column of answers"),
		Expected: tx("tệp biểu mẫu đã gửi cho đơn vị, có cột mã câu hỏi và cột “Trả lời”", "the form that was sent to the body, with a column of codes and the column “Trả lời”"),
		Remedy:   tx("điền vào đúng tệp đã nhận và gửi lại; chuyển tệp khác ra ngoài thư mục forms", "fill in the file that was received and send it back; move other files out of the folder forms"),
		When:     tx("Một tệp trong thư mục forms mở được nhưng không có bảng câu hỏi.", "A file of the folder forms can be opened and holds no table of questions.")})
	noUnit = problem.Declare(problem.Kind{Code: "form-unit-missing",
		What:     tx("không biết biểu mẫu của đơn vị nào", "whose form this is cannot be told"),
		Expected: tx("mã đơn vị trong trang ẩn _meta, tên đơn vị ở trang bìa, hoặc tên tệp là mã đơn vị", "the body’s code in the hidden sheet _meta, its name on the cover, or a file named by its code"),
		Remedy:   tx("đổi tên tệp thành mã đơn vị (ví dụ P-HNO.xlsx) hoặc điền lại vào tệp đã nhận", "name the file by the body’s code (such as P-HNO.xlsx), or fill in the file that was received"),
		When:     tx("Biểu bị chép sang tệp khác nên mất dấu đơn vị.", "The form was copied into another file and lost its mark.")})
	unitNotOurs = problem.Declare(problem.Kind{Code: "form-unit-unknown",
		What:     tx("mã đơn vị của biểu mẫu không có trong danh mục", "the form’s code of a body is not in the registry"),
		Expected: tx("mã của một đơn vị tham gia kỳ {edition}", "the code of a body of edition {edition}"),
		Remedy:   tx("điền lại vào tệp đã gửi cho đơn vị; không sửa trang _meta", "fill in the file that was sent; leave the sheet _meta alone"),
		When:     tx("Trang _meta bị sửa, hoặc đơn vị đã bị bỏ khỏi units.csv.", "The sheet _meta was altered, or the body was taken out of units.csv.")})
	unitAside = problem.Declare(problem.Kind{Code: "form-unit-outside",
		What:     tx("đơn vị không tham gia kỳ này", "a body that takes no part in this edition"),
		Expected: tx("một đơn vị trong danh sách của kỳ {edition}", "a body of edition {edition}"),
		Remedy:   tx("chuyển tệp sang đúng chỉ số, đúng kỳ, hoặc thêm đơn vị vào index.yaml", "move the file to its index and edition, or add the body to index.yaml"),
		When:     tx("Biểu của một đơn vị có thật nhưng kỳ này không đánh giá.", "The body exists, but this edition does not assess it.")})
	unitsDiffer = problem.Declare(problem.Kind{Code: "form-unit-disagrees",
		What:     tx("biểu mẫu mang dấu của nhiều đơn vị: {said_vi}", "the form bears the marks of several bodies: {said_en}"),
		Expected: tx("một đơn vị duy nhất", "one body"),
		Remedy:   tx("đơn vị điền vào tệp gửi riêng cho mình, không dùng tệp của đơn vị khác; hoặc đổi lại tên tệp", "each body fills in its own file, not another’s; or mend the file’s name"),
		When:     tx("Một đơn vị điền vào biểu của đơn vị khác rồi sửa tên, hoặc tệp bị đặt nhầm tên.", "A body filled in another’s form and changed the name, or the file was named wrongly.")})
	unitByFile = problem.Declare(problem.Kind{Code: "form-unit-by-file", Severity: problem.Doubt,
		What:     tx("biểu mẫu chỉ cho biết đơn vị qua {by_vi}: {unit}", "only {by_en} tells whose form this is: {unit}"),
		Expected: tx("trang ẩn _meta của biểu mẫu đã gửi", "the hidden sheet _meta of the form that was sent"),
		Remedy:   tx("kiểm tra đúng là biểu của đơn vị này", "check that this is the body’s form"),
		When:     tx("Trang _meta đã mất (tệp CSV, bảng chép sang tệp mới).", "The sheet _meta is gone (a CSV file, a table copied to a new file).")})
	otherIndex = problem.Declare(problem.Kind{Code: "form-index-other",
		What:     tx("biểu mẫu của chỉ số khác", "the form of another index"),
		Expected: tx("biểu mẫu của chỉ số {index}", "a form of the index {index}"),
		Remedy:   tx("chuyển tệp sang thư mục của chỉ số ấy, hoặc đề nghị đơn vị gửi đúng biểu", "move the file to that index’s folder, or ask the body for the right form"),
		When:     tx("Trang _meta ghi một chỉ số khác.", "The sheet _meta names another index.")})
	otherEdition = problem.Declare(problem.Kind{Code: "form-edition-other",
		What:     tx("biểu mẫu của kỳ khác", "the form of another edition"),
		Expected: tx("biểu mẫu của kỳ {edition}", "a form of edition {edition}"),
		Remedy:   tx("điền vào biểu mẫu của kỳ {edition} và gửi lại", "fill in the form of edition {edition} and send it"),
		When:     tx("Đơn vị gửi lại biểu mẫu của năm trước.", "The body sent last year’s form again.")})
	otherVersion = problem.Declare(problem.Kind{Code: "form-version-other",
		What:     tx("biểu mẫu của phiên bản khác", "a form of another version"),
		Expected: tx("phiên bản {version}", "version {version}"),
		Remedy:   tx("điền vào biểu mẫu phát hành sau cùng và gửi lại", "fill in the form that was issued last and send it"),
		When:     tx("Câu hỏi đã đổi sau khi biểu mẫu này được phát hành.", "The questions changed after this form was issued.")})
	otherLayout = problem.Declare(problem.Kind{Code: "form-layout-other",
		What:     tx("biểu mẫu được lập từ bộ câu hỏi khác", "the form was made from other questions"),
		Expected: tx("biểu mẫu lập từ index.yaml hiện tại (dấu {print})", "a form made from the present index.yaml (mark {print})"),
		Remedy:   tx("đơn vị điền vào biểu mẫu phát hành sau cùng; nếu biểu đã gửi là đúng thì khôi phục index.yaml lúc phát hành", "the body fills in the form that was issued last; if the one sent is right, restore the index.yaml of that time"),
		When:     tx("Tiêu chí, câu hỏi hoặc điểm tối đa trong index.yaml đã đổi mà phiên bản biểu mẫu không đổi.", "Criteria, questions or maxima of index.yaml changed without a new version of the form.")})
	twoForms = problem.Declare(problem.Kind{Code: "form-twice",
		What:     tx("hai tệp khác nhau cho cùng một đơn vị ({unit}); không dùng tệp nào", "two files that differ for one body ({unit}); neither is used"),
		Expected: tx("một tệp cho mỗi đơn vị; tệp kia: {others}", "one file for each body; the other: {others}"),
		Remedy:   tx("giữ tệp đúng, chuyển tệp kia ra ngoài thư mục forms", "keep the right one, move the other out of the folder forms"),
		When:     tx("Đơn vị gửi hai lần với câu trả lời khác nhau, hoặc hai tệp mang mã cùng một đơn vị.", "A body sent its form twice with other answers, or two files bear one body’s code.")})
	sameTwice = problem.Declare(problem.Kind{Code: "form-twice-alike", Severity: problem.Doubt,
		What:     tx("gửi hai lần cùng một nội dung; chỉ dùng tệp {others}", "sent twice with the same content; only {others} is used"),
		Expected: tx("một tệp cho mỗi đơn vị", "one file for each body"),
		Remedy:   tx("xoá một trong hai tệp", "delete one of the two"),
		When:     tx("Hai tệp của một đơn vị có cùng câu trả lời, lý do, giải trình và minh chứng.", "Two files of a body have the same answers, reasons, explanations and evidence.")})
	sameAsLast = problem.Declare(problem.Kind{Code: "form-same-as-last", Severity: problem.Doubt,
		What:     tx("cả {count} câu trả lời so được đều bằng kỳ trước", "all {count} answers that can be compared equal last edition’s"),
		Expected: tx("số liệu của kỳ {edition}", "figures of edition {edition}"),
		Remedy:   tx("hỏi lại đơn vị có chép số liệu cũ không", "ask the body whether old figures were copied"),
		When:     tx("Đơn vị chép số liệu năm trước sang biểu mới.", "The body copied last year’s figures into the new form.")})
	untouched = problem.Declare(problem.Kind{Code: "form-untouched",
		What:     tx("biểu mẫu gửi lại nguyên như lúc nhận, chưa điền gì", "the form came back as it was sent, with nothing filled in"),
		Expected: tx("biểu mẫu đã điền", "a form that is filled in"),
		Remedy:   tx("điền biểu mẫu rồi gửi lại; kiểm tra có gửi nhầm tệp trắng không", "fill it in and send it; check whether the blank file was sent by mistake"),
		When:     tx("Không có câu trả lời, lý do, giải trình hay minh chứng nào khác với lúc phát hành.", "No answer, reason, explanation or evidence differs from the form as issued.")})
	noForm = problem.Declare(problem.Kind{Code: "form-missing", Severity: problem.Doubt,
		What:     tx("chưa có biểu mẫu của đơn vị {unit}", "there is no form of {unit}"),
		Expected: tx("một tệp trong thư mục forms", "a file in the folder forms"),
		Remedy:   tx("nhắc đơn vị gửi biểu mẫu; đến khi có, các câu của đơn vị được coi là bỏ trống", "remind the body; until then its questions count as left blank"),
		When:     tx("Một đơn vị của kỳ chưa gửi biểu mẫu nào dùng được.", "A body of the edition has sent no form that can be used.")})
	tooLong = problem.Declare(problem.Kind{Code: "form-too-long",
		What:     tx("trang có quá nhiều dòng đối với một biểu mẫu", "the sheet has too many rows for a form"),
		Expected: tx("không quá {limit} dòng có nội dung", "at most {limit} rows that hold something"),
		Remedy:   tx("xoá các dòng thừa rồi lưu lại", "delete the surplus rows and save again"),
		When:     tx("Có dữ liệu khác được dán vào trang biểu mẫu.", "Other data was pasted into a sheet of the form.")})
	converted = problem.Declare(problem.Kind{Code: "form-legacy-text", Severity: problem.Doubt,
		What:     tx("chữ gõ bằng {encoding}, được hiểu là {text}:", "text typed in {encoding}, read as {text}:"),
		Expected: tx("chữ Unicode", "Unicode text"),
		Remedy:   tx("kiểm tra chữ đã chuyển; lần sau gõ bằng Unicode", "check the converted text; type in Unicode next time"),
		When:     tx("Ô được gõ bằng TCVN3 (ABC) hoặc VNI.", "A cell was typed in TCVN3 (ABC) or VNI."),
		Example:  "Kh«ng"})
	hiddenRows = problem.Declare(problem.Kind{Code: "form-rows-hidden", Severity: problem.Doubt,
		What:     tx("{count} dòng câu hỏi bị ẩn, vẫn được đọc", "{count} rows of questions are hidden and are read"),
		Expected: tx("mọi câu hỏi đều hiện", "all questions shown"),
		Remedy:   tx("bỏ lọc hoặc bỏ ẩn dòng, kiểm tra lại các câu ấy", "clear the filter or unhide the rows, and check those answers"),
		When:     tx("Bộ lọc hoặc lệnh ẩn dòng che mất câu hỏi.", "A filter or hidden rows keep questions from the sender’s eyes.")})
	hiddenSheet = problem.Declare(problem.Kind{Code: "form-sheet-hidden", Severity: problem.Doubt,
		What:     tx("trang trả lời bị ẩn, vẫn được đọc", "the sheet of answers is hidden and is read"),
		Expected: tx("trang trả lời hiện", "the sheet of answers shown"),
		Remedy:   tx("bỏ ẩn trang và kiểm tra câu trả lời", "unhide the sheet and check the answers"),
		When:     tx("Trang có các câu trả lời bị ẩn.", "The sheet with the answers is hidden.")})
)
