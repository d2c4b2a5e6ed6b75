package text

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/units"
)

// learn adds the names, short names and synonyms of the indices' nodes to what the lexicon knows. A node that the
// lexicon knows already (of the same family) only gains phrases.
func (r *Reader) learn(indices []*index.Index) {
	if len(indices) == 0 {
		return
	}
	r.measures = cloneTrie(&lex.measures)
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
			r.measures.add(tokens, len(r.meanings))
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
	either := f.kind == claim.Delta && !index // "chỉ số DTI tăng 48%": of whatever was named last
	fits := func(i int) *metric {
		if m := p.metricAt(i); m != nil && (either || (m.family != "") == index) {
			return m
		}
		return nil
	}
	if m := p.metricBehind(f, index); m != nil {
		return m
	}
	if f.noun >= 0 && !index {
		if m := fits(f.noun); m != nil {
			return m
		}
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
	if p.goesOn(f) {
		return r.indicator
	}
	return nil
}

// goesOn tells a figure that still tells of the indicator before: in brackets, behind "trong đó", "hiện", of a body
// counted, or of services and tasks. Others tell of things of their own.
func (p *passage) goesOn(f *figure) bool {
	if p.form == Entry {
		return false
	}
	switch f.unit {
	case "dịch vụ", "nhiệm vụ", "bộ", "tỉnh", "bộ, tỉnh":
		return true
	}
	first := p.low(0)
	return p.bracket(f.at) >= 0 || p.has(0, f.at, setOf(cSame)) || p.chunks[0].is.has(cDone) || strings.HasPrefix(first, "trong đó") ||
		strings.HasPrefix(first, "cụ thể") || first == "riêng" || f.kind == claim.Delta && f.at < 6
}

// metricBehind is the metric right behind a figure: "30% dịch vụ công mức độ 4", "thứ 4/17 về hạ tầng nhân lực".
func (p *passage) metricBehind(f *figure, index bool) *metric {
	for n, i := 0, max(f.to, f.at+1); n < 5 && i < len(p.chunks); n, i = n+1, i+1 {
		c := &p.chunks[i]
		if m := p.metricAt(i); m != nil && (m.family != "") == index {
			if !index || strings.HasPrefix(p.low(i), "về ") || p.low(i-1) == "về" || n > 0 && (p.low(i-1) == "ở" || p.low(i-1) == "trong") {
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

// groupKinds are the kinds of units of groups that are subjects.
var groupKinds = map[string]string{"Các bộ, cơ quan ngang bộ": "ministry", "Các bộ, ngành": "ministry", "Các tỉnh, thành phố": "province",
	"Cả nước": "country", "Thế giới": "country", "Châu Á": "country", "Đông Nam Á": "country"}

// assign gives a claim its metric and, of our indices, the one of the subject's kind with node and edition: of several
// the one that ranked as many units as the claim says. It gives the day that fixes the edition's units, else the end of
// the claim's year, 0 without a year.
func (r *reader) assign(c *claim.Claim, m *metric, all []party) units.Date {
	at := units.Date(0)
	if c.Year > 0 {
		at = lastDay(c.Year, 0, 0)
	}
	if m == nil || m.family == "" {
		return at
	}
	kind := groupKinds[all[0].name]
	if len(all[0].found) > 0 {
		kind = all[0].found[0].kind
	}
	for _, x := range r.indices {
		if familyOf(x.ID) != m.family || kind != "" && !slices.Contains(x.Units, kind) {
			continue
		}
		node, plan := nodeOf(x, m.node, strconv.Itoa(c.Year))
		switch {
		case node == "" || c.Edition != "" && !ranked(plan, c.Of):
			continue
		case plan == nil && c.Index == "":
			c.Index, c.Node = x.ID, node
		case plan != nil:
			c.Index, c.Node, c.Edition = x.ID, node, plan.Edition.ID
			if plan.AsOf != 0 {
				at = plan.AsOf
			}
			if c.Of == 0 || ranked(plan, c.Of) {
				return at
			}
		}
	}
	return at
}

// nodeOf finds the metric's node in an index, the root for the family's own name, and the plan of a year's edition.
func nodeOf(x *index.Index, id, year string) (node string, of *index.Plan) {
	for _, plan := range x.Plans {
		if len(plan.Nodes) == 0 {
			continue
		}
		if id == familyOf(x.ID) {
			node = plan.Root().ID
		} else if _, ok := plan.Col(id); ok {
			node = id
		}
		if plan.Edition.ID == year {
			of = plan
		}
	}
	return node, of
}

// ranked tells whether the edition declares that it ranked so many units, all together or in a block.
func ranked(plan *index.Plan, of float64) bool {
	if plan == nil || of == 0 {
		return false
	}
	for _, n := range plan.Edition.Size {
		if float64(n) == of {
			return true
		}
	}
	return slices.ContainsFunc(plan.Edition.Blocks, func(b index.Block) bool { return float64(b.Size) == of })
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
