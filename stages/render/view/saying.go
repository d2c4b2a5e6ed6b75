package view

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// says tells in a few words what a claim claims: "Việt Nam: hạng 86/193", "Bình Định: giảm 2 bậc".
func (r *Report) says(l Lang, c *claim.Claim) string {
	who := r.scope(l, c.Subject)
	if len(c.Units) == 1 {
		if _, ok := r.Units.Unit(c.Units[0]); ok {
			who = r.Name(l, c.Units[0])
		}
	}
	if figure := r.figure(l, c); who == "" {
		return figure
	} else {
		return who + ": " + figure
	}
}

// scope gives a subject that is a scope of the ledger ("Cả nước") in the language of the page.
func (r *Report) scope(l Lang, subject string) string {
	if l != EN || subject == "" {
		return subject
	}
	for _, t := range r.ledger().Targets {
		if t.Scope.VI == subject {
			return l.In(t.Scope)
		}
	}
	for _, s := range r.ledger().Series {
		for _, p := range s.Points {
			if p.Scope.VI == subject {
				return l.In(p.Scope)
			}
		}
	}
	return subject
}

// figure is a claim's value in words, by its kind.
func (r *Report) figure(l Lang, c *claim.Claim) string {
	v := l.Exact(c.Value)
	switch c.Kind {
	case claim.Rank:
		return l.Say("claim.rank", "rank", l.hedge(c.Qualifier)+l.part(c))
	case claim.Score:
		return l.Say("claim.score", "score", l.hedge(c.Qualifier)+l.part(c))
	case claim.Ratio:
		return strings.TrimSpace(l.hedge(c.Qualifier) + l.part(c) + " " + l.claimUnit(c.Unit))
	case claim.Delta:
		key, size := "claim.up", c.Value
		if c.Value < 0 {
			key, size = "claim.down", -c.Value
		}
		if c.Value == 0 {
			return l.Say("claim.still")
		}
		return l.Say(key, "by", l.hedge(c.Qualifier)+l.withUnit(l.Exact(size), c.Unit))
	case claim.Order:
		return r.orderWords(l, c)
	case claim.Target:
		s := l.Say("claim.target", "value", l.hedge(c.Qualifier)+l.withUnit(v, c.Unit))
		switch ranks := strings.HasPrefix(c.Unit, "hạng"); {
		case ranks && c.Qualifier == claim.AtMost:
			s = l.Say("claim.target", "value", l.Say("claim.better", "rank", v))
		case ranks:
			s = l.Say("claim.target", "value", l.Say("claim.rank", "rank", l.hedge(c.Qualifier)+v))
		}
		if c.Deadline > 0 {
			s += l.Say("claim.by", "date", l.Date(c.Deadline))
		}
		return s
	}
	return l.hedge(c.Qualifier) + l.withUnit(v, c.Unit)
}

// part is a value with its whole: 86/193.
func (l Lang) part(c *claim.Claim) string {
	if c.Of > 0 {
		return l.Exact(c.Value) + "/" + l.Exact(c.Of)
	}
	return l.Exact(c.Value)
}

func (r *Report) orderWords(l Lang, c *claim.Claim) string {
	var names []string
	for i, m := range c.Members {
		if i < len(c.Codes) && c.Codes[i] != "" {
			m = r.Name(l, c.Codes[i])
		}
		names = append(names, m)
	}
	key := "claim.order.places"
	switch c.Unit {
	case "đầu":
		key = "claim.order.top"
	case "cuối":
		key = "claim.order.bottom"
	case "":
		key = "claim.order"
	}
	return l.Say(key, "names", strings.Join(names, "; "), "places", strings.ReplaceAll(c.Unit, "-", "–"))
}

// hedges are the phrases of qualifiers.
func (l Lang) hedge(qualifier string) string {
	switch qualifier {
	case claim.More:
		return l.Say("claim.more")
	case claim.Less:
		return l.Say("claim.less")
	case claim.About:
		return l.Say("claim.about")
	case claim.AtLeast:
		return l.Say("claim.atleast")
	case claim.AtMost:
		return l.Say("claim.atmost")
	}
	return ""
}

func (l Lang) withUnit(v, unit string) string {
	if unit == "%" && l == EN {
		return v + "%"
	}
	noun := l.claimUnit(unit)
	if l == EN && v == "1" && noun != unit {
		noun = strings.TrimSuffix(noun, "s")
	}
	return strings.TrimSpace(v + noBreak + noun)
}

// claimUnit gives the units that texts count ranks, points and times in; other nouns stay as the text has them.
func (l Lang) claimUnit(unit string) string {
	if l != EN {
		return unit
	}
	switch unit {
	case "hạng":
		return l.Say("claim.unit.rank")
	case "bậc":
		return l.Say("claim.unit.places")
	case "điểm":
		return l.Say("claim.unit.points")
	case "lần":
		return l.Say("claim.unit.times")
	}
	return unit
}

// measured says what a claim's figure is a figure of: metric, year, group.
func (r *Report) measured(l Lang, c *claim.Claim) string {
	parts := []string{r.metric(l, c)}
	if c.Year > 0 {
		parts = append(parts, l.Say("claim.year", "year", strconv.Itoa(c.Year)))
	}
	if scheme, group, ok := strings.Cut(c.Group, ":"); ok {
		parts = append(parts, l.Say("claim.within", "group", l.In(r.Units.GroupName(scheme, group))))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// metric names what is measured in the language of the page: by the index's node or the ledger's indicator where the
// text's own words are in the other language.
func (r *Report) metric(l Lang, c *claim.Claim) string {
	if c.Metric != "" && l != EN {
		return c.Metric
	}
	if b := r.Board(c.Index); b != nil {
		name := l.In(b.Name)
		for _, e := range b.Editions {
			if col, ok := e.Col(c.Node); ok && col > 0 {
				return e.Brief(l, col) + ", " + name
			}
		}
		return name
	}
	for _, x := range r.followed() {
		if slices.ContainsFunc(x.metrics, func(m string) bool { return c.Metric != "" && units.Key(m) == units.Key(c.Metric) }) {
			return l.In(x.name)
		}
	}
	return c.Metric
}

// indicator is something of the ledger that texts call by its metrics.
type indicator struct {
	metrics []string
	name    problem.Text
}

func (r *Report) followed() (all []indicator) {
	for _, s := range r.ledger().Series {
		all = append(all, indicator{s.Metrics, s.Name})
	}
	for _, t := range r.ledger().Targets {
		all = append(all, indicator{t.Metrics, t.Indicator})
	}
	return all
}

// machine turns the figures of a text that programs write ("86/193", "0.6667", "1; 2; 3", ">30 2020-12-31") into those of
// the language; what is no figure stays.
func (l Lang) machine(s string) string {
	var items []string
	for item := range strings.SplitSeq(s, "; ") {
		var words []string
		for _, w := range strings.Fields(item) {
			words = append(words, l.machineWord(w))
		}
		items = append(items, strings.Join(words, " "))
	}
	return strings.Join(items, "; ")
}

func (l Lang) machineWord(w string) string {
	if d, err := units.ParseDate(w); err == nil && d > 0 {
		return l.Say("claim.due", "date", l.Date(d))
	}
	for _, q := range []string{claim.AtLeast, claim.AtMost, claim.More, claim.Less, claim.About} {
		if rest, ok := strings.CutPrefix(w, q); ok {
			return l.hedge(q) + l.machineWord(rest)
		}
	}
	whole, of, ok := strings.Cut(w, "/")
	if !ok {
		return l.asPrinted(w)
	}
	return l.asPrinted(whole) + "/" + l.asPrinted(of)
}
