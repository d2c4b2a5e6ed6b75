package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// QualityAddress is the page on the quality of the data.
const QualityAddress = "chat-luong/index.html"

// QualityPage tells how whole the data are: what is there, what is reproduced, who is unranked, what is doubtful and
// what was corrected.
type QualityPage struct {
	Say       string
	Heat      *Table
	Editions  *Table
	Unranked  *Table
	Problems  *Table
	Doubts    string
	Corrected *Table
	Gaps      []GapSection // of editions that are gathered by forms, newest first
	Feedback  string       // address of what changed since the draft; empty where there was none
}

// GapSection is how far self-scores are from appraised ones in one edition.
type GapSection struct {
	Title, Message  string
	Units, Criteria *Table
}

// gaps of every edition that has both scores in public, newest first.
func (r *Report) gaps(l Lang) (all []GapSection) {
	for _, b := range r.Boards {
		for _, e := range slices.Backward(b.Editions) {
			units, criteria := r.GapTables(l, e)
			if units == nil {
				continue
			}
			units.ID += "-" + Slug(b.ID) + "-" + Slug(e.Edition.ID)
			criteria.ID += "-" + Slug(b.ID) + "-" + Slug(e.Edition.ID)
			all = append(all, GapSection{Title: b.Abbr(l) + " " + e.Edition.ID, Message: r.GapMessage(l, e), Units: units, Criteria: criteria})
		}
	}
	return all
}

// coverage counts the cells of an edition: every unit that takes part by every node, and those in which a value, a
// score or a rank was read.
type coverage struct{ present, of int }

func (c coverage) share() float64 {
	if c.of == 0 {
		return nan
	}
	return float64(c.present) / float64(c.of)
}

func (e *Edition) coverage() (c coverage) {
	layers := []cube.Layer{cube.Value, cube.PublishedScore, cube.PublishedRank}
	for n := range e.Nodes {
		for row := range e.Table.Units {
			c.of++
			if slices.ContainsFunc(layers, func(l cube.Layer) bool { x := e.Table.At(l, n).At(row); return x == x }) {
				c.present++
			}
		}
	}
	return c
}

// Quality makes the page on the quality of the data.
func (r *Report) Quality(l Lang) QualityPage {
	var p QualityPage
	found := map[*Edition]coverage{}
	full, half, n := 0, 0, 0
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			c := e.coverage()
			found[e] = c
			n++
			full += bit(c.of > 0 && c.present == c.of)
			half += bit(c.present*2 < c.of)
		}
	}
	p.Say = l.Say("quality.say", "full", l.Whole(full), "n", l.Whole(n), "half", l.Whole(half))
	p.Gaps = r.gaps(l)
	if r.Diff != nil {
		p.Feedback = FeedbackAddress
	}
	p.Heat, p.Editions = r.heat(l, found), r.qualityTable(l, found)
	p.Unranked = r.unrankedTable(l)
	p.Problems = r.countedProblems(l)
	p.Doubts = l.Say("quality.noproblems")
	if p.Problems != nil {
		p.Doubts = l.Say("quality.problem.n", "doubts", l.Whole(len(r.Problems)-r.Problems.Faults()))
	}
	p.Corrected = r.correctionTable(l)
	return p
}

// heat is the coverage by index and edition, shaded.
func (r *Report) heat(l Lang, found map[*Edition]coverage) *Table {
	var ids []string
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			if !slices.Contains(ids, e.Edition.ID) {
				ids = append(ids, e.Edition.ID)
			}
		}
	}
	if slices.Sort(ids); len(ids) == 0 {
		return nil
	}
	slices.Reverse(ids)
	t := &Table{ID: "do-phu", Caption: l.Say("quality.heat.t"), Columns: []Column{{Label: l.Say("quality.index")}}}
	for _, id := range ids {
		t.Columns = append(t.Columns, Column{Label: id, Number: true})
	}
	for _, b := range r.Boards {
		line := Row{Cells: []Cell{{Text: r.Label(l, b), Href: b.Address(), Head: true}}}
		for _, id := range ids {
			cell := Cell{}
			if e := b.Edition(id); e != nil {
				cell = l.covered(found[e])
				cell.Href = e.Address()
			}
			line.Cells = append(line.Cells, cell)
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// covered is the cell of a coverage in per cent: rounded down, so that no gap is rounded away.
func (l Lang) covered(c coverage) Cell {
	s := c.share()
	if s != s {
		return Cell{Text: Missing, Tone: Quiet}
	}
	whole := c.present * 100 / c.of
	x := Cell{Text: l.Whole(whole), Value: Full(s)}
	if whole == 0 && c.present > 0 {
		x.Text = "<" + noBreak + l.Whole(1)
	}
	for i, least := range []float64{0.25, 0.5, 0.75, 1} {
		if s >= least {
			x.Tone = Tone("q" + strconv.Itoa(i+1))
		}
	}
	return x
}

// qualityTable has a line for each edition.
func (r *Report) qualityTable(l Lang, found map[*Edition]coverage) *Table {
	t := &Table{ID: "tung-ky", Sortable: true, Caption: l.Say("quality.editions.t"), Columns: []Column{{Label: l.Say("quality.index")}, {Label: l.Say("col.edition")},
		{Label: l.Say("quality.cells"), Number: true}, {Label: l.Say("quality.share"), Number: true}, {Label: l.Say("quality.scores"), Number: true},
		{Label: l.Say("quality.ranks"), Number: true}, {Label: l.Say("quality.unranked"), Number: true}, {Label: l.Say("col.status")}}}
	for _, b := range r.Boards {
		for _, e := range slices.Backward(b.Editions) {
			c := found[e]
			cells := l.count(c.present)
			cells.Small = "/" + l.Whole(c.of)
			t.Rows = append(t.Rows, Row{Cells: append([]Cell{{Text: r.Label(l, b), Href: b.Address(), Head: true}, {Text: e.Edition.ID, Href: e.Address()}, cells, l.covered(c)},
				append(r.reproduced(l, e), l.count(len(e.Table.Unranked)), Cell{Text: e.computes(l)})...)})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// reproduced are the scores and the ranks that came out as published.
func (r *Report) reproduced(l Lang, e *Edition) []Cell {
	var scores, within, ranks, equal int
	for _, x := range r.Reproductions {
		if x.Index == e.Board.ID && x.Edition == e.Edition.ID {
			for _, c := range x.Nodes {
				scores, within, ranks, equal = scores+c.Scores, within+c.Within, ranks+c.Ranks, equal+c.Equal
			}
		}
	}
	cell := func(n, of int) Cell {
		if of == 0 {
			return Cell{Text: Missing, Tone: Quiet}
		}
		c := l.count(n)
		c.Small, c.Tone, c.Href = "/"+l.Whole(of), agreement(n, of), e.CheckAddress()
		return c
	}
	return []Cell{cell(within, scores), cell(equal, ranks)}
}

// unrankedTable gathers the unranked units of all editions by edition and reason.
func (r *Report) unrankedTable(l Lang) *Table {
	t := &Table{ID: "khong-xep-hang", Caption: l.Say("quality.why.t"), Columns: []Column{{Label: l.Say("quality.index")}, {Label: l.Say("col.edition")}, {Label: l.Say("col.reason")}, {Label: l.Say("col.count"), Number: true}, {Label: l.Say("col.unit")}}}
	for _, b := range r.Boards {
		for _, e := range slices.Backward(b.Editions) {
			of, reasons := map[string][]string{}, []string(nil)
			for row, why := range e.Table.Unranked {
				reason := l.In(why)
				if of[reason] == nil {
					reasons = append(reasons, reason)
				}
				of[reason] = append(of[reason], e.Table.Units[row])
			}
			slices.SortFunc(reasons, func(x, y string) int {
				return cmp.Or(-cmp.Compare(len(of[x]), len(of[y])), strings.Compare(x, y))
			})
			for _, reason := range reasons {
				r.ByName(l, of[reason])
				var names []string
				for _, code := range of[reason] {
					names = append(names, r.Name(l, code))
				}
				t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: r.Label(l, b), Head: true}, {Text: e.Edition.ID, Href: e.Address()}, {Text: reason, Tone: Remark}, l.count(len(names)), {Text: strings.Join(names, "; "), Tone: Remark}}})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// countedProblems counts the problems of the run by code, index and edition, as data/problems.csv does.
func (r *Report) countedProblems(l Lang) *Table {
	type key struct{ code, index, edition string }
	first, count := map[key]problem.Problem{}, map[key]int{}
	var keys []key
	for _, p := range r.Problems {
		k := key{p.Code, p.Index, p.Edition}
		if count[k]++; count[k] == 1 {
			first[k] = p
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.code, b.code), strings.Compare(a.index, b.index), strings.Compare(a.edition, b.edition))
	})
	t := &Table{ID: "nghi-van", Caption: l.Say("quality.problems.t"), Sortable: true, Columns: []Column{{Label: l.Say("quality.code")}, {Label: l.Say("fault.what")}, {Label: l.Say("quality.severity")}, {Label: l.Say("quality.index")},
		{Label: l.Say("col.edition")}, {Label: l.Say("quality.times"), Number: true}, {Label: l.Say("quality.place")}}}
	for _, k := range keys {
		p := first[k]
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: k.code, Href: r.KindAddress(k.code), Head: true, Tone: Code}, {Text: l.In(p.What), Tone: Remark}, {Text: l.severity(p.Severity)}, {Text: k.index}, {Text: k.edition}, l.count(count[k]), {Text: p.Place.String(), Tone: Quiet}}})
	}
	return t
}

// severity in one word.
func (l Lang) severity(s problem.Severity) string {
	if s == problem.Doubt {
		return l.Say("quality.doubt")
	}
	return l.Say("quality.fault")
}

// correctionTable lists what was corrected, nil where nothing was.
func (r *Report) correctionTable(l Lang) *Table {
	if len(r.Corrections) == 0 {
		return nil
	}
	t := &Table{ID: "dinh-chinh", Caption: l.Say("quality.fixed.t"), Columns: []Column{{Label: l.Say("quality.case")}, {Label: l.Say("col.unit")}, {Label: l.Say("quality.index")}, {Label: l.Say("col.edition")}, {Label: l.Say("method.col.node")},
		{Label: l.Say("quality.was"), Number: true}, {Label: l.Say("quality.becomes"), Number: true}, {Label: l.Say("col.reason")}, {Label: l.Say("quality.document")}, {Label: l.Say("quality.decided")}, {Label: l.Say("quality.date")}, {Label: l.Say("quality.status")}}}
	for _, c := range r.Corrections {
		index, node, edition := Cell{Text: c.Index}, Cell{Text: c.Node}, Cell{Text: c.Edition}
		if b := r.Board(c.Index); b != nil {
			index = Cell{Text: r.Label(l, b), Href: b.Address()}
			node = Cell{Text: cmp.Or(l.In(c.Name), b.NodeName(l, c.Node)), Href: NodeAddress(b, c.Node)}
			if e := b.Edition(c.Edition); e != nil {
				edition.Href = e.Address()
			}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: cmp.Or(c.Case, Missing), Head: true}, link(r.Name(l, c.Unit), r.UnitHref(c.Unit)), index, edition, node, l.amountCell(c, false), l.amountCell(c, true),
			{Text: c.Reason, Tone: Remark}, {Text: c.Document, Tone: Remark}, {Text: c.DecidedBy}, {Text: l.day(c.Date)}, {Text: l.StatusName(c.Status)}}})
	}
	return t
}
