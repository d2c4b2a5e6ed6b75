package text

import (
	"math"
	"slices"

	"xephang/stages/claim"
)

// figure is a number, or a list in order, that a rule has found in a sentence.
type figure struct {
	rule     *rule
	kind     claim.Kind
	at       int // chunk of the value, −1 for an order
	from, to int // chunks of the span
	value    float64
	of       float64
	unit     string
	noun     int   // chunk of the thing counted, −1
	list     *list // of an order
	behind   *list // a subject behind the figure
	turn     int   // which of several values of one match, from 0
	turns    int   // how many they are
	head     int   // beginning of the whole match
	tail     int   // end of it
	after    bool  // the later of two places
	joined   bool  // one rough value for all its subjects
	before   bool  // the earlier of two places
}

// hit is a match of a rule.
type hit struct {
	rule     *rule
	from, to int
	caps     []capture
}

// all gives the chunks captured under a name.
func (h *hit) all(name string) (at []int) {
	for _, c := range h.caps {
		if c.name == name {
			at = append(at, c.chunk)
		}
	}
	return at
}

func (h *hit) one(name string) int {
	if all := h.all(name); len(all) > 0 {
		return all[0]
	}
	return -1
}

// figures applies the rules in their order; a figure taken by one is not seen by the next.
func (p *passage) figures() {
	m := matcher{chunks: p.chunks}
	var present classes
	for i := range p.chunks {
		present = present.union(p.chunks[i].is)
	}
	for k := range rules {
		r := &rules[k]
		if slices.ContainsFunc(r.needs, func(s classes) bool { return !present.meets(s) }) {
			continue
		}
		for i := 0; i < len(p.chunks); i++ {
			if !r.anything && !p.chunks[i].is.meets(r.first) {
				continue
			}
			end, ok := m.match(r.form, i)
			if !ok {
				continue
			}
			h := hit{r, i, end, m.caps}
			if p.free(&h) && (r.when == "" || p.holds(&h)) {
				p.take(&h)
				i = max(i, end-1)
			}
		}
	}
	p.order()
}

// free tells whether none of the figures and lists that the match takes is taken already.
func (p *passage) free(h *hit) bool {
	for _, c := range h.caps {
		switch c.name {
		case "v", "a", "b", "n", "w", "e":
			if p.taken[c.chunk] {
				return false
			}
		case "of":
			if p.taken[c.chunk] {
				return false
			}
		case "l", "s":
			if p.chunks[c.chunk].list.taken {
				return false
			}
		}
	}
	return true
}

// take makes figures of a match.
func (p *passage) take(h *hit) {
	for _, c := range h.caps {
		p.taken[c.chunk] = true
	}
	if h.rule.kind == "none" {
		return
	}
	if h.rule.kind == "order" {
		p.takeOrder(h)
		return
	}
	base := figure{rule: h.rule, kind: claim.Kind(h.rule.kind), unit: h.rule.unit, from: h.from, to: h.to, tail: h.to, noun: h.one("u"), at: -1}
	if s := h.one("s"); s >= 0 {
		base.behind = p.chunks[s].list
		base.behind.taken = true
	}
	if base.unit == "" {
		base.unit = p.unitOf(h, base.noun)
	}
	if h.one("v") < 0 && h.one("a") < 0 {
		base.at, base.value, base.turns = h.one("w"), h.rule.value, 1
		if base.value == 0 {
			base.value = atof(p.chunks[base.at].arg(cDouble))
		}
		p.found = append(p.found, p.signed(base))
		return
	}
	for _, name := range []string{"v", "a", "b"} {
		p.takeValues(h, base, name)
	}
}

// unitOf is the unit of the thing counted: of the noun that the rule took, else of one before the value in the match,
// else of the count told last in the sentence.
func (p *passage) unitOf(h *hit, noun int) string {
	if noun >= 0 {
		return p.chunks[noun].arg(cNoun)
	}
	for i := h.from; i < h.one("v"); i++ {
		if u := p.chunks[i].arg(cNoun); u != "" {
			return u
		}
	}
	for _, f := range slices.Backward(p.found) {
		if f.kind == claim.Count && f.unit != "" {
			return f.unit
		}
	}
	return ""
}

// takeValues makes a figure of every capture of one name; spans of several do not overlap.
func (p *passage) takeValues(h *hit, base figure, name string) {
	at := h.all(name)
	for turn, c := range at {
		f := base
		f.at, f.turn, f.turns, f.before, f.after, f.head = c, turn, len(at), name == "a", name == "b", h.from
		f.value = p.value(c, f.kind)
		f.of = p.ofBehind(h, c)
		if name != "v" || turn > 0 {
			f.from = c
		}
		if name == "a" || turn < len(at)-1 {
			f.to = p.unitEnd(c + 1)
		}
		if name == "a" && turn == 0 {
			f.from = h.from
		}
		p.found = append(p.found, p.signed(f))
	}
}

// value is the number of a chunk; "2,000 dịch vụ" counts whole things, so its comma parts thousands.
func (p *passage) value(c int, kind claim.Kind) float64 {
	k := &p.chunks[c]
	if k.doubtful && (kind == claim.Count || kind == claim.Ratio) && c+1 < len(p.chunks) && p.chunks[c+1].is.has(cNoun) {
		return math.Round(k.value * 1000)
	}
	return k.value
}

// ofBehind is the "of" of a value: the captured number that follows it before the next value.
func (p *passage) ofBehind(h *hit, c int) float64 {
	for _, o := range h.all("of") {
		if o > c || h.rule.kind == "ratio" {
			return p.value(o, claim.Kind(h.rule.kind))
		}
	}
	return 0
}

// unitEnd takes in the unit behind a value.
func (p *passage) unitEnd(i int) int {
	if i < len(p.chunks) && p.chunks[i].is.meets(setOf(cPct, cPoint, cStep)) {
		return i + 1
	}
	return i
}

// signed gives a change its sign, from + or −, or the nearest verb before it that rises or falls.
func (p *passage) signed(f figure) figure {
	if f.kind != claim.Delta || f.at < 0 {
		return f
	}
	for i := f.at; i >= max(0, f.at-9); i-- {
		c := &p.chunks[i]
		if i < f.at && (c.is.has(cPlus) || c.is.has(cRise) && !c.is.has(cFall)) {
			return f
		}
		if i < f.at && c.is.has(cFall) || c.is.has(cDash) && i == f.at-1 && p.minus(i) {
			f.value = -f.value
			f.from = min(f.from, i)
			return f
		}
		if i < f.at && c.is.meets(setOf(cSemi, cClose)) {
			return f
		}
	}
	return f
}

// minus tells a dash that touches the number behind and not the word before.
func (p *passage) minus(i int) bool {
	return p.chunks[i].end == p.chunks[i+1].start && (i == 0 || p.chunks[i-1].end < p.chunks[i].start || p.chunks[i-1].is.has(cOpen))
}

// maximum tells points that a part of an index can give at most: "gồm 8 chỉ số: Chính phủ số (400 điểm)".
func (p *passage) maximum(f *figure) bool {
	c := &p.chunks[f.at]
	if c.decimals > 0 || c.value < 10 || math.Mod(c.value, 5) != 0 {
		return false
	}
	for i := 0; i < f.at; i++ {
		if u := p.chunks[i].arg(cNoun); p.chunks[i].is.has(cStructure) || u == "chỉ số" || u == "tiêu chí" || u == "hạng mục" {
			return true
		}
	}
	return false
}
