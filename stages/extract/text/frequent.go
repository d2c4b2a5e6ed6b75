package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// frequent are words that any Vietnamese text of some lines holds and that no wrong decoding gives by chance.
var frequent = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq("của và các là được trong cho có đã năm không một với tỉnh số đến người về từ việt nội bộ " +
		"chính phủ điện tử công dịch vụ thông tin truyền quốc gia xếp thứ hạng bậc đạt tăng giảm phố thành chỉ điểm thiên huế đà nẵng nước") {
		if strings.IndexFunc(w, func(r rune) bool { return r >= 0x80 }) >= 0 {
			frequent[w] = true
		}
	}
}

// head is what of a text is looked at to tell its encoding: its first 100,000 bytes.
func head(s string) string { return strings.ToValidUTF8(s[:min(len(s), 100_000)], " ") }

// vietnamese counts the frequent words in the head of a text.
func vietnamese(s string) (n int) {
	s = norm.NFC.String(strings.ToLower(head(s)))
	for w := range strings.FieldsSeq(s) {
		if frequent[strings.Trim(w, ".,;:()\"“”")] {
			n++
		}
	}
	return n
}
