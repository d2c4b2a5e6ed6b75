package book

import (
	"strings"

	"xephang/stages/render/view"
)

// front is the cover: who publishes, what it is, what happened, and what is in the workbook.
func (b *ranking) front() {
	e, say := b.e, view.VI.Say
	p := &paper{sheet: b.cover, widths: []float64{30, 68}}
	p.add(dressed(view.VI.In(e.Board.Publisher), crestLook))
	p.gap()
	p.add(dressed(say("book.heading"), bannerLook))
	p.add(dressed(view.VI.In(e.Board.Name), nameLook))
	p.add(dressed(edition(view.VI, e), sized(crestLook, 13)))
	p.gap()
	p.add(dressed(b.page.Title, messageLook))
	p.gap()
	for _, c := range b.page.Cards {
		p.pair(c.Label, strings.TrimSpace(c.Value+" "+c.Small)+noted(c.Note))
	}
	p.pair(say("book.status"), e.Status(view.VI))
	p.pair(say("book.count"), b.count())
	p.pair(say("book.first"), b.leaders())
	if before := e.Before(); before != nil {
		p.pair(say("book.before"), edition(view.VI, before))
	}
	if e.Edition.Released != 0 {
		p.pair(say("book.released"), view.VI.Date(e.Edition.Released))
	}
	p.pair(say("book.asof"), view.VI.Date(e.AsOf))
	p.pair(say("mark.source"), b.page.Sources.Says)
	p.contents(b.contents)
	p.gap()
	p.add(dressed(say("book.made", "version", b.r.Version), underLook))
	b.write(p)
}

// contents lists the sheets of the workbook.
func (p *paper) contents(lines []entryLine) {
	p.section(view.VI.Say("book.contents"))
	p.add(dressed(view.VI.Say("book.col.sheet"), capsLook), dressed(view.VI.Say("book.col.holds"), capsLook))
	for _, c := range lines {
		p.add(cell{value: c.sheet, link: quoted(c.sheet) + "A1", look: &proseLook}, dressed(c.holds, proseLook))
	}
}

func noted(s string) string {
	if s == "" {
		return ""
	}
	return "; " + s
}

func sized(l look, size float64) look {
	l.size = size
	return l
}

// edition is "Kỳ 2022: Khảo sát năm 2022", or only the kỳ where it has no name of its own.
func edition(l view.Lang, e *view.Edition) string {
	s := l.Say("book.edition", "edition", e.Edition.ID)
	if name := l.In(e.Edition.Name); name != "" {
		s += ": " + name
	}
	return s
}

// count says how many units have a rank here.
func (b *ranking) count() string {
	ranked := 0
	for _, row := range b.e.Order() {
		if b.e.Standing(0, row).Place > 0 {
			ranked++
		}
	}
	return view.VI.Units(b.e.Board.Units, ranked)
}

// leaders names the first of every block.
func (b *ranking) leaders() string {
	var all []string
	for _, block := range b.e.Blocks() {
		var first []string
		for _, row := range block.Rows {
			if b.e.Standing(0, row).Place == 1 {
				first = append(first, b.name(row))
			}
		}
		if len(first) == 0 {
			continue
		}
		said := view.VI.List(first)
		if name := view.VI.In(block.Name); name != "" {
			said += " (" + name + ")"
		}
		all = append(all, said)
	}
	return join(all...)
}
