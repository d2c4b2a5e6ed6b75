package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/units"
)

// TileMap is a map of provinces on which each is one tile of the same size: a ranking that is read by place, where the
// size of a province and the course of a border say nothing. The number in a tile is the rank; the shade repeats it.
type TileMap struct {
	Figure
	Alt     string
	Columns int
	Rows    int
	Tiles   []Tile
	Islands []Tile // archipelagos, each named under the province that governs it
	Legend  []Shade
	Href    string // the ranking, where the map stands on another page
}

// Tile is one province. Fifth is 1 for the first fifth of the ranked to 5 for the last, 0 where no rank is known.
type Tile struct {
	X, Y   int
	Lines  []string // its name, on one line or two
	Number string
	Fifth  int
	Label  string // in words, beginning with what is seen: "Hà Giang 57 trên 63"
	Href   string
}

// Shade is one class of the legend.
type Shade struct {
	Fifth int
	Text  string
}

const fifths = 5

// fifthOf gives the fifth that a place among of units lies in, from 1.
func fifthOf(place, of int) int {
	if place <= 0 || of <= 0 {
		return 0
	}
	return min((place-1)*fifths/of+1, fifths)
}

// leastTiles is how many provinces with a figure make a map.
const leastTiles = 3

// Map draws the ranking of an edition of provinces; nil where it ranks no provinces, or the ranks of too few are known.
func (r *Report) Map(l Lang, e *Edition) *TileMap {
	if e.Board.kind() != "province" || len(e.Table.Blocks) > 1 || len(e.ranked(e.order)) < leastTiles {
		return nil
	}
	all := r.Units.Of([]string{"province"}, e.AsOf)
	g := gridOf(all)
	m := &TileMap{Columns: g.columns, Rows: g.rows}
	var loose []units.Unit
	of := 0
	for _, u := range all {
		at, ok := g.at[u.Code]
		if !ok {
			loose = append(loose, u)
			continue
		}
		m.Tiles = append(m.Tiles, r.tile(l, e, u, at))
	}
	if len(m.Tiles) == 0 {
		return nil
	}
	m.islands(l, g)
	for i, u := range loose { // a province that the grid does not know stands below it
		m.Tiles = append(m.Tiles, r.tile(l, e, u, spot{i % g.columns, g.rows + 1 + i/g.columns}))
		m.Rows = g.rows + 2 + i/g.columns
	}
	slices.SortStableFunc(m.Tiles, func(a, b Tile) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) })
	for _, row := range e.ranked(e.order) {
		_, n := e.place(0, row)
		of = max(of, n)
	}
	m.Legend = l.legend(max(of, len(e.ranked(e.order))), slices.ContainsFunc(m.Tiles, func(t Tile) bool { return t.Fifth == 0 }))
	r.mapWords(l, e, m)
	return m
}

func (r *Report) tile(l Lang, e *Edition, u units.Unit, at spot) Tile {
	t := Tile{X: at.x, Y: at.y, Lines: l.tileName(u), Number: Missing, Href: r.UnitHref(u.Code)}
	name, seen := l.In(u.Name), strings.Join(t.Lines, " ")
	t.Label = seen + " " + Missing + " " + l.Say("map.unknown")
	if row, ok := e.Table.Row(u.Code); ok {
		if s := e.Standing(0, row); s.Place > 0 {
			of := max(s.Of, len(e.ranked(e.order)))
			t.Number, t.Fifth = l.Whole(s.Place), fifthOf(s.Place, of)
			t.Label = l.Say("map.tile", "unit", seen, "rank", t.Number, "of", l.Whole(of))
		}
	}
	if seen != name {
		t.Label += " (" + name + ")"
	}
	return t
}

// islands stand in their own column, beside the province that governs them.
func (m *TileMap) islands(l Lang, g *grid) {
	for _, i := range g.islands {
		if slices.ContainsFunc(m.Tiles, func(t Tile) bool { at := spot{t.X, t.Y}; return slices.Contains(i.of, g.code[at]) }) {
			name, under := l.Say(i.name), l.Say(i.under)
			m.Islands = append(m.Islands, Tile{X: i.x, Y: i.y, Lines: []string{name}, Number: under, Label: l.Say("map.island", "name", name, "of", under)})
		}
	}
}

// legend names the fifths by their ranks.
func (l Lang) legend(of int, gaps bool) (all []Shade) {
	for f := 1; f <= fifths; f++ {
		first, last := 0, 0
		for p := 1; p <= of; p++ {
			if fifthOf(p, of) == f {
				if first == 0 {
					first = p
				}
				last = p
			}
		}
		if first > 0 {
			all = append(all, Shade{f, l.Band(first, last)})
		}
	}
	if gaps {
		all = append(all, Shade{0, l.Say("map.unknown")})
	}
	return all
}

// widestLine is how many letters a line of a tile holds.
const widestLine = 9

// tileName sets a name on one line or two.
func (l Lang) tileName(u units.Unit) []string {
	name := l.In(u.Name)
	if short, ok := tileNames[strings.TrimRight(u.Code, "0123456789")]; ok {
		name = short.In(string(l))
	}
	words := strings.Fields(name)
	best := []string{Cut(name, widestLine)}
	least := len([]rune(name))
	for i := 1; i < len(words); i++ {
		a, b := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if w := max(len([]rune(a)), len([]rune(b))); w < least {
			best, least = []string{Cut(a, widestLine), Cut(b, widestLine)}, w
		}
	}
	return best
}

// mapWords gives a map its message, its text alternative and its figures.
func (r *Report) mapWords(l Lang, e *Edition, m *TileMap) {
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID, "count", l.Units(e.Board.Units, len(e.ranked(e.order)))}
	m.ID, m.Source, m.TableID = "ban-do", l.from(e.Board), "bang-1"
	m.Title, m.Sub = r.mapTitle(l, e, args), l.Say("map.sub", args...)
	m.Alt = l.Say("map.alt", append(args, "title", m.Title)...)
	m.Data = &Grid{Columns: []string{l.Say("figure.key"), l.Say("col.province"), l.Say("col.rank"), l.Say("col.score")}}
	for _, row := range e.order {
		s := e.Standing(0, row)
		place := ""
		if s.Place > 0 {
			place = strconv.Itoa(s.Place)
		}
		m.Data.Rows = append(m.Data.Rows, []string{e.Table.Units[row], r.Name(l, e.Table.Units[row]), place, Full(s.Score)})
	}
}

// mapTitle says which group of provinces has the most of the first fifth, where all of these are known; else who leads.
func (r *Report) mapTitle(l Lang, e *Edition, args []string) string {
	ranked := e.ranked(e.order)
	first, of := []int(nil), 0
	for _, row := range ranked {
		s := e.Standing(0, row)
		of = max(of, s.Of, len(ranked))
		if s.Place == 1 {
			first = append(first, row)
		}
	}
	counts, total, most := map[string]int{}, 0, ""
	scheme := r.mainScheme(e)
	for _, row := range ranked {
		if s := e.Standing(0, row); fifthOf(s.Place, of) == 1 {
			total++
			g := r.group(l, e.Table.Units[row], scheme, e.AsOf)
			if counts[g]++; counts[g] > counts[most] || most == "" {
				most = g
			}
		}
	}
	alone := 0
	for _, n := range counts {
		if n == counts[most] {
			alone++
		}
	}
	switch {
	case len(ranked) == of && most != "" && alone == 1 && total > 2:
		return l.Say("map.group", append(args, "group", most, "n", l.Whole(counts[most]), "of", l.Whole(total))...)
	case len(first) == 1:
		return l.Say("map.first", append(args, "unit", r.Name(l, e.Table.Units[first[0]]))...)
	}
	return l.Say("map.plain", args...)
}

// Maps are those of the front page: for each grid of provinces the newest edition of which at least half of the ranks
// are known, else the one of which most are.
func (r *Report) Maps(l Lang) (all []*TileMap) {
	for _, g := range grids {
		var best *Edition
		for _, b := range r.Boards {
			for _, e := range b.Editions {
				if b.kind() == "province" && gridOf(r.Units.Of([]string{"province"}, e.AsOf)) == g && (best == nil || e.tells(best)) {
					best = e
				}
			}
		}
		if best == nil {
			continue
		}
		if m := r.Map(l, best); m != nil {
			m.ID, m.TableID = "ban-do-"+strconv.Itoa(len(all)+1), ""
			m.Table = r.mapTable(l, best)
			m.Href = best.Address()
			all = append(all, m)
		}
	}
	return all
}

// tells tells whether a map of this edition says more than one of another: at least half of its ranks are known and it
// is newer, or more of them are known.
func (e *Edition) tells(other *Edition) bool {
	half := func(x *Edition) (int, bool) {
		known, of := len(x.ranked(x.order)), 0
		for b := range max(1, len(x.Table.Blocks)) {
			of += x.size(b)
		}
		return known, known > 0 && known*2 >= max(of, known)
	}
	known, enough := half(e)
	others, theirs := half(other)
	switch {
	case enough != theirs:
		return enough
	case enough:
		return e.Edition.ID > other.Edition.ID || e.Edition.ID == other.Edition.ID && known > others
	}
	return known > others
}

// mapTable holds the figures of a map on a page that has no ranking of its own.
func (r *Report) mapTable(l Lang, e *Edition) *Table {
	t := r.shortTable(l, e, e.ranked(e.order), l.Say("rank.table", "index", e.Board.Abbr(l), "edition", e.Edition.ID))
	return t
}
