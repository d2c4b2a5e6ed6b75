package view

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/units"
)

// SearchAddress is the page of the search.
const SearchAddress = "tim-kiem.html"

// Entry is one thing that the search finds: a unit, an indicator, a term, a page. Its names are compared by
// units.SearchKey, which the script of the search box computes alike.
type Entry struct {
	Name string
	Href string   // from the root of the language
	Sort string   // what it is, in words: "Quốc gia", "Trang"
	Note string   // what sets it apart from its namesakes: dates, the index of an indicator
	Also []string // other names, codes, former names; none that Name finds already
}

// also keeps the names that neither the entry's name nor an earlier one finds.
func (e *Entry) also(names ...string) {
	for _, n := range names {
		key := units.SearchKey(n)
		if key == "" || key == units.SearchKey(e.Name) || slices.ContainsFunc(e.Also, func(o string) bool { return units.SearchKey(o) == key }) {
			continue
		}
		e.Also = append(e.Also, n)
	}
}

// FoundUnits are the entries of all units: those that exist first, by kind as they are published, then by name.
func (r *Report) FoundUnits(l Lang) (all []Entry) {
	var codes []string
	for _, u := range r.Units.All() {
		codes = append(codes, u.Code)
	}
	r.ByName(l, codes)
	slices.SortStableFunc(codes, func(a, b string) int {
		x, _ := r.Units.Unit(a)
		y, _ := r.Units.Unit(b)
		return cmp.Or(cmp.Compare(min(x.To, 1), min(y.To, 1)), cmp.Compare(kindPlace(x.Kind), kindPlace(y.Kind)))
	})
	for _, code := range codes {
		u, _ := r.Units.Unit(code)
		all = append(all, r.foundUnit(l, u))
	}
	return all
}

func kindPlace(kind string) int {
	if i := slices.Index(kindOrder, kind); i >= 0 {
		return i
	}
	return len(kindOrder)
}

func (r *Report) foundUnit(l Lang, u units.Unit) Entry {
	e := Entry{Name: l.In(u.Name), Href: UnitAddress(u.Code), Sort: l.unitHead([]string{u.Kind})}
	switch {
	case u.To != 0:
		e.Note = l.Say("find.until", "date", l.Date(u.To))
	case u.From != 0 && u.Kind != "country":
		e.Note = l.Say("find.since", "date", l.Date(u.From))
	}
	e.also(u.Name.VI, u.Full, u.Name.EN)
	e.also(u.Aliases...)
	e.also(u.Code)
	for _, s := range r.Units.Predecessors(u.Code) {
		if was, ok := r.Units.Unit(s.Predecessor); ok {
			e.also(l.In(was.Name), was.Name.VI, was.Name.EN)
		}
	}
	return e
}

// FoundNodes are the entries of the indicators, index by index in the order of publication.
func (r *Report) FoundNodes(l Lang) (all []Entry) {
	for _, b := range r.Boards {
		for _, n := range b.nodes() {
			node := n.plan.Nodes[n.col]
			e := Entry{Name: n.name(l), Href: NodeAddress(b, node.ID), Sort: l.Say("find.node"), Note: r.Label(l, b)}
			e.also(node.Name.VI, node.Name.EN, node.Short)
			e.also(node.Synonyms...)
			e.also(node.ID)
			all = append(all, e)
		}
	}
	return all
}

// Letter is the entries that begin with one letter.
type Letter struct {
	Letter  string
	Entries []Entry
}

// Alphabet parts entries by their first letter, in the alphabetical order of the language: Vietnamese has Ă and Â after
// A, Đ after D. Names that begin with no letter come first, under "#".
func (l Lang) Alphabet(entries []Entry) (all []Letter) {
	tag := language.Vietnamese
	if l == EN {
		tag = language.English
	}
	c, buf := collate.New(tag), &collate.Buffer{}
	type sorted struct {
		letter      string
		first, name []byte
		Entry
	}
	list := make([]sorted, len(entries))
	for i, e := range entries {
		list[i] = sorted{letter: l.letter(e.Name), Entry: e}
		list[i].first = bytes.Clone(c.KeyFromString(buf, list[i].letter))
		list[i].name = bytes.Clone(c.KeyFromString(buf, e.Name))
		buf.Reset()
	}
	slices.SortStableFunc(list, func(a, b sorted) int { return cmp.Or(bytes.Compare(a.first, b.first), bytes.Compare(a.name, b.name)) })
	for _, e := range list {
		if n := len(all); n == 0 || all[n-1].Letter != e.letter {
			all = append(all, Letter{Letter: e.letter})
		}
		at := &all[len(all)-1]
		at.Entries = append(at.Entries, e.Entry)
	}
	return all
}

// tones are the marks that part no letters in the Vietnamese alphabet.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// letter is the first letter of a name without its tone: "Đ", "Ô"; in English without any mark.
func (l Lang) letter(name string) string {
	for i, r := range name {
		if !unicode.IsLetter(r) {
			continue
		}
		end := i + len(string(r))
		for _, m := range name[end:] {
			if !unicode.Is(unicode.Mn, m) {
				break
			}
			end += len(string(m))
		}
		first := name[i:end]
		if l == EN {
			return strings.ToUpper(units.Plain(first))
		}
		bare := strings.Map(func(r rune) rune {
			if strings.ContainsRune(tones, r) {
				return -1
			}
			return r
		}, norm.NFD.String(first))
		return strings.ToUpper(norm.NFC.String(bare))
	}
	return "#"
}
