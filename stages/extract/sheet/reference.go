package sheet

import (
	"bytes"
	"fmt"
)

// digits reads a whole number without sign.
func digits(b []byte) (n int, ok bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// reference reads AB12 as column 28, row 12.
func reference(b []byte) (column, row int, ok bool) {
	i := 0
	for i < len(b) && b[i] >= 'A' && b[i] <= 'Z' && i < 4 {
		column = column*26 + int(b[i]-'A'+1)
		i++
	}
	row, ok = digits(b[i:])
	return column, row, ok && column > 0 && row > 0
}

// isoDate reads a date written as text by the format itself (2020-07-10, 2020-07-10T08:30:00).
func isoDate(c *Cell, text string) {
	c.Kind, c.Text = Text, text
	var y, m, d int
	if n, err := fmt.Sscanf(text, "%4d-%2d-%2d", &y, &m, &d); n == 3 && err == nil && m >= 1 && m <= 12 && d >= 1 && d <= 31 {
		c.Kind, c.Number = Date, serial(y, m, d)
	}
}

// checkLink reports, once a sheet, a formula that reaches into another file: [1]Sheet1!A1.
func (k *walker) checkLink(column int) {
	if k.linked {
		return
	}
	for b := k.formula; ; {
		i := bytes.IndexByte(b, '[')
		if i < 0 {
			return
		}
		b = b[i+1:]
		if j := bytes.IndexByte(b, ']'); j > 0 {
			if _, ok := digits(b[:j]); ok {
				k.linked = true
				k.sheet.Problems.Add(externalLink.At(k.sheet.Place(k.row.Number, column), "="+clip(k.formula)))
				return
			}
		}
	}
}

// merge takes the merged range of a mergeCell element.
func (k *walker) merge() {
	ref := k.s.attr("ref")
	from, to, two := bytes.Cut(ref, []byte(":"))
	if !two {
		to = from
	}
	c, r, ok := reference(from)
	c2, r2, ok2 := reference(to)
	if !ok || !ok2 || c2 < c || r2 < r {
		k.sheet.Problems.Add(cellDamaged.At(k.sheet.Place(0, 0), clip(ref), because("vùng gộp ô sai", "broken merged range")...))
		return
	}
	k.sheet.Merged = append(k.sheet.Merged, Range{c, r, c2, r2})
}
