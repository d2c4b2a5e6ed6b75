package reconcile

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/index"
)

// compared finds the year with which a text compares: "so với năm 2016".
var compared = regexp.MustCompile(`(?i)so với (?:năm |kỳ |kết quả năm )?(\d{4})`)

// change checks a rise or a fall against both editions.
func (b *bench) change(c *claim.Claim) Verdict {
	if len(c.Units) != 1 {
		return b.meanChange(c)
	}
	seats := b.seats(c, c.Units[0])
	if len(seats) == 0 {
		return unchecked(whyNoYear)
	}
	var off *Verdict
	for _, s := range b.preferred(seats, c) {
		for _, f := range b.before(c, s) {
			v, ok := b.compareChange(c, s, f)
			if ok && v.Is != claim.Off {
				return v
			}
			if ok && off == nil {
				off = &v
			}
		}
	}
	if v, ok := b.otherBases(c, seats[0]); ok && (off == nil || off.Evidence[0].Edition != seats[0].plan.Edition.ID) {
		return v // the edition that is meant has no base; another edition can't disprove it
	}
	if off != nil {
		return *off
	}
	return unchecked(whyNoBefore, seats[0].remarks...)
}

// base is an earlier edition with which a change may compare.
type base struct {
	seat   seat
	remark *Remark
}

// before lists the editions with which a claim may compare one: the one that its sentence names, else the edition
// before; then every earlier one, with a remark.
func (b *bench) before(c *claim.Claim, s seat) (all []base) {
	year := ""
	if m := compared.FindStringSubmatch(b.sentence(c)); m != nil && m[1] != s.plan.Edition.ID {
		year = m[1]
	}
	at := slices.Index(s.m.Index.Plans, s.plan)
	for i := at - 1; i >= 0; i-- {
		p := s.m.Index.Plans[i]
		o, ok := b.seat(s.m, p, s.plan.Nodes[s.node].ID, s.table.Units[s.row])
		switch {
		case !ok:
		case year != "" && (p.Edition.ID == year || strconv.Itoa(p.Edition.Released.Year()) == year):
			return []base{{o, nil}}
		case i == at-1 && year == "":
			all = append(all, base{o, nil})
		case year == "":
			all = append(all, base{o, &Remark{"other-base", tx("Khớp nếu so với kỳ "+p.Edition.ID+".", "It agrees if compared with "+p.Edition.ID+".")}})
		}
	}
	return all
}

// compareChange holds a change against two editions: in places by rank, in points and per cent by score.
func (b *bench) compareChange(c *claim.Claim, s seat, o base) (Verdict, bool) {
	now, then := s.ranks(), o.seat.ranks()
	if c.Unit != "bậc" && c.Unit != "hạng" {
		now, then = s.scores(), o.seat.scores()
	}
	if len(now) == 0 || len(then) == 0 {
		return Verdict{}, false
	}
	a, z := then[0], now[0]
	v := Verdict{Evidence: []Evidence{z.ev, a.ev}, Remarks: slices.Clone(s.remarks)}
	got := z.value - a.value
	switch c.Unit {
	case "bậc", "hạng":
		got = a.value - z.value
	case "%":
		got = 100 * (z.value - a.value) / a.value
	case "lần":
		got = z.value / a.value
	}
	got = math.Round(got*1e6) / 1e6
	v.Expected, v.Is = number(got), agreeChange(c, got)
	v.Why = both(func(lang string) string {
		return say(lang, "Kỳ ", "Edition ") + o.seat.plan.Edition.ID + ": " + shown(a.value, lang) + say(lang, "; kỳ ", "; edition ") + s.plan.Edition.ID + ": " +
			shown(z.value, lang) + say(lang, "; thay đổi ", "; change ") + shown(got, lang) + "."
	})
	if v.Is != claim.Off {
		if o.remark != nil {
			v.Remarks = append(v.Remarks, *o.remark)
		}
		return v, true
	}
	if o.remark != nil {
		return v, false // only the edition that is meant can disprove
	}
	if c.Unit == "bậc" && math.Abs(c.Value) == a.value {
		v.Remarks = append(v.Remarks, Remark{"rank-for-change", tx("Là hạng của kỳ trước, không phải mức thay đổi.", "It is the rank of the edition before, not the change.")})
	}
	return v, true
}

func agreeChange(c *claim.Claim, got float64) claim.Verdict {
	if c.Qualifier == "" {
		return agree(c.Value, got, c)
	}
	d := *c // a fall by "more than 10" is a change below −10
	d.Value = math.Abs(c.Value)
	if c.Value < 0 {
		got = -got
	}
	return agree(d.Value, got, &d)
}

// otherBases tells that the only earlier figure is of another index of the family, with another number of units.
func (b *bench) otherBases(c *claim.Claim, s seat) (Verdict, bool) {
	for _, m := range b.families[family(c.Index)] {
		if m.Index == s.m.Index {
			continue
		}
		for i := len(m.Index.Plans) - 1; i >= 0; i-- {
			p := m.Index.Plans[i]
			if p.AsOf >= s.plan.AsOf || p.Edition.ID == s.plan.Edition.ID {
				continue
			}
			for _, was := range b.in.Units.Heirs(s.table.Units[s.row], p.AsOf) {
				if o, ok := b.seat(m, p, c.Node, was.Code); ok && o.best() > 0 && o.size() != s.size() {
					v := unchecked(whyBases, s.remarks...)
					v.Evidence = []Evidence{s.evidence("rank", s.best(), cube.PublishedRank), o.evidence("rank", o.best(), cube.PublishedRank)}
					return v, true
				}
			}
		}
	}
	return Verdict{}, false
}

// meanChange checks a change of the mean of all units, by the means that the publisher printed.
func (b *bench) meanChange(c *claim.Claim) Verdict {
	var off *Verdict
	for _, m := range b.measured(c) {
		for _, r := range b.editions(m.Index, c) {
			at := slices.Index(m.Index.Plans, r.plan)
			if at < 1 {
				continue
			}
			for _, f := range facts(r.plan, c.Node, "mean") {
				v, ok := meanAgainst(c, m, m.Index.Plans[at-1], r.plan, f)
				if ok && v.Is != claim.Off {
					return v
				}
				if ok && off == nil {
					off = &v
				}
			}
		}
	}
	if off == nil {
		return unchecked(whyNoBefore)
	}
	return *off
}

func meanAgainst(c *claim.Claim, m Measured, before, p *index.Plan, f index.Fact) (Verdict, bool) {
	for _, g := range facts(before, c.Node, "mean") {
		a, err1 := strconv.ParseFloat(g.Value, 64)
		z, err2 := strconv.ParseFloat(f.Value, 64)
		if err1 != nil || err2 != nil || g.Block != f.Block || a == 0 {
			continue
		}
		got := z - a
		if c.Unit == "%" {
			got = 100 * got / a
		}
		got = math.Round(got*1e6) / 1e6
		v := Verdict{Is: agreeChange(c, got), Expected: number(math.Round(got*1e4) / 1e4), Evidence: []Evidence{factEvidence(m, p, f), factEvidence(m, before, g)}}
		v.Why = both(func(lang string) string {
			return say(lang, "Trung bình từ ", "The mean went from ") + shown(a, lang) + say(lang, " lên ", " to ") + shown(z, lang) + say(lang, ": thay đổi ", ": a change of ") +
				shown(math.Round(got*100)/100, lang) + strings.TrimSuffix(" "+c.Unit, " ") + "."
		})
		return v, true
	}
	return Verdict{}, false
}

// facts are the printed figures of one sort about an edition.
func facts(p *index.Plan, node, stat string) (all []index.Fact) {
	for _, f := range p.Edition.Facts {
		if f.Stat == stat && (f.Node == node || node == "") {
			all = append(all, f)
		}
	}
	return all
}

func factEvidence(m Measured, p *index.Plan, f index.Fact) Evidence {
	return Evidence{Place: p.Edition.Place, Cite: []string{f.Source}, Index: m.Index.ID, Edition: p.Edition.ID, Node: f.Node, What: f.Stat, Value: f.Value}
}
