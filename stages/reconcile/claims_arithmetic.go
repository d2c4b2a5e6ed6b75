package reconcile

import (
	"math"
	"slices"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/target"
)

// impossible finds what no table is needed for: a part above its whole, a place below the first or behind the last, a
// percentage that no count out of the claim's own whole gives.
func impossible(c *claim.Claim) (Verdict, bool) {
	why := tx("", "")
	switch {
	case (c.Kind == claim.Ratio || c.Kind == claim.Rank || c.Kind == claim.Score) && c.Of > 0 && c.Value > c.Of:
		why = both(func(lang string) string {
			return shown(c.Value, lang) + say(lang, " vượt tổng số ", " exceeds the whole of ") + shown(c.Of, lang) + "."
		})
	case c.Kind == claim.Rank && (c.Value < 1 || c.Value != math.Trunc(c.Value)):
		why = tx("Không có thứ hạng nào như vậy.", "There is no such rank.")
	case (c.Kind == claim.Ratio || c.Kind == claim.Count) && c.Value < 0:
		why = tx("Số lượng không thể âm.", "A count cannot be negative.")
	case c.Kind == claim.Percent && c.Of > 0 && !granular(c.Value, c.Of, decimals(c)):
		why = granularWhy(c.Value, c.Of)
	default:
		return Verdict{}, false
	}
	return Verdict{Is: claim.Impossible, Why: why}, true
}

// granular tells whether some whole number k out of n gives a percentage as it is written (the GRIM test of Brown and
// Heathers 2017): |100·k/n − p| at most half a unit of the last digit.
func granular(p, n float64, decimals int) bool {
	if n != math.Trunc(n) || n <= 0 {
		return true
	}
	half := 0.5*math.Pow10(-decimals) + 1e-9
	k := math.Round(p * n / 100)
	return math.Abs(float64(100*k)/n-p) <= half && k >= 0 && k <= n
}

func granularWhy(p, n float64) problem.Text {
	k := math.Floor(p * n / 100)
	return both(func(lang string) string {
		return say(lang, "Không có số nguyên nào trên ", "No whole number out of ") + shown(n, lang) + say(lang, " cho ", " gives ") + shown(p, lang) + "\u00a0%: " +
			shown(k, lang) + "/" + shown(n, lang) + " = " + target.Number(100*k/n, 2, lang) + "\u00a0%, " + shown(k+1, lang) + "/" + shown(n, lang) + " = " + target.Number(100*(k+1)/n, 2, lang) + "\u00a0%."
	})
}

// nearby is how far apart, in code points, figures stand that a text tells of one whole.
const nearby = 400

// arithmetic holds the figures of one text against each other: where it gives a ratio, the percentages and counts of the
// same metric beside it must fit the same whole.
func (b *bench) arithmetic(verdicts []Verdict) {
	for r := range b.in.Claims {
		ratio := &b.in.Claims[r]
		if ratio.Kind != claim.Ratio || ratio.Of <= 0 {
			continue
		}
		var members []int
		for i := range b.in.Claims {
			c := &b.in.Claims[i]
			if i == r || c.Document != ratio.Document || !b.sameTasks(c, ratio) || c.Subject != ratio.Subject || abs(c.Start-ratio.Start) > nearby {
				continue
			}
			switch c.Kind {
			case claim.Percent:
				fits(&verdicts[i], c, ratio, r)
			case claim.Count:
				if c.Unit == ratio.Unit && c.Value != ratio.Value && c.Value != ratio.Of {
					members = append(members, i)
				}
			}
		}
		b.exceeds(verdicts, members, r)
	}
}

// sameTasks tells whether two claims speak of the same metric, or under two names of the same count of tasks.
func (b *bench) sameTasks(c, ratio *claim.Claim) bool {
	return c.Metric == ratio.Metric || slices.ContainsFunc(b.in.Ledger.Counts, func(n target.Count) bool { return speaksOf(c, n.Metrics) && speaksOf(ratio, n.Metrics) })
}

// fits checks a percentage beside a ratio. One that is the ratio's own is remarked to add up.
func fits(v *Verdict, c, ratio *claim.Claim, r int) {
	if c.Qualifier != "" {
		return
	}
	if !granular(c.Value, ratio.Of, decimals(c)) {
		v.Is, v.Why, v.With = claim.Impossible, granularWhy(c.Value, ratio.Of), append(v.With, r)
		return
	}
	k := math.Round(c.Value * ratio.Of / 100)
	v.Remarks = append(v.Remarks, Remark{"adds-up", both(func(lang string) string {
		return shown(k, lang) + "/" + shown(ratio.Of, lang) + " = " + target.Number(100*k/ratio.Of, 2, lang) + "\u00a0%."
	})})
}

// exceeds convicts counts that add up to more than the whole. A count told twice is one.
func (b *bench) exceeds(verdicts []Verdict, members []int, ratio int) {
	seen := map[float64]bool{}
	parts, whole := b.in.Claims[ratio].Value, b.in.Claims[ratio].Of
	for _, i := range members {
		if c := &b.in.Claims[i]; !seen[c.Value] {
			seen[c.Value] = true
			parts += c.Value
		}
	}
	if parts <= whole {
		return
	}
	for _, i := range members {
		v := &verdicts[i]
		v.Is, v.With = claim.Impossible, append(v.With, ratio)
		v.Why = both(func(lang string) string {
			return say(lang, "Các phần cộng lại được ", "The parts add up to ") + shown(parts, lang) + say(lang, ", vượt tổng số ", ", more than the whole of ") + shown(whole, lang) + "."
		})
	}
}

func abs(n int) int { return max(n, -n) }
