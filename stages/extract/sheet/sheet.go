// Package sheet opens spreadsheets: .xlsx and .xlsm, .ods, .csv and .tsv, told by what is in them and not by their
// names. It hands over typed cells, row by row, and reports every way in which a file can be damaged, locked, too large
// or something else than it says. extract stands after it and knows what the cells mean; no one else opens a spreadsheet.
//
// Start with Open; walk a sheet with Sheet.Rows; read figures written as text with ParseNumber.
//
// A choice weighed and left: excelize's own row iterator. On a sheet cut off in the middle it gives the rows so far and
// no error, it knows no cell types, and it needs about ten times as long. So the parts of the package are scanned here
// and checked for well-formedness as they pass; excelize computes the formulas that carry no cached value.
package sheet

import (
	"iter"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// Format is what a file turned out to be.
type Format string

const (
	XLSX Format = "xlsx" // also .xlsm; macros are ignored
	ODS  Format = "ods"
	CSV  Format = "csv" // also .tsv and other text with columns
	XLS  Format = "xls" // read through LibreOffice where that is installed
)

// Book is an open spreadsheet file.
type Book struct {
	File   string // as it is named in problems
	Format Format
	Sheets []*Sheet
	Names  []Name // names defined in the workbook, in its order
	Comma  rune   // delimiter of a CSV file, 0 otherwise

	fromDay int // 1904 where the file counts days from there, else 1900
}

// Day writes a serial day of the file, as a date that lost its format shows, as 2020-07-10; false outside 1900–9999.
func (b *Book) Day(serial float64) (string, bool) {
	text, ok := day(serial, b.fromDay)
	if len(text) > len("2020-07-10") {
		text = text[:len("2020-07-10")]
	}
	return text, ok
}

// Sheet finds a sheet by name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Name is a name defined in a workbook: what it is called and what it refers to, as written ('Trả lời'!$C$5).
type Name struct {
	Name, Refers string
	Hidden       bool
}

// Sheet is one table of a Book.
type Sheet struct {
	File, Name string // Name is empty for CSV
	Hidden     bool
	Merged     []Range      // complete after Rows has ended
	Problems   problem.List // what Rows met on its way; complete after Rows has ended
	Lazy       bool         // set before Rows: formulas without a stored result are left Pending, for Compute

	walk    func(s *Sheet, yield func(*Row) bool)
	compute func(row int, c *Cell) error
}

// Rows walks the rows that hold something, downward. A Row and its Cells are valid until the next step; the texts stay.
// Blank rows, however many the file declares, are stepped over. Problems and Merged are filled on the way.
func (s *Sheet) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		s.Problems, s.Merged = nil, nil
		s.walk(s, yield)
	}
}

// Place names a cell of the sheet; row 0 names the sheet as a whole.
func (s *Sheet) Place(row, column int) problem.Place {
	p := problem.Place{File: s.File, Sheet: s.Name}
	if row > 0 && column > 0 {
		p.Cell = cube.CellName(column, row)
	}
	return p
}

// Row is one row: its number from 1, as a spreadsheet program shows it, and its cells that are not empty, by column.
type Row struct {
	Number int
	Line   int // line of a CSV file on which the row begins, 0 otherwise
	Hidden bool
	Cells  []Cell
}

// At is the cell of a column (from 1); the empty Cell where the row has none.
func (r *Row) At(column int) Cell {
	lo, hi := 0, len(r.Cells)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if r.Cells[m].Column < column {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(r.Cells) && r.Cells[lo].Column == column {
		return r.Cells[lo]
	}
	return Cell{Column: column}
}

// Kind is the type of a cell.
type Kind uint8

const (
	Empty  Kind = iota
	Number      // Number
	Text        // Text
	Bool        // Number is 1 or 0
	Date        // Number is the serial day of the file, Text the day as 2020-07-10 or 2020-07-10T08:30:00
	Error       // Text is #REF!, #DIV/0!, …
)

// Cell is one typed value. What a number format shows is not applied: 74.7 % is the Number 0.747 with Percent set.
type Cell struct {
	Column  int // from 1
	Kind    Kind
	Percent bool // the number format shows a percentage
	Formula bool // the value is the result of a formula
	Told    bool // an Error that Sheet.Problems tells of already
	Pending bool // a formula of a Lazy sheet that has no stored result: an Error with the formula for its Text
	Legacy  bool // set in a font of a Vietnamese encoding before Unicode (.VnTime, VNI-Times); Text is converted
	Number  float64
	Text    string
}

// Blank tells that the cell says nothing: empty, or white space only.
func (c Cell) Blank() bool {
	return c.Kind == Empty || c.Kind == Text && strings.TrimFunc(c.Text, isSpace) == ""
}

// String is the cell as a reader would name it in a message.
func (c Cell) String() string {
	switch c.Kind {
	case Number:
		return formatNumber(c.Number)
	case Bool:
		if c.Number != 0 {
			return "TRUE"
		}
		return "FALSE"
	}
	return c.Text
}

// Range is a rectangle of cells, corners included, counted from 1.
type Range struct{ Column, Row, ToColumn, ToRow int }

// String writes the range as A1:B3.
func (r Range) String() string {
	return cube.CellName(r.Column, r.Row) + ":" + cube.CellName(r.ToColumn, r.ToRow)
}
