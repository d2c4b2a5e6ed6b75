package text

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// aim tells whether a figure is one to be reached, and by when.
type aim struct {
	is       bool
	deadline units.Date
}

// scope is what a heading or an earlier sentence lays over the entries below it: targets, their deadline.
type scope struct {
	targets  bool
	deadline units.Date
	group    string
}

// enter opens the scope of a heading or ends it where entries end.
func (s *scope) enter(p *passage) {
	aims := p.has(0, len(p.chunks), setOf(cAim))
	ending := p.tokens[len(p.tokens)-1].low == ":"
	switch {
	case p.form == Heading || ending:
		if aims {
			s.targets, s.deadline = true, 0
		} else if p.form != Heading || !s.targets {
			s.targets = false
		}
		if d := p.deadline(0, len(p.chunks)); d > 0 {
			s.deadline = d
		}
		for i := range p.chunks {
			if g := p.chunks[i].arg(cGroup); g != "" {
				s.group = g
			}
		}
	case p.form != Entry:
		*s = scope{}
	}
}

// target decides whether a figure is to be reached. A scope of targets makes all entries below it targets. In a
// sentence, the nearest sign before the figure decides: a word of aiming, or one of having reached; a deadline with
// "phải" or "sẽ" aims too.
func (p *passage) target(f *figure) aim {
	if f.kind == claim.Score && f.of == 0 && !p.has(0, f.from, setOf(cAim, cMust)) || f.before {
		return aim{}
	}
	deadline := p.deadlineOf(f)
	if p.form == Entry && p.reader.scope.targets && f.kind != claim.Order {
		if deadline == 0 {
			deadline = p.reader.scope.deadline
		}
		return aim{true, deadline}
	}
	if f.kind == claim.Delta && p.has(f.to, f.to+4, setOf(cCompare)) && deadline == 0 {
		return aim{}
	}
	if !p.aims(f, deadline) {
		return aim{}
	}
	if deadline == 0 {
		deadline = p.aimed(f)
	}
	return aim{true, deadline}
}

// aimed is the end of the year that a target without a deadline names: "năm 2020 phấn đấu …", "mục tiêu năm 2022".
func (p *passage) aimed(f *figure) units.Date {
	for i := max(f.at, f.from) - 1; i >= 0; i-- {
		if c := &p.chunks[i]; c.is.has(cYear) && c.year >= p.reader.published && p.measuresAim(i) {
			return lastDay(c.year, 0, 0)
		}
	}
	return 0
}

// measuresAim tells a year that is not compared with and not that of a decree.
func (p *passage) measuresAim(i int) bool {
	return !p.has(i-3, i, setOf(cCompare, cDocnum, cFrom))
}

// aims looks back from the figure for the sign that decides.
func (p *passage) aims(f *figure, deadline units.Date) bool {
	at := max(f.at, f.from)
	if p.has(at+1, at+4, setOf(cNow)) || p.low(at+2) == "đã" || p.low(at+3) == "đã" {
		return false
	}
	crossed := false // a semicolon: behind it an aim counts only with its deadline
	own := false     // a year of the figure's own
	future := deadline.Year() >= p.reader.published && deadline > 0
	for i := at - 1; i >= 0; i-- {
		c := &p.chunks[i]
		switch {
		case c.is.has(cSemi) && own:
			return false
		case c.is.has(cSemi):
			crossed = true
		case c.is.has(cWill) && future:
			return true
		case i == at-1 && c.is.has(cDone) && strings.HasPrefix(p.low(i), "vượt "):
			return true // "vượt mục tiêu 80%"
		case c.is.has(cDone) && !c.is.meets(setOf(cAim, cMust, cWill)):
			return false
		case c.is.has(cAim):
			return !p.reached(i, at) && (!crossed || future || p.aimed(f) > 0)
		case crossed:
		case c.year > 0 && !p.due(i) && !p.has(0, i, setOf(cMust, cAim)) || c.year > 0 && !p.due(i) && p.has(0, i, setOf(cSemi)):
			own = true // "…; năm 2022 tỉnh xếp thứ 31"
		case c.is.has(cMust) && (deadline > 0 || f.kind != claim.Count || strings.HasPrefix(p.low(i), "phải")):
			return deadline > 0 || strings.HasPrefix(p.low(i), "phải") || p.low(i) == "sẽ đạt" || p.low(i) == "cần đạt"
		}
	}
	if deadline > 0 && p.qualifier(f) == claim.AtLeast && !p.has(0, at, setOf(cDone)) {
		return true // "đến hết năm 2020, tối thiểu 30%"
	}
	return future && (p.has(0, at, setOf(cMust, cWill)) || f.kind == claim.Percent && p.has(f.to, len(p.chunks), setOf(cMust, cWill))) && !p.has(0, at, setOf(cDone))
}

// reached tells "hoàn thành mục tiêu, đạt 95%": behind the word of aiming something was achieved.
func (p *passage) reached(aim, at int) bool {
	for i := max(0, aim-3); i < aim; i++ {
		if w := p.low(i); strings.HasPrefix(w, "vượt") || strings.HasPrefix(w, "hoàn thành") || w == "đạt" {
			return p.has(aim+1, at, setOf(cComma, cOpen)) || p.has(aim+1, at, setOf(cStand)) && p.low(at-1) != "là"
		}
	}
	return false
}

// deadlineOf is the deadline that belongs to a figure: one right behind it, else the nearest before it, else the
// first behind it.
func (p *passage) deadlineOf(f *figure) units.Date {
	at := max(f.at, f.from)
	for i := at + 1; i < min(len(p.chunks), at+7) && !p.chunks[i].is.meets(setOf(cComma, cSemi, cNum, cAnd)); i++ {
		if d := p.deadline(i, i+1); d > 0 {
			return d
		}
	}
	for i := at - 1; i >= 0; i-- {
		if d := p.deadline(i, i+1); d > 0 {
			return d
		}
	}
	for i := at + 1; i < len(p.chunks) && !p.chunks[i].is.has(cSemi); i++ {
		if d := p.deadline(i, i+1); d > 0 {
			return d
		}
	}
	return 0
}

// deadline is the last day named in [from, to): of "giai đoạn 2019 - 2020" the end, of "cuối năm nay" this year's.
func (p *passage) deadline(from, to int) (last units.Date) {
	for i := from; i < to; i++ {
		c := &p.chunks[i]
		y := p.yearAt(i)
		if y == 0 || !p.due(i) {
			continue
		}
		if d := lastDay(y, c.month, c.day); d > last {
			last = d
		}
	}
	return last
}

// due tells whether the year at chunk i is a deadline: "đến năm 2025", "hết năm 2020", "giai đoạn 2021 - 2025".
func (p *passage) due(i int) bool {
	if i >= 2 && p.chunks[i-1].is.has(cDash) && p.chunks[i-2].year > 0 {
		return true
	}
	if p.chunks[i].is.has(cDeadline) {
		return true
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		c := &p.chunks[j]
		if c.is.has(cDeadline) {
			w := p.low(j)
			return w != "từ" && w != "trong" && w != "trong năm" && w != "vào" && !strings.HasPrefix(w, "tính")
		}
		if w := p.low(j); w != "năm" && w != "tháng" && w != "quý" && w != "ngày" {
			return false
		}
	}
	return false
}

// qualifier is the sign of more, less, about, at least, at most that stands on a figure.
func (p *passage) qualifier(f *figure) string {
	if f.rule.when == "atmost" {
		return claim.AtMost
	}
	if f.at < 0 || f.kind == claim.Rank {
		return ""
	}
	for i := f.at + 1; i < min(len(p.chunks), f.at+4); i++ {
		if p.chunks[i].is.has(cUp) {
			return claim.AtLeast
		}
		if p.chunks[i].is.has(cDown) {
			return claim.AtMost
		}
	}
	for i := f.at - 1; i >= max(0, f.at-4); i-- {
		c := &p.chunks[i]
		if q := c.arg(cQual); q != "" {
			return q
		}
		if !c.is.meets(soft) && !c.is.meets(setOf(cRise, cFall, cFold)) {
			break
		}
	}
	return ""
}
