package reconcile

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/target"
	"xephang/stages/units"
)

// Measured is an index with its figures.
type Measured struct {
	Index *index.Index
	Cube  *cube.Cube
}

// ClaimsInput is what claims are held against.
type ClaimsInput struct {
	Claims    []claim.Claim
	Indices   []Measured
	Units     *units.Registry
	Ledger    *target.Ledger
	Published map[string]units.Date // day of publication by document; one that is not there is guessed by the years it names
	// Sentence gives the text around a span of a document: what a change is compared with and which block is meant
	// stand there more often than in the quote. May be nil.
	Sentence func(document string, start, end int) string
}

// Verdict is what became of one claim.
type Verdict struct {
	Claim    int // in ClaimsInput.Claims
	Is       claim.Verdict
	Expected string // what stands at the evidence, as claims.csv writes numbers; empty where there is nothing
	Evidence []Evidence
	Why      problem.Text
	Remarks  []Remark
	With     []int // claims that contradict this one, or with which it does not add up
}

// Evidence is a figure of ours that proves or disproves a claim.
type Evidence struct {
	Place                      problem.Place
	Cite                       []string // the publications that the row names
	Index, Edition, Unit, Node string   // empty for what is no cell of an index
	What                       string   // rank, score, mean, size, parts, series, target, count, units
	Value                      string
}

// String is the place with the coordinates of the cell: "data/egdi/2020.xlsx [EGDI 2020!H192] (egdi 2020 VNM egdi)".
func (e Evidence) String() string {
	s := e.Place.String()
	at := strings.Join(strings.Fields(e.Index+" "+e.Edition+" "+e.Unit+" "+e.Node), " ")
	if at == "" {
		return s
	}
	return strings.TrimSpace(s + " (" + at + ")")
}

// Remark is something a reader should know beside the verdict: an old name, a publication year for a data year.
type Remark struct {
	Code string
	Text problem.Text
}

// Claims gives a verdict on every claim, in their order. The same input gives the same verdicts.
func Claims(in ClaimsInput) []Verdict {
	b := newBench(in)
	verdicts := make([]Verdict, len(in.Claims))
	for i := range in.Claims {
		v := b.judge(i)
		v.Claim = i
		verdicts[i] = b.sameSource(v)
	}
	b.arithmetic(verdicts)
	b.contradictions(verdicts)
	return verdicts
}

// bench is where claims are judged.
type bench struct {
	in       ClaimsInput
	year     map[string]int // the latest year that a document names: that of its publication, where nothing else is known
	families map[string][]Measured
}

func newBench(in ClaimsInput) *bench {
	b := &bench{in: in, year: map[string]int{}, families: map[string][]Measured{}}
	if in.Ledger == nil {
		b.in.Ledger = &target.Ledger{}
	}
	for _, c := range in.Claims {
		if c.Kind != claim.Target {
			b.year[c.Document] = max(b.year[c.Document], c.Year)
		}
	}
	for _, m := range in.Indices {
		b.families[family(m.Index.ID)] = append(b.families[family(m.Index.ID)], m)
	}
	return b
}

// family is what the blocks of one index share: "dti" of dti-provinces, dti-ministries and dti-national.
func family(id string) string {
	f, _, _ := strings.Cut(id, "-")
	return f
}

// judge holds a claim against tables, series and targets.
func (b *bench) judge(i int) Verdict {
	c := &b.in.Claims[i]
	if v, done := impossible(c); done {
		return v
	}
	switch {
	case c.Kind == claim.Target:
		return b.target(c)
	case c.Kind == claim.Order:
		return b.order(c)
	case c.Index == "":
		return b.followed(c)
	case c.Kind == claim.Rank, c.Kind == claim.Score:
		return b.figure(c)
	case c.Kind == claim.Delta:
		return b.change(c)
	case c.Kind == claim.Count:
		return b.size(c)
	case c.Kind == claim.Percent:
		return b.lead(c)
	}
	return unchecked(whyNoTable)
}

// day is the day of publication of a document: as given, or as its name begins (2020-08-uy-ban.txt: the end of that
// month); 0 where neither says it.
func (b *bench) day(document string) units.Date {
	if d := b.in.Published[document]; d > 0 {
		return d
	}
	name := path.Base(document)
	for _, n := range []int{10, 7} {
		if len(name) > n && (name[n] == '-' || name[n] == '.' || name[n] == '_') {
			if w, err := target.ParseWhen(name[:n]); err == nil {
				return w.Date
			}
		}
	}
	return 0
}

// publishedBy is the day on which a document was out: as given, else the end of the latest year that it names.
func (b *bench) publishedBy(document string) units.Date {
	if d := b.day(document); d > 0 {
		return d
	}
	if y := b.year[document]; y > 0 {
		return units.Date(y*10000 + 1231)
	}
	return 0
}

// sentence is the text around a claim, or its quote.
func (b *bench) sentence(c *claim.Claim) string {
	if b.in.Sentence != nil {
		if s := b.in.Sentence(c.Document, c.Start, c.End); s != "" {
			return s
		}
	}
	return c.Quote
}

// sameSource tells that what agrees with a claim is the claim itself: every row that proves it names this text alone.
func (b *bench) sameSource(v Verdict) Verdict {
	if !slices.Contains([]claim.Verdict{claim.Match, claim.Rounded, claim.Subset}, v.Is) || len(v.Evidence) == 0 {
		return v
	}
	doc := b.in.Claims[v.Claim].Document
	base := strings.TrimSuffix(path.Base(doc), path.Ext(doc))
	for _, e := range v.Evidence {
		if len(e.Cite) == 0 || slices.ContainsFunc(e.Cite, func(c string) bool { return !cites(c, base) }) {
			return v
		}
	}
	v.Is, v.Why = claim.SameSource, whySame
	return v
}

func unchecked(why problem.Text, remarks ...Remark) Verdict {
	return Verdict{Is: claim.Unchecked, Why: why, Remarks: remarks}
}

// cites tells whether a source names a text by the base name of its file, as a word of its own. Names too short to mean
// one text only are never found.
func cites(source, base string) bool {
	if len(base) < 6 {
		return false
	}
	for at := 0; ; {
		i := strings.Index(source[at:], base)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(base)
		if (from == 0 || !wordByte(source[from-1])) && (to == len(source) || !wordByte(source[to])) {
			return true
		}
		at = from + 1
	}
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_'
}
