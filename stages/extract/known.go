package extract

import "path"

// IsNote tells by its name that a file below the data folder is never read: notes, and what programs leave behind.
func IsNote(name string) bool {
	base := path.Base(name)
	return base != "index.yaml" && kindOf(base) == ignored
}

// IsTable tells by its name that a file is a spreadsheet.
func IsTable(name string) bool { return kindOf(path.Base(name)) == tabular }

// IsCorrections tells that a file holds the corrections of an edition: its name below the data folder is
// <index>/<edition>/corrections.csv, or another spreadsheet of that name.
func IsCorrections(name string) bool {
	dir, file := path.Split(path.Clean(name))
	index, edition := path.Split(path.Clean(dir))
	return corrects(file) && index != "" && edition != "" && path.Dir(path.Clean(index)) == "."
}
