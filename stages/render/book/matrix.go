package book

import (
	"math"

	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// matrix is a large sheet with units down: ids above heads, rows made one by one, so that millions of cells need no more
// memory than one row. Its table is protected but for the cells that are open.
type matrix struct {
	sheet   string // name, as the workbook gave it
	title   string
	under   string
	back    string
	columns []matrixColumn
	frozen  int
	rows    int
	cell    func(row, column int) (value any, formula string) // a NaN is an empty cell
	beside  func(s *matrix)                                   // what else belongs to the sheet, before its rows
	height  func(row int) float64                             // of a row; nil: as the program that opens it likes
}

// matrixColumn is a column of a matrix.
type matrixColumn struct {
	id, head string
	look     look
	width    float64
}

const (
	idRow     = 4 // ids of the columns
	nameRow   = 5 // their names
	firstRow  = 6 // of the units
	mostRows  = 1 << 20
	mostWide  = 1 << 14
	mostChars = 8192 // in a formula
)

// Looks of the audit: what may be changed, what is computed, what is given because no formula can give it.
var (
	codeLook   = look{size: 9, colour: quiet, centre: true}
	openLook   = look{border: true, fill: entry, open: true, format: "General"}
	figureLook = look{border: true, format: "General"}
	exactLook  = look{border: true, format: "0.000000"}
	fixedLook  = look{border: true, italic: true, colour: quiet, format: "0.000000"}
	tinyLook   = look{border: true, format: `[=0]"0";0.0E+00`}
)

// spread writes a matrix.
func (w *workbook) spread(m *matrix) {
	widths := 0.0
	for _, c := range m.columns {
		widths += c.width
	}
	w.page(m.sheet, sheetPaper{across: widths > upright, wide: int(math.Ceil(widths / across)), repeat: m.frozen}, nameRow)
	s := w.stream(m.sheet)
	if s == nil {
		return
	}
	w.note(s.SetPanes(&excelize.Panes{Freeze: true, XSplit: m.frozen, YSplit: nameRow, TopLeftCell: ref(m.frozen, firstRow), ActivePane: pane(m.frozen)}))
	styles := make([]int, len(m.columns))
	for i, c := range m.columns {
		styles[i] = w.style(c.look)
		w.note(s.SetColWidth(i+1, i+1, c.width))
	}
	if m.beside != nil {
		m.beside(m)
	}
	w.protect(m.sheet)
	w.matrixHead(s, m)
	line := make([]any, len(m.columns))
	for row := range m.rows {
		for i := range m.columns {
			value, formula := m.cell(row, i)
			line[i] = plainCell(styles[i], value, formula)
		}
		height := 0.0
		if m.height != nil {
			height = m.height(row)
		}
		w.note(s.SetRow("A"+num(firstRow+row), line, excelize.RowOpts{Height: height}))
	}
	w.note(s.Flush())
}

// plainCell is a cell of the stream; what is no number is an empty cell, or the empty text that a formula gives.
func plainCell(style int, value any, formula string) excelize.Cell {
	if x, is := value.(float64); is {
		if value = tidy(x); x != x || math.IsInf(x, 0) {
			value = nil
			if formula != "" {
				value = ""
			}
		}
	}
	return excelize.Cell{StyleID: style, Value: value, Formula: formula}
}

func (w *workbook) matrixHead(s *excelize.StreamWriter, m *matrix) {
	set := func(row int, height float64, values []any) {
		w.note(s.SetRow("A"+num(row), values, excelize.RowOpts{Height: height}))
	}
	w.link(m.sheet, "A3", quoted(m.back)+"A1")
	set(1, 24, []any{excelize.Cell{StyleID: w.style(titleLook), Value: m.title}})
	set(2, 17, []any{excelize.Cell{StyleID: w.style(underLook), Value: m.under}})
	set(3, 17, []any{excelize.Cell{StyleID: w.style(backLook), Value: view.VI.Say("book.back")}})
	ids, names := make([]any, len(m.columns)), make([]any, len(m.columns))
	for i, c := range m.columns {
		ids[i] = excelize.Cell{StyleID: w.style(codeLook), Value: c.id}
		names[i] = excelize.Cell{StyleID: w.style(headLook), Value: c.head}
	}
	set(idRow, 14, ids)
	set(nameRow, tallest(m.columns), names)
}

// tallest is the height that the heads of some columns take.
func tallest(columns []matrixColumn) float64 {
	lines := 2
	for _, c := range columns {
		lines = max(lines, linesIn(c.head, c.width-1.5, true))
	}
	return 6 + 15*float64(min(lines, 8))
}

// protect locks a sheet without a password: everybody may unlock it, nobody changes it by mistake.
func (w *workbook) protect(sheet string) {
	w.note(w.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, FormatCells: true, AutoFilter: true, EditObjects: true, EditScenarios: true}))
}

// column is the width that a head and figures of a length want, in digits.
func figureWidth(head string, digits int) float64 {
	return max(float64(digits)+2.5, min(widestWord(head, true), 24)+1.5, textWidth(head, true)/4+1.5)
}
