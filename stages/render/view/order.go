package view

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"xephang/stages/problem"
)

// names holds the sort key of every unit's name in one language: Vietnamese collation puts Đ after D and tones in order.
type names map[string][]byte

func namesOf(r *Report) map[Lang]names {
	all := map[Lang]names{}
	for _, l := range Langs {
		tag := language.Vietnamese
		if l == EN {
			tag = language.English
		}
		c, buf, keys := collate.New(tag), &collate.Buffer{}, names{}
		for _, u := range r.Units.All() {
			keys[u.Code] = bytes.Clone(c.KeyFromString(buf, l.In(u.Name)))
			buf.Reset()
		}
		all[l] = keys
	}
	return all
}

// ByName sorts unit codes by their names in a language, then by code.
func (r *Report) ByName(l Lang, codes []string) {
	keys := r.names[l]
	slices.SortFunc(codes, func(a, b string) int {
		return cmp.Or(bytes.Compare(keys[a], keys[b]), cmp.Compare(a, b))
	})
}

// Order lists the rows of an edition that show a score or a rank of the root, as a ranking page prints them: by block,
// ranked units by place, then the others by falling score, last by code.
func (e *Edition) Order() []int { return e.order }

func (e *Edition) sorted() []int {
	type line struct {
		row, block int
		Standing
	}
	var lines []line
	for row := range e.Table.Units {
		if s := e.Standing(0, row); s.Has() {
			lines = append(lines, line{row, e.Table.BlockOf(row), s})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		if c := cmp.Or(cmp.Compare(a.block, b.block), -cmp.Compare(min(a.Place, 1), min(b.Place, 1)), cmp.Compare(a.Place, b.Place)); c != 0 {
			return c
		}
		return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(e.Table.Units[a.row], e.Table.Units[b.row]))
	})
	rows := make([]int, len(lines))
	for i, l := range lines {
		rows[i] = l.row
	}
	return rows
}

// part is one block of an edition, or the whole of it where all units are ranked together.
type part struct {
	id   string
	name problem.Text
	rows []int
}

// parts lists the rows of an edition by block, in the order of the ranking.
func (e *Edition) parts() []part {
	if e.Table.Block == nil || len(e.Table.Blocks) < 2 {
		return []part{{rows: e.order}}
	}
	all := make([]part, len(e.Table.Blocks))
	for i, id := range e.Table.Blocks {
		all[i].id = id
		for _, b := range e.Edition.Blocks {
			if b.ID == id {
				all[i].name = b.Name
			}
		}
	}
	for _, row := range e.order {
		if b := e.Table.BlockOf(row); b >= 0 && b < len(all) {
			all[b].rows = append(all[b].rows, row)
		}
	}
	return all
}

// ranked keeps the rows that have a place.
func (e *Edition) ranked(rows []int) (ranked []int) {
	for _, row := range rows {
		if p, _ := e.place(0, row); p > 0 {
			ranked = append(ranked, row)
		}
	}
	return ranked
}
