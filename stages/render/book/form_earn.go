package book

import (
	"math"
	"regexp"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// The rules of a criterion as formulas over the unit's own answer cells, in points: what form.Criterion.Earned computes.

// earning writes the formula of one criterion.
type earning struct {
	b    *formBook
	c    *form.Criterion
	less bool // less is better
	ok   bool // so far everything has a formula
}

// earned is the formula of a criterion's self-score; empty where there is none: the points depend on others, or Excel has
// no counterpart for an expression.
func (b *formBook) earned(c *form.Criterion) string {
	text, known := b.texts[c.ID]
	if !known {
		text = b.earning(c)
		b.texts[c.ID] = text
	}
	return text
}

func (b *formBook) earning(c *form.Criterion) string {
	if !c.Earns() || c.Measured {
		return ""
	}
	e := &earning{b: b, c: c, less: c.Direction < 0, ok: true}
	known, points := e.whole()
	if !e.ok {
		return ""
	}
	text := "IF(" + known + ",IFERROR(" + points + `,""),"")`
	if len(c.RuleOf().Of) > 0 {
		var open []string
		for _, a := range c.Asks {
			open = append(open, "AND("+b.at(form.ColAnswer, a.ID)+`="",`+b.at(form.ColReason, a.ID)+`="")`)
		}
		text = "IF(OR(" + strings.Join(open, ",") + `),"",` + text + ")"
	}
	return text
}

// points is the value that the formula has now.
func (b *formBook) points(c *form.Criterion) float64 {
	x, known := b.figures[c.ID]
	if !known {
		x = b.reckoned(c)
		b.figures[c.ID] = x
	}
	return x
}

func (b *formBook) reckoned(c *form.Criterion) float64 {
	if len(c.RuleOf().Of) > 0 {
		for _, a := range c.Asks {
			if !b.settled(a.ID) {
				return math.NaN()
			}
		}
	}
	return c.Earned(b.number)
}

// at is the cell of a question in a column of the answers sheet.
func (b *formBook) at(column, answer string) string {
	return ref(columnOf(column), b.answers[answer])
}

// whole is the rule of the criterion over its value.
func (e *earning) whole() (known, points string) {
	r := e.c.RuleOf()
	if len(r.Of) > 0 {
		return e.cases(r, e.c.Points)
	}
	names, v := []string{e.c.ID}, ""
	if e.c.Value != "" {
		names, v = e.expression(e.c.Value)
	} else {
		v = e.value(e.c.ID)
	}
	if e.c.Per != "" {
		names, v = append(names, e.c.Per), e.over(v)
	}
	points = e.simple(r, v, e.c.Points)
	if x := e.c.Range; x != nil {
		points = "IF(AND(ROUND(" + v + ",10)>=" + figure(x[0]) + ",ROUND(" + v + ",10)<=" + figure(x[1]) + ")," + points + `,"")`
	}
	return e.known(names), points
}

// over divides a value by the criterion's denominator.
func (e *earning) over(v string) string {
	per := e.value(e.c.Per)
	if s := e.c.PerScale; s != 0 && s != 1 {
		per = "(" + per + "/" + figure(s) + ")"
	}
	return bracketed(v) + "/" + per
}

// expression gives the answers of an expression and the expression over their cells.
func (e *earning) expression(source string) ([]string, string) {
	f := e.c.Formula(source)
	body, ok := translate(source)
	if f == nil || !ok {
		e.ok = false
		return nil, ""
	}
	return f.Names, body(e.value)
}

// value is an answer's cell as a number.
func (e *earning) value(id string) string {
	at := e.b.at(form.ColAnswer, id)
	switch a := e.ask(id); a.Type {
	case "yes_no":
		return "IF(" + at + "=" + text(view.VI.Say("form.yes")) + ",1,0)"
	case "choice":
		return "INDEX(" + e.b.lists["values "+id] + ",MATCH(" + at + "," + e.b.lists[id] + ",0))"
	default:
		return at
	}
}

// ask finds the question; one that the form does not ask has no cell, and the formula none.
func (e *earning) ask(id string) form.Ask {
	for _, a := range e.c.Asks {
		if a.ID == id && e.b.answers[id] > 0 {
			return a
		}
	}
	e.ok = false
	return form.Ask{}
}

// known tells that every answer is there and of its type.
func (e *earning) known(names []string) string {
	var all []string
	for _, id := range names {
		at := e.b.at(form.ColAnswer, id)
		switch a := e.ask(id); a.Type {
		case "yes_no", "choice":
			all = append(all, "ISNUMBER(MATCH("+at+","+e.b.lists[listOf(a)]+",0))")
		default:
			all = append(all, "ISNUMBER("+at+")")
		}
	}
	switch len(all) {
	case 0:
		return "TRUE"
	case 1:
		return all[0]
	}
	return "AND(" + strings.Join(all, ",") + ")"
}

// listOf is the name of the list that an answer is chosen from.
func listOf(a form.Ask) string {
	if a.Type == "yes_no" {
		return "yes_no"
	}
	return a.ID
}

// simple is the points of a plain rule over a value.
func (e *earning) simple(r *index.Rule, v string, most float64) string {
	top, x := figure(most), bracketed(v)
	switch r.Kind {
	case "given":
		if e.less {
			return top + "-" + x
		}
		return v
	case "ratio":
		if e.less {
			return "(1-" + x + ")*" + top
		}
		return x + "*" + top
	case "threshold":
		if e.less {
			return "IF(" + v + "<=" + figure(r.Threshold) + "," + top + "," + figure(r.Threshold) + "/" + x + "*" + top + ")"
		}
		return "MIN(1,MAX(0," + x + "/" + figure(r.Threshold) + "))*" + top
	case "steps":
		return e.steps(r, v)
	case "yes_no":
		yes, no := top, "0"
		if e.less {
			yes, no = no, yes
		}
		return "IF(" + v + "=1," + yes + ",IF(" + v + "=0," + no + `,""))`
	case "count":
		return e.count(r, x, most)
	}
	e.ok = false
	return ""
}

// steps: the points of the last step that the value reaches, but for the rounding of binary fractions.
func (e *earning) steps(r *index.Rule, v string) string {
	text := "0"
	for _, s := range r.Steps {
		text = "IF(ROUND(" + v + ",10)>=" + figure(s[0]) + "," + figure(s[1]) + "," + text + ")"
	}
	return text
}

func (e *earning) count(r *index.Rule, x string, most float64) string {
	limit := r.Cap
	if limit == 0 {
		limit = most
	}
	points := "MIN(MAX(" + x + "*" + figure(r.Each) + ",0)," + figure(limit) + ")"
	if e.less {
		return "MAX(" + figure(most) + "-" + points + ",0)"
	}
	return points
}

// cases is a compound rule: the best of its cases, or their sum.
func (e *earning) cases(r *index.Rule, most float64) (known, points string) {
	var there, earn, maxima []string
	all := 0.0
	for _, a := range r.Of {
		k, p := e.part(a)
		there = append(there, k)
		earn = append(earn, "IF("+k+","+p+",none)")
		maxima = append(maxima, "IF("+k+","+figure(a.Points)+",0)")
		all += a.Points
	}
	list := strings.Join(earn, ",")
	known = "OR(" + strings.Join(there, ",") + ")"
	if r.Kind == "best_of" {
		return known, "MAX(" + strings.ReplaceAll(list, ",none)", ",-1E+99)") + ")"
	}
	points = "SUM(" + strings.ReplaceAll(list, ",none)", ",0)") + ")"
	switch e.c.Missing {
	case "zero":
	case "withhold":
		known = "AND(" + strings.Join(there, ",") + ")"
	default:
		points += "/SUM(" + strings.Join(maxima, ",") + ")*" + figure(all)
	}
	return known, "MIN(" + figure(most) + "," + points + ")"
}

func (e *earning) part(a index.Alternative) (known, points string) {
	r := a.Rule
	if r == nil {
		r = &index.Rule{Kind: "ratio"}
	}
	if len(r.Of) > 0 {
		return e.cases(r, a.Points)
	}
	names, v := e.expression(a.Value)
	return e.known(names), e.simple(r, v, a.Points)
}

var single = regexp.MustCompile(`^[A-Z0-9$.]+$`)

// bracketed puts brackets around what is more than one cell or figure.
func bracketed(v string) string {
	if single.MatchString(v) {
		return v
	}
	return "(" + v + ")"
}

// text is a text inside a formula.
func text(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
