package forms

import (
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/units"
)

// takeEvidence reads the tables of evidence.
func (x *paper) takeEvidence() {
	for _, g := range x.grids {
		for _, t := range g.evidence() {
			x.concerns(t, []int{t.columns[form.EvCode], t.columns[form.EvNumber], t.columns[form.EvTitle], t.columns[form.EvDate], t.columns[form.EvLink]})
			for i := range t.rows {
				if r := &t.rows[i]; r.Number > t.head && (r.Number > t.head+headings || !x.header(r)) {
					x.document(t, r)
				}
			}
		}
	}
}

// header tells the visible header below the row of ids, and that of the other table where both stand on one sheet.
func (x *paper) header(r *sheet.Row) bool {
	n := 0
	for _, c := range r.Cells {
		if c.Kind == sheet.Text && len(c.Text) < 80 && (form.ColumnOf(c.Text, form.EvidenceColumns()) != "" || form.ColumnOf(c.Text, form.Columns()) != "") {
			n++
		}
	}
	return n > 1
}

// document reads one row of evidence. A row with a criterion's code alone is one that was begun and left.
func (x *paper) document(t *table, r *sheet.Row) {
	e := form.Evidence{Place: t.place(r, t.columns[form.EvCode])}
	get := func(id string) string {
		c := t.cell(r, id)
		return x.modern(words(c), t.place(r, max(c.Column, 1)))
	}
	e.Number, e.Title, e.Link = get(form.EvNumber), get(form.EvTitle), get(form.EvLink)
	date := t.cell(r, form.EvDate)
	if e.Number == "" && e.Title == "" && e.Link == "" && isBlank(date) {
		return
	}
	code := t.cell(r, form.EvCode)
	node := x.criterion(words(code))
	if node == "" {
		if code.Blank() && (x.book.Format == sheet.CSV || t.key == 0 && !t.marked) && e.Number+e.Link == "" {
			return // words below a table that was made anew
		}
		x.report(evidenceCode.At(e.Place, said(code)))
		return
	}
	if !isBlank(date) {
		x.dated(t, r, date, &e)
	}
	if e.Number == "" && e.Title == "" {
		x.report(evidenceThin.At(t.place(r, t.columns[form.EvNumber]), ""))
	}
	x.filing.Evidence[node] = append(x.filing.Evidence[node], e)
}

func (x *paper) dated(t *table, r *sheet.Row, c sheet.Cell, e *form.Evidence) {
	d, why := x.date(c)
	if why != nil {
		x.report(evidenceDate.At(t.place(r, c.Column), said(c), "why_vi", why.VI, "why_en", why.EN))
		return
	}
	e.Date = d
}

// criterion finds the criterion of a row of evidence: by its code, by a code before its name, or by its name. The code of
// an answer is that of the criterion with which it is asked.
func (x *paper) criterion(s string) string {
	if s == "" {
		return ""
	}
	first, _, _ := strings.Cut(strings.NewReplacer("–", " ", "—", " ", ":", " ", " - ", " ").Replace(s), " ")
	for _, code := range []string{s, first} {
		switch k := x.coded(strings.TrimSpace(code)); {
		case k.kind == 'c':
			return k.id
		case k.kind == 'a':
			return x.asks[k.id].Node
		}
	}
	for i := range x.criteria {
		c := &x.criteria[i]
		for _, name := range []string{c.Name.VI, c.Name.EN} {
			if k := units.SearchKey(name); k != "" && k == units.SearchKey(s) {
				return c.ID
			}
		}
	}
	if k := x.parse(x.names[units.SearchKey(s)]); k.kind == 'a' {
		return x.asks[k.id].Node
	}
	return ""
}

// prove holds the self-scores against the evidence that they need. A criterion without it is faulty; its answers stay.
func (x *paper) prove() {
	for i := range x.criteria {
		c := &x.criteria[i]
		if c.Evidence == nil || len(x.filing.Evidence[c.ID]) > 0 {
			continue
		}
		points, ok := x.selfPoints(c)
		if !ok || points <= *c.Evidence+1e-9 {
			continue
		}
		at := x.filing.Self[c.ID].Place
		if at.File == "" {
			at = x.filing.Answers[c.Asks[0].ID].Place
		}
		x.report(evidenceLacking.At(at, number(points), "points", number(points), "above", number(*c.Evidence), "code", c.ID))
		x.filing.Faulty[c.ID] = true
	}
}
