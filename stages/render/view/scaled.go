package view

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// scale is the step from a treated value to the common scale: the formula with its numbers where these give the result,
// else the rule in words alone.
func (w *way) scale(n *index.PlanNode, x, normal float64) []TrailStep {
	if x != x || normal != normal {
		return nil
	}
	step := TrailStep{Label: w.Say("trail.normal"), Text: w.Exact(normal)}
	switch {
	case n.Rule != nil || n.Points > 0 && x != normal:
		step.Note = w.In(n.Rule.Words(n.Points))
		if n.Rule == nil {
			step.Note = w.Say("trail.points", "points", w.Exact(n.Points))
		}
		if text, y := w.points(n, x); text != "" && near(y, normal) {
			step.Text = text + " = " + step.Text
		}
	case x == normal:
		step.Text, step.Note = w.Exact(normal), w.In(index.Method{Name: "none"}.Words(index.Normalise))
	default:
		step.Note = w.In(n.Normalise.Words(index.Normalise))
		if text, y := w.scaled(n, x); text != "" && near(y, normal) {
			step.Text = text + " = " + step.Text
		}
	}
	return []TrailStep{step}
}

// points writes how an indicator's value becomes a share of its points.
func (w *way) points(n *index.PlanNode, x float64) (string, float64) {
	most := w.Exact(n.Points)
	switch {
	case n.Rule == nil:
		return w.Exact(x) + " / " + most, x / n.Points
	case n.Rule.Kind == "threshold":
		return "min(" + w.Exact(x) + " / " + w.Exact(n.Rule.Threshold) + "; 1)", min(x/n.Rule.Threshold, 1)
	case n.Rule.Kind == "count":
		top := n.Points
		if n.Rule.Cap > 0 {
			top = n.Rule.Cap
		}
		return "min(" + w.Exact(x) + " × " + w.Exact(n.Rule.Each) + "; " + w.Exact(top) + ") / " + most, min(x*n.Rule.Each, top) / n.Points
	case n.Rule.Kind == "steps":
		won := 0.0
		for _, s := range n.Rule.Steps {
			if x >= s[0] {
				won = s[1]
			}
		}
		return w.Exact(won) + " / " + most, won / n.Points
	}
	return "", math.NaN()
}

// scaled writes a scale with the limits that it takes from the units of the edition (of all editions, where the index
// takes them together). With less-is-better both the value and the limits change sign.
func (w *way) scaled(n *index.PlanNode, x float64) (string, float64) {
	m, sign := n.Normalise, 1.0
	if n.Direction < 0 {
		sign = -1
	}
	low, high := w.limits(n.Col, sign)
	x = float64(sign * x)
	e := func(v float64) string {
		if v < 0 {
			return "(" + w.Exact(v) + ")"
		}
		return w.Exact(v)
	}
	share := "(" + e(x) + " − " + e(low) + ") / (" + e(high) + " − " + e(low) + ")"
	switch m.Name {
	case "minmax":
		a, b := m.Number(0, 0), m.Number(1, 100)
		return share + " × (" + e(b) + " − " + e(a) + ") + " + e(a), float64((x-low)/(high-low)*(b-a)) + a
	case "distance-to-max":
		return "1 − (" + e(high) + " − " + e(x) + ") / (" + e(high) + " − " + e(low) + ")", 1 - (high-x)/(high-low)
	case "fraction-of-max":
		return e(x) + " / " + e(high), x / high
	case "scaled":
		a, b, f := m.Number(0, 0), m.Number(1, 100), m.Number(2, 100)
		return "(" + e(x) + " − " + e(a) + ") / (" + e(b) + " − " + e(a) + ") × " + e(f), (x - a) / (b - a) * f
	case "goalposts":
		return w.goalposts(n, x, sign, e)
	case "distance-to-target":
		if n.Target == nil {
			return "", math.NaN()
		}
		t := float64(sign * *n.Target)
		y, text := (x-low)/(t-low), "("+e(x)+" − "+e(low)+") / ("+e(t)+" − "+e(low)+")"
		if m.Has("cap") {
			return "min(" + text + "; 1)", min(y, 1)
		}
		return text, y
	}
	return "", math.NaN()
}

func (w *way) goalposts(n *index.PlanNode, x, sign float64, e func(float64) string) (string, float64) {
	if n.Goalposts == nil {
		return "", math.NaN()
	}
	low, high, f := n.Goalposts[0], n.Goalposts[1], n.Normalise.Number(0, 1)
	if sign < 0 {
		low, high = -high, -low
	}
	y, text := (x-low)/(high-low), "("+e(x)+" − "+e(low)+") / ("+e(high)+" − "+e(low)+")"
	if !n.Normalise.Has("open") && (y < 0 || y > 1) {
		y, text = min(max(y, 0), 1), "min(max("+text+"; 0); 1)"
	}
	if f != 1 {
		text += " × " + e(f)
	}
	return text, y * f
}

// limits are the least and greatest treated values of a node, in the direction in which more is better.
func (w *way) limits(col int, sign float64) (low, high float64) {
	key := limitsOf{w.e, col}
	if known, ok := w.Report.limits.Load(key); ok {
		x := known.([2]float64)
		return turned(x, sign)
	}
	x := [2]float64{math.Inf(1), math.Inf(-1)}
	for _, e := range w.e.Board.Editions {
		c, ok := e.Col(w.e.Nodes[col].ID)
		if !ok || e != w.e && w.e.Across != "editions" {
			continue
		}
		for _, v := range e.Table.At(cube.Treated, c).Values() {
			if v == v {
				x[0], x[1] = min(x[0], v), max(x[1], v)
			}
		}
	}
	w.Report.limits.Store(key, x)
	return turned(x, sign)
}

type limitsOf struct {
	*Edition
	col int
}

func turned(x [2]float64, sign float64) (low, high float64) {
	if sign < 0 {
		return -x[1], -x[0]
	}
	return x[0], x[1]
}
