package index

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// RuleKinds lists the scoring rules by name, as index.yaml writes them.
func RuleKinds() []string {
	return []string{"ratio", "threshold", "steps", "yes_no", "count", "best_of", "sum_of", "relative"}
}

// rule reads {kind: …}: exactly one of the kinds; nil where there is none.
func (r *reader) rule(v *yaml.Node) *Rule {
	rule := &Rule{Place: r.place(v)}
	kinds := strings.Join(RuleKinds(), ", ")
	var given []string
	choose := func(kind string, read func(*yaml.Node)) func(*yaml.Node) {
		return func(v *yaml.Node) { given = append(given, kind); read(v) }
	}
	before := len(r.faults)
	ok := r.mapping(v, rule, keys{
		"ratio":     choose("ratio", func(v *yaml.Node) { r.mustBeTrue(v) }),
		"yes_no":    choose("yes_no", func(v *yaml.Node) { r.mustBeTrue(v) }),
		"threshold": choose("threshold", func(v *yaml.Node) { rule.Threshold, _ = r.above(v) }),
		"steps":     choose("steps", func(v *yaml.Node) { rule.Steps = r.steps(v, rule) }),
		"count":     choose("count", func(v *yaml.Node) { r.counting(v, rule) }),
		"best_of":   choose("best_of", func(v *yaml.Node) { rule.Of = r.alternatives(v, rule) }),
		"sum_of":    choose("sum_of", func(v *yaml.Node) { rule.Of = r.alternatives(v, rule) }),
		"relative":  choose("relative", func(v *yaml.Node) { rule.Within = r.relative(v) }),
	})
	switch {
	case !ok || len(given) == 0 && len(r.faults) > before:
		return nil
	case len(given) != 1:
		r.say(badRule, rule.Place, strings.Join(given, ", "), "đúng một trong: "+kinds, "exactly one of: "+kinds)
		return nil
	}
	rule.Kind = given[0]
	return rule
}

func (r *reader) mustBeTrue(v *yaml.Node) {
	if !r.truth(v) && r.follow(v) != nil && r.follow(v).Tag == "!!bool" {
		r.say(badRule, r.place(v), "false", "“true”, hoặc bỏ cả quy tắc", "“true”, or no rule at all")
	}
}

// relative reads all (→ empty) or block.
func (r *reader) relative(v *yaml.Node) string {
	if r.choice(v, "all", "block") == "block" {
		return "block"
	}
	return ""
}

// counting reads {each: 2, cap: 10}; each is 1 where it is not said.
func (r *reader) counting(v *yaml.Node, rule *Rule) {
	rule.Each = 1
	r.mapping(v, nil, keys{
		"each": func(v *yaml.Node) { rule.Each, _ = r.above(v) },
		"cap":  func(v *yaml.Node) { rule.Cap, _ = r.above(v); r.places[spot{rule, "cap"}] = r.place(v) },
	})
}

// steps reads [[threshold, points], …] with thresholds ascending, and notes where each step stands.
func (r *reader) steps(v *yaml.Node, rule *Rule) (all [][2]float64) {
	good := r.list(v, func(item *yaml.Node) {
		var p []float64
		r.list(item, func(x *yaml.Node) {
			if f, ok := r.number(x, nil); ok {
				p = append(p, f)
			}
		})
		s := r.follow(item)
		switch {
		case s == nil || s.Kind != yaml.SequenceNode || len(p) < len(s.Content): // reported
			return
		case len(p) != 2:
			r.say(wrongType, r.place(item), show(s), "[ngưỡng, điểm]", "[threshold, points]")
			return
		case len(all) > 0 && p[0] <= all[len(all)-1][0]:
			r.report(badSteps, r.place(item), figure(p[0]))
		}
		r.places[spot{rule, "step " + figure(float64(len(all)))}] = r.place(item)
		all = append(all, [2]float64{p[0], p[1]})
	})
	if good && len(all) == 0 {
		r.say(wrongType, r.place(v), show(v), "ít nhất một bậc [ngưỡng, điểm]", "at least one step [threshold, points]")
	}
	return all
}

// alternatives reads the cases of best_of or the parts of sum_of.
func (r *reader) alternatives(v *yaml.Node, rule *Rule) (all []Alternative) {
	good := r.list(v, func(item *yaml.Node) {
		a := new(Alternative)
		if !r.mapping(item, a, keys{
			"value":  func(v *yaml.Node) { a.Value = r.formula(v) },
			"points": func(v *yaml.Node) { a.Points, _ = r.above(v) },
			"rule":   func(v *yaml.Node) { a.Rule = r.rule(v) },
		}) {
			return
		}
		at := r.place(item)
		r.need(r.has(a, "points"), at, "points", "điểm tối đa của trường hợp này", "the maximum of this case")
		r.need(r.has(a, "rule"), at, "rule", "quy tắc của trường hợp này", "the rule of this case")
		compound := a.Rule != nil && len(a.Rule.Of) > 0
		r.need(r.has(a, "value") || compound, at, "value", "biểu thức trên các câu trả lời", "an expression over the answers")
		r.places[spot{rule, "case " + figure(float64(len(all)))}] = at
		all = append(all, *a)
	})
	if good && len(all) == 0 {
		r.say(wrongType, r.place(v), show(v), "ít nhất một trường hợp {value, points, rule}", "at least one case {value, points, rule}")
	}
	return all
}

// checkRule holds the points inside a criterion's rule against its maximum.
func (r *reader) checkRule(n *Node) {
	if n.Points == 0 {
		r.say(badPoints, n.Rule.Place, n.ID, "“points”: điểm tối đa của tiêu chí", "“points”: the criterion's maximum")
		return
	}
	r.checkPoints(n.ID, n.Rule, n.Points)
}

// checkPoints: no step, cap or case gives more than the maximum; the parts of a sum add up to it.
func (r *reader) checkPoints(id string, rule *Rule, most float64) {
	over := func(points float64, key string) {
		if points > most+1e-9 || points < 0 {
			r.say(badPoints, r.at(rule, key, rule.Place), id, "từ 0 đến "+figure(most)+" điểm, không phải "+figure(points), "0 to "+figure(most)+" points, not "+figure(points))
		}
	}
	for i, s := range rule.Steps {
		over(s[1], "step "+figure(float64(i)))
	}
	over(rule.Cap, "cap")
	sum := 0.0
	for i, a := range rule.Of {
		over(a.Points, "case "+figure(float64(i)))
		sum += a.Points
		if a.Rule != nil && a.Points > 0 {
			r.checkPoints(id, a.Rule, a.Points)
		}
	}
	if rule.Kind == "sum_of" && (sum < most-1e-9 || sum > most+1e-9) {
		r.say(badPoints, r.at(rule, "sum_of", rule.Place), id, "các phần cộng lại bằng "+figure(most)+", không phải "+figure(sum), "parts that add up to "+figure(most)+", not "+figure(sum))
	}
}

// block tells whether a rule compares within the block, itself or in one of its cases.
func (rule *Rule) block() bool {
	return rule != nil && (rule.Within == "block" || slices.ContainsFunc(rule.Of, func(a Alternative) bool { return a.Rule.block() }))
}
