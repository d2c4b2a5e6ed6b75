package book

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// linter looks for what makes Excel offer a repair, and for what our own rules forbid, in the parts of one workbook.
type linter struct {
	t      *testing.T
	name   string
	parts  map[string][]byte
	sheets map[string]*sheetParts // by name
	styles int
	tints  int
}

// sheetParts is what the linter remembers of a sheet.
type sheetParts struct {
	part  string
	text  map[string]string // cells with text
	last  int               // row
	ids   map[string]string // relations: id → target
	modes map[string]string
}

func lint(t *testing.T, name string, book []byte) {
	t.Helper()
	l := &linter{t: t, name: name, parts: map[string][]byte{}, sheets: map[string]*sheetParts{}}
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range r.File {
		if _, twice := l.parts[f.Name]; twice {
			l.fault("part %s stands twice", f.Name)
		}
		in, _ := f.Open()
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatalf("%s %s: %v", name, f.Name, err)
		}
		l.parts[f.Name] = b
		if !f.Modified.Equal(epoch) {
			l.fault("%s bears the time %v", f.Name, f.Modified)
		}
		l.wellFormed(f.Name, b)
	}
	l.contentTypes()
	l.relations()
	l.workbook()
	for _, s := range l.sheets {
		l.sheet(s)
	}
	l.tables()
	l.names()
	l.drawings()
	l.properties()
}

func (l *linter) fault(format string, args ...any) {
	l.t.Helper()
	l.t.Errorf(l.name+": "+format, args...)
}

func (l *linter) wellFormed(name string, b []byte) {
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			l.fault("%s is no XML: %v", name, err)
			return
		}
	}
}

// contentTypes: every part has a type, every override a part.
func (l *linter) contentTypes() {
	var types struct {
		Default []struct {
			Extension string `xml:"Extension,attr"`
		}
		Override []struct {
			PartName string `xml:"PartName,attr"`
		}
	}
	l.decode(contentTypes, &types)
	known := map[string]bool{}
	for _, o := range types.Override {
		part := strings.TrimPrefix(o.PartName, "/")
		if _, there := l.parts[part]; !there || known[part] {
			l.fault("content type of %s: no such part, or twice", part)
		}
		known[part] = true
	}
	for part := range l.parts {
		byExtension := slices.ContainsFunc(types.Default, func(d struct {
			Extension string `xml:"Extension,attr"`
		}) bool {
			return strings.EqualFold("."+d.Extension, path.Ext(part))
		})
		if part != contentTypes && !known[part] && (!byExtension || path.Ext(part) == ".xml") {
			l.fault("%s has no content type", part)
		}
	}
}

func (l *linter) decode(part string, into any) {
	b, there := l.parts[part]
	if !there {
		l.fault("no part %s", part)
		return
	}
	if err := xml.Unmarshal(b, into); err != nil {
		l.fault("%s: %v", part, err)
	}
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func (l *linter) related(part string) (all []relation) {
	var rels struct {
		Relationship []relation
	}
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if _, there := l.parts[name]; there {
		l.decode(name, &rels)
	}
	return rels.Relationship
}

// relations: every target is there, every id is given once.
func (l *linter) relations() {
	for part := range l.parts {
		dir, file := path.Split(part)
		if path.Ext(part) != ".rels" {
			continue
		}
		owner := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(file, ".rels"))
		if _, there := l.parts[owner]; !there && file != ".rels" {
			l.fault("%s belongs to no part", part)
		}
		ids := map[string]bool{}
		for _, r := range l.related(strings.TrimPrefix(owner, "./")) {
			if ids[r.ID] {
				l.fault("%s: %s twice", part, r.ID)
			}
			ids[r.ID] = true
			if target := resolve(owner, r.Target); r.Mode != "External" && l.parts[target] == nil {
				l.fault("%s: %s leads to %s, which is not there", part, r.ID, target)
			}
		}
	}
}

func resolve(owner, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(target, "/")
	}
	return path.Join(path.Dir(owner), target)
}

// workbook: names of sheets as Excel takes them, and their parts.
func (l *linter) workbook() {
	var w struct {
		Sheets struct {
			Sheet []struct {
				Name string `xml:"name,attr"`
				ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			} `xml:"sheet"`
		} `xml:"sheets"`
	}
	l.decode("xl/workbook.xml", &w)
	var s struct {
		CellXfs struct {
			Xf []struct{} `xml:"xf"`
		} `xml:"cellXfs"`
		Dxfs struct {
			Dxf []struct{} `xml:"dxf"`
		} `xml:"dxfs"`
	}
	l.decode("xl/styles.xml", &s)
	l.styles, l.tints = len(s.CellXfs.Xf), len(s.Dxfs.Dxf)
	taken := map[string]bool{}
	for _, sheet := range w.Sheets.Sheet {
		if n := len(utf16.Encode([]rune(sheet.Name))); n > longest || n == 0 || strings.ContainsAny(sheet.Name, `:\/?*[]`) || strings.Trim(sheet.Name, "'") != sheet.Name {
			l.fault("Excel takes no sheet called %q", sheet.Name)
		}
		if taken[strings.ToLower(sheet.Name)] {
			l.fault("two sheets called %q", sheet.Name)
		}
		taken[strings.ToLower(sheet.Name)] = true
		for _, r := range l.related("xl/workbook.xml") {
			if r.ID == sheet.ID {
				l.sheets[sheet.Name] = &sheetParts{part: resolve("xl/workbook.xml", r.Target)}
			}
		}
		if l.sheets[sheet.Name] == nil {
			l.fault("sheet %q has no part", sheet.Name)
		}
	}
}

// inOrder is the order that ECMA-376 gives the elements of a worksheet.
var inOrder = strings.Fields("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst")

// sheet walks one sheet: order of elements, of rows and cells, styles, kinds of cells, formulas, references.
func (l *linter) sheet(s *sheetParts) {
	s.text, s.ids, s.modes = map[string]string{}, map[string]string{}, map[string]string{}
	for _, r := range l.related(s.part) {
		s.ids[r.ID], s.modes[r.ID] = resolve(s.part, r.Target), r.Mode
	}
	var at, row, column int
	d := xml.NewDecoder(bytes.NewReader(l.parts[s.part]))
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth == 2 {
				k := slices.Index(inOrder, e.Name.Local)
				if k < at {
					l.fault("%s: <%s> stands behind <%s>", s.part, e.Name.Local, inOrder[at])
				}
				at = max(at, k)
			}
			switch e.Name.Local {
			case "row":
				n := l.number(s, attribute(e, "r"))
				if n <= row || n > mostRows {
					l.fault("%s: row %d after %d", s.part, n, row)
				}
				row, column, s.last = n, 0, n
			case "c":
				var c cellXML
				if err := d.DecodeElement(&c, &e); err != nil {
					l.fault("%s: %v", s.part, err)
					return
				}
				depth--
				column = l.cell(s, c, row, column)
			case "mergeCell":
				l.fault("%s: a merged cell", s.part)
			case "hyperlink":
				l.hyperlink(s, e)
			case "cfRule":
				if id := attribute(e, "dxfId"); id != "" && l.number(s, id) >= l.tints {
					l.fault("%s: no conditional style %s", s.part, id)
				}
			case "drawing", "tablePart":
				if id := attribute(e, "id"); s.ids[id] == "" {
					l.fault("%s: <%s> has no relation %s", s.part, e.Name.Local, id)
				}
			case "dataValidations":
				if n := strings.Count(string(l.parts[s.part]), "<dataValidation "); l.number(s, attribute(e, "count")) != n {
					l.fault("%s: %s data validations, there are %d", s.part, attribute(e, "count"), n)
				}
			}
		}
	}
}

type cellXML struct {
	R string  `xml:"r,attr"`
	S string  `xml:"s,attr"`
	T string  `xml:"t,attr"`
	F *string `xml:"f"`
	V *string `xml:"v"`
	I *string `xml:"is>t"`
}

func (l *linter) number(s *sheetParts, text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		l.fault("%s: %q is no number", s.part, text)
	}
	return n
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// functions that Excel 2007 and LibreOffice know by these names.
var functions = strings.Fields("ABS AND AVERAGE AVERAGEIF COUNT COUNTIF EXP IF IFERROR INDEX INT ISNUMBER LN MATCH MAX MEDIAN MIN N NOT OR POWER PRODUCT RANK ROUND SKEW STDEV SUM SUMPRODUCT")

var call = regexp.MustCompile(`([A-Z][A-Z0-9.]*)\(`)
var onSheet = regexp.MustCompile(`'((?:[^']|'')+)'!`)
var quotedText = regexp.MustCompile(`"[^"]*"|'[^']*'`)

// cell checks one cell and gives its column.
func (l *linter) cell(s *sheetParts, c cellXML, row, before int) int {
	column, at, err := excelize.CellNameToCoordinates(c.R)
	if err != nil || at != row || column <= before || column > mostWide {
		l.fault("%s: cell %s in row %d after column %d", s.part, c.R, row, before)
	}
	if c.S != "" && l.number(s, c.S) >= l.styles {
		l.fault("%s %s: no style %s", s.part, c.R, c.S)
	}
	switch {
	case c.F != nil && (c.T == "inlineStr" || c.T == "s"):
		l.fault("%s %s: a formula with text of the kind %s", s.part, c.R, c.T)
	case c.F == nil && c.T == "str":
		l.fault("%s %s: the text of a formula without one", s.part, c.R)
	case c.T == "inlineStr" && c.I == nil, c.T == "s":
		l.fault("%s %s: text that is not there", s.part, c.R)
	case c.T == "" && c.V != nil:
		if x, err := strconv.ParseFloat(*c.V, 64); err != nil || x != x {
			l.fault("%s %s: %q is no number", s.part, c.R, *c.V)
		}
	}
	if c.F != nil {
		l.formula(s, c)
	}
	if c.I != nil {
		s.text[c.R] = *c.I
		if len([]rune(*c.I)) > 32767 || slices.Contains([]string{"NaN", "+Inf", "-Inf"}, *c.I) || strings.Contains(*c.I, "‹") {
			l.fault("%s %s: text %.40q", s.part, c.R, *c.I)
		}
	}
	return column
}

func (l *linter) formula(s *sheetParts, c cellXML) {
	if len(*c.F) > mostChars || strings.HasPrefix(*c.F, "=") {
		l.fault("%s %s: formula of %d characters %.40s", s.part, c.R, len(*c.F), *c.F)
	}
	if c.T != "str" && c.V == nil {
		l.fault("%s %s: a formula without its value", s.part, c.R)
	}
	for _, m := range call.FindAllStringSubmatch(quotedText.ReplaceAllString(*c.F, ""), -1) {
		if !slices.Contains(functions, m[1]) {
			l.fault("%s %s: function %s", s.part, c.R, m[1])
		}
	}
	for _, m := range onSheet.FindAllStringSubmatch(*c.F, -1) {
		if l.sheets[strings.ReplaceAll(m[1], "''", "'")] == nil {
			l.fault("%s %s: formula over the sheet %q, which is not there", s.part, c.R, m[1])
		}
	}
}

func (l *linter) hyperlink(s *sheetParts, e xml.StartElement) {
	if id := attribute(e, "id"); id != "" {
		if s.modes[id] != "External" {
			l.fault("%s: link %s leads nowhere", s.part, attribute(e, "ref"))
		}
		return
	}
	sheet, _, _ := strings.Cut(attribute(e, "location"), "!")
	if l.sheets[strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")] == nil {
		l.fault("%s: link %s leads to %q", s.part, attribute(e, "ref"), sheet)
	}
}

// tables: their place is on their sheet, their heads are the cells and unlike each other.
func (l *linter) tables() {
	names := map[string]bool{}
	for _, s := range l.sheets {
		for _, target := range s.ids {
			if !strings.HasPrefix(target, "xl/tables/") {
				continue
			}
			var table struct {
				Name    string `xml:"name,attr"`
				Display string `xml:"displayName,attr"`
				Ref     string `xml:"ref,attr"`
				Columns struct {
					Count  int `xml:"count,attr"`
					Column []struct {
						ID   int    `xml:"id,attr"`
						Name string `xml:"name,attr"`
					} `xml:"tableColumn"`
				} `xml:"tableColumns"`
			}
			l.decode(target, &table)
			if names[strings.ToLower(table.Name)] || table.Name != table.Display {
				l.fault("%s: name %q", target, table.Name)
			}
			names[strings.ToLower(table.Name)] = true
			from, to, _ := strings.Cut(table.Ref, ":")
			c1, r1, err1 := excelize.CellNameToCoordinates(from)
			c2, r2, err2 := excelize.CellNameToCoordinates(to)
			if err1 != nil || err2 != nil || r2 <= r1 || r2 > s.last || c2-c1+1 != len(table.Columns.Column) || table.Columns.Count != len(table.Columns.Column) {
				l.fault("%s: %s with %d columns, the sheet has %d rows", target, table.Ref, len(table.Columns.Column), s.last)
			}
			heads := map[string]bool{}
			for i, c := range table.Columns.Column {
				if cell := s.text[ref(c1-1+i, r1)]; cell != c.Name || heads[strings.ToLower(c.Name)] || c.ID != i+1 {
					l.fault("%s: column %d %q, the cell says %q", target, i+1, c.Name, cell)
				}
				heads[strings.ToLower(c.Name)] = true
			}
		}
	}
}

var constant = regexp.MustCompile(`^"[^"]*"$`)
var goodName = regexp.MustCompile(`^[\p{L}_][\p{L}0-9_.]*$`)
var cellLike = regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*)$`)

// names: defined names are such as Excel takes, each once, over sheets that are there.
func (l *linter) names() {
	var w struct {
		Names struct {
			Name []struct {
				Name  string `xml:"name,attr"`
				Local string `xml:"localSheetId,attr"`
				Ref   string `xml:",chardata"`
			} `xml:"definedName"`
		} `xml:"definedNames"`
	}
	l.decode("xl/workbook.xml", &w)
	taken := map[string]bool{}
	for _, n := range w.Names.Name {
		key := strings.ToLower(n.Name) + "/" + n.Local
		if taken[key] || !goodName.MatchString(n.Name) || cellLike.MatchString(n.Name) || len(n.Name) > 255 {
			l.fault("defined name %q", n.Name)
		}
		taken[key] = true
		for _, m := range onSheet.FindAllStringSubmatch(n.Ref, -1) {
			if l.sheets[strings.ReplaceAll(m[1], "''", "'")] == nil {
				l.fault("%s refers to %q", n.Name, n.Ref)
			}
		}
		if !onSheet.MatchString(n.Ref) && !constant.MatchString(n.Ref) {
			l.fault("%s refers to %q", n.Name, n.Ref)
		}
	}
}

var descr = regexp.MustCompile(`<(?:xdr:)?cNvPr [^>]*descr="([^"]{20,})"`)

// drawings: every chart says in words what it shows, and draws cells that are there.
func (l *linter) drawings() {
	for part, b := range l.parts {
		if path.Dir(part) == "xl/drawings" && len(descr.FindAll(b, -1)) != strings.Count(string(b), "<c:chart ") {
			l.fault("%s: a chart without a description", part)
		}
		if path.Dir(part) != "xl/charts" {
			continue
		}
		for _, m := range regexp.MustCompile(`<f>([^<]+)</f>`).FindAllSubmatch(b, -1) {
			sheet, area, _ := strings.Cut(strings.ReplaceAll(string(m[1]), "&#39;", "'"), "!")
			s := l.sheets[strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")]
			if s == nil {
				l.fault("%s draws %s", part, m[1])
				continue
			}
			_, end, _ := strings.Cut(area, ":")
			if _, row, err := excelize.CellNameToCoordinates(strings.ReplaceAll(end, "$", "")); err == nil && row > s.last {
				l.fault("%s draws %s, the sheet ends at %d", part, m[1], s.last)
			}
		}
	}
}

func (l *linter) properties() {
	var p struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Language string `xml:"language"`
		Created  string `xml:"created"`
	}
	l.decode("docProps/core.xml", &p)
	if p.Title == "" || p.Creator == "" || p.Language != "vi-VN" || p.Created == "" {
		l.fault("properties %+v", p)
	}
	if b, there := l.parts["xl/sharedStrings.xml"]; there {
		var s struct {
			Count  int        `xml:"count,attr"`
			Unique int        `xml:"uniqueCount,attr"`
			SI     []struct{} `xml:"si"`
		}
		if err := xml.Unmarshal(b, &s); err != nil || s.Unique != len(s.SI) || s.Count < s.Unique {
			l.fault("shared strings: %d of %d, there are %d", s.Unique, s.Count, len(s.SI))
		}
	}
}

// TestEveryWorkbookIsSound lints every workbook of the real data and of the indices of every method.
func TestEveryWorkbookIsSound(t *testing.T) {
	reports := map[string][]job{"": jobs(realReport(t)), "methods/": jobs(methodReport(t, methodTable(t)))}
	count := 0
	for prefix, all := range reports {
		for _, j := range all {
			w, err := j.make()
			if err != nil {
				t.Fatalf("%s: %v", j.name, err)
			}
			b, err := w.bytes()
			if err != nil {
				t.Fatalf("%s: %v", j.name, err)
			}
			lint(t, prefix+j.name, b)
			count++
		}
	}
	t.Log(fmt.Sprint(count, " workbooks"))
}
