package book

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A column's width in Excel counts digits of the workbook's font. Times New Roman's advances, in thousandths of an em,
// by letter without its marks; a digit is 500.
var advances = map[rune]int{
	'i': 278, 'j': 278, 'l': 278, 't': 278, '.': 250, ',': 250, ';': 278, ':': 278, '\'': 180, '|': 200, '!': 333, ' ': 250,
	'f': 333, 'r': 333, 's': 389, '-': 333, '(': 333, ')': 333, '[': 333, ']': 333, '/': 278, 'I': 333, 'J': 389,
	'm': 778, 'w': 722, 'M': 889, 'W': 944, 'c': 444, 'e': 444, 'a': 444, 'z': 444, '%': 833, '▲': 990, '▼': 990, '→': 990, '←': 990, '…': 1000,
	'P': 556, 'S': 556, 'F': 556, 'L': 611, 'E': 611, 'T': 611, 'Z': 611, 'B': 667, 'C': 667, 'R': 667,
}

// textWidth estimates how wide a text is set, in digits; of several lines the widest. Bold letters are about a
// fifteenth wider.
func textWidth(s string, bold bool) float64 {
	widest := 0
	for line := range strings.SplitSeq(s, "\n") {
		widest = max(widest, advance(line))
	}
	if bold {
		widest += widest / 15
	}
	return float64(widest) / 500
}

func advance(line string) (sum int) {
	for _, c := range norm.NFD.String(line) {
		switch w, known := advances[c]; {
		case known:
			sum += w
		case unicode.Is(unicode.Mn, c):
		case unicode.IsUpper(c):
			sum += 722
		case c > 0x2e80:
			sum += 1000
		default:
			sum += 500
		}
	}
	return sum
}

// widestWord is the width of the longest word: a wrapped head must not break inside it.
func widestWord(s string, bold bool) (widest float64) {
	for word := range strings.FieldsSeq(s) {
		widest = max(widest, textWidth(word, bold))
	}
	return widest
}

// linesIn estimates how many lines a text takes in a column of a width.
func linesIn(s string, width float64, bold bool) (lines int) {
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines++
		at := 0.0
		for word := range strings.FieldsSeq(paragraph) {
			w := textWidth(word, bold)
			if at > 0 && at+0.5+w > width {
				lines++
				at = 0
			}
			if at > 0 {
				at += 0.5
			}
			at += w
			for at > width && width > 0 { // a word longer than the line is broken
				lines++
				at -= width
			}
		}
	}
	return lines
}
