package reconcile

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// contradictions finds texts that disagree where our tables cannot settle it: claims of one thing whose values exclude
// each other in two documents. Where a table settles it, the verdicts are off and match, and only the link is drawn.
func (b *bench) contradictions(verdicts []Verdict) {
	groups := map[string][]int{}
	for i := range b.in.Claims {
		if key, ok := thing(&b.in.Claims[i]); ok {
			groups[key] = append(groups[key], i)
		}
	}
	for i := range b.in.Claims { // in the order of the claims, not of the map
		key, ok := thing(&b.in.Claims[i])
		if !ok {
			continue
		}
		with := b.against(i, groups[key])
		if len(with) == 0 {
			continue
		}
		v := &verdicts[i]
		v.With = append(v.With, with...)
		if v.Is == claim.Unchecked || v.Is == claim.SameSource {
			v.Is = claim.Conflict
			other := &b.in.Claims[with[0]]
			v.Why = both(func(lang string) string {
				return say(lang, "Văn bản ", "The text ") + other.Document + say(lang, " ghi ", " has ") + shown(other.Value, lang) + "."
			})
		}
	}
}

// thing names what a claim gives the value of; false where two texts may give two values of it without contradiction.
func thing(c *claim.Claim) (string, bool) {
	switch {
	case c.Index != "" && (c.Kind == claim.Rank || c.Kind == claim.Score || c.Kind == claim.Delta):
	case c.Index == "" && c.Metric != "" && (c.Kind == claim.Ratio || c.Kind == claim.Percent):
	default:
		return "", false
	}
	if c.Year == 0 {
		return "", false
	}
	who := strings.Join(c.Units, ";")
	if who == "" {
		who = units.Key(c.Subject)
	}
	return strings.Join([]string{string(c.Kind), who, units.Key(c.Metric), c.Index, c.Node, strconv.Itoa(c.Year), c.Unit, c.Group}, "|"), true
}

// against lists the claims of other documents that exclude claim i: those of documents of which no claim of the same
// thing can be true together with it.
func (b *bench) against(i int, group []int) (with []int) {
	c := &b.in.Claims[i]
	var agreeing []string
	for _, j := range group {
		if o := &b.in.Claims[j]; compatible(c, o) {
			agreeing = append(agreeing, o.Document)
		}
	}
	for _, j := range group {
		if o := &b.in.Claims[j]; o.Document != c.Document && !slices.Contains(agreeing, o.Document) {
			with = append(with, j)
		}
	}
	return with
}

// compatible tells whether two claims of one thing can both be true.
func compatible(a, z *claim.Claim) bool {
	if a.Of > 0 && z.Of > 0 && a.Of != z.Of && a.Kind != claim.Percent {
		return false
	}
	switch {
	case a.Qualifier == "" && z.Qualifier == "":
		return agree(a.Value, z.Value, a) != claim.Off || agree(z.Value, a.Value, z) != claim.Off
	case a.Qualifier == "":
		return agree(z.Value, a.Value, z) != claim.Off
	case z.Qualifier == "":
		return agree(a.Value, z.Value, a) != claim.Off
	}
	upward := func(q string) bool { return q == claim.More || q == claim.AtLeast }
	if a.Qualifier == claim.About || z.Qualifier == claim.About || upward(a.Qualifier) == upward(z.Qualifier) {
		return true
	}
	if upward(z.Qualifier) {
		a, z = z, a
	}
	return a.Value <= z.Value
}
