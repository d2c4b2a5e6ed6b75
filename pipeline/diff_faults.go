package main

import "xephang/stages/problem"

func tx(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// What can be wrong between a draft and the publication after it.
var (
	unlistedChange = problem.Declare(problem.Kind{Code: "draft-unlisted",
		What:     tx("số liệu đầu vào đổi sau bản dự thảo mà không theo quyết định nào", "an input that changed since the draft without a decision"),
		Expected: tx("như trong bản dự thảo: {was}", "as in the draft: {was}"),
		Remedy:   tx("trả lại như bản dự thảo và ghi thay đổi vào corrections.csv kèm văn bản, hoặc niêm phong lại bản dự thảo", "put it back and enter the change into corrections.csv with its document, or seal the draft anew"),
		When:     tx("Giữa bản dự thảo và bản chính thức chỉ corrections.csv được đổi. Sửa tay một câu trả lời, một trọng số hay một tệp khác là thay đổi không được liệt kê.", "Between draft and final only corrections.csv may change. An answer edited by hand, a changed weight or another file is an unlisted change."),
		Example:  "2026.csv: 45 → 54"})
	unlistedFile = problem.Declare(problem.Kind{Code: "draft-file",
		What:     tx("tệp đầu vào {what_vi} sau bản dự thảo", "an input file {what_en} since the draft"),
		Expected: tx("cùng các tệp như khi niêm phong", "the files that were sealed"),
		Remedy:   tx("{do_vi}, hoặc niêm phong lại bản dự thảo", "{do_en}, or seal the draft anew"),
		When:     tx("Bản chính thức có thêm hoặc mất một tệp đầu vào so với bản dự thảo.", "The final has an input file that the draft has not, or lacks one.")})
	unlistedFlag = problem.Declare(problem.Kind{Code: "draft-flag",
		What:     tx("bản chính thức chạy với {flag} khác bản dự thảo", "the final ran with another {flag} than the draft"),
		Expected: tx("{flag} {was}", "{flag} {was}"),
		Remedy:   tx("chạy lại với cùng tham số", "run again with the same flag"),
		When:     tx("Ngày xét mục tiêu hoặc danh sách chỉ số của hai lần chạy khác nhau.", "The day at which targets are judged or the list of indices differs.")})
	withdrawnDecision = problem.Declare(problem.Kind{Code: "draft-withdrawn",
		What:     tx("một điều chỉnh đã có trong bản dự thảo bị xoá hoặc sửa", "a correction of the draft that was deleted or edited"),
		Expected: tx("dòng như trong bản dự thảo: {was}", "the row as in the draft: {was}"),
		Remedy:   tx("giữ nguyên dòng ấy; để đổi quyết định hãy thêm một dòng mới", "keep the row; to change a decision add another"),
		When:     tx("Sổ điều chỉnh chỉ được viết tiếp: quyết định đã công bố trong dự thảo không được sửa hay xoá.", "The ledger of corrections is only added to: a decision that the draft showed is neither edited nor deleted.")})
	savedAgain = problem.Declare(problem.Kind{Code: "draft-saved-again", Severity: problem.Doubt,
		What:     tx("tệp được lưu lại sau bản dự thảo, mọi ô vẫn như cũ", "a file saved again since the draft, every cell as it was"),
		Expected: tx("tệp như khi niêm phong", "the file as it was sealed"),
		Remedy:   tx("không cần sửa", "nothing to mend"),
		When:     tx("Chương trình bảng tính ghi lại tệp mà không đổi ô nào.", "A spreadsheet program wrote the file again without changing a cell.")})
	unprovenData = problem.Declare(problem.Kind{Code: "draft-unproven",
		What:     tx("số liệu công bố khác với dự thảo cộng các quyết định", "published data unlike the draft with its decisions"),
		Expected: tx("giống đến từng byte", "the same to the byte"),
		Remedy:   tx("kiểm tra tệp trong bản niêm phong và phiên bản chương trình", "check the sealed file and the version of the program"),
		When:     tx("Áp các quyết định lên đầu vào của dự thảo không cho ra số liệu của bản chính thức.", "The decisions laid over the inputs of the draft do not give the data of the final.")})
)
