package extract

import "xephang/stages/problem"

// tx pairs the two languages of a message.
func tx(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// What can be wrong with the folders.
var (
	indexMissing = problem.Declare(problem.Kind{Code: "index-missing",
		What:     tx("không có chỉ số này", "no such index"),
		Expected: tx("một thư mục trong data/ có tệp index.yaml", "a folder of data/ that holds an index.yaml"),
		Remedy:   tx("kiểm tra tên thư mục", "check the folder's name"),
		When:     tx("Chỉ số được yêu cầu không có thư mục trong dữ liệu.", "The index asked for has no folder in the data.")})
	indexNone = problem.Declare(problem.Kind{Code: "index-none",
		What:     tx("thư mục dữ liệu không có chỉ số nào", "the data folder holds no index"),
		Expected: tx("ít nhất một thư mục có tệp index.yaml", "at least one folder with an index.yaml"),
		Remedy:   tx("kiểm tra -data có trỏ đúng thư mục cha của các chỉ số không", "check that -data names the parent of the indices' folders"),
		When:     tx("Không thư mục con nào của thư mục dữ liệu có index.yaml.", "No folder below the data folder has an index.yaml.")})
	folderUnused = problem.Declare(problem.Kind{Code: "folder-unused", Severity: problem.Doubt,
		What:     tx("thư mục không được dùng", "a folder that is not used"),
		Expected: tx("tệp index.yaml trong thư mục", "an index.yaml in the folder"),
		Remedy:   tx("thêm index.yaml hoặc chuyển thư mục ra ngoài data/", "add an index.yaml or move the folder out of data/"),
		When:     tx("Một thư mục của data/ không có index.yaml nên không phải chỉ số.", "A folder of data/ without an index.yaml is no index.")})
	fileUnused = problem.Declare(problem.Kind{Code: "file-unused", Severity: problem.Doubt,
		What:     tx("tệp không được dùng", "a file that is not used"),
		Expected: tx("bảng tính (.xlsx, .xlsm, .ods, .csv, .tsv), index.yaml hoặc ghi chú (.md, .txt)", "a spreadsheet (.xlsx, .xlsm, .ods, .csv, .tsv), index.yaml or notes (.md, .txt)"),
		Remedy:   tx("lưu lại đúng định dạng, đặt vào thư mục của chỉ số, hoặc chuyển ra ngoài data/", "save it in the right format, put it into the index's folder, or move it out of data/"),
		When:     tx("Một tệp trong data/ không thuộc loại nào được đọc.", "A file in data/ is of no kind that is read.")})
	editionEmpty = problem.Declare(problem.Kind{Code: "edition-empty",
		What:     tx("kỳ đã khai báo nhưng không có bảng số liệu", "an edition is declared and has no table"),
		Expected: tx("tệp {edition}.xlsx (hoặc .csv, .ods), thư mục {edition}/, hoặc bảng có cột năm", "a file {edition}.xlsx (or .csv, .ods), a folder {edition}/, or a table with a year column"),
		Remedy:   tx("thêm tệp số liệu hoặc bỏ kỳ này khỏi index.yaml", "add the file or take the edition out of index.yaml"),
		When:     tx("Không tệp nào có số liệu của một kỳ khai báo trong index.yaml.", "No file has a figure of an edition that index.yaml declares.")})
	editionUnknown = problem.Declare(problem.Kind{Code: "edition-unknown",
		What:     tx("kỳ không có trong index.yaml", "an edition that index.yaml does not declare"),
		Expected: tx("một trong: {editions}", "one of: {editions}"),
		Remedy:   tx("sửa tên tệp hoặc cột năm, hoặc khai báo kỳ trong index.yaml", "mend the file's name or the year column, or declare the edition in index.yaml"),
		When:     tx("Tên tệp, thư mục hay cột năm nói đến một kỳ chưa khai báo.", "A file, folder or year column names an edition that is not declared.")})
	editionOther = problem.Declare(problem.Kind{Code: "edition-other",
		What:     tx("dòng thuộc kỳ khác với tệp", "a row of another edition than its file"),
		Expected: tx("{edition}", "{edition}"),
		Remedy:   tx("chuyển dòng sang tệp của kỳ ấy hoặc sửa cột năm", "move the row to that edition's file or mend the year column"),
		When:     tx("Tệp đặt tên theo một kỳ nhưng cột năm ghi kỳ khác.", "A file is named for one edition and its year column says another.")})
)

// What can be wrong with the layout of a table.
var (
	tableMissing = problem.Declare(problem.Kind{Code: "table-missing",
		What:     tx("không tìm thấy bảng số liệu", "no table of figures found"),
		Expected: tx("một dòng tiêu đề có cột đơn vị và ít nhất một cột chỉ tiêu: {nodes}", "a header row with a unit column and at least one node column: {nodes}"),
		Remedy:   tx("đặt tiêu đề cột đúng mã hoặc tên chỉ tiêu trong index.yaml", "head the columns with the ids or names of index.yaml"),
		When:     tx("Không trang nào của tệp có dòng tiêu đề nhận ra được.", "No sheet of the file has a header row that is recognised.")})
	tableEmpty = problem.Declare(problem.Kind{Code: "table-empty",
		What:     tx("bảng tính không có ô nào có dữ liệu", "a spreadsheet without a filled cell"),
		Expected: tx("một dòng tiêu đề và các dòng số liệu", "a header row and rows of figures"),
		Remedy:   tx("kiểm tra có gửi nhầm tệp trắng không", "check whether a blank file was sent by mistake"),
		When:     tx("Mọi trang của tệp đều trống.", "All sheets of the file are blank.")})
	noUnitColumn = problem.Declare(problem.Kind{Code: "column-no-unit",
		What:     tx("thiếu cột đơn vị", "the unit column is missing"),
		Expected: tx("một cột có tiêu đề: Mã, Đơn vị, Tỉnh, Quốc gia, unit, code…", "a column headed Mã, Đơn vị, Tỉnh, Quốc gia, unit, code…"),
		Remedy:   tx("thêm cột mã hoặc tên đơn vị", "add a column with the units' codes or names"),
		When:     tx("Dòng tiêu đề có các chỉ tiêu nhưng không có cột đơn vị.", "The header row has nodes and no unit column.")})
	sheetUnread = problem.Declare(problem.Kind{Code: "sheet-unread", Severity: problem.Doubt,
		What:     tx("trang có tên các chỉ tiêu nhưng không có cột đơn vị, không được đọc", "a sheet heads several nodes and has no unit column; it is not read"),
		Expected: tx("một cột đơn vị, nếu trang này có số liệu của đơn vị", "a unit column, if the sheet holds figures of units"),
		Remedy:   tx("thêm cột mã hoặc tên đơn vị; nếu là trang ghi chú thì bỏ qua", "add a column with the units' codes or names; leave it if the sheet holds notes"),
		When:     tx("Tệp đã có một bảng đọc được; trang này giống một bảng thiếu cột đơn vị.", "The file has a table that is read; this sheet looks like one without its unit column.")})
	columnTwice = problem.Declare(problem.Kind{Code: "column-twice",
		What:     tx("cột lặp lại", "a repeated column"),
		Expected: tx("mỗi chỉ tiêu một cột; cột kia ở {other}", "one column for each figure; the other is at {other}"),
		Remedy:   tx("xoá hoặc đổi tên một trong hai cột", "delete or rename one of the two"),
		When:     tx("Hai cột của một bảng cùng nói về một chỉ tiêu.", "Two columns of a table speak of the same figure.")})
	columnUnknown = problem.Declare(problem.Kind{Code: "column-unknown", Severity: problem.Doubt,
		What:     tx("cột không nhận ra, không được đọc", "an unknown column, which is not read"),
		Expected: tx("mã, tên hoặc tên viết tắt của chỉ tiêu trong index.yaml", "the id, name or abbreviation of a node in index.yaml"),
		Remedy:   tx("sửa tiêu đề cột, thêm từ đồng nghĩa vào index.yaml, hoặc xoá cột", "mend the header, add a synonym to index.yaml, or delete the column"),
		When:     tx("Tiêu đề cột không phải tên chỉ tiêu, câu trả lời hay cột ghi chú.", "A header is no node, answer or column of notes.")})
	columnUnheaded = problem.Declare(problem.Kind{Code: "column-unheaded", Severity: problem.Doubt,
		What:     tx("cột có dữ liệu nhưng không có tiêu đề, không được đọc", "a column with data and no header, which is not read"),
		Expected: tx("tiêu đề cho mọi cột có dữ liệu", "a header over every column with data"),
		Remedy:   tx("đặt tiêu đề hoặc xoá cột", "head the column or delete it"),
		When:     tx("Có ô dữ liệu nằm dưới một ô tiêu đề trống.", "There is data under a blank header cell.")})
	nodeUnknown = problem.Declare(problem.Kind{Code: "node-unknown",
		What:     tx("chỉ tiêu không có trong kỳ này", "a node that this edition does not have"),
		Expected: tx("một trong: {nodes}", "one of: {nodes}"),
		Remedy:   tx("sửa mã chỉ tiêu hoặc khai báo trong index.yaml", "mend the node's id or declare it in index.yaml"),
		When:     tx("Bảng dạng dài có dòng của một chỉ tiêu không khai báo cho kỳ đó.", "A long table has a row of a node not declared for the edition.")})
	cellMerged = problem.Declare(problem.Kind{Code: "cell-merged",
		What:     tx("ô gộp trong phần số liệu", "merged cells among the figures"),
		Expected: tx("mỗi ô một giá trị", "one value in each cell"),
		Remedy:   tx("bỏ gộp ô (Trang đầu › Hợp nhất › Hủy hợp nhất) và điền đủ từng ô", "unmerge the cells (Home › Merge › Unmerge) and fill each of them"),
		When:     tx("Vùng gộp phủ nhiều dòng hoặc nhiều cột số liệu: không rõ giá trị thuộc ô nào.", "A merged range covers several rows or columns of figures: whose the value is, is not certain.")})
	rowsHidden = problem.Declare(problem.Kind{Code: "rows-hidden", Severity: problem.Doubt,
		What:     tx("{count} dòng ẩn có số liệu, vẫn được đọc", "{count} hidden rows hold figures and are read"),
		Expected: tx("mọi dòng số liệu đều hiện", "all rows of figures shown"),
		Remedy:   tx("bỏ lọc, bỏ ẩn dòng hoặc xoá chúng", "clear the filter, unhide the rows or delete them"),
		When:     tx("Bộ lọc hoặc lệnh ẩn dòng che mất số liệu mà người gửi có thể không biết.", "A filter or hidden rows keep figures from the sender's eyes.")})
	sheetHidden = problem.Declare(problem.Kind{Code: "sheet-hidden", Severity: problem.Doubt,
		What:     tx("trang ẩn có bảng số liệu, vẫn được đọc", "a hidden sheet holds a table and is read"),
		Expected: tx("số liệu nằm ở trang hiện", "figures on a sheet that is shown"),
		Remedy:   tx("bỏ ẩn hoặc xoá trang", "unhide or delete the sheet"),
		When:     tx("Trang tính bị ẩn nhưng có dòng tiêu đề của bảng số liệu.", "A sheet is hidden and has the header row of a table.")})
)
