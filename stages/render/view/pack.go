package view

import (
	"cmp"
	"slices"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Pack is what one unit is handed: its results in every index that it takes part in, node by node, beside its peers.
// Numbers are handed on as numbers; the workbook writes them in its own formats.
type Pack struct {
	Unit      units.Unit
	Title     string
	Lede      string
	Parts     []PackPart
	Synthetic bool
}

// PackPart is the newest edition of one index.
type PackPart struct {
	UnitSection
	Edition *Edition
	Row     int
	Peers   Peers
	Among   string // where it stands among its peers, in a sentence; empty where it is not ranked
	Nodes   []PackNode
	Lacks   []PackLack
	Points  bool // scores are points of a maximum
	Asked   bool // its figures come in forms
}

// PackNode is one node: figures are NaN, places 0 where there are none.
type PackNode struct {
	Name                      string
	Depth                     int
	Leaf                      bool
	Answers                   string // what the unit said, or why it said nothing
	Self, Appraised, Measured float64
	Remark                    string // the appraisers' reason
	Points, Most              float64
	Score, Median, Best       float64
	BestName                  string
	Before                    float64 // score of the edition before
	Place, Of, Change         int
	Comparable                bool
	Decimals                  int
	Outside                   bool // measured, or beside the total
}

// PackLack is what the unit did not give, or did not show: an answer, a document, a cell to mend.
type PackLack struct{ Node, What, Do string }

// Packed are the units that are handed a pack: ministries, agencies and provinces with figures in some index.
func (r *Report) Packed() (all []units.Unit) {
	for _, u := range r.Units.All() {
		if u.Kind != "country" && u.Kind != "nation" && len(r.Where(u.Code)) > 0 {
			all = append(all, u)
		}
	}
	return all
}

// Pack makes a unit's pack. filings are its forms by plan, where they came in forms; nil for a pack that anybody may read.
func (r *Report) Pack(l Lang, u units.Unit, filings map[*index.Plan]*form.Filing) Pack {
	name := l.In(u.Name)
	p := Pack{Unit: u, Title: l.Say("pack.title", "unit", name)}
	where := r.Where(u.Code)
	for _, b := range r.Boards {
		var on []Appearance
		for _, a := range where {
			if a.Board == b {
				on = append(on, a)
			}
		}
		if len(on) > 0 {
			p.Synthetic = p.Synthetic || b.Synthetic
			p.Parts = append(p.Parts, r.packPart(l, b, on, len(p.Parts)+1, filings))
		}
	}
	p.Lede = l.Say("pack.lede", "unit", name, "n", l.Whole(len(p.Parts)))
	return p
}

func (r *Report) packPart(l Lang, b *Board, on []Appearance, number int, filings map[*index.Plan]*form.Filing) PackPart {
	a := on[len(on)-1]
	e := a.Edition
	part := PackPart{UnitSection: r.unitSection(l, b, on, number), Edition: e, Row: a.Row, Peers: r.Peers(l, e, a.Row), Asked: e.Form != nil}
	part.Points = e.Scale.To == 1 && e.Root().Points > 0 && e.Root().Combine.Name == "points"
	part.Among = r.among(l, a, part.Peers)
	graded := map[int]Graded{}
	for _, g := range r.Grades(e) {
		if g.Row == a.Row {
			graded[g.Node] = g
		}
	}
	asks := map[string]form.Criterion{}
	if part.Asked {
		for _, c := range form.Layout(e.Plan) {
			asks[c.ID] = c
		}
	}
	for col := range e.Nodes {
		if n, ok := r.packNode(l, a, col, part, graded, asks); ok {
			part.Nodes = append(part.Nodes, n)
		}
	}
	part.Lacks = r.lacks(l, a, graded, filings[e.Plan])
	return part
}

// packNode is one node of a part; false where nothing is known of it.
func (r *Report) packNode(l Lang, a Appearance, col int, part PackPart, graded map[int]Graded, asks map[string]form.Criterion) (PackNode, bool) {
	e, pn := a.Edition, &a.Edition.Nodes[col]
	s := e.Standing(col, a.Row)
	n := PackNode{Name: l.In(pn.Name), Leaf: pn.Leaf(), Self: nan, Appraised: nan, Measured: nan, Points: nan, Most: nan, Score: s.Score, Median: nan, Best: nan,
		Before: nan, Place: s.Place, Of: s.Of, Change: s.Change, Comparable: s.Comparable, Decimals: s.Decimals, Outside: pn.Measured || pn.Parent < 0 && col > 0}
	for up := pn.Parent; up >= 0; up = e.Nodes[up].Parent {
		n.Depth++
	}
	if n.Name == "" {
		n.Name = pn.ID
	}
	if part.Points && pn.Points > 0 {
		n.Most, n.Points = pn.Points, s.Score*pn.Points
	}
	if g, ok := graded[col]; ok {
		n.Self, n.Appraised, n.Measured, n.Remark = g.Self, g.Appraised, g.Measured, g.Reason
	}
	if n.Leaf {
		n.Answers = r.packAnswers(l, a, col, asks[pn.ID])
	}
	r.besidePeers(l, &n, a, col, part.Peers)
	if b := e.before; b != nil {
		if was, ok := b.Table.Row(a.Table.Units[a.Row]); ok {
			if at, same := b.Col(pn.ID); same {
				n.Before = b.Standing(at, was).Score
			}
		}
	}
	return n, s.Has() || n.Answers != "" || n.Self == n.Self
}

// besidePeers lays the peers' median and best beside a node. Of a node that is not public the best would be another
// unit's own figure, and so would the median of a few: they are left out.
func (r *Report) besidePeers(l Lang, n *PackNode, a Appearance, col int, peers Peers) {
	spread := a.Edition.spread(col, peers.Rows)
	public := a.Edition.Plan.PublicNode(&a.Edition.Nodes[col])
	if public || spread.Known >= 5 {
		n.Median = spread.Median
	}
	if public && spread.Who >= 0 {
		n.Best, n.BestName = spread.Best, r.Name(l, a.Table.Units[spread.Who])
	}
}

// packAnswers says what the unit answered: to each question of a form, else the value as it was read.
func (r *Report) packAnswers(l Lang, a Appearance, col int, c form.Criterion) string {
	t, pn := a.Table, &a.Edition.Nodes[col]
	var all []string
	for _, q := range c.Asks {
		g := t.Given(q.ID)
		if g == nil {
			continue
		}
		if said := l.Answer(q.Answer, g.Column.At(a.Row)); said != "" {
			if len(c.Asks) > 1 {
				said = l.In(q.Name) + ": " + said
			}
			all = append(all, said)
		}
	}
	if reason, ok := t.Reason(col, a.Row); ok && len(all) < max(len(c.Asks), 1) {
		all = append(all, l.reasonWords(reason.Code))
	}
	if v := t.At(cube.Value, col).At(a.Row); len(c.Asks) == 0 && v == v && (pn.Points > 0 || pn.Unit.VI != "") {
		all = append(all, strings.TrimSpace(l.Exact(v)+" "+l.In(pn.Unit)))
	}
	return strings.Join(all, "\n")
}

// reasonWords says why there is no answer.
func (l Lang) reasonWords(code string) string {
	if name := l.In(form.ReasonName(code)); name != "" {
		return name
	}
	if key := "pack.reason." + code; phrases[key] != (problem.Text{}) {
		return l.Say(key)
	}
	return code
}

// among says how many peers stand above.
func (r *Report) among(l Lang, a Appearance, peers Peers) string {
	own := a.Standing(0, a.Row)
	if own.Place == 0 || len(peers.Rows) < 3 {
		return ""
	}
	above, of := 0, 0
	for _, row := range peers.Rows {
		if s := a.Edition.Standing(0, row); s.Place > 0 {
			if of++; s.Place < own.Place {
				above++
			}
		}
	}
	return l.Say("pack.among", "group", peers.Name, "place", l.Rank(above+1, of))
}

// lacks lists what the unit can still give: answers that it left out, documents that were found wanting, cells to mend.
func (r *Report) lacks(l Lang, a Appearance, graded map[int]Graded, f *form.Filing) (all []PackLack) {
	e := a.Edition
	for col := range e.Nodes {
		name := l.In(e.Nodes[col].Name)
		if reason, ok := a.Table.Reason(col, a.Row); ok {
			all = append(all, PackLack{name, l.reasonWords(reason.Code), l.Say("pack.do.answer")})
		}
		if g := graded[col]; g.Verdict == "insufficient" || g.Verdict == "none" {
			all = append(all, PackLack{name, l.Say("pack.verdict."+g.Verdict) + ending(g.Reason), l.Say("pack.do.document")})
		}
	}
	if f != nil {
		for _, p := range f.Problems {
			all = append(all, PackLack{p.Place.Sheet + " " + p.Place.Cell, l.In(p.What) + ending(Cut(p.Found, 60)), l.In(p.Remedy)})
		}
	}
	return all
}

func ending(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

// MostToWin are the indicators with the most points still to be won, most first.
func (p PackPart) MostToWin(n int) (all []PackNode) {
	for _, x := range p.Nodes {
		if x.Leaf && !x.Outside && x.Most-x.Points > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b PackNode) int { return cmp.Compare(b.Most-b.Points, a.Most-a.Points) })
	return all[:min(n, len(all))]
}

// PackFile is the name of a unit's pack.
func PackFile(unit string) string { return "ket-qua_" + Slug(unit) + ".xlsx" }

// packHref leads to the pack that anybody may read, where it was written.
func (r *Report) packHref(unit string) string {
	file := "books/" + PackFile(unit)
	if slices.ContainsFunc(r.Outputs, func(f File) bool { return f.Path == file }) {
		return "/" + file
	}
	return ""
}

// Synthetic tells that an index of the report is made up, so that every page says so.
func (r *Report) Synthetic() bool {
	return slices.ContainsFunc(r.Boards, func(b *Board) bool { return b.Index.Synthetic })
}
