package main

import (
	"bytes"
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"xephang/stages/extract"
	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// inputs are the folders that a publication was made of.
type inputs struct{ data, seeds string }

// mostPlaces is how many places of one file are told.
const mostPlaces = 10

// unlisted holds the inputs of two publications against each other and tells every difference that is no correction: the
// file, and in it the cell or the line. Notes that are never read may differ.
func unlisted(before, after inputs) (ps problem.List) {
	for _, part := range []struct{ prefix, before, after string }{{"data", before.data, after.data}, {"seeds", before.seeds, after.seeds}} {
		was, is := filesBelow(part.before), filesBelow(part.after)
		for _, name := range union(was, is) {
			at := path.Join(part.prefix, name)
			data := part.prefix == "data"
			switch {
			case data && (extract.IsCorrections(name) || extract.IsNote(name)):
			case !slices.Contains(was, name):
				ps.Add(unlistedFile.At(problem.Place{File: at}, name, "what_vi", "được thêm", "what_en", "added", "do_vi", "bỏ tệp", "do_en", "take the file away"))
			case !slices.Contains(is, name):
				ps.Add(unlistedFile.At(problem.Place{File: at}, name, "what_vi", "bị xoá", "what_en", "deleted", "do_vi", "đặt lại tệp", "do_en", "put the file back"))
			default:
				a, err := os.ReadFile(filepath.Join(part.before, filepath.FromSlash(name)))
				b, err2 := os.ReadFile(filepath.Join(part.after, filepath.FromSlash(name)))
				if e := cmp.Or(err, err2); e != nil {
					ps.Add(sheet.Unreadable(at, e))
				} else if !bytes.Equal(a, b) {
					ps.Add(different(at, a, b, data && extract.IsTable(name))...)
				}
			}
		}
	}
	return ps
}

func union(a, b []string) []string {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}

// different tells where two versions of a file differ: cell by cell in a spreadsheet, else line by line.
func different(name string, before, after []byte, table bool) (ps problem.List) {
	if table {
		was, ok := cellsOf(name, before)
		is, ok2 := cellsOf(name, after)
		if ok && ok2 {
			if ps = cellsApart(was, is); len(ps) == 0 {
				ps.Add(savedAgain.At(problem.Place{File: name}, ""))
			}
			return ps
		}
	}
	return linesApart(name, string(before), string(after))
}

// placed is a cell with its place.
type placed struct {
	at   problem.Place
	text string
}

// cellsOf lists what a spreadsheet holds, cell by cell; ok is false where it cannot be opened.
func cellsOf(name string, data []byte) (all []placed, ok bool) {
	b, ps := sheet.OpenBytes(name, data)
	if b == nil || ps.Faults() > 0 {
		return nil, false
	}
	for _, s := range b.Sheets {
		for row := range s.Rows() {
			for _, c := range row.Cells {
				at := s.Place(row.Number, c.Column)
				at.Line = row.Line
				all = append(all, placed{at, c.String()})
			}
		}
	}
	return all, true
}

// cellsApart compares by sheet and cell.
func cellsApart(was, is []placed) (ps problem.List) {
	key := func(p problem.Place) string { return p.Sheet + "!" + p.Cell }
	old := map[string]placed{}
	for _, c := range was {
		old[key(c.at)] = c
	}
	for _, c := range is {
		o := old[key(c.at)]
		if delete(old, key(c.at)); o.text != c.text {
			ps.Add(unlistedChange.At(c.at, c.text, "was", quoted(o.text)))
		}
	}
	for _, c := range was {
		if _, lost := old[key(c.at)]; lost {
			ps.Add(unlistedChange.At(c.at, "", "was", quoted(c.text)))
		}
	}
	return first(ps)
}

// linesApart compares the lines between what both begin and end with.
func linesApart(name, before, after string) (ps problem.List) {
	was, is := strings.Split(before, "\n"), strings.Split(after, "\n")
	from := 0
	for from < min(len(was), len(is)) && was[from] == is[from] {
		from++
	}
	end := 0
	for end < min(len(was), len(is))-from && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	for i := from; i < max(len(was), len(is))-end; i++ {
		a, b := "", ""
		if i < len(was)-end {
			a = was[i]
		}
		if i < len(is)-end {
			b = is[i]
		}
		if a != b {
			ps.Add(unlistedChange.At(problem.Place{File: name, Line: i + 1}, short(b), "was", quoted(short(a))))
		}
	}
	return first(ps)
}

// first keeps the first places of a file, and says nothing of the others: one is enough to be told.
func first(ps problem.List) problem.List { return ps[:min(len(ps), mostPlaces)] }

func quoted(s string) string {
	if s == "" {
		return "–"
	}
	return "“" + s + "”"
}

// short cuts a long line.
func short(s string) string {
	s = strings.TrimSpace(s)
	if r := []rune(s); len(r) > 120 {
		return string(r[:120]) + "…"
	}
	return s
}
