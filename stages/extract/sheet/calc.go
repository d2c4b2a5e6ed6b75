package sheet

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/xuri/excelize/v2"

	"xephang/stages/problem"
)

// computer works out formulas that carry no result, which programs other than a spreadsheet write. It opens the
// workbook a second time, through excelize, and only when such a formula is met.
type computer struct {
	book *excelize.File
	err  error
	done int
}

func newComputer(data []byte) *computer {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	return &computer{book: f, err: err}
}

var errTooMany = errors.New("too many formulas")

// value computes one cell; whatever goes wrong in the library comes back as an error.
func (c *computer) value(sheet, cell string) (text string, err error) {
	defer func() {
		if r := recover(); r != nil {
			text, err = "", errors.New(panicked(r))
		}
	}()
	if c.err != nil {
		return "", c.err
	}
	if c.done++; c.done > maxComputed {
		return "", errTooMany
	}
	text, err = c.book.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil && isErrorValue(err.Error()) {
		return text, nil // the formula was worked out, and its result is an error value
	}
	return text, err
}

// circular reports a formula that refers to itself in the end; its cell is then an error, whatever value is cached.
func (k *walker) circular(c *Cell) bool {
	if k.w.iterates {
		return false
	}
	if k.w.graph == nil {
		k.w.graph = k.w.formulas()
	}
	if !k.w.graph.circled[spot{k.n, int32(c.Column), int32(k.row.Number)}] {
		return false
	}
	k.report(cellCircular, c.Column, "="+clip(k.formula))
	c.Kind, c.Told, c.Text = Error, true, "="+clip(k.formula)
	k.put(*c)
	return true
}

// compute fills a cell from its formula, or reports that it cannot.
func (k *walker) compute(c *Cell) {
	if k.sheet.Lazy {
		c.Kind, c.Pending, c.Text = Error, true, "="+clip(k.formula)
		k.put(*c)
		return
	}
	if err := k.w.compute(k.sheet, k.row.Number, c, "="+clip(k.formula)); err != nil {
		k.report(cellNoResult, c.Column, c.Text, reason(err)...)
	} else {
		k.computed++
	}
	k.put(*c)
}

// Compute works out a formula that was left Pending. The problem, if any, is that it cannot be worked out, or, as a
// doubt, that it had to be.
func (s *Sheet) Compute(row int, c Cell) (Cell, problem.Problem) {
	c.Pending = false
	err := errNoPart
	if s.compute != nil {
		err = s.compute(row, &c)
	}
	if err != nil {
		c.Kind, c.Told = Error, true
		return c, cellNoResult.At(s.Place(row, c.Column), c.Text, reason(err)...)
	}
	return c, cellComputed.At(s.Place(row, c.Column), "", "count", "1")
}

// compute is the work itself; on an error the cell is one, with the formula for its text.
func (w *workbook) compute(s *Sheet, row int, c *Cell, formula string) error {
	if w.computer == nil {
		w.computer = newComputer(w.data)
	}
	text, err := w.computer.value(s.Name, s.Place(row, c.Column).Cell)
	switch {
	case err != nil:
		c.Kind, c.Told, c.Text = Error, true, formula
	case isErrorValue(text):
		c.Kind, c.Text = Error, text
	case text == "TRUE" || text == "FALSE":
		c.Kind = Bool
		if text == "TRUE" {
			c.Number = 1
		}
	default:
		c.Kind, c.Text = Text, text
		if v, err := strconv.ParseFloat(text, 64); err == nil && v-v == 0 {
			c.Kind, c.Number, c.Text = Number, v, ""
		}
	}
	return err
}
