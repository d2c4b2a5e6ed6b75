package text

import (
	"strings"
	"unicode"
)

// split cuts a text into sentences: lines first, then within a line at . ! ? … that end a sentence. Every sentence is
// free of white space at its ends; lines without a letter or digit give none.
func split(text []rune) (all []Sentence) {
	paragraph, first := 0, true
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if spans := cut(text, start, end); len(spans) > 0 {
			form := lineForm(text, spans, first)
			for i := range spans {
				spans[i].Paragraph, spans[i].Form = paragraph, form
			}
			all = append(all, spans...)
			first = first && form == Aside
			paragraph++
		}
		start = end + 1
	}
	return all
}

// cut parts the line [start, end) into sentences.
func cut(text []rune, start, end int) (spans []Sentence) {
	from := start
	for i := start; i < end; i++ {
		if !strings.ContainsRune(".!?…", text[i]) || !closes(text, start, i, end) {
			continue
		}
		stop := i + 1
		for stop < end && strings.ContainsRune(".!?…”’\")]»", text[stop]) {
			stop++
		}
		spans = appendTrimmed(spans, text, from, stop)
		from, i = stop, stop-1
	}
	return appendTrimmed(spans, text, from, end)
}

func appendTrimmed(spans []Sentence, text []rune, from, to int) []Sentence {
	for from < to && blank(text[from]) {
		from++
	}
	for to > from && blank(text[to-1]) {
		to--
	}
	for _, r := range text[from:to] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return append(spans, Sentence{Start: from, End: to})
		}
	}
	return spans
}

// blank tells white space and what stands for it: no-break and zero-width spaces, control characters, marks of direction.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || bidi(r)
}

// abbreviations are words whose full stop ends no sentence. Compared without their own stops.
var abbreviations = words("TP Tp tp TX Tx tx TT Tt ThS Ths Th TS Ts GS Gs PGS BS KS CN LS ĐB St Mr Mrs Ms Dr vs No Q P H F tr Tr v V " +
	"KTS NSND NSƯT CV ĐH CĐ THPT THCS ThSĩ Tel ĐT đ Đ/c đ/c Ô ô B b Ông UBND")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// closes tells whether the mark at i closes a sentence of the line [start, end).
func closes(text []rune, start, i, end int) bool {
	next := i + 1
	for next < end && strings.ContainsRune(".!?…”’\")]»", text[next]) {
		next++
	}
	if next == end {
		return true
	}
	if text[i] != '.' {
		return blank(text[next]) && opens(text, next, end)
	}
	word := before(text, start, i)
	if next > i+1 && text[i+1] == '.' { // an ellipsis
		return blank(text[next]) && opens(text, next, end)
	}
	if abbreviations[word] || len([]rune(word)) == 1 && unicode.IsUpper([]rune(word)[0]) {
		return false
	}
	if start+len([]rune(word)) == i && numeral(word) { // "1." and "a." open an entry of a list
		return false
	}
	if blank(text[next]) {
		return opens(text, next, end)
	}
	// no space: "CPĐT.Tháng 7" is two sentences, "dti.gov.vn", "26.8" and "TP.HCM" are not
	return unicode.IsUpper(text[next]) && next+1 < end && unicode.IsLower(text[next+1]) && len([]rune(word)) > 2
}

// before is the word that touches position i.
func before(text []rune, start, i int) string {
	from := i
	for from > start && (unicode.IsLetter(text[from-1]) || unicode.IsDigit(text[from-1]) || unicode.IsMark(text[from-1]) || text[from-1] == '/') {
		from--
	}
	return string(text[from:i])
}

func numeral(word string) bool {
	for _, r := range word {
		if !unicode.IsDigit(r) && !strings.ContainsRune("IVX", r) {
			return len([]rune(word)) == 1 && unicode.IsLower(r)
		}
	}
	return word != ""
}

// opens tells whether what follows can be the beginning of a sentence: no small letter.
func opens(text []rune, next, end int) bool {
	for next < end && (blank(text[next]) || strings.ContainsRune("“‘\"([«-–", text[next])) {
		next++
	}
	return next == end || !unicode.IsLower(text[next])
}

// lineForm tells what a line is from its first letters, its length and its end.
func lineForm(text []rune, spans []Sentence, first bool) Form {
	s := string(text[spans[0].Start:spans[len(spans)-1].End])
	s = strings.TrimLeft(strings.ReplaceAll(s, "\u00a0", " "), "\ufeff ")
	words := len(strings.Fields(s))
	switch {
	case aside(s) || !first && words <= 6 && shouted(s):
		return Aside
	case entry(s):
		return Entry
	case strings.HasSuffix(s, ":"):
		return Heading
	case first && len(spans) == 1 && words <= 40 && !strings.HasSuffix(s, "."):
		return Title
	case len(spans) == 1 && words <= 18 && !strings.ContainsAny(s[len(s)-1:], ".;,!?…"):
		return Heading
	}
	return Prose
}

// entry tells a line of a list by its mark.
func entry(s string) bool {
	for _, mark := range []string{"- ", "– ", "— ", "+ ", "* ", "• ", "● "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	head, _, _ := strings.Cut(s, " ")
	n := len([]rune(head))
	return n >= 2 && n <= 4 && strings.ContainsAny(head[len(head)-1:], ".)") && numeral(head[:len(head)-1])
}

// aside tells lines that are not the text's own: its address, source, byline in capitals.
func aside(s string) bool {
	low := strings.ToLower(s)
	for _, head := range []string{"# ", "#http", "http://", "https://", "nguồn:", "nguồn ảnh", "ảnh:", "ảnh minh họa", "theo dõi chúng tôi", "tags:", "từ khóa:", "xem thêm:", "tin liên quan", "email:", "hotline", "đường dây nóng", "điện thoại:", "copyright", "©"} {
		if strings.HasPrefix(low, head) {
			return true
		}
	}
	return false
}

// shouted tells a line in capitals without a figure: a byline, unless it is the headline.
func shouted(s string) bool {
	return strings.ToUpper(s) == s && !strings.ContainsAny(s, "0123456789%")
}
