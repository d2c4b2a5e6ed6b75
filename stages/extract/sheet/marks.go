package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// isSpace tells every kind of blank that people and programs leave around a figure, zero-width ones too.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' || r == '\u00ad'
}

// tidy is rule 1 of ParseNumber. Text of plain ASCII without blanks around it comes back as it is.
func tidy(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] < ' ' {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.Trim(s, " ")
	}
	s = strings.TrimFunc(s, isSpace)
	runes := []rune(s)
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r >= '！' && r <= '～': // full-width forms of ASCII
			runes[i] = r - '！' + '!'
		case isSpace(r):
			runes[i] = ' '
		case (r == '−' || r == '‒' || r == '–' || r == '－') && i == 0 && (next >= '0' && next <= '9' || next >= '０' && next <= '９' || next == ' '):
			runes[i] = '-'
		case r == '’' || r == '‘' || r == 'ʼ':
			runes[i] = '\''
		}
	}
	return string(runes)
}

// figure is a text cut into its parts.
type figure struct {
	minus   bool
	body    string // digits and marks
	exp     int    // exponent as written
	percent int    // 2 after %, 3 after ‰
}

// split cuts a text into sign, digits with marks, exponent and percent sign, or says why it is no figure.
func split(s string) (f figure, why *Reading) {
	bad := func(vi, en string) (figure, *Reading) { n := refused(vi, en); return figure{}, &n }
	whole := s
	if s != "" && (s[0] == '-' || s[0] == '+') {
		f.minus, s = s[0] == '-', strings.TrimLeft(s[1:], " ")
	}
	for mark, places := range map[string]int{"%": 2, "‰": 3} {
		if t, ok := strings.CutSuffix(s, mark); ok {
			s, f.percent = strings.TrimRight(t, " "), places
			break
		}
	}
	if i := strings.IndexAny(s, "eE"); i > 0 {
		n, err := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
		if err != nil || n < -400 || n > 400 || strings.HasPrefix(s[i+1:], "+-") {
			return bad("không phải số", "not a number")
		}
		s, f.exp = s[:i], n
	}
	if looksLikeDate(whole) {
		return bad("giống ngày tháng, không phải số", "looks like a date, not a number")
	}
	if s == "" || strings.Trim(s, "0123456789., '") != "" || strings.Trim(s, "., '") == "" {
		return bad("không phải số", "not a number")
	}
	if last := s[len(s)-1]; last < '0' || last > '9' || s[0] == '\'' || s[0] == ' ' {
		return bad("dấu phân cách đứng sai chỗ", "a mark in the wrong place")
	}
	f.body = s
	return f, nil
}

// looksLikeDate tells 26/8, 26/8/2020, 2020-07-10 and 10.7.2020; 26.8 is a figure.
func looksLikeDate(s string) bool {
	for _, mark := range []string{"/", "-", "."} {
		p := strings.Split(s, mark)
		if len(p) < 2 || len(p) > 3 || len(p) == 2 && mark != "/" {
			continue
		}
		fits := true
		for i, d := range p {
			n, ok := digits([]byte(d))
			fits = fits && ok && (len(d) <= 2 && n >= 1 && n <= 31 || len(d) == 4 && n >= 1900 && n < 2200 && i != 1)
		}
		if fits {
			return true
		}
	}
	return false
}

// marks tells in how many ways the marks of the body can be read: 0 (not at all), 1, or 2 (rule 12). point is where the
// decimal mark stands, len(body) where there is none; grouped is the mark that parts thousands, 0 where none does.
func (f figure) marks() (point int, grouped byte, ways int) {
	dots, commas := strings.Count(f.body, "."), strings.Count(f.body, ",")
	others := strings.IndexAny(f.body, " '") >= 0
	mark := byte('.')
	if commas > 0 && (dots == 0 || strings.LastIndexByte(f.body, ',') > strings.LastIndexByte(f.body, '.')) {
		mark = ','
	}
	point = strings.LastIndexByte(f.body, mark)
	switch {
	case dots+commas == 0 && !others:
		return len(f.body), 0, 1
	case dots+commas == 0:
		return len(f.body), 0, inThrees(f.body, " '")
	case dots > 0 && commas > 0: // rule 8
		if others || strings.Count(f.body, string(mark)) > 1 {
			return 0, 0, 0
		}
		other := ".,"[strings.IndexByte(",.", mark)]
		return point, other, inThrees(f.body[:point], string(other))
	case dots+commas > 1: // rule 9
		if others {
			return 0, 0, 0
		}
		return len(f.body), mark, inThrees(f.body, string(mark))
	case others:
		return point, 0, inThrees(f.body[:point], " '")
	case couldGroup(f.body[:point], len(f.body)-point-1):
		return point, 0, 2
	}
	return point, 0, 1
}

// proves tells which decimal mark the figure proves for its column.
func (f figure) proves(point int, grouped byte) byte {
	switch {
	case point < len(f.body):
		return f.body[point]
	case grouped == '.':
		return ','
	case grouped == ',':
		return '.'
	}
	return 0
}

// inThrees is 1 where the marks part a whole number into threes, the first group of one to three not led by 0; else 0.
func inThrees(s, marks string) int {
	groups := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) })
	if len(groups) == 0 || len(strings.Join(groups, ""))+len(groups)-1 != len(s) || len(groups[0]) > 3 || groups[0][0] == '0' {
		return 0
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return 0
		}
	}
	return 1
}

// value is the nearest double of the digits with the decimal mark at point, times ten to the exponent and shift.
func (f figure) value(point, shift int) (float64, error) {
	b := make([]byte, 0, len(f.body)+8)
	if f.minus {
		b = append(b, '-')
	}
	for i := range len(f.body) {
		switch c := f.body[i]; {
		case c >= '0' && c <= '9':
			b = append(b, c)
		case i == point:
			b = append(b, '.')
		}
	}
	if e := f.exp + shift; e != 0 {
		b = strconv.AppendInt(append(b, 'e'), int64(e), 10)
	}
	return strconv.ParseFloat(string(b), 64)
}
