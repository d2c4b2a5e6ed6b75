package foreign

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xephang/stages/problem"
)

// frame is a CSV table of R in memory: a header and rows of texts. Where a row begins is kept, so that the place of a
// cell is worked out only when there is something to say about it.
type frame struct {
	file    File
	columns []string
	at      map[string]int
	rows    []frameRow
}

type frameRow struct {
	cells  []string
	offset int
	line   int
}

// readFrame reads a table. Rows that cannot be read are reported and left out; nil where nothing can be read.
func (p *project) readFrame(file File) *frame {
	file.Data = bytes.TrimPrefix(file.Data, []byte("\ufeff"))
	f := &frame{file: file, at: map[string]int{}}
	if !utf8.Valid(file.Data) {
		p.problems.Add(badEncoding.At(problem.Place{File: file.Name}, ""))
		return nil
	}
	in := csv.NewReader(bytes.NewReader(file.Data))
	in.FieldsPerRecord = -1
	for {
		offset := int(in.InputOffset())
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			p.malformed(f, err)
			continue
		}
		line, _ := in.FieldPos(0)
		switch {
		case f.columns == nil:
			f.columns = cells
		case len(cells) != len(f.columns):
			p.problems.Add(wideRow.At(problem.Place{File: file.Name, Line: line}, strconv.Itoa(len(cells)), "columns", strconv.Itoa(len(f.columns))))
		default:
			f.rows = append(f.rows, frameRow{cells, offset, line})
		}
	}
	return p.header(f)
}

// header enters the columns; a first column without a name holds R's row names and is passed over.
func (p *project) header(f *frame) *frame {
	for i, c := range f.columns {
		c = strings.TrimSpace(c)
		if _, twice := f.at[c]; twice && c != "" {
			p.problems.Add(twiceColumn.At(problem.Place{File: f.file.Name, Line: 1}, c))
		}
		f.columns[i], f.at[c] = c, i
	}
	if len(f.rows) == 0 {
		p.problems.Add(noRows.At(problem.Place{File: f.file.Name}, ""))
		return nil
	}
	return f
}

func (p *project) malformed(f *frame, err error) {
	at := problem.Place{File: f.file.Name}
	var e *csv.ParseError
	if errors.As(err, &e) {
		at.Line, at.Column, err = e.Line, e.Column, e.Err
	}
	p.problems.Add(badCSV.At(at, "", "why", err.Error()))
}

// needs reports the columns that a table must have and has not.
func (p *project) needs(f *frame, columns ...string) bool {
	good := true
	for _, c := range columns {
		if !f.has(c) {
			p.problems.Add(noColumn.At(problem.Place{File: f.file.Name, Line: 1}, "", "column", c, "columns", strings.Join(columns, ", ")))
			good = false
		}
	}
	return good
}

func (f *frame) has(column string) bool { _, ok := f.at[column]; return ok }

// text is a cell, trimmed; empty where it is blank or NA. A code or name may be "NA" in quotes (Namibia).
func (f *frame) text(row int, column string) string {
	i, ok := f.at[column]
	if !ok {
		return ""
	}
	s := strings.TrimSpace(f.rows[row].cells[i])
	if s == "NA" && !f.quoted(row, i) {
		return ""
	}
	return s
}

// number is a cell as a double, NaN where it is missing. Anything else is no number (false), an infinite one too.
func (f *frame) number(row, column int) (float64, bool) {
	switch s := strings.TrimSpace(f.rows[row].cells[column]); s {
	case "", "NA", "NaN", "nan", "N/A", "n/a":
		return math.NaN(), true
	default:
		x, err := strconv.ParseFloat(s, 64)
		return x, err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) && !strings.ContainsAny(s, "xX_")
	}
}

// num is number by a column's name, with the fault reported; NaN where there is no such column.
func (p *project) num(f *frame, row int, column, vi, en string) float64 {
	i, ok := f.at[column]
	if !ok {
		return math.NaN()
	}
	x, good := f.number(row, i)
	if !good {
		p.problems.Add(badNumber.At(f.place(row, column), f.rows[row].cells[i], "vi", vi, "en", en))
		return math.NaN()
	}
	return x
}

// place works out where a cell stands, by reading its row once more.
func (f *frame) place(row int, column string) problem.Place {
	r := f.rows[row]
	at := problem.Place{File: f.file.Name, Line: r.line}
	if i, ok := f.at[column]; ok {
		start, line := f.start(r, i)
		head := f.file.Data[:start]
		at.Line, at.Column = line, utf8.RuneCount(head[bytes.LastIndexByte(head, '\n')+1:])+1
	}
	return at
}

// quoted tells whether a cell was written in quotes.
func (f *frame) quoted(row, column int) bool {
	start, _ := f.start(f.rows[row], column)
	return start < len(f.file.Data) && f.file.Data[start] == '"'
}

// start is the offset and line of a cell.
func (f *frame) start(r frameRow, column int) (offset, line int) {
	in := csv.NewReader(bytes.NewReader(f.file.Data[r.offset:]))
	in.FieldsPerRecord = -1
	if cells, err := in.Read(); err != nil || column >= len(cells) {
		return r.offset, r.line
	}
	first, _ := in.FieldPos(0)
	at, col := in.FieldPos(column)
	offset = r.offset
	for range at - 1 { // blank lines before the row, line breaks inside it
		offset += bytes.IndexByte(f.file.Data[offset:], '\n') + 1
	}
	return offset + col - 1, r.line + at - first
}

// others lists the columns but those named.
func (f *frame) others(but ...string) []string {
	var list []string
	for _, c := range f.columns {
		if c != "" && !slices.Contains(but, c) {
			list = append(list, c)
		}
	}
	return list
}
