package index

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Method is a method with its arguments, as written: "winsorise:5:log" is {winsorise, [5 log]}. The same grammar serves
// index.yaml, the import command and the alternatives of robustness; ParseMethod is its one reader.
type Method struct {
	Name  string
	Args  []string
	Place problem.Place
}

// IsZero tells that no method was asked for.
func (m Method) IsZero() bool { return m.Name == "" }

// String writes the method as the grammar has it: name:arg:arg.
func (m Method) String() string { return strings.Join(append([]string{m.Name}, m.Args...), ":") }

// Arg is the argument at a position (from 0), empty where it was left out.
func (m Method) Arg(i int) string {
	if i < len(m.Args) {
		return m.Args[i]
	}
	return ""
}

// Number is the argument at a position as a number, otherwise where it was left out or is none.
func (m Method) Number(i int, otherwise float64) float64 {
	if x, err := strconv.ParseFloat(m.Arg(i), 64); err == nil {
		return x
	}
	return otherwise
}

// Has tells whether a word ("cap", "open", "log") is among the arguments.
func (m Method) Has(word string) bool { return slices.Contains(m.Args, word) }

// Role is what a method is for; each has names of its own.
type Role string

// The roles of methods: the keys of index.yaml and the flags of the import command.
const (
	Screen    Role = "screen"    // which units are kept
	Fill      Role = "fill"      // how gaps are filled
	Treat     Role = "treat"     // how outliers are treated
	Normalise Role = "normalise" // how indicators come on one scale
	Combine   Role = "combine"   // how parts are combined
	Weighting Role = "weighting" // how parts are weighted
)

// Roles lists the roles in the order in which the stages use them.
func Roles() []Role { return []Role{Screen, Fill, Treat, Normalise, Weighting, Combine} }

// spec is a method of the table: its name, another name it is known by, its arguments in order, and the further words
// that may follow them in any order.
type spec struct {
	name, also string
	args       []argument
	more       []argument
}

// tests are the words after a treatment: applied without the test, or with other limits of skewness and kurtosis.
var tests = []argument{oneOf("force"), setting("skew="), setting("kurt=")}

// The table of methods. Sources of the formulas stand with the functions that compute them in normalise and score.
var methods = map[Role][]spec{
	Screen: {{name: "none"}, {name: "available", args: []argument{share("SHARE"), share("SHARE-IN-EACH-PILLAR").maybe()}}, {name: "nonzero", args: []argument{share("SHARE")}}},
	Fill: {{name: "none"}, {name: "mean"}, {name: "median"},
		{name: "group-mean", args: []argument{word("SCHEME")}}, {name: "group-median", args: []argument{word("SCHEME")}},
		{name: "row-mean"}, {name: "latest", args: []argument{count("YEARS").maybe()}}, {name: "linear"}, {name: "constant"}},
	Treat: {{name: "none"},
		{name: "winsorise", args: []argument{count("MAX"), oneOf("log", "log-plus", "box-cox").maybe(), number("LAMBDA").after("box-cox")}, more: tests},
		{name: "log"}, {name: "log-plus"}, {name: "box-cox", args: []argument{number("LAMBDA")}}},
	Normalise: {{name: "none"},
		{name: "minmax", args: []argument{number("LO"), number("HI").above(0)}},
		{name: "zscore", args: []argument{number("MEAN"), positive("SD")}},
		{name: "scaled", args: []argument{number("A"), number("B").unlike(0), nonzero("FACTOR")}},
		{name: "rank", args: []argument{oneOf("average").maybe()}}, {name: "borda"}, {name: "percentile-rank"}, {name: "percentile"}, {name: "categorical"},
		{name: "fraction-of-max"}, {name: "fraction-of-min"}, {name: "distance-to-max"}, {name: "distance-to-min"},
		{name: "distance-to-reference", args: []argument{word("UNIT"), oneOf("cap").maybe()}},
		{name: "distance-to-target", args: []argument{oneOf("cap").maybe()}},
		{name: "goalposts", args: []argument{positive("FACTOR").maybe(), oneOf("open").maybe()}},
		{name: "mean-band", args: []argument{share("SHARE").maybe()}}, {name: "ratio-to-mean"}, {name: "distance-to-mean"}},
	Combine: {{name: "mean", also: "arithmetic"}, {name: "geometric"}, {name: "harmonic"},
		{name: "generalised", args: []argument{nonzero("P")}}, {name: "median"}, {name: "minimum"}, {name: "points"},
		{name: "mpi", args: []argument{oneOf("-", "+").maybe()}}, {name: "ampi", args: []argument{oneOf("-", "+").maybe()}},
		{name: "copeland"}, {name: "outranking"}, {name: "kemeny"}},
	Weighting: {{name: "given"}, {name: "equal"}, {name: "pca"}, {name: "fa"}, {name: "entropy"}, {name: "critic"},
		{name: "ahp"}, {name: "bod"}, {name: "importance"}},
}

// Methods lists how the methods of a role are written: "winsorise:MAX[:log|log-plus|box-cox[:LAMBDA]]".
func Methods(role Role) []string {
	var all []string
	for _, s := range methods[role] {
		all = append(all, s.usage())
	}
	return all
}

func (s spec) usage() string {
	text, open := s.name, 0
	for _, a := range s.args {
		if a.optional {
			text += "["
			open++
		}
		text += ":" + a.name
	}
	text += strings.Repeat("]", open)
	for _, a := range s.more {
		text += "[:" + a.name + "]"
	}
	return text
}

// find gives the entry of a name ("arithmetic" finds mean).
func find(role Role, name string) (spec, bool) {
	for _, s := range methods[role] {
		if s.name == name || s.also == name && name != "" {
			return s, true
		}
	}
	return spec{}, false
}

// ParseMethod reads "name:arg:arg" for a role. A second name is replaced by the first (arithmetic → mean). A fault
// leaves the method zero and comes as a problem at the given place; whether a unit or a scheme that an argument
// names exists is for the caller to ask.
func ParseMethod(role Role, text string, at problem.Place) (Method, problem.List) {
	parts := strings.Split(text, ":")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	s, ok := find(role, parts[0])
	if !ok {
		var known []string
		for _, s := range methods[role] {
			known = append(known, s.name)
		}
		vi, en := "", ""
		if near := nearest(parts[0], known); near != "" {
			vi, en = "“"+near+"”? — ", "“"+near+"”? — "
		}
		return Method{}, problem.List{unknownMethod.At(at, text, "near_vi", vi, "near_en", en, "list", strings.Join(Methods(role), ", "))}
	}
	if why := s.refuse(parts[1:]); !why.IsZero() {
		return Method{}, problem.List{badArgument.At(at, text, "usage", s.usage(), "vi", why.VI, "en", why.EN)}
	}
	return Method{Name: s.name, Args: parts[1:], Place: at}, nil
}
