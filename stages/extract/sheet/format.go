package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"xephang/stages/extract/legacy"
)

// format is what a cell's style says of its value. font is nil where its letters are those of Unicode.
type format struct {
	date, percent bool
	font          *legacy.Font
}

// readStyles reads the number formats and fonts of the cell styles.
func (w *workbook) readStyles(part string) error {
	s, c, err := w.xml(part)
	if err != nil {
		return err
	}
	defer c.Close()
	codes := map[string]string{}
	var fonts []*legacy.Font
	in := ""
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return err
		}
		switch {
		case t == end && s.is(in):
			in = ""
		case t != start:
		case s.is("fonts") || s.is("cellXfs"):
			in = string(s.name)
		case s.is("numFmt"):
			codes[s.get("numFmtId")] = s.get("formatCode")
		case in == "fonts" && s.is("font"):
			fonts = append(fonts, nil)
		case in == "fonts" && s.is("name") && len(fonts) > 0:
			fonts[len(fonts)-1] = legacy.OfFont(s.get("val"))
		case in == "cellXfs" && s.is("xf"):
			f := formatOf(s.get("numFmtId"), codes)
			if n, err := strconv.Atoi(s.get("fontId")); err == nil && n >= 0 && n < len(fonts) {
				f.font = fonts[n]
			}
			w.formats = append(w.formats, f)
		}
	}
}

// formatOf judges a number format: those built in by their number (ECMA-376, 18.8.30), the others by their code.
func formatOf(id string, codes map[string]string) format {
	if code, ok := codes[id]; ok {
		return format{date: isDateCode(code), percent: isPercentCode(code)}
	}
	n, err := strconv.Atoi(id)
	if err != nil {
		return format{}
	}
	return format{percent: n == 9 || n == 10,
		date: n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58 || n >= 71 && n <= 81}
}

// isDateCode tells a number format that shows a day or a time. Quoted text, escapes and [colours] do not count; [h] does.
func isDateCode(code string) bool {
	for _, c := range strings.ToLower(bare(code)) {
		if strings.ContainsRune("ymdhs", c) {
			return true
		}
	}
	return false
}

func isPercentCode(code string) bool { return strings.Contains(bare(code), "%") }

// bare strips quoted text, escaped characters and bracketed conditions from the first section of a number format.
func bare(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return out.String()
		case '"':
			j := strings.IndexByte(code[i+1:], '"')
			if j < 0 {
				return out.String()
			}
			i += j + 1
		case '\\', '_', '*':
			i++
		case '[':
			j := strings.IndexByte(code[i:], ']')
			if j < 0 {
				return out.String()
			}
			if in := strings.ToLower(code[i+1 : i+j]); strings.Trim(in, "hms") == "" {
				out.WriteString(in)
			}
			i += j
		default:
			out.WriteByte(c)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(out.String(), "General", ""), "GENERAL", "")
}

// day writes a serial day as 2020-07-10, with a time as 2020-07-10T08:30:00. Serial 60 is Excel's 29 February 1900,
// which never was: it and what lies outside 1900–9999 gives false.
func day(serial float64, from int) (string, bool) {
	if from == 1904 {
		serial += 1462
	}
	whole := math.Floor(serial)
	if !(serial >= 0 && serial < 2958466) || whole == 60 {
		return "", false
	}
	n := int(whole)
	if n < 60 {
		n++ // Excel counts a 29 February 1900, so the days before it lie one lower
	}
	y, m, d := civil(n - 25569)
	text := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if s := int(math.Round((serial - whole) * 86400)); s > 0 && s < 86400 {
		text += fmt.Sprintf("T%02d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return text, true
}

// civil turns days since 1970-01-01 into year, month and day (H. Hinnant, chrono-compatible low-level date algorithms).
func civil(days int) (y, m, d int) {
	z := days + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// serial is the day of Excel's 1900 system for a civil date, the inverse of day for dates from 1900-03-01 on.
func serial(y, m, d int) float64 {
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return float64(era*146097 + doe - 719468 + 25569)
}

// formatNumber writes a number as messages show it: the shortest text that reads back.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
