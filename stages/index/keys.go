package index

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// keys says what to do with the value of each key of a mapping.
type keys map[string]func(*yaml.Node)

// entry is a key of a mapping with its value; merged tells that `<<` brought it.
type entry struct {
	key, value *yaml.Node
	merged     bool
}

// mapping reads a mapping by its table of keys and notes where each key of the owner stands. Unknown and doubled keys
// are faults; the order of the file is kept.
func (r *reader) mapping(n *yaml.Node, owner any, known keys) bool {
	var want problem.Text
	if n.Kind != yaml.MappingNode { // else it need not be said
		want = problem.Text{VI: "một đoạn “khoá: giá trị”: " + known.list(), EN: "a mapping “key: value”: " + known.list()}
	}
	return r.entries(n, want, twiceKey, func(e entry) {
		name := e.key.Value
		read, ok := known[name]
		if !ok {
			vi, en := "một trong: "+known.list(), "one of: "+known.list()
			if near := nearest(name, known.sorted()); near != "" {
				vi, en = "có phải “"+near+"”?", "perhaps “"+near+"”?"
			}
			r.report(unknownKey, r.place(e.key), name, "near_vi", vi, "near_en", en)
			return
		}
		if owner != nil {
			r.places[spot{owner, name}] = r.place(e.value)
		}
		read(e.value)
	})
}

// table reads a mapping whose keys are ids of the author's own choosing.
func (r *reader) table(n *yaml.Node, twice *problem.Kind, want problem.Text, read func(key string, e entry)) bool {
	return r.entries(n, want, twice, func(e entry) { read(e.key.Value, e) })
}

func (r *reader) entries(n *yaml.Node, want problem.Text, twice *problem.Kind, read func(entry)) bool {
	m := r.enter(n, yaml.MappingNode, want)
	if m == nil {
		return false
	}
	defer r.leave(m)
	first := map[string]int{}
	for _, e := range r.unfold(m, false) {
		if e.key.Kind != yaml.ScalarNode {
			r.say(wrongType, r.place(e.key), show(e.key), "tên khoá", "the name of a key")
			continue
		}
		if line, seen := first[e.key.Value]; seen {
			if !e.merged {
				r.report(twice, r.place(e.key), e.key.Value, "line", figure(float64(line)))
			}
			continue
		}
		first[e.key.Value] = e.key.Line
		read(e)
	}
	return true
}

// unfold lists the entries of a mapping: its own first, then those merged by `<<`, which yield to them.
func (r *reader) unfold(m *yaml.Node, merged bool) (all []entry) {
	want := problem.Text{VI: "bí danh của một đoạn (<<: *tên)", EN: "the alias of a mapping (<<: *name)"}
	var later []entry
	for i := 0; i+1 < len(m.Content); i += 2 {
		key, value := m.Content[i], m.Content[i+1]
		if key.Tag != "!!merge" {
			if r.follow(key) == nil {
				return all
			}
			all = append(all, entry{key, value, merged})
			continue
		}
		sources := []*yaml.Node{value}
		if value.Kind == yaml.SequenceNode {
			sources = value.Content
		}
		for _, s := range sources {
			if base := r.enter(s, yaml.MappingNode, want); base != nil {
				later = append(later, r.unfold(base, true)...)
				r.leave(base)
			}
		}
	}
	return append(all, later...)
}

func (k keys) sorted() []string {
	var all []string
	for name := range k {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func (k keys) list() string { return strings.Join(k.sorted(), ", ") }

// list reads a sequence item by item.
func (r *reader) list(n *yaml.Node, read func(item *yaml.Node)) bool {
	want := problem.Text{VI: "một danh sách [a, b, …]", EN: "a list [a, b, …]"}
	s := r.enter(n, yaml.SequenceNode, want)
	if s == nil {
		return false
	}
	defer r.leave(s)
	for _, item := range s.Content {
		read(item)
	}
	return true
}

// set reads a list of distinct words.
func (r *reader) set(n *yaml.Node) (all []string) {
	r.list(n, func(item *yaml.Node) {
		s := r.words(item)
		if slices.Contains(all, s) {
			r.report(twiceItem, r.place(item), s)
		} else if s != "" {
			all = append(all, s)
		}
	})
	return all
}

// need reports a key that must be there and is not.
func (r *reader) need(ok bool, at problem.Place, key, vi, en string) bool {
	if !ok {
		r.report(required, at, key, "key", key, "vi", vi, "en", en)
	}
	return ok
}
