package view

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/units"
)

// Lang is a language of the publication. The zero Lang writes Vietnamese.
type Lang string

// The two languages: Vietnamese first, English its mirror.
const (
	VI Lang = "vi"
	EN Lang = "en"
)

// Langs lists the languages in the order of publication.
var Langs = []Lang{VI, EN}

// Missing is what stands where there is no figure; a reason in words goes beside it.
const Missing = "–"

const (
	minus   = "−"      // U+2212, as wide as a digit
	noBreak = "\u00a0" // between a figure and its sign, so that a line never ends between them
)

// noise is how far, relative to itself, a computed figure may lie from the decimal number it stands for: more than the
// sums of a tree gather, less than any printed figure shows. It is the value that the stage rank rounds by.
const noise = 1.0 / (1 << 46)

// Round rounds to a number of decimals as on paper: a half goes away from zero, also where the binary fraction of a
// decimal half lies a hair below it or arithmetic has carried it there. It is the rule by which the stage rank orders,
// and a test holds the two together, so that no page shows a tie where the ranks have none. NaN stays NaN; so does a
// number too great to have decimals stay as it is.
func Round(x float64, decimals int) float64 {
	y := math.Abs(x) * math.Pow10(decimals)
	if decimals < 0 || decimals > 15 || !(y < 1<<50) {
		return x
	}
	whole := math.Floor(y)
	if y-whole >= 0.5-min(float64(y*noise), 1e-3) {
		whole++
	}
	if whole == 0 {
		return 0
	}
	return math.Copysign(whole/math.Pow10(decimals), x)
}

// Plain writes a rounded number for machines: decimal point, no thousands mark, hyphen as minus, never "-0.00"; empty for
// NaN and infinities.
func Plain(x float64, decimals int) string {
	if x != x || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(Round(x, decimals), 'f', decimals, 64)
}

// Number writes a figure with its decimals as readers of the language write it: 0,8241 and 2.000 in Vietnamese, 0.8241
// and 2,000 in English, the true minus sign before a negative one, "–" for NaN.
func (l Lang) Number(x float64, decimals int) string {
	return l.dress(Plain(x, decimals))
}

// dress turns a plain decimal into one of the language. A plain decimal that is empty becomes the mark of a missing figure.
func (l Lang) dress(plain string) string {
	if plain == "" {
		return Missing
	}
	thousand, point := ".", ","
	if l == EN {
		thousand, point = ",", "."
	}
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = minus, plain[1:]
	}
	whole, frac, has := strings.Cut(plain, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousand)
		}
		b.WriteByte(whole[i])
	}
	if has {
		b.WriteString(point)
		b.WriteString(frac)
	}
	return b.String()
}

// Exact writes a figure with all the digits that it holds, at most 15 significant ones.
func (l Lang) Exact(x float64) string {
	if x != x || math.IsInf(x, 0) {
		return Missing
	}
	tidy, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	return l.dress(strconv.FormatFloat(tidy, 'f', -1, 64))
}

// Whole writes a count: 2.000 or 2,000. Years are not counts: write them with strconv.
func (l Lang) Whole(n int) string { return l.dress(strconv.Itoa(n)) }

// Signed writes a difference with its sign always shown: +0,0123, −0,0030, 0,0000.
func (l Lang) Signed(x float64, decimals int) string {
	if p := Plain(x, decimals); p != "" && p[0] != '-' && strings.Trim(p, "0.") != "" {
		return "+" + l.dress(p)
	}
	return l.Number(x, decimals)
}

// Percent writes a share of 1 as a percentage: 0.747 is 74,7 % in Vietnamese and 74.7% in English.
func (l Lang) Percent(share float64, decimals int) string {
	// The shift by two decimals is done on the decimal text: 0.575 × 100 is 57.49999… in binary.
	if share != share || math.IsInf(share, 0) {
		return Missing
	}
	s := l.Number(shift(share), decimals)
	if l == EN {
		return s + "%"
	}
	return s + noBreak + "%"
}

// shift multiplies by 100 exactly on the shortest decimal.
func shift(x float64) float64 {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	y, _ := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(e+2), 64)
	return y
}

// Rank writes 86/193, or "–" for a unit that is not ranked. of = 0 leaves out how many are ranked.
func (l Lang) Rank(place, of int) string {
	switch {
	case place <= 0:
		return Missing
	case of <= 0:
		return l.Whole(place)
	}
	return l.Whole(place) + "/" + l.Whole(of)
}

// Change writes a change of rank as a mark and a figure: ▲ 3 (a rise), ▼ 2 (a fall), = (the same place).
func (l Lang) Change(change int) string {
	switch {
	case change > 0:
		return "▲" + noBreak + l.Whole(change)
	case change < 0:
		return "▼" + noBreak + l.Whole(-change)
	}
	return "="
}

// ChangeWords says a change of rank: tăng 3 bậc, giảm 2 bậc, giữ nguyên hạng; up 3 places, down 1 place, same rank.
func (l Lang) ChangeWords(change int) string {
	if l != EN {
		switch {
		case change > 0:
			return "tăng " + l.Whole(change) + " bậc"
		case change < 0:
			return "giảm " + l.Whole(-change) + " bậc"
		}
		return "giữ nguyên hạng"
	}
	switch {
	case change > 0:
		return "up " + l.Count(change, "place", "places")
	case change < 0:
		return "down " + l.Count(-change, "place", "places")
	}
	return "same rank"
}

// Count writes a count with the English noun that agrees with it.
func (l Lang) Count(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	return l.Whole(n) + " " + many
}

// Date writes a day as 26/8/2020 in Vietnamese and 26 August 2020 in English; "–" where it is open.
func (l Lang) Date(d units.Date) string {
	day, month, year := int(d)%100, int(d)/100%100, d.Year()
	if day < 1 || month < 1 || month > 12 {
		return Missing
	}
	if l == EN {
		return strconv.Itoa(day) + " " + englishMonths[month-1] + " " + strconv.Itoa(year)
	}
	return strconv.Itoa(day) + "/" + strconv.Itoa(month) + "/" + strconv.Itoa(year)
}

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// Bytes writes the size of a file: 812 byte, 12,4 KB, 3,0 MB (1 KB = 1,000 byte).
func (l Lang) Bytes(n int64) string {
	switch {
	case n < 1000:
		return l.Whole(int(n)) + noBreak + "byte"
	case n < 1_000_000:
		return l.Number(float64(n)/1000, 1) + noBreak + "KB"
	}
	return l.Number(float64(n)/1_000_000, 1) + noBreak + "MB"
}
