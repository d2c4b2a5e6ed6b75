package view

import "math"

// dress gives a node what its control and those of its parts need.
func (n *WeightNode) dress(l Lang, e *Edition) {
	n.Name = e.Brief(l, n.col)
	if full := l.In(e.Nodes[n.col].Name); full != n.Name {
		n.Full = full
	}
	if len(n.Parts) > 0 {
		sum := 0.0
		for _, w := range n.Weights {
			sum += w
		}
		n.Most, n.Step = sliderScale(sum)
	}
}

// sliderScale gives a slider's end, the sum of the published weights, so that a part can be given as much as all had, and
// a step of a hundredth of it or somewhat less, 1, 2 or 5 in its first digit.
func sliderScale(sum float64) (most, step float64) {
	if !(sum > 0) {
		return 1, 0.01
	}
	power := int(math.Floor(math.Log10(sum / 100)))
	first := sum / 100 / math.Pow10(power)
	for _, d := range []float64{5, 2, 1} {
		if first >= d-1e-9 {
			step = d
			break
		}
	}
	places := max(-power, 0)
	step = Round(float64(step*math.Pow10(power)), places)
	return Round(math.Ceil(sum/step-1e-9)*step, places), step
}
