package text

import (
	"strconv"
	"strings"
)

// documentNumber is the end of the number of a decree or decision that begins at tokens[i] ("749/QĐ-TTg",
// "64/2007/NĐ-CP", "30/2026/QH16"); 0 where none does.
func documentNumber(tokens []token, i int) int {
	j := i + 1
	slash := func() bool { return j+1 < len(tokens) && tokens[j].low == "/" && tokens[j].start == tokens[j-1].end }
	if slash() && tokens[j+1].sort == figures && len(tokens[j+1].low) == 4 && j+2 < len(tokens) && tokens[j+2].low == "/" {
		j += 2
	}
	if !slash() || tokens[j+1].sort != word || !tokens[j+1].upper || tokens[j+1].start != tokens[j].end || unitAfterSlash[tokens[j+1].low] {
		return 0
	}
	if r := []rune(tokens[j+1].low); len(r) < 2 {
		return 0
	}
	for j += 2; j+1 < len(tokens) && tokens[j].low == "-" && tokens[j].start == tokens[j-1].end && tokens[j+1].start == tokens[j].end && tokens[j+1].sort == word; j += 2 {
	}
	return j
}

// unitAfterSlash are words in capitals that may stand behind a slash and make no document number.
var unitAfterSlash = map[string]bool{"usd": true, "gdp": true, "grdp": true}

// days and months lead a date.
var (
	dayWords   = words("ngày sáng chiều tối trưa hôm mùng mồng đêm khuya")
	monthWords = words("tháng t")
)

// dateChunk reads 26/8/2020, 10.7.2020, tháng 8.2017, ngày 26.8, 2019 and the like; years from 1980 to 2099.
func dateChunk(tokens []token, i int) (chunk, bool) {
	c := chunk{to: i + 1}
	parts, end := dateParts(tokens, i)
	lead := ""
	if i > 0 {
		lead = tokens[i-1].low
	}
	if n, err := strconv.Atoi(tokens[i].low); err == nil && len(tokens[i].low) == 4 && isYear(n) {
		c.year = n
		c.is.add(cYear)
		return c, true
	}
	switch {
	case len(parts) == 3 && isDay(parts[0]) && isMonth(parts[1]) && isYear(parts[2]):
		c.to, c.day, c.month, c.year = end, parts[0], parts[1], parts[2]
	case len(parts) == 2 && isMonth(parts[0]) && isYear(parts[1]) && !strings.Contains(tokens[i].low, ","):
		c.to, c.month, c.year = end, parts[0], parts[1]
	case len(parts) == 2 && isDay(parts[0]) && isMonth(parts[1]) && (dayWords[lead] || weekday(tokens, i)):
		c.to, c.day, c.month = end, parts[0], parts[1]
	case len(parts) == 1 && dayWords[lead] && isDay(parts[0]):
		c.day = parts[0]
	case len(parts) == 1 && monthWords[lead] && isMonth(parts[0]):
		c.month = parts[0]
	default:
		return c, false
	}
	c.is.add(cDate)
	return c, true
}

// weekday tells "thứ Tư (26/8)", "Thứ hai, 26/8".
func weekday(tokens []token, i int) bool {
	return i > 2 && tokens[i-3].low == "thứ" && tokens[i-1].sort == mark
}

// dateParts are the whole numbers that are joined by / . or - from tokens[i] on, at most three, and the token after them.
func dateParts(tokens []token, i int) (parts []int, end int) {
	for end = i; end < len(tokens) && len(parts) < 3; {
		for p := range strings.SplitSeq(tokens[end].low, ".") {
			n, err := strconv.Atoi(p)
			if err != nil || len(p) > 4 {
				return nil, end
			}
			parts = append(parts, n)
		}
		end++
		if end+1 >= len(tokens) || tokens[end].low != "/" && tokens[end].low != "-" || tokens[end+1].sort != figures ||
			tokens[end].start != tokens[end-1].end || tokens[end+1].start != tokens[end].end {
			break
		}
		if len(parts) < 3 {
			end++
		}
	}
	return parts, end
}

func isDay(n int) bool   { return n >= 1 && n <= 31 }
func isMonth(n int) bool { return n >= 1 && n <= 12 }
func isYear(n int) bool  { return n >= 1980 && n <= 2099 }
