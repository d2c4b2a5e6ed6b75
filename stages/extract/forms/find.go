package forms

import (
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
)

// table is a table of a form: the sheet, the row under which it stands, and where its columns are now.
type table struct {
	*grid
	head    int            // number of the row of ids, or of the visible header
	columns map[string]int // by id, from 1
	key     int            // column of the keys, 0 where it is gone
	marked  bool           // found by the row of ids
	again   []int          // further columns of answers: a copy of the column was put beside it
}

// cell of a column by id; the empty cell where the column is gone.
func (t *table) cell(r *sheet.Row, id string) sheet.Cell {
	if n := t.columns[id]; n > 0 {
		return r.At(n)
	}
	return sheet.Cell{}
}

// answers finds the tables of answers of a sheet, evidence those of evidence. One sheet may hold both, as where they
// were copied below each other.
func (g *grid) answers() []*table  { return g.tables(form.Columns(), form.ColAnswer) }
func (g *grid) evidence() []*table { return g.tables(form.EvidenceColumns(), form.EvCode) }

// tables looks for the row of ids; where there is none, for a row of the visible headings.
func (g *grid) tables(ids []string, must string) (all []*table) {
	for i := range min(len(g.rows), searched) {
		if t := g.byIDs(&g.rows[i], ids); t.columns[must] > 0 && len(t.columns) > 1 {
			t.marked = true
			g.complete(t, ids)
			return []*table{t}
		}
	}
	for i := range min(len(g.rows), headings) {
		t := g.byWords(&g.rows[i], ids)
		if t.columns[must] == 0 || len(t.columns) < 2 {
			continue
		}
		if must == form.ColAnswer && t.columns[form.ColCode]+t.columns[form.ColName] == 0 {
			continue
		}
		return []*table{t}
	}
	return nil
}

// byIDs reads a row as the row of ids. An id that stands twice (a column was copied) counts where it stands first.
func (g *grid) byIDs(r *sheet.Row, ids []string) *table {
	t := &table{grid: g, head: r.Number, columns: map[string]int{}}
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind != sheet.Text {
			continue
		}
		switch id := strings.TrimSpace(c.Text); {
		case id == form.KeyColumn && t.key == 0:
			t.key = c.Column
		case slices.Contains(ids, id) && t.columns[id] == 0:
			t.columns[id] = c.Column
		case id == form.ColAnswer:
			t.again = append(t.again, c.Column)
		}
	}
	return t
}

// byWords reads a row as the visible header.
func (g *grid) byWords(r *sheet.Row, ids []string) *table {
	t := &table{grid: g, head: r.Number, columns: map[string]int{}}
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind != sheet.Text || len(c.Text) > 120 {
			continue
		}
		id := ""
		converse(c.Text, func(s string) bool { id = form.ColumnOf(s, ids); return id != "" })
		switch {
		case id != "" && t.columns[id] == 0:
			t.columns[id] = c.Column
		case id == form.ColAnswer:
			t.again = append(t.again, c.Column)
		}
	}
	return t
}

// complete adds columns whose id was lost, from the visible header near the row of ids.
func (g *grid) complete(t *table, ids []string) {
	for i := range g.rows {
		r := &g.rows[i]
		if r.Number < t.head-5 || r.Number > t.head+20 {
			continue
		}
		w := g.byWords(r, ids)
		if len(w.columns) < 3 {
			continue
		}
		for id, column := range w.columns {
			if t.columns[id] == 0 && !slices.Contains(used(t), column) {
				t.columns[id] = column
			}
		}
		return
	}
}

func used(t *table) (all []int) {
	for _, c := range t.columns {
		all = append(all, c)
	}
	return all
}

// keyed finds the column of keys where the row of ids no longer tells it: the one with most keys of the form.
func (d *desk) keyed(t *table) {
	if t.key > 0 {
		return
	}
	counts := map[int]int{}
	for i := range t.rows {
		for j := range t.rows[i].Cells {
			c := &t.rows[i].Cells[j]
			if c.Kind == sheet.Text && d.isKey(strings.TrimSpace(c.Text)) {
				counts[c.Column]++
			}
		}
	}
	for column, n := range counts {
		if n > 1 && (n > counts[t.key] || n == counts[t.key] && column < t.key) {
			t.key = column
		}
	}
}

// isKey tells a key of this form.
func (d *desk) isKey(s string) bool {
	if id, ok := strings.CutPrefix(s, form.AnswerKey("")); ok {
		_, known := d.asks[id]
		return known
	}
	if id, ok := strings.CutPrefix(s, form.CriterionKey("")); ok {
		return d.nodes[id] != nil
	}
	if id, ok := strings.CutPrefix(s, form.HeadingKey("")); ok {
		_, known := d.plan.Col(id)
		return known
	}
	return false
}
