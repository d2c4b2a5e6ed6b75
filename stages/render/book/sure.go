package book

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// bandColumns stand beside the rank in an edition that has bands: the better and the worse end.
func (b *ranking) bandColumns() []rankColumn {
	if !b.e.Banded() {
		return nil
	}
	end := func(better bool) func(int, view.Standing) any {
		return func(row int, _ view.Standing) any {
			low, high, ok := b.e.BandOf(0, row)
			switch {
			case !ok:
				return nil
			case better:
				return low
			}
			return high
		}
	}
	return []rankColumn{{column: column{head: b.head("filed.c.low"), look: rankLook}, cell: end(true)}, {column: column{head: b.head("filed.c.high"), look: rankLook}, cell: end(false)}}
}

// sure adds the sheets on how sure the ranks are, and the audit; an edition of published figures has none, and its notes
// say why.
func (b *ranking) sure() {
	if b.r.RobustHref(b.e) != "" {
		page := b.r.Sure(view.VI, b.e)
		for _, block := range b.e.Blocks() {
			b.bands(page, block)
		}
		b.choices(page)
	}
	if b.r.AuditHref(b.e) != "" {
		b.exam(b.r.Audit(view.VI, b.e))
	}
}

// bands is the sheet of one block's bands, with a filter.
func (b *ranking) bands(page view.RobustPage, block view.Block) {
	rows, top := b.r.SureRows(view.VI, b.e, block)
	if len(rows) == 0 {
		return
	}
	g := &grid{sheet: view.VI.Say("filed.sure"), title: b.say("filed.t.sure"), holds: view.VI.Say("filed.d.sure"), frozen: 4, strong: map[int]bool{},
		under: b.say("filed.u.sure", "low", view.VI.Percent(0.05, 0), "high", view.VI.Percent(0.95, 0)) + " " + page.Draws}
	if name := view.VI.In(block.Name); name != "" {
		g.sheet += " " + name
	}
	g.columns = []column{{head: b.head("col.rank"), look: rankLook}, {head: b.head("filed.c.low"), look: rankLook}, {head: b.head("filed.c.high"), look: rankLook},
		{head: b.unitHead(), look: textLook, most: 40}, {head: b.head("robust.col.mean"), look: scoreLook(1)}, {head: b.head("robust.col.median"), look: scoreLook(1)},
		{head: b.head("robust.col.top", "n", num(top)), look: wholeLook}, {head: b.head("robust.col.next"), look: wholeLook},
		{head: b.head("filed.c.groups"), look: wrapLook, most: 16}, {head: b.head("robust.col.like"), look: wrapLook, most: 56}}
	for i, x := range rows {
		g.strong[i] = b.e.Board.Focus != "" && b.e.Table.Units[x.Row] == b.e.Board.Focus
		g.rows = append(g.rows, []any{whole(x.Place), x.Low, x.High, b.name(x.Row), x.Mean, x.Median, chance(x.Top), chance(x.Next), numbers(x.Groups), x.Like})
	}
	g.sheet, g.back = b.sheet(g.sheet), b.cover
	b.contents = append(b.contents, entryLine{g.sheet, g.holds})
	b.named(b.r.RobustHref(b.e), g.sheet)
	b.lay(g)
}

// chance is a probability in whole per cent; one that is neither 0 nor 1 never reads as either.
func chance(p float64) any {
	l := look{border: true, format: "0%"}
	switch {
	case p != p:
		return nil
	case p > 0 && p < 0.005:
		l.format = `"< ` + view.VI.Percent(0.01, 0) + `"`
	case p < 1 && p >= 0.995:
		l.format = `"> ` + view.VI.Percent(0.99, 0) + `"`
	}
	return cell{value: p, look: &l}
}

// numbers lists the numbers of groups: 3, 4.
func numbers(groups []int) string {
	var all []string
	for _, n := range groups {
		all = append(all, strconv.Itoa(n))
	}
	return strings.Join(all, ", ")
}

// choices is the sheet of what was varied and what the ranks depend on.
func (b *ranking) choices(p view.RobustPage) {
	say := view.VI.Say
	k := &stack{title: b.say("filed.t.choices"), under: b.source(), holds: say("filed.d.choices"), says: []string{p.Lede}}
	varied := block{title: say("robust.h.varied"), says: slices.Concat(p.Varied, []string{p.Draws, b.r.SureGroups(view.VI, b.e)})}
	effects := block{title: say("robust.h.effects"), why: p.NoEffects}
	if p.Shares != nil {
		effects = under(say("robust.h.effects"), "", p.Shares)
	}
	k.blocks = append(k.blocks, varied, effects)
	k.add(say("robust.h.left"), p.LeftOut)
	k.add(say("robust.h.schemes"), p.Schemes)
	k.add("", p.Presets)
	b.stacked(k, say("filed.choices"))
}

// under is a table below a heading and a sentence.
func under(title, about string, t *view.Table) block {
	b := tabled(t)
	b.title, b.about = title, about
	return b
}

// add puts a table onto a stack, where there is one.
func (k *stack) add(title string, t *view.Table) {
	if t != nil && len(t.Rows) > 0 {
		k.blocks = append(k.blocks, under(title, "", t))
	}
}

// stacked gives a stack its name and writes it.
func (b *ranking) stacked(k *stack, name string) {
	k.sheet, k.back = b.sheet(name), b.cover
	b.contents = append(b.contents, entryLine{k.sheet, k.holds})
	b.pile(k)
}

// exam is the sheet of the audit: the verdict in sentences with the source of every threshold, then the tests.
func (b *ranking) exam(p view.AuditPage) {
	say := view.VI.Say
	k := &stack{title: p.Title, under: b.source(), holds: say("filed.d.exam"), says: []string{p.Lede}}
	verdict := block{title: say("exam.h.findings")}
	for _, f := range p.Findings {
		verdict.says = append(verdict.says, finding(f))
	}
	if len(p.Findings) == 0 {
		verdict.why = say("exam.none")
	}
	k.blocks = append(k.blocks, verdict)
	for _, s := range p.Sections {
		if len(s.Tables) == 0 {
			k.blocks = append(k.blocks, block{title: s.Title, about: s.About, why: s.Why})
		}
		for i, t := range s.Tables {
			x := under("", "", t)
			if i == 0 {
				x.title, x.about = s.Title, s.About
			}
			k.blocks = append(k.blocks, x)
		}
	}
	b.stacked(k, say("filed.exam"))
	b.named(b.r.AuditHref(b.e), k.sheet)
}

// finding is a sentence of the verdict with its grade before it and the source of its threshold behind it.
func finding(f view.Finding) string {
	s := "• " + f.Grade + " – " + f.Title + ". " + f.Text
	if f.Source != "" {
		s += " (" + view.VI.Say("exam.source") + ": " + f.Source + ")"
	}
	return s
}

// named remembers which sheet holds what a page of the site does.
func (b *ranking) named(href, sheet string) {
	if b.sheetOf == nil {
		b.sheetOf = map[string]string{}
	}
	if b.sheetOf[href] == "" {
		b.sheetOf[href] = sheet
	}
}
