package forms

import (
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/units"
)

// yesWords are the ways of saying yes and no, by SearchKey.
var yesWords = map[string]float64{
	"co": 1, "yes": 1, "y": 1, "x": 1, "dung": 1, "true": 1, "1": 1, "da co": 1, "dat": 1,
	"khong": 0, "no": 0, "n": 0, "sai": 0, "false": 0, "0": 0, "khong co": 0, "ko": 0, "chua": 0, "chua co": 0, "khong dat": 0,
}

// ticks are signs that only ever mean yes. A cross in a box or an empty box may mean either.
var ticks = map[string]bool{"✓": true, "✔": true, "☑": true, "✅": true, "🗹": true, "√": true}

func yes(s string) (float64, bool) {
	s = strings.TrimRight(strings.TrimLeft(s, "'’"), ". ")
	if ticks[strings.TrimSuffix(s, "\ufe0f")] {
		return 1, true
	}
	v, is := yesWords[units.SearchKey(s)]
	return v, is
}

// yesNo reads có, không and their like as 1 and 0.
func (q *question) yesNo(c sheet.Cell) (float64, bool) {
	switch c.Kind {
	case sheet.Bool:
		return c.Number, true
	case sheet.Number:
		if c.Number == 0 || c.Number == 1 {
			return c.Number, true
		}
	case sheet.Text:
		if v, is := yes(q.listed(c.Text, q.at, func(s string) bool { _, is := yes(s); return is })); is {
			return v, true
		}
	}
	return q.fault(answerYesNo, said(c))
}

// chosen finds a choice by its name in either language; names that agree without marks must be told apart by them.
func (q *question) chosen(text string) (index.Choice, bool) {
	for _, fold := range []func(string) string{units.Key, units.SearchKey} {
		said := fold(text)
		var hit []index.Choice
		for _, c := range q.Choices {
			if said != "" && (fold(c.Name.VI) == said || fold(c.Name.EN) == said) {
				hit = append(hit, c)
			}
		}
		if len(hit) == 1 {
			return hit[0], true
		}
	}
	return index.Choice{}, false
}

// choice reads one of the listed choices, by name or by the number it stands for.
func (q *question) choice(c sheet.Cell) (float64, bool) {
	list := listed(q.Answer)
	list.VI, list.EN = strings.TrimPrefix(list.VI, "một trong: "), strings.TrimPrefix(list.EN, "one of: ")
	v := c.Number
	switch c.Kind {
	case sheet.Text:
		text := q.listed(c.Text, q.at, func(s string) bool { _, is := q.chosen(s); return is })
		if hit, is := q.chosen(text); is {
			return hit.Value, true
		}
		n := sheet.ParseNumber(text, sheet.Style{})
		if n.Is != sheet.Figure || n.Rank > 0 || strings.Contains(text, "%") {
			return q.fault(answerChoice, said(c), "list_vi", list.VI, "list_en", list.EN)
		}
		v = n.Value
	case sheet.Number:
		if c.Percent {
			return q.fault(answerChoice, said(c), "list_vi", list.VI, "list_en", list.EN)
		}
	default:
		return q.fault(answerChoice, said(c), "list_vi", list.VI, "list_en", list.EN)
	}
	for _, choice := range q.Choices {
		if choice.Value == v {
			q.say(choiceByNumber, said(c), "name_vi", choice.Name.VI, "name_en", choice.Name.In("en"))
			return v, true
		}
	}
	return q.fault(answerChoice, said(c), "list_vi", list.VI, "list_en", list.EN)
}
