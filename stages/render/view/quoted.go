package view

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/reconcile"
)

// ClaimRow is a claim with its verdict as a sheet lists it: its figures as numbers, its evidence figure by figure.
type ClaimRow struct {
	ClaimLine
	File              string // document, below the folder of texts
	Subject, Metric   string
	Index, Edition    string // short name of the index; empty where the claim is of none
	Year              int    // 0: not known
	Value, Of         float64
	Found, Difference float64 // the figure of ours where it is one number, and the claim less it where they differ; NaN
	Is                claim.Verdict
	Evidence          []ProofRow
}

// ProofRow is one figure of ours.
type ProofRow struct {
	Proof
	Measure              string // what it is: hạng, điểm, mục tiêu, …
	Index, Edition, Node string
	Unit                 string
	Figure               float64 // NaN where it is no number
	Said                 string  // as it stands in the table, where it is no number
}

// ClaimRows lists every claim, in their order: n-th claim, n-th row.
func (r *Report) ClaimRows(l Lang) []ClaimRow {
	all := make([]ClaimRow, len(r.Claims))
	for i := range r.Claims {
		all[i] = r.claimRow(l, i)
	}
	return all
}

func (r *Report) claimRow(l Lang, i int) ClaimRow {
	c, v := &r.Claims[i], r.verdict(i)
	x := ClaimRow{ClaimLine: r.claimLine(l, i), File: baseName(c.Document), Subject: c.Subject, Metric: r.metric(l, c), Edition: c.Edition, Year: c.Year,
		Value: c.Value, Of: nan, Found: nan, Difference: nan, Is: v.Is}
	if len(c.Units) == 1 {
		if _, ok := r.Units.Unit(c.Units[0]); ok {
			x.Subject = r.Name(l, c.Units[0])
		}
	}
	if b := r.Board(c.Index); b != nil {
		x.Index = b.Abbr(l)
	}
	if c.Kind == claim.Order {
		x.Value, x.Subject = nan, ""
	}
	if c.Of > 0 {
		x.Of = c.Of
	}
	x.compare(c, v)
	for _, e := range v.Evidence {
		x.Evidence = append(x.Evidence, r.proofRow(l, e))
	}
	return x
}

// compare finds our figure where it is one number on the claim's own scale. A difference stands only where a figure
// disagrees or was rounded: elsewhere there is none, or none that the claim denies.
func (x *ClaimRow) compare(c *claim.Claim, v reconcile.Verdict) {
	found, of, ok := expected(v.Expected)
	if !ok || c.Kind == claim.Order {
		return
	}
	x.Found = found
	same := c.Of == 0 || of == 0 && c.Kind == claim.Rank || of == c.Of
	if same && (v.Is == claim.Off || v.Is == claim.Rounded) {
		x.Difference = tidied(c.Value - found)
	}
}

// expected reads a single figure, alone or before its whole: 0.6667, 86/193.
func expected(s string) (value, of float64, ok bool) {
	head, whole, has := strings.Cut(s, "/")
	value, err := strconv.ParseFloat(head, 64)
	if err != nil || math.IsInf(value, 0) || value != value {
		return nan, 0, false
	}
	if has {
		if of, err = strconv.ParseFloat(whole, 64); err != nil {
			return nan, 0, false
		}
	}
	return value, of, true
}

// tidied takes the noise of a subtraction of decimals away.
func tidied(x float64) float64 { return Round(x, 12) }

func (r *Report) proofRow(l Lang, e reconcile.Evidence) ProofRow {
	x := ProofRow{Proof: r.proof(l, e), Edition: e.Edition, Figure: nan}
	if _, ok := phrases["filed.what."+e.What]; ok {
		x.Measure = l.Say("filed.what." + e.What)
	}
	if b := r.Board(e.Index); b != nil {
		x.Index = b.Abbr(l)
		if ed := b.Edition(e.Edition); ed != nil {
			if col, ok := ed.Col(e.Node); ok {
				x.Node = ed.Brief(l, col)
			}
		}
	}
	if e.Unit != "" {
		x.Unit = r.Name(l, e.Unit)
	}
	if v, _, ok := expected(e.Value); ok && !strings.Contains(e.Value, "/") {
		x.Figure = v
	} else {
		x.Said = l.machine(e.Value)
	}
	return x
}

// ClaimTally counts the verdicts of all claims.
func (r *Report) ClaimTally(l Lang) []Tallied {
	verdicts := make([]reconcile.Verdict, len(r.Claims))
	for i := range verdicts {
		verdicts[i] = r.verdict(i)
	}
	return l.tally(verdicts)
}

// Quoted lists the documents that have a claim.
func (r *Report) Quoted() (all []string) {
	for i := range r.Claims {
		if d := baseName(r.Claims[i].Document); !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	return all
}
