package book

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// input is a column of raw figures: of an indicator, or of an answer or denominator that an expression uses.
type input struct {
	name   string // the node's id, or the answer's name
	head   string
	column cube.Column
	origin cube.Origin
}

// raw is the sheet of figures as they were read, open to change.
func (a *audit) raw() {
	base := area{sheet: a.open("raw"), at: map[int]int{}}
	for n := range a.e.Nodes {
		p := &a.e.Nodes[n]
		switch {
		case !p.Leaf():
		case p.Value == "" && p.Per == "" && !compound(p.Rule):
			base.at[n] = 2 + a.enter(input{p.ID, view.VI.In(p.Name), a.t.At(cube.Value, n), a.t.Origin(cube.Value, n)})
		default:
			a.answers(p)
		}
	}
	a.layers = append(a.layers, base)
	columns := a.heading()
	for _, in := range a.inputs {
		columns = append(columns, matrixColumn{in.name, in.head, openLook, figureWidth(in.head, 9)})
	}
	for n := range a.e.Nodes {
		if m := a.e.Nodes[n].Fill; m.Name == "group-mean" && !slices.Contains(a.schemes, m.Arg(0)) {
			a.schemes = append(a.schemes, m.Arg(0))
			columns = append(columns, matrixColumn{m.Arg(0), view.VI.In(a.r.Units.SchemeName(m.Arg(0))), textLook, 26})
		}
	}
	for n := range a.e.Nodes {
		if _, ok := base.at[n]; ok {
			a.define("goc_"+identifier(a.e.Nodes[n].ID), absolute(a.all(base, n)))
		}
	}
	a.spread(&matrix{sheet: base.sheet, title: a.say("audit.t.raw"), under: a.say("audit.u.raw"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		beside: a.numbersOnly, cell: func(row, column int) (any, string) {
			switch k := column - 2 - len(a.inputs); {
			case column < 2:
				return a.lead(row, column), ""
			case k >= 0:
				u, _ := a.r.Units.Unit(a.t.Units[a.rows[row]])
				return u.Group(a.schemes[k], a.e.AsOf), ""
			}
			return a.inputs[column-2].column.At(a.rows[row]), ""
		}})
}

// numbersOnly lets the open cells take numbers and nothing else: a text in them would be left out without a word.
func (a *audit) numbersOnly(m *matrix) {
	if len(a.inputs) == 0 || len(a.rows) == 0 {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref("C" + num(firstRow) + ":" + ref(1+len(a.inputs), firstRow+len(a.rows)-1))
	a.note(v.SetRange(-1e15, 1e15, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	v.SetError(excelize.DataValidationErrorStyleStop, view.VI.Say("audit.number"), view.VI.Say("audit.number.t"))
	a.note(a.file.AddDataValidation(m.sheet, v))
}

// answers enters what an indicator is computed from, each once.
func (a *audit) answers(p *index.PlanNode) {
	var names []string
	for _, expression := range expressions(p) {
		if f, err := index.ParseFormula(expression); err == nil {
			names = append(names, f.Names...)
		}
	}
	if p.Value == "" && !compound(p.Rule) {
		names = append(names, p.ID)
	}
	if p.Per != "" {
		names = append(names, p.Per)
	}
	for _, name := range names {
		in := input{name: name, head: name}
		if n, ok := a.e.Col(name); ok {
			in.head = view.VI.In(a.e.Nodes[n].Name)
		}
		if g := a.t.Given(name); g != nil {
			in.column, in.origin = g.Column, g.Origin
		} else if n, ok := a.e.Col(name); ok {
			in.column, in.origin = a.t.At(cube.Value, n), a.t.Origin(cube.Value, n)
		}
		a.enter(in)
	}
}

// enter adds a column of raw figures once, and gives its place: an indicator may be an answer of another's expression.
func (a *audit) enter(in input) int {
	at := slices.IndexFunc(a.inputs, func(o input) bool { return o.name == in.name })
	if at < 0 {
		at = len(a.inputs)
		a.inputs = append(a.inputs, in)
	}
	return at
}

// expressions of an indicator: its value's, or those of its rule's cases.
func expressions(p *index.PlanNode) (all []string) {
	if compound(p.Rule) {
		for _, c := range p.Rule.Of {
			all = append(all, c.Value)
		}
		return all
	}
	if p.Value != "" {
		all = append(all, p.Value)
	}
	return all
}

func compound(r *index.Rule) bool { return r != nil && (r.Kind == "best_of" || r.Kind == "sum_of") }

// answer is the reference of an input by name.
func (a *audit) answer(name string, row int) string {
	for i, in := range a.inputs {
		if in.name == name {
			return quoted(a.layers[0].sheet) + ref(2+i, firstRow+row)
		}
	}
	return `""`
}

// derived is the sheet of values that are computed from answers: expressions and denominators.
func (a *audit) derived() {
	var nodes []int
	for n := range a.e.Nodes {
		if p := &a.e.Nodes[n]; p.Leaf() && (p.Value != "" || p.Per != "") && !compound(p.Rule) {
			nodes = append(nodes, n)
		}
	}
	a.layer("value", nodes, exactLook, func(n int) func(row int) string {
		return a.valueFormula(&a.e.Nodes[n])
	}, func(n int) cube.Column { return a.t.At(cube.Value, n) })
}

// valueFormula makes the formulas of a value; nil where the expression has no counterpart in Excel.
func (a *audit) valueFormula(p *index.PlanNode) func(row int) string {
	source, names := p.ID, []string{p.ID}
	if p.Value != "" {
		f, err := index.ParseFormula(p.Value)
		if err != nil {
			return nil
		}
		source, names = p.Value, f.Names
	}
	body, ok := translate(source)
	if !ok {
		return nil
	}
	return func(row int) string {
		of := func(name string) string { return a.answer(name, row) }
		text := body(of)
		if p.Per != "" {
			names := append(slices.Clone(names), p.Per)
			scale := p.PerScale
			if scale == 0 {
				scale = 1
			}
			return whenAll(names, of, "SUM("+text+")/"+of(p.Per)+"*"+figure(scale))
		}
		return whenAll(names, of, text)
	}
}

// whenAll gives the text where every answer is there, else an empty cell; no finite number is an empty cell too.
func whenAll(names []string, of func(string) string, text string) string {
	var refs []string
	for _, n := range names {
		refs = append(refs, of(n))
	}
	if len(refs) == 0 {
		return "IFERROR(" + text + `,"")`
	}
	return "IFERROR(IF(COUNT(" + strings.Join(refs, ",") + ")<" + num(len(refs)) + `,"",` + text + `),"")`
}

// stepNames begin the names of a step's columns, before the node's id.
var stepNames = map[string]string{"value": "gia_tri_", "fill": "lap_", "treat": "xu_ly_", "normal": "chuan_"}

// layer adds the sheet of a step over some nodes. formulas gives the formula maker of a node, or nil where there is none:
// the values then stand without one. Nothing is added without nodes.
func (a *audit) layer(key string, nodes []int, l look, formulas func(node int) func(row int) string, values func(node int) cube.Column) {
	if len(nodes) == 0 {
		return
	}
	next := area{sheet: a.open(key), at: map[int]int{}}
	columns, makers, of := a.heading(), make([]func(int) string, len(nodes)), make([]cube.Column, len(nodes))
	for i, n := range nodes {
		next.at[n] = 2 + i
		head := view.VI.In(a.e.Nodes[n].Name)
		c := matrixColumn{a.e.Nodes[n].ID, head, l, figureWidth(head, 9)}
		of[i] = values(n)
		if makers[i] = formulas(n); makers[i] == nil || len(makers[i](0)) > mostChars {
			makers[i], c.look = nil, fixedLook
			a.missing(n, key, key)
		}
		columns = append(columns, c)
		a.define(stepNames[key]+identifier(a.e.Nodes[n].ID), absolute(a.all(next, n)))
	}
	a.layers = append(a.layers, next)
	a.spread(&matrix{sheet: next.sheet, title: a.say("audit.t." + key), under: a.say("audit.u." + key), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			value := of[column-2].At(a.rows[row])
			if makers[column-2] == nil {
				return value, ""
			}
			return value, makers[column-2](row)
		}})
}

// sources is the sheet that says where every raw figure was read.
func (a *audit) sources() {
	columns := a.heading()
	for _, in := range a.inputs {
		columns = append(columns, matrixColumn{in.name, in.head, textLook, 38})
	}
	a.spread(&matrix{sheet: a.open("sources"), title: a.say("audit.t.sources"), under: a.say("audit.u.sources"), back: a.cover, columns: columns, frozen: 2, rows: len(a.rows),
		cell: func(row, column int) (any, string) {
			if column < 2 {
				return a.lead(row, column), ""
			}
			o := a.inputs[column-2].origin
			if o == nil {
				return nil, ""
			}
			s := o.At(a.rows[row])
			var says []string
			for _, p := range s.Places {
				says = append(says, p.String())
			}
			return strings.Join(append(says, s.Cite...), "; "), ""
		}})
}
