package index

import (
	"go.yaml.in/yaml/v3"
)

// node reads a node of the tree with all below it; nil where it is no mapping.
func (r *reader) node(v *yaml.Node) *Node {
	n := &Node{Direction: 1, Place: r.place(v)}
	known := r.nodeKeys(n)
	if !r.mapping(v, n, known) {
		return nil
	}
	r.need(r.has(n, "node"), n.Place, "node", "mã của nút", "the node's id")
	r.checkNode(n)
	return n
}

func (r *reader) nodeKeys(n *Node) keys {
	k := r.partKeys(n)
	for name, read := range r.leafKeys(n) {
		k[name] = read
	}
	k["node"] = func(v *yaml.Node) { n.ID, n.Place = r.id(v), r.place(v) }
	k["name"] = func(v *yaml.Node) { n.Name = r.text(v) }
	k["short"] = func(v *yaml.Node) { n.Short = r.words(v) }
	k["about"] = func(v *yaml.Node) { n.About = r.text(v) }
	k["unit"] = func(v *yaml.Node) { n.Unit = r.label(v) }
	k["synonyms"] = func(v *yaml.Node) { n.Synonyms = r.set(v) }
	k["weight"] = func(v *yaml.Node) { n.Weight = r.weight(v) }
	k["missing"] = func(v *yaml.Node) { n.Missing = r.choice(v, missings...) }
	k["normalise"] = func(v *yaml.Node) { n.Normalise = r.method(v, Normalise) }
	k["range"] = func(v *yaml.Node) { n.Range = r.pair(v) }
	k["goalposts"] = func(v *yaml.Node) { n.Goalposts = r.pair(v) }
	k["direction"] = func(v *yaml.Node) { n.Direction = r.direction(v) }
	k["target"] = func(v *yaml.Node) { n.Target = r.pointer(v) }
	k["points"] = func(v *yaml.Node) { n.Points, _ = r.above(v) }
	k["counts"] = func(v *yaml.Node) { n.Counts = r.choice(v, counts...) }
	k["how"] = func(v *yaml.Node) { n.How = r.text(v) }
	k["measured"] = func(v *yaml.Node) { n.Measured = r.truth(v) }
	return k
}

// missings are the words of `missing:`.
var missings = []string{"exclude", "zero", "withhold"}

// leafKeys are those that only an indicator has.
func (r *reader) leafKeys(n *Node) keys {
	return keys{
		"value":     func(v *yaml.Node) { n.Value = r.formula(v) },
		"per":       func(v *yaml.Node) { n.Per = r.words(v) },
		"per_scale": func(v *yaml.Node) { n.PerScale, _ = r.above(v) },
		"rule":      func(v *yaml.Node) { n.Rule = r.rule(v) },
		"evidence":  func(v *yaml.Node) { n.Evidence = r.evidence(v) },
		"fill":      func(v *yaml.Node) { n.Fill = r.method(v, Fill) },
		"treat":     func(v *yaml.Node) { n.Treat = r.method(v, Treat) },
	}
}

// partKeys are those that only a combined node has.
func (r *reader) partKeys(n *Node) keys {
	return keys{
		"parts":     func(v *yaml.Node) { n.Parts = r.nodes(v) },
		"of":        func(v *yaml.Node) { n.Of = r.ofs(v, n) },
		"combine":   func(v *yaml.Node) { n.Combine = r.method(v, Combine) },
		"weighting": func(v *yaml.Node) { n.Weighting = r.method(v, Weighting) },
		"coverage":  func(v *yaml.Node) { n.Coverage = r.share(v) },
		"pairwise":  func(v *yaml.Node) { n.Pairwise = r.matrix(v, n) },
		"wanted":    func(v *yaml.Node) { n.Wanted = r.weights(v, n) },
		"bounds":    func(v *yaml.Node) { n.Bounds = r.bounds(v) },
	}
}

func (r *reader) nodes(v *yaml.Node) (all []*Node) {
	good := r.list(v, func(item *yaml.Node) {
		if n := r.node(item); n != nil {
			all = append(all, n)
		}
	})
	if good && len(all) == 0 {
		r.say(wrongType, r.place(v), show(v), "danh sách thành phần không trống", "a list of parts that is not empty")
	}
	return all
}

// ofs reads the ids of existing nodes and notes where each stands.
func (r *reader) ofs(v *yaml.Node, n *Node) []string {
	r.list(v, func(item *yaml.Node) {
		if item.Kind == yaml.ScalarNode {
			r.places[spot{n, "of " + item.Value}] = r.place(item)
		}
	})
	return r.set(v)
}

func (r *reader) direction(v *yaml.Node) int {
	x, ok := r.number(v, nil)
	switch {
	case !ok:
	case x == 1 || x == -1:
		return int(x)
	default:
		r.say(badNumber, r.place(v), show(v), "1 (càng cao càng tốt) hoặc -1 (càng thấp càng tốt)", "1 (more is better) or -1 (less is better)")
	}
	return 1
}

func (r *reader) pointer(v *yaml.Node) *float64 {
	if x, ok := r.number(v, nil); ok {
		return &x
	}
	return nil
}

// share reads a number from 0 to 1.
func (r *reader) share(v *yaml.Node) *float64 {
	if x, ok := r.within(v, 0, 1); ok {
		return &x
	}
	return nil
}

// bounds reads [lo, hi]: the least and the greatest share of a weight.
func (r *reader) bounds(v *yaml.Node) *[2]float64 {
	p := r.pair(v)
	if p != nil && (p[0] < 0 || p[1] > 1) {
		r.say(badNumber, r.place(v), figure(p[0])+", "+figure(p[1]), "hai tỷ lệ từ 0 đến 1", "two shares from 0 to 1")
		return nil
	}
	return p
}

// checkNode sees what one node's own keys say against each other.
func (r *reader) checkNode(n *Node) {
	combined := len(n.Parts) > 0 || len(n.Of) > 0
	if combined {
		r.misplaced(n, r.leafKeys(n), "chỉ dùng ở chỉ tiêu (nút không có “parts”)", "belongs to an indicator (a node without “parts”)")
	} else if !r.has(n, "parts") && !r.has(n, "of") {
		r.misplaced(n, r.partKeys(n), "chỉ dùng ở nút có “parts” hoặc “of”", "belongs to a node with “parts” or “of”")
	}
	if len(n.Parts) > 0 && len(n.Of) > 0 {
		r.say(misplacedKey, r.at(n, "of", n.Place), "of", "hoặc “parts”, hoặc “of”", "either “parts” or “of”")
	}
	if n.PerScale != 0 && n.Per == "" && !combined {
		r.say(misplacedKey, r.at(n, "per_scale", n.Place), "per_scale", "đi kèm “per” (mẫu số)", "goes with “per” (the denominator)")
	}
	r.checkTarget(n)
	r.checkPairwise(n)
	r.checkWanted(n)
	r.checkBounds(n)
	if n.Rule != nil {
		r.checkRule(n)
	}
}

func (r *reader) has(owner any, key string) bool { _, ok := r.places[spot{owner, key}]; return ok }

func (r *reader) misplaced(n *Node, k keys, vi, en string) {
	for _, key := range k.sorted() {
		if r.has(n, key) {
			r.say(misplacedKey, r.at(n, key, n.Place), key, vi, en)
		}
	}
}

// checkTarget: a target lies within the range, and above its worse end.
func (r *reader) checkTarget(n *Node) {
	if n.Target == nil || n.Range == nil {
		return
	}
	t, low, high := *n.Target, n.Range[0], n.Range[1]
	if t < low || t > high || n.Direction > 0 && t == low || n.Direction < 0 && t == high {
		r.report(badTarget, r.at(n, "target", n.Place), figure(t), "range", "["+figure(low)+", "+figure(high)+"]")
	}
}
