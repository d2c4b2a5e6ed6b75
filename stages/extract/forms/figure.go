package forms

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/units"
)

// spelt is a number written as text, taken apart: the text of the number, whether it is marked as a percentage, and
// whether nothing but the question's own unit stood behind it.
type spelt struct {
	text    string
	percent bool
	words   bool // there are other words
}

// take apart "120 dịch vụ", "85 %", "85 phần trăm", "'120". Only the declared unit may stand behind a number.
func apart(s string, a index.Answer) spelt {
	s = strings.TrimSpace(strings.TrimLeft(s, "'’"))
	end := strings.LastIndexFunc(s, func(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' })
	if end < 0 {
		return spelt{text: s, words: strings.IndexFunc(s, isLetter) >= 0}
	}
	for end++; end < len(s) && s[end]&0xc0 == 0x80; end++ { // the rest of a full-width digit
	}
	n := spelt{text: s[:end]}
	switch tail := units.SearchKey(s[end:]); {
	case tail == "" && strings.Trim(s[end:], " .,;'’") == "":
		n.text = s // a mark in the wrong place, if any
	case strings.HasPrefix(strings.TrimSpace(s[end:]), "%") || tail == "phan tram" || strings.HasPrefix(strings.TrimSpace(s[end:]), "‰"):
		rest := strings.TrimLeft(strings.TrimSpace(s[end:]), "%‰ ")
		n.percent = true
		n.words = tail != "phan tram" && rest != "" && !isUnit(rest, a)
		if n.text += "%"; strings.Contains(s[end:], "‰") {
			n.text = s[:end] + "‰"
		}
	case isUnit(s[end:], a):
	default:
		n.words = true
	}
	n.words = n.words || strings.IndexFunc(strings.TrimRight(n.text, "%‰"), isLetter) >= 0 && !exponent(n.text) || strings.Contains(n.text, "(")
	return n
}

func isLetter(r rune) bool {
	return units.SearchKey(string(r)) != "" && (r < '0' || r > '9') && (r < '０' || r > '９')
}

// exponent tells 1.2e6 and 1E+06.
func exponent(s string) bool {
	_, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	return err == nil
}

// isUnit tells that the words behind a number are the question's own unit of measure.
func isUnit(s string, a index.Answer) bool {
	k := units.SearchKey(s)
	if k == "" {
		return strings.TrimSpace(s) == "" || strings.TrimSpace(s) == a.Unit.VI
	}
	return k == units.SearchKey(a.Unit.VI) || k == units.SearchKey(a.Unit.EN)
}

// plain reads the cells that are no text and no number alike for all numeric types; done is false for those that are.
func (q *question) plain(c sheet.Cell) (done bool) {
	switch c.Kind {
	case sheet.Date:
		q.say(answerDate, c.Text)
	case sheet.Bool:
		q.say(answerNumber, said(c), "why_vi", "ô đúng/sai", "why_en", "a true/false cell")
	default:
		return false
	}
	return true
}

// parsed reads the text of a number; ok is false where it was refused with a problem.
func (q *question) parsed(n spelt, c sheet.Cell, s sheet.Style) (sheet.Reading, bool) {
	r := sheet.ParseNumber(n.text, s)
	switch {
	case r.Is == sheet.Broken:
		q.say(answerError, said(c))
	case n.words:
		q.say(answerWords, said(c))
	case r.Is == sheet.Refused && strings.Contains(r.Why.EN, "date"):
		q.say(answerDate, said(c))
	case r.Is == sheet.Refused:
		q.say(answerNumber, said(c), "why_vi", r.Why.VI, "why_en", r.Why.EN)
	case r.Is == sheet.Missing:
		q.say(answerNumber, said(c), "why_vi", "không có chữ số", "why_en", "no digits")
	case r.Rank > 0:
		q.say(answerWords, said(c))
	default:
		return r, true
	}
	return r, false
}

// figure reads a number. Where its unit is per cent it counts in per cent: 85% is 85.
func (q *question) figure(c sheet.Cell) (float64, bool) {
	if q.plain(c) {
		return nan, false
	}
	counted := strings.TrimSpace(q.Unit.VI) == "%"
	if c.Kind == sheet.Number {
		switch {
		case c.Percent && counted:
			return shift(c.Number, 2), true
		case c.Percent:
			return q.fault(answerSign, said(c))
		}
		return c.Number, true
	}
	n := apart(words(c), q.Answer)
	if n.percent && !counted {
		return q.fault(answerSign, said(c))
	}
	r, ok := q.parsed(n, c, sheet.Style{Percent: counted})
	if !ok || r.Is == sheet.Figure {
		return r.Value, ok
	}
	return q.either(c, r)
}

// either settles a text with two readings: by the range where it holds one of them only, with a doubt; else it is a fault.
func (q *question) either(c sheet.Cell, r sheet.Reading) (float64, bool) {
	one, two := q.in(r.Value), q.in(r.Other)
	if one == two || q.Range == nil {
		return q.fault(answerTwoWays, said(c), "one", number(r.Value), "two", number(r.Other), "sure", number(r.Other))
	}
	v := r.Value
	if two {
		v = r.Other
	}
	q.say(answerReadSo, said(c), "value", number(v))
	return v, true
}

// count reads a whole number from 0. A count has no decimals, so a mark before three digits parts thousands: 1.234 is
// 1234. Only 2,000 stays open: written with Vietnam's decimal mark it is 2.
func (q *question) count(c sheet.Cell) (float64, bool) {
	if q.plain(c) {
		return nan, false
	}
	if c.Kind == sheet.Number && c.Percent {
		return q.fault(answerSign, said(c))
	}
	v := c.Number
	if c.Kind == sheet.Text {
		n := apart(words(c), q.Answer)
		if n.percent {
			return q.fault(answerSign, said(c))
		}
		r, ok := q.parsed(n, c, sheet.Style{})
		if !ok {
			return nan, false
		}
		v = r.Value
		if r.Is == sheet.Ambiguous {
			if v = r.Other; strings.HasSuffix(n.text, ",000") && q.in(r.Value) && q.in(r.Other) {
				return q.fault(answerTwoWays, said(c), "one", number(r.Value), "two", number(r.Other), "sure", number(r.Other))
			}
		}
	}
	whole := math.Round(v)
	if math.Abs(v-whole) > 1e-9*max(1, math.Abs(v)) || whole < 0 || math.Abs(whole) > 1<<53 {
		return q.fault(notWhole, said(c))
	}
	return whole + 0, true // never −0
}

// shift moves the decimal point of a number, exactly as its shortest digits are written: 85 by −2 is 0.85.
func shift(v float64, places int) float64 {
	if v == 0 || math.IsInf(v, 0) || v != v {
		return v
	}
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return nan
	}
	moved, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(e+places), 64)
	if err != nil {
		return nan
	}
	return moved
}
