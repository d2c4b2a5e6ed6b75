package book

import (
	"cmp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// font is on every Windows machine and is the one that Vietnamese official documents are set in.
const font = "Times New Roman"

// Colours, from the publication's palette; none carries meaning alone.
const (
	ink   = "1B2430"
	quiet = "5B6672"
	brand = "0D3DB1"
	pale  = "E3EAF8"
	rule  = "C9D1DB"
	rise  = "2166AC"
	fall  = "B35806"
	entry = "FFF8DC" // cells that a reader may change
	grey  = "B8C0C8"
	shade = "C6D5F4" // bars behind figures: dark text stays readable on it
)

// look is how a cell looks. The zero look is plain text.
type look struct {
	size                     float64 // 0: 11 points
	bold, italic             bool
	wrap, centre, right, top bool
	left                     bool // also of figures
	border                   bool // a hair line below
	box                      bool // a line all around: a cell to be filled in
	colour, fill             string
	format                   string // number format
	open                     bool   // may be changed where the sheet is protected
	link                     bool
	indent                   int
}

// style is excelize's number of a look; equal looks share one.
func (w *workbook) style(l look) int {
	if id, ok := w.styles[l]; ok {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: cmp.Or(l.size, 11), Bold: l.bold, Italic: l.italic, Color: cmp.Or(l.colour, ink)},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: l.wrap, Indent: l.indent},
	}
	if l.link {
		s.Font.Color, s.Font.Underline = brand, "single"
	}
	switch {
	case l.centre:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal = "right"
	case l.indent > 0 || l.left:
		s.Alignment.Horizontal = "left"
	}
	if l.top {
		s.Alignment.Vertical = "top"
	}
	if l.border {
		s.Border = []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}
	}
	if l.box {
		s.Border = boxed
	}
	if l.fill != "" {
		s.Fill = solid(l.fill)
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.open {
		s.Protection = &excelize.Protection{Locked: false}
	}
	id, err := w.file.NewStyle(s)
	w.note(err)
	w.styles[l] = id
	return id
}

// boxed is the frame of a cell to be filled in.
var boxed = []excelize.Border{{Type: "left", Color: grey, Style: 1}, {Type: "right", Color: grey, Style: 1}, {Type: "top", Color: grey, Style: 1}, {Type: "bottom", Color: grey, Style: 1}}

// tint is a conditional style that changes the colour of figures.
func (w *workbook) tint(colour string) *int {
	id, ok := w.tints[colour]
	if !ok {
		var err error
		id, err = w.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: colour, Bold: true}})
		w.note(err)
		w.tints[colour] = id
	}
	return &id
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// decimals is the number format of a figure with so many decimals. Excel draws the comma or point of its own language.
func decimals(n int) string {
	if n <= 0 {
		return "#,##0"
	}
	return "0." + strings.Repeat("0", n)
}

// signed is the number format of a difference.
func signed(n int) string { return "+" + decimals(n) + ";−" + decimals(n) + ";" + decimals(n) }

// change is the number format of a change of rank: ▲ 3, ▼ 2, =.
const change = `"▲ "0;"▼ "0;"="`

// Looks of tables.
var (
	headLook   = look{bold: true, wrap: true, centre: true, fill: brand, colour: "FFFFFF"}
	textLook   = look{border: true, indent: 1}
	wrapLook   = look{border: true, wrap: true, indent: 1}
	wholeLook  = look{border: true, format: decimals(0)}
	rankLook   = look{border: true, centre: true, format: decimals(0)}
	changeLook = look{border: true, centre: true, format: change}
	titleLook  = look{size: 14, bold: true, colour: brand}
	underLook  = look{italic: true, colour: quiet}
	backLook   = look{link: true}
)

func scoreLook(decimal int) look  { return look{border: true, format: decimals(decimal)} }
func signedLook(decimal int) look { return look{border: true, format: signed(decimal)} }
