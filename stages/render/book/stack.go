package book

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// stack is a sheet of sentences and several tables below each other, the columns shared. Excel lets a streamed sheet have
// one table with a filter; these have none.
type stack struct {
	sheet, holds string
	title, under string
	back         string
	says         []string
	blocks       []block
	columns      int // the most that any table has
}

// block is one table of a stack: a heading, a sentence, then rows, or the reason why there is none.
type block struct {
	title, about string
	caption      string
	heads        []string
	rows         [][]any
	says         []string
	why          string
}

const (
	firstColumn = 68 // in digits: of names and of sentences
	restColumn  = 19
	leastColumn = 11
)

// tabled turns a table of the pages into a block: figures become numbers, the first column keeps its words.
func tabled(t *view.Table) block {
	b := block{caption: t.Caption}
	for _, c := range t.Columns {
		b.heads = append(b.heads, c.Label)
	}
	for _, r := range t.Rows {
		line := make([]any, len(r.Cells))
		for i, c := range r.Cells {
			line[i] = typed(c, i < len(t.Columns) && t.Columns[i].Number, r.Focus, r.Indent*boolean(i == 0))
		}
		b.rows = append(b.rows, line)
	}
	return b
}

func boolean(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Fills of the shades that a page gives a figure: above zero, below it.
var shades = map[view.Tone]string{"q1": "EEF3FB", "q2": "D9E4F7", "q3": "BDD0F1", "q4": "9DB8E8", "m1": "FDF0E4", "m2": "FAE0C8", "m3": "F5CBA3", "m4": "EFB27B"}

// typed is a cell of a page as a workbook has it: a real number with the format it was shown in wherever it is one.
func typed(c view.Cell, number, strong bool, indent int) any {
	l := look{border: true, bold: strong || c.Tone == view.Bad, fill: shades[c.Tone], wrap: true, top: true, indent: indent}
	if !c.Head && !number {
		l.indent = 1
	}
	if c.Tone == view.Bad {
		l.colour = fall
	}
	x, err := strconv.ParseFloat(c.Value, 64)
	format := shown(c)
	if !number || err != nil || format == "" {
		if text := c.Text; text != view.Missing || !number {
			if !number && strings.HasPrefix(c.Small, " ") {
				text += " –" + c.Small
			}
			if number {
				l.colour = quiet
			}
			return cell{value: text, look: &l}
		}
		return cell{value: nil, look: &l}
	}
	l.wrap, l.format = false, format
	return cell{value: x, look: &l}
}

// shown is the number format that shows a figure as a page does; empty where the page shows words.
func shown(c view.Cell) string {
	text := strings.NewReplacer("\u00a0", "", "−", "", "%", "").Replace(c.Text)
	if strings.Trim(text, "0123456789.,") != "" || text == "" {
		return ""
	}
	_, frac, _ := strings.Cut(text, ",")
	format := decimals(utf8.RuneCountInString(frac))
	if strings.HasSuffix(c.Text, "%") {
		format = strings.Replace(format, "#,##0", "0", 1) + "%"
	}
	if s := c.Small; strings.HasPrefix(s, "*") || strings.HasPrefix(s, "/") || s == "=" {
		format += `"` + strings.ReplaceAll(s, `"`, "") + `"`
	}
	return format
}

// pile writes a stack.
func (w *workbook) pile(k *stack) {
	for _, b := range k.blocks {
		k.columns = max(k.columns, len(b.heads))
	}
	k.columns = max(k.columns, 4)
	widths, sum := k.widths(), 0.0
	for _, x := range widths {
		sum += x
	}
	w.page(k.sheet, sheetPaper{across: sum > upright, wide: int(math.Ceil(sum / (across * 1.15)))}, 0)
	s := w.stream(k.sheet)
	if s == nil {
		return
	}
	for i, x := range widths {
		w.note(s.SetColWidth(i+1, i+1, x))
	}
	p := &pile{workbook: w, stack: k, stream: s, widths: widths}
	p.line(24, dressed(k.title, titleLook))
	p.line(17, dressed(k.under, underLook))
	w.link(k.sheet, "A3", quoted(k.back)+"A1")
	p.line(17, dressed(view.VI.Say("book.back"), backLook))
	for _, text := range k.says {
		p.prose(text, proseLook)
	}
	for i := range k.blocks {
		p.block(&k.blocks[i])
	}
	w.note(s.Flush())
}

// pile is a stack being written.
type pile struct {
	*workbook
	*stack
	stream *excelize.StreamWriter
	widths []float64
	row    int
}

func (p *pile) line(height float64, values ...any) {
	p.row++
	dressed := make([]any, len(values))
	for i, v := range values {
		if v != nil {
			dressed[i] = p.value(v, look{border: true, top: true, wrap: true})
		}
	}
	p.note(p.stream.SetRow("A"+num(p.row), dressed, excelize.RowOpts{Height: min(height, 409)}))
}

// prose is a sentence, in the first column: it is wide enough for that, and no cells are merged.
func (p *pile) prose(text string, l look) {
	if text != "" {
		p.line(4+15*float64(linesIn(text, p.widths[0]-3, l.bold)), dressed(text, l))
	}
}

func (p *pile) block(b *block) {
	if b.title != "" {
		p.line(8)
		p.line(21, dressed(b.title, sectionLook))
		p.prose(b.about, sized(underLookWrapped, 11))
	}
	for _, text := range b.says {
		p.prose(text, proseLook)
	}
	if b.why != "" {
		p.prose(b.why, proseLook)
	}
	if len(b.rows) == 0 {
		return
	}
	p.line(6)
	p.prose(b.caption, look{bold: true, wrap: true})
	heads, tall := make([]any, len(b.heads)), 1
	for i, h := range b.heads {
		heads[i] = dressed(h, headLook)
		tall = max(tall, linesIn(h, p.widths[i]-1.5, true))
	}
	p.line(6+15*float64(tall), heads...)
	for _, row := range b.rows {
		p.line(4+14*float64(p.lines(row)), row...)
	}
}

var underLookWrapped = look{italic: true, colour: quiet, wrap: true, top: true}

// lines is how many lines the tallest text of a row takes.
func (p *pile) lines(row []any) int {
	most := 1
	for i, v := range row {
		bold := false
		if c, ok := v.(cell); ok {
			v, bold = c.value, c.look != nil && c.look.bold
		}
		if text, ok := v.(string); ok {
			most = max(most, linesIn(text, p.widths[i]-2, bold))
		}
	}
	return most
}

// widths of the columns: the first one has room for a sentence, the others are narrow enough to stand side by side.
func (k *stack) widths() []float64 {
	widths := slices.Repeat([]float64{leastColumn}, k.columns)
	widths[0] = firstColumn
	for _, b := range k.blocks {
		for i, h := range b.heads {
			if i == 0 {
				continue
			}
			widths[i] = max(widths[i], min(widestWord(h, true)+2.5, restColumn))
			for _, row := range b.rows {
				if i < len(row) {
					widths[i] = max(widths[i], min(cellWidth(row[i], look{})*1.06+2.4, restColumn))
				}
			}
		}
	}
	return widths
}
