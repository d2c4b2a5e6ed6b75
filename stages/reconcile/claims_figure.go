package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
)

// figure checks a rank or a score. Of several units every one must hold; the gravest verdict counts.
func (b *bench) figure(c *claim.Claim) Verdict {
	if len(c.Units) == 0 {
		return b.nobody(c)
	}
	var all []Verdict
	for _, u := range c.Units {
		all = append(all, b.unitFigure(c, u))
	}
	return gravest(all)
}

// gravest joins verdicts on the parts of one claim.
func gravest(all []Verdict) Verdict {
	order := []claim.Verdict{claim.Match, claim.Rounded, claim.Subset, claim.SameSource, claim.Unchecked, claim.Conflict, claim.Off, claim.Impossible}
	v := all[0]
	var expected []string
	for _, x := range all {
		if slices.Index(order, x.Is) > slices.Index(order, v.Is) {
			v = x
		}
		if x.Expected != "" {
			expected = append(expected, x.Expected)
		}
	}
	v.Evidence, v.Remarks, v.Expected = nil, nil, strings.Join(expected, "; ")
	for _, x := range all {
		v.Evidence = append(v.Evidence, x.Evidence...)
		for _, r := range x.Remarks {
			if !slices.Contains(v.Remarks, r) {
				v.Remarks = append(v.Remarks, r)
			}
		}
	}
	return v
}

func (b *bench) unitFigure(c *claim.Claim, unit string) Verdict {
	seats := b.seats(c, unit)
	if len(seats) == 0 {
		return unchecked(whyNoYear)
	}
	var off []Verdict
	for _, s := range b.preferred(seats, c) {
		for i, f := range b.figures(s, c) {
			v := b.compare(c, s, f)
			if v.Is != claim.Off {
				return v
			}
			if i == 0 {
				off = append(off, v)
			}
		}
	}
	if len(off) > 0 {
		return off[0]
	}
	return b.missing(c, seats[0])
}

// preferred puts first the seats whose table has as many units as the claim says, and editions that were out when the
// document was.
func (b *bench) preferred(seats []seat, c *claim.Claim) []seat {
	seats = slices.Clone(seats)
	key := func(s seat) int {
		k := 0
		if c.Kind == claim.Rank && c.Of > 0 && c.Group == "" && s.size() != int(c.Of) {
			k += 2
		}
		if b.day(c.Document) > 0 && !b.out(s.m.Index, s.plan, c.Document, 0) {
			k++
		}
		return k
	}
	slices.SortStableFunc(seats, func(x, y seat) int { return cmp.Compare(key(x), key(y)) })
	return seats
}

func (b *bench) figures(s seat, c *claim.Claim) []figure {
	if c.Kind == claim.Score {
		return s.scores()
	}
	if scheme, group, ok := strings.Cut(c.Group, ":"); ok {
		if f, ok := b.inGroup(s, scheme, group); ok {
			return []figure{f}
		}
		return nil
	}
	all := s.ranks()
	if c.Group == "" && c.Of > 0 && s.table.Block == nil && (len(all) == 0 || int(c.Of) != all[0].of) {
		all = append(all, b.groupsOf(s, int(c.Of))...)
	}
	return all
}

// groupsOf are the ranks of a seat in its groups of a given size: "6/11" says Đông Nam Á without naming it.
func (b *bench) groupsOf(s seat, size int) (all []figure) {
	u, _ := b.in.Units.Unit(s.table.Units[s.row])
	for _, m := range u.Groups {
		if m.Group == u.Group(m.Scheme, s.plan.AsOf) {
			if f, ok := b.inGroup(s, m.Scheme, m.Group); ok && f.of == size {
				all = append(all, f)
			}
		}
	}
	return all
}

// compare holds a claim against one figure.
func (b *bench) compare(c *claim.Claim, s seat, f figure) Verdict {
	v := Verdict{Evidence: []Evidence{f.ev}, Remarks: s.remarks}
	if c.Kind == claim.Rank {
		return b.compareRank(c, s, f, v)
	}
	scaled, remark := rescaled(c, s.plan, f.value)
	v.Expected = number(f.value)
	v.Is = agree(scaled, f.value, c)
	text := func(lang string) string { return shown(f.value, lang) }
	v.Why = whyTable(f.ev, text, nil)
	if remark != nil {
		v.Remarks = append(slices.Clip(v.Remarks), *remark)
		if remark.Code == "scale-confusion" {
			v.Is = claim.Off
			return v
		}
	}
	if v.Is == claim.Off {
		v.Why = whyTable(f.ev, text, func(lang string) string { return shown(math.Abs(scaled-f.value), lang) })
	}
	return v
}

func (b *bench) compareRank(c *claim.Claim, s seat, f figure, v Verdict) Verdict {
	v.Expected = expectedRank(f)
	text := func(lang string) string { return rankText(lang, f.value, f.of) }
	v.Is = agree(c.Value, f.value, c)
	if v.Is == claim.Match && c.Qualifier != "" && !near(c.Value, f.value) {
		v.Is = claim.Subset
	}
	v.Why = whyTable(f.ev, text, nil)
	if v.Is == claim.Off {
		v.Why = whyTable(f.ev, text, func(lang string) string { return shown(math.Abs(c.Value-f.value), lang) })
		v.Remarks = append(slices.Clip(v.Remarks), b.otherwise(c, s)...)
		return v
	}
	if c.Of > 0 && f.of > 0 && int(c.Of) != f.of {
		v.Is = claim.Off
		v.Remarks = append(slices.Clip(v.Remarks), b.whole(c, s, f))
	}
	if r := b.block(c, s); r != nil {
		v.Is, v.Remarks = claim.Off, append(slices.Clip(v.Remarks), *r)
	}
	return v
}

// whole remarks on a wrong number of units: the rank may be that of another group.
func (b *bench) whole(c *claim.Claim, s seat, f figure) Remark {
	for _, g := range b.groupsOf(s, int(c.Of)) {
		if g.value == c.Value {
			return Remark{"other-group", tx("Hạng "+number(c.Value)+"/"+number(c.Of)+" là của một nhóm khác.", "Rank "+number(c.Value)+" of "+number(c.Of)+" is that of another group.")}
		}
	}
	n := strconv.Itoa(f.of)
	return Remark{"whole", tx("Số đơn vị được xếp hạng là "+n+".", n+" units are ranked.")}
}
