package book

import (
	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// The open data as a workbook follows the UK Analysis Function's rules for accessible spreadsheets: a cover, contents and
// notes; on every sheet one table, marked as such, with one row of heads, from the first column; no merged or frozen cells,
// no filters, no fills, nothing told by colour alone; a cell without a figure says why in brackets.

// opened data of one index being made.
type openData struct {
	*workbook
	r      *view.Report
	b      *view.Board
	args   []string
	tables []entryLine
	counts []int
	codes  []coded
}

// coded is a node's short name with its full names.
type coded struct{ brief, vi, en string }

// openBook makes du-lieu-mo_<index>.xlsx.
func openBook(r *view.Report, b *view.Board) (*workbook, error) {
	o := &openData{r: r, b: b, args: []string{"index", b.Abbr(view.VI)}}
	newest := b.Latest()
	o.workbook = newWorkbook(about{title: o.say("open.title"), subject: view.VI.In(b.Name), author: view.VI.Say("site.name"), date: date(newest)})
	o.bare = true
	cover, contents, notes := o.sheet(view.VI.Say("open.cover")), o.sheet(view.VI.Say("open.contents")), o.sheet(view.VI.Say("open.notes"))
	codes := o.sheet(view.VI.Say("open.codes"))
	for i := len(b.Editions) - 1; i >= 0; i-- {
		if e := b.Editions[i]; len(e.Order()) > 0 {
			o.edition(e)
		}
	}
	o.cover(cover)
	o.contents(contents)
	o.notes(notes)
	o.codebook(codes)
	return o.workbook, o.err
}

func (o *openData) say(key string, args ...string) string {
	return view.VI.Say(key, append(args, o.args...)...)
}

// Looks of the open data: bold heads, nothing else.
var (
	bareTitle = look{size: 14, bold: true}
	bareHead  = look{bold: true, wrap: true}
	bareText  = look{}
	bareWrap  = look{wrap: true, top: true}
	bareRank  = look{format: decimals(0)}
	bareLink  = look{link: true}
)

func bareScore(decimal int) look { return look{format: decimals(decimal)} }

// table writes a sheet of one table: a title, a line that says so, the heads, the rows.
func (o *openData) table(sheet, title, under string, columns []column, rows [][]any) {
	w := o.workbook
	g := &grid{sheet: sheet, title: title, under: under, columns: columns, rows: rows}
	widths := g.widths()
	w.page(sheet, g.paper(widths), headRow)
	s := w.stream(sheet)
	if s == nil {
		return
	}
	for i, width := range widths {
		w.note(s.SetColWidth(i+1, i+1, width))
	}
	w.links(g)
	w.link(sheet, "A3", quoted(view.VI.Say("open.contents"))+"A1")
	o.bareRows(s, g, widths)
	w.tables++
	plain := false
	w.note(s.AddTable(&excelize.Table{Range: "A" + num(headRow) + ":" + ref(len(columns)-1, headRow+len(rows)), Name: tableName(w.tables), ShowRowStripes: &plain}))
	w.note(s.Flush())
}

func (o *openData) bareRows(s *excelize.StreamWriter, g *grid, widths []float64) {
	w := o.workbook
	set := func(row int, height float64, values ...any) {
		w.note(s.SetRow("A"+num(row), values, excelize.RowOpts{Height: height}))
	}
	set(1, 24, excelize.Cell{StyleID: w.style(bareTitle), Value: g.title})
	set(2, 17, excelize.Cell{StyleID: w.style(bareText), Value: g.under})
	set(3, 17, excelize.Cell{StyleID: w.style(bareLink), Value: view.VI.Say("open.contents")})
	names, top, tall := heads(g.columns), make([]any, len(g.columns)), 1
	for i := range g.columns {
		top[i] = excelize.Cell{StyleID: w.style(bareHead), Value: names[i]}
		tall = max(tall, linesIn(names[i], widths[i]-1, true))
	}
	set(headRow, 6+15*float64(tall), top...)
	line := make([]any, len(g.columns))
	for i, row := range g.rows {
		lines := 1
		for k, c := range g.columns {
			line[k] = w.value(row[k], c.look)
			if t, is := row[k].(string); is && c.look.wrap {
				lines = max(lines, linesIn(t, widths[k]-1, false))
			}
		}
		set(headRow+1+i, min(3+14*float64(lines), 409), line...)
	}
}

// edition adds the table of one edition.
func (o *openData) edition(e *view.Edition) {
	columns, fill := o.columns(e)
	var rows [][]any
	for _, row := range e.Order() {
		rows = append(rows, fill(row))
	}
	g := (&grid{columns: columns, rows: rows}).without()
	for i, row := range e.Order() {
		for k, v := range g.rows[i] {
			if !empty(v) {
				continue
			}
			g.rows[i][k] = "[x]"
			if _, out := e.Table.Unranked[row]; out && g.columns[k].look == bareRank || g.columns[k].look == bareText {
				g.rows[i][k] = "[z]"
			}
		}
	}
	n := num(len(o.tables) + 1)
	sheet := o.sheet(view.VI.Say("book.edition", "edition", e.Edition.ID))
	title := o.say("open.table", "n", n, "edition", e.Edition.ID)
	o.tables, o.counts = append(o.tables, entryLine{sheet, title}), append(o.counts, len(g.rows))
	o.table(sheet, title, view.VI.Say("open.one"), g.columns, g.rows)
}

// columns of an edition's table, and how a row fills them.
func (o *openData) columns(e *view.Edition) ([]column, func(row int) []any) {
	var columns []column
	var cells []func(row int) any
	add := func(c column, cell func(row int) any) { columns, cells = append(columns, c), append(cells, cell) }
	o.unitColumns(e, add)
	for n := range e.Nodes {
		o.nodeColumns(e, n, add)
	}
	o.rowColumns(e, add)
	return columns, func(row int) []any {
		line := make([]any, len(cells))
		for i, c := range cells {
			line[i] = c(row)
		}
		return line
	}
}

// unitColumns say which unit it is, in which groups and block.
func (o *openData) unitColumns(e *view.Edition, add func(column, func(row int) any)) {
	code := func(row int) string { return e.Table.Units[row] }
	add(column{head: view.VI.Say("open.col.code"), look: bareText}, func(row int) any { return code(row) })
	add(column{head: view.VI.Say("open.col.name"), look: bareText}, func(row int) any { return o.r.Name(view.VI, code(row)) })
	add(column{head: view.VI.Say("book.col.english"), look: bareText}, func(row int) any { return o.r.Name(view.EN, code(row)) })
	for _, scheme := range e.Rank.Groups {
		add(column{head: view.VI.In(o.r.Units.SchemeName(scheme)), look: bareText}, func(row int) any { return o.r.GroupOf(view.VI, code(row), scheme, e.AsOf) })
	}
	if len(e.Table.Blocks) < 2 {
		return
	}
	names := map[int]string{}
	for _, b := range e.Blocks() {
		for _, row := range b.Rows {
			names[row] = view.VI.In(b.Name)
		}
	}
	add(column{head: view.VI.Say("book.col.block"), look: bareText}, func(row int) any { return names[row] })
}

// rowColumns are the previous rank, the class and the remarks.
func (o *openData) rowColumns(e *view.Edition, add func(column, func(row int) any)) {
	add(column{head: view.VI.Say("open.col.before"), look: bareRank}, func(row int) any {
		if s := e.Standing(0, row); s.Comparable {
			return s.Place + s.Change
		}
		return nil
	})
	add(column{head: view.VI.Say("col.class"), look: bareText}, func(row int) any {
		if s := e.Standing(0, row); s.Class >= 0 && s.Class < len(e.Classes.List) {
			return view.VI.In(e.Classes.List[s.Class].Name)
		}
		return nil
	})
	notes := e.RowNotes(view.VI)
	add(column{head: view.VI.Say("col.note"), look: bareText}, func(row int) any { return join(view.VI.In(e.Standing(0, row).Why), notes(row)) })
}

// nodeColumns are a node's computed and published scores and ranks.
func (o *openData) nodeColumns(e *view.Edition, n int, add func(column, func(row int) any)) {
	brief, digits, t := e.Brief(view.VI, n), e.Scale.Decimals, e.Table
	o.code(brief, view.VI.In(e.Nodes[n].Name), view.EN.In(e.Nodes[n].Name))
	say := func(key string) string { return view.VI.Say(key, "part", brief) }
	add(column{head: say("open.col.score"), look: bareScore(digits)}, func(row int) any {
		x := t.At(cube.Score, n).At(row)
		if x != x && e.Nodes[n].Measured {
			x = t.At(cube.Value, n).At(row)
		}
		return view.Round(x, digits)
	})
	add(column{head: say("open.col.pscore"), look: bareScore(digits)}, func(row int) any { return t.At(cube.PublishedScore, n).At(row) })
	add(column{head: say("open.col.rank"), look: bareRank}, func(row int) any {
		if r := t.Ranking(n); r != nil && r.Average != nil && r.Place[row] > 0 {
			return r.Average[row]
		}
		place, _ := t.Rank(n, row)
		return whole(place)
	})
	add(column{head: say("open.col.prank"), look: bareRank}, func(row int) any { return whole(e.PrintedRank(n, row)) })
}

// code enters a node into the codebook, once.
func (o *openData) code(brief, vi, en string) {
	for _, c := range o.codes {
		if c.brief == brief {
			return
		}
	}
	o.codes = append(o.codes, coded{brief, vi, en})
}
