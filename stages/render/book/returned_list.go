package book

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/render/view"
)

// listHead is the row of heads of the list; above it stands what became of the form.
const listHead = 8

// list writes the sheet: what was used, how to go on, and every problem with the way to its cell.
func (r *returned) list() {
	if r.err != nil {
		return
	}
	say := view.VI.Say
	widths := []float64{5, 22, 11, 34, 26, 36, 44, 24, 22, 26}
	r.page(r.sheet, sheetPaper{across: true, wide: 1}, listHead)
	s := r.stream(r.sheet)
	if s == nil {
		return
	}
	r.note(s.SetPanes(&excelize.Panes{Freeze: true, YSplit: listHead, TopLeftCell: ref(0, listHead+1), ActivePane: "bottomLeft"}))
	for i, width := range widths {
		r.note(s.SetColWidth(i+1, i+1, width))
	}
	set := func(row int, height float64, values ...any) {
		r.note(s.SetRow("A"+num(row), values, excelize.RowOpts{Height: height}))
	}
	set(1, 26, r.value(say("form.back.title"), titleLook))
	set(2, 18, r.value(r.about(), underLook))
	faults := r.f.Problems.Faults()
	set(3, 20, r.value(say("form.back.faults", "n", view.VI.Whole(faults), "m", view.VI.Whole(len(r.cells)-faults)), look{bold: true, size: 13, colour: fall}))
	set(4, 17, r.value(r.used(), look{}))
	set(5, 17, r.value(say("form.back.how", "deadline", view.VI.Date(r.p.Form.Deadline)), look{}))
	set(6, 17, r.value(r.origin(), underLook))
	set(7, 17, r.value(say("form.back.alike"), underLook))
	heads := []any{}
	for _, key := range []string{"n", "where", "grave", "what", "found", "want", "do", "example", "code", "see"} {
		heads = append(heads, r.value(say("form.back."+key), headLook))
	}
	set(listHead, 24, heads...)
	for i, c := range r.cells {
		line, lines := r.row(i, c), 1
		for k, v := range line {
			if t, is := v.(string); is {
				lines = max(lines, linesIn(t, widths[k]-3.5, false))
			}
			if cl, is := v.(cell); is && cl.link != "" {
				r.link(r.sheet, ref(k, listHead+1+i), cl.link)
			}
			line[k] = r.value(v, listLook) // text that begins like a formula stays text
		}
		set(listHead+1+i, min(8+15*float64(lines), 409), line...)
	}
	if len(r.cells) == 0 {
		set(listHead+1, 20, nil, r.value(say("form.back.none"), look{italic: true}))
	}
	r.note(s.Flush())
}

var (
	listLook  = look{border: true, wrap: true, top: true, indent: 1}
	jumpLook  = look{border: true, wrap: true, top: true, link: true, indent: 1}
	countLook = look{border: true, centre: true, top: true}
)

// row is one problem of the list.
func (r *returned) row(i int, c faulty) []any {
	grave := view.VI.Say("form.back.fault")
	if c.Severity == problem.Doubt {
		grave = view.VI.Say("form.back.doubt")
	}
	var where any = c.Place.Cell
	if c.cell != "" {
		where = cell{value: c.sheet + "!" + c.cell, link: quoted(c.sheet) + c.cell, look: &jumpLook}
	} else if c.Place.Sheet != "" {
		where = strings.Trim(c.Place.Sheet+"!"+c.Place.Cell, "!")
	}
	return []any{cell{value: i + 1, look: &countLook}, where, grave, view.Raised(view.VI.In(c.What)), c.Found, view.Raised(view.VI.In(c.Expected)), view.Raised(view.VI.In(c.Remedy)), r.kinds[c.Code].Example,
		c.Code, view.VI.Say("form.back.catalog", "code", c.Code)}
}

// about says whose form it is.
func (r *returned) about() string {
	return newForm(r.p, r.u, nil, nil).say("form.title")
}

// origin says what was done to the sender's file.
func (r *returned) origin() string {
	name := r.f.File
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if r.again {
		return view.VI.Say("form.back.again", "file", name)
	}
	return view.VI.Say("form.back.kept", "file", name)
}

// used says how much of the form could be used.
func (r *returned) used() string {
	all, used, reasons, faulty := 0, 0, 0, 0
	for _, c := range form.Layout(r.p) {
		for _, a := range c.Asks {
			if !a.First {
				continue
			}
			all++
			switch given, ok := r.f.Answers[a.ID]; {
			case !ok:
			case given.Faulty:
				faulty++
			case given.Reason != "":
				reasons++
			case given.Value == given.Value:
				used++
			}
		}
	}
	if r.f.Refused || used+reasons == 0 && r.f.Problems.Faults() > 0 {
		for _, p := range r.f.Problems {
			if p.Severity == problem.Fault {
				return view.VI.Say("form.back.unused", "why", view.VI.In(p.What)+".")
			}
		}
	}
	w := view.VI.Whole
	return view.VI.Say("form.back.used", "used", w(used), "all", w(all), "reasons", w(reasons), "faulty", w(faulty), "blank", w(all-used-reasons-faulty))
}
