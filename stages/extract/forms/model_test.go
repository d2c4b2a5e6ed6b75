package forms

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"xephang/stages/form"
	"xephang/stages/index"
)

// spell is what stands in a cell: text, a number, a number shown as a percentage, a formula with or without its result.
type spell struct {
	text    string
	number  float64
	is      byte // 0 nothing, 't', 'n', 'p', 'f' formula with its result, 'u' formula without
	formula string
}

func said_(s string) spell     { return spell{text: s, is: 't'} }
func num_(v float64) spell     { return spell{number: v, is: 'n'} }
func percent_(v float64) spell { return spell{number: v, is: 'p'} }
func (s spell) blank() bool    { return s.is == 0 }
func (s spell) shows() (as string) { // as a Vietnamese spreadsheet program writes it into CSV
	switch s.is {
	case 't':
		return s.text
	case 'p':
		return strings.Replace(strconv.FormatFloat(shift(s.number, 2), 'f', -1, 64), ".", ",", 1) + "%"
	case 0:
		return ""
	}
	return strings.Replace(strconv.FormatFloat(s.number, 'f', -1, 64), ".", ",", 1)
}

// page is a sheet of a form, rows and columns from 0.
type page struct {
	name   string
	hidden bool
	rows   [][]spell
	veiled map[int]bool // hidden rows
	merged [][4]int     // row, column, to row, to column
}

func (p *page) set(row, column int, s spell) {
	for len(p.rows) <= row {
		p.rows = append(p.rows, nil)
	}
	for len(p.rows[row]) <= column {
		p.rows[row] = append(p.rows[row], spell{})
	}
	p.rows[row][column] = s
}

// insertColumn puts a column in, with something in some of its cells.
func (p *page) insertColumn(at int, junk spell) {
	for i, r := range p.rows {
		if len(r) < at {
			continue
		}
		c := spell{}
		if i%3 == 1 {
			c = junk
		}
		p.rows[i] = append(r[:at:at], append([]spell{c}, r[at:]...)...)
	}
	for i := range p.merged {
		for _, k := range []int{1, 3} {
			if p.merged[i][k] >= at {
				p.merged[i][k]++
			}
		}
	}
}

// insertRow puts a row in.
func (p *page) insertRow(at int, r []spell) {
	p.rows = append(p.rows[:at:at], append([][]spell{r}, p.rows[at:]...)...)
	veiled := map[int]bool{}
	for row := range p.veiled {
		if row >= at {
			row++
		}
		veiled[row] = true
	}
	p.veiled = veiled
	for i := range p.merged {
		for _, k := range []int{0, 2} {
			if p.merged[i][k] >= at {
				p.merged[i][k]++
			}
		}
	}
}

// paperOf lays out a form as the contract says, blank.
func paperOf(p *index.Plan, unit string, cells map[string]map[string]spell) []*page {
	answers := &page{name: form.SheetAnswers, veiled: map[int]bool{1: true}}
	for j, id := range answerColumns() {
		answers.set(1, j, said_(id))
		answers.set(2, j, said_(form.Heading(id).VI))
	}
	answers.rows[2][0] = spell{}
	for i, key := range rowsOf(p) {
		answers.set(i+3, 0, said_(key))
		answers.set(i+3, 1, said_(key[2:]))
		if a, ok := p.Answer(key[2:]); ok {
			answers.set(i+3, 2, said_(a.Name.VI))
		} else if c, ok := p.Col(key[2:]); ok {
			answers.set(i+3, 2, said_(p.Nodes[c].Name.VI))
		}
		for j, id := range answerColumns() {
			if s, ok := cells[key][id]; ok {
				answers.set(i+3, j, s)
			}
		}
	}
	evidence := &page{name: form.SheetEvidence}
	for j, id := range append([]string{form.KeyColumn}, form.EvidenceColumns()...) {
		evidence.set(0, j, said_(id))
	}
	for i, id := range []string{"level4", "portal", "own_points"} {
		evidence.set(i+1, 1, said_(id))
		evidence.set(i+1, 2, said_("12/BC-UBND"))
	}
	meta := &page{name: form.SheetMeta, hidden: true}
	for i, k := range form.MetaKeys() {
		v := map[string]string{form.MetaMagic: form.Magic, form.MetaIndex: p.Index.ID, form.MetaEdition: p.Edition.ID, form.MetaUnit: unit, form.MetaVersion: p.Form.Version, form.MetaLayout: form.Print(p), form.MetaIssued: form.Issued(&form.Filing{})}[k]
		meta.set(i, 0, said_(k))
		meta.set(i, 1, said_(v))
	}
	cover := &page{name: form.SheetCover}
	cover.set(2, 1, said_("Biểu mẫu thu thập số liệu"))
	return []*page{cover, answers, evidence, meta}
}

// asXLSX writes pages through excelize.
func asXLSX(t testing.TB, pages []*page) []byte {
	f := excelize.NewFile()
	code := "0.0%"
	share, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	must(t, err)
	for n, p := range pages {
		if n == 0 {
			must(t, f.SetSheetName("Sheet1", p.name))
		} else {
			_, err := f.NewSheet(p.name)
			must(t, err)
		}
		for i, r := range p.rows {
			for j, s := range r {
				if s.blank() {
					continue
				}
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				must(t, err)
				switch s.is {
				case 't':
					must(t, f.SetCellStr(p.name, at, s.text))
				case 'u':
					must(t, f.SetCellFormula(p.name, at, s.formula))
				default:
					must(t, f.SetCellFloat(p.name, at, s.number, -1, 64))
				}
				if s.is == 'p' {
					must(t, f.SetCellStyle(p.name, at, at, share))
				}
			}
		}
		for row := range p.veiled {
			must(t, f.SetRowVisible(p.name, row+1, false))
		}
		for _, m := range p.merged {
			from, _ := excelize.CoordinatesToCellName(m[1]+1, m[0]+1)
			to, _ := excelize.CoordinatesToCellName(m[3]+1, m[2]+1)
			must(t, f.MergeCell(p.name, from, to))
		}
	}
	for _, p := range pages {
		if p.hidden {
			must(t, f.SetSheetVisible(p.name, false))
		}
	}
	return bytesOf(t, f)
}

// asODS writes pages as an OpenDocument spreadsheet.
func asODS(t testing.TB, pages []*page) []byte {
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, `<table:table table:name="%s">`, html.EscapeString(p.name))
		for i, r := range p.rows {
			veil := ""
			if p.veiled[i] {
				veil = ` table:visibility="collapse"`
			}
			b.WriteString("<table:table-row" + veil + ">")
			for j, s := range r {
				span := ""
				for _, m := range p.merged {
					if m[0] == i && m[1] == j {
						span = fmt.Sprintf(` table:number-rows-spanned="%d" table:number-columns-spanned="%d"`, m[2]-m[0]+1, m[3]-m[1]+1)
					}
				}
				kind := map[byte]string{'n': "float", 'p': "percentage", 'f': "float", 'u': "float"}[s.is]
				switch {
				case s.blank():
					fmt.Fprintf(&b, "<table:table-cell%s/>", span)
				case s.is == 't':
					fmt.Fprintf(&b, `<table:table-cell%s office:value-type="string"><text:p>%s</text:p></table:table-cell>`, span, html.EscapeString(s.text))
				default:
					fmt.Fprintf(&b, `<table:table-cell%s office:value-type="%s" office:value="%s"><text:p>%s</text:p></table:table-cell>`, span, kind, strconv.FormatFloat(s.number, 'g', -1, 64), s.shows())
				}
			}
			b.WriteString("</table:table-row>")
		}
		b.WriteString("</table:table>")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"META-INF/manifest.xml", "<manifest:manifest/>"},
		{"content.xml", `<office:document-content xmlns:office="o"><office:body><office:spreadsheet>` + b.String() + `</office:spreadsheet></office:body></office:document-content>`}} {
		w, err := z.Create(part[0])
		must(t, err)
		_, err = w.Write([]byte(part[1]))
		must(t, err)
	}
	must(t, z.Close())
	return out.Bytes()
}

// asCSV writes the page of answers: delimiter , ; or tab, in UTF-8 with or without mark, or UTF-16.
func asCSV(t testing.TB, p *page, comma rune, encoding string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, comma == ';'
	for _, r := range p.rows {
		line := make([]string, 14)
		for j, s := range r {
			if j < len(line) {
				line[j] = s.shows()
			}
		}
		must(t, w.Write(line))
	}
	w.Flush()
	switch encoding {
	case "bom":
		return append([]byte("\ufeff"), b.Bytes()...)
	case "utf16":
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(b.Bytes())
		must(t, err)
		return out
	}
	return b.Bytes()
}
