package book

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/render/view"
)

// coverSheet says who asks whom for what until when, and how far the form is filled in.
func (b *formBook) coverSheet() {
	p := &paper{sheet: form.SheetCover, widths: []float64{34, 66}}
	if b.p.Index.Synthetic {
		p.add(dressed(view.VI.Say("form.synthetic"), look{bold: true, colour: fall}))
	}
	p.add(dressed(strings.ToUpper(b.issuer()), crestLook))
	p.add(dressed(b.say("form.short"), underLook))
	p.gap()
	p.add(dressed(view.VI.Say("form.heading"), bannerLook))
	p.add(dressed(b.say("form.of"), nameLook))
	p.gap()
	if t := view.VI.In(b.p.Form.Intro); t != "" {
		p.wide(t, messageLook)
		p.gap()
	}
	p.strong(view.VI.Say("form.l.unit"), b.unit())
	p.strong(view.VI.Say("form.l.deadline"), view.VI.Date(b.p.Form.Deadline))
	p.pair(view.VI.Say("form.l.contact"), view.VI.In(b.p.Form.Contact))
	if b.p.AsOf != 0 {
		p.pair(view.VI.Say("form.l.asof"), view.VI.Date(b.p.AsOf))
	}
	b.state(p)
	b.people(p)
	p.contents([]entryLine{{form.SheetGuide, view.VI.Say("form.d.guide")}, {form.SheetAnswers, view.VI.Say("form.d.answers")}, {form.SheetEvidence, view.VI.Say("form.d.evidence")}})
	b.write(p)
}

// wide adds a text that runs over all columns, broken into rows of about their width.
func (p *paper) wide(text string, l look) {
	width := 0.0
	for _, w := range p.widths {
		width += w
	}
	line := ""
	flush := func() {
		if line != "" {
			p.add(dressed(line, l))
		}
		line = ""
	}
	for word := range strings.FieldsSeq(text) {
		if next := strings.TrimSpace(line + " " + word); textWidth(next, l.bold) > (width-2)*11/max(l.size, 11) {
			flush()
			line = word
		} else {
			line = next
		}
	}
	flush()
}

// strong is a label with a text that stands out.
func (p *paper) strong(label, text string) {
	p.add(dressed(label, labelLook), dressed(text, look{bold: true, size: 13, wrap: true, top: true}))
}

// state is the part of the cover that follows what is filled in.
func (b *formBook) state(p *paper) {
	say := view.VI.Say
	p.section(say("form.h.state"))
	live := func(label, formula string, value any, l look) {
		l.left = true
		p.add(dressed(say(label), labelLook), cell{formula: formula, value: value, look: &l})
	}
	fixed := func(label string, n int) {
		p.add(dressed(say(label), labelLook), cell{value: n, look: &look{left: true, format: decimals(0)}})
	}
	done, review := b.progress()
	fixed("form.l.criteria", len(b.asked))
	fixed("form.l.count", len(b.answers))
	answer, reason, check := b.column(form.ColAnswer), b.column(form.ColReason), b.column(form.ColCheck)
	count := "SUMPRODUCT(1*((" + answer + `<>"")+(` + reason + `<>"")>0))`
	live("form.l.done", count, done, look{bold: true, format: decimals(0)})
	if n := len(b.answers); n > 0 {
		row := len(p.rows) + 1
		live("form.l.progress", count+"/"+num(n), float64(done)/float64(n), look{format: "0%"})
		b.bar(p.sheet, ref(1, row))
	}
	live("form.l.review", "SUMPRODUCT(("+check+`<>"")*(`+check+"<>"+text(say("form.check.done"))+"))", review, look{bold: true, format: decimals(0)})
	if total := b.rows[len(b.rows)-1]; total.depth > 0 && total.most > 0 {
		_, sum := b.subtotal(total)
		at := quoted(form.SheetAnswers) + ref(columnOf(form.ColSelf), b.here())
		live("form.l.self", at, sum, look{bold: true, format: `0.00" / ` + strings.ReplaceAll(view.VI.Exact(total.most), `"`, "") + `"`})
		if b.later() {
			p.add(nil, dressed(say("form.n.self"), underLook))
		}
	}
	p.add(nil, dressed(say("form.n.live"), underLook))
}

// later tells that some criterion with points has no self-score yet because it looks at others.
func (b *formBook) later() bool {
	for _, c := range b.asked {
		if c.Points > 0 && !c.Measured && !c.Earns() {
			return true
		}
	}
	return false
}

// column is a column of the answers sheet over all rows.
func (b *formBook) column(id string) string {
	c := letters(columnOf(id))
	return quoted(form.SheetAnswers) + "$" + c + "$" + num(formFirst) + ":$" + c + "$" + num(max(b.here(), formFirst))
}

// progress counts the questions that have an answer or a reason, and the rows whose check is not done.
func (b *formBook) progress() (done, review int) {
	for i, row := range b.rows {
		if row.ask != nil && b.settled(row.ask.ID) {
			done++
		}
		if row.depth > 0 {
			continue
		}
		hand := row.c != nil && b.byHand(row.c)
		if c, is := b.check(row, formFirst+i, hand).(cell); is && c.value != "" && c.value != view.VI.Say("form.check.done") {
			review++
		}
	}
	return done, review
}

// bar puts a bar behind the progress.
func (b *formBook) bar(sheet, at string) {
	if b.err == nil {
		b.note(b.file.SetConditionalFormat(sheet, at, []excelize.ConditionalFormatOptions{
			{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1", BarColor: "#" + shade, BarSolid: true}}))
	}
}

// people are the cells in which the unit says who has filled the form in.
func (b *formBook) people(p *paper) {
	p.section(view.VI.Say("form.h.who"))
	for _, key := range []string{"form.l.name", "form.l.phone", "form.l.mail", "form.l.signed"} {
		p.add(dressed(view.VI.Say(key), labelLook), cell{value: "", look: &formOpen})
		p.rows[len(p.rows)-1].height = 22
	}
}
