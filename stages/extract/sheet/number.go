package sheet

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Style is what is known of how the figures of a column are written, before one of them is read.
type Style struct {
	Machine bool        // as programs write: the dot is the decimal mark and nothing parts thousands
	Decimal byte        // ',' or '.' where the column or its file tells; 0 where nothing does
	Range   *[2]float64 // where the column's values must lie
	Percent bool        // the column counts in percent: 74,7% is 74.7 there, elsewhere 0.747
	YesNo   bool        // có/không, yes/no, true/false, đúng/sai are 1 and 0
}

// Outcome is how a text was understood.
type Outcome uint8

const (
	Missing   Outcome = iota // the text says that there is no figure
	Figure                   // Value
	Ambiguous                // Value or Other; nothing tells which
	Refused                  // no figure, for the reason Why
	Broken                   // an error value of a spreadsheet: #REF!, #DIV/0!
)

// Reading is what ParseNumber makes of a text.
type Reading struct {
	Is      Outcome
	Decimal byte // the decimal mark that the text proves, 0 where it proves none
	Rank    int  // the rank before a score in brackets, 0 where there is none
	Value   float64
	Other   float64       // Ambiguous: the reading with thousands
	Why     *problem.Text // Refused
}

// ParseNumber reads a figure written as text. These are the rules, in this order; what none of them reads is Refused.
//
//	 1  white space of any kind around the text goes; full-width digits and marks become plain; −, ‒ and – before a digit are the minus sign
//	 2  nothing, or one of the marks in blanks (-, –, —, .., …, n/a, N/A, NA, NaN, null, k.c., không có số liệu, …): Missing
//	 3  an error value of a spreadsheet (#REF!, #DIV/0!, #N/A, Err:502): Broken
//	 4  Style.YesNo and có, không, yes, no, true, false, đúng, sai: 1 or 0
//	 5  Style.Machine and digits, at most one dot, perhaps an exponent: the nearest double, as strconv reads it
//	 6  R (S) with a whole number R from 1 and a figure S: the score S with the rank R; 01 (0,727) is 0.727, rank 1
//	 7  a sign + or − may stand first, % or ‰ last; 74,7% is 0.747, or 74.7 where Style.Percent is set
//	 8  both . and , occur: the later one is the decimal mark and stands once, the earlier parts thousands: 1.234,5 and 1,234.5
//	 9  one of them occurs twice or more: it parts thousands: 1.234.567
//	10  spaces or apostrophes inside part thousands: 1 234,5
//	11  one of them occurs once, and not with one to three digits before (the first no 0) and three behind: the decimal mark: 0,9039, 12.5, 1234.567, 0.903
//	12  else the text can be read in two ways (2.000 as 2 or as 2000), and the first of these that tells decides:
//	      an exponent (2.000e3): the decimal mark
//	      Style.Machine: the dot is the decimal mark
//	      Style.Range holds exactly one of the two
//	      Style.Decimal: that mark is the decimal mark, the other parts thousands
//	    none tells: Ambiguous
//
// Thousands must stand in threes. A figure is read to the nearest double of its decimal digits.
func ParseNumber(text string, s Style) Reading {
	if s.Machine {
		if n, ok := machine(text); ok {
			return n
		}
	}
	text = tidy(text)
	if blanks[strings.ToLower(text)] {
		return Reading{Value: math.NaN()}
	}
	if isErrorValue(text) {
		return Reading{Is: Broken, Value: math.NaN()}
	}
	if s.YesNo {
		if v, ok := answers[strings.ToLower(text)]; ok {
			return Reading{Is: Figure, Value: v}
		}
	}
	if s.Machine { // once more, without what tidy took off
		if n, ok := machine(text); ok {
			return n
		}
	}
	if rank, score, ok := splitRank(text); ok {
		n := parse(score, s)
		n.Rank = rank
		return n
	}
	return parse(text, s)
}

// blanks are the texts that say "no figure" (rule 2), in lower case.
var blanks = map[string]bool{"": true, "-": true, "--": true, "–": true, "—": true, "..": true, "...": true, "…": true, "n/a": true, "na": true,
	"n.a.": true, "n.a": true, "nan": true, "null": true, "none": true, "nil": true, "k.c.": true, "kc": true, "không có": true,
	"không có số liệu": true, "không có dữ liệu": true, "chưa có số liệu": true, "chưa có dữ liệu": true, "không áp dụng": true, "no data": true}

var answers = map[string]float64{"có": 1, "không": 0, "yes": 1, "no": 0, "true": 1, "false": 0, "đúng": 1, "sai": 0}

// isErrorValue tells the error values of Excel and LibreOffice.
func isErrorValue(s string) bool {
	if strings.HasPrefix(s, "Err:") {
		return true
	}
	if !strings.HasPrefix(s, "#") || len(s) < 3 {
		return false
	}
	last := s[len(s)-1]
	return strings.Trim(s, "#!?/_ABCDEFGHIJKLMNOPQRSTUVWXYZ0") == "" && (last == '!' || last == '?' || s == "#N/A" || s == "#GETTING_DATA" || s == "#BUSY")
}

// machine reads what programs write: an optional minus, digits, perhaps a dot and digits, perhaps an exponent.
func machine(s string) (Reading, bool) {
	i, n := 0, len(s)
	if i < n && s[i] == '-' {
		i++
	}
	from := i
	m, i := mantissa(s, i, 0)
	whole, places := i-from, 0
	if whole == 0 {
		return Reading{}, false
	}
	if i < n && s[i] == '.' {
		at := i + 1
		m, i = mantissa(s, at, m)
		if places = i - at; places == 0 {
			return Reading{}, false
		}
	}
	proves := byte(0)
	if places > 0 && !couldGroup(s[from:from+whole], places) {
		proves = '.'
	}
	if i == n && whole+places <= 15 {
		return Reading{Is: Figure, Value: exact(m, places, from > 0), Decimal: proves}, true
	}
	if i < n && !exponent(s[i:]) {
		return Reading{}, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return refused("số quá lớn", "the number is too large"), true
	}
	return Reading{Is: Figure, Value: v, Decimal: proves}, true
}

// mantissa reads digits from i on behind those read already; the number is right up to 19 digits in all.
func mantissa(s string, i int, m uint64) (uint64, int) {
	for i < len(s) && s[i]-'0' <= 9 {
		m = m*10 + uint64(s[i]-'0')
		i++
	}
	return m, i
}

// powers of ten that a double holds exactly.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// exact is m / 10^places for at most 15 digits: both are whole doubles, so the one division is rounded once and gives the
// nearest double (W. Clinger, How to Read Floating Point Numbers Accurately, 1990).
func exact(m uint64, places int, minus bool) float64 {
	v := float64(m) / powers[places]
	if minus {
		return -v
	}
	return v
}

// exponent tells e, E, e+, e− and digits to the end.
func exponent(s string) bool {
	i := 1
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	return (s[0] == 'e' || s[0] == 'E') && i < len(s) && pastDigits(s, i) == len(s)
}

func pastDigits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// couldGroup tells that a mark with these digits before and so many behind may part thousands (rule 11).
func couldGroup(before string, behind int) bool {
	return behind == 3 && len(before) >= 1 && len(before) <= 3 && before[0] != '0'
}

// splitRank parts 01 (0,727) into the rank and the text of the score.
func splitRank(s string) (rank int, score string, ok bool) {
	open := strings.IndexByte(s, '(')
	if open < 1 || !strings.HasSuffix(s, ")") {
		return 0, "", false
	}
	rank, ok = digits([]byte(strings.TrimSpace(s[:open])))
	score = strings.TrimSpace(s[open+1 : len(s)-1])
	return rank, score, ok && rank > 0 && !blanks[strings.ToLower(score)]
}

func refused(vi, en string) Reading {
	return Reading{Is: Refused, Value: math.NaN(), Why: &problem.Text{VI: vi, EN: en}}
}

// parse is rules 7 to 12 on a tidy text that is not blank.
func parse(s string, st Style) Reading {
	f, why := split(s)
	if why != nil {
		return *why
	}
	point, grouped, n := f.marks()
	if n == 0 {
		return refused("các nhóm nghìn không đủ ba chữ số", "thousands do not stand in threes")
	}
	shift := 0
	if !st.Percent {
		shift = -f.percent
	} else if f.percent == 3 {
		shift = -1
	}
	v, err := f.value(point, shift)
	if err != nil {
		return refused("số quá lớn", "the number is too large")
	}
	if n == 1 {
		return Reading{Is: Figure, Value: v, Decimal: f.proves(point, grouped)}
	}
	other, err := f.value(len(f.body), shift)
	if err != nil {
		return refused("số quá lớn", "the number is too large")
	}
	return st.choose(f, v, other)
}

// choose is rule 12: v reads the mark as decimal, other as parting thousands.
func (s Style) choose(f figure, v, other float64) Reading {
	mark := f.body[strings.IndexAny(f.body, ".,")]
	one, two := s.holds(v), s.holds(other)
	switch {
	case f.exp != 0 || s.Machine && mark == '.':
	case one && !two:
	case two && !one:
		v = other
	case s.Decimal == 0:
		return Reading{Is: Ambiguous, Value: v, Other: other}
	case s.Decimal != mark:
		v = other
	}
	return Reading{Is: Figure, Value: v}
}

// holds tells that a value lies in the column's range; without a range everything does.
func (s Style) holds(v float64) bool { return s.Range == nil || s.Range[0] <= v && v <= s.Range[1] }
