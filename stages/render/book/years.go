package book

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// years is the workbook of one index over its editions: the unit that the index puts forward, its association, all
// units, and the reproduction of what was published.
type years struct {
	*workbook
	r        *view.Report
	b        *view.Board
	editions []*view.Edition // that show something, oldest first
	newest   *view.Edition
	args     []string
	cover    string
	contents []entryLine
	source   string
}

// spans tells whether an index has enough editions for such a workbook: three, with the unit among others.
func spans(b *view.Board) bool {
	n := 0
	for _, e := range b.Editions {
		if _, ok := e.Table.Row(b.Focus); ok && b.Focus != "" && len(e.Order()) >= 10 {
			n++
		}
	}
	return n >= 3
}

// yearsBook makes <index>.xlsx.
func yearsBook(r *view.Report, b *view.Board) (*workbook, error) {
	y := &years{r: r, b: b}
	for _, e := range b.Editions {
		if len(e.Order()) > 0 {
			y.editions = append(y.editions, e)
		}
	}
	y.newest = y.editions[len(y.editions)-1]
	y.args = []string{"index", b.Abbr(view.VI), "unit", r.Name(view.VI, b.Focus), "first", y.editions[0].Edition.ID, "last", y.newest.Edition.ID}
	y.source = view.VI.Say("book.source", "source", view.VI.In(b.Source))
	y.workbook = newWorkbook(about{title: y.say("years.title"), subject: view.VI.In(b.Name), author: view.VI.Say("site.name"), date: date(y.newest)})
	y.cover = y.sheet(view.VI.Say("book.cover"))
	group, members := y.association()
	everybody := y.everybody()
	for _, g := range []*grid{y.unit(), y.ranks("years.group", group, members), y.scores("years.groupsc", group, members),
		y.ranks("years.all", view.VI.Say("years.everybody"), everybody), y.scores("years.allsc", view.VI.Say("years.everybody"), everybody), y.reproduction(), y.differences()} {
		for _, g := range g.pieces(mostRows - headRow) {
			g.sheet, g.back, g.under = y.sheet(g.sheet), y.cover, cmp.Or(g.under, y.source)
			y.contents = append(y.contents, entryLine{g.sheet, g.holds})
			y.lay(g)
		}
	}
	y.front()
	return y.workbook, y.err
}

func (y *years) say(key string, args ...string) string {
	return view.VI.Say(key, append(args, y.args...)...)
}

// editionLook shows a year without a thousands mark.
var editionLook = look{border: true, centre: true, format: "0"}

// editionCell is an edition's id as a number where it is one.
func editionCell(id string) any {
	if n, err := strconv.Atoi(id); err == nil {
		return n
	}
	return id
}

// association is the smallest grouping of the unit put forward in the newest edition.
func (y *years) association() (string, []string) {
	u, _ := y.r.Units.Unit(y.b.Focus)
	for _, scheme := range slices.Backward(y.newest.Rank.Groups) {
		id := u.Group(scheme, y.newest.AsOf)
		var codes []string
		for _, code := range y.newest.Table.Units {
			if o, _ := y.r.Units.Unit(code); id != "" && o.Group(scheme, y.newest.AsOf) == id {
				codes = append(codes, code)
			}
		}
		if len(codes) > 1 && len(codes) <= mostBars {
			return view.VI.In(y.r.Units.GroupName(scheme, id)), codes
		}
	}
	return "", nil
}

// everybody lists the units of all editions.
func (y *years) everybody() (codes []string) {
	known := map[string]bool{}
	for _, e := range y.editions {
		for _, row := range e.Order() {
			if code := e.Table.Units[row]; !known[code] {
				known[code] = true
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// ranks is the matrix of ranks: units down, editions across, in the order of the newest.
func (y *years) ranks(key, group string, codes []string) *grid {
	return y.matrix(key, group, codes, "years.t.rank", "years.d.rank", rankLook, func(s view.Standing) any { return whole(s.Place) })
}

func (y *years) scores(key, group string, codes []string) *grid {
	return y.matrix(key, group, codes, "years.t.score", "years.d.score", scoreLook(y.newest.Scale.Decimals), rounded)
}

func (y *years) matrix(key, group string, codes []string, title, holds string, l look, of func(view.Standing) any) *grid {
	codes = y.sorted(codes)
	g := &grid{sheet: y.say(key, "group", group), title: y.say(title, "group", group), holds: view.VI.Say(holds), frozen: 1, strong: map[int]bool{}}
	g.columns = []column{{head: view.VI.UnitHead(y.b.Units), look: textLook, most: 44}}
	for _, e := range y.editions {
		g.columns = append(g.columns, column{head: e.Edition.ID, look: l})
	}
	for i, code := range codes {
		line := []any{y.r.Name(view.VI, code)}
		for _, e := range y.editions {
			if row, ok := e.Table.Row(code); ok {
				line = append(line, of(e.Standing(0, row)))
			} else {
				line = append(line, nil)
			}
		}
		g.rows, g.strong[i] = append(g.rows, line), code == y.b.Focus
	}
	g.under = y.source + ". " + view.VI.Say("years.empty")
	return g
}

// sorted orders units by their place in the newest edition, then by name.
func (y *years) sorted(codes []string) []string {
	codes = slices.Clone(codes)
	y.r.ByName(view.VI, codes)
	place := func(code string) int {
		if row, ok := y.newest.Table.Row(code); ok {
			if p := y.newest.Standing(0, row).Place; p > 0 {
				return p
			}
		}
		return 1 << 20
	}
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Compare(place(a), place(b)) })
	return codes
}

// unit is the sheet of the unit put forward, an edition a row.
func (y *years) unit() *grid {
	name := y.r.Name(view.VI, y.b.Focus)
	g := &grid{sheet: name, title: y.say("years.t.unit"), holds: view.VI.Say("years.d.unit"), frozen: 1}
	g.columns = []column{{head: view.VI.Say("col.edition"), look: editionLook}, {head: view.VI.Say("years.world"), look: rankLook}, {head: view.VI.Say("book.col.of"), look: rankLook},
		{head: view.VI.Say("book.col.up"), look: changeLook, sign: true}, {head: y.say("book.col.score"), look: scoreLook(y.newest.Scale.Decimals)}}
	parts := y.newest.Pillars()
	for _, n := range parts {
		brief := y.newest.Brief(view.VI, n)
		g.columns = append(g.columns, column{head: brief, look: scoreLook(y.newest.Scale.Decimals)}, column{head: view.VI.Say("book.col.prankof", "part", brief), look: rankLook})
	}
	for _, scheme := range y.newest.Rank.Groups {
		g.columns = append(g.columns, column{head: view.VI.Say("years.in", "group", strings.ToLower(view.VI.In(y.r.Units.SchemeName(scheme)))), look: rankLook})
	}
	g.columns = append(g.columns, column{head: view.VI.Say("col.class"), look: textLook})
	var points []string
	for _, e := range y.editions {
		row, ok := e.Table.Row(y.b.Focus)
		if !ok {
			continue
		}
		s := e.Standing(0, row)
		g.rows = append(g.rows, y.unitLine(e, row, s, parts))
		points = append(points, e.Edition.ID+" "+view.VI.Rank(s.Place, s.Of))
	}
	g.line = &line{title: y.say("years.line"), alt: y.say("years.alt", "points", strings.Join(points, ", ")), label: 0, value: 1}
	return g.without()
}

func (y *years) unitLine(e *view.Edition, row int, s view.Standing, parts []int) []any {
	cells := []any{editionCell(e.Edition.ID), whole(s.Place), whole(s.Of), nil, rounded(s)}
	if s.Comparable {
		cells[3] = s.Change
	}
	for _, n := range parts {
		if col, ok := e.Col(y.newest.Nodes[n].ID); ok {
			p := e.Standing(col, row)
			cells = append(cells, rounded(p), whole(p.Place))
		} else {
			cells = append(cells, nil, nil)
		}
	}
	for _, scheme := range y.newest.Rank.Groups {
		var place any
		for _, g := range e.InGroups(0, row) {
			if g.Scheme == scheme {
				place = whole(g.Place)
			}
		}
		cells = append(cells, place)
	}
	class := ""
	if s.Class >= 0 && s.Class < len(e.Classes.List) {
		class = view.VI.In(e.Classes.List[s.Class].Name)
	}
	return append(cells, class)
}

// reproduction counts, by edition, what was given back of the published figures.
func (y *years) reproduction() *grid {
	g := &grid{sheet: view.VI.Say("years.check"), title: y.say("years.t.check"), holds: view.VI.Say("years.d.check"), frozen: 1}
	g.columns = []column{{head: view.VI.Say("col.edition"), look: editionLook}, {head: view.VI.Say("check.node"), look: textLook}, {head: view.VI.Say("check.scores"), look: wholeLook},
		{head: view.VI.Say("check.within"), look: wholeLook}, {head: view.VI.Say("check.tolerance"), look: look{border: true, format: "0.0####"}}, {head: view.VI.Say("check.worst"), look: scoreLook(6)},
		{head: view.VI.Say("check.ranks"), look: wholeLook}, {head: view.VI.Say("check.equal"), look: wholeLook}, {head: view.VI.Say("check.frompub"), look: wholeLook}}
	for _, p := range y.r.Reproductions {
		if p.Index != y.b.ID {
			continue
		}
		for _, c := range p.Nodes {
			g.rows = append(g.rows, []any{editionCell(p.Edition), y.node(p.Edition, c.Node), c.Scores, c.Within, p.Tolerance, c.Worst, c.Ranks, c.Equal, c.FromPublished})
		}
	}
	return g
}

func (y *years) node(edition, id string) string {
	if e := y.b.Edition(edition); e != nil {
		if n, ok := e.Col(id); ok {
			return e.Brief(view.VI, n)
		}
	}
	return id
}

// differences lists every figure that is not given back, with the reason.
func (y *years) differences() *grid {
	digits := y.newest.Scale.Decimals
	g := &grid{sheet: view.VI.Say("years.diff"), title: y.say("years.t.diff"), holds: view.VI.Say("years.d.diff"), frozen: 2}
	g.columns = []column{{head: view.VI.Say("col.edition"), look: editionLook}, {head: view.VI.UnitHead(y.b.Units), look: textLook}, {head: view.VI.Say("check.node"), look: textLook},
		{head: view.VI.Say("check.col.ours"), look: scoreLook(digits)}, {head: view.VI.Say("check.col.their"), look: scoreLook(digits)},
		{head: view.VI.Say("check.col.rank"), look: rankLook}, {head: view.VI.Say("check.col.prank"), look: rankLook}, {head: view.VI.Say("check.col.why"), look: wrapLook, most: 50},
		{head: view.VI.Say("check.col.place"), look: textLook, most: 44}}
	for _, p := range y.r.Reproductions {
		if p.Index != y.b.ID {
			continue
		}
		for _, c := range p.Nodes {
			for _, d := range c.Differences {
				g.rows = append(g.rows, []any{editionCell(p.Edition), y.r.Name(view.VI, d.Unit), y.node(p.Edition, c.Node), view.Round(d.Ours, digits), d.Published,
					whole(d.Rank), whole(d.PublishedRank), view.VI.Say("check.why." + string(d.Reason)), d.Place.String()})
			}
		}
	}
	return g
}

func (y *years) front() {
	say := view.VI.Say
	p := &paper{sheet: y.cover, widths: []float64{30, 68}}
	p.add(dressed(view.VI.In(y.b.Publisher), crestLook))
	p.gap()
	p.add(dressed(strings.ToUpper(y.say("years.heading")), bannerLook))
	p.add(dressed(view.VI.In(y.b.Name), nameLook))
	p.add(dressed(y.args[5]+"–"+y.args[7], sized(crestLook, 13)))
	p.gap()
	p.add(nil, dressed(y.r.Headline(view.VI, y.newest).String(), sized(proseLook, 12)))
	p.gap()
	p.pair(say("book.h.about"), view.VI.In(y.b.About))
	p.pair(say("mark.source"), view.VI.In(y.b.Source))
	p.contents(y.contents)
	p.gap()
	p.add(dressed(say("book.made", "version", y.r.Version), underLook))
	y.write(p)
}
