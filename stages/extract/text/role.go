package text

// role is what a list of names is in its sentence.
type role uint8

const (
	subject  role = iota // something is told of it
	source               // it tells, publishes, orders, is the place of a meeting
	compared             // something else is measured against it
)

// roles gives every list of a sentence its role, from the words before and behind it.
func roles(all []chunk) {
	for i := range all {
		if l := all[i].list; l != nil {
			l.role = roleOf(all, l)
		}
	}
}

func roleOf(all []chunk, l *list) role {
	i := l.first - 1
	for i >= 0 && (all[i].is.has(cEvery) || all[i].is.has(cPron) && !all[i].is.meets(setOf(cSource, cCompare))) && l.first-i < 3 {
		i--
	}
	if i >= 0 {
		c := &all[i]
		switch {
		case c.is.has(cName) && c.found[0].code == "" && all[l.first].found[0].code != "":
			return source // "Sở Tài chính tỉnh Hà Nam": the name says where
		case c.is.has(cCompare) && !c.is.has(cFrom):
			return compared
		case c.is.has(cSource):
			return source
		case c.is.has(cComma) && i > 0 && titled(all, i):
			return source
		case c.is.has(cOpen) && l.last+1 < len(all) && all[l.last+1].is.meets(setOf(cClose, cDate)):
			return source // a name alone in brackets explains the word before; with a date it signs
		}
	}
	if j := l.last + 1; l.first == 0 && j+1 < len(all) && all[j].is.has(cOpen) && all[j+1].is.has(cName) {
		return source // a dateline: "Hà Nội (TTXVN) …"
	}
	if acts(all, l.last+1) {
		return source
	}
	return subject
}

// titled tells "…, Cục trưởng Cục Tin học hóa, Bộ TT&TT": a comma behind an office of a person.
func titled(all []chunk, comma int) bool {
	for i := comma - 1; i >= max(0, comma-9); i-- {
		if all[i].is.meets(setOf(cNum, cList, cSemi)) {
			return false
		}
		if all[i].is.has(cOffice) {
			return true
		}
	}
	return false
}

// acts tells that the words from chunk i on make what stands before them an agent: "vừa công bố", "đã tổ chức".
func acts(all []chunk, i int) bool {
	i = skipBrackets(all, i)
	for n := 0; n < 3 && i < len(all); n++ {
		c := &all[i]
		if c.is.has(cActs) && !c.is.meets(setOf(cRise, cFall, cPlace, cNum)) && !(c.is.meets(setOf(cStand, cFirst))) {
			return true
		}
		if c.is != (classes{}) && !c.is.meets(setOf(cDeg, cDone, cTarget, cMust, cWill)) {
			return false
		}
		i++
	}
	return false
}

// skipBrackets is the chunk after a bracket that opens at i, whatever follows it.
func skipBrackets(all []chunk, i int) int {
	if i >= len(all) || !all[i].is.has(cOpen) {
		return i
	}
	for k := i + 1; k < min(len(all), i+14); k++ {
		if all[k].is.has(cClose) {
			return k + 1
		}
	}
	return i
}
