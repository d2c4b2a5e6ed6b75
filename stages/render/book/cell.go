package book

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func num(n int) string { return strconv.Itoa(n) }

// ref is the reference of a column (from 0) and row (from 1): B7.
func ref(column, row int) string { return letters(column) + strconv.Itoa(row) }

// letters of a column from 0: 27 is AB.
func letters(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return letters(column/26-1) + string(rune('A'+column%26))
}

// value dresses a value for the stream. A figure has at most 15 significant digits, as Excel keeps them: excelize would
// cut off the rest where view rounds. What is no number becomes an empty cell.
func (w *workbook) value(v any, l look) any {
	c, ok := v.(cell)
	if ok {
		v = c.value
		if c.look != nil {
			l = *c.look
		}
		l.link = l.link || c.link != ""
	}
	if x, is := v.(float64); is {
		if v = tidy(x); x != x || math.IsInf(x, 0) {
			v = nil
		}
	}
	return excelize.Cell{StyleID: w.style(l), Value: v, Formula: c.formula}
}

// tidy rounds to 15 significant digits.
func tidy(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	return y
}

// empty tells whether a cell would show nothing.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case float64:
		return v != v
	case string:
		return v == ""
	}
	return false
}

const filterButton = 2.6 // digits that Excel's filter button covers in a head

// widths of the columns, from the texts in them and the words of the heads.
func (g *grid) widths() []float64 {
	widths := make([]float64, len(g.columns))
	for i, c := range g.columns {
		most := c.most
		if most == 0 {
			most = 60
		}
		body := 5.0
		for _, row := range g.rows {
			if i < len(row) {
				body = max(body, cellWidth(row[i], c.look))
			}
		}
		head := max(widestWord(c.head, true), textWidth(c.head, true)/3)
		widths[i] = math.Round(4*max(min(body*1.06+2.4, most), head+filterButton+1)) / 4
	}
	return widths
}

// cellWidth estimates how wide a cell is set.
func cellWidth(v any, l look) float64 {
	if c, ok := v.(cell); ok {
		v = c.value
		if c.look != nil {
			l = *c.look
		}
	}
	switch v := v.(type) {
	case string:
		return textWidth(v, true)
	case int:
		return float64(len(strconv.Itoa(v))) + 2
	case float64:
		if v != v || math.Abs(v) > 1e15 {
			return 0
		}
		_, frac, _ := strings.Cut(strings.Split(l.format, ";")[0], ".")
		return float64(len(strconv.Itoa(int(math.Abs(v))))+len(frac)) + 2
	}
	return 0
}

// Widths in digits that an A4 page holds, a little shrinking allowed.
const (
	upright = 105
	across  = 215
)

// paper tells how the sheet is printed: across where its columns, or its chart, would shrink too much upright, and over
// several pages where they would shrink too much even so.
func (g *grid) paper(widths []float64) sheetPaper {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	if g.drawn != nil {
		return sheetPaper{across: len(g.rows) <= 30, wide: 1}
	}
	if len(g.lines) > 0 {
		return sheetPaper{across: true, wide: 1}
	}
	return sheetPaper{across: sum > upright, wide: int(math.Ceil(sum / across)), repeat: g.frozen}
}

// pieces parts a grid with more rows than a sheet holds; an empty one has none.
func (g *grid) pieces(most int) (all []*grid) {
	if g == nil {
		return nil
	}
	for from := 0; from < len(g.rows); from += most {
		piece := *g
		piece.rows = g.rows[from:min(from+most, len(g.rows))]
		if from > 0 {
			piece.drawn, piece.line, piece.lines = nil, nil, nil
		}
		piece.strong = map[int]bool{}
		for row := range g.strong {
			if row >= from && row < from+len(piece.rows) {
				piece.strong[row-from] = g.strong[row]
			}
		}
		all = append(all, &piece)
	}
	return all
}
