package book

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// Columns of the sheet of parameters: what scales and treatments take from a column, or from a node's declaration.
const (
	least = 2 + iota
	greatest
	average
	deviation
	present
	targetAt
	fromPost
	toPost
	lowLimit
	highLimit
	tunings
)

// tune opens the sheet of parameters, where the edition needs one. It is written when the columns that it looks at have
// their places.
func (a *audit) tune() {
	for n := range a.e.Nodes {
		p := &a.e.Nodes[n]
		scaled := p.Normalise.Name != "" && p.Normalise.Name != "none"
		treated := p.Leaf() && p.Treat.Name != "" && p.Treat.Name != "none"
		if (p.Leaf() && scaled || treated || a.scaledUp(n)) && (a.t.Has(cube.Treated, n) || a.scaledUp(n)) {
			a.tunes = append(a.tunes, n)
		}
	}
	if len(a.tunes) > 0 {
		a.tuning = a.open("tuning")
	}
}

// tuned is the reference of a node's parameter.
func (a *audit) tuned(n, parameter int) string {
	for i, t := range a.tunes {
		if t == n {
			return quoted(a.tuning) + "$" + letters(parameter) + "$" + num(firstRow+i)
		}
	}
	return `""`
}

// writeTuning writes the sheet of parameters over the columns that the scales look at.
func (a *audit) writeTuning(column func(n int) (span string, figures []float64)) {
	if len(a.tunes) == 0 {
		return
	}
	columns := []matrixColumn{{head: view.VI.Say("method.col.code"), look: textLook, width: 18}, {head: view.VI.Say("method.col.node"), look: textLook, width: 44}}
	for _, key := range []string{"least", "greatest", "average", "deviation", "present", "target", "from", "to", "low", "high"} {
		head := view.VI.Say("audit." + key)
		l := exactLook
		if key == "target" || key == "from" || key == "to" || key == "low" || key == "high" {
			l = openLook
		}
		columns = append(columns, matrixColumn{key, head, l, figureWidth(head, 10)})
	}
	spans, moments := make([]string, len(a.tunes)), make([][tunings]float64, len(a.tunes))
	for i, n := range a.tunes {
		var x []float64
		spans[i], x = column(n)
		moments[i] = a.moments(n, x)
	}
	a.spread(&matrix{sheet: a.tuning, title: a.say("audit.t.tuning"), under: a.say("audit.u.tuning"), back: a.cover, columns: columns, frozen: 2, rows: len(a.tunes),
		cell: func(row, column int) (any, string) {
			n := a.tunes[row]
			switch {
			case column == 0:
				return a.e.Nodes[n].ID, ""
			case column == 1:
				return view.VI.In(a.e.Nodes[n].Name), ""
			case column < targetAt && spans[row] != "":
				return moments[row][column], [...]string{least: "MIN", greatest: "MAX", average: "AVERAGE", deviation: "STDEV", present: "COUNT"}[column] + "(" + spans[row] + ")"
			}
			return moments[row][column], ""
		}})
}

// moments are the figures of a node's row.
func (a *audit) moments(n int, x []float64) (m [tunings]float64) {
	for k := range m {
		m[k] = nan
	}
	m[least], m[greatest] = extremes(x)
	sum, count := 0.0, 0.0
	for _, v := range x {
		if v == v {
			sum, count = sum+v, count+1
		}
	}
	m[present] = count
	if m[average] = sum / count; count > 1 {
		square := 0.0
		for _, v := range x {
			if v == v {
				square += float64((v - m[average]) * (v - m[average]))
			}
		}
		m[deviation] = math.Sqrt(square / (count - 1))
	}
	p := &a.e.Nodes[n]
	if p.Target != nil {
		m[targetAt] = *p.Target
	}
	if p.Goalposts != nil {
		m[fromPost], m[toPost] = p.Goalposts[0], p.Goalposts[1]
	}
	if p.Leaf() && p.Treat.Name != "" && p.Treat.Name != "none" {
		m[lowLimit], m[highLimit] = extremes(a.figures(cube.Treated, n))
	}
	return m
}
