package units

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Name is one spelling of a unit, for finding units in running text. Two ways of writing with one Key are one Name.
type Name struct {
	Text      string // folded: "bộ thông tin và truyền thông", "tt&tt", "tp. hà nội"
	Key       string // Key(Text): compare it with the keys of words put together, then dashes and dots need no care
	As        string // as units.csv spells it, or as derived from that
	Unit      string // code
	Kind      string
	NeedsHead bool // common words ("Nội vụ", "Xây dựng"): a unit only after a head word or inside a list of bodies
}

// Names lists every spelling of every unit that exists on the day, except codes, by Key and unit. It is made anew on each call:
// ask once for each date. A Key may stand there twice, for two units.
func (r *Registry) Names(at Date) []Name {
	var all []Name
	for _, u := range r.Of(nil, at) {
		for _, s := range spellings(u) {
			all = append(all, Name{Text: Fold(s.as), Key: Key(s.as), As: s.as, Unit: u.Code, Kind: u.Kind, NeedsHead: s.needsHead})
		}
	}
	slices.SortFunc(all, func(a, b Name) int { return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Unit, b.Unit)) })
	return all
}

// Fits tells whether words as a text writes them can be this name: an abbreviation in capitals, a province or country
// with a capital wherever the name has one ("Hòa Bình", not "hòa bình" or "Hòa bình"), a body with at least one.
func (n Name) Fits(written string) bool {
	if capitals(n.As) {
		return capitals(written)
	}
	if n.Kind == "province" || n.Kind == "country" {
		as, is := strings.FieldsFunc(n.As, notLetter), strings.FieldsFunc(written, notLetter)
		if _, headed := unhead(n.As, heads[n.Kind]); len(as) == len(is) && !headed {
			return raised(as, is)
		}
	}
	return strings.ContainsFunc(written, unicode.IsUpper)
}

// raised tells whether every word that has a capital has one in the other writing too.
func raised(as, is []string) bool {
	for i := range as {
		if startsUpper(as[i]) && !startsUpper(is[i]) {
			return false
		}
	}
	return true
}

func startsUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }
