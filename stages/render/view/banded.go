package view

import (
	"cmp"
	"slices"

	"xephang/stages/robust"
)

// BandOf gives the ends of the band around a computed rank, the better one first; ok tells that there is one. Only ranks
// that we compute have a band.
func (e *Edition) BandOf(node, row int) (low, high int, ok bool) {
	k := e.Table.Ranking(node)
	if !e.Computes() || k == nil || row >= len(k.Low) || row >= len(k.High) || k.Low[row] <= 0 {
		return 0, 0, false
	}
	return int(k.Low[row]), int(k.High[row]), true
}

// Banded tells whether the edition has a band on any rank of its root.
func (e *Edition) Banded() bool {
	for row := range e.Table.Units {
		if _, _, ok := e.BandOf(0, row); ok {
			return true
		}
	}
	return false
}

// Band writes a band of ranks: 9–16, or 12 where both ends are the same place.
func (l Lang) Band(low, high int) string {
	if low == high {
		return l.Whole(low)
	}
	return l.Whole(low) + "–" + l.Whole(high)
}

// band is the cell of a row's band on a node, sorted by its better end.
func (l Lang) band(e *Edition, node, row int) Cell {
	low, high, ok := e.BandOf(node, row)
	if !ok {
		return Cell{Text: Missing, Tone: Quiet}
	}
	c := l.count(low)
	c.Text = l.Band(low, high)
	return c
}

// beside puts a band after a rank that stands in a cell of its own.
func (l Lang) beside(c Cell, e *Edition, node, row int) Cell {
	if low, high, ok := e.BandOf(node, row); ok && low < high {
		c.Small += " (" + l.Band(low, high) + ")"
	}
	return c
}

// Robustness is what is known of an edition's bands, or nil.
func (r *Report) Robustness(e *Edition) *robust.Result { return r.Robust[e.Plan] }

// root is the band of an edition's root, nil without one.
func (r *Report) root(e *Edition) *robust.Band {
	if x := r.Robust[e.Plan]; x != nil {
		return x.Root()
	}
	return nil
}

// NoBand says why an edition's ranks have no band; empty where they have one, or where none was asked for.
func (r *Report) NoBand(l Lang, e *Edition) string {
	if x := r.Robust[e.Plan]; x != nil && !e.Banded() {
		return l.In(x.Why)
	}
	return ""
}

// Alike lists the rows that cannot be told apart from a row by its rank, the best first. The comparisons of a row are
// made once for all pages.
func (r *Report) Alike(e *Edition, row int) []int {
	type key struct {
		*Edition
		row int
	}
	if rows, ok := r.alike.Load(key{e, row}); ok {
		return rows.([]int)
	}
	var rows []int
	if b := r.root(e); b != nil {
		rows = b.Like(row)
	}
	r.alike.Store(key{e, row}, rows)
	return rows
}

// runs are the groups of rows that cannot be told apart.
func (r *Report) runs(e *Edition) [][]int32 {
	if b := r.root(e); b != nil {
		return b.Groups()
	}
	return nil
}

// nearest names the rows closest in rank to a row, at most n of them, in the order of the ranks; more counts the others.
func (r *Report) nearest(l Lang, e *Edition, row int, rows []int, n int) (names []string, more int) {
	own, _ := e.place(0, row)
	away := func(k int) int { p, _ := e.place(0, k); return max(p-own, own-p) }
	near := slices.Clone(rows)
	slices.SortStableFunc(near, func(a, b int) int { return cmp.Compare(away(a), away(b)) })
	near = near[:min(n, len(near))]
	for _, k := range rows {
		if slices.Contains(near, k) {
			names = append(names, r.Name(l, e.Table.Units[k]))
		}
	}
	return names, len(rows) - len(near)
}

// mostAlike is how many units a sentence names of those that cannot be told apart.
const mostAlike = 4

// like lists the units that cannot be told apart from a row in words, empty where there are none.
func (r *Report) like(l Lang, e *Edition, row int) string {
	names, more := r.nearest(l, e, row, r.Alike(e, row), mostAlike)
	if more > 0 {
		names = append(names, l.Say("band.more", "units", l.Units(e.Board.Units, more)))
	}
	return l.List(names)
}

// BandSentence says how sure a computed rank is: its band, and whom it cannot be told apart from. Empty without a band.
func (r *Report) BandSentence(l Lang, e *Edition, row int) string {
	low, high, ok := e.BandOf(0, row)
	if !ok {
		return ""
	}
	place, _ := e.place(0, row)
	args := []string{"rank", l.Whole(place), "band", l.Band(low, high), "units", r.like(l, e, row)}
	switch {
	case len(r.Alike(e, row)) > 0:
		return l.Say("band.like", args...)
	case low == high:
		return l.Say("band.fixed", args...)
	case r.root(e) == nil:
		return l.Say("band.plain", args...)
	}
	return l.Say("band.alone", args...)
}

// bandCard is the band of a rank put large.
func (r *Report) bandCard(l Lang, e *Edition, row int) (Card, bool) {
	low, high, ok := e.BandOf(0, row)
	if !ok {
		return Card{}, false
	}
	c := Card{Label: l.Say("band.col"), Value: l.Band(low, high), Href: r.RobustHref(e)}
	if n := len(r.Alike(e, row)); n > 0 {
		c.Note = l.Say("band.card", "units", l.Units(e.Board.Units, n))
	}
	return c, true
}

// bandColumn is the column of bands in a ranking.
func (r *Report) bandColumn(l Lang, e *Edition) column {
	return column{label: l.Say("band.col"), number: true, cell: func(row int, _ Standing) Cell { return l.band(e, 0, row) }}
}

// examined leads from a ranking to its bands and its audit, or says why there is no band.
func (r *Report) examined(l Lang, e *Edition) (notes []Sentence) {
	if why := r.NoBand(l, e); why != "" {
		notes = append(notes, Sentence{{Text: why}})
	}
	if href := r.RobustHref(e); href != "" {
		notes = append(notes, l.Sentence("band.note", Slot{"page", Span{Text: l.Say("robust.page"), Href: href}}))
	}
	if a := r.Audits[e.Plan]; a != nil {
		key, n := "exam.note", 0
		for _, f := range a.Findings {
			if f.Grade != robust.Notice {
				n++
			}
		}
		if n == 0 {
			key = "exam.note.none"
		}
		notes = append(notes, l.Sentence(key, Slot{"page", Span{Text: l.Say("exam.page"), Href: r.AuditHref(e)}}, Slot{"n", Span{Text: l.Whole(n)}}))
	}
	return notes
}

// RobustHref is the address of an edition's page of robustness, empty where it has none.
func (r *Report) RobustHref(e *Edition) string {
	if r.root(e) == nil {
		return ""
	}
	return "do-tin-cay/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}

// AuditHref is the address of an edition's audit, empty where it has none.
func (r *Report) AuditHref(e *Edition) string {
	if r.Audits[e.Plan] == nil {
		return ""
	}
	return "kiem-dinh/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}
