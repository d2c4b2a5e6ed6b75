package index

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// uncertainty reads `uncertainty:`, a mapping by role or the whole in one line.
func (r *reader) uncertainty(v *yaml.Node) *Uncertainty {
	u, before := &Uncertainty{Place: r.place(v)}, len(r.faults)
	if n := r.follow(v); n != nil && n.Kind == yaml.ScalarNode {
		if s := r.words(v); s != "" {
			found, faults := ParseUncertainty(s, u.Place)
			u = found
			r.take(faults)
		}
	} else {
		r.mapping(v, u, keys{
			"fill":      func(v *yaml.Node) { r.vary(v, u, Fill) },
			"treat":     func(v *yaml.Node) { r.vary(v, u, Treat) },
			"normalise": func(v *yaml.Node) { r.vary(v, u, Normalise) },
			"combine":   func(v *yaml.Node) { r.vary(v, u, Combine) },
			"weights":   func(v *yaml.Node) { r.moves(v, u) },
			"draws":     func(v *yaml.Node) { u.Draws = r.whole(v, 1, MostDraws) },
			"seed":      func(v *yaml.Node) { u.Seed = uint64(r.whole(v, 0, 999_999_999_999)) },
			"design":    func(v *yaml.Node) { u.Design = r.choice(v, "sobol", "random") },
		})
	}
	for _, role := range varied {
		for _, m := range u.Alternatives(role) {
			r.named(m)
		}
	}
	u.broken = len(r.faults) > before
	return u
}

// take adds faults that were found outside the reader.
func (r *reader) take(faults problem.List) {
	for _, p := range faults {
		p.Index, p.Edition = r.index, r.edition
		r.faults.Add(p)
	}
}

// vary reads the alternatives of a role: a list, or one text in which | parts them.
func (r *reader) vary(v *yaml.Node, u *Uncertainty, role Role) {
	if n := r.follow(v); n != nil && n.Kind != yaml.SequenceNode {
		if s := r.words(v); s != "" {
			r.take(u.alternatives(role, s, r.place(v)))
		}
		return
	}
	r.list(v, func(item *yaml.Node) {
		if s := r.words(item); s != "" {
			r.take(u.alternatives(role, s, r.place(item)))
		}
	})
	if len(u.Alternatives(role)) == 0 {
		r.say(variesNothing, r.place(v), show(v), "ít nhất hai phương án", "two alternatives at least")
	}
}

// moves reads {share: 25%, levels: [2, 3]}, a list of such, or "25%@2,3".
func (r *reader) moves(v *yaml.Node, u *Uncertainty) {
	n := r.follow(v)
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode:
		if s := r.words(v); s != "" {
			r.take(u.moves(s, r.place(v)))
		}
	case n.Kind == yaml.SequenceNode:
		r.list(v, func(item *yaml.Node) { r.move(item, u) })
	default:
		r.move(v, u)
	}
}

func (r *reader) move(v *yaml.Node, u *Uncertainty) {
	m, owner := Move{Place: r.place(v)}, new(int)
	good := r.mapping(v, owner, keys{
		"share": func(v *yaml.Node) {
			x, faults := shareOf(r.words(v), r.place(v))
			m.Share = x
			r.take(faults)
		},
		"levels": func(v *yaml.Node) {
			r.list(v, func(item *yaml.Node) {
				if level := r.whole(item, 1, 1000); level > 0 {
					m.Levels = append(m.Levels, level)
				}
			})
			if len(m.Levels) == 0 {
				r.say(variesNothing, r.place(v), show(v), "ít nhất một cấp, ví dụ [2, 3]", "one level at least, as [2, 3]")
			}
		},
	})
	if good && r.need(r.has(owner, "share"), m.Place, "share", "mức dao động, ví dụ 25%", "how far weights move, such as 25%") && m.Share > 0 {
		u.Weights = append(u.Weights, m)
	}
}

// checkUncertainty holds what is varied against the plan, where the edition computes.
func (r *reader) checkUncertainty(p *Plan) {
	if p.Uncertainty == nil || p.Edition.Compute == "none" {
		return
	}
	edition := r.edition
	if p.Edition.Uncertainty != nil {
		r.edition = p.Edition.ID
	}
	r.take(p.CheckUncertainty(p.Uncertainty))
	r.edition = edition
}

// String writes the uncertainty in one line, as ParseUncertainty reads it.
func (u *Uncertainty) String() string {
	var parts []string
	for _, role := range varied {
		var all []string
		for _, m := range u.Alternatives(role) {
			all = append(all, or(m.String(), "declared"))
		}
		if len(all) > 0 {
			parts = append(parts, string(role)+"="+strings.Join(all, "|"))
		}
	}
	var moves []string
	for _, m := range u.Weights {
		moves = append(moves, m.String())
	}
	if len(moves) > 0 {
		parts = append(parts, "weights="+strings.Join(moves, "|"))
	}
	return strings.Join(append(parts, u.settings()...), ";")
}

// settings are the keys that say how to draw.
func (u *Uncertainty) settings() (all []string) {
	if u.Draws > 0 {
		all = append(all, "draws="+figure(float64(u.Draws)))
	}
	if u.Seed > 0 {
		all = append(all, "seed="+figure(float64(u.Seed)))
	}
	if u.Design != "" {
		all = append(all, "design="+u.Design)
	}
	return all
}

// String writes 25%@2,3.
func (m Move) String() string {
	s := figure(m.Share*100) + "%"
	if x, _ := shareOf(s, m.Place); x != m.Share {
		s = figure(m.Share) // the percentage would be read as another number
	}
	for i, level := range m.Levels {
		s += []string{",", "@"}[max(1-i, 0)] + figure(float64(level))
	}
	return s
}
