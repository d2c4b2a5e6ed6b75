package text

import (
	"cmp"
	"slices"
	"strconv"

	"xephang/stages/claim"
)

// passage is one sentence while it is read: its chunks, and the figures found in it.
type passage struct {
	reader *reader
	form   Form
	line   int // paragraph
	tokens []token
	chunks []chunk
	taken  []bool // figures and words that a rule has taken
	found  []figure
	member map[int]*list // the list to which a name's chunk belongs
}

// passage cuts a sentence into chunks and gives its names their roles.
func (r *reader) passage(s Sentence) *passage {
	p := &passage{reader: r, form: s.Form, line: s.Paragraph, tokens: tokenise(r.doc.Text, s.Start, s.End, r.folds)}
	p.chunks = r.chunks(p.tokens)
	p.taken = make([]bool, len(p.chunks))
	p.member = map[int]*list{}
	roles(p.chunks)
	for _, l := range p.lists() {
		for _, m := range l.members {
			p.member[m] = l
		}
	}
	return p
}

// lists are the sentence's lists of names, in order.
func (p *passage) lists() (all []*list) {
	for i := range p.chunks {
		if l := p.chunks[i].list; l != nil {
			all = append(all, l)
		}
	}
	return all
}

// takeOrder makes a figure of a list in order; a leader alone is a rank.
func (p *passage) takeOrder(h *hit) {
	var l *list
	if at := h.one("l"); at >= 0 {
		l = p.chunks[at].list
	} else {
		l = p.subjectBefore(h.from)
	}
	f := figure{rule: h.rule, kind: claim.Order, at: -1, from: h.from, to: h.to, noun: -1, list: l, unit: h.rule.unit}
	if e := h.one("e"); e >= 0 && f.unit == "" {
		f.unit = "đầu"
		if p.chunks[e].is.meets(setOf(cLast, cRear, cTail)) {
			f.unit = "cuối"
		}
	}
	if a, b := h.one("a"), h.one("b"); a >= 0 && b >= 0 {
		f.unit = strconv.Itoa(int(p.chunks[a].value)) + "-" + strconv.Itoa(int(p.chunks[b].value))
	}
	if n := h.one("n"); len(l.members) == 1 && n >= 0 && p.chunks[n].value > 1 {
		return // "3 vị trí cuối là A đứng thứ 17; B …": the places themselves are told
	}
	if len(l.members) == 1 && h.rule.unit == "tiếp" && p.has(h.to, h.to+1, setOf(cOpen)) && p.has(h.to+1, h.to+3, setOf(cPlace, cNth)) {
		return // "xếp ngay sau là Indonesia (hạng 88)"
	}
	l.taken = true
	if len(l.members) > 1 || f.unit == "cuối" {
		p.found = append(p.found, f)
		return
	}
	f.kind, f.behind, f.value, f.unit = claim.Rank, l, 1, "hạng"
	if h.rule.unit == "tiếp" {
		f.value = 0 // one more than the place told before it, once all are found
	}
	p.found = append(p.found, f)
}

// overtaken is the body that others stand before: one named between the words and the others, else the one spoken of.
func (p *passage) overtaken(f *figure) []party {
	for i := f.from; i < f.list.first; i++ {
		if l := p.chunks[i].list; l != nil && p.chunks[f.from].is.has(cAhead) {
			return p.parties(l)
		}
	}
	return p.named(f, f.from)
}

// subjectBefore is the nearest single body before chunk at of which something is told, nil where there is none.
func (p *passage) subjectBefore(at int) *list {
	for i := at - 1; i >= 0; i-- {
		if l := p.chunks[i].list; l != nil && l.role == subject && !l.taken {
			if len(l.members) > 1 {
				return nil
			}
			return l
		}
		if p.chunks[i].is.has(cSemi) {
			return nil
		}
	}
	return nil
}

// runs numbers figures of one sort that only commas and "và" part ("đạt 62,5 điểm và 60,1 điểm"), so that they can be
// dealt out over as many names.
func (p *passage) runs() {
	for i := 0; i < len(p.found); {
		j := i + 1
		for j < len(p.found) && p.joined(&p.found[j-1], &p.found[j]) {
			j++
		}
		for k := i; k < j && j-i > 1; k++ {
			p.found[k].turn, p.found[k].turns = k-i, j-i
		}
		i = j
	}
}

// joined tells two figures of one sort beside each other.
func (p *passage) joined(a, b *figure) bool {
	if a.kind != b.kind || a.unit != b.unit || a.turns != 1 || b.turns != 1 || a.at < 0 || a.before != b.before || a.behind != nil || b.behind != nil {
		return false
	}
	links := 0
	for i := a.to; i < b.at; i++ {
		c := &p.chunks[i]
		if c.is.meets(setOf(cComma, cAnd)) {
			links++
		} else if !c.is.meets(soft) && !c.is.meets(setOf(cPlace, cNth, cStand, cRise, cFall)) {
			return false
		}
	}
	return links > 0
}

// order sorts the figures by their place.
func (p *passage) order() {
	slices.SortStableFunc(p.found, func(a, b figure) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.at, b.at)) })
	for i := range p.found {
		if f := &p.found[i]; f.kind == claim.Rank && f.value == 0 {
			if f.value = p.reader.lastRank(p.found[:i]); f.value > 0 {
				f.value++
			}
		}
	}
	p.found = slices.DeleteFunc(p.found, func(f figure) bool { return f.kind == claim.Rank && f.value == 0 })
	p.runs()
}

// has tells whether a chunk of [from, to) is of one of the classes.
func (p *passage) has(from, to int, of classes) bool {
	for i := max(0, from); i < min(to, len(p.chunks)); i++ {
		if p.chunks[i].is.meets(of) {
			return true
		}
	}
	return false
}

// low is the folded text of a chunk.
func (p *passage) low(i int) string {
	if i < 0 || i >= len(p.chunks) {
		return ""
	}
	s := ""
	for _, t := range p.tokens[p.chunks[i].from:p.chunks[i].to] {
		if s != "" {
			s += " "
		}
		s += t.low
	}
	return s
}

func atof(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
