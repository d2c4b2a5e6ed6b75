package view

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/reconcile"
)

// Pill is a verdict or a status as readers see it: a shape and a word, so that colour never carries it alone.
type Pill struct {
	Mark, Text string
	Tone       Tone
}

// Tallied is how often a verdict or a status was given, and what it means.
type Tallied struct {
	Pill
	Count, Means string
}

// ClaimLine is one claim with its verdict, as all pages list it.
type ClaimLine struct {
	ID, Number string // n12, 12
	Quote      string // exactly as in the text
	Document   Span   // leads to the quote in its place, or to the document's list of quotes
	Kind       string
	Says, Of   string // "Việt Nam: hạng 86/193"; "Chỉ số phát triển Chính phủ điện tử, năm 2020"
	Verdict    Pill
	Expected   string
	Why        string
	Remarks    []string
	Proofs     []Proof
	With       []Span // claims that contradict it
	Keys       string // for the filter
}

// ClaimTable is a list of claims with the filter above it.
type ClaimTable struct {
	ID, Caption string
	Filters     []Filter
	Lines       []ClaimLine
}

// PressPage is the claims of all documents.
type PressPage struct {
	Lede, None string
	Tally      []Tallied
	Documents  *Table
	Cut        string // said where there are more claims than one page holds
	Claims     *ClaimTable
}

// most is how many claims the page of all documents lists; a document's own page lists all of its claims.
const most = 150

// Press makes the page of all claims. Where they are too many for one page it lists the ones that disagree.
func (r *Report) Press(l Lang) PressPage {
	if len(r.Claims) == 0 {
		return PressPage{None: l.Say("press.none")}
	}
	p := PressPage{Lede: l.Say("press.lede", "claims", l.Whole(len(r.Claims)), "n", l.Whole(len(r.documents()))),
		Tally: l.tally(r.Verdicts), Documents: r.pressDocuments(l)}
	var listed []int
	for i := range r.Claims {
		listed = append(listed, i)
	}
	if len(listed) > most {
		listed = slices.DeleteFunc(listed, func(i int) bool { return !grave(r.verdict(i).Is) })
		all := len(listed)
		listed = listed[:min(most, all)]
		p.Cut = l.Say("press.cut", "n", l.Whole(len(listed)), "all", l.Whole(all))
	}
	p.Claims = r.claimTable(l, listed, true)
	p.Claims.Caption = l.Say("press.table")
	return p
}

// grave verdicts say that something is wrong.
func grave(v claim.Verdict) bool {
	return v == claim.Off || v == claim.Conflict || v == claim.Impossible
}

// verdict on a claim; one that was not judged cannot be checked.
func (r *Report) verdict(i int) reconcile.Verdict {
	if i < len(r.Verdicts) {
		return r.Verdicts[i]
	}
	return reconcile.Verdict{Claim: i, Is: claim.Unchecked}
}

// pills of the verdicts, and the phrases that say what they mean.
var verdictPills = map[claim.Verdict]struct {
	mark, means string
	tone        Tone
}{
	claim.Match:      {"✓", "verdict.match", Up},
	claim.Rounded:    {"≈", "verdict.rounded", Up},
	claim.Subset:     {"⊂", "verdict.subset", Up},
	claim.Off:        {"✗", "verdict.off", Bad},
	claim.Conflict:   {"⇄", "verdict.conflict", Bad},
	claim.Impossible: {"⊘", "verdict.impossible", Bad},
	claim.SameSource: {"↻", "verdict.same", Quiet},
	claim.Unchecked:  {"?", "verdict.unchecked", Quiet},
}

func (l Lang) verdictPill(v claim.Verdict) Pill {
	p := verdictPills[v]
	return Pill{Mark: p.mark, Text: l.In(v.Name()), Tone: p.tone}
}

func (l Lang) tally(verdicts []reconcile.Verdict) (all []Tallied) {
	count := reconcile.Tally(verdicts)
	for _, v := range claim.Verdicts {
		if count[v] > 0 {
			all = append(all, Tallied{Pill: l.verdictPill(v), Count: l.Whole(count[v]), Means: l.Say(verdictPills[v].means)})
		}
	}
	return all
}

// claimTable lists claims; open ones carry the filters of the page of all documents.
func (r *Report) claimTable(l Lang, claims []int, filtered bool) *ClaimTable {
	t := &ClaimTable{ID: "nhan-dinh"}
	for _, i := range claims {
		t.Lines = append(t.Lines, r.claimLine(l, i))
	}
	if filtered && len(claims) > 1 {
		t.Filters = r.claimFilters(l, claims)
	}
	return t
}

func (r *Report) claimLine(l Lang, i int) ClaimLine {
	c, v := &r.Claims[i], r.verdict(i)
	n := strconv.Itoa(i + 1)
	line := ClaimLine{ID: "n" + n, Number: n, Quote: c.Quote, Kind: l.In(c.Kind.Name()), Says: r.says(l, c), Of: r.measured(l, c),
		Verdict: l.verdictPill(v.Is), Expected: l.machine(v.Expected), Why: l.In(v.Why), Keys: r.claimKeys(i)}
	line.Document = Span{Text: baseName(c.Document), Href: r.placeOf(i)}
	for _, m := range v.Remarks {
		line.Remarks = append(line.Remarks, l.In(m.Text))
	}
	line.Proofs = r.proofs(l, v.Evidence)
	for _, w := range v.With {
		if w >= 0 && w < len(r.Claims) {
			line.With = append(line.With, Span{Text: l.Say("press.number", "n", l.Whole(w+1)) + " (" + baseName(r.Claims[w].Document) + ")", Href: r.placeOf(w)})
		}
	}
	return line
}

// placeOf is where a claim stands: in its document where that is shown in full, else in the list of its quotes.
func (r *Report) placeOf(i int) string {
	n := strconv.Itoa(i + 1)
	if t, ok := r.textOf(r.Claims[i].Document); ok && r.Shown(t.File) {
		return PressAddress(r.Claims[i].Document) + "#o" + n
	}
	return PressAddress(r.Claims[i].Document) + "#n" + n
}

// baseName is a document's name below the folder of texts.
func baseName(document string) string { return Text{File: document}.Name() }

// PressAddress is the address of a document with its claims.
func PressAddress(document string) string {
	return "bao-chi/" + Slug(strings.TrimSuffix(baseName(document), ".txt")) + ".html"
}
