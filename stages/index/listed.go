package index

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// blocks reads [{id, name, kinds, units, size}, …]: a unit stands in the block that lists its code, else in the one
// that lists its kind, so neither may stand in two.
func (r *reader) blocks(v *yaml.Node, e *Edition) {
	r.list(v, func(item *yaml.Node) {
		b, owner := Block{}, new(int)
		if !r.mapping(item, owner, keys{
			"id":    func(v *yaml.Node) { b.ID = r.id(v) },
			"name":  func(v *yaml.Node) { b.Name = r.text(v) },
			"kinds": func(v *yaml.Node) { b.Kinds = r.kinds(v) },
			"units": func(v *yaml.Node) { b.Units = r.unitCodes(v, e) },
			"size":  func(v *yaml.Node) { b.Size = r.whole(v, 1, 1e9) },
		}) {
			return
		}
		at := r.place(item)
		r.need(r.has(owner, "id"), at, "id", "mã của khối", "the id of the block")
		r.need(r.has(owner, "name"), at, "name", "tên của khối {vi, en}", "the name of the block {vi, en}")
		if !r.has(owner, "kinds") && !r.has(owner, "units") {
			r.need(false, at, "units", "“kinds” hoặc “units”: đơn vị của khối", "“kinds” or “units”: who is in the block")
		}
		r.overlap(b, e, owner, at)
		e.setSize(b.ID, b.Size)
		e.Blocks = append(e.Blocks, b)
	})
}

func (r *reader) overlap(b Block, e *Edition, owner any, at problem.Place) {
	for _, other := range e.Blocks {
		if b.ID == other.ID && b.ID != "" {
			r.report(badBlock, r.at(owner, "id", at), b.ID, "other", other.ID)
		}
		for _, k := range b.Kinds {
			if slices.Contains(other.Kinds, k) {
				r.report(badBlock, r.at(owner, "kinds", at), k, "other", other.ID)
			}
		}
		for _, u := range b.Units {
			if slices.Contains(other.Units, u) {
				r.report(badBlock, r.at(e, "unit "+u, at), u, "other", other.ID)
			}
		}
	}
}

// unranked reads [{unit, reason}, …].
func (r *reader) unranked(v *yaml.Node) (all []Unranked) {
	all = []Unranked{} // not nil: an empty list restates the index's
	r.list(v, func(item *yaml.Node) {
		u, owner := Unranked{Place: r.place(item)}, new(int)
		if !r.mapping(item, owner, keys{
			"unit":   func(v *yaml.Node) { u.Unit = r.unit(v) },
			"reason": func(v *yaml.Node) { u.Reason = r.text(v) },
		}) {
			return
		}
		r.need(r.has(owner, "unit"), u.Place, "unit", "mã đơn vị", "the code of the unit")
		r.need(r.has(owner, "reason"), u.Place, "reason", "lý do {vi, en}", "the reason {vi, en}")
		if u.Unit != "" && slices.ContainsFunc(all, func(b Unranked) bool { return b.Unit == u.Unit }) {
			r.report(twiceItem, r.at(owner, "unit", u.Place), u.Unit)
		}
		all = append(all, u)
	})
	return all
}

// waivers reads [{unit, node, reason}, …].
func (r *reader) waivers(v *yaml.Node) (all []Waiver) {
	r.list(v, func(item *yaml.Node) {
		w, owner := Waiver{Place: r.place(item)}, new(int)
		if !r.mapping(item, owner, keys{
			"unit":   func(v *yaml.Node) { w.Unit = r.unit(v) },
			"node":   func(v *yaml.Node) { w.Node = r.words(v); r.places[spot{w.Place, "node"}] = r.place(v) },
			"reason": func(v *yaml.Node) { w.Reason = r.text(v) },
		}) {
			return
		}
		r.need(r.has(owner, "unit"), w.Place, "unit", "mã đơn vị", "the code of the unit")
		r.need(r.has(owner, "node"), w.Place, "node", "mã nút", "the id of the node")
		r.need(r.has(owner, "reason"), w.Place, "reason", "lý do {vi, en}", "the reason {vi, en}")
		all = append(all, w)
	})
	return all
}

// facts reads [{name, node, block, stat, value, source}, …]; the value is kept as printed.
func (r *reader) facts(v *yaml.Node, e *Edition) (all []Fact) {
	r.list(v, func(item *yaml.Node) {
		f, owner := Fact{}, new(int)
		place := func(key string, v *yaml.Node) {
			r.places[spot{e, key + " of fact " + figure(float64(len(all)))}] = r.place(v)
		}
		if !r.mapping(item, owner, keys{
			"name":   func(v *yaml.Node) { f.Name = r.text(v) },
			"node":   func(v *yaml.Node) { f.Node = r.words(v); place("node", v) },
			"block":  func(v *yaml.Node) { f.Block = r.words(v); place("block", v) },
			"stat":   func(v *yaml.Node) { f.Stat = r.words(v) },
			"value":  func(v *yaml.Node) { f.Value = r.words(v) },
			"source": func(v *yaml.Node) { f.Source = r.words(v) },
		}) {
			return
		}
		r.need(r.has(owner, "value"), r.place(item), "value", "số in trong ấn phẩm", "the figure as printed")
		r.need(r.has(owner, "name") || r.has(owner, "stat"), r.place(item), "name", "tên của số liệu {vi, en}", "the name of the figure {vi, en}")
		all = append(all, f)
	})
	return all
}

// presets reads the alternative weightings [{name, weights}, …].
func (r *reader) presets(v *yaml.Node, ix *Index) (all []Scheme) {
	r.list(v, func(item *yaml.Node) {
		s, owner := Scheme{}, new(int)
		if !r.mapping(item, owner, keys{
			"name": func(v *yaml.Node) { s.Name = r.text(v) },
			"weights": func(v *yaml.Node) {
				s.Weights = r.weights(v, owner)
				for node := range s.Weights {
					r.places[spot{ix, "weight of " + node + " in scheme " + figure(float64(len(all)))}] = r.at(owner, "weight of "+node, r.place(v))
				}
			},
		}) {
			return
		}
		r.need(r.has(owner, "name"), r.place(item), "name", "tên phương án {vi, en}", "the name of the scheme {vi, en}")
		r.need(r.has(owner, "weights"), r.place(item), "weights", "trọng số theo mã nút", "weights by node id")
		all = append(all, s)
	})
	return all
}
