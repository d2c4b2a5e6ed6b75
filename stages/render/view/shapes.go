package view

import "xephang/stages/robust"

// available counts the figures that were read: all, by indicator, and the unit that has the least.
func (x *examiner) available() *Table {
	t := &Table{ID: "co-so-lieu", Caption: x.Say("exam.t.available"), Columns: []Column{words(x.Say("exam.col.node")), figures(x.Say("exam.col.present")), figures(x.Say("exam.col.share")),
		words(x.Say("exam.col.least")), figures(x.Say("exam.col.present"))}}
	filled := func(head Cell, indent int, f robust.Filled, least *robust.Least) {
		if f.Of == 0 {
			return
		}
		c := x.count(f.Present)
		c.Small = "/" + x.Whole(f.Of)
		cells := []Cell{head, c, x.percent(f.Share), {Text: Missing, Tone: Quiet}, {Text: Missing, Tone: Quiet}}
		if least != nil && least.Row >= 0 && least.Filled.Present < least.Filled.Of {
			cells[3] = x.unit(least.Row)
			cells[4] = x.count(least.Filled.Present)
			cells[4].Small = "/" + x.Whole(least.Filled.Of)
		}
		t.Rows = append(t.Rows, Row{Indent: indent, Cells: cells})
	}
	v := x.a.Availability
	filled(Cell{Text: x.Say("exam.all"), Head: true}, 0, v.All, nil)
	for k := range x.e.Nodes {
		if k >= len(v.Indicators) || k >= len(v.Least) || x.e.Nodes[k].Measured {
			continue
		}
		var least *robust.Least
		if !x.e.Nodes[k].Leaf() {
			least = &v.Least[k]
		}
		filled(x.node(k), min(x.e.depth(k), 3), v.Indicators[k], least)
	}
	return t
}

// shapes are the distributions of the indicators as read, and after treatment where that changed them.
func (x *examiner) shapes() []*Table {
	t := &Table{ID: "thong-ke", Caption: x.Say("exam.t.shape"), Columns: []Column{words(x.Say("exam.col.node")), figures(x.Say("exam.col.n")), figures(x.Say("exam.col.min")),
		figures(x.Say("col.mean")), figures(x.Say("exam.col.median")), figures(x.Say("exam.col.max")), figures(x.Say("exam.col.sd")),
		figures(x.Say("exam.col.skew")), figures(x.Say("exam.col.kurt")), words(x.Say("exam.col.far")), figures(x.Say("exam.col.distance"))}}
	after := &Table{ID: "sau-xu-ly", Caption: x.Say("exam.t.after"), Columns: []Column{words(x.Say("exam.col.node")), words(x.Say("exam.col.how")), figures(x.Say("exam.col.points")),
		figures(x.Say("exam.col.min")), figures(x.Say("exam.col.max")), figures(x.Say("exam.col.skew")), figures(x.Say("exam.col.kurt"))}}
	for _, i := range x.a.Indicators {
		s := i.Before
		d := x.digits(s)
		skew, kurt := x.figure(s.Skew, 2), x.figure(s.Excess, 2)
		if s.Outlying() {
			skew.Tone, kurt.Tone = Bad, Bad
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{x.node(i.Node), x.count(s.N), x.figure(s.Min, d), x.figure(s.Mean, d), x.figure(s.Median, d), x.figure(s.Max, d),
			x.figure(s.SD, d), skew, kurt, x.unit(i.Farthest), x.figure(i.Distance, 1)}})
		if w := i.Treatment; w != nil {
			a := i.After
			after.Rows = append(after.Rows, Row{Cells: []Cell{x.node(i.Node), {Text: x.step(i), Tone: Short}, x.count(w.High + w.Low),
				x.figure(a.Min, d), x.figure(a.Max, d), x.figure(a.Skew, 2), x.figure(a.Excess, 2)}})
		}
	}
	return []*Table{t, after}
}

// step says what the treatment of an indicator came to.
func (x *examiner) step(i robust.Indicator) string {
	switch i.Treatment.Step {
	case "":
		return x.Say("exam.untouched")
	case "winsorise":
		return x.Say("exam.winsorised")
	}
	return i.Treatment.Step
}

// digits is how many decimals suit the values of an indicator: about three significant figures of its spread.
func (x *examiner) digits(s robust.Shape) int {
	spread := s.Max.Or(0) - s.Min.Or(0)
	switch {
	case !(spread > 0):
		return min(max(decimalsOf(s.Max.Or(0)), 0), 4)
	case spread < 2:
		return 4
	case spread < 20:
		return 2
	case spread < 1000:
		return 1
	}
	return 0
}

// coverage is how combined nodes deal with gaps among their parts.
func (x *examiner) coverage() *Table {
	t := &Table{ID: "thieu", Caption: x.Say("exam.t.coverage"), Columns: []Column{words(x.Say("exam.col.node")), words(x.Say("exam.col.gap")), figures(x.Say("exam.col.rule")),
		figures(x.Say("exam.col.scored")), figures(x.Say("exam.col.partial")), figures(x.Say("exam.col.withheld")), figures(x.Say("exam.col.leastshare")), words(x.Say("exam.col.least"))}}
	for _, c := range x.a.Coverage {
		rule := Cell{Text: x.Say("exam.norule"), Tone: Quiet}
		if c.Declared > 0 {
			rule = x.percent(robust.Figure{Value: c.Declared, Why: robust.Known})
		}
		least := Cell{Text: Missing, Tone: Quiet}
		if c.Partial > 0 {
			least = x.unit(c.LeastRow)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{x.node(c.Node), {Text: x.gap(c.Missing)}, rule, x.count(c.Scored), x.count(c.Partial), x.count(len(c.Withheld)), x.percent(c.Least), least}})
	}
	return t
}

// gap says what a missing part does.
func (x *examiner) gap(missing string) string {
	switch missing {
	case "zero":
		return x.Say("exam.gap.zero")
	case "withhold":
		return x.Say("exam.gap.withhold")
	case "mixed":
		return x.Say("exam.gap.mixed")
	}
	return x.Say("exam.gap.exclude")
}

// dominance tells how much of the order holds whatever the weights.
func (x *examiner) dominance() *Table {
	t := &Table{ID: "cap-troi", Caption: x.Say("exam.t.dominance"), Columns: []Column{words(x.Say("exam.col.on")), figures(x.Say("exam.col.units")), figures(x.Say("exam.col.pairs")),
		figures(x.Say("exam.col.share")), figures(x.Say("exam.col.undominated")), words(x.Say("exam.col.who")), figures(x.Say("exam.col.contrary"))}}
	for _, d := range x.a.Dominance {
		var codes []string
		for _, row := range d.Undominated {
			codes = append(codes, x.e.Table.Units[row])
		}
		contrary := x.count(d.Contrary)
		if d.Contrary > 0 {
			contrary.Tone = Bad
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: x.Say("exam.parts", "n", x.Whole(len(d.Nodes))), Head: true}, x.count(d.Units), x.count(d.Pairs), x.percent(d.Share),
			x.count(len(codes)), {Text: x.report.some(x.Lang, codes)}, contrary}})
	}
	return t
}

// comparisons hold the index against others over the units that both score.
func (x *examiner) comparisons() *Table {
	t := &Table{ID: "so-chi-so", Caption: x.Say("exam.t.compare"), Columns: []Column{words(x.Say("exam.col.index")), words(x.Say("exam.col.basis")), figures(x.Say("exam.col.units")),
		figures(x.Say("exam.col.pearson")), figures(x.Say("exam.col.spearman")), figures(x.Say("exam.col.kendall")), words(x.Say("exam.col.farthest")), words(x.Say("exam.col.places"))}}
	for _, c := range x.a.Comparisons {
		plan := c.Other.Plan
		head := Cell{Text: x.In(plan.Index.Name) + " " + plan.Edition.ID, Head: true}
		if b := x.report.Board(plan.Index.ID); b != nil && b.Edition(plan.Edition.ID) != nil {
			head.Href = b.Edition(plan.Edition.ID).Address()
		}
		far, places := Cell{Text: Missing, Tone: Quiet}, Cell{Text: Missing, Tone: Quiet}
		if c.Farthest != "" {
			far = link(x.report.Name(x.Lang, c.Farthest), x.report.UnitHref(c.Farthest))
			places = Cell{Text: x.Say("exam.places", "here", x.Whole(c.Here), "there", x.Whole(c.There))}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{head, {Text: x.In(c.OwnBasis.Text()) + "; " + x.In(c.ItsBasis.Text())}, x.count(c.N),
			x.test(c.Pearson), x.test(c.Spearman), x.test(c.Kendall), far, places}})
	}
	return t
}
