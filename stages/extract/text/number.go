package text

import (
	"strconv"
	"strings"
)

// figure notation of Vietnamese texts, where both "0,6667" and "0.589" stand for a fraction and "2.000" for a whole
// number. The declared rules, in this order:
//
//	0,6667  0.589        a leading zero makes the mark a decimal mark
//	1.234,5  1,234.5     of two kinds of marks the last is the decimal mark
//	36.327  1.234.567    full stops before groups of three part thousands
//	1,234,567            several commas before groups of three part thousands
//	26,8  61.5  1,488    any other single mark is a decimal mark …
//	2,000 dịch vụ        … but a comma before three digits parts thousands where only whole things are counted
//
// amount is a number as read: its value, how many decimals it shows, and whether a comma might part thousands.
type amount struct {
	value    float64
	decimals int
	doubtful bool // "2,000": 2 where a measure follows, 2000 where whole things are counted
}

// parseAmount reads the digits of a token; false for what is no number ("10.7.2020").
func parseAmount(raw string) (amount, bool) {
	dots, commas := strings.Count(raw, "."), strings.Count(raw, ",")
	decimal := "" // the decimal mark
	doubtful := false
	switch {
	case dots > 0 && commas > 0:
		decimal = ","
		if strings.LastIndex(raw, ".") > strings.LastIndex(raw, ",") {
			decimal = "."
		}
		if strings.Count(raw, decimal) > 1 || !thousands(raw[:strings.LastIndex(raw, decimal)]) {
			return amount{}, false
		}
	case dots+commas > 1 || dots == 1 && thousands(raw):
		if !thousands(raw) {
			return amount{}, false
		}
	case dots == 1:
		decimal = "."
	case commas == 1:
		decimal, doubtful = ",", thousands(raw)
	}
	return readAmount(raw, decimal, doubtful)
}

// thousands tells digits in groups of three after a first group of one to three that is not 0.
func thousands(raw string) bool {
	groups := strings.FieldsFunc(raw, func(r rune) bool { return r == '.' || r == ',' })
	if len(groups) == 0 || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups) > 1 || len(raw) <= 3
}

// unmarked takes the marks out of digits.
var unmarked = strings.NewReplacer(".", "", ",", "")

func readAmount(raw, decimal string, doubtful bool) (amount, bool) {
	whole, rest := raw, ""
	if decimal != "" {
		i := strings.LastIndex(raw, decimal)
		whole, rest = raw[:i], raw[i+1:]
	}
	whole = unmarked.Replace(whole)
	v, err := strconv.ParseFloat(whole+"."+rest+"0", 64)
	return amount{v, len(rest), doubtful}, err == nil && len(whole) <= 15
}

// units of ten, digits and what stands after "mươi", as words.
var digits = []string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// numerals lists the words for 1 to 99 with their values: "tám", "mười lăm", "hai mươi mốt", "sáu mươi ba".
func numerals() map[string]int {
	all := map[string]int{"tư": 4, "bẩy": 7, "mười": 10, "chục": 10}
	for i := 1; i <= 9; i++ {
		all[digits[i]] = i
		for _, unit := range endings(i) {
			all["mười "+unit] = 10 + i
			for ten := 2; ten <= 9; ten++ {
				all[digits[ten]+" mươi "+unit] = 10*ten + i
				all[digits[ten]+" mươi"] = 10 * ten
			}
		}
	}
	return all
}

// endings are the forms of a digit after mười and mươi.
func endings(i int) []string {
	switch i {
	case 1:
		return []string{"một", "mốt"}
	case 4:
		return []string{"bốn", "tư"}
	case 5:
		return []string{"lăm", "năm", "nhăm"}
	}
	return []string{digits[i]}
}
