package text

import "slices"

// list is names that are told together: "Bộ A, Bộ B và Bộ C". One name alone is a list of one.
type list struct {
	first, last int // chunks; brackets behind a member lie within
	members     []int
	role        role
	taken       bool // an order or a figure behind it has it
}

// settle corrects chunks by what stands beside them and joins names to lists.
func settle(all []chunk, tokens []token) {
	for i := range all {
		c := &all[i]
		switch {
		case c.is.has(cYear) && countsThings(all, tokens, i):
			c.is.remove(cYear)
			c.is.add(cNum)
			c.value = float64(c.year)
		case c.is.has(cWnum) && !numeral5(all, tokens, i):
			c.is.remove(cWnum)
		case c.is.has(cShort) && i > 0 && (all[i-1].is.meets(setOf(cGroup, cNoun)) || i > 1 && all[i-1].is.has(cColon) && all[i-2].is.meets(setOf(cGroup, cNoun))) && bodies(&all[i-1]):
			c.is.add(cName)
		}
	}
	for i := 0; i < len(all); i++ {
		if all[i].is.has(cName) {
			l := gather(all, i)
			all[i].list = l
			all[i].is.add(cList)
			i = l.last
		}
	}
}

// bodies tells a head word behind which short names of ministries stand; a colon passes.
func bodies(c *chunk) bool {
	return c.is.has(cColon) || c.arg(cNoun) == "bộ" || c.arg(cGroup) == "Các bộ, cơ quan ngang bộ" || c.arg(cGroup) == "Các bộ, ngành, địa phương"
}

// countsThings tells a number like 2000 that is no year: a thing counted, % or bậc stands behind it, no "năm" before.
func countsThings(all []chunk, tokens []token, i int) bool {
	if i+1 >= len(all) || i > 0 && (all[i-1].is.meets(yearLead) || tokens[all[i].from-1].low == "năm" || tokens[all[i].from-1].low == "/") {
		return false
	}
	return all[i+1].is.meets(setOf(cNoun, lex.class("pct"), lex.class("bac"))) && !all[i+1].is.has(cGroup)
}

// numeral5 tells whether a word is a number here: "năm" is mostly the year, "tư" and "ba" need something to count.
func numeral5(all []chunk, tokens []token, i int) bool {
	at := all[i].from
	if at > 0 && tokens[at-1].low == "thứ" {
		return true
	}
	if i+1 >= len(all) {
		return i > 0 && all[i-1].is.meets(setOf(cPlace, cTop, cNo))
	}
	next := all[i+1].is.meets(setOf(cNoun, cStep, cTimes, cPlace, cPart, cFirst, lex.class("point")))
	before := i > 0 && all[i-1].is.meets(setOf(cPlace, cTop, cNo, cComma, cAnd, cSlash, cRise, cFall, cTo))
	if low := tokens[at].low; low == "năm" && all[i].to == at+1 {
		return next && !all[i+1].is.has(cGroup) && (at == 0 || !fiveNot[tokens[at-1].low])
	}
	return next || before
}

// fiveNot are words after which "năm" is a year.
var fiveNot = words("trong mỗi từ hết cuối đầu qua hàng nhiều một các mấy giữa những hằng đến cả hai ba số năm vào tới trước sau")

// gather joins the names from chunk i on.
func gather(all []chunk, i int) *list {
	l := &list{first: i, last: i, members: []int{i}}
	for {
		j := skipBracket(all, l.last+1)
		sep := j
		for j < len(all) && all[j].is.meets(setOf(cComma, cAnd)) && j-sep < 2 {
			j++
		}
		ended := j > sep && all[j-1].is.has(cAnd)
		if j == sep && j < len(all) && (all[j].is.has(cSlash) || all[j].is.has(cSemi) && semicolons(all, j)) {
			j++
		}
		if j == sep {
			return l
		}
		if j < len(all) && all[j].is.has(cPron) && !all[j].is.has(cName) && j+1 < len(all) && all[j+1].is.has(cName) {
			j++ // "tỉnh", "thành phố" before the name
		}
		if j >= len(all) || !all[j].is.has(cName) && !(all[j].is.has(cShort) && ministerial(&all[i])) || !alike(&all[i], &all[j]) && !ended {
			return l
		}
		if i > 1 && all[i-2].is.has(cUsurp) && all[sep].is.has(cComma) {
			return l // "A soán ngôi đầu của B, C đứng thứ ba"
		}
		if i > 0 && all[i-1].is.has(cTold) && all[sep].is.has(cComma) {
			return l // "Theo Bộ TT&TT, Bộ Y tế …" are two
		}
		all[j].is.add(cName)
		l.members, l.last = append(l.members, j), j
		if ended && (j+1 >= len(all) || !all[j+1].is.has(cComma) || !nameFollows(all, j+2)) {
			return l
		}
	}
}

// alike tells names that can stand in one list: bodies of the state, or provinces, or countries.
func alike(a, b *chunk) bool {
	return ministerial(a) == ministerial(b) && (ministerial(a) || a.found[0].kind == b.found[0].kind)
}

func nameFollows(all []chunk, j int) bool {
	return j+1 < len(all) && all[j].is.has(cName) && all[j+1].is.has(cAnd)
}

// semicolons tells a list whose members are parted by semicolons: behind the next name comes another one or the end.
func semicolons(all []chunk, j int) bool {
	k := skipBracket(all, j+2)
	return j+1 < len(all) && all[j+1].is.has(cName) && (k >= len(all) || all[k].is.meets(setOf(cSemi, cAnd)))
}

// ministerial tells a name behind which short names of ministries may stand.
func ministerial(c *chunk) bool {
	return slices.ContainsFunc(c.found, func(k known) bool { return k.kind == "ministry" || k.kind == "agency" })
}

// skipBracket is the chunk after a bracket that opens at j, or j.
func skipBracket(all []chunk, j int) int {
	if j >= len(all) || !all[j].is.has(cOpen) {
		return j
	}
	for k := j + 1; k < min(len(all), j+14); k++ {
		if all[k].is.has(cClose) {
			if k+1 < len(all) && all[k+1].is.meets(setOf(cComma, cAnd, cSemi)) {
				return k + 1
			}
			return j
		}
	}
	return j
}
