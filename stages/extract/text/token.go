package text

import (
	"strings"
	"unicode"

	"xephang/stages/units"
)

// token is a word, a number or one mark of a text, with its span in code points.
type token struct {
	start, end int
	low        string // units.Fold of it: NFC, small letters, tone on the second vowel
	sort       sort
	upper      bool // begins with a capital
}

type sort uint8

const (
	word sort = iota
	figures
	mark
)

// tokenise cuts text[from:to] into tokens; tags and scripts of HTML, white space and what stands for it are left out.
// folds remembers what each word folds to.
func tokenise(text []rune, from, to int, folds map[string]string) (all []token) {
	for i := from; i < to; {
		r := text[i]
		end := i + 1
		t := token{start: i, upper: unicode.IsUpper(r)}
		switch {
		case blank(r):
			i++
			continue
		case r == '<':
			if skip := tag(text, i, to); skip > i {
				i = skip
				continue
			}
			t.sort = mark
		case r == '&':
			if name := entity(text, i, to); name != "" {
				end = i + len(name)
				if name != "&amp;" {
					i = end
					continue
				}
			}
			t.sort, t.low = mark, "&"
		case unicode.IsDigit(r):
			end, t.sort = numberEnd(text, i, to)
		case unicode.IsLetter(r):
			end = wordEnd(text, i, to)
		default:
			t.sort = mark
		}
		t.end = end
		if t.low == "" {
			t.low = folded(string(text[i:end]), t.sort, folds)
		}
		all = append(all, t)
		i = end
	}
	return all
}

func folded(raw string, of sort, folds map[string]string) string {
	if of == figures {
		return raw
	}
	low, ok := folds[raw]
	if !ok {
		if low = units.Fold(raw); low == "" {
			low = raw
		}
		folds[raw] = low
	}
	return low
}

// wordEnd is the end of the letters, marks and digits that begin at i.
func wordEnd(text []rune, i, to int) int {
	for i < to && (unicode.IsLetter(text[i]) || unicode.IsMark(text[i]) || unicode.IsDigit(text[i])) {
		i++
	}
	return i
}

// numberEnd is the end of digits with single . or , between them; digits that run into letters ("4G", "36a") are a word.
func numberEnd(text []rune, i, to int) (int, sort) {
	j := i
	for j < to && (unicode.IsDigit(text[j]) || (text[j] == '.' || text[j] == ',') && j+1 < to && unicode.IsDigit(text[j+1])) {
		j++
	}
	if j < to && (unicode.IsLetter(text[j]) || unicode.IsMark(text[j])) && !strings.ContainsAny(string(text[i:j]), ".,") {
		return wordEnd(text, j, to), word
	}
	return j, figures
}

// tag is the end of an HTML tag that begins at i, or of a whole script or style element; i where none begins.
func tag(text []rune, i, to int) int {
	if i+1 >= to || !unicode.IsLetter(text[i+1]) && text[i+1] != '/' && text[i+1] != '!' {
		return i
	}
	limit := min(to, i+2000)
	j := i + 1
	for j < limit && text[j] != '>' && text[j] != '<' {
		j++
	}
	if j == limit || text[j] != '>' {
		return i
	}
	for _, name := range []string{"script", "style"} {
		if strings.HasPrefix(strings.ToLower(string(text[i+1:min(j, i+8)])), name) {
			if k := strings.Index(strings.ToLower(string(text[j:to])), "</"+name); k >= 0 {
				return j + len([]rune(string(text[j:to])[:k]))
			}
		}
	}
	return j + 1
}

// entity is the HTML entity that begins at i, "" where none does.
func entity(text []rune, i, to int) string {
	j := i + 1
	for j < min(to, i+10) && (unicode.IsLetter(text[j]) && text[j] < 0x80 || unicode.IsDigit(text[j]) || text[j] == '#') {
		j++
	}
	if j >= to || text[j] != ';' {
		return ""
	}
	name := string(text[i : j+1])
	if entities[name] || strings.HasPrefix(name, "&#") && len(name) > 3 {
		return name
	}
	return "" // "TT&TT;" is none
}

// entities are those that copied pages leave behind.
var entities = words("&nbsp; &amp; &lt; &gt; &quot; &apos; &ldquo; &rdquo; &lsquo; &rsquo; &ndash; &mdash; &hellip; &shy; &bull;")
