package index

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// document reads the bytes of a file into its one YAML document's root node; nil where there is none to read, with the
// problems that say why. A fault of the YAML reader itself comes back as a problem, never as a panic.
func document(file string, src []byte) (root *yaml.Node, faults problem.List) {
	defer func() {
		if r := recover(); r != nil { // the library panics on a few malformed inputs that its own guards do not know
			root, faults = nil, problem.List{syntax.At(problem.Place{File: file, Line: 1}, fmt.Sprint(r))}
		}
	}()
	if at, found := foreign(src); found != "" {
		at.File = file
		return nil, problem.List{notText.At(at, found)}
	}
	in := yaml.NewDecoder(bytes.NewReader(src))
	var doc, next yaml.Node
	switch err := in.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, problem.List{empty.At(problem.Place{File: file, Line: 1, Column: 1}, "")}
	case err != nil:
		return nil, problem.List{syntaxAt(file, src, err)}
	}
	switch err := in.Decode(&next); {
	case err == nil:
		faults.Add(moreDocuments.At(problem.Place{File: file, Line: next.Line, Column: next.Column}, ""))
	case !errors.Is(err, io.EOF):
		faults.Add(syntaxAt(file, src, err))
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil, append(faults, empty.At(problem.Place{File: file, Line: 1, Column: 1}, ""))
	}
	return doc.Content[0], faults
}

// foreign finds the first byte that no text file has: a NUL or another control character, or bytes that are no UTF-8.
func foreign(src []byte) (problem.Place, string) {
	at := problem.Place{Line: 1, Column: 1}
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 || r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f {
			return at, fmt.Sprintf("0x%02X", src[i])
		}
		at.Column++
		if r == '\n' {
			at.Line, at.Column = at.Line+1, 1
		}
		i += size
	}
	return at, ""
}

var lineOf = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntaxAt places the library's own error. It tells a line only, and often that of the construct around the fault, so
// the line after the longest beginning of the file that can be read is taken where it is further down. The column is
// where that line's text begins.
func syntaxAt(file string, src []byte, err error) problem.Problem {
	text := err.Error()
	at := problem.Place{File: file, Line: 1, Column: 1}
	if m := lineOf.FindStringSubmatch(text); m != nil {
		text = text[len(m[0]):]
		if n, err := strconv.Atoi(m[1]); err == nil {
			at.Line = n
		}
	}
	lines := bytes.SplitAfter(src, []byte("\n"))
	at.Line = max(at.Line, readable(lines, min(at.Line, len(lines)))+1)
	at.Line = min(at.Line, len(lines))
	line := lines[at.Line-1]
	at.Column = 1 + utf8.RuneCount(line) - utf8.RuneCount(bytes.TrimLeft(line, " \t"))
	return syntax.At(at, text)
}

// readable counts the lines, near the given one, of a beginning of the file that is sound YAML: upward while it is,
// else downward until it is. The work is bounded: a large file keeps the line that it came with.
func readable(lines [][]byte, near int) int {
	var until []int // bytes in the first n lines
	total := 0
	for _, l := range lines {
		until = append(until, total)
		total += len(l)
	}
	until = append(until, total)
	src, budget := bytes.Join(lines, nil), 10_000_000
	sound := func(n int) bool {
		budget -= until[n]
		var doc yaml.Node
		err := yaml.Unmarshal(src[:until[n]], &doc)
		return err == nil
	}
	n := near
	if sound(n) {
		for n < len(lines) && budget > 0 && sound(n+1) {
			n++
		}
		return n
	}
	for n > 0 && budget > 0 {
		if n--; sound(n) {
			return n
		}
	}
	return 0
}

// size counts the nodes of a document as written, aliases not unfolded.
func size(n *yaml.Node) int {
	total := 1
	for _, c := range n.Content {
		total += size(c)
	}
	return total
}
