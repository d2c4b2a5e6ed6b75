package extract

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// sort of a file by its name alone; what a table really is, its content tells.
type sorted uint8

const (
	unknownFile sorted = iota
	ignored            // notes, and what programs leave behind
	tabular
)

// notTables are tables that others read: the registry.
var notTables = []string{"units.csv", "m49.csv", "groups.csv", "succession.csv"}

// formFolders stand inside an edition's folder and hold one form per unit.
var formFolders = []string{"forms"}

func kindOf(name string) sorted {
	low := strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"), name == "index.yaml", low == "thumbs.db", low == "desktop.ini":
		return ignored
	}
	switch path.Ext(low) {
	case ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv":
		return tabular
	case ".md", ".txt", ".tmp", ".bak", ".lock":
		return ignored
	}
	return unknownFile
}

// indices lists the folders that hold an index.yaml, sorted. Other folders and stray tables are doubted.
func (d *door) indices(ps *problem.List) (ids []string) {
	entries, err := fs.ReadDir(d.fsys, ".")
	if err != nil {
		ps.Add(*d.unreadable(".", err))
	}
	for _, e := range entries {
		name := e.Name()
		at := problem.Place{File: d.name(name)}
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			ps.Add(*d.unreadable(name, sheet.ErrLink))
		case e.IsDir() && d.has(name, "index.yaml"):
			ids = append(ids, name)
		case e.IsDir():
			if !slices.Contains(reserved, name) && kindOf(name) != ignored {
				ps.Add(folderUnused.At(at, name))
			}
		case kindOf(name) == tabular && !slices.Contains(notTables, name), kindOf(name) == unknownFile:
			ps.Add(fileUnused.At(at, name))
		}
	}
	return ids
}
