package cube

import (
	"slices"
	"strconv"

	"xephang/stages/problem"
)

// Source tells where one cell came from: the places in our input files (several where two files agree), and what the
// file itself says of the figure: the pages it cites, how far it is to be trusted, and a note.
type Source struct {
	Places     []problem.Place
	Cite       []string // addresses or names of publications
	Confidence string   // high, medium, derived; empty where the file does not say
	Note       problem.Text
}

// Origin answers, row by row, where a column's cells were read.
type Origin interface{ At(row int) Source }

// SheetColumn is the origin of a column of a wide table: one file, one sheet, one column; Rows gives the sheet's row
// (from 1) of each unit, 0 where the unit is not in the sheet. Rows is shared by all columns of the sheet.
type SheetColumn struct {
	File, Sheet string
	Column      int // from 1
	Rows        []int32
	Cite        []string
}

// At is the cell of a row.
func (s SheetColumn) At(row int) Source {
	if row >= len(s.Rows) || s.Rows[row] == 0 {
		return Source{}
	}
	return Source{Places: []problem.Place{{File: s.File, Sheet: s.Sheet, Cell: CellName(s.Column, int(s.Rows[row]))}}, Cite: s.Cite}
}

// AppendPlace appends the place of a row's cell, as Place.String writes it, without an allocation.
func (s SheetColumn) AppendPlace(dst []byte, row int) []byte {
	if row >= len(s.Rows) || s.Rows[row] == 0 {
		return dst
	}
	dst = append(append(dst, s.File...), " ["...)
	if s.Sheet != "" {
		dst = append(append(dst, s.Sheet...), '!')
	}
	dst = appendLetters(dst, s.Column)
	return append(strconv.AppendInt(dst, int64(s.Rows[row]), 10), ']')
}

// Cells is the origin of figures that each have a place of their own.
type Cells map[int]Source

// At is the source of a row.
func (c Cells) At(row int) Source { return c[row] }

// CellName writes column 3, row 14 as C14.
func CellName(column, row int) string {
	return string(strconv.AppendInt(appendLetters(nil, column), int64(row), 10))
}

// appendLetters appends the letters of a column counted from 1: 27 is AA.
func appendLetters(dst []byte, column int) []byte {
	at := len(dst)
	for ; column > 0; column = (column - 1) / 26 {
		dst = append(dst, byte('A'+(column-1)%26))
	}
	slices.Reverse(dst[at:])
	return dst
}
