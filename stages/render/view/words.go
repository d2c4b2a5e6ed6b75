package view

import (
	"maps"
	"strings"

	"xephang/stages/problem"
)

// phrases is every phrase of pages and sheets, by key, in both languages. {name} is a slot. A phrase holds no figure of
// its own: every digit that a reader sees comes through a slot, from the tables (a test holds this).
var phrases = merged(tables)

// tables are the phrases by what they are for.
var tables = []map[string]problem.Text{bookWords, formWords, auditWords, yearsWords, frameWords, frontWords, rankingWords, unitWords, methodWords, checkWords, textWords, dataWords, pressWords, targetWords, sureWords, examWords, filedWords, figureWords, trailWords, hostingWords, whatIfWords, compareWords, movementWords, searchWords, nodeWords, tileWords, glossaryWords, qualityWords, appraisedWords, diffWords, teamWords, packWords, reachWords}

func merged(tables []map[string]problem.Text) map[string]problem.Text {
	all := map[string]problem.Text{}
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}

// Say gives a phrase with its slots filled; args come in pairs, name and text. A key that is not in the table comes
// back between angle quotes, which a test over all templates forbids.
func (l Lang) Say(key string, args ...string) string {
	t, ok := phrases[key]
	if !ok {
		return "‹" + key + "›"
	}
	return filled(t.In(string(l)), args)
}

// filled puts the args into the {name} of a text, in one pass: what an arg holds is not looked at again. A replacer made
// anew for each phrase would take a tenth of the time of the whole site.
func filled(text string, args []string) string {
	open := strings.IndexByte(text, '{')
	if open < 0 || len(args) < 2 {
		return text
	}
	var b strings.Builder
	for open >= 0 {
		b.WriteString(text[:open])
		text = text[open:]
		arg, slot := slotIn(text, args)
		b.WriteString(arg)
		text = text[slot:]
		open = strings.IndexByte(text, '{')
	}
	b.WriteString(text)
	return b.String()
}

// slotIn gives the arg for the slot that a text begins with, and how long the slot is; the brace alone where it is none.
func slotIn(text string, args []string) (string, int) {
	for i := 0; i+1 < len(args); i += 2 {
		name := args[i]
		if n := len(name) + 2; len(text) >= n && text[n-1] == '}' && text[1:n-1] == name {
			return args[i+1], n
		}
	}
	return text[:1], 1
}

// In gives a name or text in this language.
func (l Lang) In(t problem.Text) string {
	if l == EN {
		return t.In("en")
	}
	return t.In("vi")
}

// Span is a stretch of a sentence: plain words, or a figure or name that is bound to its place in the tables.
type Span struct {
	Text string
	Href string // address in the site, from its root; empty without a link
	Ref  string // what a figure is: index/edition/unit/node/layer; empty for words
}

// Sentence is a sentence whose every figure and name is bound.
type Sentence []Span

// String is the sentence as plain text.
func (s Sentence) String() string {
	var b strings.Builder
	for _, p := range s {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Slot fills one {name} of a phrase in a sentence.
type Slot struct {
	Name string
	Span
}

// Sentence fills a phrase with bound spans.
func (l Lang) Sentence(key string, slots ...Slot) Sentence {
	rest := l.Say(key)
	var s Sentence
	for rest != "" {
		open := strings.IndexByte(rest, '{')
		shut := strings.IndexByte(rest, '}')
		if open < 0 || shut < open {
			break
		}
		if open > 0 {
			s = append(s, Span{Text: rest[:open]})
		}
		s = append(s, slot(slots, rest[open+1:shut]))
		rest = rest[shut+1:]
	}
	if rest != "" {
		s = append(s, Span{Text: rest})
	}
	return s
}

func slot(slots []Slot, name string) Span {
	for _, s := range slots {
		if s.Name == name {
			return s.Span
		}
	}
	return Span{Text: "{" + name + "}"}
}
