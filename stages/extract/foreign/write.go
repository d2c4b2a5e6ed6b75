package foreign

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
)

// unitsFile writes units.csv: every unit, also those without a figure.
func (p *project) unitsFile() []byte {
	rows := [][]string{{"code", "kind", "name", "groups"}}
	for _, u := range p.units {
		rows = append(rows, []string{u.code, "unit", u.name, strings.Join(u.groups, ";")})
	}
	return write(rows)
}

// groupsFile writes the names of the schemes, so that pages need not call them by code; nil without schemes.
func (p *project) groupsFile() []byte {
	if len(p.schemes) == 0 {
		return nil
	}
	rows := [][]string{{"scheme", "group", "name_vi", "name_en"}}
	for _, s := range p.schemes {
		rows = append(rows, []string{s.code, "", s.name, s.name})
	}
	return write(rows)
}

// tableFile writes one edition: units down, indicators and denominators across.
func (p *project) tableFile(e edition) []byte {
	rows := [][]string{append([]string{"code"}, p.columns...)}
	for _, r := range e.rows {
		cells := make([]string, 1, len(r.values)+1)
		cells[0] = r.unit
		for _, x := range r.values {
			cells = append(cells, decimal(x))
		}
		rows = append(rows, cells)
	}
	return write(rows)
}

func write(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows) // a bytes.Buffer takes everything
	return b.Bytes()
}

// decimal writes a number in the fewest digits that read back as the same double, with a decimal point, and never so
// that the point could be taken for a mark of thousands: 1.135 is written 1.1350. Missing is empty.
func decimal(x float64) string {
	if x != x {
		return ""
	}
	if a := math.Abs(x); a != 0 && (a < 1e-12 || a >= 1e21) {
		return strconv.FormatFloat(x, 'e', -1, 64)
	}
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 && len(s)-i == 4 {
		s += "0"
	}
	return s
}
