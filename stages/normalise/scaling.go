package normalise

import (
	"slices"
	"strconv"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// scale lays Normal over an indicator: in one edition, or in all editions whose limits are taken together.
func (r *run) scale(together []column, s *Scratch) {
	var by *Scaler // the scale that s.limits were measured for
	if len(together) > 1 {
		s.pool = s.pool[:0]
		for _, c := range together {
			s.pool = append(s.pool, c.table.At(cube.Treated, c.leaves[c.at]).Values()...)
		}
	}
	for _, c := range together {
		n := c.node()
		if c.unanswered() {
			c.count(blank(len(c.table.Units)))
			continue
		}
		if rule := ruleOf(n); rule != nil {
			c.score(rule, s)
			continue
		}
		treated := c.table.At(cube.Treated, c.leaves[c.at])
		if treated.Len() == 0 || treated.Present() == 0 {
			c.empty()
		}
		if treated.Len() == 0 {
			c.blank()
			continue
		}
		scaler, err := NewScaler(n.Normalise, n.Direction, n.Target, n.Goalposts)
		if err != nil {
			c.line().found.Add(onNode(methodUnreadable, c.plan, n, n.Normalise.Place, n.Normalise.String()))
			continue
		}
		if len(together) > 1 && (by == nil || by.Name != scaler.Name || by.Direction != scaler.Direction) {
			s.limits, by = scaler.Measure(s.pool, s), &scaler
		}
		if by == nil {
			c.lay(&scaler, treated, nil, s)
		} else {
			c.lay(&scaler, treated, &s.limits, s)
		}
	}
}

// lay scales one column by given limits, or by its own.
func (c column) lay(scaler *Scaler, treated cube.Column, limits *Limits, s *Scratch) {
	node := c.leaves[c.at]
	if scaler.Idle() {
		c.finish(treated)
		return
	}
	x := treated.View(&s.column)
	dst := append([]float64(nil), x...) // not cleared first, as make would
	if limits == nil {
		s.limits = scaler.Measured(x, c.known(), s)
		limits = &s.limits
	}
	done := put(c.plan, c.table, node, scaler, c.node().Normalise, dst, x, limits)
	c.line().found.Add(done.found...)
	c.line().single = done.why == Single
	c.line().scaling = &Scaling{Node: c.node().ID, Method: c.node().Normalise.String(), Limits: limits.Moments, Reason: done.why}
	if done.lost > 0 {
		c.markUnscaled(dst, x, s)
	}
	c.finish(cube.SealChecked(dst, done.gone))
}

// known are the column's moments where its treatment has taken them.
func (c column) known() Moments {
	if d := c.line().treatment; d != nil && !d.Lost {
		return d.After
	}
	return Moments{}
}

// markUnscaled marks the cells that had a number and have none now.
func (c column) markUnscaled(dst, x []float64, s *Scratch) {
	s.rows = s.rows[:0]
	for i, v := range dst {
		if missing(v) && !missing(x[i]) {
			s.rows = append(s.rows, int32(i))
		}
	}
	if len(s.rows) > 0 {
		c.table.MarkRows(c.leaves[c.at], slices.Clone(s.rows), markUnscaled)
	}
}

// placed is a column on its scale: why it is undefined, if it is, how many numbers were lost, how many cells are missing,
// and what is wrong in words.
type placed struct {
	why        Reason
	lost, gone int
	found      problem.List
}

// put scales one column.
func put(p *index.Plan, t *cube.Table, node int, s *Scaler, m index.Method, dst, x []float64, l *Limits) (done placed) {
	n := &p.Nodes[node]
	if s.Unit != "" {
		row, ok := t.Row(s.Unit)
		if !ok {
			clearTo(dst, nan)
			return placed{NoReference, l.N, len(dst), problem.List{onNode(scaleReferenceUnknown, p, n, m.Place, s.Unit)}}
		}
		s.Reference = x[row]
	}
	done.why = s.Within(dst, x, l)
	if done.why == Behind { // refused: nothing may be published on a scale that turns the order round
		clearTo(dst, nan)
	}
	done.found = explain(done.why, p, t, n, s, m, l)
	done.lost, done.gone = finite(dst, x)
	if done.lost > 0 && done.why.Computed() && done.why != Behind {
		done.found.Add(onNode(scaleInfinite, p, n, m.Place, m.String(), "count", strconv.Itoa(done.lost)))
	}
	return done
}

func clearTo(x []float64, v float64) {
	for i := range x {
		x[i] = v
	}
}

// explain puts a reason into words.
func explain(why Reason, p *index.Plan, t *cube.Table, n *index.PlanNode, s *Scaler, m index.Method, l *Limits) problem.List {
	kind := map[Reason]*problem.Kind{Single: scaleSingle, Constant: scaleConstant, ZeroBase: scaleZeroBase,
		NoReference: scaleReferenceEmpty, LowestRef: scaleReferenceEmpty, NoTarget: scaleTargetMissing, NoPosts: scaleTargetMissing,
		EqualPosts: scaleTargetMissing, AtWorst: scaleTargetUnreachable, Behind: scaleTargetUnreachable, Turned: scaleTurned}[why]
	if kind == nil || why == Single && len(t.Units) == 1 {
		return nil
	}
	found := ""
	switch why {
	case Constant:
		found = number(s.sign() * l.Min)
	case AtWorst, Behind:
		found = number(s.Target)
	}
	return problem.List{onNode(kind, p, n, m.Place, found,
		"method", m.String(), "unit", s.Unit, "worst", number(s.sign()*l.Min))}
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// score lays Normal over a criterion that is scored in points: points over maximum.
func (c column) score(rule *index.Rule, s *Scratch) {
	n, t, node := c.node(), c.table, c.leaves[c.at]
	p := Points{Rule: rule, Most: n.Points, Direction: n.Direction, Missing: n.Missing, Block: t.Block, Blocks: len(t.Blocks), Values: c.answers}
	var x []float64
	if !Compound(rule) {
		treated := t.At(cube.Treated, node)
		if treated.Len() == 0 || treated.Present() == 0 {
			c.empty()
		}
		if treated.Len() == 0 {
			c.blank()
			return
		}
		s.column = grow(s.column, treated.Len())
		x = treated.Into(s.column)
	}
	dst := make([]float64, len(t.Units))
	slips := p.Share(dst, x)
	c.masked(dst)
	c.slipped(slips)
	if x != nil && Finite(dst, x) > 0 {
		c.markUnscaled(dst, x, s)
	} else if x == nil {
		Finite(dst, dst)
	}
	c.finish(cube.Seal(dst))
}

// slipped reports what a rule could not score.
func (c column) slipped(s Slips) {
	report := func(k *problem.Kind, slip Slip) {
		if slip.Rows > 0 {
			unit := c.table.Units[slip.First]
			q := onNode(k, c.plan, c.node(), c.node().Rule.Place, c.node().ID, "unit", unit, "count", strconv.Itoa(slip.Rows))
			if k == pointsNotYesNo {
				q.Unit = unit
			}
			c.line().found.Add(q)
		}
	}
	report(pointsNotYesNo, s.NotYesNo)
	report(pointsIdle, s.Idle)
	report(pointsIdle, s.NoBest)
}

// answers evaluates an alternative's expression over the given columns and the values of nodes; nil where it can't be.
func (c column) answers(expression string) []float64 {
	f, err := index.ParseFormula(expression)
	if err != nil {
		c.line().found.Add(onNode(methodUnreadable, c.plan, c.node(), c.node().Rule.Place, expression))
		return nil
	}
	columns := make([][]float64, len(f.Names))
	for k, name := range f.Names {
		node, known := c.table.Col(name)
		switch g := c.table.Given(name); {
		case g != nil:
			columns[k] = g.Column.Values()
		case known && c.table.Has(cube.Value, node):
			columns[k] = c.table.At(cube.Value, node).Values()
		default:
			c.line().found.Add(onNode(pointsNoAnswer, c.plan, c.node(), c.node().Rule.Place, name))
			return nil
		}
	}
	return c.masked(f.Over(columns, len(c.table.Units)))
}

// blank lays an empty Normal over an indicator that has no column at all, where score is to count its gaps as zero.
func (c column) blank() {
	if n := c.node(); n.Missing == "zero" && n.Parent >= 0 && !n.Measured {
		c.table.Lay(cube.Normal, c.leaves[c.at], cube.Seal(blank(len(c.table.Units))))
	}
}

// empty reports an indicator of the tree without any value, in editions that rank: others are incomplete by declaration.
func (c column) empty() {
	if n := c.node(); !n.Measured && !n.Beside && n.Parent >= 0 && c.plan.Edition.Compute != "scores" {
		c.line().found.Add(onNode(columnEmpty, c.plan, n, n.Place, n.ID))
	}
}
