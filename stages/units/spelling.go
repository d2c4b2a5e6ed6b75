package units

import (
	"slices"
	"strings"
	"unicode"
)

// spelling is one way to write a unit's name.
type spelling struct {
	as        string
	rank      rank
	needsHead bool // a common word on its own: "Nội vụ", "Tài chính"
}

// rank orders spellings: what units.csv gives wins over what is derived from it.
type rank uint8

const (
	given   rank = iota // name, full name, English name, alias
	derived             // with or without its head word, initials
	byCode              // the code in other letters than its own: after the names, for "Nga" is Russia and NGA Nigeria
	ranks
)

// heads are the words that may lead a unit's name, by kind.
var heads = map[string][]string{
	"province": {"Tỉnh", "Thành phố", "TP"},
	"ministry": {"Bộ", "Ủy ban", "UB"},
	"agency":   {"Ủy ban", "UB"},
}

// spellings lists how a unit is written: as units.csv gives it, then what follows from that by rule, each key once.
func spellings(u Unit) []spelling {
	b := book{unit: u, at: map[string]int{}}
	b.add(given, u.Name.VI, u.Full)
	b.add(given, u.Aliases...)
	b.add(given, u.Name.EN)
	switch u.Kind {
	case "province":
		b.province()
	case "ministry", "agency":
		b.ministry()
	}
	return b.list
}

// book collects the spellings of one unit.
type book struct {
	unit Unit
	list []spelling
	at   map[string]int // key → position in list
}

func (b *book) add(k rank, names ...string) {
	for _, as := range names {
		key := Key(as)
		if _, twice := b.at[key]; twice || key == "" {
			continue
		}
		b.at[key] = len(b.list)
		b.list = append(b.list, spelling{as: as, rank: k})
	}
}

// province adds every base name with each head that fits: "tỉnh" fits any (nothing else is called so), "thành phố" only
// a centrally-run city, for "thành phố Bắc Ninh" is a town within Bắc Ninh.
func (b *book) province() {
	_, headed := unhead(b.unit.Name.VI, heads["province"])
	fronts := []string{"Tỉnh "}
	if city := Key(b.unit.Full); strings.HasPrefix(city, Key("Thành phố")) {
		fronts = append(fronts, "Thành phố ", "TP. ")
		b.add(derived, strings.TrimSuffix(b.unit.Name.EN, " City")+" City")
	}
	for _, s := range slices.Clone(b.list) {
		if !b.vietnamese(s.as) {
			continue
		}
		base, had := unhead(s.as, heads["province"])
		b.bare(base, headed && had)
		for _, f := range fronts {
			b.add(derived, f+base, "UBND "+lowerHead(f)+base, "Ủy ban nhân dân "+lowerHead(f)+base)
		}
	}
	if b.unit.Name.EN != "" {
		b.add(derived, b.unit.Name.EN+" Province")
	}
}

// ministry adds every name with and without its head ("Bộ TT&TT", "TT&TT") and the initials ("BTTTT").
func (b *book) ministry() {
	name, headed := unhead(b.unit.Full, heads[b.unit.Kind])
	b.add(derived, initials(b.unit.Full))
	if !headed {
		return
	}
	fronts := []string{"Bộ "}
	if strings.HasPrefix(Key(b.unit.Full), Key("Ủy ban")) {
		fronts = []string{"Ủy ban ", "UB "}
	}
	first, _, _ := strings.Cut(Fold(name), " ")
	for _, s := range slices.Clone(b.list) {
		base, had := unhead(s.as, heads[b.unit.Kind])
		if word, _, _ := strings.Cut(Fold(base), " "); !had && word != first {
			continue // an abbreviation of the whole ("BTC"), a by-name ("Siêu ủy ban"), an English name
		}
		b.bare(base, true)
		for _, f := range fronts {
			b.add(derived, f+base)
		}
	}
}

// bare adds a name without head; where the unit's own short name has one, the bare name is a common word.
func (b *book) bare(base string, needsHead bool) {
	b.add(derived, base)
	if !needsHead {
		return
	}
	plain := strip(Key(base))
	for i := range b.list {
		if strip(Key(b.list[i].as)) == plain {
			b.list[i].needsHead = true
		}
	}
}

// vietnamese tells whether heads may be put before a spelling: not before "Hanoi" or "Ha Noi", which Plain finds anyway.
func (b *book) vietnamese(as string) bool {
	return as == b.unit.Name.VI || as == b.unit.Full || Fold(as) != Plain(as) || capitals(as)
}

// unhead takes the head word off a name: "Tỉnh Hà Giang", "TP.Huế", "Bộ TT&TT".
func unhead(as string, heads []string) (rest string, had bool) {
	words := strings.Fields(as)
	for _, h := range heads {
		n := len(strings.Fields(h))
		if len(words) > n && Key(strings.Join(words[:n], " ")) == Key(h) {
			return strings.Join(words[n:], " "), true
		}
		if front, back, ok := strings.Cut(as, "."); ok && back != "" && Key(front) == Key(h) {
			return strings.TrimSpace(back), true
		}
	}
	return as, false
}

// lowerHead is a head word as it stands inside a name: "UBND tỉnh Hà Giang", but "UBND TP. Hà Nội".
func lowerHead(front string) string {
	if capitals(front) {
		return front
	}
	return strings.ToLower(front)
}

// initials of the words of a name, without "và": Bộ Giáo dục và Đào tạo → BGDĐT; empty for fewer than three.
func initials(name string) string {
	var b strings.Builder
	n := 0
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if w = strings.ToUpper(w); w != "VÀ" {
			b.WriteString(string([]rune(w)[:1]))
			n++
		}
	}
	if n < 3 {
		return ""
	}
	return b.String()
}

// capitals tells whether a spelling is an abbreviation: letters, none of them lower case.
func capitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}
