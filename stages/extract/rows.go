package extract

import (
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// wideRow lays the figures of a row: one unit, a column a figure.
func (r *reader) wideRow(row *sheet.Row, e *edition, unit int, at cellAt) {
	s := r.slotsOf(e)
	if s.rows[unit] != 0 {
		r.report(unitTwice, at, e.table.Units[unit], "other", cube.CellName(at.column, int(s.rows[unit])))
		return
	}
	s.rows[unit] = int32(row.Number)
	if r.head.source+r.head.noteVI+r.head.noteEN+r.head.trust > 0 {
		if m := r.remark(row); !m.isZero() {
			s.remarks[unit] = m
		}
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Column >= len(s.columns) {
			r.stray(c, row)
			continue
		}
		if f := s.columns[c.Column].f; f != nil {
			r.wideCell(c, &s.columns[c.Column], e, unit, cellAt{row: row.Number, line: row.Line, column: c.Column})
		} else {
			r.stray(c, row)
		}
	}
}

// stray reports a figure of a node that the edition does not have and, once a column, data under no header.
func (r *reader) stray(c *sheet.Cell, row *sheet.Row) {
	at := cellAt{row: row.Number, line: row.Line, column: c.Column}
	switch {
	case c.Blank():
	case c.Column < len(r.head.columns) && r.head.columns[c.Column].role == figureRole:
		r.report(nodeUnknown, at, r.head.columns[c.Column].text, "nodes", strings.Join(r.current.e.table.Nodes, ", "))
	case (c.Column >= len(r.head.columns) || r.head.columns[c.Column].text == "") && !r.bare[c.Column]:
		r.bare[c.Column] = true
		r.report(columnUnheaded, at, c.String())
	}
}

// wideCell lays one figure.
func (r *reader) wideCell(c *sheet.Cell, s *slot, e *edition, unit int, at cellAt) {
	if s.rank {
		if rank, _, ok := r.rankOf(c, at); ok {
			r.lay(s, e, unit, float64(rank), at)
		}
		return
	}
	n, ok := r.scan(c, s.f, at)
	if !ok {
		return
	}
	if c.Kind == sheet.Text {
		at.text = c.Text
		r.learn(c, s.f, e, unit, n, at)
		if n.Is == sheet.Ambiguous {
			return
		}
		if n.Rank > 0 {
			r.putRank(e, s.f, unit, n.Rank, cube.Source{Places: []problem.Place{r.plain(at)}}, at)
		}
	}
	r.lay(s, e, unit, n.Value, at)
}

// learn keeps what a text tells of its column's decimal mark, and the figure itself where it must wait for that.
func (r *reader) learn(c *sheet.Cell, f *figures, e *edition, unit int, n sheet.Reading, at cellAt) {
	t := r.tastes[at.column]
	switch {
	case n.Decimal == '.':
		t.dot = true
	case n.Decimal == ',':
		t.comma = true
	case n.Is == sheet.Ambiguous:
		t.waiting = append(t.waiting, waiting{f: f, e: e, row: unit, at: at, text: c.Text, mark: markOf(c.Text), value: n.Value, other: n.Other, rank: n.Rank})
	case r.machine && t.machine == nil && strings.IndexByte(c.Text, '.') >= 0:
		t.machine = &waiting{f: f, e: e, row: unit, at: at, text: c.Text, mark: '.', value: n.Value, other: n.Value * 1000}
	}
}

// markOf gives the last dot or comma of a text.
func markOf(text string) byte {
	if i := strings.LastIndexAny(text, ".,"); i >= 0 {
		return text[i]
	}
	return 0
}

// lay puts a figure of a wide table: straight into the column that this table began, else beside what is there.
func (r *reader) lay(s *slot, e *edition, unit int, v float64, at cellAt) {
	if s.own && s.f.values[unit] != s.f.values[unit] {
		if r.inRange(e, s.f, unit, v, at) {
			s.f.values[unit] = v
		}
		return
	}
	source := cube.Source{Places: []problem.Place{r.plain(at)}}
	if m, ok := r.slotsOf(e).remarks[unit]; ok {
		source = m.on(source)
	}
	r.putSource(e, s.f, unit, v, source, at)
}

// slotsOf gives the columns of the table as an edition takes them.
func (r *reader) slotsOf(e *edition) *slots {
	if r.current != nil && r.current.e == e {
		return r.current
	}
	s := r.slots[e]
	if s == nil {
		s = r.newSlots(e)
		r.slots[e] = s
	}
	r.current = s
	return s
}

func (r *reader) newSlots(e *edition) *slots {
	s := &slots{e: e, rows: make([]int32, len(e.table.Units)), remarks: map[int]remark{}, columns: make([]slot, len(r.head.columns))}
	for _, i := range r.head.figures {
		c := r.head.columns[i]
		if c.role != figureRole {
			continue // a repeated column
		}
		f, ok := e.of(c)
		if !ok {
			continue // a node of other editions: a figure of it is reported where it stands
		}
		own := f.origin.base == nil && len(f.origin.extra) == 0
		if own {
			f.origin.base = &cube.SheetColumn{File: r.sheet.File, Sheet: r.sheet.Name, Column: i, Rows: s.rows}
			f.origin.remarks = s.remarks
		}
		s.columns[i] = slot{f: f, own: own, rank: f.to == ranked}
	}
	return s
}

// nodeTarget is where the figures of a node go in one edition.
type nodeTarget struct {
	e     *edition
	score *figures
}

// longRow lays the one or two figures of a row: a unit, a node, its score and its rank.
func (r *reader) longRow(row *sheet.Row, e *edition, unit int, at cellAt) {
	c := row.At(r.head.node)
	at.column = r.head.node
	f, ok := r.nodeOf(strings.TrimSpace(c.String()), e, at)
	if !ok {
		return
	}
	m := r.remark(row)
	if r.head.score > 0 {
		r.longScore(row, e, unit, f, m)
	}
	if r.head.rank > 0 {
		r.longRank(row, e, unit, f, m)
	}
}

// nodeOf finds the column of a node's scores in an edition.
func (r *reader) nodeOf(name string, e *edition, at cellAt) (*figures, bool) {
	if t, ok := r.nodes[name]; ok && t.e == e {
		return t.score, true
	}
	col := r.finder.column(name)
	if col.role != figureRole || col.rank {
		r.report(nodeUnknown, at, name, "nodes", strings.Join(e.table.Nodes, ", "))
		return nil, false
	}
	f, ok := e.of(col)
	if !ok {
		r.report(nodeUnknown, at, name, "nodes", strings.Join(e.table.Nodes, ", "))
		return nil, false
	}
	r.nodes[name] = nodeTarget{e, f}
	return f, true
}

func (r *reader) longScore(row *sheet.Row, e *edition, unit int, f *figures, m remark) {
	c := row.At(r.head.score)
	at := cellAt{row: row.Number, line: row.Line, column: r.head.score}
	n, ok := r.scan(&c, f, at)
	if !ok {
		return
	}
	if c.Kind == sheet.Text {
		at.text = c.Text
		r.learn(&c, f, e, unit, n, at)
		if n.Is == sheet.Ambiguous {
			return
		}
	}
	s := m.on(cube.Source{Places: []problem.Place{r.plain(at)}})
	r.putSource(e, f, unit, n.Value, s, at)
	if n.Rank > 0 {
		r.putRank(e, f, unit, n.Rank, s, at)
	}
}

func (r *reader) longRank(row *sheet.Row, e *edition, unit int, f *figures, m remark) {
	c := row.At(r.head.rank)
	if c.Blank() {
		return
	}
	at := cellAt{row: row.Number, line: row.Line, column: r.head.rank}
	rank, of, ok := r.rankOf(&c, at)
	if !ok {
		return
	}
	if r.head.rankOf > 0 && of == 0 {
		o := row.At(r.head.rankOf)
		of, _, _ = r.rankOf(&o, cellAt{row: row.Number, line: row.Line, column: r.head.rankOf})
	}
	if of > 0 && rank > of {
		r.report(rankBad, at, shortest(float64(rank))+"/"+shortest(float64(of)))
		return
	}
	r.putRank(e, f, unit, rank, m.on(cube.Source{Places: []problem.Place{r.plain(at)}}), at)
}
