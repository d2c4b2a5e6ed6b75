package extract

import (
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// remark is what a row of a table says of its own figures.
type remark struct {
	cite  []string
	trust string
	note  problem.Text
}

// isZero tells that the row says nothing.
func (r remark) isZero() bool { return len(r.cite) == 0 && r.trust == "" && r.note.IsZero() }

// cites parts a source cell: addresses or names of publications, parted by |.
func cites(cell string) []string {
	var all []string
	for _, s := range strings.Split(cell, "|") {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// origin is where the cells of a column were read: a column of a wide table, with the remarks of its rows, and cells
// that another table gave or confirmed.
type origin struct {
	base    *cube.SheetColumn // nil where no wide table gave the column
	remarks map[int]remark    // by row of the cube; shared by the columns of a sheet
	extra   cube.Cells        // rows whose source is not the base alone
}

// At implements cube.Origin.
func (o *origin) At(row int) cube.Source {
	if s, ok := o.extra[row]; ok {
		return s
	}
	if o.base == nil {
		return cube.Source{}
	}
	s := o.base.At(row)
	if m, ok := o.remarks[row]; ok && len(s.Places) > 0 {
		s = m.on(s)
	}
	return s
}

// on adds a remark to a source.
func (r remark) on(s cube.Source) cube.Source {
	s.Cite, s.Confidence, s.Note = append(slices.Clip(s.Cite), r.cite...), r.trust, r.note
	return s
}

// slim gives the plainest origin that says the same.
func (o *origin) slim() cube.Origin {
	switch {
	case o.base == nil:
		return o.extra
	case len(o.extra) == 0 && len(o.remarks) == 0:
		return *o.base
	}
	return o
}

// join is the source of a figure that two tables give alike.
func join(a, b cube.Source) cube.Source {
	a.Places = append(slices.Clip(a.Places), b.Places...)
	for _, c := range b.Cite {
		if !slices.Contains(a.Cite, c) {
			a.Cite = append(slices.Clip(a.Cite), c)
		}
	}
	if a.Confidence == "" || b.Confidence == "high" {
		a.Confidence = b.Confidence
	}
	if a.Note.IsZero() {
		a.Note = b.Note
	}
	return a
}
