package index

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// text reads {vi: …, en: …}. Vietnamese must be there; without English it is a doubt and pages fall back to Vietnamese.
func (r *reader) text(n *yaml.Node) (t problem.Text) {
	ok := r.mapping(n, nil, keys{
		"vi": func(v *yaml.Node) { t.VI = r.paragraph(v) },
		"en": func(v *yaml.Node) { t.EN = r.paragraph(v) },
	})
	switch at := r.place(n); {
	case !ok:
	case t.VI == "":
		r.report(noVietnamese, at, t.EN)
	case t.EN == "":
		r.report(noEnglish, at, t.VI)
	}
	return t
}

// label is a text that may also be one word for both languages, as a sign ("%") or an abbreviation.
func (r *reader) label(n *yaml.Node) problem.Text {
	if v := r.follow(n); v != nil && v.Kind == yaml.ScalarNode {
		s := r.words(n)
		return problem.Text{VI: s, EN: s}
	}
	return r.text(n)
}

// paragraph is a text whose line breaks inside are mere spaces.
func (r *reader) paragraph(n *yaml.Node) string { return strings.Join(strings.Fields(r.words(n)), " ") }

var plainID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$`)

// id reads the id of a node or block.
func (r *reader) id(n *yaml.Node) string {
	s := r.words(n)
	if s != "" && !plainID.MatchString(s) {
		r.report(badID, r.place(n), s)
	}
	return s
}

// date reads 2025-06-30.
func (r *reader) date(n *yaml.Node) units.Date {
	s := r.words(n)
	d, err := units.ParseDate(s)
	if err != nil {
		r.report(badDate, r.place(n), s)
	}
	return d
}

// pair reads [lower, upper].
func (r *reader) pair(n *yaml.Node) *[2]float64 {
	var p []float64
	good := true
	good = r.list(n, func(item *yaml.Node) {
		x, ok := r.number(item, nil)
		p, good = append(p, x), good && ok
	}) && good
	switch {
	case !good:
		return nil
	case len(p) != 2:
		r.say(wrongType, r.place(n), show(n), "hai số [nhỏ, lớn]", "two numbers [lower, upper]")
		return nil
	case p[0] >= p[1]:
		r.report(badRange, r.place(n), figure(p[0])+", "+figure(p[1]))
		return nil
	}
	return &[2]float64{p[0], p[1]}
}

// weight reads a weight: finite, not negative. nil where it is none.
func (r *reader) weight(n *yaml.Node) *float64 {
	x, ok := r.number(n, badWeight)
	if ok && x < 0 {
		r.report(badWeight, r.place(n), show(n))
		ok = false
	}
	if !ok {
		return nil
	}
	return &x
}

// weights reads {node: weight} and notes where each stands, under the owner.
func (r *reader) weights(n *yaml.Node, owner any) map[string]float64 {
	all := map[string]float64{}
	want := problem.Text{VI: "trọng số theo mã nút {osi: 0.34, …}", EN: "weights by node id {osi: 0.34, …}"}
	r.table(n, twiceKey, want, func(node string, e entry) {
		r.places[spot{owner, "weight of " + node}] = r.place(e.key)
		if w := r.weight(e.value); w != nil {
			all[node] = *w
		} else {
			all[node] = 1 // reported; its node is checked all the same
		}
	})
	return all
}
