package extract

import (
	"io/fs"
	"math"
	"path"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract/forms"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// filed is what came back in the forms of an edition.
type filed struct {
	missing map[lacking]string // answers without a value: a code of index.Reasons, cube.Blank or cube.Faulty
	rows    map[int]bool       // units that sent a form, by row of the cube
}

// lacking is an answer of a unit, by row of the cube.
type lacking struct {
	answer string
	row    int
}

// readForms is a variable so that tests can hand in forms of their own.
var readForms = forms.Read

// gather reads the forms of an edition's units, after its tables.
func (f *folder) gather(e *edition) {
	dir := path.Join(f.id, e.plan.Edition.ID, formFolders[0])
	if info, err := fs.Stat(f.door.fsys, dir); err != nil || !info.IsDir() || e.plan.Form == nil {
		return
	}
	e.tables++
	filings, found := readForms(f.door.fsys, dir, f.door.prefix, e.plan, f.input.Registry, f.last(e))
	f.private(e, found...)
	f.file(e, filings)
}

// newInput is an index of which nothing is read yet.
func newInput(id string, reg *units.Registry) *Input {
	return &Input{Index: &index.Index{ID: id}, Registry: reg, Cube: &cube.Cube{Index: id}, Filings: map[string][]*form.Filing{},
		Appraisals: map[string][]form.Appraisal{}, Measured: map[string][]form.Measurement{}}
}

// last gives the answers of the edition before, which stand in its columns already.
func (f *folder) last(e *edition) func(unit, answer string) (float64, bool) {
	var before *edition
	if e.plan.Previous != nil {
		before = f.editions[e.plan.Previous.Edition.ID]
	}
	return func(unit, answer string) (float64, bool) {
		if before == nil {
			return math.NaN(), false
		}
		row, known := before.table.Row(unit)
		c := before.columns[target{given, answer}]
		if !known || c == nil || c.values[row] != c.values[row] {
			return math.NaN(), false
		}
		return c.values[row], true
	}
}

// private takes what was found in forms. It is nobody's business but the unit's and the collector's: never published.
func (f *folder) private(e *edition, ps ...problem.Problem) {
	for _, p := range ps {
		if p.Index, p.Edition = f.id, e.plan.Edition.ID; !f.told[p] {
			f.told[p] = true
			f.input.Private.Add(p)
		}
	}
}

// Barring counts the faults in forms that block publication, where the index says so (on_fault: block); elsewhere they
// withhold the cell.
func (x *Input) Barring() (n int) {
	for _, p := range x.Index.Plans {
		for _, q := range x.Private {
			if p.Form != nil && p.Form.OnFault == "block" && q.Edition == p.Edition.ID && q.Severity == problem.Fault {
				n++
			}
		}
	}
	return n
}

// file lays what the units gave in their forms beside what the tables say: every answer by its id, with its cell. An
// answer that is not there is noted with the reason; a unit without a form has left all blank.
func (f *folder) file(e *edition, filings []*form.Filing) {
	e.filed = &filed{missing: map[lacking]string{}, rows: map[int]bool{}}
	f.input.Filings[e.plan.Edition.ID] = filings
	byRow := map[int][]*form.Filing{}
	for _, x := range filings {
		f.private(e, x.Problems...)
		f.door.filed(x)
		if row, ok := e.table.Row(x.Unit); ok { // a form that is refused has faulty answers: what was sent is not blank
			byRow[row] = append(byRow[row], x)
			e.filed.rows[row] = true
		}
	}
	for _, c := range form.Layout(e.plan) {
		for _, a := range c.Asks {
			if !a.First {
				continue
			}
			into := e.column(target{given, a.ID}, e.leaf(a.ID))
			for row := range e.table.Units {
				f.answer(e, into, row, byRow[row])
			}
		}
	}
}

// leaf finds the indicator of an id; nil where it is an answer.
func (e *edition) leaf(id string) *index.PlanNode {
	if i, ok := e.plan.Col(id); ok && e.plan.Nodes[i].Leaf() {
		return &e.plan.Nodes[i]
	}
	return nil
}

// answer lays one unit's answer.
func (f *folder) answer(e *edition, into *figures, row int, filings []*form.Filing) {
	code := cube.Blank
	for _, x := range filings {
		a, given := x.Answers[into.name]
		switch {
		case !given:
		case a.Faulty:
			code = cube.Faulty
		case a.Value == a.Value:
			if f.beside(e, into, row, a) {
				continue
			}
			code = cube.Faulty
		case a.Reason != "":
			code = a.Reason
		}
	}
	if into.values[row] != into.values[row] {
		e.filed.missing[lacking{into.name, row}] = code
	}
}

// beside lays a value beside what a table says; where the two differ neither is used.
func (f *folder) beside(e *edition, into *figures, row int, a form.Answer) bool {
	s := cube.Source{Places: []problem.Place{a.Place}}
	if into.origin.extra == nil {
		into.origin.extra = cube.Cells{}
	}
	switch old := into.values[row]; {
	case old != old:
		into.values[row], into.origin.extra[row] = a.Value, s
	case old == a.Value:
		into.origin.extra[row] = join(into.origin.At(row), s)
	default:
		p := cellDisagrees.At(a.Place, shortest(a.Value), "other", shortest(old), "place", firstPlace(row, &into.origin).String())
		p.Unit = e.table.Units[row]
		f.private(e, p)
		into.values[row] = math.NaN()
		return false
	}
	return true
}

// filed notes a form among the files that were read.
func (d *door) filed(x *form.Filing) {
	file := File{Name: x.File, SHA256: x.SHA256}
	if info, err := fs.Stat(d.fsys, strings.TrimPrefix(strings.TrimPrefix(x.File, d.prefix), "/")); err == nil {
		file.Size = info.Size()
	}
	d.files = append(d.files, file)
}
