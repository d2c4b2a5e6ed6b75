package text

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/index"
)

// learn adds the names, short names and synonyms of the indices' nodes to what the lexicon knows. A node that the
// lexicon knows already (of the same family) only gains phrases.
func (r *Reader) learn(indices []*index.Index) {
	if len(indices) == 0 {
		return
	}
	r.loose = cloneTrie(&lex.loose)
	r.meanings, r.metrics = slices.Clone(lex.meanings), slices.Clone(lex.metrics)
	for _, x := range indices {
		family := familyOf(x.ID)
		for _, plan := range x.Plans {
			for _, n := range plan.Nodes {
				r.learnNode(family, n.Node, n.Parent < 0 && !n.Beside, x)
			}
		}
	}
}

// familyOf is what the blocks of one index share: "dti" of dti-provinces, dti-ministries and dti-national.
func familyOf(id string) string {
	family, _, _ := strings.Cut(id, "-")
	return family
}

func (r *Reader) learnNode(family string, n *index.Node, root bool, x *index.Index) {
	at := slices.IndexFunc(r.metrics, func(m metric) bool { return m.family == family && m.node == n.ID })
	if at < 0 {
		at = len(r.metrics)
		r.metrics = append(r.metrics, metric{family: family, node: n.ID, name: n.Name.VI})
		if x.Focus == "VNM" {
			r.metrics[at].subject = "Việt Nam"
		}
	}
	phrases := slices.Concat([]string{n.Name.VI, n.Name.EN}, n.Synonyms)
	if root {
		phrases = append(phrases, x.Name.VI, x.Name.EN, x.Short)
	}
	for _, s := range phrases {
		if tokens := tokenise([]rune(s), 0, len([]rune(s)), map[string]string{}); len(tokens) > 0 {
			r.loose.add(tokens, len(r.meanings))
			r.meanings = append(r.meanings, meaning{class: cMetric, arg: strconv.Itoa(at)})
		}
	}
}

func cloneTrie(t *trie) *trie {
	c := &trie{entry: slices.Clone(t.entry)}
	if t.next != nil {
		c.next = make(map[string]*trie, len(t.next))
		for k, v := range t.next {
			c.next[k] = cloneTrie(v)
		}
	}
	return c
}

// metricAt is the metric that chunk i names, nil where it names none; of several the one of the index spoken of last.
func (p *passage) metricAt(i int) *metric {
	c := &p.chunks[i]
	if !c.is.has(cMetric) {
		return nil
	}
	var first *metric
	for _, m := range c.means {
		if m.class != cMetric {
			continue
		}
		n, _ := strconv.Atoi(m.arg)
		k := &p.reader.metrics[n]
		if first == nil || p.reader.metric != nil && k.family == p.reader.metric.family && first.family != k.family {
			first = k
		}
	}
	return first
}

// measured finds what a figure measures: the metric before its bracket, the one behind it after "về", the nearest before
// it, the nearest behind it, and what the text spoke of before. Places and scores measure nodes of an index.
func (r *reader) measured(p *passage, f *figure) *metric {
	at := max(f.at, f.from)
	if f.at < 0 {
		at = f.to
	}
	index := individual(f.kind, f.unit) || f.kind == claim.Order
	fits := func(i int) *metric {
		if m := p.metricAt(i); m != nil && (m.family != "") == index {
			return m
		}
		return nil
	}
	if m := p.metricBehind(f, index); m != nil {
		return m
	}
	for i := at - 1; i >= 0; i-- {
		if m := fits(i); m != nil {
			return m
		}
		if p.chunks[i].is.has(cOverall) && index {
			return r.whole(r.metric)
		}
		if p.chunks[i].is.has(cSame) && !index && r.last != nil && r.last.metric != nil {
			return r.last.metric
		}
	}
	for i := max(f.to, at+1); i < len(p.chunks); i++ {
		if m := fits(i); m != nil {
			return m
		}
	}
	if index {
		return r.metric
	}
	if p.form == Entry {
		return nil // entries of a list tell of things of their own
	}
	return r.indicator
}

// metricBehind is the metric right behind a figure: "30% dịch vụ công mức độ 4", "thứ 4/17 về hạ tầng nhân lực".
func (p *passage) metricBehind(f *figure, index bool) *metric {
	for n, i := 0, max(f.to, f.at+1); n < 5 && i < len(p.chunks); n, i = n+1, i+1 {
		c := &p.chunks[i]
		if m := p.metricAt(i); m != nil && (m.family != "") == index {
			if !index || n > 0 && (p.low(i-1) == "về" || p.low(i-1) == "ở" || p.low(i-1) == "trong") {
				return m
			}
			return nil
		}
		if c.is.meets(setOf(cComma, cSemi, cClose, cNum)) {
			return nil
		}
	}
	return nil
}

// whole is the root of a metric's family.
func (r *reader) whole(m *metric) *metric {
	if m == nil {
		return nil
	}
	for i := range r.metrics {
		if r.metrics[i].family == m.family {
			return &r.metrics[i]
		}
	}
	return m
}

// root is the metric that a sentence leaves to the next: the whole index, where only a part of it was named.
func (r *reader) root(m *metric, p *passage, i int) *metric {
	for j := range p.chunks {
		if o := p.metricAt(j); o != nil && o.family == m.family && o == r.whole(m) {
			return o
		}
	}
	if p.form == Heading {
		return m
	}
	return r.whole(m)
}

// assign gives a claim its metric, and of our indices the one of the subject's kind with node and edition.
func (r *reader) assign(c *claim.Claim, m *metric, all []party) {
	if m == nil {
		return
	}
	c.Metric = m.name
	if m.family == "" {
		return
	}
	var kind string
	if len(all) > 0 && len(all[0].found) > 0 {
		kind = all[0].found[0].kind
	}
	for _, x := range r.indices {
		if familyOf(x.ID) != m.family || kind != "" && !slices.Contains(x.Units, kind) {
			continue
		}
		node, edition := nodeOf(x, m.node, strconv.Itoa(c.Year))
		if node == "" {
			continue
		}
		c.Index, c.Node, c.Edition = x.ID, node, edition
		if edition != "" {
			return
		}
	}
}

// nodeOf finds the metric's node in an index, the root for the family's own name, and the edition of a year.
func nodeOf(x *index.Index, id, year string) (node, edition string) {
	for _, plan := range x.Plans {
		if plan.Edition.ID == year {
			edition = year
		}
		if len(plan.Nodes) == 0 {
			continue
		}
		if id == familyOf(x.ID) {
			node = plan.Root().ID
		} else if _, ok := plan.Col(id); ok {
			node = id
		}
	}
	return node, edition
}

// sharing are the metrics of which one figure is told: "chính quyền số và kinh tế số đều xếp thứ 8" are two.
func (r *reader) sharing(p *passage, f *figure, m *metric) []*metric {
	all := []*metric{m}
	if m == nil || m.family == "" {
		return all
	}
	i := max(f.at, f.from) - 1
	for i >= 0 && p.metricAt(i) != m {
		i--
	}
	if i < 0 || !p.has(i, f.at, setOf(cAll)) {
		return all
	}
	for j := i - 1; j >= 0; j-- {
		if o := p.metricAt(j); o != nil && o.family == m.family {
			all = append(all, o)
		} else if !p.chunks[j].is.meets(setOf(cComma, cAnd)) && p.tokens[p.chunks[j].from].sort != mark {
			break
		}
	}
	slices.Reverse(all)
	return all
}
