package text

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// party is whom a figure is said of: one name or a group, with the units that the name can stand for.
type party struct {
	name  string
	found []known
}

// parties are the members of a list.
func (p *passage) parties(l *list) (all []party) {
	for _, m := range l.members {
		all = append(all, p.party(m))
	}
	return all
}

// party is the body that a name's chunk names, as it was called at the time of the text.
func (p *passage) party(m int) party {
	at := units.Date(0)
	if y := p.reader.published; y > 0 {
		at = lastDay(y, 0, 0)
	}
	k := p.reader.gazetteer.unitAt(p.chunks[m].found, at)
	return party{k.name, p.chunks[m].found}
}

// subjects finds whom a figure is said of; several parties have a claim each. In this order: a name behind it ("thứ 2 là
// Huế"), the name before its bracket, "… của X" behind it, the nearest body or group before it in the sentence, a group
// behind a share, and what the text spoke of before.
func (p *passage) subjects(f *figure) []party {
	if f.behind != nil {
		return p.share(f, p.parties(f.behind))
	}
	at := f.at
	if at < 0 {
		at = f.from
	}
	open := p.bracket(at)
	if open > 0 {
		if l := p.memberAt(open - 1); l >= 0 {
			return []party{p.party(l)}
		}
		at = open
	}
	if l := p.follows(f.to); l != nil && open < 0 && !p.likened(f) {
		return p.parties(l)
	}
	if l := p.bears(f); l != nil {
		l.taken = f.turn == f.turns-1
		return p.share(f, p.parties(l))
	}
	if individual(f.kind, f.unit) {
		return p.named(f, at)
	}
	return p.grouped(f, at)
}

// likened tells "chỉ bằng 65% của Đà Nẵng": what stands behind is compared with.
func (p *passage) likened(f *figure) bool {
	return f.kind == claim.Percent && (p.low(f.at-1) == "bằng" || p.low(f.at-2) == "bằng")
}

// individual tells figures that are said of single bodies: places, scores, changes of place.
func individual(k claim.Kind, unit string) bool {
	return k == claim.Rank || k == claim.Score || k == claim.Delta && (unit == "bậc" || unit == "điểm")
}

// share deals several values out over several parties: one each where they are as many, else all to each.
func (p *passage) share(f *figure, all []party) []party {
	if f.turns > 1 && f.turns == len(all) {
		return all[f.turn : f.turn+1]
	}
	return all
}

// bracket is the chunk "(" in which chunk at stands, −1 where it stands in none.
func (p *passage) bracket(at int) int {
	for i := at; i >= max(0, at-16); i-- {
		if p.chunks[i].is.has(cClose) && i < at {
			return -1
		}
		if p.chunks[i].is.has(cOpen) {
			return i
		}
	}
	return -1
}

// memberAt is the chunk of the name that ends right before or at chunk i, −1 where none does.
func (p *passage) memberAt(i int) int {
	if i >= 0 && p.chunks[i].is.has(cName) && p.member[i] != nil && p.member[i].role != source {
		return i
	}
	return -1
}

// follows is the list behind "… năm 2018 của", "… của", "… thuộc về" from chunk i on.
func (p *passage) follows(i int) *list {
	for n := 0; n < 6 && i < len(p.chunks); n++ {
		c := &p.chunks[i]
		if w := p.low(i); w == "của" || w == "thuộc về" {
			if i+1 < len(p.chunks) && p.chunks[i+1].list != nil && !p.chunks[i+1].list.taken {
				return p.chunks[i+1].list
			}
			return nil
		}
		if !c.is.meets(setOf(cYear, cDeadline, cSpan, cMetric, cNoun, cOccasion, cThisYear)) || c.is.meets(setOf(cComma)) {
			return nil
		}
		i++
	}
	return nil
}

// bears is the list that a place is said to be of behind it: "vị trí thứ 3 trong bảng xếp hạng thuộc về Huế".
func (p *passage) bears(f *figure) *list {
	if f.kind == claim.Delta && f.unit == "bậc" && p.has(f.to, f.to+1, setOf(cIs)) && f.to+1 < len(p.chunks) && p.chunks[f.to+1].list != nil {
		return p.chunks[f.to+1].list // "hai bộ cùng tăng 4 bậc là A và B"
	}
	if f.kind != claim.Rank {
		return nil
	}
	for n, i := 0, max(f.to, f.tail); n < 7 && i < len(p.chunks); n, i = n+1, i+1 {
		c := &p.chunks[i]
		if c.is.has(cIs) || c.is.has(cResp) {
			for i++; i < len(p.chunks) && p.chunks[i].is.meets(setOf(cEvery, cDeg, cPron, cNoun, cIs, cResp, cAll)) && p.chunks[i].list == nil; i++ {
			}
			if i < len(p.chunks) && p.chunks[i].list != nil && !p.chunks[i].list.taken {
				return p.chunks[i].list
			}
			return nil
		}
		if !c.is.meets(setOf(cOut, cGroup, cRegion, cYear, cOccasion, cMetric, cDeadline, cPlace, cNoun, cPoint, cClose, cOpen, cIn)) && c.is != (classes{}) {
			return nil
		}
	}
	return nil
}

// named finds the body before chunk at: the nearest list that something is told of, a pronoun for one, or the body that
// the text spoke of before. Groups count for scores only ("trung bình thế giới là 0,5988").
func (p *passage) named(f *figure, at int) []party {
	for i := at - 1; i >= 0; i-- {
		c := &p.chunks[i]
		if l := p.member[i]; l != nil {
			if i = l.first; l.role == subject && p.bracket(l.first) == p.bracket(at) {
				return p.share(f, p.parties(l))
			}
			continue
		}
		if c.is.has(cGroup) && f.kind != claim.Rank && average(c.arg(cGroup), p, i) {
			return []party{{name: c.arg(cGroup)}}
		}
		if f.kind == claim.Score && c.is.has(cNoun) && c.about(cNoun) != "" && i > 0 && p.chunks[i-1].is.has(cNum) && !p.tail(i) && !p.has(i-2, i-1, setOf(cIn, cOut)) {
			return []party{{name: c.about(cNoun)}} // "của 63 tỉnh, thành chỉ đạt 2,2 điểm"
		}
		if g := regions[c.arg(cRegion)]; g != "" && f.kind == claim.Score && i > 0 && p.low(i-1) == "của" && average(g, p, i) {
			return []party{{name: g}} // "trung bình của thế giới (0,5988), của khu vực châu Á (0,6373)"
		}
		if w := p.low(i); f.kind == claim.Score && (w == "nhóm" || w == "khối") && p.reader.bodies != nil && averaged(p, i) {
			return []party{{name: blockOf(p.reader.bodies)}}
		}
		if back := p.reader.refer(p, i); len(back) > 0 {
			return p.share(f, back)
		}
	}
	if at > 0 && at < 5 && (p.low(0) == "với" || p.low(0) == "đạt") || f.from == 0 {
		for _, l := range p.lists() {
			if l.role == subject && l.first > at {
				return p.parties(l) // "Với 0,4582 điểm, Tây Ninh …"
			}
		}
	}
	return p.reader.carried(p, f)
}

// average tells groups that can have a score: those of the world, and others behind "trung bình", "bình quân".
func average(group string, p *passage, i int) bool {
	switch group {
	case "Thế giới", "Châu Á", "Đông Nam Á":
		return i == 0 || !p.chunks[i-1].is.meets(setOf(cFirst, cFront, cStand, cNum, cWnum))
	}
	return averaged(p, i)
}

// regions are the groups that have a score of their own.
var regions = map[string]string{"region:Asia": "Châu Á", "sub_region:South-eastern Asia": "Đông Nam Á"}

// averaged tells a mean spoken of before chunk i.
func averaged(p *passage, i int) bool {
	for j := i; j >= 0; j-- {
		if w := p.low(j); strings.Contains(w, "trung bình") || strings.Contains(w, "bình quân") {
			return true
		}
	}
	return false
}

// before is the nearest body, group, system or number of bodies before chunk at.
func (p *passage) before(f *figure, at int) []party {
	for i := at - 1; i >= 0; i-- {
		c := &p.chunks[i]
		switch {
		case p.member[i] != nil:
			l := p.member[i]
			if i = l.first; l.role == subject {
				return p.share(f, p.parties(l))
			}
		case f.kind == claim.Count && (c.is.has(cNoun) && c.about(cNoun) != "" || strings.HasPrefix(c.arg(cGroup), "Người dân")):
		case c.is.has(cNoun) && c.about(cNoun) != "" && i > 0 && p.chunks[i-1].is.meets(setOf(cNum, cWnum)) && !p.tail(i) && !strings.HasPrefix(p.low(i-2), "một trong"):
			return p.counted(i)
		case c.is.has(cSystem) && f.kind != claim.Count && i > 0 && through[p.low(i-1)]:
		case c.is.has(cSystem) && (f.kind == claim.Count || !p.has(0, i, setOf(cGroup))):
			return []party{{name: c.arg(cSystem)}}
		case c.is.has(cGroup) && people[c.arg(cGroup)] && p.leads(f):
		case c.is.has(cGroup) && !p.agent(i) && !p.tail(i):
			return []party{{name: c.arg(cGroup)}}
		case c.is.has(cSame) && p.reader.last != nil:
			return p.reader.last.parties
		}
		if back := p.reader.refer(p, i); len(back) > 0 {
			return back
		}
	}
	return nil
}

// through are the words that make a portal or platform the way of a thing, not what is spoken of.
var through = words("qua trên với lên vào từ tới đến về")

// people are groups of which a share is said at their own figure only: "95% dân số có …, 100% bệnh viện …".
var people = map[string]bool{"Người dân": true, "Doanh nghiệp": true, "Hộ gia đình": true}

// tail tells a group that says among whom a place counts ("thứ 3/63 tỉnh, thành phố"): it is no subject.
func (p *passage) tail(i int) bool {
	for _, g := range p.found {
		if g.unit == "hạng" && i >= g.from && i <= g.to {
			return true
		}
	}
	return false
}

// agent tells a group that is told to do something or tells something: it is no subject of a figure.
func (p *passage) agent(i int) bool { return acts(p.chunks, i+1) }
