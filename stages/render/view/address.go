package view

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Addresses are relative to the root of a language's mirror, lower-case ASCII so that no file system confuses two of
// them, and they stay: an edition keeps its address when the next one comes.

// Slug makes a file name of an id: marks off, đ to d, everything but letters and digits to a single hyphen.
func Slug(id string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(id)) {
		switch {
		case r == 'đ':
			r = 'd'
		case unicode.Is(unicode.Mn, r):
			continue
		}
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
			continue
		}
		gap = true
	}
	s := b.String()
	if s == "" || reserved[s] {
		return "x-" + s
	}
	return s
}

// reserved names of devices cannot be files on Windows shares and USB sticks, whatever their extension; "index" is a
// folder's own page.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "index": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "lpt1": true, "lpt2": true, "lpt3": true}

// Address of the overview of an index.
func (b *Board) Address() string { return "xep-hang/" + Slug(b.ID) + "/index.html" }

// Method is the address of the page that explains how an index is computed.
func (b *Board) Method() string { return "phuong-phap/" + Slug(b.ID) + ".html" }

// Address of an edition's ranking.
func (e *Edition) Address() string {
	return "xep-hang/" + Slug(e.Board.ID) + "/" + Slug(e.Edition.ID) + ".html"
}

// UnitAddress is the address of a unit's profile.
func UnitAddress(code string) string { return "don-vi/" + Slug(code) + ".html" }

// Address of a text.
func (t Text) Address() string {
	return "van-ban/" + Slug(strings.TrimSuffix(t.Name(), ".txt")) + ".html"
}

// Name of a text is its path below the folder of texts.
func (t Text) Name() string {
	if _, below, ok := strings.Cut(t.File, "/"); ok {
		return below
	}
	return t.File
}
