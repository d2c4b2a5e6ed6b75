package view

import (
	"slices"
	"strings"

	"xephang/stages/cube"
)

// remarks are what the input says of a row's published figure: how far it is to be trusted, and its note.
func (e *Edition) remarks(l Lang, row int) (notes []string) {
	for _, layer := range []cube.Layer{cube.PublishedRank, cube.PublishedScore} {
		o := e.Table.Origin(layer, 0)
		if o == nil {
			continue
		}
		s := o.At(row)
		for _, n := range []string{l.trust(s.Confidence), l.In(s.Note)} {
			if n != "" && !slices.Contains(notes, n) {
				notes = append(notes, n)
			}
		}
	}
	return notes
}

// note joins the remarks of a row, without those that are said once for all rows.
func (e *Edition) note(l Lang, row int, shared []string) string {
	notes := slices.DeleteFunc(e.remarks(l, row), func(n string) bool { return slices.Contains(shared, n) })
	return strings.Join(notes, "; ")
}

// sharedNotes are the remarks that at least three rows of four carry: they are said once, above the table.
func (e *Edition) sharedNotes(l Lang) (shared []string) {
	count := map[string]int{}
	for _, row := range e.order {
		for _, n := range e.remarks(l, row) {
			if count[n]++; count[n]*4 >= len(e.order)*3 && len(e.order) > 3 && !slices.Contains(shared, n) {
				shared = append(shared, n)
			}
		}
	}
	return shared
}

// trust says how far a figure is to be trusted; high confidence needs no word.
func (l Lang) trust(confidence string) string {
	if _, ok := phrases["trust."+confidence]; ok {
		return l.Say("trust." + confidence)
	}
	return ""
}
