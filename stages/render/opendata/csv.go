package opendata

import (
	"strconv"
	"strings"
)

// dialect is a way of writing CSV.
type dialect struct {
	head      string // before the first field name
	separator byte
	comma     bool   // decimal comma
	end       string // of a line
	guard     bool   // text that begins like a formula is led by '
}

var (
	machine = dialect{separator: ',', end: "\r\n"}                                           // RFC 4180
	excel   = dialect{head: "\ufeff", separator: ';', comma: true, end: "\r\n", guard: true} // a Vietnamese Excel opens it by a double click
)

// header is the line of the field names.
func (d dialect) header(fields []Field) []byte {
	line := []byte(d.head)
	for i, f := range fields {
		if i > 0 {
			line = append(line, d.separator)
		}
		line = d.text(line, f.Name)
	}
	return append(line, d.end...)
}

// segment appends the lines of a segment.
func (d dialect) segment(dst []byte, t Table, s Segment) []byte {
	shared := make([][]byte, len(s.Cells))
	for c, cells := range s.Cells {
		if cells.Same != "" {
			shared[c] = d.text(nil, cells.Same)
		}
	}
	l := line{dialect: d, dst: dst}
	for i := range s.Rows {
		for c := range s.Cells {
			if c > 0 {
				l.dst = append(l.dst, d.separator)
			}
			if shared[c] != nil {
				l.dst = append(l.dst, shared[c]...)
			} else {
				l.cell(t.Fields[c].Kind, &s.Cells[c], i)
			}
		}
		l.dst = append(l.dst, d.end...)
	}
	return l.dst
}

// line is a line being written. It remembers the last number: one layer often repeats the layer before it, and copying
// digits is cheaper than finding them.
type line struct {
	dialect
	dst      []byte
	last     float64
	from, to int // where its digits stand in dst
}

func (l *line) cell(k Kind, c *Cells, i int) {
	switch {
	case c.Texts != nil:
		l.dst = l.text(l.dst, c.Texts[i])
	case c.Numbers != nil:
		if v := c.Numbers[i]; v == v {
			l.number(v)
		}
	case c.Wholes == nil || c.Wholes[i] == None:
	case k == Flag:
		l.dst = strconv.AppendBool(l.dst, c.Wholes[i] != 0)
	default:
		l.dst = strconv.AppendInt(l.dst, int64(c.Wholes[i]), 10)
	}
}

// number appends the shortest decimal that reads back as the same double, without an exponent where that is short.
func (l *line) number(v float64) {
	at := len(l.dst)
	if v == l.last && l.to > l.from {
		l.dst = append(l.dst, l.dst[l.from:l.to]...)
	} else {
		format := byte('f')
		if a := max(v, -v); a != 0 && (a < 1e-6 || a >= 1e15) {
			format = 'g'
		}
		l.dst = strconv.AppendFloat(l.dst, v+0, format, -1, 64) // +0: never "-0"
		for i := at; l.comma && i < len(l.dst); i++ {
			if l.dst[i] == '.' {
				l.dst[i] = ','
			}
		}
	}
	l.last, l.from, l.to = v, at, len(l.dst)
}

// text appends a text, quoted where it holds the separator, a quote or a line end.
func (d dialect) text(dst []byte, s string) []byte {
	if s == "" {
		return dst
	}
	if d.guard && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		s = "'" + s
	}
	if strings.IndexByte(s, d.separator) < 0 && !strings.ContainsAny(s, "\"\r\n") && s[0] != ' ' {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	for i := range len(s) {
		if s[i] == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, s[i])
	}
	return append(dst, '"')
}
