package book

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/problem"
	"xephang/stages/render/view"
)

// Fills of marked cells. A fault has a thick frame, a doubt a dashed one: colour alone says nothing.
const (
	faultFill = "FBD9C3"
	doubtFill = "FCE8B2"
)

// mark marks the cells and puts a comment on each.
func (r *returned) mark() {
	r.frames()
	said := map[[2]string][]faulty{}
	var order [][2]string
	for _, c := range r.cells {
		at := [2]string{c.sheet, c.cell}
		if c.cell == "" {
			continue
		}
		if said[at] == nil {
			order = append(order, at)
		}
		said[at] = append(said[at], c)
	}
	for _, at := range order {
		r.fill(at[0], at[1], said[at])
		r.comment(at[0], at[1], said[at])
	}
}

// frames enters fill and border of the two kinds of marks.
func (r *returned) frames() {
	for i, l := range []struct {
		fill string
		line int
	}{{faultFill, 5}, {doubtFill, 4}} {
		var frame []excelize.Border
		for _, side := range []string{"left", "right", "top", "bottom"} {
			frame = append(frame, excelize.Border{Type: side, Color: fall, Style: l.line})
		}
		id, err := r.file.NewStyle(&excelize.Style{Fill: solid(l.fill), Border: frame})
		if r.note(err); err == nil {
			xf := r.file.Styles.CellXfs.Xf[id]
			r.frame[i] = [2]int{*xf.FillID, *xf.BorderID}
		}
	}
}

// fill gives a cell the fill and border of a mark and leaves all else of its style: format, font, alignment, lock.
func (r *returned) fill(sheet, cell string, all []faulty) {
	grade := 1
	for _, c := range all {
		if c.Severity == problem.Fault {
			grade = 0
		}
	}
	was, err := r.file.GetCellStyle(sheet, cell)
	if r.note(err); err != nil {
		return
	}
	id, known := r.marks[[2]int{was, grade}]
	if !known {
		id = r.restyled(was, r.frame[grade])
		r.marks[[2]int{was, grade}] = id
	}
	r.note(r.file.SetCellStyle(sheet, cell, cell, id))
}

// restyled is a copy of a style with another fill and border.
func (r *returned) restyled(style int, frame [2]int) int {
	xfs := r.file.Styles.CellXfs
	if style < 0 || style >= len(xfs.Xf) {
		style = 0
	}
	xf, yes := xfs.Xf[style], true
	xf.FillID, xf.BorderID, xf.ApplyFill, xf.ApplyBorder = &frame[0], &frame[1], &yes, &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1
}

// comment puts what is wrong on a cell. What somebody wrote there stands below it; a conversation of Excel's newer kind is
// left alone, the list says it all.
func (r *returned) comment(sheet, cell string, all []faulty) {
	var parts []excelize.RichTextRun
	size := excelize.Font{Family: font, Size: 10}
	strong := size
	strong.Bold = true
	lines := 1
	for i, c := range all {
		head, body := r.remark(c)
		if i > 0 {
			head = "\n\n" + head
		}
		parts = append(parts, excelize.RichTextRun{Text: head + "\n", Font: &strong}, excelize.RichTextRun{Text: body, Font: &size})
		lines += 1 + linesIn(head, 48, true) + linesIn(body, 50, false)
	}
	old, err := r.file.GetComments(sheet)
	if err != nil {
		return
	}
	for _, o := range old {
		if o.Cell != cell {
			continue
		}
		if said := wording(o); strings.HasPrefix(said, "[Threaded comment]") {
			return
		} else if r.file.DeleteComment(sheet, cell) == nil {
			parts = append(parts, excelize.RichTextRun{Text: "\n\n" + o.Author + ": " + said, Font: &size})
			lines += 2 + linesIn(said, 50, false)
		}
	}
	// The list holds everything that a comment does: where one cannot be set, the form still goes back.
	_ = r.file.AddComment(sheet, excelize.Comment{Author: view.VI.Say("form.back.author"), Cell: cell, Paragraph: parts, Width: 380, Height: uint(min(24+17*lines, 600))})
}

// remark is one problem as a comment says it.
func (r *returned) remark(c faulty) (head, body string) {
	say := view.VI.Say
	key := "form.back.fault"
	if c.Severity == problem.Doubt {
		key = "form.back.doubt"
	}
	var lines []string
	line := func(key, text string) {
		if text != "" {
			lines = append(lines, say(key)+": "+text)
		}
	}
	line("form.back.found", c.Found)
	line("form.back.want", view.VI.In(c.Expected))
	line("form.back.example", r.kinds[c.Code].Example)
	line("form.back.do", view.VI.In(c.Remedy))
	return say(key) + ": " + view.VI.In(c.What) + " [" + c.Code + "]", strings.Join(lines, "\n")
}

func wording(c excelize.Comment) string {
	s := c.Text
	for _, run := range c.Paragraph {
		s += run.Text
	}
	return s
}

// clear takes off what an earlier return put on: its list, its comments, and the marks of the cells under them.
func (r *returned) clear() {
	author := view.VI.Say("form.back.author")
	for _, sheet := range r.file.GetSheetList() {
		comments, err := r.file.GetComments(sheet)
		if err != nil {
			continue // a sheet without cells, as a chart's
		}
		for _, c := range comments {
			if c.Author == author {
				r.note(r.file.DeleteComment(sheet, c.Cell))
				r.unmark(sheet, c.Cell)
			}
		}
	}
	if at, _ := r.file.GetCellValue(view.VI.Say("form.back.sheet"), "A1"); at == view.VI.Say("form.back.title") {
		r.note(r.file.DeleteSheet(view.VI.Say("form.back.sheet")))
	}
}

// unmark gives a cell back the look of one that is open, or that is locked.
func (r *returned) unmark(sheet, cell string) {
	style, err := r.file.GetCellStyle(sheet, cell)
	if err != nil || style >= len(r.file.Styles.CellXfs.Xf) {
		return
	}
	l := formPlain
	if p := r.file.Styles.CellXfs.Xf[style].Protection; p != nil && p.Locked != nil && !*p.Locked {
		l = formOpen
	}
	xf := r.file.Styles.CellXfs.Xf[r.style(l)]
	r.note(r.file.SetCellStyle(sheet, cell, cell, r.restyled(style, [2]int{*xf.FillID, *xf.BorderID})))
}
