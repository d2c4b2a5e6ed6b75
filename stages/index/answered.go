package index

import (
	"slices"
	"strings"

	"xephang/stages/problem"
)

var unknownAnswer = problem.Declare(problem.Kind{
	Code:     "index-answer-unknown",
	What:     problem.Text{VI: "câu trả lời chưa khai báo:", EN: "an answer that is not declared:"},
	Expected: problem.Text{VI: "một câu trả lời trong “answers” hoặc một nút của cây{near_vi}", EN: "an answer of “answers” or a node of the tree{near_en}"},
	Remedy:   problem.Text{VI: "sửa tên, hoặc khai báo “- {answer: {name}, name: …, type: …}” trong “answers”", EN: "mend the name, or declare “- {answer: {name}, name: …, type: …}” under “answers”"},
	When:     problem.Text{VI: "Chỉ số thu thập bằng biểu mẫu mà một biểu thức hoặc điều kiện dùng tên không có câu hỏi nào.", EN: "An index that is gathered by forms uses, in an expression or a check, a name that no question has."},
	Example:  "that: \"services_level4 <= service_total\"",
})

// checkAnswers: where figures are gathered by forms, every name that an expression or a check uses is asked for.
func (r *reader) checkAnswers(p *Plan) {
	if p.Form == nil {
		return
	}
	known := p.IDs()
	for _, a := range p.Answers {
		known = append(known, a.ID)
	}
	for i := range p.Nodes {
		n := &p.Nodes[i]
		r.uses(n.Value, r.at(n.Node, "value", n.Place), known)
		r.ruleUses(n.Rule, known)
		if n.Per != "" {
			r.asked(n.Per, r.at(n.Node, "per", n.Place), known)
		}
	}
	for _, c := range p.Checks {
		r.uses(c.Left, c.Place, known)
		r.uses(c.Right, c.Place, known)
		for _, id := range append(slices.Clone(c.Of), c.Is) {
			if id != "" {
				r.asked(id, c.Place, known)
			}
		}
	}
}

// ruleUses holds the cases of a rule to the same.
func (r *reader) ruleUses(rule *Rule, known []string) {
	if rule == nil {
		return
	}
	for i := range rule.Of {
		r.uses(rule.Of[i].Value, r.at(rule, "case "+figure(float64(i)), rule.Place), known)
		r.ruleUses(rule.Of[i].Rule, known)
	}
}

// uses holds the names of an expression to those that are known; one that does not compile is told elsewhere.
func (r *reader) uses(expression string, at problem.Place, known []string) {
	if expression == "" {
		return
	}
	f, err := ParseFormula(expression)
	if err != nil {
		return
	}
	for _, name := range f.Names {
		r.asked(name, at, known)
	}
}

func (r *reader) asked(name string, at problem.Place, known []string) {
	if slices.Contains(known, name) {
		return
	}
	vi, en := "", ""
	if near := nearest(strings.ToLower(name), known); near != "" {
		vi, en = "; có phải “"+near+"”?", "; perhaps “"+near+"”?"
	}
	r.report(unknownAnswer, at, name, "name", name, "near_vi", vi, "near_en", en)
}
