package book

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/problem"
)

// place finds the cell of every problem in the file.
func (r *returned) place() {
	for _, p := range r.f.Problems {
		c := faulty{Problem: p}
		for _, s := range r.sheets {
			if p.Place.Sheet != "" && strings.EqualFold(s, p.Place.Sheet) {
				c.sheet = s
			}
		}
		if column, row, err := excelize.CellNameToCoordinates(p.Place.Cell); err == nil && c.sheet != "" {
			c.cell = ref(column-1, row)
		} else {
			c.cell = ""
		}
		r.cells = append(r.cells, c)
	}
}

// rowAt is a row of a sheet, or a line of a text file, as problems name it.
type rowAt struct {
	sheet string
	row   int
}

func rowOf(p problem.Place) rowAt {
	row := p.Line
	if _, n, err := excelize.CellNameToCoordinates(p.Cell); err == nil {
		row = n
	}
	return rowAt{p.Sheet, row}
}

// transferred gives a filing whose problems stand at the cells of a form made anew, instead of those of the file as it came in:
// at the answer, self-score or document whose cell or row they named. Others stand at no cell.
func transferred(f *form.Filing, b *formBook) *form.Filing {
	exact, near := map[problem.Place][2]string{}, map[rowAt][2]string{}
	know := func(p problem.Place, sheet, cell string) {
		if p == (problem.Place{}) {
			return
		}
		p.File = ""
		exact[p] = [2]string{sheet, cell}
		if at := rowOf(p); at.row > 0 {
			if _, known := near[at]; !known {
				near[at] = exact[p]
			}
		}
	}
	row := formFirst
	for _, c := range b.asked {
		for i, e := range b.evidence(c.ID) {
			know(e.Place, form.SheetEvidence, "B"+num(row+i))
		}
		row += len(b.evidence(c.ID))
	}
	for i, line := range b.rows {
		if line.ask != nil {
			know(f.Answers[line.ask.ID].Place, form.SheetAnswers, ref(columnOf(form.ColAnswer), formFirst+i))
		}
	}
	for i, line := range b.rows {
		if line.c != nil {
			know(f.Self[line.c.ID].Place, form.SheetAnswers, ref(columnOf(form.ColSelf), formFirst+i))
		}
	}
	g := *f
	g.Problems = nil
	for _, p := range f.Problems {
		at := p.Place
		at.File = ""
		to, ok := exact[at]
		if !ok && rowOf(at).row > 0 {
			to = near[rowOf(at)]
		}
		p.Place.Sheet, p.Place.Cell = to[0], to[1]
		g.Problems.Add(p)
	}
	return &g
}
