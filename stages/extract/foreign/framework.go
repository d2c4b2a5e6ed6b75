package foreign

import (
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// framework reads names and weights of the aggregates. Without the sheet, or without a code's line in it, an aggregate
// keeps its code as name and weighs 1.
func (p *project) framework(b *sheet.Book, file string) {
	g := p.grid(b, "Framework")
	if g == nil {
		p.problems.Add(noFramework.At(problem.Place{File: file}, ""))
		return
	}
	code, head := codeColumn(g)
	if code == 0 {
		p.problems.Add(noFramework.At(g.place(0, 0), ""))
		return
	}
	weight, name := code+2, code+5
	for _, c := range head {
		switch h := strings.ToLower(c.Text); {
		case strings.Contains(h, "weight"):
			weight = c.Column
		case h == "name" || h == "names" || strings.Contains(h, "full name"):
			name = c.Column
		}
	}
	p.aggregates(g, code, weight, name)
}

// codeColumn finds the column that holds the aggregates' codes, and the cells of the header above it.
func codeColumn(g *grid) (column int, head []sheet.Cell) {
	for row := 1; row <= g.last; row++ {
		if g.rows[row] == nil {
			continue
		}
		for _, c := range g.rows[row].Cells {
			if levelOf(c.Text) < 0 {
				continue
			}
			for above := row - 1; above >= 1 && head == nil; above-- {
				if r := g.rows[above]; r != nil && len(r.Cells) > 1 {
					head = r.Cells
				}
			}
			return c.Column, head
		}
	}
	return 0, nil
}

// levelOf is the level of an aggregate's code, −1 for anything else.
func levelOf(code string) int {
	for i, l := range levelCodes {
		if l.MatchString(strings.TrimSpace(code)) {
			return i
		}
	}
	return -1
}

func (p *project) aggregates(g *grid, code, weight, name int) {
	for row := 1; row <= g.last; row++ {
		i, known := p.byCode[strings.ReplaceAll(g.text(row, code), " ", "")]
		if !known || p.nodes[i].indicator {
			continue
		}
		n := &p.nodes[i]
		n.name = or(g.text(row, name), n.name)
		if n.parent == "" {
			continue // the index itself has no weight
		}
		w := p.cellNumber(g, row, weight, "trọng số không âm", "a weight not below 0")
		switch {
		case w >= 0:
			n.weight = w
		case w < 0:
			p.problems.Add(badNumber.At(g.place(row, weight), g.cell(row, weight).String(), "vi", "trọng số không âm", "en", "a weight not below 0"))
		}
	}
}
