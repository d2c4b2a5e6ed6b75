package text

import (
	"fmt"
	"strconv"
	"strings"
)

// A pattern is a small regular expression over the chunks of a sentence. Its elements are parted by spaces:
//
//	rise            a chunk of that class
//	list            a whole list of names, however many
//	( a b | c )     one of several sequences
//	a? a* a+        none or one, any number, at least one
//	v=num           captures the chunk under the name v
//	!a              no such chunk stands here
//	..3             up to three chunks that are neither figures, names, brackets nor semicolons
//	~               any number of words of degree: thêm, khoảng, đều, lần lượt …
//	^ $             the sentence's beginning, its end
type pattern struct {
	op   byte // 'c' class, '(' alternatives, '.' gap, '!' absence, '^', '$'
	set  classes
	name string      // of a capture
	alts [][]pattern // of '('
	min  int         // repetitions
	max  int
}

// many is "any number" of repetitions.
const many = 12

// compile reads a pattern. Classes must be known to the lexicon.
func compile(l *lexicon, source string) ([]pattern, error) {
	for _, sign := range []string{"(", ")", "|"} {
		source = strings.ReplaceAll(source, sign, " "+sign+" ")
	}
	for _, sign := range []string{"?", "*", "+"} {
		source = strings.ReplaceAll(source, ") "+sign, ")"+sign)
	}
	p := parser{l: l, words: strings.Fields(source)}
	alts, err := p.alternatives()
	if err == nil && p.at < len(p.words) {
		err = fmt.Errorf("unexpected %q", p.words[p.at])
	}
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", source, err)
	}
	return []pattern{{op: '(', alts: alts, min: 1, max: 1}}, nil
}

type parser struct {
	l     *lexicon
	words []string
	at    int
}

// alternatives reads sequences parted by "|" up to ")" or the end.
func (p *parser) alternatives() (alts [][]pattern, err error) {
	seq := []pattern{}
	for ; p.at < len(p.words) && !strings.HasPrefix(p.words[p.at], ")"); p.at++ {
		if p.words[p.at] == "|" {
			alts, seq = append(alts, seq), []pattern{}
			continue
		}
		e, err := p.element()
		if err != nil {
			return nil, err
		}
		seq = append(seq, e)
	}
	return append(alts, seq), nil
}

// element reads one element with its repetition.
func (p *parser) element() (pattern, error) {
	w := p.words[p.at]
	e := pattern{min: 1, max: 1}
	if w == "~" {
		return pattern{op: 'c', set: p.set("deg", "qual", "all", "resp", "equals"), max: many}, nil
	}
	if n, gap := strings.CutPrefix(w, ".."); gap {
		k, err := strconv.Atoi(n)
		return pattern{op: '.', max: k}, err
	}
	if w == "^" || w == "$" {
		e.op = w[0]
		return e, nil
	}
	if w == "!" { // of a group of classes
		e.name = w
		e, err := p.group(e, "")
		e.op, e.name = '!', ""
		return e, err
	}
	if rest, no := strings.CutPrefix(w, "!"); no {
		c, ok := p.known(rest)
		if !ok {
			return e, fmt.Errorf("unknown class %q", rest)
		}
		return pattern{op: '!', set: setOf(c), min: 1, max: 1}, nil
	}
	if name, rest, ok := strings.Cut(w, "="); ok {
		e.name, w = name, rest
	}
	if w == "" || w == "(" {
		return p.group(e, w)
	}
	w = e.repeat(w)
	c, ok := p.known(w)
	if !ok {
		return e, fmt.Errorf("unknown class %q", w)
	}
	e.op, e.set = 'c', setOf(c)
	return e, nil
}

// group reads "( … )" after an optional "name=", which then names whatever chunk the group takes.
func (p *parser) group(e pattern, w string) (pattern, error) {
	if w == "" {
		p.at++
	}
	p.at++
	alts, err := p.alternatives()
	if err != nil {
		return e, err
	}
	if p.at >= len(p.words) {
		return e, fmt.Errorf("missing )")
	}
	e.repeat(p.words[p.at])
	if e.name == "" {
		e.op, e.alts = '(', alts
		return e, nil
	}
	e.op = 'c'
	for _, a := range alts {
		if len(a) != 1 || a[0].op != 'c' {
			return e, fmt.Errorf("a captured group holds single classes only")
		}
		e.set = e.set.union(a[0].set)
	}
	return e, nil
}

// repeat takes ? * + off the end of a word.
func (e *pattern) repeat(w string) string {
	switch w[len(w)-1] {
	case '?':
		e.min, e.max = 0, 1
	case '*':
		e.min, e.max = 0, many
	case '+':
		e.min, e.max = 1, many
	default:
		return w
	}
	return w[:len(w)-1]
}

func (p *parser) known(name string) (class, bool) {
	for i, n := range p.l.names {
		if n == name {
			return class(i), true
		}
	}
	return 0, false
}

func (p *parser) set(names ...string) (s classes) {
	for _, n := range names {
		if c, ok := p.known(n); ok {
			s.add(c)
		}
	}
	return s
}

// opening gives the classes with which a match can begin, and whether it can begin with anything.
func opening(seq []pattern) (s classes, anything bool) {
	for _, e := range seq {
		switch e.op {
		case 'c':
			s = s.union(e.set)
		case '(':
			open := false
			for _, a := range e.alts {
				t, any := opening(a)
				s, open = s.union(t), open || any
			}
			if open {
				continue
			}
		case '!', '^':
			continue
		default:
			return s, true
		}
		if e.min > 0 {
			return s, false
		}
	}
	return s, true
}

// needed gives the sets of classes of each of which a match holds a chunk.
func needed(seq []pattern) (all []classes) {
	for _, e := range seq {
		switch {
		case e.min == 0:
		case e.op == 'c':
			all = append(all, e.set)
		case e.op == '(' && len(e.alts) == 1:
			all = append(all, needed(e.alts[0])...)
		}
	}
	return all
}
