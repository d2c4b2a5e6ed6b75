// Package claim is the vocabulary of what texts say: the kinds of claim, a claim with its exact place in its document,
// and the verdicts on it. extract/text takes claims out of texts, reconcile gives the verdicts, render shows them.
package claim

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/units"
)

// Kind is what sort of figure a claim gives.
type Kind string

const (
	Rank    Kind = "rank"    // a place: Value, and Of where the text says out of how many
	Score   Kind = "score"   // points or an index value
	Percent Kind = "percent" // a share in per cent
	Ratio   Kind = "ratio"   // Value of Of things
	Count   Kind = "count"   // a number of things, in Unit
	Delta   Kind = "delta"   // a change, signed, in Unit (bậc, điểm, %, lần)
	Order   Kind = "order"   // Members in their order; Unit says "đầu" (from the top), "cuối" (from the bottom) or "a-b"
	Target  Kind = "target"  // what is to be reached, by Deadline
)

// Kinds lists all kinds, in the order of reports.
var Kinds = []Kind{Rank, Score, Percent, Ratio, Count, Delta, Order, Target}

// Qualifiers that a text puts on a figure: more than, less than, about, at least, at most.
const (
	More    = ">"
	Less    = "<"
	About   = "~"
	AtLeast = ">="
	AtMost  = "<="
)

// Claim is one quantitative statement of a text.
type Claim struct {
	Document   string // file name
	Start, End int    // span in code points of the decoded document, end exclusive
	Quote      string // exactly the document's text there
	Kind       Kind
	Subject    string   // who or what it is said of; several names of one rough value are joined by "; "
	Units      []string // codes of the units of Subject, empty where it is no unit
	Metric     string   // what is measured, as a reader would say it
	Index      string   // id of the index, empty where it is none of ours
	Node       string   // node of the index
	Value      float64
	Members    []string // an order's names, best first (from the bottom: as the text lists them)
	Codes      []string // codes of Members, "" where one is no unit
	Of         float64  // out of how many; 0: not said
	Unit       string   // hạng, điểm, %, bậc, lần, dịch vụ, …
	Year       int      // year measured; 0: not known
	Qualifier  string
	Deadline   units.Date // of a target: the last day
	Edition    string     // of Index, where the year names one
	Group      string     // scheme:name of units.csv among which the rank counts; empty: all
}

// Columns are the columns of claims.csv that a claim fills; verdict, expected and evidence come from reconcile.
var Columns = []string{"document", "start", "end", "quote", "kind", "subject", "subject_unit", "metric", "index", "node",
	"value", "of", "unit", "year", "qualifier", "deadline", "verdict", "expected", "evidence", "edition", "group"}

// Row gives the claim under Columns. Numbers are in shortest form with a decimal point; what is missing is empty.
func (c Claim) Row(verdict, expected, evidence string) []string {
	return []string{c.Document, strconv.Itoa(c.Start), strconv.Itoa(c.End), c.Quote, string(c.Kind), c.Subject,
		strings.Join(c.Units, "; "), c.Metric, c.Index, c.Node, c.ValueText(), number(c.Of), c.Unit, number(float64(c.Year)),
		c.Qualifier, c.Deadline.String(), verdict, expected, evidence, c.Edition, c.Group}
}

// ValueText is the value as claims.csv writes it: a number, or an order's members joined by "; ".
func (c Claim) ValueText() string {
	if c.Kind == Order {
		return strings.Join(c.Members, "; ")
	}
	return strconv.FormatFloat(c.Value, 'f', -1, 64)
}

func number(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Sort orders claims by document, place, kind, value and subject: the order of claims.csv.
func Sort(claims []Claim) {
	slices.SortStableFunc(claims, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value), cmp.Compare(a.Subject, b.Subject))
	})
}
