package book

import (
	"cmp"

	"github.com/xuri/excelize/v2"
)

// paper is a sheet of prose: a cover, notes, sources. Its rows are written as they come, without a table.
type paper struct {
	sheet  string
	widths []float64 // of the columns
	rows   []paperRow
}

type paperRow struct {
	cells  []any // string, number, cell or nil
	height float64
}

// Looks of prose.
var (
	crestLook   = look{size: 12, bold: true, colour: quiet}
	bannerLook  = look{size: 22, bold: true, colour: brand}
	nameLook    = look{size: 16, bold: true}
	messageLook = look{size: 13, italic: true}
	sectionLook = look{size: 12, bold: true, colour: brand}
	labelLook   = look{colour: quiet, top: true, wrap: true}
	proseLook   = look{wrap: true, top: true}
	capsLook    = look{bold: true, fill: pale, wrap: true}
)

// add appends a row. Its height is that of its tallest text.
func (p *paper) add(cells ...any) {
	r := paperRow{cells: cells, height: 17}
	for i, v := range cells {
		c, ok := v.(cell)
		if !ok || c.look == nil {
			continue
		}
		text, _ := c.value.(string)
		size, lines := cmp.Or(c.look.size, 11), 1
		if c.look.wrap && i < len(p.widths) {
			lines = linesIn(text, (p.widths[i]-2)*11/size, c.look.bold)
		}
		r.height = max(r.height, min(size*1.32*float64(lines)+4, 409))
	}
	p.rows = append(p.rows, r)
}

// gap leaves an empty row.
func (p *paper) gap() { p.rows = append(p.rows, paperRow{height: 9}) }

func dressed(text string, l look) cell { return cell{value: text, look: &l} }

// section starts a part of the sheet.
func (p *paper) section(title string) {
	p.gap()
	p.add(dressed(title, sectionLook))
}

// pair is a label with its text.
func (p *paper) pair(label, text string) {
	if text != "" {
		p.add(dressed(label, labelLook), dressed(text, proseLook))
	}
}

// write writes a paper.
func (w *workbook) write(p *paper) {
	w.page(p.sheet, sheetPaper{}, 0)
	s := w.stream(p.sheet)
	if s == nil {
		return
	}
	for i, width := range p.widths {
		w.note(s.SetColWidth(i+1, i+1, width))
	}
	for i, r := range p.rows {
		line := make([]any, len(r.cells))
		for k, v := range r.cells {
			if c, ok := v.(cell); ok && c.link != "" {
				w.link(p.sheet, ref(k, i+1), c.link)
			}
			if v != nil {
				line[k] = w.value(v, look{})
			}
		}
		w.note(s.SetRow("A"+num(i+1), line, excelize.RowOpts{Height: r.height}))
	}
	w.note(s.Flush())
}
