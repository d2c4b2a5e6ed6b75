package forms

import (
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// key of a row: what it asks. kind is 'a' for an answer, 'c' for a criterion, 'h' for a heading.
type key struct {
	kind byte
	id   string
}

func (k key) String() string { return k.id }

// parse reads a:services_total; no id where it is no key of this form.
func (d *desk) parse(s string) key {
	if !d.isKey(s) {
		return key{}
	}
	return key{s[0], s[2:]}
}

// coded reads a visible code.
func (d *desk) coded(s string) key {
	if k := d.exact(s); k.id != "" || s == "" {
		return k
	}
	return d.exact(strings.ToLower(strings.Trim(s, "'’ .:")))
}

func (d *desk) exact(s string) key {
	if _, ok := d.asks[s]; ok {
		return key{'a', s}
	}
	if d.nodes[s] != nil {
		return key{'c', s}
	}
	if _, ok := d.plan.Col(s); ok {
		return key{'h', s}
	}
	return key{}
}

// keyOf tells what a row asks: by its hidden key or, where that is gone, its text; and by its visible code. Two that
// differ are told, and then no answer of the row is used.
func (d *desk) keyOf(t *table, r *sheet.Row) (k, other key) {
	if r.Number == t.head {
		return key{}, key{}
	}
	if t.key > 0 {
		c := r.At(t.key)
		k = d.parse(words(c))
	}
	c, name := t.cell(r, form.ColCode), t.cell(r, form.ColName)
	code := d.coded(words(c))
	if k.id == "" {
		k = d.parse(d.names[units.SearchKey(words(name))])
	}
	switch {
	case k.id == "":
		return code, key{}
	case code.id != "" && k.id != code.id:
		return k, code
	}
	return k, key{}
}

// found is what was found for a question, and where.
type found struct {
	answer form.Answer
	said   string // what makes two of them one: value or reason
	empty  bool
	fault  bool
}

// take reads the rows of a table of answers.
func (x *paper) take(t *table) {
	x.concerns(t, []int{t.columns[form.ColAnswer], t.columns[form.ColReason], t.columns[form.ColExplain]})
	if t.sheet.Hidden {
		x.report(hiddenSheet.At(t.at(0, 0), t.sheet.Name))
	}
	joined := x.mergers(t)
	hidden, first := 0, problem.Place{}
	for i := range t.rows {
		r := &t.rows[i]
		k, other := x.keyOf(t, r)
		if k.id == "" || k.kind == 'h' && other.id == "" {
			continue
		}
		if r.Hidden && k.kind == 'a' {
			if hidden++; hidden == 1 {
				first = t.place(r, t.columns[form.ColAnswer])
			}
		}
		if other.id != "" {
			x.torn(t, r, k, other)
			continue
		}
		x.takeRow(t, r, k, joined[r.Number])
	}
	if hidden > 0 {
		x.report(hiddenRows.At(first, "", "count", strconv.Itoa(hidden)))
	}
}

// torn reports a row whose hidden and visible codes are two questions; neither takes its answer from it.
func (x *paper) torn(t *table, r *sheet.Row, k, other key) {
	at := t.place(r, t.columns[form.ColAnswer])
	c := t.cell(r, form.ColAnswer)
	x.report(rowTorn.At(at, said(c), "hidden", k.id, "shown", other.id))
	for _, k := range []key{k, other} {
		if k.kind == 'a' {
			x.file(k.id, found{answer: form.Answer{Value: nan, Said: said(c), Faulty: true, Place: at}, fault: true}, at)
		}
	}
}

// takeRow reads the row of a question or of a criterion.
func (x *paper) takeRow(t *table, r *sheet.Row, k key, joined map[int]sheet.Range) {
	node := k.id
	if k.kind == 'a' {
		ask := x.asks[k.id]
		node = ask.Node
		x.takeAnswer(t, r, ask, joined)
		if ask.Own {
			x.takeSelf(t, r, node, joined)
		}
	} else {
		x.takeSelf(t, r, node, joined)
		if c := t.cell(r, form.ColAnswer); c.Kind == sheet.Number && !c.Formula && x.book.Format != sheet.CSV {
			x.report(answerStray.At(t.place(r, c.Column), said(c)))
		}
	}
	x.explain(t, r, node)
}

// explain keeps what a row explains, beside what other rows of the criterion say.
func (x *paper) explain(t *table, r *sheet.Row, node string) {
	c := t.cell(r, form.ColExplain)
	if c.Blank() || c.Kind == sheet.Error {
		return
	}
	text := x.modern(words(c), t.place(r, c.Column))
	switch old := x.filing.Explained[node]; {
	case old == "":
		x.filing.Explained[node] = text
	case old != text:
		x.filing.Explained[node] = old + "\n" + text
	}
}

// file keeps what was found for a question. A second place must say the same, or one of the two nothing.
func (x *paper) file(id string, f found, at problem.Place) {
	old := x.found[id]
	switch {
	case old == nil || old.empty && !old.fault:
		x.found[id] = &f
	case f.empty && !f.fault, !old.fault && !f.fault && old.said == f.said:
	case old.fault && f.fault:
	default:
		x.report(answerTwice.At(at, f.answer.Said, "other", old.answer.Place.String()))
		x.report(answerTwice.At(old.answer.Place, old.answer.Said, "other", at.String()))
		old.fault, old.answer.Faulty, old.answer.Value, old.answer.Reason = true, true, nan, ""
	}
}

// mergers gives, by row, the merged ranges that make it uncertain whose the value of a column is: those over the answer,
// reason or self-score of several rows, and those that cover such a cell from a column on its left.
func (x *paper) mergers(t *table) map[int]map[int]sheet.Range {
	all := map[int]map[int]sheet.Range{}
	for _, m := range t.sheet.Merged {
		for _, id := range []string{form.ColAnswer, form.ColReason, form.ColSelf} {
			c := t.columns[id]
			if c == 0 || c < m.Column || c > m.ToColumn || m.ToRow == m.Row && m.Column == c {
				continue
			}
			for row := m.Row; row <= min(m.ToRow, m.Row+most); row++ {
				if all[row] == nil {
					all[row] = map[int]sheet.Range{}
				}
				all[row][c] = m
			}
		}
	}
	return all
}
