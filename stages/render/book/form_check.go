package book

import (
	"math"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// The column of checks says of every row, while it is filled in, what is still missing or wrong. A check is a list of
// findings, the first that holds is shown: as a formula, and as the value that it has now.

// lack is one thing that may be wrong: the condition in Excel, whether it holds now, what is said.
type lack struct {
	when string
	now  bool
	says string
}

// lacking makes the formula of a row and its value; otherwise is shown where nothing is wrong.
func lacking(all []lack, otherwise string) (formula, value string) {
	var b strings.Builder
	value = otherwise
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].now {
			value = all[i].says
		}
	}
	for _, f := range all {
		b.WriteString("IF(" + f.when + "," + text(f.says) + ",")
	}
	b.WriteString(text(otherwise) + strings.Repeat(")", len(all)))
	return b.String(), value
}

// check is what a row's column of checks holds; nil for a row with nothing to look at.
func (b *formBook) check(row formRow, sheetRow int, hand bool) any {
	c, known := b.checks[sheetRow]
	if !known {
		c = b.checkRow(row, sheetRow, hand)
		b.checks[sheetRow] = c
	}
	return c
}

func (b *formBook) checkRow(row formRow, sheetRow int, hand bool) any {
	var all []lack
	otherwise := ""
	if row.ask != nil {
		all, otherwise = b.checkAnswer(*row.ask, sheetRow), view.VI.Say("form.check.done")
	}
	if row.c != nil {
		all = append(all, b.checkScore(row.c, sheetRow, hand)...)
	}
	if len(all) == 0 {
		return nil
	}
	formula, value := lacking(all, otherwise)
	return cell{formula: formula, value: value}
}

// checkAnswer looks at an answer and the reason beside it.
func (b *formBook) checkAnswer(a form.Ask, row int) []lack {
	say := view.VI.Say
	answer, reason := ref(columnOf(form.ColAnswer), row), ref(columnOf(form.ColReason), row)
	given := b.answer(a.ID)
	said := given.Value == given.Value || given.Faulty && given.Said != ""
	all := []lack{
		{"AND(" + answer + `="",` + reason + `="")`, !said && given.Reason == "", say("form.check.blank")},
		{"AND(" + answer + `<>"",` + reason + `<>"")`, said && given.Reason != "", say("form.check.both")},
		{"AND(" + reason + `<>"",NOT(ISNUMBER(MATCH(` + reason + "," + b.lists["reasons"] + ",0))))", false, say("form.check.reason")},
	}
	if b.typed(a) {
		all = append(all, b.checkNumber(a, answer, given)...)
	} else {
		all = append(all, lack{"AND(" + answer + `<>"",NOT(ISNUMBER(MATCH(` + answer + "," + b.lists[listOf(a)] + ",0))))", given.Faulty && said, say("form.check.list")})
	}
	return append(all, b.checkRelations(a)...)
}

// typed tells that an answer is a figure, not an entry of a list.
func (b *formBook) typed(a form.Ask) bool { return a.Type != "yes_no" && a.Type != "choice" }

func (b *formBook) checkNumber(a form.Ask, answer string, given form.Answer) []lack {
	x := b.number(a.ID)
	all := []lack{{"AND(" + answer + `<>"",NOT(ISNUMBER(` + answer + ")))", given.Faulty && given.Said != "", view.VI.Say("form.check.number")}}
	if a.Type == "count" {
		all = append(all, lack{"AND(ISNUMBER(" + answer + "),OR(" + answer + "<0," + answer + "<>INT(" + answer + ")))", x < 0 || x != math.Floor(x) && x == x, view.VI.Say("form.check.whole")})
	}
	if r := a.Range; r != nil {
		all = append(all, lack{"AND(ISNUMBER(" + answer + "),OR(" + answer + "<" + figure(r[0]) + "," + answer + ">" + figure(r[1]) + "))", x < r[0] || x > r[1],
			view.VI.Say("form.check.range", "low", view.VI.Answer(a.Answer, r[0]), "high", view.VI.Answer(a.Answer, r[1]))})
	}
	return all
}

// checkScore asks for points that are entered by hand, and for evidence.
func (b *formBook) checkScore(c *form.Criterion, row int, hand bool) (all []lack) {
	self := ref(columnOf(form.ColSelf), row)
	x := b.points(c)
	if hand {
		x = b.own(c)
		all = append(all, lack{"NOT(ISNUMBER(" + self + "))", x != x, view.VI.Say("form.check.points")})
	}
	if c.Evidence != nil {
		code := ref(columnOf(form.ColCode), row)
		all = append(all, lack{"AND(ISNUMBER(" + self + "),N(" + self + ")>" + figure(*c.Evidence) + ",COUNTIF(" + b.lists["evidence"] + "," + code + ")=0)",
			x > *c.Evidence && len(b.evidence(c.ID)) == 0, view.VI.Say("form.check.evidence")})
	}
	return all
}

// own is a self-score that is entered by hand, NaN where there is none.
func (b *formBook) own(c *form.Criterion) float64 {
	if b.f != nil {
		if s, ok := b.f.Self[c.ID]; ok {
			return s.Points
		}
	}
	return math.NaN()
}

// checkRelations are the declared conditions that this answer has a part in: relations and sums. A move needs the last
// edition and a share its whole numbers of cases: those are looked at when the form comes in.
func (b *formBook) checkRelations(a form.Ask) []lack {
	if b.relations == nil {
		b.relations = map[string][]lack{}
		for _, c := range b.p.Checks {
			if names, when, broken := b.relation(c); when != "" {
				b.relations[names[0]] = append(b.relations[names[0]], lack{when, broken, view.VI.Say("form.check.again", "name", view.VI.In(c.Name))})
			}
		}
	}
	return b.relations[a.ID]
}

// relation is a check as a condition that is broken: the answers it looks at, in Excel, and now.
func (b *formBook) relation(c index.Check) (names []string, when string, broken bool) {
	left, op, right := c.Left, c.Op, c.Right
	switch c.Kind {
	case "sum":
		left, op, right = strings.Join(c.Of, " + "), "=", c.Is
	case "relation":
	default:
		return nil, "", false
	}
	l, lText, okL := b.side(left)
	r, rText, okR := b.side(right)
	if names = append(l.Names, r.Names...); !okL || !okR || len(names) == 0 {
		return nil, "", false
	}
	var known []string
	for _, id := range names {
		if b.answers[id] == 0 || !b.typedID(id) {
			return nil, "", false
		}
		known = append(known, b.at(form.ColAnswer, id))
	}
	x, y := b.worth(l), b.worth(r)
	gap := "ROUND(SUM(" + lText + ")-SUM(" + rText + "),9)"
	return names, "IF(COUNT(" + strings.Join(known, ",") + ")=" + num(len(known)) + "," + off(gap, op, c.Limit) + ",FALSE)", isOff(x-y, op, c.Limit)
}

// off is the condition that a difference of two sides breaks a relation; limit is the tolerance of a sum.
func off(gap, op string, limit float64) string {
	if op == "=" {
		return "ABS(" + gap + ")>" + figure(limit)
	}
	return gap + map[string]string{"<=": ">", "<": ">=", ">=": "<", ">": "<="}[op] + "0"
}

func isOff(gap float64, op string, limit float64) bool {
	gap = view.Round(gap, 9)
	switch op {
	case "=":
		return math.Abs(gap) > limit
	case "<=":
		return gap > 0
	case "<":
		return gap >= 0
	case ">=":
		return gap < 0
	}
	return gap <= 0
}

func (b *formBook) side(source string) (f *index.Formula, text string, ok bool) {
	f, err := index.ParseFormula(source)
	if err != nil {
		return &index.Formula{}, "", false
	}
	body, ok := translate(source)
	if !ok {
		return f, "", false
	}
	return f, body(func(id string) string { return b.at(form.ColAnswer, id) }), true
}

func (b *formBook) worth(f *index.Formula) float64 {
	columns := make([][]float64, len(f.Names))
	for i, id := range f.Names {
		columns[i] = []float64{b.number(id)}
	}
	return f.Over(columns, 1)[0]
}

func (b *formBook) typedID(id string) bool {
	for _, row := range b.rows {
		if row.ask != nil && row.ask.ID == id {
			return b.typed(*row.ask)
		}
	}
	return false
}
