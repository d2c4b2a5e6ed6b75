package reconcile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// member is one name of an order with its rank, 0 where the table has none.
type member struct {
	code string
	seat seat
	fig  figure
}

// order checks a list of units: the first ones, the last ones, places a to b.
func (b *bench) order(c *claim.Claim) Verdict {
	if c.Index == "" {
		return unchecked(whyNoTable)
	}
	if len(c.Codes) == 0 || c.Codes[0] == "" {
		return unchecked(whyNoUnit)
	}
	seats := b.seats(c, c.Codes[0])
	if len(seats) == 0 {
		return unchecked(whyNoYear)
	}
	var first *Verdict
	for _, s := range b.preferred(seats, c) {
		v := b.orderIn(c, s)
		if v.Is == claim.Match || v.Is == claim.Subset && (first == nil || first.Is == claim.Unchecked) {
			return v // what a part of another edition's table allows doesn't outweigh what this one disproves
		}
		if first == nil || first.Is == claim.Unchecked && v.Is == claim.Off {
			first = &v
		}
	}
	return *first
}

// orderIn checks an order against one edition.
func (b *bench) orderIn(c *claim.Claim, s seat) Verdict {
	v := Verdict{Remarks: s.remarks}
	var known []member
	for _, code := range c.Codes {
		m, ok := b.memberOf(s, code)
		if !ok {
			continue
		}
		known = append(known, m)
		v.Evidence = append(v.Evidence, m.fig.ev)
	}
	if len(known) == 0 {
		v.Is, v.Why = claim.Unchecked, whyNoCell
		return v
	}
	v.Expected = strings.Join(ranksOf(known), "; ")
	v.Is, v.Why = b.span(c, s, known)
	if v.Is == claim.Match && len(known) < len(c.Members) {
		v.Is, v.Why = claim.Subset, whyPart
	}
	return v
}

// memberOf finds a member's rank in the edition of a seat.
func (b *bench) memberOf(s seat, code string) (member, bool) {
	o, ok := b.seat(s.m, s.plan, s.plan.Nodes[s.node].ID, code)
	if code == "" || !ok {
		return member{}, false
	}
	all := o.ranks()
	if len(all) == 0 {
		return member{}, false
	}
	return member{code, o, all[0]}, true
}

func ranksOf(all []member) (ranks []string) {
	for _, m := range all {
		ranks = append(ranks, number(m.fig.value))
	}
	return ranks
}

// span tells whether ranks are those of the first n, of the last n or of the places that the claim names.
func (b *bench) span(c *claim.Claim, s seat, known []member) (is claim.Verdict, why problem.Text) {
	from, to := 1, len(c.Members)
	counts := whole(c.Quote)
	if a, z, ok := strings.Cut(c.Unit, "-"); ok {
		from, _ = strconv.Atoi(a)
		to, _ = strconv.Atoi(z)
	}
	size := s.size()
	if c.Unit == "cuối" {
		if size == 0 {
			return claim.Unchecked, whyNoCell
		}
		from, to = size-len(c.Members)+1, size
	}
	low, high := known[0].fig.value, known[0].fig.value
	for _, m := range known {
		low, high = min(low, m.fig.value), max(high, m.fig.value)
	}
	text := both(func(lang string) string {
		return say(lang, "Bảng kỳ ", "The table of ") + s.plan.Edition.ID + say(lang, " ghi hạng: ", " has the ranks: ") +
			strings.Join(named(b, known, lang), ", ") + "."
	})
	if int(low) >= from && int(high) <= to {
		return inOrder(c, known), text
	}
	wide := max(counts, len(c.Members)+1) // two of the last three
	if c.Unit == "cuối" && int(low) > size-wide || c.Unit != "cuối" && from == 1 && int(high) <= wide {
		return claim.Subset, text
	}
	return claim.Off, text
}

func named(b *bench, known []member, lang string) (all []string) {
	for _, m := range known {
		all = append(all, b.nameOf(m.code, lang)+" "+number(m.fig.value))
	}
	return all
}

// inOrder compares the sequence: downward, or from the bottom upward where the last are told. A list in another order
// disagrees where the text says "lần lượt" and is compatible where it does not.
func inOrder(c *claim.Claim, known []member) claim.Verdict {
	byRank := func(x, y member) int { return cmp.Compare(x.fig.value, y.fig.value) }
	up := func(x, y member) int { return byRank(y, x) }
	switch {
	case slices.IsSortedFunc(known, byRank), c.Unit == "cuối" && slices.IsSortedFunc(known, up):
		return claim.Match
	case strings.Contains(units.Plain(c.Quote), "lan luot"):
		return claim.Off
	}
	return claim.Subset
}

// whole is the number of places that a quote speaks of: "ba vị trí cuối" of a list of two.
func whole(quote string) int {
	words := []string{"hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"}
	for _, w := range strings.Fields(units.Plain(quote)) {
		if i := slices.Index(words, w); i >= 0 {
			return i + 2
		}
		if n, err := strconv.Atoi(w); err == nil && n < 100 {
			return n
		}
	}
	return 0
}
