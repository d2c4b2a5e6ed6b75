package units

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold unifies the ways of writing one and the same name: NFC, lower case, the tone of oa, oe, uy on the second vowel
// (hòa = hoà), every dash as "-" and every quote as "'" or `"`, runs of any space as one, none around a dash or "&", none at the ends.
// Invisible signs vanish; Ð (eth) is read as Đ and ƣ, which damaged PDF fonts give, as ư: neither is a Vietnamese
// letter. Marks stay: "hà giang" and "hậu giang" remain two names.
func Fold(s string) string {
	return placeTones(composed(signs(composed(s)))) // again: lower case or a vanished sign may let a mark join its letter
}

func composed(s string) string {
	if norm.NFC.IsNormalString(s) {
		return s
	}
	return norm.NFC.String(s)
}

// Plain is Fold without marks and with đ as d: "thừa thiên-huế" → "thua thien-hue".
func Plain(s string) string { return signs(strip(Fold(s))) } // signs: a mark on its own leaves a space behind

// Key is what two spellings of a name have in common: the letters and digits of Fold, with "&" and "and" read as
// "và", without spaces, dashes, dots and commas. "TP. Huế" and "TP.Huế" share one key, as do "GD & ĐT" and "GD và ĐT".
func Key(s string) string { return joined(Fold(s), "") }

// SearchKey is the words of Key without marks, parted by single spaces: what the search of the site compares.
func SearchKey(s string) string { return strip(joined(Plain(s), " ")) }

// signs unifies letters' case, spaces, dashes and quotes.
func signs(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space, tight := false, true // a space is owed; none may stand here
	for _, r := range s {
		switch r = sign(r); {
		case r < 0:
			continue
		case r == ' ':
			space = true
			continue
		case r == '-' || r == '&':
			tight = true
		default:
			if space && !tight {
				b.WriteByte(' ')
			}
			tight = false
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// sign is the one sign that stands for all that look like it, −1 for an invisible one.
func sign(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return asciiSign(r)
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Pd, r) || r == '−' || r == '⁃':
		return '-'
	case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return -1
	}
	switch r {
	case '‘', '’', '‛', 'ʼ', '′', '´':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case 'Ð', 'ð', 'Ɖ', 'ɖ', 'Đ':
		return 'đ'
	case 'ƣ', 'Ƣ':
		return 'ư'
	}
	return unicode.ToLower(r)
}

func asciiSign(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r == ' ' || '\t' <= r && r <= '\r':
		return ' '
	case r == '`':
		return '\''
	case r < ' ' || r == 0x7f:
		return -1
	}
	return r
}

// strip takes the marks off folded text.
func strip(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
		} else if p, ok := bare[r]; ok {
			b.WriteRune(p)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteString(unmarked(r))
		}
	}
	return b.String()
}

// unmarked takes the marks off one letter that is not Vietnamese: é of Côté is in the table, ã and ü of others are not.
func unmarked(r rune) string {
	var b strings.Builder
	for _, d := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.Mn, d) {
			b.WriteRune(d)
		}
	}
	return b.String()
}

// joined keeps the words of folded text (letters, marks, digits), parted by sep; "&" and "and" become "và".
func joined(s, sep string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	word := func(w string) {
		if w == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteString(sep)
		}
		if w == "and" || w == "&" {
			w = "và"
		}
		b.WriteString(w)
	}
	start := 0
	for i, r := range s {
		if isWordRune(r) {
			continue
		}
		word(s[start:i])
		start = i + utf8.RuneLen(r)
		if r == '&' {
			word("&")
		}
	}
	word(s[start:])
	return b.String()
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}
