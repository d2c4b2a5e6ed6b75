package book

import (
	"strings"

	"xephang/stages/index"
)

// The point rules of stages/normalise (points.go, compound.go) as formulas: the share of the maximum that a value earns.

// given is the rule of a criterion that declares its points and neither rule nor scale: its values are points already.
var given = &index.Rule{Kind: "given"}

// ruleOf is the rule by which an indicator is scored in points, nil where it is scaled.
func ruleOf(p *index.PlanNode) *index.Rule {
	scaled := p.Normalise.Name != "" && p.Normalise.Name != "none"
	shares := p.Range != nil && p.Range[1] <= 1 && p.Points > 1
	if p.Rule == nil && p.Points > 0 && !scaled && !shares {
		return given
	}
	return p.Rule
}

// criterion is what a rule needs besides the value: the maximum, the direction, the column of its block.
type criterion struct {
	rule   *index.Rule
	most   float64
	less   bool
	column func(row int) string
}

// pointsFormula makes the formulas of a criterion; nil where a case of it has none.
func (a *audit) pointsFormula(p *index.PlanNode, rule *index.Rule) func(row int) string {
	if compound(rule) {
		return a.compoundFormula(p, rule)
	}
	before := a.latest(p.Col)
	c := criterion{rule: rule, most: p.Points, less: p.Direction < 0, column: a.within(rule, func(from, to int) string { return before.column(p.Col, from, to) })}
	return func(row int) string {
		x := before.cell(p.Col, row)
		return "IF(ISNUMBER(" + x + "),IFERROR(" + c.share(x, row) + `,""),"")`
	}
}

// within gives the column that a relative rule looks at: the row's block, or all rows.
func (a *audit) within(rule *index.Rule, column func(from, to int) string) func(row int) string {
	return func(row int) string {
		if s := a.spans[a.block[row]]; rule.Within == "block" {
			return column(s.from, s.to)
		}
		return column(firstRow, firstRow+len(a.rows)-1)
	}
}

// share of the maximum; less is better turns every rule but steps.
func (c criterion) share(x string, row int) string {
	turned := func(s string) string {
		if c.less {
			return "1-" + s
		}
		return s
	}
	switch c.rule.Kind {
	case "given":
		return turned(x + "/" + figure(c.most))
	case "ratio":
		return turned(x)
	case "threshold":
		y := x + "/" + figure(c.rule.Threshold)
		if c.less {
			return "IF(" + y + "<=1,1," + figure(c.rule.Threshold) + "/" + x + ")"
		}
		return "MIN(1,MAX(0," + y + "))"
	case "steps":
		return c.steps(x)
	case "yes_no":
		return "IF(OR(" + x + "=0," + x + "=1)," + turned(x) + `,"")`
	case "count":
		return c.count(x)
	case "relative":
		return c.relative(x, c.column(row))
	}
	return ""
}

// steps: the points of the last step that the value reaches, to a hair's breadth.
func (c criterion) steps(x string) string {
	most, text := c.most, "0"
	for _, s := range c.rule.Steps {
		if c.most == 0 {
			most = max(most, s[1])
		}
		slack := 1e-12 * s[0]
		if slack < 0 {
			slack = -slack
		}
		text = "IF(" + x + ">=" + figure(s[0]-slack) + "," + figure(s[1]) + "," + text + ")"
	}
	return text + "/" + figure(most)
}

func (c criterion) count(x string) string {
	limit := c.rule.Cap
	if limit == 0 {
		limit = c.most
	}
	points := "MIN(MAX(" + x + "*" + figure(c.rule.Each) + ",0)," + figure(limit) + ")"
	if c.less {
		points = "MAX(" + figure(c.most) + "-" + points + ",0)"
	}
	return points + "/" + figure(c.most)
}

func (c criterion) relative(x, column string) string {
	if c.less {
		best := "MIN(" + column + ")"
		return "IF(" + best + `<0,"",IF(` + x + "<=" + best + ",1," + best + "/" + x + "))"
	}
	best := "MAX(" + column + ")"
	return "IF(" + best + `<0,"",IF(` + best + "=0,0,MIN(1,MAX(0," + x + "/" + best + "))))"
}

// inner is one case of best_of or sum_of: a rule over an expression.
type inner struct {
	value  func(of func(string) string) string
	names  []string
	points float64
	criterion
}

// cases reads the cases of a compound rule; nil where one of them has no formula: a rule inside a rule, or one relative to
// a best value, which is sought over a column, and an expression has none.
func cases(p *index.PlanNode, rule *index.Rule) (all []inner) {
	for _, c := range rule.Of {
		r := c.Rule
		if r == nil {
			r = &index.Rule{Kind: "ratio"}
		}
		f, err := index.ParseFormula(c.Value)
		body, ok := translate(c.Value)
		if err != nil || !ok || compound(r) || r.Kind == "relative" {
			return nil
		}
		all = append(all, inner{body, f.Names, c.Points, criterion{rule: r, most: c.Points, less: p.Direction < 0}})
	}
	return all
}

// compoundFormula makes the formulas of best_of and sum_of.
func (a *audit) compoundFormula(p *index.PlanNode, rule *index.Rule) func(row int) string {
	parts := cases(p, rule)
	if parts == nil {
		return nil
	}
	all, best := 0.0, 0.0
	for _, c := range parts {
		all, best = all+c.points, max(best, c.points)
	}
	most := p.Points
	switch {
	case most > 0:
	case rule.Kind == "sum_of":
		most = all
	default:
		most = best
	}
	return func(row int) string {
		of := func(name string) string { return a.answer(name, row) }
		var there, points, maxima []string
		for _, c := range parts {
			known := c.known(of)
			there = append(there, "IF("+known+",1,0)")
			points = append(points, "IF("+known+",SUM("+c.share("SUM("+c.value(of)+")", row)+")*"+figure(c.points)+",none)")
			maxima = append(maxima, "IF("+known+","+figure(c.points)+",0)")
		}
		if rule.Kind == "best_of" {
			return bestOf(there, points, most)
		}
		return sumOf(there, points, maxima, most, all, p.Missing)
	}
}

// known tells whether every answer of a case is there.
func (c inner) known(of func(string) string) string {
	var refs []string
	for _, n := range c.names {
		refs = append(refs, of(n))
	}
	if len(refs) == 0 {
		return "TRUE"
	}
	return "COUNT(" + strings.Join(refs, ",") + ")=" + num(len(refs))
}

// bestOf is the most points that any case gives, over the maximum.
func bestOf(there, points []string, most float64) string {
	text := strings.ReplaceAll(strings.Join(points, ","), ",none)", ",-1E+300)")
	return "IFERROR(IF(SUM(" + strings.Join(there, ",") + `)=0,"",MAX(` + text + ")/" + figure(most) + `),"")`
}

// sumOf adds the parts; a missing one counts by the node's rule for gaps.
func sumOf(there, points, maxima []string, most, all float64, missing string) string {
	least, text := 1, "SUM("+strings.ReplaceAll(strings.Join(points, ","), ",none)", ",0)")+")/"+figure(most)
	switch missing {
	case "zero":
	case "withhold":
		least = len(there)
	default:
		text += "/SUM(" + strings.Join(maxima, ",") + ")*" + figure(all)
	}
	return "IFERROR(IF(SUM(" + strings.Join(there, ",") + ")<" + num(least) + `,"",MIN(1,` + text + `)),"")`
}
