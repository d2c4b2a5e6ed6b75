package text

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

//go:embed lexicon rules
var files embed.FS

// class is what a phrase can be in a sentence: "rise", "place", "noun" … The names are those of the lexicon's files.
type class int

// classes is a set of up to 128 classes.
type classes [2]uint64

func (s classes) has(c class) bool        { return s[c>>6]&(1<<(c&63)) != 0 }
func (s *classes) add(c class)            { s[c>>6] |= 1 << (c & 63) }
func (s classes) meets(o classes) bool    { return s[0]&o[0] != 0 || s[1]&o[1] != 0 }
func (s classes) union(o classes) classes { return classes{s[0] | o[0], s[1] | o[1]} }
func (s *classes) remove(c class)         { s[c>>6] &^= 1 << (c & 63) }
func setOf(all ...class) (s classes) {
	for _, c := range all {
		s.add(c)
	}
	return s
}

// meaning is one class of a phrase with its argument ("noun" "bộ", "qual" ">").
type meaning struct {
	class class
	arg   string
	about string // of a noun: whom a count of it is said of
}

// metric is what a text can measure: a node of an index family (egdi, app, dti, ict), or an indicator of its own.
type metric struct {
	family, node, name, subject string
}

// lexicon is everything known of the language.
type lexicon struct {
	names    []string // class names by class
	meanings []meaning
	metrics  []metric
	strict   trie // phrases as they stand
	loose    trie // groups: commas inside may be missing
	measures trie // metrics

	spellings map[string][]string // other and mistaken spellings of units' names
	companies trie                // banks and companies by their brand
	brands    []known
}

// marks are the classes that are given by code, not by a phrase.
var marks = []string{"num", "wnum", "year", "date", "docnum", "comma", "semi", "colon", "slash", "dash", "open", "close", "and", "list", "name", "short"}

var lex = mustLoad(files)

// mustLoad reads the embedded lexicon; a fault in it is a fault of the program and shows in every test.
func mustLoad(files fs.FS) *lexicon {
	l := &lexicon{names: slices.Clone(marks)}
	for _, name := range []string{"words", "nouns", "groups"} {
		l.load(files, "lexicon/"+name+".txt", name == "groups")
	}
	l.loadMetrics(files)
	l.loadNames(files)
	for _, w := range slices.Sorted(mapKeys(numerals())) {
		l.phrase(&l.strict, w, meaning{class: l.class("wnum"), arg: strconv.Itoa(numerals()[w])})
	}
	for w, v := range map[string]string{"nhất": "1", "nhì": "2"} {
		l.phrase(&l.strict, w, meaning{class: l.class("wnum"), arg: v})
	}
	l.phrase(&l.strict, "và", meaning{class: l.class("and")})
	return l
}

func mapKeys(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// class gives a class by its name; a new name gets a new class.
func (l *lexicon) class(name string) class {
	if i := slices.Index(l.names, name); i >= 0 {
		return class(i)
	}
	l.names = append(l.names, name)
	if len(l.names) > 128 {
		panic("text: more than 128 classes")
	}
	return class(len(l.names) - 1)
}

// phrase enters a phrase; all spellings count that fold alike.
func (l *lexicon) phrase(into *trie, s string, m meaning) {
	r := []rune(s)
	into.add(tokenise(r, 0, len(r), map[string]string{}), len(l.meanings))
	l.meanings = append(l.meanings, m)
}

// load reads a file of "[class argument | about]" lines and phrases parted by ";".
func (l *lexicon) load(files fs.FS, path string, loose bool) {
	b, err := fs.ReadFile(files, path)
	if err != nil {
		panic(err)
	}
	into := &l.strict
	var m meaning
	for i, line := range strings.Split(string(b), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head, about, _ := strings.Cut(strings.Trim(line, "[]"), "|")
			name, arg, _ := strings.Cut(strings.TrimSpace(head), " ")
			m = meaning{l.class(name), strings.TrimSpace(arg), strings.TrimSpace(about)}
			if into = &l.strict; loose {
				into = &l.loose
			}
		default:
			for p := range strings.SplitSeq(line, ";") {
				if p = strings.TrimSpace(p); p == "" {
					panic(fmt.Sprintf("text: %s:%d: empty phrase", path, i+1))
				}
				l.phrase(into, p, m)
				if bare := strings.ReplaceAll(p, ",", ""); bare != p && path != "lexicon/words.txt" {
					l.phrase(into, bare, m) // "các bộ ngành"
				}
			}
		}
	}
}

// loadNames reads spellings.csv (a unit's name, then other spellings) and companies.csv (kind, brand).
func (l *lexicon) loadNames(files fs.FS) {
	l.spellings = map[string][]string{}
	for _, r := range table(files, "lexicon/spellings.csv") {
		l.spellings[r[0]] = strings.Split(r[1], ";")
	}
	for _, r := range table(files, "lexicon/companies.csv") {
		name := []rune(r[1])
		l.companies.add(tokenise(name, 0, len(name), map[string]string{}), len(l.brands))
		l.brands = append(l.brands, known{kind: r[0], name: r[1]})
	}
}

// table reads the rows of a file below its header.
func table(files fs.FS, path string) [][]string {
	f, err := files.Open(path)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}

// loadMetrics reads metrics.csv: family, node, name, default subject, phrases.
func (l *lexicon) loadMetrics(files fs.FS) {
	for _, r := range table(files, "lexicon/metrics.csv") {
		for p := range strings.SplitSeq(r[4], ";") {
			l.phrase(&l.measures, p, meaning{class: l.class("metric"), arg: strconv.Itoa(len(l.metrics))})
		}
		l.metrics = append(l.metrics, metric{r[0], r[1], r[2], r[3]})
	}
}
