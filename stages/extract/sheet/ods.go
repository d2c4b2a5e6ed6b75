package sheet

import (
	"strconv"
	"strings"

	"xephang/stages/extract/legacy"
	"xephang/stages/problem"
)

// openODS reads the list of sheets of an OpenDocument spreadsheet; the rows are scanned as they are walked.
func openODS(p *pack) (*Book, problem.List) {
	if p.holds("meta-inf/manifest.xml", "encryption-data") {
		return nil, problem.List{fileLocked.At(problem.Place{File: p.file}, "")}
	}
	b := &Book{File: p.file, Format: ODS}
	if err := odsSheets(p, b); err != nil {
		return nil, problem.List{p.damaged("content.xml", err)}
	}
	return b, nil
}

// odsSheets scans content.xml once for its tables and the styles that hide a sheet.
func odsSheets(p *pack, b *Book) error {
	s, c, err := p.xml("content.xml")
	if err != nil {
		return err
	}
	defer c.Close()
	hiding, style := map[string]bool{}, ""
	fonts := map[string]*legacy.Font{} // by cell style
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return err
		}
		switch {
		case t != start:
		case s.is("style"):
			style = s.get("name")
		case s.is("table-properties"):
			hiding[style] = s.get("display") == "false"
		case s.is("text-properties"):
			if f := legacy.OfFont(strings.Trim(s.get("font-name"), "'")); f != nil {
				fonts[style] = f
			}
		case s.is("named-range"):
			b.Names = append(b.Names, Name{Name: s.get("name"), Refers: odsReference(s.get("cell-range-address"))})
		case s.is("named-expression"):
			b.Names = append(b.Names, Name{Name: s.get("name"), Refers: strings.TrimPrefix(strings.TrimPrefix(s.get("expression"), "of:"), "=")})
		case s.is("table"):
			n := len(b.Sheets)
			b.Sheets = append(b.Sheets, &Sheet{File: p.file, Name: s.get("name"), Hidden: hiding[s.get("style-name")],
				walk: func(sh *Sheet, yield func(*Row) bool) { odsWalk(p, sh, n, fonts, yield) }})
			if err := s.pass(); err != nil {
				return err
			}
		}
	}
}

// odsWalker scans one table of content.xml.
type odsWalker struct {
	s     *scanner
	sheet *Sheet
	yield func(*Row) bool
	row   Row
	last  int // rows passed, repeats counted
	cells int

	repeated int // cells that stand there because their row is repeated

	fonts  map[string]*legacy.Font
	legacy int // cells whose text was converted, and the first of them
	first  problem.Place
}

// odsReference writes an address of OpenDocument ($'Trả lời'.$C$5) as a workbook's names do: 'Trả lời'!$C$5.
func odsReference(address string) string {
	i := strings.LastIndex(address, ".")
	if j := strings.LastIndex(address, ":"); j > 0 { // a range repeats its sheet
		i = strings.LastIndex(address[:j], ".")
	}
	if i < 0 {
		return address
	}
	return strings.TrimPrefix(address[:i], "$") + "!" + strings.ReplaceAll(address[i+1:], ":.", ":")
}

// odsWalk finds the nth table and hands out its rows; the rest of the document is scanned too, so that a cut is told.
func odsWalk(p *pack, sh *Sheet, n int, fonts map[string]*legacy.Font, yield func(*Row) bool) {
	s, c, err := p.xml("content.xml")
	if err != nil {
		sh.Problems.Add(fileDamaged.At(sh.Place(0, 0), "content.xml", reason(err)...))
		return
	}
	defer c.Close()
	k := &odsWalker{s: s, sheet: sh, yield: yield, fonts: fonts}
	err = k.run(n)
	if err == errStopped {
		return
	}
	if err != nil {
		sh.Problems.Add(fileDamaged.At(sh.Place(k.last, 1), "content.xml", reason(err)...))
	}
	if k.legacy > 0 {
		sh.Problems.Add(cellLegacy.At(k.first, "", "count", strconv.Itoa(k.legacy)))
	}
}

func (k *odsWalker) run(n int) error {
	for seen := 0; ; {
		t, err := k.s.next()
		if err != nil || t == ended {
			return err
		}
		if t != start || !k.s.is("table") {
			continue
		}
		if seen++; seen-1 == n {
			err = k.table()
		} else {
			err = k.s.pass()
		}
		if err != nil {
			return err
		}
	}
}

// table reads the rows of the table whose start tag was just read, row groups and header rows included.
func (k *odsWalker) table() error {
	for depth := len(k.s.marks); len(k.s.marks) >= depth; {
		t, err := k.s.next()
		if err != nil {
			return err
		}
		if t != start {
			continue
		}
		switch {
		case k.s.is("table-row"):
			err = k.readRow()
		case k.s.is("shapes") || k.s.is("forms") || k.s.is("named-expressions"):
			err = k.s.pass()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// repeat reads a repeat count, 1 where there is none; one beyond what a sheet holds is cut to that.
func repeat(b []byte, most int) int {
	if b == nil {
		return 1
	}
	n, ok := digits(b)
	if !ok || n > most {
		return most
	}
	return max(n, 1)
}

func (k *odsWalker) readRow() error {
	times := repeat(k.s.attr("number-rows-repeated"), maxRows)
	shown := string(k.s.attr("visibility"))
	k.row = Row{Number: k.last + 1, Hidden: shown == "collapse" || shown == "filter", Cells: k.row.Cells[:0]}
	column := 1
	for depth := len(k.s.marks); len(k.s.marks) >= depth; {
		t, err := k.s.next()
		if err != nil {
			return err
		}
		if t == start && (k.s.is("table-cell") || k.s.is("covered-table-cell")) {
			if column, err = k.readCell(column); err != nil {
				return err
			}
		}
	}
	return k.hand(times)
}

// hand gives out the row as often as it is repeated. A blank one costs nothing.
func (k *odsWalker) hand(times int) error {
	first := k.last + 1
	k.last += times
	if len(k.row.Cells) == 0 {
		return nil
	}
	for n := range times {
		if k.row.Number = first + n; k.row.Number > maxRows {
			k.sheet.Problems.Add(sheetTooLarge.At(k.sheet.Place(0, 0), strconv.Itoa(k.row.Number)))
			return errStopped
		}
		k.cells += len(k.row.Cells)
		if n > 0 {
			k.repeated += len(k.row.Cells)
		}
		if k.cells > maxCells || k.repeated > maxRepeated {
			k.sheet.Problems.Add(fileTooLarge.At(k.sheet.Place(0, 0), "", tooLarge(strconv.Itoa(k.cells), strconv.Itoa(maxRepeated))...))
			return errStopped
		}
		if !k.yield(&k.row) {
			return errStopped
		}
	}
	return nil
}

// readCell reads a cell and its repeats and gives the column after them.
func (k *odsWalker) readCell(column int) (int, error) {
	times := repeat(k.s.attr("number-columns-repeated"), maxColumns)
	covered := k.s.is("covered-table-cell")
	wide, high := repeat(k.s.attr("number-columns-spanned"), maxColumns), repeat(k.s.attr("number-rows-spanned"), maxRows)
	c := Cell{Column: column, Formula: k.s.attr("formula") != nil}
	kind, value := string(k.s.attr("value-type")), string(k.s.attr("value"))
	font := k.fonts[string(k.s.attr("style-name"))]
	c.Legacy = font != nil
	if kind == "date" {
		value = string(k.s.attr("date-value"))
	} else if kind == "boolean" {
		value = string(k.s.attr("boolean-value"))
	}
	failed := false
	for _, a := range k.s.attrs { // calcext:value-type beside office:value-type
		failed = failed || string(a.name) == "value-type" && string(a.value) == "error"
	}
	text, err := odsText(k.s)
	if err != nil {
		return column, err
	}
	if wide > 1 || high > 1 {
		k.sheet.Merged = append(k.sheet.Merged, Range{column, k.last + 1, column + wide - 1, k.last + high})
	}
	if failed {
		kind = "error"
	}
	text = k.convert(font, text, column)
	k.fill(&c, kind, value, text)
	if c.Kind != Empty && !covered {
		if column+times-1 > maxColumns {
			k.sheet.Problems.Add(sheetTooLarge.At(k.sheet.Place(0, 0), strconv.Itoa(column+times-1)))
			return column, errStopped
		}
		for n := range times {
			c.Column = column + n
			k.row.Cells = append(k.row.Cells, c)
		}
	}
	return column + times, nil
}

// convert turns a text in a font from before Unicode into Unicode, and counts those that were.
func (k *odsWalker) convert(font *legacy.Font, text string, column int) string {
	text, changed := font.Text(text)
	if changed {
		if k.legacy++; k.legacy == 1 {
			k.first = k.sheet.Place(k.last+1, column)
		}
	}
	return text
}

// fill types a cell from its attributes and text.
func (k *odsWalker) fill(c *Cell, kind, value, text string) {
	switch kind {
	case "float", "percentage", "currency":
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || v-v != 0 {
			k.sheet.Problems.Add(cellDamaged.At(k.sheet.Place(k.last+1, c.Column), value, because("không phải số", "no number")...))
			c.Kind, c.Told, c.Text = Error, true, "#"+value
			return
		}
		c.Kind, c.Number, c.Percent = Number, v, kind == "percentage"
	case "boolean":
		c.Kind = Bool
		if value == "true" {
			c.Number = 1
		}
	case "date":
		isoDate(c, value)
	case "error":
		c.Kind, c.Text = Error, text
	default:
		if c.Formula && text == "" && kind == "" {
			k.sheet.Problems.Add(cellNoResult.At(k.sheet.Place(k.last+1, c.Column), "", because("không có giá trị", "no value")...))
			c.Kind, c.Told, c.Text = Error, true, "="
			return
		}
		if text != "" {
			c.Kind, c.Text = Text, text
			if strings.HasPrefix(text, "#") && c.Formula || strings.HasPrefix(text, "Err:") && c.Formula {
				c.Kind = Error
			}
		}
	}
}
