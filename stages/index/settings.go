package index

import (
	"maps"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// defaultKeys are the settings that stand at the top of index.yaml and may be restated by an edition.
func (r *reader) defaultKeys(d *Defaults) keys {
	k := keys{
		"screen":    func(v *yaml.Node) { d.Screen = r.method(v, Screen) },
		"keep":      func(v *yaml.Node) { d.Keep = r.unranked(v) },
		"drop":      func(v *yaml.Node) { d.Drop = r.unranked(v) },
		"across":    func(v *yaml.Node) { d.Across = r.choice(v, "editions", "none") },
		"fill":      func(v *yaml.Node) { d.Fill = r.method(v, Fill) },
		"treat":     func(v *yaml.Node) { d.Treat = r.method(v, Treat) },
		"normalise": func(v *yaml.Node) { d.Normalise = r.method(v, Normalise) },
		"combine":   func(v *yaml.Node) { d.Combine = r.methods(v, Combine) },
		"coverage":  func(v *yaml.Node) { d.Coverage = r.share(v) },
		"missing":   func(v *yaml.Node) { d.Missing = r.choice(v, missings...) },
		"weights":   func(v *yaml.Node) { d.Weighting = r.method(v, Weighting) },
		"tree":      func(v *yaml.Node) { d.Tree = r.node(v) },
		"beside":    func(v *yaml.Node) { d.Beside = r.besides(v) },

		"uncertainty": func(v *yaml.Node) { d.Uncertainty = r.uncertainty(v) },
	}
	maps.Copy(k, r.gathering(d))
	return k
}

// besides reads the nodes outside the total.
func (r *reader) besides(v *yaml.Node) (all []*Node) {
	r.list(v, func(item *yaml.Node) {
		if n := r.node(item); n != nil {
			n.Beside = true
			all = append(all, n)
		}
	})
	return all
}

// scale reads {from, to, decimals, tolerance} over what is known already, so that an edition may restate one of them.
func (r *reader) scale(v *yaml.Node, s Scale) Scale {
	owner := new(int)
	r.mapping(v, owner, keys{
		"from":      func(v *yaml.Node) { s.From, _ = r.number(v, nil) },
		"to":        func(v *yaml.Node) { s.To, _ = r.number(v, nil) },
		"decimals":  func(v *yaml.Node) { s.Decimals = r.whole(v, 0, 15) },
		"tolerance": func(v *yaml.Node) { s.Tolerance, _ = r.number(v, nil) },
	})
	if s.From >= s.To {
		if r.has(owner, "from") || r.has(owner, "to") {
			r.report(badRange, r.place(v), figure(s.From)+", "+figure(s.To))
		}
		s.To = s.From + 1
	}
	return s
}

// Words of `rank:`.
var (
	ties = []string{"competition", "dense", "ordinal", "average"}
	ons  = []string{"published_decimals", "full"}
)

// rank reads {ties, on, groups, within} over what is known already.
func (r *reader) rank(v *yaml.Node, k RankRule) RankRule {
	r.mapping(v, nil, keys{
		"ties":   func(v *yaml.Node) { k.Ties = or(r.choice(v, ties...), k.Ties) },
		"on":     func(v *yaml.Node) { k.On = or(r.choice(v, ons...), k.On) },
		"groups": func(v *yaml.Node) { k.Groups = r.schemeNames(v) },
		"within": func(v *yaml.Node) { k.Within = r.apart(v) },
	})
	return k
}

// or gives the second word where the first is empty.
func or(word, otherwise string) string {
	if word == "" {
		return otherwise
	}
	return word
}

// apart reads within: block, or all (→ empty).
func (r *reader) apart(v *yaml.Node) string {
	if r.choice(v, "block", "all") == "block" {
		return "block"
	}
	return ""
}

// classes reads [{from, name}, …], best first, or {method, names}.
func (r *reader) classes(v *yaml.Node) (c Classes) {
	if n := r.follow(v); n != nil && n.Kind == yaml.MappingNode {
		owner := new(int)
		r.mapping(v, owner, keys{
			"method": func(v *yaml.Node) { c.Method = r.choice(v, "quantiles", "natural_breaks") },
			"names": func(v *yaml.Node) {
				r.list(v, func(item *yaml.Node) { c.List = append(c.List, Class{Name: r.text(item)}) })
			},
		})
		r.need(r.has(owner, "method"), r.place(v), "method", "quantiles hoặc natural_breaks", "quantiles or natural_breaks")
		if len(c.List) < 2 {
			r.say(badClasses, r.at(owner, "names", r.place(v)), "names", "ít nhất hai mức, mức tốt nhất trước", "two classes at least, the best first")
		}
		return c
	}
	r.list(v, func(item *yaml.Node) { c.List = append(c.List, r.class(item, c.List)) })
	return c
}

func (r *reader) class(item *yaml.Node, before []Class) (c Class) {
	owner := new(int)
	if !r.mapping(item, owner, keys{
		"from": func(v *yaml.Node) { c.From, _ = r.number(v, nil) },
		"name": func(v *yaml.Node) { c.Name = r.text(v) },
	}) {
		return c
	}
	r.need(r.has(owner, "from"), r.place(item), "from", "điểm thấp nhất của mức", "the least score of the class")
	r.need(r.has(owner, "name"), r.place(item), "name", "tên của mức {vi, en}", "the name of the class {vi, en}")
	if n := len(before); n > 0 && r.has(owner, "from") && c.From >= before[n-1].From {
		r.say(badClasses, r.at(owner, "from", r.place(item)), figure(c.From),
			"ngưỡng nhỏ hơn mức ngay trên ("+figure(before[n-1].From)+")", "a threshold below that of the class above ("+figure(before[n-1].From)+")")
	}
	return c
}

// joined checks threshold classes against the scale: every score has a class, every class can be reached.
func (r *reader) joined(c Classes, s Scale, at problem.Place) {
	if c.Method != "" || len(c.List) == 0 {
		return
	}
	if last := c.List[len(c.List)-1].From; last > s.From {
		r.say(badClasses, at, figure(last), "mức cuối bắt đầu từ "+figure(s.From)+", đầu thang điểm", "the last class begins at "+figure(s.From)+", where the scale begins")
	}
	if first := c.List[0].From; first > s.To {
		r.say(badClasses, at, figure(first), "ngưỡng không quá "+figure(s.To)+", cuối thang điểm", "a threshold of at most "+figure(s.To)+", where the scale ends")
	}
}
