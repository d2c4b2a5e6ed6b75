package book

import "xephang/stages/render/view"

// sparse is the share of filled cells below which parts are listed one a row instead of side by side.
const sparse = 0.4

// widestParts is how many nodes stand side by side; more are listed one a row.
const widestParts = 500

// parts is the sheet of every node's scores and ranks, the root first: side by side, or one a row where most are not known.
func (b *ranking) parts() *grid {
	if len(b.e.Nodes) < 2 {
		return nil
	}
	known := 0
	for _, row := range b.e.Order() {
		for n := range b.e.Nodes {
			if b.e.Standing(n, row).Has() {
				known++
			}
		}
	}
	g := &grid{sheet: view.VI.Say("book.parts"), title: b.say("book.t.parts"), under: b.source(), holds: view.VI.Say("book.d.parts"), frozen: 1,
		columns: []column{{head: b.unitHead(), look: textLook, most: 44}, {head: b.head("book.col.code"), look: textLook}}}
	if len(b.e.Nodes) > widestParts || float64(known) < sparse*float64(len(b.e.Order())*len(b.e.Nodes)) {
		return b.partsDown(g)
	}
	return b.partsAcross(g)
}

func (b *ranking) partsAcross(g *grid) *grid {
	g.strong = b.strong(b.e.Order())
	for n := range b.e.Nodes {
		name := b.part(n)
		g.columns = append(g.columns,
			column{head: view.VI.Say("book.col.partsc", "part", name), look: scoreLook(b.digits(n))},
			column{head: view.VI.Say("book.col.prankof", "part", name), look: rankLook})
	}
	for _, row := range b.e.Order() {
		line := []any{b.name(row), b.e.Table.Units[row]}
		for n := range b.e.Nodes {
			s := b.e.Standing(n, row)
			line = append(line, rounded(s), whole(s.Place))
		}
		g.rows = append(g.rows, line)
	}
	return g.without()
}

func (b *ranking) partsDown(g *grid) *grid {
	g.columns = append(g.columns, column{head: b.head("check.node"), look: textLook}, column{head: b.head("col.score"), look: scoreLook(b.e.Scale.Decimals)},
		column{head: b.head("col.rank"), look: rankLook}, column{head: b.head("book.col.origin"), look: textLook})
	for _, row := range b.e.Order() {
		for n := range b.e.Nodes {
			if s := b.e.Standing(n, row); s.Has() {
				g.rows = append(g.rows, []any{b.name(row), b.e.Table.Units[row], b.part(n), rounded(s), whole(s.Place), origin(s)})
			}
		}
	}
	return g.without()
}
