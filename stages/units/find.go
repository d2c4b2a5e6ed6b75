package units

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nameIndex finds spellings by their key without marks.
type nameIndex struct {
	byPlain map[string][]entry
	near    []sketch
}

// entry is one spelling of a unit.
type entry struct {
	key  string // with marks
	unit int32
	rank rank
}

// Find looks a name up on a day among the units of the kinds (none = all): a code, official name, alias, abbreviation
// or English name, in any of the ways of writing that Key makes one, with or without its head word. Marks must be
// right where they are written; they may be left out where that leaves one unit only. No other difference is
// tolerated. A name that is not found comes with candidates, best first: the units that share it; the successors or
// predecessors on that day of the unit whose name it is at another date; the unit of another kind; else names alike.
func (r *Registry) Find(name string, at Date, kinds ...string) (Unit, []Unit, bool) {
	hits, how := r.look(name, at, kinds)
	if how == found {
		return r.units[hits[0]], nil, true
	}
	return Unit{}, r.candidates(hits, how, name, at, kinds), false
}

// Match is Find without candidates: as fast on a name that is no unit's as on one that is.
func (r *Registry) Match(name string, at Date, kinds ...string) (Unit, bool) {
	hits, how := r.look(name, at, kinds)
	if how != found {
		return Unit{}, false
	}
	return r.units[hits[0]], true
}

// outcome of looking a name up.
type outcome uint8

const (
	unknown   outcome = iota
	found             // exactly one unit
	ambiguous         // several units on that day
	otherDate         // a unit of these kinds at another date
	otherKind         // a unit of another kind
)

// look gives the units that bear the name, and how they fit.
func (r *Registry) look(name string, at Date, kinds []string) ([]int32, outcome) {
	if i, ok := r.byCode[strings.TrimSpace(name)]; ok && isOf(r.units[i], kinds) && r.units[i].Valid(at) {
		return []int32{int32(i)}, found
	}
	r.once.Do(r.indexNames)
	key := Key(name)
	entries := r.names.byPlain[strip(key)]
	if len(entries) == 0 {
		return nil, unknown
	}
	if hits := pick(entries, key, func(i int32) bool { return isOf(r.units[i], kinds) && r.units[i].Valid(at) }); len(hits) > 1 {
		return hits, ambiguous
	} else if len(hits) == 1 {
		return hits, found
	}
	if hits := pick(entries, key, func(i int32) bool { return isOf(r.units[i], kinds) }); len(hits) > 0 {
		return hits, otherDate
	}
	if hits := pick(entries, key, func(i int32) bool { return r.units[i].Valid(at) }); len(hits) > 0 {
		return hits, otherKind
	}
	return nil, unknown
}

// pick gives the units whose spelling is the key exactly, by the best rank there is; where there is none, those from whose
// spelling the key differs only in marks left out.
func pick(entries []entry, key string, wanted func(int32) bool) []int32 {
	var hits []int32
	best := ranks
	for _, e := range entries {
		if e.key != key || e.rank > best || !wanted(e.unit) {
			continue
		}
		if e.rank < best {
			best, hits = e.rank, hits[:0]
		}
		hits = append(hits, e.unit)
	}
	if len(hits) == 0 {
		for _, e := range entries {
			if wanted(e.unit) && !slices.Contains(hits, e.unit) && lacks(key, e.key) {
				hits = append(hits, e.unit)
			}
		}
	}
	return hits
}

// lacks tells whether a key is another one with some marks left out ("đak lak" of "đắk lắk", not "đàk lắk").
// The two are equal without marks.
func lacks(key, whole string) bool {
	have, want := []rune(norm.NFD.String(key)), []rune(norm.NFD.String(whole))
	i := 0
	for _, w := range want {
		switch {
		case i < len(have) && (have[i] == w || have[i] == 'd' && w == 'đ'):
			i++
		case !unicode.Is(unicode.Mn, w):
			return false
		}
	}
	return i == len(have)
}

// indexNames makes the index when the first name is looked up: a registry asked for codes alone does without.
func (r *Registry) indexNames() {
	r.names.byPlain = make(map[string][]entry, 4*len(r.units))
	add := func(i int, name string, k rank) {
		e := entry{key: Key(name), unit: int32(i), rank: k}
		plain := strip(e.key)
		r.names.byPlain[plain] = append(r.names.byPlain[plain], e)
		if k == given && plain != "" {
			r.names.near = append(r.names.near, sketchOf(plain, int32(i)))
		}
	}
	for i, u := range r.units {
		add(i, u.Code, byCode)
		for _, s := range spellings(u) {
			add(i, s.as, s.rank)
		}
	}
}

// candidates are the units to name when a name is not found.
func (r *Registry) candidates(hits []int32, how outcome, name string, at Date, kinds []string) []Unit {
	if how == unknown {
		return r.alike(name, at, kinds)
	}
	var all []Unit
	for _, i := range hits {
		heirs := []Unit{r.units[i]}
		if how == otherDate {
			heirs = r.Heirs(r.units[i].Code, at)
		}
		for _, u := range heirs {
			if !slices.ContainsFunc(all, func(o Unit) bool { return o.Code == u.Code }) {
				all = append(all, u)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Unit) int { return cmp.Compare(apartFrom(a, at), apartFrom(b, at)) })
	return all
}

// apartFrom is how far a unit's life is from a day, 0 when it lives.
func apartFrom(u Unit, at Date) Date {
	switch {
	case u.Valid(at):
		return 0
	case u.From > at:
		return u.From - at
	}
	return at - u.To
}
