package index

import (
	"slices"

	"xephang/stages/problem"
)

// The kinds of fault of what is declared as uncertain.
var (
	badMove = problem.Declare(problem.Kind{
		Code:     "index-uncertainty-weights",
		What:     problem.Text{VI: "mức dao động trọng số không hợp lệ:", EN: "weights can't be moved so far:"},
		Expected: problem.Text{VI: "lớn hơn 0 % và nhỏ hơn 100 %: từ 100 % trở lên trọng số có thể bằng 0 hoặc âm", EN: "above 0 % and below 100 %: from 100 % on a weight could fall to zero or below"},
		Remedy:   problem.Text{VI: "viết ví dụ “25%” hoặc 0.25", EN: "write “25%” or 0.25, say"},
		When:     problem.Text{VI: "Mức dao động của trọng số trong “uncertainty” không phải là số, bằng 0, âm hoặc từ 100 % trở lên.", EN: "The share by which “uncertainty” moves weights is no number, zero, negative or from 100 % on."},
		Example:  "uncertainty: {weights: {share: 120%}}",
	})
	variesNothing = problem.Declare(problem.Kind{
		Code:     "index-uncertainty-nothing",
		What:     problem.Text{VI: "không nêu phương án nào:", EN: "names no alternative:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "viết các phương án, hoặc bỏ khoá này", EN: "write the alternatives, or remove the key"},
		When:     problem.Text{VI: "“uncertainty” hoặc một khoá trong đó để trống.", EN: "“uncertainty” or one of its keys is empty."},
		Example:  "uncertainty: {treat: []}",
	})
	idle = problem.Declare(problem.Kind{
		Code:     "index-uncertainty-idle",
		What:     problem.Text{VI: "phương án không làm thay đổi gì:", EN: "the alternatives vary nothing:"},
		Expected: problem.Text{VI: "{vi}", EN: "{en}"},
		Remedy:   problem.Text{VI: "thêm phương án khác, đổi cấp, hoặc bỏ khoá này", EN: "add another alternative, name another level, or remove the key"},
		When: problem.Text{VI: "Chỉ có một phương án, hoặc các phương án như nhau với mọi nút, hoặc trọng số của cấp được nêu không ảnh hưởng đến điểm.",
			EN: "There is one alternative only, or all come to the same for every node, or the weights of the level have no say in the scores."},
		Example: "uncertainty: {combine: [mean]}",
	})
	tooMany = problem.Declare(problem.Kind{
		Code:     "index-uncertainty-span",
		What:     problem.Text{VI: "dãy phương án không dùng được:", EN: "a span of alternatives that can't be used:"},
		Expected: problem.Text{VI: "a..b với a nhỏ hơn b, cả thảy không quá 1000 phương án", EN: "a..b with a below b, no more than 1000 alternatives in all"},
		Remedy:   problem.Text{VI: "viết lại hai đầu của dãy, ví dụ winsorise:1..5", EN: "mend the ends of the span, as in winsorise:1..5"},
		When:     problem.Text{VI: "Dãy a..b trong “uncertainty” bị đảo, trùng hai đầu hoặc quá dài.", EN: "A span a..b in “uncertainty” is reversed, has equal ends or is too long."},
		Example:  "treat: [winsorise:5..1]",
	})
)

// CheckUncertainty holds what is varied against a plan: that each part varies something, that weights move at levels
// where they matter, that an alternative scale has what it needs, and that no alternative mean meets a scale that can
// reach zero. The problems carry no index and edition.
func (p *Plan) CheckUncertainty(u *Uncertainty) (faults problem.List) {
	some := len(u.Weights) > 0
	for _, role := range varied {
		if list := u.Alternatives(role); len(list) > 0 {
			some = true
			faults.Add(p.checkVaried(u, role, list)...)
		}
	}
	if !some && u.broken {
		return nil
	}
	if !some {
		return problem.List{variesNothing.At(u.Place, "uncertainty",
			"vi", "ít nhất một trong: fill, treat, normalise, combine, weights", "en", "one at least of: fill, treat, normalise, combine, weights")}
	}
	faults.Add(p.checkMoves(u)...)
	faults.Add(p.checkScales(u)...)
	return append(faults, p.checkMeans(u)...)
}

// Under gives a method that stands in for the declared one: the alternative, or the declared one where the alternative
// is the zero Method.
func (m Method) Under(alternative Method) Method {
	if alternative.IsZero() {
		return m
	}
	return alternative
}

// Varied tells whether an alternative of a role is meant for a node: fill, treat and normalise for indicators on a scale
// (not for what is scored in points, nor for what is only measured; fill for these too), combine for every node that
// combines, unless the benefit of the doubt scores it.
func (n *PlanNode) Varied(role Role) bool {
	switch role {
	case Combine:
		return !n.Leaf() && n.Weighting.Name != "bod"
	case Fill:
		return n.Leaf() && !n.Measured
	}
	points := n.Points > 0 && (n.Normalise.Name == "" || n.Normalise.Name == "none") && (n.Range == nil || n.Range[1] > 1)
	return n.Leaf() && !n.Measured && n.Rule == nil && !points
}

// Method of a node in a role: of those that are varied.
func (n *PlanNode) Method(role Role) Method {
	switch role {
	case Fill:
		return n.Fill
	case Treat:
		return n.Treat
	case Normalise:
		return n.Normalise
	}
	return n.Combine
}

// checkVaried: for some node the alternatives are not all the same.
func (p *Plan) checkVaried(u *Uncertainty, role Role, list []Method) problem.List {
	at := list[0].Place
	for i := range p.Nodes {
		n := &p.Nodes[i]
		if !n.Varied(role) || role == Combine && len(n.Children) < 2 {
			continue
		}
		first := plain(n.Method(role).Under(list[0]))
		if slices.ContainsFunc(list[1:], func(m Method) bool { return plain(n.Method(role).Under(m)) != first }) {
			return nil
		}
	}
	return problem.List{idle.At(at, string(role)+": "+or(list[0].String(), "declared"),
		"vi", "ít nhất hai phương án khác nhau cho một nút có dùng đến", "en", "two alternatives at least that differ for a node that uses them")}
}

// plain names what a method comes to: points are combined as a mean whose weights are the maxima.
func plain(m Method) string {
	if m.Name == "points" {
		return "mean"
	}
	return or(m.String(), "none")
}

// checkMoves: levels are there, once, and their weights matter.
func (p *Plan) checkMoves(u *Uncertainty) (faults problem.List) {
	seen := map[int]bool{}
	for _, m := range u.Weights {
		levels := m.Levels
		for level := 1; len(m.Levels) == 0 && level < p.Root().Level; level++ {
			levels = append(levels, level)
		}
		for _, level := range levels {
			if seen[level] {
				faults.Add(twiceItem.At(m.Place, figure(float64(level))))
			} else if len(m.Levels) > 0 && !p.weighs(level, u) {
				top := figure(float64(p.Root().Level - 1))
				faults.Add(idle.At(m.Place, "weights @"+figure(float64(level)), "vi", "một cấp từ 1 đến "+top+" mà trọng số có ảnh hưởng", "en", "a level from 1 to "+top+" whose weights matter"))
			}
			seen[level] = true
		}
		if len(m.Levels) == 0 && !slices.ContainsFunc(levels, func(level int) bool { return p.weighs(level, u) }) {
			faults.Add(idle.At(m.Place, "weights", "vi", "một nút có từ hai thành phần mang trọng số trở lên", "en", "a node with two weighted parts at least"))
		}
	}
	return faults
}

// weighs tells whether the weights of some node of a level have a say: it has siblings and its parent weighs them.
func (p *Plan) weighs(level int, u *Uncertainty) bool {
	return slices.ContainsFunc(p.Nodes, func(n PlanNode) bool {
		return n.Level == level && p.Weighed(&n) && (p.Nodes[n.Parent].Combine.Name != "minimum" || len(u.Combine) > 0)
	})
}

// Weighed tells whether a node's weight is one of several above zero under a parent that does not find weights itself
// for each unit (the benefit of the doubt).
func (p *Plan) Weighed(n *PlanNode) bool {
	if n.Parent < 0 || n.Measured {
		return false
	}
	up, own, others := &p.Nodes[n.Parent], false, 0
	for _, c := range up.Children {
		if c.Weight > 0 && c.Col == n.Col {
			own = true
		} else if c.Weight > 0 {
			others++
		}
	}
	return own && others > 0 && up.Weighting.Name != "bod"
}

// checkScales: an alternative scale has its goalposts or targets.
func (p *Plan) checkScales(u *Uncertainty) (faults problem.List) {
	for _, m := range u.Normalise {
		for i := range p.Nodes {
			n := &p.Nodes[i]
			if !n.Varied(Normalise) {
				continue
			}
			if m.Name == "goalposts" && n.Goalposts == nil {
				faults.Add(needs.At(m.Place, m.String(), "key", "goalposts", "node", n.ID))
			}
			if m.Name == "distance-to-target" && n.Target == nil {
				faults.Add(needs.At(m.Place, m.String(), "key", "target", "node", n.ID))
			}
		}
	}
	return faults
}

// checkMeans tries every alternative mean over every alternative scale; one problem an alternative.
func (p *Plan) checkMeans(u *Uncertainty) (faults problem.List) {
	if len(u.Combine) == 0 && len(u.Normalise) == 0 {
		return nil
	}
	for _, mean := range orDeclared(u.Combine) {
		for _, scale := range orDeclared(u.Normalise) {
			n, part, least := p.under(mean, scale).spoilt()
			if n == nil {
				continue
			}
			at := mean.Place
			if mean.IsZero() {
				at = scale.Place
			}
			faults.Add(zeroMean.At(at, n.Combine.String()+" + "+part.Normalise.String(), "part", part.ID, "low", minus(least)))
			break
		}
	}
	return faults
}

// under is the plan with an alternative combination and an alternative scale in place of the declared ones.
func (p *Plan) under(mean, scale Method) *Plan {
	q := *p
	q.Nodes = slices.Clone(p.Nodes)
	for i := range q.Nodes {
		n := &q.Nodes[i]
		if n.Varied(Combine) {
			n.Combine = n.Combine.Under(mean)
		}
		if n.Varied(Normalise) {
			n.Normalise = n.Normalise.Under(scale)
		}
	}
	return &q
}

// spoilt finds a mean that a part on a scale reaching zero would spoil, with the part and its least score.
func (p *Plan) spoilt() (n, part *PlanNode, least float64) {
	for i := range p.Nodes {
		n := &p.Nodes[i]
		if !positiveOnly(n.Combine) {
			continue
		}
		for _, c := range n.Children {
			if least := p.least(&p.Nodes[c.Col]); least <= 0 {
				return n, &p.Nodes[c.Col], least
			}
		}
	}
	return nil, nil, 0
}

func orDeclared(list []Method) []Method {
	if len(list) == 0 {
		return []Method{{}}
	}
	return list
}
