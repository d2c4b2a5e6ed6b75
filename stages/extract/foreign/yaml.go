package foreign

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/index"
)

// entry is a key of a mapping that is written in order.
type entry struct {
	key   string
	value *yaml.Node
}

func mapping(flow bool, entries ...entry) *yaml.Node {
	m := &yaml.Node{Kind: yaml.MappingNode}
	if flow {
		m.Style = yaml.FlowStyle
	}
	for _, e := range entries {
		if e.value != nil {
			m.Content = append(m.Content, word(e.key), e.value)
		}
	}
	return m
}

func list(flow bool, items ...*yaml.Node) *yaml.Node {
	s := &yaml.Node{Kind: yaml.SequenceNode, Content: items}
	if flow {
		s.Style = yaml.FlowStyle
	}
	return s
}

// word is a text; the writer puts quotes around one that would read as something else (no, 01).
func word(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

func number(x float64) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: strconv.FormatFloat(x, 'g', -1, 64)}
}

// both is a text that other programs give in one language only.
func both(s string) *yaml.Node {
	s = strings.Join(strings.Fields(s), " ")
	return mapping(true, entry{"vi", word(s)}, entry{"en", word(s)})
}

// indexFile writes index.yaml.
func (p *project) indexFile() []byte {
	root := p.nodes[p.byCode[p.root]]
	n := p.scheme()
	doc := mapping(false,
		entry{"name", both(root.name)},
		entry{"source", mapping(true, entry{"vi", word(fmt.Sprintf("Chuyển từ %s: %s", p.program, p.source))}, entry{"en", word(fmt.Sprintf("Taken over from %s: %s", p.program, p.source))})},
		entry{"units", list(true, word("unit"))},
		entry{"scale", p.scale()},
		entry{"rank", mapping(true, entry{"ties", word("competition")}, entry{"on", word("full")}, entry{"groups", n})},
		entry{"across", said(p.across())},
		entry{"screen", method(p.set.screen)}, entry{"fill", method(p.set.fill)}, entry{"treat", method(p.set.treat)},
		entry{"normalise", said(p.set.normalise.String())}, entry{"combine", p.combine()},
		entry{"coverage", share(p.set.coverage)},
		entry{"tree", p.tree(root)}, entry{"beside", p.beside()}, entry{"editions", p.years()})
	var b bytes.Buffer
	w := yaml.NewEncoder(&b)
	w.SetIndent(2)
	_ = w.Encode(doc) // a bytes.Buffer takes everything
	return b.Bytes()
}

// scheme lists those schemes in which units are ranked among themselves; nothing where there are none.
func (p *project) scheme() *yaml.Node {
	if len(p.schemes) == 0 {
		return nil
	}
	var items []*yaml.Node
	for _, s := range p.schemes {
		items = append(items, word(s.code))
	}
	return list(true, items...)
}

func said(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return word(s)
}

func method(m index.Method) *yaml.Node {
	if m.Name == "none" {
		return nil
	}
	return said(m.String())
}

func share(x float64) *yaml.Node {
	if x == 0 {
		return nil
	}
	return number(x)
}

// across: COINr scales the years of a panel together unless told otherwise.
func (p *project) across() string {
	if p.set.across == "none" || p.set.across == "" && !p.panel {
		return ""
	}
	return "editions"
}

func (p *project) combine() *yaml.Node {
	if len(p.set.combine) == 1 {
		return word(p.set.combine[0].String())
	}
	var items []*yaml.Node
	for _, m := range p.set.combine {
		items = append(items, word(m.String()))
	}
	return list(true, items...)
}

// scale is the range that scores are shown in: what the method aims at. Nothing is computed from it.
func (p *project) scale() *yaml.Node {
	m, from, to := p.set.normalise, 0.0, 1.0
	switch m.Name {
	case "minmax":
		from, to = m.Number(0, 0), m.Number(1, 100)
	case "zscore":
		from, to = m.Number(0, 0)-float64(3*m.Number(1, 1)), m.Number(0, 0)+float64(3*m.Number(1, 1))
	case "scaled":
		to = max(m.Number(2, 100), 1e-9)
	case "goalposts":
		to = m.Number(0, p.postScale())
	case "rank", "borda":
		to = float64(max(len(p.units), 1))
	case "none", "percentile", "categorical":
		to = 100
	}
	decimals := 4.0
	if to-from >= 10 {
		decimals = 2
	}
	return mapping(true, entry{"from", number(from)}, entry{"to", number(to)}, entry{"decimals", number(decimals)})
}

// postScale is the factor that the indicators' goalposts share, 1 where they differ or say nothing.
func (p *project) postScale() float64 {
	scale := 0.0
	for _, n := range p.indicators() {
		if n.posts != nil && (scale == 0 || scale == n.scale) {
			scale = n.scale
		} else if n.posts != nil {
			return 1
		}
	}
	if scale == 0 {
		return 1
	}
	return scale
}

// tree writes a node with all below it: aggregates as blocks, indicators in a line each.
func (p *project) tree(n node) *yaml.Node {
	var parts []*yaml.Node
	for _, c := range p.nodes {
		if c.parent != n.code {
			continue
		}
		if c.indicator {
			parts = append(parts, p.leafNode(c))
		} else {
			parts = append(parts, p.tree(c))
		}
	}
	m := mapping(false, entry{"node", word(n.code)}, entry{"name", both(n.name)})
	if n.parent != "" {
		m.Content = append(m.Content, word("weight"), number(n.weight))
	}
	m.Content = append(m.Content, word("parts"), list(false, parts...))
	return m
}

func (p *project) leafNode(n node) *yaml.Node {
	e := []entry{{"node", word(n.code)}}
	if n.parent != "" {
		e = append(e, entry{"weight", number(n.weight)})
	}
	e = append(e, entry{"name", both(n.name)})
	if n.unit != "" {
		e = append(e, entry{"unit", both(n.unit)})
	}
	if n.direction < 0 {
		e = append(e, entry{"direction", number(-1)})
	}
	if n.target != nil {
		e = append(e, entry{"target", number(*n.target)})
	}
	if n.posts != nil {
		e = append(e, entry{"goalposts", list(true, number(n.posts[0]), number(n.posts[1]))}, entry{"normalise", p.postsOf(n)})
	}
	if n.per != "" {
		e = append(e, entry{"per", word(n.per)}, entry{"per_scale", share(n.perScale)})
	}
	return mapping(true, e...)
}

// postsOf is a node's own scale where its goalposts have a factor of their own or do not truncate, and the option gives none.
func (p *project) postsOf(n node) *yaml.Node {
	m := p.set.normalise
	if m.Name != "goalposts" || len(m.Args) > 0 || n.scale == 0 && !n.open {
		return nil
	}
	s := n.scale
	if s == 0 {
		s = 1
	}
	text := "goalposts:" + strconv.FormatFloat(s, 'g', -1, 64)
	if n.open {
		text += ":open"
	}
	return word(text)
}

// beside lists the indicators that no aggregate takes: measured, not scored.
func (p *project) beside() *yaml.Node {
	var items []*yaml.Node
	for _, n := range p.indicators() {
		if n.parent == "" {
			m := p.leafNode(n)
			m.Content = append(m.Content, word("measured"), &yaml.Node{Kind: yaml.ScalarNode, Value: "true"})
			items = append(items, m)
		}
	}
	if items == nil {
		return nil
	}
	return list(false, items...)
}

// years lists the editions, the oldest first; one in which not all units take part names those that do.
func (p *project) years() *yaml.Node {
	m := mapping(false)
	for _, e := range p.editions {
		v := mapping(true)
		if len(e.rows) < len(p.units) {
			var codes []*yaml.Node
			for _, r := range e.rows {
				codes = append(codes, word(r.unit))
			}
			v = mapping(true, entry{"only", list(true, codes...)})
		}
		m.Content = append(m.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: e.id}, v)
	}
	return m
}
