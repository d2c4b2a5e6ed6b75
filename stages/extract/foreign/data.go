package foreign

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// readData reads the units, their groups and figures, and the years of a panel.
func (p *project) readData(file File) {
	f := p.readFrame(file)
	if f == nil || !p.needs(f, "uCode") {
		return
	}
	p.choose(f)
	p.checkSettings(p.top)
	times := p.times(f)
	p.editions = make([]edition, len(times))
	for i, year := range times {
		p.editions[i].id = year.id
	}
	groups := map[string][]stay{} // "unit\x00scheme" → where it was, by edition
	seen := map[string]int{}
	for row := range f.rows {
		p.observation(f, row, times, seen, groups)
	}
	for i := range p.editions {
		slices.SortFunc(p.editions[i].rows, func(a, b dataRow) int { return strings.Compare(a.unit, b.unit) })
	}
	slices.SortFunc(p.units, func(a, b unit) int { return strings.Compare(a.code, b.code) })
	p.members(groups)
}

// choose decides which columns are taken over, and says which are not.
func (p *project) choose(f *frame) {
	known := map[string]bool{}
	for _, n := range p.indicators() {
		known[n.code] = true
		if !f.has(n.code) {
			p.problems.Add(noData.At(n.place, n.code, "file", f.file.Name))
			continue
		}
		p.columns = append(p.columns, n.code)
	}
	for _, e := range p.extras {
		known[e.code] = true
		p.extra(f, e)
	}
	for _, n := range p.indicators() {
		if n.per != "" && !slices.Contains(p.columns, n.per) {
			p.denominator(f, n)
		}
	}
	for _, c := range f.others("uCode", "uName", "Time") {
		if !known[c] && !slices.Contains(p.columns, c) {
			p.problems.Add(leftOut.At(f.head(c), c, "vi", "không có trong iMeta", "en", "it is not in iMeta"))
		}
	}
}

// extra takes a group; a denominator is taken where an indicator asks for it.
func (p *project) extra(f *frame, e extra) {
	switch {
	case !f.has(e.code):
		p.problems.Add(leftOut.At(e.place, e.code, "vi", "không có cột trong "+f.file.Name, "en", "it has no column in "+f.file.Name))
	case e.kind == "Group":
		p.schemes = append(p.schemes, scheme{e.code, e.name})
	case e.kind == "Other":
		p.problems.Add(leftOut.At(e.place, e.code, "vi", "loại Other", "en", "type Other"))
	}
}

func (p *project) denominator(f *frame, n node) {
	if !f.has(n.per) || n.per == "uCode" || n.per == "uName" || !plainID.MatchString(n.per) {
		p.problems.Add(noDenominator.At(n.place, n.per, "file", f.file.Name))
		return
	}
	p.columns = append(p.columns, n.per)
}

// year is one value of the column Time, and the id of its edition.
type year struct {
	at float64
	id string
}

// times lists the editions. One value of Time, or none, is no panel: its edition is 0, or as the option says.
func (p *project) times(f *frame) []year {
	found := map[float64]bool{}
	var all []year
	if i, ok := f.at["Time"]; ok {
		for row := range f.rows {
			x, good := f.number(row, i)
			id := strconv.FormatFloat(x, 'f', -1, 64)
			switch {
			case !good || x != x || !plainID.MatchString(id):
				p.problems.Add(badTime.At(f.place(row, "Time"), f.rows[row].cells[i]))
			case !found[x]:
				found[x] = true
				all = append(all, year{x, id})
			}
		}
	}
	if len(all) < 2 {
		return []year{{math.NaN(), or(p.set.edition, "0")}}
	}
	p.panel = true
	slices.SortFunc(all, func(a, b year) int { return cmp.Compare(a.at, b.at) })
	return p.only(all, f)
}

// only keeps the one year of a panel that -edition names.
func (p *project) only(all []year, f *frame) []year {
	if p.set.edition == "" {
		return all
	}
	var ids []string
	for _, y := range all {
		if y.id == p.set.edition {
			p.panel = false
			return []year{y}
		}
		ids = append(ids, y.id)
	}
	p.problems.Add(noTime.At(problem.Place{File: f.file.Name}, p.set.edition, "years", strings.Join(ids, ", ")))
	return nil
}

// observation takes one row: a unit, or a unit in a year.
func (p *project) observation(f *frame, row int, times []year, seen map[string]int, groups map[string][]stay) {
	e := p.editionOf(f, row, times)
	if e < 0 {
		return
	}
	code := f.text(row, "uCode")
	if !p.unitCode(f, row, code) {
		return
	}
	key := times[e].id + "\x00" + code
	if line, twice := seen[key]; twice {
		at := strconv.Itoa(line)
		p.problems.Add(twiceCode.At(f.place(row, "uCode"), code, "per_vi", " trong mỗi năm, đã có ở dòng "+at, "per_en", " a year, it stands in line "+at+" already"))
		return
	}
	seen[key] = f.rows[row].line
	p.name(code, f.text(row, "uName"))
	for _, s := range p.schemes {
		if g := f.text(row, s.code); g != "" {
			at := code + "\x00" + s.code
			groups[at] = append(groups[at], stay{edition: e, group: p.plainGroup(f, row, s.code, g)})
		}
	}
	values := make([]float64, len(p.columns))
	for i, c := range p.columns {
		values[i] = p.num(f, row, c, "một số hữu hạn hoặc NA", "a finite number or NA")
	}
	p.editions[e].rows = append(p.editions[e].rows, dataRow{code, values})
}

// editionOf finds a row's edition, −1 where it is of none that is wanted.
func (p *project) editionOf(f *frame, row int, times []year) int {
	if len(times) == 0 {
		return -1
	}
	if times[0].at != times[0].at {
		return 0
	}
	x, _ := f.number(row, f.at["Time"])
	return slices.IndexFunc(times, func(y year) bool { return y.at == x })
}

func (p *project) unitCode(f *frame, row int, code string) bool {
	switch {
	case code == "":
		p.problems.Add(noCode.At(f.place(row, "uCode"), "", "column", "uCode"))
		return false
	case badUnitCode(code):
		p.problems.Add(badUnit.At(f.place(row, "uCode"), code))
		return false
	}
	return true
}

func badUnitCode(code string) bool {
	return strings.ContainsAny(code, `;/\:`) || strings.ContainsFunc(code, unicode.IsControl)
}

// name enters a unit when it is met first; a name that comes later is taken where the first had none.
func (p *project) name(code, name string) {
	if p.unitAt == nil {
		p.unitAt = map[string]int{}
	}
	i, ok := p.unitAt[code]
	if !ok {
		p.unitAt[code] = len(p.units)
		p.units = append(p.units, unit{code: code, name: or(name, code)})
	} else if p.units[i].name == code {
		p.units[i].name = or(name, code)
	}
}

func (f *frame) head(column string) problem.Place {
	return problem.Place{File: f.file.Name, Line: 1, Cell: cube.CellName(f.at[column]+1, 1)}
}
