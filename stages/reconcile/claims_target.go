package reconcile

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/target"
	"xephang/stages/units"
)

// target checks what a text says is to be reached: value, unit and deadline. Targets that look alike are kept apart: of
// two deadlines or two scopes the one that the text gives counts, and the other is remarked.
func (b *bench) target(c *claim.Claim) Verdict {
	var off *Verdict
	for i := range b.in.Ledger.Targets {
		t := &b.in.Ledger.Targets[i]
		if !aimedAt(c, t) {
			continue
		}
		v := b.aim(c, t)
		if v.Is == claim.Match {
			return v
		}
		if same := units.Key(t.Scope.VI) == units.Key(c.Subject); off == nil && (same || t.Value == c.Value) {
			off = &v
		}
	}
	if off == nil {
		return unchecked(whyNoTarget)
	}
	return *off
}

// aimedAt tells whether a claim speaks of a target's indicator, in its unit.
func aimedAt(c *claim.Claim, t *target.Target) bool {
	unit := units.Plain(t.Unit.VI)
	if t.Op.Deed() || unit != units.Plain(c.Unit) && !strings.HasPrefix(unit, units.Plain(c.Unit)+" ") || c.Unit == "" {
		return false
	}
	if t.Cell.Index != "" {
		return c.Index == t.Cell.Index && (c.Node == t.Cell.Node || c.Node == "")
	}
	return speaksOf(c, t.Metrics)
}

func (b *bench) aim(c *claim.Claim, t *target.Target) Verdict {
	v := Verdict{Is: claim.Off, Expected: strings.TrimSpace(number(t.Value) + " " + t.Deadline.String()),
		Evidence: []Evidence{{Place: t.Place, Cite: t.Sources, What: "target", Unit: t.ScopeUnit, Value: t.ID}}}
	v.Why = both(func(lang string) string {
		return t.Scope.In(lang) + ": " + t.Indicator.In(lang) + ", " + t.Goal().In(lang) + "."
	})
	value := near(c.Value, t.Value) || t.UpTo > t.Value && c.Value >= t.Value && c.Value <= t.UpTo
	due := c.Deadline == 0 || t.Deadline.Date == 0 || c.Deadline == t.Deadline.Date || t.Deadline.Grain == target.Year && c.Deadline.Year() == t.Deadline.Date.Year()
	if value && due {
		v.Is = claim.Match
	}
	for _, id := range t.Differs {
		if i := b.targetOf(id); i != nil {
			v.Remarks = append(v.Remarks, Remark{"other-target", both(func(lang string) string {
				return say(lang, "Mục tiêu khác, giữ riêng: ", "Another target, kept apart: ") + i.Scope.In(lang) + ", " + i.Goal().In(lang) + "."
			})})
		}
	}
	return v
}

func (b *bench) targetOf(id string) *target.Target {
	for i := range b.in.Ledger.Targets {
		if b.in.Ledger.Targets[i].ID == id {
			return &b.in.Ledger.Targets[i]
		}
	}
	return nil
}
