package book

import (
	"errors"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// A form is the workbook that one unit fills in: cover, guide, answers, evidence, and two hidden sheets with the lists
// and with what it is. Package form says by which ids, keys and names it is found again. Reading order: form.go (the
// workbook), form_rows.go (what stands on which row), form_answers.go (the sheet), form_earn.go (self-scores as
// formulas), form_check.go (the column that says what is missing), form_valid.go (what may be typed), form_names.go (the
// hidden sheets and names), form_front.go, form_guide.go, form_evidence.go.

// Last gives a unit's answer of the last edition, by the question's id.
type Last func(answer string) (x float64, ok bool)

// formBook is a form being made.
type formBook struct {
	*workbook
	p       *index.Plan
	u       units.Unit
	last    Last
	f       *form.Filing // nil: nothing is filled in
	before  *form.Filing // what stood in the form when it was issued
	asked   []form.Criterion
	rows    []formRow
	answers map[string]int // row of the sheet by answer
	scores  map[string]int // row of the sheet by criterion
	lists   map[string]string
	texts   map[string]string  // formulas of self-scores by criterion
	figures map[string]float64 // the self-scores themselves
	checks  map[int]any        // what the column of checks holds, by row of the sheet

	relations map[string][]lack // declared conditions by their first answer
}

var errNoForm = errors.New("book: the edition declares no form")

// Form makes the empty form of one unit: bytes of an .xlsx, the same for the same plan, unit and last answers. last may
// be nil. The error tells that the plan gathers nothing by forms, or what excelize could not write.
func Form(p *index.Plan, u units.Unit, last Last) ([]byte, error) { return Filled(p, u, last, nil) }

// Filled makes the same form with what a filing holds in place: answers, reasons, self-scores that are typed,
// explanations, evidence, as if the unit had filled in an empty one. A faulty answer stands there as it was said.
func Filled(p *index.Plan, u units.Unit, last Last, f *form.Filing) ([]byte, error) {
	if p.Form == nil {
		return nil, errNoForm
	}
	b := newForm(p, u, last, f)
	b.fill()
	return b.bytes()
}

// newForm lays out a form without writing it.
func newForm(p *index.Plan, u units.Unit, last Last, f *form.Filing) *formBook {
	if last == nil {
		last = func(string) (float64, bool) { return 0, false }
	}
	b := &formBook{p: p, u: u, last: last, f: f, before: &form.Filing{}, asked: form.Layout(p), answers: map[string]int{}, scores: map[string]int{}, lists: map[string]string{}, texts: map[string]string{}, figures: map[string]float64{}, checks: map[int]any{}}
	title := b.say("form.title")
	b.workbook = newWorkbook(about{title: title, subject: view.VI.In(p.Index.Name), author: b.issuer(), date: p.AsOf.String(), category: view.VI.Say("form.category")})
	b.asks = true
	b.order()
	return b
}

// fill writes every sheet.
func (b *formBook) fill() {
	for _, name := range []string{form.SheetCover, form.SheetGuide, form.SheetAnswers, form.SheetEvidence, form.SheetLists, form.SheetMeta} {
		b.sheet(name)
	}
	for _, name := range []string{form.SheetLists, form.SheetMeta} {
		b.note(b.file.SetSheetVisible(name, false))
	}
	b.lock()
	for _, step := range []func(){b.listSheet, b.metaSheet, b.names, b.answerSheet, b.evidenceSheet, b.guideSheet, b.coverSheet} {
		if b.err == nil {
			step()
		}
	}
	full := true
	if b.err == nil {
		b.note(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}))
	}
}

// issuer is who sends the form.
func (b *formBook) issuer() string {
	if t := view.VI.In(b.p.Form.Issuer); t != "" {
		return t
	}
	return view.VI.In(b.p.Index.Publisher)
}

func (b *formBook) unit() string {
	if b.u.Full != "" {
		return b.u.Full
	}
	return view.VI.In(b.u.Name)
}

// say is a phrase with the form's own slots.
func (b *formBook) say(key string, args ...string) string {
	short := b.p.Index.Short
	if short == "" {
		short = strings.ToUpper(b.p.Index.ID)
	}
	return view.VI.Say(key, append(args, "index", view.VI.In(b.p.Index.Name), "short", short, "edition", b.p.Edition.ID, "unit", b.unit(),
		"version", b.p.Form.Version, "deadline", view.VI.Date(b.p.Form.Deadline))...)
}

// answer is what the filing holds for a question.
func (b *formBook) answer(id string) form.Answer {
	if b.f != nil {
		if a, ok := b.f.Answers[id]; ok {
			return a
		}
	}
	return form.Answer{Value: math.NaN()}
}

// number is an answer as rules see it: NaN where it is missing, faulty or a reason stands in its place.
func (b *formBook) number(id string) float64 {
	if a := b.answer(id); !a.Faulty && a.Reason == "" {
		return a.Value
	}
	return math.NaN()
}

// settled tells that a question has an answer or a reason.
func (b *formBook) settled(id string) bool {
	a := b.answer(id)
	return a.Faulty && a.Said != "" || a.Reason != "" || a.Value == a.Value
}
