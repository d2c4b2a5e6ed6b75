package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/target"
)

// seat is a cell that a claim may speak of: one unit on one node in one edition.
type seat struct {
	m         Measured
	plan      *index.Plan
	table     *cube.Table
	node, row int
	remarks   []Remark
}

// figure is what one layer holds at a seat.
type figure struct {
	value float64
	of    int // of a rank: out of how many; 0 where that is not known
	ev    Evidence
}

// reading is an edition that a year may mean.
type reading struct {
	plan   *index.Plan
	remark *Remark
}

// editions lists the editions of an index that a claim's year may mean: the edition of that data year, then the one
// published in that year, then, where the index has none, the next one, which the text calls by the years it covers.
func (b *bench) editions(ix *index.Index, c *claim.Claim) (all []reading) {
	add := func(p *index.Plan, r *Remark) {
		if len(p.Nodes) > 0 && !slices.ContainsFunc(all, func(x reading) bool { return x.plan == p }) {
			all = append(all, reading{p, r})
		}
	}
	year := strconv.Itoa(c.Year)
	for _, p := range ix.Plans {
		if p.Edition.ID == c.Edition || p.Edition.ID == year {
			add(p, nil)
		}
	}
	if c.Year == 0 {
		return all
	}
	for _, p := range ix.Plans {
		data, _ := strconv.Atoi(p.Edition.ID)
		released := p.Edition.Released.Year()
		if released == c.Year || released == 0 && len(all) > 0 && data == c.Year-1 {
			add(p, remarkReleased(c.Year, p.Edition.ID))
		}
	}
	for _, p := range ix.Plans {
		if data, _ := strconv.Atoi(p.Edition.ID); len(all) == 0 && data > c.Year && data <= c.Year+2 && b.out(ix, p, c.Document, 1) {
			add(p, remarkCovers(c.Year, p.Edition.ID))
		}
	}
	return all
}

// out tells whether an edition was published when a document was, as far as that is known.
func (b *bench) out(ix *index.Index, p *index.Plan, document string, slack int) bool {
	by := b.publishedBy(document)
	if p.Edition.Released > 0 && b.day(document) > 0 {
		return p.Edition.Released <= by
	}
	return by == 0 || releasedIn(ix, p) <= by.Year()+slack
}

// releasedIn is the year in which an edition came out: as declared, else as long after its own year as the last edition
// before it of which that is known.
func releasedIn(ix *index.Index, p *index.Plan) int {
	lag := 0
	for _, q := range ix.Plans {
		data, _ := strconv.Atoi(q.Edition.ID)
		if y := q.Edition.Released.Year(); y > 0 {
			lag = y - data
		}
		if q == p {
			return data + lag
		}
	}
	return 0
}

// measured lists the indices that a claim may mean: its own first, then the others of the family.
func (b *bench) measured(c *claim.Claim) []Measured {
	all := slices.Clone(b.families[family(c.Index)])
	slices.SortStableFunc(all, func(x, y Measured) int { return cmp.Compare(own(y, c), own(x, c)) })
	return all
}

func own(m Measured, c *claim.Claim) int {
	if m.Index.ID == c.Index {
		return 1
	}
	return 0
}

// seats lists the cells that a claim about a unit may speak of, the likeliest first.
func (b *bench) seats(c *claim.Claim, unit string) (all []seat) {
	for _, m := range b.measured(c) {
		for _, r := range b.editions(m.Index, c) {
			if s, ok := b.seat(m, r.plan, c.Node, unit); ok {
				if r.remark != nil {
					s.remarks = append(s.remarks, *r.remark)
				}
				if slices.ContainsFunc(all, func(o seat) bool { return o.m.Index != m.Index && o.plan.Edition.ID == r.plan.Edition.ID }) {
					s.remarks = append(s.remarks, remarkIndex(m.Index))
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// seat finds the cell of a unit, or of what became of it by the edition's date. A node of another index of the family
// is the root where the claim means the root.
func (b *bench) seat(m Measured, p *index.Plan, node, unit string) (seat, bool) {
	t := m.Cube.Table(p.Edition.ID)
	if t == nil {
		return seat{}, false
	}
	col, known := p.Col(node)
	if !known {
		return seat{}, false
	}
	s := seat{m: m, plan: p, table: t, node: col}
	if row, ok := t.Row(unit); ok {
		s.row = row
		return s, true
	}
	heirs := b.in.Units.Heirs(unit, p.AsOf)
	if len(heirs) != 1 {
		return seat{}, false
	}
	row, ok := t.Row(heirs[0].Code)
	if was, _ := b.in.Units.Unit(unit); ok && was.Name.VI != heirs[0].Name.VI {
		s.remarks = append(s.remarks, remarkName(was, heirs[0]))
	}
	s.row = row
	return s, ok
}

// evidence describes a cell; where its layer was not read from a file the layers that it was computed from are named.
func (s seat) evidence(what string, v float64, layers ...cube.Layer) Evidence {
	e := Evidence{Index: s.m.Index.ID, Edition: s.plan.Edition.ID, Unit: s.table.Units[s.row], Node: s.plan.Nodes[s.node].ID, What: what, Value: number(v)}
	for _, l := range layers {
		o, x := s.table.Origin(l, s.node), s.table.At(l, s.node).At(s.row)
		if o == nil || x != x {
			continue
		}
		if src := o.At(s.row); len(src.Places) > 0 {
			e.Place, e.Cite = src.Places[0], src.Cite
			return e
		}
	}
	return e
}

// ranks lists the ranks of a seat: as printed, as computed, and by the order of complete printed values.
func (s seat) ranks() (all []figure) {
	if v := s.table.At(cube.PublishedRank, s.node).At(s.row); v == v {
		all = append(all, figure{v, s.size(), s.evidence("rank", v, cube.PublishedRank)})
	}
	if r, of := s.table.Rank(s.node, s.row); r > 0 {
		all = append(all, figure{float64(r), of, s.evidence("rank", float64(r), cube.PublishedRank, cube.PublishedScore, cube.Value)})
	} else if r, of := s.byValue(); r > 0 {
		all = append(all, figure{float64(r), of, s.evidence("rank", float64(r), cube.Value)})
	}
	return all
}

// byValue ranks a seat by the values of its node, where every ranked unit of the edition has one.
func (s seat) byValue() (rank, of int) {
	x, root := s.table.At(cube.Value, s.node), s.table.At(cube.PublishedRank, 0)
	mine := x.At(s.row)
	if mine != mine {
		return 0, 0
	}
	better := 0
	for row := range s.table.Units {
		switch v := x.At(row); {
		case root.At(row) != root.At(row) || s.table.BlockOf(row) != s.table.BlockOf(s.row):
		case v != v:
			return 0, 0
		default:
			of++
			if (v-mine)*float64(s.plan.Nodes[s.node].Direction) > 0 {
				better++
			}
		}
	}
	if size := s.size(); of == 0 || size > 0 && of != size {
		return 0, 0
	}
	return better + 1, of
}

// size is how many units were ranked with this one, as declared; 0 where that is not known.
func (s seat) size() int {
	e := s.plan.Edition
	if s.table.Block == nil {
		return e.Size[""]
	}
	id := s.table.Blocks[s.table.BlockOf(s.row)]
	for _, k := range e.Blocks {
		if k.ID == id && k.Size > 0 {
			return k.Size
		}
	}
	return e.Size[id]
}

// scores lists the scores of a seat: as printed, as computed, and an indicator's own value.
func (s seat) scores() (all []figure) {
	for _, l := range []cube.Layer{cube.PublishedScore, cube.Score, cube.Value} {
		if v := s.table.At(l, s.node).At(s.row); v == v {
			all = append(all, figure{value: v, ev: s.evidence("score", v, l, cube.PublishedScore, cube.Value)})
		}
	}
	return all
}

// inGroup gives the rank of a seat among the members of a group at the edition's date, where every ranked member is known.
func (b *bench) inGroup(s seat, scheme, group string) (figure, bool) {
	mine := s.best()
	if mine == 0 {
		return figure{}, false
	}
	better, of := 0, 0
	for row, code := range s.table.Units {
		u, _ := b.in.Units.Unit(code)
		if u.Group(scheme, s.plan.AsOf) != group {
			continue
		}
		o := s
		o.row = row
		r := o.best()
		if _, out := s.table.Unranked[row]; r == 0 && !out {
			return figure{}, false
		}
		if r > 0 {
			of++
			if r < mine {
				better++
			}
		}
	}
	return figure{float64(better + 1), of, s.evidence("rank", float64(better+1), cube.PublishedRank, cube.PublishedScore, cube.Value)}, of > 0
}

// best is the rank of a seat, printed before computed; 0 where it has none.
func (s seat) best() float64 {
	if all := s.ranks(); len(all) > 0 {
		return all[0].value
	}
	return 0
}

// number writes a number as claims.csv does.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// place of an index's declaration, for what stands in it.
func (s seat) declared(what, value string, at problem.Place, cite ...string) Evidence {
	return Evidence{Place: at, Cite: cite, Index: s.m.Index.ID, Edition: s.plan.Edition.ID, What: what, Value: value}
}

// near tells that two printed numbers are the same, but for the noise of binary fractions.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a)) }

func both(f func(lang string) string) problem.Text { return problem.Text{VI: f("vi"), EN: f("en")} }

func say(lang, vi, en string) string {
	if lang == "en" {
		return en
	}
	return vi
}

func shown(v float64, lang string) string { return target.Number(v, 6, lang) }
