package index

import (
	"math"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// reader walks a YAML tree and collects what is wrong with it. Every getter reports a fault and gives a zero value, so
// that reading goes on.
type reader struct {
	file, index string
	edition     string          // the edition being read, for the problems found in it
	reg         *units.Registry // nil: names of units, kinds and schemes are taken as they are
	faults      problem.List
	places      map[spot]problem.Place
	open        map[*yaml.Node]bool // containers on the way from the root, to see an alias that leads back
	budget      int                 // nodes that may still be read, to stop aliases that multiply
}

// spot is a key of a declared thing (*Node, *Edition, *Rule, …), for faults that are seen only after reading.
type spot struct {
	owner any
	key   string
}

func newReader(file, id string, root *yaml.Node, reg *units.Registry) *reader {
	return &reader{file: file, index: id, reg: reg, places: map[spot]problem.Place{}, open: map[*yaml.Node]bool{}, budget: 4*size(root) + 200_000}
}

func (r *reader) place(n *yaml.Node) problem.Place {
	return problem.Place{File: r.file, Line: n.Line, Column: n.Column}
}

// at is where the value of a key of an owner stands, else where the owner itself stands.
func (r *reader) at(owner any, key string, otherwise problem.Place) problem.Place {
	if p, ok := r.places[spot{owner, key}]; ok {
		return p
	}
	return otherwise
}

func (r *reader) report(k *problem.Kind, at problem.Place, found string, args ...string) {
	p := k.At(at, found, args...)
	p.Index, p.Edition = r.index, r.edition
	r.faults.Add(p)
}

// say reports a kind whose expectation is a sentence of its own.
func (r *reader) say(k *problem.Kind, at problem.Place, found, vi, en string) {
	r.report(k, at, found, "vi", vi, "en", en)
}

// enter follows aliases to a container of the kind and opens it; nil where it is another thing (reported), is open
// already (a cycle) or the aliases have multiplied too far. leave closes it.
func (r *reader) enter(n *yaml.Node, kind yaml.Kind, want problem.Text) *yaml.Node {
	n = r.follow(n)
	switch {
	case n == nil:
	case n.Kind != kind:
		r.say(wrongType, r.place(n), show(n), want.VI, want.EN)
	case r.open[n]:
		r.report(cycle, r.place(n), "&"+n.Anchor, "path", "*"+n.Anchor)
	default:
		r.open[n] = true
		return n
	}
	return nil
}

func (r *reader) leave(n *yaml.Node) { delete(r.open, n) }

// follow gives what an alias stands for, and counts every node that is read.
func (r *reader) follow(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if r.budget--; r.budget == 0 {
		r.report(aliases, r.place(n), "")
	}
	if r.budget <= 0 || n == nil {
		return nil
	}
	return n
}

// show is a value as it stood, shortened.
func show(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "{…}"
	case yaml.SequenceNode:
		return "[…]"
	}
	if s := []rune(n.Value); len(s) > 60 {
		return string(s[:60]) + "…"
	}
	return n.Value
}

// scalar gives the text of a plain value; a container or nothing is a fault.
func (r *reader) scalar(n *yaml.Node, want problem.Text) (*yaml.Node, bool) {
	v := r.follow(n)
	if v == nil {
		return nil, false
	}
	if v.Kind != yaml.ScalarNode || v.Tag == "!!null" && v.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
		r.say(wrongType, r.place(v), show(v), want.VI, want.EN)
		return nil, false
	}
	return v, true
}

// words reads a text on one line: NFC, trimmed, never empty.
func (r *reader) words(n *yaml.Node) string {
	want := problem.Text{VI: "văn bản", EN: "a text"}
	v, ok := r.scalar(n, want)
	if !ok {
		return ""
	}
	s := norm.NFC.String(strings.TrimSpace(v.Value))
	if s == "" {
		r.say(wrongType, r.place(v), show(v), want.VI, want.EN)
	}
	return s
}

// number reads a finite number. A fault is of the given kind; without one, of the wrong type.
func (r *reader) number(n *yaml.Node, fault *problem.Kind) (float64, bool) {
	want := problem.Text{VI: "một số, dấu thập phân là dấu chấm", EN: "a number, with a decimal point"}
	v := r.follow(n)
	if v == nil {
		return 0, false
	}
	if v.Kind == yaml.ScalarNode && v.Tag != "!!str" {
		if x, ok := parseNumber(v.Value); ok {
			return x, true
		}
	}
	if fault == nil {
		fault = wrongType
	}
	r.say(fault, r.place(v), show(v), want.VI, want.EN)
	return 0, false
}

// within reads a number between two bounds, both included.
func (r *reader) within(n *yaml.Node, low, high float64) (float64, bool) {
	x, ok := r.number(n, nil)
	if ok && (x < low || x > high) {
		r.say(badNumber, r.place(n), show(n), "số từ "+figure(low)+" đến "+figure(high), "a number from "+figure(low)+" to "+figure(high))
		return 0, false
	}
	return x, ok
}

// above reads a number greater than 0.
func (r *reader) above(n *yaml.Node) (float64, bool) {
	x, ok := r.number(n, nil)
	if ok && x <= 0 {
		r.say(badNumber, r.place(n), show(n), "số lớn hơn 0", "a number above 0")
		return 0, false
	}
	return x, ok
}

// whole reads a whole number between two bounds.
func (r *reader) whole(n *yaml.Node, low, high int) int {
	x, ok := r.within(n, float64(low), float64(high))
	if ok && x != float64(int(x)) {
		r.say(badNumber, r.place(n), show(n), "số nguyên", "a whole number")
		return 0
	}
	return int(x)
}

// truth reads true or false.
func (r *reader) truth(n *yaml.Node) bool {
	want := problem.Text{VI: "true hoặc false", EN: "true or false"}
	v, ok := r.scalar(n, want)
	if ok && v.Tag != "!!bool" {
		r.say(wrongType, r.place(v), show(v), want.VI, want.EN)
	}
	return ok && strings.EqualFold(v.Value, "true")
}

// choice reads one of the known words.
func (r *reader) choice(n *yaml.Node, known ...string) string {
	s := r.words(n)
	for _, k := range known {
		if s == k {
			return s
		}
	}
	if s != "" {
		r.report(badChoice, r.place(n), s, "list", strings.Join(known, ", "))
	}
	return ""
}

// figure prints a number in the shortest form, with an exponent only where it is very large or small.
func figure(x float64) string {
	if a := math.Abs(x); a != 0 && a < 1e-6 || a >= 1e15 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
