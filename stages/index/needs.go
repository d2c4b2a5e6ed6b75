package index

// Inputs lists the given columns that an indicator is computed from, sorted: the answers of its expression and of its
// rule's cases, its denominator, and itself where it is read as it is. Nothing for a combined node.
func (n *PlanNode) Inputs() []string {
	if !n.Leaf() {
		return nil
	}
	seen := map[string]bool{}
	if n.Per != "" {
		seen[n.Per] = true
	}
	answers(n.Value, seen)
	n.Rule.answers(seen)
	if n.Own() {
		seen[n.ID] = true
	}
	return sortedKeys(seen)
}

// Own tells that an indicator has a figure of its own that is read: it has no expression, and its rule is not made of
// cases, each with an expression.
func (n *PlanNode) Own() bool {
	return n.Leaf() && n.Value == "" && (n.Rule == nil || n.Rule.Kind != "best_of" && n.Rule.Kind != "sum_of")
}
