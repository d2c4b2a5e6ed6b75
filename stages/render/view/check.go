package view

import (
	"strings"

	"xephang/stages/reconcile"
)

// CheckPage holds our results against the published figures.
type CheckPage struct {
	Indices []CheckSection
	Printed *Table // editions of which only published figures exist: nothing to compare
}

// CheckSection is one index.
type CheckSection struct {
	ID, Title   string
	Summary     string
	Table       *Table // a row for each edition and node
	Differences *Table // nil where there is none
}

// CheckAddress is where an edition's comparison stands.
func (e *Edition) CheckAddress() string { return "doi-chieu/index.html#" + Slug(e.Board.ID) }

// Check makes the reproduction page.
func (r *Report) Check(l Lang) CheckPage {
	var p CheckPage
	for _, b := range r.Boards {
		var of []reconcile.Reproduction
		for _, x := range r.Reproductions {
			if x.Index == b.ID && len(x.Nodes) > 0 && b.Edition(x.Edition) != nil {
				of = append(of, x)
			}
		}
		if len(of) > 0 {
			p.Indices = append(p.Indices, r.checkSection(l, b, of))
		}
	}
	p.Printed = r.printed(l)
	return p
}

// printed lists the editions of which only published figures exist.
func (r *Report) printed(l Lang) *Table {
	t := &Table{ID: "chi-cong-bo", Caption: l.Say("check.printed"), Columns: []Column{{Label: l.Say("nav.indices")}, {Label: l.Say("rank.editions")}}}
	for _, b := range r.Boards {
		var ids []string
		for _, e := range b.Editions {
			if e.Edition.Compute == "none" {
				ids = append(ids, e.Edition.ID)
			}
		}
		if len(ids) > 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.In(b.Name), Href: b.Address(), Head: true}, {Text: strings.Join(ids, ", ")}}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// Edition finds an edition of an index, or nil.
func (b *Board) Edition(id string) *Edition {
	for _, e := range b.Editions {
		if e.Edition.ID == id {
			return e
		}
	}
	return nil
}

func (r *Report) checkSection(l Lang, b *Board, of []reconcile.Reproduction) CheckSection {
	s := CheckSection{ID: Slug(b.ID), Title: l.In(b.Name), Table: checkTable(l, b)}
	d := &Table{ID: s.ID + "-khac", Sortable: true, Caption: l.Say("check.diff", "index", b.Abbr(l)), Columns: differenceHeads(l)}
	var sum reconcile.Check
	for _, x := range of {
		e := b.Edition(x.Edition)
		for _, c := range x.Nodes {
			s.Table.Rows = append(s.Table.Rows, checkRow(l, e, x, c))
			for _, y := range c.Differences {
				d.Rows = append(d.Rows, r.differenceRow(l, e, c.Node, y))
			}
			sum.Scores, sum.Within, sum.Ranks, sum.Equal = sum.Scores+c.Scores, sum.Within+c.Within, sum.Ranks+c.Ranks, sum.Equal+c.Equal
		}
	}
	key := "check.summary"
	if sum.Ranks == 0 {
		key = "check.summary.s"
	}
	s.Summary = l.Say(key, "within", l.Whole(sum.Within), "scores", l.Whole(sum.Scores), "equal", l.Whole(sum.Equal), "ranks", l.Whole(sum.Ranks))
	if len(d.Rows) > 0 {
		s.Differences = d
	}
	return s
}

func checkTable(l Lang, b *Board) *Table {
	t := &Table{ID: Slug(b.ID) + "-doi-chieu", Caption: l.Say("check.table", "index", b.Abbr(l)), Columns: []Column{{Label: l.Say("col.edition")}, {Label: l.Say("check.node")}}}
	for _, k := range []string{"check.scores", "check.within", "check.tolerance", "check.worst", "check.ranks", "check.equal", "check.frompub"} {
		t.Columns = append(t.Columns, Column{Label: l.Say(k), Number: true})
	}
	return t
}

func checkRow(l Lang, e *Edition, x reconcile.Reproduction, c reconcile.Check) Row {
	within, equal := l.count(c.Within), l.count(c.Equal)
	within.Tone, equal.Tone = agreement(c.Within, c.Scores), agreement(c.Equal, c.Ranks)
	from := Cell{Text: Missing, Tone: Quiet}
	if c.PublishedBoth > 0 {
		from = l.count(c.FromPublished)
		from.Small = "/" + l.Whole(c.PublishedBoth)
	}
	return Row{Cells: []Cell{{Text: x.Edition, Href: e.Address(), Head: true}, {Text: e.nodeName(l, c.Node)}, l.count(c.Scores), within,
		{Text: l.Exact(x.Tolerance), Value: Plain(x.Tolerance, 9)}, {Text: l.Number(c.Worst, e.Scale.Decimals+1), Value: Plain(c.Worst, 9)}, l.count(c.Ranks), equal, from}}
}

// agreement marks a count that falls short of the whole.
func agreement(n, of int) Tone {
	if n < of {
		return Bad
	}
	return Plainly
}

func (e *Edition) nodeName(l Lang, id string) string {
	if n, ok := e.Col(id); ok {
		return e.Brief(l, n)
	}
	return id
}

func differenceHeads(l Lang) []Column {
	heads := []Column{{Label: l.Say("col.edition")}, {Label: l.Say("check.node")}, {Label: l.Say("col.unit")}}
	for _, k := range []string{"check.col.ours", "check.col.their", "check.col.rank", "check.col.prank"} {
		heads = append(heads, Column{Label: l.Say(k), Number: true})
	}
	return append(heads, Column{Label: l.Say("check.col.why")}, Column{Label: l.Say("check.col.with")}, Column{Label: l.Say("check.col.place")})
}

const mostNames = 4 // names in the list of units that changed places

func (r *Report) differenceRow(l Lang, e *Edition, node string, d reconcile.Difference) Row {
	ours, their := l.num(d.Ours, e.Scale.Decimals), l.num(d.Published, e.Scale.Decimals)
	if d.Score {
		their.Tone = Bad
	}
	rank, printed := l.rank(d.Rank, 0, true), l.rank(d.PublishedRank, 0, true)
	if d.Rank != d.PublishedRank {
		printed.Tone = Bad
	}
	unit := r.unit(l, d.Unit)
	return Row{Cells: []Cell{{Text: e.Edition.ID, Href: e.Address()}, {Text: e.nodeName(l, node)}, unit, ours, their, rank, printed,
		{Text: l.Say("check.why." + string(d.Reason)), Tone: Remark}, {Text: r.some(l, d.With)}, {Text: d.Place.String(), Tone: Quiet}}}
}

// some names the first few of many units.
func (r *Report) some(l Lang, codes []string) string {
	var names []string
	for i, c := range codes {
		if i == mostNames {
			names = append(names, l.Say("check.more", "n", l.Whole(len(codes)-mostNames)))
			break
		}
		names = append(names, r.Name(l, c))
	}
	return strings.Join(names, "; ")
}
