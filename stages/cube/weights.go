package cube

// LayWeights keeps the weights of a node's parts, in the order of the plan's children, that the stage score computed
// from the data (weighting: pca, fa, entropy, critic, ahp, importance). Laying twice panics.
func (t *Table) LayWeights(node int, w []float64) {
	if t.weights[node] != nil {
		panic("cube: weights of " + t.Nodes[node] + " laid twice")
	}
	if t.weights == nil {
		t.weights = map[int][]float64{}
	}
	t.weights[node] = w
}

// Weights of a node's parts as computed; nil where the declared ones hold (or, under a benefit of the doubt, every unit
// has its own).
func (t *Table) Weights(node int) []float64 { return t.weights[node] }
