package book

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// pack is the workbook that one unit is handed: a summary that prints on a page, its scores node by node in every index,
// its main parts beside its peers, what it can add or mend, how to read the columns.
type pack struct {
	*booklet
	p       view.Pack
	private bool
}

// Packs writes the packs of units below dir, each into the unit's own folder, several at a time. r holds what the units
// alone may see, filings the forms that each has sent, by unit. The error names the unit.
func Packs(dir string, r *view.Report, all []units.Unit, filings map[string]map[*index.Plan]*form.Filing, workers int) error {
	var g errgroup.Group
	g.SetLimit(max(workers, 1))
	for _, u := range all {
		g.Go(func() error {
			if err := os.MkdirAll(filepath.Join(dir, u.Code), 0o777); err != nil {
				return err
			}
			w, err := packBook(r, u, filings[u.Code], true)
			if err != nil {
				return err
			}
			return w.save(filepath.Join(dir, u.Code, view.PackFile(u.Code)))
		})
	}
	return g.Wait()
}

func packBook(r *view.Report, u units.Unit, filings map[*index.Plan]*form.Filing, private bool) (*workbook, error) {
	b := &pack{p: r.Pack(view.VI, u, filings), private: private}
	b.booklet = &booklet{r: r}
	b.workbook = newWorkbook(about{title: b.p.Title, subject: b.p.Lede, author: view.VI.Say("site.name"), date: r.Day().String()})
	b.cover = b.sheet(view.VI.Say("book.pack"))
	var grids []*grid
	for _, part := range b.p.Parts {
		grids = append(grids, b.detail(part))
		if g := b.peers(part); g != nil {
			grids = append(grids, g)
		}
	}
	if g := b.lacks(); g != nil {
		grids = append(grids, g)
	}
	notes := b.sheet(view.VI.Say("book.pack.notes"))
	b.summary(notes)
	for _, g := range grids {
		b.lay(g)
	}
	b.notes(notes)
	return b.workbook, b.err
}

// name of the unit.
func (b *pack) unit() string { return view.VI.In(b.p.Unit.Name) }

// summary is the first sheet: for every index what happened in three sentences, the figures put large, strengths and
// weaknesses, and where points are still to be won.
func (b *pack) summary(notes string) {
	p := &paper{sheet: b.cover, widths: []float64{26, 76}}
	p.add(dressed(view.VI.Say("site.name"), crestLook))
	p.gap()
	p.add(dressed(b.unit(), bannerLook))
	p.add(dressed(b.p.Lede, messageLook))
	b.madeUp(p, view.VI)
	for _, part := range b.p.Parts {
		p.section(part.Title)
		p.pair("", strings.TrimSpace(part.Message+" "+part.Band+" "+part.Among))
		for _, c := range part.Cards {
			p.pair(c.Label, strings.TrimSpace(c.Value+" "+c.Small)+noted(c.Note))
		}
		p.pair(view.VI.Say("book.pack.strong"), part.Strong.String())
		p.pair(view.VI.Say("book.pack.weak"), strings.TrimSpace(part.Weak.String()+" "+b.gain(part)))
	}
	p.contents(append(b.contents, entryLine{notes, view.VI.Say("book.pack.d.notes")}))
	p.gap()
	p.add(dressed(view.VI.Say("book.made", "version", b.r.Version), underLook))
	b.write(p)
}

// gain says how many points are still to be won, and where most of them.
func (b *pack) gain(part view.PackPart) string {
	if !part.Points || len(part.Nodes) == 0 || !(part.Nodes[0].Points >= 0) {
		return ""
	}
	var names []string
	for _, n := range part.MostToWin(3) {
		names = append(names, n.Name+" ("+view.VI.Number(n.Most-n.Points, 1)+")")
	}
	if len(names) == 0 {
		return ""
	}
	root := part.Nodes[0]
	return view.VI.Say("book.pack.gain", "points", view.VI.Number(root.Most-root.Points, 1), "most", view.VI.Number(root.Most, 0), "nodes", strings.Join(names, "; "))
}

// packColumn is a column of the details with what it takes from a node.
type packColumn struct {
	key  string
	look look
	most float64
	sign bool
	of   func(view.PackNode) any
}

// detail is the sheet of one index: a row a node, columns that nothing fills left out.
func (b *pack) detail(part view.PackPart) *grid {
	index, edition := part.Edition.Board.Abbr(view.VI), part.Edition.Edition.ID
	g := b.packGrid("detail", part, view.VI.Say("book.pack.t.detail", "index", index, "edition", edition, "unit", b.unit()))
	g.under, g.frozen, g.strong = part.Status, 1, map[int]bool{}
	digits := part.Edition.Scale.Decimals
	columns := []packColumn{
		{"book.pack.node", look{border: true, wrap: true}, 60, false, func(n view.PackNode) any { return strings.Repeat("   ", n.Depth) + n.Name }},
		{"book.pack.answer", wrapLook, 40, false, func(n view.PackNode) any { return n.Answers }},
		{"book.pack.self", scoreLook(2), 0, false, func(n view.PackNode) any { return n.Self }},
		{"book.pack.appraised", scoreLook(2), 0, false, func(n view.PackNode) any { return n.Appraised }},
		{"book.pack.measured", scoreLook(2), 0, false, func(n view.PackNode) any { return n.Measured }},
		{"book.pack.remark", wrapLook, 34, false, func(n view.PackNode) any { return n.Remark }},
		{"book.pack.points", scoreLook(2), 0, false, func(n view.PackNode) any { return n.Points }},
		{"book.pack.most", wholeLook, 0, false, func(n view.PackNode) any { return n.Most }},
		{"book.pack.toward", scoreLook(2), 0, false, func(n view.PackNode) any { return n.Most - n.Points }},
		{"book.pack.score", scoreLook(digits), 0, false, func(n view.PackNode) any { return n.Score }},
		{"book.pack.median", scoreLook(digits), 0, false, func(n view.PackNode) any { return n.Median }},
		{"book.pack.gap", signedLook(digits), 0, true, func(n view.PackNode) any { return n.Score - n.Median }},
		{"book.pack.best", scoreLook(digits), 0, false, func(n view.PackNode) any { return n.Best }},
		{"book.pack.who", wrapLook, 24, false, func(n view.PackNode) any { return n.BestName }},
		{"book.pack.rank", rankLook, 0, false, func(n view.PackNode) any { return placed(n.Place) }},
		{"book.pack.of", rankLook, 0, false, func(n view.PackNode) any { return placed(n.Of) }},
		{"book.pack.before", scoreLook(digits), 0, false, func(n view.PackNode) any { return n.Before }},
		{"book.pack.change", changeLook, 0, true, func(n view.PackNode) any {
			if n.Comparable {
				return n.Change
			}
			return nil
		}},
	}
	g.rows = make([][]any, len(part.Nodes))
	for _, c := range columns {
		values, filled := make([]any, len(part.Nodes)), false
		for i, n := range part.Nodes {
			values[i] = c.of(n)
			filled = filled || !empty(values[i])
		}
		if !filled {
			continue
		}
		g.columns = append(g.columns, column{head: b.head(c.key), look: c.look, most: c.most, sign: c.sign})
		for i := range values {
			g.rows[i] = append(g.rows[i], values[i])
		}
	}
	for i, n := range part.Nodes {
		g.strong[i] = !n.Leaf
	}
	return g
}

func placed(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// packGrid opens a sheet of a part.
func (b *pack) packGrid(key string, part view.PackPart, title string) *grid {
	sheet := view.VI.Say("book.pack."+key) + " " + part.Edition.Board.Abbr(view.VI)
	g := &grid{sheet: b.sheet(sheet), holds: view.VI.Say("book.pack.d." + key), title: title, under: part.Peers.Name, back: b.cover}
	b.contents = append(b.contents, entryLine{g.sheet, part.Edition.Board.Abbr(view.VI) + ": " + g.holds})
	return g
}

// peers draws the main parts beside the median of the peers; nil with fewer than three.
func (b *pack) peers(part view.PackPart) *grid {
	var rows [][]any
	for _, n := range part.Nodes {
		if n.Depth == 1 && n.Score == n.Score && n.Median == n.Median && !n.Outside {
			rows = append(rows, []any{n.Name, n.Score, n.Median})
		}
	}
	if len(rows) < leastBars {
		return nil
	}
	index, edition := part.Edition.Board.Abbr(view.VI), part.Edition.Edition.ID
	g := b.packGrid("peers", part, view.VI.Say("book.pack.t.peers", "index", index, "edition", edition, "unit", b.unit(), "group", part.Peers.Name))
	digits := part.Edition.Scale.Decimals
	g.columns = []column{{head: b.head("book.pack.node"), look: textLook, most: 40}, {head: b.unit(), look: scoreLook(digits)}, {head: b.head("book.pack.median"), look: scoreLook(digits)}}
	g.rows = rows
	g.drawn = &bars{title: g.title, value: 1, against: 2, digits: digits, top: part.Edition.Scale.To,
		alt: view.VI.Say("book.pack.alt", "unit", b.unit(), "group", part.Peers.Name, "n", num(len(rows)))}
	return g
}

// lacks is the sheet of what the unit can add or mend; nil where there is nothing.
func (b *pack) lacks() *grid {
	g := &grid{title: view.VI.Say("book.pack.t.lacks", "unit", b.unit()), holds: view.VI.Say("book.pack.d.lacks"), back: b.cover,
		columns: []column{{head: b.head("book.pack.where"), look: wrapLook, most: 44}, {head: b.head("book.pack.what"), look: wrapLook, most: 60}, {head: b.head("book.pack.do"), look: wrapLook, most: 60}}}
	for _, part := range b.p.Parts {
		for _, x := range part.Lacks {
			g.rows = append(g.rows, []any{x.Node, x.What, x.Do})
		}
	}
	if len(g.rows) == 0 {
		return nil
	}
	if b.p.Synthetic {
		g.under = view.VI.Say("synthetic.banner")
	}
	g.sheet = b.sheet(view.VI.Say("book.pack.lacks"))
	b.contents = append(b.contents, entryLine{g.sheet, g.holds})
	return g
}

// notes say how to read the workbook.
func (b *pack) notes(sheet string) {
	p := &paper{sheet: sheet, widths: []float64{100}}
	p.add(dressed(view.VI.Say("book.pack.notes"), titleLook))
	p.add(cell{value: view.VI.Say("book.back"), link: quoted(b.cover) + "A1", look: &backLook})
	p.gap()
	who := "book.pack.n.public"
	if b.private {
		who = "book.pack.n.private"
	}
	for _, text := range []string{view.VI.Say(who, "unit", b.unit()), view.VI.Say("book.pack.n.points"), view.VI.Say("book.pack.n.median"), view.VI.Say("book.pack.n.rank"), view.VI.Say("book.pack.n.more")} {
		p.add(dressed(text, proseLook))
	}
	if b.p.Synthetic {
		p.add(dressed(view.VI.Say("synthetic.banner"), look{bold: true, wrap: true}))
	}
	b.write(p)
}
