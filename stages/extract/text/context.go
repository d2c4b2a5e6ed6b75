package text

import (
	"strings"
	"unicode"

	"xephang/stages/claim"
)

// enter takes up what a sentence puts forward before its figures are read.
func (r *reader) enter(p *passage) {
	r.scope.enter(p)
}

// leave keeps what the sentence spoke of for the next: its last subject, index node and year.
func (r *reader) leave(p *passage) {
	for _, l := range p.lists() {
		if k := p.chunks[l.first].found[0].kind; l.role == source && r.byKind[k] == nil {
			r.byKind[k] = p.parties(l)[:1]
		}
		if l.role == subject && (!l.taken || len(l.members) == 1) && p.chunks[l.first].found[0].code != "" {
			r.remember(p.parties(l))
		}
	}
	for i := range p.chunks {
		if s := p.chunks[i].arg(cSystem); s != "" {
			r.system = []party{{name: s}}
		}
	}
	newest, topic := 0, false
	for i := range p.chunks {
		if m := p.metricAt(i); m != nil {
			topic = topic || m.family != "" && measurable(p.low(i))
			if m.family == "" {
				r.indicator = m
			}
			if root := r.root(m, p, i); m.family != "" && r.turns(p, m, i) {
				r.metric = root
			}
		}
		if y := p.chunks[i].year; y > newest && p.measures(i) && p.bracket(i) < 0 && (p.chunks[i].day == 0 || r.year == 0) {
			newest = y
		}
	}
	r.spoke(newest, topic)
}

// turns tells whether a sentence turns to the index that chunk i names: one of the index spoken of already, or the whole of
// another one. A sentence that names both stays; so does one that only mentions "chuyển đổi số" as a matter.
func (r *reader) turns(p *passage, m *metric, i int) bool {
	if r.metric == nil {
		return len(p.found) > 0 || measurable(p.low(i))
	}
	if r.metric.family == m.family {
		return true
	}
	for j := range p.chunks {
		if o := p.metricAt(j); o != nil && o.family == r.metric.family {
			return false
		}
	}
	return m == r.whole(m) && (len(p.found) > 0 || measurable(p.low(i)))
}

// measuring are the words that make a matter an index.
var measuring = []string{"chỉ số", "xếp hạng", "mức độ", "đánh giá", "index", "khảo sát"}

// measurable tells a phrase that names an index, not only its matter: "chỉ số chuyển đổi số", "DTI".
func measurable(phrase string) bool {
	for _, w := range measuring {
		if strings.Contains(phrase, w) {
			return true
		}
	}
	return !strings.Contains(phrase, " ")
}

// spoke keeps the newest year of a sentence, if it is no look back: newer than before, or with a topic of its own.
func (r *reader) spoke(year int, topic bool) {
	if year > r.year || topic && year > 0 {
		r.year = year
	}
}

// refer resolves a word for a body spoken of before: bộ này, thành phố, nước ta, hai tỉnh này.
func (r *reader) refer(p *passage, i int) []party {
	c := &p.chunks[i]
	switch {
	case c.is.has(cPronList) && len(r.bodies) > 1:
		return r.bodies
	case c.is.has(cLocal):
		if r.home != nil {
			return r.home
		}
		return r.byKind["province"]
	case acts(p.chunks, i+1):
		return nil // "Bộ đặt ra yêu cầu …"
	case !c.is.has(cPron) || i > 0 && p.chunks[i-1].is.meets(setOf(cNum, cWnum, cEvery)):
		return nil
	case i > 0 && p.chunks[i-1].is.meets(setOf(cEvery, cSource, cOccasion)) || i+1 < len(p.chunks) && p.chunks[i+1].is.meets(setOf(cComma, cName, cDash)) && !strings.Contains(p.low(i), " "):
		return nil
	}
	kind := c.arg(cPron)
	switch kind {
	case "any":
		return r.bodies
	case "system":
		if f := p.chunks[i]; unicode.IsUpper(p.reader.doc.Text[f.start]) || strings.HasSuffix(p.low(i), "này") {
			return r.system
		}
		return nil
	}
	if back := r.earlier(p, i, kind); back != nil {
		return back
	}
	if r.local && homeKind(kind, r.home[0].found[0].kind) && !strings.Contains(p.low(i), "này") {
		return r.home
	}
	if kind == "country" {
		return r.party("Việt Nam")
	}
	if kind == "province" && r.byKind[kind] == nil {
		return r.home
	}
	return r.byKind[kind]
}

// earlier is the last body of a kind that the same sentence names before chunk i.
func (r *reader) earlier(p *passage, i int, kind string) []party {
	for j := i - 1; j >= 0; j-- {
		if l := p.member[j]; l != nil && l.role == subject && p.chunks[j].found[0].kind == kind {
			return []party{p.party(j)}
		}
	}
	return nil
}

// carried is whom a figure is said of when its sentence names nobody: the body spoken of before for places and scores;
// nobody yet for shares and counts, whose metric decides.
func (r *reader) carried(p *passage, f *figure) []party {
	if !individual(f.kind, f.unit) {
		if p.form == Entry {
			return nil
		}
		if f.kind == claim.Delta || f.kind == claim.Percent || f.kind == claim.Target && f.unit != "hạng" {
			if r.last != nil && (p.bracket(f.at) >= 0 || f.kind == claim.Delta && (f.at < 2 || r.measured(p, f) == r.last.metric)) {
				return r.last.parties
			}
		}
		return nil
	}
	if m := r.measured(p, f); m != nil && m.subject != "" && !r.local {
		return r.party(m.subject)
	}
	if r.bodies != nil {
		return r.bodies[:1]
	}
	return r.home
}

// general is the subject of a figure for which the text names none: the home of a local text, the portal that a text is
// about, else the country.
func (r *reader) general(p *passage, f *figure) []party {
	if r.local {
		return r.home
	}
	if r.portal != nil && f.kind == claim.Count {
		return r.portal
	}
	return []party{{name: "Cả nước"}}
}

// region is the group among which a place counts ("24/47 châu Á"), as scheme:name; empty for all.
func (p *passage) region(f *figure) string {
	for i := f.from; i < min(len(p.chunks), f.to+3); i++ {
		if i >= f.to && p.chunks[i].is.meets(setOf(cComma, cAnd, cNum, cSemi)) {
			break
		}
		if g := p.chunks[i].arg(cRegion); g != "" {
			return g
		}
	}
	if f.of > 60 {
		return ""
	}
	for i := f.from - 1; i > 0 && !p.chunks[i].is.has(cSemi) && !p.taken[i]; i-- { // "Trong ASEAN, Việt Nam giữ vị trí thứ 6"
		if g := p.chunks[i].arg(cRegion); g != "" && p.chunks[i-1].is.meets(setOf(cIn, cOut, cStand)) {
			return g
		}
	}
	return ""
}
