package index

import "xephang/stages/problem"

// The kinds of fault of the file as a whole and of its YAML.
var (
	notText = problem.Declare(problem.Kind{
		Code:     "index-not-text",
		What:     problem.Text{VI: "tệp khai báo không phải là văn bản UTF-8, có ký tự", EN: "the declaration is no UTF-8 text, it holds"},
		Expected: problem.Text{VI: "tệp YAML ghi bằng UTF-8", EN: "a YAML file written in UTF-8"},
		Remedy:   problem.Text{VI: "mở bằng trình soạn thảo văn bản và lưu lại với mã UTF-8", EN: "open it in a text editor and save it again as UTF-8"},
		When:     problem.Text{VI: "index.yaml là tệp nhị phân, hoặc được lưu bằng bảng mã khác.", EN: "index.yaml is a binary file or was saved in another encoding."},
		Example:  "index.yaml = PK\\x03\\x04…",
	})
	empty = problem.Declare(problem.Kind{
		Code:     "index-empty",
		What:     problem.Text{VI: "tệp khai báo trống", EN: "the declaration is empty"},
		Expected: problem.Text{VI: "khai báo của một chỉ số: name, units, scale, tree, editions", EN: "the declaration of an index: name, units, scale, tree, editions"},
		Remedy:   problem.Text{VI: "viết khai báo, hoặc xoá thư mục nếu không còn dùng", EN: "write the declaration, or remove the folder if it is no longer used"},
		When:     problem.Text{VI: "index.yaml không có nội dung nào ngoài chú thích.", EN: "index.yaml holds nothing but comments."},
	})
	syntax = problem.Declare(problem.Kind{
		Code:     "index-yaml",
		What:     problem.Text{VI: "sai cú pháp YAML:", EN: "YAML syntax error:"},
		Expected: problem.Text{VI: "thụt dòng bằng dấu cách, ngoặc và dấu nháy đủ cặp, sau dấu hai chấm có dấu cách", EN: "indentation by spaces, brackets and quotes closed, a space after each colon"},
		Remedy:   problem.Text{VI: "sửa dòng này hoặc dòng ngay trên nó rồi chạy lại; các lỗi khác của tệp chỉ tìm được sau đó", EN: "mend this line or the one above it and run again; other faults of the file can only be found then"},
		When:     problem.Text{VI: "Trình đọc YAML không hiểu được tệp.", EN: "The YAML reader cannot make sense of the file."},
		Example:  "weights: {osi: 0.34",
	})
	moreDocuments = problem.Declare(problem.Kind{
		Code:     "index-documents",
		What:     problem.Text{VI: "tệp có nhiều tài liệu YAML", EN: "the file holds several YAML documents"},
		Expected: problem.Text{VI: "một tài liệu duy nhất", EN: "one document"},
		Remedy:   problem.Text{VI: "bỏ dòng “---” ở giữa tệp", EN: "remove the line “---” inside the file"},
		When:     problem.Text{VI: "Có dòng “---” hoặc “...” ở giữa tệp.", EN: "A line “---” or “...” stands inside the file."},
	})
	aliases = problem.Declare(problem.Kind{
		Code:     "index-alias",
		What:     problem.Text{VI: "các bí danh YAML (*tên) nhân nội dung lên quá lớn", EN: "YAML aliases (*name) multiply the content beyond measure"},
		Expected: problem.Text{VI: "bí danh chỉ dùng để khỏi viết lại vài đoạn ngắn", EN: "aliases used to save repeating a few short passages"},
		Remedy:   problem.Text{VI: "viết thẳng nội dung thay cho bí danh lồng nhau", EN: "write the content out instead of nesting aliases"},
		When:     problem.Text{VI: "Các bí danh lồng nhau mở ra gấp nhiều lần kích thước tệp.", EN: "Nested aliases unfold to many times the size of the file."},
	})
	cycle = problem.Declare(problem.Kind{
		Code:     "index-cycle",
		What:     problem.Text{VI: "nút chứa chính nó:", EN: "a node contains itself:"},
		Expected: problem.Text{VI: "cây không có vòng", EN: "a tree without a cycle"},
		Remedy:   problem.Text{VI: "bỏ một mắt xích: {path}", EN: "break one link: {path}"},
		When:     problem.Text{VI: "Một nút là thành phần của chính nó, qua bí danh YAML hoặc qua `of:`.", EN: "A node is a part of itself, by a YAML alias or by `of:`."},
		Example:  "{node: a, of: [b]}, {node: b, of: [a]}",
	})
	unknownKey = problem.Declare(problem.Kind{
		Code:     "index-key-unknown",
		What:     problem.Text{VI: "không có khoá", EN: "unknown key"},
		Expected: problem.Text{VI: "{near_vi}", EN: "{near_en}"},
		Remedy:   problem.Text{VI: "sửa tên khoá hoặc bỏ dòng này", EN: "mend the key or remove the line"},
		When:     problem.Text{VI: "Khoá không thuộc ngữ pháp của index.yaml ở chỗ đó; thường do gõ nhầm hoặc thụt dòng sai.", EN: "The key is not in the grammar of index.yaml at that place; mostly a slip or a wrong indentation."},
		Example:  "wieght: 0.3",
	})
	twiceKey = problem.Declare(problem.Kind{
		Code:     "index-key-twice",
		What:     problem.Text{VI: "khoá viết hai lần:", EN: "key given twice:"},
		Expected: problem.Text{VI: "mỗi khoá một lần (lần đầu ở dòng {line})", EN: "each key once (first on line {line})"},
		Remedy:   problem.Text{VI: "giữ một dòng, bỏ dòng kia", EN: "keep one line, remove the other"},
		When:     problem.Text{VI: "Cùng một khoá xuất hiện hai lần trong một đoạn.", EN: "The same key stands twice in one mapping."},
	})
	misplacedKey = problem.Declare(problem.Kind{
		Code:     "index-key-place",
		What:     problem.Text{VI: "khoá không dùng được ở đây:", EN: "key out of place:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "chuyển sang đúng nút hoặc bỏ đi", EN: "move it to the right node or remove it"},
		When:     problem.Text{VI: "Khoá của chỉ tiêu đặt ở nút tổng hợp, hoặc ngược lại.", EN: "A key of an indicator stands at a combined node, or the other way round."},
		Example:  "{node: pillar, value: a / b, parts: […]}",
	})
	wrongType = problem.Declare(problem.Kind{
		Code:     "index-type",
		What:     problem.Text{VI: "giá trị sai kiểu:", EN: "wrong type of value:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "viết lại theo mẫu nêu trên; số thập phân dùng dấu chấm", EN: "write it as shown; decimals take a point"},
		When:     problem.Text{VI: "Chỗ cần số, danh sách, đoạn hay văn bản lại có thứ khác.", EN: "Where a number, list, mapping or text is needed, something else stands."},
	})
	required = problem.Declare(problem.Kind{
		Code:     "index-required",
		What:     problem.Text{VI: "thiếu khoá", EN: "missing key"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "thêm khoá “{key}” vào đoạn này", EN: "add the key “{key}” here"},
		When:     problem.Text{VI: "Thiếu một khoá bắt buộc.", EN: "A key that must be there is not."},
	})
	noVietnamese = problem.Declare(problem.Kind{
		Code:     "index-text-vi",
		What:     problem.Text{VI: "thiếu phần tiếng Việt", EN: "the Vietnamese text is missing"},
		Expected: problem.Text{VI: "{vi: …, en: …}", EN: "{vi: …, en: …}"},
		Remedy:   problem.Text{VI: "thêm “vi: …”", EN: "add “vi: …”"},
		When:     problem.Text{VI: "Tên hoặc lời giải thích không có tiếng Việt.", EN: "A name or an explanation has no Vietnamese."},
	})
	noEnglish = problem.Declare(problem.Kind{
		Code: "index-text-en", Severity: problem.Doubt,
		What:     problem.Text{VI: "thiếu phần tiếng Anh của", EN: "the English text is missing for"},
		Expected: problem.Text{VI: "{vi: …, en: …}", EN: "{vi: …, en: …}"},
		Remedy:   problem.Text{VI: "thêm “en: …”; cho đến khi có, trang tiếng Anh dùng lời tiếng Việt", EN: "add “en: …”; until then the English pages show the Vietnamese words"},
		When:     problem.Text{VI: "Tên hoặc lời giải thích không có tiếng Anh.", EN: "A name or an explanation has no English."},
	})
)
