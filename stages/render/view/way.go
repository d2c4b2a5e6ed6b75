package view

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// way tells of the figures of one unit in one edition.
type way struct {
	*Report
	Lang
	e   *Edition
	row int
}

func (w *way) at(l cube.Layer, node int) float64 { return w.e.Table.At(l, node).At(w.row) }

// node tells of one node, step by step.
func (w *way) node(col int) TrailNode {
	n := &w.e.Nodes[col]
	t := TrailNode{ID: w.e.anchors[col], Name: w.e.Brief(w.Lang, col)}
	if full := w.In(n.Name); full != t.Name && full != "" {
		t.Name += " · " + full
	}
	t.Steps = append(w.answers(n), w.source("trail.source", cube.Value, col)...)
	if n.Leaf() || w.e.Table.Has(cube.Value, col) {
		t.Steps = append(t.Steps, w.prepared(n)...)
	}
	if n.Leaf() {
		t.Steps = append(t.Steps, w.graded(n)...)
	} else {
		t.Steps = append(t.Steps, w.combined(n)...)
	}
	for _, m := range w.e.Table.Marks(col, w.row) {
		t.Steps = append(t.Steps, TrailStep{Label: w.Say("trail.mark"), Text: w.Lang.In(m.Note)})
	}
	t.Steps = append(t.Steps, w.scored(n)...)
	t.Steps = append(append(t.Steps, w.placed(col)...), w.published(col)...)
	t.Steps = append(t.Steps, w.shown(col, t.Steps)...)
	return t
}

// shown is the score as pages write it, where no step has it in that form: a measured figure with its decimals.
func (w *way) shown(col int, steps []TrailStep) []TrailStep {
	s := w.e.Standing(col, w.row)
	text := w.Number(s.Score, s.Decimals)
	if s.Score != s.Score || slices.ContainsFunc(steps, func(x TrailStep) bool { return strings.Contains(x.Text, text) }) {
		return nil
	}
	return []TrailStep{{Label: w.Say("trail.shown"), Text: text}}
}

// source tells where a cell was read: our file, and the publication that the file names.
func (w *way) source(label string, l cube.Layer, col int) []TrailStep {
	if v := w.at(l, col); v != v {
		return nil
	}
	return w.origin(label, w.e.Table.Origin(l, col))
}

func (w *way) origin(label string, o cube.Origin) []TrailStep {
	if o == nil {
		return nil
	}
	s := o.At(w.row)
	step := TrailStep{Label: w.Say(label)}
	var places []string
	for _, p := range s.Places {
		places = append(places, p.String())
	}
	step.Text = strings.Join(places, "; ")
	for _, c := range s.Cite {
		if c = strings.TrimSpace(c); c != "" {
			step.Cites = append(step.Cites, citation(c))
		}
	}
	var notes []string
	if t := w.trust(s.Confidence); t != "" {
		notes = append(notes, w.Say("trail.trust", "trust", t))
	}
	if n := w.Lang.In(s.Note); n != "" {
		notes = append(notes, n)
	}
	step.Note = strings.Join(notes, " ")
	if step.Text == "" && step.Cites == nil && step.Note == "" {
		return nil
	}
	return []TrailStep{step}
}

// answers are the columns that an indicator's expression or denominator is made of.
func (w *way) answers(n *index.PlanNode) (steps []TrailStep) {
	for _, name := range w.names(n) {
		g := w.e.Table.Given(name)
		if g == nil || name == n.ID && n.Value == "" && n.Per == "" {
			continue
		}
		v := g.Column.At(w.row)
		step := TrailStep{Label: w.Say("trail.answer"), Text: name + " = " + w.Exact(v)}
		if from := w.origin("trail.source", g.Origin); v == v && from != nil {
			step.Note, step.Cites = from[0].Text, from[0].Cites
		}
		steps = append(steps, step)
	}
	return steps
}

// names of the columns that an indicator is computed from, where it is not a column itself.
func (w *way) names(n *index.PlanNode) []string {
	switch {
	case n.Value != "":
		if f := formulaOf(w.Report, n.Value); f != nil {
			return f.Names
		}
	case n.Per != "":
		return []string{n.ID, n.Per}
	}
	return nil
}

// formulaOf compiles an expression once for the whole report.
func formulaOf(r *Report, source string) *index.Formula {
	if f, ok := r.formulas.Load(source); ok {
		return f.(*index.Formula)
	}
	f, err := index.ParseFormula(source)
	if err != nil {
		f = nil
	}
	r.formulas.Store(source, f)
	return f
}

// prepared is the way from a value to the common scale.
func (w *way) prepared(n *index.PlanNode) (steps []TrailStep) {
	value, filled, treated := w.at(cube.Value, n.Col), w.at(cube.Filled, n.Col), w.at(cube.Treated, n.Col)
	if value == value {
		s := TrailStep{Label: w.Say("trail.value"), Text: w.Exact(value)}
		if unit := w.In(n.Unit); unit != "" {
			s.Text += " " + unit
		}
		if n.Value != "" {
			s.Text = n.Value + " = " + s.Text
		} else if n.Per != "" {
			s.Text = n.ID + " / (" + n.Per + " / " + w.Exact(max(n.PerScale, 1)) + ") = " + s.Text
		}
		if n.Direction < 0 {
			s.Note = w.Say("trail.less")
		}
		steps = append(steps, s)
	}
	if n.Measured {
		return steps
	}
	if value != value && filled == filled {
		steps = append(steps, TrailStep{Label: w.Say("trail.filled"), Text: w.Exact(filled), Note: w.In(n.Fill.Words(index.Fill))})
	}
	if treated == treated && treated != filled {
		steps = append(steps, TrailStep{Label: w.Say("trail.treated"), Text: w.Exact(filled) + " → " + w.Exact(treated), Note: w.In(n.Treat.Words(index.Treat))})
	}
	return append(steps, w.scale(n, treated, w.at(cube.Normal, n.Col))...)
}

// graded are the points of a criterion that is judged: the unit's own, the appraisers', those measured.
func (w *way) graded(n *index.PlanNode) (steps []TrailStep) {
	for _, by := range []struct {
		layer cube.Layer
		label string
		unit  float64 // of the layer, in points
	}{{cube.Self, "trail.self", maximum(n)}, {cube.Appraised, "trail.appraised", 1}, {cube.Measured, "trail.measured", 1}} {
		if v := w.at(by.layer, n.Col); v == v {
			text := w.Say("trail.of", "points", w.Exact(v*by.unit), "most", w.Exact(maximum(n)))
			steps = append(append(steps, TrailStep{Label: w.Say(by.label), Text: text}), w.source("trail.source", by.layer, n.Col)...)
		}
	}
	return steps
}

// scored is the score as it counts, what it weighs above, and how it is rounded.
func (w *way) scored(n *index.PlanNode) (steps []TrailStep) {
	v := w.at(cube.Score, n.Col)
	if v != v {
		return nil
	}
	s := TrailStep{Label: w.Say("trail.score"), Text: w.Exact(v)}
	rounded := w.Number(v, w.e.Scale.Decimals)
	if near(Round(v, w.e.Scale.Decimals), v) {
		s.Text = rounded
	} else {
		s.Text += " ≈ " + rounded
		s.Note = w.Say("trail.rounded", "decimals", w.Whole(w.e.Scale.Decimals))
	}
	steps = append(steps, s)
	if n.Parent < 0 || n.Measured {
		return steps
	}
	return append(steps, w.weight(n, v)...)
}

// weight is what a node gives to the node above it.
func (w *way) weight(n *index.PlanNode, score float64) []TrailStep {
	up := &w.e.Nodes[n.Parent]
	weights, total, own := w.weights(up), 0.0, math.NaN()
	for k, c := range up.Children {
		if weights == nil || w.part(up, c.Col) != w.part(up, c.Col) {
			continue
		}
		if total += weights[k]; c.Col == n.Col {
			own = weights[k]
		}
	}
	if own != own || !(total > 0) {
		return nil
	}
	return []TrailStep{{Label: w.Say("trail.weight"), Text: w.Exact(own) + " / " + w.Exact(total) + " = " + w.Percent(own/total, 2),
		Note: w.Say("trail.gives", "node", w.e.Brief(w.Lang, n.Parent), "share", w.Percent(own/total, 2))}}
}

// placed is the rank, the rank before, the band and the places inside groups.
func (w *way) placed(col int) (steps []TrailStep) {
	place, of := w.e.Table.Rank(col, w.row)
	if place == 0 || !w.e.Computes() {
		return nil
	}
	s := w.e.Standing(col, w.row)
	step := TrailStep{Label: w.Say("trail.rank"), Text: w.Rank(place, of)}
	if t := w.e.Rank.Ties; t == "" || t == "competition" {
		step.Note = w.Say("trail.above", "n", w.Whole(place-1))
	}
	if s.Tied > 1 {
		step.Note += " " + w.Say("trail.tied", "n", w.Whole(s.Tied-1))
	}
	if s.Comparable {
		step.Note += " " + w.Say("trail.before", "edition", w.e.beforeID(), "rank", w.Whole(place+s.Change), "change", w.ChangeWords(s.Change))
	}
	steps = append(steps, step)
	if low, high, ok := w.e.BandOf(col, w.row); ok {
		steps = append(steps, TrailStep{Label: w.Say("trail.band"), Text: w.Band(low, high), Href: w.RobustHref(w.e)})
	}
	for _, g := range w.e.InGroups(col, w.row) {
		steps = append(steps, TrailStep{Label: w.Say("trail.group"), Text: w.Rank(g.Place, g.Of) + " " + w.In(w.Report.Units.GroupName(g.Scheme, g.Group))})
	}
	return steps
}

// published is what the publisher printed, and whether it is what we compute.
func (w *way) published(col int) (steps []TrailStep) {
	if v := w.at(cube.PublishedScore, col); v == v {
		decimals := min(max(w.e.digits[col], decimalsOf(v)), 15)
		s := TrailStep{Label: w.Say("trail.published"), Text: w.Number(v, decimals)}
		if ours := w.at(cube.Score, col); ours == ours {
			s.Note = w.compared(Round(ours, w.e.Scale.Decimals)-v, decimals)
		}
		steps = append(append(steps, s), w.source("trail.source", cube.PublishedScore, col)...)
	}
	if printed := w.e.PrintedRank(col, w.row); printed > 0 {
		_, of := w.e.place(col, w.row)
		s := TrailStep{Label: w.Say("trail.printed"), Text: w.Rank(printed, of)}
		if ours, _ := w.e.Table.Rank(col, w.row); ours > 0 && w.e.Computes() {
			s.Text, s.Note = w.Whole(printed), w.same(ours == printed)
		}
		steps = append(append(steps, s), w.source("trail.source", cube.PublishedRank, col)...)
	}
	return steps
}

// compared says how far our score is from the published one: the same, within rounding, or not the same.
func (w *way) compared(off float64, decimals int) string {
	if off = Round(off, 12); off == 0 || math.Abs(off) > w.e.Scale.Reproduces()*(1+1e-9) {
		return w.same(off == 0)
	}
	return w.Say("trail.close", "off", w.Signed(off, decimals))
}

func (w *way) same(yes bool) string {
	if yes {
		return w.Say("trail.same")
	}
	return w.Say("trail.differs")
}

// places says how places are given in the edition.
func (w *way) places() string {
	var says []string
	for _, t := range w.e.Plan.ExplainRanking() {
		says = append(says, w.In(t))
	}
	return strings.Join(says, " ")
}
