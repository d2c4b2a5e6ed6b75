package index

import (
	"strconv"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// editions reads the mapping of editions, oldest first as written.
func (r *reader) editions(v *yaml.Node, ix *Index) {
	want := problem.Text{VI: "các kỳ {2022: {…}, 2024: {…}}, cũ trước mới sau", EN: "the editions {2022: {…}, 2024: {…}}, the oldest first"}
	r.table(v, twiceEdition, want, func(id string, e entry) {
		r.edition = id
		defer func() { r.edition = "" }()
		if !plainID.MatchString(id) {
			r.report(badID, r.place(e.key), id)
		}
		ix.Editions = append(ix.Editions, r.oneEdition(id, e, ix))
	})
	if len(ix.Editions) == 0 {
		r.report(noEdition, r.place(v), "")
	}
}

func (r *reader) oneEdition(id string, e entry, ix *Index) *Edition {
	ed := &Edition{ID: id, Place: r.place(e.key), Decimals: ix.Scale.Decimals, Compute: "ranks"}
	v := r.follow(e.value)
	if v == nil || v.Kind == yaml.ScalarNode && v.Tag == "!!null" {
		r.settle(ed)
		return ed
	}
	k := r.editionKeys(ed, ix)
	for name, read := range r.restated(ed, ix) {
		k[name] = read
	}
	r.mapping(e.value, ed, k)
	r.settle(ed)
	return ed
}

func (r *reader) editionKeys(e *Edition, ix *Index) keys {
	return keys{
		"name":     func(v *yaml.Node) { e.Name = r.text(v) },
		"source":   func(v *yaml.Node) { e.Source = r.text(v) },
		"why":      func(v *yaml.Node) { e.Why = r.text(v) },
		"released": func(v *yaml.Node) { e.Released = r.date(v) },
		"as_of":    func(v *yaml.Node) { e.AsOf = r.date(v) },
		"compute":  func(v *yaml.Node) { e.Compute = or(r.choice(v, "ranks", "scores", "none"), e.Compute) },
		"previous": func(v *yaml.Node) { e.Previous = r.words(v) },
		"size":     func(v *yaml.Node) { e.setSize("", r.whole(v, 1, 1e9)) },
		"units":    func(v *yaml.Node) { e.Kinds = r.kinds(v) },
		"only":     func(v *yaml.Node) { e.Only = r.unitCodes(v, e) },
		"blocks":   func(v *yaml.Node) { r.blocks(v, e) },
		"unranked": func(v *yaml.Node) { e.Unranked = r.unranked(v) },
		"waive":    func(v *yaml.Node) { e.Waive = r.waivers(v) },
		"facts":    func(v *yaml.Node) { e.Facts = r.facts(v, e) },
	}
}

// restated are the settings of the index that an edition may restate.
func (r *reader) restated(e *Edition, ix *Index) keys {
	scale := func() *Scale {
		if e.Scale == nil {
			s := ix.Scale
			e.Scale = &s
		}
		return e.Scale
	}
	k := r.defaultKeys(&e.Defaults)
	k["decimals"] = func(v *yaml.Node) { scale().Decimals = r.whole(v, 0, 15) }
	k["scale"] = func(v *yaml.Node) { *scale() = r.scale(v, *scale()) }
	k["rank"] = func(v *yaml.Node) { rank := r.rank(v, ix.Rank); e.Rank = &rank }
	k["classes"] = func(v *yaml.Node) { c := r.classes(v); e.Classes = &c }
	k["weights"] = func(v *yaml.Node) {
		if n := r.follow(v); n != nil && n.Kind == yaml.ScalarNode {
			e.Weighting = r.method(v, Weighting)
			return
		}
		e.Weights = r.weights(v, e)
	}
	return k
}

func (e *Edition) setSize(block string, size int) {
	if e.Size == nil {
		e.Size = map[string]int{}
	}
	if size > 0 {
		e.Size[block] = size
	}
}

// settle fixes what follows from other keys: the decimals, and the day on which names, units and groups are taken:
// as_of, else released, else the last day of the year that the edition's id is, else no day.
func (r *reader) settle(e *Edition) {
	if e.Scale != nil {
		e.Decimals = e.Scale.Decimals
	}
	if e.AsOf == 0 {
		e.AsOf = e.Released
	}
	if year, err := strconv.Atoi(e.ID); e.AsOf == 0 && err == nil && len(e.ID) == 4 && year >= 1900 {
		e.AsOf = units.Date(year*10000 + 1231)
	}
	for _, code := range e.Only {
		r.alive(code, e.AsOf, r.at(e, "unit "+code, e.Place))
	}
	for i := range e.Blocks {
		for _, code := range e.Blocks[i].Units {
			r.alive(code, e.AsOf, r.at(e, "unit "+code, e.Place))
		}
	}
}
