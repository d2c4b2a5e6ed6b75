package text

import (
	"slices"
	"strings"
)

// home finds the body of which a whole text tells: the one named alone in its headline, else the one that the text names
// by far most often; or a portal named alone in the headline.
func (r *reader) homeIn(passages []*passage) {
	if len(passages) == 0 {
		return
	}
	if p := passages[0]; p.form == Title {
		r.homeOf(p)
	}
	if slices.ContainsFunc(passages, func(p *passage) bool { return p.has(0, len(p.chunks), setOf(cLocal)) }) {
		r.homeOften(passages)
	}
	r.local = r.home != nil && (r.headed(passages[0]) || slices.ContainsFunc(passages, func(p *passage) bool { return p.form != Title && p.dwells() }))
}

// headed tells a headline that puts the home before a colon: "Đắk Lắk: Nhiều chỉ số …".
func (r *reader) headed(p *passage) bool {
	return p.form == Title && len(p.chunks) > 2 && p.chunks[0].list != nil && p.chunks[1].is.has(cColon) && p.chunks[0].list.first == 0
}

// homeOf takes the body or portal that the headline names alone.
func (r *reader) homeOf(p *passage) {
	named := p.lists()
	if len(named) == 0 {
		for i := range p.chunks {
			if s := p.chunks[i].arg(cSystem); s != "" {
				r.portal = []party{{name: s}}
			}
		}
		return
	}
	for _, l := range named {
		if len(l.members) == 1 && homely(p.chunks[l.first].found[0].kind) && r.home == nil {
			r.home = p.parties(l)
		}
	}
}

// homely are the kinds of bodies of which local and departmental papers tell.
func homely(kind string) bool { return kind == "province" || kind == "ministry" || kind == "agency" }

// homeOften takes the province that a text without one in its headline names in most places: at least three, and three
// times as often as any other.
func (r *reader) homeOften(passages []*passage) {
	if r.home != nil || r.portal != nil {
		return
	}
	count := map[string]int{}
	var first, second []party
	for _, p := range passages {
		for _, l := range p.lists() {
			if k := p.chunks[l.first].found[0]; len(l.members) == 1 && k.kind == "province" {
				all := p.parties(l)
				count[all[0].name]++
				switch name := all[0].name; {
				case first == nil || first[0].name == name:
					first = all
				case count[name] > count[first[0].name]:
					first, second = all, first
				case second == nil || count[name] > count[second[0].name]:
					second = all
				}
			}
		}
	}
	if first != nil && count[first[0].name] >= 3 && (second == nil || count[first[0].name] >= 3*count[second[0].name]) {
		r.home = first
	}
}

// dwells tells a sentence that speaks of the home without its name: "toàn tỉnh", "năm 2020, tỉnh đứng thứ 5", "UBND tỉnh".
func (p *passage) dwells() bool {
	kind := p.reader.home[0].found[0].kind
	for i := range p.chunks {
		c := &p.chunks[i]
		if c.is.has(cLocal) && (kind == "province") == (p.low(i) != "toàn ngành") {
			return true
		}
		if homeKind(c.arg(cPron), kind) && !strings.Contains(p.low(i), "này") && p.alone(i) {
			return true
		}
	}
	return false
}

// homeKind tells a word for bodies of the home's kind: "bộ" and "ngành" for agencies too.
func homeKind(pron, kind string) bool {
	return pron != "" && (pron == kind || pron == "ministry" && kind == "agency")
}

// alone tells "tỉnh", "Bộ" as a word for one body: not counted, no head of a name, no member of "bộ, ngành, địa phương".
func (p *passage) alone(i int) bool {
	if i > 0 && (p.chunks[i-1].is.meets(setOf(cNum, cWnum, cEvery, cAnd, cSlash, cNoun, cGroup)) || strings.HasPrefix(p.low(i-1), "cấp")) {
		return false
	}
	if i+1 < len(p.chunks) && p.chunks[i+1].is.meets(setOf(cComma, cName, cDash, cAnd, cSlash, cShort)) {
		return false
	}
	w := p.low(i)
	return w != "địa phương" && w != "ngành" || i == 0
}
