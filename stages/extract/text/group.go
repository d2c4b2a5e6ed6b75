package text

import (
	"strings"

	"xephang/stages/claim"
)

// grouped finds whom a share, a count or a target is said of.
func (p *passage) grouped(f *figure, at int) []party {
	if f.noun >= 0 && (f.kind == claim.Count || f.kind == claim.Ratio || f.kind == claim.Target) {
		if about := p.chunks[f.noun].about(cNoun); about != "" {
			return []party{{name: about}}
		}
	}
	if f.kind == claim.Percent || f.kind == claim.Target {
		if f.at > 0 && p.chunks[f.at-1].is.has(cGroup) && !p.tail(f.at-1) {
			return []party{{name: p.chunks[f.at-1].arg(cGroup)}} // "cấp huyện 94%"
		}
		if g := p.groupBehind(f, 2); g != nil {
			return g
		}
		if g := p.groupBehind(f, 9); g != nil && p.leads(f) && len(g[0].found) == 0 {
			return g
		}
		if all := p.listed(f); all != nil {
			f.joined = true
			return all
		}
	}
	if back := p.before(f, at); len(back) > 0 {
		return back
	}
	if g := p.groupBehind(f, 16); g != nil && f.kind != claim.Delta {
		return g
	}
	if p.form == Entry && p.reader.scope.group != "" {
		return []party{{name: p.reader.scope.group}}
	}
	return p.reader.carried(p, f)
}

// counted joins "8 bộ, 25 tỉnh" before chunk i into the group of both.
func (p *passage) counted(i int) []party {
	name := p.chunks[i].about(cNoun)
	for j := i - 2; j >= max(0, i-4); j-- {
		if other := p.chunks[j].about(cNoun); other != "" && other != name {
			return []party{{name: "Các bộ, ngành, địa phương"}}
		}
	}
	return []party{{name: name}}
}

// groupBehind is the first group within reach behind a figure, before the clause ends or another figure begins. A near
// one stands in the figure's own clause; a far one that has a figure of its own, or with which is compared, is none.
func (p *passage) groupBehind(f *figure, reach int) []party {
	crossed := false
	for n, i := 0, f.to; n < reach && i < len(p.chunks); n, i = n+1, i+1 {
		c := &p.chunks[i]
		if crossed = crossed || c.is.has(cComma); crossed && reach < 12 || c.is.meets(setOf(cSemi, cNum, cFirst, cLast, cRise, cFall)) || p.low(i) == "trong đó" {
			return nil
		}
		if g := c.arg(cGroup); g != "" && g != "Thế giới" && (f.kind != claim.Count || !strings.HasPrefix(g, "Người dân")) {
			if crossed && p.has(i+1, i+5, setOf(cNum)) || n > 2 && (g == "Doanh nghiệp" || g == "Người dân") && p.low(i-1) != "của" {
				return nil
			}
			return []party{{name: g}}
		}
		if about := c.about(cNoun); about != "" && i > 0 && !p.chunks[i-1].is.meets(setOf(cNum, cWnum)) && n < 2 {
			return []party{{name: about}}
		}
		if l := c.list; l != nil && n > 1 && (p.low(i-1) == "của" || p.low(i-1) == "tại") {
			return p.parties(l)
		}
	}
	return nil
}

// leads tells a figure that opens its clause: "…, 80% hồ sơ tại cấp huyện".
func (p *passage) leads(f *figure) bool {
	i := f.at - 1
	for i >= 0 && p.chunks[i].is.meets(soft) && !p.chunks[i].is.has(cStand) {
		i--
	}
	return i < 0 || p.chunks[i].is.meets(setOf(cComma, cSemi, cColon, cDash, cAnd))
}

// listed are the bodies told behind a figure as those that have it: "đạt trên 90%, gồm 3 đơn vị: A; B; C".
func (p *passage) listed(f *figure) []party {
	seen := false
	for n, i := 0, f.to; n < 9 && i < len(p.chunks); n, i = n+1, i+1 {
		c := &p.chunks[i]
		if c.list != nil && seen && len(c.list.members) > 1 && p.chunks[i-1].is.meets(setOf(cColon, cIs)) {
			return p.parties(c.list)
		}
		seen = seen || c.is.has(cIs)
		if !c.is.meets(setOf(cComma, cIs, cNum, cWnum, cNoun, cColon, cDeg, cStand)) {
			return nil
		}
	}
	return nil
}
