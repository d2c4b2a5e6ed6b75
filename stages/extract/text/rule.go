package text

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// rule is one rule of rules/*.txt: how a figure or an order is said. An example stands beside each and is its test.
type rule struct {
	name     string
	kind     string // rank, score, percent, ratio, count, delta, order, or none: a figure that is no claim
	unit     string
	value    float64 // where the words themselves are the value ("dẫn đầu" is 1)
	when     string  // a condition of conditions that the form cannot say
	form     []pattern
	first    classes // with which a match can begin
	anything bool
	needs    []classes // a sentence without a chunk of each of these has no match
	examples []example
}

// example is a sentence with the claims that are to be found in it, one a line: kind | subject | value | more.
type example struct {
	text   string
	claims []string
	line   int
}

// ruleFiles are read in this order; an earlier rule takes a figure before a later one.
var ruleFiles = []string{"not", "order", "rank", "delta", "share", "score", "count"}

var rules = mustRules(files)

func mustRules(files fs.FS) (all []rule) {
	for _, name := range ruleFiles {
		b, err := fs.ReadFile(files, "rules/"+name+".txt")
		if err != nil {
			panic(err)
		}
		some, err := parseRules(string(b))
		if err != nil {
			panic(fmt.Sprintf("text: rules/%s.txt:%v", name, err))
		}
		all = append(all, some...)
	}
	return all
}

// parseRules reads rules: lines "key value"; "rule" opens one, "text" an example, "claim" one of its claims; a line
// that begins with white space goes on with the form before it.
func parseRules(source string) (all []rule, err error) {
	forms := map[int]string{}
	for i, line := range strings.Split(source, "\n") {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		value = strings.TrimSpace(value)
		last := len(all) - 1
		switch {
		case key == "" || key[0] == '#':
			continue
		case line[0] == ' ':
			forms[last] += " " + strings.TrimSpace(line)
			continue
		case key == "rule":
			all = append(all, rule{name: value})
			continue
		case last < 0:
			return nil, fmt.Errorf("%d: %s outside a rule", i+1, key)
		}
		if err := all[last].set(key, value, i+1, forms, last); err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
	}
	for i := range all {
		if all[i].form, err = compile(lex, forms[i]); err != nil {
			return nil, fmt.Errorf("rule %s: %w", all[i].name, err)
		}
		all[i].first, all[i].anything = opening(all[i].form)
		all[i].needs = needed(all[i].form)
	}
	return all, nil
}

// set takes one line of a rule.
func (r *rule) set(key, value string, line int, forms map[int]string, at int) (err error) {
	switch key {
	case "kind":
		r.kind = value
	case "unit":
		r.unit = value
	case "value":
		r.value, err = strconv.ParseFloat(value, 64)
	case "when":
		r.when = value
		for _, w := range strings.Fields(value) {
			if conditions[w] == nil {
				return fmt.Errorf("unknown condition %q", w)
			}
		}
	case "form":
		forms[at] = value
	case "text":
		r.examples = append(r.examples, example{text: value, line: line})
	case "claim":
		if len(r.examples) == 0 {
			return fmt.Errorf("claim without a text")
		}
		e := &r.examples[len(r.examples)-1]
		e.claims = append(e.claims, value)
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return err
}
