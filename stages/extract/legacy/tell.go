package legacy

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tell finds the encoding in which a text that came as Latin-1 letters was written, nil where it is none: it holds a
// letter or a word that Vietnamese does not have, and converted, every word with a letter outside ASCII is a Vietnamese syllable.
// A single odd letter in one word ("5 µm") is not enough.
func Tell(s string) *Encoding {
	if ascii(s) || modern(s) {
		return nil
	}
	var best *Encoding
	most := 0
	for _, e := range All() {
		good, bad, strange := judge(s, e)
		if bad == 0 && strange > 0 && (good > 1 || strange > 1) && good > most {
			best, most = e, good
		}
	}
	return best
}

// judge counts the words with a letter outside ASCII that become Vietnamese syllables by an encoding, those that do not,
// and what is odd about them as they stand.
func judge(s string, e *Encoding) (good, bad, strange int) {
	for _, w := range strings.FieldsFunc(s, parts) {
		if ascii(w) || strings.HasPrefix(w, "µ") && len(w) <= len("µ")+1 { // µm, µg
			continue
		}
		strange += oddities(w)
		if sound(e.Text(w)) {
			good++
		} else {
			bad++
		}
	}
	return good, bad, strange
}

// oddities counts the letters of a word that are none of Vietnamese; one where all are, and still make no syllable.
func oddities(w string) (n int) {
	for _, r := range w {
		if r >= 0x80 && !vietnameseLatin[r] {
			n++
		}
	}
	if n == 0 && !sound(w) {
		n = 1
	}
	return n
}

// parts tells what parts words: blanks and the marks of ASCII. The others are letters in these encodings.
func parts(r rune) bool {
	return r < 0x80 && !unicode.IsLetter(r) || r == '–' || r == '—' || r == '“' || r == '”' || r == '…'
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// modern tells that a text holds a Vietnamese letter outside Latin-1, which only Unicode has, or a mark that combines.
func modern(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x1ea0 && r <= 0x1ef9 || r >= 0x0300 && r <= 0x0323 || strings.ContainsRune("ăĂđĐĩĨũŨơƠưƯ", r)
	})
}

// vietnameseLatin are the letters of Vietnamese that lie in Latin-1.
var vietnameseLatin = map[rune]bool{}

func init() {
	for _, r := range "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ" {
		vietnameseLatin[r] = true
	}
}

// syllable is the shape of a Vietnamese syllable without tone: a beginning, and vowels that stand open or before an end.
var syllable = regexp.MustCompile(`^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|kr|br|pl|đr|[bcdđghklmnpqrstvx])?` +
	`(yêu|iêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|uya|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu|[aeêioôơuưy]` +
	`|(uyê|iê|yê|oa|oă|oe|oo|uâ|uê|uô|ươ|uy|[aăâeêioôơuưy])(ng|[ckmnpt])|(oa|uê|uy|[aêiy])(ch|nh))$`)

// sound tells that a word is shaped as a Vietnamese syllable: one tone at most.
func sound(word string) bool {
	tones, small := 0, false
	var b strings.Builder
	for _, r := range norm.NFC.String(word) {
		if unicode.IsUpper(r) && small {
			return false // TrỔ Vinh
		}
		small = unicode.IsLower(r)
	}
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		switch r {
		case 0x300, 0x301, 0x303, 0x309, 0x323:
			tones++
		default:
			b.WriteRune(r)
		}
	}
	return tones <= 1 && syllable.MatchString(norm.NFC.String(b.String()))
}
