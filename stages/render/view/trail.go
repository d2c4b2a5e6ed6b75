package view

import (
	"slices"
	"strconv"
)

// TrailPage is the way of a unit's figures in one index: for every edition and node, from the cell that was read to the
// rank, each step with its rule and the numbers that give its result. Editions with many nodes are spread over pages.
type TrailPage struct {
	Title, Lede string
	Unit        Sibling
	Ways        []Sibling // the pages of the same unit and index, where there are several
	Editions    []TrailEdition
}

// TrailEdition is the part of one edition, whole or as far as the page reaches.
type TrailEdition struct {
	ID, Title string
	Edition   string
	Href      string // of the ranking
	Status    string
	Why       string // why the unit is not ranked, or nothing is computed
	Ties      string // how places are given
	Nodes     []TrailNode
}

// TrailNode is one node: its anchor, and the steps from source to rank.
type TrailNode struct {
	ID, Name string
	Steps    []TrailStep
}

// TrailStep is one step: what it is, what was done, where it stands.
type TrailStep struct {
	Label, Text string
	Href        string // of the text
	Note        string // the rule, in words
	Cites       []Cite
}

// trailRows is how many nodes one page of trails holds at most, counted over its editions: about 100 KB.
const trailRows = 120

// number lays the nodes of all editions of an index end to end, the oldest first, so that a new edition moves no
// address, and names the anchor of each.
func (b *Board) number() {
	at := 0
	for _, e := range b.Editions {
		e.trail = at
		at += len(e.Nodes)
		seen := map[string]bool{}
		for i, n := range e.Nodes {
			a := "k" + Slug(e.Edition.ID) + "." + Slug(n.ID)
			if seen[a] {
				a += "." + strconv.Itoa(i)
			}
			seen[a] = true
			e.anchors = append(e.anchors, a)
		}
	}
}

// TrailHref is the address at which the way of a figure is told; empty where nothing is known of it.
func (e *Edition) TrailHref(node, row int) string {
	if !e.Standing(node, row).Has() {
		return ""
	}
	return e.Board.trailAddress(e.Table.Units[row], e.page(node)) + "#" + e.anchors[node]
}

// ways is the address at which the ways of a unit's figures in an edition begin.
func (a Appearance) ways() string {
	for node := range a.Nodes {
		if a.Standing(node, a.Row).Has() {
			return a.Board.trailAddress(a.Table.Units[a.Row], a.page(node)) + "#k" + Slug(a.Edition.Edition.ID)
		}
	}
	return ""
}

func (e *Edition) page(node int) int { return (e.trail + node) / trailRows }

func (b *Board) trailAddress(unit string, page int) string {
	name := Slug(unit)
	if page > 0 {
		name += "." + strconv.Itoa(page+1)
	}
	return "vet/" + Slug(b.ID) + "/" + name + ".html"
}

// Trail is one page of trails to be made.
type Trail struct {
	Board         *Board
	Unit, Address string
	page          int
}

// Trails lists the pages of an index: those on which a unit has a figure.
func (r *Report) Trails(b *Board) (all []Trail) {
	of := map[string]map[int]bool{}
	var codes []string
	for _, e := range b.Editions {
		for row, code := range e.Table.Units {
			for node := range e.Nodes {
				if p := e.page(node); !of[code][p] && e.Standing(node, row).Has() {
					if of[code] == nil {
						of[code] = map[int]bool{}
						codes = append(codes, code)
					}
					of[code][p] = true
				}
			}
		}
	}
	for _, code := range codes {
		pages := make([]int, 0, len(of[code]))
		for p := range of[code] {
			pages = append(pages, p)
		}
		slices.Sort(pages)
		for _, p := range pages {
			all = append(all, Trail{b, code, b.trailAddress(code, p), p})
		}
	}
	return all
}

// TrailTitle names a page of trails.
func (r *Report) TrailTitle(l Lang, t Trail) string {
	return l.Say("trail.title", "unit", r.Name(l, t.Unit), "index", t.Board.Abbr(l))
}

// Trail makes a page of trails, the newest edition first.
func (r *Report) Trail(l Lang, t Trail) TrailPage {
	p := TrailPage{Title: r.TrailTitle(l, t), Lede: l.Say("trail.lede"), Unit: Sibling{Label: r.Name(l, t.Unit), Href: r.UnitHref(t.Unit)}}
	pages, said := map[int]bool{}, map[string]bool{}
	for _, e := range slices.Backward(t.Board.Editions) {
		row, ok := e.Table.Row(t.Unit)
		if !ok {
			continue
		}
		w := way{Report: r, Lang: l, e: e, row: row}
		x := TrailEdition{ID: "k" + Slug(e.Edition.ID), Title: l.In(t.Board.Name) + " " + e.Edition.ID, Edition: e.Edition.ID, Href: e.Address(), Status: e.Status(l), Why: l.In(e.Table.Unranked[row])}
		if !e.Computes() {
			x.Why = l.In(e.Edition.Why)
		} else {
			x.Ties = w.places()
			if said[x.Ties] {
				x.Ties = ""
			}
			said[x.Ties] = true
		}
		for node := range e.Nodes {
			if !e.Standing(node, row).Has() {
				continue
			}
			if pages[e.page(node)] = true; e.page(node) == t.page {
				x.Nodes = append(x.Nodes, w.node(node))
			}
		}
		if len(x.Nodes) > 0 {
			p.Editions = append(p.Editions, x)
		}
	}
	if len(pages) > 1 {
		p.Ways = ways(l, t, pages)
	}
	return p
}

// ways are the pages of a unit and index, the newest first.
func ways(l Lang, t Trail, pages map[int]bool) (all []Sibling) {
	for page := range len(t.Board.Editions) * (1 + t.Board.most()/trailRows) {
		if pages[page] {
			all = append(all, Sibling{l.Say("trail.page", "n", l.Whole(page+1)), t.Board.trailAddress(t.Unit, page), page == t.page})
		}
	}
	slices.Reverse(all)
	return all
}

// most is the number of nodes of the edition that has most.
func (b *Board) most() (n int) {
	for _, e := range b.Editions {
		n = max(n, len(e.Nodes))
	}
	return n
}
