package view

import (
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// Sources says where the figures of an edition came from.
type Sources struct {
	Says  string        // as the index declares it
	Files []string      // input files that were read for it
	Cites []Cite        // publications that its rows name
	Head  string        // "Nơi công bố (12)"
	Place problem.Place // of the declaration
}

// Cite is a publication: a web address, or its name.
type Cite struct{ Text, Href string }

// sources collects the files and publications of an edition's cells, each once, sorted.
func (r *Report) sources(l Lang, e *Edition) Sources {
	s := Sources{Says: l.In(e.Board.Source), Place: e.Edition.Place}
	if own := l.In(e.Edition.Source); own != "" {
		s.Says = own
	}
	files, cites := map[string]bool{}, map[string]bool{}
	for _, layer := range []cube.Layer{cube.Value, cube.PublishedScore, cube.PublishedRank} {
		for n := range e.Nodes {
			e.collect(e.Table.Origin(layer, n), files, cites)
		}
	}
	for f := range files {
		s.Files = append(s.Files, f)
	}
	for c := range cites {
		s.Cites = append(s.Cites, citation(c))
	}
	slices.Sort(s.Files)
	slices.SortFunc(s.Cites, func(a, b Cite) int { return strings.Compare(a.Text, b.Text) })
	s.Head = l.Say("rank.cites", "n", l.Whole(len(s.Cites)))
	return s
}

func (e *Edition) collect(o cube.Origin, files, cites map[string]bool) {
	if o == nil {
		return
	}
	for row := range e.Table.Units {
		s := o.At(row)
		for _, p := range s.Places {
			files[p.File] = true
		}
		for _, c := range s.Cite {
			if c = strings.TrimSpace(c); c != "" {
				cites[c] = true
			}
		}
	}
}

// citation links a publication only where it is a web address by itself.
func citation(s string) Cite {
	web := strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
	if web && !strings.ContainsAny(s, " \t\n\"<>") {
		return Cite{Text: s, Href: s}
	}
	return Cite{Text: s}
}

// unranked lists the units that have a score and no rank, or are named as not ranked, with the reason.
func (r *Report) unranked(l Lang, e *Edition) *Table {
	t := &Table{ID: "khong-xep-hang", Caption: l.Say("rank.h.unranked"),
		Columns: []Column{{Label: l.unitHead(e.Board.Units)}, {Label: l.Say("col.score"), Number: true}, {Label: l.Say("col.reason")}}}
	var codes []string
	for row := range e.Table.Unranked {
		codes = append(codes, e.Table.Units[row])
	}
	r.ByName(l, codes)
	for _, code := range codes {
		row, _ := e.Table.Row(code)
		s := e.Standing(0, row)
		t.Rows = append(t.Rows, Row{Cells: []Cell{r.unit(l, code), l.score(e, s), {Text: l.In(s.Why)}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// facts lists the figures that the publisher printed about the edition as a whole, as printed.
func (e *Edition) facts(l Lang) *Table {
	t := &Table{ID: "so-lieu-chung", Caption: l.Say("rank.h.facts"), Columns: []Column{{Label: l.Say("col.figure")}, {Label: l.Say("col.value"), Number: true}, {Label: l.Say("col.source")}}}
	for _, f := range e.Edition.Facts {
		c := citation(f.Source)
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.In(f.Name), Head: true}, {Text: l.asPrinted(f.Value)}, {Text: c.Text, Href: c.Href}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// asPrinted turns the decimal point of a printed figure into the language's, and leaves anything else as it stands.
func (l Lang) asPrinted(s string) string {
	sign := ""
	if strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") {
		sign, s = strings.Replace(s[:1], "-", minus, 1), s[1:]
	}
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' {
			return s
		}
	}
	if s == "" || strings.Count(s, ".") > 1 {
		return sign + s
	}
	return sign + l.dress(s)
}
