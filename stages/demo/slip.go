package demo

import (
	"slices"

	"xephang/stages/units"
)

// Slip is one way in which a form comes back other than it was meant.
type Slip struct {
	Kind string
	Say  string // what happened, Vietnamese, for the story that is printed
	Bad  bool   // it is a fault: the unit gets its form back and mends it
}

// All lists the slips, harmless ones among them: these are read as they are meant.
func All() []Slip {
	return []Slip{
		{"percent-text", "ghi tỷ lệ thành chữ “85,5 %”", false},
		{"thousands-text", "ghi số thành chữ có dấu chấm hàng nghìn", false},
		{"column-inserted", "chèn thêm một cột ghi chú", false},
		{"sheet-renamed", "đổi tên tờ trả lời", false},
		{"decomposed", "dán chữ Việt tổ hợp (NFD) và dấu cách không ngắt", false},
		{"row-hidden", "ẩn một dòng", false},
		{"csv", "gửi tệp .csv, mất tờ minh chứng", true},
		{"no-data", "chọn lý do “không có số liệu”", false},
		{"refused", "chọn lý do “không cung cấp”", false},
		{"not-applicable", "chọn lý do “không áp dụng”", false},
		{"leap", "số cán bộ tăng gấp ba so với năm trước", false},
		{"legacy", "dán lời giải trình bằng phông chữ TCVN3", false},
		{"words", "ghi “khoảng 1.200” vào ô số", true},
		{"part-above-whole", "dịch vụ toàn trình nhiều hơn tổng số dịch vụ", true},
		{"value-and-reason", "vừa có số liệu vừa có lý do không trả lời", true},
		{"blank", "để trống mà không nêu lý do", true},
		{"date", "Excel đổi số thành ngày tháng", true},
		{"no-evidence", "thiếu minh chứng bắt buộc", true},
		{"date-without-year", "ngày văn bản không có năm", true},
		{"negative", "số âm", true},
		{"error", "công thức lỗi #DIV/0!", true},
		{"last-year", "gửi lại biểu mẫu năm trước", true},
		{"two-files", "gửi hai tệp khác nhau", true},
		{"not-sent", "chưa gửi biểu mẫu", true},
	}
}

// slips gives every kind to one unit, spread over the units in the order of their codes; where there are fewer units
// than kinds, the last kinds do not come up.
func slips(all []units.Unit) map[string]Slip {
	codes := make([]string, len(all))
	for i, u := range all {
		codes[i] = u.Code
	}
	slices.Sort(codes)
	kinds := All()
	if len(codes) < len(kinds)+6 { // a small index: faults first, every other unit clean
		kinds = slices.Concat(kinds[12:17], kinds[:2])
	}
	found := map[string]Slip{}
	for i, k := range kinds {
		if at := i * len(codes) / len(kinds); len(codes) >= len(kinds) {
			found[codes[at]] = k
		}
	}
	return found
}
