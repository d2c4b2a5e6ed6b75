package text

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// date guesses the year of publication: the newest that the text tells as past, else the one that it names most often.
func (r *reader) date(passages []*passage) {
	if r.published = r.opts.Published.Year(); r.published > 0 {
		return
	}
	count, newest := map[int]int{}, 0
	for _, p := range passages {
		planned := p.has(0, len(p.chunks), setOf(cAim, cMust, cWill))
		for i := range p.chunks {
			c := &p.chunks[i]
			if c.year == 0 {
				continue
			}
			if !p.due(i) && !p.has(0, i, setOf(cAim)) {
				count[c.year]++
			}
			if c.year > newest && (c.is.has(cDate) || !planned && !p.due(i) && !p.has(i-1, i, setOf(cDash, cDocnum))) {
				newest = c.year
			}
		}
	}
	if r.published = newest; newest > 0 {
		return
	}
	for y, n := range count {
		if n > count[r.published] || n == count[r.published] && y > r.published {
			r.published = y
		}
	}
}

// topic finds the year measured by the index with which a text begins, for a headline that does not tell it.
func (r *reader) topic(passages []*passage) {
	for _, p := range passages[:min(4, len(passages))] {
		for i := range p.chunks {
			if c := &p.chunks[i]; c.is.has(cYear) && p.indexed() && p.measures(i) && p.bracket(i) < 0 {
				r.year = c.year
				return
			}
		}
	}
}

// spanOf is the span of years told before a pair of places: "giai đoạn 2014 - 2020 từ vị trí 99 lên vị trí 86".
func (p *passage) spanOf(f *figure) (from, to int) {
	for i := f.head - 1; i >= max(2, f.head-8); i-- {
		if p.chunks[i].is.has(cYear) && p.chunks[i-1].is.has(cDash) && p.chunks[i-2].is.has(cYear) {
			return p.chunks[i-2].year, p.chunks[i].year
		}
	}
	return 0, 0
}

// yearOf is the year that a figure measures: in the sentence the nearest year that is not compared with, else the one
// spoken of before, else the year of publication.
func (r *reader) yearOf(p *passage, f *figure) int {
	at := f.from
	if f.at >= 0 {
		at = f.at
	}
	if y := p.yearBehind(f); y > 0 {
		return y
	}
	if f.before {
		if y := p.yearNear(at, f.to); y > 0 {
			return y
		}
	}
	if from, to := p.spanOf(f); f.before && from > 0 {
		return from
	} else if f.after && to > 0 {
		return to
	}
	if open := p.bracket(at); open > 0 && p.yearAt(open-1) > 0 {
		return p.yearAt(open - 1) // "so với năm 2020 (0,48)"
	}
	if f.after {
		at = f.head // a year between the two places is that of the first
	}
	for i := at - 1; i >= 0; i-- {
		if p.chunks[i].is.has(cNow) {
			return r.published
		}
		if y := p.yearAt(i); y > 0 && p.measures(i) {
			return y - bool2int(f.before)
		}
	}
	if f.kind == claim.Percent || f.kind == claim.Count || f.kind == claim.Ratio || r.year == 0 {
		if p.has(0, len(p.chunks), setOf(cNow)) || r.year == 0 || r.published > 0 {
			return r.published
		}
	}
	if r.year == 0 {
		return r.published
	}
	return r.year
}

// yearNear is a year right behind the first place of a pair.
func (p *passage) yearNear(at, to int) int {
	for i := at + 1; i < min(len(p.chunks), at+4); i++ {
		if y := p.yearAt(i); y > 0 {
			return y
		}
		if p.chunks[i].is.meets(setOf(cTo, cRise, cFall)) {
			return 0
		}
	}
	return 0
}

// yearBehind is a year right behind the figure ("xếp thứ 18 năm 2016"), unless it is one to compare with.
func (p *passage) yearBehind(f *figure) int {
	if f.kind == claim.Delta && f.unit == "lần" {
		return 0 // "gấp hơn 3 lần năm 2019" compares with it
	}
	for i := f.to; i < min(len(p.chunks), f.to+9); i++ {
		c := &p.chunks[i]
		if i >= f.to+4 && !p.reported(f.to, i) || c.is.meets(setOf(cCompare, cComma, cSemi, cNum, cClose, cName, cAnd, cTo)) {
			return 0
		}
		if y := p.yearAt(i); y > 0 && p.measures(i) {
			return y
		}
	}
	return 0
}

// reported tells "… theo Báo cáo năm 2018": the year of a report stands further behind.
func (p *passage) reported(from, to int) bool {
	for i := from; i < to; i++ {
		if w := p.low(i); strings.Contains(w, "báo cáo") || strings.Contains(w, "khảo sát") || w == "theo" {
			return true
		}
	}
	return false
}

// yearAt is the year that chunk i names, by itself or as "năm nay".
func (p *passage) yearAt(i int) int {
	c := &p.chunks[i]
	if c.is.has(cThisYear) && p.reader.published > 0 {
		return p.reader.published + int(atof(c.arg(cThisYear)))
	}
	return c.year
}

// measures tells whether the year at chunk i can be that of a figure: not behind "so với", no end of a span to come, not
// the date of a decree.
func (p *passage) measures(i int) bool {
	if p.spanned(i) {
		return false
	}
	for j := i - 1; j >= max(0, i-4); j-- {
		c := &p.chunks[j]
		if c.is.has(cCompare) || c.is.has(cDocnum) || c.is.has(cDash) && c.end == p.chunks[i].start {
			return false
		}
		if c.is.meets(setOf(cComma, cSemi, cNum, cList)) {
			break
		}
		if w := p.low(j); w == "từ" || w == "kể từ" {
			return false
		} else if strings.HasPrefix(w, "đến năm") || strings.HasPrefix(w, "trước năm") || strings.HasPrefix(w, "giai đoạn") {
			return p.yearAt(i) <= p.reader.published
		}
	}
	return p.yearAt(i) <= p.reader.published || p.reader.published == 0
}

// spanned tells the end of a span of months, in which data were gathered: "từ tháng 8/2017 đến tháng 7/2019".
func (p *passage) spanned(i int) bool {
	if !p.chunks[i].is.has(cDate) || p.chunks[i].day > 0 {
		return false
	}
	to := p.has(i-2, i, setOf(cTo))
	for j := i - 1; j >= max(0, i-6) && to; j-- {
		if p.chunks[j].is.has(cDate) && p.has(j-3, j, setOf(cFrom)) {
			return true
		}
	}
	return false
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}

// lastDay is the last day of a month, or of a year where the month is 0.
func lastDay(year, month, day int) units.Date {
	switch {
	case month == 0:
		month, day = 12, 31
	case day == 0:
		days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
		day = days[month-1]
		if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			day = 29
		}
	}
	return units.Date(year*10000 + month*100 + day)
}
