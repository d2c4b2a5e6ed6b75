package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// argument is one argument of a method: its name in the usage, what it must be, and whether it may be left out.
type argument struct {
	name     string
	kind     string // number, positive, nonzero, share, count, word, one, setting
	words    []string
	optional bool
	needs    string // the argument stands exactly where the one before it is this word
	low      int    // 1 + position of an argument that must be lower
	other    int    // 1 + position of an argument that must differ
}

func number(name string) argument   { return argument{name: name, kind: "number"} }
func positive(name string) argument { return argument{name: name, kind: "positive"} }
func nonzero(name string) argument  { return argument{name: name, kind: "nonzero"} }
func share(name string) argument    { return argument{name: name, kind: "share"} }
func count(name string) argument    { return argument{name: name, kind: "count"} }
func word(name string) argument     { return argument{name: name, kind: "word"} }
func oneOf(words ...string) argument {
	return argument{name: strings.Join(words, "|"), kind: "one", words: words}
}

// setting is a word with a number, as skew=2.
func setting(word string) argument {
	return argument{name: word + "X", kind: "setting", words: []string{word}}
}

func (a argument) maybe() argument              { a.optional = true; return a }
func (a argument) after(word string) argument   { a.optional, a.needs = true, word; return a }
func (a argument) above(position int) argument  { a.low = position + 1; return a }
func (a argument) unlike(position int) argument { a.other = position + 1; return a }

// refuse says what is wrong with the arguments, or nothing. Optional ones may be left out from the end only.
func (s spec) refuse(args []string) problem.Text {
	for n := len(args); n > 0 && s.further(args[n-1]); n-- {
		args = args[:n-1]
	}
	if len(args) > len(s.args) {
		return problem.Text{VI: "thừa tham số", EN: "too many arguments"}
	}
	for i, a := range s.args {
		if why := a.refuse(i, args); !why.IsZero() {
			return why
		}
	}
	return problem.Text{}
}

// further tells whether an argument is one of the words that may follow.
func (s spec) further(arg string) bool {
	return slices.ContainsFunc(s.more, func(a argument) bool { return a.accepts(arg).IsZero() })
}

func (a argument) refuse(i int, args []string) problem.Text {
	asked := a.needs != "" && i > 0 && i-1 < len(args) && args[i-1] == a.needs
	switch {
	case i >= len(args) && (!a.optional || asked):
		return problem.Text{VI: "thiếu " + a.name, EN: a.name + " is missing"}
	case i >= len(args):
		return problem.Text{}
	case a.needs != "" && !asked:
		return problem.Text{VI: "thừa tham số", EN: "too many arguments"}
	}
	if what := a.accepts(args[i]); !what.IsZero() {
		return problem.Text{VI: fmt.Sprintf("%s phải là %s", a.name, what.VI), EN: fmt.Sprintf("%s must be %s", a.name, what.EN)}
	}
	x, _ := strconv.ParseFloat(args[i], 64)
	if a.low > 0 {
		if y, _ := strconv.ParseFloat(args[a.low-1], 64); !(y < x) {
			return problem.Text{VI: a.name + " phải lớn hơn tham số trước nó", EN: a.name + " must be above the argument before it"}
		}
	}
	if a.other > 0 {
		if y, _ := strconv.ParseFloat(args[a.other-1], 64); y == x {
			return problem.Text{VI: a.name + " phải khác tham số trước nó", EN: a.name + " must differ from the argument before it"}
		}
	}
	return problem.Text{}
}

// accepts says what the argument must be where the text is not that.
func (a argument) accepts(text string) problem.Text {
	if a.kind == "word" {
		return unless(text != "", "một tên", "a name")
	}
	if a.kind == "one" {
		return unless(slices.Contains(a.words, text), "“"+strings.Join(a.words, "” hoặc “")+"”", "“"+strings.Join(a.words, "” or “")+"”")
	}
	if a.kind == "setting" {
		value, ok := strings.CutPrefix(text, a.words[0])
		x, number := parseNumber(value)
		return unless(ok && number && x > 0, a.name, a.name)
	}
	x, ok := parseNumber(text)
	switch a.kind {
	case "positive":
		return unless(ok && x > 0, "số lớn hơn 0", "a number above 0")
	case "nonzero":
		return unless(ok && x != 0, "số khác 0", "a number other than 0")
	case "share":
		return unless(ok && x >= 0 && x <= 1, "số từ 0 đến 1", "a number from 0 to 1")
	case "count":
		return unless(ok && x >= 1 && x <= 1e6 && x == math.Trunc(x), "số nguyên từ 1 trở lên", "a whole number from 1 up")
	}
	return unless(ok, "số hữu hạn, dấu thập phân là dấu chấm", "a finite number with a decimal point")
}

func unless(ok bool, vi, en string) problem.Text {
	if ok {
		return problem.Text{}
	}
	return problem.Text{VI: vi, EN: en}
}

// parseNumber reads a plain finite decimal number: digits, a point, an exponent, a sign; no hexadecimal, no "inf",
// no underscores.
func parseNumber(s string) (float64, bool) {
	if s == "" || strings.Trim(s, "+-.0123456789eE") != "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil && !math.IsInf(x, 0)
}
