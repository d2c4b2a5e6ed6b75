package index

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// gathering are the keys by which answers come from forms; an edition may restate each as a whole.
func (r *reader) gathering(d *Defaults) keys {
	return keys{
		"form":    func(v *yaml.Node) { d.Form = r.form(v) },
		"answers": func(v *yaml.Node) { d.Answers = r.answers(v) },
		"checks":  func(v *yaml.Node) { d.Checks = r.checks(v) },
		"public":  func(v *yaml.Node) { d.Public = r.public(v) },
	}
}

func (r *reader) form(v *yaml.Node) *Form {
	f := &Form{Version: "1", Counts: "self", Unappraised: "self", OnFault: "withhold", Reasons: map[string]string{}, Place: r.place(v)}
	if !r.mapping(v, f, keys{
		"version":     func(v *yaml.Node) { f.Version = r.words(v) },
		"counts":      func(v *yaml.Node) { f.Counts = or(r.choice(v, counts...), f.Counts) },
		"unappraised": func(v *yaml.Node) { f.Unappraised = or(r.choice(v, "self", "withhold"), f.Unappraised) },
		"on_fault":    func(v *yaml.Node) { f.OnFault = or(r.choice(v, "withhold", "block"), f.OnFault) },
		"deadline":    func(v *yaml.Node) { f.Deadline = r.date(v) },
		"issuer":      func(v *yaml.Node) { f.Issuer = r.text(v) },
		"contact":     func(v *yaml.Node) { f.Contact = r.text(v) },
		"intro":       func(v *yaml.Node) { f.Intro = r.text(v) },
		"instructions": func(v *yaml.Node) {
			r.list(v, func(item *yaml.Node) { f.Instructions = append(f.Instructions, r.text(item)) })
		},
		"reasons": func(v *yaml.Node) { r.reasons(v, f) },
	}) {
		return nil
	}
	return f
}

// counts are the words of `counts:`.
var counts = []string{"self", "appraised", "measured"}

func (r *reader) reasons(v *yaml.Node, f *Form) {
	known := keys{}
	for _, code := range Reasons {
		known[code] = func(v *yaml.Node) { f.Reasons[code] = r.choice(v, effects...) }
	}
	r.mapping(v, nil, known)
}

func (r *reader) answers(v *yaml.Node) (all []Answer) {
	all = []Answer{}
	r.list(v, func(item *yaml.Node) {
		a := Answer{Type: "number", Place: r.place(item)}
		owner := new(int)
		if !r.mapping(item, owner, keys{
			"answer":  func(v *yaml.Node) { a.ID = r.id(v) },
			"name":    func(v *yaml.Node) { a.Name = r.text(v) },
			"help":    func(v *yaml.Node) { a.Help = r.text(v) },
			"unit":    func(v *yaml.Node) { a.Unit = r.label(v) },
			"type":    func(v *yaml.Node) { a.Type = or(r.choice(v, AnswerTypes()...), a.Type) },
			"range":   func(v *yaml.Node) { a.Range = r.pair(v) },
			"choices": func(v *yaml.Node) { a.Choices = r.listedChoices(v) },
		}) {
			return
		}
		r.need(r.has(owner, "answer"), a.Place, "answer", "mã của câu trả lời", "the id of the answer")
		r.need(r.has(owner, "name"), a.Place, "name", "câu hỏi {vi, en}", "the question {vi, en}")
		if (a.Type == "choice") != (len(a.Choices) > 0) {
			r.need(a.Type != "choice", a.Place, "choices", "các lựa chọn [{value, name}]", "the choices [{value, name}]")
			r.need(a.Type == "choice", a.Place, "type", "“type: choice” khi có “choices”", "“type: choice” where there are “choices”")
		}
		if slices.ContainsFunc(all, func(b Answer) bool { return b.ID == a.ID }) {
			r.report(twiceItem, a.Place, a.ID)
			return
		}
		all = append(all, a)
	})
	return all
}

func (r *reader) listedChoices(v *yaml.Node) (all []Choice) {
	r.list(v, func(item *yaml.Node) {
		var c Choice
		owner := new(int)
		r.mapping(item, owner, keys{
			"value": func(v *yaml.Node) { c.Value, _ = r.number(v, nil) },
			"name":  func(v *yaml.Node) { c.Name = r.label(v) },
		})
		r.need(r.has(owner, "value"), r.place(item), "value", "giá trị của lựa chọn", "the value of the choice")
		r.need(r.has(owner, "name"), r.place(item), "name", "tên của lựa chọn", "the name of the choice")
		all = append(all, c)
	})
	return all
}

func (r *reader) public(v *yaml.Node) *Public {
	p := &Public{Place: r.place(v)}
	if !r.mapping(v, p, keys{
		"nodes": func(v *yaml.Node) {
			if n := r.follow(v); n != nil && n.Kind == yaml.ScalarNode {
				p.Nodes = []string{r.choice(v, "all", "combined")}
				return
			}
			p.Nodes = r.set(v)
		},
		"layers": func(v *yaml.Node) {
			r.list(v, func(item *yaml.Node) {
				if s := r.choice(item, PublicLayers()...); s != "" {
					p.Layers = append(p.Layers, s)
				}
			})
		},
	}) {
		return nil
	}
	return p
}

// relation parts a relation at its one sign of comparison.
var relation = regexp.MustCompile(`^([^<>=!]+)(<=|>=|<|>|==?)([^<>=!]+)$`)

func (r *reader) checks(v *yaml.Node) (all []Check) {
	all = []Check{}
	r.list(v, func(item *yaml.Node) {
		c, owner := Check{Place: r.place(item)}, new(int)
		kind := func(name string, read func(*yaml.Node)) func(*yaml.Node) {
			return func(v *yaml.Node) { c.Kind = name; read(v) }
		}
		if !r.mapping(item, owner, keys{
			"check":    func(v *yaml.Node) { c.ID = r.id(v) },
			"name":     func(v *yaml.Node) { c.Name = r.text(v) },
			"severity": func(v *yaml.Node) { r.severity(v, &c) },
			"that":     kind("relation", func(v *yaml.Node) { r.relation(v, &c) }),
			"sum":      kind("sum", func(v *yaml.Node) { c.Of = r.set(v) }),
			"move":     kind("move", func(v *yaml.Node) { c.Of = r.set(v) }),
			"feasible": kind("feasible", func(v *yaml.Node) { c.Of = []string{r.words(v)} }),
			"is":       func(v *yaml.Node) { c.Is = r.words(v) },
			"of":       func(v *yaml.Node) { c.Is = r.words(v) },
			"within":   func(v *yaml.Node) { c.Limit, _ = r.number(v, nil) },
			"beyond":   func(v *yaml.Node) { c.Limit, _ = r.above(v) },
			"decimals": func(v *yaml.Node) { c.Limit = float64(r.whole(v, 0, 6)) },
		}) {
			return
		}
		r.need(r.has(owner, "check"), c.Place, "check", "mã của điều kiện", "the id of the check")
		r.need(c.Kind != "", c.Place, "that", "một trong: that, sum, move, feasible", "one of: that, sum, move, feasible")
		r.need(c.Kind != "sum" || c.Is != "", c.Place, "is", "câu trả lời là tổng", "the answer that is the total")
		r.need(c.Kind != "feasible" || c.Is != "", c.Place, "of", "câu trả lời là mẫu số", "the answer that is the denominator")
		r.need(c.Kind != "move" || c.Limit > 0, c.Place, "beyond", "mức thay đổi đáng ngờ, ví dụ 0.3", "the doubtful move, such as 0.3")
		if !r.has(owner, "severity") && (c.Kind == "move" || c.Kind == "feasible") {
			c.Severity = problem.Doubt
		}
		all = append(all, c)
	})
	return all
}

func (r *reader) severity(v *yaml.Node, c *Check) {
	if r.choice(v, "fault", "doubt") == "doubt" {
		c.Severity = problem.Doubt
	}
}

func (r *reader) relation(v *yaml.Node, c *Check) {
	s := r.words(v)
	m := relation.FindStringSubmatch(s)
	if m == nil {
		r.say(wrongType, r.place(v), s, "một so sánh, ví dụ “a <= b”", "a comparison, such as “a <= b”")
		return
	}
	c.Left, c.Op, c.Right = strings.TrimSpace(m[1]), strings.TrimSuffix(m[2], "="), strings.TrimSpace(m[3])
	if m[2] == "<=" || m[2] == ">=" {
		c.Op = m[2]
	} else if c.Op == "" {
		c.Op = "="
	}
	for _, side := range []string{c.Left, c.Right} {
		if _, err := ParseFormula(side); err != nil {
			r.say(wrongType, r.place(v), side, "một biểu thức trên các câu trả lời", "an expression over answers")
		}
	}
}

// evidence reads required (above 0 points), none, or {above: points}.
func (r *reader) evidence(v *yaml.Node) *float64 {
	zero := 0.0
	if n := r.follow(v); n != nil && n.Kind == yaml.ScalarNode {
		if r.choice(v, "required", "none") == "required" {
			return &zero
		}
		return nil
	}
	var above *float64
	r.mapping(v, nil, keys{"above": func(v *yaml.Node) { above = r.pointer(v) }})
	return above
}
