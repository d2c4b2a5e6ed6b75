package book

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// workbook is one file being made. The first error is kept and told by save: a sheet need not ask after every cell.
type workbook struct {
	file   *excelize.File
	styles map[look]int
	tints  map[string]int
	sheets []string
	tables int
	charts int
	points map[string][]int // bars that stand out, by the chart's part
	footer string
	bare   bool // tables without filter buttons
	asks   bool // a form: its formulas have results from the start
	err    error
}

// about are the properties of a document.
type about struct {
	title, subject, author string
	date                   string // yyyy-mm-dd: of the edition, never of the clock
	category               string // empty: a ranking
}

func newWorkbook(a about) *workbook {
	w := &workbook{footer: a.title, points: map[string][]int{}}
	var err error
	w.file, w.styles, w.tints, err = opened()
	if w.note(err); err != nil {
		return w
	}
	w.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return &archive{out: out, mend: w.mend} })
	if a.date == "" {
		a.date = "2000-01-01"
	}
	stamp := a.date + "T00:00:00Z"
	w.note(w.file.SetDocProps(&excelize.DocProperties{Title: a.title, Subject: a.subject, Creator: a.author, LastModifiedBy: a.author,
		Created: stamp, Modified: stamp, Language: "vi-VN", Category: cmp.Or(a.category, view.VI.Say("book.ranking"))}))
	w.note(w.file.SetAppProps(&excelize.AppProperties{Application: "xephang", AppVersion: "1.0000"}))
	return w
}

// note keeps the first error.
func (w *workbook) note(err error) {
	if w.err == nil {
		w.err = err
	}
}

// sheet adds a sheet called nearly as wanted, and gives the name that it got.
func (w *workbook) sheet(want string) string {
	name := sheetName(want, func(n string) bool {
		for _, s := range w.sheets {
			if strings.EqualFold(s, n) {
				return true
			}
		}
		return false
	})
	if w.err == nil {
		if len(w.sheets) == 0 {
			w.note(w.file.SetSheetName("Sheet1", name))
		} else {
			_, err := w.file.NewSheet(name)
			w.note(err)
		}
	}
	w.sheets = append(w.sheets, name)
	return name
}

// stream opens a sheet for its rows. What stands before the rows in the file (the sheet's properties) must be set by then;
// what stands beside them, before they are closed.
func (w *workbook) stream(sheet string) *excelize.StreamWriter {
	if w.err != nil {
		return nil
	}
	s, err := w.file.NewStreamWriter(sheet)
	w.note(err)
	return s
}

// sheetPaper is how a sheet is printed on A4.
type sheetPaper struct {
	across bool
	wide   int // pages beside each other
	repeat int // columns that stand on each of them
}

// page sets a sheet up: as many pages wide as said and as many long as needed, heads on each of them, the title and
// page numbers in the footer.
func (w *workbook) page(sheet string, p sheetPaper, headRow int) {
	if w.err != nil {
		return
	}
	size, wide, long, orientation := 9, max(p.wide, 1), 0, "portrait"
	if p.across {
		orientation = "landscape"
	}
	fit := true
	w.note(w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.note(w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long}))
	side, edge, foot, centred := 0.5, 0.6, 0.3, true
	w.note(w.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge,
		Header: &foot, Footer: &foot, Horizontally: &centred}))
	small := `&"` + font + `,Italic"&9 `
	w.note(w.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + small + strings.ReplaceAll(view.Cut(w.footer, 90), "&", "&&") + "&R" + small + view.VI.Say("book.page") + " &P/&N"}))
	grid := false
	w.note(w.file.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	if headRow > 0 {
		w.repeated(sheet, headRow, p)
	}
}

// repeated says which rows and columns stand on every printed page.
func (w *workbook) repeated(sheet string, headRow int, p sheetPaper) {
	row := "$" + num(headRow)
	area := quoted(sheet) + row + ":" + row
	if p.wide > 1 && p.repeat > 0 {
		area = quoted(sheet) + "$A:$" + letters(p.repeat-1) + "," + area
	}
	w.note(w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: area}))
}

// link makes a cell lead to another sheet, or to a web address.
func (w *workbook) link(sheet, at, to string) {
	kind := "Location"
	if strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://") {
		kind = "External"
	}
	w.note(w.file.SetCellHyperLink(sheet, at, to, kind))
}

// bytes makes the file.
func (w *workbook) bytes() ([]byte, error) {
	if w.file != nil {
		defer w.file.Close()
	}
	if w.err != nil {
		return nil, w.err
	}
	var b bytes.Buffer
	if err := w.file.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (w *workbook) save(path string) error {
	b, err := w.bytes()
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o666)
}
