package extract

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// pointed tells a table of points given by others than the unit, by its name: appraisal.csv, measured.xlsx.
func pointed(name string) (to destination, is bool) {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	switch {
	case kindOf(name) != tabular:
	case stem == "appraisal":
		return appraised, true
	case stem == "measured":
		return measured, true
	}
	return 0, false
}

// Columns of both tables, and what else they may be called.
var pointsHeads = wordsOf(map[string]string{
	unitColumn:   "unit|code|mã|mã đơn vị|đơn vị|tỉnh|tỉnh, thành phố|bộ, ngành|cơ quan",
	nodeColumn:   "node|chỉ tiêu|tiêu chí|mã chỉ tiêu|mã tiêu chí|mã tc",
	pointsColumn: "points|score|điểm|số điểm|điểm thẩm định|điểm đo lường|điểm khảo sát",
	wordColumn:   "verdict|kết luận|kết luận minh chứng|minh chứng",
	reasonColumn: "reason|lý do|lí do|nhận xét",
	graderColumn: "by|người thẩm định|thẩm định viên|người chấm|cơ quan thẩm định",
	sourceColumn: "source|nguồn|nguồn số liệu",
	dateColumn:   "date|ngày|ngày thẩm định|ngày đo",
})

const (
	pointsColumn = "points"
	wordColumn   = "verdict"
	graderColumn = "by"
	sourceColumn = "source"
)

// Verdicts on evidence.
var verdicts = wordsOf(map[string]string{
	"accepted":     "accepted|chấp nhận|được chấp nhận|đạt|hợp lệ",
	"insufficient": "insufficient|chưa đủ|không đủ|chưa đạt|không đạt|không hợp lệ",
	"none":         "none|không có|không có minh chứng|không gửi|thiếu",
})

// columnsOf are the columns that a table may have; the first three it must.
func columnsOf(to destination) []string {
	if to == appraised {
		return []string{unitColumn, nodeColumn, pointsColumn, wordColumn, reasonColumn, graderColumn, dateColumn}
	}
	return []string{unitColumn, nodeColumn, pointsColumn, sourceColumn, dateColumn}
}

// points reads appraisal.* or measured.*: a row for each criterion of each unit.
func (f *folder) points(file string, e *edition, to destination) {
	at := problem.Place{File: f.door.name(file)}
	if e == nil {
		f.add("", pointsAstray.At(at, path.Base(file), "example", path.Join(f.id, f.order[len(f.order)-1].plan.Edition.ID, path.Base(file))))
		return
	}
	id := e.plan.Edition.ID
	if e.plan.Form == nil {
		f.add(id, pointsFormless.At(at, path.Base(file), "edition", id))
	}
	b, ps, done := f.door.table(file)
	defer done()
	f.add(id, ps...)
	if b == nil {
		return
	}
	found, damage := false, 0
	for _, s := range b.Sheets {
		r := &grader{f: f, e: e, to: to, sheet: s, machine: b.Comma == ','}
		for row := range s.Rows() {
			r.row(row)
		}
		found, damage = found || r.columns != nil, damage+s.Problems.Faults()
		f.add(id, s.Problems...)
	}
	if !found && damage == 0 {
		f.add(id, pointsHeader.At(at, "", "columns", strings.Join(columnsOf(to), ", ")))
	}
}

// grader reads one sheet of points.
type grader struct {
	f       *folder
	e       *edition
	to      destination
	sheet   *sheet.Sheet
	machine bool
	columns map[string]int // nil above the header
	now     *sheet.Row
	unit    string // of the row in hand
	bad     bool   // something is wrong with it
}

func (r *grader) row(row *sheet.Row) {
	r.now, r.unit, r.bad = row, "", false
	switch {
	case blankRow(row):
	case r.columns == nil:
		r.head()
	case slices.ContainsFunc(columnsOf(r.to)[:3], func(c string) bool { return r.columns[c] == 0 }):
	default:
		r.grade()
	}
}

// head reads a row as the header, where it is one: titles may stand above it.
func (r *grader) head() {
	columns, may := map[string]int{}, columnsOf(r.to)
	var odd problem.List
	for _, c := range r.now.Cells {
		name, at := pointsHeads[units.Fold(c.String())], r.sheet.Place(r.now.Number, c.Column)
		if name == unitColumn && columns[name] > 0 && columns[nodeColumn] == 0 && units.Fold(c.String()) == units.Fold("mã") {
			name = nodeColumn
		}
		switch {
		case c.Blank():
		case !slices.Contains(may, name):
			odd.Add(columnUnknown.At(at, c.String()))
		case columns[name] > 0:
			odd.Add(columnTwice.At(at, c.String(), "other", r.sheet.Place(r.now.Number, columns[name]).Cell))
		default:
			columns[name] = c.Column
		}
	}
	if len(columns) < 2 {
		return
	}
	for _, name := range may[:3] {
		if columns[name] == 0 {
			odd.Add(pointsColumnMissing.At(r.sheet.Place(r.now.Number, 1), "", "column", name, "columns", strings.Join(may, ", ")))
		}
	}
	r.columns = columns
	r.f.add(r.e.plan.Edition.ID, odd...)
}

// grade reads a row and lays its points.
func (r *grader) grade() {
	unit := r.resolve()
	n := r.criterion()
	day := r.day()
	verdict := r.verdict()
	points := r.points(n)
	if r.bad || unit < 0 || n == nil {
		return
	}
	into := r.e.column(target{r.to, n.ID}, n)
	if into.origin.extra == nil {
		into.origin.extra = cube.Cells{}
	}
	at := r.place(pointsColumn)
	if into.values[unit] == into.values[unit] {
		r.report(pointsTwice, nodeColumn, n.ID, "other", firstPlace(unit, &into.origin).String())
		return
	}
	into.values[unit] = points
	in, id := r.f.input, r.e.plan.Edition.ID
	source := cube.Source{Places: []problem.Place{at}}
	if r.to == appraised {
		a := form.Appraisal{Unit: r.unit, Node: n.ID, Points: points, Verdict: verdict, Reason: r.text(reasonColumn), By: r.text(graderColumn), Date: day, Place: at}
		in.Appraisals[id] = append(in.Appraisals[id], a)
	} else {
		source.Cite = cites(r.text(sourceColumn))
		in.Measured[id] = append(in.Measured[id], form.Measurement{Unit: r.unit, Node: n.ID, Points: points, Source: r.text(sourceColumn), Date: day, Place: at})
	}
	into.origin.extra[unit] = source
}

// criterion finds the indicator of a row by id or name; it must have a maximum that points can be held against.
func (r *grader) criterion() *index.PlanNode {
	said := r.text(nodeColumn)
	c := newFinder(r.f.input.Index, r.e.plan).column(said)
	i, ok := r.e.plan.Col(c.node)
	switch {
	case said == "":
		r.report(pointsBlank, nodeColumn, "", "column", nodeColumn)
	case !ok || c.rank || c.published || !r.e.plan.Nodes[i].Leaf():
		r.report(pointsNode, nodeColumn, said, "nodes", strings.Join(r.e.leaves(), ", "))
	case r.e.plan.Nodes[i].Points <= 0:
		r.report(pointsNoMaximum, nodeColumn, said)
	default:
		return &r.e.plan.Nodes[i]
	}
	return nil
}

// leaves lists the indicators, for messages.
func (e *edition) leaves() (ids []string) {
	for i := range e.plan.Nodes {
		if e.plan.Nodes[i].Leaf() {
			ids = append(ids, e.plan.Nodes[i].ID)
		}
	}
	return ids
}
