package view

import (
	"strings"

	"xephang/stages/index"
)

// steps says in sentences how a plan comes to its total and its ranks, in the words of the declaration's own methods.
func steps(l Lang, p *index.Plan) (all []string) {
	for _, t := range append(p.Explain(0), p.ExplainRanking()...) {
		if s := l.In(t); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// explained is a node's definition and how it is computed.
func explained(l Lang, p *index.Plan, col int) string {
	var says []string
	if about := l.In(p.Nodes[col].About); about != "" {
		says = append(says, about)
	}
	if col > 0 {
		for _, t := range p.Explain(col) {
			says = append(says, l.In(t))
		}
	}
	return strings.Join(says, " ")
}
