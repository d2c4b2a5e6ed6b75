package book

import (
	"xephang/stages/render/view"
)

// booklet is a workbook that belongs to no edition: a cover, tables, the heads in English.
type booklet struct {
	*workbook
	r        *view.Report
	cover    string
	contents []entryLine
	english  []entryLine // the same in English
	glossary []term
}

// newBooklet opens a workbook with its cover sheet; title is a phrase.
func newBooklet(r *view.Report, title string) *booklet {
	b := &booklet{r: r}
	b.workbook = newWorkbook(about{title: view.VI.Say(title), subject: view.VI.Say(title), author: view.VI.Say("site.name"), date: r.Day().String()})
	b.cover = b.sheet(view.VI.Say("book.cover"))
	return b
}

// head is a column's head, kept with its English meaning.
func (b *booklet) head(key string) string {
	t := term{view.VI.Say(key), view.EN.Say(key)}
	for _, known := range b.glossary {
		if known == t {
			return t.vi
		}
	}
	b.glossary = append(b.glossary, t)
	return t.vi
}

// column is a column with its head.
func (b *booklet) column(key string, l look, most float64) column {
	return column{head: b.head(key), look: l, most: most}
}

// table opens a sheet: key names its phrases filed.KEY, filed.d.KEY.
func (b *booklet) table(key, title, under string) *grid {
	g := &grid{sheet: b.sheet(view.VI.Say("filed." + key)), holds: view.VI.Say("filed.d." + key), title: title, under: under, back: b.cover}
	b.contents = append(b.contents, entryLine{g.sheet, g.holds})
	b.english = append(b.english, entryLine{view.EN.Say("filed." + key), view.EN.Say("filed.d." + key)})
	return g
}

// front writes the cover: heading, what it is, the paragraphs that fill adds, contents.
func (b *booklet) front(heading, title string, fill func(p *paper)) {
	p := &paper{sheet: b.cover, widths: []float64{34, 72}}
	p.add(dressed(view.VI.Say("site.name"), crestLook))
	p.gap()
	p.add(dressed(view.VI.Say(heading), bannerLook))
	p.add(dressed(view.VI.Say(title), nameLook))
	b.madeUp(p, view.VI)
	p.gap()
	fill(p)
	p.contents(b.contents)
	p.gap()
	p.add(dressed(view.VI.Say("book.made", "version", b.r.Version), underLook))
	b.write(p)
}

// madeUp says that figures are synthetic, where they are.
func (b *booklet) madeUp(p *paper, l view.Lang) {
	if b.r.Synthetic() {
		p.add(dressed(l.Say("synthetic.banner"), look{bold: true, colour: fall}))
	}
}

// mirror is the sheet that says in English what sheets and columns are.
func (b *booklet) mirror(title string) {
	p := &paper{sheet: b.sheet(view.VI.Say("book.english")), widths: []float64{34, 72}}
	b.contents = append(b.contents, entryLine{p.sheet, view.VI.Say("filed.english")})
	p.add(dressed(view.EN.Say(title), titleLook))
	b.madeUp(p, view.EN)
	p.add(cell{value: view.EN.Say("book.back"), link: quoted(b.cover) + "A1", look: &backLook})
	p.section(view.EN.Say("filed.h.sheets"))
	for i, line := range b.english {
		p.pair(b.contents[i].sheet, line.sheet+": "+line.holds)
	}
	p.section(view.EN.Say("book.h.glossary"))
	p.add(dressed(view.EN.Say("book.col.vi"), capsLook), dressed(view.EN.Say("book.col.en"), capsLook))
	for _, t := range b.glossary {
		p.pair(t.vi, t.en)
	}
	b.write(p)
}

// tally lists how often each verdict or status was given, and what it means.
func (p *paper) tally(title string, all []view.Tallied) {
	p.section(title)
	for _, t := range all {
		p.add(dressed(t.Mark+" "+t.Text, look{bold: true}), dressed(t.Count+" – "+t.Means, proseLook))
	}
}

const (
	mostLinks = 5000 // on one sheet: excelize looks through all of them for each new one, and Excel takes 65,530
	longLink  = 2000 // characters of an address; Excel takes 2,079
)

// web is a citation that leads to its address, where Excel can hold that.
func web(c view.Cite, l look) any {
	if c.Href == "" || len(c.Href) > longLink {
		return c.Text
	}
	return cell{value: c.Text, link: c.Href, look: &l}
}

// cited splits citations into the first, with its link, and the others in words.
func cited(all []view.Cite) (first any, others string) {
	if len(all) == 0 {
		return nil, ""
	}
	var rest []string
	for _, c := range all[1:] {
		rest = append(rest, c.Text)
	}
	return web(all[0], textLook), join(rest...)
}
