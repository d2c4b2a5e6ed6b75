package text

import (
	"math"
	"strconv"
	"strings"
)

// chunk is a phrase of the lexicon, a name, a figure, a date or a single word that means nothing by itself.
type chunk struct {
	from, to   int // tokens
	start, end int // code points
	is         classes
	means      []meaning
	value      float64 // of num and wnum
	decimals   int
	doubtful   bool
	year       int // of year and date
	month, day int
	found      []known // of a name
	list       *list   // of the first name of a list
}

var (
	cNum, cWnum, cYear, cDate, cDocnum       = lex.class("num"), lex.class("wnum"), lex.class("year"), lex.class("date"), lex.class("docnum")
	cComma, cSemi, cColon, cSlash, cDash     = lex.class("comma"), lex.class("semi"), lex.class("colon"), lex.class("slash"), lex.class("dash")
	cOpen, cClose, cAnd, cList               = lex.class("open"), lex.class("close"), lex.class("and"), lex.class("list")
	cName, cShort                            = lex.class("name"), lex.class("short")
	cNoun, cGroup, cRegion, cSystem, cMetric = lex.class("noun"), lex.class("group"), lex.class("region"), lex.class("system"), lex.class("metric")
	solid                                    = setOf(cNum, cSemi, cOpen, cClose, cList, cName, lex.class("next"))
)

var punctuation = map[string]class{",": cComma, ";": cSemi, ":": cColon, "/": cSlash, "-": cDash, "–": cDash, "—": cDash, "(": cOpen, "[": cOpen, ")": cClose, "]": cClose, "&": cAnd}

// arg gives the argument that the chunk has in a class.
func (c *chunk) arg(of class) string {
	for _, m := range c.means {
		if m.class == of {
			return m.arg
		}
	}
	return ""
}

// about is whom a count of the noun is said of.
func (c *chunk) about(of class) string {
	for _, m := range c.means {
		if m.class == of {
			return m.about
		}
	}
	return ""
}

// chunks cuts a sentence's tokens into chunks, the longest phrase first.
func (r *reader) chunks(tokens []token) []chunk {
	all := make([]chunk, 0, len(tokens))
	for i := 0; i < len(tokens); {
		c := r.next(tokens, i)
		c.from, c.start, c.end = i, tokens[i].start, tokens[c.to-1].end
		i = c.to
		all = append(all, c)
	}
	settle(all, tokens)
	return all
}

// next is the chunk that begins at tokens[i].
func (r *reader) next(tokens []token, i int) chunk {
	if tokens[i].sort == figures {
		return figureChunk(r.doc.Text, tokens, i)
	}
	if tokens[i].sort == mark {
		c := chunk{to: i + 1}
		if p, ok := punctuation[tokens[i].low]; ok {
			c.is.add(p)
			return c
		}
	}
	names, nameEnd := r.gazetteer.at(r.doc.Text, tokens, i)
	loose, looseEnd := lex.loose.longest(tokens, i, true)
	measures, measureEnd := r.measures.longest(tokens, i, false)
	strict, strictEnd := lex.strict.longest(tokens, i, false)
	if body, end := r.gazetteer.generic(r.doc.Text, tokens, i); nameEnd == 0 && end > 0 {
		names, nameEnd = body, end
	}
	end := max(nameEnd, looseEnd, measureEnd, strictEnd)
	if end == 0 {
		return chunk{to: i + 1}
	}
	c := chunk{to: end}
	if nameEnd == end {
		c.name(names)
	}
	if looseEnd == end {
		c.mean(lex.meanings, loose)
	}
	if measureEnd == end {
		c.mean(r.meanings, measures)
	}
	if strictEnd == end {
		c.mean(lex.meanings, strict)
	}
	return c
}

// name makes the chunk a name, or a short name that needs a head word.
func (c *chunk) name(found []known) {
	c.found = found
	c.is.add(cName)
	if found[0].head {
		c.is.remove(cName)
		c.is.add(cShort)
	}
}

func (c *chunk) mean(meanings []meaning, entries []int) {
	for _, e := range entries {
		m := meanings[e]
		c.means = append(c.means, m)
		c.is.add(m.class)
		if m.class == cWnum {
			n, _ := strconv.Atoi(m.arg)
			c.value = float64(n)
		}
	}
}

// multipliers are the words that make a number larger.
var multipliers = map[string]float64{"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}

// figureChunk reads a number with its multipliers, a year, a date or a document's number.
func figureChunk(text []rune, tokens []token, i int) chunk {
	if end := documentNumber(tokens, i); end > 0 {
		c := chunk{to: end}
		c.is.add(cDocnum)
		return c
	}
	if c, ok := dateChunk(tokens, i); ok {
		return c
	}
	c := chunk{to: i + 1}
	a, ok := parseAmount(tokens[i].low)
	if !ok || telephone(tokens, i) || i > 0 && glued(tokens, i) {
		return c
	}
	c.is.add(cNum)
	c.value, c.decimals, c.doubtful = a.value, a.decimals, a.doubtful
	for c.to < len(tokens) && multipliers[tokens[c.to].low] > 0 && !rate(tokens, c.to) {
		c.value = float64(c.value * multipliers[tokens[c.to].low])
		c.doubtful = false
		c.to++
	}
	if c.to > i+1 && c.value == math.Trunc(c.value) {
		c.decimals = 0 // 1,2 triệu
	}
	return c
}

// rate tells "tỷ lệ" and "tỷ trọng", which are no multiplier.
func rate(tokens []token, i int) bool {
	return i+1 < len(tokens) && (tokens[i+1].low == "lệ" || tokens[i+1].low == "trọng" || tokens[i+1].low == "số" || tokens[i+1].low == "suất")
}

// glued tells a number that belongs to the word before it: "Covid-19", "e-Gov2.0".
func glued(tokens []token, i int) bool {
	p := tokens[i-1]
	return p.end == tokens[i].start && (p.sort == word || i > 1 && p.low == "-" && tokens[i-2].sort == word && tokens[i-2].end == p.start)
}

// telephone tells long numbers with a leading zero, and service numbers.
func telephone(tokens []token, i int) bool {
	raw := tokens[i].low
	digits := unmarked.Replace(raw)
	long := len(digits) >= 8 && digits[0] == '0'
	service := (raw == "1900" || raw == "1800") && i+1 < len(tokens) && tokens[i+1].sort == figures
	after := i > 0 && (tokens[i-1].low == "1900" || tokens[i-1].low == "1800" || tokens[i-1].sort == figures && tokens[i-1].end < tokens[i].start)
	return long || service || after || strings.HasPrefix(raw, "1900.") || strings.HasPrefix(raw, "1800.")
}
