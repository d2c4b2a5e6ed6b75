package view

import (
	"slices"
	"strconv"
	"strings"
)

// RankingPage is one edition of an index.
type RankingPage struct {
	Board     *Board
	Edition   *Edition
	Title     string
	Lede      string
	Notes     []Sentence // how it is ordered, what is missing, where it differs from what was published
	Stamp     []string   // status, edition, count, source
	Cards     []Card     // the focus unit
	Sections  []RankingSection
	Key       []Column // columns with a short label, and what they stand for
	Filters   []Filter
	Map       *TileMap // nil where no provinces are ranked
	Groups    *Table
	Unranked  *Table
	Facts     *Table
	Sources   Sources
	Siblings  []Sibling
	GroupHead string
	Ways      []Sibling // pages that take the edition further
}

// RankingSection is one block, or the whole edition.
type RankingSection struct {
	ID, Title string
	Chart     *Chart
	Table     *Table
	Bands     *Chart // ranks over their bands; nil where there are none
}

// Filter offers the groups of one scheme.
type Filter struct {
	ID, Label string
	Options   []Option
}

// Option is one group: the key that rows carry, and its name.
type Option struct{ Key, Label string }

// Sibling is another edition of the same index.
type Sibling struct {
	Label, Href string
	Current     bool
}

// Ranking makes the page of an edition.
func (r *Report) Ranking(l Lang, e *Edition) RankingPage {
	p := RankingPage{Board: e.Board, Edition: e, Title: r.rankingTitle(l, e), Lede: l.In(e.Board.Name), Siblings: e.siblings(),
		Notes: r.rankingNotes(l, e), Stamp: e.stamp(l), Sources: r.sources(l, e), Facts: e.facts(l), Unranked: r.unranked(l, e), Ways: r.Ways(l, e)}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		p.Cards = r.cards(l, e, row)
	}
	cols := r.columns(l, e)
	for i, part := range e.parts() {
		if len(part.rows) == 0 {
			continue
		}
		s := RankingSection{ID: "bang-" + strconv.Itoa(i+1), Title: l.In(part.name), Table: r.rankingTable(l, e, cols, part)}
		s.Table.ID = s.ID
		s.Chart = r.dots(l, e, part, i+1)
		s.Bands = r.bandChart(l, e, part.rows, i+1, s.ID)
		p.Sections = append(p.Sections, s)
	}
	p.Filters = r.filters(l, e)
	p.Groups, p.GroupHead = r.groupTable(l, e)
	p.Map = r.Map(l, e)
	for _, c := range cols {
		if c.abbr != "" {
			p.Key = append(p.Key, Column{Label: c.label, Abbr: c.abbr})
		}
	}
	return p
}

func (e *Edition) siblings() (all []Sibling) {
	for _, o := range e.Board.Editions {
		all = append(all, Sibling{o.Edition.ID, o.Address(), o == e})
	}
	return all
}

// rankingTitle is the message of a ranking.
func (r *Report) rankingTitle(l Lang, e *Edition) string {
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID}
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		if s := e.Standing(0, row); s.Has() {
			return r.focusTitle(l, e, s, append(args, "unit", r.Name(l, e.Board.Focus)))
		}
	}
	var first []string
	blocks := e.parts()
	for _, part := range blocks {
		for _, row := range part.rows {
			if p, _ := e.place(0, row); p == 1 {
				first = append(first, r.Name(l, e.Table.Units[row]))
			}
		}
	}
	switch {
	case len(first) == 0 || len(first) > 3:
		return l.Say("rank.plain", args...)
	case len(first) == 1:
		return l.Say("rank.first", append(args, "unit", first[0])...)
	case len(blocks) > 1:
		return l.Say("rank.blocks", append(args, "units", l.List(first))...)
	}
	return l.Say("rank.tied", append(args, "units", l.List(first))...)
}

func (r *Report) focusTitle(l Lang, e *Edition, s Standing, args []string) string {
	args = append(args, "rank", l.Whole(s.Place), "score", l.Number(s.Score, s.Decimals), "change", l.Whole(max(s.Change, -s.Change)))
	switch {
	case s.Place == 0:
		return l.Say("rank.focus.score", args...)
	case !s.Comparable:
		return l.Say("rank.focus", args...)
	case s.Change == 0:
		return l.Say("rank.focus.same", args...)
	case s.Change > 0:
		return l.Say("rank.focus.up", args...)
	}
	return l.Say("rank.focus.down", args...)
}

func (e *Edition) stamp(l Lang) []string {
	s := []string{e.Status(l), l.Say("col.edition") + " " + e.Edition.ID}
	if !e.Edition.Name.IsZero() {
		s = append(s, l.In(e.Edition.Name))
	}
	if e.AsOf != 0 && !slices.Contains(e.Board.Units, "country") {
		s = append(s, l.Say("rank.asof", "date", l.Date(e.AsOf)))
	}
	return append(s, l.In(e.Board.Publisher))
}

// rankingNotes says how the edition is ordered, what is not known, and where our ranks differ from the published ones.
func (r *Report) rankingNotes(l Lang, e *Edition) (notes []Sentence) {
	say := func(key string, args ...string) { notes = append(notes, Sentence{{Text: l.Say(key, args...)}}) }
	ranked, of := len(e.ranked(e.order)), 0
	for b := range max(1, len(e.Table.Blocks)) {
		of += e.size(b)
	}
	switch {
	case e.Computes() && e.Rank.On == "full":
		say("rank.how.full", "count", l.Units(e.Board.Units, ranked))
	case e.Computes():
		say("rank.how", "count", l.Units(e.Board.Units, ranked), "decimals", l.Whole(e.Scale.Decimals))
	case of > len(e.order):
		say("rank.printed")
		say("rank.knownof", "known", l.Units(e.Board.Units, len(e.order)), "of", l.Whole(of))
	default:
		say("rank.printed")
		say("rank.known", "known", l.Units(e.Board.Units, len(e.order)))
	}
	if e.Edition.Compute == "scores" {
		say("rank.scores")
	}
	for _, why := range append([]string{l.In(e.Edition.Why)}, e.sharedNotes(l)...) {
		if why != "" {
			notes = append(notes, Sentence{{Text: stopped(why)}})
		}
	}
	for _, n := range e.Pillars() {
		if k := e.known(n); k > 0 && k < fewest && k*4 < len(e.order) {
			say("rank.few")
			break
		}
	}
	if n, any := e.differing(); any && n == 0 {
		say("rank.same")
	} else if any {
		notes = append(notes, l.Sentence("rank.differs", Slot{"n", Span{Text: l.Whole(n), Href: e.CheckAddress()}}))
	}
	return append(notes, r.examined(l, e)...)
}

// stopped ends a remark as a sentence.
func stopped(s string) string {
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// differing counts the ranks that differ from the published ones; any tells whether there is one to compare with.
func (e *Edition) differing() (n int, any bool) {
	if !e.Computes() {
		return 0, false
	}
	for row := range e.Table.Units {
		ours, _ := e.Table.Rank(0, row)
		printed := e.PrintedRank(0, row)
		any = any || ours > 0 && printed > 0
		if ours > 0 && printed > 0 && ours != printed {
			n++
		}
	}
	return n, any
}
