package text

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"xephang/stages/problem"
)

var (
	tooBig = problem.Declare(problem.Kind{Code: "text-too-big",
		What:     problem.Text{VI: "văn bản quá lớn", EN: "text too big"},
		Expected: problem.Text{VI: "không quá {limit}", EN: "at most {limit}"},
		Remedy:   problem.Text{VI: "tách tệp hoặc bỏ khỏi thư mục", EN: "split the file or take it out of the folder"},
		When:     problem.Text{VI: "Tệp văn bản lớn hơn giới hạn đọc.", EN: "A text file is larger than what is read."}})
	empty = problem.Declare(problem.Kind{Code: "text-empty", Severity: problem.Doubt,
		What:   problem.Text{VI: "văn bản rỗng", EN: "empty text"},
		Remedy: problem.Text{VI: "bổ sung nội dung hoặc xóa tệp", EN: "add the content or delete the file"},
		When:   problem.Text{VI: "Tệp văn bản không có nội dung nào.", EN: "A text file has no content."}})
	isBinary = problem.Declare(problem.Kind{Code: "text-binary",
		What:     problem.Text{VI: "không phải văn bản", EN: "not a text"},
		Expected: problem.Text{VI: "văn bản thuần UTF-8", EN: "plain UTF-8 text"},
		Remedy:   problem.Text{VI: "lưu nội dung thành tệp .txt mã hóa UTF-8", EN: "save the content as a .txt file in UTF-8"},
		When:     problem.Text{VI: "Tệp .txt thực ra là PDF, Word, ảnh hoặc dữ liệu nhị phân.", EN: "A .txt file is really a PDF, Word document, picture or binary data."}})
	unknown = problem.Declare(problem.Kind{Code: "text-encoding-unknown",
		What:     problem.Text{VI: "không nhận ra bảng mã", EN: "unknown encoding"},
		Expected: problem.Text{VI: "UTF-8, UTF-16, TCVN3, VNI hoặc Windows-1258", EN: "UTF-8, UTF-16, TCVN3, VNI or Windows-1258"},
		Remedy:   problem.Text{VI: "lưu lại tệp bằng UTF-8", EN: "save the file again as UTF-8"},
		When:     problem.Text{VI: "Không giải mã nào cho ra tiếng Việt.", EN: "No decoding gives Vietnamese."}})
	converted = problem.Declare(problem.Kind{Code: "text-encoding-converted", Severity: problem.Doubt,
		What:     problem.Text{VI: "văn bản dùng bảng mã cũ {encoding}, đã chuyển sang Unicode", EN: "text in the old encoding {encoding}, converted to Unicode"},
		Expected: problem.Text{VI: "UTF-8", EN: "UTF-8"},
		Remedy:   problem.Text{VI: "kiểm tra lại và lưu tệp bằng UTF-8", EN: "check it and save the file as UTF-8"},
		When:     problem.Text{VI: "Văn bản viết bằng TCVN3, VNI hay Windows-1258.", EN: "A text was written in TCVN3, VNI or Windows-1258."}})
	broke = problem.Declare(problem.Kind{Code: "text-encoding-broken", Severity: problem.Doubt,
		What:   problem.Text{VI: "có byte không thuộc UTF-8, đã thay bằng dấu �", EN: "bytes that are not UTF-8, replaced by �"},
		Remedy: problem.Text{VI: "lưu lại tệp bằng UTF-8", EN: "save the file again as UTF-8"},
		When:   problem.Text{VI: "Văn bản UTF-8 bị hỏng một vài chỗ.", EN: "A UTF-8 text is damaged in a few places."}})
	control = problem.Declare(problem.Kind{Code: "text-control", Severity: problem.Doubt,
		What:   problem.Text{VI: "văn bản có ký tự điều khiển", EN: "control character in the text"},
		Remedy: problem.Text{VI: "xóa ký tự đó", EN: "remove the character"},
		When:   problem.Text{VI: "Ký tự không in được lẫn trong văn bản.", EN: "A character that cannot be printed is in the text."}})
	direction = problem.Declare(problem.Kind{Code: "text-bidi", Severity: problem.Doubt,
		What:   problem.Text{VI: "văn bản có dấu đổi chiều viết", EN: "bidirectional mark in the text"},
		Remedy: problem.Text{VI: "xóa dấu đó: nó làm chữ hiện ra khác với thứ tự thật", EN: "remove the mark: it shows letters in another order than they are stored"},
		When:   problem.Text{VI: "Dấu đổi chiều viết ẩn trong văn bản.", EN: "A hidden mark turns the direction of writing."}})
	html = problem.Declare(problem.Kind{Code: "text-html", Severity: problem.Doubt,
		What:   problem.Text{VI: "văn bản còn sót mã HTML", EN: "HTML remains in the text"},
		Remedy: problem.Text{VI: "chép lại phần chữ, không chép mã trang", EN: "copy the words, not the page's code"},
		When:   problem.Text{VI: "Văn bản chép từ trang web còn thẻ hoặc thực thể HTML; được hiện nguyên như chữ.", EN: "A text copied from a web page holds tags or entities; they are shown as text."}})
)

// markup finds a tag or an entity of HTML.
var markup = regexp.MustCompile(`(?i)</?[a-z][a-z0-9]*(\s[^<>]*)?/?>|<!--|&(nbsp|amp|lt|gt|quot|#\d+|[lr][ds]quo);`)

// place is the line and column of the first occurrence of what in text.
func place(text, file, what string) problem.Place {
	before, _, _ := strings.Cut(text, what)
	last := before[strings.LastIndex(before, "\n")+1:]
	return problem.Place{File: file, Line: 1 + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(last)}
}

func codepoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

func megabytes(n int) string { return fmt.Sprintf("%d MB", (n+1<<20-1)>>20) }
