package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"unsafe"

	"xephang/stages/problem"
)

// walker scans one sheet part of a workbook.
type walker struct {
	w     *workbook
	sheet *Sheet
	n     int32 // position of the sheet
	s     *scanner
	yield func(*Row) bool

	row      Row
	last     int    // number of the row before
	column   int    // of the cell before
	scratch  []byte // text of the current value
	formula  []byte
	linked   bool // an external link has been reported
	runs     bool // the current text has runs that were converted from an encoding before Unicode
	legacy   int  // cells with such text
	first    problem.Place
	computed int
	tally    Tally
}

var errStopped = errors.New("the walk was stopped")

// walk scans the part of a sheet and hands out its rows.
func (w *workbook) walk(sh *Sheet, n int, yield func(*Row) bool) {
	part := w.sheetParts[n]
	s, c, err := w.xml(part)
	if err != nil {
		sh.Problems.Add(fileDamaged.At(sh.Place(0, 0), part, reason(err)...))
		return
	}
	defer c.Close()
	k := &walker{w: w, sheet: sh, n: int32(n), s: s, yield: yield}
	switch err := k.run(); {
	case err == errStopped:
		return
	case err != nil:
		sh.Problems.Add(fileDamaged.At(sh.Place(k.last, 1), part, reason(err)...))
	}
	if k.computed > 0 {
		sh.Problems.Add(cellComputed.At(sh.Place(0, 0), "", "count", strconv.Itoa(k.computed)))
	}
	if k.legacy > 0 {
		sh.Problems.Add(cellLegacy.At(k.first, "", "count", strconv.Itoa(k.legacy)))
	}
	sh.Problems.Add(k.tally.Rest(sh.Place(0, 0))...)
}

// run scans the whole part, so that a part cut off anywhere is told.
func (k *walker) run() error {
	root := true
	for {
		t, err := k.s.next()
		if err != nil || t == ended {
			return err
		}
		if t != start {
			continue
		}
		switch {
		case root && !k.s.is("worksheet"):
			return fmt.Errorf("<%s> where a worksheet was expected", clip(k.s.name))
		case k.s.is("row"):
			err = k.readRow()
		case k.s.is("mergeCell"):
			k.merge()
		}
		if err != nil {
			return err
		}
		root = false
	}
}

// readRow reads a row element and hands it out where it holds something.
func (k *walker) readRow() error {
	number := k.last + 1
	if r := k.s.attr("r"); r != nil {
		n, ok := digits(r)
		if !ok || n <= k.last {
			return fmt.Errorf("row %q after row %d", clip(r), k.last)
		}
		number = n
	}
	if number > maxRows {
		k.sheet.Problems.Add(sheetTooLarge.At(k.sheet.Place(0, 0), strconv.Itoa(number)))
		return errStopped
	}
	k.row = Row{Number: number, Hidden: truth(string(k.s.attr("hidden"))), Cells: k.row.Cells[:0]}
	k.last, k.column = number, 0
	for depth := len(k.s.marks); len(k.s.marks) >= depth; {
		t, err := k.s.next()
		if err == nil && t == start && k.s.is("c") {
			err = k.readCell()
		}
		if err != nil {
			return err
		}
	}
	if len(k.row.Cells) == 0 {
		return nil
	}
	k.order()
	if k.w.cells += len(k.row.Cells); k.w.cells > maxCells {
		k.sheet.Problems.Add(fileTooLarge.At(k.sheet.Place(0, 0), "", tooLarge(strconv.Itoa(k.w.cells), strconv.Itoa(maxCells))...))
		return errStopped
	}
	if !k.yield(&k.row) {
		return errStopped
	}
	return nil
}

// order mends a row whose cells were written out of order and reports a cell that is there twice.
func (k *walker) order() {
	cells := k.row.Cells
	by := func(a, b Cell) int { return a.Column - b.Column }
	if !slices.IsSortedFunc(cells, by) {
		slices.SortStableFunc(cells, by)
	}
	for i := 1; i < len(cells); i++ {
		if cells[i].Column == cells[i-1].Column {
			k.report(cellDamaged, cells[i].Column, cells[i].String(), because("ô được ghi hai lần", "written twice")...)
		}
	}
}

// readCell reads a c element into the row.
func (k *walker) readCell() error {
	column, row := k.column+1, k.row.Number
	if r := k.s.attr("r"); r != nil {
		var ok bool
		if column, row, ok = reference(r); !ok || row != k.row.Number {
			return fmt.Errorf("cell %q in row %d", clip(r), k.row.Number)
		}
	}
	if column > maxColumns {
		k.sheet.Problems.Add(sheetTooLarge.At(k.sheet.Place(0, 0), strconv.Itoa(column)))
		return errStopped
	}
	k.column = column
	var kind [12]byte
	typ := string(kind[:copy(kind[:], k.s.attr("t"))])
	style, _ := digits(k.s.attr("s"))
	value, formula, err := k.parts()
	if err != nil {
		return err
	}
	c := Cell{Column: column, Formula: formula}
	if style < len(k.w.formats) {
		f := k.w.formats[style]
		c.Percent, c.Legacy = f.percent, f.font != nil
	}
	if formula {
		k.checkLink(column)
		if k.circular(&c) {
			return nil
		}
		if len(k.scratch) == 0 && !(value && typ == "str") { // an empty text is a result, and nothing is none
			k.compute(&c)
			return nil
		}
	}
	if value {
		k.fill(&c, typ, style)
	}
	return nil
}

// parts gathers the value and formula inside a c element: k.scratch, k.formula.
func (k *walker) parts() (value, formula bool, err error) {
	k.scratch, k.formula, k.runs = k.scratch[:0], k.formula[:0], false
	for depth := len(k.s.marks); len(k.s.marks) >= depth; {
		t, err := k.s.next()
		if err != nil {
			return false, false, err
		}
		if t != start {
			continue
		}
		switch {
		case k.s.is("v"):
			value = true
			k.scratch, err = k.s.content(k.scratch)
		case k.s.is("f"):
			formula = true
			k.formula, err = k.s.content(k.formula)
		case k.s.is("is"):
			value = true
			k.scratch, k.runs, err = richText(k.s, k.scratch)
		}
		if err != nil {
			return false, false, err
		}
	}
	return value, formula, nil
}

// fill types the value in k.scratch and puts the cell into the row.
func (k *walker) fill(c *Cell, typ string, style int) {
	switch typ {
	case "", "n":
		k.number(c, style)
	case "s":
		n, ok := digits(k.scratch)
		if !ok || n >= len(k.w.strings) {
			k.report(cellDamaged, c.Column, string(k.scratch), because("chuỗi dùng chung không tồn tại", "no such shared string")...)
			c.Kind, c.Told, c.Text = Error, true, "#"+clip(k.scratch)
			break
		}
		c.Kind, c.Text = Text, k.w.strings[n]
		_, k.runs = slices.BinarySearch(k.w.converted, n)
		k.convert(c, style)
	case "str", "inlineStr":
		c.Kind, c.Text = Text, plain(k.scratch)
		k.convert(c, style)
	case "b":
		c.Kind = Bool
		if truth(string(k.scratch)) {
			c.Number = 1
		}
	case "e":
		c.Kind, c.Text = Error, plain(k.scratch)
	case "d":
		isoDate(c, plain(k.scratch))
	default:
		k.report(cellDamaged, c.Column, typ, because("kiểu ô lạ", "unknown cell type")...)
		c.Kind, c.Told, c.Text = Error, true, "#"+plain(k.scratch)
	}
	k.put(*c)
}

// convert turns a text that is set in a font from before Unicode into Unicode, and counts those that are.
func (k *walker) convert(c *Cell, style int) {
	changed := k.runs
	if c.Legacy {
		var now bool
		c.Text, now = k.w.formats[style].font.Text(c.Text)
		changed = changed || now
	}
	if !changed {
		return
	}
	c.Legacy = true
	if k.legacy++; k.legacy == 1 {
		k.first = k.sheet.Place(k.row.Number, c.Column)
	}
}

func (k *walker) put(c Cell) {
	if c.Kind == Empty || c.Kind == Text && c.Text == "" {
		return
	}
	k.row.Cells = append(k.row.Cells, c)
}

// number reads a numeric cell; a date format makes a day of it.
func (k *walker) number(c *Cell, style int) {
	b := bytes.TrimSpace(k.scratch)
	if len(b) == 0 {
		return
	}
	v, err := strconv.ParseFloat(unsafe.String(&b[0], len(b)), 64)
	if err != nil || math.IsInf(v, 0) || v != v {
		k.report(cellDamaged, c.Column, string(b), because("không phải số", "no number")...)
		c.Kind, c.Told, c.Text = Error, true, "#"+clip(b)
		return
	}
	c.Kind, c.Number = Number, v
	if style < len(k.w.formats) && k.w.formats[style].date {
		if text, ok := day(v, k.w.fromDay); ok {
			c.Kind, c.Text = Date, text
		}
	}
}

func (k *walker) report(kind *problem.Kind, column int, found string, args ...string) {
	if k.tally.More(kind.Code) {
		k.sheet.Problems.Add(kind.At(k.sheet.Place(k.row.Number, column), found, args...))
	}
}
