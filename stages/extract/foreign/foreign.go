// Package foreign turns projects of other programs into index folders: COINr's two tables (iData, iMeta) and the JRC's
// COIN Tool workbook. It works on bytes that it is handed and gives the files to write: an index.yaml in this house's
// grammar, one CSV table per edition, units.csv and groups.csv. The pipeline's import stands before it and writes the
// folder; extract then reads that like any other index.
//
// What is taken over and what is not: the tree with its levels, weights, directions, targets and goalposts;
// denominators; groups of units; panels, as one edition a year, the oldest first. Columns of type Other and
// denominators that nothing uses are left out and named. Every number is carried as the double it was read as.
package foreign

import (
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Folder is an index folder to be written: file name → bytes.
type Folder map[string][]byte

// File is an input: its name, for the places of problems, and its bytes.
type File = units.File

// CoinR reads a COINr project. idata holds a line a unit (and Time): uCode, uName, Time and a column for each code of
// imeta that is no Aggregate; imeta a line a variable: Level, iCode, iName, Direction, Weight, Unit, Target,
// Denominator, Parent, Type, and where given ScaleFactor, goalpost_lower, goalpost_upper, goalpost_scale,
// goalpost_trunc2posts. Both are CSV as R's write.csv makes it: strings quoted, NA missing. The folder is nil where a
// fault leaves nothing to run.
func CoinR(idata, imeta File, o Options) (Folder, problem.List) {
	p := &project{options: o, told: map[string]bool{}, source: idata.Name + ", " + imeta.Name, program: "COINr"}
	p.settings()
	p.readMeta(imeta)
	p.readData(idata)
	return p.finish()
}

// finish writes the folder and has it read as it will be read when it runs.
func (p *project) finish() (Folder, problem.List) {
	if p.problems.Faults() > 0 {
		return nil, p.problems
	}
	f := Folder{"index.yaml": p.indexFile(), "units.csv": p.unitsFile()}
	if g := p.groupsFile(); g != nil {
		f["groups.csv"] = g
	}
	for _, e := range p.editions {
		f[e.id+".csv"] = p.tableFile(e)
	}
	reg, ps := units.Parse(units.Files{Units: File{Name: "units.csv", Data: f["units.csv"]}, Groups: File{Name: "groups.csv", Data: f["groups.csv"]}})
	p.problems.Add(ps...)
	_, ps = index.Parse("index.yaml", p.options.ID, f["index.yaml"], reg)
	p.problems.Add(ps...)
	if p.problems.Faults() > 0 {
		return nil, p.problems
	}
	return f, p.problems
}

// project is what both programs' files become before they are written.
type project struct {
	options         Options
	set             settings
	program, source string

	nodes  []node // in the order of the input
	byCode map[string]int
	root   string
	top    int // level of the root as declared
	extras []extra

	panel    bool   // several years
	units    []unit // by code
	unitAt   map[string]int
	schemes  []scheme
	columns  []string // of the tables: indicators, then the denominators that are used
	editions []edition

	problems problem.List
	told     map[string]bool // group names that a problem has named
}

// node is an indicator or an aggregate.
type node struct {
	code, name, parent string
	indicator          bool
	level              int // as declared; 0 = outside the index
	weight             float64
	direction          int
	unit, per          string
	perScale           float64 // 0 = 1
	target             *float64
	posts              *[2]float64
	scale              float64 // of the goalposts; 0 = not said
	open               bool    // goalposts do not truncate
	place              problem.Place
}

// unit is one line of units.csv.
type unit struct {
	code, name string
	groups     []string // "scheme:group" or dated
}

// scheme is a group column.
type scheme struct{ code, name string }

// edition is one table: a row a unit, a value a column of project.columns; NaN = missing.
type edition struct {
	id   string
	rows []dataRow
}

type dataRow struct {
	unit   string
	values []float64
}
