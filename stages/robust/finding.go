package robust

import (
	"fmt"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Grade is how grave a finding is.
type Grade uint8

const (
	Notice Grade = iota // good to know
	Look                // to look at
	Grave               // to be dealt with
)

var grades = [...]problem.Text{{VI: "ghi nhận", EN: "for information"}, {VI: "cần xem lại", EN: "to look at"}, {VI: "cần xử lý", EN: "to be dealt with"}}

// Text names the grade.
func (g Grade) Text() problem.Text { return grades[g] }

// Finding is one sentence of the audit: what was found, about which nodes and units, with which numbers, against which
// threshold.
type Finding struct {
	Code   string
	Grade  Grade
	Weight float64                 // how much it matters among findings of its grade: the share of the index concerned times how far off
	Nodes  []int                   // columns of the plan: {node}, {other}, {nodes} of the sentence
	Units  []string                // codes: {unit}, {unit2}, {units}
	Values []Value                 // {name} of the sentence
	Texts  map[string]problem.Text // {name} of the sentence: words
}

// Value is a number bound into a sentence.
type Value struct {
	Name     string
	X        float64
	Decimals int
	As       Form
}

// Form is how a number is written.
type Form uint8

const (
	Number  Form = iota
	Percent      // a share: 0.421 is 42,1 %
	PValue       // "= 0,012", or "< 0,001"
)

// Words writes what a sentence binds; a nil function writes plainly: numbers with a decimal point, nodes by their ids'
// position, units by their codes.
type Words struct {
	Number  func(lang string, x float64, decimals int) string
	Percent func(lang string, share float64, decimals int) string
	Node    func(lang string, node int) string
	Unit    func(lang, code string) string
}

// named is how many names a sentence lists before it counts the rest.
const named = 5

// Text is the finding as a sentence in both languages.
func (f Finding) Text(w Words) problem.Text {
	say := kinds[f.Code].say
	return problem.Text{VI: f.in("vi", say.VI, w), EN: f.in("en", say.EN, w)}
}

// Source tells where the finding's threshold comes from.
func (f Finding) Source() problem.Text { return kinds[f.Code].source }

// Title names the kind of finding.
func (f Finding) Title() problem.Text { return kinds[f.Code].title }

func (f Finding) in(lang, template string, w Words) string {
	for name, t := range f.Texts { // each once, in any order; they may bind numbers and names themselves
		template = strings.ReplaceAll(template, "{"+name+"}", t.In(lang))
	}
	var pairs []string
	bind := func(name, text string) { pairs = append(pairs, "{"+name+"}", text) }
	for i, k := range f.Nodes {
		if i < 3 {
			bind([]string{"node", "other", "group"}[i], w.node(lang, k))
		}
	}
	for i, u := range f.Units {
		if i < 2 {
			bind([]string{"unit", "unit2"}[i], w.unit(lang, u))
		}
	}
	bind("nodes", listed(lang, len(f.Nodes), func(i int) string { return w.node(lang, f.Nodes[i]) }))
	bind("units", listed(lang, len(f.Units), func(i int) string { return w.unit(lang, f.Units[i]) }))
	for _, v := range f.Values {
		bind(v.Name, w.value(lang, v))
	}
	return strings.NewReplacer(pairs...).Replace(template)
}

// listed joins names, the first few of them, and counts the others.
func listed(lang string, n int, name func(int) string) string {
	var b strings.Builder
	for i := range min(n, named) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(name(i))
	}
	if more := n - named; more > 0 {
		fmt.Fprintf(&b, map[bool]string{true: " and %d more", false: " và %d mục khác"}[lang == "en"], more)
	}
	return b.String()
}

func (w Words) node(lang string, k int) string {
	if w.Node == nil {
		return "#" + strconv.Itoa(k)
	}
	return w.Node(lang, k)
}

func (w Words) unit(lang, code string) string {
	if w.Unit == nil {
		return code
	}
	return w.Unit(lang, code)
}

func (w Words) number(lang string, x float64, decimals int) string {
	if w.Number == nil {
		return strconv.FormatFloat(x, 'f', decimals, 64)
	}
	return w.Number(lang, x, decimals)
}

func (w Words) value(lang string, v Value) string {
	switch v.As {
	case Percent:
		if w.Percent != nil {
			return w.Percent(lang, v.X, v.Decimals)
		}
		return w.number(lang, 100*v.X, v.Decimals) + " %"
	case PValue:
		if v.X < 0.001 {
			return "< " + w.number(lang, 0.001, 3)
		}
		return "= " + w.number(lang, v.X, 3)
	}
	return w.number(lang, v.X, v.Decimals)
}
