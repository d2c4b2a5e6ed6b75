package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"strings"

	"xephang/stages/problem"
)

// tx pairs the two languages of a message.
func tx(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// What can be wrong with a file before anyone asks what its cells mean.
var (
	fileEmpty = problem.Declare(problem.Kind{Code: "file-empty",
		What:     tx("tệp rỗng", "empty file"),
		Expected: tx("một bảng tính có dữ liệu", "a spreadsheet with data"),
		Remedy:   tx("gửi lại tệp; tệp 0 byte thường do sao chép dở dang", "send the file again; 0 bytes is mostly a copy that was broken off"),
		When:     tx("Tệp không có byte nào, hoặc chỉ có khoảng trắng.", "The file has no bytes, or only white space.")})
	fileDamaged = problem.Declare(problem.Kind{Code: "file-damaged",
		What:     tx("tệp bị hỏng hoặc bị cắt cụt ({why_vi})", "damaged or truncated file ({why_en})"),
		Expected: tx("một tệp nguyên vẹn", "a whole file"),
		Remedy:   tx("mở và lưu lại bằng Excel hoặc LibreOffice, hoặc tải lại tệp gốc", "open and save it again in Excel or LibreOffice, or fetch the original again"),
		When:     tx("Gói zip hoặc phần XML của bảng tính kết thúc giữa chừng hay sai cú pháp; không dùng phần đã đọc được.", "The zip package or an XML part stops early or is malformed; what was read of it is not used.")})
	fileLocked = problem.Declare(problem.Kind{Code: "file-locked",
		What:     tx("tệp được bảo vệ bằng mật khẩu", "password-protected file"),
		Expected: tx("tệp không đặt mật khẩu mở", "a file that opens without a password"),
		Remedy:   tx("mở bằng mật khẩu rồi bỏ mật khẩu: Tệp › Thông tin › Bảo vệ sổ làm việc", "open it with the password and remove that: File › Info › Protect Workbook"),
		When:     tx("Sổ làm việc được mã hoá nên không đọc được ô nào.", "The workbook is encrypted, so no cell can be read.")})
	fileFormat = problem.Declare(problem.Kind{Code: "file-format",
		What:     tx("không phải bảng tính đọc được", "no spreadsheet that can be read"),
		Expected: tx(".xlsx, .xlsm, .ods, .csv hoặc .tsv", ".xlsx, .xlsm, .ods, .csv or .tsv"),
		Remedy:   tx("mở tệp rồi lưu dưới dạng Excel Workbook (.xlsx)", "open the file and save it as an Excel Workbook (.xlsx)"),
		When:     tx("Nội dung là HTML, .xls cũ, .xlsb, PDF, Word… dù tên tệp là gì.", "The content is HTML, an old .xls, .xlsb, PDF, Word…, whatever the name says.")})
	fileExtension = problem.Declare(problem.Kind{Code: "file-extension",
		What:     tx("đuôi tệp không đúng với nội dung", "the file's extension does not match its content"),
		Expected: tx("đuôi .{format}", "the extension .{format}"),
		Remedy:   tx("đổi đuôi tệp thành .{format} hoặc lưu lại đúng định dạng", "rename it to .{format} or save it in the right format"),
		When:     tx("Tệp đã bị đổi đuôi; nội dung vẫn được đọc theo định dạng thật.", "The file was renamed; its content is read as what it is.")})
	fileTooLarge = problem.Declare(problem.Kind{Code: "file-too-large",
		What:     tx("tệp quá lớn khi giải nén ({why_vi})", "the file unpacks to too much ({why_en})"),
		Expected: tx("không quá {limit}", "no more than {limit}"),
		Remedy:   tx("xoá các dòng, cột, định dạng thừa hoặc chia nhỏ tệp", "delete surplus rows, columns and formats or split the file"),
		When:     tx("Giới hạn kích thước giải nén và số ô chặn các tệp nén độc hại.", "Limits on unpacked size and cells stop files made to exhaust memory.")})
	fileConverted = problem.Declare(problem.Kind{Code: "file-converted", Severity: problem.Doubt,
		What:     tx("tệp .xls cũ được LibreOffice chuyển đổi để đọc", "an old .xls was read through LibreOffice"),
		Expected: tx(".xlsx", ".xlsx"),
		Remedy:   tx("mở tệp rồi lưu dưới dạng .xlsx", "open the file and save it as .xlsx"),
		When:     tx("Định dạng .xls chỉ đọc được trên máy có LibreOffice.", "The .xls format can only be read where LibreOffice is installed.")})
	fileText = problem.Declare(problem.Kind{Code: "file-text",
		What:     tx("văn bản không theo bảng mã {encoding}", "text is not in {encoding}"),
		Expected: tx("UTF-8, UTF-16 hoặc Windows-1258", "UTF-8, UTF-16 or Windows-1258"),
		Remedy:   tx("lưu lại dưới dạng CSV UTF-8", "save it again as CSV UTF-8"),
		When:     tx("Một ký tự không đọc được trong bảng mã mà phần đầu của tệp đã dùng.", "A character cannot be read in the encoding in which the file began.")})
	csvQuote = problem.Declare(problem.Kind{Code: "csv-quote",
		What:     tx("dấu ngoặc kép không đóng hoặc đóng sai chỗ", "a quotation mark is not closed, or closed in the wrong place"),
		Expected: tx("ô bắt đầu và kết thúc bằng \", dấu \" bên trong viết đôi", "a field that begins and ends with \", with \" doubled inside"),
		Remedy:   tx("sửa dấu ngoặc kép ở dòng này", "mend the quotation marks on this line"),
		When:     tx("Một ô CSV mở ngoặc kép mà không đóng, hoặc có chữ sau dấu đóng.", "A CSV field opens a quotation mark and does not close it, or has text after the closing one.")})
	cellDamaged = problem.Declare(problem.Kind{Code: "cell-damaged",
		What:     tx("ô không đọc được ({why_vi})", "unreadable cell ({why_en})"),
		Expected: tx("một giá trị hợp lệ", "a valid value"),
		Remedy:   tx("nhập lại ô này rồi lưu tệp", "enter the cell again and save the file"),
		When:     tx("Tệp ghi một ô theo cách mà chính Excel cũng không chấp nhận.", "The file holds a cell in a way that Excel would not accept either.")})
	cellNoResult = problem.Declare(problem.Kind{Code: "cell-no-result",
		What:     tx("công thức không có kết quả lưu sẵn và không tính được ({why_vi})", "a formula without a stored result, which cannot be computed ({why_en})"),
		Expected: tx("công thức đã được tính, hoặc giá trị", "a formula that has been calculated, or a value"),
		Remedy:   tx("mở tệp bằng Excel, chờ tính xong rồi lưu lại", "open the file in Excel, let it calculate and save it again"),
		When:     tx("Ô chỉ có công thức, không có giá trị: công thức vòng, hàm lạ, liên kết ngoài. Ô như thế không bao giờ được coi là trống.", "The cell has a formula and no value: a circular one, an unknown function, an external link. Such a cell is never taken for empty.")})
	cellCircular = problem.Declare(problem.Kind{Code: "cell-circular",
		What:     tx("công thức vòng: ô tham chiếu tới chính nó", "a circular formula: the cell refers to itself in the end"),
		Expected: tx("công thức không quay lại ô của nó", "a formula that does not lead back to its own cell"),
		Remedy:   tx("sửa vùng tham chiếu của công thức hoặc thay bằng giá trị", "mend the range that the formula refers to, or enter the value"),
		When:     tx("Excel ghi 0 vào ô có công thức vòng; số 0 ấy không phải câu trả lời.", "Excel puts 0 into a cell with a circular formula; that 0 is no answer."),
		Example:  "=SUM(A1:A10) ở/at A10"})
	cellComputed = problem.Declare(problem.Kind{Code: "cell-computed", Severity: problem.Doubt,
		What:     tx("{count} công thức không có kết quả lưu sẵn, đã được tính khi đọc", "{count} formulas without a stored result were computed on reading"),
		Expected: tx("công thức đã được tính sẵn trong tệp", "formulas calculated in the file"),
		Remedy:   tx("mở tệp bằng Excel, chờ tính xong rồi lưu lại", "open the file in Excel, let it calculate and save it again"),
		When:     tx("Tệp được ghi bởi phần mềm không lưu kết quả công thức.", "The file was written by a program that stores no results of formulas.")})
	externalLink = problem.Declare(problem.Kind{Code: "external-link", Severity: problem.Doubt,
		What:     tx("có công thức lấy số từ tệp khác; dùng kết quả đã lưu", "a formula takes figures from another file; the stored result is used"),
		Expected: tx("giá trị, hoặc công thức trong cùng tệp", "values, or formulas within the file"),
		Remedy:   tx("Dữ liệu › Sửa liên kết › Ngắt liên kết, rồi lưu lại", "Data › Edit Links › Break Link, then save"),
		When:     tx("Sổ làm việc liên kết tới tệp khác: không ai kiểm được số ấy còn đúng không.", "The workbook links to other files: nobody can check whether those figures still hold.")})
	cellLegacy = problem.Declare(problem.Kind{Code: "cell-legacy-font", Severity: problem.Doubt,
		What:     tx("{count} ô chữ dùng phông TCVN3 (.Vn…) hoặc VNI, đã được chuyển sang Unicode", "{count} cells are set in a TCVN3 (.Vn…) or VNI font and were converted to Unicode"),
		Expected: tx("chữ Unicode, phông như Times New Roman hoặc Arial", "Unicode text in a font such as Times New Roman or Arial"),
		Remedy:   tx("kiểm tra chữ đã chuyển; lần sau soạn bằng bảng mã Unicode", "check the converted text; write in Unicode next time"),
		When:     tx("Ô được gõ bằng bảng mã TCVN3 (ABC) hoặc VNI với phông chữ tương ứng.", "A cell was typed in TCVN3 (ABC) or VNI, with a font of that encoding."),
		Example:  ".VnTime: Hµ Néi"})
	sheetTooLarge = problem.Declare(problem.Kind{Code: "sheet-too-large",
		What:     tx("ô nằm ngoài giới hạn của trang tính", "a cell beyond what a sheet can hold"),
		Expected: tx("tối đa 1.048.576 dòng, 16.384 cột", "at most 1,048,576 rows and 16,384 columns"),
		Remedy:   tx("xoá phần thừa hoặc lưu lại tệp bằng Excel", "delete the surplus or save the file again in Excel"),
		When:     tx("Số dòng hoặc số cột vượt quá giới hạn của Excel.", "A row or column number is beyond Excel's limits.")})
	fileUnreadable = problem.Declare(problem.Kind{Code: "file-unreadable",
		What:     tx("không đọc được tệp ({why_vi})", "the file cannot be read ({why_en})"),
		Expected: tx("một tệp thường trong thư mục dữ liệu", "a plain file inside the data folder"),
		Remedy:   tx("kiểm tra tên, quyền đọc và nơi để tệp", "check its name, permissions and place"),
		When:     tx("Tệp thiếu, không có quyền đọc, là liên kết tượng trưng hoặc nằm ngoài thư mục dữ liệu.", "The file is missing, not permitted, a symbolic link or outside the data folder.")})
)

// Why a file in the data folder is not opened.
var (
	ErrNotPlain = errors.New("not a plain file")
	ErrLink     = errors.New("a symbolic link")
)

// because gives the arguments of a message that says why, in both languages.
func because(vi, en string) []string { return []string{"why_vi", vi, "why_en", en} }

// tooLarge gives the arguments of fileTooLarge: what was found and what is the limit.
func tooLarge(found, limit string) []string { return append(because(found, found), "limit", limit) }

// causes are the words for errors that a file may well cause; others are quoted as they come.
var causes = []struct {
	err    error
	vi, en string
}{
	{fs.ErrNotExist, "không có tệp này", "no such file"},
	{fs.ErrPermission, "không có quyền đọc", "permission denied"},
	{errShort, "dừng giữa chừng", "it stops before its end"},
	{io.ErrUnexpectedEOF, "dừng giữa chừng", "it stops before its end"},
	{zip.ErrFormat, "gói zip không đọc được", "not a readable zip package"},
	{zip.ErrChecksum, "sai tổng kiểm tra", "wrong checksum"},
	{zip.ErrAlgorithm, "kiểu nén lạ", "unknown compression"},
	{errNoPart, "thiếu một phần của gói", "a part of the package is missing"},
	{ErrNotPlain, "không phải tệp thường", "not a plain file"},
	{ErrLink, "là liên kết tượng trưng", "it is a symbolic link"},
	{errTooMany, "quá nhiều công thức", "too many formulas"},
}

// reason words an error for a message.
func reason(err error) []string {
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return because(c.vi, c.en)
		}
	}
	if strings.Contains(err.Error(), "path escapes") {
		return because("đường dẫn ra ngoài thư mục dữ liệu", "the path leaves the data folder")
	}
	return because(err.Error(), err.Error())
}

// Unreadable reports a file that could not be opened or read: missing, not permitted, leaving its folder.
func Unreadable(file string, err error) problem.Problem {
	return fileUnreadable.At(problem.Place{File: file}, "", reason(err)...)
}
