package forms

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"xephang/stages/extract/legacy"
	"xephang/stages/problem"
)

// converse gives a text that is to be one of a known list: as it stands where that is one of them, else as TCVN3 or VNI
// where that makes it one, else as it stands.
func converse(s string, known func(string) bool) string {
	s = strings.TrimFunc(norm.NFC.String(s), blank)
	if known(s) {
		return s
	}
	for _, e := range legacy.All() {
		if t := e.Text(s); t != s && known(t) {
			return t
		}
	}
	return s
}

// modern gives a free text in Unicode, telling where it was converted.
func (x *paper) modern(s string, at problem.Place) string {
	s = strings.TrimFunc(norm.NFC.String(s), blank)
	e := legacy.Tell(s)
	if e == nil {
		return s
	}
	t := e.Text(s)
	x.report(converted.At(at, s, "encoding", e.Label, "text", t))
	return t
}

// listed is converse on a cell, telling where it was converted.
func (x *paper) listed(s string, at problem.Place, known func(string) bool) string {
	t := converse(s, known)
	if t == strings.TrimFunc(norm.NFC.String(s), blank) {
		return t
	}
	for _, e := range legacy.All() {
		if e.Text(s) == t {
			x.report(converted.At(at, s, "encoding", e.Label, "text", t))
			break
		}
	}
	return t
}
