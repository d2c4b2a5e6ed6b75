package extract

import (
	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
)

// reasons notes, for every criterion and unit, why there is no answer and what that does to the score: the gravest of
// the answers that the criterion needs. It runs after corrections and after the values are derived.
func (f *folder) reasons(e *edition) {
	if e.filed == nil {
		return
	}
	for _, c := range form.Layout(e.plan) {
		for row := range e.table.Units {
			if r := e.reason(c, row); r.Code != "" {
				e.table.SetReason(c.Col, row, r)
			}
		}
	}
}

// reason of one cell; without a code where there is none.
func (e *edition) reason(c form.Criterion, row int) (worst cube.Reason) {
	for _, a := range c.Asks {
		code := e.filed.missing[lacking{a.ID, row}]
		if code == "" {
			continue
		}
		if r := (cube.Reason{Code: code, Effect: e.effect(c.PlanNode, code)}); worst.Code == "" || gravity(r) > gravity(worst) {
			worst = r
		}
	}
	switch {
	case worst.Code != "" && gravity(worst) < gravityWithhold && e.otherwise(c, row):
		return cube.Reason{}
	case worst.Code == "" && e.filed.rows[row] && e.table.Has(cube.Value, c.Col) && missingAt(e.table.At(cube.Value, c.Col), row):
		return cube.Reason{Code: cube.Faulty, Effect: "withhold"} // the answers are there and give no value; derive has reported it
	}
	return worst
}

// otherwise tells that a best_of needs no more: one of its cases has all its answers, and what is missing could at most
// have added nothing.
func (e *edition) otherwise(c form.Criterion, row int) bool {
	if c.Rule == nil || c.Rule.Kind != "best_of" || c.Value != "" {
		return false
	}
	for _, a := range c.Rule.Of {
		formula, err := index.ParseFormula(a.Value)
		whole := err == nil
		for k := 0; whole && k < len(formula.Names); k++ {
			whole = e.filed.missing[lacking{formula.Names[k], row}] == ""
		}
		if whole {
			return true
		}
	}
	return false
}

func missingAt(c cube.Column, row int) bool { v := c.At(row); return v != v }

// effect of a code on a criterion. A faulty answer withholds. So does a blank one, unless the index says what a missing
// value of the criterion does; “exclude”, which holds where nothing is said, must be said at the node or above it in
// the tree: by default nobody is let off an answer by leaving it blank.
func (e *edition) effect(n *index.PlanNode, code string) string {
	switch {
	case code == cube.Faulty:
		return "withhold"
	case code != cube.Blank:
		return e.plan.Form.Effect(code)
	case n.Missing != "exclude" || e.excused(n):
		return n.Missing
	}
	return "withhold"
}

// excused tells that a node or one above it declares missing: exclude itself.
func (e *edition) excused(n *index.PlanNode) bool {
	for {
		switch {
		case n.Node.Missing != "":
			return n.Node.Missing == "exclude"
		case n.Parent < 0:
			return false
		}
		n = &e.plan.Nodes[n.Parent]
	}
}

const gravityWithhold = 3

func gravity(r cube.Reason) int {
	switch r.Effect {
	case "withhold":
		return gravityWithhold
	case "zero":
		return 2
	}
	return 1
}
