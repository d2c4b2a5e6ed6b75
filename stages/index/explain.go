package index

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Explain says in sentences how a node of the plan is computed, from its value to its score: for the method page.
func (p *Plan) Explain(col int) []problem.Text {
	n := &p.Nodes[col]
	var all []problem.Text
	switch {
	case n.Leaf():
		all = append(all, n.valueWords()...)
	case n.Weighting.Name == unpublished:
		all = append(all, p.partsWords(n), problem.Text{
			VI: "Trọng số của các thành phần chưa được công bố; điểm và hạng nêu ở đây là số đã công bố.",
			EN: "The weights of the parts were not published; the scores and ranks given here are the published ones."})
	default:
		all = append(all, n.Combine.Words(Combine))
		all = append(all, p.partsWords(n))
		if n.Weighting.Name != "given" {
			all = append(all, n.Weighting.Words(Weighting))
		}
		if n.Coverage > 0 {
			all = append(all, coverageWords(n.Coverage))
		}
	}
	all = append(all, n.scaleWords()...)
	if !n.Beside && n.Parent >= 0 && !n.Measured {
		all = append(all, MissingWords(n.Missing))
	}
	switch {
	case n.Measured:
		all = append(all, words["measured"])
	case n.Beside:
		all = append(all, words["beside"])
	}
	return append(all, n.shareWords()...)
}

// Explain says how a node of a plan is computed; nothing where the plan has no such node.
func (ix *Index) Explain(p *Plan, node string) []problem.Text {
	if col, ok := p.Col(node); ok {
		return p.Explain(col)
	}
	return nil
}

// valueWords: where an indicator's value comes from.
func (n *PlanNode) valueWords() (all []problem.Text) {
	switch {
	case n.Value != "":
		all = append(all, problem.Text{VI: "Giá trị = " + n.Value + ".", EN: "Value = " + n.Value + "."})
	case n.Per != "":
		scale := or0(n.PerScale, 1)
		all = append(all, problem.Text{VI: "Giá trị được chia cho " + n.Per + " (tính trên " + said(scale, "vi") + ").", EN: "The value is divided by " + n.Per + " (per " + said(scale, "en") + ")."})
	}
	if n.Direction < 0 {
		all = append(all, problem.Text{VI: "Giá trị càng thấp càng tốt.", EN: "Lower values are better."})
	}
	if n.Measured {
		return all
	}
	if n.Fill.Name != "none" {
		all = append(all, n.Fill.Words(Fill))
	}
	if n.Treat.Name != "none" {
		all = append(all, n.Treat.Words(Treat))
	}
	return all
}

// scaleWords: how a node comes on the scale, with its own goalposts or target.
func (n *PlanNode) scaleWords() (all []problem.Text) {
	switch {
	case n.Measured:
		return nil
	case n.Rule != nil:
		return []problem.Text{n.Rule.Words(n.Points)}
	case n.Leaf() && n.Points > 0 && n.Normalise.Name == "none":
		return []problem.Text{{VI: "Tối đa " + said(n.Points, "vi") + " điểm.", EN: said(n.Points, "en") + " points at most."}}
	case !n.Leaf() && n.Normalise.Name == "none":
		return nil
	}
	all = append(all, n.Normalise.Words(Normalise))
	if g := n.Goalposts; g != nil && n.Normalise.Name == "goalposts" {
		all = append(all, problem.Text{VI: "Cột mốc: " + said(g[0], "vi") + " và " + said(g[1], "vi") + ".", EN: "Goalposts: " + said(g[0], "en") + " and " + said(g[1], "en") + "."})
	}
	if t := n.Target; t != nil && n.Normalise.Name == "distance-to-target" {
		all = append(all, problem.Text{VI: "Mục tiêu: " + said(*t, "vi") + ".", EN: "Target: " + said(*t, "en") + "."})
	}
	return all
}

// partsWords lists the parts with their weights as declared: "OSI (0,34), TII (0,33), HCI (0,33)".
func (p *Plan) partsWords(n *PlanNode) problem.Text {
	var vi, en []string
	for _, c := range n.Children {
		part := p.Nodes[c.Col]
		weight := func(lang string) string { return " (" + said(c.Weight, lang) + ")" }
		if name := n.Weighting.Name; name != "given" {
			weight = func(string) string { return "" }
		}
		vi = append(vi, or(part.Name.In("vi"), part.ID)+weight("vi"))
		en = append(en, or(part.Name.In("en"), part.ID)+weight("en"))
	}
	if n.Weighting.Name != "given" {
		return problem.Text{VI: "Thành phần: " + strings.Join(vi, "; ") + ".", EN: "Parts: " + strings.Join(en, "; ") + "."}
	}
	return problem.Text{VI: "Thành phần (trọng số): " + strings.Join(vi, "; ") + ".", EN: "Parts (weights): " + strings.Join(en, "; ") + "."}
}

func coverageWords(share float64) problem.Text {
	s := strconv.FormatFloat(share, 'f', -1, 64)
	return problem.Text{
		VI: "Cần có ít nhất " + percent(s, "vi") + " số thành phần mới tính điểm.",
		EN: "At least " + percent(s, "en") + " of the parts must be there for a score.",
	}
}

// shareWords: what the node counts for in the total.
func (n *PlanNode) shareWords() []problem.Text {
	if math.IsNaN(n.Effective) || n.Parent < 0 {
		return nil
	}
	s := strconv.FormatFloat(math.Round(n.Effective*1e4)/1e4, 'f', -1, 64)
	return []problem.Text{{VI: "Chiếm " + percent(s, "vi") + " tổng điểm.", EN: "Counts for " + percent(s, "en") + " of the total."}}
}

// ExplainRanking says how places are given, in which groups, and how scores are classed.
func (p *Plan) ExplainRanking() []problem.Text {
	on := words["on "+or(p.Rank.On, "full")]
	n := strconv.Itoa(p.Scale.Decimals)
	all := []problem.Text{
		{VI: strings.ReplaceAll(on.VI, "{n}", n), EN: strings.ReplaceAll(on.EN, "{n}", n)},
		TiesWords(p.Rank.Ties),
	}
	if p.Rank.Within == "block" {
		all = append(all, words["within block"])
	}
	if p.Across == "editions" {
		all = append(all, words["across editions"])
	}
	if p.Screen.Name != "none" && !p.Screen.IsZero() {
		all = append(all, p.Screen.Words(Screen))
	}
	return all
}

func or0(x, otherwise float64) float64 {
	if x == 0 {
		return otherwise
	}
	return x
}
