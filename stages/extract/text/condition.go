package text

import (
	"math"
	"strings"
)

// conditions are what a rule's form cannot say; a rule names those that must hold.
var conditions = map[string]func(*passage, *hit) bool{
	"hours": func(p *passage, h *hit) bool {
		v := h.all("v")
		return p.chunks[v[0]].value == 24 && p.chunks[v[1]].value == 7
	},
	"atmost": func(p *passage, h *hit) bool {
		return whole(p, h, 2, 150) && (h.from > 0 || !strings.HasPrefix(p.low(0), "trong")) // "Trong tốp 5, …"
	},
	"small":  func(p *passage, h *hit) bool { return whole(p, h, 0, 6) },
	"counts": func(p *passage, h *hit) bool { return whole(p, h, 0, 1e12) },
	"large":  func(p *passage, h *hit) bool { return whole(p, h, 20, 1e13) },
	"places": places,
	"range": func(p *passage, h *hit) bool {
		return whole(p, h, 1, 200) && p.chunks[h.one("a")].value < p.chunks[h.one("b")].value
	},
	"several": several,
	"alone":   func(p *passage, h *hit) bool { return p.subjectBefore(h.from) != nil },
	"series":  series,
	"row":     row,
	"apart": func(p *passage, h *hit) bool {
		return p.chunks[h.one("l")].list.role != source && (p.chunks[h.one("e")].is.has(cLast) || p.has(h.one("e")-2, h.one("e"), setOf(cStand, cPlace)))
	},
	"ranking":   func(p *passage, h *hit) bool { return p.ranking() && whole(p, h, 1, 500) },
	"standing":  standing,
	"someone":   someone,
	"change":    change,
	"fraction":  fraction,
	"countable": countable,
	"part":      func(p *passage, h *hit) bool { return p.chunks[h.one("v")].value <= p.chunks[h.one("of")].value },
	"dealt": func(p *passage, h *hit) bool {
		return whole(p, h, 1, 200) && len(h.all("v")) == len(p.chunks[h.one("s")].list.members)
	},
	"hundreds": func(p *passage, h *hit) bool { return p.chunks[h.one("v")].value >= 100 },
	"below1":   func(p *passage, h *hit) bool { return p.chunks[h.one("v")].value < 1 },
	"same":     same,
	"numbered": func(p *passage, h *hit) bool {
		last := &p.chunks[h.to-1]
		return whole(p, h, 1, 100) && last.decimals > 0 && len(p.chunks[h.one("s")].list.members) == 1
	},
}

// holds tells whether all conditions of a match's rule hold.
func (p *passage) holds(h *hit) bool {
	for name := range strings.FieldsSeq(h.rule.when) {
		if !conditions[name](p, h) {
			return false
		}
	}
	return true
}

// whole tells whether all captured values are whole numbers within the limits.
func whole(p *passage, h *hit, low, high float64) bool {
	for _, name := range []string{"v", "a", "b"} {
		for _, c := range h.all(name) {
			if k := p.chunks[c]; k.decimals > 0 && !k.doubtful || k.value != math.Trunc(k.value) || k.value < low || k.value > high {
				return false
			}
		}
	}
	return true
}

// same tells "trong 83 nhiệm vụ, đã hoàn thành 36 nhiệm vụ": a part of things is of the same things.
func same(p *passage, h *hit) bool {
	of := h.one("of") + 1
	a, b := p.chunks[of].arg(cNoun), p.chunks[h.one("u")].arg(cNoun)
	return a == b || b == "đơn vị" || p.low(h.from) != "trong"
}

// ranking tells whether the sentence, or the one before it, is about places.
func (p *passage) ranking() bool {
	return p.reader.ranking || p.has(0, len(p.chunks), setOf(cPlace, cNth, cFirst, cBac, cTop))
}

// several tells a list of bodies of one sort, not each of which has the place ("đều", "cùng").
func several(p *passage, h *hit) bool {
	l := p.chunks[h.one("l")].list
	for _, m := range l.members {
		if !alike(&p.chunks[l.first], &p.chunks[m]) {
			return false
		}
	}
	return len(l.members) > 1 && !p.has(h.from, h.to, setOf(cAll))
}

// series tells "kinh tế số 13/63" and "…, 24/47" from "6/6 vùng đều": a node of an index, a bracket, a verb or another
// place stands before it.
func series(p *passage, h *hit) bool {
	if !p.ranking() || !standing(p, h) {
		return false
	}
	i := h.one("v") - 1
	for i >= 0 && p.chunks[i].is.meets(soft) && !p.chunks[i].is.has(cStand) {
		i--
	}
	if i < 0 {
		return false
	}
	if m := p.metricAt(i); m != nil {
		return m.family != ""
	}
	return p.chunks[i].is.meets(setOf(cOpen, cStand, cRise, cFall, cTo, cName)) || p.chunks[i].is.meets(setOf(cComma, cAnd)) && i > 0 && p.taken[i-1]
}

// row tells a cell of a table: a place and an index value in brackets, nothing else on the line.
func row(p *passage, h *hit) bool {
	return whole(p, h, 1, 200) && p.chunks[2].decimals > 1 && p.chunks[2].value <= 100
}

// places tells whether a from–to pair is one of ranks: whole numbers with a word for the place, or in a ranking.
func places(p *passage, h *hit) bool {
	named := p.has(h.from, h.to, setOf(cPlace, cNth, cNo))
	return whole(p, h, 1, 200) && (named || p.ranking() && !p.has(h.from, h.to, setOf(cPct, cPoint)))
}

// standing tells whether "86/193 quốc gia" is a rank and not "86 of 193 countries have …".
func standing(p *passage, h *hit) bool {
	v := h.one("v")
	if !whole(p, h, 1, 500) || p.chunks[v].value > p.chunks[h.one("of")].value {
		return false
	}
	for i := v - 1; i >= max(0, v-3); i-- {
		if w := p.low(i); w == "có" || w == "đã có" || w == "hiện có" || w == "tại" || w == "với" {
			return false
		}
	}
	return p.chunks[h.to-1].arg(cRegion) != "" || p.ranking()
}

// someone tells whether a place in words has a body to be said of: behind it, before it or in the sentence before.
func someone(p *passage, h *hit) bool {
	if h.one("s") >= 0 {
		return true
	}
	for _, l := range p.lists() {
		if l.role == subject && !l.taken && l.first < h.from {
			return true
		}
	}
	if w := h.one("w"); p.follows(w+1) != nil {
		return true
	}
	return p.reader.local && !p.has(h.from-2, h.from, setOf(cNoun, cTop, cPart, cEvery, cNum)) || p.has(0, h.from, setOf(cPron, cLocal)) && p.reader.lastNamed() != nil
}

// change tells an amount of change from a level reached: "tăng 8,6%" from "tăng lên 83%", "cao hơn 5%".
func change(p *passage, h *hit) bool {
	v := h.one("v")
	for i := v - 1; i >= h.from; i-- {
		c := &p.chunks[i]
		if c.is.has(cTo) {
			return false
		}
		if c.is.meets(setOf(cRise, cFall)) {
			if !c.is.meets(setOf(cQual, cCompare)) {
				return true
			}
			break
		}
	}
	return p.has(h.from, v, setOf(cPlus)) || p.has(v+1, v+6, setOf(cCompare))
}

// fraction tells an index value from a count: two decimals or more, or between 0 and 1, or one decimal in an index.
func fraction(p *passage, h *hit) bool {
	for _, name := range []string{"v", "a", "b"} {
		for _, c := range h.all(name) {
			if k := p.chunks[c]; k.decimals == 0 || k.decimals < 2 && k.value >= 1 && !p.indexed() {
				return false
			}
		}
	}
	return true
}

// indexed tells whether the sentence names an index.
func (p *passage) indexed() bool {
	for i := range p.chunks {
		if m := p.metricAt(i); m != nil && m.family != "" {
			return true
		}
	}
	return false
}

// among tells how many there are in all: "trung bình của 63 tỉnh", "trong 193 quốc gia".
func among(p *passage, h *hit) bool {
	v := p.chunks[h.one("v")].value
	switch p.low(h.one("v") - 1) {
	case "của", "trong", "giữa", "đối với", "trên", "với":
		return v == 63 || v == 34 || v == 193
	}
	return false
}

// countable tells whether a number with a noun counts things: not "3 đơn vị dẫn đầu", not "một dịch vụ".
func countable(p *passage, h *hit) bool {
	v, u := &p.chunks[h.one("v")], h.one("u")
	if v.is.has(cWnum) && v.value < 2 || v.value < 1 || v.decimals > 0 && !v.doubtful && v.value < 1000 && p.chunks[u].about(cNoun) != "" {
		return false
	}
	if p.has(u+1, u+3, edges) && !p.has(u+1, u+2, setOf(cComma, cStand)) || p.has(u+1, u+2, setOf(cThat)) {
		return false
	}
	if among(p, h) {
		return false
	}
	for _, l := range p.lists() {
		if len(l.members) > 1 && float64(len(l.members)) == v.value {
			return false // "A và B là hai tỉnh …": the names themselves are told
		}
	}
	if v.is.has(cWnum) && (p.has(u+1, u+2, setOf(cRegion)) || u+1 < len(p.chunks) && p.chunks[u+1].list != nil) {
		return false
	}
	if u := p.chunks[u].arg(cNoun); u == "chỉ số" || u == "tiêu chí" || v.is.has(cWnum) && u == "hạng mục" {
		return false
	}
	if v.is.has(cWnum) && p.has(u+1, u+3, setOf(cStand, cPlace, cFirst)) && p.low(u+1) != "đạt" {
		return false
	}
	return h.from == 0 || !p.chunks[h.from-1].is.meets(setOf(cNth, cSlash, cLabel, cTop))
}
