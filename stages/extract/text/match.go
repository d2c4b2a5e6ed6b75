package text

// capture is a chunk that a pattern took under a name.
type capture struct {
	name  string
	chunk int
}

// matcher tries a pattern on the chunks of one sentence. steps bounds the work of a single try.
type matcher struct {
	chunks []chunk
	caps   []capture
	steps  int
}

// limit on the steps of one try: no pattern needs a tenth of it on a real sentence.
const patience = 4000

// match tries the pattern at chunk i and gives the end of the match; captures are in m.caps until the next try.
func (m *matcher) match(seq []pattern, i int) (end int, ok bool) {
	m.caps, m.steps = m.caps[:0], 0
	ok = m.sequence(seq, i, func(j int) bool { end = j; return true })
	return end, ok
}

// sequence matches the elements one after the other, then calls then with the place after them.
func (m *matcher) sequence(seq []pattern, i int, then func(int) bool) bool {
	if len(seq) == 0 {
		return then(i)
	}
	return m.repeat(seq[0], 0, i, func(j int) bool { return m.sequence(seq[1:], j, then) })
}

// repeat matches an element as often as it may, the longest first.
func (m *matcher) repeat(e pattern, done, i int, then func(int) bool) bool {
	if m.steps++; m.steps > patience {
		return false
	}
	if e.op == '.' {
		return m.gap(e, i, then)
	}
	if done < e.max {
		kept := len(m.caps)
		if m.once(e, i, func(j int) bool { return j == i && done >= e.min && e.max > 1 || m.again(e, done, i, j, then) }) {
			return true
		}
		m.caps = m.caps[:kept]
	}
	return done >= e.min && then(i)
}

// again goes on after one repetition; one that took nothing is not repeated.
func (m *matcher) again(e pattern, done, i, j int, then func(int) bool) bool {
	if j == i {
		return then(j)
	}
	return m.repeat(e, done+1, j, then)
}

// once matches one repetition of an element.
func (m *matcher) once(e pattern, i int, then func(int) bool) bool {
	switch e.op {
	case '^':
		return i == 0 && then(i)
	case '$':
		return i == len(m.chunks) && then(i)
	case '!':
		return (i >= len(m.chunks) || !m.chunks[i].is.meets(e.set)) && then(i)
	case '(':
		for _, a := range e.alts {
			kept := len(m.caps)
			if m.sequence(a, i, then) {
				return true
			}
			m.caps = m.caps[:kept]
		}
		return false
	}
	if i >= len(m.chunks) || !m.chunks[i].is.meets(e.set) {
		return false
	}
	if e.name != "" {
		m.caps = append(m.caps, capture{e.name, i})
	}
	if !e.set.has(cList) || m.chunks[i].list == nil {
		return then(i + 1)
	}
	// a list of names is stepped over whole, with or without a bracket behind its last member
	end := m.chunks[i].list.last + 1
	return then(end) || end < len(m.chunks) && m.chunks[end].is.has(cOpen) && then(skipBrackets(m.chunks, end))
}

// gap steps over up to e.max chunks that say nothing of their own, the fewest first.
func (m *matcher) gap(e pattern, i int, then func(int) bool) bool {
	for n := 0; ; n++ {
		if then(i + n) {
			return true
		}
		if n == e.max || i+n >= len(m.chunks) || m.chunks[i+n].is.meets(solid) {
			return false
		}
	}
}
