package book

import (
	"math"
	"slices"
	"strings"

	"xephang/stages/render/view"
)

// rankColumn is a column of a ranking with how a row fills it.
type rankColumn struct {
	column
	cell func(row int, s view.Standing) any
	part bool // of a part of the index
}

// blocks are the ranking sheets: one for each set of units ranked among themselves.
func (b *ranking) blocks() (grids []*grid) {
	all := b.rankColumns()
	for _, block := range b.e.Blocks() {
		columns := b.used(all, block.Rows)
		g := &grid{sheet: view.VI.Say("book.ranking"), title: b.say("book.t.ranking"), under: b.source(), holds: view.VI.Say("book.d.ranking"),
			frozen: 2, strong: b.strong(block.Rows)}
		if name := view.VI.In(block.Name); name != "" {
			g.sheet, g.title = name, b.say("book.t.block", "block", name)
		}
		if len(columns) > 3 && columns[1].head == view.VI.Say("filed.c.low") {
			g.frozen = 4 // the band stands between rank and name
		}
		for _, c := range columns {
			g.columns = append(g.columns, c.column)
		}
		for _, row := range block.Rows {
			s, line := b.e.Standing(0, row), make([]any, len(columns))
			for i, c := range columns {
				line[i] = c.cell(row, s)
			}
			g.rows = append(g.rows, line)
		}
		grids = append(grids, g)
	}
	return grids
}

// rankColumns: rank, name, score, scores of parts, group and place in it, change, class, English name, remarks.
func (b *ranking) rankColumns() []rankColumn {
	rank := "col.rank"
	if !b.e.Computes() {
		rank = "book.col.prank"
	}
	all := []rankColumn{
		{column: column{head: b.head(rank), look: rankLook}, cell: func(_ int, s view.Standing) any { return whole(s.Place) }},
		{column: column{head: b.unitHead(), look: textLook, most: 44}, cell: func(row int, _ view.Standing) any { return b.name(row) }},
		{column: column{head: b.head("book.col.score"), look: scoreLook(b.digits(0)), bar: b.e.Scale.To}, cell: func(_ int, s view.Standing) any { return rounded(s) }},
	}
	all = slices.Insert(all, 1, b.bandColumns()...)
	if b.mixed() {
		all = append(all, rankColumn{column: column{head: b.head("book.col.origin"), look: textLook}, cell: func(_ int, s view.Standing) any { return origin(s) }})
	}
	all = append(all, b.partColumns()...)
	all = append(all, b.groupColumns()...)
	if before := b.e.Before(); before != nil {
		all = append(all, rankColumn{column: column{head: b.head("book.col.change", "edition", before.Edition.ID), look: changeLook, sign: true}, cell: func(_ int, s view.Standing) any {
			if !s.Comparable {
				return nil
			}
			return s.Change
		}})
	}
	all = append(all, rankColumn{column: column{head: b.head("col.class"), look: textLook}, cell: func(_ int, s view.Standing) any { return b.class(s) }})
	all = append(all, b.englishColumn()...)
	remarks := b.e.RowNotes(view.VI)
	return append(all, rankColumn{column: column{head: b.head("col.note"), look: wrapLook, most: 46}, cell: func(row int, s view.Standing) any {
		return join(view.VI.In(s.Why), remarks(row))
	}})
}

// used keeps the columns that have a figure or a word in some row, and those of parts that have one in a quarter of
// the rows (the sheet of parts shows all); rank and name stay in any case.
func (b *ranking) used(all []rankColumn, rows []int) (kept []rankColumn) {
	for i, c := range all {
		filled := 0
		for _, row := range rows {
			if !empty(c.cell(row, b.e.Standing(0, row))) {
				filled++
			}
		}
		if i < 2 || filled > 0 && (!c.part || filled*4 >= len(rows)) {
			kept = append(kept, c)
		}
	}
	return kept
}

// mixed tells whether some scores are ours and others the publisher's.
func (b *ranking) mixed() bool {
	ours, theirs := false, false
	for _, row := range b.e.Order() {
		if s := b.e.Standing(0, row); s.Score == s.Score {
			ours, theirs = ours || !s.Published, theirs || s.Published
		}
	}
	return ours && theirs
}

func origin(s view.Standing) any {
	switch {
	case s.Score != s.Score:
		return nil
	case s.Published:
		return view.VI.Say("book.printed")
	}
	return view.VI.Say("book.computed")
}

func (b *ranking) partColumns() (all []rankColumn) {
	for _, n := range b.e.Pillars() {
		all = append(all, rankColumn{part: true, column: column{head: b.part(n), look: scoreLook(b.digits(n))}, cell: func(row int, _ view.Standing) any {
			return rounded(b.e.Standing(n, row))
		}})
	}
	return all
}

// groupColumns show the smallest grouping that nearly all units have, and the place inside it.
func (b *ranking) groupColumns() []rankColumn {
	scheme := b.r.MainScheme(b.e)
	if scheme == "" {
		return nil
	}
	name := b.r.Units.SchemeName(scheme)
	within := term{view.VI.Say("book.col.within", "scheme", strings.ToLower(name.In("vi"))), view.EN.Say("book.col.within", "scheme", strings.ToLower(name.In("en")))}
	return []rankColumn{
		{column: column{head: b.term(term{name.In("vi"), name.In("en")}), look: textLook, most: 34}, cell: func(row int, _ view.Standing) any {
			return b.r.GroupOf(view.VI, b.e.Table.Units[row], scheme, b.e.AsOf)
		}},
		{column: column{head: b.term(within), look: rankLook}, cell: func(row int, _ view.Standing) any {
			for _, g := range b.e.InGroups(0, row) {
				if g.Scheme == scheme {
					return whole(g.Place)
				}
			}
			return nil
		}},
	}
}

// englishColumn gives the English names where some differ from the Vietnamese ones: of countries, not of provinces.
func (b *ranking) englishColumn() []rankColumn {
	for _, row := range b.e.Order() {
		if code := b.e.Table.Units[row]; b.r.Name(view.EN, code) != b.r.Name(view.VI, code) {
			return []rankColumn{{column: column{head: b.head("book.col.english"), look: textLook, most: 44}, cell: func(row int, _ view.Standing) any {
				return b.r.Name(view.EN, b.e.Table.Units[row])
			}}}
		}
	}
	return nil
}

func (b *ranking) class(s view.Standing) string {
	if s.Class < 0 || s.Class >= len(b.e.Classes.List) {
		return ""
	}
	return view.VI.In(b.e.Classes.List[s.Class].Name)
}

// digits is how many decimals the figures of a node are shown with: the most that any of them has.
func (b *ranking) digits(node int) (most int) {
	for _, row := range b.e.Order() {
		if s := b.e.Standing(node, row); s.Score == s.Score {
			most = max(most, s.Decimals)
		}
	}
	return most
}

// rounded is a score as it is published: what the cell shows is what it holds, so that nobody sorts by hidden digits.
func rounded(s view.Standing) any {
	if s.Score != s.Score {
		return math.NaN()
	}
	return view.Round(s.Score, s.Decimals)
}

// whole is a rank, or nothing.
func whole(place int) any {
	if place <= 0 {
		return nil
	}
	return place
}

func join(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "; ")
}
