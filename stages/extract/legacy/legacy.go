// Package legacy turns Vietnamese text of the time before Unicode into Unicode: TCVN3 (ABC) and VNI, whose bytes today's
// programs show as letters of Latin-1 or Windows-1252 ("Hµ Néi", "Haø Noäi"). It knows the encodings, the fonts that go
// with them and how to tell such text by its letters alone. sheet, text, forms and extract itself stand after it.
package legacy

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Encoding is one way of writing Vietnamese from the time before Unicode.
type Encoding struct {
	Name, Label string
	convert     func(string) string
}

// TCVN3 is TCVN 5712:1993, a letter a byte; VNI writes a vowel and a mark letter behind it.
var (
	TCVN3 = &Encoding{"tcvn3", "TCVN3 (ABC)", fromTCVN3}
	VNI   = &Encoding{"vni", "VNI", fromVNI}
)

// All lists the encodings.
func All() []*Encoding { return []*Encoding{TCVN3, VNI} }

// Text converts every letter, whether that makes sense or not; see Tell. The result is composed (NFC).
func (e *Encoding) Text(s string) string { return e.convert(s) }

// Font is a font whose letters stand for the bytes of an encoding.
type Font struct {
	*Encoding
	capitals bool // the font draws small letters as capitals (.VnTimeH)
}

// OfFont tells the fonts of the encodings by their name: .VnTime, .VnArialH, VNI-Times; nil for every other.
func OfFont(name string) *Font {
	low := strings.ToLower(name)
	switch {
	case strings.HasPrefix(low, ".vn"):
		return &Font{TCVN3, strings.HasSuffix(name, "H")}
	case strings.HasPrefix(low, "vni-"):
		return &Font{VNI, false}
	}
	return nil
}

// Text converts a text that is set in the font. One that was typed in Unicode all the same, as the letters it holds or
// the words they make tell, stays as it is; changed tells which.
func (f *Font) Text(s string) (text string, changed bool) {
	if f == nil || ascii(s) || modern(s) {
		return s, false
	}
	text = f.convert(s)
	if good, bad, strange := judge(s, f.Encoding); bad > 0 && strange == 0 || good == 0 && bad > 0 && sound(s) {
		return s, false
	}
	if f.capitals {
		text = strings.ToUpper(text)
	}
	return text, text != s
}

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
