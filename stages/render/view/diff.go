package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
)

// Diff is a publication held against the draft before it: what was decided since, and every figure that is another now.
type Diff struct {
	Seal      string       // SHA-256 of the draft's seal, hexadecimal
	Decisions []Correction // since the draft, in the order of their numbers, which begin at 1
	Changes   []Differing
}

// Differing is a figure that the draft gave differently.
type Differing struct {
	reconcile.Change
	Name problem.Text // of the node or answer
}

// FeedbackAddress is the page of appeals and changes since the draft.
const FeedbackAddress = "phan-hoi/index.html"

// DiffOf makes the public diff of all that changed. What is not public is left out; the decisions stay, without values.
func DiffOf(indices []*index.Index, seal string, decisions []form.Correction, changes []reconcile.Change) *Diff {
	d := &Diff{Seal: seal}
	of := map[string]*index.Index{}
	for _, ix := range indices {
		of[ix.ID] = ix
	}
	for _, c := range decisions {
		if ix := of[c.Index]; ix != nil {
			d.Decisions = append(d.Decisions, CorrectionsOf(ix, []form.Correction{c})...)
		}
	}
	for _, c := range changes {
		ix := of[c.Index]
		if ix == nil {
			continue
		}
		if p := planOf(ix, c.Edition); Public(p, c.Node, c.Layer) {
			d.Changes = append(d.Changes, Differing{c, nameOf(p, c.Node)})
		}
	}
	return d
}

// DiffRow is all that changed of one unit on one node or answer of an edition.
type DiffRow struct {
	Index, Edition, Unit, Node string
	Name                       problem.Text
	Effect                     reconcile.Effect // the nearest of its changes
	Causes                     []int            // numbers of decisions, from 1
	Figures                    []Differing      // in the order of reconcile.Layers
}

// effects in the order of nearness.
var nearness = []reconcile.Effect{reconcile.Direct, reconcile.Own, reconcile.KnockOn}

// Rows gathers the changes by unit and node, the nearest effects first.
func (d *Diff) Rows() (rows []DiffRow) {
	for _, c := range d.Changes {
		at := slices.IndexFunc(rows[max(0, len(rows)-1):], func(r DiffRow) bool {
			return r.Index == c.Index && r.Edition == c.Edition && r.Unit == c.Unit && r.Node == c.Node
		})
		if at < 0 {
			rows = append(rows, DiffRow{Index: c.Index, Edition: c.Edition, Unit: c.Unit, Node: c.Node, Name: c.Name, Effect: c.Effect})
		}
		r := &rows[len(rows)-1]
		r.Figures = append(r.Figures, c)
		if slices.Index(nearness, c.Effect) < slices.Index(nearness, r.Effect) {
			r.Effect = c.Effect
		}
		for _, k := range c.Causes {
			if !slices.Contains(r.Causes, k+1) {
				r.Causes = append(r.Causes, k+1)
			}
		}
	}
	for i := range rows {
		slices.Sort(rows[i].Causes)
	}
	slices.SortStableFunc(rows, func(a, b DiffRow) int {
		return cmp.Compare(slices.Index(nearness, a.Effect), slices.Index(nearness, b.Effect))
	})
	return rows
}

// Figure finds a change of a layer outside groups; ok is false where there is none.
func (r DiffRow) Figure(layers ...string) (c Differing, ok bool) {
	for _, c := range r.Figures {
		if c.Group == "" && slices.Contains(layers, c.Layer) {
			return c, true
		}
	}
	return c, false
}

// Count counts the figures that changed by effect.
func (d *Diff) Count(e reconcile.Effect) (n int) {
	for _, c := range d.Changes {
		if c.Effect == e {
			n++
		}
	}
	return n
}

// decided counts decisions by what became of them.
func (d *Diff) decided(status string) (n int) {
	for _, c := range d.Decisions {
		if c.Status == status {
			n++
		}
	}
	return n
}

// Summary says in sentences what was decided and what that changed.
func (l Lang) Summary(d *Diff) string {
	say := l.Say("diff.decided", "n", l.Whole(len(d.Decisions)), "applied", l.Whole(d.decided(form.Applied)), "rejected", l.Whole(d.decided(form.Rejected)), "pending", l.Whole(d.decided(form.Pending)))
	if len(d.Decisions) == 0 {
		say = l.Say("diff.undecided")
	}
	if len(d.Changes) == 0 {
		return say + " " + l.Say("diff.same")
	}
	return say + " " + l.Say("diff.changed", "n", l.Whole(len(d.Changes)), "direct", l.Whole(d.Count(reconcile.Direct)), "own", l.Whole(d.Count(reconcile.Own)), "knock", l.Whole(d.Count(reconcile.KnockOn)))
}

// Step writes a change of a figure: 0,45 → 0,54. Scores and ranks are rounded as far as they still differ.
func (l Lang) Step(c Differing, decimals int) string {
	was, is := l.Exact(c.Was), l.Exact(c.Is)
	switch c.Layer {
	case "rank", "published_rank":
		was, is = l.place(c.Was), l.place(c.Is)
	case "score":
		for d := decimals; d <= 15; d++ {
			if was, is = l.Number(c.Was, d), l.Number(c.Is, d); was != is {
				break
			}
		}
	}
	return was + " → " + is
}

func (l Lang) place(x float64) string {
	if x != x {
		return Missing
	}
	if whole := int(x); float64(whole) == x {
		return l.Whole(whole)
	}
	return l.Exact(x)
}

// Numbers lists the numbers of decisions: 1, 3.
func Numbers(causes []int) string {
	all := make([]string, len(causes))
	for i, k := range causes {
		all[i] = strconv.Itoa(k)
	}
	return strings.Join(all, ", ")
}

// StatusName says what became of a correction.
func (l Lang) StatusName(status string) string {
	if _, known := phrases["diff.status."+status]; !known {
		return status
	}
	return l.Say("diff.status." + status)
}

// amountCell is the cell of a figure of a correction.
func (l Lang) amountCell(c Correction, becomes bool) Cell {
	v := c.Was
	if becomes {
		v = c.Becomes
	}
	if v == v {
		return l.exact(v)
	}
	return Cell{Text: l.Amount(c, becomes), Tone: Quiet}
}

// Amount writes a figure of a correction, or the reason in its place.
func (l Lang) Amount(c Correction, becomes bool) string {
	v, reason := c.Was, c.WasReason
	if becomes {
		v, reason = c.Becomes, c.BecomesReason
	}
	switch {
	case c.Closed:
		return l.Say("diff.closed")
	case reason != "":
		return l.In(form.ReasonName(reason))
	}
	return l.Exact(v)
}
