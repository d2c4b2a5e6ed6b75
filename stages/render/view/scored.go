package view

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Scored says in plain words how a criterion of a form earns its points, a paragraph a line: what is computed, by which
// rule, what the index adds, when evidence is needed.
func (l Lang) Scored(p *index.Plan, c form.Criterion) string {
	s := scorer{l: l, p: p, c: c, less: c.Direction < 0}
	var all []string
	if v := s.value(); v != "" {
		all = append(all, v)
	}
	if how := l.In(c.How); c.Measured {
		all = append(all, l.Say("form.rule.followed"))
	} else if r := c.RuleOf(); r != nil && r.Kind == "given" && how != "" {
		all = append(all, stop(how))
	} else {
		all = append(all, s.scoring(r))
		if how != "" {
			all = append(all, stop(how))
		}
	}
	switch {
	case c.Evidence == nil:
	case *c.Evidence <= 0:
		all = append(all, l.Say("form.rule.proof"))
	default:
		all = append(all, l.Say("form.rule.evidence", "points", l.Exact(*c.Evidence)))
	}
	return strings.Join(all, "\n")
}

// scorer puts one criterion into words.
type scorer struct {
	l    Lang
	p    *index.Plan
	c    form.Criterion
	less bool
}

func (s scorer) scoring(r *index.Rule) string {
	if r == nil {
		return s.l.Say("form.rule.later")
	}
	return s.rule(r, s.c.Points, s.c.Value)
}

// value says what is computed from the answers; nothing where the answer itself is the value.
func (s scorer) value() string {
	v := s.spelt(s.c.Value)
	if s.c.Per != "" {
		if v == "" {
			v = s.l.In(s.c.Name)
		}
		v = s.l.Say("form.rule.per", "value", v, "per", s.called(s.c.Per))
		if s.c.PerScale > 0 && s.c.PerScale != 1 {
			v = s.l.Say("form.rule.scale", "value", v, "scale", s.l.Exact(s.c.PerScale))
		}
	}
	if v == "" || s.c.Per == "" && identifier.FindString(s.c.Value) == s.c.Value { // a single answer is its own row
		return ""
	}
	return s.l.Say("form.rule.value", "value", v)
}

// called names an answer.
func (s scorer) called(id string) string {
	if a, ok := s.p.Answer(id); ok {
		return s.l.In(a.Name)
	}
	if id == s.c.ID {
		return s.l.In(s.c.Name)
	}
	return id
}

var (
	identifier = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)
	arithmetic = regexp.MustCompile(`^[A-Za-z0-9_ .+*/()-]+$`)
	called     = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]* *\(`)
)

// spelt writes an expression with the names of its answers where it is plain arithmetic, as declared otherwise.
func (s scorer) spelt(expression string) string {
	if !arithmetic.MatchString(expression) || called.MatchString(expression) {
		return expression
	}
	named := identifier.ReplaceAllStringFunc(expression, s.called)
	return strings.NewReplacer("/", "÷", "*", "×", "-", minus).Replace(named)
}

// shares tells whether a value is a share of the whole, to be said in per cent.
func (s scorer) shares(expression string) bool {
	if expression == s.c.Value && s.c.Range != nil {
		return s.c.Range[1] <= 1
	}
	if a, ok := s.p.Answer(expression); ok {
		return a.Type == "percent"
	}
	return strings.Contains(expression, "/") || expression == "" && s.c.Unit.VI == "%" && len(s.c.Asks) == 1 && s.c.Asks[0].Type == "percent"
}

func (s scorer) figure(x float64, share bool) string {
	if !share {
		return s.l.Exact(x)
	}
	digits := 0
	for digits < 4 && Round(x, digits+2) != Round(x, 12) {
		digits++
	}
	return s.l.Percent(x, digits)
}

// plain rules by kind, and the slots that they fill beyond {max} and {zero}.
var ruleKeys = map[string]string{"given": "form.rule.given", "ratio": "form.rule.ratio", "threshold": "form.rule.threshold",
	"yes_no": "form.rule.yes", "count": "form.rule.count"}

// rule is a sentence, or for a compound rule a line a case.
func (s scorer) rule(r *index.Rule, most float64, value string) string {
	share := s.shares(value)
	switch a, ok := s.p.Answer(value); {
	case ok && r.Kind == "ratio" && a.Type == "choice":
		return s.choices(a, most)
	case ok && r.Kind == "ratio" && a.Type == "yes_no":
		r = &index.Rule{Kind: "yes_no"}
	case r.Kind == "ratio" && !share:
		return s.l.In(r.Words(most)) // the value times the maximum
	case r.Kind == "relative" && r.Within == "block":
		return s.l.Say("form.rule.block", "max", s.l.Exact(most))
	case r.Kind == "relative":
		return s.l.Say("form.rule.all", "max", s.l.Exact(most))
	case r.Kind == "steps":
		return s.steps(r, share)
	case len(r.Of) > 0:
		return s.cases(r)
	}
	limit, unit, key := r.Cap, s.l.In(s.c.Unit), ruleKeys[r.Kind]
	if limit == 0 {
		limit = most
	}
	if unit == "" {
		unit = s.l.Say("form.rule.one")
	}
	if s.less && key != "" {
		key += ".less"
	}
	return s.l.Say(key, "max", s.l.Exact(most), "zero", s.l.Exact(0), "full", s.figure(1, true), "none", s.figure(0, true),
		"x", s.figure(r.Threshold, share), "each", s.l.Exact(r.Each), "cap", s.l.Exact(limit), "unit", unit)
}

func (s scorer) steps(r *index.Rule, share bool) string {
	var all []string
	first := 0
	for first < len(r.Steps)-1 && r.Steps[first][1] == 0 { // what earns nothing is said at the end
		first++
	}
	for _, step := range r.Steps[first:] {
		all = append(all, s.l.Say("form.rule.step", "x", s.figure(step[0], share), "points", s.l.Exact(step[1])))
	}
	key := "form.rule.steps"
	if r.Steps[first][0] <= 0 {
		key = "form.rule.steps.all"
	}
	return Raised(s.l.Say(key, "steps", strings.Join(all, "; "), "first", s.figure(r.Steps[first][0], share), "zero", s.l.Exact(0)))
}

func (s scorer) cases(r *index.Rule) string {
	lines := []string{s.l.Say("form.rule.best")}
	if r.Kind == "sum_of" {
		lines[0] = s.l.Say("form.rule.sum")
	}
	for i, a := range r.Of {
		rule := a.Rule
		if rule == nil {
			rule = &index.Rule{Kind: "ratio"}
		}
		inner := s
		inner.c.Unit = s.unitOf(a.Value)
		says, key := inner.rule(rule, a.Points, a.Value), "form.rule.case"
		if a.Value == "" {
			key = "form.rule.bare"
		}
		lines = append(lines, s.l.Say(key, "letter", string(rune('a'+i%26)), "value", s.spelt(a.Value), "rule", lowered(says)))
	}
	return strings.Join(lines, "\n")
}

// choices says what each entry of a list earns.
func (s scorer) choices(a index.Answer, most float64) string {
	var all []string
	for _, c := range a.Choices {
		x := c.Value
		if s.less {
			x = 1 - x
		}
		all = append(all, s.l.Say("form.rule.choice", "name", s.l.In(c.Name), "points", s.l.Exact(Round(x*most, 9))))
	}
	return strings.Join(all, "; ") + "."
}

func (s scorer) unitOf(answer string) (t problem.Text) {
	if a, ok := s.p.Answer(answer); ok {
		return a.Unit
	}
	return t
}

// Answer says an answer of a form: 1.234, 85,5 %, Có, the name of a choice; empty where there is none.
func (l Lang) Answer(a index.Answer, x float64) string {
	switch {
	case x != x:
		return ""
	case a.Type == "percent":
		return l.Percent(x, 1)
	case a.Type == "yes_no" && x == 1:
		return l.Say("form.yes")
	case a.Type == "yes_no" && x == 0:
		return l.Say("form.no")
	case a.Type == "choice":
		if i := slices.IndexFunc(a.Choices, func(c index.Choice) bool { return c.Value == x }); i >= 0 {
			return l.In(a.Choices[i].Name)
		}
	}
	return l.Exact(x)
}

// stop ends a sentence.
func stop(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:;") {
		return s
	}
	return s + "."
}

// Raised gives a text a capital at its head.
func Raised(s string) string { return firstAs(s, unicode.ToUpper) }

func lowered(s string) string { return firstAs(s, unicode.ToLower) }

func firstAs(s string, as func(rune) rune) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(as(first)) + s[size:]
}
