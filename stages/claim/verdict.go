package claim

import "xephang/stages/problem"

// Verdict is what became of a claim when it was held against our table, other claims and arithmetic.
type Verdict string

const (
	Match      Verdict = "match"      // equal
	Rounded    Verdict = "rounded"    // equal when rounded as written
	Subset     Verdict = "subset"     // compatible: two of the bottom three
	Off        Verdict = "off"        // disagrees with a cell of ours
	Conflict   Verdict = "conflict"   // two texts disagree
	Impossible Verdict = "impossible" // against arithmetic: no k of n gives that percentage, parts exceed the whole
	SameSource Verdict = "same"       // our only evidence is this text itself
	Unchecked  Verdict = "unchecked"  // nothing to check it with
)

// Verdicts lists all verdicts, the grave ones last but for those that say nothing.
var Verdicts = []Verdict{Match, Rounded, Subset, Off, Conflict, Impossible, SameSource, Unchecked}

var verdictNames = map[Verdict]problem.Text{
	Match:      {VI: "khớp", EN: "agrees"},
	Rounded:    {VI: "khớp khi làm tròn", EN: "agrees when rounded"},
	Subset:     {VI: "tập con", EN: "compatible subset"},
	Off:        {VI: "lệch", EN: "disagrees"},
	Conflict:   {VI: "mâu thuẫn", EN: "contradicted by another text"},
	Impossible: {VI: "bất khả", EN: "arithmetically impossible"},
	SameSource: {VI: "cùng nguồn", EN: "same source"},
	Unchecked:  {VI: "không kiểm được", EN: "cannot be checked"},
}

// Name is the verdict as readers see it.
func (v Verdict) Name() problem.Text { return verdictNames[v] }

var kindNames = map[Kind]problem.Text{
	Rank:    {VI: "thứ hạng", EN: "rank"},
	Score:   {VI: "điểm số", EN: "score"},
	Percent: {VI: "tỷ lệ phần trăm", EN: "percentage"},
	Ratio:   {VI: "tỷ số", EN: "ratio"},
	Count:   {VI: "số lượng", EN: "count"},
	Delta:   {VI: "mức thay đổi", EN: "change"},
	Order:   {VI: "thứ tự", EN: "order"},
	Target:  {VI: "mục tiêu", EN: "target"},
}

// Name is the kind as readers see it.
func (k Kind) Name() problem.Text { return kindNames[k] }
