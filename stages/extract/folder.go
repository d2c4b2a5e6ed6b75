package extract

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// folder reads one index.
type folder struct {
	door     *door
	id       string
	input    *Input
	order    []*edition
	editions map[string]*edition
	problems problem.List
	told     map[problem.Problem]bool // problems of forms that are in input.Private
}

// add takes problems, naming the index and edition that they belong to.
func (f *folder) add(edition string, ps ...problem.Problem) {
	for _, p := range ps {
		p.Index, p.Edition = f.id, edition
		f.problems.Add(p)
	}
}

// known lists the editions, for messages.
func (f *folder) known() string {
	ids := make([]string, len(f.order))
	for i, e := range f.order {
		ids[i] = e.plan.Edition.ID
	}
	return strings.Join(ids, ", ")
}

// readFolder reads data/<id>: its declaration, its units where it brings its own, its tables.
func readFolder(d *door, id string, shared *units.Registry) *folder {
	f := &folder{door: d, id: id, editions: map[string]*edition{}, told: map[problem.Problem]bool{}, input: newInput(id, shared)}
	if d.has(id, "units.csv") {
		var ps problem.List
		f.input.Registry = d.registry(id, &ps)
		f.add("", ps...)
	}
	src, bad := d.read(path.Join(id, "index.yaml"))
	if bad != nil {
		f.add("", *bad)
		return f
	}
	ix, ps := index.Parse(d.name(path.Join(id, "index.yaml")), id, src, f.input.Registry)
	f.input.Index = ix
	f.add("", ps...)
	for _, p := range ix.Plans {
		if len(p.Nodes) == 0 {
			continue
		}
		e := newEdition(ix, p, f.input.Registry)
		f.order = append(f.order, e)
		f.editions[p.Edition.ID] = e
		f.input.Cube.Tables = append(f.input.Cube.Tables, e.table)
	}
	if len(f.order) > 0 { // else Parse has said why there is nothing to read tables for
		f.tables()
		f.lay()
	}
	return f
}

// tables reads every table of the folder: those of one edition, which their file or folder names, then the others.
func (f *folder) tables() {
	names, dirs := f.list(f.id)
	for _, dir := range dirs {
		e := f.editions[dir]
		if e == nil {
			f.add("", editionUnknown.At(problem.Place{File: f.door.name(path.Join(f.id, dir))}, dir, "editions", f.known()))
			continue
		}
		in, _ := f.list(path.Join(f.id, dir))
		for _, name := range in {
			f.table(path.Join(f.id, dir, name), e)
		}
	}
	for _, name := range names {
		if e := f.editions[strings.TrimSuffix(name, path.Ext(name))]; e != nil {
			f.table(path.Join(f.id, name), e)
		}
	}
	for _, name := range names {
		if f.editions[strings.TrimSuffix(name, path.Ext(name))] == nil {
			f.table(path.Join(f.id, name), nil)
		}
	}
	for _, e := range f.order {
		if f.gather(e); e.tables == 0 {
			f.add(e.plan.Edition.ID, editionEmpty.At(e.plan.Edition.Place, e.plan.Edition.ID, "edition", e.plan.Edition.ID))
		}
	}
}

// list gives the tables and folders of a folder, sorted; what is neither, nor known, is doubted.
func (f *folder) list(dir string) (tables, dirs []string) {
	entries, err := fs.ReadDir(f.door.fsys, dir)
	if err != nil {
		f.add("", *f.door.unreadable(dir, err))
	}
	for _, e := range entries {
		switch name := e.Name(); kindOf(name) {
		case ignored:
		case tabular:
			if !slices.Contains(notTables, name) {
				tables = append(tables, name)
			}
		default:
			switch {
			case e.IsDir() && dir == f.id:
				dirs = append(dirs, name)
			case e.IsDir() && slices.Contains(formFolders, name):
			case e.IsDir():
				f.add("", folderUnused.At(problem.Place{File: f.door.name(path.Join(dir, name))}, name))
			default:
				f.add("", fileUnused.At(problem.Place{File: f.door.name(path.Join(dir, name))}, name))
			}
		}
	}
	return tables, dirs
}

// table reads every table of a file. only is its edition, nil where its rows must say.
func (f *folder) table(file string, only *edition) {
	if corrects(path.Base(file)) {
		f.corrections(file, only)
		return
	}
	if to, is := pointed(path.Base(file)); is {
		f.points(file, only, to)
		return
	}
	b, ps, done := f.door.table(file)
	defer done()
	id := ""
	if only != nil {
		only.tables++
		id = only.plan.Edition.ID
	}
	f.add(id, ps...)
	if b == nil {
		return
	}
	if only == nil && len(f.order) == 1 {
		only = f.order[0] // the one edition there is need not be named
	}
	t := &tableFile{f: f, book: b, only: only}
	for _, s := range b.Sheets {
		t.sheet(s)
	}
	t.finish()
}
