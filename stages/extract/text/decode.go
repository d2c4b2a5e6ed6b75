package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	encodings "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/extract/legacy"
	"xephang/stages/problem"
)

// Largest is the size in bytes beyond which a text is not read: no press report is longer than a few hundred kilobytes.
const Largest = 32 << 20

// decode turns bytes into text and names the encoding; an empty text with problems is a file that cannot be read.
func decode(name string, b []byte) (string, string, problem.List) {
	at := problem.Place{File: name}
	switch {
	case len(b) > Largest:
		return "", "", problem.List{tooBig.At(at, megabytes(len(b)), "limit", megabytes(Largest))}
	case len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))) == 0:
		return "", "", problem.List{empty.At(at, "")}
	}
	if e, label := wide(b); e != nil {
		text, err := e.NewDecoder().String(string(b))
		if err == nil {
			return text, label, nil
		}
	}
	if kind := binary(b); kind != "" {
		return "", "", problem.List{isBinary.At(at, kind)}
	}
	if utf8.Valid(b) {
		return unmangle(name, string(b))
	}
	return foreign(name, b)
}

// unmangle looks whether a valid UTF-8 text is TCVN3 or VNI that was pasted letter by letter ("Bé Th«ng tin").
func unmangle(name, text string) (string, string, problem.List) {
	plain := vietnamese(text)
	for _, l := range legacy.All() {
		if vietnamese(l.Text(head(text))) > 2*plain+2 {
			return l.Text(text), l.Name, problem.List{converted.At(problem.Place{File: name}, l.Name, "encoding", l.Label)}
		}
	}
	return text, "utf-8", nil
}

// foreign decodes bytes that are not UTF-8: the legacy encoding that gives most Vietnamese words wins; where none
// does, broken sequences of UTF-8 are replaced if they are few, else the text is refused.
func foreign(name string, b []byte) (string, string, problem.List) {
	at := problem.Place{File: name}
	latin, _ := charmap.ISO8859_1.NewDecoder().String(string(b))
	best, text, label, human := 1, "", "", ""
	try := func(t, name, title string) {
		if n := vietnamese(t); n > best {
			best, text, label, human = n, t, name, title
		}
	}
	for _, l := range legacy.All() {
		try(l.Text(latin), l.Name, l.Label)
	}
	if t, err := charmap.Windows1258.NewDecoder().String(string(b)); err == nil {
		try(norm.NFC.String(t), "windows-1258", "Windows-1258")
	}
	repaired := strings.ToValidUTF8(string(b), "\ufffd")
	if broken := strings.Count(repaired, "\ufffd"); vietnamese(repaired) > best || broken*50 < len(b) && best == 1 {
		return repaired, "utf-8", problem.List{broke.At(place(repaired, name, "\ufffd"), "")}
	}
	if text == "" {
		return "", "", problem.List{unknown.At(at, "")}
	}
	return text, label, problem.List{converted.At(at, label, "encoding", human)}
}

// wide recognises UTF-16 by its mark or, without one, by the zero bytes that ASCII letters leave.
func wide(b []byte) (encoding.Encoding, string) {
	if len(b) < 4 || len(b)%2 != 0 {
		return nil, ""
	}
	var zero [2]int
	for i, c := range b[:min(len(b), 4096)] {
		if c == 0 {
			zero[i%2]++
		}
	}
	seen := min(len(b), 4096) / 2
	switch {
	case b[0] == 0xff && b[1] == 0xfe || zero[1]*3 > seen && zero[0]*20 < seen:
		return encodings.UTF16(encodings.LittleEndian, encodings.IgnoreBOM), "utf-16le"
	case b[0] == 0xfe && b[1] == 0xff || zero[0]*3 > seen && zero[1]*20 < seen:
		return encodings.UTF16(encodings.BigEndian, encodings.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// magics are the first bytes of files that are given for texts by mistake.
var magics = []struct{ start, kind string }{
	{"PK\x03\x04", "ZIP / Office"}, {"%PDF", "PDF"}, {"\xd0\xcf\x11\xe0", "Office 97–2003"}, {"\x89PNG", "PNG"},
	{"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"}, {"\x1f\x8b", "gzip"}, {"{\\rtf", "RTF"},
}

// binary names what the bytes are, if they are no text.
func binary(b []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(b, []byte(m.start)) {
			return m.kind
		}
	}
	odd := 0
	head := b[:min(len(b), 1<<16)]
	for _, c := range head {
		if c == 0 || c < 0x20 && !bytes.ContainsRune([]byte("\t\n\r\f\v\b\x1a\x1b"), rune(c)) {
			odd++
		}
	}
	if odd*20 > len(head) {
		return "binary"
	}
	return ""
}

// inspect reports what a text holds that a reader does not see: control characters, bidirectional marks, HTML.
func inspect(name string, text []rune) (found problem.List) {
	s := string(text)
	tell := func(k *problem.Kind, is func(rune) bool) {
		if i := strings.IndexFunc(s, is); i >= 0 {
			r, _ := utf8.DecodeRuneInString(s[i:])
			found.Add(k.At(place(s, name, string(r)), codepoint(r)))
		}
	}
	tell(control, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
	tell(direction, bidi)
	if strings.ContainsAny(s, "<&") {
		if m := markup.FindString(s); m != "" {
			found.Add(html.At(place(s, name, m), m))
		}
	}
	return found
}

// bidi tells whether the rune turns the direction of writing, which no Vietnamese text needs.
func bidi(r rune) bool {
	return r == '\u200e' || r == '\u200f' || r == '\u061c' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
