package book

import (
	"math"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// check is the sheet that holds computed figures against published ones, on every node that has both.
func (b *ranking) check() *grid {
	digits := b.e.Scale.Decimals
	g := &grid{sheet: view.VI.Say("book.check"), title: b.say("book.t.check"), under: b.source(), holds: view.VI.Say("book.d.check"), frozen: 2}
	g.columns = []column{
		{head: b.head("check.node"), look: textLook, most: 34}, {head: b.unitHead(), look: textLook, most: 40},
		{head: b.head("book.col.ours"), look: scoreLook(digits)}, {head: b.head("book.col.pscore"), look: scoreLook(digits)}, {head: b.head("book.col.gap"), look: signedLook(digits), sign: true},
		{head: b.head("book.col.rank"), look: rankLook}, {head: b.head("book.col.prank"), look: rankLook}, {head: b.head("book.col.rankgap"), look: signedLook(0), sign: true},
		{head: b.head("col.reason"), look: wrapLook, most: 56},
	}
	for n := range b.e.Nodes {
		if !b.e.Nodes[n].Leaf() && b.e.Table.Has(cube.Score, n) {
			b.compare(g, n)
		}
	}
	return g.without()
}

// compare adds the rows of a node. Scores are shown rounded; their difference is of the unrounded ones, rounded last.
func (b *ranking) compare(g *grid, node int) {
	reasons := b.reasons(node)
	for _, row := range b.e.Order() {
		ours, printed := b.e.Table.At(cube.Score, node).At(row), b.e.Table.At(cube.PublishedScore, node).At(row)
		rank, _ := b.e.Table.Rank(node, row)
		place := b.e.PrintedRank(node, row)
		if ours != ours || printed != printed && place == 0 {
			continue
		}
		line := []any{b.part(node), b.name(row), view.Round(ours, b.e.Scale.Decimals), printed, view.Round(ours-printed, b.e.Scale.Decimals),
			whole(rank), whole(place), math.NaN(), reasons[b.e.Table.Units[row]]}
		if rank > 0 && place > 0 {
			line[7] = rank - place
		}
		g.rows = append(g.rows, line)
	}
}

// reasons says, by unit, why its figure is not given back.
func (b *ranking) reasons(node int) map[string]string {
	all := map[string]string{}
	for _, p := range b.r.Reproductions {
		if p.Index != b.e.Board.ID || p.Edition != b.e.Edition.ID {
			continue
		}
		for _, c := range p.Nodes {
			if c.Node != b.e.Nodes[node].ID {
				continue
			}
			for _, d := range c.Differences {
				all[d.Unit] = view.VI.Say("check.why." + string(d.Reason))
			}
		}
	}
	return all
}
