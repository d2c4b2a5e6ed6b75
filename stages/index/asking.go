package index

import (
	"slices"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Form says how an edition's figures are gathered from the units themselves, one form a unit.
//
//	form: {version: "1", counts: appraised, unappraised: self, on_fault: withhold, deadline: 2027-02-15,
//	       issuer: {vi, en}, contact: {vi, en}, intro: {vi, en}, instructions: [{vi, en}, …],
//	       reasons: {not_applicable: exclude, no_data: withhold, refused: zero, late: zero}}
type Form struct {
	Version      string            // of the layout and its questions; a form of another version is refused
	Counts       string            // whose points count for a criterion: self, appraised, measured
	Unappraised  string            // what counts where those are lacking: self, withhold
	OnFault      string            // what a fault in a unit's form does: withhold (the cell), block (the publication)
	Reasons      map[string]string // effect on the score by reason code, see Reasons
	Deadline     units.Date
	Issuer       problem.Text // who sends the form
	Contact      problem.Text // whom to ask: name, telephone, e-mail
	Intro        problem.Text
	Instructions []problem.Text
	Place        problem.Place
}

// Reasons are the codes that may stand in place of an answer, in the order of the drop-down list of a form.
var Reasons = []string{"not_applicable", "no_data", "refused", "late"}

// Effects of a reason on the criteria that need the answer: they are left out and the others bear their weight; they
// score 0; or whatever they are combined into has no score.
var effects = []string{"exclude", "zero", "withhold"}

// Effect of a reason code; a code without a declared effect withholds, so that no missing answer counts 0 unless said so.
func (f *Form) Effect(code string) string {
	if e := f.Reasons[code]; e != "" {
		return e
	}
	if code == "not_applicable" {
		return "exclude"
	}
	return "withhold"
}

// CountsOf tells whose points count for a criterion: its own word, else the form's.
func (p *Plan) CountsOf(n *PlanNode) string {
	if p.Form == nil {
		return ""
	}
	return or(n.Counts, p.Form.Counts)
}

// Answer is a question of a form that an expression uses by its id. A criterion without an expression asks for itself.
//
//	answers: [{answer: services_total, name: {vi, en}, type: count, unit: {vi, en}, range: [0, 5000], help: {vi, en}}, …]
type Answer struct {
	ID      string
	Name    problem.Text
	Help    problem.Text // what to count and where to find it
	Unit    problem.Text
	Type    string // number, count (whole, not negative), percent (kept as a share: 85 % is 0.85), yes_no, choice
	Range   *[2]float64
	Choices []Choice // of type choice
	Place   problem.Place
}

// Choice is one entry of a drop-down list and the number it stands for.
type Choice struct {
	Value float64
	Name  problem.Text
}

// AnswerTypes lists the types of answers.
func AnswerTypes() []string { return []string{"number", "count", "percent", "yes_no", "choice"} }

// Answer finds a declared answer.
func (p *Plan) Answer(id string) (Answer, bool) {
	i := slices.IndexFunc(p.Answers, func(a Answer) bool { return a.ID == id })
	if i < 0 {
		return Answer{}, false
	}
	return p.Answers[i], true
}

// Check is a condition on the answers of one unit beyond type and range. Exactly one kind is set:
//
//   - {check: level4, that: "services_level4 <= services_total", name: {vi, en}}      # relation: left op right, expressions
//   - {check: parts, sum: [a, b, c], is: total, within: 0.5}                          # parts add up to a total
//   - {check: leap, move: [a, b], beyond: 0.3}                                        # |x/before − 1| above 30 %
//   - {check: grim, feasible: rate, of: total, decimals: 1}                           # is there a k with round(100·k/n) = p?
type Check struct {
	ID       string
	Name     problem.Text // what it asks for, as the unit reads it
	Kind     string       // relation, sum, move, feasible
	Severity problem.Severity
	Left     string // relation: expressions over answers
	Op       string // <=, <, =, >=, >
	Right    string
	Of       []string // sum: the parts; move: the answers or criteria; feasible: the percentage alone
	Is       string   // sum: the total; feasible: the answer that holds n
	Limit    float64  // sum: tolerance; move: relative move; feasible: decimals of the percentage
	Place    problem.Place
}

// Public says what of a collecting edition is published; the rest goes into the unit's own pack alone. Scores and ranks
// of the nodes named are public always.
//
//	public: {nodes: combined, layers: [self, appraised]}
type Public struct {
	Nodes  []string // ids; "all" (also where empty), "combined": those above the criteria
	Layers []string // of public criteria: value (answers and all that is computed from them), self, appraised, reason, evidence
	Place  problem.Place
}

// PublicLayers lists the layers that may be made public.
func PublicLayers() []string { return []string{"value", "self", "appraised", "reason", "evidence"} }

// PublicNode tells whether the scores of a node are published. Without a word of the index everything is.
func (p *Plan) PublicNode(n *PlanNode) bool {
	if p.Public == nil || len(p.Public.Nodes) == 0 || n.Col == 0 || slices.Contains(p.Public.Nodes, "all") {
		return true
	}
	return slices.Contains(p.Public.Nodes, n.ID) || !n.Leaf() && slices.Contains(p.Public.Nodes, "combined")
}

// PublicLayer tells whether a layer of the public criteria is published.
func (p *Plan) PublicLayer(layer string) bool {
	return p.Public == nil || slices.Contains(p.Public.Layers, layer)
}
