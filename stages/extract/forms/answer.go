package forms

import (
	"math"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

var nan = math.NaN()

// question is one answer cell being read.
type question struct {
	*paper
	form.Ask
	at problem.Place
}

// say reports something about the cell; a fault makes the answer faulty.
func (q *question) say(k *problem.Kind, found string, args ...string) {
	want := expected(q.Answer)
	q.report(k.At(q.at, found, append(args, "expected_vi", want.VI, "expected_en", want.EN)...))
}

// fault is say for a value that cannot be used.
func (q *question) fault(k *problem.Kind, found string, args ...string) (float64, bool) {
	q.say(k, found, args...)
	return nan, false
}

// takeAnswer reads answer and reason of a row.
func (x *paper) takeAnswer(t *table, r *sheet.Row, ask form.Ask, joined map[int]sheet.Range) {
	c, why := t.cell(r, form.ColAnswer), t.cell(r, form.ColReason)
	q := &question{paper: x, Ask: ask, at: t.place(r, t.columns[form.ColAnswer])}
	f := found{answer: form.Answer{Value: nan, Said: said(c), Place: q.at}}
	for _, column := range []int{t.columns[form.ColAnswer], t.columns[form.ColReason]} {
		if m, is := joined[column]; is && !f.fault {
			q.say(answerMerged, said(c), "range", m.String())
			f.fault = true
		}
	}
	for _, column := range t.again {
		if d := r.At(column); !isBlank(d) && words(d) != words(c) && !f.fault {
			q.say(answerTwice, said(c), "other", t.place(r, column).String())
			f.fault = true
		}
	}
	if !f.fault {
		x.decide(q, c, why, t.place(r, t.columns[form.ColReason]), &f)
	}
	f.answer.Faulty = f.fault
	x.file(ask.ID, f, q.at)
}

// decide takes a value or a reason: exactly one of them must be there.
func (x *paper) decide(q *question, c, why sheet.Cell, reasonAt problem.Place, f *found) {
	reason, ok := x.reason(why, reasonAt)
	if !ok {
		f.fault = true
		return
	}
	inside, is := "", false
	if c.Kind == sheet.Text && !q.means(c) {
		inside, is = form.ReasonOf(converse(c.Text, isReason))
	}
	if isBlank(c) || c.Kind == sheet.Text && !is && !q.means(c) && nothing(words(c)) {
		f.empty = reason == ""
		f.answer.Reason, f.said = reason, "reason "+reason
		return
	}
	if is {
		q.say(reasonAside, said(c), "reason", form.ReasonName(inside).VI)
		if reason != "" && reason != inside {
			f.fault = true
			q.say(answerAndReason, said(c), "reason", form.ReasonName(reason).VI)
			return
		}
		f.answer.Reason, f.said = inside, "reason "+inside
		return
	}
	v, ok := q.value(c)
	switch {
	case !ok:
		f.fault = true
	case reason != "":
		f.fault = true
		q.say(answerAndReason, said(c), "reason", form.ReasonName(reason).VI)
	default:
		f.answer.Value, f.said = v, number(v)
	}
}

// means tells that a text is an answer in its own right, whatever reason it resembles.
func (q *question) means(c sheet.Cell) bool {
	is := false
	switch q.Type {
	case "choice":
		_, is = q.chosen(words(c))
	case "yes_no":
		_, is = yes(words(c))
	}
	return is
}

// isBlank tells a cell that says nothing.
func isBlank(c sheet.Cell) bool { return c.Kind != sheet.Error && !c.Told && words(c) == "" }

// nothing tells a mark that stands in a cell instead of nothing. A word such as “không có” is no reason of the list.
func nothing(s string) bool {
	n := sheet.ParseNumber(s, sheet.Style{})
	return n.Is == sheet.Missing
}

func isReason(s string) bool { _, is := form.ReasonOf(s); return is }

// reason reads the cell of the reason; no code where it is blank. ok is false where it holds something else.
func (x *paper) reason(c sheet.Cell, at problem.Place) (code string, ok bool) {
	if isBlank(c) || words(c) == "-" {
		return "", true
	}
	if c.Kind == sheet.Text {
		if code, is := form.ReasonOf(x.listed(c.Text, at, isReason)); is {
			return code, true
		}
	}
	var vi, en []string
	for _, r := range index.Reasons {
		vi, en = append(vi, form.ReasonName(r).VI), append(en, form.ReasonName(r).EN)
	}
	x.report(reasonUnknown.At(at, said(c), "list_vi", strings.Join(vi, ", "), "list_en", strings.Join(en, ", ")))
	return "", false
}

// value reads an answer by its type.
func (q *question) value(c sheet.Cell) (float64, bool) {
	if c.Kind == sheet.Error {
		if c.Told {
			return nan, false // the sheet has told why, at this cell
		}
		return q.fault(answerError, said(c))
	}
	var v float64
	var ok bool
	switch q.Type {
	case "yes_no":
		return q.yesNo(c)
	case "choice":
		return q.choice(c)
	case "percent":
		v, ok = q.share(c)
	case "count":
		v, ok = q.count(c)
	default:
		v, ok = q.figure(c)
	}
	if ok && !q.in(v) {
		return q.fault(answerOutside, said(c))
	}
	return v, ok
}

// in tells that a value lies in the question's range.
func (q *question) in(v float64) bool {
	low, high := bounds(q.Answer)
	return low <= v && v <= high
}

// bounds of an answer; without a range, counts and shares are not negative.
func bounds(a index.Answer) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if a.Type == "count" || a.Type == "percent" {
		low = 0
	}
	if a.Range != nil {
		low, high = max(low, a.Range[0]), a.Range[1]
	}
	return low, high
}

// expected says in words what a question takes.
func expected(a index.Answer) problem.Text {
	low, high := bounds(a)
	show := number
	what := tx("một số", "a number")
	switch a.Type {
	case "count":
		what = tx("một số nguyên, không có chữ", "a whole number without words")
	case "percent":
		what, show = tx("tỷ lệ kèm dấu %, ví dụ 85%", "a share with the sign %, such as 85%"), percent
	case "yes_no":
		return tx("Có hoặc Không", "Có (yes) or Không (no)")
	case "choice":
		return listed(a)
	}
	switch {
	case !math.IsInf(low, 0) && !math.IsInf(high, 0):
		what.VI += ", từ " + show(low) + " đến " + show(high)
		what.EN += ", " + show(low) + " to " + show(high)
	case !math.IsInf(low, 0) && low != 0:
		what.VI += ", từ " + show(low) + " trở lên"
		what.EN += ", " + show(low) + " or more"
	}
	return what
}

// listed names the choices of a question.
func listed(a index.Answer) problem.Text {
	var vi, en []string
	for _, c := range a.Choices {
		vi, en = append(vi, "“"+c.Name.VI+"”"), append(en, "“"+c.Name.In("en")+"”")
	}
	return tx("một trong: "+strings.Join(vi, ", "), "one of: "+strings.Join(en, ", "))
}
