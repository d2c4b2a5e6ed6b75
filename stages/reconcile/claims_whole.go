package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/units"
)

// mean checks a score that is told of all units against the means that the publisher printed.
func (b *bench) mean(c *claim.Claim) (Verdict, bool) {
	if c.Kind != claim.Score {
		return Verdict{}, false
	}
	var off *Verdict
	for _, m := range b.measured(c) {
		for _, r := range b.editions(m.Index, c) {
			for _, f := range facts(r.plan, c.Node, "mean") {
				cell, err := strconv.ParseFloat(f.Value, 64)
				if err != nil {
					continue
				}
				v := meanVerdict(c, m, r.plan, f, cell)
				if v.Is != claim.Off || slices.ContainsFunc(v.Remarks, func(r Remark) bool { return r.Code == "scale-confusion" }) {
					return v, true
				}
				if off == nil {
					off = &v
				}
			}
		}
	}
	if off == nil || !strings.Contains(units.Plain(b.sentence(c)), "trung binh") && !strings.Contains(units.Plain(b.sentence(c)), "binh quan") {
		return Verdict{}, false
	}
	return *off, true
}

func meanVerdict(c *claim.Claim, m Measured, p *index.Plan, f index.Fact, cell float64) Verdict {
	scaled, remark := rescaled(c, p, cell)
	v := Verdict{Is: agree(scaled, cell, c), Expected: f.Value, Evidence: []Evidence{factEvidence(m, p, f)}}
	if remark != nil {
		v.Remarks = []Remark{*remark}
		if remark.Code == "scale-confusion" {
			v.Is = claim.Off
		}
	}
	v.Why = both(func(lang string) string {
		return f.Name.In(lang) + ": " + shown(cell, lang) + say(lang, " (kỳ ", " (edition ") + p.Edition.ID + ")."
	})
	return v
}

// structureWords count what an index is made of; unitWords count who is ranked.
var (
	structureWords = []string{"hạng mục", "chỉ số chính", "chỉ số thành phần", "trụ cột", "nhóm chỉ số", "nhóm tiêu chí", "chỉ số"}
	unitWords      = []string{"quốc gia", "nước", "tỉnh", "bộ", "đơn vị", "cơ quan", "địa phương", "quốc gia và vùng lãnh thổ", "bộ, ngành"}
)

// size checks a count told of an index: how many units are ranked, how many parts it has.
func (b *bench) size(c *claim.Claim) Verdict {
	structure := slices.Contains(structureWords, c.Unit)
	if !structure && !slices.Contains(unitWords, c.Unit) {
		return b.followed(c)
	}
	var off *Verdict
	for _, m := range b.measured(c) {
		for _, r := range b.editions(m.Index, c) {
			for _, n := range sizes(m, r.plan, structure) {
				n.v.Is = agree(c.Value, n.of, c)
				if n.v.Is == claim.Match {
					return n.v
				}
				if n.v.Is = claim.Off; off == nil && n.firm {
					v := n.v
					off = &v
				}
			}
		}
	}
	if off == nil || b.partial(c, off) {
		return b.followed(c)
	}
	return *off
}

// partial tells that a smaller count of units or parts may be one of some of them: "hai chỉ số thành phần", "9 bộ".
func (b *bench) partial(c *claim.Claim, off *Verdict) bool {
	said := units.Plain(b.sentence(c))
	total, _ := strconv.ParseFloat(off.Expected, 64)
	return c.Value < total && !strings.Contains(said, "chi so chinh") && !strings.Contains(said, "hang muc") && !strings.Contains(said, "danh sach")
}

// sized is a number that an edition declares.
type sized struct {
	of   float64
	firm bool // it disproves another number
	v    Verdict
}

func sizes(m Measured, p *index.Plan, structure bool) (all []sized) {
	add := func(n int, what string, why func(lang string) string) {
		if n > 0 {
			e := Evidence{Place: p.Edition.Place, Index: m.Index.ID, Edition: p.Edition.ID, What: what, Value: strconv.Itoa(n)}
			all = append(all, sized{float64(n), true, Verdict{Expected: strconv.Itoa(n), Evidence: []Evidence{e}, Why: both(why)}})
		}
	}
	if structure {
		if len(p.Nodes) > 0 {
			n := len(p.Root().Parts)
			add(n, "parts", func(lang string) string {
				return say(lang, "Chỉ số có "+strconv.Itoa(n)+" thành phần ở kỳ ", "The index has "+strconv.Itoa(n)+" parts in ") + p.Edition.ID + "."
			})
		}
		return all
	}
	total := p.Edition.Size[""]
	add(total, "size", func(lang string) string { return rankedText(lang, total, p.Edition.ID) })
	for _, k := range p.Edition.Blocks {
		n := max(k.Size, p.Edition.Size[k.ID])
		add(n, "size", func(lang string) string { return rankedText(lang, n, p.Edition.ID) })
	}
	return all
}

func rankedText(lang string, n int, edition string) string {
	return say(lang, "Kỳ "+edition+" xếp hạng "+strconv.Itoa(n)+" đơn vị.", "The edition "+edition+" ranks "+strconv.Itoa(n)+" units.")
}

// lead checks a percentage told of a unit on an index: how far the first is ahead of the second, of either score; and
// else a growth of its score.
func (b *bench) lead(c *claim.Claim) Verdict {
	if len(c.Units) != 1 {
		return b.meanChange(c)
	}
	for _, s := range b.seats(c, c.Units[0]) {
		if s.best() != 1 {
			continue
		}
		first, ok1 := s.printed()
		second, ok2 := s.runnerUp()
		if !ok1 || !ok2 || second.value == 0 {
			continue
		}
		for _, base := range []figure{first, second} {
			got := math.Round(1e6*100*(first.value-second.value)/base.value) / 1e6
			if is := agree(c.Value, got, c); is != claim.Off {
				return leadVerdict(is, got, base.value, first, second)
			}
		}
		got := math.Round(1e6*100*(first.value-second.value)/first.value) / 1e6
		return leadVerdict(claim.Off, got, first.value, first, second)
	}
	return b.change(c)
}

func leadVerdict(is claim.Verdict, got, base float64, first, second figure) Verdict {
	return Verdict{Is: is, Expected: number(math.Round(got*100) / 100), Evidence: []Evidence{first.ev, second.ev}, Why: both(func(lang string) string {
		return say(lang, "Hơn đơn vị thứ hai ", "Ahead of the second by ") + shown(math.Round(got*10)/10, lang) + " % (" + shown(first.value, lang) + say(lang, " và ", " and ") +
			shown(second.value, lang) + say(lang, "; tính trên ", "; out of ") + shown(base, lang) + ")."
	})}
}

func (s seat) printed() (figure, bool) {
	if all := s.scores(); len(all) > 0 {
		return all[0], true
	}
	return figure{}, false
}

// runnerUp is the score of the unit ranked second beside a seat.
func (s seat) runnerUp() (figure, bool) {
	for row := range s.table.Units {
		o := s
		o.row = row
		if s.table.BlockOf(row) == s.table.BlockOf(s.row) && o.best() == 2 {
			return o.printed()
		}
	}
	return figure{}, false
}
