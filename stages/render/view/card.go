package view

import (
	"slices"
	"strings"
)

// Card is one figure put large.
type Card struct {
	Label, Value, Small string
	Words               bool // the value is words, not a figure
	Note                string
	Tone                Tone
	Href                string
}

// cards of a unit in an edition: its rank, its places in groups, its score, and its weakest part.
func (r *Report) cards(l Lang, e *Edition, row int) (cards []Card) {
	s := e.Standing(0, row)
	if s.Place > 0 {
		c := Card{Label: l.Say("col.rank"), Value: l.Whole(s.Place), Tone: ToneOf(s.Change), Href: e.TrailHref(0, row)}
		if s.Of > 0 {
			c.Small = "/ " + l.Whole(s.Of)
		}
		if c.Note = l.since(e, s); !s.Comparable {
			c.Tone = Plainly
		}
		cards = append(cards, c)
	}
	if c, ok := r.bandCard(l, e, row); ok {
		cards = append(cards, c)
	}
	for _, g := range e.InGroups(0, row) {
		cards = append(cards, Card{Label: l.Say("unit.in", "group", l.In(r.Units.GroupName(g.Scheme, g.Group))), Value: l.Whole(g.Place), Small: "/ " + l.Whole(g.Of), Href: e.TrailHref(0, row)})
	}
	if s.Score == s.Score {
		c := Card{Label: l.Say("col.score") + " " + e.Board.Abbr(l), Value: l.Number(s.Score, s.Decimals), Href: e.TrailHref(0, row)}
		if s.Class >= 0 {
			c.Note = l.Say("unit.class", "class", l.In(e.Classes.List[s.Class].Name))
		}
		cards = append(cards, c)
	}
	if c, ok := e.weakest(l, row); ok {
		cards = append(cards, c)
	}
	return cards
}

// since says the change of a standing against the edition before.
func (l Lang) since(e *Edition, s Standing) string {
	if !s.Comparable || e.before == nil {
		return ""
	}
	mark := ""
	if s.Change != 0 {
		mark = l.Change(s.Change)[:len("▲")] + " "
	}
	return mark + l.Say("mark.since", "change", l.ChangeWords(s.Change), "edition", e.before.Edition.ID)
}

// weakest is the part in which the row ranks lowest.
func (e *Edition) weakest(l Lang, row int) (Card, bool) {
	worst, place := -1, 0
	for _, c := range e.Root().Children {
		if p, _ := e.place(c.Col, row); p > place {
			worst, place = c.Col, p
		}
	}
	if place < 2 || len(e.Root().Children) < 2 { // the first place is no weakness
		return Card{}, false
	}
	s := e.Standing(worst, row)
	note := l.Say("unit.weakest.note", "score", l.Number(s.Score, s.Decimals), "rank", l.Whole(s.Place))
	if s.Score != s.Score {
		note = l.Say("strips.rank", "rank", l.Whole(s.Place))
	}
	return Card{Label: l.Say("unit.weakest"), Value: e.Brief(l, worst), Words: true, Href: e.TrailHref(worst, row), Note: note}, true
}

// Brief is a short name of a node: its id in capitals where the index declares that as a synonym ("OSI"), else its name.
func (e *Edition) Brief(l Lang, node int) string {
	n := e.Nodes[node]
	if id := strings.ToUpper(n.ID); slices.Contains(n.Synonyms, id) || n.Name.IsZero() {
		return id
	}
	return l.In(n.Name)
}
