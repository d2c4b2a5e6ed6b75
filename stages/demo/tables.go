package demo

import (
	"bytes"
	"encoding/csv"

	"xephang/stages/form"
)

// LastTable is the table of the edition before, as CSV: a row a unit, a column an answer.
func (y *Year) LastTable() []byte {
	var ids []string
	for _, c := range form.Layout(y.Plan) {
		for _, q := range c.Asks {
			if q.First {
				ids = append(ids, q.ID)
			}
		}
	}
	rows := [][]string{append([]string{"unit"}, ids...)}
	for _, u := range y.Units {
		row := []string{u.Code}
		for _, id := range ids {
			row = append(row, text(y.Last[u.Code][id]))
		}
		rows = append(rows, row)
	}
	return table(rows)
}

// AppraisalTable is appraisal.csv of the edition that is gathered.
func (y *Year) AppraisalTable() []byte {
	rows := [][]string{{"unit", "node", "points", "verdict", "reason", "by", "date"}}
	for _, a := range y.Appraisals {
		rows = append(rows, []string{a.Unit, a.Node, text(a.Points), a.Verdict, a.Reason, a.By, a.Date.String()})
	}
	return table(rows)
}

// MeasuredTable is measured.csv of an edition.
func (y *Year) MeasuredTable(edition string) []byte {
	rows := [][]string{{"unit", "node", "points", "source", "date"}}
	for _, m := range y.Measured[edition] {
		date := m.Date
		if edition == Before {
			date -= 10000
		}
		rows = append(rows, []string{m.Unit, m.Node, text(m.Points), m.Source, date.String()})
	}
	return table(rows)
}

// AppealTable is corrections.csv of the edition that is gathered.
func (y *Year) AppealTable() []byte {
	rows := [][]string{{"unit", "node", "layer", "was", "becomes", "reason", "document", "decided_by", "date", "status", "case"}}
	for _, c := range y.Appeals {
		rows = append(rows, []string{c.Unit, c.Node, c.Layer, c.Was, c.Becomes, c.Reason, c.Document, c.DecidedBy, c.Date.String(), c.Status, c.Case})
	}
	return table(rows)
}

func table(rows [][]string) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.WriteAll(rows) // a buffer takes everything
	return out.Bytes()
}
