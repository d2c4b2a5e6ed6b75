package book

import (
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// normal is the sheet of indicators on the index's scale, or of points over their maximum.
func (a *audit) normal() {
	var nodes []int
	for n := range a.e.Nodes {
		if p := &a.e.Nodes[n]; p.Leaf() && a.t.Has(cube.Normal, n) && a.changes(p) {
			nodes = append(nodes, n)
		}
	}
	before := map[int]area{}
	for n := range a.e.Nodes {
		before[n] = a.latest(n)
	}
	a.layer("normal", nodes, exactLook, a.countedFormula, func(n int) cube.Column { return a.t.At(cube.Normal, n) })
	a.before = before
}

// changes tells whether an indicator's figures change on their way to the index's scale.
func (a *audit) changes(p *index.PlanNode) bool {
	scaled := p.Normalise.Name != "" && p.Normalise.Name != "none"
	return scaled || ruleOf(p) != nil || p.Direction < 0 || a.e.Form != nil
}

// countedFormula is normalFormula where figures are gathered by forms: a cell in which points by others count, or in
// which a reason stands for an answer, is a figure; so is all of an indicator whose values are not public.
func (a *audit) countedFormula(n int) func(row int) string {
	if a.e.Form == nil {
		return a.normalFormula(n)
	}
	earned := 0
	for _, row := range a.rows {
		if a.earned(n, row) {
			earned++
		}
	}
	if earned < len(a.rows) {
		a.missing(n, "normal", "counted")
	}
	if earned == 0 {
		return nil
	}
	by := a.normalFormula(n)
	if by == nil {
		return nil
	}
	return func(row int) string {
		if !a.earned(n, a.rows[row]) {
			return ""
		}
		return by(row)
	}
}

// earned tells that what counts in a cell is what the index's rule gives for the unit's own answers, and that these are
// there to be computed from.
func (a *audit) earned(n, row int) bool {
	normal, self := a.t.At(cube.Normal, n).At(row), a.t.At(cube.Self, n).At(row)
	if _, reason := a.t.Reason(n, row); reason {
		return false
	}
	if rule := ruleOf(&a.e.Nodes[n]); !a.t.Has(cube.Self, n) { // a node above criteria that are not public is its own value
		same := a.t.Has(cube.Value, n) && a.t.At(cube.Value, n).At(row) == normal
		return same && (rule == nil && a.e.Nodes[n].Normalise.Name == "none" || rule != nil && rule.Kind == "ratio")
	}
	return normal == self && (a.t.Has(cube.Value, n) || compound(ruleOf(&a.e.Nodes[n])) && a.e.PublicLayer("value"))
}

func (a *audit) normalFormula(n int) func(row int) string {
	p, before := &a.e.Nodes[n], a.latest(n)
	if rule := ruleOf(p); rule != nil {
		return a.pointsFormula(p, rule)
	}
	if s := scales[p.Normalise.Name]; a.e.Across == "editions" && s.looks {
		if s.order {
			return nil
		}
		a.missing(n, "tuning", "across") // the formula stands; its limits are figures on the sheet of parameters
	}
	reference := ""
	if p.Normalise.Name == "distance-to-reference" {
		for i, row := range a.rows {
			if a.t.Units[row] == p.Normalise.Arg(0) {
				reference = quoted(before.sheet) + "$" + letters(before.at[n]) + "$" + num(firstRow+i)
			}
		}
	}
	return a.scaled(p, func(row int) string { return before.cell(n, row) }, a.all(before, n), reference)
}

// scaled makes the formulas of a scale over the cells that at gives, of a column.
func (a *audit) scaled(p *index.PlanNode, at func(row int) string, column, reference string) func(row int) string {
	s, known := scales[p.Normalise.Name]
	if !known {
		return nil
	}
	n := p.Col
	f := figures{column: column, count: a.tuned(n, present), reference: reference, direction: p.Direction, method: p.Normalise,
		low: a.tuned(n, least), high: a.tuned(n, greatest), mean: a.tuned(n, average), sd: a.tuned(n, deviation), target: a.tuned(n, targetAt), from: a.tuned(n, fromPost), to: a.tuned(n, toPost)}
	if p.Direction < 0 { // more is better after the sign is changed, and the limits change places
		f.low, f.high, f.mean = "(0-"+f.high+")", "(0-"+f.low+")", "(0-"+f.mean+")"
		f.target, f.from, f.to = "(0-"+f.target+")", "(0-"+f.to+")", "(0-"+f.from+")"
		if f.reference != "" {
			f.reference = "(0-" + f.reference + ")"
		}
	}
	return func(row int) string {
		x := at(row)
		f := f
		if f.own, f.x = x, x; p.Direction < 0 {
			f.x = "(0-" + x + ")"
		}
		return "IF(ISNUMBER(" + x + "),IFERROR(" + s.formula(f) + `,""),"")`
	}
}

// figures are the references that a scale's formula is made of, in the direction in which more is better.
type figures struct {
	x, own                                        string // the value so turned, and as it stands
	column, count, low, high, mean, sd, reference string
	target, from, to                              string
	direction                                     int
	method                                        index.Method
}

// arg is the method's argument at a position, as a number of a formula.
func (f figures) arg(i int, otherwise float64) string { return figure(f.method.Number(i, otherwise)) }

// rank from the worst, from 1; ties share the least.
func (f figures) rank() string {
	order := "1"
	if f.direction < 0 {
		order = "0"
	}
	return "RANK(" + f.own + "," + absolute(f.column) + "," + order + ")"
}

func (f figures) capped(s string) string {
	if f.method.Has("cap") {
		return "MIN(1," + s + ")"
	}
	return s
}

// scale is a scale as a formula; looks tells that it looks at the data.
type scale struct {
	looks   bool
	order   bool // it looks at every figure, not at limits alone
	formula func(f figures) string
}

// scales by name, as stages/normalise computes them; its docstrings give the sources.
var scales = map[string]scale{
	"": {false, false, func(f figures) string { return f.x }}, "none": {false, false, func(f figures) string { return f.x }},
	"minmax": {true, false, func(f figures) string {
		return "(" + f.x + "-" + f.low + ")/(" + f.high + "-" + f.low + ")*(" + f.arg(1, 100) + "-" + f.arg(0, 0) + ")+" + f.arg(0, 0)
	}},
	"zscore": {true, false, func(f figures) string {
		return "(" + f.x + "-" + f.mean + ")/" + f.sd + "*" + f.arg(1, 1) + "+" + f.arg(0, 0)
	}},
	"scaled": {false, false, func(f figures) string {
		return "(" + f.x + "-" + f.arg(0, 0) + ")/(" + f.arg(1, 100) + "-" + f.arg(0, 0) + ")*" + f.arg(2, 100)
	}},
	"rank": {true, true, func(f figures) string {
		if f.method.Has("average") {
			return "SUM(" + f.rank() + ",COUNTIF(" + absolute(f.column) + "," + f.own + ")/2,-0.5)"
		}
		return f.rank()
	}},
	"borda":           {true, true, func(f figures) string { return f.rank() + "-1" }},
	"percentile-rank": {true, true, func(f figures) string { return "SUM(" + f.rank() + ",-1)/(" + f.count + "-1)" }},
	"percentile":      {true, true, func(f figures) string { return f.rank() + "/" + f.count + "*100" }},
	"categorical": {true, true, func(f figures) string {
		text, share := "100", f.rank()+"/"+f.count+"*100"
		for i, below := range []string{"95", "85", "65", "35", "15", "5"} {
			text = "IF(" + share + "<" + below + "," + []string{"80", "60", "50", "40", "20", "0"}[i] + "," + text + ")"
		}
		return text
	}},
	"fraction-of-max": {true, false, func(f figures) string { return f.x + "/" + f.high }},
	"fraction-of-min": {true, false, func(f figures) string { return f.x + "/ABS(" + f.low + ")" }},
	"distance-to-max": {true, false, func(f figures) string { return "1-(" + f.high + "-" + f.x + ")/(" + f.high + "-" + f.low + ")" }},
	"distance-to-min": {true, false, func(f figures) string { return "(" + f.x + "-" + f.low + ")/ABS(" + f.low + ")" }},
	"distance-to-reference": {true, false, func(f figures) string {
		return f.capped("1-(" + f.reference + "-" + f.x + ")/(" + f.reference + "-" + f.low + ")")
	}},
	"distance-to-target": {true, false, func(f figures) string {
		return f.capped("(" + f.x + "-" + f.low + ")/(" + f.target + "-" + f.low + ")")
	}},
	"goalposts": {false, false, func(f figures) string {
		y := "(" + f.x + "-" + f.from + ")/(" + f.to + "-" + f.from + ")"
		if !f.method.Has("open") {
			y = "MIN(1,MAX(0," + y + "))"
		}
		return y + "*" + f.arg(0, 1)
	}},
	"mean-band": {true, false, func(f figures) string {
		reach := func(side string) string {
			return "PRODUCT(" + side + f.arg(0, 0.2) + ",ABS(" + f.mean + "))"
		}
		return "IF(" + f.x + "-" + f.mean + ">" + reach("") + ",1,IF(" + f.x + "-" + f.mean + "<" + reach("-") + ",-1,0))"
	}},
	"ratio-to-mean":    {true, false, func(f figures) string { return f.x + "/ABS(" + f.mean + ")" }},
	"distance-to-mean": {true, false, func(f figures) string { return "(" + f.x + "-" + f.mean + ")/ABS(" + f.mean + ")" }},
}

// absolute fixes a column's reference: 'Gốc'!D$6:D$70 becomes 'Gốc'!$D$6:$D$70.
func absolute(column string) string {
	sheet, span, _ := strings.Cut(column, "!")
	from, to, _ := strings.Cut(span, ":")
	return sheet + "!$" + from + ":$" + to
}
