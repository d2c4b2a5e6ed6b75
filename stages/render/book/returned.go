package book

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// The answer to a form with problems is the same form: the sender's own file with the cells marked that need mending, a
// comment on each, and a first sheet that lists them. returned.go is the file, returned_place.go where a problem stands in
// it, returned_mark.go the marks, returned_list.go the sheet.

// returned is a form on its way back.
type returned struct {
	*workbook
	f     *form.Filing
	p     *index.Plan
	u     units.Unit
	kinds map[string]problem.Kind // the catalogue of problems by code
	again bool                    // made anew, because what came in was no .xlsx of a form
	cells []faulty                // problems in the order of their list
	sheet string                  // the sheet that lists them
	marks map[[2]int]int          // styles of marked cells by what they were and by severity
	frame [2][2]int               // fill and border of a mark by severity
}

// faulty is a problem and its cell in this file; sheet and cell are empty where it belongs to none.
type faulty struct {
	problem.Problem
	sheet, cell string
}

// Returned makes the form that goes back to its sender: sender is the file as it came in, f what was read of it with its
// problems. Where sender is no .xlsx that excelize opens, or holds macros, the form is made anew with the answers that
// could be read. Nothing of the sender's is lost and nothing locked is unlocked; marks of an earlier return go.
func Returned(sender []byte, f *form.Filing, p *index.Plan, u units.Unit) ([]byte, error) {
	if p.Form == nil {
		return nil, errNoForm
	}
	if f.Format == "xlsx" {
		if b, ok := marked(sender, f, p, u, false); ok {
			return b, nil
		}
	}
	anew := newForm(p, u, func(string) (float64, bool) { return 0, false }, f)
	anew.before = f
	anew.fill()
	b, err := anew.bytes()
	if err != nil {
		return nil, err
	}
	if b, ok := marked(b, transferred(f, anew), p, u, true); ok {
		return b, nil
	}
	return nil, fmt.Errorf("book: the form of %s could not be marked", u.Code)
}

// marked marks a file; ok is false where it can't be done without loss.
func marked(file []byte, f *form.Filing, p *index.Plan, u units.Unit, again bool) (b []byte, ok bool) {
	defer func() {
		if recover() != nil { // a file that excelize trips over goes back as a form made anew
			b, ok = nil, false
		}
	}()
	file, ok = tamed(file)
	if !ok {
		return nil, false
	}
	x, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{UnzipSizeLimit: 200 << 20})
	if err != nil {
		return nil, false
	}
	r := &returned{workbook: &workbook{file: x, styles: map[look]int{}, tints: map[string]int{}, points: map[string][]int{}}, f: f, p: p, u: u, again: again,
		marks: map[[2]int]int{}, kinds: map[string]problem.Kind{}}
	for _, k := range problem.Catalogue() {
		r.kinds[k.Code] = k
	}
	r.footer = view.VI.Say("form.back.title")
	r.clear()
	r.sheets = x.GetSheetList()
	r.place()
	part := r.first()
	r.mark()
	r.list()
	x.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return &archive{out: out, mend: chosen(part)} })
	b, err = r.bytes()
	return b, err == nil
}

// first opens the sheet that lists the problems, before all others, and gives its part. Names that belong to a sheet count
// sheets from the first, so they move on by one.
func (r *returned) first() (part string) {
	book, next := r.file.WorkBook, 1
	for _, s := range book.Sheets.Sheet {
		next = max(next, s.SheetID+1)
	}
	part = fmt.Sprintf("xl/worksheets/sheet%d.xml", next)
	if _, taken := r.file.Pkg.Load(part); taken { // excelize would write over it
		r.note(fmt.Errorf("book: %s is taken", part))
		return part
	}
	r.sheet = r.workbook.sheet(view.VI.Say("form.back.sheet"))
	all := book.Sheets.Sheet
	last := len(all) - 1
	book.Sheets.Sheet = slices.Insert(all[:last:last], 0, all[last])
	if book.DefinedNames != nil {
		for i := range book.DefinedNames.DefinedName {
			if at := book.DefinedNames.DefinedName[i].LocalSheetID; at != nil {
				*at++
			}
		}
	}
	if v := book.BookViews; v != nil && len(v.WorkBookView) > 0 {
		v.WorkBookView[0].ActiveTab, v.WorkBookView[0].FirstSheet = 0, 0
	}
	return part
}

var (
	chosenTab = regexp.MustCompile(` tabSelected="[a-z01]+"`)
	sheetView = regexp.MustCompile(`<sheetView\b`)
)

// chosen makes one sheet the one that is shown, without touching the others beyond that.
func chosen(ours string) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			return b
		}
		before := max(bytes.Index(b, []byte("<sheetData")), 0) // the views stand before the rows
		head, rest := b[:before], b[before:]
		head = chosenTab.ReplaceAll(head, nil)
		if name == ours {
			head = sheetView.ReplaceAll(head, []byte(`<sheetView tabSelected="1"`))
		}
		return mendEmpty(append(head, rest...))
	}
}
