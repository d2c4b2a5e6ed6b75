package foreign

import (
	"slices"
	"strconv"
	"strings"
)

// database reads indicators, levels and figures.
func (p *project) database(g *grid, a anchor) {
	levels := p.usedLevels(g, a)
	for _, column := range a.columns {
		p.toolIndicator(g, a, column, levels)
	}
	p.toolUnits(g, a)
}

// usedLevels lists the rows of the levels that part the indicators, from the lowest; the index is always one.
func (p *project) usedLevels(g *grid, a anchor) (used []int) {
	for i, row := range a.levels {
		codes := map[string]bool{}
		for _, column := range a.columns {
			if row > 0 {
				codes[g.text(row, column)] = true
			}
		}
		if len(codes) > 1 || i == 3 {
			used = append(used, i)
		}
	}
	return used
}

// toolIndicator reads one column's head: the indicator, and the aggregates above it.
func (p *project) toolIndicator(g *grid, a anchor, column int, levels []int) {
	code := strings.ReplaceAll(g.text(a.row, column), " ", "")
	if _, twice := p.byCode[code]; twice {
		p.problems.Add(twiceCode.At(g.place(a.row, column), code, "per_vi", "", "per_en", ""))
		return
	}
	n := node{code: code, name: or(g.text(a.row-1, column), code), indicator: true, level: 1, place: g.place(a.row, column), direction: 1, weight: 1}
	if w := p.cellNumber(g, a.row-9, column, "trọng số không âm", "a weight not below 0"); w >= 0 {
		n.weight = w
	} else if w < 0 {
		p.problems.Add(badNumber.At(g.place(a.row-9, column), g.cell(a.row-9, column).String(), "vi", "trọng số không âm", "en", "a weight not below 0"))
	}
	switch d := p.cellNumber(g, a.row-8, column, "1 hoặc -1", "1 or -1"); {
	case d == 1 || d == -1:
		n.direction = int(d)
	case d == d:
		p.problems.Add(badNumber.At(g.place(a.row-8, column), g.cell(a.row-8, column).String(), "vi", "1 hoặc -1", "en", "1 or -1"))
	}
	p.toolPosts(g, a, column, &n)
	p.byCode[code] = len(p.nodes)
	p.nodes = append(p.nodes, n)
	p.columns = append(p.columns, code)
	p.ancestors(g, a, column, levels, code)
}

func (p *project) toolPosts(g *grid, a anchor, column int, n *node) {
	lo := p.cellNumber(g, a.row-7, column, "một số hoặc n/a", "a number or n/a")
	hi := p.cellNumber(g, a.row-6, column, "một số hoặc n/a", "a number or n/a")
	switch {
	case lo != lo && hi != hi:
	case lo < hi:
		n.posts, n.scale = &[2]float64{lo, hi}, 100
	default:
		p.problems.Add(badPosts.At(g.place(a.row-7, column), n.code))
	}
}

// ancestors enters the aggregates above an indicator, each once.
func (p *project) ancestors(g *grid, a anchor, column int, levels []int, child string) {
	for i, level := range levels {
		at := g.place(a.levels[level], column)
		code := strings.ReplaceAll(g.text(a.levels[level], column), " ", "")
		if !levelCodes[level].MatchString(code) {
			p.problems.Add(noLevel.At(at, code, "code", p.columns[len(p.columns)-1], "level", levelNames[level]))
			return
		}
		if have := p.nodes[p.byCode[child]].parent; have != "" && have != code {
			p.problems.Add(twoParents.At(at, child, "code", child, "first", have, "second", code))
			return
		}
		p.nodes[p.byCode[child]].parent = code
		if _, known := p.byCode[code]; !known {
			p.byCode[code] = len(p.nodes)
			p.nodes = append(p.nodes, node{code: code, name: code, level: i + 2, weight: 1, direction: 1, place: at})
		}
		child = code
	}
}

// toolUnits reads the rows below the anchor.
func (p *project) toolUnits(g *grid, a anchor) {
	e := edition{id: or(p.set.edition, "0")}
	seen := map[string]int{}
	for row := a.row + 1; row <= g.last; row++ {
		name, code := g.text(row, 2), g.text(row, 3)
		values, any := make([]float64, 0, len(a.columns)), false
		for _, column := range a.columns {
			x := p.cellNumber(g, row, column, "một số hoặc n/a", "a number or n/a")
			values, any = append(values, x), any || x == x
		}
		switch first, twice := seen[code]; {
		case code == "" && name == "" && !any:
		case code == "":
			p.problems.Add(noCode.At(g.place(row, 3), name, "column", "C"))
		case twice:
			at := strconv.Itoa(first)
			p.problems.Add(twiceCode.At(g.place(row, 3), code, "per_vi", ", đã có ở dòng "+at, "per_en", ", it stands in row "+at+" already"))
		case badUnitCode(code):
			p.problems.Add(badUnit.At(g.place(row, 3), code))
		default:
			seen[code] = row
			p.units = append(p.units, unit{code: code, name: or(name, code)})
			e.rows = append(e.rows, dataRow{code, values})
		}
	}
	slices.SortFunc(p.units, func(a, b unit) int { return strings.Compare(a.code, b.code) })
	slices.SortFunc(e.rows, func(a, b dataRow) int { return strings.Compare(a.unit, b.unit) })
	p.editions = []edition{e}
}
