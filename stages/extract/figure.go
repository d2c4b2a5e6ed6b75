package extract

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

func hasPercent(t problem.Text) bool {
	return strings.Contains(t.VI, "%") || strings.Contains(t.EN, "%")
}

// taste is what is known of how one column of a sheet is written, besides what its node declares.
type taste struct {
	dot, comma bool // figures that prove a decimal dot, a decimal comma
	waiting    []waiting
	machine    *waiting // the first figure read by the machine's rule that could also part thousands
}

// waiting is a figure that can be read in two ways, until its column is complete.
type waiting struct {
	f     *figures
	e     *edition
	row   int // of the cube
	at    cellAt
	text  string
	mark  byte
	value float64 // with the mark as decimal
	other float64 // with the mark parting thousands
	rank  int
}

// cellAt is a cell of the sheet being read.
type cellAt struct {
	row, line, column int
	text              string // what stands in it; empty where it holds a number
}

// shown is a figure as it was found: the text of its cell, else the number.
func (at cellAt) shown(v float64) string {
	if at.text != "" {
		return at.text
	}
	return shortest(v)
}

// scan reads a cell as a figure of column f. ok is false where it holds none, or a fault was reported.
func (r *reader) scan(c *sheet.Cell, f *figures, at cellAt) (n sheet.Reading, ok bool) {
	switch c.Kind {
	case sheet.Number:
		v := c.Number
		if c.Percent && f.style.Percent {
			v = hundredfold(v)
		}
		return sheet.Reading{Is: sheet.Figure, Value: v}, true
	case sheet.Text:
		s := f.style
		s.Machine = r.machine
		n = sheet.ParseNumber(c.Text, s)
		switch n.Is {
		case sheet.Missing:
			return n, false
		case sheet.Refused:
			r.report(numberBad, at, c.Text, "why_vi", n.Why.VI, "why_en", n.Why.EN)
			return n, false
		case sheet.Broken:
			r.report(cellError, at, c.Text)
			return n, false
		}
		return n, true
	case sheet.Bool:
		if f.style.YesNo {
			return sheet.Reading{Is: sheet.Figure, Value: c.Number}, true
		}
		r.report(cellBool, at, c.String())
	case sheet.Date:
		r.report(cellDate, at, c.Text)
	case sheet.Error:
		if !c.Told {
			r.report(cellError, at, c.Text)
		}
	}
	return n, false
}

// hundredfold moves the decimal point of a fraction two places, exactly as its digits are written.
func hundredfold(v float64) float64 {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return math.NaN()
	}
	if v, err = strconv.ParseFloat(digits+"e"+strconv.Itoa(e+2), 64); err != nil {
		return math.NaN()
	}
	return v
}

// rankOf reads a rank: 12, or 12/34. of is 0 where the cell does not say.
func (r *reader) rankOf(c *sheet.Cell, at cellAt) (rank, of int, ok bool) {
	if c.Kind == sheet.Text {
		if a, b, cut := strings.Cut(c.Text, "/"); cut {
			n, err := strconv.Atoi(strings.TrimSpace(a))
			m, err2 := strconv.Atoi(strings.TrimSpace(b))
			if err != nil || err2 != nil || n < 1 || m < n {
				r.report(rankBad, at, c.Text)
				return 0, 0, false
			}
			return n, m, true
		}
	}
	n, ok := r.scan(c, &rankColumn, at)
	if !ok {
		return 0, 0, false
	}
	if n.Is != sheet.Figure || n.Value != math.Trunc(n.Value) || n.Value < 1 || n.Value > math.MaxInt32 {
		r.report(rankBad, at, c.String())
		return 0, 0, false
	}
	return int(n.Value), 0, true
}

// rankColumn is how ranks are written.
var rankColumn = figures{style: sheet.Style{Range: &[2]float64{1, 999}}}

// settle decides the figures of a sheet that could be read in two ways, by what their column proved: a decimal comma or a
// decimal dot, not both. A column that proves nothing follows its kind of file: in the text cells of a Vietnamese
// workbook, and in a file parted by semicolons, the dot parts thousands, unless other columns prove a decimal dot and
// none a decimal comma; in a file parted by commas, the dot is decimal; in one parted by
// tabs nothing is taken for granted.
func (r *reader) settle() {
	var all taste
	for _, t := range r.tastes {
		all.dot, all.comma = all.dot || t.dot, all.comma || t.comma
	}
	for _, t := range r.tastes {
		decimal := r.decimal(t, &all)
		for _, w := range t.waiting {
			switch decimal {
			case 0:
				r.twoWays(w)
			case w.mark:
				r.put(w.e, w.f, w.row, w.value, w.rank, w.at)
			default:
				r.put(w.e, w.f, w.row, w.other, w.rank, w.at)
			}
		}
		if t.machine != nil && t.comma {
			r.twoWays(*t.machine)
		}
	}
}

// decimal is the decimal mark of a column, 0 where nothing tells.
func (r *reader) decimal(t, all *taste) byte {
	switch {
	case t.dot && t.comma:
		return 0
	case t.dot:
		return '.'
	case t.comma:
		return ','
	case r.machine:
		return '.'
	case all.dot && !all.comma:
		return map[bool]byte{true: '.'}[r.book.Comma == '\t']
	case r.book.Comma == '\t' && all.dot == all.comma:
		return 0
	}
	return ','
}

func (r *reader) twoWays(w waiting) {
	one, two := shortest(w.value), shortest(w.other)
	r.unit = w.e.table.Units[w.row]
	sure := strings.Replace(one, ".", ",", 1)
	r.report(numberTwoWays, w.at, w.text, "one", one, "two", two, "sure", sure+"0 / "+two)
}

func shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
