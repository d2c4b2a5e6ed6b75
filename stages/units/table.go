package units

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xephang/stages/problem"
)

// table reads a CSV file line by line, by the names of its columns, and knows the place of every cell.
type table struct {
	file     File
	columns  []string
	at       map[string]int // column → position
	width    int            // cells of the header
	csv      *csv.Reader
	lines    []int // offset of every line, made when the first place is asked for
	problems *problem.List
}

// row is one line of a table.
type row struct {
	t     *table
	cells []string
}

// read calls each for every line of the file below its header. columns are those that are known; of needed, each
// entry is one column or several, of which one must be there ("name_vi|name").
func read(f File, columns, needed []string, problems *problem.List, each func(row)) {
	f.Data = bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	t := &table{file: f, columns: columns, at: map[string]int{}, problems: problems}
	if !utf8.Valid(f.Data) {
		problems.Add(badEncoding.At(t.firstInvalid(), ""))
		return
	}
	t.csv = csv.NewReader(bytes.NewReader(f.Data))
	t.csv.FieldsPerRecord = -1
	if head, _, _ := bytes.Cut(f.Data, []byte("\n")); bytes.ContainsRune(head, ';') && !bytes.ContainsRune(head, ',') {
		t.csv.Comma = ';' // as a Vietnamese Excel saves it
	}
	if !t.header(needed) {
		return
	}
	for {
		cells, err := t.csv.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.malformed(err)
			continue
		}
		r := row{t, cells}
		if r.narrow() && !r.blank() {
			each(r)
		}
	}
}

// header reads the first line and tells whether the lines below it can be read.
func (t *table) header(needed []string) bool {
	cells, err := t.csv.Read()
	if err != nil && err != io.EOF {
		t.malformed(err)
		return false
	}
	good := true
	t.width = len(cells)
	for i, c := range cells {
		name := strings.ToLower(strings.TrimSpace(c))
		switch _, twice := t.at[name]; {
		case twice && name != "":
			t.problems.Add(twiceColumn.At(t.place(i), c))
			good = false
		case slices.Contains(t.columns, name):
			t.at[name] = i
		case name != "":
			t.problems.Add(strangeColumn.At(t.place(i), c, "columns", strings.Join(t.columns, ", ")))
		}
	}
	for _, n := range needed {
		if !slices.ContainsFunc(strings.Split(n, "|"), t.has) {
			first, _, _ := strings.Cut(n, "|")
			t.problems.Add(noColumn.At(problem.Place{File: t.file.Name, Line: 1}, "", "column", first, "columns", strings.Join(t.columns, ", ")))
			good = false
		}
	}
	return good
}

func (t *table) has(column string) bool { _, ok := t.at[column]; return ok }

// malformed reports what encoding/csv could not read; it goes on with the next line.
func (t *table) malformed(err error) {
	at := problem.Place{File: t.file.Name}
	var e *csv.ParseError
	if errors.As(err, &e) {
		at.Line, at.Column, err = e.Line, t.letters(e.Line, e.Column), e.Err
	}
	vi, en := err.Error(), err.Error()
	switch err {
	case csv.ErrBareQuote:
		vi, en = "dấu ngoặc kép trong ô không đặt trong ngoặc", "a double quote inside a cell that is not quoted"
	case csv.ErrQuote:
		vi, en = "dấu ngoặc kép thừa hoặc chưa đóng", "a double quote too many or not closed"
	}
	t.problems.Add(badCSV.At(at, "", "why_vi", vi, "why_en", en))
}

// place of a cell of the line read last.
func (t *table) place(cell int) problem.Place {
	line, column := t.csv.FieldPos(cell)
	return problem.Place{File: t.file.Name, Line: line, Column: t.letters(line, column)}
}

// letters turns a column counted in bytes into one counted in letters.
func (t *table) letters(line, column int) int {
	if t.lines == nil {
		t.lines = []int{0}
		for i, b := range t.file.Data {
			if b == '\n' {
				t.lines = append(t.lines, i+1)
			}
		}
	}
	if line < 1 || line > len(t.lines) {
		return 0
	}
	start := t.lines[line-1]
	end := min(start+max(column-1, 0), len(t.file.Data))
	return utf8.RuneCount(t.file.Data[start:end]) + 1
}

func (t *table) firstInvalid() problem.Place {
	good := 0
	for data := t.file.Data; good < len(data); {
		r, n := utf8.DecodeRune(data[good:])
		if r == utf8.RuneError && n < 2 {
			break
		}
		good += n
	}
	before := t.file.Data[:good]
	line := bytes.Count(before, []byte("\n"))
	return problem.Place{File: t.file.Name, Line: line + 1, Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}
}

func (r row) blank() bool {
	return !slices.ContainsFunc(r.cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// narrow reports a line that has more cells than the header has columns.
func (r row) narrow() bool {
	width := r.t.width
	for i := width; i < len(r.cells); i++ {
		if r.cells[i] != "" {
			r.t.problems.Add(wideRow.At(r.t.place(i), r.cells[i], "cells", strconv.Itoa(len(r.cells)), "columns", strconv.Itoa(width)))
			return false
		}
	}
	return true
}

// get is the cell of a column, trimmed; empty where the table or the line has none.
func (r row) get(column string) string {
	if i, ok := r.t.at[column]; ok && i < len(r.cells) {
		return strings.TrimSpace(r.cells[i])
	}
	return ""
}

// place of the cell of a column, or of the line's first cell where it has none.
func (r row) place(column string) problem.Place {
	if i, ok := r.t.at[column]; ok && i < len(r.cells) {
		return r.t.place(i)
	}
	return r.t.place(0)
}

// date reads a column as a date, and reports what is none.
func (r row) date(column string) Date {
	d, err := ParseDate(r.get(column))
	if err != nil {
		r.t.problems.Add(badDate.At(r.place(column), r.get(column)))
	}
	return d
}
