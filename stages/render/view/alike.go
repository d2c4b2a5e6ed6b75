package view

import (
	"slices"

	"xephang/stages/robust"
)

// SureRow is one unit's rank with its band and the spread of its rank over the draws, as sheets list it.
type SureRow struct {
	Row, Place, Low, High int
	Mean, Median          float64
	Top, Next             float64 // chance of a place at the top, of standing above the next unit; NaN
	Groups                []int   // numbers of the groups within which it cannot be told apart
	Like                  string  // the units it cannot be told apart from, in words
}

// SureRows lists the rows of a block that have a band, in the order of the ranking, and says how many first places Top
// counts. The edition has a page of robustness.
func (r *Report) SureRows(l Lang, e *Edition, block Block) (all []SureRow, top int) {
	b, rows := r.root(e), e.bandRows(block.Rows)
	if b == nil {
		return nil, 0
	}
	top = topOf(len(rows))
	in := map[int][]int{}
	for n, g := range r.runs(e) {
		for _, row := range g {
			in[int(row)] = append(in[int(row)], n+1)
		}
	}
	for i, row := range rows {
		low, high, _ := e.BandOf(0, row)
		place, _ := e.place(0, row)
		x := SureRow{Row: row, Place: place, Low: low, High: high, Mean: Round(b.Rank[row].Mean, 1), Median: Round(b.Rank[row].Median, 1),
			Top: first(b, row, top), Next: nan, Groups: in[row], Like: r.like(l, e, row)}
		if i+1 < len(rows) {
			x.Next = b.Above(row, rows[i+1])
		}
		all = append(all, x)
	}
	return all, top
}

// SureGroups says how many groups of units cannot be told apart, for a sheet that numbers them.
func (r *Report) SureGroups(l Lang, e *Edition) string {
	groups, most := r.runs(e), 0
	for _, g := range groups {
		most = max(most, len(g))
	}
	if len(groups) == 0 {
		return l.Say("robust.groups.none")
	}
	return l.Say("filed.groups", "n", l.Whole(len(groups)), "most", l.Units(e.Board.Units, most), "share", l.Percent(robust.Sure, 0))
}

// Renamed is the sentence with the words of links changed: a workbook names its sheets where a page names pages.
func (s Sentence) Renamed(names map[string]string) Sentence {
	s = slices.Clone(s)
	for i := range s {
		if name := names[s[i].Href]; name != "" && s[i].Href != "" {
			s[i].Text = name
		}
	}
	return s
}
