package extract

import (
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract/legacy"
	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// header is the header row of a table, read: what each column is for.
type header struct {
	row     int
	columns []column // by column, [0] unused
	units   []int    // columns that name units
	edition int      // column of the edition, 0 where there is none; likewise below
	node    int      // set: the table is long, a figure a row; else it is wide
	score   int
	rank    int
	rankOf  int
	source  int
	noteVI  int
	noteEN  int
	trust   int
	figures []int // columns of figures of a wide table
}

// column is one column as its header says.
type column struct {
	text string
	role role
	heading
	answer string // figureRole: the name of an answer or denominator, where it is no node's

	old string // as it stood, where it was written in an encoding from before Unicode, and in which
	by  *legacy.Encoding
}

// finder recognises header rows of an index.
type finder struct {
	ix      *index.Index
	node    func(string) (string, bool) // of the table's edition, or of any
	answers map[string]string           // folded → name
	root    string
}

// newFinder makes a finder for the tables of one edition, or of all where plan is nil.
func newFinder(ix *index.Index, plan *index.Plan) *finder {
	f := &finder{ix: ix, answers: map[string]string{}, node: ix.NodeByName}
	for _, p := range ix.Plans {
		if plan != nil && p != plan {
			continue
		}
		f.root = p.Root().ID
		for _, name := range p.Inputs() {
			f.answers[units.Fold(name)] = name
		}
	}
	if plan != nil {
		f.node = plan.NodeByName
	}
	return f
}

// find is node, and the index's abbreviation for the root.
func (f *finder) find(name string) (string, bool) {
	if id, ok := f.node(name); ok {
		return id, true
	}
	if f.ix.Short != "" && units.Fold(name) == units.Fold(f.ix.Short) {
		return f.root, true
	}
	return "", false
}

// column reads one header.
func (f *finder) column(text string) column {
	c := f.modern(text)
	if c.role == unknownRole {
		c = f.old(c)
	}
	return c
}

// modern reads one header in Unicode.
func (f *finder) modern(text string) column {
	c := column{text: strings.TrimSpace(text)}
	folded := units.Fold(c.text)
	if name, ok := f.answers[folded]; ok {
		if _, node := f.node(name); !node {
			c.role, c.answer = figureRole, name
			return c
		}
	}
	if h, ok := figureOf(c.text, f.find); ok {
		c.role, c.heading = figureRole, h
		return c
	}
	if c.role = words[folded]; c.role == unknownRole {
		if bare, cut := without(folded, nil, publishedMarks); cut {
			c.role, c.published = words[strings.TrimSpace(bare)], true
		}
		if c.role != scoreRole && c.role != rankRole && c.published {
			c.role = unknownRole
		}
	}
	return c
}

// read reads a row as a header. It is one only if ok: it has a unit column and either a node column with a score or a
// rank (long), or a figure (wide).
func (f *finder) read(r *sheet.Row) (h *header, ok bool) {
	h = &header{row: r.Number}
	for _, c := range r.Cells {
		for len(h.columns) <= c.Column {
			h.columns = append(h.columns, column{})
		}
		if c.Kind == sheet.Text {
			h.columns[c.Column] = f.column(c.Text)
		} else if !c.Blank() {
			h.columns[c.Column] = column{text: c.String()}
		}
	}
	h.sort(f)
	return h, len(h.units) > 0 && (h.long() && h.score+h.rank > 0 || !h.long() && len(h.figures) > 0)
}

func (h *header) long() bool { return h.node > 0 }

// sort files the columns by role. In a wide table a bare score or rank is the root's.
func (h *header) sort(f *finder) {
	for i, c := range h.columns {
		if c.role == nodeRole && h.node == 0 {
			h.node = i
		}
	}
	single := map[role]*int{editionRole: &h.edition, scoreRole: &h.score, rankRole: &h.rank, rankOfRole: &h.rankOf, sourceRole: &h.source,
		noteVIRole: &h.noteVI, noteENRole: &h.noteEN, trustRole: &h.trust}
	for i := range h.columns {
		c := &h.columns[i]
		if !h.long() && (c.role == scoreRole || c.role == rankRole) {
			c.heading = heading{node: f.root, rank: c.role == rankRole, published: c.published}
			c.role = figureRole
		}
		switch at := single[c.role]; {
		case at != nil && *at == 0:
			*at = i
		case c.role == unitRole:
			h.units = append(h.units, i)
		case c.role == figureRole && !h.long():
			h.figures = append(h.figures, i)
		}
	}
}

// nodes counts the different nodes and answers that a row names: a header without its unit column has several.
func (h *header) nodes() int {
	seen := map[string]bool{}
	for _, i := range h.figures {
		seen[h.columns[i].node+"\x00"+h.columns[i].answer] = true
	}
	return len(seen)
}

// check reports what is odd about the columns of a header that was found.
func (h *header) check(s *sheet.Sheet) (ps problem.List) {
	first := map[column]int{}
	for i, c := range h.columns {
		key := column{role: c.role, heading: c.heading, answer: c.answer}
		switch {
		case c.text == "" || c.role == orderRole || c.role == unitRole:
			continue
		case c.role == unknownRole || h.long() && c.role == figureRole:
			ps.Add(columnUnknown.At(s.Place(h.row, i), c.text))
			continue
		case c.by != nil:
			ps.Add(textConverted.At(s.Place(h.row, i), c.old, "encoding", c.by.Label, "text", c.text))
		}
		if at, twice := first[key]; twice {
			ps.Add(columnTwice.At(s.Place(h.row, i), c.text, "other", cube.CellName(at, h.row)))
			h.columns[i].role = unknownRole
		} else {
			first[key] = i
		}
	}
	return ps
}
