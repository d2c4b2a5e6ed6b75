// Package index knows what is measured: it parses and checks the bytes of an index.yaml (tree, rules, weights, classes,
// editions) and resolves it into one Plan per edition, which is all that the stages after it read. Every fault is
// reported with file:line:column, all of them in one run. extract opens the file; normalise, score, rank follow the plan.
package index

import (
	"math"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Index is one index as declared.
type Index struct {
	ID, File  string // folder name; path of its index.yaml
	Name      problem.Text
	Short     string
	Publisher problem.Text
	About     problem.Text // what it measures and who uses it, a paragraph
	Source    problem.Text // how to cite the inputs
	Units     []string     // kinds in units.csv
	Synthetic bool         // its figures are made up: every page and sheet says so
	Focus     string       // code of the unit that pages put forward (VNM for EGDI); may be empty
	Scale     Scale
	Rank      RankRule
	Classes   Classes
	Schemes   []Scheme // preset alternative weightings, for what-if and robustness
	Defaults           // what holds for every edition that does not restate it
	Editions  []*Edition
	Plans     []*Plan // one per edition, same order, resolved

	names names // how nodes are called, over all editions
}

// Defaults are the settings that an index declares once and an edition may restate: zero values mean "not said here".
type Defaults struct {
	Screen                 Method
	Keep, Drop             []Unranked
	Across                 string
	Fill, Treat, Normalise Method
	Combine                []Method // one for all levels, or one per level from the lowest
	Coverage               *float64
	Missing                string
	Weighting              Method
	Tree                   *Node
	Beside                 []*Node // nodes outside the total
	Uncertainty            *Uncertainty
	Form                   *Form // nil: figures come in tables
	Answers                []Answer
	Checks                 []Check
	Public                 *Public // nil: everything is published
}

// Scale is the range of scores and the decimals in which they are published.
type Scale struct {
	From, To  float64
	Decimals  int
	Tolerance float64 // within which a computed score counts as the published one; 0: one unit of the last published digit
}

// Reproduces is the tolerance within which a computed score gives back the published one: as declared, or one unit of the
// last published digit, that is half a unit for the result and half for the printed parts it is made of.
func (s Scale) Reproduces() float64 {
	if s.Tolerance > 0 {
		return s.Tolerance
	}
	return math.Pow10(-s.Decimals)
}

// RankRule says how places are given.
type RankRule struct {
	Ties   string   // competition (1,2,2,4), dense (1,2,2,3), ordinal (1,2,3,4 by code), average (1,2.5,2.5,4)
	On     string   // published_decimals, full
	Groups []string // schemes of units.csv in which units are ranked among themselves as well
	Within string   // "block": blocks are ranked apart; empty: all together
}

// Classes part the scores of the root. Either From thresholds (descending), or Method with Count.
type Classes struct {
	Method string // "", quantiles, natural_breaks
	List   []Class
}

// Class is one band of scores: From ≤ score (and below the class above).
type Class struct {
	From float64
	Name problem.Text
}

// Scheme is a named alternative set of weights.
type Scheme struct {
	Name    problem.Text
	Weights map[string]float64
}

// Node is a node of the tree as declared: an indicator (no Parts) or a combination of its Parts.
type Node struct {
	ID        string
	Name      problem.Text
	Short     string       // abbreviation, which may head a column
	About     problem.Text // definition, for readers
	Unit      problem.Text // unit of measure in natural units ("%", "dịch vụ")
	Synonyms  []string     // how texts call it
	Parts     []*Node
	Of        []string // a node beside the tree: the existing nodes that it combines
	Weight    *float64
	Combine   Method
	Coverage  *float64           // least share of children present
	Weighting Method             // how its parts are weighted: given (default), equal, pca, entropy, critic, ahp, bod, importance
	Pairwise  [][]float64        // AHP: pairwise comparison of the parts
	Wanted    map[string]float64 // importance: wanted effective importance by part
	Bounds    *[2]float64        // bod: each weight's share of the sum, lower and upper
	Value     string             // expression over answers; empty: the column of the node's own name
	Per       string             // denominator: a given column
	PerScale  float64            // value / (denominator / PerScale); 0 is 1
	Range     *[2]float64        // natural units; outside is a fault unless waived
	Direction int                // +1 more is better, −1 less is better
	Target    *float64
	Goalposts *[2]float64
	Rule      *Rule
	Points    float64 // maximum of a criterion scored in points
	Missing   string  // zero, exclude, withhold; empty: that of the nodes above, else the index's, else exclude
	Fill      Method
	Treat     Method
	Normalise Method
	Measured  bool         // measured, not scored
	Beside    bool         // stands outside the total
	Counts    string       // whose points count: self, appraised, measured; empty as the form says
	Evidence  *float64     // evidence is required where the unit gives itself more points than this; nil: not asked
	How       problem.Text // how it is scored, where the rule does not say it all
	Place     problem.Place
}

// Rule turns a criterion's value into points. Exactly one of the kinds is set.
type Rule struct {
	Kind      string        // ratio, threshold, steps, yes_no, count, best_of, sum_of, relative
	Threshold float64       // threshold: min(value/Threshold, 1) × maximum
	Steps     [][2]float64  // steps: the points of the greatest step ≤ value, 0 below the first
	Each, Cap float64       // count: min(value × Each, Cap); Cap 0 is the maximum
	Of        []Alternative // best_of, sum_of
	Within    string        // relative: "block", or empty for all units; value / best of them × maximum
	Place     problem.Place
}

// Alternative is one case of best_of or one part of sum_of: a rule over an expression of its own.
type Alternative struct {
	Value  string
	Points float64
	Rule   *Rule
}

// Edition is one edition as declared.
type Edition struct {
	ID       string
	Name     problem.Text // "dữ liệu 2022", where the id alone would mislead
	Released units.Date
	AsOf     units.Date // fixes names, units and groups
	Decimals int
	Compute  string         // ranks (default), scores (ranks would be unfair: parts are missing for some), none (published only)
	Previous string         // edition to compare with; empty: the one before; "none": not comparable
	Why      problem.Text   // why it is incomplete or not comparable
	Size     map[string]int // declared number of ranked units by block id ("" without blocks)
	Blocks   []Block
	Only     []string // unit codes, where not all units of the kinds take part
	Unranked []Unranked
	Waive    []Waiver
	Facts    []Fact // figures about the edition as a whole that its publisher printed (mean of provinces, units ranked)
	Source   problem.Text
	Kinds    []string           // kinds of units that take part, where they differ from the index's
	Weights  map[string]float64 // weights by node id that replace those of the tree
	Scale    *Scale             // what the edition restates; nil as the index says
	Rank     *RankRule
	Classes  *Classes
	Defaults // likewise; a Tree here replaces the index's tree and the nodes beside it
	Place    problem.Place
}

// Block is a set of units ranked among themselves.
type Block struct {
	ID    string
	Name  problem.Text
	Kinds []string
	Units []string
	Size  int // how many units the publisher ranked
}

// Unranked is a unit that is scored or listed, but not ranked.
type Unranked struct {
	Unit   string
	Reason problem.Text
	Place  problem.Place
}

// Waiver lets one cell lie outside its node's range, with the reason.
type Waiver struct {
	Unit, Node string
	Reason     problem.Text
	Place      problem.Place
}

// Fact is a printed figure about an edition.
type Fact struct {
	Name   problem.Text
	Node   string
	Block  string
	Stat   string // mean, count, above_mean, …
	Value  string // as printed
	Source string
}
