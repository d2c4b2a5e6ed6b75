package text

import (
	"slices"
	"strings"
	"unicode"

	"xephang/stages/units"
)

// known is one unit that a spelling can stand for.
type known struct {
	code, kind, name string
	head             bool   // a common word that counts only after a head word or in a list of bodies
	own              bool   // the unit's own name, no alias
	exact            string // a short spelling in capitals must stand exactly so ("HN")
}

// gazetteer finds names of units in tokens.
type gazetteer struct {
	names trie
	known []known
	reg   *units.Registry
}

// newGazetteer enters every spelling of every unit of any date.
func newGazetteer(reg *units.Registry) *gazetteer {
	g := &gazetteer{reg: reg}
	if reg == nil {
		return g
	}
	for _, u := range reg.All() {
		for i, s := range spellings(u) {
			if s == "" || i > 0 && (s == u.Name.VI || i > 1 && s == u.Full) {
				continue
			}
			k := known{code: u.Code, kind: u.Kind, name: u.Name.VI, head: headless(u, s), own: i < 2}
			if short(s) {
				k.exact = s
			}
			r := []rune(s)
			g.names.add(tokenise(r, 0, len(r), map[string]string{}), len(g.known))
			g.known = append(g.known, k)
		}
	}
	return g
}

// spellings are a unit's names; a ministry's short names stand without "Bộ" as well ("TN&MT" of "Bộ TN&MT").
func spellings(u units.Unit) []string {
	all := append([]string{u.Name.VI, u.Full, u.Name.EN}, u.Aliases...)
	all = append(append(all, lex.spellings[u.Name.VI]...), abbreviated(u)...)
	for _, s := range all {
		if bare, ok := strings.CutPrefix(s, "Bộ "); ok && !slices.Contains(all, bare) {
			all = append(all, bare)
		}
	}
	return all
}

// headless tells a ministry's alias without its head word ("Nội vụ", "TT&TT"): elsewhere it is a common word.
func headless(u units.Unit, s string) bool {
	if u.Kind != "ministry" && u.Kind != "agency" {
		return false
	}
	own, _, _ := strings.Cut(units.Fold(u.Name.VI), " ")
	first, _, _ := strings.Cut(units.Fold(s), " ")
	return own == "bộ" && first != "bộ" && !strings.HasPrefix(first, "bộ") && s != u.Name.EN
}

// short tells an alias in capitals that other words share ("HN", "MIC", "GTVT").
func short(s string) bool {
	return len([]rune(s)) <= 5 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// at finds the longest name that begins at tokens[i].
func (g *gazetteer) at(text []rune, tokens []token, i int) (found []known, end int) {
	entries, end := g.names.longest(tokens, i, true)
	if end == 0 || !slices.ContainsFunc(tokens[i:end], func(t token) bool { return t.upper }) {
		return nil, 0
	}
	if end == i+1 && partOfName(text, tokens, i) {
		return nil, 0
	}
	for _, e := range entries {
		k := g.known[e]
		if k.exact == "" || k.exact == string(text[tokens[i].start:tokens[end-1].end]) {
			found = append(found, k)
		}
	}
	if len(found) == 0 {
		return nil, 0
	}
	return found, end
}

// partOfName tells a name of one syllable that stands inside a longer one: "Vũ Đức Đam" is not Germany, "Đại học Huế" no city.
func partOfName(text []rune, tokens []token, i int) bool {
	beside := func(j int) bool {
		if j < 0 || j >= len(tokens) || tokens[j].sort != word || !tokens[j].upper || j == 0 {
			return false
		}
		for _, r := range text[tokens[j].start:tokens[j].end] {
			if unicode.IsLower(r) {
				return true
			}
		}
		return false // an abbreviation: "DTI Huế"
	}
	return beside(i-1) && tokens[i-1].end+1 == tokens[i].start || beside(i+1) && tokens[i].end+1 == tokens[i+1].start
}

// unitAt picks, of the units that share a spelling, the one that existed on the day; without a day or
// without such a unit, the one whose own name it is, else the first by code.
func (g *gazetteer) unitAt(found []known, at units.Date) known {
	if at > 0 && g.reg != nil {
		for _, k := range found {
			if u, ok := g.reg.Unit(k.code); ok && u.Valid(at) {
				return k
			}
		}
	}
	for _, k := range found {
		if older, ok := g.renamed(k, at); ok {
			return older
		}
	}
	for _, k := range found {
		if k.own {
			return k
		}
	}
	return found[0]
}

// renamed is the unit that bore another name on the day: Thừa Thiên Huế before the city of Huế.
func (g *gazetteer) renamed(k known, at units.Date) (known, bool) {
	if at == 0 || g.reg == nil {
		return k, false
	}
	for _, s := range g.reg.Predecessors(k.code) {
		if u, ok := g.reg.Unit(s.Predecessor); ok && s.Change == "rename" && u.Valid(at) {
			return known{code: u.Code, kind: u.Kind, name: u.Name.VI, own: true}, true
		}
	}
	return k, false
}
