package extract

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// amount is what a cell of was or becomes says: a figure, a reason why there is none, or (neither) that it is missing.
type amount struct {
	value  float64 // NaN: none
	other  float64 // the second reading of a figure that can be read in two ways, else NaN
	reason string  // one of index.Reasons
	said   string  // as it stands in the cell
	place  problem.Place
}

var nothing = math.NaN()

// same tells that a figure and the reason beside it are what the cell says.
func (a amount) same(v float64, reason string) bool {
	if a.reason != "" || reason != "" {
		return a.reason == reason && v != v
	}
	return a.value == v || a.other == v || a.value != a.value && v != v
}

func (r *ruling) place(column string) problem.Place {
	p := r.sheet.Place(r.now.Number, max(1, r.columns[column]))
	p.Line = r.now.Line
	return p
}

func (r *ruling) cell(column string) sheet.Cell {
	if c := r.columns[column]; c > 0 {
		return r.now.At(c)
	}
	return sheet.Cell{}
}

func (r *ruling) text(column string) string {
	c := r.cell(column)
	s := strings.TrimSpace(c.String())
	if c.Kind == sheet.Date {
		s, _, _ = strings.Cut(s, "T")
	}
	return s
}

func (r *ruling) report(d *decision, k *problem.Kind, column, found string, args ...string) {
	p := k.At(r.place(column), found, args...)
	p.Unit = d.Unit
	r.f.add(r.e.plan.Edition.ID, p)
	d.usable = false
}

// row reads one correction. Whatever is wrong with it is reported; it is kept where it can be told to whom it belongs.
func (r *ruling) row(row *sheet.Row) {
	r.now = row
	if blankRow(row) || slices.ContainsFunc(correctionColumns, func(c string) bool { return r.columns[c] == 0 }) {
		return
	}
	d := &decision{order: len(r.e.decisions), usable: true}
	d.Index, d.Edition, d.Place = r.f.id, r.e.plan.Edition.ID, r.place(nodeColumn)
	d.Reason, d.Document, d.DecidedBy, d.Case = r.text(reasonColumn), r.text(paperColumn), r.text(byColumn), r.text(caseColumn)
	d.Was, d.Becomes = r.text(wasColumn), r.text(becomesColumn)
	d.Layer = form.LayerValue
	if r.text(layerColumn) != "" {
		d.Layer = r.word(d, layerColumn, correctionLayers)
	}
	d.Status = r.word(d, statusColumn, correctionStatuses)
	d.Date = r.day(d)
	r.unit(d)
	r.complete(d)
	if r.node(d) {
		d.was, d.becomes = r.amount(d, wasColumn), r.amount(d, becomesColumn)
		r.check(d)
	}
	r.e.decisions = append(r.e.decisions, d)
}

// word is a cell that holds one of a list of words.
func (r *ruling) word(d *decision, column string, known map[string]string) string {
	said := r.text(column)
	to := known[units.Fold(said)]
	if to == "" && said != "" {
		var words []string
		for _, w := range known {
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		slices.Sort(words)
		r.report(d, correctionWord, column, said, "column", column, "words", strings.Join(words, ", "))
	}
	return to
}

// day is when it was decided: 2026-10-31, 31/10/2026, 31.10.2026 or a date cell.
func (r *ruling) day(d *decision) units.Date {
	said := r.text(dateColumn)
	iso := said
	if p := strings.FieldsFunc(said, func(c rune) bool { return c == '/' || c == '.' || c == '-' || c == ' ' }); len(p) == 3 && len(p[2]) == 4 {
		iso = p[2] + "-" + pad(p[1]) + "-" + pad(p[0])
	}
	day, err := units.ParseDate(iso)
	if err != nil {
		r.report(d, correctionDate, dateColumn, said)
	}
	return day
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// unit finds the row of the cube.
func (r *ruling) unit(d *decision) {
	said := r.text(unitColumn)
	if said == "" {
		r.report(d, unitBlank, unitColumn, "")
		return
	}
	if _, ok := r.e.table.Row(said); ok {
		d.Unit = said
		return
	}
	u, bad := r.f.input.Registry.Resolve(said, r.e.plan.AsOf, r.e.kinds, r.place(unitColumn))
	if bad != nil {
		r.f.add(d.Edition, *bad)
		d.usable = false
		return
	}
	if _, ok := r.e.table.Row(u.Code); !ok {
		r.report(d, unitOutside, unitColumn, said, "edition", d.Edition)
		return
	}
	d.Unit = u.Code
}

// complete asks for all that is published with a correction.
func (r *ruling) complete(d *decision) {
	for _, need := range []struct{ column, vi, en string }{{reasonColumn, "lý do", "its reason"}, {paperColumn, "văn bản", "its document"},
		{byColumn, "người quyết định", "who decided"}, {dateColumn, "ngày", "its day"}, {statusColumn, "trạng thái", "its status"}} {
		if r.text(need.column) == "" && (d.Status != form.Pending || need.column == reasonColumn) {
			r.report(d, correctionBlank, need.column, "", "what_vi", need.vi, "what_en", need.en, "column", need.column)
		}
	}
}

// node finds what is corrected: an indicator that is read, an answer, or the points of an indicator.
func (r *ruling) node(d *decision) bool {
	said := r.text(nodeColumn)
	d.Node = said
	d.col = r.finder.column(said)
	if _, ok := r.e.plan.Answer(said); ok && d.col.role != figureRole {
		d.col = column{text: said, role: figureRole, answer: said}
	}
	if d.col.role != figureRole || d.col.rank || d.col.published {
		r.report(d, correctionNode, nodeColumn, said, "nodes", strings.Join(r.e.readable(d.Layer), ", "))
		return false
	}
	if d.col.answer != "" {
		d.Node, d.target = d.col.answer, target{given, d.col.answer}
		if d.Layer == form.LayerValue {
			return true
		}
		r.report(d, correctionNode, nodeColumn, said, "nodes", strings.Join(r.e.readable(d.Layer), ", "))
		return false
	}
	return r.indicator(d, said)
}

func (r *ruling) indicator(d *decision, said string) bool {
	i, ok := r.e.plan.Col(d.col.node)
	if !ok {
		r.report(d, correctionNode, nodeColumn, said, "nodes", strings.Join(r.e.readable(d.Layer), ", "))
		return false
	}
	n := &r.e.plan.Nodes[i]
	d.Node, d.target = n.ID, target{destinations[d.Layer], n.ID}
	printed := r.e.plan.Edition.Compute == "none" && d.Layer == form.LayerValue
	if printed {
		d.target.to = scored
	}
	if printed || n.Leaf() && (d.Layer != form.LayerValue || n.Own()) {
		return true
	}
	r.report(d, correctionComputed, nodeColumn, said, "parts", strings.Join(r.e.below(n), ", "))
	return false
}

// destinations of the layers that a correction may name.
var destinations = map[string]destination{form.LayerValue: given, form.LayerAppraised: appraised, form.LayerMeasured: measured}

// amount reads a cell of was or becomes.
func (r *ruling) amount(d *decision, column string) amount {
	c := r.cell(column)
	a := amount{value: nothing, other: nothing, said: strings.TrimSpace(c.String()), place: r.place(column)}
	if c.Kind == sheet.Text {
		if code, ok := form.ReasonOf(c.Text); ok && r.e.plan.Form != nil && d.Layer == form.LayerValue {
			a.reason = code
			return a
		}
	}
	ask, style := r.asked(d)
	switch c.Kind {
	case sheet.Empty:
	case sheet.Number:
		if a.value = c.Number; c.Percent && style.Percent {
			a.value = hundredfold(c.Number)
		}
	case sheet.Bool:
		if a.value = c.Number; !style.YesNo {
			r.report(d, cellBool, column, a.said)
		}
	case sheet.Date:
		r.report(d, cellDate, column, a.said)
	case sheet.Error:
		r.report(d, cellError, column, a.said)
	case sheet.Text:
		if v, ok := chosen(ask, c.Text); ok {
			a.value = v
		} else {
			r.figure(d, &a, column, sheet.ParseNumber(c.Text, style))
		}
	}
	return a
}

// figure takes what a text was read as.
func (r *ruling) figure(d *decision, a *amount, column string, n sheet.Reading) {
	switch n.Is {
	case sheet.Figure:
		a.value = n.Value
	case sheet.Ambiguous:
		if a.value, a.other = n.Value, n.Other; column == becomesColumn {
			one, two := shortest(n.Value), shortest(n.Other)
			r.report(d, numberTwoWays, column, a.said, "one", one, "two", two, "sure", strings.Replace(one, ".", ",", 1)+"0 / "+two)
		}
	case sheet.Refused:
		r.report(d, numberBad, column, a.said, "why_vi", n.Why.VI, "why_en", n.Why.EN)
	case sheet.Broken:
		r.report(d, cellError, column, a.said)
	}
}

// asked is what is declared of the figure: the answer, and how its figures are written.
func (r *ruling) asked(d *decision) (ask index.Answer, s sheet.Style) {
	if d.Layer != form.LayerValue {
		return index.Answer{}, sheet.Style{Machine: r.style.Machine}
	}
	ask, _ = r.e.plan.Answer(d.Node)
	var n *index.PlanNode
	if i, ok := r.e.plan.Col(d.Node); ok && d.col.answer == "" {
		n = &r.e.plan.Nodes[i]
	}
	s, _ = styleOf(d.target, n)
	s.Machine = r.style.Machine
	if r.e.plan.Form != nil && s.Percent && n.Range != nil && n.Range[1] <= 1 {
		s.Percent = false // a form keeps it as a share
	}
	if ask.Range != nil {
		s.Range = ask.Range
	}
	return ask, s
}

// chosen reads an entry of a drop-down list by its words.
func chosen(ask index.Answer, text string) (float64, bool) {
	for _, c := range ask.Choices {
		if key := units.Fold(text); key == units.Fold(c.Name.VI) || key == units.Fold(c.Name.EN) {
			return c.Value, true
		}
	}
	return 0, false
}
