// Package extract is the door of the house, the only room that opens input files. It walks the data folder, has units
// and index parse what is theirs, reads every table through sheet, and lays the cube's first layers: each figure as it
// was read, the value after a node's expression and denominator, and what the publisher printed. Nothing is mended on
// the way: what cannot be read for certain is reported with its cell, and every cell keeps where it came from.
// The pipeline stands before it; normalise and reconcile after.
package extract

import (
	"io/fs"
	"os"
	"path"
	"slices"

	"golang.org/x/sync/errgroup"

	"xephang/stages/cube"
	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Inputs is everything read from the data folder.
type Inputs struct {
	Registry *units.Registry // of data/units.csv; without units where that file is not there
	Indices  []*Input        // by id
	Files    []File          // every file that was read, by name
}

// Input is one index with its cube.
type Input struct {
	Index    *index.Index
	Registry *units.Registry // the index's own where its folder has a units.csv, else Inputs.Registry
	Cube     *cube.Cube      // a table per plan, same order

	Filings    map[string][]*form.Filing     // what came back in forms, by edition
	Appraisals map[string][]form.Appraisal   // points given by the appraisers, by edition
	Measured   map[string][]form.Measurement // points measured by others than the unit, by edition
	Private    problem.List                  // found in forms: for the unit and its collector alone, never published

	Corrections []form.Correction // of all editions, in the order in which they were applied; those that were not are among them
}

// Input finds an index by id, or nil.
func (in *Inputs) Input(id string) *Input {
	for _, x := range in.Indices {
		if x.Index.ID == id {
			return x
		}
	}
	return nil
}

// Declared lists the indices as declared.
func (in *Inputs) Declared() []*index.Index {
	all := make([]*index.Index, len(in.Indices))
	for i, x := range in.Indices {
		all[i] = x.Index
	}
	return all
}

// File is an input file as it was read.
type File struct {
	Name   string // "data/egdi/2024.xlsx"
	Size   int64
	SHA256 string // hex
}

// Options choose what is read.
type Options struct {
	Only   []string // ids of indices; none = all
	Prefix string   // how the data folder is called in names and messages; "data" where empty
}

// Data reads the data folder at root. Symbolic links that leave it are refused.
func Data(root string, o Options) (*Inputs, problem.List) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return &Inputs{Registry: noUnits()}, problem.List{sheet.Unreadable(root, cause(err))}
	}
	defer dir.Close()
	return Tree(dir.FS(), o)
}

// reserved are the folders of data/ that hold something else than an index.
var reserved = []string{"targets", "tasks", "series"}

// Tree is Data on any file system. Indices are read side by side; the result does not depend on how they interleave.
func Tree(fsys fs.FS, o Options) (*Inputs, problem.List) {
	if o.Prefix == "" {
		o.Prefix = "data"
	}
	d := &door{fsys: fsys, prefix: o.Prefix}
	in := &Inputs{}
	var ps problem.List
	ids := d.indices(&ps)
	in.Registry = d.registry(".", &ps)
	if len(ids) == 0 {
		ps.Add(indexNone.At(problem.Place{File: o.Prefix}, ""))
	}
	if slices.ContainsFunc(ids, func(id string) bool { return !d.has(id, "units.csv") }) && !d.has(".", "units.csv") {
		ps.Add(sheet.Unreadable(d.name("units.csv"), fs.ErrNotExist))
	}
	for _, f := range folders(fsys, ids, in.Registry, o) {
		in.Indices = append(in.Indices, f.input)
		ps.Add(f.problems...)
		d.files = append(d.files, f.door.files...)
	}
	for _, id := range o.Only {
		if !slices.Contains(ids, id) {
			ps.Add(indexMissing.At(problem.Place{File: path.Join(o.Prefix, id)}, id))
		}
	}
	slices.SortFunc(d.files, byName)
	in.Files = d.files
	return in, ps
}

// folders reads the indices that are asked for, in the order of their ids.
func folders(fsys fs.FS, ids []string, shared *units.Registry, o Options) []*folder {
	all := make([]*folder, len(ids))
	var g errgroup.Group
	g.SetLimit(4)
	for i, id := range ids {
		if len(o.Only) > 0 && !slices.Contains(o.Only, id) {
			continue
		}
		g.Go(func() error {
			all[i] = readFolder(&door{fsys: fsys, prefix: o.Prefix}, id, shared)
			return nil
		})
	}
	_ = g.Wait() // reading reports problems, never an error
	return slices.DeleteFunc(all, func(f *folder) bool { return f == nil })
}

func noUnits() *units.Registry {
	r, _ := units.Parse(units.Files{})
	return r
}
