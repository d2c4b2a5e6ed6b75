package forms

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// check is a declared check with its expressions compiled.
type check struct {
	index.Check
	left, right *index.Formula
	nodes       map[string]*index.Formula // move: criteria that are computed from answers
}

// checksOf compiles the checks of a plan; an expression that does not compile was reported when the index was read.
func (d *desk) checksOf(p *index.Plan) (all []check) {
	for _, c := range p.Checks {
		k := check{Check: c, nodes: map[string]*index.Formula{}}
		if c.Kind == "relation" {
			k.left, _ = index.ParseFormula(c.Left)
			k.right, _ = index.ParseFormula(c.Right)
			if k.left == nil || k.right == nil {
				continue
			}
		}
		for _, id := range c.Of {
			if n := d.nodes[id]; c.Kind == "move" && n != nil && n.Value != "" {
				k.nodes[id], _ = index.ParseFormula(n.Value)
			}
		}
		all = append(all, k)
	}
	return all
}

// answer is the value of a question, NaN where there is none that can be used.
func (x *paper) answer(id string) float64 {
	a, ok := x.filing.Answers[id]
	if !ok || a.Faulty {
		return nan
	}
	return a.Value
}

// check holds the answers against the checks of the index. Answers of a check that fails as a fault are faulty; they are
// made so only at the end, so that one fault does not hide another. Moves come back by size, largest first.
func (x *paper) check() problem.List {
	faulty := map[string]bool{}
	var moves []move
	for i := range x.checks {
		c := &x.checks[i]
		var wrong []string
		switch c.Kind {
		case "relation":
			wrong = x.relation(c)
		case "sum":
			wrong = x.sum(c)
		case "feasible":
			wrong = x.feasible(c)
		case "move":
			found := x.moves(c)
			moves = append(moves, found...)
			for _, m := range found {
				wrong = append(wrong, m.answers...)
			}
		}
		for _, id := range wrong {
			faulty[id] = faulty[id] || c.Severity == problem.Fault
		}
	}
	for id, is := range faulty {
		if a, ok := x.filing.Answers[id]; ok && is {
			a.Faulty, a.Value, a.Reason = true, nan, ""
			x.filing.Answers[id] = a
		}
	}
	return ranked(moves)
}

// tell reports a check at the cells of answers.
func (x *paper) tell(c *check, k *problem.Kind, ids []string, args ...string) {
	for _, id := range ids {
		a := x.filing.Answers[id]
		p := k.At(a.Place, a.Said, append(args, "name_vi", named(c.Name.VI, c.ID), "name_en", named(c.Name.In("en"), c.ID))...)
		p.Severity = c.Severity
		x.report(p)
	}
}

func named(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

// relation gives the answers of a relation that does not hold. One that lacks an answer says nothing.
func (x *paper) relation(c *check) []string {
	l, r := x.over(c.left), x.over(c.right)
	if l != l || r != r {
		return nil
	}
	holds := map[string]bool{"<=": l <= r || near(l, r), ">=": l >= r || near(l, r), "<": l < r && !near(l, r), ">": l > r && !near(l, r), "=": near(l, r)}[c.Op]
	if holds {
		return nil
	}
	ids := slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(c.left.Names), c.right.Names...))))
	x.tell(c, checkRelation, ids, "figures", x.figures(ids), "rule", c.Left+" "+c.Op+" "+c.Right)
	return ids
}

// over computes an expression over the answers.
func (x *paper) over(f *index.Formula) float64 { return over(f, x.answer) }

func over(f *index.Formula, answer func(string) float64) float64 {
	columns := make([][]float64, len(f.Names))
	for i, name := range f.Names {
		columns[i] = []float64{answer(name)}
	}
	return f.Over(columns, 1)[0]
}

// figures lists answers with what stands in their cells.
func (x *paper) figures(ids []string) string {
	var all []string
	for _, id := range ids {
		all = append(all, id+" = "+x.filing.Answers[id].Said)
	}
	return strings.Join(all, "; ")
}

// sum gives the answers of a total that its parts do not add up to.
func (x *paper) sum(c *check) []string {
	sum, total := 0.0, x.answer(c.Is)
	for _, id := range c.Of {
		sum += x.answer(id)
	}
	if sum != sum || total != total || math.Abs(sum-total) <= c.Limit || near(sum, total) {
		return nil
	}
	ids := append(slices.Clone(c.Of), c.Is)
	x.tell(c, checkSum, ids, "sum", number(rounded(sum)), "total", number(total), "rule", strings.Join(c.Of, " + ")+" = "+c.Is)
	return ids
}

// near tells two figures that differ by less than their last digits.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

// rounded takes the noise of binary sums off a figure that is shown.
func rounded(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// feasible gives the percentage that no whole number over the total can be (the GRIM test: N. Brown and J. Heathers, The
// GRIM Test, 2017). It is held to the decimals that the index declares, or to those it was given with where they are more.
func (x *paper) feasible(c *check) []string {
	p, n := x.answer(c.Of[0]), x.answer(c.Is)
	if p != p || n != n || n < 1 || n != math.Trunc(n) {
		return nil
	}
	places := max(int(c.Limit), min(decimals(p), 6))
	half := 0.5*math.Pow10(-places) + 1e-9
	k := math.Round(p * n)
	for _, near := range []float64{k, k - 1, k + 1} {
		if near >= 0 && math.Abs(100*near/n-100*p) <= half {
			return nil
		}
	}
	nearest := math.Round(100*k/n*math.Pow10(places)) / math.Pow10(places)
	x.tell(c, checkFeasible, c.Of, "percent", percent(p), "n", number(n), "near", number(nearest)+"% ("+number(k)+"/"+number(n)+")")
	return c.Of
}

// decimals counts those of a share as a percentage: 0.853 has one, a share computed in full has many.
func decimals(p float64) int {
	_, fraction, _ := strings.Cut(number(shift(p, 2)), ",")
	return len(fraction)
}
