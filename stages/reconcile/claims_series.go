package reconcile

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/target"
	"xephang/stages/units"
)

// followed checks a claim about something that is followed outside of the indices: tasks of a resolution, a series, the
// number of provinces or countries.
func (b *bench) followed(c *claim.Claim) Verdict {
	if c.Kind == claim.Delta {
		return b.seriesChange(c)
	}
	if v, ok := b.allUnits(c); ok {
		return v
	}
	if v, ok := b.tasks(c); ok {
		return v
	}
	if v, ok := b.series(c); ok {
		return v
	}
	if v, ok := b.neighbour(c); ok {
		return v
	}
	return unchecked(whyNoTable)
}

// neighbour checks a count of parts ("6 hạng mục") that names no index against the index that its text speaks of
// nearest by. It can only agree: that the index is meant is a guess.
func (b *bench) neighbour(c *claim.Claim) (Verdict, bool) {
	if c.Kind != claim.Count || !slices.Contains(structureWords, c.Unit) {
		return Verdict{}, false
	}
	var near *claim.Claim
	for i := range b.in.Claims {
		o := &b.in.Claims[i]
		if o.Document == c.Document && o.Index != "" && (near == nil || abs(o.Start-c.Start) < abs(near.Start-c.Start)) {
			near = o
		}
	}
	if near == nil {
		return Verdict{}, false
	}
	guess := *c
	guess.Index, guess.Node, guess.Edition, guess.Year = near.Index, near.Node, near.Edition, near.Year
	for _, m := range b.measured(&guess) {
		for _, r := range b.editions(m.Index, &guess) {
			for _, n := range sizes(m, r.plan, true) {
				if n.of == c.Value {
					n.v.Is = claim.Match
					return n.v, true
				}
			}
		}
	}
	return Verdict{}, false
}

// speaksOf tells whether a claim's metric is one of the names under which texts call something.
func speaksOf(c *claim.Claim, metrics []string) bool {
	return slices.ContainsFunc(metrics, func(m string) bool { return c.Metric != "" && units.Key(m) == units.Key(c.Metric) })
}

// tasks checks 62/83, 74,7 %, 21 nhiệm vụ against the counts of a resolution.
func (b *bench) tasks(c *claim.Claim) (Verdict, bool) {
	known := false
	for i := range b.in.Ledger.Counts {
		n := &b.in.Ledger.Counts[i]
		if !speaksOf(c, n.Metrics) || c.Year > 0 && n.When.Date.Year() != c.Year {
			continue
		}
		known = true
		if v, ok := countVerdict(c, n); ok {
			return v, true
		}
	}
	if !known {
		return Verdict{}, false
	}
	return unchecked(whyOtherDay), true
}

func countVerdict(c *claim.Claim, n *target.Count) (Verdict, bool) {
	e := Evidence{Place: n.Place, Cite: n.Sources, What: "count"}
	for _, k := range []int{n.Done, n.UnderWay, n.Submitted, n.Overdue, n.Total} {
		if k < 0 {
			continue
		}
		v := Verdict{Evidence: []Evidence{e}, Expected: strconv.Itoa(k)}
		share := 100 * float64(k) / float64(n.Total)
		switch c.Kind {
		case claim.Ratio:
			v.Expected += "/" + strconv.Itoa(n.Total)
			v.Is = equals(near(c.Value, float64(k)) && near(c.Of, float64(n.Total)))
		case claim.Count:
			v.Is = agree(c.Value, float64(k), c)
		case claim.Percent:
			v.Expected = number(math.Round(share*100) / 100)
			v.Is = agree(c.Value, share, c)
		default:
			return Verdict{}, false
		}
		v.Evidence[0].Value = v.Expected
		v.Why = both(func(lang string) string {
			return n.Resolution + ", " + n.When.Text().In(lang) + ": " + strconv.Itoa(k) + "/" + strconv.Itoa(n.Total) + " = " + target.Number(share, 1, lang) + "\u00a0%."
		})
		if v.Is != claim.Off {
			return v, true
		}
		if c.Kind == claim.Ratio && k == n.Done && near(c.Of, float64(n.Total)) {
			return v, true // of the same whole, and not what was done
		}
	}
	return Verdict{}, false
}

func equals(holds bool) claim.Verdict {
	if holds {
		return claim.Match
	}
	return claim.Off
}

// series checks a claim against the points of the series that its metric names, in its scope and year.
func (b *bench) series(c *claim.Claim) (Verdict, bool) {
	var all []*target.Series
	for i := range b.in.Ledger.Series {
		s := &b.in.Ledger.Series[i]
		if speaksOf(c, s.Metrics) && slices.ContainsFunc(s.Points, func(p target.Point) bool { return sameThing(c, p) }) {
			all = append(all, s)
		}
	}
	var last *Verdict
	for _, s := range all {
		in := pointsOf(c, s)
		for i := len(in) - 1; i >= 0; i-- {
			v := pointVerdict(c, s, in[i])
			if v.Is != claim.Off {
				return v, true
			}
			if by := b.publishedBy(c.Document); last == nil && len(all) == 1 && (len(in) == 1 || b.day(c.Document) > 0) && in[i].When.Date <= by && in[i].Qualifier == "" {
				last = &v
			}
		}
	}
	switch {
	case last != nil:
		return *last, true
	case len(all) > 0:
		return unchecked(whyOtherDay), true
	}
	return Verdict{}, false
}

// sameThing tells whether a point counts what a claim counts, of the same bodies.
func sameThing(c *claim.Claim, p target.Point) bool {
	unit, of := units.Plain(c.Unit), units.Plain(p.Unit.VI)
	if unit != of && !strings.HasPrefix(of, unit+",") || c.Kind == claim.Percent && unit != "%" {
		return false
	}
	if p.ScopeUnit != "" || len(c.Units) > 0 {
		return slices.Contains(c.Units, p.ScopeUnit)
	}
	return units.Key(c.Subject) == units.Key(p.Scope.VI) || c.Subject == ""
}

func pointsOf(c *claim.Claim, s *target.Series) (in []target.Point) {
	for _, p := range s.Points {
		if sameThing(c, p) && (c.Year == 0 || p.When.Date.Year() == c.Year) {
			in = append(in, p)
		}
	}
	return in
}

func pointVerdict(c *claim.Claim, s *target.Series, p target.Point) Verdict {
	v := Verdict{Is: agree(c.Value, p.Value, c), Expected: p.Qualifier + number(p.Value), Evidence: []Evidence{{Place: p.Place, Cite: p.Sources, What: "series", Unit: p.ScopeUnit, Value: number(p.Value)}}}
	if p.Qualifier != "" {
		v.Is = claim.Off
		if near(c.Value, p.Value) {
			v.Is = claim.Match
			if c.Qualifier != p.Qualifier {
				v.Is = claim.Rounded
			}
		}
	}
	v.Why = both(func(lang string) string {
		return s.Name.In(lang) + ", " + p.When.Text().In(lang) + ": " + target.Quantity(p.Value, p.Unit, lang) + "."
	})
	return v
}

// since finds the year that a multiple is counted from: "gấp hơn 3 lần năm 2019".
var since = regexp.MustCompile(`(?i)(?:lần|so với|so) (?:so với )?(?:năm |kỳ )?(\d{4})`)

// seriesChange checks a growth of a series: the last value that the text could know against that of the year before.
func (b *bench) seriesChange(c *claim.Claim) Verdict {
	from := c.Year - 1
	if m := since.FindStringSubmatch(b.sentence(c)); m != nil {
		from, _ = strconv.Atoi(m[1])
	}
	for i := range b.in.Ledger.Series {
		s := &b.in.Ledger.Series[i]
		if !speaksOf(c, s.Metrics) || c.Unit != "lần" && c.Unit != "%" && c.Unit != "điểm" && c.Unit != "điểm %" {
			continue
		}
		share := *c
		share.Unit = "%"
		share.Year = 0
		points := pointsOf(&share, s)
		now, then := lastBefore(points, b.publishedBy(c.Document)), lastBefore(points, units.Date(from*10000+1231))
		if now == nil {
			continue
		}
		if then == nil || then.When.Date.Year() != from {
			return b.otherSince(c, s, points, *now)
		}
		return growth(c, s, *then, *now)
	}
	return unchecked(whyNoTable)
}

func lastBefore(points []target.Point, day units.Date) (last *target.Point) {
	for i := range points {
		if points[i].When.Date <= day {
			last = &points[i]
		}
	}
	return last
}

func growth(c *claim.Claim, s *target.Series, then, now target.Point) Verdict {
	got := now.Value - then.Value
	if c.Unit == "lần" && then.Value != 0 {
		got = now.Value / then.Value
	}
	got = math.Round(got*1e6) / 1e6
	v := Verdict{Is: agreeChange(c, got), Expected: number(math.Round(got*100) / 100)}
	for _, p := range []target.Point{now, then} {
		v.Evidence = append(v.Evidence, Evidence{Place: p.Place, Cite: p.Sources, What: "series", Value: number(p.Value)})
	}
	v.Why = both(func(lang string) string {
		return s.Name.In(lang) + ": " + target.Quantity(then.Value, then.Unit, lang) + " (" + then.When.Text().In(lang) + "), " + target.Quantity(now.Value, now.Unit, lang) +
			" (" + now.When.Text().In(lang) + "): " + target.Number(got, 2, lang) + "."
	})
	return v
}

// otherSince says that the year compared with has no value, and what the growth since the first value is.
func (b *bench) otherSince(c *claim.Claim, s *target.Series, points []target.Point, now target.Point) Verdict {
	v := unchecked(whyNoBefore)
	if first := points[0]; first.When.Date < now.When.Date && first.Value != 0 {
		g := growth(c, s, first, now)
		v.Evidence = g.Evidence
		v.Remarks = []Remark{{"other-base", g.Why}}
	}
	return v
}

// allUnits checks "63 tỉnh, thành phố" and "193 quốc gia": how many there are.
func (b *bench) allUnits(c *claim.Claim) (Verdict, bool) {
	kinds := map[string]string{"tỉnh": "province", "quốc gia": "country", "nước": "country"}
	kind := kinds[c.Unit]
	if c.Kind != claim.Count || kind == "" {
		return Verdict{}, false
	}
	at := b.publishedBy(c.Document)
	if c.Year > 0 {
		at = units.Date(c.Year*10000 + 101)
	}
	all := b.in.Units.Of([]string{kind}, at)
	if float64(len(all)) != c.Value {
		return Verdict{}, false // a number of some of them: nothing to check it with
	}
	e := Evidence{Place: all[0].Place, What: "units", Value: strconv.Itoa(len(all))}
	e.Place.Cell, e.Place.Line, e.Place.Column = "", 0, 0
	return Verdict{Is: claim.Match, Expected: strconv.Itoa(len(all)), Evidence: []Evidence{e}, Why: both(func(lang string) string {
		return say(lang, "Danh mục đơn vị có ", "The registry has ") + strconv.Itoa(len(all)) + say(lang, " đơn vị loại này.", " units of this kind.")
	})}, true
}
