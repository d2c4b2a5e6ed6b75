package text

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// legacy is an encoding of the time before Unicode: how its letters, read as Latin-1 or Windows-1252, are turned into
// Vietnamese.
type legacy struct {
	name, label string
	text        func(string) string
}

var legacies = []legacy{{"tcvn3", "TCVN3 (ABC)", fromTCVN3}, {"vni", "VNI", fromVNI}}

// tcvn3 is TCVN 5712:1993 from 0x80 to 0xFF, a letter a byte.
const tcvn3 = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" +
	"ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" +
	"\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ" +
	"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ" +
	"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" +
	"éẹềểễếệìỉỄẾỒĩíịò" +
	"Ổỏõóọồổỗốộờởỡớợù" +
	"ỖủũúụừửữứựỳỷỹýỵỐ"

var tcvn3Letters = []rune(tcvn3)

// fromTCVN3 converts letter by letter: "Hµ Néi" is "Hà Nội".
func fromTCVN3(s string) string {
	return strings.Map(func(r rune) rune {
		if b, ok := charmap.Windows1252.EncodeRune(r); ok && b >= 0x80 {
			return tcvn3Letters[b-0x80]
		}
		if r >= 0x80 && r <= 0xff {
			return tcvn3Letters[r-0x80]
		}
		return r
	}, s)
}

// vniMarks gives the combining marks that a VNI mark letter puts on the vowel before it: tone, circumflex, breve or both.
var vniMarks = map[rune]string{
	'ù': "\u0301", 'ø': "\u0300", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323",
	'â': "\u0302", 'á': "\u0302\u0301", 'à': "\u0302\u0300", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323",
	'ê': "\u0306", 'é': "\u0306\u0301", 'è': "\u0306\u0300", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323",
}

// vniLetters are the letters that VNI writes in one byte.
var vniLetters = map[rune]string{
	'ñ': "đ", 'Ñ': "Đ", 'ô': "ơ", 'Ô': "Ơ", 'ö': "ư", 'Ö': "Ư",
	'æ': "ỉ", 'Æ': "Ỉ", 'ó': "ĩ", 'Ó': "Ĩ", 'ò': "ị", 'Ò': "Ị", 'î': "ỵ", 'Î': "Ỵ",
}

// fromVNI joins base letters with the mark letters that follow: "Haø Noäi" is "Hà Nội".
func fromVNI(s string) string {
	var b strings.Builder
	vowel := false
	for _, r := range s {
		low := r
		if r >= 'À' && r <= 'Þ' && r != '×' {
			low = r + 0x20
		}
		mark, isMark := vniMarks[low]
		switch letter, one := vniLetters[r]; {
		case isMark && vowel:
			b.WriteString(mark)
			vowel = false
		case one:
			b.WriteString(letter)
			vowel = strings.ContainsRune("ôÔöÖ", r)
		default:
			b.WriteRune(r)
			vowel = strings.ContainsRune("aeouyAEOUY", r)
		}
	}
	return norm.NFC.String(b.String())
}

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
